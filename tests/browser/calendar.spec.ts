// Planning by presses, and the calendar: ical.js reads back the files that the page and the native tests wrote.

import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import ICAL from 'ical.js';
import { PLAN, begin, begins, boxOf, button, expect, field, fillForm, like, plan, say, starter, test, type Page } from './fixtures';
import { keepSlot } from './screens';

/** The file that the native test writes. */
const WRITTEN = new URL('../../target/calendar.jsonl', import.meta.url);

/** Returns the one event of a calendar file. */
function eventOf(file: string) {
  const events = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent');
  expect(events).toHaveLength(1);
  return new ICAL.Event(events[0]);
}

test('ical.js reads words of any language and length back', () => {
  expect(existsSync(WRITTEN), 'run `cargo test --test native calendar` first').toBe(true);
  const cases = readFileSync(WRITTEN, 'utf8').split('\n').map((line) => JSON.parse(line));
  expect(cases.length).toBeGreaterThan(10);
  for (const { file, title, place, body } of cases) {
    const event = eventOf(file);
    expect([event.summary, event.location, event.description]).toEqual([title, place, body]);
    expect(event.startDate.toJSDate().toISOString()).toBe('2026-05-14T08:00:00.000Z');
    expect(event.endDate.toJSDate().toISOString()).toBe('2026-05-14T08:45:00.000Z');
    expect(event.sequence).toBe(3);
  }
});

/** Saves the calendar file by the button of that name. */
async function save(page: Page, name: string) {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

test('saved calendar file is told of in sight on a phone', async ({ setStage }) => {
  const stage = await setStage({ viewport: { width: 375, height: 667 } });
  const page = await stage.open();
  await fillForm(page, PLAN);
  await button(page, say('form-submit')).click();
  await button(page, say('calendar-put')).click();
  await save(page, say('calendar-save'));
  await expect(page.locator('.lead').getByText(say('calendar-done'))).toBeInViewport({ ratio: 1 });
});

test('moved session replaces its calendar entry', async ({ stage }) => {
  const page = await stage.open();
  await fillForm(page, { seller: 'Lee, Park; \\ 李😀', date: '2026-05-05', time: '10:00' });
  await field(page, say('own-name-label')).fill('Maria Sánchez');
  await button(page, say('form-submit')).click();
  await button(page, say('calendar-put')).click();
  const first = await save(page, say('calendar-save'));
  expect(first.name).toBe('coaching-session-lee-park-李-maria-sánchez-2026-05-05.ics');
  const event = eventOf(first.text);
  expect(event.summary).toBe('Coaching session: Lee, Park; \\ 李😀 with Maria Sánchez');
  expect(event.component.getFirstPropertyValue('class')).toBe('PRIVATE');
  const link = /https?:\S+#cs=\S+/.exec(event.description)?.[0] ?? '';
  // The link leads back to the session.
  await page.goto(link);
  await button(page, say('back-to-session')).click();
  await expect(starter(page)).toBeVisible();
  await button(page, say('change-plan')).click();
  await field(page, say('time-label')).fill('11:30');
  await field(page, begins('place-label')).fill('Room 4');
  await button(page, say('form-submit-change')).click();
  await button(page, say('calendar-put')).click();
  const second = eventOf((await save(page, say('calendar-save'))).text);
  expect(second.uid).toBe(event.uid);
  expect(second.sequence).toBeGreaterThan(event.sequence);
  expect(second.location).toBe('Room 4');
  expect(second.startDate.toJSDate().getTime() - event.startDate.toJSDate().getTime()).toBe(90 * 60_000);
});

/** Returns all events of a calendar file. */
function eventsOf(file: string) {
  const events = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent');
  return events.map((event) => new ICAL.Event(event));
}

test('row of a standing slot is one file of single events', async ({ stage }) => {
  const page = await stage.open();
  await fillForm(page, { ...PLAN, seller: 'Lee Park', date: '2026-10-15', time: '10:00' });
  await button(page, say('form-submit')).click();
  await keepSlot(page);
  const first = eventsOf((await save(page, say('calendar-save'))).text);
  expect(first).toHaveLength(7);
  // Summer time ends on 25 October: 10:00 in Berlin is another time in UTC from then on.
  expect(first.slice(0, 3).map((event) => event.startDate.toJSDate().toISOString())).toEqual([
    '2026-10-15T08:00:00.000Z', '2026-10-29T09:00:00.000Z', '2026-11-12T09:00:00.000Z',
  ]);
  expect(new Set(first.map((event) => event.uid)).size).toBe(7);
  expect(first.every((event) => !event.isRecurring())).toBe(true);
  const links = new Set(first.map((event) => /https?:\S+#cs=\S+/.exec(event.description)?.[0] ?? ''));
  expect(links.size).toBe(1);
  await button(page, like('slot-skip-long')).first().click();
  const second = eventsOf((await save(page, say('calendar-save'))).text);
  const gone = second.filter((event) => event.component.getFirstPropertyValue('status') === 'CANCELLED');
  expect(gone.map((event) => event.uid)).toEqual([first[1]?.uid]);
  expect(Math.min(...second.map((event) => event.sequence))).toBeGreaterThan(Math.max(...first.map((event) => event.sequence)));
  // The one link opens the next session.
  await page.goto([...links][0]);
  await expect(button(page, say('change-plan'))).toBeVisible();
});

test('ended slot cancels its dates and keeps the planned session', async ({ stage }) => {
  const page = await stage.open();
  await fillForm(page, { ...PLAN, seller: 'Lee Park', date: '2026-10-15', time: '10:00' });
  await button(page, say('form-submit')).click();
  await keepSlot(page);
  const first = eventsOf((await save(page, say('calendar-save'))).text);
  await expect(page.getByText(say('row-done'))).toBeVisible();
  await button(page, say('slot-end')).click();
  const second = eventsOf((await save(page, say('row-gone-save'))).text);
  await expect(page.getByText(say('row-gone-done'))).toBeVisible();
  const stands = (events: ICAL.Event[]) => events.map((event) => [event.uid, event.startDate.toString()]);
  const of = (status: string | null) => second.filter((event) => event.component.getFirstPropertyValue('status') === status);
  expect(stands(of(null))).toEqual(stands(first.slice(0, 1)));
  expect(stands(of('CANCELLED'))).toEqual(stands(first.slice(1)));
  expect(Math.min(...second.map((event) => event.sequence))).toBeGreaterThan(Math.max(...first.map((event) => event.sequence)));
});

test('two presses move a session, its entry and the message', async ({ stage }) => {
  const page = await stage.open();
  await fillForm(page, { seller: 'Lee', date: '2026-05-05', time: '10:00' });
  await field(page, say('own-name-label')).fill('Maria');
  await button(page, say('form-submit')).click();
  await button(page, say('calendar-put')).click();
  const first = eventOf((await save(page, say('calendar-save'))).text);
  await button(page, say('share-invite', { name: 'Lee' })).click();
  await button(page, say('copy-words')).click();
  await button(page, say('edit-done')).click();
  await button(page, say('change-plan')).click();
  await expect(page.getByRole('group', { name: say('slots-label-change') }).getByRole('button')).toHaveCount(2);
  await page.locator('.slots button').first().click();
  await button(page, say('calendar-put')).click();
  const second = eventOf((await save(page, say('calendar-save'))).text);
  expect([second.uid, second.sequence > first.sequence]).toEqual([first.uid, true]);
  expect(second.startDate.toJSDate().getTime() - first.startDate.toJSDate().getTime()).toBe(24 * 60 * 60_000);
  await button(page, say('share-changed', { name: 'Lee' })).click();
  await expect(page.getByText(/When: Wednesday 6 May, 10:00 .* instead of Tuesday 5 May, 10:00/)).toBeVisible();
});

test('own next step with a date is a whole day in the calendar', async ({ stage }) => {
  const page = await stage.open();
  await plan(page, { seller: 'Lee', date: '2026-05-14', time: '10:00' });
  await begin(page);
  await button(page, say('write-next-step')).click();
  await button(page, say('manager-unknown')).click();
  await field(page, say('next-step-label')).fill('Ask, for; a \\ slot');
  await field(page, say('step-date')).fill('9999-12-31');
  await page.keyboard.press('Enter');
  await expect(field(page, say('step-date'))).toBeFocused();
  await expect(page.getByText(say('step-date-far'))).toBeVisible();
  await field(page, say('step-date')).fill('2026-05-20');
  await expect(page.getByText(say('step-date-far'))).toHaveCount(0);
  await button(page, say('keep')).click();
  await expect(page.getByText(say('step-by', { day: 'Wed 20 May' }))).toBeVisible();
  await button(page, say('end-early')).click();
  const event = eventOf((await save(page, `${say('step-calendar')}: Ask, for; a \\ slot`)).text);
  expect([event.summary, event.startDate.isDate, event.startDate.toString()]).toEqual([
    'Ask, for; a \\ slot', true, '2026-05-20',
  ]);
  expect(event.endDate.toString(), 'one day').toBe('2026-05-21');
  await expect(page.getByText(say('step-calendar-done')), 'the file is still to be opened').toBeVisible();
});

test('a known seller is planned by two presses', async ({ stage }) => {
  const page = await stage.open();
  await fillForm(page);
  await button(page, say('form-submit')).click();
  await button(page, say('back-home')).click();
  await button(page, say('plan-one')).click();
  await button(page, 'Lee Park').click();
  await page.locator('.slots button').first().click();
  await expect(button(page, say('calendar-put'))).toBeVisible();
});

test('question about a time stays in sight on a phone', async ({ setStage }) => {
  const stage = await setStage({ viewport: { width: 375, height: 667 } });
  const page = await stage.open();
  await fillForm(page);
  await button(page, say('form-submit')).click();
  await button(page, say('back-home')).click();
  await fillForm(page, { ...PLAN, seller: 'Tom' });
  await button(page, say('form-submit')).click();
  await expect(page.getByText(say('doubt-overlaps', { 'seller-within': 'Lee Park', time: '10:00' }))).toBeInViewport({ ratio: 1 });
  await expect(page.locator('.form .way-on .primary')).toHaveText(say('plan-anyway'));
  await expect(button(page, say('form-submit')), 'one button plans').toHaveCount(0);
});
