// A translator of the browser replaces text nodes: what the widget writes later is shown all the same.

import { MINUTE, SECOND, digits, expect, heading, next, say, start, test, type Page } from './fixtures';

/** Replaces every text of the widget by itself and a dot, as translators replace it. */
const translate = (page: Page, way: 'elements' | 'elements beside' | 'texts') =>
  page.evaluate((way) => {
    const root = document.querySelector('coaching-session')!.shadowRoot!;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts.filter(({ data }) => data.trim())) {
      const words = document.createTextNode(`${text.data}·`);
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      outer.append(inner);
      inner.append(words);
      if (way === 'texts') inner.remove();
      if (way === 'texts') text.replaceWith(words);
      else if (way === 'elements') text.replaceWith(outer);
      else {
        text.before(outer);
        text.remove();
      }
    }
  }, way);

for (const way of ['elements', 'elements beside', 'texts'] as const) {
  test(`session under a translator that writes ${way} goes on`, async ({ stage }) => {
    const page = await stage.open();
    await start(page);
    await translate(page, way);
    await stage.pass(2 * MINUTE + SECOND);
    await expect(digits(page), 'the clock face').toHaveText('0:59');
    await next(page);
    await expect(heading(page, say('early-first')), 'the next item').toBeVisible();
    await next(page);
    await expect(heading(page, say('early-second'))).toBeVisible();
  });
}
