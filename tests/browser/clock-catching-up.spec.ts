// The card at a change of item of a session that is behind its plan: it keeps the clock and the question in sight.

import {
  MINUTE, SECOND,
  begin, button, expect, next, plan, say, test,
} from './fixtures';
import { expectAboveBar } from './layout';

for (const [width, height] of [[1366, 650], [375, 667]] as const) {
  test(`card keeps clock and question in sight at ${width} by ${height}`, async ({ setStage }) => {
    const stage = await setStage({ viewport: { width, height }, ...(width < 400 && { hasTouch: true, isMobile: true }) });
    const page = await stage.open();
    await plan(page);
    await begin(page);
    await stage.skip(7 * MINUTE);
    await next(page);
    const card = page.locator('#offer');
    await expect(card).toBeVisible();
    for (const [what, name] of [[page.locator('#face'), 'the clock'], [card, 'the card'], [page.locator('#question'), 'the question']] as const) {
      await expectAboveBar(page, what, name);
    }
    await button(page, say('offer-others')).click();
    await stage.pass(SECOND);
    await card.getByRole('button').first().click();
    await expect(card).toHaveCount(0);
    await expect(page.locator('.finish-about')).toHaveText(/:45$/);
    await button(page, say('clock-undo-shorten')).click();
    await expect(page.locator('.finish-about')).toHaveText(/:49$/);
  });
}
