// A whole session of 45 minutes under a controlled clock: a late start, an overrun, catching up, a pause and undos.

import {
  MINUTE, SECOND,
  begin, button, caption, digits, expect, heading, next, plan, say, test,
} from './fixtures';

test('whole session overruns, catches up, pauses and ends', async ({ stage }) => {
  const page = await stage.open();
  const about = page.locator('.finish-about');
  const card = page.locator('#offer');
  const behind = page.locator('.finish-planned', { hasText: 'late' });
  await plan(page);
  const from = await page.evaluate(() => Date.now());
  const minutesLeft = async () => Math.round((Date.parse(`1970-01-01T${(await about.innerText()).match(/\d\d:\d\d/)![0]}Z`) % (60 * MINUTE)) / MINUTE);

  // Two minutes late, as they say only later.
  await stage.skip(4 * MINUTE);
  await begin(page);
  const late = await minutesLeft();
  await page.locator('.corrections summary').click();
  await button(page, say('began-ago', { minutes: 2 })).click();
  expect(await minutesLeft(), 'an earlier start is an earlier end').toBe(late - 2);
  await button(page, say('clock-undo-began')).click();
  expect(await minutesLeft()).toBe(late);

  // The opening overruns, and the clock asks without moving on.
  await stage.skip(3 * MINUTE);
  await expect(page.getByRole('group', { name: say('more-or-on') })).toBeVisible();
  await stage.skip(4 * MINUTE);
  await expect(heading(page, say('item-open'))).toBeVisible();
  await expect(digits(page)).toHaveText(/^\+[34]:/);

  // At the change of item the card proposes to finish as booked.
  await next(page);
  await expect(card).toBeVisible();
  await card.getByRole('button').first().click();
  await expect(behind).toHaveCount(0);
  await stage.pass(SECOND);
  await button(page, say('clock-undo-shorten')).click();
  await expect(behind).toBeVisible();

  // A pause with a reason counts nothing.
  await stage.skip(9 * MINUTE);
  const shown = await digits(page).innerText();
  await button(page, say('pause')).click();
  await button(page, say('pause-call')).click();
  await expect(page.locator('.finish-planned')).toHaveText(say('pause-call'));
  await stage.skip(6 * MINUTE);
  await expect(digits(page)).toHaveText(shown);
  await expect(caption(page)).toHaveText(say('time-paused'));
  await button(page, say('resume')).click();

  // It ended two minutes ago: those belong to the next item.
  await stage.skip(4 * MINUTE);
  await page.locator('.corrections summary').click();
  await button(page, say('ended-ago', { minutes: 2 })).click();
  await expect(heading(page, say('early-second'))).toBeVisible();
  await expect(digits(page)).toHaveText('10:00');

  for (let at = 0; at < 2; at += 1) {
    await stage.skip(5 * MINUTE);
    await next(page);
  }
  await expect(caption(page)).toHaveText(say('time-closing'));
  await stage.skip(2 * MINUTE);
  await button(page, say('finish')).click();
  await expect(page.getByRole('table')).toBeVisible();
  const took = (await page.evaluate(() => Date.now())) - from;
  expect(took, 'the story fills the booked time').toBeGreaterThan(40 * MINUTE);
  await stage.reload(page);
  await expect(page.getByRole('table'), 'a reload shows the same session').toBeVisible();
});
