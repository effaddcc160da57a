// What others build on: the script with the stable name, its types and its manifest, beside pages that know nothing of it.

import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { button, expect, plan, say, storedIn, test, widget } from './fixtures';
import { openHost } from './host';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const SITE = here('../../target/site');
const HOST = { allowsLater: /./ };
const EAGER = '<coaching-session loading="eager"></coaching-session>';

const manifest = () => JSON.parse(readFileSync(join(SITE, 'custom-elements.json'), 'utf8')).modules[0].declarations[0];
/** The texts of all files below a folder. */
const sources = (folder: string) =>
  readdirSync(here(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
const namesOf = (list: { name: string }[]) => list.map(({ name }) => name).sort();

test('manifest names what the element has', async ({ stage }) => {
  const page = await stage.open();
  const { attributes, members, events, cssParts } = manifest();
  const found = await page.evaluate(() => {
    const element = customElements.get('coaching-session') as any;
    const own = Object.getOwnPropertyNames(element.prototype);
    return { attributes: element.observedAttributes as string[], own };
  });
  expect(namesOf(attributes)).toEqual([...found.attributes].sort());
  const inner = ['constructor', 'connectedCallback', 'disconnectedCallback', 'adoptedCallback', 'attributeChangedCallback'];
  expect(namesOf(members)).toEqual(found.own.filter((name) => !inner.includes(name)).sort());
  expect(events.length).toBe(8);
  const parts = await page.locator('[part]').evaluateAll((all) => all.flatMap((one) => [...one.part]));
  expect(namesOf(cssParts)).toEqual(expect.arrayContaining([...new Set(parts)]));
});

test('styles read the properties, the drawing names the parts', async () => {
  const { cssProperties, cssParts } = manifest();
  const styles = sources('../../styles').join('\n');
  expect([...new Set(styles.match(/--coaching-[a-z-]+/g))].sort()).toEqual(namesOf(cssProperties));
  const drawing = sources('../../src/ui').join('\n');
  const named = [...drawing.matchAll(/(?:part=|Some\(|=> )"([a-z -]+)"/g)].flatMap(([, names]) => names!.split(' '));
  for (const name of namesOf(cssParts)) expect.soft(named, name).toContain(name);
});

test('document of the element lists what the manifest names', async () => {
  const text = readFileSync(here('../../docs/element.md'), 'utf8');
  const rows = (heading: string) => {
    const section = text.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
    return section.split('\n').filter((line) => line.startsWith('| `'));
  };
  const first = (heading: string) => rows(heading).flatMap((row) => [...row.split(' | ')[0]!.matchAll(/`([^`(]+)[^`]*`/g)].map(([, name]) => name!));
  const { attributes, members, events, cssProperties, cssParts } = manifest();
  expect(first('Attributes').sort()).toEqual(namesOf(attributes));
  expect(first('Events').sort()).toEqual(namesOf(events));
  expect(first('Colours, sizes, fonts').sort()).toEqual([...namesOf(cssProperties), ...namesOf(cssParts)].sort());
  const fields = attributes.map(({ fieldName }: { fieldName?: string }) => fieldName);
  expect(first('Methods').sort()).toEqual(namesOf(members).filter((name) => !fields.includes(name)));
  for (const { name, type } of attributes as { name: string; type: { text: string } }[]) {
    const row = rows('Attributes').find((row) => row.startsWith(`| \`${name}\``))!;
    for (const [, value] of type.text.matchAll(/"([^"]+)"/g)) expect(row).toContain(`\`${value}\``);
  }
});

test('script of a host page is typed by the types of the build', ({}, info) => {
  const script = info.outputPath('host-script.ts');
  writeFileSync(script, readFileSync(here('host-script.ts')));
  const tsc = here('node_modules/typescript/bin/tsc');
  const options = ['--ignoreConfig', '--noEmit', '--strict', '--target', 'es2022', '--module', 'esnext', '--lib', 'es2022,dom', '--types', ''];
  const check = (files: string[]) => execFileSync('node', [tsc, ...options, ...files], { stdio: 'pipe' }).toString();
  expect(check([script, join(SITE, 'coaching-session.d.ts')])).toBe('');
  // Without the types the script does not compile.
  expect(() => check([script])).toThrow();
});

test('stable script is small, and loads nothing far away', async ({ setStage }) => {
  expect(statSync(join(SITE, 'coaching-session.js')).size).toBeLessThan(12_000);
  const stage = await setStage(HOST);
  const page = await openHost(stage, '<div style="height: 9000px"></div><coaching-session>Loading</coaching-session>');
  await page.waitForLoadState('networkidle');
  expect(stage.later.filter((name) => name.includes('coaching'))).toEqual(['/coaching-session.js']);
});

test('page keeps its own content where the rest does not come', async ({ setStage }) => {
  const stage = await setStage({ ...HOST, allows: /./ });
  await stage.context.route(/coaching-session-rest/, (route) => route.abort());
  const script = `document.addEventListener('coaching-error', ({ detail }) => (globalThis.kind = detail.kind));`;
  const page = await openHost(stage, '<coaching-session loading="eager">Call us: 1234</coaching-session>', script);
  await expect.poll(() => page.evaluate('globalThis.kind')).toBe('crash');
  await expect(page.getByText('Call us: 1234')).toBeVisible();
  const said = await page.evaluate(() => (document.querySelector('coaching-session') as any).ready.catch?.(String) && 1);
  expect(said).toBe(1);
  await stage.context.unroute(/coaching-session-rest/);
  expect(await page.evaluate(() => (document.querySelector('coaching-session') as any).exportData())).toContain('coaching-session');
  await expect(widget(page)).toBeVisible();
});

test('script that is included twice defines the element once', async ({ setStage }) => {
  const stage = await setStage(HOST);
  const page = await openHost(stage, EAGER);
  await expect(widget(page)).toBeVisible();
  const same = await page.evaluate(async () => {
    const before = customElements.get('coaching-session');
    await import(new URL('coaching-session.js?v=3', location.href).href);
    await import(new URL('coaching-session.js?v=4', location.href).href);
    document.body.append(Object.assign(document.createElement('coaching-session'), { instance: 'other', loading: 'eager' }));
    return before === customElements.get('coaching-session');
  });
  expect(same).toBe(true);
  await expect(widget(page)).toHaveCount(2);
  expect(stage.later.filter((name) => /rest-|\.wasm/.test(name)), 'one rest and one program').toHaveLength(2);
});

test('widgets of several instances keep their data apart', async ({ setStage }) => {
  const two = ['a', 'b'].map((name) => `<coaching-session loading="eager" instance="${name}"></coaching-session>`).join('');
  const page = await openHost(await setStage(HOST), two);
  await expect(widget(page)).toHaveCount(2);
  await plan(page.locator('coaching-session').first());
  await expect(button(page.locator('coaching-session').last(), say('sample-open'))).toBeVisible();
  const names = Object.keys(await storedIn(page)).filter((name) => name.includes('/session/'));
  expect(names.every((name) => name.startsWith('coaching-session/a/'))).toBe(true);
  expect(names.length).toBe(1);
});
