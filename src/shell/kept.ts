// The browser's functions as the stable script found them: see globals.ts. Empty until that script hands them over, since a
// script of the host page may have replaced them by the time that this one runs.

import type { Globals } from "./globals";

/** The functions that stored data depend on. Nothing may use them while a module is evaluated. */
export const globals = {} as Globals;

/** Takes the functions of the stable script, which ran first. */
export const keepGlobals = (saved: Globals): void => {
  Object.assign(globals, saved);
};
