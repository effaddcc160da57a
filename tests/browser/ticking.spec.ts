// A seller ticks an own next step on a phone, and the manager's list says so once the link is added.

import { LEE, begin, button, expect, field, heading, say } from './fixtures';
import { CALLED, CLIPBOARD, copied, invite, test } from './links';

const PHONE = { viewport: { width: 375, height: 667 }, hasTouch: true, isMobile: true, ...CLIPBOARD };
const STEP = 'Ask procurement for a date';

test('tick on the phone reaches the list of the manager by a link', async ({ setStage }) => {
  const desk = await setStage(CLIPBOARD);
  const phone = await setStage(PHONE);
  let maria = await desk.open();
  await invite(maria, desk);
  await button(maria, say('edit-done')).click();
  await begin(maria);
  await button(maria, say('write-next-step')).first().click();
  await field(maria, say('next-step-label')).fill(STEP);
  await button(maria, LEE).click();
  await button(maria, say('keep')).click();
  await button(maria, say('end-early')).click();
  await button(maria, say('send-to', { name: LEE })).click();
  const record = await copied(maria);

  // On the phone the step is Lee's, with a button in reach of a thumb.
  let lee = await phone.open({ address: record });
  await button(lee, say('file-take')).click();
  const done = button(lee, say('labelled', { label: say('standing-done'), words: STEP }));
  await expect(done, 'the record has the step').toHaveAttribute('aria-pressed', 'false');
  await button(lee, say('back-home')).click();
  await expect(heading(lee, say('home-steps'))).toBeVisible();
  await expect(lee.locator('.note', { hasText: STEP })).toContainText(say('agreed-on', { seller: CALLED, day: 'Mon 4 May' }));
  await done.click();
  await phone.reload(lee);
  await expect(done, 'it is kept').toHaveAttribute('aria-pressed', 'true');
  await button(lee, say('labelled', { label: say('send-to', { name: CALLED }), words: STEP })).click();
  await expect(lee.getByText(say('words-step-done', { words: STEP }))).toBeVisible();
  const told = await copied(lee);
  await button(lee, say('back-home')).click();
  await expect(heading(lee, say('home-steps')), 'Maria was told').toHaveCount(0);

  maria = await desk.open({ address: told });
  await expect(heading(maria, say('link-steps', { name: LEE }))).toBeVisible();
  await button(maria, say('file-take')).click();
  await button(maria, say('back-home')).click();
  await expect(maria.getByText(say('row-steps-done', { words: STEP }))).toBeVisible();
  lee = await phone.open();
  await expect(heading(lee, say('home-steps'))).toHaveCount(0);
});
