// The life of a widget: a signal that is aborted once the widget has written its last.

import { globals } from "./kept";

/** Wait for the last writing of the widget before, in milliseconds. */
const WAIT_FOR_END = 1_000;

/** Settles once a life has ended, or has taken too long to end. */
export const ended = (life: AbortSignal | undefined): Promise<void> =>
  new globals.Promise((resolve) => {
    if (!life || life.aborted) return resolve();
    life.addEventListener("abort", () => resolve(), { once: true });
    globals.AbortSignal.timeout(WAIT_FOR_END).addEventListener("abort", () => resolve(), { once: true });
  });
