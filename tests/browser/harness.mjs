// What all browser tests share: one browser for each file, one stage (a context with a clock that
// stands still, and a watch on everything that must not happen) for each test, and the steps that
// most stories begin with. Holds no test.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { chromium } from 'playwright-core';

export const ADDRESS = process.env.COACHING_URL ?? 'http://127.0.0.1:8080/';
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
/** When the tests take place: a Monday morning in Berlin. The session is planned for the day after. */
export const NOW = Date.parse('2026-05-04T09:00:00+02:00');
export const PREFIX = 'coaching-session/default/';
/** A day and month that read alike in every order of writing, for fields filled in by keyboard. */
export const PLAN = { seller: 'Lee Park', date: '2026-05-05', time: '10:00' };
/** The agenda of that plan: 45 minutes with a seller who was not coached before. */
export const AGENDA = [
  ['Open', 3],
  ['First opportunity', 20],
  ['Second opportunity', 12],
  ['Promise', 7],
  ['Close', 3],
];

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How long a step may take before it has failed. */
const PATIENCE = 10 * SECOND;

let launched;

/** The browser of this file, started by the first test that needs it. */
const browser = () => (launched ??= chromium.launch({ executablePath: process.env.COACHING_CHROMIUM, args: ARGUMENTS }));

after(async () => {
  await (await launched)?.close();
});

/**
 * A test on a stage of its own. `given` may hold options of a browser context (`viewport`,
 * `colorScheme`, ...), `records` that are stored beforehand by name, or a function that returns
 * them, `init` to run in each page before anything else, `time` to start at, `allows` to say which
 * faults the test provokes, and `allowsLater` which of our own files a page may ask for once it is there.
 */
export function scene(name, given, play) {
  if (!play) [given, play] = [{}, given];
  test(name, async () => {
    const stage = await Stage.set(given);
    try {
      await play(stage);
      await stage.settle();
    } catch (error) {
      const heard = [...stage.faults, ...stage.strays];
      if (heard.length && error instanceof Error) error.message += `\nHeard meanwhile:\n${heard.join('\n')}`;
      throw error;
    } finally {
      await stage.context.close();
    }
    stage.check();
  });
}

/**
 * What waits for a turn of its own, and for no time, gets it while the clock stands still as well: a timer of 0
 * becomes a message.
 */
const turnAtOnce = () => {
  const { setTimeout, clearTimeout } = globalThis;
  const waiting = new Map();
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => {
    const work = waiting.get(data);
    waiting.delete(data);
    work?.();
  };
  let last = 0;
  globalThis.setTimeout = (work, time, ...given) => {
    if (time) return setTimeout(work, time, ...given);
    last -= 1;
    waiting.set(last, () => work(...given));
    port2.postMessage(last);
    return last;
  };
  globalThis.clearTimeout = (timer) => waiting.delete(timer) || clearTimeout(timer);
};

/** A context with its pages, its clock, and what was heard from them. */
export class Stage {
  /** Errors on the console, errors of pages, and violations of the policy. */
  faults = [];
  /** Faults that the test said it would provoke. */
  provoked = [];
  /** Requests that left this machine, or came after the page was there. */
  strays = [];
  /** Our own files that pages asked for later, as the test said they would. */
  later = [];
  #loading = new Set();
  #allows = () => false;
  #allowsLater = () => false;

  static async set({ records, init, time = NOW, allows, allowsLater, ...options }) {
    const stage = new Stage();
    const stored = typeof records === 'function' ? records() : records;
    if (allows) stage.#allows = (fault) => allows.test(fault);
    if (allowsLater) stage.#allowsLater = (name) => allowsLater.test(name);
    stage.context = await (await browser()).newContext({
      viewport: { width: 1280, height: 860 },
      colorScheme: 'light',
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
      ...options,
    });
    stage.context.setDefaultTimeout(PATIENCE);
    if (stored) await stage.#store(stored);
    stage.clock = stage.context.clock;
    await stage.clock.install({ time });
    await stage.clock.pauseAt(time);
    await stage.context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        console.error(`policy violation: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    await stage.context.addInitScript(turnAtOnce);
    if (init) await stage.context.addInitScript(init);
    stage.context.on('page', (page) => stage.#watch(page));
    return stage;
  }

  /**
   * Puts records into storage. The page that wrote them stays until another page reads all of them:
   * what a page writes is on its way for a while. With the `storageState` of a new context, whose page
   * is gone as soon as it has written, a busy machine showed 352 and 450 of 500 records now and then.
   */
  async #store(records) {
    const page = await this.context.newPage();
    await page.route('**', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
    await page.goto(ADDRESS);
    await page.evaluate((entries) => entries.forEach(([name, value]) => localStorage.setItem(name, value)), Object.entries(records));
    const count = Object.keys(records).length;
    const arrived = async () => (await this.context.storageState()).origins[0]?.localStorage.length;
    await comes(arrived, (there) => there === count, `${count} stored records`);
    await page.close();
  }

  #watch(page) {
    page.on('console', (message) => {
      if (['error', 'warning', 'assert'].includes(message.type())) this.#hear(`console ${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.#hear(`page error: ${error.message}`));
    page.on('request', (request) => {
      const address = new URL(request.url());
      if (address.protocol === 'data:' || address.protocol === 'blob:') return;
      if (address.origin !== new URL(ADDRESS).origin) this.strays.push(`a request left: ${address}`);
      else if (this.#loading.has(page)) return;
      else if (this.#allowsLater(address.pathname)) this.later.push(address.pathname);
      else this.strays.push(`a request after the load: ${address}`);
    });
  }

  #hear(fault) {
    (this.#allows(fault) ? this.provoked : this.faults).push(fault);
  }

  /** A page with the widget on it; `init` runs in it before anything else. */
  async open({ address = ADDRESS, init } = {}) {
    const page = await this.context.newPage();
    if (init) await page.addInitScript(init);
    await this.#load(page, () => page.goto(address));
    return page;
  }

  /** The same page, loaded anew. */
  async reload(page) {
    await this.#load(page, () => page.reload());
    return page;
  }

  /** Another page, after this one was closed. */
  async reopen(page) {
    await page.close({ runBeforeUnload: false });
    return this.open();
  }

  /** Another page, after the process behind this one died without a word. */
  async kill(page, gone = 0) {
    const died = page.waitForEvent('crash');
    const session = await this.context.newCDPSession(page);
    // The answer to this one never comes.
    session.send('Page.crash').catch(() => {});
    await died;
    await page.close();
    await this.skip(gone);
    return this.open();
  }

  async #load(page, go) {
    this.#loading.add(page);
    await go();
    await widget(page).waitFor();
    this.#loading.delete(page);
  }

  /** Lets that much time pass with every timer on the way. */
  async pass(milliseconds) {
    await this.clock.runFor(milliseconds);
  }

  /** Lets that much time pass at once, as a machine that slept. */
  async skip(milliseconds) {
    await this.clock.fastForward(milliseconds);
  }

  /** What a page's storage holds, by name. */
  async stored(page) {
    return page.evaluate(() => ({ ...localStorage }));
  }

  /** Everything heard has arrived: an answer of each page comes behind all that it said before. */
  async settle() {
    await Promise.all(this.context.pages().map((page) => page.evaluate(() => 0).catch(() => 0)));
  }

  check() {
    assert.deepEqual(this.faults, [], 'no error and no violation of the policy');
    assert.deepEqual(this.strays, [], 'no request after the load, none to elsewhere');
  }
}

/** The widget as a region of the page. */
export const widget = (page) => page.getByRole('region', { name: 'Coaching session' });
export const button = (page, name, options = {}) => page.getByRole('button', { name, exact: typeof name === 'string', ...options });
export const heading = (page, name) => page.getByRole('heading', { name, exact: typeof name === 'string' });
export const field = (page, label) => page.getByLabel(label, { exact: typeof label === 'string' });
export const digits = (page) => page.getByRole('timer').locator('.digits');
export const caption = (page) => page.getByRole('timer').locator('.caption');

/** Waits until a locator holds this text, and no other. */
export async function says(locator, expected) {
  await comes(() => locator.innerText(), (text) => matches(text, expected), `the text ${expected}`);
}

/** Waits until a value is as it should be. The real time passes here, not the page's. */
export async function comes(read, is, what) {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const value = await read();
    if (is(value)) return value;
    if (performance.now() > end) assert.fail(`never came: ${what}; at last it was: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function matches(text, expected) {
  const plain = text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim();
  return expected instanceof RegExp ? expected.test(plain) : plain === expected;
}

/** A time of day as either way of writing has it, within a regular expression. */
export function hours(text) {
  const [hour, minute] = text.split(':').map(Number);
  const two = (number) => String(number).padStart(2, '0');
  const half = hour < 12 ? 'AM' : 'PM';
  return `(?:${two(hour)}:${two(minute)}(?!\\s?[AaPp]\\.?[Mm])|0?${hour % 12 || 12}:${two(minute)}\\s?(?:${half}|${half.toLowerCase()}))`;
}

/**
 * A day of May 2026 as any kind of English has it, within a regular expression. The year is not said
 * where it is the one that goes without saying.
 */
export const may = (weekday, day) => `(?:${weekday},? (?:${day} May|May ${day})(?:,? 2026)?)`;

/** The row of the list with that text in it, and its two buttons. */
export const row = (page, text = PLAN.seller) => page.getByRole('listitem').filter({ hasText: text });
export const rowButton = (page, text) => row(page, text).getByRole('button').first();
export const rowDelete = (page, text) => row(page, text).getByRole('button', { name: /^Delete/ });

/** The button that gives the item more minutes, by what can be read on it. */
export const extend = (page, minutes) => page.getByRole('button').filter({ hasText: new RegExp(`^\\+${minutes} min$`) });

/** The button that starts the session: it says what goes on record, unless both said that they are ready. */
export const starter = (page) => button(page, /^(?:Start the session|We both know: start)$/);

/** Puts up the form and fills in who and when. */
export async function fillForm(page, { seller, date, time } = PLAN) {
  await button(page, 'Plan a session').click();
  await field(page, 'Who will you coach?').fill(seller);
  await field(page, 'Date').fill(date);
  await field(page, 'Time').fill(time);
}

/** Plans a session and stays on its screen. */
export async function plan(page, what = PLAN) {
  await fillForm(page, what);
  await button(page, 'Plan this session').click();
  await starter(page).waitFor();
}

/** Plans a session and starts it. */
export async function start(page, what = PLAN) {
  await plan(page, what);
  await starter(page).click();
  await digits(page).waitFor();
}

/** Makes the page believe that nobody sees it, or that somebody does. */
export async function setVisible(page, visible) {
  await page.evaluate((visible) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (visible ? 'visible' : 'hidden') });
    document.dispatchEvent(new Event('visibilitychange'));
  }, visible);
}

/** Goes to the next item. */
export const next = (page) => button(page, /^Next: /).click();

/** FNV-1a over UTF-8, 64 bits: the checksum of stored records. */
export function checksum(text) {
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(text, 'utf8')) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash.toString(16).padStart(16, '0');
}

/** The envelope of a stored record. */
export const seal = (data) => {
  const text = JSON.stringify(data);
  return `{"v":1,"sum":"${checksum(text)}","data":${text}}`;
};

/** What a stored record holds. */
export const unseal = (record) => JSON.parse(record).data;

/**
 * What storage holds after these steps, begun at that address with those records; for other scenes to
 * begin with.
 */
export async function recordsAfter(steps, { records, address } = {}) {
  const stage = await Stage.set({ records });
  const page = await stage.open({ address });
  await steps(page, stage);
  const stored = await stage.stored(page);
  await stage.context.close();
  return stored;
}
