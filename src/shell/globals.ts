// Functions of the browser as they were when the script ran. A script of the host page that runs later may put others in
// their place, and stored data must stay true.

const { AbortController, AbortSignal, Array, Date, JSON, Object, Promise, Reflect, Response, Uint8Array, crypto, performance } = globalThis;
const { clearTimeout, fetch, queueMicrotask, setTimeout } = globalThis;

/** The functions that stored data depend on. */
export const globals = {
  AbortController,
  AbortSignal,
  Date,
  Promise,
  /** Returns the time of the device's clock in epoch milliseconds. */
  now: Date.now.bind(Date),
  /** Returns the epoch milliseconds of a date and time in UTC. */
  utc: Date.UTC.bind(Date),
  /** Returns the milliseconds since a moment that nobody can set. */
  steady: performance.now.bind(performance),
  /** Fills an array with random bytes. */
  fillRandom: crypto.getRandomValues.bind(crypto),
  parse: JSON.parse.bind(JSON),
  stringify: JSON.stringify.bind(JSON),
  fetch: fetch.bind(globalThis),
  setTimeout: setTimeout.bind(globalThis),
  clearTimeout: clearTimeout.bind(globalThis),
  queueMicrotask: queueMicrotask.bind(globalThis),
  /** Functions that the glue of wasm-bindgen names; xtask/bundle.mjs lists them, too. */
  glue: { Array, Date, JSON, Object, Promise, Reflect, Response, Uint8Array, queueMicrotask, setTimeout },
};

/** The type of {@link globals}. */
export type Globals = typeof globals;
