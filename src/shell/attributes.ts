// The attributes of <coaching-session>, in one table: their values, their properties, and their words for the docs.
// A host page can write anything into an attribute; an unknown value counts as the first one.
// Must not act on a value.

/** An attribute with its property. */
export interface Attribute {
  /** Name of the property of the element. */
  property: string;
  /** Known values, the default first. Absent for a free text. */
  values?: readonly string[];
  /** Values that a page can offer to choose from, of a free text that takes others, too. */
  offered?: readonly string[];
  /** Returns the value that a free text counts as; undefined for a text that counts as no value. */
  read?: (text: string) => string | undefined;
  /** Purpose of the attribute, for the manifest. */
  about: string;
}

/** Least and greatest length of a session, in minutes; equals `SESSION_MINUTES` in src/domain/agenda.rs. */
const [LEAST, GREATEST] = [20, 90];

/** Returns an id of a coaching type, be it built in or the company's; the program names an unknown one. */
const id = (text: string): string | undefined => (/^[\w-]{1,40}$/.test(text) ? text : undefined);

const minutes = (text: string): string | undefined => {
  const number = Number(text);
  return /^[0-9]{2}$/.test(text) && number >= LEAST && number <= GREATEST ? text : undefined;
};

/** Attributes that the element adds to those of every element, by name. */
export const ATTRIBUTES = {
  theme: { property: "theme", values: ["auto", "light", "dark"], about: "Colours; `auto` follows the system." },
  party: {
    property: "party",
    values: ["asked", "manager", "seller"],
    about: "The party that the visitors of the page are: which button the empty list shows. `asked` shows both.",
  },
  type: {
    property: "type",
    read: id,
    offered: ["opportunity-early", "opportunity-late", "call-before", "call-after", "account", "territory"],
    about: "Coaching type of a new session with a new seller.",
  },
  minutes: { property: "minutes", read: minutes, about: "Length of a new session with a new seller: 20 to 90 minutes." },
  "share-url": {
    property: "shareUrl",
    read: (text: string) => text,
    about: "Address that links point to, `http` or `https`; its query and fragment are dropped. Default: the page.",
  },
  instance: {
    property: "instance",
    read: (text: string) => (/^[\w-]{1,40}$/.test(text) ? text : undefined),
    about: "Name that separates the stored data of several widgets of one origin: 1 to 40 of `A-Z a-z 0-9 - _`.",
  },
  config: {
    property: "config",
    read: (text: string) => text,
    about: "Address of a JSON file with the company's own content, or `#` and the id of an element that holds its text.",
  },
  storage: {
    property: "storage",
    values: ["local", "session", "none"],
    about: "Place of the data: this browser, this tab until it is closed, or nowhere.",
  },
  loading: {
    property: "loading",
    values: ["lazy", "eager"],
    about: "`lazy` loads the program once the element is near the visible part of the page.",
  },
  hotkeys: { property: "hotkeys", values: ["on", "off"], about: "Keys of one letter; `off` leaves them to the page." },
  events: {
    property: "events",
    values: ["off", "on"],
    about: "`off` sends `coaching-ready` and `coaching-error` only. `on` sends all events, and the widget says so.",
  },
  debug: {
    property: "debug",
    about: "Present: names unknown values on the console, and shows faults of `config` above the widget.",
  },
} as const satisfies Record<string, Attribute>;

/** Name of an attribute of the table. */
export type AttributeName = keyof typeof ATTRIBUTES;

const described = (name: AttributeName): Attribute => ATTRIBUTES[name];

/** Returns the value that an attribute counts as: a known one, or "" for an absent or unknown free text. */
export const valueOf = (element: Element, name: AttributeName): string => {
  const { values, read } = described(name);
  const text = element.getAttribute(name);
  if (values) return values.find((value) => value === text) ?? values[0] ?? "";
  return (text !== null && read?.(text)) || "";
};

/** Names on the console each attribute whose value is unknown, if the host page asks for it. */
export const nameUnknown = (element: Element, names: Iterable<AttributeName>): void => {
  if (!element.hasAttribute("debug")) return;
  for (const name of names) {
    const text = element.getAttribute(name);
    const { values, read } = described(name);
    if (text === null || !(values ?? read)) continue;
    if (values ? values.includes(text) : read?.(text) !== undefined) continue;
    sayUnknown(name, text, values ? `"${values[0]}"` : "absent");
  }
};

/** Says on the console that the value of an attribute is unknown, and counts as another one. */
export const sayUnknown = (name: AttributeName, text: string, other: string): void =>
  console.warn(`<coaching-session>: unknown value ${name}="${text}" counts as ${other}.`);

/**
 * Defines a property of a class for each attribute. Reading gives the value that counts; writing writes the attribute, and
 * null or undefined removes it. `minutes` is a number or null, `debug` a boolean, any other a string.
 */
export const defineProperties = (prototype: HTMLElement): void => {
  for (const name of Object.keys(ATTRIBUTES) as AttributeName[]) {
    Object.defineProperty(prototype, described(name).property, {
      configurable: true,
      enumerable: true,
      get(this: Element) {
        if (name === "debug") return this.hasAttribute(name);
        const value = valueOf(this, name);
        return name === "minutes" ? (value ? Number(value) : null) : value;
      },
      set(this: Element, value: unknown) {
        if (name === "debug") this.toggleAttribute(name, Boolean(value));
        else if (value === null || value === undefined) this.removeAttribute(name);
        else this.setAttribute(name, String(value));
      },
    });
  }
};

/** Writes properties that the host page set before the element was defined: they hide those of the class until then. */
export const takeEarlier = (element: HTMLElement): void => {
  for (const { property } of Object.values<Attribute>(ATTRIBUTES)) {
    if (!Object.hasOwn(element, property)) continue;
    const early = element as unknown as Record<string, unknown>;
    const value = early[property];
    delete early[property];
    early[property] = value;
  }
};
