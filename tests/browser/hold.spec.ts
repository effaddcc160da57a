// Holding a session: what is needed at a glance is in sight on any screen, a slip of the hand does no harm, and what is
// for the manager alone stays hidden.

import {
  LEE, MINUTE, PLAN, SECOND,
  begin, boxOf, button, digits, expect, field, heading, keyboard, letPass, like, next, plan, say, start, starter, test,
  type Locator, type Page,
} from './fixtures';
import { expectInSight, setTextSize } from './layout';

const line = (page: Page) => page.locator('.writing-line');
const question = (page: Page) => page.locator('#question');
const peek = (page: Page) => button(page, say('alone-show'));
const hint = (page: Page) => page.getByText(like('listen-for'));
/** The main button, which needs no name of an item. */
const way = (page: Page) => page.locator('.controls .next');

for (const [width, height] of [[1366, 650], [375, 667]] as const) {
  test(`all that is needed is in sight at ${width} by ${height}`, async ({ setStage }) => {
    const stage = await setStage({ viewport: { width, height } });
    const page = await stage.open();
    await start(page);
    for (const item of ['item-open', 'early-first', 'early-second', 'item-next-steps'] as const) {
      await expect(heading(page, say(item))).toBeVisible();
      await page.evaluate(() => scrollTo(0, 0));
      const needed: [string, Locator][] = [
        ['the clock', page.getByRole('timer')],
        ['the question', question(page)],
        ['Next step', button(page, say('write-next-step'))],
        ['Park', button(page, say('write-parked'))],
        ['Note', button(page, say('write-note'))],
        ['Next', way(page)],
      ];
      for (const [name, what] of needed) await expectInSight(page, what, `${name} at ${item}`);
      await next(page);
    }
  });

  test(`question is larger than the ring at ${width} by ${height}`, async ({ setStage }) => {
    const stage = await setStage({ viewport: { width, height } });
    const page = await stage.open();
    await start(page);
    const [ring, prompt] = [await boxOf(page.locator('.ring')), await boxOf(page.locator('.prompt'))];
    expect(prompt.width * prompt.height).toBeGreaterThan(ring.width * ring.height);
    const letters = (what: Locator) => what.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    expect(await letters(question(page))).toBeGreaterThan(await letters(digits(page)));
  });
}

test('fixed bar takes at most a quarter at 320 px with 200% text', async ({ setStage }) => {
  const stage = await setStage({ viewport: { width: 320, height: 640 } });
  const page = await stage.open();
  await start(page);
  await setTextSize(page, 200);
  await page.evaluate(() => scrollTo(0, 0));
  const covered = await page.locator('coaching-session').evaluate(({ shadowRoot }) => {
    const stuck = [...shadowRoot!.querySelectorAll('.run *')].filter((element) => getComputedStyle(element).position === 'sticky');
    const heights = stuck.filter((element) => element.checkVisibility()).map((element) => element.getBoundingClientRect().height);
    return heights.reduce((sum, height) => sum + height, 0);
  });
  expect(covered).toBeGreaterThan(0);
  expect(covered / 640).toBeLessThanOrEqual(0.25);
  await expectInSight(page, way(page), 'Next');
});

for (const height of [480, 640]) {
  test(`bar of a plan takes a quarter of 320 by ${height} at most`, async ({ setStage }) => {
    const stage = await setStage({ viewport: { width: 320, height } });
    const page = await stage.open();
    await plan(page);
    await setTextSize(page, 200);
    await page.evaluate(() => scrollTo(0, 0));
    const covered = await page.locator('coaching-session').evaluate(({ shadowRoot }) => {
      const stuck = [...shadowRoot!.querySelectorAll('.planned *')].filter((element) => getComputedStyle(element).position === 'sticky');
      const heights = stuck.filter((element) => element.checkVisibility()).map((element) => element.getBoundingClientRect().height);
      return heights.reduce((sum, height) => sum + height, 0);
    });
    expect(covered).toBeGreaterThan(0);
    expect(covered / height).toBeLessThanOrEqual(0.25);
    await expectInSight(page, page.locator('.planned .primary'), 'the main button');
  });
}

test('close offers the next date once at every width', async ({ setStage }) => {
  const stage = await setStage({ viewport: { width: 1366, height: 650 } });
  const page = await stage.open();
  await start(page);
  for (let item = 0; item < 4; item += 1) await next(page);
  for (const width of [320, 375, 639, 640, 768, 1366]) {
    await page.setViewportSize({ width, height: 650 });
    await expect(button(page, like('just-date')), `at ${width}`).toHaveCount(1);
  }
});

for (const [width, height] of [[1366, 650], [375, 667]] as const) {
  test(`close keeps its next step and the next date in sight at ${width} by ${height}`, async ({ setStage }) => {
    const stage = await setStage({ viewport: { width, height } });
    const page = await stage.open();
    await start(page);
    for (const words of ['Call Dana', 'Ask procurement for a date', 'Bring the sponsor along']) {
      await page.keyboard.type(`s${words}`);
      await page.keyboard.press('Enter');
      await expect(line(page)).toHaveCount(0);
    }
    for (let item = 0; item < 4; item += 1) await next(page);
    await expect(heading(page, say('item-close'))).toBeVisible();
    const right = button(page, say('thats-right'));
    const said = (name: string, words: 'yes' | 'coaching') => button(page, say('labelled', { label: name, words: say(words) }));
    const dates = button(page, like('just-date')).first();
    const steps: [string, Locator][] = [
      ["That's right", right],
      ['what the seller came for', said(LEE, 'yes')],
      ['what the seller calls it', said(LEE, 'coaching')],
      ['what the manager calls it', said(say('manager-unknown'), 'coaching')],
    ];
    for (const [name, step] of steps) {
      await expectInSight(page, step, name);
      // On a phone the date comes into sight once the questions before it are answered.
      if (width > 640) await expectInSight(page, dates, `the next date at ${name}`);
      await expectInSight(page, way(page), `the end at ${name}`);
      await step.click();
      await letPass(page);
    }
    // What is done is one line.
    await expect(right).toBeHidden();
    await expect(said(LEE, 'yes')).toBeHidden();
    await expectInSight(page, dates, 'the next date');
    await dates.click();
    await expect(dates).toHaveCount(0);
    await expectInSight(page, page.getByText(like('next-on')), 'the booked date');
    // A folded step opens again, and what was said can be taken back.
    await page.getByText(say('next-steps'), { exact: true }).last().click();
    await expect(right).toBeVisible();
  });
}

for (const [width, height] of [[1366, 650], [375, 667]] as const) {
  test(`line for a note opens wholly in sight at ${width} by ${height}`, async ({ setStage }) => {
    const stage = await setStage({ viewport: { width, height } });
    const page = await stage.open();
    await plan(page);
    await button(page, say('prepare-as', { name: LEE })).click();
    await button(page, say('i-am', { name: LEE })).click();
    await field(page, say('topic-first')).fill('Northwind has gone quiet since the trial, and I do not know who signs');
    await field(page, say('worked-if-label')).fill('A first sentence for my call on Thursday');
    await button(page, say('ready-seller')).click();
    await begin(page);
    for (const item of ['item-open', 'early-first', 'early-second'] as const) {
      await expect(heading(page, say(item))).toBeVisible();
      for (const key of ['s', 'p', 'n']) {
        await page.evaluate(() => scrollTo(0, 0));
        await page.keyboard.press(key);
        await expect(line(page)).toBeVisible();
        const [box, bar] = [await boxOf(line(page)), await boxOf(page.locator('.controls'))];
        expect.soft(box.y, `top of the line at ${item}`).toBeGreaterThanOrEqual(0);
        expect.soft(box.y + box.height, `end of the line at ${item}`).toBeLessThanOrEqual(bar.y + 0.5);
        await expectInSight(page, page.getByRole('timer'), `the time left at ${item}`);
        await page.keyboard.press('Escape');
      }
      await next(page);
    }
  });

  test(`more time stands beside the clock once time is up at ${width} by ${height}`, async ({ setStage }) => {
    const stage = await setStage({ viewport: { width, height } });
    const page = await stage.open();
    await start(page);
    const more = (minutes: number) => button(page, say('extend-by-long', { minutes }));
    const ring = await boxOf(page.getByRole('timer'));
    expect((await boxOf(more(2))).y, 'below the ring before').toBeGreaterThan(ring.y + ring.height);
    await stage.skip(4 * MINUTE);
    await expect(digits(page)).toHaveText('+1:00');
    await page.evaluate(() => scrollTo(0, 0));
    const face = await boxOf(page.getByRole('timer'));
    for (const minutes of [1, 2, 5]) {
      await expectInSight(page, more(minutes), `+${minutes}`);
      const { y } = await boxOf(more(minutes));
      expect(y, `+${minutes} beside the ring`).toBeLessThan(face.y + face.height);
    }
    await expectInSight(page, question(page), 'the question');
    await more(2).click();
    await expect(digits(page), 'two minutes from now').toHaveText('2:00');
  });

  test(`what was parked stands above the question at ${width} by ${height}`, async ({ setStage }) => {
    const stage = await setStage({ viewport: { width, height } });
    const page = await stage.open();
    await start(page);
    await page.keyboard.type('pHoliday plans');
    await page.keyboard.press('Enter');
    await expect(line(page)).toHaveCount(0);
    await button(page, say('end-early')).click();
    await letPass(page);
    await button(page, like('just-date')).first().click();
    await button(page, say('open-next')).click();
    const parked = page.getByText('Holiday plans', { exact: true });
    await expect(page.getByText(say('parked-last'))).toBeVisible();
    if (width > 1000) await expectInSight(page, parked, 'what was parked, before the start');
    await begin(page);
    await page.evaluate(() => scrollTo(0, 0));
    await expectInSight(page, parked, 'what was parked');
    await expectInSight(page, button(page, say('labelled', { label: say('next-time'), words: 'Holiday plans' })), 'its answer');
    expect((await boxOf(parked)).y).toBeLessThan((await boxOf(question(page))).y);
  });
}

test('kept note and Next bring clock and question into sight', async ({ setStage }) => {
  const stage = await setStage({ viewport: { width: 1366, height: 650 } });
  const page = await stage.open();
  await start(page);
  for (const item of ['item-open', 'early-first', 'early-second'] as const) {
    await expect(heading(page, say(item))).toBeVisible();
    for (const key of ['s', 'p', 'n']) {
      await page.keyboard.press(key);
      await expect(line(page)).toBeVisible();
      await page.keyboard.type(`words of ${key}`);
      await page.keyboard.press('Enter');
      await expect(line(page)).toBeHidden();
      await expectInSight(page, page.getByRole('timer'), `the clock after ${key} at ${item}`);
      await expectInSight(page, question(page), `the question after ${key} at ${item}`);
      // The single keys rest for a second.
      await stage.pass(2 * SECOND);
    }
    // A person who has scrolled down presses with a mouse, which scrolls nothing.
    await page.evaluate(() => scrollTo(0, 400));
    const { x, y, width, height } = (await way(page).boundingBox())!;
    await page.mouse.click(x + width / 2, y + height / 2);
    await expect(heading(page, say(item))).toBeHidden();
    await expectInSight(page, page.getByRole('timer'), `the clock after ${item}`);
  }
});

test('second press on Next within half a second does nothing', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await letPass(page);
  await way(page).dblclick();
  await expect(heading(page, say('early-first'))).toBeVisible();
  await stage.pass(SECOND / 4);
  await way(page).focus();
  await page.keyboard.press('Enter');
  await expect(heading(page, say('early-first')), 'by keyboard as well').toBeVisible();
  await stage.pass(SECOND);
  await page.keyboard.press('Enter');
  await expect(heading(page, say('early-second'))).toBeVisible();
});

test('click on something that has just moved there does nothing', async ({ setStage }) => {
  const stage = await setStage({ viewport: { width: 1366, height: 1400 } });
  const page = await stage.open();
  await start(page);
  for (const words of ['One', 'Two']) {
    await button(page, say('write-note')).click();
    await field(page, say('shared-note-label')).fill(words);
    await button(page, say('keep')).click();
    await expect(line(page)).toHaveCount(0);
  }
  const remove = (words: string) => button(page, say('remove', { title: words }));
  const { x, y, width, height } = await boxOf(remove('One'));
  const click = () => page.mouse.click(x + width / 2, y + height / 2);
  await click();
  await expect(remove('One')).toHaveCount(0);
  await expect.poll(async () => Math.abs((await boxOf(remove('Two'))).y - y), 'the second row moved up').toBeLessThan(height / 2);
  await click();
  await expect(remove('Two'), 'the second half of a double click').toBeVisible();
  await stage.pass(SECOND);
  await click();
  await expect(remove('Two')).toHaveCount(0);
});

test('word typed at full speed after a single key loses no letter', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  for (const [key, label] of [['n', 'shared-note-label'], ['p', 'park-label'], ['s', 'next-step-label'], ['n', 'shared-note-label']] as const) {
    // The first time nothing was kept before, then each line right after another one.
    await page.keyboard.type(`${key}Sponsor left in October`);
    await expect(field(page, say(label)), key).toHaveValue('Sponsor left in October');
    await page.keyboard.press('Enter');
    await expect(line(page)).toHaveCount(0);
  }
});

test('letters that follow a kept sentence are the next one', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await page.keyboard.type('nShe nodded');
  await page.keyboard.press('Enter');
  await expect(line(page)).toHaveCount(0);
  await page.keyboard.type('and then', { delay: 20 });
  await expect(field(page, say('shared-note-label'))).toHaveValue('and then');
  await page.keyboard.press('Enter');
  await expect(line(page)).toHaveCount(0);
  await expect(page.locator('.note-words')).toHaveText(['She nodded', 'and then']);
  await stage.pass(SECOND);
  await page.keyboard.type('xy');
  await expect(line(page), 'after a second nobody types on').toHaveCount(0);
  await page.keyboard.press('p');
  await expect(field(page, say('park-label'))).toBeFocused();
});

test('letters that follow a note for oneself stay with oneself', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  const words = 'not fit for this';
  await page.keyboard.type('n');
  await button(page, say('only-me')).click();
  await field(page, say('shared-note-label')).fill('Burnt out');
  await page.keyboard.press('Enter');
  await expect(line(page)).toHaveCount(0);
  // The first letter is a single key, which would open a shared note.
  await page.keyboard.type(words, { delay: 20 });
  await expect(field(page, say('shared-note-label'))).toHaveValue(words);
  await expect(button(page, say('only-me'))).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Enter');
  await expect(line(page)).toHaveCount(0);
  await expect(page.locator('.note-words')).toHaveCount(0);
});

test('single keys work with Caps Lock and on other layouts', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  const type = (key: string, code: string) =>
    page.locator('coaching-session').evaluate(({ shadowRoot }, { key, code }) => {
      shadowRoot!.querySelector('h1')!.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, composed: true, cancelable: true }));
    }, { key, code });
  for (const [key, code] of [['N', 'KeyN'], ['т', 'KeyN'], ['ν', 'KeyN']] as const) {
    await type(key, code);
    await expect(field(page, say('shared-note-label')), key).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(line(page)).toHaveCount(0);
  }
  // A Latin letter is what it says, wherever it lies.
  await type('b', 'KeyN');
  await expect(line(page)).toHaveCount(0);
});

test('single keys can be switched off for good', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  const keys = page.getByRole('checkbox', { name: say('keys-on') });
  await expect(keys).toBeChecked();
  await keys.click();
  await expect(keys).not.toBeChecked();
  await page.keyboard.press('n');
  await expect(line(page)).toHaveCount(0);
  await stage.reload(page);
  await page.keyboard.press('n');
  await expect(line(page)).toHaveCount(0);
  await keys.click();
  await heading(page, 'Lee Park').focus();
  await page.keyboard.press('n');
  await expect(field(page, say('shared-note-label'))).toBeFocused();
});

test('what is private shows while held, or after a question', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await expect(hint(page)).toHaveCount(0);
  await peek(page).hover();
  await page.mouse.down();
  await expect(hint(page)).toBeVisible();
  await stage.pass(SECOND);
  await page.mouse.up();
  await expect(hint(page)).toHaveCount(0);
  await expect(button(page, say('alone-unseen')), 'a long hold asks nothing').toHaveCount(0);
  await page.mouse.down();
  await expect(hint(page)).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event('blur')));
  await expect(hint(page), 'another window takes the release').toHaveCount(0);
  await page.mouse.up();

  await peek(page).focus();
  await page.keyboard.press('Enter');
  await expect(hint(page)).toHaveCount(0);
  await button(page, say('alone-unseen')).click();
  await expect(hint(page)).toBeVisible();
  await expect(keyboard(page), 'the keyboard is not lost').toHaveCount(1);
  await stage.pass(61 * SECOND);
  await expect(hint(page)).toHaveCount(0);
});

test('thrown-away words come back by one press', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await page.keyboard.press('n');
  await page.keyboard.type('half a thought');
  await page.keyboard.press('Escape');
  await expect(line(page)).toHaveCount(0);
  await page.keyboard.press('s');
  await expect(field(page, say('next-step-label'))).toHaveValue('');
  await page.keyboard.press('Escape');
  await button(page, say('bring-back')).click();
  await expect(field(page, say('shared-note-label'))).toHaveValue('half a thought');
  await expect(field(page, say('shared-note-label'))).toBeFocused();
});

test('session booked for another day asks once before it starts', async ({ stage }) => {
  const page = await stage.open({ asksStart: true });
  await plan(page);
  await starter(page).click();
  await expect(page.getByText(like('start-ask'))).toBeVisible();
  await button(page, say('start-not')).click();
  await expect(button(page, say('start-now'))).toHaveCount(0);
  await expect(digits(page)).toHaveCount(0);
  await starter(page).click();
  await button(page, say('start-now')).click();
  await expect(digits(page)).toBeVisible();
});

test('double click on the start does not skip the first item', async ({ setStage }) => {
  const stage = await setStage({ time: Date.parse('2026-05-05T10:00:00+02:00') });
  const page = await stage.open();
  await plan(page);
  const { x, y, width, height } = await boxOf(starter(page));
  const click = () => page.mouse.click(x + width / 2, y + height / 2);
  await click();
  await expect(digits(page)).toBeVisible();
  await click();
  await stage.pass(SECOND);
  await expect(heading(page, say('item-open'))).toBeVisible();
});

test('checklist stands beside on wide screens, below on a phone', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await button(page, say('prepare-own')).click();
  await button(page, say('i-am', { name: say('manager-unknown') })).click();
  const [first, mind, avoid] = [heading(page, say('brought', { seller: 'Lee' })), heading(page, say('check-heading')), heading(page, say('avoid-heading'))];
  await page.setViewportSize({ width: 1366, height: 650 });
  const [wide, beside] = [await boxOf(first), await boxOf(mind)];
  expect(beside.x, 'the checklist stands beside').toBeGreaterThan(wide.x + wide.width);
  for (const tick of await page.getByRole('checkbox').all()) if (await tick.isVisible()) await expectInSight(page, tick, 'a line of the checklist');
  await page.setViewportSize({ width: 375, height: 667 });
  const tops = await Promise.all([first, mind, avoid].map(async (what) => (await boxOf(what)).y));
  expect(tops, 'the checklist follows what the seller brings').toEqual([...tops].sort((one, other) => one - other));
});
