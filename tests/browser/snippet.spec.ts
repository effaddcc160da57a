// The page that writes snippets for owners of web pages: each way's snippet runs on a strict page of another origin as
// pasted, nothing on that page moves, and hostile values stay values.

import { readFileSync } from 'node:fs';
import { ADDRESS, MINUTE, button, expect, field, say, test, widget, type Page, type Stage } from './fixtures';
import { violations } from './axe';
import { setTextSize } from './layout';
import { CLIPBOARD, readClipboard } from './links';
import { OTHER } from './settings';

// Not every browser knows the share sheet as a feature that a frame may have.
const GIVEN = { allowsLater: /./, allowsOther: true, allows: /Unrecognized feature: 'web-share'/ };

/** Opens the page. */
const openSnippet = (stage: Stage) =>
  stage.open({ address: `${ADDRESS}snippet.html`, shows: (page) => page.getByRole('heading', { name: 'Choose', exact: true }) });

/** Returns the text beside a button that copies it. */
const written = async (page: Page, name: string) =>
  (await page.locator('.piece', { has: page.getByRole('button', { name: `Copy ${name}` }) }).locator('pre').textContent()) ?? '';

/** Returns the value of the header that the page writes. */
const policyOf = async (page: Page) => (await written(page, 'the policy')).replace(/^Content-Security-Policy: /, '');

/** Sums up in each page how far its content moves while it loads. */
const watchShifts = () => {
  const shifts = ((globalThis as any).shifts = [] as number[]);
  new PerformanceObserver((list) => list.getEntries().forEach((entry: any) => shifts.push(entry.value))).observe({ type: 'layout-shift', buffered: true });
};

interface Pasted {
  policy?: string;
  sheet?: string;
  at?: string;
}

/** Pastes a snippet into the strict page of somebody else, and waits until the widget can be used. */
async function paste(stage: Stage, snippet: string, { policy = '', sheet = '', at = OTHER }: Pasted = {}) {
  const page = await stage.context.newPage();
  await page.addInitScript(watchShifts);
  await page.route(`${at}host.css`, (route) => route.fulfill({ contentType: 'text/css', body: sheet }));
  await page.route(`${at}host.html`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: {
        'content-security-policy': `default-src 'none'; img-src data:; style-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'; ${policy}`,
      },
      body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Intranet</title><link rel="icon" href="data:,"><link rel="stylesheet" href="host.css">
        <body><h1>Intranet</h1><p>Before</p>${snippet}<p>After</p><p>Far below</p>`,
    }),
  );
  await page.goto(`${at}host.html`);
  return page;
}

/** Waits until the widget can be used. */
const ready = (page: Page) => page.locator('coaching-session').evaluate((element: any) => element.ready);

/** Returns how far the content of a page has moved, once it is drawn. */
async function shiftOf(page: Page): Promise<number> {
  // Waits for a frame: the clock of the page, which also holds back its own frames, stands still.
  await page.screenshot();
  return page.evaluate(() => (globalThis as any).shifts.reduce((sum: number, value: number) => sum + value, 0));
}

/** Asserts that nothing on a page moved, and prints the figure. */
async function expectStill(page: Page, name: string) {
  const shift = await shiftOf(page);
  console.log(`layout shift of a page around ${name}: ${shift}`);
  expect(shift, name).toBe(0);
}

/** Chooses a value for each attribute that has an effect on the empty list. */
async function choose(page: Page) {
  await field(page, 'Coaching type').selectOption('call-before');
  await field(page, 'Minutes').fill('40');
  await field(page, 'Party').selectOption('manager');
  await field(page, 'Theme').selectOption('dark');
  await field(page, 'Language').fill('en-GB');
  await field(page, 'Instance').fill('north');
}

const CHOSEN = { lang: 'en-GB', theme: 'dark', party: 'manager', type: 'call-before', minutes: '40', instance: 'north' };

test('pasted tag runs on a strict page of another origin', async ({ setStage }) => {
  const stage = await setStage(GIVEN);
  const page = await openSnippet(stage);
  await choose(page);
  await field(page, 'Your own').check();
  await field(page, 'Your accent colour').fill('#7a1fa2');
  const snippet = await written(page, 'the tag');
  const host = await paste(stage, snippet, { policy: await policyOf(page) });
  await ready(host);
  for (const [name, value] of Object.entries(CHOSEN)) await expect(host.locator('coaching-session')).toHaveAttribute(name, value);
  await expect(button(host, say('plan-one'))).toBeVisible();
  await expect(button(host, say('ask-one')), 'a page of managers').toHaveCount(0);
  await expect(button(host, say('plan-one'))).toHaveCSS('background-color', 'rgb(122, 31, 162)');
  await expectStill(host, 'the tag');

  const phone = await setStage({ ...GIVEN, viewport: { width: 375, height: 667 } });
  const narrow = await paste(phone, snippet, { policy: await policyOf(page) });
  await ready(narrow);
  await expectStill(narrow, 'the tag on a phone');

  const bare = await paste(stage, snippet.replace(/ style="[^"]*"/, ''), { policy: await policyOf(page) });
  await ready(bare);
  await expect.poll(() => shiftOf(bare), 'without its height the page moves').toBeGreaterThan(0);
});

test('pasted tag with a style rule needs no style in the tag', async ({ setStage }) => {
  const stage = await setStage(GIVEN);
  const page = await openSnippet(stage);
  await field(page, 'Where does it go?').selectOption('Docusaurus');
  await expect(field(page, 'A style sheet')).toBeChecked();
  const policy = await policyOf(page);
  expect(policy).not.toContain('unsafe-inline');
  const host = await paste(stage, await written(page, 'the tag'), { policy, sheet: await written(page, 'the style rule') });
  await ready(host);
  await expect(host.locator('coaching-session')).not.toHaveAttribute('style');
  await expectStill(host, 'the tag with a style rule');
});

test('pasted frame runs on a strict page of another origin', async ({ setStage }) => {
  const stage = await setStage(GIVEN);
  const page = await openSnippet(stage);
  await choose(page);
  await field(page, 'Frame').check();
  await expect(field(page, 'Your own'), 'a frame takes no colour').toBeHidden();
  const policy = await policyOf(page);
  expect(policy).toBe(`frame-src ${new URL(ADDRESS).origin}`);
  const host = await paste(stage, await written(page, 'the frame'), { policy });
  const inside = host.frameLocator('iframe').locator('coaching-session');
  await inside.evaluate((element: any) => element.ready);
  for (const [name, value] of Object.entries(CHOSEN)) await expect(inside).toHaveAttribute(name, value);
  await expect(button(inside, say('plan-one'))).toBeVisible();
  await expectStill(host, 'the frame');
  expect(await written(page, 'the address')).toBe((await host.locator('iframe').getAttribute('src'))!);
});

test('pasted frame with its script follows the content', async ({ setStage }) => {
  const stage = await setStage({ ...GIVEN, allowsLater: /./ });
  const page = await openSnippet(stage);
  await expect(field(page, 'Follows the content')).toBeHidden();
  await field(page, 'Frame').check();
  await field(page, 'Follows the content').check();
  const policy = await policyOf(page);
  expect(policy).toBe(`script-src ${new URL(ADDRESS).origin}; frame-src ${new URL(ADDRESS).origin}`);
  const host = await paste(stage, await written(page, 'the frame'), { policy });
  const inside = host.frameLocator('iframe').locator('coaching-session');
  await inside.evaluate((element: any) => element.ready);
  const fits = () =>
    host.frames()[1]!.evaluate(() => [document.documentElement.scrollHeight <= innerHeight, innerHeight - document.body.offsetHeight < 2]);
  await expect.poll(fits, 'no bar to scroll, no empty room').toEqual([true, true]);
  const before = await host.locator('iframe').getAttribute('height');
  await button(inside, say('plan-one')).click();
  await expect.poll(fits).toEqual([true, true]);
  expect(await host.locator('iframe').getAttribute('height')).not.toBe(before);
  // A page of another origin gives the frame no height.
  await host.evaluate(() => postMessage({ 'coaching-session': 1, type: 'height', detail: { height: 7 } }, '*'));
  await expect(host.locator('iframe')).not.toHaveAttribute('height', '7');
});

test('pasted link opens the full page', async ({ setStage }) => {
  const stage = await setStage(GIVEN);
  const page = await openSnippet(stage);
  await field(page, 'Link').check();
  await expect(field(page, 'Theme'), 'a link takes no settings').toBeHidden();
  await expect(page.getByRole('button', { name: 'Copy the policy' })).toHaveCount(0);
  const host = await paste(stage, await written(page, 'the link'));
  await host.getByRole('link', { name: 'Coaching session' }).click();
  await expect(button(host, say('plan-one'))).toBeVisible();
  expect(host.url()).toBe(await written(page, 'the address'));
});

test('hostile values stay values, with content of a far server', async ({ setStage }) => {
  const stage = await setStage(GIVEN);
  const page = await openSnippet(stage);
  await stage.context.route(/\/(?:config|c)\.json\?/, (route) =>
    route.fulfill({ contentType: 'application/json', headers: { 'access-control-allow-origin': '*' }, body: readFileSync('../../examples/config.json', 'utf8') }),
  );
  const markup = `"'><script>globalThis.ran = 1</script><img src=x onerror="globalThis.ran = 1">&lt;`;
  for (const name of ['Language', 'Instance', 'Minutes']) {
    await field(page, name).fill(markup);
    await expect(field(page, name)).toHaveAttribute('aria-invalid', 'true');
  }
  await field(page, 'Coaching type').selectOption('own');
  await field(page, 'Id of your coaching type').fill(markup);
  await field(page, 'Your own content').fill('javascript:globalThis.ran=1');
  await expect(page.getByText('Write an address that begins with https://.')).toBeVisible();
  expect(await written(page, 'the tag')).not.toMatch(/ran|javascript:/);

  const address = new URL(`${OTHER}config.json?a=${markup}&quot;'#${markup}`).href;
  await field(page, 'Your own content').fill(`${OTHER}config.json?a=${markup}&quot;'#${markup}`);
  await field(page, 'Your own content').blur();
  await expect(page.getByText('Content from another server shows on your page alone.')).toBeVisible();
  const answered = stage.context.waitForEvent('response', (response) => response.url().startsWith(`${OTHER}config.json`));
  const host = await paste(stage, await written(page, 'the tag'), { policy: await policyOf(page), at: ADDRESS });
  await ready(host);
  await answered;
  await expect(host.locator('coaching-session')).toHaveAttribute('config', address);
  expect(await host.evaluate(() => [...document.body.querySelectorAll('*')].map(({ localName }) => localName))).toEqual(['h1', 'p', 'script', 'coaching-session', 'p', 'p']);
  expect(await host.evaluate(() => (globalThis as any).ran)).toBeUndefined();

  await field(page, 'Frame').check();
  await expect(page.getByText(`In a frame, the file must come from ${new URL(ADDRESS).origin}.`)).toBeVisible();
  await field(page, 'Your own content').fill(`${ADDRESS}c.json?a=${markup}`);
  const framed = await paste(stage, await written(page, 'the frame'), { policy: await policyOf(page) });
  expect(await framed.evaluate(() => [...document.body.querySelectorAll('*')].map(({ localName }) => localName))).toEqual(['h1', 'p', 'iframe', 'p', 'p']);
  const wanted = new URL((await framed.locator('iframe').getAttribute('src'))!).searchParams;
  expect([...wanted]).toEqual([['embed', 'fixed'], ['config', new URL(`${ADDRESS}c.json?a=${markup}`).href]]);
});

test('each site names its way, and says whether it was tried', async ({ setStage }) => {
  const page = await openSnippet(await setStage(GIVEN));
  const ways: Record<string, string> = {};
  for (const name of await field(page, 'Where does it go?').locator('option').allTextContents()) {
    await field(page, 'Where does it go?').selectOption(name);
    await expect(page.getByRole('heading', { name: `Paste into ${name}` })).toBeVisible();
    await expect(page.getByText(name === 'Plain HTML' ? 'Tried: the tests of the product run this.' : 'Not tried yet.')).toBeVisible();
    ways[name] = await page.locator('[name=way]:checked').inputValue();
  }
  expect(ways).toEqual({
    'Plain HTML': 'element', 'SharePoint Online': 'frame', 'Microsoft Teams': 'frame', 'Confluence Cloud': 'frame',
    'Confluence Data Center': 'element', WordPress: 'element', Notion: 'frame', 'Google Sites': 'frame', MkDocs: 'element', Docusaurus: 'element',
  });
  await field(page, 'Frame').check();
  await expect(page.getByText('For Docusaurus, the element fits.')).toBeVisible();
});

test('button copies what stands beside it, or selects it', async ({ setStage }) => {
  const stage = await setStage({ ...GIVEN, ...CLIPBOARD });
  const page = await openSnippet(stage);
  await page.getByRole('button', { name: 'Copy the tag' }).press('Enter');
  await expect(page.locator('.said')).toHaveText('Copied the tag.');
  expect(await readClipboard(page)).toBe(await written(page, 'the tag'));
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))));
  await page.getByRole('button', { name: 'Copy the policy' }).click();
  await expect(page.locator('.said')).toContainText('is selected');
  expect(await page.evaluate(() => String(getSelection()))).toBe(await written(page, 'the policy'));
});

test('preview shows the choices, and stores nothing', async ({ setStage }) => {
  const page = await openSnippet(await setStage(GIVEN));
  await choose(page);
  await field(page, 'Instance').blur();
  await page.locator('.preview').scrollIntoViewIfNeeded();
  await expect(widget(page)).toBeVisible();
  await expect(page.getByText(say('storage-unwanted'))).toBeVisible();
  await expect(button(page, say('ask-one'))).toHaveCount(0);
  await field(page, 'Party').selectOption('seller');
  await expect(button(page, say('ask-one'))).toBeVisible();
  await expect(button(page, say('plan-one'))).toHaveCount(0);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('page for owners passes axe and fits a phone', async ({ setStage }) => {
  test.setTimeout(4 * MINUTE);
  const stage = await setStage({ ...GIVEN, hasTouch: true });
  const page = await openSnippet(stage);
  await field(page, 'Minutes').fill('5');
  await field(page, 'Your own').check();
  await field(page, 'A style sheet').check();
  await field(page, 'Coaching type').selectOption('own');
  await page.locator('.preview').scrollIntoViewIfNeeded();
  await expect(widget(page)).toBeVisible();
  const misfits = () =>
    page.evaluate(() => {
      const width = document.documentElement.clientWidth;
      const shown = [...document.querySelectorAll('main *')].filter((element) => element.checkVisibility() && element.localName !== 'option');
      const wide = shown.filter((element) => element.getBoundingClientRect().right > width + 0.5);
      const low = shown.filter((element) => element.matches('button, .option, select, input:not(.option input)') && element.getBoundingClientRect().height < 43.9);
      return [...wide, ...low].map((element) => `${element.localName}.${element.className} ${element.textContent!.slice(0, 30)}`);
    });
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 720 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect.soft(await violations(page), `${width} px, ${colorScheme}`).toEqual([]);
    }
    expect.soft(await misfits(), `${width} px`).toEqual([]);
  }
  await setTextSize(page, 200);
  expect.soft(await misfits(), 'with text of 200%').toEqual([]);
});
