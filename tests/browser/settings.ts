// Settings that the configuration, the fixtures and the specs share. Holds no test.

import { existsSync } from 'node:fs';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** The moment at which each test begins: a Monday morning in Berlin. The session is planned for the day after. */
export const NOW = Date.parse('2026-05-04T09:00:00+02:00');

/** The port of the server with the built site. */
export const PORT = Number(process.env.COACHING_PORT ?? 8471);

/** The address of the page. */
export const ADDRESS = `http://127.0.0.1:${PORT}/`;

/** The address of the page in one file, on the disk. */
export const ONE_FILE = new URL('../../target/site/coaching-session.html', import.meta.url).href;

/** The address of a page of another origin, and of another site: the same server by another name. */
export const OTHER = `http://localhost:${PORT}/`;

/** The address of the page by a name that is no loopback: without encryption, browsers give it no locks, cipher or clipboard. */
export const PLAIN = `http://intranet.test:${PORT}/`;

/** The files of the program by their paths, as a new start of it asks for them. */
export const PROGRAM = /\/coaching-session-[0-9a-f]+(?:_bg)?\.(?:wasm|js)$/;

/** The longest time a step or an assertion may take. */
export const PATIENCE = 10 * SECOND;

/** Options of each browser context, unless a test says otherwise. */
export const CONTEXT = {
  baseURL: ADDRESS,
  viewport: { width: 1280, height: 860 },
  colorScheme: 'light',
  locale: 'en-GB',
  timezoneId: 'Europe/Berlin',
  // A test answers requests of the page itself; offline.spec.ts is about the worker.
  serviceWorkers: 'block',
} as const;

/** Chromium without windows of its own takes half the time. */
const HEADLESS = '/usr/bin/chromium-headless-shell';

/** Options that start the machine's Chromium, without background network traffic. */
export const CHROMIUM = {
  executablePath: process.env.COACHING_CHROMIUM ?? (existsSync(HEADLESS) ? HEADLESS : '/usr/bin/chromium'),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--host-resolver-rules=MAP intranet.test 127.0.0.1',
    // Pages that a test answers itself count as far away, and could have no frame of this machine.
    '--disable-features=LocalNetworkAccessChecks',
  ],
};

/** Options that start the machine's Firefox, through WebDriver BiDi. */
export const FIREFOX = { executablePath: process.env.COACHING_FIREFOX ?? '/usr/bin/firefox-esr' };

/** Programs of WebKitGTK: the MiniBrowser and its WebDriver. */
export const WEBKIT = {
  executablePath: process.env.COACHING_WEBKIT ?? '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  driver: 'WebKitWebDriver',
};
