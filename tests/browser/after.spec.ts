// After the end: what is still to be said and booked stands in sight, and the main button is the next thing to do.

import {
  LEE, MINUTE, begin, boxOf, button, digits, expect, field, fillForm, heading, letPass, like, next, say,
  type Page,
} from './fixtures';
import { CALLED, CLIPBOARD, MANAGER, copied } from './links';
import { test } from './scenes';

const WINDOWS = [[1366, 650], [375, 667]] as const;

/** The button that is strong. */
const strong = (page: Page) => page.locator('.button.primary:visible');

/** Writes a line of a kind in the session. */
async function write(page: Page, opener: string, label: string, words: string) {
  await button(page, say(opener)).click();
  await field(page, say(label)).fill(words);
  await page.keyboard.press('Enter');
  await expect(page.locator('.writing-line')).toHaveCount(0);
}

test('next thing to do after the end is in sight and strong', async ({ setStage }) => {
  test.slow();
  const desk = await setStage(CLIPBOARD);
  const maria = await desk.open();
  await fillForm(maria);
  await field(maria, say('own-name-label')).fill(MANAGER);
  await button(maria, say('form-submit')).click();
  await begin(maria);
  await expect(digits(maria)).toBeVisible();
  await write(maria, 'write-next-step', 'next-step-label', 'Call Dana');
  await write(maria, 'write-parked', 'park-label', 'Holiday plans');
  await write(maria, 'write-note', 'shared-note-label', 'Petra is only the user');
  await desk.pass(2 * MINUTE);
  await button(maria, say('end-early')).click();
  await expect(maria.getByRole('table')).toBeVisible();

  const asks = heading(maria, say('close-ask'));
  const first = button(maria, say('labelled', { label: LEE, words: say('yes') }));
  for (const [width, height] of WINDOWS) {
    await maria.setViewportSize({ width, height });
    await maria.evaluate(() => scrollTo(0, 0));
    for (const [name, needed] of Object.entries({ 'How was it?': asks, 'its first answer': first, 'the next date': button(maria, like('just-date')).first(), 'the main button': strong(maria) })) {
      await expect(needed, `${name} at ${width}`).toBeInViewport({ ratio: 1 });
    }
    const tops = await Promise.all([asks, heading(maria, say('parked')), heading(maria, say('notes'))].map(boxOf));
    expect(tops.map(({ y }) => y), `in this order at ${width}`).toEqual(tops.map(({ y }) => y).sort((one, other) => one - other));
    const bar = await boxOf(maria.locator('.way-on'));
    expect((await boxOf(first)).y + 24, `not covered by the bar at ${width}`).toBeLessThan(bar.y);
  }
  await expect(strong(maria)).toHaveText([say('answer-own')]);
  await strong(maria).click();
  await expect(first, 'the main button leads to the first answer').toBeFocused();
  await letPass(maria);
  await first.click();
  await letPass(maria);
  await button(maria, say('labelled', { label: LEE, words: say('coaching') })).click();
  await letPass(maria);
  await button(maria, say('labelled', { label: CALLED, words: say('coaching') })).click();
  await expect(strong(maria)).toHaveText([like('just-date')]);
  await expect(strong(maria)).toBeInViewport({ ratio: 1 });
  await letPass(maria);
  await strong(maria).click();
  await expect(strong(maria)).toHaveText([say('send-to', { name: LEE })]);
  await letPass(maria);
  await strong(maria).click();
  await expect(heading(maria, say('share-summary', { name: LEE }))).toBeVisible();
});

test('record on the phone asks first how it was', async ({ setStage, scene }) => {
  const [{ records }, { link }] = [await scene('answer'), await scene('record')];
  const stage = await setStage({ records, viewport: { width: 375, height: 667 }, hasTouch: true, isMobile: true, ...CLIPBOARD });
  const lee = await stage.open({ address: link });
  await button(lee, say('file-take')).click();
  await expect(strong(lee)).toHaveText([say('answer-own')]);
  await expect(strong(lee)).toBeInViewport({ ratio: 1 });
  await expect(heading(lee, say('close-ask'))).toBeInViewport({ ratio: 1 });
  await strong(lee).click();
  await button(lee, say('coaching')).click();
  await letPass(lee);
  await button(lee, say('answer-in')).click();
  await expect(strong(lee)).toHaveText([like('send-to')]);
  await letPass(lee);
  await strong(lee).click();
  await copied(lee);
  await button(lee, say('edit-done')).click();
  await expect(strong(lee)).toHaveText([say('ask-one')]);
});
