// Dates, hours and weekends as the browser formats them for a language and a region.
// Must not read the clock.

import { globals } from "./kept";

// The first formatter takes as long as the rest of the start together (17 to 24 ms of 34, Chromium 148), so this
// line makes one while the program loads.
new Intl.DateTimeFormat();

/** Formatters of dates, by language tag and options. Making a formatter takes longer than using one a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>();
export const format = (tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = tag + globals.stringify(options);
  let found = formats.get(key);
  if (!found) formats.set(key, (found = new Intl.DateTimeFormat(tag, options)));
  return found;
};

/** Returns a date or time in UTC in the language `tag`; in English if the browser does not know that language. */
export const sayInstant = (tag: string, instant: number, options: Intl.DateTimeFormatOptions): string => {
  for (const known of [tag, "en"]) {
    try {
      return format(known, { ...options, timeZone: "UTC" }).format(instant);
    } catch {
      // An unknown tag throws.
    }
  }
  return "";
};

/**
 * Returns the hour cycle that readers of the language `tag` are used to: 12 or 24 hours. The words of the page may be in
 * another language than the reader's, so its dates follow the words and its hours follow the reader.
 */
export const hourCycleOf = (tag: string): Intl.DateTimeFormatOptions["hourCycle"] => {
  try {
    return format(tag, { hour: "numeric" }).resolvedOptions().hourCycle as Intl.DateTimeFormatOptions["hourCycle"];
  } catch {
    return undefined;
  }
};

/**
 * Returns the language `tag` with the reader's region, unless it has one: "en" read in Germany is "en-DE". So the words of a
 * date follow the page, and the order of day and month follows the reader.
 */
export const inRegion = (tag: string): string => {
  try {
    const words = new Intl.Locale(tag);
    const { language, region } = new Intl.Locale(navigator.language || tag).maximize();
    if (words.region || words.language === language || !region) return tag;
    return new Intl.Locale(tag, { region }).toString();
  } catch {
    return tag;
  }
};

/** Options that format an instant as the numbers of a wall clock. */
export const WALL_CLOCK = {
  hourCycle: "h23", calendar: "gregory",
  year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric",
} as const;

/** The weekend of a locale's region, from Monday as 1; `undefined` where the browser does not know. */
export function weekendOf(tag: string): number[] | undefined {
  try {
    const locale = new Intl.Locale(tag) as Intl.Locale & Partial<Record<"getWeekInfo", () => { weekend: number[] }>>;
    return locale.getWeekInfo?.().weekend;
  } catch {
    // The browser names its language in no known way.
    return undefined;
  }
}
