// How the browser tests run: one browser, the built site under its strict policy, nothing tried twice.

import { defineConfig } from '@playwright/test';
import type { Options } from './fixtures';
import { ADDRESS, CHROMIUM, CONTEXT, FIREFOX, PATIENCE, PORT, SECOND } from './settings';

export default defineConfig<Options>({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: 'out/results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60 * SECOND,
  expect: { timeout: PATIENCE },
  reporter: [['list'], ['json', { outputFile: 'out/report.json' }]],
  use: {
    ...CONTEXT,
    actionTimeout: PATIENCE,
    navigationTimeout: PATIENCE,
    // Pictures of every step would take half as long again.
    trace: { mode: 'retain-on-failure', screenshots: false, sources: false },
  },
  projects: [
    { name: 'chromium', testIgnore: 'webkit.spec.ts', use: { browserName: 'chromium', launchOptions: CHROMIUM } },
    // The journey in other engines. Firefox as it is shipped understands WebDriver BiDi; Playwright 1.57 speaks it, later versions do not start it.
    { name: 'firefox', grep: /@engines/, use: { browserName: 'firefox', channel: 'moz-firefox', launchOptions: FIREFOX } },
    // The same journey in a frame; the tests of two windows hold the messages of the page itself back.
    { name: 'frame', grep: /@engines/, testIgnore: 'tabs.spec.ts', use: { browserName: 'chromium', launchOptions: CHROMIUM, way: 'frame' } },
    { name: 'webkit', testMatch: 'webkit.spec.ts' },
    // The picture of the README; `cargo xtask picture` runs it.
    { name: 'picture', testMatch: 'picture.ts', use: { browserName: 'chromium', launchOptions: CHROMIUM } },
    // The times of long histories; `cargo xtask bench store` runs it.
    { name: 'bench', testMatch: 'bench.ts', use: { browserName: 'chromium', launchOptions: CHROMIUM } },
    // The cost of a running clock; `cargo xtask bench clock` runs it.
    { name: 'clock', testMatch: 'bench-clock.ts', use: { browserName: 'chromium', launchOptions: CHROMIUM } },
    // The time in which a host page does not respond; `cargo xtask bench host` runs it.
    { name: 'host', testMatch: 'bench-host.ts', use: { browserName: 'chromium', launchOptions: CHROMIUM } },
  ],
  webServer: {
    command: `cargo xtask serve --no-build --port ${PORT}`,
    cwd: '../..',
    url: ADDRESS,
    // A port that was chosen for this run belongs to a server of its own.
    reuseExistingServer: process.env.COACHING_PORT === undefined,
    timeout: 120 * SECOND,
  },
});
