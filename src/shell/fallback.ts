// The frame that an element shows where the page refuses WebAssembly: the page of its own beside the script, with the
// attributes, methods and events of the element carried across.
// Must not trust the frame with more than the element itself.

import { languageAround } from "./around";
import { ATTRIBUTES, valueOf, type AttributeName } from "./attributes";
import { globals } from "./kept";
import type { Hearing } from "./platform";
import type { Widget } from "./program";
import { EVENTS, METHODS, message, readMessage, type Message } from "./protocol";

/** Wait for the first message of the frame, in milliseconds. A page that refuses frames sends none. */
const WAIT_FOR_FRAME = 15_000;

/** Upper bound of the height of the frame, in pixels. */
const HEIGHT_LIMIT = 100_000;

/** A WebAssembly module without content (its magic number and version), which only a policy refuses to compile. */
const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/** Styles of the frame, and of the message in its place. */
export const FRAME_STYLES = `
:host { display: block; color-scheme: light dark }
:host([theme=light]) { color-scheme: light }
:host([theme=dark]) { color-scheme: dark }
iframe { display: block; inline-size: 100%; border: 0 }
.waiting { position: absolute; block-size: 0; visibility: hidden }
[role=alert] { all: initial; display: block; color-scheme: inherit; color: CanvasText; background: Canvas; padding: 16px; font: 1rem/1.5 system-ui, sans-serif }
a { display: inline-block; padding-block: 8px; color: LinkText }
`;

/** Returns true if the policy of the page refuses WebAssembly, or the browser has none. */
export const refusesProgram = (): boolean => {
  try {
    return !new WebAssembly.Module(EMPTY);
  } catch {
    return true;
  }
};

/** Returns the address of the page of its own. */
export const fullPage = (): URL => new URL("index.html", import.meta.url);

/** Returns the attributes of an element as the frame gets them: each by the value that counts, addresses in full. */
const attributesOf = (element: Element): Record<string, string | null> => {
  const names = (Object.keys(ATTRIBUTES) as AttributeName[]).filter((name) => name !== "loading");
  const wanted: Record<string, string | null> = { lang: languageAround(element) };
  for (const name of names) wanted[name] = valueOf(element, name) || null;
  for (const name of ["config", "share-url"]) {
    const text = wanted[name] ?? (name === "share-url" ? location.href : "");
    // The frame does not see the elements of the page.
    wanted[name] = text && !text.startsWith("#") && URL.canParse(text, document.baseURI) ? new URL(text, document.baseURI).href : null;
  }
  wanted.debug = element.hasAttribute("debug") ? "" : null;
  return wanted;
};

/** Returns the address of the frame of an element, with its attributes. */
const addressOf = (element: Element): URL => {
  const address = fullPage();
  address.search = "embed";
  for (const [name, value] of Object.entries(attributesOf(element))) {
    if (value !== null) address.searchParams.set(name, value);
  }
  return address;
};

/**
 * Opens the frame of an element in `place`, and returns it as a widget once it can be talked to. Rejects if the page
 * refuses the frame, or the frame says nothing in time. `life` ends with the widget.
 */
export const openFrame = (
  element: HTMLElement,
  place: HTMLElement,
  title: string,
  host: Hearing,
  life: AbortController,
): Promise<Widget> => {
  const address = addressOf(element);
  const frame = document.createElement("iframe");
  frame.src = address.href;
  frame.title = title;
  // Not every browser knows the second one.
  frame.allow = typeof navigator.share === "function" ? "clipboard-write; web-share" : "clipboard-write";
  frame.className = "waiting";
  const { signal } = life;
  const opened = new globals.Promise<Widget>((resolve, reject) => {
    const timer = globals.setTimeout(() => reject(new Error(`no answer from ${address.origin}`)), WAIT_FOR_FRAME);
    signal.addEventListener("abort", () => globals.clearTimeout(timer), { once: true });
    const refused = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
      if (!/^(frame|child|default)-src$/.test(effectiveDirective) || !address.href.startsWith(blockedURI)) return;
      reject(new Error(`${effectiveDirective} of the page refuses ${address.origin}`));
    };
    document.addEventListener("securitypolicyviolation", refused, { signal });
    const widget = new Framed(element, frame, address.origin, host, life);
    const hear = ({ data, source, origin }: MessageEvent) => {
      if (source !== frame.contentWindow || origin !== address.origin) return;
      const heard = readMessage(data);
      if (!heard) return;
      globals.clearTimeout(timer);
      frame.className = "";
      resolve(widget);
      widget.hear(heard);
    };
    addEventListener("message", hear, { signal });
  });
  place.append(frame);
  return opened;
};

/** The frame, as the widget of an element. */
class Framed implements Widget {
  #element: Element;
  #frame: HTMLIFrameElement;
  #origin: string;
  #host: Hearing;
  #life: AbortController;
  #isGreeted = false;
  /** Calls of this file, which the element does not number, by number. */
  #own = new Map<number, () => void>();
  #last = 1 << 30;
  /** Settles once the links that came so far are open. */
  #opened: Promise<void> = globals.Promise.resolve();

  constructor(element: Element, frame: HTMLIFrameElement, origin: string, host: Hearing, life: AbortController) {
    this.#element = element;
    this.#frame = frame;
    this.#origin = origin;
    this.#host = host;
    this.#life = life;
  }

  /** Handles a message of the frame. */
  hear({ type, detail }: Message) {
    // Attributes may have changed while the frame loaded.
    if (!this.#isGreeted || type === "coaching-ready") this.hostChanged();
    this.#isGreeted = true;
    if (type === "height") this.#resize(detail.height);
    else if (type === "result") this.#answer(detail);
    else if (type === "forgotten") this.#host.forgetLink();
    else if (EVENTS.includes(type)) this.#host.told(type, detail);
  }

  #resize(height: unknown) {
    if (typeof height !== "number" || !(height >= 0)) return;
    this.#frame.height = String(Math.ceil(Math.min(height, HEIGHT_LIMIT)));
  }

  #answer({ id, result, error }: Record<string, unknown>) {
    const own = this.#own.get(id as number);
    this.#own.delete(id as number);
    if (own) own();
    else if (typeof error === "string") this.#host.answered(Number(id), undefined, error);
    else this.#host.answered(Number(id), typeof result === "string" ? result : "", undefined);
  }

  #send(type: string, detail: object) {
    this.#frame.contentWindow?.postMessage(message(type, detail), this.#origin);
  }

  /** Calls a method that the element does not number; settles once it is answered. */
  #call(method: string, argument?: string): Promise<void> {
    this.#last += 1;
    const id = this.#last;
    this.#send("call", { id, method, argument });
    return new globals.Promise((resolve) => this.#own.set(id, resolve));
  }

  call(call: number, name: string, text: string) {
    const found = Object.entries(METHODS).find(([, method]) => "inner" in method && method.inner === name);
    if (found) this.#send("call", { id: call, method: found[0], argument: text || undefined });
  }

  openLink(text: string) {
    const opening = this.#call("open", text);
    this.#opened = this.#opened.then(() => opening);
  }

  ask(answer: () => void) {
    const asked = globals.Promise.all([this.#opened, this.#call("ready")]);
    void asked.then(answer);
  }

  hostChanged() {
    this.#send("attributes", attributesOf(this.#element));
  }

  setLang() {
    this.hostChanged();
  }

  unmount() {
    this.#life.abort();
    this.#frame.remove();
  }

  // The frame reads files, and the company's content, by itself.
  readPart() {}
  endFile() {}
  configure() {}
}

/** Shows below the page's own content of the element that nothing can run here, and the way to the full page. */
export const showRefused = (root: ShadowRoot, language: string, words: string, label: string): void => {
  const refused = document.createElement("div");
  refused.setAttribute("role", "alert");
  refused.lang = language;
  const text = document.createElement("p");
  text.textContent = words;
  const link = document.createElement("a");
  link.href = fullPage().href;
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = label;
  refused.append(text, link);
  root.append(refused);
};
