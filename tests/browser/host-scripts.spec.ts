// Scripts of a host page that replace or extend what others build on, after the script of the product ran: what is stored
// is the same, byte for byte. Holds no case of a script that runs before.

import { MINUTE, button, dataOf, expect, field, next, plan, say, starter, storedIn, test, widget, type Page, type Records, type Stage } from './fixtures';
import { openHost } from './host';

/** Draws the same random bytes at each start, so that the records of two journeys can be compared. */
function drawAlike() {
  let drawn = 0;
  Object.defineProperty(Crypto.prototype, 'getRandomValues', {
    configurable: true,
    writable: true,
    value: (bytes: Uint8Array) => {
      for (let at = 0; at < bytes.length; at += 1) bytes[at] = (drawn = (drawn * 69069 + 12345) % 4294967296) >>> 24;
      return bytes;
    },
  });
}

/** Scripts by what they change. Each runs before the rest of the product's script is loaded. */
const SCRIPTS: Record<string, string> = {
  'enumerable additions to all objects': `
    for (const { prototype } of [Object, Array, String, Number, Function, Promise, Map, Set]) prototype.wrong = function () { return 'wrong'; };`,
  'the toJSON of an old library': `
    for (const { prototype } of [Object, Array, String, Number, Date]) prototype.toJSON = () => 'wrong';`,
  JSON: `
    globalThis.JSON = { parse: () => ({ wrong: true }), stringify: () => 'wrong' };`,
  'functions of JSON': `
    JSON.parse = () => ({ wrong: true }); JSON.stringify = () => 'wrong';`,
  Date: `
    Date.now = Date.UTC = () => 0; globalThis.Date = class { constructor() { return {}; } static now() { return 0; } };`,
  'performance.now': `
    performance.now = () => 0; Performance.prototype.now = () => 0;`,
  timers: `
    globalThis.setTimeout = globalThis.setInterval = () => 0; globalThis.clearTimeout = () => {};`,
  'fetch and Request': `
    globalThis.fetch = () => Promise.reject(new Error('wrong')); globalThis.Request = globalThis.Response = class {};`,
  'microtasks and abortion': `
    globalThis.queueMicrotask = () => {}; globalThis.AbortController = globalThis.AbortSignal = class {};`,
  'random numbers': `
    crypto.getRandomValues = (bytes) => bytes.fill(7); crypto.randomUUID = () => 'wrong'; Math.random = () => 0;`,
};

/** Scripts that change the language itself. They run once the widget is there: on such a page nothing else could start. */
const LATER: Record<string, string> = {
  'Object and Reflect': `
    Object.keys = Object.entries = Object.values = () => ['wrong']; Object.assign = Object.create = Object.is = () => ({}); Reflect.set = Reflect.get = Reflect.has = () => false;`,
  'classes of the language': `
    globalThis.Array = class { static from() { return []; } static isArray() { return false; } };
    globalThis.Map = globalThis.Set = globalThis.WeakMap = class { get() {} set() {} has() {} };
    globalThis.Uint8Array = globalThis.Uint32Array = class { static from() { return []; } };`,
  'addresses and texts': `
    globalThis.URL = globalThis.TextDecoder = globalThis.TextEncoder = class { decode() { return 'wrong'; } encode() { return []; } };`,
};

/** Brings the element near the visible part of the page. */
const comeNear = `document.querySelector('#above').remove()`;

/** Opens a host page whose element waits far below; runs a script of the host there, and brings the element near. */
async function opened(stage: Stage, script: string, isLater: boolean): Promise<Page> {
  const page = await openHost(stage, '<div style="height: 9000px" id="above"></div><coaching-session></coaching-session>');
  await page.waitForFunction(() => Boolean(customElements.get('coaching-session')));
  if (!isLater) await page.evaluate(`${script};0`);
  await page.evaluate(comeNear);
  await expect(widget(page)).toBeVisible();
  if (isLater) await page.evaluate(`${script};0`);
  return page;
}

/** Plans a session, starts it, writes a next step, goes on and ends; returns what is stored then. */
async function journey(stage: Stage, script: string, isLater = false): Promise<Records> {
  const page = await opened(stage, script, isLater);
  await plan(page);
  await starter(page).click();
  await expect(button(page, say('pause'))).toBeVisible();
  await button(page, say('write-next-step')).click();
  await field(page, say('next-step-label')).fill('Call the "buyer" \\ 😀');
  await button(page, say('keep')).click();
  await expect(page.locator('.note')).toHaveCount(1);
  await next(page);
  await button(page, say('end-early')).click();
  await expect(page.getByRole('table')).toBeVisible();
  await stage.pass(5_000);
  // The page that is loaded anew has no such script.
  await page.reload();
  await page.evaluate(comeNear);
  await expect(page.getByRole('table')).toBeVisible();
  return storedIn(page);
}

const GIVEN = { allowsLater: /./, init: drawAlike };

/** Records that the journey stores on a page without such a script. */
let plain: Promise<Records> | undefined;

for (const [name, script] of Object.entries({ ...SCRIPTS, ...LATER })) {
  test(`journey beside a script that changes ${name} stores the same`, async ({ setStage }) => {
    test.setTimeout(3 * MINUTE);
    plain ??= journey(await setStage(GIVEN), '');
    expect(Object.keys(await plain).length).toBeGreaterThan(2);
    const beside = journey(await setStage({ ...GIVEN, allows: /wrong/ }), script, name in LATER);
    expect(await beside).toEqual(await plain);
  });
}

test('script that keeps storage from storing is told to the person', async ({ setStage }) => {
  const page = await opened(await setStage(GIVEN), 'localStorage.setItem = () => {}; Storage.prototype.setItem = () => {};', false);
  await plan(page);
  await expect(page.getByText(say('storage-denied'))).toBeVisible();
});

test('session is planned beside a script that replaces Promise', async ({ setStage }) => {
  const script = `globalThis.Promise = class { static resolve() { return new this(); } static all() { return new this(); } static race() { return new this(); } then() {} catch() {} };`;
  const page = await opened(await setStage(GIVEN), script, false);
  await plan(page);
  expect(dataOf(await storedIn(page), 'session/').manager[0].content.date).toBe('2026-05-05');
});
