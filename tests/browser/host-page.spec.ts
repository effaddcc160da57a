// The widget on a host page: it neither takes looks from its host nor gives any.

import { button, expect, fillForm, plan, say, start, test, widget, type Page } from './fixtures';
import { openHost } from './host';

/** Properties of computed style that make up looks. */
const LOOKS = [
  'display', 'position', 'visibility', 'opacity', 'box-sizing', 'overflow-wrap', 'float', 'cursor', 'pointer-events',
  'color', 'background-color', 'background-image', 'box-shadow', 'text-shadow', 'fill', 'stroke', 'stroke-width',
  'font-family', 'font-size', 'font-style', 'font-weight', 'font-variant', 'line-height', 'letter-spacing', 'word-spacing',
  'text-align', 'text-decoration-line', 'text-indent', 'text-transform', 'white-space', 'word-break', 'hyphens', 'direction', 'writing-mode',
  'border-top-style', 'border-top-width', 'border-top-color', 'border-top-left-radius', 'border-collapse', 'border-spacing', 'list-style-type',
  'padding-top', 'padding-left', 'margin-top', 'min-height', 'gap', 'flex-wrap', 'align-items', 'caption-side', 'user-select',
];

/** Looks and place of everything in the widget: its computed style, and its box from the corner of the frame. */
const looks = (page: Page) =>
  page.evaluate((properties) => {
    const root = document.querySelector('coaching-session')!.shadowRoot!;
    const frame = root.querySelector('.frame')!.getBoundingClientRect();
    return [...root.querySelectorAll('.frame, .frame *')].map((element, at) => {
      const style = getComputedStyle(element);
      const { left, top, width, height } = element.getBoundingClientRect();
      const name = `${at} ${element.localName}.${element.getAttribute('class') ?? ''}`;
      return {
        styles: properties.map((property) => `${name} ${property}: ${style.getPropertyValue(property)}`),
        name,
        box: element.getClientRects().length ? [left - frame.left, top - frame.top, width, height] : [],
      };
    });
  }, LOOKS);

/** Gives the host page looks of its own. */
const dress = (page: Page, css: string) =>
  page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, css);

/** The page of a plain host: nothing between the window and the element. */
const PLAIN = 'body { margin: 0; }';

/** Asserts that looks of the host page change nothing in the widget, and move nothing by a pixel; takes them off again. */
async function expectUnchanged(page: Page, css: string) {
  await dress(page, PLAIN);
  const before = await looks(page);
  expect(before.length, 'elements to compare').toBeGreaterThan(10);
  await dress(page, PLAIN + css);
  const after = await looks(page);
  expect(after, 'as many elements').toHaveLength(before.length);
  const changed = after.flatMap(({ styles, box, name }, at) => {
    const { styles: others, box: other } = before[at]!;
    const moved = box.length !== other.length || box.some((side, at) => Math.abs(side - other[at]!) > 1);
    return [...styles.filter((line, at) => line !== others[at]), ...(moved ? [`${name} from ${other} to ${box}`] : [])];
  });
  expect(changed.slice(0, 12), `${changed.length} changed`).toEqual([]);
  await dress(page, PLAIN);
}

const HOSTS = {
  'plain rules for elements': `
    button { color: red; border-radius: 0; padding: 40px; } input { background: yellow; border: 9px solid; }
    p, h1, h2, li, ol, table, td { margin: 50px; color: red; font-size: 40px; } svg { stroke: red; fill: red; }
    .button, .primary, .face, .room, .frame, .notice, .field { display: none; background: red; } * { box-sizing: content-box; }`,
  'a reset of everything': `
    *, *::before, *::after { all: unset !important; }`,
  'everything important': `
    * { color: red !important; background: yellow !important; font: 40px serif !important; border: 5px solid red;
      display: inline !important; text-align: end !important; letter-spacing: 5px !important; text-transform: uppercase !important;
      line-height: 3 !important; font-variant-numeric: normal !important; color-scheme: dark !important; }
    coaching-session { border: 0 !important; } button { display: none !important; } div { position: fixed !important; }`,
  'the usual inheritance': `
    body { color: red; font: italic 700 30px/3 serif; text-align: center; letter-spacing: 5px; text-transform: uppercase; }`,
  'rare inheritance': `
    body { word-spacing: 20px; text-indent: 40px; white-space: nowrap; text-shadow: 2px 2px red; cursor: crosshair; word-break: break-all;
      list-style: square; border-collapse: collapse; caption-side: bottom; hyphens: auto; user-select: none; }`,
  'looks on the element itself': `
    coaching-session { color: red !important; cursor: none !important; pointer-events: none !important; user-select: none !important;
      text-indent: 40px !important; white-space: nowrap !important; word-spacing: 20px !important; hyphens: auto !important;
      quotes: none !important; line-height: 0 !important; letter-spacing: 9px !important; text-transform: uppercase !important;
      direction: rtl !important; unicode-bidi: bidi-override !important; writing-mode: vertical-rl !important; tab-size: 40 !important;
      color-scheme: dark !important; opacity: 0.5; transform: rotate(0); font: 900 40px/0 fantasy !important; }`,
  'a small root': 'html { font-size: 62.5%; }',
  'a large root': 'html { font-size: 40px !important; }',
  'names of the inside': `
    *, *::before, *::after { --accent: red !important; --ink: red !important; --surface: red !important; --line: red !important;
      --muted: red !important; --size: 40px !important; --font: serif !important; --radius: 0 !important; --space: 9px !important; }`,
  'an inline element': 'coaching-session { display: inline !important; vertical-align: super; }',
  'an element as inline block': 'coaching-session { display: inline-block !important; }',
  'an element without a box': 'coaching-session { display: contents !important; }',
  'an element as flex container': 'coaching-session { display: flex !important; flex-direction: column; align-items: center; }',
  'an element as grid': 'coaching-session { display: grid !important; place-items: center; }',
  'an element that floats': 'coaching-session { float: right !important; }',
  'an element out of the flow': 'coaching-session { position: absolute !important; }',
  'a flex container': 'body { display: flex; justify-content: center; }',
  'a flex container of columns': 'body { display: flex; flex-direction: column; align-items: center; }',
  'a grid': 'body { display: grid; place-items: center; }',
};

for (const [host, css] of Object.entries(HOSTS)) {
  test(`host page with ${host} changes nothing inside`, async ({ setStage }) => {
    // High enough that no bar sticks to the end of the window: text of the page may stand above the widget.
    const viewport = { width: 1280, height: 2000 };
    const page = await openHost(await setStage({ allowsLater: /./, viewport }), '<coaching-session loading="eager"></coaching-session>');
    await start(page);
    await expectUnchanged(page, css);
    await button(page, say('back-home')).click();
    await fillForm(page);
    await expectUnchanged(page, css);
  });
}

test('page may hide the element by its own rules', async ({ setStage }) => {
  const page = await openHost(await setStage({ allowsLater: /./ }), '<coaching-session loading="eager"></coaching-session>');
  await expect(widget(page)).toBeVisible();
  for (const css of ['coaching-session { display: none; }', '* { display: none !important; }', 'body { visibility: hidden; }']) {
    await dress(page, css);
    await expect(widget(page), css).toBeHidden();
    await dress(page, '');
    await expect(widget(page)).toBeVisible();
  }
  await dress(page, '* { all: unset !important; }');
  await page.evaluate(() => (document.querySelector('coaching-session')!.hidden = true));
  await expect(widget(page)).toBeHidden();
});

test('narrow column of a host holds the widget', async ({ setStage }) => {
  const page = await openHost(await setStage({ allowsLater: /./ }), '<main><coaching-session loading="eager"></coaching-session></main>');
  await start(page);
  for (const css of ['display: flex', 'display: grid', 'display: inline-block', 'float: left', 'columns: 1']) {
    await dress(page, `main { width: 400px; } main { ${css} }`);
    const width = await page.evaluate(() => document.querySelector('coaching-session')!.shadowRoot!.querySelector('.frame')!.clientWidth);
    expect.soft(width, css).toBeGreaterThan(390);
    expect.soft(width, css).toBeLessThanOrEqual(400);
  }
});

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
