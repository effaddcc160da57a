// The widget on a host page: it neither takes looks from its host nor gives any.

import { button, expect, fillForm, plan, say, start, test, type Page } from './fixtures';

/** Properties of computed style that make up looks, without sizes that follow from the room there is. */
const LOOKS = [
  'display', 'position', 'visibility', 'opacity', 'box-sizing', 'overflow-wrap', 'float', 'cursor', 'pointer-events',
  'color', 'background-color', 'background-image', 'box-shadow', 'text-shadow', 'fill', 'stroke', 'stroke-width',
  'font-family', 'font-size', 'font-style', 'font-weight', 'font-variant', 'line-height', 'letter-spacing', 'word-spacing',
  'text-align', 'text-decoration-line', 'text-indent', 'text-transform', 'white-space', 'word-break', 'hyphens', 'direction', 'writing-mode',
  'border-top-style', 'border-top-width', 'border-top-color', 'border-top-left-radius', 'border-collapse', 'border-spacing', 'list-style-type',
  'padding-top', 'padding-left', 'margin-top', 'min-height', 'gap', 'flex-wrap', 'align-items', 'caption-side', 'user-select',
];

/** The looks of everything in the widget, one line for each element and property. */
const looks = (page: Page) =>
  page.evaluate((properties) => {
    const root = document.querySelector('coaching-session')!.shadowRoot!;
    return [...root.querySelectorAll('.frame, .frame *')].flatMap((element, at) => {
      const style = getComputedStyle(element);
      const name = `${at} ${element.localName}.${element.getAttribute('class') ?? ''}`;
      return properties.map((property) => `${name} ${property}: ${style.getPropertyValue(property)}`);
    });
  }, LOOKS);

/** Gives the host page looks of its own. */
const dress = (page: Page, css: string) =>
  page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, css);

/** Asserts that looks of the host page change nothing in the widget, and takes them off again. */
async function expectUnchanged(page: Page, css: string) {
  const before = await looks(page);
  expect(before.length, 'looks to compare').toBeGreaterThan(LOOKS.length * 10);
  await dress(page, css);
  const after = await looks(page);
  const changed = after.filter((line, at) => line !== before[at]);
  expect(after, 'as many elements').toHaveLength(before.length);
  expect(changed.slice(0, 12), `${changed.length} changed`).toEqual([]);
  await dress(page, '');
}

const HOSTS = {
  'plain rules for elements': `
    button { color: red; border-radius: 0; padding: 40px; } input { background: yellow; border: 9px solid; }
    p, h1, h2, li, ol, table, td { margin: 50px; color: red; font-size: 40px; } svg { stroke: red; fill: red; }
    .button, .primary, .face, .frame, .notice, .field { display: none; background: red; } * { box-sizing: content-box; }`,
  'a reset of everything': `
    body * { all: unset !important; } *::before, *::after { all: unset !important; }`,
  'everything important': `
    /* The root and the body are left out: their font is what a rem is, and their width is the host's to choose. */
    body * { color: red !important; background: yellow !important; font: 40px serif !important; border: 5px solid red !important;
      display: inline !important; text-align: end !important; letter-spacing: 5px !important; text-transform: uppercase !important;
      line-height: 3 !important; font-variant-numeric: normal !important; opacity: 1 !important; }`,
  'the usual inheritance': `
    body { color: red; font: italic 700 30px/3 serif; text-align: center; letter-spacing: 5px; text-transform: uppercase; }`,
  'rare inheritance': `
    body { word-spacing: 20px; text-indent: 40px; white-space: nowrap; text-shadow: 2px 2px red; cursor: crosshair; word-break: break-all;
      list-style: square; border-collapse: collapse; caption-side: bottom; hyphens: auto; user-select: none; }`,
};

for (const [host, css] of Object.entries(HOSTS)) {
  test(`host page with ${host} leaves the looks alone`, async ({ stage }) => {
    const page = await stage.open();
    await start(page);
    await expectUnchanged(page, css);
    await button(page, say('back-home')).click();
    await fillForm(page);
    await expectUnchanged(page, css);
  });
}

test('widget gives its host no looks, names or attributes', async ({ setStage }) => {
  const noteNames = () => {
    const names = Object.getOwnPropertyNames(globalThis);
    (globalThis as any).namesBefore = () => names;
  };
  const stage = await setStage({ init: noteNames });
  const page = await stage.open();
  await plan(page);
  const probe = () =>
    page.evaluate((properties) => {
      const elements = ['button', 'input', 'h1', 'p', 'table', 'ol'].map((name) => document.createElement(name));
      for (const element of elements) element.className = 'button primary frame notice field digits';
      document.body.append(...elements);
      const found = [document.documentElement, document.body, ...elements].map((element) => {
        const style = getComputedStyle(element);
        return properties.map((property) => style.getPropertyValue(property)).join();
      });
      for (const element of elements) element.remove();
      return found;
    }, LOOKS);
  const beside = await probe();
  const names = await page.evaluate(() => {
    const before: string[] = (globalThis as any).namesBefore();
    return Object.getOwnPropertyNames(globalThis).filter((name) => !before.includes(name) && name !== 'namesBefore');
  });
  expect(names).toEqual([]);
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  // index.html says that the element is what is main on the page, starts at once, and that the page is its own; the element
  // adds nothing.
  const attributes = await page.evaluate(() => document.querySelector('coaching-session')!.getAttributeNames());
  expect(attributes.sort()).toEqual(['data-own-page', 'loading', 'role']);
  await page.evaluate(() => document.querySelector('coaching-session')!.remove());
  expect(await probe()).toEqual(beside);
});
