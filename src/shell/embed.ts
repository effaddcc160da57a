// The page in a frame (`index.html?embed`): tells the page around the events and the height, and takes attributes and calls
// from that page alone. Everything that comes in is checked as hostile.
// Must not answer any other window, but for the full page of its own origin, which takes the data over.

import type { CoachingSessionElement } from "./contract";
import { isOwnOrigin, setAttributes } from "./frame";
import { globals } from "./kept";
import { EVENTS, METHODS, isRecord, message, methodOf, readMessage, type Method } from "./protocol";

/** Upper bound of calls that wait for an answer. */
const CALLS = 16;

/** Least time between two changes of attributes, in milliseconds: a change can start the widget anew. */
const PAUSE = 250;

/** Calls a method for a page of another origin: the person is asked first. Rejects if the person declines. */
type Ask = (name: string, text: string, origin: string) => Promise<string>;

/** Tells the page around that the person has dealt with the link that it opened. */
export const tellForgotten = (): void => tell("forgotten", {});

/** Serves the page around from now on. */
export const embed = (element: CoachingSessionElement, ask: Ask): void => {
  document.documentElement.toggleAttribute("data-embed", true);
  const wanted = new URLSearchParams(location.search);
  setAttributes(element, wanted);
  for (const type of EVENTS) element.addEventListener(type, (event) => tell(type, (event as CustomEvent).detail));
  const change = atIntervals((detail, origin) => setAttributes(element, Object.entries(detail), origin));
  const answer = answering(element, ask);
  addEventListener("message", ({ data, source, origin }) => {
    const heard = readMessage(data);
    if (source === window.parent && heard?.type === "attributes") change(heard.detail, origin);
    else if (source === window.parent && heard?.type === "call") void answer(heard.detail, origin);
    else if (source && isOwnOrigin(origin) && heard?.type === "carry") void carry(element, source as Window);
  });
  if (wanted.get("embed") !== "fixed") tellHeight();
};

/** Tells the page around. Holds no name and no text, so that any page may hear it. */
const tell = (type: string, detail: object): void => window.parent.postMessage(message(type, detail), "*");

/** Tells the page around the height of the content now, and each time it changes. */
const tellHeight = (): void => {
  let last = -1;
  const look = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === last) return;
    last = height;
    tell("height", { height });
  };
  new ResizeObserver(look).observe(document.body);
  look();
};

type Change = (detail: Record<string, unknown>, origin: string) => void;

/** Returns a function that makes a change at once, or with all that came meanwhile once {@link PAUSE} is over. */
const atIntervals = (make: Change): Change => {
  let isResting = false;
  let due: Record<string, unknown> | undefined;
  const change: Change = (detail, origin) => {
    if (isResting) {
      due = { ...due, ...detail };
      return;
    }
    isResting = true;
    make(detail, origin);
    globals.setTimeout(() => {
      isResting = false;
      const next = due;
      due = undefined;
      if (next) change(next, origin);
    }, PAUSE);
  };
  return change;
};

/** Returns a function that calls a method of the element for the page around, and sends that page the result. */
const answering = (element: CoachingSessionElement, ask: Ask): ((detail: Record<string, unknown>, origin: string) => Promise<void>) => {
  let waiting = 0;
  return async ({ id, method, argument }, origin) => {
    if (!Number.isSafeInteger(id) || (id as number) < 0) return;
    const reply = (result: object) => {
      // A page without an origin of its own cannot be named, and gets no data.
      window.parent.postMessage(message("result", { id, ...result }), origin === "null" ? "*" : origin);
    };
    waiting += 1;
    try {
      if (waiting > CALLS) throw new Error("too many calls at once");
      const name = methodOf(method);
      if (!name) throw new Error("no such method");
      const { limit, asks, inner = "" }: Method = METHODS[name];
      const text = argumentOf(argument, limit);
      await element.ready;
      if (asks && origin === "null") throw new Error("the page around has no origin of its own");
      if (asks && !isOwnOrigin(origin)) {
        if (name === "summary" && text && text !== "markdown" && text !== "text") throw new Error("no such format");
        reply({ result: await ask(inner, text ?? "", origin) });
        return;
      }
      const call = element[name] as Promise<void> | ((text?: string) => Promise<string | void>);
      reply({ result: (await (typeof call === "function" ? call.call(element, text) : call)) ?? null });
    } catch (error) {
      const reason = error instanceof Error ? error.message.replace(/^<coaching-session>: /, "") : "failed";
      reply({ error: reason });
    } finally {
      waiting -= 1;
    }
  };
};

/** Returns the argument of a call; undefined for none. Throws for one that the method does not take. */
const argumentOf = (argument: unknown, limit: number): string | undefined => {
  if (argument === undefined || argument === null) return undefined;
  if (typeof argument !== "string" || argument.length > limit) throw new Error("the argument is not allowed");
  return argument;
};

/** Sends all data to the full page, which shows them before anything is stored there. */
const carry = async (element: CoachingSessionElement, page: Window): Promise<void> => {
  const text = await element.exportData();
  page.postMessage(message("carried", { text }), self.origin);
};

/** Asks the frame that opened this page for its data, and hands them to `read`. Does nothing on a page without `?carry`. */
export const takeOver = (read: (text: string) => void): void => {
  const address = new URL(location.href);
  if (window.parent !== window || !address.searchParams.has("carry")) return;
  address.searchParams.delete("carry");
  history.replaceState(history.state, "", address);
  const opener = window.opener as Window | null;
  if (!opener || self.origin === "null") return;
  const end = new AbortController();
  const hear = ({ data, source, origin }: MessageEvent) => {
    const heard = readMessage(data);
    if (source !== opener || !isOwnOrigin(origin) || heard?.type !== "carried" || !isRecord(heard.detail)) return;
    const { text } = heard.detail;
    end.abort();
    // A head alone holds no record.
    if (typeof text === "string" && text.trim().includes("\n")) read(text);
  };
  addEventListener("message", hear, { signal: end.signal });
  opener.postMessage(message("carry", {}), self.origin);
};
