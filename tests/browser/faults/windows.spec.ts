// Two windows on one real storage, in random interleavings: what both type within milliseconds stays, or stands in a
// version that waits for a choice, and both windows show the same in the end.
//
// A normal run tries a few seeds; `cargo xtask test long` tries 1,300. COACHING_SEED names the first one.

import type { Browser, BrowserContext } from '@playwright/test';
import {
  ADDRESS, CONTEXT, LEE, MINUTE, PLAN,
  allDataOf, begins, button, expect, like, plan, rowButton, say, starter, storedIn, test as base, withoutScreens,
  type Page, type Records,
} from '../fixtures';
import { grow, play, type Act, type Move } from './hands';
import { IS_LONG, SEED, oneOf, randomly, type Chance } from './seed';

/** Runs in each of the tests, with Web Locks and without. */
const RUNS = IS_LONG ? { 'with locks': 250, 'without locks': 75 } : { 'with locks': 7, 'without locks': 3 };
const GROUPS = [1, 2, 3, 4];

/** Waits between the actions of a window, in milliseconds. */
const WAITS = [0, 2, 5, 10, 50];

/** The longest time until both windows show the same, in milliseconds. */
const SETTLED = 5000;

const CONCURRENT = say('concurrent');

interface Beginnings {
  planned: Records;
  running: Records;
}

const withoutLocks = () => Object.defineProperty(Navigator.prototype, 'locks', { configurable: true, get: () => undefined });

async function context(browser: Browser, hasLocks = true): Promise<BrowserContext> {
  const context = await browser.newContext(CONTEXT);
  await context.addInitScript(grow);
  if (!hasLocks) await context.addInitScript(withoutLocks);
  await context.route(`${ADDRESS}blank`, (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  return context;
}

const test = base.extend<object, { beginnings: Beginnings }>({
  beginnings: [
    async ({ browser }, use) => {
      const own = await context(browser);
      const page = await own.newPage();
      await page.goto(ADDRESS);
      await plan(page, { seller: PLAN.seller, date: '2031-05-05', time: '10:00' });
      const planned = await storedIn(page);
      await starter(page).click();
      await button(page, say('start-now')).click();
      await expect(button(page, say('pause'))).toBeVisible();
      const running = await storedIn(page);
      await own.close();
      await use({ planned, running });
    },
    { scope: 'worker' },
  ],
});

/** A window's part in a run: what it does, and what must be there in the end. */
interface Part {
  moves: Move[];
  texts: string[];
}

/** Acts of a window in a running session that type a text. */
const RUNNING: ((text: string) => Act[])[] = [
  (text) => [{ press: say('write-note') }, { fill: say('shared-note-label'), text }, { press: say('keep') }],
  (text) => [{ press: say('write-next-step') }, { fill: say('next-step-label'), text }, { press: say('keep') }],
  (text) => [{ press: say('write-parked') }, { fill: say('park-label'), text }, { press: say('keep') }],
];
const CLOCK: Act[][] = [[{ tries: say('pause') }], [{ tries: say('resume') }], [{ tries: like('next') }], [{ tries: begins('extend-by', { minutes: 1 }) }]];
/** Changes of notes that are there already. */
const NOTES: Act[][] = [[{ tries: say('thats-right') }], [{ tries: like('labelled', { label: say('next-time') }) }]];

/** Returns the part of a window in a running session. */
function running(name: string, chance: Chance): Part {
  const part: Part = { moves: [], texts: [] };
  for (let count = 3 + Math.floor(chance() * 4); count > 0; count -= 1) {
    const wait = oneOf(WAITS, chance);
    const kind = chance();
    if (kind < 0.7) {
      const text = `${name}-text-${count}`;
      part.texts.push(text);
      part.moves.push({ wait, acts: oneOf(RUNNING, chance)(text) });
    } else {
      part.moves.push({ wait, acts: oneOf(kind < 0.85 ? CLOCK : NOTES, chance) });
    }
  }
  return part;
}

/** Returns the part of a window before the session: it renames an item of its own, sets the place, or prepares. */
function planned(name: string, chance: Chance): Part {
  const part: Part = { moves: [], texts: [] };
  const [item, later] = [name === 'first' ? 2 : 3, `${name}-item`];
  const wait = () => oneOf(WAITS, chance);
  if (chance() < 0.5) {
    part.moves.push({ wait: wait(), acts: [{ press: say('agenda-edit') }] });
    for (const count of [1, 2]) part.moves.push({ wait: wait(), acts: [{ fill: say('item-title-label', { number: item }), text: `${later}-${count}` }] });
    part.moves.push({ wait: wait(), acts: [{ press: say('edit-done') }] });
    part.texts.push(`${later}-2`);
  }
  if (chance() < 0.7 || part.moves.length === 0) {
    part.moves.push(
      { wait: wait(), acts: [{ press: say('prepare-as', { name: LEE }) }, { press: say('i-am', { name: LEE }) }] },
      { wait: wait(), acts: [{ press: say('topic-add') }, { adds: say('topic-next'), text: `${name}-topic` }] },
      { wait: wait(), acts: [{ adds: say('note-label'), text: `${name}-private` }] },
      { wait: wait(), acts: [{ press: say('ready-seller') }] },
    );
    part.texts.push(`${name}-topic`, `${name}-private`);
  }
  return part;
}

/** Returns what a window shows, without the face of the clock. */
async function shown(page: Page): Promise<string[]> {
  const parts = await page.evaluate(() => {
    const root = document.querySelector('coaching-session')!.shadowRoot!;
    return [...root.querySelectorAll('h1, .note-words, .plan, .before .question, .parties, .notice p')].map((part) => part.textContent ?? '');
  });
  // Each window says of a version if it wrote the version itself.
  return parts.filter((part) => part !== say('version-here') && part !== say('version-beside'));
}

/** Opens another window on the session. */
async function openWindow(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(ADDRESS);
  const session = starter(page).or(button(page, /^(?:Pause|Resume)$/));
  const home = button(page, say('back-home'));
  // The window of a slot opens where the last window of the slot was.
  await expect(rowButton(page).or(session).or(home).first()).toBeVisible();
  if ((await session.count()) === 0 && (await home.count()) > 0) await home.click();
  if ((await session.count()) === 0) await rowButton(page).click();
  await expect(session.first()).toBeVisible();
  return page;
}

/** Returns the stored session and private things as one text, without what was replaced. */
async function held(page: Page): Promise<string> {
  const records = await storedIn(page);
  return JSON.stringify(['session/', 'private-seller/'].map((kind) => allDataOf(records, kind)));
}

/** Returns the vectors that stand for two contents in stored sessions. */
async function twinsIn(page: Page): Promise<string[]> {
  const contents = new Map<string, Set<string>>();
  for (const { manager, seller = [] } of allDataOf(await storedIn(page), 'session/')) {
    for (const { vector, content } of [...manager, ...seller]) {
      const count = JSON.stringify(vector);
      contents.set(count, (contents.get(count) ?? new Set()).add(JSON.stringify(content)));
    }
  }
  return [...contents].filter(([, all]) => all.size > 1).map(([count]) => count);
}

/** Lets two windows do their parts at once. Returns what is wrong. */
async function run(way: string, context: BrowserContext, keeper: Page, { planned: before, running: during }: Beginnings, seed: number) {
  const chance = randomly(seed);
  const isRunning = chance() < 0.6;
  await keeper.evaluate((records) => {
    localStorage.clear();
    for (const [name, record] of Object.entries(records)) localStorage.setItem(name, record);
  }, withoutScreens(isRunning ? during : before));
  const parts = ['first', 'second'].map((name) => (isRunning ? running : planned)(name, chance));
  const windows = [await openWindow(context), await openWindow(context)];
  const problems: string[] = [];
  const wrong = (what: string) => problems.push(`seed ${seed}: ${what}`);
  const missing = await Promise.all(windows.map((page, at) => play(page, parts[at]!.moves)));
  if (missing.flat().length > 0) wrong(`not found: ${missing.flat()}`);
  const texts = parts.flatMap((part) => part.texts);
  const lost = async (page: Page) => {
    const text = await held(page);
    return texts.filter((typed) => !text.includes(typed));
  };

  const until = Date.now() + SETTLED;
  let views: string[][] = [];
  do {
    views = await Promise.all(
      windows.map(async (page) => {
        await page.evaluate(() => dispatchEvent(new Event('focus')));
        return shown(page);
      }),
    );
  } while (JSON.stringify(views[0]) !== JSON.stringify(views[1]) && Date.now() < until);
  if (JSON.stringify(views[0]) !== JSON.stringify(views[1])) wrong(`the windows differ: ${JSON.stringify(views)}`);
  const gone = await lost(keeper);
  if (gone.length > 0) wrong(`lost: ${gone}`);
  const twins = way === 'with locks' ? await twinsIn(keeper) : [];
  if (twins.length > 0) wrong(`one count for two contents: ${twins}`);

  for (const page of windows) await page.close();
  const later = await openWindow(context);
  await later.evaluate(() => dispatchEvent(new Event('pagehide')));
  const goneLater = await lost(keeper);
  if (goneLater.length > 0) wrong(`lost once both windows are closed: ${goneLater}`);
  const view = (await shown(later)).join('\n');
  if (isRunning && !view.includes(CONCURRENT)) {
    const unseen = texts.filter((text) => !view.includes(text));
    if (unseen.length > 0) wrong(`not shown: ${unseen}`);
  }
  await later.close();
  return problems;
}

for (const [way, count] of Object.entries(RUNS)) {
  for (const group of GROUPS) {
    test(`two windows ${way} lose nothing, part ${group}`, async ({ browser, beginnings }) => {
      test.setTimeout(IS_LONG ? 60 * MINUTE : 2 * MINUTE);
      const own = await context(browser, way === 'with locks');
      const keeper = await own.newPage();
      await keeper.goto(`${ADDRESS}blank`);
      const problems: string[] = [];
      const first = SEED + (group - 1) * count;
      for (let seed = first; seed < first + count; seed += 1) problems.push(...(await run(way, own, keeper, beginnings, seed)));
      await own.close();
      console.log(`two windows ${way}: ${count} runs from seed ${first}, ${problems.length} problems`);
      expect(problems).toEqual([]);
    });
  }
}
