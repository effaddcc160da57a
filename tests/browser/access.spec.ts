// For anyone: each screen in both themes, wide and narrow, as axe sees it; and on a phone, with large
// text too, where all of it fits and each target can be hit.

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from './fixtures';
import { FINGER, becomePhone, expectFit, setTextSize } from './layout';
import { expect, test } from './scenes';
import { SCREENS } from './screens';

/** Returns the violations that axe finds, a line each. */
async function violations(page: Page): Promise<string[]> {
  // Legacy mode runs in this page alone, which holds no frames; nothing is fetched, the stylesheets are of this page.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ preload: false, resultTypes: ['violations'] });
  const { violations, passes } = await axe.analyze();
  expect(passes.length, 'rules that axe applied').toBeGreaterThan(10);
  return violations.map(({ id, nodes }) => `${id} at ${nodes.length} places, first: ${nodes[0]?.target.flat().join(' ')} ${nodes[0]?.failureSummary}`);
}

for (const [name, { after, stored, opens, damaged, given, reach }] of Object.entries(SCREENS)) {
  test(`${name}: axe passes, phone fits`, async ({ setStage, scene }) => {
    const records = after && (await scene(after)).records;
    const link = opens && (await scene(opens)).link;
    const stage = await setStage({ records: records && stored ? stored(records) : records, ...given });
    const page = await stage.open({ address: link && damaged ? damaged(link) : link });
    await reach(page, stage, scene);

    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: width === 320 ? 720 : 860 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect.soft(await violations(page), `${width} px, ${colorScheme}`).toEqual([]);
      }
    }
    await becomePhone(page);
    await expectFit(page, FINGER);
    await setTextSize(page, 200);
    await expectFit(page, FINGER, 'with text of 200%');
  });
}
