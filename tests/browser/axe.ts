// What axe finds on a page. Holds no test.

import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from './fixtures';

/** Returns the violations that axe finds, a line each. */
export async function violations(page: Page): Promise<string[]> {
  // Legacy mode runs in this page alone, which holds no frames; nothing is fetched, the stylesheets are of this page.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ preload: false, resultTypes: ['violations'] });
  const { violations, passes } = await axe.analyze();
  expect(passes.length, 'rules that axe applied').toBeGreaterThan(10);
  return violations.map(({ id, nodes }) => `${id} at ${nodes.length} places, first: ${nodes[0]?.target.flat().join(' ')} ${nodes[0]?.failureSummary}`);
}

/** Asserts that axe finds nothing, at the widths of a desk and a phone and in both themes. Leaves out the rules `without`. */
export async function expectAccessible(page: Page, without: string[] = []) {
  const found = async () => (await violations(page)).filter((line) => !without.some((rule) => line.startsWith(rule)));
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: width === 320 ? 720 : 860 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect.soft(await found(), `${width} px, ${colorScheme}`).toEqual([]);
    }
  }
}
