// The browser for the program (src/shell/platform.rs): words, dates, time zones, files, clipboard, share sheet,
// mail, passwords. Each widget has a platform of its own.
// Must not hold a rule of coaching or store anything.
import { sayUnknown, valueOf, type AttributeName } from "./attributes";
import { copyFromField } from "./clipboard";
import { tellOwner } from "./config";
import { WALL_CLOCK, format, hourCycleOf, inRegion, sayInstant, weekendOf } from "./dates";
import { offerFile } from "./file";
import { Float, canFloat } from "./float";
import { framed } from "./frame";
import { globals } from "./kept";
import { lock, unlock } from "./password";
import { isRefused } from "./refused";
import { addPlace, coverPlace, goOn, keepPlace, placeIn } from "./past";
import { Signals } from "./signals";
import { applyBar } from "./stylesheet";
import type { Words } from "./words";

/** Inputs of the start of a widget. */
export interface Given {
  /** Place of the data: `local`, `session` or `none`. */
  storage: string;
  /** Text of the company's file of content; undefined if the page names none, or it comes later. */
  config: string | undefined;
  /** The element, which hears of the program. */
  host: Hearing;
}

/** The element, as far as it hears of the program. */
export interface Hearing {
  /** Sends an event to the host page. */
  told(name: string, detail: Record<string, unknown>): void;
  /** Answers a call of the host page with a result, or with the reason why there is none. */
  answered(call: number, result: string | undefined, reason: string | undefined): void;
  /** Forgets the link by which the page was opened. */
  forgetLink(): void;
}

export class Platform {
  /** Text of the company's file of content; undefined if the page names none, or it came after the start. */
  readonly config: string | undefined;
  /** True once the program has the company's file. */
  isConfigured: boolean;
  /** Coaching type that nobody offers, as named on the console last. */
  #unknownType = "";
  /** True while storage takes every change of the program; the program keeps it up to date. */
  isStored = true;
  /** Place of the data: `local`, `session` or `none`. */
  readonly storage: string;
  /** Built-in words in the reader's language. */
  #builtIn: Words;
  /** The same words, with the company's own in place of some. */
  #words: Words;
  /** The company's own words by BCP 47 tag, in the form of Project Fluent. */
  #ownWords = new Map<string, string>();
  #root: ShadowRoot;
  #host: Hearing;
  #life: AbortController;
  #stop: () => void;
  readonly signals: Signals;
  readonly float: Float;
  readonly canFloat = canFloat;
  /** Functions that end the program's timers and listeners, by the number of the handle. */
  #handles = new Map<number, () => void>();
  /** Number of the last handle, from 1; 0 before the first handle. */
  #lastHandle = 0;

  /** `life` is aborted when the program ends. `stop` is called when an error ends the program. */
  constructor(root: ShadowRoot, words: Words, given: Given, life: AbortController, stop: () => void) {
    this.#host = given.host;
    this.#root = root;
    this.storage = given.storage;
    this.#builtIn = this.#words = words;
    this.#life = life;
    this.#stop = stop;
    this.config = given.config;
    this.isConfigured = given.config !== undefined;
    const release = () => [...this.#handles.keys()].forEach((handle) => this.release(handle));
    life.signal.addEventListener("abort", release, { once: true });
    this.signals = new Signals(life.signal);
    this.float = new Float(root.host, life.signal, (work) => this.#run(work));
  }

  /** Words in the reader's language; the element replaces them when the language changes. */
  get words(): Words {
    return this.#words;
  }

  set words(builtIn: Words) {
    const own = this.#ownWords.get(builtIn.language);
    this.#builtIn = builtIn;
    this.#words = own === undefined ? builtIn : builtIn.with(own).words;
  }

  /** Says the words of `text`, in the form of Project Fluent, in place of built-in ones of the language `tag`. */
  useWords(tag: string, text: string): void {
    const { words, faults } = this.#builtIn.with(text);
    this.#ownWords.set(tag, text);
    if (tag === this.#builtIn.language) this.#words = words;
    if (faults.length) this.tellOwner(faults.map((fault) => `words.${tag}.${fault}`).join("\n"));
  }

  /** Says the built-in words again, until another file brings words of its own. */
  forgetWords(): void {
    this.#ownWords.clear();
    this.#words = this.#builtIn;
  }

  /** Tells the owner of the page the faults of the company's file. */
  tellOwner(faults: string): void {
    tellOwner(this.#root, faults);
  }

  /**
   * Names a coaching type that nobody offers on the console, if the host page asks for it. A company's file that is still to
   * come may offer the type.
   */
  nameUnknownType(named: string): void {
    const { host } = this.#root;
    const isWhole = this.isConfigured || !host.getAttribute("config");
    if (!isWhole || !host.hasAttribute("debug") || this.#unknownType === named) return;
    this.#unknownType = named;
    sayUnknown("type", named, "absent");
  }

  /** Handles a panic of the program; the trap that ends the program follows this call. */
  panicked(): void {
    globals.queueMicrotask(this.#stop);
  }

  /** Ends the program's life, after the program has written what it had to write. */
  ended(): void {
    this.#life.abort();
  }

  /** Returns true if the program's life is over. */
  hasEnded(): boolean {
    return this.#life.signal.aborted;
  }

  /** Calls `work` after a delay in milliseconds, unless the program ends before. Returns a handle. */
  startTimer(wait: number, work: () => void): number {
    const timer = globals.setTimeout(() => {
      this.#handles.delete(handle);
      this.#run(work);
    }, wait);
    const handle = this.#keep(() => globals.clearTimeout(timer));
    return handle;
  }

  /**
   * Calls `work` with each event of that name, until the program ends. Returns a handle. An event that does not bubble is
   * heard on its way down.
   */
  listen(target: EventTarget, name: string, work: (event: Event) => void): number {
    const hear = (event: Event) => this.#run(() => work(event));
    const capture = name === "toggle";
    target.addEventListener(name, hear, capture);
    return this.#keep(() => target.removeEventListener(name, hear, capture));
  }

  /** Ends the timer or the listener of a handle. An ended one is ignored. */
  release(handle: number): void {
    this.#handles.get(handle)?.();
    this.#handles.delete(handle);
  }

  /** Runs a function of the program. An error in it ends the program, and reaches the console. */
  #run(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#stop();
      throw error;
    }
  }

  /** Keeps a function that ends a timer or a listener, and returns its handle. */
  #keep(end: () => void): number {
    this.#lastHandle += 1;
    this.#handles.set(this.#lastHandle, end);
    // A program that has ended starts nothing.
    if (this.hasEnded()) this.release(this.#lastHandle);
    return this.#lastHandle;
  }

  /** Tells the styles of a shadow root the height of the bar at the end of the window, in pixels. */
  tellBar(root: ShadowRoot, height: number) {
    applyBar(root, height);
  }

  /** Returns the time of the device's clock in epoch milliseconds. */
  now(): number {
    return globals.now();
  }

  /** Returns the milliseconds since a moment that nobody can set. */
  steady(): number {
    return globals.steady();
  }

  /** Returns random bytes of that number. */
  random(count: number): Uint8Array {
    return globals.fillRandom(new globals.glue.Uint8Array(count));
  }

  /** Returns the time zone of the device as an IANA name; undefined if the browser names none. */
  ownZone(): string | undefined {
    return new Intl.DateTimeFormat().resolvedOptions().timeZone;
  }

  /** Returns the offset of `zone` from UTC in milliseconds, positive to the east; nothing for an unknown zone. */
  offset(zone: string, instant: number): number | undefined {
    try {
      const parts = format("en-US", { ...WALL_CLOCK, timeZone: zone }).formatToParts(instant);
      const number = (type: string) => Number(parts.find((part) => part.type === type)?.value);
      const [year, month, day] = [number("year"), number("month") - 1, number("day")];
      const local = globals.utc(year, month, day, number("hour"), number("minute"), number("second"));
      // A wall clock shows no milliseconds, so the instant it is compared with has none either.
      return local - Math.floor(instant / 1000) * 1000;
    } catch {
      return undefined;
    }
  }

  /** Returns the words of the message `id`. `pairs` holds each variable's name, followed by its value. */
  say(id: string, pairs: (string | number)[]): string {
    const args: Record<string, string | number> = {};
    for (let at = 1; at < pairs.length; at += 2) args[pairs[at - 1]!] = pairs[at]!;
    return this.words.say(id, args);
  }

  /** Returns the text with its first letter in lower case, by the rules of the language of the words. */
  lowered(text: string): string {
    return text.replace(/^./u, (letter) => letter.toLocaleLowerCase(this.words.language));
  }

  /** Returns the date of `instant`, epoch milliseconds read as UTC, in words of the language `tag`. */
  sayDate(tag: string, instant: number, names: "long" | "short", withYear: boolean): string {
    const year = withYear ? ({ year: "numeric" } as const) : {};
    return sayInstant(inRegion(tag), instant, { weekday: names, day: "numeric", month: names, ...year });
  }

  /** Returns the time of day of `instant`, epoch milliseconds read as UTC, in words of the language `tag`. */
  sayTime(tag: string, instant: number): string {
    const hourCycle = hourCycleOf(navigator.language || tag);
    const hour = hourCycle === "h12" || hourCycle === "h11" ? "numeric" : "2-digit";
    return sayInstant(tag, instant, { hour, minute: "2-digit", hourCycle });
  }

  /**
   * Renames a stored record without a change of its UTF-16 units: lone surrogates would change on the way through
   * the program. Returns true if the record moved.
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

  /** Starts the download of a text. Returns the address that holds the file's bytes; undefined on failure. */
  offerFile(name: string, text: string): string | undefined {
    return offerFile(name, text);
  }

  /** Frees the bytes of a file that was offered for download, by the address of the bytes. */
  freeFile(address: string): void {
    URL.revokeObjectURL(address);
  }

  /** Forgets the link by which the page was opened, so that a reload does not open the link again. */
  forgetLink(): void {
    this.#host.forgetLink();
  }

  /** Returns true if the browser's history is the widget's: on the page of its own, outside of a frame. */
  ownsHistory(): boolean {
    return window.top === window && this.#root.host.hasAttribute("data-own-page");
  }

  /** Adds an entry to the history for the screen at `place`. */
  addPlace(place: string): void {
    addPlace(place);
  }

  /** Adds an entry to the history for a link or file above the screen, unless the browser made one for the link. */
  coverPlace(place: string): void {
    coverPlace(place);
  }

  /** Stores the place of the screen in the current entry of the history. */
  keepPlace(place: string): void {
    keepPlace(place);
  }

  /** Returns the place of the entry to which the person went in the history; undefined without one. */
  placeIn(event: Event): string | undefined {
    return placeIn(event as PopStateEvent);
  }

  /** Goes on to the next entry of the history in the direction in which the person went. */
  goOn(): void {
    goOn();
  }

  /** Sends an event to the host page. `pairs` holds the name of each detail, followed by its value. */
  tell(name: string, pairs: unknown[]): void {
    const detail: Record<string, unknown> = {};
    for (let at = 1; at < pairs.length; at += 2) detail[String(pairs[at - 1])] = pairs[at];
    // The program is still handling an event, and must not receive a call of the host page meanwhile.
    globals.queueMicrotask(() => this.#host.told(name, detail));
  }

  /** Answers a call of the host page with a result, or with the reason why there is none. */
  answer(call: number, result: string | undefined, reason: string | undefined): void {
    this.#host.answered(call, result, reason);
  }

  /** Returns the value that an attribute of the element counts as; "" for an absent or unknown free text. */
  attribute(name: AttributeName): string {
    return valueOf(this.#root.host, name);
  }

  /** Returns the address that links point to: the host page's `share-url`, else the page's. Undefined off the web. */
  shareUrl(): string | undefined {
    try {
      const named = valueOf(this.#root.host, "share-url") || location.href;
      const { protocol, origin, pathname } = new URL(named, document.baseURI);
      return /^https?:$/.test(protocol) ? origin + pathname : undefined;
    } catch {
      // The host page names no address.
      return undefined;
    }
  }

  /** Returns the address of the full page and the relation of the data; empty outside of a frame. */
  framed(): string[] {
    return framed(this.#root.host);
  }

  /** Returns true if the browser has a share sheet, and the page around a frame lets it open one. */
  canShare(): boolean {
    if (typeof navigator.share !== "function" || isRefused("web-share")) return false;
    return navigator.canShare?.({ text: "." }) !== false;
  }

  /** Returns true if the browser can encrypt, which needs a secure page. */
  canLock(): boolean {
    return Boolean(globalThis.crypto?.subtle);
  }

  /** Returns the days of the week on which people of the reader's region do not work, from Monday as 0. */
  restDays(): Uint8Array {
    const weekend = weekendOf(navigator.language) ?? [6, 7];
    return globals.glue.Uint8Array.from(weekend, (day) => day - 1);
  }

  /** Copies a text to the clipboard. Rejects if the browser does not let the page copy. */
  async copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // The program is still handling the press, and must not receive focus events meanwhile.
      await undefined;
      if (!copyFromField(this.#root, text)) throw new Error("the browser does not copy");
    }
  }

  /** Opens the browser's share sheet with a text and perhaps a link. Rejects if the person closes the sheet. */
  async share(title: string, text: string, url: string | undefined): Promise<void> {
    await navigator.share(url ? { title, text, url } : { title, text });
  }

  /** Opens the browser's dialog for printing. */
  print(): void {
    window.print();
  }

  /** Opens the mail program: `title` is the subject, `text` the body (RFC 6068: lines end with CRLF). */
  mail(title: string, text: string): void {
    const link = document.createElement("a");
    const body = text.replace(/\r?\n/g, "\r\n");
    link.href = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`;
    link.click();
  }

  /** Encrypts bytes by a password. Rejects if the browser refuses. */
  lock(password: string, plain: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
    return lock(password, plain);
  }

  /** Decrypts the result of `lock`. Rejects a wrong password. */
  unlock(password: string, sealed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
    return unlock(password, sealed);
  }
}
