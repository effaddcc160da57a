// Prints what a running clock costs in a minute, and how far its face is from the wall clock: the element, a countdown
// that counts its ticks with `setInterval`, and easytimer.js, each on a page of its own in one run. Is no test that can
// fail; `cargo xtask bench clock` runs it.

import { readFileSync } from 'node:fs';
import { test, type Browser, type Page } from '@playwright/test';
import { ADDRESS, MINUTE, SECOND } from './settings';
import { PLAN, begin, plan } from './fixtures';

const EASYTIMER = readFileSync(new URL('node_modules/easytimer.js/dist/easytimer.min.js', import.meta.url), 'utf8');

/** Countdowns of 20 minutes, by name: the markup and script of a page. */
const COUNTDOWNS: Record<string, string> = {
  'setInterval': `<p id="digits">20:00</p><script>
    let left = 1200;
    setInterval(() => {
      left -= 1;
      document.querySelector('#digits').textContent = Math.floor(left / 60) + ':' + String(left % 60).padStart(2, '0');
    }, 1000);
  </script>`,
  'easytimer.js': `<p id="digits">20:00</p><script>${EASYTIMER}</script><script>
    const timer = new easytimer.Timer();
    timer.start({ countdown: true, startValues: { minutes: 20 } });
    timer.addEventListener('secondsUpdated', () => {
      document.querySelector('#digits').textContent = timer.getTimeValues().toString(['minutes', 'seconds']);
    });
  </script>`,
};

/** Counts of a page since it was watched. */
interface Watched {
  wakes: number;
  texts: number;
  writes: number;
}

/** Counts timers that ring, and writes of storage, from the load on. */
const count = () => {
  const seen = { wakes: 0, texts: 0, writes: 0 };
  Object.assign(globalThis, { seen });
  for (const name of ['setTimeout', 'setInterval'] as const) {
    const set = globalThis[name] as (run: () => void, after?: number) => number;
    Object.assign(globalThis, {
      [name]: (run: () => void, after?: number) => set(() => ((seen.wakes += 1), run()), after),
    });
  }
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (name, value) {
    seen.writes += 1;
    setItem.call(this, name, value);
  };
};

const DIGITS = () => document.querySelector('coaching-session')?.shadowRoot?.querySelector('#face-digits') ?? document.querySelector('#digits');

/** Counts changed texts from now on. */
const watch = (digits: string) => {
  const node = (0, eval)(`(${digits})`)() as Element;
  const { seen } = globalThis as unknown as { seen: Watched };
  new MutationObserver((changes) => (seen.texts += changes.length)).observe(node.getRootNode(), {
    subtree: true, childList: true, characterData: true,
  });
};

/** Returns the seconds that the face shows, and the wall clock in milliseconds. */
const read = (digits: string) => {
  const node = (0, eval)(`(${digits})`)() as Element;
  const [minutes = 0, seconds = 0] = (node.textContent ?? '').split(':').map(Number);
  return { left: 60 * minutes + seconds, at: Date.now() };
};

async function open(browser: Browser, name: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC' });
  const page = await context.newPage();
  await page.addInitScript(count);
  const countdown = COUNTDOWNS[name];
  if (countdown) {
    await page.route('**/countdown.html', (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html><body>${countdown}` }));
    await page.goto(`${ADDRESS}countdown.html`);
    return page;
  }
  await page.goto(ADDRESS);
  const [date = '', time = ''] = new Date().toISOString().split('T');
  await plan(page, { ...PLAN, date, time: time.slice(0, 5) });
  await begin(page);
  // The first opportunity, of twenty minutes.
  await page.waitForTimeout(SECOND);
  await page.locator('coaching-session .button.next').click();
  await page.waitForTimeout(2 * SECOND);
  return page;
}

async function measure(browser: Browser, name: string) {
  const page = await open(browser, name);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const metrics = async () => Object.fromEntries((await session.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]));
  const digits = DIGITS.toString();
  await page.evaluate(watch, digits);
  const seen = () => page.evaluate(() => ({ ...(globalThis as unknown as { seen: Watched }).seen }));
  const [before, seenBefore, first] = [await metrics(), await seen(), await page.evaluate(read, digits)];
  await page.waitForTimeout(MINUTE);
  const [after, seenAfter] = [await metrics(), await seen()];
  /** Milliseconds by which the face is behind or ahead of the wall clock, less the second that a face may be old. */
  const error = async () => {
    const now = await page.evaluate(read, digits);
    const off = Math.abs(now.at - first.at - (first.left - now.left) * SECOND);
    return Math.max(0, Math.round(off - SECOND));
  };
  const ran = await error();
  // A page that does nothing for a while: its script is busy, or the browser freezes it.
  await page.evaluate((milliseconds) => {
    const until = Date.now() + milliseconds;
    while (Date.now() < until);
  }, 10 * SECOND);
  await page.waitForTimeout(2 * SECOND);
  const busy = await error();
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await page.waitForTimeout(20 * SECOND);
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await page.waitForTimeout(2 * SECOND);
  const frozen = await error();
  await page.context().close();
  const [wakes, texts, writes] = (['wakes', 'texts', 'writes'] as const).map((of) => seenAfter[of] - seenBefore[of]);
  const gone = (of: string) => (after[of] ?? 0) - (before[of] ?? 0);
  console.log(
    `${name}: ${wakes} wakes, ${texts} changed texts, ${writes} writes, ${gone('LayoutCount')} layouts, ` +
      `${Math.round(1000 * gone('ScriptDuration'))} ms of script, ${Math.round(1000 * gone('TaskDuration'))} ms of tasks; ` +
      `off by ${ran} ms, ${busy} ms after 10 s of a busy page, ${frozen} ms after 20 s frozen`,
  );
}

test('cost and error of a running clock are printed', async ({ browser }) => {
  test.setTimeout(10 * MINUTE);
  for (const name of ['the element', ...Object.keys(COUNTDOWNS)]) await measure(browser, name);
});
