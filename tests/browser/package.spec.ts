// The npm package: packed, installed without a network into a project of somebody else, checked by its compiler, bundled and
// served.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { Ajv } from 'ajv';
import { ADDRESS, button, expect, plan, say, starter, test as base, widget } from './fixtures';

const ROOT = new URL('../../', import.meta.url).pathname;
const TYPES: Record<string, string> = { '.js': 'text/javascript', '.wasm': 'application/wasm' };

interface Packed {
  /** The project of somebody else, with the package installed. */
  project: string;
  /** Names of the files in the package. */
  files: string[];
}

const run = (folder: string, program: string, ...words: string[]) =>
  execFileSync(program, words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

const test = base.extend<object, { packed: Packed }>({
  packed: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'coaching-package-'));
      const source = join(folder, 'package');
      run(ROOT, 'node', 'xtask/package.mjs', 'target/site', source);
      const [{ filename, files }] = JSON.parse(run(source, 'npm', 'pack', '--json', '--pack-destination', folder));
      const project = join(folder, 'project');
      mkdirSync(project);
      writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }');
      run(project, 'npm', 'install', '--offline', '--no-audit', '--no-fund', join(folder, filename));
      await use({ project, files: files.map(({ path }: { path: string }) => path) });
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

const inside = (project: string, name: string) => readFileSync(join(project, 'node_modules/coaching-session', name), 'utf8');

test('package holds what its package.json names', ({ packed: { project, files } }) => {
  const described = JSON.parse(inside(project, 'package.json'));
  const version = /^version = "(.*)"$/m.exec(readFileSync(join(ROOT, 'Cargo.toml'), 'utf8'))?.[1];
  expect(described).toMatchObject({ name: 'coaching-session', version, license: 'MIT OR Apache-2.0', customElements: 'custom-elements.json' });
  const targets = Object.values<string | Record<string, string>>(described.exports).flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target)));
  for (const target of [...targets, ...described.sideEffects, described.main, described.types]) expect(files).toContain(target.slice(2));
  for (const name of ['README.md', 'LICENSE-MIT', 'LICENSE-APACHE']) expect(files).toContain(name);
  expect(files.filter((name) => name.endsWith('.wasm'))).toHaveLength(1);
  expect(described.scripts, 'nothing runs when it is installed').toBeUndefined();
  expect(described.dependencies).toBeUndefined();
});

test('manifest of the element follows the official schema', ({ packed: { project } }) => {
  const schema = JSON.parse(readFileSync(join(ROOT, 'node_modules/custom-elements-manifest/schema.json'), 'utf8'));
  const manifest = JSON.parse(inside(project, 'custom-elements.json'));
  const check = new Ajv({ strict: false, allErrors: true }).compile(schema);
  check(manifest);
  expect(check.errors ?? []).toEqual([]);
  expect(check({ ...manifest, modules: [{ kind: 'javascript-module' }] }), 'the schema refuses what is wrong').toBe(false);
  for (const { path } of manifest.modules) expect(existsSync(join(project, 'node_modules/coaching-session', path))).toBe(true);
});

/** A program of somebody else: uses the types, and what they refuse. */
const PROGRAM = `import 'coaching-session/inline';
import type { CoachingSessionElement } from 'coaching-session';
const element: CoachingSessionElement | null = document.querySelector('coaching-session');
if (element) {
  element.theme = 'dark';
  // @ts-expect-error: no such theme
  element.theme = 'blue';
  element.addEventListener('coaching-end', ({ detail }) => console.info(detail.at.toFixed()));
  // @ts-expect-error: no such detail
  element.addEventListener('coaching-end', ({ detail }) => detail.name);
  void element.ready.then(() => document.body.classList.add('ready'));
}
`;

test('project of somebody else compiles, bundles and starts it', async ({ setStage, packed: { project } }) => {
  writeFileSync(join(project, 'main.ts'), PROGRAM);
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const options = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler', '--lib', 'es2022,dom'];
  run(project, 'node', tsc, '--ignoreConfig', ...options, 'main.ts');
  run(project, join(ROOT, 'node_modules/.bin/esbuild'), 'main.ts', '--bundle', '--format=esm', '--target=es2022', '--outfile=main.js', '--log-level=error');

  const stage = await setStage({ allowsLater: /somebody/ });
  const page = await stage.context.newPage();
  await page.route('**/somebody/*', (route) => {
    const isScript = route.request().url().endsWith('.js');
    if (isScript) return route.fulfill({ contentType: 'text/javascript', path: join(project, 'main.js') });
    const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types 'none'";
    const body = '<!doctype html><link rel="icon" href="data:,"><coaching-session></coaching-session><script type="module" src="main.js"></script>';
    return route.fulfill({ contentType: 'text/html', headers: { 'content-security-policy': `${policy}; img-src data:` }, body });
  });
  await page.goto(`${ADDRESS}somebody/page.html`);
  await expect(page.locator('body.ready')).toBeVisible();
  await plan(page);
  await expect(starter(page)).toBeVisible();
  expect(stage.later, 'the element asks for no file').toEqual(['/somebody/page.html', '/somebody/main.js']);
});

test('folder of the package serves the element without a bundler', async ({ setStage, packed: { project } }) => {
  const stage = await setStage({ allowsLater: /./ });
  const page = await stage.context.newPage();
  await page.route('**/packages/**', (route) => {
    const name = new URL(route.request().url()).pathname.replace('/packages/', '');
    if (!name.endsWith('.html')) return route.fulfill({ contentType: TYPES[extname(name)], path: join(project, 'node_modules', name) });
    const body = '<!doctype html><coaching-session loading="eager"></coaching-session><script type="module" src="coaching-session/coaching-session.js"></script>';
    return route.fulfill({ contentType: 'text/html', body });
  });
  await page.goto(`${ADDRESS}packages/page.html`);
  await expect(widget(page)).toBeVisible();
  await expect(button(page, say('plan-one'))).toBeVisible();
});
