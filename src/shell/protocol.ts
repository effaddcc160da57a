// The messages between the page in a frame and the page around it: docs/frame.md describes them. Both sides read them as
// hostile.
// Must not act on a message.

/** Property by which a message is known, with the number of the protocol. */
const MARK = "coaching-session";
const VERSION = 1;

/** Upper bound of a link, and of the text around it, in UTF-16 units. */
const LINK_LIMIT = 1 << 18;

/** Upper bound of a saved file, in UTF-16 units; equals `FILE_LIMIT` in src/wire/backup.rs. */
const FILE_LIMIT = 16_000_000;

/** A message. */
export interface Message {
  type: string;
  detail: Record<string, unknown>;
}

/** A method that a page around the frame can call. */
export interface Method {
  /** Name of the call in the program; undefined for a method that is no call of it. */
  inner?: string;
  /** Upper bound of the argument, in UTF-16 units; 0 for a method without one. */
  limit: number;
  /** True if a page of another origin gets data by it, or removes them: the person is asked first. */
  asks: boolean;
}

/** The methods of the element by name, as they travel. */
export const METHODS = {
  ready: { limit: 0, asks: false },
  open: { limit: LINK_LIMIT, asks: false },
  link: { inner: "link", limit: 0, asks: true },
  calendar: { inner: "calendar", limit: 0, asks: true },
  summary: { inner: "summary", limit: 8, asks: true },
  exportData: { inner: "export", limit: 0, asks: true },
  importData: { inner: "import", limit: FILE_LIMIT, asks: false },
  deleteData: { inner: "delete", limit: 0, asks: true },
} as const satisfies Record<string, Method>;

/** Name of a method. */
export type MethodName = keyof typeof METHODS;

/** Events that travel to the page around the frame, by their names on the element. */
export const EVENTS = [
  "coaching-ready",
  "coaching-readiness",
  "coaching-start",
  "coaching-item",
  "coaching-overrun",
  "coaching-end",
  "coaching-share",
  "coaching-error",
];

/** Returns a message as it travels. */
export const message = (type: string, detail: object): object => ({ [MARK]: VERSION, type, detail });

/** Returns the message in what came; undefined for anything else. */
export const readMessage = (data: unknown): Message | undefined => {
  if (!isRecord(data) || data[MARK] !== VERSION) return undefined;
  const { type, detail } = data;
  return typeof type === "string" && isRecord(detail) ? { type, detail } : undefined;
};

/** Returns the name of a method if `name` is one. */
export const methodOf = (name: unknown): MethodName | undefined =>
  typeof name === "string" && Object.hasOwn(METHODS, name) ? (name as MethodName) : undefined;

/** Returns true for a plain object. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
