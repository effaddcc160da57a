// The browser as the program sees it (src/shell/platform.rs): dates in words, time zones, files, copying,
// the share sheet, mail, passwords. Each widget has a platform of its own.
// Must not hold a rule of coaching or store anything.

import { forgetLink } from "./address";
import { offerFile } from "./file";
import { lock, unlock } from "./password";
import type { Words } from "./words";

// The first formatter takes as long as the rest of the start together (17 to 24 ms of 34, Chromium 148), so it
// is made while the program is on its way.
new Intl.DateTimeFormat();

/** Formatters, each made once: to make one takes longer than to use it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>();
const format = (tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = tag + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) formats.set(key, (found = new Intl.DateTimeFormat(tag, options)));
  return found;
};

/** A date or time in UTC, in a language; in English where the browser does not know the language. */
const sayInstant = (tag: string, instant: number, options: Intl.DateTimeFormatOptions): string => {
  for (const known of [tag, "en"]) {
    try {
      return format(known, { ...options, timeZone: "UTC" }).format(instant);
    } catch {
      // An unknown tag throws.
    }
  }
  return "";
};

/** What a zone is read with: the numbers of a wall clock there. */
const WALL_CLOCK = {
  hourCycle: "h23", calendar: "gregory",
  year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric",
} as const;

/** Copies from a field that nobody sees: for browsers, pages and frames without a clipboard to write to. */
const copyFromField = (root: ShadowRoot, text: string): boolean => {
  const before = root.activeElement as HTMLElement | null;
  const field = document.createElement("textarea");
  field.value = text;
  // Beside the button: nothing outside an open dialog can be selected.
  (before?.parentNode ?? root).append(field);
  field.focus({ preventScroll: true });
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  before?.focus({ preventScroll: true });
  return isCopied;
};

export class Platform {
  /** The words in the reader's language. */
  words: Words;
  #root: ShadowRoot;
  #stop: () => void;

  /** `stop` is called when the program ends with an error. */
  constructor(root: ShadowRoot, words: Words, stop: () => void) {
    this.#root = root;
    this.words = words;
    this.#stop = stop;
  }

  /** Hears that the program panicked; the trap that ends it comes after this call. */
  panicked(): void {
    queueMicrotask(this.#stop);
  }

  /** The time zone of this device (an IANA name). */
  ownZone(): string | undefined {
    return new Intl.DateTimeFormat().resolvedOptions().timeZone;
  }

  /** How far clocks in `zone` are ahead of UTC, in milliseconds; 0 for an unknown zone. */
  offset(zone: string, instant: number): number {
    try {
      const parts = format("en-US", { ...WALL_CLOCK, timeZone: zone }).formatToParts(instant);
      const number = (type: string) => Number(parts.find((part) => part.type === type)?.value);
      const [year, month, day] = [number("year"), number("month") - 1, number("day")];
      const local = Date.UTC(year, month, day, number("hour"), number("minute"), number("second"));
      // A wall clock shows no milliseconds, so the instant it is compared with has none either.
      return local - Math.floor(instant / 1000) * 1000;
    } catch {
      return 0;
    }
  }

  /** The words with that id; `pairs` holds the name of each variable, and behind it the value. */
  say(id: string, pairs: (string | number)[]): string {
    const args: Record<string, string | number> = {};
    for (let at = 1; at < pairs.length; at += 2) args[pairs[at - 1]!] = pairs[at]!;
    return this.words.say(id, args);
  }

  /** A date, in UTC. */
  sayDate(tag: string, instant: number, names: "long" | "short", withYear: boolean): string {
    const year = withYear ? ({ year: "numeric" } as const) : {};
    return sayInstant(tag, instant, { weekday: names, day: "numeric", month: names, ...year });
  }

  /** A time of day, in UTC. */
  sayTime(tag: string, instant: number): string {
    return sayInstant(tag, instant, { hour: "2-digit", minute: "2-digit" });
  }

  /**
   * Moves a record of storage to another name, unit for unit: text with half a character in it would change
   * on its way through the program.
   */
  moveRecord(storage: Storage, from: string, to: string): boolean {
    try {
      storage.setItem(to, storage.getItem(from) ?? "");
      storage.removeItem(from);
      return true;
    } catch {
      return false;
    }
  }

  /** Opens the browser's way to save a file; returns the address that keeps its bytes. */
  offerFile(name: string, text: string): string | undefined {
    return offerFile(name, text);
  }

  /** Frees the bytes behind that address. */
  freeFile(address: string): void {
    URL.revokeObjectURL(address);
  }

  /** Forgets the link by which the page was opened. */
  forgetLink(): void {
    forgetLink();
  }

  /** The address that links point to: the host page names it, else it is this page. Only the web has one. */
  shareUrl(): string | undefined {
    try {
      const named = this.#root.host.getAttribute("share-url") ?? location.href;
      const { protocol, origin, pathname } = new URL(named, document.baseURI);
      return /^https?:$/.test(protocol) ? origin + pathname : undefined;
    } catch {
      // The host page names no address.
      return undefined;
    }
  }

  /** True where there is a share sheet. */
  canShare(): boolean {
    return typeof navigator.share === "function" && navigator.canShare?.({ text: "." }) !== false;
  }

  /** True where the browser encrypts, which takes a secure page. */
  canLock(): boolean {
    return Boolean(globalThis.crypto?.subtle);
  }

  /** Copies a text. Rejects where the browser does not let the page copy. */
  async copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // The program is still at work on the press, and would hear of the focus in the middle of it.
      await undefined;
      if (!copyFromField(this.#root, text)) throw new Error("the browser does not copy");
    }
  }

  /** Hands words, and perhaps a link, to the share sheet. Rejects where the person put it away. */
  async share(title: string, text: string, url: string | undefined): Promise<void> {
    await navigator.share(url ? { title, text, url } : { title, text });
  }

  /** Opens the mail program (RFC 6068: lines end with CRLF). */
  mail(title: string, text: string): void {
    const link = document.createElement("a");
    const body = text.replace(/\r?\n/g, "\r\n");
    link.href = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`;
    link.click();
  }

  /** Encrypts bytes by a password. */
  lock(password: string, plain: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
    return lock(password, plain);
  }

  /** Decrypts what `lock` made. */
  unlock(password: string, sealed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
    return unlock(password, sealed);
  }
}
