// The widget of an element: loads the program once for the page, hands over the link by which the page was opened, and
// shows a message if the program cannot run.
// Must not hold a rule of coaching or store anything.

import type * as addresses from "./address";
import { isElsewhere, languageAround, namedBy } from "./around";
import { AskedCalls } from "./asked";
import { fetchAnother, fetchConfig } from "./config";
import type { CoachingSessionElement } from "./contract";
import { embed, takeOver, tellForgotten } from "./embed";
import { FRAME_STYLES, openFrame, refusesProgram, showRefused } from "./fallback";
import { offerFile, savedFile } from "./file";
import { isFramed } from "./frame";
import type { Globals } from "./globals";
import { globals, keepGlobals } from "./kept";
import { ended } from "./life";
import { Platform, type Hearing } from "./platform";
import { NotLoaded, drop, isOurs, load, loadedProgram, type Program, type Widget } from "./program";
import { readFile } from "./reading";
import { STOPPED_STYLES, addSentence, showStopped, shownIn, typedIn, type LeftText } from "./stopped";
import { applyStyles } from "./stylesheet";
import { followTranslator } from "./translated";
import { english, wordsFor } from "./words";
import { leavePosition, takeSlot } from "./writer";

/** Name of the file that holds what the frame carries over to the full page. */
const CARRIED = "coaching-frame.jsonl";

/** Wait for the program's answer after an error of unknown origin, in milliseconds. */
const WAIT_FOR_ANSWER = 1_000;

/** The elements' runners with a running widget, in the order of their start. The value is undefined during mounting. */
const running = new Map<Runner, Widget | undefined>();

/** The functions of the stable script for the link of the address, which both scripts must share. */
type Address = Pick<typeof addresses, "forgetLink" | "recallLink" | "takeLink">;

/** The address of the page, whose link waits for a widget. */
let address: Address;

/** Serves the elements of the page from now on. `saved` are the browser's functions as they were at first. */
export const serve = (of: Address, saved: Globals): void => {
  address = of;
  keepGlobals(saved);
  // These errors bypass the panic hook: a stack overflow, a call of the browser that throws. Others stop nothing.
  const hear = (error: unknown) => (isOurs(error) ? stopAll() : askProgram());
  addEventListener("error", ({ error }) => hear(error));
  addEventListener("unhandledrejection", ({ reason }) => hear(reason));
  serveOwnPage();
};

/** Serves the page of its own: the page around its frame, or the frame that opened it. */
const serveOwnPage = (): void => {
  const element = document.querySelector<CoachingSessionElement>("coaching-session[data-own-page]");
  if (!element) return;
  const runner = () => [...running.keys()].find((runner) => runner.isOf(element));
  const gone = () => Promise.reject(new Error("the program has ended"));
  if (isFramed(element)) embed(element, (name, text, origin) => runner()?.callAround(name, text, origin) ?? gone());
  else takeOver((text) => void element.ready.then(() => runner()?.readText(text)));
};

/** Opens the link of the address in the first running widget, if there is one. */
export const openLink = (): void => {
  const [first] = running.values();
  const link = first && address.takeLink();
  if (link) first.openLink(link);
};

/** Lives of the widgets that run or are about to end. */
const lives = new Set<AbortController>();

/** Ends every widget of the page: all share one program, and an error ends that program for good. */
const stopAll = (): void => {
  drop();
  for (const life of lives) life.abort();
  // If the link caused the error, every later start would fail again.
  if (running.size) address.forgetLink();
  for (const runner of [...running.keys()]) runner.fail("stopped");
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
  const timer = globals.setTimeout(() => {
    isAsked = false;
    stop(program);
  }, WAIT_FOR_ANSWER);
  widget.ask(() => {
    isAsked = false;
    globals.clearTimeout(timer);
  });
};

/** The element, as far as it hears of its widget. */
export interface Host extends Hearing {
  /** Handles the end of the program by an error, or a start that failed. */
  failed(): void;
}

/** The widget of one element: starts, ends, and shows a message if the program cannot run. */
export class Runner {
  #element: HTMLElement;
  #root: ShadowRoot;
  #host: Host;
  /** Element that the widget draws into; undefined before the start and after the end. */
  #place: HTMLElement | undefined;
  /** Aborted when the widget of the last start has ended. Undefined before the first start. */
  #life: AbortController | undefined;
  /** Access to the browser of the widget that was started last; undefined before the first start. */
  #platform: Platform | undefined;
  /** Styles of the content, empty before the first start. */
  #styles = "";
  /** True if the page refuses WebAssembly, so that a frame shows the widget. */
  #isFrame = false;
  /** Text that stood on the screen before an error; undefined once a new program has drawn the screen. */
  #left: LeftText | undefined;
  /** Name that separates the data of several widgets, and the place of the data, as the widget was started with them. */
  #stored = { instance: "default", storage: "local", config: "" };
  /** Number of the file that was chosen last, from 1; 0 before the first file. */
  #files = 0;
  /** Tells the host page that the company's file cannot be had. */
  #noFile = () => this.#host.told("coaching-error", { kind: "config" });
  /** Calls of the page around the frame that wait for the person. */
  #asked = new AskedCalls();

  constructor(element: HTMLElement, root: ShadowRoot, host: Host) {
    this.#element = element;
    this.#root = root;
    this.#host = host;
    if (isFramed(element)) this.#asked.forgotten = tellForgotten;
    followTranslator(root);
    // Files are read one after the other, so that their parts do not mix, even if reading one fails.
    let last = globals.Promise.resolve();
    root.addEventListener("change", ({ target }) => {
      const read = () => this.#read(target as HTMLInputElement);
      last = last.then(read, read);
    });
  }

  /** Returns true if this is the widget of `element`. */
  isOf(element: Element): boolean {
    return this.#element === element;
  }

  /** Ends the widget, if it has started. */
  end() {
    this.#asked.end();
    const widget = running.get(this);
    running.delete(this);
    leavePosition(this.#element);
    // A running widget ends its life after its last writing.
    if (widget) widget.unmount();
    else this.#life?.abort();
    this.#place = undefined;
    this.#left = undefined;
  }

  /** Applies the styles again: the browser takes them off an element that moves to another document, as of a frame. */
  adopted() {
    this.#style(this.#styles);
  }

  /** Has the program read the attributes of the element again. */
  hostChanged() {
    running.get(this)?.hostChanged();
  }

  /** Returns true if the attributes name other data, stored or the company's, than the widget was started with. */
  storesElsewhere(): boolean {
    const now = namedBy(this.#element);
    return isElsewhere(this.#stored, now) || this.#stored.config !== now.config;
  }

  /** Has a widget that stores nothing go on with another file of content; false for any other, which starts anew. */
  reconfigures(): boolean {
    const [widget, life, now] = [running.get(this), this.#life, namedBy(this.#element)];
    if (!widget || !life || now.storage !== "none" || isElsewhere(this.#stored, now)) return false;
    this.#stored = now;
    fetchAnother(this.#root, life.signal, this.#noFile, (file) => this.#configure(widget, file));
    return true;
  }

  /** Hands a call of the host page to the program; returns false if no program runs. */
  call(call: number, name: string, text: string): boolean {
    const widget = running.get(this);
    widget?.call(call, name, text);
    return Boolean(widget);
  }

  /** Hands a call of the page around the frame to the program, which asks the person first. */
  callAround(name: string, text: string, origin: string): Promise<string> {
    return this.#asked.begin((call) => running.get(this)?.call(call, name, text, origin));
  }

  /** Shows the content of a saved file, of which nothing is stored until the person agrees. */
  readText(text: string) {
    const widget = running.get(this);
    this.#files += 1;
    widget?.readPart(this.#files, text);
    widget?.endFile(this.#files, CARRIED);
  }

  /** Shows the content of a link or a text code; settles once the program has taken it. */
  openLink(text: string): Promise<void> {
    return new globals.Promise((resolve, reject) => {
      const widget = running.get(this);
      widget?.openLink(text);
      if (widget) widget.ask(resolve);
      else reject(new Error("<coaching-session>: the program has ended"));
    });
  }

  /** Changes the running widget to the language around the element. */
  async speak() {
    const lang = languageAround(this.#element);
    const words = await wordsFor(lang);
    const widget = running.get(this);
    if (widget && this.#isFrame) return widget.setLang(lang);
    // The language may have changed again while its words were loading.
    if (!widget || !this.#platform || languageAround(this.#element) !== lang) return;
    this.#platform.words = words;
    widget.setLang(lang);
  }

  /** Hands a company's file that came after the start to the widget, unless another one runs by now. */
  #configure(widget: Widget, file: string | undefined) {
    if (file === undefined || running.get(this) !== widget || !this.#platform) return;
    this.#platform.isConfigured = true;
    this.#platform.forgetWords();
    widget.configure(file);
    // The widget says its words anew, since the company may have words of its own.
    widget.setLang(languageAround(this.#element));
  }

  /** Starts the widget, or shows a message if it cannot start. */
  async start() {
    const place = (this.#place = document.createElement("div"));
    place.className = "room";
    const before = this.#life?.signal;
    const life = (this.#life = new globals.AbortController());
    const { instance, storage } = (this.#stored = namedBy(this.#element));
    // A frame shows no further frame, and one file has no page beside it.
    this.#isFrame = !ONE_FILE && !this.#element.hasAttribute("data-own-page") && refusesProgram();
    if (this.#isFrame) return this.#startFrame(place, life);
    try {
      const lang = languageAround(this.#element);
      // The widget before has written its last by then, and freed its slot.
      await ended(before);
      const slot = takeSlot(this.#element, instance, life.signal, storage !== "none");
      const config = fetchConfig(this.#root, life.signal, this.#noFile);
      let [program, words, writer, file] = await globals.Promise.all([load(), wordsFor(lang), slot, config.inTime]);
      // An error may have ended the program meanwhile.
      while (program !== loadedProgram()) program = await load();
      // The element may have left the page, or returned to it, while the program was loading.
      if (this.#place !== place) return;
      this.#style(STYLES);
      // Words for the owner of the page stay above the widget.
      this.#root.replaceChildren(...this.#root.querySelectorAll(".owner"), place);
      running.set(this, undefined);
      // After a reload, or if the widget with the link is gone, the link is in the history state.
      if (running.size < 2) address.recallLink();
      lives.add(life);
      life.signal.addEventListener("abort", () => lives.delete(life), { once: true });
      const given = { storage, config: file, host: this.#asked.before(this.#host) };
      const platform = (this.#platform = new Platform(this.#root, words, given, life, () => stop(program)));
      const widget = program.mount(this.#root, place, instance, lang, address.takeLink(), platform, writer);
      running.set(this, widget);
      widget.ask(() => (this.#left = undefined));
      if (languageAround(this.#element) !== lang) void this.speak();
      if (file === undefined) void config.whole.then((late) => this.#configure(widget, late));
    } catch (error) {
      console.error(error);
      // Mounting runs the program, so an error in it ends the program.
      if (running.has(this)) return stopAll();
      if (this.#place === place) this.fail(error instanceof NotLoaded ? error.message : "could-not-start");
    }
  }

  /** Starts the widget in a frame; without one, the page's own content of the element stays, with a message. */
  async #startFrame(place: HTMLElement, life: AbortController) {
    const words = await wordsFor(languageAround(this.#element));
    if (this.#place !== place) return;
    for (const told of this.#root.querySelectorAll("[role=alert]")) told.remove();
    this.#style(FRAME_STYLES);
    this.#root.append(place);
    try {
      const widget = await openFrame(this.#element, place, words.say("product"), this.#host, life);
      if (this.#place !== place) return widget.unmount();
      this.#root.querySelector("slot")?.remove();
      running.set(this, widget);
      if (running.size < 2) address.recallLink();
      const link = address.takeLink();
      if (link) widget.openLink(link);
    } catch (error) {
      if (this.#place !== place) return;
      console.error(error);
      life.abort();
      place.remove();
      showRefused(this.#root, words.language, words.say("frame-refused"), words.say("full-page"));
      this.#host.failed();
    }
  }

  /** Applies styles to the content, now and in each document that the element moves to. */
  #style(rules: string) {
    this.#styles = rules;
    applyStyles(this.#root, rules);
  }

  /** Hands the text of a chosen file to the widget. */
  async #read(field: HTMLInputElement) {
    const widget = running.get(this);
    if (!widget || !field.files?.[0]) return;
    await readFile(field, widget, ++this.#files, () => running.get(this) === widget);
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
    this.#asked.end();
    this.#life?.abort();
    const isStored = savedFile(this.#stored) !== undefined;
    const buttons: Record<string, () => void> =
      id === "page-updated"
        ? { [say("load-again")]: () => location.reload() }
        : { [say("start-again")]: () => void this.#startAgain() };
    if (this.#left) buttons[say("copy-left")] = () => void this.#copyLeft(say);
    if (isStored) buttons[say("save-file")] = () => this.#save();
    const sentences = [say(id)];
    if (isStored) sentences.push(say("stored-kept"));
    if (!takesAll) sentences.push(say(isStored ? "stored-partly" : "stored-nothing"));
    this.#style(STOPPED_STYLES);
    const message = showStopped(root, words.language, sentences.join(" "), this.#left, buttons);
    if (hadFocus) message.focus();
    this.#host.failed();
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
    await this.start();
    // The widget draws in a later turn.
    setTimeout(() => this.#root.getElementById("heading")?.focus());
  }

  #save() {
    const file = savedFile(this.#stored);
    // The Swedish date format is that of ISO 8601.
    if (file) offerFile(`coaching-backup-${new globals.Date().toLocaleDateString("sv")}.jsonl`, file);
  }
}

// For tests of what the page says.
export { english, languages, Words, wordsFor } from "./words";
