// Reload, close and reopen, or a kill of the tab in any state brings back the same screen with the
// right time; what passed unseen is asked about, and a clock that is set back takes nothing away.

import assert from 'node:assert/strict';
import {
  HOUR, MINUTE, NOW, PREFIX, SECOND,
  button, caption, comes, digits, field, fillForm, heading, hours, may, next, plan, rowButton, says, scene, setVisible, start, starter,
} from './harness.mjs';

const MONDAY = may('Monday', 4);

/** How much time passes each time that the page is gone. */
const GONE = 20 * SECOND;

/**
 * Each state: how it is reached, and what is to be seen after the page was gone `times` times. The
 * clock stands still but where `pass`, `skip` or `GONE` move it.
 */
const STATES = {
  'the list': {
    reach: async ({ page }) => {
      await plan(page);
      await button(page, 'All sessions').click();
    },
    check: async (page) => {
      await heading(page, 'Your coaching sessions').waitFor();
      await rowButton(page).waitFor();
    },
  },
  'the form, half typed': {
    reach: async ({ stage, page }) => {
      await button(page, 'Plan a session').click();
      await button(page, 'Change').click();
      await field(page, /^Place or meeting link/).fill('Room 5');
      await field(page, 'Time').fill('11:30');
      await field(page, 'Who will you coach?').fill('  Half a na');
      await stage.pass(2 * SECOND);
    },
    check: async (page) => {
      assert.equal(await field(page, 'Who will you coach?').inputValue(), '  Half a na');
      assert.equal(await field(page, 'Date').inputValue(), '');
      assert.equal(await field(page, 'Time').inputValue(), '11:30');
      assert.equal(await field(page, /^Place or meeting link/).inputValue(), 'Room 5');
    },
  },
  'a planned session': {
    reach: ({ page }) => plan(page),
    check: async (page) => {
      await heading(page, 'Lee Park').waitFor();
      await starter(page).waitFor();
    },
  },
  'the agenda, edited': {
    reach: async ({ stage, page }) => {
      await plan(page);
      await button(page, 'Edit the agenda').click();
      await field(page, 'Name of item 1').fill('Hello');
      await field(page, 'Minutes of item 1').fill('5');
      await stage.pass(2 * SECOND);
    },
    check: async (page) => {
      await heading(page, 'Edit the agenda').waitFor();
      assert.equal(await field(page, 'Name of item 1').inputValue(), 'Hello');
      assert.equal(await field(page, 'Minutes of item 1').inputValue(), '5');
    },
  },
  'a running session': {
    reach: async ({ stage, page }) => {
      await start(page);
      await stage.pass(30 * SECOND);
    },
    check: async (page, times) => {
      await heading(page, 'Open').waitFor();
      await says(digits(page), ['2:10', '1:50', '1:30'][times - 1]);
      await says(page.locator('.finish-about'), new RegExp(`^Finish about ${hours('09:45')}$`));
    },
  },
  'an overrun': {
    reach: async ({ stage, page }) => {
      await start(page);
      await stage.skip(3 * MINUTE);
      await stage.skip(65 * SECOND);
    },
    check: async (page, times) => {
      await says(digits(page), ['+1:25', '+1:45', '+2:05'][times - 1]);
      await says(caption(page), times < 3 ? 'over by 1 min' : 'over by 2 min');
    },
  },
  'a pause': {
    reach: async ({ stage, page }) => {
      await start(page);
      await next(page);
      await stage.pass(30 * SECOND);
      await button(page, 'Pause').click();
    },
    check: async (page) => {
      await heading(page, 'First opportunity').waitFor();
      await says(digits(page), '19:30');
      await says(caption(page), 'paused');
      await button(page, 'Resume').waitFor();
      await says(page.locator('.finish-about'), new RegExp(`^Paused since ${hours('09:00')}$`));
    },
  },
  'a session that goes on after a pause': {
    reach: async ({ stage, page }) => {
      await start(page);
      await button(page, 'Pause').click();
      await stage.skip(10 * MINUTE);
      await button(page, 'Resume').click();
    },
    check: async (page, times) => {
      await says(digits(page), ['2:40', '2:20', '2:00'][times - 1]);
      await says(page.locator('.finish-planned'), new RegExp(`^10 min behind$`));
    },
  },
  'a session that is over': {
    reach: async ({ stage, page }) => {
      await start(page);
      await stage.skip(2 * MINUTE);
      await button(page, 'End here').click();
    },
    check: async (page) => {
      await page.getByText('2 min spent, 45 planned.').waitFor();
      await says(page.locator('.when'), new RegExp(`${hours('09:00')} to ${hours('09:02')}$`));
    },
  },
};

for (const [name, { reach, check }] of Object.entries(STATES)) {
  scene(`A reload, a closed page and a killed tab bring back ${name}`, async (stage) => {
    let page = await stage.open();
    await reach({ stage, page });
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

const desk = (page) => page.evaluate((name) => localStorage.getItem(name) ?? '', `${PREFIX}desk`);

scene('Typed text is saved a second and a half after the last letter, and not before', async (stage) => {
  const page = await stage.open();
  await button(page, 'Plan a session').click();
  await field(page, 'Who will you coach?').pressSequentially('Grace');
  await stage.pass(1400);
  await field(page, 'Who will you coach?').press('!');
  await stage.pass(1400);
  assert.equal((await desk(page)).includes('Grace'), false);
  await stage.pass(200);
  assert.equal((await desk(page)).includes('Grace!'), true);
});

scene('Typed text is saved when the field is left', async (stage) => {
  const page = await stage.open();
  await button(page, 'Plan a session').click();
  await field(page, 'Who will you coach?').pressSequentially('Grace');
  assert.equal((await desk(page)).includes('Grace'), false);
  await page.keyboard.press('Tab');
  await comes(() => desk(page), (text) => text.includes('Grace'), 'the saved name');
});

scene('Typed text is saved when the page is hidden', async (stage) => {
  const page = await stage.open();
  await plan(page);
  await button(page, 'Edit the agenda').click();
  await field(page, 'Name of item 2').pressSequentially('X');
  const sessions = () => stage.stored(page).then((stored) => JSON.stringify(stored));
  assert.equal((await sessions()).includes('XFirst'), false);
  await setVisible(page, false);
  await comes(sessions, (text) => text.includes('XFirst'), 'the saved item');
});

scene('Typed text survives a closed page without a pause', async (stage) => {
  const page = await stage.open();
  await button(page, 'Plan a session').click();
  await field(page, 'Who will you coach?').fill('Grace');
  const again = await stage.reopen(page);
  assert.equal(await field(again, 'Who will you coach?').inputValue(), 'Grace');
});

/** Runs from nine o'clock, is closed after two minutes, and opened the morning after. */
async function leftOverNight(stage) {
  const page = await stage.open();
  await start(page);
  await stage.pass(2 * MINUTE);
  await page.close();
  await stage.skip(24 * HOUR);
  return stage.open();
}

scene('A session left open over night says so and ends when it is said to have ended', async (stage) => {
  let page = await leftOverNight(stage);
  const lead = page.locator('.ask .lead');
  await says(lead, new RegExp(`^This session was left open\\. It was last seen on ${MONDAY},? at ${hours('09:02')}\\.$`));
  await button(page, new RegExp(`^It ended at ${hours('09:45')}$`)).waitFor();
  await button(page, '5 min earlier').click();
  await button(page, new RegExp(`^It ended at ${hours('09:40')}$`)).waitFor();
  await button(page, '5 min later').click();
  await button(page, '5 min later').click();
  await stage.reload(page);
  await says(lead, new RegExp(`last seen on ${MONDAY},? at ${hours('09:02')}\\.$`));
  await button(page, '5 min later').click();
  await button(page, new RegExp(`^It ended at ${hours('09:50')}$`)).click();
  await page.getByText('50 min spent, 45 planned.').waitFor();
  await says(page.locator('.when'), new RegExp(`^${MONDAY},? ${hours('09:00')} to ${hours('09:50')}$`));
  page = await stage.reopen(page);
  await page.getByText('50 min spent, 45 planned.').waitFor();
});

scene('The end of a session left open moves no further back than its last sighting', async (stage) => {
  const page = await leftOverNight(stage);
  for (let steps = 0; steps < 9; steps += 1) await button(page, '5 min earlier').click();
  assert.equal(await button(page, '5 min earlier').getAttribute('aria-disabled'), 'true');
  await button(page, new RegExp(`^It ended at ${hours('09:02')}$`)).click();
  await page.getByText('2 min spent, 45 planned.').waitFor();
});

scene('A session left open may still be on', async (stage) => {
  const page = await leftOverNight(stage);
  await button(page, 'We are still in it').click();
  await says(digits(page), '+23 h 59');
  await stage.reload(page);
  await says(digits(page), '+23 h 59');
  assert.equal(await page.locator('.notice').count(), 0);
});

scene('A session left open in a window that stayed open asks as well', async (stage) => {
  const page = await stage.open();
  await start(page);
  await stage.skip(12 * HOUR);
  await page.getByText(/^This session was left open\./).waitFor();
  await button(page, new RegExp(`^It ended at ${hours('09:45')}$`)).click();
  await page.getByText('45 min spent, 45 planned.').waitFor();
});

scene('A session left open is asked about when it is opened from the list', async (stage) => {
  const page = await stage.open();
  await start(page);
  await button(page, 'All sessions').click();
  await page.close();
  await stage.skip(24 * HOUR);
  const again = await stage.open();
  await heading(again, 'On now').waitFor();
  await rowButton(again).click();
  await again.getByText(/^This session was left open\./).waitFor();
});

const ANSWERS = [
  ['We kept talking', '+10:00', '+10:10'],
  ['We were away', '2:00', '1:50'],
  ['The clock was changed', '2:00', '1:50'],
];

for (const [answer, shown, later] of ANSWERS) {
  scene(`An item that ended unseen asks, and takes the answer "${answer}"`, async (stage) => {
    const page = await stage.open();
    await start(page);
    await stage.pass(MINUTE);
    await page.close();
    await stage.skip(12 * MINUTE);
    const again = await stage.open();
    await says(again.locator('.notice p'), '12 minutes went by while this page slept. Were you still talking?');
    await button(again, answer).click();
    await says(digits(again), shown);
    assert.equal(await again.locator('.notice').count(), 0);
    await stage.pass(10 * SECOND);
    await says(digits(again), later);
    await stage.reload(again);
    await says(digits(again), later);
    assert.equal(await again.locator('.notice').count(), 0);
  });
}

scene('A short while away is not asked about', async (stage) => {
  const page = await stage.open();
  await start(page);
  await stage.pass(MINUTE);
  await page.close();
  await stage.skip(6 * MINUTE);
  const again = await stage.open();
  await says(digits(again), '+4:00');
  assert.equal(await again.locator('.notice').count(), 0);
});

/** Runs for two minutes, and then for five in the item of twenty. */
async function sevenMinutesIn(stage) {
  const page = await stage.open();
  await start(page);
  await stage.pass(2 * MINUTE);
  await next(page);
  await stage.skip(5 * MINUTE);
  await says(digits(page), '15:00');
  return page;
}

scene('A clock that is set back takes no counted time away and never shows less than nothing', async (stage) => {
  const page = await sevenMinutesIn(stage);
  await stage.clock.setSystemTime(NOW - HOUR);
  for (let second = 1; second <= 5; second += 1) {
    await stage.pass(SECOND);
    assert.match(await digits(page).innerText(), /^(15:00|14:5\d)$/);
  }
  const before = await digits(page).innerText();
  await stage.pass(10 * SECOND);
  const left = (text) => text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  assert.equal(left(before) - left(await digits(page).innerText()), 10);
  await button(page, 'End here').click();
  await page.getByText('7 min spent, 45 planned.').waitFor();
});

scene('A clock that is set back while the page is closed takes no counted time away', async (stage) => {
  const page = await sevenMinutesIn(stage);
  await page.close();
  await stage.clock.setSystemTime(NOW - 2 * HOUR);
  const again = await stage.open();
  await says(digits(again), '15:00');
  await stage.pass(10 * SECOND);
  await says(digits(again), '14:50');
});

scene('A clock that is set back right before a click takes no counted time away', async (stage) => {
  const page = await sevenMinutesIn(stage);
  await stage.clock.setSystemTime(NOW - HOUR);
  await button(page, 'Pause').click();
  await says(caption(page), 'paused');
  assert.equal(await digits(page).innerText(), '15:00');
});
