// Prints the times of histories of growing length: from the address to the list, and from a press to the page of one
// seller. A history of three times the length should take about three times as long, so each time stands beside that
// of the shortest history. `cargo xtask bench store` runs this file.

import type { Browser } from '@playwright/test';
import { ADDRESS, CONTEXT, HOUR, MINUTE, NOW } from './settings';
import {
  begin, begins, button, expect, field, fillForm, recordOf, say, seal, test, unseal, withoutScreens,
  type Page, type Records, type Stage,
} from './fixtures';

/** The sessions of the shortest history and of the longer ones. */
const SIZES = [100, 500, 1500];

/** The starts whose median is printed. */
const STARTS = 5;

/** Milliseconds from the address to the list, and from the press to the page of a seller. */
interface Times {
  list: number;
  page: number;
}

/** Holds one session with a next step of each party. */
async function hold(page: Page, stage: Stage) {
  await fillForm(page);
  await field(page, begins('own-name-label')).fill('Maria Santos');
  await button(page, say('form-submit')).click();
  await begin(page);
  for (const party of ['Maria', 'Lee']) {
    await button(page, say('write-next-step')).click();
    await button(page, party).click();
    await field(page, say('next-step-label')).fill(`The next step of ${party}`);
    await button(page, say('keep')).click();
  }
  await stage.pass(5 * MINUTE);
  await button(page, say('end-early')).click();
  await expect(page.getByRole('table')).toBeVisible();
}

const id = (number: number) => number.toString(16).padStart(16, '0');

/** Returns that many sessions like the held one, one a day, with the sellers in turn. */
function history(held: Records, sessions: number, sellers: number): Records {
  const [sessionName, sessionRecord] = recordOf(held, 'session/');
  const [pairName, pairRecord] = recordOf(held, 'pair/');
  const [session, pair] = [unseal(sessionRecord), unseal(pairRecord)];
  const records = withoutScreens(held);
  for (const name of [sessionName, pairName]) delete records[name];
  for (let seller = 0; seller < sellers; seller += 1) {
    const copy = structuredClone(pair);
    copy[0].content.pair.seller = `Seller ${seller + 1}`;
    records[pairName.replace(session.pair, id(seller))] = seal(copy);
  }
  for (let count = 0; count < sessions; count += 1) {
    const copy = structuredClone(session);
    const before = (sessions - count) * 24 * HOUR;
    Object.assign(copy, { id: id(count), pair: id(count % sellers) });
    const { content } = copy.manager[0];
    content.date = new Date(NOW - before).toISOString().slice(0, 10);
    for (const entry of content.clock.log) entry.at -= before;
    records[sessionName.replace(session.id, copy.id)] = seal(copy);
  }
  return records;
}

/** Returns the page's time once a frame shows that many elements that match the selector. */
const drawn = (page: Page, selector: string, count: number) =>
  page.evaluate(
    ({ selector, count }) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const shown = document.querySelector('coaching-session')?.shadowRoot?.querySelectorAll(selector);
          if (shown?.length !== count) requestAnimationFrame(look);
          else requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
        };
        look();
      }),
    { selector, count },
  );

/** Presses the button with that accessible name. Returns the page's time before. */
const press = (page: Page, name: string) =>
  page.evaluate((name) => {
    const before = performance.now();
    const root = document.querySelector('coaching-session')?.shadowRoot;
    root?.querySelector<HTMLButtonElement>(`button[aria-label="${name}"]`)?.click();
    return before;
  }, name);

const median = (times: number[]) => [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;

/** Opens the list and the page of a seller several times, with the clock of the machine. */
async function measured(browser: Browser, records: Records, sessions: number, sellers: number): Promise<Times> {
  const context = await browser.newContext(CONTEXT);
  const page = await context.newPage();
  // An empty page of the same origin stores the records.
  await page.route('**', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.goto(ADDRESS);
  await page.evaluate((all) => all.forEach(([name, record]) => localStorage.setItem(name, record)), Object.entries(records));
  await page.unroute('**');
  const times: Times[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    await page.goto(ADDRESS);
    const list = await drawn(page, '.row', sellers);
    const pressed = await press(page, say('home-of', { 'seller-within': 'Seller 1' }));
    times.push({ list, page: (await drawn(page, '.note', (2 * sessions) / sellers)) - pressed });
    await button(page, say('back-home')).first().click();
    await drawn(page, '.row', sellers);
  }
  await context.close();
  return { list: median(times.map(({ list }) => list)), page: median(times.map(({ page }) => page)) };
}

for (const sellers of [10, 1]) {
  test(`history of ${sellers} sellers is drawn at each length`, async ({ browser, recordsAfter }) => {
    test.setTimeout(30 * MINUTE);
    const held = await recordsAfter(hold);
    let base: Times | undefined;
    for (const sessions of SIZES) {
      const times = await measured(browser, history(held, sessions, sellers), sessions, sellers);
      base ??= times;
      const beside = (time: number, base: number) => `${Math.round(time)} ms (${(time / base).toFixed(1)}x)`;
      console.log(
        `sellers: ${sellers}, sessions: ${sessions} (${sessions / 100}x), open next steps: ${2 * sessions}: ` +
          `list ${beside(times.list, base.list)}, page of a seller ${beside(times.page, base.page)}`,
      );
    }
  });
}
