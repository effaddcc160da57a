// What the module asks of the browser and what weighs less in JavaScript: dates in words, files, copying,
// the share sheet, mail. What is seldom needed is in ways.js and loaded when it is.
// Holds no rule of coaching and stores nothing.

import { tell } from "./element.js";

// The first one takes as long as all else at the start together, 17 to 24 ms of 34 (Chromium 148): it is made
// while the program is still on its way.
new Intl.DateTimeFormat();

/** The time zone of this device. */
export const ownZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Formatters, each made once: making one takes longer than using it a hundred times. */
const formats = new Map();
const format = (tag, options) => {
  const key = tag + JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(tag, options));
  return formats.get(key);
};

/** By how many milliseconds clocks in `zone` are ahead of UTC; 0 for one that is not known. */
export const offset = (zone, instant) => {
  try {
    const options = { timeZone: zone, hourCycle: "h23", calendar: "gregory" };
    for (const field of ["year", "month", "day", "hour", "minute", "second"]) options[field] = "numeric";
    const parts = format("en-US", options).formatToParts(instant);
    const { year, month, day, hour, minute, second } = Object.fromEntries(
      parts.map(({ type, value }) => [type, value]),
    );
    // What is shown has no milliseconds, so neither has the instant it is compared with.
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
  } catch {
    return 0;
  }
};

/** A date or time in UTC, in a language; in English where the browser does not know the language. */
const say = (tag, instant, options) => {
  for (const known of [tag, "en"]) {
    try {
      return format(known, { ...options, timeZone: "UTC" }).format(instant);
    } catch {
      // An unknown tag is told by throwing.
    }
  }
  return "";
};

export const sayDate = (tag, instant, names, withYear) =>
  say(tag, instant, { weekday: names, day: "numeric", month: names, year: withYear ? "numeric" : undefined });

export const sayTime = (tag, instant) => say(tag, instant, { hour: "2-digit", minute: "2-digit" });

/** Moves a record to another name, unit for unit; what is not whole text would change on its way through the module. */
export const move = (storage, from, to) => {
  try {
    storage.setItem(to, storage.getItem(from));
    storage.removeItem(from);
    return true;
  } catch {
    return false;
  }
};

export const freeFile = (address) => URL.revokeObjectURL(address);

/** Where links point: what the host page says, else this page; nothing where that is no address on the web. */
export const shareUrl = ({ host }) => {
  try {
    const { protocol, origin, pathname } = new URL(host.getAttribute("share-url") ?? location, document.baseURI);
    if (/^https?:$/.test(protocol)) return origin + pathname;
  } catch {
    // What the host page says is no address.
  }
};

/** Whether there is a share sheet, or encryption. */
export const can = (what) =>
  what === "share" ? !!navigator.share && navigator.canShare?.({ text: "." }) !== false : !!globalThis.crypto?.subtle;

/**
 * Does what takes its time, and tells the widget that asked: a text, or nothing where it went wrong; under
 * the name `failed` where there is another one for that. Each widget has a place of its own in its root, so
 * one that came instead is not told.
 */
const answer = async (root, what, work, failed = what) => {
  const place = root.firstElementChild;
  let said;
  try {
    said = await work();
  } catch {
    what = failed;
  }
  tell(place, what, said);
};

export const copy = (root, text) =>
  answer(root, "copy", async () => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // The module is still at work on the press, and would hear of the focus in the middle of it.
      await undefined;
      if (!copiedFromField(root, text)) throw 0;
    }
    return "";
  });

/** Copies from a field that nobody sees: the way of browsers, pages and frames without a clipboard to write to. */
const copiedFromField = (root, text) => {
  const before = root.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  // Beside the button: from outside an open dialog nothing can be selected.
  (before?.parentNode ?? root).append(field);
  field.focus({ preventScroll: true });
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  before?.focus({ preventScroll: true });
  return copied;
};

export const share = (root, title, text, url) =>
  answer(root, "share", async () => {
    await navigator.share(url ? { title, text, url } : { title, text });
    return "";
  });

/** Opens the mail program (RFC 6068: lines end with CRLF). */
export const mail = (title, text) => {
  const link = document.createElement("a");
  const [subject, body] = [title, text.replace(/\r?\n/g, "\r\n")].map(encodeURIComponent);
  link.href = `mailto:?subject=${subject}&body=${body}`;
  link.click();
};

/**
 * What stands behind the address of ways.js: one more `#` each time it could not be loaded. It is no part of
 * what is fetched, and a browser that does as HTML said until 2026 (Chromium 148 does) keeps for the life of a
 * page that there was no module at an address: whatwg/html, issue 6768.
 */
let again = "";

/** Does what ways.js knows how to do with a text and bytes; what throws there or before could not be loaded. */
export const ask = (root, what, text, bytes) => {
  // They lie in the module's memory, which goes on changing.
  const own = bytes.slice();
  return answer(root, what, async () => (await import("./ways.js" + again).catch(missed))[what](text, own), "absent");
};

const missed = (error) => {
  again += "#";
  throw error;
};
