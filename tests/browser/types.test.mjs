// The coaching types in the form, by mouse and by keyboard alone, and the questions of the session.

import assert from 'node:assert/strict';
import {
  MINUTE, PREFIX,
  button, comes, digits, field, fillForm, heading, next, plan, says, scene, start, unseal, starter,
} from './harness.mjs';

const line = (page) => page.locator('.defaults-line');
const question = (page) => page.locator('.prompt-words');
const radio = (page, name) => page.getByRole('radio', { name, exact: true });

/** The name of what has the keyboard. */
const focused = (page) =>
  page.evaluate(() => {
    const at = document.activeElement?.shadowRoot?.activeElement;
    return (at?.labels?.[0] ?? at)?.textContent ?? '';
  });

/** What was asked in the one session that is stored. */
async function asked(stage, page) {
  const stored = await stage.stored(page);
  const [, record] = Object.entries(stored).find(([name]) => name.startsWith(`${PREFIX}session/`));
  return unseal(record).manager[0].content.asked;
}

const TYPES = [
  [['Early opportunity'], 'Early opportunity', 'First opportunity', 'Who feels this problem most, and what does it cost them?'],
  [['Late opportunity'], 'Late opportunity', 'What could stop it', 'It is spring and they bought nothing: tell me the story.'],
  [['Call'], 'Before a call', 'Aim and people', 'What should the customer do afterwards that they would not do otherwise?'],
  [['Call', 'After a call'], 'After a call', 'Replay', 'Take me to the minute that mattered.'],
  [['Account'], 'Account', 'Standing', 'What are they after this year that is not about us?'],
  [['Territory'], 'Territory', 'Where effort goes', 'What does your calendar say that your plan does not?'],
];

scene('A session of each type is planned, started, and comes to its own questions', async (stage) => {
  const page = await stage.open();
  for (const [index, [choices, name, item, asks]] of TYPES.entries()) {
    await fillForm(page, { seller: `Seller ${index}`, date: '2026-05-05', time: '10:00' });
    await button(page, 'Change').click();
    for (const choice of choices) await radio(page, choice).check();
    await says(line(page), `${name}, 45 minutes`);
    await button(page, 'Plan this session').click();
    await starter(page).click();
    await digits(page).waitFor();
    await says(question(page), 'Of all you could bring, why this?');
    await next(page);
    await heading(page, item).waitFor();
    await says(question(page), asks);
    await says(page.locator('.kicker').first(), new RegExp(`^Coaching session · ${name}$`, 'i'));
    await button(page, 'All sessions').click();
  }
});

scene('By keyboard alone a type is chosen, with the arrow keys, and the keyboard stays in the group', async (stage) => {
  const page = await stage.open();
  await fillForm(page);
  await button(page, 'Change').focus();
  await page.keyboard.press('Enter');
  await comes(() => focused(page), (name) => name === 'Early opportunity', 'the keyboard in the choice');
  await page.keyboard.press('ArrowDown');
  await says(line(page), 'Late opportunity, 45 minutes');
  assert.equal(await focused(page), 'Late opportunity');
  await page.keyboard.press('ArrowDown');
  await says(line(page), 'Before a call, 45 minutes');
  assert.equal(await focused(page), 'Call');
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'Before a call');
  await page.keyboard.press('ArrowDown');
  await says(line(page), 'After a call, 45 minutes');
  assert.equal(await focused(page), 'After a call');
  await page.keyboard.press('Shift+Tab');
  assert.equal(await focused(page), 'Call');
  await page.keyboard.press('ArrowUp');
  await says(line(page), 'Late opportunity, 45 minutes');
  assert.equal(await radio(page, 'After a call').count(), 0);
  await page.keyboard.press('Enter');
  await starter(page).waitFor();
  await page.locator('.plan').getByText('Path to yes').waitFor();
});

scene('The type that was chosen is there after a reload, and offered again to the same seller', async (stage) => {
  const page = await stage.open();
  await fillForm(page);
  await button(page, 'Change').click();
  await radio(page, 'Call').check();
  await radio(page, 'After a call').check();
  await stage.pass(3000);
  await stage.reload(page);
  assert.equal(await radio(page, 'After a call').isChecked(), true);
  await button(page, 'Plan this session').click();
  await button(page, 'All sessions').click();
  await fillForm(page);
  await says(line(page), 'After a call, 45 minutes');
  await field(page, 'Who will you coach?').fill('Ana');
  await says(line(page), 'Early opportunity, 45 minutes');
});

scene('A question is passed or marked as asked, and both survive a reload', async (stage) => {
  const page = await stage.open();
  await plan(page);
  await button(page, 'No').click();
  await starter(page).click();
  await says(question(page), 'Of all you could bring, why this?');
  await page.getByText('Listen for: a stake, not a duty.').waitFor();
  await button(page, 'Another').click();
  await says(question(page), 'What do you want in your hand when we stop?');
  assert.equal(await asked(stage, page), undefined);
  await button(page, 'Asked').click();
  await says(question(page), 'What have you tried?');
  assert.equal(await focused(page), 'Asked');
  await stage.pass(MINUTE);
  await stage.reload(page);
  await says(question(page), 'What have you tried?');
  assert.deepEqual(await asked(stage, page), ['0/item.open.2']);
  assert.equal(await button(page, 'Undo the start').count(), 1, 'a question is no step of the clock');
});

scene('When all was asked it is said, and the keyboard is at that line', async (stage) => {
  const page = await stage.open();
  await start(page);
  await button(page, 'Asked').focus();
  for (let count = 0; count < 5; count += 1) {
    if (count === 4) assert.equal(await button(page, 'Another').getAttribute('aria-disabled'), 'true');
    await page.keyboard.press('Enter');
  }
  await says(question(page), 'All asked. Stay with the answer that matters most.');
  await comes(() => focused(page), (text) => text.startsWith('All asked'), 'the keyboard at the line');
  assert.equal(await button(page, 'Asked').count(), 0);
});

scene('At 320 px the clock and the question fit into one window', { viewport: { width: 320, height: 640 } }, async (stage) => {
  const page = await stage.open();
  await plan(page);
  await button(page, 'No').click();
  await starter(page).click();
  await page.getByRole('timer').evaluate((face) => face.scrollIntoView());
  const [face, asks] = [await page.getByRole('timer').boundingBox(), await question(page).boundingBox()];
  const controls = await page.locator('.controls').boundingBox();
  assert.equal(face.y >= 0 && face.y + face.height <= asks.y, true, 'the clock stands above');
  assert.equal(asks.y + asks.height <= controls.y, true, 'and the question above the buttons');
});
