// A quarter for eight sellers: booked by few presses, sent by one each, and one file for the calendar.

import { readFile } from 'node:fs/promises';
import ICAL from 'ical.js';
import { button, expect, field, heading, letPass, like, say, type Locator } from './fixtures';
import { CLIPBOARD, MANAGER, readClipboard, test } from './links';

const EIGHT = ['Ana', 'Ben', 'Cleo', 'Dov', 'Eve', 'Finn', 'Gil', 'Hana'];

test('quarter for eight takes three presses and one send each', async ({ setStage }) => {
  test.slow();
  const stage = await setStage(CLIPBOARD);
  const page = await stage.open();
  let presses = 0;
  const press = async (locator: Locator) => {
    presses += 1;
    await locator.click();
  };
  await press(button(page, say('quarter-open')));
  await field(page, say('quarter-names')).fill(EIGHT.join(', '));
  await field(page, say('own-name-label')).fill(MANAGER);
  await field(page, say('quarter-avoid')).fill('1.5.2026 to 3.5.2026 closed');
  await press(button(page, say('quarter-fill', { count: 4 })));
  await press(button(page, like('quarter-book')));
  await expect(heading(page, say('quarter-booked'))).toBeVisible();
  expect(presses).toBe(3);

  await letPass(page);
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, say('quarter-calendar')).click()]);
  expect(download.suggestedFilename()).toMatch(/^coaching-quarter-\d{4}-\d\d-\d\d\.ics$/);
  const calendar = new ICAL.Component(ICAL.parse(await readFile(await download.path(), 'utf8')));
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  events.sort((one, other) => one.startDate.toUnixTime() - other.startDate.toUnixTime());
  expect(events.length).toBeGreaterThanOrEqual(48);
  const starts = events.map((event) => event.startDate.toJSDate().getTime());
  const ends = events.map((event) => event.endDate.toJSDate().getTime());
  for (let at = 1; at < events.length; at += 1) {
    expect(starts[at], 'no two overlap').toBeGreaterThanOrEqual(ends[at - 1]!);
  }
  for (const name of EIGHT) {
    expect(events.filter((event) => event.summary.includes(name)).length, name).toBeGreaterThanOrEqual(6);
  }

  // Each message is one press, and the next button has the focus: Enter goes on.
  const primary = page.locator('.way-on .primary');
  await expect(page.locator('.send-message')).toContainText(EIGHT[0]!);
  for (const name of EIGHT) {
    await expect(primary).toHaveText(say('quarter-copy-for', { name }));
    await letPass(page);
    if (name === EIGHT[0]) await primary.click();
    else await page.keyboard.press('Enter');
    await expect.poll(() => readClipboard(page)).toContain(name);
    await expect(page.locator('.send-row').filter({ hasText: new RegExp(`^${name}:`) })).toContainText(/You copied it/);
    const next = EIGHT[EIGHT.indexOf(name) + 1];
    if (next) {
      await expect(page.locator('.send-row').getByRole('button', { name: say('quarter-copy-for', { name: next }), exact: true })).toBeFocused();
      await expect(page.locator('.send-message')).toContainText(next);
    }
  }
  await expect(primary).toHaveText(say('quarter-done'));
  await letPass(page);
  await primary.click();
  for (const name of EIGHT) await expect(button(page, say('home-of', { seller: name }))).toBeVisible();
});

test('date of a quarter is moved by keyboard alone', async ({ stage }) => {
  const page = await stage.open();
  await button(page, say('quarter-open')).click();
  await field(page, say('quarter-names')).fill('Ana');
  await page.locator('.week > summary').first().focus();
  await page.keyboard.press('Enter');
  const move = button(page, like('labelled', { label: say('quarter-move') })).first();
  await move.focus();
  await page.keyboard.press('Enter');
  await expect(field(page, say('quarter-move-date'))).toBeFocused();
  await field(page, say('quarter-move-time')).focus();
  await page.keyboard.type('0230PM');
  await expect(page.locator('.line').filter({ hasText: /0?2:30|14:30/ }).first()).toBeVisible();
});

test('working week of a quarter is that of the region', async ({ setStage }) => {
  const stage = await setStage({ locale: 'ar-EG' });
  const page = await stage.open();
  await button(page, say('quarter-open')).click();
  const day = field(page, say('quarter-day', { number: 1 })).getByRole('option');
  await expect(day.filter({ hasText: say('name-of-day', { day: 'sunday' }) })).toHaveCount(1);
  await expect(day.filter({ hasText: say('name-of-day', { day: 'friday' }) })).toHaveCount(0);
});

test('hours of a quarter keep their days when one is removed', async ({ stage }) => {
  const page = await stage.open();
  await button(page, say('quarter-open')).click();
  await button(page, say('quarter-hour-add')).click();
  await button(page, say('quarter-hour-add')).click();
  const day = (number: number) => field(page, say('quarter-day', { number }));
  await day(1).selectOption({ label: say('name-of-day', { day: 'monday' }) });
  await day(2).selectOption({ label: say('name-of-day', { day: 'tuesday' }) });
  await day(3).selectOption({ label: say('name-of-day', { day: 'wednesday' }) });
  await button(page, say('quarter-hour-remove', { number: 1 })).click();
  await expect(day(3)).toHaveCount(0);
  await expect(day(1)).toHaveValue('1');
  await expect(day(2)).toHaveValue('2');
});
