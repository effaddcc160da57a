// Measures of a page: what reaches beyond its sides, and what is too small to hit. Holds no test.

import { boxOf, expect, type Locator, type Page } from './fixtures';

/** The least width and height of a target in CSS pixels (WCAG 2.2, target size). */
export interface Targets {
  button: number;
  other: number;
}

/** Under a finger. */
export const FINGER: Targets = { button: 44, other: 24 };
/** With a mouse. */
export const MOUSE: Targets = { button: 24, other: 24 };

/** Asserts that nothing reaches beyond the sides of the window, and that each target can be hit. */
export async function expectFit(page: Page, targets: Targets, where?: string) {
  const misfits = await page.locator('coaching-session').evaluate((element, { button: least, other }) => {
    const width = document.documentElement.clientWidth;
    const named = (element: Element) =>
      `${element.localName}.${element.getAttribute('class')} ${(element.getAttribute('aria-label') ?? element.textContent).slice(0, 30)}`;
    const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.spoken');
    const found: string[] = [];
    if (document.documentElement.scrollWidth > width) found.push(`the page is ${document.documentElement.scrollWidth} wide`);
    for (const inner of element.shadowRoot!.querySelectorAll('*')) {
      const box = inner.getBoundingClientRect();
      if (seen(inner) && box.width > 0 && (box.left < -0.5 || box.right > width + 0.5)) found.push(`${named(inner)} from ${box.left} to ${box.right}`);
    }
    for (const target of element.shadowRoot!.querySelectorAll('button, summary, input, a')) {
      const box = target.getBoundingClientRect();
      const size = ['button', 'summary'].includes(target.localName) ? least : other;
      if (seen(target) && (box.width < size - 0.01 || box.height < size - 0.01)) found.push(`${named(target)} is ${box.width} by ${box.height}`);
    }
    return found;
  }, targets);
  expect(misfits, where).toEqual([]);
}

/** Asserts that an element is wholly in sight, and that nothing covers its middle. */
export async function expectInSight(page: Page, what: Locator, name: string) {
  const [box, size] = [await boxOf(what), page.viewportSize()!];
  expect.soft(box.y, `top of ${name}`).toBeGreaterThanOrEqual(0);
  expect.soft(box.y + box.height, `bottom of ${name}`).toBeLessThanOrEqual(size.height + 0.5);
  const isOnTop = await what.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const found = (element.getRootNode() as ShadowRoot).elementFromPoint(left + width / 2, top + height / 2);
    return element === found || element.contains(found);
  });
  expect.soft(isOnTop, `${name} is covered`).toBe(true);
}

/** Asserts that an element is in sight down to its last line, above the bar at the end of the window. */
export async function expectAboveBar(page: Page, what: Locator, name: string) {
  await expectInSight(page, what, name);
  const [box, bar] = [await boxOf(what), await boxOf(page.locator('.way-on, .controls'))];
  expect.soft(box.y + box.height, `end of ${name} above the bar`).toBeLessThanOrEqual(bar.y + 0.5);
}

/** Sets the size of text in percent of the usual one, as the settings of a browser do. */
export async function setTextSize(page: Page, percent: number) {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: (16 * percent) / 100, fixed: (13 * percent) / 100 } });
  const medium = () => page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
  await expect.poll(medium).toBeCloseTo((16 * percent) / 100, 1);
}

/** Turns the window into that of a phone: narrow, and under a finger. */
export async function becomePhone(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDeviceMetricsOverride', { width: 320, height: 720, deviceScaleFactor: 1, mobile: true });
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  await expect.poll(() => page.evaluate(() => [innerWidth, matchMedia('(pointer: coarse)').matches])).toEqual([320, true]);
}
