// Defines <coaching-session>: an open shadow root, the program loaded once for the page, the link by which
// the page was opened, and a message in words where the program cannot run.
// Must not hold a rule of coaching or store anything.

import { forgetLink, readAddress, recallLink, takeLink } from "./address";
import { offerFile, savedFile } from "./file";
import { Platform } from "./platform";
import { drop, isFromProgram, load, type Widget } from "./program";
import { showStopped } from "./stopped";

/** The longest file that is read, in bytes; equals `FILE_LIMIT` in src/wire/backup.rs. */
const FILE_LIMIT = 16_000_000;

/** How much of a file is read in one turn, in bytes. */
const AT_ONCE = 1 << 18;

const COULD_NOT_START = "The coaching session could not start. Try again, or open the page in another browser.";
const STOPPED = "The coaching session stopped because of an error.";
const KEPT = "What this browser stored is kept, and comes back when you start again.";

/** The elements with a running widget, in the order of their start; no widget yet while it is being mounted. */
const running = new Map<CoachingSession, Widget | undefined>();

/**
 * The nearest language around an element, across shadow roots; else the browser's; else English.
 * Where a page says "en" and the browser "en-GB", dates are written as the person is used to.
 */
const languageAround = (element: Element): string => {
  const own = navigator.language || "en";
  let at: Node | null = element;
  while (at) {
    const lang = at instanceof Element ? at.getAttribute("lang") : null;
    if (lang) return own.startsWith(`${lang}-`) ? own : lang;
    at = at instanceof ShadowRoot ? at.host : at.parentNode;
  }
  return own;
};

/** Takes a link out of the address and opens it in the first running widget, if there is one. */
const openAddress = (): void => {
  readAddress();
  const [first] = running.values();
  const link = first && takeLink();
  if (link) first.openLink(link);
};

/** Ends every widget of the page: they share one program, and an error ends it for good. */
const stopAll = (): void => {
  drop();
  // If the link caused the error, every later start would end alike.
  if (running.size) forgetLink();
  for (const element of [...running.keys()]) element.fail(STOPPED);
};

class CoachingSession extends HTMLElement {
  static observedAttributes = ["lang"];

  #root = this.attachShadow({ mode: "open" });
  /** The element that the current start draws into. */
  #place: HTMLElement | undefined;

  constructor() {
    super();
    // The slot shows what the host page wrote inside the element until the widget is there.
    this.#root.append(document.createElement("slot"));
    // One file after the other, so that the parts of two do not mix; even if reading one fails.
    let last = Promise.resolve();
    this.#root.addEventListener("change", ({ target }) => {
      const read = () => this.#read(target as HTMLInputElement);
      last = last.then(read, read);
    });
  }

  async connectedCallback() {
    openAddress();
    // Before the listeners of the host page, which need not know of it. The same listener is added once.
    addEventListener("hashchange", openAddress, true);
    if (!this.#place) await this.#start();
  }

  disconnectedCallback() {
    // An element that is only moved is connected again before the microtask runs.
    queueMicrotask(() => {
      if (this.isConnected) return;
      const widget = running.get(this);
      running.delete(this);
      widget?.unmount();
      this.#place = undefined;
      this.#root.replaceChildren(document.createElement("slot"));
    });
  }

  attributeChangedCallback() {
    running.get(this)?.setLang(languageAround(this));
  }

  /** The instance, as the host page names it. */
  get #instance(): string {
    return this.getAttribute("instance") ?? "default";
  }

  async #start() {
    const place = (this.#place = document.createElement("div"));
    try {
      const program = await load();
      // The element may have left the page, or come back to it, while the program was loading.
      if (this.#place !== place) return;
      this.#root.replaceChildren(place);
      running.set(this, undefined);
      // The page was loaded again, or the widget that had the link is gone.
      if (running.size < 2) recallLink();
      const platform = new Platform(this.#root, stopAll);
      const widget = program.mount(this.#root, place, this.#instance, languageAround(this), takeLink(), platform);
      running.set(this, widget);
    } catch (error) {
      console.error(error);
      // Mounting is the program's own work, and an error in it ends the program.
      if (running.has(this)) return stopAll();
      drop();
      this.fail(COULD_NOT_START);
    }
  }

  /** Hands over the text of a chosen file. The field is emptied, so that the same file can be chosen again. */
  async #read(field: HTMLInputElement) {
    const file = field.files?.[0];
    const widget = running.get(this);
    if (!file || !widget) return;
    const isThere = () => running.get(this) === widget;
    field.disabled = true;
    // Part by part, so that the page keeps answering. A character may stand in two parts.
    const decoder = new TextDecoder();
    let isWhole = true;
    try {
      for (let at = 0; at < Math.min(file.size, FILE_LIMIT + 1); at += AT_ONCE) {
        const part = await file.slice(at, at + AT_ONCE).arrayBuffer();
        if (isThere()) widget.readPart(decoder.decode(part, { stream: true }));
      }
    } catch {
      isWhole = false;
    }
    field.value = "";
    field.disabled = false;
    if (isThere()) widget.endFile(isWhole);
  }

  /** Says in words that the widget cannot run, and what the person can do. */
  fail(words: string) {
    const root = this.#root;
    const hadFocus = running.get(this) && (root.activeElement || document.activeElement === document.body);
    running.delete(this);
    const isStored = savedFile(this.#instance) !== undefined;
    const buttons: Record<string, () => void> = { "Start again": () => void this.#startAgain() };
    if (isStored) buttons["Save a file"] = () => this.#save();
    const message = showStopped(root, isStored ? `${words} ${KEPT}` : words, buttons);
    if (hadFocus) message.focus();
  }

  async #startAgain() {
    await this.#start();
    // Drawing takes a turn of its own.
    setTimeout(() => this.#root.getElementById("heading")?.focus());
  }

  #save() {
    const file = savedFile(this.#instance);
    // Swedish writes dates as ISO 8601 does.
    if (file) offerFile(`coaching-sessions-${new Date().toLocaleDateString("sv")}.jsonl`, file);
  }
}

// Errors that did not come through the hook for panics, such as an overflow of the stack. Those of other
// people's code stop nothing.
addEventListener("error", ({ error }) => {
  if (isFromProgram(error)) stopAll();
});
addEventListener("unhandledrejection", ({ reason }) => {
  if (isFromProgram(reason)) stopAll();
});

if (!customElements.get("coaching-session")) customElements.define("coaching-session", CoachingSession);
