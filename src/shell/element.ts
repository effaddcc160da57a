// Defines <coaching-session>: attaches an open shadow root, loads the program once for the page, hands over the
// link by which the page was opened, and shows a message if the program cannot run.
// Must not hold a rule of coaching or store anything.

import { forgetLink, hasLink, readAddress, recallLink, takeLink } from "./address";
import { ATTRIBUTES, defineProperties, nameUnknown, takeEarlier, valueOf, type AttributeName } from "./attributes";
import { fetchConfig } from "./config";
import { offerFile, savedFile } from "./file";
import { whenNear } from "./near";
import { Platform } from "./platform";
import { drop, isOurs, load, loadedProgram, type Program, type Widget } from "./program";
import { STOPPED_STYLES, addSentence, showStopped, shownIn, typedIn, type LeftText } from "./stopped";
import { applyStyles } from "./stylesheet";
import { followTranslator } from "./translated";
import { english, wordsFor } from "./words";
import { leavePosition, takeSlot } from "./writer";

/** Upper bound of a read file, in bytes; equals `FILE_LIMIT` in src/wire/backup.rs. */
const FILE_LIMIT = 16_000_000;

/** Number of bytes of a chosen file that are read in one turn. */
const AT_ONCE = 1 << 18;

/** Wait for the program's answer after an error of unknown origin, in milliseconds. */
const WAIT_FOR_ANSWER = 1_000;

/** The elements with a running widget, in the order of their start. The value is undefined during mounting. */
const running = new Map<CoachingSession, Widget | undefined>();

/**
 * Returns the nearest language around an element, across shadow roots; else the browser's; else English. If the
 * page says "en" and the browser "en-GB", the browser's more exact tag decides how dates are written.
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

/** Elements on the page that wait until they are near the visible part of the page. */
const waiting = new Set<CoachingSession>();

/** Takes a link out of the address and opens the link in the first running widget, else in the first that waits. */
const openAddress = (): void => {
  readAddress();
  const [first] = running.values();
  const link = first && takeLink();
  if (link) first.openLink(link);
  const [next] = waiting;
  if (!running.size && hasLink()) next?.begin();
};

/** Returns the name that separates the data of several widgets: that of the host page, or "default". */
const nameOf = (element: Element): string => valueOf(element, "instance") || "default";

/** Lives of the widgets that run or are about to end. */
const lives = new Set<AbortController>();

/** Ends every widget of the page: all share one program, and an error ends that program for good. */
const stopAll = (): void => {
  drop();
  for (const life of lives) life.abort();
  // If the link caused the error, every later start would fail again.
  if (running.size) forgetLink();
  for (const element of [...running.keys()]) element.fail("stopped");
};

/** Ends every widget after an error in `program`, unless another program runs them by now. */
const stop = (program: Program | undefined): void => {
  if (program && program === loadedProgram()) stopAll();
};

/** True while an answer of the program is awaited. */
let isAsked = false;

/**
 * Ends every widget if the program does not answer. An error whose stack does not name our files may still have ended
 * the program: a function that the host page put in the place of one of the browser's threw while a widget drew.
 */
const askProgram = (): void => {
  const widget = [...running.values()].find(Boolean);
  if (!widget || isAsked) return;
  const program = loadedProgram();
  isAsked = true;
  const timer = setTimeout(() => {
    isAsked = false;
    stop(program);
  }, WAIT_FOR_ANSWER);
  widget.ask(() => {
    isAsked = false;
    clearTimeout(timer);
  });
};

class CoachingSession extends HTMLElement {
  static observedAttributes = ["lang", ...Object.keys(ATTRIBUTES)];

  #root = this.attachShadow({ mode: "open" });
  /** Element that the widget draws into; undefined before the start and after the removal. */
  #place: HTMLElement | undefined;
  /** Aborted when the widget of the last start has ended. Undefined before the first start. */
  #life: AbortController | undefined;
  /** Access to the browser of the widget that was started last; undefined before the first start. */
  #platform: Platform | undefined;
  /** Styles of the content, empty before the first start. */
  #styles = "";
  /** Text that stood on the screen before an error; undefined once a new program has drawn the screen. */
  #left: LeftText | undefined;
  /** Name that separates the data of several widgets, and the place of the data, as the widget was started with them. */
  #stored = { instance: "default", storage: "local" };
  /** Ends the wait until the element is near the visible part of the page. */
  #stopWaiting = () => {};
  /** Number of the file that was chosen last, from 1; 0 before the first file. */
  #files = 0;

  constructor() {
    super();
    // The slot shows the host page's content of the element until the widget is there.
    this.#root.append(document.createElement("slot"));
    followTranslator(this.#root);
    // Files are read one after the other, so that their parts do not mix, even if reading one fails.
    let last = Promise.resolve();
    this.#root.addEventListener("change", ({ target }) => {
      const read = () => this.#read(target as HTMLInputElement);
      last = last.then(read, read);
    });
  }

  connectedCallback() {
    openAddress();
    // Captured, so that the host page's listeners find a clean address. Adding the same listener again has no effect.
    addEventListener("hashchange", openAddress, true);
    takeEarlier(this);
    nameUnknown(this, Object.keys(ATTRIBUTES) as AttributeName[]);
    if (this.#place) return;
    if (valueOf(this, "loading") === "eager" || hasLink()) return this.begin();
    waiting.add(this);
    this.#stopWaiting();
    this.#stopWaiting = whenNear(this, () => this.begin());
  }

  /** Starts the widget, unless it has started or the element is not on a page. */
  begin() {
    this.#stopWaiting();
    waiting.delete(this);
    if (this.#place || !this.isConnected) return;
    void this.#start();
  }

  disconnectedCallback() {
    // A moved element is connected again before the microtask runs.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#stopWaiting();
      waiting.delete(this);
      this.#end();
      this.#root.replaceChildren(document.createElement("slot"));
    });
  }

  /** Ends the widget, if it has started. */
  #end() {
    const widget = running.get(this);
    running.delete(this);
    leavePosition(this);
    // A running widget ends its life after its last writing.
    if (widget) widget.unmount();
    else this.#life?.abort();
    this.#place = undefined;
  }

  adoptedCallback() {
    // The browser takes all stylesheets off an element that moves to another document, such as that of a frame.
    this.#style(this.#styles);
  }

  attributeChangedCallback(name: AttributeName | "lang", before: string | null, after: string | null) {
    if (name === "lang") return void this.#speak();
    if (before === after) return;
    nameUnknown(this, name === "debug" ? (Object.keys(ATTRIBUTES) as AttributeName[]) : [name]);
    if (name === "loading" && waiting.has(this) && valueOf(this, name) === "eager") this.begin();
    if (!this.#place) return;
    if (name === "instance" || name === "storage" || name === "config") this.#startElsewhere(name);
    // The program reads the attributes that concern it.
    else running.get(this)?.hostChanged();
  }

  /** Starts anew with other stored data, if the host page changed which data or where they are. */
  #startElsewhere(name: AttributeName) {
    const { instance, storage } = this.#stored;
    const isSame = instance === nameOf(this) && storage === valueOf(this, "storage");
    if (name !== "config" && isSame) return;
    this.#end();
    this.#left = undefined;
    void this.#start();
  }

  /** Changes the running widget to the language around the element. */
  async #speak() {
    const lang = languageAround(this);
    const words = await wordsFor(lang);
    const widget = running.get(this);
    // The language may have changed again while its words were loading.
    if (!widget || !this.#platform || languageAround(this) !== lang) return;
    this.#platform.words = words;
    widget.setLang(lang);
  }

  /** Hands a company's file that came after the start to the widget, unless another one runs by now. */
  #configure(widget: Widget, file: string | undefined) {
    if (file === undefined || running.get(this) !== widget) return;
    widget.configure(file);
    // The widget says its words anew, since the company may have words of its own.
    widget.setLang(languageAround(this));
  }

  async #start() {
    const place = (this.#place = document.createElement("div"));
    const life = (this.#life = new AbortController());
    const { instance, storage } = (this.#stored = { instance: nameOf(this), storage: valueOf(this, "storage") });
    try {
      const lang = languageAround(this);
      const slot = takeSlot(this, instance, life.signal, storage !== "none");
      const config = fetchConfig(this.#root, life.signal);
      let [program, words, writer, file] = await Promise.all([load(), wordsFor(lang), slot, config.inTime]);
      // An error may have ended the program meanwhile.
      while (program !== loadedProgram()) program = await load();
      // The element may have left the page, or returned to it, while the program was loading.
      if (this.#place !== place) return;
      this.#style(STYLES);
      this.#root.replaceChildren(place);
      running.set(this, undefined);
      // After a reload, or if the widget with the link is gone, the link is in the history state.
      if (running.size < 2) recallLink();
      lives.add(life);
      life.signal.addEventListener("abort", () => lives.delete(life), { once: true });
      const given = { storage, config: file };
      const platform = (this.#platform = new Platform(this.#root, words, given, life, () => stop(program)));
      const widget = program.mount(this.#root, place, instance, lang, takeLink(), platform, writer);
      running.set(this, widget);
      widget.ask(() => (this.#left = undefined));
      if (languageAround(this) !== lang) void this.#speak();
      if (file === undefined) void config.whole.then((late) => this.#configure(widget, late));
    } catch (error) {
      console.error(error);
      // Mounting runs the program, so an error in it ends the program.
      if (running.has(this)) return stopAll();
      if (this.#place === place) this.fail("could-not-start");
    }
  }

  /** Applies styles to the content, now and in each document that the element moves to. */
  #style(rules: string) {
    this.#styles = rules;
    applyStyles(this.#root, rules);
  }

  /** Hands the text of a chosen file to the widget. Empties `field`, so that the same file can be chosen again. */
  async #read(field: HTMLInputElement) {
    const file = field.files?.[0];
    const widget = running.get(this);
    if (!file || !widget) return;
    const isThere = () => running.get(this) === widget;
    const number = ++this.#files;
    field.disabled = true;
    // Read in parts, so that the page keeps responding. A character may span two parts.
    const decoder = new TextDecoder();
    let isWhole = true;
    try {
      for (let at = 0; at < Math.min(file.size, FILE_LIMIT + 1); at += AT_ONCE) {
        const part = await file.slice(at, at + AT_ONCE).arrayBuffer();
        if (isThere()) widget.readPart(number, decoder.decode(part, { stream: true }));
      }
    } catch {
      isWhole = false;
    }
    field.value = "";
    field.disabled = false;
    if (isThere()) widget.endFile(number, isWhole ? file.name : undefined);
  }

  /**
   * Shows in place of the widget the words with the id, the text of the screen that may not be stored, and buttons to
   * start again, to copy that text and to save the stored records.
   */
  fail(id: string) {
    const words = this.#platform?.words ?? english;
    const say = (id: string) => words.say(id);
    const root = this.#root;
    const hadFocus = running.get(this) && (root.activeElement || document.activeElement === document.body);
    const takesAll = this.#platform?.isStored ?? true;
    // If a new program fails at its start, the text of the screen before it is still there to copy.
    if (running.has(this)) this.#left = this.#textLeft(takesAll, say) ?? this.#left;
    running.delete(this);
    this.#life?.abort();
    const isStored = savedFile(this.#stored) !== undefined;
    const buttons: Record<string, () => void> = { [say("start-again")]: () => void this.#startAgain() };
    if (this.#left) buttons[say("copy-left")] = () => void this.#copyLeft(say);
    if (isStored) buttons[say("save-file")] = () => this.#save();
    const sentences = [say(id)];
    if (isStored) sentences.push(say("stored-kept"));
    if (!takesAll) sentences.push(say(isStored ? "stored-partly" : "stored-nothing"));
    this.#style(STOPPED_STYLES);
    const message = showStopped(root, words.language, sentences.join(" "), this.#left, buttons);
    if (hadFocus) message.focus();
  }

  /**
   * Returns the text that the screen shows and storage may not hold: the fields, which are stored after a pause, or the
   * whole screen if storage does not take everything. Undefined without such a text.
   */
  #textLeft(takesAll: boolean, say: (id: string) => string): LeftText | undefined {
    if (!this.#place) return undefined;
    const text = takesAll ? typedIn(this.#place) : shownIn(this.#place);
    return text ? { label: say(takesAll ? "left-fields" : "left-screen"), text } : undefined;
  }

  /** Copies the text of the screen before the error, or selects it if the browser does not let the page copy. */
  async #copyLeft(say: (id: string) => string) {
    const field = this.#root.querySelector("textarea");
    const message = field?.parentElement;
    if (!field || !message) return;
    try {
      await this.#platform?.copy(field.value);
      addSentence(message, say("summary-copied"));
    } catch {
      addSentence(message, say("summary-refused"));
      field.select();
    }
  }

  async #startAgain() {
    await this.#start();
    // The widget draws in a later turn.
    setTimeout(() => this.#root.getElementById("heading")?.focus());
  }

  #save() {
    const file = savedFile(this.#stored);
    // The Swedish date format is that of ISO 8601.
    if (file) offerFile(`coaching-backup-${new Date().toLocaleDateString("sv")}.jsonl`, file);
  }
}

// Two scripts of different addresses can be on a page; the first one serves.
if (!customElements.get("coaching-session")) {
  // These errors bypass the panic hook: a stack overflow, a call of the browser that throws. Others stop nothing.
  const hear = (error: unknown) => (isOurs(error) ? stopAll() : askProgram());
  addEventListener("error", ({ error }) => hear(error));
  addEventListener("unhandledrejection", ({ reason }) => hear(reason));
  defineProperties(CoachingSession.prototype);
  customElements.define("coaching-session", CoachingSession);
}

// For tests of what the page says; a host page needs none of it.
export { english, languages, Words, wordsFor } from "./words";
