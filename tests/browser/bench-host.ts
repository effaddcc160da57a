// Prints how long a page of somebody else cannot respond while the element loads, beside a calendar from npm on a page of
// the same run: long tasks of the main thread, of 50 ms or more. Is no test that can fail; `cargo xtask bench host` runs it.

import { readFileSync } from 'node:fs';
import { test, type Browser } from '@playwright/test';
import { ADDRESS, MINUTE } from './settings';

/** Number of loads of each page; the first one of each does not count. */
const LOADS = 6;

/** Times that the processor is slower. */
const SLOWER = 4;

const calendar = (file: string) => readFileSync(new URL(`node_modules/fullcalendar/${file}`, import.meta.url), 'utf8');

/** Files of the calendar, by name: FullCalendar with all its views and one theme. */
const FILES: Record<string, string> = {
  'calendar.js': calendar('all/global.js') + calendar('themes/classic/global.js'),
  'calendar.css': ['skeleton.css', 'themes/classic/theme.css', 'themes/classic/palette.css'].map(calendar).join(''),
  'start.js': `new FullCalendar.Calendar(document.querySelector('#calendar'), {
    initialView: 'dayGridMonth',
    events: Array.from({ length: 40 }, (_, at) => ({ title: 'Session ' + at, start: new Date(Date.now() + at * 4e7) })),
  }).render();
  document.querySelector('#calendar').dataset.there = '';`,
};

const ELEMENT = '<coaching-session loading="eager"></coaching-session><script type="module" src="coaching-session.js"></script>';
const CALENDAR =
  '<link rel="stylesheet" href="calendar.css"><div id="calendar"></div><script defer src="calendar.js"></script><script defer src="start.js"></script>';

/** Pages by name: their markup, and true in the page once all is there. */
const PAGES: Record<string, string> = { element: ELEMENT, calendar: CALENDAR, 'both on one page': ELEMENT + CALENDAR };

/** Notes each long task, and the moment at which everything on the page is there. */
const watch = () => {
  const page = globalThis as unknown as { tasks: number[]; there: number };
  page.tasks = [];
  new PerformanceObserver((list) => page.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask', buffered: true });
  const look = () => {
    const element = document.querySelector('coaching-session');
    const calendar = document.querySelector<HTMLElement>('#calendar');
    const isThere = (!element || element.shadowRoot?.querySelector('button')) && (!calendar || 'there' in calendar.dataset);
    if (!isThere || !document.body || document.readyState !== 'complete') return requestAnimationFrame(look);
    requestAnimationFrame(() => (page.there = performance.now()));
  };
  requestAnimationFrame(look);
};

interface Load {
  tasks: number[];
  there: number;
}

async function load(browser: Browser, markup: string): Promise<Load> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route(/\/(host\.html|calendar\.js|calendar\.css|start\.js)$/, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    const type = { html: 'text/html', js: 'text/javascript', css: 'text/css' }[name.split('.').pop()!];
    return route.fulfill({ contentType: type, body: FILES[name] ?? `<!doctype html><link rel="icon" href="data:,"><body>${markup}` });
  });
  await page.addInitScript(watch);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.goto(`${ADDRESS}host.html`, { timeout: MINUTE });
  const there = await page.waitForFunction(() => (globalThis as unknown as Load).there, undefined, { timeout: MINUTE });
  // Long tasks that end with the last frame are told a little later.
  await page.waitForTimeout(500);
  const result = { there: await there.jsonValue(), tasks: await page.evaluate(() => (globalThis as unknown as Load).tasks) };
  await context.close();
  return result;
}

const median = (all: number[]) => [...all].sort((one, other) => one - other)[Math.floor(all.length / 2)] ?? 0;
const sum = (all: number[]) => all.reduce((before, one) => before + one, 0);

test('long tasks of a host page are printed', async ({ browser }) => {
  test.setTimeout(10 * MINUTE);
  const loads: Record<string, Load[]> = Object.fromEntries(Object.keys(PAGES).map((name) => [name, []]));
  for (let turn = 0; turn < LOADS; turn += 1) {
    for (const [name, markup] of Object.entries(PAGES)) {
      const found = await load(browser, markup);
      if (turn > 0) loads[name]!.push(found);
    }
  }
  console.log(`at a ${SLOWER}th of the processor's speed, medians of ${LOADS - 1} loads:`);
  for (const [name, all] of Object.entries(loads)) {
    const of = (measure: (load: Load) => number) => Math.round(median(all.map(measure)));
    const longest = of(({ tasks }) => Math.max(0, ...tasks));
    const blocking = of(({ tasks }) => sum(tasks.map((task) => task - 50)));
    console.log(
      `${name}: ${of(({ tasks }) => tasks.length)} long tasks, ${of(({ tasks }) => sum(tasks))} ms in all, longest ${longest} ms, ` +
        `blocking time ${blocking} ms, there after ${of(({ there }) => there)} ms`,
    );
  }
});
