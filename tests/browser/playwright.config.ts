// How the browser tests run: one browser, the built site under its strict policy, nothing tried twice.

import { defineConfig } from '@playwright/test';
import { ADDRESS, CHROMIUM, CONTEXT, PATIENCE, PORT, SECOND } from './settings';

export default defineConfig({
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
    trace: 'retain-on-failure',
    launchOptions: CHROMIUM,
  },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
  webServer: {
    command: `cargo xtask serve --no-build --port ${PORT}`,
    cwd: '../..',
    url: ADDRESS,
    reuseExistingServer: true,
    timeout: 120 * SECOND,
  },
});
