// Defines <coaching-session>: an open shadow root, the WebAssembly module loaded once for the page, the
// link by which the page was opened, and a message in words where the module cannot run. The module
// imports what is exported below.
// Holds no rule of coaching and stores nothing.

const script = document.querySelector("script[data-glue]");
const address = (name) => new URL(script.dataset[name], document.baseURI);

/** The longest file that is read; `FILE_LIMIT` in src/wire/backup.rs says the same. */
const FILE_LIMIT = 16_000_000;

/** How much of it is read at once, in bytes. */
const AT_ONCE = 1 << 18;

let loading;
let loads = 0;
const load = () => {
  loading ??= (async () => {
    const from = address("glue");
    // A module comes once for each address. What stands behind a # is no part of what is fetched, so
    // that a new program is made out of the same file.
    if (loads++) from.hash = loads;
    const [glue, program] = await Promise.all([import(from), fetch(address("program"))]);
    const wasm = glue.unpack(await program.arrayBuffer());
    const { instance, module } = await WebAssembly.instantiate(wasm, glue.imports());
    glue.begin(instance, module);
    return glue;
  })();
  return loading;
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

/** The widgets that run, by the place that each was put into: the first of the page first. */
const running = new Map();

/** Tells the widget in that place something, unless it is gone by then. */
export const tell = (place, what, said) => running.get(place)?.hears(what, said);

/** Under which name the state of an entry of the history holds the text of a link. */
const NAME = "coaching-session";

/** Our part of an address, with what stands before it and behind it. */
const PART = /([#?]|&(?:amp;)?|%(?:25)*23)cs(?:=|%3d)([^&#]*)(&?)/gi;

/** The text of a link that no widget was told of yet. */
let link;

/**
 * Takes a link out of the address: without another entry in the history, and without a change to what is
 * the host page's own. The first widget that runs is told, or else the next one that starts.
 */
const readAddress = () => {
  const { href } = location;
  const hash = href.indexOf("#");
  const rest = href.replace(PART, (part, before, value, behind, at) => {
    // Before the hash stands what a server reads, and it may have a parameter of that name.
    if ((hash < 0 || at < hash) && !/^\d+\./.test(value)) return part;
    link = href;
    return behind && (before.length > 1 ? behind : before);
  });
  if (rest !== href) keep(href, rest);
  const [first] = running.keys();
  if (!link || !running.get(first)) return;
  tell(first, "link", link);
  link = undefined;
};

/** Keeps the text of a link, for a page that is loaded again, beside what the host page keeps; or no text any more. */
const keep = (text, href = location.href) => {
  let { state } = history;
  // Another kind of object would not be the same with something beside it.
  if (!state || Object.getPrototypeOf(state) === Object.prototype) {
    const { [NAME]: _, ...others } = state ?? {};
    state = text ? { ...others, [NAME]: text } : Object.keys(others).length ? others : null;
  }
  try {
    history.replaceState(state, "", href);
  } catch {
    // A frame without an origin of its own: the address stays.
  }
};

/** The link is dealt with: it shall not be opened again. */
export const forgetLink = () => {
  link = undefined;
  if (history.state?.[NAME]) keep();
};

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

  constructor() {
    super();
    // The slot shows what the host page wrote inside the element until the widget is there.
    this.attachShadow({ mode: "open" }).append(document.createElement("slot"));
    // One after the other, so that the parts of two do not mix; whatever became of the one before.
    let last = Promise.resolve();
    this.shadowRoot.addEventListener("change", ({ target }) => {
      const read = () => this.#read(target);
      last = last.then(read, read);
    });
  }

  async connectedCallback() {
    readAddress();
    // Before the listeners of the host page, which need not know of it. To listen twice is to listen once.
    addEventListener("hashchange", readAddress, true);
    if (!this.#place) await this.#start();
  }

  disconnectedCallback() {
    // An element that is only moved is connected again before the microtask runs.
    queueMicrotask(() => {
      if (this.isConnected) return;
      const widget = running.get(this.#place);
      running.delete(this.#place);
      widget?.unmount();
      this.#place = undefined;
      this.shadowRoot.replaceChildren(document.createElement("slot"));
    });
  }

  attributeChangedCallback() {
    tell(this.#place, "lang", languageAround(this));
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
      running.set(place);
      // The page was loaded again, or the widget that was told is gone.
      if (running.size < 2) link ??= history.state?.[NAME];
      running.set(place, glue.mount(this.shadowRoot, place, this.#instance, languageAround(this), link));
      link = undefined;
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
    field.disabled = true;
    // Part by part, so that nothing stops for a large one. A character may stand in two parts.
    const decoder = new TextDecoder();
    let end = "";
    try {
      for (let at = 0; at < Math.min(file.size, FILE_LIMIT + 1); at += AT_ONCE) {
        const part = await file.slice(at, at + AT_ONCE).arrayBuffer();
        tell(this.#place, "part", decoder.decode(part, { stream: true }));
      }
    } catch {
      end = undefined;
    }
    field.value = "";
    field.disabled = false;
    tell(this.#place, "file", end);
  }

  /** Says in words that the widget stopped, and what can be done. */
  fail(words) {
    const root = this.shadowRoot;
    const had = running.get(this.#place) && (root.activeElement || document.activeElement === document.body);
    running.delete(this.#place);
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
  // Were it the link that ended it, every other start would end alike.
  if (running.size) forgetLink();
  for (const place of [...running.keys()]) {
    place.getRootNode().host.fail("The coaching session stopped because of an error.");
  }
};

for (const kind of ["error", "unhandledrejection"]) {
  addEventListener(kind, ({ error, reason }) => {
    if (isTrap(error ?? reason)) stopped();
  });
}

if (!customElements.get("coaching-session")) customElements.define("coaching-session", CoachingSession);

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
