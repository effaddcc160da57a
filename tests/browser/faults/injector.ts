// A storage that fails at one operation. Runs in the page before the program: counts the operations on localStorage
// and performs one fault at the chosen operation. The state outlives a reload in `window.name`. Holds no test.

import type { Page } from '../fixtures';

/** Faults with the operations that each can befall: one operation, or all from there on for good. */
export const FAULTS = {
  full: ['setItem'],
  'full for good': ['setItem'],
  denied: ['getItem', 'setItem', 'removeItem', 'key', 'length'],
  'denied for good': ['getItem', 'setItem', 'removeItem', 'key', 'length'],
  'other error': ['getItem', 'setItem', 'removeItem', 'key', 'length'],
  dropped: ['setItem', 'removeItem'],
  'dropped for good': ['setItem', 'removeItem'],
  stale: ['getItem', 'key', 'length'],
  'killed before': ['setItem', 'removeItem'],
  'killed after': ['setItem', 'removeItem'],
  'other window': ['getItem', 'setItem', 'removeItem', 'key', 'length'],
  cleared: ['getItem', 'setItem', 'removeItem', 'key', 'length'],
} as const satisfies Record<string, readonly Operation[]>;

export type Operation = 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length';
export type Fault = keyof typeof FAULTS;

/** State of the injector. */
export interface Injected {
  /** The fault and the number of the operation at which it happens, counted from 1; none to count alone. */
  fault?: Fault;
  at?: number;
  /** Operations so far. */
  operations: Operation[];
  /** Number of loads of the page so far. */
  loads: number;
  /** True once the page was killed: no operation of it arrives any more. */
  isDead: boolean;
}

/** The words that another window writes into the session. */
export const OTHER_WORDS = 'Words-of-the-other-window';

/** Init script of the injector. Runs in the page and must use nothing of this file. */
export const inject = (otherWords: string) => {
  if (location.protocol === 'about:') return;
  const state: Injected = JSON.parse(window.name || '{"operations":[],"loads":0,"isDead":false}');
  const save = () => (window.name = JSON.stringify(state));
  state.loads += 1;
  save();

  // The same ids in each run, so that one answer of the seller fits all runs; other ids at each load.
  let drawn = state.loads * 1000;
  crypto.getRandomValues = (<T extends ArrayBufferView>(array: T): T => {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    bytes.forEach((_, at) => (bytes[at] = Math.imul((drawn += 1), 2654435761) >>> 24));
    return array;
  }) as typeof crypto.getRandomValues;

  const store = localStorage;
  const { getItem, setItem, removeItem, key, clear } = Storage.prototype;
  const count = Object.getOwnPropertyDescriptor(Storage.prototype, 'length')!.get!;
  const names = () => Array.from({ length: count.call(store) }, (_, at) => key.call(store, at)!);
  const read = (): Record<string, string> => Object.fromEntries(names().map((name) => [name, getItem.call(store, name)!]));
  /** Values and names before the last change of each. */
  const before = new Map<string, string | null>();
  let namesBefore: string[] | undefined;

  const checksum = (text: string) => {
    let sum = -1;
    for (const byte of new TextEncoder().encode(text)) {
      sum ^= byte;
      for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
    return ((sum ^ -1) >>> 0).toString(16).padStart(8, '0');
  };

  /** News of what another window did, which arrive later. */
  const news: (() => void)[] = [];

  /** Writes as another window that read the same session: a note, or more of the place of a planned session. */
  const writeAsOther = () => {
    const other = '00000000000000ff';
    const name = names().find((name) => /\/session\/[0-9a-f]{16}~/.test(name) && !name.endsWith(other));
    const session = name && JSON.parse(getItem.call(store, name)!).data;
    const [half] = session?.manager ?? [];
    if (!name || !half?.content) return;
    half.vector[other] = 1;
    if (half.content.clock) half.content.notes = [...(half.content.notes ?? []), { id: 60_000, kind: 'note', words: otherWords }];
    else half.content.place += ` ${otherWords}`;
    const data = JSON.stringify(session);
    const own = name.replace(/~.*/, `~${other}`);
    const record = `{"v":1,"sum":"${checksum(data)}","data":${data}}`;
    setItem.call(store, own, record);
    news.push(() => dispatchEvent(new StorageEvent('storage', { key: own, newValue: record, storageArea: store })));
  };

  const kill = () => {
    state.isDead = true;
    save();
  };

  /** Performs an operation of the program, with the fault if it is its turn. */
  const operate = <T>(operation: Operation, perform: () => T, stale: () => T, nothing: T): T => {
    // Nothing of a dead page arrives.
    if (state.isDead) throw new DOMException('The page is dead.', 'SecurityError');
    state.operations.push(operation);
    save();
    const isTurn = state.fault?.endsWith(' for good') ? state.operations.length >= state.at! : state.operations.length === state.at;
    if (!isTurn) return perform();
    switch (state.fault) {
      case 'full for good':
        if (operation !== 'setItem') return perform();
      // falls through
      case 'full':
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      case 'denied':
      case 'denied for good':
        throw new DOMException('The operation is insecure.', 'SecurityError');
      case 'other error':
        throw new TypeError('Broken by the test.');
      case 'dropped':
        return nothing;
      case 'dropped for good':
        return operation === 'setItem' || operation === 'removeItem' ? nothing : perform();
      case 'stale':
        return stale();
      case 'killed before':
        kill();
        return nothing;
      case 'killed after':
        perform();
        kill();
        return nothing;
      case 'other window':
        writeAsOther();
        return perform();
      case 'cleared':
        clear.call(store);
        news.push(() => dispatchEvent(new StorageEvent('storage', { key: null, storageArea: store })));
        return perform();
      default:
        return perform();
    }
  };
  const change = (name: string, perform: () => void) => {
    before.set(name, getItem.call(store, name));
    namesBefore = names();
    perform();
  };
  const isOurs = (storage: Storage) => storage === store;
  Storage.prototype.getItem = function (name) {
    if (!isOurs(this)) return getItem.call(this, name);
    return operate('getItem', () => getItem.call(this, name), () => (before.has(name) ? before.get(name)! : getItem.call(this, name)), null);
  };
  Storage.prototype.setItem = function (name, value) {
    if (!isOurs(this)) return setItem.call(this, name, value);
    return operate('setItem', () => change(name, () => setItem.call(this, name, value)), () => {}, undefined);
  };
  Storage.prototype.removeItem = function (name) {
    if (!isOurs(this)) return removeItem.call(this, name);
    return operate('removeItem', () => change(name, () => removeItem.call(this, name)), () => {}, undefined);
  };
  Storage.prototype.key = function (at) {
    if (!isOurs(this)) return key.call(this, at);
    return operate('key', () => key.call(this, at), () => (namesBefore ? (namesBefore[at] ?? null) : key.call(this, at)), null);
  };
  Object.defineProperty(Storage.prototype, 'length', {
    configurable: true,
    get() {
      if (!isOurs(this)) return count.call(this);
      return operate('length', () => count.call(this), () => namesBefore?.length ?? count.call(this), 0);
    },
  });

  // Files and copied texts stay in the page.
  const page = globalThis as any;
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob: Blob) => {
    page.file = blob;
    return createObjectURL(blob);
  };
  HTMLAnchorElement.prototype.click = () => {};
  if (navigator.clipboard) navigator.clipboard.writeText = async (text) => void (page.copied = text);

  page.injected = { state, read, tell: () => news.splice(0).forEach((one) => one()) };
};

/** Returns the state of the injector. */
export const injected = (page: Page): Promise<Injected> => page.evaluate(() => (globalThis as any).injected.state);

/** Ends the faults: the next load finds what the page left, as after a kill. */
export const mend = (page: Page) =>
  page.evaluate(() => {
    const { state } = (globalThis as any).injected;
    state.isDead = true;
    window.name = JSON.stringify({ operations: [], loads: state.loads, isDead: false });
  });

/** Begins a run on an empty storage: the next load counts, and fails as the point says. */
export async function begin(page: Page, point: Pick<Injected, 'fault' | 'at'> = {}) {
  await page.evaluate(
    (state) => {
      const page = globalThis as any;
      // The program that is still there writes no more.
      page.injected.state.isDead = true;
      sessionStorage.clear();
      // Beside the injector, whose operations are the program's.
      Object.keys(localStorage).forEach((name) => delete localStorage[name]);
      window.name = JSON.stringify(state);
    },
    { ...point, operations: [], loads: 0, isDead: false } satisfies Injected,
  );
}
