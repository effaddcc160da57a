// The floating clock: a small window above all others (Document Picture-in-Picture), with the clock, the question and two
// buttons. It is drawn by hand, since the page's own program hears no events of another document; it has the looks of the
// widget by a stylesheet of its own.
// Must not hold a rule of coaching, nor anything but what the program hands over for both to see.

import { applyStyles } from "./stylesheet";

/** The part of the browser that opens such a window. TypeScript does not know it yet. */
interface Floating {
  requestWindow(options: { width: number; height: number }): Promise<Window & typeof globalThis>;
}

/** Contents of the window. All are texts; an empty one stands for a part that is not there. */
export type Shown = Record<"lang" | "name" | "item" | "face" | "dashes" | "digits" | "caption" | "question" | "next" | "title" | "step", string>;

/** Kinds of news of the window: a second is over, it was closed, or one of its buttons was pressed. */
type News = "tick" | "closed" | "next" | "step";

/** Size of the window in pixels: the person can change it. */
const SIZE = { width: 340, height: 260 };

/** Time after a press on *Next* in which another one counts as its second half, in milliseconds. */
const SECOND_PRESS = 500;

const SVG = "http://www.w3.org/2000/svg";

const floating = (): Floating | undefined =>
  (globalThis as { documentPictureInPicture?: Floating }).documentPictureInPicture;

/** Returns true if the browser can open such a window for the page. */
export const canFloat = (): boolean => Boolean(floating()) && window.top === window;

/** The floating clock of one widget. */
export class Float {
  #window: (Window & typeof globalThis) | undefined;
  #parts: Parts | undefined;
  #timer = 0;
  #run: (work: () => void) => void;
  #host: Element;

  /** `host` is the element, whose colours the window has. `run` runs a function of the program. */
  constructor(host: Element, life: AbortSignal, run: (work: () => void) => void) {
    this.#host = host;
    this.#run = run;
    life.addEventListener("abort", () => this.close(), { once: true });
  }

  /** Opens the window, and tells its news. Rejects if the browser refuses. */
  async open(hear: (news: News) => void): Promise<void> {
    const opened = await floating()?.requestWindow(SIZE);
    if (!opened) throw new Error("no floating window");
    this.#window = opened;
    const tell = (news: News) => this.#run(() => hear(news));
    opened.addEventListener("pagehide", () => {
      if (this.#window !== opened) return;
      this.#window = undefined;
      tell("closed");
    });
    this.#parts = draw(opened, this.#host, tell);
    this.#tick(opened, tell);
  }

  /** Closes the window; its closing is no news. */
  close(): void {
    const open = this.#window;
    this.#window = undefined;
    open?.clearTimeout(this.#timer);
    open?.close();
  }

  /** Brings the page itself to the front. */
  toPage(): void {
    window.focus();
  }

  /** Draws the contents. What is as before stays untouched. */
  show(shown: Shown): void {
    const parts = this.#parts;
    if (!this.#window || !parts) return;
    const text = (part: Element, words: string) => {
      if (part.textContent !== words) part.textContent = words;
      part.toggleAttribute("hidden", !words);
    };
    const set = (part: Element, name: string, value: string) => {
      if (part.getAttribute(name) !== value) part.setAttribute(name, value);
    };
    set(parts.frame, "lang", shown.lang);
    set(parts.frame, "aria-label", shown.name);
    set(parts.face, "class", shown.face);
    set(parts.ring, "stroke-dasharray", shown.dashes);
    for (const name of ["item", "digits", "caption", "question", "step", "next"] as const) text(parts[name], shown[name]);
    set(parts.next, "aria-label", `${shown.next}: ${shown.title}`);
    if (this.#window.document.title !== shown.item) this.#window.document.title = shown.item;
  }

  /** Tells each full second, by the window's own timer: a page behind other windows is woken seldom. */
  #tick(opened: Window & typeof globalThis, tell: (news: News) => void): void {
    this.#timer = opened.setTimeout(() => {
      if (this.#window !== opened) return;
      this.#tick(opened, tell);
      tell("tick");
    }, 1000 - (Date.now() % 1000));
  }
}

/** Elements of the window. */
type Parts = Record<"frame" | "face" | "ring" | "item" | "digits" | "caption" | "question" | "next" | "step", Element>;

/** Draws the empty window, and tells the presses on its buttons. */
const draw = ({ document }: Window, host: Element, tell: (news: News) => void): Parts => {
  const place = document.createElement("div");
  place.className = "floating-clock";
  const root = place.attachShadow({ mode: "open" });
  applyStyles(root, STYLES + looksOf(host));
  const theme = host.getAttribute("theme");
  if (theme) place.setAttribute("theme", theme);
  place.dir = getComputedStyle(host).direction;
  const make = (parent: Node, tag: string, className: string) => {
    const made = document.createElement(tag);
    made.className = className;
    parent.appendChild(made);
    return made;
  };
  const frame = make(make(root, "div", "room"), "div", "frame floating");
  frame.setAttribute("role", "region");
  const head = make(frame, "div", "item-head");
  const item = make(head, "h1", "item-title");
  const face = make(head, "div", "face");
  face.setAttribute("role", "timer");
  const svg = document.createElementNS(SVG, "svg");
  for (const [name, value] of [["class", "ring"], ["viewBox", "0 0 120 120"], ["aria-hidden", "true"]] as const) svg.setAttribute(name, value);
  const circle = (className: string) => {
    const made = document.createElementNS(SVG, "circle");
    const given = { class: className, cx: "60", cy: "60", r: "54", pathLength: "60" };
    for (const [name, value] of Object.entries(given)) made.setAttribute(name, value);
    svg.appendChild(made);
    return made;
  };
  circle("ring-track");
  const ring = circle("ring-left");
  face.appendChild(svg);
  const digits = make(face, "p", "digits");
  const caption = make(face, "p", "caption");
  const question = make(frame, "p", "prompt-words");
  const buttons = make(frame, "div", "actions");
  const step = make(buttons, "button", "button");
  const next = make(buttons, "button", "button primary");
  step.addEventListener("click", () => tell("step"));
  let pressed = -Infinity;
  next.addEventListener("click", ({ timeStamp }) => {
    if (timeStamp - pressed >= SECOND_PRESS) tell("next");
    pressed = timeStamp;
  });
  document.body.style.margin = "0";
  document.body.appendChild(place);
  return { frame, face, ring, item, digits, caption, question, next, step };
};

/** Returns a rule with the host page's own looks, the custom properties of the element. */
const looksOf = (host: Element): string => {
  const style = getComputedStyle(host);
  const names = new Set(STYLES.match(/--coaching-[a-z-]+/g));
  const values = [...names].map((name) => [name, style.getPropertyValue(name)] as const).filter(([, value]) => value);
  return `:host{${values.map(([name, value]) => `${name}:${value};`).join("")}}`;
};
