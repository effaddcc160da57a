// Notes: written by keys and by buttons, in a line that keeps its place; what comes of them at the end
// and in the next session; the summary as it is copied, saved and printed.

import { readFile } from 'node:fs/promises';
import {
  MINUTE, SECOND,
  begin, boxOf, button, digits, expect, field, heading, keyboard, letPass, like, next, plan, rowButton, say, start,
  starter, test,
  type Page,
} from './fixtures';

const PROMISE = say('next-step-label');
const NOTE = say('shared-note-label');
const PARKED = say('park-label');
const KICKER = say('session-kicker', { 'coaching-type': say('type-opportunity-early') });

/** The words of all notes on the screen. */
const words = (page: Page) => page.locator('.note-words');
/** The open line in which a note is written. */
const line = (page: Page) => page.locator('.writing-line');

/** Writes a note down by the key of its kind, and keeps it with Enter. */
async function write(page: Page, key: string, label: string, text: string) {
  // The keys rest for a second after a line was kept.
  await page.clock.runFor(SECOND);
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
  await page.keyboard.press('s');
  await expect(field(page, PROMISE)).toBeFocused();
  await expect(field(page, PROMISE), 'the key itself is not written').toHaveValue('');
  await expect(field(page, say('when-ask')), 'all fields are there from the start').toBeVisible();
  await page.keyboard.type('Call Dana, and park nothing');
  await page.keyboard.press('Tab');
  await expect(field(page, say('first-step-label'))).toBeFocused();
  await page.keyboard.type('Find her number');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Friday');
  await page.keyboard.press('Enter');
  await expect(button(page, say('write-next-step'))).toBeFocused();
  await expect(words(page)).toHaveText(['Lee: Call Dana, and park nothing']);
  await expect(page.getByText(`${say('labelled', { label: say('first-step-label'), words: 'Find her number' })} · ${say('labelled', { label: say('when-label'), words: 'Friday' })}`)).toBeVisible();
});

test('line of a note closes by Escape and opens by plain keys only', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  for (const keys of ['Control+p', 'Alt+n', 'Meta+s', 'Shift+S']) await page.keyboard.press(keys);
  await expect(line(page)).toHaveCount(0);
  await page.keyboard.press('n');
  await expect(field(page, NOTE)).toBeFocused();
  await page.keyboard.type('knp');
  await expect(field(page, NOTE)).toHaveValue('knp');
  await page.keyboard.press('Escape');
  await expect(button(page, say('write-note'))).toBeFocused();
  await expect(line(page)).toHaveCount(0);
  await expect(words(page)).toHaveCount(0);
  // A letter beside the fields of the open line changes nothing of it.
  await page.keyboard.press('n');
  await expect(field(page, NOTE)).toBeFocused();
  await button(page, say('cancel')).focus();
  await page.keyboard.press('s');
  await expect(field(page, NOTE)).toBeVisible();
  await expect(field(page, PROMISE)).toHaveCount(0);
});

test('key of an input method that composes presses no button', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await page.keyboard.press('n');
  await field(page, NOTE).fill('half a word');
  const escape = (more: { isComposing?: boolean; keyCode?: number }) =>
    field(page, NOTE).evaluate((input, { isComposing, keyCode }) => {
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true, isComposing, keyCode }));
    }, more);
  await escape({ isComposing: true });
  await escape({ keyCode: 229 });
  await expect(field(page, NOTE)).toHaveValue('half a word');
  await expect(field(page, NOTE)).toBeFocused();
  await escape({});
  await expect(line(page)).toHaveCount(0);
});

test('note that was typed and not kept survives a reload', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await button(page, say('write-parked')).click();
  await field(page, PARKED).fill('The new price list');
  await stage.reload(page);
  await expect(field(page, PARKED)).toHaveValue('The new price list');
  await button(page, say('keep')).click();
  await stage.reload(page);
  await expect(words(page)).toHaveText(['The new price list']);
});

test('keys work after a reload without a click', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await stage.reload(page);
  await page.keyboard.press('s');
  await expect(field(page, PROMISE)).toBeVisible();
});

test('clock on a phone stays in sight while a next step is written', async ({ setStage }) => {
  const stage = await setStage({ viewport: { width: 320, height: 640 } });
  const page = await stage.open();
  await start(page);
  await button(page, say('write-next-step')).click();
  await page.keyboard.type('x');
  for (const label of [PROMISE, say('first-step-label'), say('when-ask')]) {
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
  await write(page, 's', PROMISE, 'Call Dana');
  await button(page, say('write-next-step')).click();
  await button(page, say('manager-unknown')).click();
  await expect(field(page, PROMISE)).toBeFocused();
  await page.keyboard.type('Ask for the slot');
  await button(page, say('keep')).click();
  await write(page, 'p', PARKED, 'The new price list');
  for (let item = 0; item < 4; item += 1) await next(page);
  await button(page, say('thats-right')).focus();
  await page.keyboard.press('Enter');
  await expect(button(page, say('thats-right')), 'what is done is folded').toBeHidden();
  await expect(page.locator('#notes'), 'the keyboard goes on from there').toBeFocused();
  await button(page, say('labelled', { label: say('next-time'), words: 'The new price list' })).click();
  await letPass(page);
  await button(page, say('finish')).click();

  await button(page, say('another-time')).click();
  await field(page, say('date-label')).fill('2026-05-12');
  await button(page, say('form-submit')).click();
  await button(page, say('back-home')).click();
  await expect(heading(page, say('home-steps'))).toBeVisible();
  await expect(page.locator('.note-words')).toHaveText('Ask for the slot');
  await rowButton(page).click();
  await stage.skip(60 * MINUTE);
  await begin(page);
  await expect(heading(page, say('parked-before'))).toBeVisible();
  await next(page);
  await expect(heading(page, say('steps-before'))).toBeVisible();
  await expect(words(page)).toHaveText([say('labelled', { label: say('manager-unknown'), words: 'Ask for the slot' }), 'Lee: Call Dana']);
  await button(page, say('labelled', { label: say('standing-done'), words: 'Ask for the slot' })).click();
  await button(page, say('back-home')).click();
  await expect(heading(page, say('group-week'))).toBeVisible();
  await expect(heading(page, say('home-steps'))).toHaveCount(0);
});

test('summary is copied, or shown selected, and saved as a file', async ({ setStage }) => {
  const stage = await setStage({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await stage.open();
  const told = page.locator('.summary [role=status]');
  await start(page);
  await write(page, 'n', NOTE, 'Dana <b>joined</b> in March');
  await button(page, say('end-early')).click();
  await button(page, say('summary-copy')).click();
  await expect(told).toHaveText(say('summary-copied'));
  const copied = (await page.evaluate(() => navigator.clipboard.readText())).replaceAll('\r', '');
  expect(copied).toMatch(new RegExp(`^Lee Park\\n${KICKER}\\n[^]*\\n${say('notes')}\\n- Dana <b>joined</b> in March\\n\\n[^]*${say('summary-foot')}\\n$`));

  await refuseToCopy(page);
  await button(page, say('summary-copy')).click();
  await expect(told).toHaveText(say('summary-refused'));
  await expect(page.locator('#summary-text')).toBeFocused();
  const selected = await keyboard(page).evaluate((element) => {
    const { value, selectionStart, selectionEnd } = element as HTMLTextAreaElement;
    return value.slice(selectionStart, selectionEnd);
  });
  expect(selected).toBe(copied);

  const [file] = await Promise.all([page.waitForEvent('download'), button(page, say('summary-save')).click()]);
  expect(file.suggestedFilename()).toBe('coaching-session-lee-park-2026-05-04.md');
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toMatch(new RegExp(String.raw`^# Lee Park\n\n[^]*\n\n## ${say('notes')}\n\n- Dana \\<b\\>joined\\</b\\> in March\n\n[^]*${say('summary-foot')}\n\n$`));
});

test('summary on paper stands alone, black on white', async ({ setStage }) => {
  const stage = await setStage({ colorScheme: 'dark' });
  const page = await stage.open();
  await start(page);
  await write(page, 'n', NOTE, 'Dana joined in March');
  await button(page, say('end-early')).click();
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
  await button(page, say('prepare-own')).click();
  await button(page, say('i-am', { name: say('manager-unknown') })).click();
  await field(page, say('note-label')).fill('Nobody reads this');
  await expectPaper();
  await button(page, say('not-ready')).click();
  await button(page, say('no')).click();
  await expect(starter(page)).toBeVisible();
  await expectPaper();
  await begin(page);
  await expect(page.getByText('Nobody reads this')).toBeVisible();
  await expectPaper();
});

test('held key of a note types nothing into the line', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await page.keyboard.down('s');
  await expect(field(page, say('next-step-label'))).toBeFocused();
  // The keyboard repeats a held key.
  await page.keyboard.down('s');
  await page.keyboard.up('s');
  await expect(field(page, say('next-step-label'))).toHaveValue('');
});
