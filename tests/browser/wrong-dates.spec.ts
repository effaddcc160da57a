// Wrong dates, rhythms and time zones: the message stands beside the field, nothing typed is lost, and nothing breaks.

import { readFile } from 'node:fs/promises';
import ICAL from 'ical.js';
import { expectRight, expectWrong } from './complaints';
import { PLAN, button, expect, field, fillForm, heading, like, say, test, widget, type Page } from './fixtures';
import { keepSlot } from './screens';

const NO_DATES = say('quarter-no-dates');
const avoid = (page: Page) => field(page, say('quarter-avoid'));

/** Opens the form of a quarter with one seller. */
async function quarter(page: Page) {
  await button(page, say('quarter-open')).click();
  await field(page, say('quarter-names')).fill('Ana');
  await field(page, say('own-name-label')).fill('Maria');
  await expect(button(page, like('quarter-book'))).toBeVisible();
}

/** Presses the button that books, with whatever number of dates it names. */
const book = (page: Page) => button(page, like('quarter-book')).click();

test('hour on no working day is told beside the hour', async ({ stage }) => {
  const page = await stage.open();
  await quarter(page);
  const hour = field(page, say('quarter-time', { number: 1 }));
  await page.getByText(say('quarter-working'), { exact: true }).click();
  // The hour lies on one of these days.
  for (const day of ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']) {
    await page.getByRole('checkbox', { name: say('name-of-day', { day }), exact: true }).first().click();
  }
  await expectWrong(hour, say('quarter-no-working-day'));
  await book(page);
  await expect(heading(page, say('quarter-heading'))).toBeVisible();
  await stage.reload(page);
  await expectWrong(hour, say('quarter-no-working-day'));
  await expect(field(page, say('quarter-names'))).toHaveValue('Ana');
});

test('quarter with no free day is told and keeps what was typed', async ({ stage }) => {
  const page = await stage.open();
  await quarter(page);
  const all = '2026-05-01 to 2026-07-31 closed\n1.8.2026 to 31.10.2026\n2026-11-01 to 2026-12-31';
  await avoid(page).fill(all);
  await expectWrong(field(page, say('quarter-last')), NO_DATES);
  await book(page);
  await expect(heading(page, say('quarter-heading'))).toBeVisible();
  await expectWrong(field(page, say('quarter-last')), NO_DATES);
  await expect(avoid(page)).toHaveValue(all);
  await avoid(page).fill('');
  await expectRight(field(page, say('quarter-last')));
});

test('days to avoid are read in three formats and refused in none', async ({ stage }) => {
  const page = await stage.open();
  await quarter(page);
  for (const typed of ['2026-05-14 Ascension', '14.05.2026 Ascension', 'May 14, 2026 Ascension', '14 May 2026']) {
    await avoid(page).fill(typed);
    await expectRight(avoid(page));
    await expect(page.getByText(/Thu 14 May, /)).toHaveCount(0);
  }
  for (const [typed, words] of [
    ['Ascension', say('quarter-unread', { line: 'Ascension' })],
    ['2026-02-30', say('quarter-unread', { line: '2026-02-30' })],
    ['5/6/2026', say('quarter-unclear', { line: '5/6/2026' })],
    ['2026-05-14 to 2025-05-14', say('quarter-span', { line: '2026-05-14 to 2025-05-14' })],
    ['9999-12-31 to 99999-01-01', say('quarter-unread', { line: '9999-12-31 to 99999-01-01' })],
  ] as const) {
    await avoid(page).fill(typed);
    await expectWrong(avoid(page), words);
    await book(page);
    await expect(avoid(page)).toHaveValue(typed);
    await expectWrong(avoid(page), words);
  }
});

test('quarter up to the year 9999 is refused beside the day', async ({ stage }) => {
  const page = await stage.open();
  await quarter(page);
  const [first, last] = [field(page, say('quarter-first')), field(page, say('quarter-last'))];
  await last.fill('9999-12-31');
  await expectWrong(last, say('quarter-too-long'));
  await first.fill('9999-12-31');
  await expect(last).toHaveValue('9999-12-31');
  await expect(first).toHaveValue('9999-12-31');
  await last.fill('9999-12-30');
  await expectWrong(last, say('quarter-too-short'));
});

test('session in the year 9999 is asked about, and its slot ends', async ({ stage }) => {
  const page = await stage.open();
  await fillForm(page, { ...PLAN, date: '9999-12-23', time: '10:00' });
  await button(page, say('form-submit')).click();
  await expect(page.getByText(say('doubt-far'))).toBeVisible();
  await expect(field(page, say('date-label'))).toHaveValue('9999-12-23');
  await button(page, say('plan-anyway')).click();
  await expect(widget(page)).toContainText('23 December 9999, 10:00');
  await keepSlot(page);
  await expect(page.getByText(/Thu 23 Dec 9999|Thu, 23 Dec 9999|23 Dec 9999/).first()).toBeVisible();
  await stage.reload(page);
  await expect(heading(page, like('slot-two-weeks'))).toBeVisible();
});

test('time zone that no browser knows breaks nothing', async ({ setStage }) => {
  const inNoZone = () => {
    const { resolvedOptions } = Intl.DateTimeFormat.prototype;
    Intl.DateTimeFormat.prototype.resolvedOptions = function () {
      return { ...resolvedOptions.call(this), timeZone: 'Nowhere/At_All' };
    };
  };
  const stage = await setStage({ init: inNoZone });
  const page = await stage.open();
  await fillForm(page);
  await button(page, say('form-submit')).click();
  await expect(widget(page)).toContainText('Tuesday 5 May, 10:00');
  await stage.reload(page);
  await expect(widget(page)).toContainText('Tuesday 5 May, 10:00');
  await button(page, say('calendar-put')).click();
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, say('calendar-save')).click()]);
  const calendar = new ICAL.Component(ICAL.parse(await readFile(await download.path(), 'utf8')));
  expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1);
});
