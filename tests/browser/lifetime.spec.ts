// A widget that leaves the page at any moment ends: its program, timers, listeners and slot go with it. A widget
// that is moved within the page goes on.

import { MINUTE, PREFIX, expect, field, button, say, start, storedIn, test, type Page, type Records } from './fixtures';

/** Returns the number of times that a widget comes and goes; the quick orders repeat more often. */
const cyclesOf = (order: string) => (['at once', 'a turn later', 'as it is mounted'].includes(order) ? 500 : 200);
const MOVES = 500;
const INSTANCE = 'cycled';
const OWN = `coaching-session/${INSTANCE}/`;

/** Counts of a page about its programs. */
interface Counts {
  /** Listeners of the window and of the document. */
  listeners: number;
  timers: number;
  /** Held and awaited locks. */
  locks: number;
  /** Writes and removals in the storage of the instance that comes and goes. */
  writes: number;
}

/** Counts the live timers and listeners of a page, and the writes of the instance that comes and goes. */
const count = () => {
  const page = globalThis as any;
  const live = { listeners: new Map<string, Set<unknown>>(), timers: new Set<unknown>(), writes: 0 };
  page.live = live;

  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const setOf = (target: unknown, name: string) => {
    if (target !== undefined && target !== null && target !== globalThis && target !== document) return undefined;
    const key = `${target === document ? 'document' : 'window'} ${name}`;
    if (!live.listeners.has(key)) live.listeners.set(key, new Set());
    return live.listeners.get(key);
  };
  EventTarget.prototype.addEventListener = function (this: unknown, name: string, work: any, options?: any) {
    setOf(this, name)?.add(work);
    options?.signal?.addEventListener('abort', () => setOf(this, name)?.delete(work));
    return addEventListener.call(this as EventTarget, name, work, options);
  };
  EventTarget.prototype.removeEventListener = function (this: unknown, name: string, work: any, options?: any) {
    setOf(this, name)?.delete(work);
    return removeEventListener.call(this as EventTarget, name, work, options);
  };

  const { setTimeout, clearTimeout } = page;
  page.setTimeout = (work: (...given: unknown[]) => void, time?: number, ...given: unknown[]) => {
    const timer = setTimeout(() => {
      live.timers.delete(timer);
      work(...given);
    }, time);
    live.timers.add(timer);
    return timer;
  };
  page.clearTimeout = (timer: unknown) => {
    live.timers.delete(timer);
    return clearTimeout(timer);
  };

  const { setItem, removeItem } = Storage.prototype;
  const note = (name: string) => name.startsWith('coaching-session/cycled/') && (live.writes += 1);
  Storage.prototype.setItem = function (name, value) {
    if (this === localStorage) note(name);
    setItem.call(this, name, value);
  };
  Storage.prototype.removeItem = function (name) {
    if (this === localStorage) note(name);
    removeItem.call(this, name);
  };
};

const counts = (page: Page): Promise<Counts> =>
  page.evaluate(async () => {
    const { live } = globalThis as any;
    const listeners = [...live.listeners.values()].reduce((sum: number, set: Set<unknown>) => sum + set.size, 0);
    const { held = [], pending = [] } = await navigator.locks.query();
    return { listeners, timers: live.timers.size, locks: held.length + pending.length, writes: live.writes };
  });

/** A running session, whose clock ticks. */
const running = async (page: Page) => start(page);

/** The records of the default instance under the name of another. */
const moved = (records: Records): Records =>
  Object.fromEntries(Object.entries(records).map(([name, record]) => [name.replace(PREFIX, OWN), record]));

/** Comes and goes, all within the page: `wait` says what is between. */
const cycle = (page: Page, order: string) =>
  page.evaluate(
    async ([cycles, instance, order]) => {
      // Neither waits for the page's clock, which stands still.
      const turn = () => new Promise((done) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); });
      const time = (wait: number) => new Promise((done) => AbortSignal.timeout(wait).addEventListener('abort', done));
      const seen = (element: Element, what: string) =>
        new Promise<void>((found) => {
          const look = () => element.shadowRoot!.querySelector(what) && (found(), observer.disconnect());
          const observer = new MutationObserver(look);
          observer.observe(element.shadowRoot!, { childList: true, subtree: true });
        });
      const microtasks = async (count: number) => {
        for (let at = 0; at < count; at += 1) await undefined;
      };
      // The program is mounted some microtasks after the answer.
      let answered = () => {};
      const { query } = LockManager.prototype;
      LockManager.prototype.query = function () {
        const answer = query.call(this);
        return answer.finally(answered);
      };
      const between: Record<string, (element: Element, at: number) => unknown> = {
        'at once': () => undefined,
        'a microtask later': () => Promise.resolve(),
        'some microtasks later': (_, at) => microtasks(at % 40),
        'as the locks answer': async (_, at) => {
          await new Promise<void>((done) => (answered = done));
          await microtasks(at % 40);
        },
        'a turn later': turn,
        'as it is mounted': (element) => seen(element, 'div'),
        'after 20 ms': () => time(20),
        'once it is drawn': (element) => seen(element, '.frame'),
      };
      for (let at = 0; at < cycles; at += 1) {
        const element = document.createElement('coaching-session');
        element.setAttribute('loading', 'eager');
        element.setAttribute('instance', instance);
        document.body.append(element);
        const waiting = between[order]!(element, at);
        if (waiting) await waiting;
        element.remove();
        // Half of them follow without a pause.
        if (at % 2) await turn();
      }
      await time(300);
    },
    [cyclesOf(order), INSTANCE, order] as const,
  );

const ORDERS = [
  'at once', 'a microtask later', 'some microtasks later', 'as the locks answer', 'a turn later', 'as it is mounted', 'after 20 ms',
  'once it is drawn',
];

/** A browser in which a widget has no lock to wait for, and one whose scheduler rests whenever it may. */
const BROWSERS: Record<string, () => unknown> = {
  'every browser': () => undefined,
  'a browser without locks': () => {
    if (isSecureContext) LockManager.prototype.request = () => Promise.reject(new DOMException('Denied by the test.'));
  },
  'a slow browser': () => {
    const { now } = Date;
    let late = 0;
    Date.now = () => now() + (late += 20);
  },
};

for (const [browser, init] of Object.entries(BROWSERS)) {
  for (const order of ORDERS) {
    if (browser === 'a browser without locks' && order === 'as the locks answer') continue;
    test(`widget removed ${order} ends in ${browser}`, async ({ setStage, recordsAfter }) => {
      const records = moved(await recordsAfter(running));
      const stage = await setStage({ records, init: count });
      const page = await stage.open({ init });
      const before = await counts(page);
      await cycle(page, order);
      await expect.poll(() => counts(page)).toMatchObject({ listeners: before.listeners, timers: before.timers, locks: before.locks });
      const { writes } = await counts(page);
      await stage.pass(10 * MINUTE);
      await page.evaluate(() => {
        document.dispatchEvent(new Event('visibilitychange'));
        dispatchEvent(new Event('pagehide'));
      });
      await stage.pass(MINUTE);
      expect((await counts(page)).writes, 'writes after the end').toBe(writes);
      expect((await counts(page)).timers).toBe(before.timers);
    });
  }
}

test('widget moved many times runs the same program', async ({ setStage }) => {
  const stage = await setStage({ init: count });
  const page = await stage.open();
  await button(page, say('plan-one')).click();
  await field(page, say('seller-label')).fill('Grace');
  await stage.pass(MINUTE);
  const [{ listeners, locks }, stored] = [await counts(page), await storedIn(page)];
  await page.evaluate(async (cycles) => {
    const element = document.querySelector('coaching-session')!;
    const drawn = element.shadowRoot!.querySelector('.frame');
    for (let at = 0; at < cycles; at += 1) {
      const section = document.createElement('section');
      document.body.prepend(section);
      section.append(element);
      if (at % 2) await undefined;
    }
    if (element.shadowRoot!.querySelector('.frame') !== drawn) throw new Error('drawn anew');
  }, MOVES);
  await expect(field(page, say('seller-label'))).toHaveValue('Grace');
  expect(await counts(page)).toMatchObject({ listeners, locks });
  await stage.pass(10 * MINUTE);
  expect(await storedIn(page)).toEqual(stored);
});

test('widget moved into a frame keeps its looks and its text', async ({ stage }) => {
  const page = await stage.open();
  await button(page, say('plan-one')).click();
  await field(page, say('seller-label')).fill('Grace');
  const looks = () =>
    page.evaluate(() => {
      const frame = document.querySelector('iframe')?.contentDocument;
      const root = (frame?.querySelector('coaching-session') ?? document.querySelector('coaching-session'))!.shadowRoot!;
      const style = getComputedStyle(root.querySelector('h1')!);
      return { sheets: root.adoptedStyleSheets.length, font: style.fontFamily, weight: style.fontWeight, margin: style.marginBlockStart };
    });
  const before = await looks();
  expect(before.sheets).toBe(1);
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    frame.contentDocument!.body.append(document.querySelector('coaching-session')!);
  });
  await expect(field(page.frameLocator('iframe').locator('coaching-session'), say('seller-label'))).toHaveValue('Grace');
  expect(await looks()).toEqual(before);
  await page.evaluate(() => document.body.append(document.querySelector('iframe')!.contentDocument!.querySelector('coaching-session')!));
  expect(await looks()).toEqual(before);
});
