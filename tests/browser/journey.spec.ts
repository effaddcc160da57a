// The way through, as a manager walks it: plan, run, end, find again, plan the next one; delete and
// take that back; shape the agenda.

import {
  AGENDA, MINUTE, PLAN, SECOND,
  button, caption, dataOf, digits, expect, extend, field, fillForm, heading, hours, may, next, plan, recordOf, rowButton, rowDelete,
  start, starter, storedIn, test, widget,
  type Page,
} from './fixtures';

const PLACE = 'The quiet room';

const finish = (page: Page) => page.locator('.finish');
const sum = (page: Page) => page.locator('.edit-sum .sum');

/** The rail beside a session that is on: name, state and minutes of each item. */
const rail = (page: Page) =>
  page
    .getByRole('navigation', { name: 'Agenda' })
    .getByRole('listitem')
    .filter({ has: page.locator('.rail-title') })
    .evaluateAll((all) => all.map((item) => ['.rail-title', '.spoken', '.rail-minutes'].map((part) => item.querySelector(part)?.textContent ?? '').join('|')));

/** The agenda that is being edited: name and minutes of each item. */
const items = (page: Page) =>
  page.locator('.edit-row').evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('input')].map((input) => input.value).join(' ')));

const shows = (page: Page, expected: string[]) => expect.poll(() => items(page), 'the items').toEqual(expected);

test('planned session shows its agenda and is first in the list', { tag: '@engines' }, async ({ stage }) => {
  const page = await stage.open();
  await expect(page.getByText('Nothing is booked yet.')).toBeVisible();
  await fillForm(page);
  await expect(page.locator('.defaults-line')).toHaveText('Early opportunity, 45 minutes');
  await button(page, 'Plan this session').click();

  await expect(heading(page, 'Lee Park')).toBeVisible();
  await expect(heading(page, 'Does Lee Park know that this is coaching?')).toBeVisible();
  await expect(page.locator('.when')).toHaveText(new RegExp(`^${may('Tuesday', 5)},? ${hours('10:00')} to ${hours('10:45')}$`));
  await expect(page.getByText('Coaching session · early opportunity')).toBeVisible();
  await expect(page.locator('.plan .rail-item .rail-title')).toHaveText(AGENDA.map(([title]) => title));
  await expect(page.locator('.plan .rail-item .rail-minutes')).toHaveText(AGENDA.map(([, minutes]) => `${minutes} min`));

  await button(page, 'All sessions').click();
  await expect(heading(page, 'Next')).toBeVisible();
  await expect(rowButton(page, 'Lee Park').locator('.row-when')).toHaveText(new RegExp(`^${may('Tue', 5)},? ${hours('10:00')}$`));
  await expect(rowButton(page, 'Lee Park').locator('.row-detail')).toHaveText('Early opportunity, 45 minutes');
});

test('defaults open for minutes and place, name is asked once', async ({ stage }) => {
  const page = await stage.open();
  await fillForm(page);
  await field(page, /^Your name/).fill('Maria Santos');
  await button(page, 'Change').click();
  await field(page, 'Minutes').fill('20');
  await field(page, /^Place or meeting link/).fill('https://meet.example/lee');
  await expect(page.locator('.defaults-line')).toHaveText('Early opportunity, 20 minutes, meet.example');
  await button(page, 'Show less').click();
  await expect(field(page, 'Minutes')).toHaveCount(0);
  await button(page, 'Plan this session').click();

  await expect(heading(page, 'Lee Park with Maria Santos')).toBeVisible();
  const link = page.getByRole('link', { name: 'meet.example' });
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  expect(await page.locator('.plan .rail-item').count()).toBeGreaterThan(3);
  await expect(page.locator('.plan .sum')).toHaveText('20 minutes');

  await button(page, 'All sessions').click();
  await button(page, 'Plan a session').click();
  await expect(field(page, 'Date')).toBeVisible();
  await expect(field(page, /^Your name/), 'the name is one of the defaults now').toHaveCount(0);
  await button(page, 'Change').click();
  await expect(field(page, /^Your name/)).toHaveValue('Maria Santos');
  await expect(field(page, /^Place or meeting link/)).toHaveValue('https://meet.example/lee');
});

test('place without a web address is text and no link', async ({ stage }) => {
  const page = await stage.open();
  await fillForm(page);
  await button(page, 'Change').click();
  await field(page, /^Place or meeting link/).fill('javascript:alert(1)');
  await button(page, 'Plan this session').click();
  await expect(page.getByText('javascript:alert(1)')).toBeVisible();
  await expect(widget(page).getByRole('link')).toHaveCount(0);
});

test('changed plan says that its date has passed', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await button(page, 'Change date or place').click();
  await expect(heading(page, 'Change the session')).toBeVisible();
  await field(page, 'Date').fill('2026-05-01');
  await expect(page.getByText('This date has passed.')).toBeVisible();
  await field(page, 'Minutes').fill('60');
  await button(page, 'Save the change').click();
  await expect(page.locator('.when')).toHaveText(new RegExp(`^${may('Friday', 1)},? ${hours('10:00')} to ${hours('11:00')}$`));
  await expect(page.locator('.plan .sum')).toHaveText('60 minutes');
  await button(page, 'All sessions').click();
  await expect(heading(page, 'The date has passed')).toBeVisible();
});

test('session from start to end tabulates planned and actual', { tag: '@engines' }, async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await expect(heading(page, 'Open')).toBeVisible();
  await expect(page.getByText('Item 1 of 5')).toBeVisible();
  await expect(digits(page)).toHaveText('3:00');
  await expect(caption(page)).toHaveText('of 3 min left');
  await expect(finish(page)).toHaveText(new RegExp(`^Finish about ${hours('09:45')}\\s+On time$`), { useInnerText: true });
  await expect(button(page, 'Back'), 'nothing lies before the first item').toHaveAttribute('aria-disabled', 'true');

  await stage.pass(2 * MINUTE);
  await expect(digits(page)).toHaveText('1:00');
  await button(page, 'Next: First opportunity').click();
  await expect(heading(page, 'First opportunity')).toBeVisible();
  await expect(digits(page)).toHaveText('20:00');
  await expect(finish(page)).toHaveText(new RegExp(`^Finish about ${hours('09:44')}\\s+1 min in hand$`), { useInnerText: true });
  await expect.poll(async () => (await rail(page)).slice(0, 3)).toEqual(['Open|Done|2 of 3 min', 'First opportunity|On now|20 min', 'Second opportunity||12 min']);

  await stage.skip(5 * MINUTE);
  await expect(digits(page)).toHaveText('15:00');
  await button(page, 'Pause').click();
  await expect(caption(page)).toHaveText('paused');
  await expect(finish(page)).toHaveText(new RegExp(`^Paused since ${hours('09:07')}$`), { useInnerText: true });
  await stage.skip(4 * MINUTE);
  await expect(digits(page)).toHaveText('15:00');
  await button(page, 'Resume').click();
  await expect(caption(page)).toHaveText('of 20 min left');
  await expect(finish(page)).toHaveText(new RegExp(`^Finish about ${hours('09:48')}\\s+3 min behind$`), { useInnerText: true });

  await button(page, 'Back').click();
  await expect(heading(page, 'Open')).toBeVisible();
  await expect(digits(page)).toHaveText('1:00');
  await stage.pass(20 * SECOND);
  await expect(digits(page)).toHaveText('0:40');
  await button(page, 'Next: First opportunity').click();
  await expect(digits(page)).toHaveText('15:00');

  await extend(page, 1).click();
  await expect(digits(page)).toHaveText('16:00');
  await extend(page, 2).click();
  await expect(digits(page)).toHaveText('18:00');
  await extend(page, 5).click();
  await expect(digits(page)).toHaveText('23:00');
  await expect(caption(page)).toHaveText('of 28 min left');
  await expect(finish(page)).toHaveText(new RegExp(`^Finish about ${hours('09:56')}\\s+11 min behind`), { useInnerText: true });
  await button(page, 'Undo +5 min').click();
  await expect(digits(page)).toHaveText('18:00');
  await expect(finish(page)).toHaveText(new RegExp(`^Finish about ${hours('09:51')}\\s+6 min behind`), { useInnerText: true });

  await stage.skip(18 * MINUTE);
  await expect(digits(page)).toHaveText('+0:00');
  await expect(caption(page)).toHaveText('time is up');
  await stage.pass(65 * SECOND);
  await expect(digits(page)).toHaveText('+1:05');
  await expect(caption(page)).toHaveText('over by 1 min');
  await expect(finish(page)).toHaveText(new RegExp(`^Finish about ${hours('09:52')}\\s+7 min behind`), { useInnerText: true });

  await next(page);
  await expect(heading(page, 'Second opportunity')).toBeVisible();
  await button(page, 'Skip').click();
  await expect(heading(page, 'Promise')).toBeVisible();
  await expect(button(page, 'Skip'), 'Promise and Close are protected').toHaveCount(0);
  await expect.poll(async () => (await rail(page)).slice(1, 4)).toEqual(['First opportunity|Done|24 of 23 min', 'Second opportunity|Left out|12 min', 'Promise|On now|7 min']);
  await stage.skip(7 * MINUTE);
  await next(page);
  await expect(heading(page, 'Close')).toBeVisible();
  await stage.skip(3 * MINUTE);
  await button(page, 'End the session').click();

  await expect(page.getByRole('table', { name: 'Planned and actual minutes' })).toBeVisible();
  const table = await page.getByRole('row').evaluateAll((rows) =>
    rows.map((row) => [...(row as HTMLTableRowElement).cells].map((cell) => cell.textContent).join('|')),
  );
  expect(table).toEqual([
    'Item|Planned|Actual',
    'Open|3 min|2 min',
    'First opportunity|20 min|24 min',
    'Second opportunity|12 min|left out',
    'Promise|7 min|7 min',
    'Close|3 min|3 min',
    'Total|45 min|36 min',
  ]);
  await expect(page.getByText('36 min spent, 45 planned.')).toBeVisible();
  await expect(page.locator('.when')).toHaveText(new RegExp(`^${may('Monday', 4)},? ${hours('09:00')} to ${hours('09:40')}$`));

  await button(page, 'All sessions').click();
  await expect(heading(page, 'Held')).toBeVisible();
  await expect(rowButton(page, 'Lee Park').locator('.row-detail')).toHaveText('Early opportunity, 36 of 45 minutes');
  await rowButton(page, 'Lee Park').click();
  await expect(page.getByRole('table')).toBeVisible();

  await button(page, 'Plan the next one with Lee Park').click();
  await expect(field(page, 'Who will you coach?')).toHaveValue('Lee Park');
  await expect(field(page, 'Time')).toHaveValue('10:00');
  await expect(field(page, 'Date')).toHaveValue('');
  await field(page, 'Date').fill('2026-05-12');
  await button(page, 'Plan this session').click();
  await expect(page.locator('.plan').getByText('Look back')).toBeVisible();
});

test('session ended early marks the rest as not reached', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await stage.skip(MINUTE);
  await button(page, 'End here').click();
  await expect(page.getByRole('row', { name: /^Close/ }).getByText('not reached')).toBeVisible();
  await button(page, 'It is not over').click();
  await expect(digits(page)).toHaveText('2:00');
});

test('each step of the clock is undone, down to the start', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await stage.pass(30 * SECOND);
  await button(page, 'Pause').click();
  await button(page, 'Resume').click();
  await next(page);
  await button(page, 'Skip').click();
  for (const step of ['Undo the skip', 'Undo the move', 'Undo resuming', 'Undo the pause', 'Undo the start']) {
    await button(page, step).click();
  }
  await expect(starter(page)).toBeVisible();
});

test('running session stands first in the list and reopens', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await button(page, 'All sessions').click();
  await expect(heading(page, 'On now')).toBeVisible();
  await stage.skip(MINUTE);
  await rowButton(page, 'Lee Park').click();
  await expect(digits(page)).toHaveText('2:00');
});

test('deleted session comes back by undo, or leaves id and date', { tag: '@engines' }, async ({ stage }) => {
  const page = await stage.open();
  await fillForm(page);
  await button(page, 'Change').click();
  await field(page, /^Place or meeting link/).fill(PLACE);
  await button(page, 'Plan this session').click();
  await button(page, 'All sessions').click();

  await rowDelete(page, 'Lee Park').click();
  await expect(page.getByText('The session with Lee Park is deleted.')).toBeVisible();
  await expect(rowButton(page, 'Lee Park')).toHaveCount(0);
  await button(page, 'Undo').click();
  await expect(rowButton(page, 'Lee Park')).toBeVisible();

  await rowDelete(page, 'Lee Park').click();
  await expect(page.getByText('The session with Lee Park is deleted.')).toBeVisible();
  await stage.reload(page);
  await expect(page.getByText('Nothing is booked yet.')).toBeVisible();
  await expect(button(page, 'Undo')).toHaveCount(0);

  const stored = await storedIn(page);
  const [name] = recordOf(stored, 'session/');
  const session = dataOf(stored, 'session/');
  expect(Object.keys(session)).toEqual(['id', 'pair', 'manager']);
  expect(name).toContain(`session/${session.id}`);
  expect(session.manager.map((version: object) => Object.keys(version))).toEqual([['vector', 'deleted']]);
  expect(session.manager[0].deleted).toBe(await page.evaluate(() => Date.now()));
  expect(Object.values(stored).join()).not.toContain(PLACE);
});

test('session is deleted from its own screen', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await button(page, 'Delete').click();
  await expect(page.getByText('The session with Lee Park is deleted.')).toBeVisible();
  await button(page, 'Undo').click();
  await expect(rowButton(page, 'Lee Park')).toBeVisible();
});

test('edited agenda fits the time and undoes every change', { tag: '@engines' }, async ({ stage }) => {
  const page = await stage.open();
  const original = AGENDA.map(([title, minutes]) => `${title} ${minutes}`);
  await plan(page);
  await button(page, 'Edit the agenda').click();
  await shows(page, original);

  await field(page, 'Name of item 2').fill('The Hansen deal');
  await field(page, 'Minutes of item 2').fill('25');
  await shows(page, ['Open 3', 'The Hansen deal 25', ...original.slice(2)]);
  await expect(sum(page)).toHaveText('50 minutes: 5 more than the 45 you booked');

  await button(page, 'Add an item').click();
  await shows(page, ['Open 3', 'The Hansen deal 25', 'Second opportunity 12', 'New item 5', 'Promise 7', 'Close 3']);
  await expect(field(page, 'Name of item 4')).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Forecast');

  await button(page, 'Remove: Second opportunity').click();
  await shows(page, ['Open 3', 'The Hansen deal 25', 'Forecast 5', 'Promise 7', 'Close 3']);

  await button(page, 'Move up: Forecast').click();
  await shows(page, ['Open 3', 'Forecast 5', 'The Hansen deal 25', 'Promise 7', 'Close 3']);
  await button(page, 'Move down: Open').click();
  await shows(page, ['Forecast 5', 'Open 3', 'The Hansen deal 25', 'Promise 7', 'Close 3']);

  await expect(button(page, /^(Move|Remove).*: (Promise|Close)$/), 'protected items stay').toHaveCount(0);

  const edited = await items(page);
  await field(page, 'Minutes of item 3').fill('10');
  await button(page, 'Fit it to 45 minutes').click();
  await expect(sum(page)).toHaveText('45 minutes');
  const fitted = await items(page);
  expect(fitted.reduce((sum, row) => sum + Number(row.split(' ').at(-1)), 0)).toBe(45);

  await button(page, 'Undo: minutes fitted').click();
  for (let steps = 0; steps < 20; steps += 1) {
    if (JSON.stringify(await items(page)) === JSON.stringify(edited)) break;
    await button(page, /^Undo/).click();
  }
  await shows(page, edited);
  while (await button(page, /^Undo/).isEnabled()) await button(page, /^Undo/).click();
  await shows(page, original);
  await button(page, 'Done').click();
  await expect(page.locator('.plan .sum')).toHaveText('45 minutes');
});

test('name of a new item is typed letter by letter', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await button(page, 'Edit the agenda').click();
  await button(page, 'Add an item').click();
  // The name that is offered is selected: typing replaces it.
  await page.keyboard.type('Forecast for May');
  await shows(page, ['Open 3', 'First opportunity 20', 'Second opportunity 12', 'Forecast for May 5', 'Promise 7', 'Close 3']);
});

test('button that moves an item keeps the keyboard', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await button(page, 'Edit the agenda').click();
  const steps = [
    { name: 'Move down: Open', place: 1, moves: /^Open/ },
    { name: 'Move down: Open', place: 2, moves: /^Open/ },
    { name: 'Move up: Second opportunity', place: 0, moves: /^Second opportunity/ },
  ];
  for (const { name, place, moves } of steps) {
    await button(page, name).focus();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await items(page))[place], name).toMatch(moves);
    await expect(button(page, name)).toBeFocused();
  }
});

test('alt with an arrow moves the item along with the keyboard', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await button(page, 'Edit the agenda').click();
  const minutes = field(page, 'Minutes of item 3');
  await minutes.focus();
  await page.keyboard.press('Alt+ArrowUp');
  await shows(page, ['Open 3', 'Second opportunity 12', 'First opportunity 20', 'Promise 7', 'Close 3']);
  await expect(field(page, 'Minutes of item 2')).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await shows(page, ['Second opportunity 12', 'Open 3', 'First opportunity 20', 'Promise 7', 'Close 3']);
  await expect(field(page, 'Minutes of item 1')).toBeFocused();
  for (let steps = 0; steps < 4; steps += 1) await page.keyboard.press('Alt+ArrowDown');
  await shows(page, ['Open 3', 'First opportunity 20', 'Second opportunity 12', 'Promise 7', 'Close 3']);
  await expect(field(page, 'Minutes of item 3')).toBeFocused();
});

test('edited agenda is the one that runs', async ({ stage }) => {
  const page = await stage.open();
  await plan(page, { ...PLAN, seller: 'Ada' });
  await button(page, 'Edit the agenda').click();
  await field(page, 'Name of item 1').fill('Hello');
  await field(page, 'Minutes of item 1').fill('4');
  await button(page, 'Done').click();
  await expect(page.locator('.plan .sum')).toHaveText('46 minutes: 1 more than the 45 you booked');
  await starter(page).click();
  await expect(heading(page, 'Hello')).toBeVisible();
  await expect(digits(page)).toHaveText('4:00');
});
