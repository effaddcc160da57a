// The keys of a running session: each presses its button, their list opens by `?`, and none of them works where a person
// writes or where the host page wants them.

import {
  button, caption, expect, field, heading, letPass, say, start, test,
  type Page,
} from './fixtures';

const list = (page: Page) => page.getByRole('dialog', { name: say('keys-list') });
const kept = (page: Page) => page.locator('.note-words');

/** Puts the keyboard on the head of the session, outside of any control. */
const home = (page: Page) => heading(page, 'Lee Park').focus();

test('each key presses its button', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await home(page);
  const question = page.locator('#question');
  const first = await question.innerText();
  await page.keyboard.press('o');
  await expect(question).not.toHaveText(first);
  const second = await question.innerText();
  await page.keyboard.press('a');
  await expect(question).not.toHaveText(second);
  await page.keyboard.press('m');
  await expect(caption(page)).toHaveText(say('left-of', { minutes: 4 }));
  await page.keyboard.press('w');
  await expect(caption(page)).toHaveText(say('time-paused'));
  await page.keyboard.press('w');
  await expect(button(page, say('pause'))).toBeVisible();
  await letPass(page);
  await page.keyboard.press('g');
  await expect(heading(page, say('early-first'))).toBeVisible();
  await page.keyboard.press('g');
  await expect(heading(page, say('early-first')), 'a second press within half a second is the same one').toBeVisible();
  await page.keyboard.press('b');
  await expect(heading(page, say('item-open'))).toBeVisible();
});

test('question mark lists the keys and gives the focus back', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  const park = button(page, say('write-parked'));
  await park.focus();
  await page.keyboard.press('?');
  await expect(list(page)).toBeVisible();
  await expect(button(page, say('keys-close'))).toBeFocused();
  await expect(list(page).locator('dt')).toHaveText(['g', 'b', 'w', 'm', 's', 'p', 'n', 'a', 'o', 'v', 'f', '?']);
  await page.keyboard.press('g');
  await expect(heading(page, say('item-open')), 'no other key works behind the list').toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(list(page)).toHaveCount(0);
  await expect(park).toBeFocused();
  await page.keyboard.press('?');
  await page.keyboard.press('?');
  await expect(list(page)).toHaveCount(0);
  await expect(park).toBeFocused();
  await button(page, say('keys-list')).click();
  await button(page, say('keys-close')).click();
  await expect(button(page, say('keys-list'))).toBeFocused();
});

test('letters in a field and right after a kept line press nothing', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await home(page);
  await page.keyboard.press('n');
  await page.keyboard.type('gbwmao?');
  await expect(field(page, say('shared-note-label'))).toHaveValue('gbwmao?');
  await page.keyboard.press('Enter');
  await expect(kept(page)).toHaveText(['gbwmao?']);
  // Whoever goes on typing writes the next line, and does not go to the next item.
  await page.keyboard.type('go');
  await expect(field(page, say('shared-note-label'))).toHaveValue('go');
  await expect(heading(page, say('item-open'))).toBeVisible();
});

test('page outside of the widget keeps its keys', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('w');
  await page.keyboard.press('?');
  await expect(button(page, say('pause'))).toBeVisible();
  await expect(list(page)).toHaveCount(0);
  await page.locator('coaching-session').evaluate((element) => element.setAttribute('hotkeys', 'off'));
  await expect(page.getByRole('checkbox', { name: say('keys-on') })).toHaveCount(0);
  await home(page);
  await page.keyboard.press('w');
  await page.keyboard.press('?');
  await expect(button(page, say('pause'))).toBeVisible();
  await expect(list(page)).toHaveCount(0);
});
