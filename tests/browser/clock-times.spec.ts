// The running session at one glance: at an item's end the question stands beside the ring, and the agenda names the times.

import { MINUTE, SECOND, begin, button, caption, expect, next, plan, say, test } from './fixtures';
import { expectAboveBar } from './layout';

for (const [width, height] of [[1366, 650], [375, 667]] as const) {
  test(`time that is up is asked about in sight at ${width} by ${height}`, async ({ setStage }) => {
    const stage = await setStage({ viewport: { width, height }, ...(width < 400 && { hasTouch: true, isMobile: true }) });
    const page = await stage.open();
    await plan(page);
    await begin(page);
    await stage.pass(MINUTE);
    await next(page);
    await stage.skip(16 * MINUTE);
    await stage.pass(30 * SECOND);
    await expect(caption(page)).toHaveText(say('time-nears'));
    await expect(page.locator('.face')).toHaveClass(/nearing/);
    await stage.skip(4 * MINUTE);
    await expect(page.locator('.face')).toHaveClass(/over/);
    const more = page.getByRole('group', { name: say('more-or-on') });
    for (const [what, name] of [[page.locator('#face'), 'the clock'], [more, 'the question of time'], [page.locator('#question'), 'the question']] as const) {
      await expectAboveBar(page, what, name);
    }
    if (width < 400) await page.locator('.fold summary').click();
    await expect(page.locator('.rail-times').locator('visible=true').first()).toHaveText(/^\d\d:\d\d to \d\d:\d\d$/);
    if (width < 400) await page.locator('.fold summary').click();
    if (width > 1000) await expect(button(page, say('end-early'))).toBeInViewport();
  });
}
