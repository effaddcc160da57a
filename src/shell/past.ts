// The browser's history on the page of its own: one entry for each screen that a press opened. An entry holds the
// place of its screen, which names ids alone.
// Must not touch the history of a host page.

import { LINK, stateOfEntry } from "./address";

/** Property of `history.state` that holds the place of the screen. */
const NAME = "coaching-screen";

/** Adds an entry for the screen at `place`, behind the current one. The link of the current entry stays there. */
export const addPlace = (place: string): void => {
  const { [LINK]: _, ...others } = stateOfEntry() ?? {};
  change("pushState", { ...others, [NAME]: place });
};

/** Stores the place of the screen that the current entry shows by now. */
export const keepPlace = (place: string): void => {
  const state = stateOfEntry();
  // A state of another kind belongs to a program that this one does not know.
  if (!history.state || state) change("replaceState", { ...state, [NAME]: place });
};

/** Returns the place that an entry holds to which the person went back or forward; undefined without one. */
export const placeIn = ({ state }: PopStateEvent): string | undefined => {
  const place = (state as Record<string, unknown> | null)?.[NAME];
  return typeof place === "string" ? place : undefined;
};

const change = (how: "pushState" | "replaceState", state: unknown): void => {
  try {
    history[how](state, "");
  } catch {
    // Browsers refuse a hundred changes within half a minute, and a frame without an origin any.
  }
};
