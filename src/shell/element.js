// Defines <coaching-session>: an open shadow root, the WebAssembly module loaded once for the
// page, and a message in words where it cannot run. The module imports what is exported below.
// Holds no rule of coaching and stores nothing.

const script = document.querySelector("script[data-glue]");
const address = (name) => new URL(script.dataset[name], document.baseURI);

let loading;
const load = () => {
  loading ??= import(address("glue")).then(async (glue) => {
    const { instance, module } = await run(glue.imports());
    glue.begin(instance, module);
    return glue;
  });
  return loading;
};

/** Compiles while it loads; where the server does not say that it is WebAssembly, afterwards. */
const run = async (imports) => {
  const program = () => fetch(address("wasm"));
  try {
    return await WebAssembly.instantiateStreaming(program(), imports);
  } catch {
    return WebAssembly.instantiate(await (await program()).arrayBuffer(), imports);
  }
};

/**
 * The nearest language around an element, across shadow roots; else the browser's; else English.
 * Where a page says "en" and the browser "en-GB", dates are written as the person is used to.
 */
const languageAround = (element) => {
  const own = navigator.language || "en";
  for (let at = element; at; at = at.parentNode ?? at.host) {
    const lang = at.getAttribute?.("lang");
    if (lang) return own.startsWith(`${lang}-`) ? own : lang;
  }
  return own;
};

const open = new Set();

class CoachingSession extends HTMLElement {
  static observedAttributes = ["lang"];

  #place;
  #mounted;

  constructor() {
    super();
    // The slot shows what the host page wrote inside the element until the widget is there.
    this.attachShadow({ mode: "open" }).append(document.createElement("slot"));
  }

  async connectedCallback() {
    if (this.#place) return;
    const place = (this.#place = document.createElement("div"));
    try {
      const glue = await load();
      // The element may have left the page, or come back to it, while the module was loading.
      if (this.#place !== place) return;
      this.shadowRoot.replaceChildren(place);
      const instance = this.getAttribute("instance") ?? "default";
      this.#mounted = glue.mount(this.shadowRoot, place, instance, languageAround(this));
      open.add(this);
    } catch (error) {
      console.error(error);
      this.fail("The coaching session could not start in this browser. Reload the page, or open it in another browser. Nothing that you stored is lost.");
    }
  }

  disconnectedCallback() {
    // An element that is only moved is connected again before the microtask runs.
    queueMicrotask(() => {
      if (this.isConnected) return;
      open.delete(this);
      this.#mounted?.unmount();
      this.#mounted = undefined;
      this.#place = undefined;
      this.shadowRoot.replaceChildren(document.createElement("slot"));
    });
  }

  attributeChangedCallback() {
    this.#mounted?.reads(languageAround(this));
  }

  /** Says in words that the widget stopped. */
  fail(words) {
    const message = document.createElement("p");
    message.setAttribute("role", "alert");
    message.textContent = words;
    open.delete(this);
    this.#mounted = undefined;
    this.shadowRoot.replaceChildren(message);
  }
}

// A trap ends a WebAssembly instance for good, and with it every widget of the page.
addEventListener("error", ({ error }) => {
  if (!(error instanceof WebAssembly.RuntimeError)) return;
  for (const element of [...open]) {
    element.fail("The coaching session stopped because of an error. What you entered until a moment ago is stored. Reload the page to go on.");
  }
});

if (!customElements.get("coaching-session")) customElements.define("coaching-session", CoachingSession);

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

/** Opens the browser's way of saving a file; its bytes are kept until the address is freed. */
export const offerFile = (name, text) => {
  try {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: name.endsWith(".md") ? "text/markdown" : "application/json" }));
    link.download = name;
    link.click();
    return link.href;
  } catch {
    // A browser without a way of saving: the module hears of no address.
  }
};

/** Copies a text, and tells the shadow root whether the browser let it. */
export const copy = async (root, text) => {
  let told = "copied";
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    told = "refused";
  }
  root.dispatchEvent(new Event(told));
};

export const freeFile = (address) => URL.revokeObjectURL(address);

/** Puts looks on a shadow root. */
export const adopt = (root, looks) => {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(looks);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Without constructed stylesheets the widget works, unstyled.
  }
};
