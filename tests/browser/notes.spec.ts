// Notes: written by keys and by buttons, in a line that keeps its place; what comes of them at the end
// and in the next session; the summary as it is copied, saved and printed.

import { readFile } from 'node:fs/promises';
import {
  MINUTE, SECOND,
  boxOf, button, digits, expect, field, heading, keyboard, next, plan, start, starter, test,
  type Page,
} from './fixtures';

const PROMISE = 'What is promised?';
const NOTE = 'A note for both of you';
const PARKED = 'What has its place elsewhere?';

/** The words of all notes on the screen. */
const words = (page: Page) => page.locator('.note-words');
/** The open line in which a note is written. */
const line = (page: Page) => page.locator('.writing-line');

/** Writes a note down by the key of its kind, and keeps it with Enter. */
async function write(page: Page, key: string, label: string, text: string) {
  await page.keyboard.press(key);
  await expect(field(page, label)).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await expect(line(page)).toHaveCount(0);
}

/** Refuses to copy, by either way that a browser has. */
const refuseToCopy = (page: Page) =>
  page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    document.execCommand = () => false;
  });

test('promise by keyboard alone is caught in mid-sentence', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await stage.pass(SECOND);
  await page.keyboard.press('p');
  await expect(field(page, PROMISE)).toBeFocused();
  await expect(field(page, PROMISE), 'the key itself is not written').toHaveValue('');
  // The fields that appear while somebody types take nothing from the one that is typed into.
  await page.keyboard.type('Call Dana, and park nothing');
  await expect(field(page, 'When')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(field(page, 'First small step')).toBeFocused();
  await page.keyboard.type('Find her number');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Friday');
  await page.keyboard.press('Enter');
  await expect(button(page, 'Promise')).toBeFocused();
  await expect(words(page)).toHaveText(['Lee Park: Call Dana, and park nothing']);
  await expect(page.getByText('First small step: Find her number · When: Friday')).toBeVisible();
});

test('line of a note closes by Escape and opens by plain keys only', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  for (const keys of ['Control+k', 'Alt+n', 'Meta+p', 'Shift+P']) await page.keyboard.press(keys);
  await expect(line(page)).toHaveCount(0);
  await page.keyboard.press('n');
  await expect(field(page, NOTE)).toBeFocused();
  await page.keyboard.type('knp');
  await expect(field(page, NOTE)).toHaveValue('knp');
  await page.keyboard.press('Escape');
  await expect(button(page, 'Note')).toBeFocused();
  await expect(line(page)).toHaveCount(0);
  await expect(words(page)).toHaveCount(0);
  // A letter beside the fields of the open line changes nothing of it.
  await page.keyboard.press('n');
  await expect(field(page, NOTE)).toBeFocused();
  await button(page, 'Cancel').focus();
  await page.keyboard.press('p');
  await expect(field(page, NOTE)).toBeVisible();
  await expect(field(page, PROMISE)).toHaveCount(0);
});

test('note that was typed and not kept survives a reload', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await button(page, 'Park it').click();
  await field(page, PARKED).fill('The new price list');
  await stage.reload(page);
  await expect(field(page, PARKED)).toHaveValue('The new price list');
  await button(page, 'Keep it').click();
  await stage.reload(page);
  await expect(words(page)).toHaveText(['The new price list']);
});

test('keys work after a reload without a click', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await stage.reload(page);
  await page.keyboard.press('p');
  await expect(field(page, PROMISE)).toBeVisible();
});

test('clock on a phone stays in sight while a promise is written', async ({ setStage }) => {
  const stage = await setStage({ viewport: { width: 320, height: 640 } });
  const page = await stage.open();
  await start(page);
  await button(page, 'Promise').click();
  await page.keyboard.type('x');
  for (const label of [PROMISE, 'First small step', 'When']) {
    await field(page, label).focus();
    const [clock, input] = [await boxOf(digits(page)), await boxOf(field(page, label))];
    expect(clock.y, 'top of the clock').toBeGreaterThanOrEqual(0);
    expect(clock.y + clock.height, 'bottom of the clock').toBeLessThanOrEqual(640);
    expect(input.y, `top of ${label}`).toBeGreaterThan(clock.y + clock.height);
    expect(input.y + input.height, `bottom of ${label}`).toBeLessThanOrEqual(640);
  }
});

test('promise is confirmed and comes back until it is done', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await write(page, 'p', PROMISE, 'Call Dana');
  await button(page, 'Promise').click();
  await button(page, 'You').click();
  await expect(field(page, PROMISE)).toBeFocused();
  await page.keyboard.type('Ask for the slot');
  await button(page, 'Keep it').click();
  await write(page, 'k', PARKED, 'The new price list');
  for (let item = 0; item < 4; item += 1) await next(page);
  await button(page, 'Confirm: Call Dana').focus();
  await page.keyboard.press('Enter');
  await expect(keyboard(page), 'the keyboard stays where it was').toHaveText('Confirmed');
  await button(page, 'Next time: The new price list').click();
  await button(page, 'End the session').click();

  await button(page, /^Plan the next one/).click();
  await field(page, 'Date').fill('2026-05-12');
  await button(page, 'Plan this session').click();
  await button(page, 'All sessions').click();
  await expect(page.getByText('You promised Lee Park: Ask for the slot')).toBeVisible();
  await page.getByRole('button', { name: /^Lee Park/ }).first().click();
  await stage.skip(60 * MINUTE);
  await starter(page).click();
  await expect(heading(page, 'Parked for today')).toBeVisible();
  await next(page);
  await expect(heading(page, 'Promised before')).toBeVisible();
  await expect(words(page)).toHaveText(['You: Ask for the slot', 'Lee Park: Call Dana']);
  await button(page, 'Done: Ask for the slot').click();
  await button(page, 'All sessions').click();
  await expect(heading(page, 'On now')).toBeVisible();
  await expect(page.getByText('You promised')).toHaveCount(0);
});

test('summary is copied, or shown selected, and saved as a file', async ({ setStage }) => {
  const stage = await setStage({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await stage.open();
  const told = page.locator('.summary [role=status]');
  await start(page);
  await write(page, 'n', NOTE, 'Dana <b>joined</b> in March');
  await button(page, 'End here').click();
  await button(page, 'Copy').click();
  await expect(told).toHaveText('Copied.');
  const copied = (await page.evaluate(() => navigator.clipboard.readText())).replaceAll('\r', '');
  expect(copied).toMatch(/^Lee Park\nCoaching session · early opportunity\n[^]*\nNotes\n- Dana <b>joined<\/b> in March\n$/);

  await refuseToCopy(page);
  await button(page, 'Copy').click();
  await expect(told).toHaveText(/^\s*This browser does not let the page copy/);
  await expect(page.locator('#summary-text')).toBeFocused();
  const selected = await keyboard(page).evaluate((element) => {
    const { value, selectionStart, selectionEnd } = element as HTMLTextAreaElement;
    return value.slice(selectionStart, selectionEnd);
  });
  expect(selected).toBe(copied);

  const [file] = await Promise.all([page.waitForEvent('download'), button(page, 'Save as Markdown').click()]);
  expect(file.suggestedFilename()).toBe('coaching-session-2026-05-04.md');
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toMatch(/^# Lee Park\n\n[^]*\n\n## Notes\n\n- Dana \\<b\\>joined\\<\/b\\> in March\n$/);
});

test('summary on paper stands alone, black on white', async ({ setStage }) => {
  const stage = await setStage({ colorScheme: 'dark' });
  const page = await stage.open();
  await start(page);
  await write(page, 'n', NOTE, 'Dana joined in March');
  await button(page, 'End here').click();
  await expect(page.getByRole('table')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  const paper = page.locator('.paper');
  await expect(page.locator('button, table, .head, .notices, .note').filter({ visible: true })).toHaveCount(0);
  await expect(paper).toHaveText(/Dana joined in March/, { useInnerText: true });
  await expect(paper).toHaveCSS('color', 'rgb(0, 0, 0)');
});

test('every screen on paper is dark on white and shares nothing', async ({ setStage }) => {
  const stage = await setStage({ colorScheme: 'dark' });
  const page = await stage.open();
  const expectPaper = async () => {
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('button, .way-on, .controls, .private').filter({ visible: true })).toHaveCount(0);
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    await expect(page.locator('body')).toHaveCSS('padding', '0px');
    await expect(page.locator('.kicker').first()).toHaveCSS('color', 'rgb(91, 102, 107)');
    await page.emulateMedia({ media: 'screen' });
  };
  await plan(page);
  await button(page, 'Prepare as the manager').click();
  await button(page, 'I am the manager').click();
  await field(page, 'Private note').fill('Nobody reads this');
  await expectPaper();
  await button(page, 'Keep it, not ready yet').click();
  await button(page, 'No').click();
  await expect(starter(page)).toBeVisible();
  await expectPaper();
  await starter(page).click();
  await expect(page.getByText('Nobody reads this')).toBeVisible();
  await expectPaper();
});
