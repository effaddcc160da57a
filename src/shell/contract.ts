// The public types of <coaching-session>, from which coaching-session.d.ts is made.
// Must not import anything: the file stands alone beside the script.

/** The element `<coaching-session>`: a talk between a sales manager and a seller becomes a coaching session. */
export interface CoachingSessionElement extends HTMLElement {
  /** Colours; `auto` follows the system. */
  theme: "auto" | "light" | "dark";
  /** Party that the visitors of the page are. */
  party: "asked" | "manager" | "seller";
  /** Coaching type of the first session with a seller, built in or the company's; "" for the usual one. */
  type: string;
  /** Length of the first session with a seller, 20 to 90 minutes; null for that of the type. */
  minutes: number | null;
  /** Address that links point to; "" for the page itself. */
  shareUrl: string;
  /** Name that separates the stored data of several widgets of one origin; "" for `default`. */
  instance: string;
  /** Address of a JSON file with the company's own content, or `#` and the id of an element that holds its text; "" for none. */
  config: string;
  /** Place of the data. */
  storage: "local" | "session" | "none";
  /** Time at which the program loads. */
  loading: "lazy" | "eager";
  /** State of the keys of one letter. */
  hotkeys: "on" | "off";
  /** `on` sends all events, and the widget says so. */
  events: "off" | "on";
  /** True to name attributes with unknown values on the console. */
  debug: boolean;

  /** Settles once the widget can be used; rejects if it cannot start. */
  readonly ready: Promise<void>;
  /** Shows the content of a link or a text code. Nothing is stored until the person agrees. */
  open(link: string): Promise<void>;
  /** Returns the link of the session on the screen, as its party would send it. */
  link(): Promise<string>;
  /** Returns the planned session on the screen as iCalendar text (RFC 5545). */
  calendar(): Promise<string>;
  /** Returns the summary of the session on the screen, which is over. */
  summary(format?: "markdown" | "text"): Promise<string>;
  /** Returns all data as the text of a saved file (JSON Lines). */
  exportData(): Promise<string>;
  /** Merges the text of a saved file into the data. */
  importData(text: string): Promise<void>;
  /** Removes all data of the instance, damaged records too. */
  deleteData(): Promise<void>;

  addEventListener<Name extends keyof CoachingSessionEventMap>(
    type: Name,
    listener: (this: CoachingSessionElement, event: CoachingSessionEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** Events of the element by name. They bubble, cross shadow roots, and hold no name, topic or note. */
export interface CoachingSessionEventMap extends HTMLElementEventMap {
  /** The widget can be used. */
  "coaching-ready": CustomEvent<{ version: string }>;
  /** One of the two said to be ready for the session on the screen, or is no longer. */
  "coaching-readiness": CustomEvent<{ manager: boolean; seller: boolean }>;
  /** The session on the screen began. `at` is in epoch milliseconds, here and below. */
  "coaching-start": CustomEvent<{ at: number }>;
  /** Another item of the agenda is current; `item` is its place from 0. */
  "coaching-item": CustomEvent<{ item: number; at: number }>;
  /** The current item takes longer than its minutes. */
  "coaching-overrun": CustomEvent<{ item: number; at: number }>;
  /** The session on the screen ended. */
  "coaching-end": CustomEvent<{ at: number }>;
  /** The person copied, shared or saved something that goes to somebody. */
  "coaching-share": CustomEvent<{ kind: "invitation" | "answer" | "calendar" | "summary" }>;
  /** Something went wrong; the person is told, too. */
  "coaching-error": CustomEvent<{ kind: "storage" | "link" | "config" | "crash" }>;
}

declare global {
  interface HTMLElementTagNameMap {
    "coaching-session": CoachingSessionElement;
  }
}
