// The page of its own without a network, and its newer versions: offered, never forced, and told where a file is gone.

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { ADDRESS, NOW } from './settings';
import { button, field, plan, rowPage, starter, widget } from './widget';
import { say } from './words';

const ROOT = new URL('../../', import.meta.url).pathname;
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** A server of one port, whose folder changes with each release. */
interface Server {
  address: string;
  /** Serves the next release: another rest of the script, and none of the files that it replaces. */
  release: () => void;
  /** Paths asked for so far. */
  asked: string[];
}

/** Changes a built folder to the build of another release. */
function renew(folder: string) {
  const rest = readdirSync(folder).find((name) => name.startsWith('coaching-session-rest-'))!;
  const next = `coaching-session-rest-${'0'.repeat(15)}${(Number(/0{15}(\d)/.exec(rest)?.[1] ?? 0) + 1).toString()}.js`;
  renameSync(join(folder, rest), join(folder, next));
  for (const name of ['coaching-session.js', 'index.html']) {
    const file = join(folder, name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(rest, next));
  }
  execFileSync('node', ['xtask/offline.mjs', folder], { cwd: ROOT });
}

const test = base.extend<{ server: Server; visit: (path?: string) => Promise<Page> }>({
  server: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'coaching-release-'));
    cpSync(join(ROOT, 'target/site'), folder, { recursive: true });
    const policy = (await fetch(ADDRESS)).headers.get('content-security-policy')!;
    const asked: string[] = [];
    const server = createServer(({ url = '/' }, response) => {
      const path = new URL(url, ADDRESS).pathname;
      asked.push(path);
      const file = join(folder, path === '/' ? 'index.html' : path);
      const host = '<!doctype html><title>Intranet</title><coaching-session loading="eager"></coaching-session><script type="module" src="coaching-session.js"></script>';
      const found = path === '/host.html' ? host : existsSync(file) && readFileSync(file);
      response.writeHead(found ? 200 : 404, {
        'content-security-policy': path === '/host.html' ? policy.replace("'none'", "'none'; frame-src 'self'") : policy,
        'content-type': (found && TYPES[extname(file)]) || 'text/plain',
        'cache-control': 'no-cache',
      });
      response.end(found || 'not here');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    await use({ address, asked, release: () => renew(folder) });
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  },

  visit: async ({ context, server }, use) => {
    const faults: string[] = [];
    context.on('page', (page) => {
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      page.on('pageerror', (error) => faults.push(error.message));
    });
    await use(async (path = '') => {
      const page = await context.newPage();
      await page.clock.install({ time: NOW });
      await page.goto(server.address + path);
      await expect(widget(page)).toBeVisible();
      return page;
    });
    const unexpected = faults.filter((fault) => !/404|ERR_INTERNET_DISCONNECTED|Failed to fetch|NotLoaded/.test(fault));
    expect(unexpected, 'errors and violations of the policy').toEqual([]);
  },
});

test.use({ serviceWorkers: 'allow' });

/** Waits until the page is kept for starts without a network. */
const kept = (page: Page) => page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active?.scriptURL));

const registrations = (page: Page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

/** Has the browser look for a newer version, as it does at times by itself. */
const look = (page: Page) => page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));

const offered = (page: Page) => page.getByText(say('new-version'));

/** The names of the caches. */
const caches = (page: Page) => page.evaluate(() => globalThis.caches.keys());

async function offline(context: BrowserContext, page: Page): Promise<Page> {
  await context.setOffline(true);
  await page.close();
  return context.newPage();
}

test('page starts without a network after one visit', async ({ context, server, visit }) => {
  const first = await visit();
  await plan(first);
  expect(await kept(first)).toBe(`${server.address}worker.js`);
  const page = await offline(context, first);
  await page.goto(server.address);
  await expect(starter(page)).toBeVisible();
  await page.goto(`${server.address}index.html?from=mail`);
  await expect(starter(page).or(rowPage(page))).toBeVisible();
});

test('newer version is offered, and keeps what is half typed', async ({ server, visit }) => {
  const page = await visit();
  await kept(page);
  // From now on the page is one that the worker serves.
  await page.reload();
  await button(page, say('plan-one')).click();
  await field(page, say('seller-label')).fill('Grace Hopper');
  const before = await caches(page);
  server.release();
  await look(page);
  await expect(offered(page)).toBeVisible();
  await expect(field(page, say('seller-label'))).toHaveValue('Grace Hopper');
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await caches(page), 'the files of both releases').toHaveLength(2);
  await Promise.all([page.waitForEvent('load'), button(page, say('new-version-use')).click()]);
  await expect(field(page, say('seller-label'))).toHaveValue('Grace Hopper');
  await expect(offered(page)).toHaveCount(0);
  await expect.poll(async () => (await caches(page)).length, 'the files of the release before are gone').toBe(1);
  expect(await caches(page)).not.toEqual(before);
});

test('newer version is there at the next visit, without an offer', async ({ server, visit }) => {
  const first = await visit();
  await kept(first);
  server.release();
  const page = await visit();
  await kept(page);
  await expect(page.locator('link[href*="-rest-0000000000000001"]'), 'an old worker holds nothing back').toHaveCount(1);
  // The page that still shows the release before is told.
  await expect(offered(first)).toBeVisible();
  await expect(offered(page)).toHaveCount(0);
});

test('running clock is disturbed by no offer', async ({ server, visit }) => {
  const page = await visit();
  await page.addLocatorHandler(button(page, say('start-now')), (start) => start.click());
  await kept(page);
  await plan(page);
  await starter(page).click();
  await expect(page.getByRole('timer')).toBeVisible();
  const before = await caches(page);
  server.release();
  await look(page);
  await expect.poll(() => caches(page), 'the newer version is there').not.toEqual(before);
  await page.clock.runFor(61_000);
  await expect(offered(page)).toHaveCount(0);
  await button(page, say('end-early')).click();
  await page.clock.runFor(61_000);
  await expect(offered(page)).toBeVisible();
});

test('page without the rest of its script says why', async ({ context, server }) => {
  await context.route(/-rest-/, (route) => route.fulfill({ status: 404, body: 'not here' }));
  const page = await context.newPage();
  await page.goto(server.address);
  await expect(page.getByRole('alert')).toContainText(say('page-updated'));
  await context.unroute(/-rest-/);
  await button(page, say('load-again')).click();
  await expect(widget(page)).toBeVisible();
});

test('element on another page and a frame keep nothing', async ({ server, visit, context }) => {
  for (const path of ['host.html', '?embed']) {
    const page = await visit(path);
    await page.waitForLoadState('networkidle');
    expect(await registrations(page), path).toBe(0);
    expect(server.asked).not.toContain('/worker.js');
  }
  const page = await context.newPage();
  await page.goto(`${server.address}host.html`);
  await page.evaluate(() => document.body.append(Object.assign(document.createElement('iframe'), { src: './' })));
  await expect(page.locator('iframe').contentFrame().getByRole('region', { name: say('product') })).toBeVisible();
  expect(server.asked).not.toContain('/worker.js');
});

test('page asks for nothing but a newer version once it is kept', async ({ server, visit }) => {
  const page = await visit();
  await kept(page);
  await page.waitForLoadState('networkidle');
  server.asked.length = 0;
  const show = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await show();
  await plan(page);
  expect(server.asked).toEqual([]);
  await page.clock.runFor(3_601_000);
  await show();
  await expect.poll(() => server.asked).toEqual(['/worker.js']);
});
