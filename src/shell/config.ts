// The company's content, which the attribute `config` of the element names: a file that is fetched once, with limits of
// size and time, or an element of the page. Handed to the program as text.
// Must not read the content of the file.

import { globals } from "./kept";

/** Upper bound of the file, in bytes; equals `CONFIG_LIMIT` in src/wire/config.rs. */
const CONFIG_LIMIT = 256 * 1024;

/** Time for which the file is awaited, in milliseconds. After it the built-in content stands. */
const CONFIG_TIME = 10_000;

/** Time for which the first screen waits for the file, in milliseconds. A file that comes later changes the screen. */
const FIRST_SCREEN = 1_000;

/** A file that is on its way. */
export interface Fetched {
  /** Text of the file if it came before the first screen is due; else undefined. */
  inTime: Promise<string | undefined>;
  /** Text of the file; undefined if it cannot be had, which the console says. */
  whole: Promise<string | undefined>;
}

/**
 * Fetches the company's file from an address beside the page, or another one that the policy of the page allows
 * (`connect-src`). Sends credentials to the page's own origin alone. An address such as `#content` names an element of the
 * page, whose text is the file; nothing is fetched then. Ends once `life` ends. Calls `failed` if the file cannot be had.
 */
export const fetchConfig = (root: ShadowRoot, life: AbortSignal, failed: () => void): Fetched => {
  for (const told of root.querySelectorAll(".owner")) told.remove();
  const address = root.host.getAttribute("config");
  if (!address) return { inTime: globals.Promise.resolve(undefined), whole: globals.Promise.resolve(undefined) };
  const signal = globals.AbortSignal.any([life, globals.AbortSignal.timeout(CONFIG_TIME)]);
  const whole = read(address, root.host.ownerDocument, signal).catch((error: unknown) => {
    if (life.aborted) return undefined;
    tellOwner(root, `${address}: ${error instanceof Error ? error.message : String(error)}`);
    failed();
    return undefined;
  });
  const due = new globals.Promise<undefined>((settle) => globals.setTimeout(settle, FIRST_SCREEN, undefined));
  return { inTime: globals.Promise.race([whole, due]), whole };
};

/**
 * Fetches the file that the element names by now for a program that runs, and hands its text to `take`, unless the element
 * names another one by then. Without a file the built-in content stands, which is what an empty file leaves.
 */
export const fetchAnother = (root: ShadowRoot, life: AbortSignal, failed: () => void, take: (file: string) => void) => {
  const address = root.host.getAttribute("config");
  void fetchConfig(root, life, failed).whole.then((file) => {
    const isNamed = root.host.getAttribute("config") === address;
    if (isNamed && (file !== undefined || !address)) take(file ?? "{}");
  });
};

/** Name of the event of the shadow root whose `detail` is the text of the faults. The host page does not hear it. */
export const FAULTS = "coaching-faults";

/**
 * Tells the owner of the page that a part of the company's content is left out: on the console, and above the widget if
 * the element has the attribute `debug`. In English, since the owner's page has no other language for it. The page on which
 * owners write their content listens on the shadow root, and shows the faults itself.
 */
export const tellOwner = (root: ShadowRoot, faults: string): void => {
  if (!root.dispatchEvent(new CustomEvent(FAULTS, { cancelable: true, detail: faults }))) return;
  const words = `coaching-session: built-in content stands in place of a part of "config".\n${faults}`;
  console.warn(words);
  if (!root.host.hasAttribute("debug")) return;
  const shown = document.createElement("pre");
  shown.className = "owner";
  shown.lang = "en";
  shown.dir = "ltr";
  shown.role = "status";
  shown.textContent = words;
  root.prepend(shown);
};

const read = async (address: string, page: Document, signal: AbortSignal): Promise<string> => {
  if (address.startsWith("#")) return textOf(address, page);
  const url = new URL(address, document.baseURI);
  const answer = await globals.fetch(url, { credentials: "same-origin", redirect: "follow", signal });
  if (!answer.ok) throw new Error(`${url.href} answered ${answer.status}`);
  return new TextDecoder("utf-8", { fatal: true }).decode(await bytes(answer));
};

/** Returns the text of the element that a fragment names. The program holds the limit of its bytes. */
const textOf = (fragment: string, page: Document): string => {
  const named = page.getElementById(fragment.slice(1));
  if (!named) throw new Error("the page has no element with this id");
  return (named instanceof HTMLTemplateElement ? named.content : named).textContent ?? "";
};

/** Returns the bytes of an answer; rejects as soon as there are too many, whatever the answer says about its length. */
const bytes = async (answer: Response): Promise<Uint8Array> => {
  const reader = answer.body?.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) break;
    length += part.value.length;
    if (length > CONFIG_LIMIT) {
      await reader?.cancel();
      throw new Error(`the file has more than ${CONFIG_LIMIT} bytes`);
    }
    parts.push(part.value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};
