// Reload, close and reopen, or a kill of the tab in any state brings back the same screen with the
// right time; what passed unseen is asked about, and a clock that is set back takes nothing away.

import {
  HOUR, MINUTE, NOW, SECOND,
  begins, button, caption, digits, draftsIn, expect, field, heading, hours, like, may, next, plan, rowButton, say, setVisible,
  start, starter, storedIn, test,
  type Page, type Stage,
} from './fixtures';

const MONDAY = may('Monday', 4);

/** Time that passes at each absence of the page. */
const GONE = 20 * SECOND;

/** Number of absences of the page. */
type Times = 1 | 2 | 3;

/** Returns the text that is to be seen after the page was gone that often. */
const after = (times: Times, ...texts: [string, string, string]) => texts[times - 1] ?? '';

/**
 * Each state: how it is reached, and what is to be seen after the page was gone `times` times. The
 * clock stands still but where `pass`, `skip` or `GONE` move it.
 */
const STATES: Record<string, { reach: (page: Page, stage: Stage) => Promise<void>; check: (page: Page, times: Times) => Promise<void> }> = {
  'the list': {
    reach: async (page) => {
      await plan(page);
      await button(page, say('back-home')).click();
    },
    check: async (page) => {
      await expect(heading(page, say('home-heading'))).toBeVisible();
      await expect(rowButton(page)).toBeVisible();
    },
  },
  'the form, half typed': {
    reach: async (page, stage) => {
      await button(page, say('plan-one')).click();
      await button(page, say('defaults-change')).click();
      await field(page, begins('place-label')).fill('Room 5');
      await field(page, say('time-label')).fill('11:30');
      await field(page, say('seller-label')).fill('  Half a na');
      await stage.pass(2 * SECOND);
    },
    check: async (page) => {
      await expect(field(page, say('seller-label'))).toHaveValue('  Half a na');
      await expect(field(page, say('date-label'))).toHaveValue('');
      await expect(field(page, say('time-label'))).toHaveValue('11:30');
      await expect(field(page, begins('place-label'))).toHaveValue('Room 5');
    },
  },
  'a planned session': {
    reach: (page) => plan(page),
    check: async (page) => {
      await expect(heading(page, 'Lee Park')).toBeVisible();
      await expect(starter(page)).toBeVisible();
    },
  },
  'the agenda, edited': {
    reach: async (page, stage) => {
      await plan(page);
      await button(page, say('agenda-edit')).click();
      await field(page, say('item-title-label', { number: 1 })).fill('Hello');
      await field(page, say('item-minutes-label', { number: 1 })).fill('5');
      await stage.pass(2 * SECOND);
    },
    check: async (page) => {
      await expect(heading(page, say('edit-heading'))).toBeVisible();
      await expect(field(page, say('item-title-label', { number: 1 }))).toHaveValue('Hello');
      await expect(field(page, say('item-minutes-label', { number: 1 }))).toHaveValue('5');
    },
  },
  'a running session': {
    reach: async (page, stage) => {
      await start(page);
      await stage.pass(30 * SECOND);
    },
    check: async (page, times) => {
      await expect(heading(page, say('item-open'))).toBeVisible();
      await expect(digits(page)).toHaveText(after(times, '2:10', '1:50', '1:30'));
      await expect(page.locator('.finish-about')).toHaveText(new RegExp(`^${say('finish-about', { time: hours('09:45') })}$`));
    },
  },
  'an overrun': {
    reach: async (page, stage) => {
      await start(page);
      await stage.skip(3 * MINUTE);
      await stage.skip(65 * SECOND);
    },
    check: async (page, times) => {
      await expect(digits(page)).toHaveText(after(times, '+1:25', '+1:45', '+2:05'));
      await expect(caption(page)).toHaveText(say('over-the', { minutes: 3 }));
    },
  },
  'a pause': {
    reach: async (page, stage) => {
      await start(page);
      await next(page);
      await stage.pass(30 * SECOND);
      await button(page, say('pause')).click();
    },
    check: async (page) => {
      await expect(heading(page, say('early-first'))).toBeVisible();
      await expect(digits(page)).toHaveText('19:30');
      await expect(caption(page)).toHaveText(say('time-paused'));
      await expect(button(page, say('resume'))).toBeVisible();
      await expect(page.locator('.finish-about')).toHaveText(new RegExp(`^${say('paused-since', { time: hours('09:00') })}$`));
    },
  },
  'a session that goes on after a pause': {
    reach: async (page, stage) => {
      await start(page);
      await button(page, say('pause')).click();
      await stage.skip(10 * MINUTE);
      await button(page, say('resume')).click();
    },
    check: async (page, times) => {
      await expect(digits(page)).toHaveText(after(times, '2:40', '2:20', '2:00'));
      await expect(page.locator('.finish-planned')).toHaveText(new RegExp(`^${say('finish-late', { minutes: 10, planned: hours('09:45') })}$`));
    },
  },
  'a session that is over': {
    reach: async (page, stage) => {
      await start(page);
      await stage.skip(2 * MINUTE);
      await button(page, say('end-early')).click();
    },
    check: async (page) => {
      await expect(page.locator('tfoot td').last()).toHaveText(say('minutes', { minutes: 2 }));
      await expect(page.locator('.when')).toHaveText(new RegExp(`${hours('09:00')} to ${hours('09:02')}$`));
    },
  },
};

for (const [name, { reach, check }] of Object.entries(STATES)) {
  test(`page reloaded, closed and killed brings back ${name}`, async ({ stage }) => {
    let page = await stage.open();
    await reach(page, stage);
    await stage.skip(GONE);
    await stage.reload(page);
    await check(page, 1);
    await page.close({ runBeforeUnload: false });
    await stage.skip(GONE);
    page = await stage.open();
    await check(page, 2);
    page = await stage.kill(page, GONE);
    await check(page, 3);
  });
}

test('typed text is saved 1.5 seconds after the first letter', async ({ stage }) => {
  const page = await stage.open();
  await button(page, say('plan-one')).click();
  await field(page, say('seller-label')).pressSequentially('Grace');
  await stage.pass(1400);
  await field(page, say('seller-label')).press('!');
  expect(await draftsIn(page)).not.toContain('Grace');
  await stage.pass(200);
  expect(await draftsIn(page)).toContain('Grace!');
});

test('steady typing survives a killed page', async ({ stage }) => {
  let page = await stage.open();
  await start(page);
  await button(page, say('write-note')).click();
  const words = 'She nods, and counts on her fingers.';
  for (const letter of words) {
    await field(page, say('shared-note-label')).press(letter === ' ' ? 'Space' : letter);
    await stage.pass(150);
  }
  page = await stage.kill(page, SECOND);
  // Ten letters take 1.5 seconds.
  const typed = await field(page, say('shared-note-label')).inputValue();
  expect(words.startsWith(typed)).toBe(true);
  expect(typed.length).toBeGreaterThanOrEqual(words.length - 11);
});

test('typed text is saved when the field is left', async ({ stage }) => {
  const page = await stage.open();
  await button(page, say('plan-one')).click();
  await field(page, say('seller-label')).pressSequentially('Grace');
  expect(await draftsIn(page)).not.toContain('Grace');
  await page.keyboard.press('Tab');
  await expect.poll(() => draftsIn(page), 'the saved name').toContain('Grace');
});

test('typed text is saved when the page is hidden', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await button(page, say('agenda-edit')).click();
  await field(page, say('item-title-label', { number: 2 })).pressSequentially('X');
  const stored = async () => JSON.stringify(await storedIn(page));
  expect(await stored()).not.toContain('XFirst');
  await setVisible(page, false);
  await expect.poll(stored, 'the saved item').toContain('XFirst');
});

test('typed text survives a page closed at once', async ({ stage }) => {
  const page = await stage.open();
  await button(page, say('plan-one')).click();
  await field(page, say('seller-label')).fill('Grace');
  const again = await stage.reopen(page);
  await expect(field(again, say('seller-label'))).toHaveValue('Grace');
});

/** Runs from nine o'clock, is closed after two minutes, and opened the morning after. */
async function leftOverNight(stage: Stage): Promise<Page> {
  const page = await stage.open();
  await start(page);
  await stage.pass(2 * MINUTE);
  await page.close();
  await stage.skip(24 * HOUR);
  return stage.open();
}

test('session left open over night ends at the time given', async ({ stage }) => {
  let page = await leftOverNight(stage);
  const lead = page.locator('.ask .lead');
  await expect(lead).toHaveText(new RegExp(`^This session was left open\\. It was last seen on ${MONDAY},? at ${hours('09:02')}\\.$`));
  await expect(button(page, new RegExp(`^${say('left-open-end', { time: hours('09:45') })}$`))).toBeVisible();
  await button(page, say('earlier-by', { minutes: 5 })).click();
  await expect(button(page, new RegExp(`^${say('left-open-end', { time: hours('09:40') })}$`))).toBeVisible();
  await button(page, say('later-by', { minutes: 5 })).click();
  await button(page, say('later-by', { minutes: 5 })).click();
  await stage.reload(page);
  await expect(lead).toHaveText(new RegExp(`last seen on ${MONDAY},? at ${hours('09:02')}\\.$`));
  await button(page, say('later-by', { minutes: 5 })).click();
  await button(page, new RegExp(`^${say('left-open-end', { time: hours('09:50') })}$`)).click();
  await expect(page.locator('tfoot td').last()).toHaveText(say('minutes', { minutes: 50 }));
  await expect(page.locator('.when')).toHaveText(new RegExp(`^${MONDAY},? ${hours('09:00')} to ${hours('09:50')}$`));
  page = await stage.reopen(page);
  await expect(page.locator('tfoot td').last()).toHaveText(say('minutes', { minutes: 50 }));
});

test('end of a session left open is never before its last sighting', async ({ stage }) => {
  const page = await leftOverNight(stage);
  for (let steps = 0; steps < 9; steps += 1) await button(page, say('earlier-by', { minutes: 5 })).click();
  await expect(button(page, say('earlier-by', { minutes: 5 }))).toHaveAttribute('aria-disabled', 'true');
  await button(page, new RegExp(`^${say('left-open-end', { time: hours('09:02') })}$`)).click();
  await expect(page.locator('tfoot td').last()).toHaveText(say('minutes', { minutes: 2 }));
});

test('session left open can still be on', async ({ stage }) => {
  const page = await leftOverNight(stage);
  await button(page, say('left-open-stay')).click();
  await expect(digits(page)).toHaveText('+23 h 59');
  await stage.reload(page);
  await expect(digits(page)).toHaveText('+23 h 59');
  await expect(page.locator('.notice')).toHaveCount(0);
});

test('session left open in an open window asks as well', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await stage.skip(12 * HOUR);
  await expect(page.getByText(like('left-open'))).toBeVisible();
  await button(page, new RegExp(`^${say('left-open-end', { time: hours('09:45') })}$`)).click();
  await expect(page.locator('tfoot td').last()).toHaveText(say('minutes', { minutes: 45 }));
});

test('session left open asks when opened from the list', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await button(page, say('back-home')).click();
  await page.close();
  await stage.skip(24 * HOUR);
  const again = await stage.open();
  await expect(heading(again, say('group-week'))).toBeVisible();
  await rowButton(again).click();
  await expect(again.getByText(like('left-open'))).toBeVisible();
});

const ANSWERS = [
  { answer: say('unseen-stayed'), shown: '+10:00', later: '+10:10' },
  { answer: say('unseen-away'), shown: '2:00', later: '1:50' },
  { answer: say('unseen-clock'), shown: '2:00', later: '1:50' },
];

for (const { answer, shown, later } of ANSWERS) {
  test(`item that ended unseen takes the answer "${answer}"`, async ({ stage }) => {
    const page = await stage.open();
    await start(page);
    await stage.pass(MINUTE);
    await page.close();
    await stage.skip(12 * MINUTE);
    const again = await stage.open();
    await expect(again.locator('.notice p')).toHaveText(say('unseen', { minutes: 12 }));
    await button(again, answer).click();
    await expect(digits(again)).toHaveText(shown);
    await expect(again.locator('.notice')).toHaveCount(0);
    await stage.pass(10 * SECOND);
    await expect(digits(again)).toHaveText(later);
    await stage.reload(again);
    await expect(digits(again)).toHaveText(later);
    await expect(again.locator('.notice')).toHaveCount(0);
  });
}

test('short absence is not asked about', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await stage.pass(MINUTE);
  await page.close();
  await stage.skip(6 * MINUTE);
  const again = await stage.open();
  await expect(digits(again)).toHaveText('+4:00');
  await expect(again.locator('.notice')).toHaveCount(0);
});

/** Runs for two minutes, and then for five in the item of twenty. */
async function sevenMinutesIn(stage: Stage): Promise<Page> {
  const page = await stage.open();
  await start(page);
  await stage.pass(2 * MINUTE);
  await next(page);
  await stage.skip(5 * MINUTE);
  await expect(digits(page)).toHaveText('15:00');
  return page;
}

test('clock set back takes no counted time away', async ({ stage }) => {
  const page = await sevenMinutesIn(stage);
  await stage.context.clock.setSystemTime(NOW - HOUR);
  for (let second = 1; second <= 5; second += 1) {
    await stage.pass(SECOND);
    expect(await digits(page).innerText()).toMatch(/^(15:00|14:5\d)$/);
  }
  const before = await digits(page).innerText();
  await stage.pass(10 * SECOND);
  const left = (text: string) => text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  expect(left(before) - left(await digits(page).innerText())).toBe(10);
  await button(page, say('end-early')).click();
  await expect(page.locator('tfoot td').last()).toHaveText(say('minutes', { minutes: 7 }));
});

test('hour forward and back is asked about and does not count', async ({ stage }) => {
  let page = await sevenMinutesIn(stage);
  const asked = () => page.getByText(say('unseen', { minutes: 60 }));
  await stage.context.clock.setSystemTime(NOW + 7 * MINUTE + HOUR);
  await stage.pass(2 * SECOND);
  await expect(asked()).toBeVisible();
  await stage.context.clock.setSystemTime(NOW + 7 * MINUTE + 2 * SECOND);
  await stage.pass(2 * SECOND);
  await expect(asked(), 'after the step back').toBeVisible();
  page = await stage.reload(page);
  await expect(asked(), 'after a reload').toBeVisible();
  await button(page, say('unseen-clock')).click();
  await expect(asked()).toBeHidden();
  await expect(digits(page)).toHaveText('14:56');
});

test('clock set back while closed takes no counted time away', async ({ stage }) => {
  const page = await sevenMinutesIn(stage);
  await page.close();
  await stage.context.clock.setSystemTime(NOW - 2 * HOUR);
  const again = await stage.open();
  await expect(digits(again)).toHaveText('15:00');
  await stage.pass(10 * SECOND);
  await expect(digits(again)).toHaveText('14:50');
});

test('clock set back before a click takes no counted time away', async ({ stage }) => {
  const page = await sevenMinutesIn(stage);
  await stage.context.clock.setSystemTime(NOW - HOUR);
  await button(page, say('pause')).click();
  await expect(caption(page)).toHaveText(say('time-paused'));
  expect(await digits(page).innerText()).toBe('15:00');
});
