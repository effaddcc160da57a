// The way through, as a manager walks it: plan, run, end, find again, plan the next one; delete and
// take that back; shape the agenda.

import {
  AGENDA, LEE, MINUTE, PLAN, SECOND,
  begin, begins, button, caption, dataOf, digits, expect, extend, field, fillForm, heading, hours, letPass, like, may,
  next, plan, recordOf, row, rowButton, rowDelete, rowPage, say, start, starter, storedIn, test, widget,
  type Page,
} from './fixtures';

const PLACE = 'The quiet room';
const [OPEN = '', ONE = '', TWO = '', PROMISE = '', CLOSE = ''] = AGENDA.map(([title]) => title);

const finish = (page: Page) => page.locator('.finish');
const sum = (page: Page) => page.locator('.edit-sum .sum');

/** The rail beside a session that is on: name, state and minutes of each item. */
const rail = (page: Page) =>
  page
    .getByRole('navigation', { name: say('agenda-heading') })
    .getByRole('listitem')
    .filter({ has: page.locator('.rail-title') })
    .evaluateAll((all) => all.map((item) => ['.rail-title', '.spoken', '.rail-minutes'].map((part) => item.querySelector(part)?.textContent ?? '')));

/** The agenda that is being edited: name and minutes of each item. */
const items = (page: Page) =>
  page.locator('.edit-row').evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('input')].map((input) => input.value).join(' ')));

const shows = (page: Page, expected: string[]) => expect.poll(() => items(page), 'the items').toEqual(expected);

test('planned session shows its agenda and is first in the list', { tag: '@engines' }, async ({ stage }) => {
  const page = await stage.open();
  await expect(page.getByText(say('home-empty'))).toBeVisible();
  await fillForm(page);
  await expect(page.locator('.defaults-line')).toHaveText(say('defaults', { 'coaching-type': say('type-opportunity-early'), minutes: 45 }));
  await button(page, say('form-submit')).click();

  await expect(heading(page, 'Lee Park')).toBeVisible();
  await expect(heading(page, say('ready-never', { name: LEE }))).toBeVisible();
  await expect(page.getByText(say('handshake-ahead', { seller: LEE, words: say('handshake') }))).toBeVisible();
  await expect(page.locator('.when')).toHaveText(new RegExp(`^${say('when', { date: may('Tuesday', 5), from: hours('10:00'), to: hours('10:45') })}$`));
  await expect(page.getByText(say('session-kicker', { 'coaching-type': say('type-opportunity-early') }))).toBeVisible();
  await expect(page.locator('.plan .rail-item .rail-title')).toHaveText(AGENDA.map(([title]) => title));
  await expect(page.locator('.plan .rail-item .rail-minutes')).toHaveText(AGENDA.map(([, minutes]) => say('minutes', { minutes })));

  await button(page, say('back-home')).click();
  await expect(heading(page, say('group-week'))).toBeVisible();
  await expect(row(page).locator('.row-when')).toHaveText(new RegExp(`^${say('tomorrow-at', { time: hours('10:00') })}$`));
  await expect(row(page).locator('.row-detail')).toContainText(say('no-topic'));
});

test('defaults open for minutes and place, name is asked once', async ({ stage }) => {
  const page = await stage.open();
  await fillForm(page);
  await field(page, begins('own-name-label')).fill('Maria Santos');
  await button(page, say('defaults-change')).click();
  await field(page, say('minutes-label')).fill('20');
  await field(page, begins('place-label')).fill('https://meet.example/lee');
  await expect(page.locator('.defaults-line')).toHaveText(say('defaults', { 'coaching-type': say('type-opportunity-early'), minutes: 20 }));
  await button(page, say('defaults-close')).click();
  await expect(field(page, say('minutes-label'))).toHaveCount(0);
  await button(page, say('form-submit')).click();

  await expect(heading(page, say('session-title', { seller: 'Lee Park', manager: 'Maria Santos' }))).toBeVisible();
  const link = page.getByRole('link', { name: 'meet.example' });
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  expect(await page.locator('.plan .rail-item').count()).toBeGreaterThan(3);
  await expect(page.locator('.plan .sum')).toHaveText(say('agenda-sum', { minutes: 20 }));

  await button(page, say('back-home')).click();
  await button(page, say('plan-one')).click();
  await expect(field(page, say('date-label'))).toBeVisible();
  await expect(field(page, begins('own-name-label')), 'the name is one of the defaults now').toHaveCount(0);
  await button(page, say('defaults-change')).click();
  await expect(field(page, begins('own-name-label'))).toHaveValue('Maria Santos');
  await expect(field(page, begins('place-label')), 'a meeting of these two is nobody else\'s').toHaveValue('');
  await field(page, say('seller-label')).fill('Lee Park');
  await expect(field(page, begins('place-label'))).toHaveValue('https://meet.example/lee');
});

test('place without a web address is text and no link', async ({ stage }) => {
  const page = await stage.open();
  await fillForm(page);
  await button(page, say('defaults-change')).click();
  await field(page, begins('place-label')).fill('javascript:alert(1)');
  await button(page, say('form-submit')).click();
  await expect(page.getByText('javascript:alert(1)')).toBeVisible();
  await expect(widget(page).getByRole('link')).toHaveCount(0);
});

test('changed plan says that its date has passed', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await button(page, say('change-plan')).click();
  await expect(heading(page, say('form-heading-change'))).toBeVisible();
  await field(page, say('date-label')).fill('2026-05-01');
  await expect(page.getByText(say('date-passed'))).toBeVisible();
  await field(page, say('minutes-label')).fill('60');
  await button(page, say('form-submit-change')).click();
  await button(page, say('save-anyway')).click();
  await expect(page.locator('.when')).toHaveText(new RegExp(`^${say('when', { date: may('Friday', 1), from: hours('10:00'), to: hours('11:00') })}$`));
  await expect(page.locator('.plan .sum')).toHaveText(say('agenda-sum', { minutes: 60 }));
  await button(page, say('back-home')).click();
  await expect(heading(page, say('group-earlier'))).toBeVisible();
  await expect(rowButton(page)).toHaveText(say('row-happened'));
});

test('session from start to end tabulates planned and actual', { tag: '@engines' }, async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await expect(heading(page, say('item-open'))).toBeVisible();
  await expect(page.getByText(say('item-number', { number: 1, of: 5 }))).toBeVisible();
  await expect(digits(page)).toHaveText('3:00');
  await expect(caption(page)).toHaveText(say('left-of', { minutes: 3 }));
  await expect(finish(page)).toHaveText(new RegExp(`^${say('finish-about', { time: hours('09:45') })}$`), { useInnerText: true });
  await expect(button(page, say('back')), 'nothing lies before the first item').toHaveAttribute('aria-disabled', 'true');

  await stage.pass(2 * MINUTE);
  await expect(digits(page)).toHaveText('1:00');
  await button(page, say('next', { title: say('early-first') })).click();
  await expect(heading(page, say('early-first'))).toBeVisible();
  await expect(digits(page)).toHaveText('20:00');
  await expect(finish(page)).toHaveText(new RegExp(`^${say('finish-about', { time: hours('09:44') })}\\s+${say('finish-ahead', { minutes: 1 })}$`), { useInnerText: true });
  await expect.poll(async () => (await rail(page)).slice(0, 3)).toEqual([[OPEN, say('standing-done'), say('minutes-of', { spent: 2, planned: 3 })], [ONE, say('standing-current'), say('minutes', { minutes: 20 })], [TWO, '', say('minutes', { minutes: 12 })]]);

  await stage.skip(5 * MINUTE);
  await expect(digits(page)).toHaveText('15:00');
  await button(page, say('pause')).click();
  await expect(caption(page)).toHaveText(say('time-paused'));
  await expect(finish(page)).toHaveText(new RegExp(`^${say('paused-since', { time: hours('09:07') })}$`), { useInnerText: true });
  await stage.skip(4 * MINUTE);
  await expect(digits(page)).toHaveText('15:00');
  await button(page, say('resume')).click();
  await expect(caption(page)).toHaveText(say('left-of', { minutes: 20 }));
  await expect(finish(page)).toHaveText(new RegExp(`^${say('finish-about', { time: hours('09:48') })}\\s+${say('finish-late', { minutes: 3, planned: hours('09:45') })}$`), { useInnerText: true });

  await button(page, say('back')).click();
  await expect(heading(page, say('item-open'))).toBeVisible();
  await expect(digits(page)).toHaveText('1:00');
  await stage.pass(20 * SECOND);
  await expect(digits(page)).toHaveText('0:40');
  await button(page, say('next', { title: say('early-first') })).click();
  await expect(digits(page)).toHaveText('15:00');

  await extend(page, 1).click();
  await expect(digits(page)).toHaveText('16:00');
  await extend(page, 2).click();
  await expect(digits(page)).toHaveText('18:00');
  await extend(page, 5).click();
  await expect(digits(page)).toHaveText('23:00');
  await expect(caption(page)).toHaveText(say('left-of', { minutes: 28 }));
  await expect(finish(page)).toHaveText(new RegExp(`^${say('finish-about', { time: hours('09:56') })}\\s+${say('finish-late', { minutes: 11, planned: hours('09:45') })}`), { useInnerText: true });
  await button(page, say('clock-undo-extend', { minutes: 5 })).click();
  await expect(digits(page)).toHaveText('18:00');
  await expect(finish(page)).toHaveText(new RegExp(`^${say('finish-about', { time: hours('09:51') })}\\s+${say('finish-late', { minutes: 6, planned: hours('09:45') })}`), { useInnerText: true });

  await stage.skip(18 * MINUTE);
  await expect(digits(page)).toHaveText('+0:00');
  await expect(caption(page)).toHaveText(say('over-just'));
  await stage.pass(65 * SECOND);
  await expect(digits(page)).toHaveText('+1:05');
  await expect(caption(page)).toHaveText(say('over-the', { minutes: 23 }));
  await expect(finish(page)).toHaveText(new RegExp(`^${say('finish-about', { time: hours('09:52') })}\\s+${say('finish-late', { minutes: 7, planned: hours('09:45') })}`), { useInnerText: true });

  await next(page);
  await expect(heading(page, say('early-second'))).toBeVisible();
  await letPass(page);
  await button(page, say('skip')).click();
  await expect(heading(page, say('item-next-steps'))).toBeVisible();
  await expect(button(page, say('skip')), 'Promise and Close are protected').toHaveCount(0);
  await expect.poll(async () => (await rail(page)).slice(1, 4)).toEqual([[ONE, say('standing-done'), say('minutes-of', { spent: 24, planned: 20 })], [TWO, say('standing-skipped'), say('minutes', { minutes: 12 })], [PROMISE, say('standing-current'), say('minutes', { minutes: 7 })]]);
  await stage.skip(7 * MINUTE);
  await next(page);
  await expect(heading(page, say('item-close'))).toBeVisible();
  await stage.skip(3 * MINUTE);
  await letPass(page);
  await button(page, say('finish')).click();

  await expect(page.getByRole('table', { name: say('table-caption') })).toBeVisible();
  const table = await page.getByRole('row').evaluateAll((rows) =>
    rows.map((row) => [...(row as HTMLTableRowElement).cells].map((cell) => cell.textContent)),
  );
  expect(table).toEqual([
    [say('table-item'), say('table-planned'), say('table-actual')],
    [OPEN, say('minutes', { minutes: 3 }), say('minutes', { minutes: 2 })],
    [ONE, say('minutes', { minutes: 20 }), say('minutes', { minutes: 24 })],
    [TWO, say('minutes', { minutes: 12 }), say('table-skipped')],
    [PROMISE, say('minutes', { minutes: 7 }), say('minutes', { minutes: 7 })],
    [CLOSE, say('minutes', { minutes: 3 }), say('minutes', { minutes: 3 })],
    [say('table-total'), say('minutes', { minutes: 45 }), say('minutes', { minutes: 36 })],
  ]);
  await expect(page.locator('tfoot td').last()).toHaveText(say('minutes', { minutes: 36 }));
  await expect(page.locator('.when')).toHaveText(new RegExp(`^${say('when', { date: may('Monday', 4), from: hours('09:00'), to: hours('09:40') })}$`));

  await button(page, say('back-home')).click();
  await expect(heading(page, say('group-undated'))).toBeVisible();
  await rowPage(page).click();
  await expect(heading(page, say('group-held'))).toBeVisible();
  const held = page.locator('.row');
  await expect(held.locator('.row-detail')).toHaveText(`${say('not-sent')} ${say('type-opportunity-early')}`);
  await held.locator('.row-open').click();
  await expect(page.getByRole('table')).toBeVisible();

  await button(page, say('another-time')).click();
  await expect(field(page, say('seller-label'))).toHaveValue('Lee Park');
  await expect(field(page, say('time-label'))).toHaveValue('10:00');
  await expect(field(page, say('date-label'))).toHaveValue('');
  await field(page, say('date-label')).fill('2026-05-12');
  await button(page, say('form-submit')).click();
  await expect(page.locator('.plan').getByText(say('item-look-back'))).toBeVisible();
});

test('session ended early marks the rest as not reached', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await stage.skip(MINUTE);
  await button(page, say('end-early')).click();
  await expect(page.getByRole('row', { name: begins('item-close') }).getByText(say('table-not-reached'))).toBeVisible();
  await button(page, say('clock-undo-end')).click();
  await expect(digits(page)).toHaveText('2:00');
});

test('each step of the clock is undone, down to the start', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await stage.pass(30 * SECOND);
  await button(page, say('pause')).click();
  await button(page, say('resume')).click();
  await next(page);
  await letPass(page);
  await button(page, say('skip')).click();
  for (const step of [say('clock-undo-skip'), say('clock-undo-move'), say('clock-undo-resume'), say('clock-undo-pause'), say('clock-undo-start')]) {
    await button(page, step).click();
  }
  await expect(starter(page)).toBeVisible();
});

test('running session stands first in the list and reopens', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await button(page, say('back-home')).click();
  await expect(row(page).locator('.row-when')).toHaveText(say('group-on'));
  await stage.skip(MINUTE);
  await rowButton(page, 'Lee Park').click();
  await expect(digits(page)).toHaveText('2:00');
});

test('deleted session comes back by undo, or leaves id and date', { tag: '@engines' }, async ({ stage }) => {
  const page = await stage.open();
  await fillForm(page);
  await button(page, say('defaults-change')).click();
  await field(page, begins('place-label')).fill(PLACE);
  await button(page, say('form-submit')).click();
  await button(page, say('back-home')).click();

  await rowPage(page).click();
  await rowDelete(page, '').click();
  await expect(page.getByText(like('deleted-planned', { seller: 'Lee Park' }))).toBeVisible();
  await expect(rowButton(page, 'Lee Park')).toHaveCount(0);
  await button(page, say('undo')).click();
  await expect(rowButton(page, 'Lee Park')).toBeVisible();

  await rowPage(page).click();
  await rowDelete(page, '').click();
  await expect(page.getByText(like('deleted-planned', { seller: 'Lee Park' }))).toBeVisible();
  await stage.reload(page);
  await expect(page.getByText(say('home-empty'))).toBeVisible();
  await expect(button(page, say('undo'))).toHaveCount(0);

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
  await button(page, say('delete')).click();
  await expect(page.getByText(like('deleted-planned', { seller: 'Lee Park' }))).toBeVisible();
  await button(page, say('undo')).click();
  await expect(rowButton(page, 'Lee Park')).toBeVisible();
});

test('edited agenda fits the time and undoes every change', { tag: '@engines' }, async ({ stage }) => {
  const page = await stage.open();
  const original = AGENDA.map(([title, minutes]) => `${title} ${minutes}`);
  await plan(page);
  await button(page, say('agenda-edit')).click();
  await shows(page, original);

  await field(page, say('item-title-label', { number: 2 })).fill('The Hansen deal');
  await field(page, say('item-minutes-label', { number: 2 })).fill('25');
  await shows(page, [`${OPEN} 3`, 'The Hansen deal 25', ...original.slice(2)]);
  await expect(sum(page)).toHaveText(say('agenda-over', { minutes: 50, by: 5, booked: 45 }));

  await button(page, say('add-item')).click();
  await shows(page, [`${OPEN} 3`, 'The Hansen deal 25', `${TWO} 12`, `${say('item-new')} 5`, `${PROMISE} 7`, `${CLOSE} 3`]);
  await expect(field(page, say('item-title-label', { number: 4 }))).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Forecast');

  await button(page, say('remove', { title: say('early-second') })).click();
  await shows(page, [`${OPEN} 3`, 'The Hansen deal 25', 'Forecast 5', `${PROMISE} 7`, `${CLOSE} 3`]);

  await button(page, say('move-up', { title: 'Forecast' })).click();
  await shows(page, [`${OPEN} 3`, 'Forecast 5', 'The Hansen deal 25', `${PROMISE} 7`, `${CLOSE} 3`]);
  await button(page, say('move-down', { title: say('item-open') })).click();
  await shows(page, ['Forecast 5', `${OPEN} 3`, 'The Hansen deal 25', `${PROMISE} 7`, `${CLOSE} 3`]);

  for (const id of ['move-up', 'move-down', 'remove']) {
    for (const title of [PROMISE, CLOSE]) await expect(button(page, say(id, { title })), 'protected items stay').toHaveCount(0);
  }

  const edited = await items(page);
  await field(page, say('item-minutes-label', { number: 3 })).fill('10');
  await button(page, say('fit', { booked: 45 })).click();
  await expect(sum(page)).toHaveText(say('agenda-sum', { minutes: 45 }));
  const fitted = await items(page);
  expect(fitted.reduce((sum, row) => sum + Number(row.split(' ').at(-1)), 0)).toBe(45);

  await button(page, say('undo-fitted')).click();
  for (let steps = 0; steps < 20; steps += 1) {
    if (JSON.stringify(await items(page)) === JSON.stringify(edited)) break;
    await button(page, begins('undo')).click();
  }
  await shows(page, edited);
  while (await button(page, begins('undo')).isEnabled()) await button(page, begins('undo')).click();
  await shows(page, original);
  await button(page, say('edit-done')).click();
  await expect(page.locator('.plan .sum')).toHaveText(say('agenda-sum', { minutes: 45 }));
});

test('name of a new item is typed letter by letter', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await button(page, say('agenda-edit')).click();
  await button(page, say('add-item')).click();
  // The name that is offered is selected: typing replaces it.
  await page.keyboard.type('Forecast for May');
  await shows(page, [`${OPEN} 3`, `${ONE} 20`, `${TWO} 12`, 'Forecast for May 5', `${PROMISE} 7`, `${CLOSE} 3`]);
});

test('button that moves an item keeps the keyboard', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await button(page, say('agenda-edit')).click();
  const steps = [
    { name: say('move-down', { title: say('item-open') }), place: 1, moves: begins('item-open') },
    { name: say('move-down', { title: say('item-open') }), place: 2, moves: begins('item-open') },
    { name: say('move-up', { title: say('early-second') }), place: 0, moves: begins('early-second') },
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
  await button(page, say('agenda-edit')).click();
  const minutes = field(page, say('item-minutes-label', { number: 3 }));
  await minutes.focus();
  await page.keyboard.press('Alt+ArrowUp');
  await shows(page, [`${OPEN} 3`, `${TWO} 12`, `${ONE} 20`, `${PROMISE} 7`, `${CLOSE} 3`]);
  await expect(field(page, say('item-minutes-label', { number: 2 }))).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await shows(page, [`${TWO} 12`, `${OPEN} 3`, `${ONE} 20`, `${PROMISE} 7`, `${CLOSE} 3`]);
  await expect(field(page, say('item-minutes-label', { number: 1 }))).toBeFocused();
  for (let steps = 0; steps < 4; steps += 1) await page.keyboard.press('Alt+ArrowDown');
  await shows(page, [`${OPEN} 3`, `${ONE} 20`, `${TWO} 12`, `${PROMISE} 7`, `${CLOSE} 3`]);
  await expect(field(page, say('item-minutes-label', { number: 3 }))).toBeFocused();
});

test('edited agenda is the one that runs', async ({ stage }) => {
  const page = await stage.open();
  await plan(page, { ...PLAN, seller: 'Ada' });
  await button(page, say('agenda-edit')).click();
  await field(page, say('item-title-label', { number: 1 })).fill('Hello');
  await field(page, say('item-minutes-label', { number: 1 })).fill('4');
  await button(page, say('edit-done')).click();
  await expect(page.locator('.plan .sum')).toHaveText(say('agenda-over', { minutes: 46, by: 1, booked: 45 }));
  await begin(page);
  await expect(heading(page, 'Hello')).toBeVisible();
  await expect(digits(page)).toHaveText('4:00');
});

test('Enter opens a pasted link, and text without one stays', async ({ stage }) => {
  const page = await stage.open();
  await field(page, say('pasted-title')).fill('no link');
  await field(page, say('pasted-title')).press('Enter');
  await expect(heading(page, say('link-none'))).toBeVisible();
  await button(page, say('file-leave')).click();
  await expect(field(page, say('pasted-title'))).toHaveValue('no link');
});
