// Defines <coaching-session>: an open shadow root, the WebAssembly module loaded once for the
// page, and a message in words where it cannot run. The module imports what is exported below.
// Holds no rule of coaching and stores nothing.

const script = document.querySelector("script[data-glue]");
const address = (name) => new URL(script.dataset[name], document.baseURI);

/** The longest file that is read; `FILE_LIMIT` in src/wire/backup.rs says the same. */
const FILE_LIMIT = 20_000_000;

let loading;
let loads = 0;
const load = () => {
  loading ??= (async () => {
    const from = address("glue");
    // A module comes once for each address. What stands behind a # is no part of what is fetched, so
    // that a new program is made out of the same file.
    if (loads++) from.hash = loads;
    const glue = await import(from);
    const { instance, module } = await run(glue.imports());
    glue.begin(instance, module);
    return glue;
  })();
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

/** What is stored for an instance, as the file that the widget saves; nothing where nothing is. */
const storedAs = (instance) => {
  try {
    const prefix = `coaching-session/${/^[\w-]{1,40}$/.test(instance) ? instance : "default"}/`;
    const names = Object.keys(localStorage).filter((name) => name.startsWith(prefix));
    // Half a character is no text, and would make the whole file one that cannot be read.
    const whole = (text) => text.toWellFormed?.() ?? text;
    const records = names.map((name) => [whole(name.slice(prefix.length)), whole(localStorage.getItem(name))]);
    return records.length && JSON.stringify({ "coaching-session": 1, records: Object.fromEntries(records) });
  } catch {
    // Storage is denied.
  }
};

/** The looks of the message; those of the widget are in the program. */
const PLAIN = `:host{display:block;color-scheme:light dark}:host([theme=light]){color-scheme:light}:host([theme=dark]){color-scheme:dark}
div{all:initial;display:block;color-scheme:inherit;padding:16px;border-radius:16px;background:light-dark(#fbeed6,#33280f);color:light-dark(#8a4f00,#f0b964);font:1rem/1.5 system-ui,sans-serif}
p{margin:0 0 8px;max-inline-size:66ch}button{margin-block-start:8px;margin-inline-end:8px;padding:8px 16px;min-block-size:44px;border:1px solid;border-radius:10px;background:none;color:inherit;font:inherit;font-weight:600;cursor:pointer}
div:focus{outline:0}button:focus-visible{outline:3px solid;outline-offset:2px}`;

class CoachingSession extends HTMLElement {
  static observedAttributes = ["lang"];

  #place;
  #mounted;

  constructor() {
    super();
    // The slot shows what the host page wrote inside the element until the widget is there.
    this.attachShadow({ mode: "open" }).append(document.createElement("slot"));
    this.shadowRoot.addEventListener("change", ({ target }) => this.#read(target));
  }

  async connectedCallback() {
    if (!this.#place) await this.#start();
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

  /** The instance, as the host page names it. */
  get #instance() {
    return this.getAttribute("instance") ?? "default";
  }

  async #start() {
    const place = (this.#place = document.createElement("div"));
    try {
      const glue = await load();
      // The element may have left the page, or come back to it, while the module was loading.
      if (this.#place !== place) return;
      this.shadowRoot.replaceChildren(place);
      open.add(this);
      this.#mounted = glue.mount(this.shadowRoot, place, this.#instance, languageAround(this));
    } catch (error) {
      console.error(error);
      if (isTrap(error)) return stopped();
      loading = undefined;
      this.fail("The coaching session could not start. Try again, or open the page in another browser.");
    }
  }

  /** Hands over the text of a chosen file. The field is emptied, so that the same file can be chosen again. */
  async #read(field) {
    const file = field.files?.[0];
    if (!file) return;
    const text = await file.slice(0, FILE_LIMIT + 1).text().catch(() => "");
    field.value = "";
    this.#mounted?.opens(text);
  }

  /** Says in words that the widget stopped, and what can be done. */
  fail(words) {
    const root = this.shadowRoot;
    const had = this.#mounted && (root.activeElement || document.activeElement === document.body);
    this.#mounted = undefined;
    open.delete(this);
    const message = document.createElement("div");
    message.setAttribute("role", "alert");
    message.lang = "en";
    message.tabIndex = -1;
    const stored = storedAs(this.#instance);
    const text = document.createElement("p");
    text.textContent = stored ? `${words} What this browser stored is kept, and comes back when you start again.` : words;
    const button = (name, press) => {
      const button = document.createElement("button");
      button.textContent = name;
      button.onclick = press;
      return button;
    };
    message.append(
      text,
      button("Start again", async () => {
        await this.#start();
        // Drawing takes a turn of its own.
        setTimeout(() => root.getElementById("heading")?.focus());
      }),
    );
    if (stored) {
      const name = `coaching-sessions-${new Date().toLocaleDateString("sv")}.json`;
      message.append(button("Save a file", () => offerFile(name, storedAs(this.#instance))));
    }
    adopt(root, PLAIN);
    root.replaceChildren(message);
    if (had) message.focus();
  }
}

// A trap ends a WebAssembly instance for good, and with it every widget of the page. The dead one does
// nothing more: all that timers and windows still tell it waits for the turn that never ended.
const isTrap = (error) => error?.name === "RuntimeError";

const stopped = () => {
  loading = undefined;
  for (const element of [...open]) {
    element.fail("The coaching session stopped because of an error.");
  }
};

for (const kind of ["error", "unhandledrejection"]) {
  addEventListener(kind, ({ error, reason }) => {
    if (isTrap(error ?? reason)) stopped();
  });
}

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
