// Takes the picture of the README: a running session of two invented people. `cargo xtask picture` runs it.

import { MINUTE, button, digits, expect, field, fillForm, next, say, starter, test } from './fixtures';

test('running session is drawn for the README', async ({ setStage }) => {
  const stage = await setStage({ viewport: { width: 1000, height: 810 }, time: Date.parse('2026-05-05T09:58:00+02:00') });
  const page = await stage.open();
  await fillForm(page, { seller: 'Lee', date: '2026-05-05', time: '10:00' });
  await field(page, say('own-name-label')).fill('Maria');
  await button(page, say('form-submit')).click();

  await button(page, say('prepare-as', { name: 'Lee' })).click();
  await button(page, say('i-am', { name: 'Lee' })).click();
  await field(page, say('topic-first')).fill('The pilot at Ward & Co is stuck, and I do not know with whom');
  await field(page, say('worked-if-label')).fill('I know whom to ask, and my first sentence');
  await button(page, say('ready-seller')).click();

  await stage.pass(2 * MINUTE);
  await starter(page).click();
  await stage.pass(3 * MINUTE);
  await next(page);
  await stage.pass(5 * MINUTE);
  await expect(digits(page)).toHaveText('15:00');
  await page.mouse.move(0, 0);
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: '../../docs/session.png', animations: 'disabled' });
});
