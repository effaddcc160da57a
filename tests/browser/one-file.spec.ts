// The page in one file, opened from a disk: it starts under its own policy, requests nothing, and keeps its data.

import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, test as base, type Page } from '@playwright/test';
import { NOW, ONE_FILE } from './settings';
import { LEE, button, digits, field, plan, start, widget } from './widget';
import { say } from './words';

interface Opened {
  page: Page;
  /** Everything that must not happen: requests, errors, violations of the policy. */
  heard: string[];
}

const test = base.extend<{ opened: Opened }>({
  opened: async ({ context }, use) => {
    const page = await context.newPage();
    const heard: string[] = [];
    await page.clock.install({ time: NOW });
    await page.addInitScript(() =>
      addEventListener('securitypolicyviolation', (event) => console.error(`violation: ${event.effectiveDirective} ${event.blockedURI}`)),
    );
    page.on('request', (request) => request.url() !== ONE_FILE && heard.push(`request: ${request.url()}`));
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && heard.push(message.text()));
    page.on('pageerror', (error) => heard.push(error.message));
    // As on the page of the product: the session of the tests starts on another day than booked.
    await page.addLocatorHandler(button(page, say('start-now')), (start) => start.click());
    await page.goto(ONE_FILE);
    await expect(widget(page)).toBeVisible();
    await use({ page, heard });
    expect(heard).toEqual([]);
  },
});

test('session from a disk is there after a reload', { tag: '@engines' }, async ({ opened: { page } }) => {
  await start(page);
  await expect(digits(page)).toBeVisible();
  await page.clock.runFor(1_000);
  await page.reload();
  await expect(digits(page)).toBeVisible();
  await button(page, say('end-early')).click();
  await expect(page.getByRole('table')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('table')).toBeVisible();
});

test('page from a disk offers a code and a file, and no link', async ({ opened: { page } }) => {
  await plan(page);
  await button(page, say('share-invite', { name: LEE })).click();
  await field(page, say('own-name-label')).fill('Maria');
  await button(page, say('name-next')).click();
  await expect(button(page, say('copy-code'))).toBeVisible();
  for (const way of [say('copy-link'), say('copy-words'), say('share-sheet'), say('send-mail')]) await expect(button(page, way)).toHaveCount(0);
  await button(page, say('other-ways')).click();
  await expect(button(page, say('save-session'))).toBeVisible();
});

test('page from a disk allows no request at all', async ({ opened: { page, heard } }) => {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(new URL(ONE_FILE), 'utf8'))?.[1] ?? '';
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^']*' 'wasm-unsafe-eval'; style-src 'sha256-[^']*'; img-src data:;/);
  const refused = await page.evaluate(() => fetch('https://example.org/').then(() => false, () => true));
  expect(refused).toBe(true);
  expect(heard.splice(0).join('\n')).toContain('violation: connect-src');
});

test('page from a disk takes company content that stands in it', async ({ opened: { page, heard } }, info) => {
  const content = readFileSync(new URL('../../examples/config.json', import.meta.url), 'utf8');
  const given = `<script type="application/json" id="ours">${content}</script>`;
  const copy = info.outputPath('coaching-session.html');
  const markup = readFileSync(new URL(ONE_FILE), 'utf8');
  writeFileSync(copy, markup.replace(/<coaching-session(?=[ >])/, `${given}$& config="#ours"`));
  await page.goto(pathToFileURL(copy).href);
  await button(page, say('plan-one')).click();
  await expect(page.getByText('Your adviser chooses the topic. You bring time.')).toBeVisible();
  expect(heard.splice(0)).toEqual([`request: ${pathToFileURL(copy).href}`]);
});
