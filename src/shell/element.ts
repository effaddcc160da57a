// The script that a page includes: defines <coaching-session>, with its attributes, methods and events. Takes a link out of
// the address, and loads the rest once an element is near the visible part of the page.
// Must not draw or store anything.

import * as address from "./address";
import { ATTRIBUTES, defineProperties, nameUnknown, takeEarlier, valueOf, type AttributeName } from "./attributes";
import type { CoachingSessionElement } from "./contract";
import { globals } from "./globals";
import { whenNear } from "./near";
import { missingFeature, showTooOld } from "./supported";
import type { Runner } from "./widget";

/** Names of all attributes of the table. */
const NAMES = Object.keys(ATTRIBUTES) as AttributeName[];

/** A call of a method that waits for the program's answer. */
interface Waiting {
  resolve: (result: string) => void;
  reject: (error: Error) => void;
}

let loading: Promise<typeof import("./widget")> | undefined;
let loads = 0;

/** Loads the rest of the script, once for all elements of the page. A failed load can be tried again. */
const loadRest = (): Promise<typeof import("./widget")> => {
  if (loading) return loading;
  const file = new URL(REST, import.meta.url);
  // A browser remembers a failed load of an address.
  if (loads > 0) file.hash = `${loads}`;
  loads += 1;
  const started: Promise<typeof import("./widget")> = ONE_FILE ? import("./widget") : import(file.href);
  loading = started;
  started.then(({ serve }) => serve(address, globals)).catch(() => (loading = undefined));
  return started;
};

/** Elements on the page that wait until they are near the visible part of the page. */
const waiting = new Set<CoachingSession>();

/** Elements whose widget has started, or is about to. */
const begun = new Set<CoachingSession>();

/** Starts the widget of an element; the class sets it, so that the host page sees no such method. */
let begin: (element: CoachingSession) => void;

/** Opens the link of the address in the first running widget, else in the first element that waits. */
const openAddress = (): void => {
  address.readAddress();
  if (!address.hasLink()) return;
  if (loading) void loading.then(({ openLink }) => openLink());
  const [next] = waiting;
  if (next && !begun.size) begin(next);
};

class CoachingSession extends HTMLElement {
  static observedAttributes = ["lang", ...NAMES];

  static {
    begin = (element) => element.#begin();
  }

  #root = this.attachShadow({ mode: "open" });
  /** The widget of the element; undefined before the first start. */
  #runner: Runner | undefined;
  /** Changed by each start and end; a start that is overtaken meanwhile does nothing. */
  #turn = {};
  #isBegun = false;
  #stopWaiting = () => {};
  #settle: { resolve: () => void; reject: (error: Error) => void } = { resolve() {}, reject() {} };
  #ready = this.#awaitReady();
  #calls = new Map<number, Waiting>();
  #lastCall = 0;

  constructor() {
    super();
    // The slot shows the host page's content of the element until the widget is there.
    this.#root.append(document.createElement("slot"));
  }

  connectedCallback() {
    openAddress();
    // Captured, so that the host page's listeners find a clean address. Adding the same listener again has no effect.
    addEventListener("hashchange", openAddress, true);
    takeEarlier(this);
    nameUnknown(this, NAMES);
    if (this.#isBegun) return;
    if (valueOf(this, "loading") === "eager" || address.hasLink()) return this.#begin();
    waiting.add(this);
    this.#stopWaiting();
    this.#stopWaiting = whenNear(this, () => this.#begin());
  }

  disconnectedCallback() {
    // A moved element is connected again before the microtask runs.
    globals.queueMicrotask(() => {
      if (this.isConnected) return;
      this.#stopWaiting();
      waiting.delete(this);
      this.#end("the element left the page");
      this.#root.replaceChildren(document.createElement("slot"));
    });
  }

  adoptedCallback() {
    this.#runner?.adopted();
  }

  attributeChangedCallback(name: AttributeName | "lang", before: string | null, after: string | null) {
    if (before === after) return;
    if (name !== "lang") nameUnknown(this, name === "debug" ? NAMES : [name]);
    if (name === "loading" && waiting.has(this) && valueOf(this, name) === "eager") this.#begin();
    if (!this.#isBegun) return;
    if (name === "lang") this.#runner?.speak();
    else if (name !== "instance" && name !== "storage" && name !== "config") this.#runner?.hostChanged();
    else if (!this.#runner?.reconfigures() && this.#runner?.storesElsewhere()) {
      this.#end("the element shows other data");
      this.#begin();
    }
  }

  /** Starts the widget, unless it has started or the element is not on a page. */
  #begin() {
    this.#stopWaiting();
    waiting.delete(this);
    if (this.#isBegun || !this.isConnected) return;
    this.#isBegun = true;
    begun.add(this);
    void this.#start();
  }

  async #start() {
    const turn = (this.#turn = {});
    try {
      const missing = missingFeature();
      if (missing) {
        showTooOld(this.#root);
        // Rejects in a later turn, as a load that fails.
        await Promise.reject(failure(`this browser lacks ${missing}`));
      }
      const { Runner } = await loadRest();
      if (this.#turn !== turn) return;
      this.#runner ??= new Runner(this, this.#root, {
        told: (name, detail) => this.#tell(name, detail),
        answered: (call, result, reason) => this.#answer(call, result, reason),
        forgetLink: address.forgetLink,
        failed: () => this.#fail("the program ended with an error"),
      });
      await this.#runner.start();
    } catch (error) {
      // The page's own content of the element stays.
      console.error(error);
      if (this.#turn !== turn) return;
      this.#isBegun = false;
      begun.delete(this);
      this.#fail("the program could not be loaded");
    }
  }

  /** Ends the widget, if it has started. Calls that wait for an answer are rejected for the reason. */
  #end(reason: string) {
    this.#turn = {};
    this.#isBegun = false;
    begun.delete(this);
    this.#runner?.end();
    this.#reject(reason);
  }

  /** Returns a promise that settles once the widget can be used. */
  #awaitReady(): Promise<void> {
    const ready = new globals.Promise<void>((resolve, reject) => (this.#settle = { resolve, reject }));
    // Whoever does not wait hears of no rejection.
    ready.catch(() => {});
    return ready;
  }

  #tell(type: string, detail: Record<string, unknown>) {
    if (type === "coaching-ready") this.#settle.resolve();
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }

  #fail(reason: string) {
    this.#reject(reason);
    this.#tell("coaching-error", { kind: "crash" });
  }

  /** Rejects all that waits for the program. A later start may settle what is waited for from now on. */
  #reject(reason: string) {
    this.#settle.reject(failure(reason));
    this.#ready = this.#awaitReady();
    for (const { reject } of this.#calls.values()) reject(failure(reason));
    this.#calls.clear();
  }

  #answer(call: number, result: string | undefined, reason: string | undefined) {
    const found = this.#calls.get(call);
    this.#calls.delete(call);
    if (result === undefined) found?.reject(failure(reason ?? "no answer"));
    else found?.resolve(result);
  }

  /** Starts the widget if need be, and hands over a call once it can be used. */
  async #call(name: string, text = ""): Promise<string> {
    await this.#begun();
    return new globals.Promise((resolve, reject) => {
      this.#lastCall += 1;
      this.#calls.set(this.#lastCall, { resolve, reject });
      if (this.#runner?.call(this.#lastCall, name, text)) return;
      const reason = this.isConnected ? "the program has ended" : "the element left the page";
      this.#answer(this.#lastCall, undefined, reason);
    });
  }

  /** Starts the widget if need be, and waits until it can be used. */
  async #begun(): Promise<void> {
    if (!this.isConnected) throw failure("the element is on no page");
    this.#begin();
    await this.#ready;
  }

  get ready() {
    return this.#ready;
  }

  async open(link: string) {
    await this.#begun();
    await this.#runner?.openLink(String(link));
  }

  link() {
    return this.#call("link");
  }

  calendar() {
    return this.#call("calendar");
  }

  async summary(format = "markdown") {
    if (format !== "markdown" && format !== "text") throw failure(`no such format: ${format}`);
    return this.#call("summary", format);
  }

  exportData() {
    return this.#call("export");
  }

  async importData(text: string) {
    await this.#call("import", String(text));
  }

  async deleteData() {
    await this.#call("delete");
  }
}

const failure = (reason: string): Error => new Error(`<coaching-session>: ${reason}`);

// Two scripts of different addresses can be on a page; the first one serves.
if (!customElements.get("coaching-session")) {
  defineProperties(CoachingSession.prototype);
  customElements.define("coaching-session", CoachingSession);
}

export type { CoachingSessionElement };
