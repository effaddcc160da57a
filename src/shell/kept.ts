// The browser's functions as the stable script found them: see globals.ts.

import { globals as own, type Globals } from "./globals";

/** The functions that stored data depend on. */
export const globals: Globals = { ...own };

/** Takes the functions of the stable script, which ran first. */
export const keepGlobals = (saved: Globals): void => {
  Object.assign(globals, saved);
};
