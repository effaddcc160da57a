// Wrong input: the message stands beside the field, in words, and what was typed stays. Whatever a
// person writes is text and is shown as it was written.

import assert from 'node:assert/strict';
import { SECOND, button, caption, comes, digits, field, fillForm, heading, plan, rowButton, says, scene, widget, starter } from './harness.mjs';

const LONG = 'x'.repeat(2001);
const TOO_LONG = 'At most 2,000 characters; this has 2,001.';
const MINUTES = 'Write a whole number from 20 to 90.';

/** What a screen reader says about a field besides its name, and that the eye finds it beside it. */
async function complaint(input) {
  return input.evaluate((element) => {
    const root = element.getRootNode();
    const told = (element.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean).map((id) => root.getElementById(id));
    const wrong = told.filter((paragraph) => paragraph?.classList.contains('complaint'));
    return {
      text: wrong.map((paragraph) => paragraph.textContent).join(' '),
      invalid: element.getAttribute('aria-invalid'),
      beside: wrong.every((paragraph) => {
        const [field, words] = [element.getBoundingClientRect(), paragraph.getBoundingClientRect()];
        return words.height > 0 && words.top - field.bottom < 60 && words.top >= field.top;
      }),
    };
  });
}

const isWrong = (input, text) =>
  comes(() => complaint(input), (found) => found.text === text && found.invalid === 'true' && found.beside, `the complaint "${text}"`);
const isRight = (input) => comes(() => complaint(input), (found) => found.text === '' && found.invalid === null, 'no complaint');
const submit = (page) => button(page, 'Plan this session').click();

const focusedLabel = (page) => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.labels?.[0]?.textContent ?? '');

scene('An empty form says beside each field what is missing, and the keyboard goes to the first', async (stage) => {
  const page = await stage.open();
  await button(page, 'Plan a session').click();
  await submit(page);
  await isWrong(field(page, 'Who will you coach?'), 'Write the name of the seller.');
  await isWrong(field(page, 'Date'), 'Choose a date.');
  await isWrong(field(page, 'Time'), 'Choose a time.');
  assert.equal(await focusedLabel(page), 'Who will you coach?');
  await field(page, 'Who will you coach?').fill('Lee');
  await isRight(field(page, 'Who will you coach?'));
  await isWrong(field(page, 'Date'), 'Choose a date.');
  await field(page, 'Who will you coach?').fill('   ');
  await submit(page);
  await isWrong(field(page, 'Who will you coach?'), 'Write the name of the seller.');
  assert.equal(await field(page, 'Who will you coach?').inputValue(), '   ');
});

scene('A form is not scolded before it is sent off', async (stage) => {
  const page = await stage.open();
  await button(page, 'Plan a session').click();
  await field(page, 'Who will you coach?').fill(LONG);
  await page.keyboard.press('Tab');
  await stage.pass(5 * SECOND);
  assert.equal(await widget(page).locator('.complaint').count(), 0);
});

scene('Minutes that are no whole number from 20 to 90 are complained about and stay as they were typed', async (stage) => {
  const page = await stage.open();
  await fillForm(page);
  await button(page, 'Change').click();
  for (const typed of ['19', '91', 'abc', '45.5', '', '-30', '4 5', '1e2', '65581', '９０']) {
    await field(page, 'Minutes').fill(typed);
    await button(page, 'Show less').click();
    await submit(page);
    await isWrong(field(page, 'Minutes'), MINUTES);
    assert.equal(await field(page, 'Minutes').inputValue(), typed);
    assert.equal(await focusedLabel(page), 'Minutes', 'the line of defaults opens for it');
    await field(page, 'Minutes').fill(' 90 ');
    await isRight(field(page, 'Minutes'));
  }
  await submit(page);
  await says(page.locator('.plan .sum'), '90 minutes');
});

scene('2,001 characters are complained about beside their field and stay; 2,000 are fine', async (stage) => {
  const page = await stage.open();
  await fillForm(page, { seller: LONG, date: '2026-05-05', time: '10:00' });
  await field(page, /^Your name/).fill(LONG);
  await button(page, 'Change').click();
  await field(page, /^Place/).fill(LONG);
  await submit(page);
  const labels = ['Who will you coach?', /^Your name/, /^Place/];
  for (const label of labels) {
    await isWrong(field(page, label), TOO_LONG);
    assert.equal(await field(page, label).inputValue(), LONG);
  }
  for (const label of labels) {
    await field(page, label).fill(LONG.slice(1));
    await isRight(field(page, label));
  }
  await submit(page);
  await heading(page, `${LONG.slice(1)} with ${LONG.slice(1)}`).waitFor();
});

scene('A complaint and what was typed wrongly are not lost by a reload', async (stage) => {
  const page = await stage.open();
  await fillForm(page);
  await button(page, 'Change').click();
  await field(page, 'Minutes').fill('abc');
  await submit(page);
  await isWrong(field(page, 'Minutes'), MINUTES);
  await stage.reload(page);
  assert.equal(await field(page, 'Minutes').inputValue(), 'abc');
  await submit(page);
  await isWrong(field(page, 'Minutes'), MINUTES);
});

scene('In the agenda each field complains for itself and keeps what was typed', async (stage) => {
  const page = await stage.open();
  await plan(page);
  await button(page, 'Edit the agenda').click();
  const [name, minutes, promise] = [field(page, 'Name of item 2'), field(page, 'Minutes of item 2'), field(page, 'Minutes of item 4')];
  for (const typed of ['0', '91', 'abc', '4.5', '', '-3']) {
    await minutes.fill(typed);
    await isWrong(minutes, 'Write a whole number from 1 to 90.');
    assert.equal(await minutes.inputValue(), typed);
  }
  await promise.fill('4');
  await isWrong(promise, 'Write a whole number from 5 to 90.');
  for (const [typed, words] of [['', 'Give the item a name.'], ['  ', 'Give the item a name.'], [LONG, TOO_LONG]]) {
    await name.fill(typed);
    await isWrong(name, words);
    assert.equal(await name.inputValue(), typed);
  }
  await says(page.locator('.edit-sum .sum'), '45 minutes');
  await minutes.fill('21');
  await isRight(minutes);
  await isWrong(name, TOO_LONG);
  await isWrong(promise, 'Write a whole number from 5 to 90.');
  await button(page, 'Undo: item edited').click();
  await isRight(name);
  await isRight(promise);
  assert.equal(await name.inputValue(), 'First opportunity');
});

scene('A complaint goes with its item when that moves', async (stage) => {
  const page = await stage.open();
  await plan(page);
  await button(page, 'Edit the agenda').click();
  await field(page, 'Minutes of item 3').fill('abc');
  await isWrong(field(page, 'Minutes of item 3'), 'Write a whole number from 1 to 90.');
  await button(page, 'Move up: Second opportunity').click();
  await comes(() => field(page, 'Name of item 2').inputValue(), (title) => title === 'Second opportunity', 'the move');
  await isWrong(field(page, 'Minutes of item 2'), 'Write a whole number from 1 to 90.');
  assert.equal(await field(page, 'Minutes of item 2').inputValue(), 'abc');
  await isRight(field(page, 'Minutes of item 3'));
});

scene('An agenda with something wrong in it stays open, and the keyboard goes there', async (stage) => {
  const page = await stage.open();
  await plan(page);
  await button(page, 'Edit the agenda').click();
  const minutes = field(page, 'Minutes of item 2');
  await minutes.fill('300');
  await button(page, 'Done').click();
  await isWrong(minutes, 'Write a whole number from 1 to 90.');
  assert.equal(await minutes.inputValue(), '300');
  // What is there is selected, so the right number only has to be typed.
  await page.keyboard.type('20');
  await isRight(minutes);
  await button(page, 'Done').click();
  await starter(page).waitFor();
});

scene('An agenda that cannot be fitted says why', async (stage) => {
  const page = await stage.open();
  await plan(page);
  await button(page, 'Change date or place').click();
  await field(page, 'Minutes').fill('20');
  await button(page, 'Save the change').click();
  await button(page, 'Edit the agenda').click();
  for (let items = 0; items < 20; items += 1) await button(page, 'Add an item').click();
  await button(page, 'Fit it to 20 minutes').click();
  await page.getByText(/^These items need at least \d+ minutes\. Take one out, or plan more time\.$/).waitFor();
  await button(page, 'Undo: item added').click();
  await page.getByText(/^These items need/).waitFor({ state: 'detached' });
});

const WRITTEN = {
  'from right to left': 'ليلى عبد الرحمن <ב> abc',
  'with emoji': '👩🏽‍💼👨‍👩‍👧‍👦🏳️‍🌈 Zoë',
  'that looks like markup': '<script>globalThis.ran = 1</script>&lt;b&gt;"\'`{{x}}</p>',
  'of 2,000 characters': `${'€'.repeat(1999)}!`,
  'with backslashes and quotes': '\\"\\u0000\\n"},{"v":2',
};

for (const [kind, text] of Object.entries(WRITTEN)) {
  scene(`Text ${kind} is shown as it was written, on every screen and after a reload`, async (stage) => {
    const page = await stage.open();
    const shown = async (where) => {
      const all = (await widget(page).evaluate((frame) => frame.textContent)).replace(/[\u2066-\u2069]/g, '');
      assert.equal(all.includes(text), true, where);
    };
    await fillForm(page, { seller: text, date: '2026-05-05', time: '10:00' });
    await field(page, /^Your name/).fill(text);
    await button(page, 'Change').click();
    await field(page, /^Place/).fill(text);
    await submit(page);
    await button(page, 'Edit the agenda').click();
    await field(page, 'Name of item 1').fill(text);
    await stage.pass(2 * SECOND);
    await stage.reload(page);
    assert.equal(await field(page, 'Name of item 1').inputValue(), text);
    await button(page, 'Done').click();
    await shown('the plan');
    await starter(page).click();
    await says(digits(page), '3:00');
    await says(caption(page), 'of 3 min left');
    await shown('the session');
    assert.equal(await page.locator('.item-title').textContent(), text);
    await button(page, 'End here').click();
    await page.getByRole('table').waitFor();
    await shown('the table');
    await button(page, 'All sessions').click();
    await heading(page, 'Held').waitFor();
    await stage.reload(page);
    assert.equal(await page.locator('.row-who').textContent(), text);
    await rowButton(page, text.slice(0, 20)).click();
    await button(page, /^Plan the next one with /).click();
    assert.equal(await field(page, 'Who will you coach?').inputValue(), text);
    assert.equal(await page.evaluate(() => globalThis.ran), undefined);
    assert.equal(await widget(page).locator('script, b').count(), 0);
  });
}
