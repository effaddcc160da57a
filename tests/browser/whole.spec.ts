// The whole of a coaching session, for each type, from the first date to the next session's look back;
// and by two browsers that exchange files.

import { readFile } from 'node:fs/promises';
import {
  MINUTE, PLAN,
  boxOf, button, digits, expect, field, fillForm, heading, keyboard, plan, radio, row, rowButton, starter, test, widget,
  type Page, type Stage,
} from './fixtures';

const TYPES = [
  { type: 'early opportunity', choices: ['Early opportunity'] },
  { type: 'late opportunity', choices: ['Late opportunity'] },
  { type: 'call, before it', choices: ['Call', 'Before a call'] },
  { type: 'call, after it', choices: ['Call', 'After a call'] },
  { type: 'account', choices: ['Account'] },
  { type: 'territory', choices: ['Territory'] },
];

const list = (page: Page, name: string) => page.locator('.note-list').filter({ has: heading(page, name) });

/** Returns the answers at the close by who gave them, and asserts that the two stand side by side. */
async function together(page: Page) {
  const rows = list(page, 'How was it?').getByRole('listitem').filter({ has: page.locator('.line') });
  await expect(rows.first()).toBeVisible();
  const answers: Record<string, string[]> = {};
  for (const row of await rows.all()) {
    const lines = await row.locator('.line').all();
    for (const line of lines) {
      const [said = '', who = ''] = (await line.innerText()).split('\n');
      (answers[who] ??= []).push(said);
    }
    const [first, second] = await Promise.all(lines.map(boxOf));
    if (first && second) {
      expect(second.y, 'in one row').toBe(first.y);
      expect(second.x, 'side by side').toBeGreaterThan(first.x + first.width);
    }
  }
  return answers;
}

/** Asserts that what each said of a topic stands side by side in the summary, on paper too, and at 320 px in one column. */
async function expectSideBySide(page: Page) {
  const said = page.locator('.paper .said');
  const boxes = () => Promise.all([boxOf(said.nth(0)), boxOf(said.nth(1))]);
  await expect(said).toHaveText([`${PLAN.seller}: Partly`, 'Maria: Yes']);
  for (const media of ['screen', 'print'] as const) {
    await page.emulateMedia({ media });
    const [seller, manager] = await boxes();
    expect(manager.y, media).toBe(seller.y);
    expect(manager.x, media).toBeGreaterThanOrEqual(seller.x + seller.width);
  }
  await page.emulateMedia({ media: 'screen' });
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 720 });
  const [seller, manager] = await boxes();
  expect(manager.x, 'in one column').toBe(seller.x);
  expect(manager.y, 'one below the other').toBeGreaterThanOrEqual(seller.y + seller.height);
  if (size) await page.setViewportSize(size);
}

/** Goes on through the agenda until the last item is on, and returns the names of all items. */
async function toTheClose(stage: Stage, page: Page): Promise<string[]> {
  const names = [await page.locator('#item-title').innerText()];
  while (!(await button(page, 'End the session').count())) {
    await stage.pass(2 * MINUTE);
    const next = button(page, /^Next: /);
    const name = (await next.innerText()).replace('Next: ', '');
    await next.click();
    await expect(heading(page, name)).toBeVisible();
    names.push(name);
  }
  return names;
}

/** Answers at the close as that party, from the screen that was handed over. */
async function answer(page: Page, name: string, choices: string[], keep: string) {
  await button(page, `I am ${name === 'The manager' ? 'the manager' : name}`).click();
  await reply(page, name, choices, keep);
}

/** Answers at the close, on the screen of that party. */
async function reply(page: Page, name: string, choices: string[], keep: string) {
  await expect(heading(page, `${name}, how was it?`)).toBeVisible();
  for (const choice of choices) await button(page, choice).click();
  await field(page, 'What should we keep?').fill(keep);
  await button(page, 'That is my answer').click();
}

for (const { type, choices } of TYPES) {
  test(`whole session, ${type}, is held and looked back on`, { tag: type.startsWith('call') ? '@engines' : [] }, async ({ stage }) => {
    const page = await stage.open();
    await fillForm(page);
    await field(page, 'Your name').fill('Maria');
    await button(page, 'Change').click();
    for (const choice of choices) await radio(page, choice).check();
    await button(page, 'Plan this session').click();

    await button(page, `Prepare as ${PLAN.seller}`).click();
    await button(page, `I am ${PLAN.seller}`).click();
    await field(page, 'What would help most?').fill('The pilot');
    await field(page, 'It worked if ...').fill('I know whom to ask');
    await button(page, 'Add a line').click();
    await page.getByRole('textbox', { name: 'What you know' }).fill('Three people were in the room');
    await button(page, 'Seen').click();
    await field(page, 'Private note').fill('Nobody reads this of the seller');
    await button(page, 'It is coaching. I am ready').click();
    await button(page, 'Prepare as Maria').click();
    await button(page, 'I am Maria').click();
    await expect(page.getByText('It worked if: I know whom to ask')).toBeVisible();
    await page.getByRole('checkbox', { name: `I have read what ${PLAN.seller} wrote.` }).click();
    await field(page, 'Private note').fill('Nobody reads this of the manager');
    await button(page, 'I am ready to coach').click();
    await expect(page.getByText('You both said that you are ready for coaching.')).toBeVisible();
    await button(page, 'Yes').click();

    await starter(page).click();
    await expect(digits(page)).toBeVisible();
    await button(page, /^Promise/).click();
    await field(page, 'What is promised?').fill('Call Dana');
    await field(page, 'First small step').fill('Find the number');
    await button(page, 'Keep it').click();
    const items = await toTheClose(stage, page);
    expect(items.slice(-2)).toEqual(['Promise', 'Close']);
    expect(items[0]).toBe('Open');
    await button(page, 'Confirm: Call Dana').click();

    await button(page, `Answer as ${PLAN.seller}`).click();
    await answer(page, PLAN.seller, ['Partly', 'Coaching', 'Maria'], 'The quiet room');
    // The screen has gone on to the one whose answer is missing, and shows nothing of the other one's.
    await expect(button(page, 'I am Maria')).toBeVisible();
    expect(await widget(page).innerHTML()).not.toContain('The quiet room');
    await answer(page, 'Maria', ['Yes', 'Just talking', 'Both alike'], 'The pace');
    expect(await together(page)).toEqual({
      [PLAN.seller]: ['Partly', 'Coaching', 'Maria', 'The quiet room'],
      Maria: ['Yes', 'Just talking', 'Both alike', 'The pace'],
    });

    const slots = button(page, /^Book /);
    await expect(slots).toHaveCount(2);
    await slots.first().click();
    await expect(list(page, 'Your next session').getByText(/^Booked: /)).toBeVisible();
    await button(page, 'End the session').click();
    await button(page, 'Read it').click();
    await expect(page.locator('.summary').getByText('Call Dana').first()).toBeVisible();
    await expectSideBySide(page);
    await expect(widget(page), 'no private note on the screen of a session that is over').not.toContainText('Nobody reads this');

    await button(page, 'All sessions').click();
    await button(page, `Coaching sessions of ${PLAN.seller}`).click();
    await expect(list(page, 'Promises').getByText(`${PLAN.seller}: Call Dana`)).toBeVisible();
    await rowButton(page, 'Maria').click();
    await starter(page).click();
    await button(page, 'Next: Look back').click();
    await button(page, 'Done: Call Dana').click();
    await stage.reload(page);
    await expect(button(page, 'Done: Call Dana')).toHaveAttribute('aria-pressed', 'true');
  });
}

/** Returns the bytes of the file that a button saves. */
async function saved(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  return readFile(await download.path());
}

/** Takes in what another browser saved, from the list. */
async function takeIn(page: Page, buffer: Buffer, take = 'Take it in') {
  await field(page, 'Open a file').setInputFiles({ name: 'saved.json', mimeType: 'application/json', buffer });
  await button(page, take).click();
  await expect(page.getByText('The file is taken in.')).toBeVisible();
}

test('session held by two browsers through files is the same', async ({ stage, setStage }) => {
  const elsewhere = await setStage();
  const manager = await stage.open();
  await plan(manager);
  const seller = await elsewhere.open();
  await takeIn(seller, await saved(manager, 'Save this session'), `Take it in as ${PLAN.seller}`);
  await rowButton(seller, 'The manager').click();
  await expect(starter(seller), 'the session is held where it was planned').toHaveCount(0);
  await button(seller, 'Prepare').click();
  await field(seller, 'What would help most?').fill('The pilot');
  await field(seller, 'Private note').fill('Nobody reads this');
  await button(seller, 'It is coaching. I am ready').click();
  const prepared = await saved(seller, 'Save this session');
  expect(prepared.toString('utf8')).not.toContain('Nobody reads this');

  await button(manager, 'All sessions').click();
  await takeIn(manager, prepared);
  await expect(row(manager).getByText(`${PLAN.seller}: The pilot`)).toBeVisible();
  await rowButton(manager).click();
  await expect(manager.getByText(`${PLAN.seller} is ready`)).toBeVisible();
  await starter(manager).click();
  await toTheClose(stage, manager);
  await button(manager, 'Answer as the manager').click();
  await answer(manager, 'The manager', ['Coaching', 'Both alike'], 'The pace');
  await button(manager, 'Back to the session').click();
  await button(manager, 'End the session').click();

  await button(seller, 'All sessions').click();
  await takeIn(seller, await saved(manager, 'Save this session'));
  await rowButton(seller, 'The manager').click();
  await expect(list(seller, 'How was it?').getByText('The manager has answered.')).toBeVisible();
  await expect(widget(seller), 'blind until both are in').not.toContainText('The pace');
  await button(seller, `Answer as ${PLAN.seller}`).click();
  await reply(seller, PLAN.seller, ['Just talking', 'The manager'], 'The quiet room');
  const both = { [PLAN.seller]: ['Just talking', 'The manager', 'The quiet room'], 'The manager': ['Coaching', 'Both alike', 'The pace'] };
  expect(await together(seller)).toEqual(both);

  await button(manager, 'All sessions').click();
  await takeIn(manager, await saved(seller, 'Save this session'));
  await rowButton(manager).click();
  expect(await together(manager)).toEqual(both);
});

test('answers at the close are given by keyboard alone', async ({ setStage }) => {
  const stage = await setStage({ time: Date.parse('2026-05-05T10:00:00+02:00') });
  const page = await stage.open();
  await plan(page);
  await starter(page).focus();
  await page.keyboard.press('Enter');
  await expect(digits(page)).toBeVisible();
  while (!(await button(page, 'End the session').count())) {
    await button(page, /^Next: /).focus();
    await page.keyboard.press('Enter');
  }
  await button(page, `Answer as ${PLAN.seller}`).focus();
  await page.keyboard.press('Enter');
  await expect(button(page, `I am ${PLAN.seller}`)).toBeVisible();
  await expect(keyboard(page), 'the keyboard is at the heading').toContainText(PLAN.seller);
  await button(page, `I am ${PLAN.seller}`).focus();
  await page.keyboard.press('Enter');
  await button(page, 'Coaching').focus();
  await page.keyboard.press('Space');
  await expect(button(page, 'Coaching')).toHaveAttribute('aria-pressed', 'true');
  await expect(button(page, 'Coaching'), 'a choice keeps the keyboard').toBeFocused();
  await page.keyboard.press('Tab');
  await expect(button(page, 'Just talking')).toBeFocused();
});
