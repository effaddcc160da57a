// A stage: one browser context with a clock that stands still, and a watch on everything that must
// not happen. Holds no test.

import { expect, type Browser, type BrowserContext, type BrowserContextOptions, type Locator, type Page } from '@playwright/test';
import { storedIn, type Records } from './records';
import { ADDRESS, CONTEXT, NOW, OTHER, PLAIN } from './settings';
import { inFrame, pageBehind, type Way } from './way';
import { button, widget } from './widget';
import { say } from './words';

/** Begin of a stage. Further options are those of its context: `viewport`, `colorScheme`, ... */
export interface Given extends BrowserContextOptions {
  /** Records that are stored beforehand, by name. */
  records?: Records;
  /** Runs in each page before anything else. */
  init?: () => unknown;
  /** The moment at which the stage begins. */
  time?: number;
  /** Faults that the test provokes. */
  allows?: RegExp;
  /** Files of our own that a page may ask for after the load, by path. */
  allowsLater?: RegExp;
  /** True for a test with pages of another origin: see `OTHER`. */
  allowsOther?: boolean;
}

/** Options of opening a page. */
export interface Opening {
  address?: string;
  /** Runs in this page before anything else. */
  init?: () => unknown;
  /** True for a test that answers itself whether a session is to start at another time than booked. */
  asksStart?: boolean;
  /** Element that shows that the page is ready; the widget by default. */
  shows?: (page: Page) => Locator;
}

/**
 * Gives timers of 0 their turn while the clock stands still: each becomes a message. Playwright's clock
 * holds them back as it does every other timer, and the program waits for a turn, not for time, with them.
 */
const turnAtOnce = () => {
  const { setTimeout, clearTimeout } = globalThis;
  const waiting = new Map<unknown, () => void>();
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => {
    const work = waiting.get(data);
    waiting.delete(data);
    work?.();
  };
  let last = 0;
  const page = globalThis as any;
  page.setTimeout = (work: (...given: unknown[]) => void, time?: number, ...given: unknown[]) => {
    if (time) return setTimeout(work, time, ...given);
    last -= 1;
    waiting.set(last, () => work(...given));
    port2.postMessage(last);
    return last;
  };
  page.clearTimeout = (timer: number) => waiting.delete(timer) || clearTimeout(timer);
};

const tellViolations = () =>
  addEventListener('securitypolicyviolation', (event) => {
    console.error(`policy violation: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
  });

/** A context with its pages, its clock, and what was heard from them. */
export class Stage {
  /** Errors on the console, errors of pages, and violations of the policy. */
  readonly faults: string[] = [];
  /** Faults that the test said it would provoke. */
  readonly provoked: string[] = [];
  /** Requests that left this machine, or came after the page was there. */
  readonly strays: string[] = [];
  /** Files of our own that pages asked for later, as the test said they would. */
  readonly later: string[] = [];
  readonly #loading = new Set<Page>();
  /** The way in which pages show the widget. */
  way: Way = 'page';

  private constructor(
    readonly context: BrowserContext,
    private readonly allows?: RegExp,
    private readonly allowsLater?: RegExp,
    private readonly allowsOther?: boolean,
  ) {}

  static async set(browser: Browser, { records, init, time = NOW, allows, allowsLater, allowsOther, ...options }: Given = {}) {
    const context = await browser.newContext(options);
    const stage = new Stage(context, allows, allowsLater, allowsOther);
    if (records) await stage.#store(records);
    await context.clock.install({ time });
    await context.clock.pauseAt(time);
    await context.addInitScript(tellViolations);
    await context.addInitScript(turnAtOnce);
    if (init) await context.addInitScript(init);
    context.on('page', (page) => stage.#watch(page));
    return stage;
  }

  /** Performs steps on a stage of their own and returns what is stored afterwards. */
  static async recordsAfter(browser: Browser, steps: (page: Page, stage: Stage) => Promise<unknown>, { address, ...given }: Given & Opening = {}) {
    const stage = await Stage.set(browser, { ...CONTEXT, ...given });
    const page = await stage.open({ address });
    await steps(page, stage);
    const records = await storedIn(page);
    await stage.context.close();
    stage.check();
    return records;
  }

  /**
   * Puts records into storage. The page that wrote them stays until all of them have arrived: a page's
   * writes are on their way for a while. With the `storageState` of a new context, whose page is gone as
   * soon as it has written, a busy machine showed 352 and 450 of 500 records now and then.
   */
  async #store(records: Records) {
    const page = await this.context.newPage();
    await page.route('**', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
    await page.goto(ADDRESS);
    await page.evaluate((entries) => entries.forEach(([name, value]) => localStorage.setItem(name, value)), Object.entries(records));
    const arrived = async () => (await this.context.storageState()).origins[0]?.localStorage.length;
    await expect.poll(arrived, 'the stored records').toBe(Object.keys(records).length);
    await page.close();
  }

  #watch(page: Page) {
    page.on('console', (message) => {
      if (['error', 'warning', 'assert'].includes(message.type())) this.#hear(`console ${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.#hear(`page error: ${error.message}`));
    page.on('request', (request) => {
      const address = new URL(request.url());
      if (address.protocol === 'data:' || address.protocol === 'blob:') return;
      if (this.allowsOther && address.origin === new URL(OTHER).origin) return;
      if (![ADDRESS, PLAIN].some((own) => address.origin === new URL(own).origin)) this.strays.push(`a request left: ${address}`);
      else if (this.#loading.has(page)) return;
      else if (this.allowsLater?.test(address.pathname)) this.later.push(address.pathname);
      else this.strays.push(`a request after the load: ${address}`);
    });
  }

  #hear(fault: string) {
    if (fault.endsWith('Service Worker registration blocked by Playwright')) return;
    (this.allows?.test(fault) ? this.provoked : this.faults).push(fault);
  }

  /** A page with the widget on it, or the page around the frame with the widget: see `inFrame`. */
  async open({ address = ADDRESS, init, shows, asksStart }: Opening = {}): Promise<Page> {
    const page = this.way === 'frame' ? await inFrame(await this.context.newPage()) : await this.context.newPage();
    if (init) await page.addInitScript(init);
    // Most sessions of the tests start on another day than booked, and the product asks once.
    if (!asksStart) await page.addLocatorHandler(button(page, say('start-now')), (start) => start.click());
    await this.#load(page, () => page.goto(address), shows);
    return page;
  }

  /** The same page, loaded anew. */
  async reload(page: Page, shows?: Opening['shows']): Promise<Page> {
    await this.#load(page, () => page.reload(), shows);
    return page;
  }

  /** Another page, after this one was closed. */
  async reopen(page: Page): Promise<Page> {
    await page.close({ runBeforeUnload: false });
    return this.open();
  }

  /** Another page, after the process behind this one died without a word. */
  async kill(page: Page, gone = 0): Promise<Page> {
    const died = page.waitForEvent('crash');
    const session = await this.context.newCDPSession(page);
    // The answer to this one never comes.
    session.send('Page.crash').catch(() => {});
    await died;
    await page.close();
    await this.skip(gone);
    return this.open();
  }

  async #load(page: Page, go: () => Promise<unknown>, shows: Opening['shows'] = widget) {
    this.#loading.add(pageBehind(page));
    await go();
    await expect(shows(page)).toBeVisible();
    this.#loading.delete(pageBehind(page));
  }

  /** Lets that many milliseconds pass with every timer on the way. */
  pass = (milliseconds: number) => this.context.clock.runFor(milliseconds);

  /** Lets that many milliseconds pass at once, as a machine that slept. */
  skip = (milliseconds: number) => this.context.clock.fastForward(milliseconds);

  /** Everything heard has arrived: an answer of each page comes behind all that it said before. */
  async settle() {
    await Promise.all(this.context.pages().map((page) => page.evaluate(() => 0).catch(() => 0)));
  }

  /** Asserts that nothing was heard that must not happen; the assertions fail the test, and let it go on. */
  check() {
    expect.soft(this.faults, 'errors and violations of the policy').toEqual([]);
    expect.soft(this.strays, 'requests after the load, or to elsewhere').toEqual([]);
  }
}
