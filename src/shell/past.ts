// The browser's history on the page of its own: one entry for each screen that a press opened. An entry holds the
// place of its screen, which names ids alone.
// Must not touch the history of a host page.

import { LINK, stateOfEntry } from "./address";

/** Property of `history.state` that holds the place of the screen, and the number of the entry. */
const NAME = "coaching-screen";

interface Entry {
  /** Name of the screen, as the program gives it. */
  place: string;
  /** Number of the entry among those of this page in this tab, from 0. */
  number: number;
}

/** Number of the current entry; -1 before the first. */
let current = -1;

/** Way from the entry before to the current one: -1 back, 1 forward. */
let way = -1;

/** Adds an entry for the screen at `place`, behind the current one. The link of the current entry stays there. */
export const addPlace = (place: string): void => {
  const { [LINK]: _, ...others } = stateOfEntry() ?? {};
  current += 1;
  change("pushState", { ...others, [NAME]: { place, number: current } });
};

/**
 * Adds an entry for a link or file above the screen of the current entry. A link that came into the address has the entry
 * that the browser made for it.
 */
export const coverPlace = (place: string): void => {
  const state = stateOfEntry();
  if (state?.[LINK] || (history.state && !state)) keepPlace(place);
  else addPlace(place);
};

/** Stores the place of the screen that the current entry shows by now. */
export const keepPlace = (place: string): void => {
  const state = stateOfEntry();
  // A state of another kind belongs to a program that this one does not know.
  if (history.state && !state) return;
  // The browser added an entry without a number, for a link that somebody put into the address.
  current = entryOf(state)?.number ?? current + 1;
  change("replaceState", { ...state, [NAME]: { place, number: current } });
};

/** Returns the place that an entry holds to which the person went back or forward; undefined without one. */
export const placeIn = ({ state }: PopStateEvent): string | undefined => {
  const entry = entryOf(state);
  if (!entry) return undefined;
  way = entry.number < current ? -1 : 1;
  current = entry.number;
  return entry.place;
};

/** Goes on to the next entry in the direction in which the person went. */
export const goOn = (): void => history.go(way);

const entryOf = (state: unknown): Entry | undefined => {
  const entry = (state as Record<string, unknown> | null | undefined)?.[NAME] as Partial<Entry> | undefined;
  return typeof entry?.place === "string" && Number.isSafeInteger(entry.number) ? (entry as Entry) : undefined;
};

const change = (how: "pushState" | "replaceState", state: unknown): void => {
  try {
    history[how](state, "");
  } catch {
    // Browsers refuse a hundred changes within half a minute, and a frame without an origin any.
  }
};
