// The looks that a host page chooses: its accent, sizes, font, direction and theme; parts, forced colours and paper.

import { boxOf, button, expect, field, fillForm, plan, say, start, test, widget, type Locator, type Page, type Stage } from './fixtures';
import { openHost } from './host';

const HOST = { allowsLater: /./ };
const EAGER = '<coaching-session loading="eager"></coaching-session>';

/** Opens a host page with the element, and these styles of the page. */
async function open(stage: Stage, css = '', markup = EAGER): Promise<Page> {
  const page = await openHost(stage, markup);
  await dress(page, css);
  await expect(widget(page)).toBeVisible();
  return page;
}

const dress = (page: Page, css: string) =>
  page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, css);

const styleOf = (locator: Locator, property: string) =>
  locator.evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), property);

/**
 * Contrasts (WCAG 2.2) as the screen shows the colours: the text of the main button; a link on the surface and on a quiet
 * area, as a chosen option shows it; and text on a quiet area.
 */
const contrasts = (page: Page) =>
  page.evaluate(() => {
    const frame = document.querySelector('coaching-session')!.shadowRoot!.querySelector('.frame')!;
    const paper = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
    const luminance = (colour: string) => {
      paper.fillStyle = colour;
      paper.fillRect(0, 0, 1, 1);
      const [red, green, blue] = [...paper.getImageData(0, 0, 1, 1).data].map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
    };
    const contrast = (one: string, other: string) => {
      const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
      return (light! + 0.05) / (dark! + 0.05);
    };
    const chosen = document.createElement('button');
    chosen.className = 'choice';
    chosen.setAttribute('aria-pressed', 'true');
    frame.append(chosen);
    const { color: link, backgroundColor: quiet } = getComputedStyle(chosen);
    chosen.remove();
    const { color: text, backgroundColor: surface } = getComputedStyle(frame);
    const main = getComputedStyle(frame.querySelector('.button.primary')!);
    return {
      'text of the main button': contrast(main.color, main.backgroundColor),
      'link': contrast(link, surface),
      'link on a quiet area': contrast(link, quiet),
      'text on a quiet area': contrast(text, quiet),
    };
  });

const ACCENTS = {
  'of its own': '', yellow: '#ffd400', navy: '#001f5b', 'mid-grey': '#777', lime: '#0f0', red: 'hsl(0 100% 50%)', white: '#fff', black: '#000', blue: 'rgb(0 0 255)',
};

for (const theme of ['light', 'dark']) {
  test(`accent alone is readable in the ${theme} theme`, async ({ setStage }) => {
    const page = await open(await setStage(HOST));
    await page.evaluate((theme) => document.querySelector('coaching-session')!.setAttribute('theme', theme), theme);
    await plan(page);
    for (const pointer of ['away', 'over the main button']) {
      if (pointer !== 'away') await widget(page).locator('.button.primary').hover();
      for (const [name, accent] of Object.entries(ACCENTS)) {
        await dress(page, accent && `coaching-session { --coaching-accent: ${accent}; }`);
        for (const [what, contrast] of Object.entries(await contrasts(page))) {
          expect.soft(contrast, `${name}, pointer ${pointer}: ${what}`).toBeGreaterThanOrEqual(4.5);
        }
      }
    }
  });
}

test('each property of the page reaches the widget, live', async ({ setStage }) => {
  const page = await open(await setStage(HOST));
  await fillForm(page);
  const [frame, text, head] = [widget(page), field(page, say('seller-label')), page.locator('.form-head')];
  const primary = frame.locator('.primary');
  const set = (values: string) => dress(page, `coaching-session { ${values} }`);
  const room = async () => parseFloat(await styleOf(head, 'padding-top'));
  expect(await room()).toBe(20);
  await set('--coaching-space: 3px; --coaching-radius: 0; --coaching-font: monospace; --coaching-text: rgb(1 2 3); --coaching-edge: rgb(4 5 6)');
  expect(await room()).toBe(15);
  expect(await styleOf(text, 'border-top-left-radius')).toBe('0px');
  expect(await styleOf(text, 'font-family')).toBe('monospace');
  expect(await styleOf(text, 'color')).toBe('rgb(1, 2, 3)');
  expect(await styleOf(text, 'border-top-color')).toBe('rgb(4, 5, 6)');
  await set('--coaching-surface: light-dark(rgb(7 8 9), rgb(9 8 7)); --coaching-on-accent: rgb(9 9 9)');
  expect(await styleOf(frame, 'background-color')).toBe('rgb(7, 8, 9)');
  expect(await styleOf(primary, 'color')).toBe('rgb(9, 9, 9)');
  await page.evaluate(() => document.querySelector('coaching-session')!.setAttribute('theme', 'dark'));
  expect(await styleOf(frame, 'background-color')).toBe('rgb(9, 8, 7)');
});

test('size and font of the page come where the page wants them', async ({ setStage }) => {
  const page = await open(await setStage(HOST));
  const size = () => styleOf(widget(page), 'font-size');
  const around = 'html { font-size: 10px; } body { font: 20px Georgia, serif; }';
  await dress(page, around);
  expect(await size()).toBe('16px');
  await dress(page, `${around} coaching-session { --coaching-font-size: 1.8rem; }`);
  expect(await size()).toBe('18px');
  await dress(page, `${around} coaching-session { --coaching-font-size: 1em; }`);
  expect(await size()).toBe('20px');
  await dress(page, `${around} coaching-session::part(frame) { font-family: inherit; }`);
  expect(await styleOf(button(page, say('plan-one')), 'font-family')).toBe('Georgia, serif');
});

test('part of the page\'s own looks wins', async ({ setStage }) => {
  const page = await open(await setStage(HOST));
  await start(page);
  await dress(page, `
    * { all: unset !important; }
    coaching-session::part(primary-button) { border-radius: 3px; }
    coaching-session::part(timer) { opacity: 0.25; }
    coaching-session::part(agenda-item) { letter-spacing: 2px; }`);
  expect(await styleOf(page.locator('.controls .next'), 'border-top-left-radius')).toBe('3px');
  expect(await styleOf(page.getByRole('timer'), 'opacity')).toBe('0.25');
  expect(await styleOf(page.locator('.rail-item').first(), 'letter-spacing')).toBe('2px');
});

test('theme follows the system until the page names one', async ({ setStage }) => {
  const page = await open(await setStage({ ...HOST, colorScheme: 'light' }));
  const surface = () => styleOf(widget(page), 'background-color');
  const theme = (value: string | null) => page.evaluate((value) => Object.assign(document.querySelector('coaching-session')!, { theme: value }) && 0, value);
  const [light, dark] = ['rgb(255, 253, 249)', 'rgb(23, 29, 32)'];
  expect(await surface()).toBe(light);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await surface()).toBe(dark);
  await theme('light');
  expect(await surface()).toBe(light);
  await theme('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await surface()).toBe(dark);
  await theme(null);
  expect(await surface()).toBe(light);
});

test('direction is that of the nearest dir, and changes live', async ({ setStage }) => {
  const page = await open(await setStage(HOST), '', `<main dir="rtl">${EAGER}</main>`);
  await start(page);
  const isMirrored = async () => (await boxOf(page.locator('.beside'))).x > (await boxOf(page.locator('.item'))).x;
  expect(await isMirrored(), 'dir around the element').toBe(true);
  await page.evaluate(() => (document.querySelector('coaching-session')!.dir = 'ltr'));
  expect(await isMirrored(), 'dir of the element').toBe(false);
  await page.evaluate(() => (document.querySelector('coaching-session')!.dir = 'rtl'));
  expect(await isMirrored()).toBe(true);
  await page.evaluate(() => document.querySelector('coaching-session')!.removeAttribute('dir'));
  await page.evaluate(() => (document.querySelector('main')!.dir = 'ltr'));
  expect(await isMirrored()).toBe(false);
});

test('paper of a host page shows no controls of the widget', async ({ setStage }) => {
  const page = await open(await setStage(HOST), '', `<p>Intranet</p>${EAGER}`);
  await start(page);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByText('Intranet')).toBeVisible();
  await expect(widget(page).getByRole('heading', { name: say('item-open') })).toBeVisible();
  await expect(widget(page).locator('button:visible')).toHaveCount(0);
  expect(await styleOf(widget(page), 'background-color')).toBe('rgb(255, 255, 255)');
  expect(await styleOf(widget(page), 'color')).toBe('rgb(0, 0, 0)');
});

test('texts of their own direction stand at the edge of the page\'s direction', async ({ setStage }) => {
  const page = await open(await setStage(HOST), '', `<main dir="rtl">${EAGER}</main>`);
  await start(page);
  for (const what of ['.who h1', '.item-title', '.rail-title']) {
    expect.soft(await styleOf(page.locator(what).first(), 'text-align'), what).toBe('right');
  }
});

test('forced colours mark the current item by more than bold type', async ({ setStage }) => {
  const page = await open(await setStage({ ...HOST, forcedColors: 'active' }));
  await start(page);
  const mark = (item: string) => styleOf(page.locator(`.beside ${item} > .rail-mark`).first(), 'background-color');
  expect(await styleOf(page.locator('.beside .current'), 'outline-style')).toBe('solid');
  expect(await mark('.current')).not.toBe(await mark('.rail-item:not(.current)'));
});

test('large window of the page of its own has larger text', async ({ stage }) => {
  const page = await stage.open();
  const seen = async (width: number, height: number) => {
    await page.setViewportSize({ width, height });
    return [await styleOf(widget(page), 'font-size'), (await boxOf(widget(page))).width > width * 0.7];
  };
  expect(await seen(1366, 650)).toEqual(['16px', true]);
  expect(await seen(1920, 650), 'wide and low').toEqual(['16px', false]);
  expect(await seen(1920, 940)).toEqual(['20px', true]);
  expect(await seen(2560, 1300)).toEqual(['24px', false]);
});

test('buttons of a plan end where its minutes end', async ({ stage }) => {
  const page = await stage.open();
  await page.setViewportSize({ width: 1366, height: 650 });
  await plan(page);
  const [words, edge] = await page.locator('.plan').evaluate((plan) => {
    const end = (element: Element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getBoundingClientRect().right;
    };
    return [Math.max(...[...plan.querySelectorAll('.actions .button')].map(end)), end(plan.querySelector('.rail-minutes')!)];
  });
  expect(words).toBeLessThanOrEqual(edge! + 0.5);
});
