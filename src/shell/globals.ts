// Functions of the browser as they were when the script ran. A script of the host page that runs later may put others in
// their place, and stored data must stay true.

const { Date, JSON, fetch, setTimeout, clearTimeout } = globalThis;

/** The functions that stored data depend on. */
export const globals = {
  Date,
  /** Returns the time of the device's clock in epoch milliseconds. */
  now: Date.now.bind(Date),
  parse: JSON.parse.bind(JSON),
  stringify: JSON.stringify.bind(JSON),
  fetch: fetch.bind(globalThis),
  setTimeout: setTimeout.bind(globalThis),
  clearTimeout: clearTimeout.bind(globalThis),
};

/** The type of {@link globals}. */
export type Globals = typeof globals;
