// "Something came up": a line on the page of a person waits on the list of the next session.

import { PLAN, button, expect, field, heading, plan, rowButton, say, starter, test, type Page } from './fixtures';

const LINE = 'The contract moved to June';

/** Opens the field for a line with the person, from the list of all people. */
async function ask(page: Page) {
  await button(page, say('back-home')).click();
  await button(page, say('labelled', { label: say('came-up'), words: PLAN.seller })).click();
  await expect(field(page, say('came-up'))).toBeFocused();
}

const line = (page: Page, words = LINE) => page.locator('.note-words').filter({ hasText: words });

test('line typed from the list waits on the next session', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await ask(page);
  await field(page, say('came-up')).pressSequentially(LINE);
  await page.keyboard.press('Enter');
  await expect(heading(page, say('came-up-list'))).toBeVisible();
  await expect(line(page)).toBeVisible();
  await expect(field(page, say('came-up'))).toHaveValue('');
  await expect(field(page, say('came-up'))).toBeFocused();
  await stage.reload(page);
  await expect(line(page)).toBeVisible();
  await button(page, say('back-home')).click();
  await rowButton(page).click();
  await expect(page.getByText(say('parked-last'))).toBeVisible();
  await expect(page.getByText(LINE)).toBeVisible();
});

test('half-typed line is gone on with at its end', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await ask(page);
  await page.keyboard.type('Half');
  await ask(page);
  await page.keyboard.type(' a line');
  await expect(field(page, say('came-up'))).toHaveValue('Half a line');
});

test('removed line comes back by one press', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await ask(page);
  await field(page, say('came-up')).fill(LINE);
  await page.keyboard.press('Enter');
  await button(page, say('labelled', { label: say('remove-short'), words: LINE })).click();
  await expect(line(page)).toHaveCount(0);
  await button(page, say('undo')).click();
  await expect(line(page)).toBeVisible();
});

test('line that is held back says so and is on no shared screen', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await ask(page);
  await field(page, say('came-up')).fill(LINE);
  await page.keyboard.press('Enter');
  const hold = button(page, say('labelled', { label: say('only-for-me'), words: LINE }));
  await expect(hold).toHaveAttribute('aria-pressed', 'false');
  await hold.focus();
  await page.keyboard.press('Enter');
  await expect(hold).toHaveAttribute('aria-pressed', 'true');
  await expect(hold).toBeFocused();
  await expect(page.getByText(say('came-up-held'))).toBeVisible();
  await button(page, say('back-home')).click();
  await rowButton(page).click();
  await expect(starter(page)).toBeVisible();
  await expect(page.getByText(LINE)).toHaveCount(0);
});

test('half-typed line survives a reload', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await ask(page);
  await field(page, say('came-up')).pressSequentially('Half a thou');
  await stage.reload(page);
  await expect(field(page, say('came-up'))).toHaveValue('Half a thou');
});
