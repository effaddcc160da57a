// The whole of a coaching session, for each type, from the first date to the next session's look back;
// and by two browsers that exchange files.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import {
  MINUTE, PLAN, Stage,
  button, digits, field, fillForm, heading, plan, row, rowButton, says, scene, widget, starter,
} from './harness.mjs';

const TYPES = [
  ['early opportunity', ['Early opportunity']],
  ['late opportunity', ['Late opportunity']],
  ['call, before it', ['Call', 'Before a call']],
  ['call, after it', ['Call', 'After a call']],
  ['account', ['Account']],
  ['territory', ['Territory']],
];

const list = (page, name) => page.locator('.note-list').filter({ has: heading(page, name) });

/** What each of the two answered at the close, by name: side by side where there is room. */
async function together(page) {
  const rows = list(page, 'How was it?').getByRole('listitem').filter({ has: page.locator('.line') });
  await rows.first().waitFor();
  const answers = {};
  for (const row of await rows.all()) {
    const boxes = [];
    for (const line of await row.locator('.line').all()) {
      const [said, who] = (await line.innerText()).split('\n');
      (answers[who] ??= []).push(said);
      boxes.push(await line.boundingBox());
    }
    if (boxes.length === 2) assert.ok(boxes[0].y === boxes[1].y && boxes[0].x + boxes[0].width < boxes[1].x, 'side by side');
  }
  return answers;
}

/** What each said of a topic stands side by side in the summary, on paper too, and at 320 px one below the other. */
async function sideBySide(page) {
  const said = page.locator('.paper .said');
  const boxes = async () => Promise.all([0, 1].map((at) => said.nth(at).boundingBox()));
  assert.deepEqual(await said.allInnerTexts(), [`${PLAN.seller}: Partly`, 'Maria: Yes']);
  for (const media of ['screen', 'print']) {
    await page.emulateMedia({ media });
    const [seller, manager] = await boxes();
    assert.ok(seller.y === manager.y && seller.x + seller.width <= manager.x, media);
  }
  await page.emulateMedia({ media: 'screen' });
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 720 });
  const [seller, manager] = await boxes();
  assert.ok(seller.x === manager.x && seller.y + seller.height <= manager.y, 'one below the other');
  await page.setViewportSize(size);
}

/** Goes on through the agenda until the last item is on, and returns the names of all items. */
async function toTheClose(stage, page) {
  const names = [await page.locator('#item-title').innerText()];
  while (!(await button(page, 'End the session').count())) {
    await stage.pass(2 * MINUTE);
    const next = button(page, /^Next: /);
    const name = (await next.innerText()).replace('Next: ', '');
    await next.click();
    await heading(page, name).waitFor();
    names.push(name);
  }
  return names;
}

/** Answers at the close as that party, from the screen that was handed over. */
async function answer(page, name, choices, keep) {
  await button(page, `I am ${name === 'The manager' ? 'the manager' : name}`).click();
  await reply(page, name, choices, keep);
}

/** Answers at the close, on the screen of that party. */
async function reply(page, name, choices, keep) {
  await heading(page, `${name}, how was it?`).waitFor();
  for (const choice of choices) await button(page, choice).click();
  await field(page, 'What should we keep?').fill(keep);
  await button(page, 'That is my answer').click();
}

for (const [type, choices] of TYPES) {
  scene(`A whole session, ${type}: prepared by both, held, promised, answered blind, booked again and looked back on`, async (stage) => {
    const page = await stage.open();
    await fillForm(page);
    await field(page, 'Your name').fill('Maria');
    await button(page, 'Change').click();
    for (const choice of choices) await page.getByRole('radio', { name: choice, exact: true }).check();
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
    await page.getByText('It worked if: I know whom to ask').waitFor();
    await page.getByRole('checkbox', { name: `I have read what ${PLAN.seller} wrote.` }).click();
    await field(page, 'Private note').fill('Nobody reads this of the manager');
    await button(page, 'I am ready to coach').click();
    await page.getByText('You both said that you are ready for coaching.').waitFor();
    await button(page, 'Yes').click();

    await starter(page).click();
    await digits(page).waitFor();
    await button(page, /^Promise/).click();
    await field(page, 'What is promised?').fill('Call Dana');
    await field(page, 'First small step').fill('Find the number');
    await button(page, 'Keep it').click();
    const items = await toTheClose(stage, page);
    assert.deepEqual(items.slice(-2), ['Promise', 'Close']);
    assert.equal(items[0], 'Open');
    await button(page, 'Confirm: Call Dana').click();

    await button(page, `Answer as ${PLAN.seller}`).click();
    await answer(page, PLAN.seller, ['Partly', 'Coaching', 'Maria'], 'The quiet room');
    // The screen has gone on to the one whose answer is missing, and shows nothing of the other one's.
    await button(page, 'I am Maria').waitFor();
    assert.equal((await widget(page).innerHTML()).includes('The quiet room'), false);
    await answer(page, 'Maria', ['Yes', 'Just talking', 'Both alike'], 'The pace');
    assert.deepEqual(await together(page), {
      [PLAN.seller]: ['Partly', 'Coaching', 'Maria', 'The quiet room'],
      Maria: ['Yes', 'Just talking', 'Both alike', 'The pace'],
    });

    const slots = button(page, /^Book /);
    assert.equal(await slots.count(), 2);
    await slots.first().click();
    await list(page, 'Your next session').getByText(/^Booked: /).waitFor();
    await button(page, 'End the session').click();
    await button(page, 'Read it').click();
    await page.locator('.summary').getByText('Call Dana').first().waitFor();
    await sideBySide(page);
    const seen = await widget(page).innerText();
    assert.equal(seen.includes('Nobody reads this'), false, 'no private note on the screen of a session that is over');

    await button(page, 'All sessions').click();
    await button(page, `Coaching sessions of ${PLAN.seller}`).click();
    await list(page, 'Promises').getByText(`${PLAN.seller}: Call Dana`).waitFor();
    await rowButton(page, 'Maria').click();
    await starter(page).click();
    await button(page, 'Next: Look back').click();
    await button(page, 'Done: Call Dana').click();
    await stage.reload(page);
    assert.equal(await button(page, 'Done: Call Dana').getAttribute('aria-pressed'), 'true');
  });
}

async function saved(page, name) {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  return readFile(await download.path());
}

/** Takes in what another browser saved, from the list. */
async function takeIn(page, buffer, take = 'Take it in') {
  await field(page, 'Open a file').setInputFiles({ name: 'saved.json', mimeType: 'application/json', buffer });
  await button(page, take).click();
  await page.getByText('The file is taken in.').waitFor();
}

scene('Two browsers hold one session by file: each party prepares and answers in its own, and both see the same', async (stage) => {
  const elsewhere = await Stage.set({});
  try {
    const manager = await stage.open();
    await plan(manager);
    const seller = await elsewhere.open();
    await takeIn(seller, await saved(manager, 'Save this session'), `Take it in as ${PLAN.seller}`);
    await rowButton(seller, 'The manager').click();
    assert.equal(await starter(seller).count(), 0, 'the session is held where it was planned');
    await button(seller, 'Prepare').click();
    await field(seller, 'What would help most?').fill('The pilot');
    await field(seller, 'Private note').fill('Nobody reads this');
    await button(seller, 'It is coaching. I am ready').click();
    const prepared = await saved(seller, 'Save this session');
    assert.equal(prepared.includes('Nobody reads this'), false);

    await button(manager, 'All sessions').click();
    await takeIn(manager, prepared);
    await row(manager).getByText(`${PLAN.seller}: The pilot`).waitFor();
    await rowButton(manager).click();
    await manager.getByText(`${PLAN.seller} is ready`).waitFor();
    await starter(manager).click();
    await toTheClose(stage, manager);
    await button(manager, 'Answer as the manager').click();
    await answer(manager, 'The manager', ['Coaching', 'Both alike'], 'The pace');
    await button(manager, 'Back to the session').click();
    await button(manager, 'End the session').click();

    await button(seller, 'All sessions').click();
    await takeIn(seller, await saved(manager, 'Save this session'));
    await rowButton(seller, 'The manager').click();
    await list(seller, 'How was it?').getByText('The manager has answered.').waitFor();
    assert.equal((await widget(seller).innerText()).includes('The pace'), false, 'blind until both are in');
    await button(seller, `Answer as ${PLAN.seller}`).click();
    await reply(seller, PLAN.seller, ['Just talking', 'The manager'], 'The quiet room');
    const both = { [PLAN.seller]: ['Just talking', 'The manager', 'The quiet room'], 'The manager': ['Coaching', 'Both alike', 'The pace'] };
    assert.deepEqual(await together(seller), both);

    await button(manager, 'All sessions').click();
    await takeIn(manager, await saved(seller, 'Save this session'));
    await rowButton(manager).click();
    assert.deepEqual(await together(manager), both);
    await elsewhere.settle();
    elsewhere.check();
  } finally {
    await elsewhere.context.close();
  }
});

scene('The answers at the close go by keyboard alone', { time: Date.parse('2026-05-05T10:00:00+02:00') }, async (stage) => {
  const page = await stage.open();
  await plan(page);
  await starter(page).focus();
  await page.keyboard.press('Enter');
  await digits(page).waitFor();
  while (!(await button(page, 'End the session').count())) {
    await button(page, /^Next: /).focus();
    await page.keyboard.press('Enter');
  }
  const focused = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent);
  await button(page, `Answer as ${PLAN.seller}`).focus();
  await page.keyboard.press('Enter');
  await button(page, `I am ${PLAN.seller}`).waitFor();
  assert.match(await focused(), /Lee Park/, 'the keyboard is at the heading');
  await button(page, `I am ${PLAN.seller}`).focus();
  await page.keyboard.press('Enter');
  await button(page, 'Coaching').focus();
  await page.keyboard.press('Space');
  assert.equal(await button(page, 'Coaching').getAttribute('aria-pressed'), 'true');
  assert.equal(await focused(), 'Coaching', 'a choice keeps the keyboard');
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'Just talking');
});
