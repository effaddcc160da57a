// The view of a running session for a screen that is shared in a call: opened and left by one key or one button, and in
// its whole document, attributes included, nothing that is for one person alone and no hint that there is any.

import {
  LEE, MINUTE,
  begin, button, digits, expect, field, heading, letPass, plan, say, test,
  type Page,
} from './fixtures';

const SECRETS = ['Lee looks tired today', 'Ask about the doubt', 'half a thought of mine'];
/** Words that would tell that something is kept back. */
const HINTS = /only (for )?(me|you)|for (me|you) alone|private|held back|hidden|hide|alone|secret|listen for/i;

const shared = (page: Page) => page.locator('.shared');

/** Everything that the document holds: its markup with all attributes, that of the widget, and what a reader hears. */
const whole = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('coaching-session')!.shadowRoot!;
    const values = [...root.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value);
    const all = [document.title, document.documentElement.outerHTML, root.innerHTML, ...values].join('\n');
    // Marks and rings, which words stand for.
    return all.replaceAll('aria-hidden="true"', '');
  });

/** Starts a session whose manager sees the screen alone, with private words of each kind. */
async function startInPrivate(page: Page) {
  await plan(page);
  await button(page, say('prepare-own')).click();
  await button(page, say('i-am', { name: say('manager-unknown') })).click();
  await field(page, say('note-label')).fill(SECRETS[1]!);
  await button(page, say('not-ready')).click();
  await button(page, say('no')).click();
  await begin(page);
  await button(page, say('write-note')).click();
  await button(page, say('only-me')).click();
  await field(page, say('shared-note-label')).fill(SECRETS[0]!);
  await button(page, say('keep')).click();
  await button(page, say('write-next-step')).click();
  await field(page, say('next-step-label')).fill('Call Dana');
  await button(page, LEE).click();
  await button(page, say('keep')).click();
  await expect(page.getByText(SECRETS[0]!), 'the manager sees the own words').toBeVisible();
}

test('document of a shared screen holds nothing for one alone', async ({ stage }) => {
  const page = await stage.open();
  await startInPrivate(page);
  await button(page, say('write-note')).click();
  await button(page, say('only-me')).click();
  await field(page, say('shared-note-label')).fill(SECRETS[2]!);
  await button(page, say('shared-open')).click();
  await expect(shared(page)).toBeVisible();
  for (let item = 0; item < 5; item += 1) {
    const document = await whole(page);
    for (const secret of SECRETS) expect(document).not.toContain(secret);
    expect(document.match(HINTS), `item ${item}`).toBeNull();
    if (item === 4) break;
    await letPass(page);
    await page.locator('.shared .next').click();
  }
  await expect(page.getByText('Call Dana')).toBeVisible();
  await expect(heading(page, say('item-close'))).toBeVisible();
});

test('one key opens the shared screen and Escape leaves it', async ({ stage }) => {
  const page = await stage.open();
  await startInPrivate(page);
  await letPass(page);
  await heading(page, 'Lee Park').focus();
  await page.keyboard.press('v');
  await expect(shared(page)).toBeVisible();
  await expect(heading(page, 'Lee Park')).toBeFocused();
  await page.keyboard.press('w');
  await expect(button(page, say('resume'))).toBeVisible();
  await page.keyboard.press('w');
  await page.keyboard.press('Escape');
  await expect(shared(page)).toHaveCount(0);
  await expect(page.getByText(SECRETS[0]!), 'it stays hidden afterwards').toHaveCount(0);
  await heading(page, 'Lee Park').focus();
  await page.keyboard.press('v');
  await button(page, say('back-to-session')).click();
  await expect(shared(page)).toHaveCount(0);
  await stage.reload(page);
  await expect(page.getByText(SECRETS[0]!), 'also over a reload').toHaveCount(0);
});

for (const [width, height] of [[1366, 650], [375, 667]] as const) {
  test(`clock and question are large and in sight at ${width} by ${height}`, async ({ setStage }) => {
    const stage = await setStage({ viewport: { width, height } });
    const page = await stage.open();
    await plan(page);
    await begin(page);
    await button(page, say('shared-open')).click();
    await expect(shared(page)).toBeVisible();
    for (const part of [digits(page), page.locator('#question'), page.locator('.shared .next')]) await expect(part).toBeInViewport({ ratio: 1 });
    const size = (css: string) => page.locator(css).evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    expect(await size('#question')).toBeGreaterThanOrEqual(width > 640 ? 32 : 20);
    await stage.pass(MINUTE);
    await expect(digits(page)).toHaveText('2:00');
  });
}
