// What is written down: by keys and by buttons, in a line that keeps its place; what comes of it at
// the end and in the next session; the summary that is copied, saved and printed.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { MINUTE, SECOND, button, comes, digits, field, heading, next, plan, says, scene, start, starter } from './harness.mjs';

const focused = (page) =>
  page.evaluate(() => {
    const at = document.activeElement?.shadowRoot?.activeElement;
    return at?.id || at?.textContent || '';
  });

const holdsFocus = (page, id) => comes(() => focused(page), (found) => found === id, `the focus at ${id}`);

/** The lists: each note's words. */
const words = (page) => page.locator('.note-words').allInnerTexts();

/** Writes a note of that kind down by its key, and keeps it with Enter. */
async function write(page, key, text) {
  await page.keyboard.press(key);
  await holdsFocus(page, 'note-words');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await page.locator('.writing-line').waitFor({ state: 'detached' });
}

scene('A promise is caught in mid-sentence by the keyboard alone', async (stage) => {
  const page = await stage.open();
  await start(page);
  await stage.pass(SECOND);
  await page.keyboard.press('p');
  await holdsFocus(page, 'note-words');
  assert.equal(await field(page, 'What is promised?').inputValue(), '', 'the key itself is not written');
  // The fields that come while somebody types take nothing from the one that is typed into.
  await page.keyboard.type('Call Dana, and park nothing');
  await field(page, 'When').waitFor();
  await page.keyboard.press('Tab');
  await holdsFocus(page, 'note-first-step');
  await page.keyboard.type('Find her number');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Friday');
  await page.keyboard.press('Enter');
  await holdsFocus(page, 'write-promise');
  assert.deepEqual(await words(page), ['Lee Park: Call Dana, and park nothing']);
  await page.getByText('First small step: Find her number · When: Friday').waitFor();
});

scene('Escape puts the line away, and keys with a modifier or in a field open nothing', async (stage) => {
  const page = await stage.open();
  await start(page);
  for (const keys of ['Control+k', 'Alt+n', 'Meta+p', 'Shift+P']) await page.keyboard.press(keys);
  assert.equal(await page.locator('.writing-line').count(), 0);
  await page.keyboard.press('n');
  await holdsFocus(page, 'note-words');
  await page.keyboard.type('knp');
  assert.equal(await field(page, 'A note for both of you').inputValue(), 'knp');
  await page.keyboard.press('Escape');
  await holdsFocus(page, 'write-note');
  assert.equal(await page.locator('.writing-line').count(), 0);
  assert.deepEqual(await words(page), []);
  // A letter beside the fields of the open line changes nothing of it.
  await page.keyboard.press('n');
  await holdsFocus(page, 'note-words');
  await button(page, 'Cancel').focus();
  await page.keyboard.press('p');
  await field(page, 'A note for both of you').waitFor();
});

scene('What was typed and not kept is there after a reload', async (stage) => {
  const page = await stage.open();
  await start(page);
  await button(page, 'Park it').click();
  await field(page, 'What has its place elsewhere?').fill('The new price list');
  await stage.reload(page);
  assert.equal(await field(page, 'What has its place elsewhere?').inputValue(), 'The new price list');
  await button(page, 'Keep it').click();
  await stage.reload(page);
  assert.deepEqual(await words(page), ['The new price list']);
});

scene('After a reload the keys work without a click', async (stage) => {
  const page = await stage.open();
  await start(page);
  await stage.reload(page);
  await page.keyboard.press('p');
  await field(page, 'What is promised?').waitFor();
});

scene('On a phone the clock stays in sight while a promise is written', { viewport: { width: 320, height: 640 } }, async (stage) => {
  const page = await stage.open();
  await start(page);
  await button(page, 'Promise').click();
  await page.keyboard.type('x');
  for (const label of ['What is promised?', 'First small step', 'When']) {
    await field(page, label).focus();
    const [clock, input] = [await digits(page).boundingBox(), await field(page, label).boundingBox()];
    assert.equal(clock.y >= 0 && clock.y + clock.height <= 640, true, `the clock at ${clock.y}`);
    assert.equal(input.y > clock.y + clock.height && input.y + input.height <= 640, true, `${label} at ${input.y}`);
  }
});

scene('What was promised is confirmed, comes back next time, and stands in the list until it is done', async (stage) => {
  const page = await stage.open();
  await start(page);
  await write(page, 'p', 'Call Dana');
  await button(page, 'Promise').click();
  await button(page, 'You').click();
  await holdsFocus(page, 'note-words');
  await page.keyboard.type('Ask for the slot');
  await button(page, 'Keep it').click();
  await write(page, 'k', 'The new price list');
  for (let item = 0; item < 4; item += 1) await next(page);
  await button(page, 'Confirm: Call Dana').focus();
  await page.keyboard.press('Enter');
  await comes(() => focused(page), (text) => text === 'Confirmed', 'the focus where it was');
  await button(page, 'Next time: The new price list').click();
  await button(page, 'End the session').click();

  await button(page, /^Plan the next one/).click();
  await field(page, 'Date').fill('2026-05-12');
  await button(page, 'Plan this session').click();
  await button(page, 'All sessions').click();
  await page.getByText('You promised Lee Park: Ask for the slot').waitFor();
  await page.getByRole('button', { name: /^Lee Park/ }).first().click();
  await stage.skip(60 * MINUTE);
  await starter(page).click();
  await heading(page, 'Parked for today').waitFor();
  await next(page);
  await heading(page, 'Promised before').waitFor();
  assert.deepEqual(await words(page), ['You: Ask for the slot', 'Lee Park: Call Dana']);
  await button(page, 'Done: Ask for the slot').click();
  await button(page, 'All sessions').click();
  await heading(page, 'On now').waitFor();
  assert.equal(await page.getByText('You promised').count(), 0);
});

scene('The summary is copied, or shown selected where the browser refuses, and saved as a file', async (stage) => {
  await stage.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await stage.open();
  await start(page);
  await write(page, 'n', 'Dana <b>joined</b> in March');
  await button(page, 'End here').click();
  await button(page, 'Copy').click();
  await says(page.locator('.summary [role=status]'), 'Copied.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied.replaceAll('\r', ''), /^Lee Park\nCoaching session · early opportunity\n[^]*\nNotes\n- Dana <b>joined<\/b> in March\n$/);

  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    document.execCommand = () => false;
  });
  await button(page, 'Copy').click();
  await says(page.locator('.summary [role=status]'), /^This browser does not let the page copy/);
  await holdsFocus(page, 'summary-text');
  const selected = await page.evaluate(() => {
    const { value, selectionStart, selectionEnd } = document.activeElement.shadowRoot.activeElement;
    return value.slice(selectionStart, selectionEnd);
  });
  assert.equal(selected, copied.replaceAll('\r', ''));

  const [file] = await Promise.all([page.waitForEvent('download'), button(page, 'Save as Markdown').click()]);
  assert.equal(file.suggestedFilename(), 'coaching-session-2026-05-04.md');
  const text = await readFile(await file.path(), 'utf8');
  assert.match(text, /^# Lee Park\n\n[^]*\n\n## Notes\n\n- Dana \\<b\\>joined\\<\/b\\> in March\n$/);
});

scene('On paper the summary stands alone, black on white', { colorScheme: 'dark' }, async (stage) => {
  const page = await stage.open();
  await start(page);
  await write(page, 'n', 'Dana joined in March');
  await button(page, 'End here').click();
  await page.emulateMedia({ media: 'print' });
  const seen = await page.evaluate(() => {
    const root = document.querySelector('coaching-session').shadowRoot;
    const shown = [...root.querySelectorAll('button, table, .head, .notices, .note')].filter((element) => element.checkVisibility());
    const { color, backgroundColor } = getComputedStyle(root.querySelector('.paper'));
    return { controls: shown.length, paper: root.querySelector('.paper').innerText, color, backgroundColor };
  });
  assert.equal(seen.controls, 0);
  assert.match(seen.paper, /Dana joined in March/);
  assert.equal(seen.color, 'rgb(0, 0, 0)');
});

scene('On paper every screen is dark on white, with nothing to press and nothing private', { colorScheme: 'dark' }, async (stage) => {
  const page = await stage.open();
  await plan(page);
  await button(page, 'Prepare as the manager').click();
  await button(page, 'I am the manager').click();
  await field(page, 'Private note').fill('Nobody reads this');
  const printed = async () => {
    await page.emulateMedia({ media: 'print' });
    const seen = await page.evaluate(() => {
      const root = document.querySelector('coaching-session').shadowRoot;
      const shown = [...root.querySelectorAll('button, .way-on, .controls, .private')].filter((element) => element.checkVisibility());
      const { backgroundColor, padding } = getComputedStyle(document.body);
      return [shown.length, backgroundColor, padding, getComputedStyle(root.querySelector('.kicker')).color];
    });
    await page.emulateMedia({ media: 'screen' });
    return seen;
  };
  const paper = [0, 'rgb(255, 255, 255)', '0px', 'rgb(91, 102, 107)'];
  assert.deepEqual(await printed(), paper);
  await button(page, 'Keep it, not ready yet').click();
  await button(page, 'No').click();
  assert.deepEqual(await printed(), paper);
  await starter(page).click();
  await page.getByText('Nobody reads this').waitFor();
  assert.deepEqual(await printed(), paper);
});
