// The way through, as a manager walks it: plan, run, end, find again, plan the next one; delete and
// take that back; shape the agenda.

import assert from 'node:assert/strict';
import {
  AGENDA, MINUTE, PLAN, PREFIX, SECOND,
  button, caption, comes, digits, extend, field, fillForm, heading, hours, may, next, plan, rowButton, rowDelete, says, scene, start,
  unseal, widget, starter,
} from './harness.mjs';

const finish = (page) => page.locator('.finish');

/** The rail: each item's name and what stands beside it. */
async function rail(page) {
  const items = page.getByRole('navigation', { name: 'Agenda' }).getByRole('listitem').filter({ has: page.locator('.rail-title') });
  return items.evaluateAll((all) =>
    all.map((item) => ['.rail-title', '.spoken', '.rail-minutes'].map((part) => item.querySelector(part)?.textContent ?? '').join('|')),
  );
}

/** The rows of the agenda that is edited: name and minutes of each item. */
async function items(page) {
  return page.locator('.edit-row').evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('input')].map((input) => input.value).join(' ')));
}

const shows = (page, expected) =>
  comes(() => items(page), (found) => JSON.stringify(found) === JSON.stringify(expected), `the items ${expected.join(', ')}`);

const focused = (page) =>
  page.evaluate(() => {
    const at = document.activeElement?.shadowRoot?.activeElement;
    return at?.getAttribute('aria-label') ?? at?.labels?.[0]?.textContent ?? at?.textContent ?? '';
  });

scene('A session takes a seller, a date and a time, and is then first in the list', async (stage) => {
  const page = await stage.open();
  await page.getByText('Nothing is booked yet.').waitFor();
  await fillForm(page);
  await says(page.locator('.defaults-line'), 'Early opportunity, 45 minutes');
  await button(page, 'Plan this session').click();

  await heading(page, 'Lee Park').waitFor();
  await heading(page, 'Does Lee Park know that this is coaching?').waitFor();
  await says(page.locator('.when'), new RegExp(`^${may('Tuesday', 5)},? ${hours('10:00')} to ${hours('10:45')}$`));
  await page.getByText('Coaching session · early opportunity').waitFor();
  const planned = await page.locator('.plan .rail-item').evaluateAll((all) =>
    all.map((item) => [item.querySelector('.rail-title').textContent, item.querySelector('.rail-minutes').textContent]),
  );
  assert.deepEqual(planned, AGENDA.map(([title, minutes]) => [title, `${minutes} min`]));

  await button(page, 'All sessions').click();
  await heading(page, 'Next').waitFor();
  await says(rowButton(page, 'Lee Park').locator('.row-when'), new RegExp(`^${may('Tue', 5)},? ${hours('10:00')}$`));
  await says(rowButton(page, 'Lee Park').locator('.row-detail'), 'Early opportunity, 45 minutes');
});

scene('The line of defaults opens for minutes and place, and the own name is asked for once', async (stage) => {
  const page = await stage.open();
  await fillForm(page);
  await field(page, /^Your name/).fill('Maria Santos');
  await button(page, 'Change').click();
  await field(page, 'Minutes').fill('20');
  await field(page, /^Place or meeting link/).fill('https://meet.example/lee');
  await says(page.locator('.defaults-line'), 'Early opportunity, 20 minutes, meet.example');
  await button(page, 'Show less').click();
  await field(page, 'Minutes').waitFor({ state: 'detached' });
  await button(page, 'Plan this session').click();

  await heading(page, 'Lee Park with Maria Santos').waitFor();
  const link = page.getByRole('link', { name: 'meet.example' });
  assert.equal(await link.getAttribute('rel'), 'noopener noreferrer');
  assert.equal((await page.locator('.plan .rail-item').count()) > 3, true);
  await says(page.locator('.plan .sum'), '20 minutes');

  await button(page, 'All sessions').click();
  await button(page, 'Plan a session').click();
  await field(page, 'Date').waitFor();
  assert.equal(await field(page, /^Your name/).count(), 0, 'the name is one of the defaults now');
  await button(page, 'Change').click();
  assert.equal(await field(page, /^Your name/).inputValue(), 'Maria Santos');
  assert.equal(await field(page, /^Place or meeting link/).inputValue(), 'https://meet.example/lee');
});

scene('A place that is no address of the web is text and no link', async (stage) => {
  const page = await stage.open();
  await fillForm(page);
  await button(page, 'Change').click();
  await field(page, /^Place or meeting link/).fill('javascript:alert(1)');
  await button(page, 'Plan this session').click();
  await page.getByText('javascript:alert(1)').waitFor();
  assert.equal(await widget(page).getByRole('link').count(), 0);
});

scene('A plan can be changed, and a date that has passed is said to have passed', async (stage) => {
  const page = await stage.open();
  await plan(page);
  await button(page, 'Change date or place').click();
  await heading(page, 'Change the session').waitFor();
  await field(page, 'Date').fill('2026-05-01');
  await page.getByText('This date has passed.').waitFor();
  await field(page, 'Minutes').fill('60');
  await button(page, 'Save the change').click();
  await says(page.locator('.when'), new RegExp(`^${may('Friday', 1)},? ${hours('10:00')} to ${hours('11:00')}$`));
  await says(page.locator('.plan .sum'), '60 minutes');
  await button(page, 'All sessions').click();
  await heading(page, 'The date has passed').waitFor();
});

scene('A session runs from start to end, and the table tells planned and actual minutes', async (stage) => {
  const page = await stage.open();
  await start(page);
  await heading(page, 'Open').waitFor();
  await page.getByText('Item 1 of 5').waitFor();
  await says(digits(page), '3:00');
  await says(caption(page), 'of 3 min left');
  await says(finish(page), new RegExp(`^Finish about ${hours('09:45')} On time$`));
  assert.equal(await button(page, 'Back').getAttribute('aria-disabled'), 'true', 'nothing lies before the first item');

  await stage.pass(2 * MINUTE);
  await says(digits(page), '1:00');
  await button(page, 'Next: First opportunity').click();
  await heading(page, 'First opportunity').waitFor();
  await says(digits(page), '20:00');
  await says(finish(page), new RegExp(`^Finish about ${hours('09:44')} 1 min in hand$`));
  assert.deepEqual((await rail(page)).slice(0, 3), ['Open|Done|2 of 3 min', 'First opportunity|On now|20 min', 'Second opportunity||12 min']);

  await stage.skip(5 * MINUTE);
  await says(digits(page), '15:00');
  await button(page, 'Pause').click();
  await says(caption(page), 'paused');
  await says(finish(page), new RegExp(`^Paused since ${hours('09:07')}$`));
  await stage.skip(4 * MINUTE);
  await says(digits(page), '15:00');
  await button(page, 'Resume').click();
  await says(caption(page), 'of 20 min left');
  await says(finish(page), new RegExp(`^Finish about ${hours('09:48')} 3 min behind$`));

  await button(page, 'Back').click();
  await heading(page, 'Open').waitFor();
  await says(digits(page), '1:00');
  await stage.pass(20 * SECOND);
  await says(digits(page), '0:40');
  await button(page, 'Next: First opportunity').click();
  await says(digits(page), '15:00');

  await extend(page, 1).click();
  await says(digits(page), '16:00');
  await extend(page, 2).click();
  await says(digits(page), '18:00');
  await extend(page, 5).click();
  await says(digits(page), '23:00');
  await says(caption(page), 'of 28 min left');
  await says(finish(page), new RegExp(`^Finish about ${hours('09:56')} 11 min behind`));
  await button(page, 'Undo +5 min').click();
  await says(digits(page), '18:00');
  await says(finish(page), new RegExp(`^Finish about ${hours('09:51')} 6 min behind`));

  await stage.skip(18 * MINUTE);
  await says(digits(page), '+0:00');
  await says(caption(page), 'time is up');
  await stage.pass(65 * SECOND);
  await says(digits(page), '+1:05');
  await says(caption(page), 'over by 1 min');
  await says(finish(page), new RegExp(`^Finish about ${hours('09:52')} 7 min behind`));

  await next(page);
  await heading(page, 'Second opportunity').waitFor();
  await button(page, 'Skip').click();
  await heading(page, 'Promise').waitFor();
  assert.equal(await button(page, 'Skip').count(), 0, 'Promise and Close are protected');
  assert.deepEqual((await rail(page)).slice(1, 4), ['First opportunity|Done|24 of 23 min', 'Second opportunity|Left out|12 min', 'Promise|On now|7 min']);
  await stage.skip(7 * MINUTE);
  await next(page);
  await heading(page, 'Close').waitFor();
  await stage.skip(3 * MINUTE);
  await button(page, 'End the session').click();

  await page.getByRole('table', { name: 'Planned and actual minutes' }).waitFor();
  const table = await page.getByRole('row').evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent).join('|')));
  assert.deepEqual(table, [
    'Item|Planned|Actual',
    'Open|3 min|2 min',
    'First opportunity|20 min|24 min',
    'Second opportunity|12 min|left out',
    'Promise|7 min|7 min',
    'Close|3 min|3 min',
    'Total|45 min|36 min',
  ]);
  await page.getByText('36 min spent, 45 planned.').waitFor();
  await says(page.locator('.when'), new RegExp(`^${may('Monday', 4)},? ${hours('09:00')} to ${hours('09:40')}$`));

  await button(page, 'All sessions').click();
  await heading(page, 'Held').waitFor();
  await says(rowButton(page, 'Lee Park').locator('.row-detail'), 'Early opportunity, 36 of 45 minutes');
  await rowButton(page, 'Lee Park').click();
  await page.getByRole('table').waitFor();

  await button(page, 'Plan the next one with Lee Park').click();
  assert.equal(await field(page, 'Who will you coach?').inputValue(), 'Lee Park');
  assert.equal(await field(page, 'Time').inputValue(), '10:00');
  assert.equal(await field(page, 'Date').inputValue(), '');
  await field(page, 'Date').fill('2026-05-12');
  await button(page, 'Plan this session').click();
  await page.locator('.plan').getByText('Look back').waitFor();
});

scene('What is left when a session ends early was not reached', async (stage) => {
  const page = await stage.open();
  await start(page);
  await stage.skip(MINUTE);
  await button(page, 'End here').click();
  await page.getByRole('row', { name: /^Close/ }).getByText('not reached').waitFor();
  await button(page, 'It is not over').click();
  await says(digits(page), '2:00');
});

scene('Each step of the clock can be taken back, down to the start', async (stage) => {
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
  await starter(page).waitFor();
});

scene('A session that is on stands first in the list, and can be gone back to', async (stage) => {
  const page = await stage.open();
  await start(page);
  await button(page, 'All sessions').click();
  await heading(page, 'On now').waitFor();
  await stage.skip(MINUTE);
  await rowButton(page, 'Lee Park').click();
  await says(digits(page), '2:00');
});

scene('A deleted session comes back by undo; deleted for good, only its id and a date are left of it', async (stage) => {
  const page = await stage.open();
  await fillForm(page);
  await button(page, 'Change').click();
  await field(page, /^Place or meeting link/).fill('The quiet room');
  await button(page, 'Plan this session').click();
  await button(page, 'All sessions').click();

  await rowDelete(page, 'Lee Park').click();
  await page.getByText('The session with Lee Park is deleted.').waitFor();
  assert.equal(await rowButton(page, 'Lee Park').count(), 0);
  await button(page, 'Undo').click();
  await rowButton(page, 'Lee Park').waitFor();

  await rowDelete(page, 'Lee Park').click();
  await page.getByText('The session with Lee Park is deleted.').waitFor();
  await stage.reload(page);
  await page.getByText('Nothing is booked yet.').waitFor();
  assert.equal(await button(page, 'Undo').count(), 0);

  const stored = await stage.stored(page);
  const [name, record] = Object.entries(stored).find(([name]) => name.startsWith(`${PREFIX}session/`));
  const session = unseal(record);
  assert.deepEqual(Object.keys(session), ['id', 'pair', 'manager']);
  assert.equal(session.id, name.slice(`${PREFIX}session/`.length));
  assert.deepEqual(session.manager.map((version) => Object.keys(version)), [['vector', 'deleted']]);
  assert.equal(session.manager[0].deleted, await page.evaluate(() => Date.now()));
  assert.equal(Object.values(stored).join().includes('The quiet room'), false);
});

scene('A session can be deleted from its own screen', async (stage) => {
  const page = await stage.open();
  await plan(page);
  await button(page, 'Delete').click();
  await page.getByText('The session with Lee Park is deleted.').waitFor();
  await button(page, 'Undo').click();
  await rowButton(page, 'Lee Park').waitFor();
});

scene('The agenda takes other names, minutes, items and orders, fits the time, and takes it all back', async (stage) => {
  const page = await stage.open();
  const original = AGENDA.map(([title, minutes]) => `${title} ${minutes}`);
  await plan(page);
  await button(page, 'Edit the agenda').click();
  await shows(page, original);

  await field(page, 'Name of item 2').fill('The Hansen deal');
  await field(page, 'Minutes of item 2').fill('25');
  await shows(page, ['Open 3', 'The Hansen deal 25', ...original.slice(2)]);
  await says(page.locator('.edit-sum .sum'), '50 minutes: 5 more than the 45 you booked');

  await button(page, 'Add an item').click();
  await shows(page, ['Open 3', 'The Hansen deal 25', 'Second opportunity 12', 'New item 5', 'Promise 7', 'Close 3']);
  assert.equal(await focused(page), 'Name of item 4');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Forecast');

  await button(page, 'Remove: Second opportunity').click();
  await shows(page, ['Open 3', 'The Hansen deal 25', 'Forecast 5', 'Promise 7', 'Close 3']);

  await button(page, 'Move up: Forecast').click();
  await shows(page, ['Open 3', 'Forecast 5', 'The Hansen deal 25', 'Promise 7', 'Close 3']);
  await button(page, 'Move down: Open').click();
  await shows(page, ['Forecast 5', 'Open 3', 'The Hansen deal 25', 'Promise 7', 'Close 3']);

  assert.equal(await button(page, /^(Move|Remove).*: (Promise|Close)$/).count(), 0, 'protected items stay');

  const edited = await items(page);
  await field(page, 'Minutes of item 3').fill('10');
  await button(page, 'Fit it to 45 minutes').click();
  await says(page.locator('.edit-sum .sum'), '45 minutes');
  const fitted = await items(page);
  assert.equal(fitted.reduce((sum, row) => sum + Number(row.split(' ').at(-1)), 0), 45);

  await button(page, 'Undo: minutes fitted').click();
  for (let steps = 0; steps < 20; steps += 1) {
    if (JSON.stringify(await items(page)) === JSON.stringify(edited)) break;
    await button(page, /^Undo/).click();
  }
  await shows(page, edited);
  while (await button(page, /^Undo/).isEnabled()) await button(page, /^Undo/).click();
  await shows(page, original);
  await button(page, 'Done').click();
  await says(page.locator('.plan .sum'), '45 minutes');
});

scene('A name of several words can be typed letter by letter', async (stage) => {
  const page = await stage.open();
  await plan(page);
  await button(page, 'Edit the agenda').click();
  await button(page, 'Add an item').click();
  // The name that is offered is selected: typing replaces it.
  await page.keyboard.type('Forecast for May');
  await shows(page, ['Open 3', 'First opportunity 20', 'Second opportunity 12', 'Forecast for May 5', 'Promise 7', 'Close 3']);
});

scene('A button that moves an item keeps the keyboard', async (stage) => {
  const page = await stage.open();
  await plan(page);
  await button(page, 'Edit the agenda').click();
  const steps = [['Move down: Open', 1], ['Move down: Open', 2], ['Move up: Second opportunity', 0]];
  for (const [name, place] of steps) {
    await button(page, name).focus();
    await page.keyboard.press('Enter');
    await comes(() => items(page), (found) => found[place].startsWith(name.split(': ')[1]), `${name} moves`);
    assert.equal(await focused(page), name);
  }
});

scene('Alt with an arrow moves the item one is in, and the keyboard stays in it', async (stage) => {
  const page = await stage.open();
  await plan(page);
  await button(page, 'Edit the agenda').click();
  const minutes = field(page, 'Minutes of item 3');
  await minutes.focus();
  await page.keyboard.press('Alt+ArrowUp');
  await shows(page, ['Open 3', 'Second opportunity 12', 'First opportunity 20', 'Promise 7', 'Close 3']);
  assert.equal(await focused(page), 'Minutes of item 2');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await shows(page, ['Second opportunity 12', 'Open 3', 'First opportunity 20', 'Promise 7', 'Close 3']);
  assert.equal(await focused(page), 'Minutes of item 1');
  for (let steps = 0; steps < 4; steps += 1) await page.keyboard.press('Alt+ArrowDown');
  await shows(page, ['Open 3', 'First opportunity 20', 'Second opportunity 12', 'Promise 7', 'Close 3']);
  assert.equal(await focused(page), 'Minutes of item 3');
});

scene('An edited agenda is the one that runs', async (stage) => {
  const page = await stage.open();
  await plan(page, { ...PLAN, seller: 'Ada' });
  await button(page, 'Edit the agenda').click();
  await field(page, 'Name of item 1').fill('Hello');
  await field(page, 'Minutes of item 1').fill('4');
  await button(page, 'Done').click();
  await says(page.locator('.plan .sum'), '46 minutes: 1 more than the 45 you booked');
  await starter(page).click();
  await heading(page, 'Hello').waitFor();
  await says(digits(page), '4:00');
});
