// Long texts and many notes with the real storage: whatever was typed is there after a reload, and a field says while
// somebody types how many characters are too many.

import { MINUTE, begin, button, expect, field, plan, say, seal, storedIn, test, unseal } from './fixtures';

const tooLong = (over: string) => say('complain-too-long', { allowed: '2,000', over });

test('hundred promises of the longest texts outlive a reload', async ({ stage }) => {
  test.setTimeout(4 * MINUTE);
  const page = await stage.open();
  await plan(page);
  await begin(page);
  // Characters of two units each, and room for a number before them.
  const texts = ['words', 'first', 'when'].map((name) => name + '😀'.repeat(1_990));
  const labels = [say('next-step-label'), say('first-step-label'), say('when-ask')];
  for (let count = 0; count < 100; count += 1) {
    await button(page, say('write-next-step')).click();
    for (const [at, label] of labels.entries()) await field(page, label).fill(`${count} ${texts[at]}`);
    await button(page, say('keep')).click();
    await expect(page.locator('.writing-line')).toHaveCount(0);
  }
  await expect(button(page, say('write-next-step')), 'a full record takes no further note').toHaveAttribute('aria-disabled', 'true');
  await stage.reload(page);
  await expect(page.locator('.frame > .notices .notice')).toHaveCount(0);
  await expect(page.locator('.note')).toHaveCount(100);
  await expect(page.locator('.note-words').last()).toContainText(`99 ${texts[0]}`);
  for (const record of Object.values(await storedIn(page))) expect(seal(unseal(record)) === record).toBe(true);
});

test('field of half a million characters keeps all of them', async ({ stage }) => {
  test.setTimeout(4 * MINUTE);
  const page = await stage.open();
  page.setDefaultTimeout(MINUTE);
  await plan(page);
  await button(page, say('prepare-own')).click();
  await button(page, say('i-am', { name: say('manager-unknown') })).click();
  const note = field(page, say('note-label'));
  await note.evaluate((area: HTMLTextAreaElement) => {
    area.value = 'x'.repeat(500_000);
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  const length = () => note.evaluate((area: HTMLTextAreaElement) => area.value.length);
  await expect(page.getByText(tooLong('498,000'))).toBeVisible();
  const begun = performance.now();
  await page.getByRole('checkbox').first().click();
  await expect(page.getByRole('checkbox').first()).toBeChecked();
  expect(performance.now() - begun, 'milliseconds to answer a click').toBeLessThan(15_000);
  await stage.pass(5_000);
  await stage.reload(page);
  await button(page, say('i-am', { name: say('manager-unknown') })).click();
  expect(await length()).toBe(500_000);
  await expect(page.getByText(tooLong('498,000'))).toBeVisible();
  await expect(page.locator('.frame > .notices .notice')).toHaveCount(0);
  await button(page, say('back-home')).click();
  await expect(note, 'the text is not left behind').toBeFocused();
  expect(await length()).toBe(500_000);
  await note.fill('Listen first');
  await expect(page.getByText(tooLong('498,000'))).toHaveCount(0);
});
