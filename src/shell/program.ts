// Loads the program: the WebAssembly module and its glue code by wasm-bindgen.
// Must not start a widget by itself.

import type { Globals } from "./globals";
import { globals } from "./kept";
import type { Platform } from "./platform";
import { reasonOf } from "./reason";
import type { Writer } from "./writer";

/** A running widget; src/shell/element.rs exports this class. */
export interface Widget {
  /** Hands the widget a text that may hold a link. */
  openLink(text: string): void;
  /** Hands the widget the next part of a chosen file's text; `file` is the number of the file. */
  readPart(file: number, text: string): void;
  /** Ends the text of a chosen file; `name` is undefined if a part could not be read. */
  endFile(file: number, name: string | undefined): void;
  /** Hands the widget the text of the company's file of content, which came after the start. */
  configure(file: string): void;
  /**
   * Calls a method for the host page, whose answer has the number `call`. `text` is its argument, "" without one. The
   * person is asked first for a page of another origin around the frame, which `around` names.
   */
  call(call: number, name: string, text: string, around?: string): void;
  /** Reads the attributes of the element again. */
  hostChanged(): void;
  /** Changes the reader's language to a BCP 47 tag. */
  setLang(lang: string): void;
  /** Calls `answer` after all that was sent before is handled. */
  ask(answer: () => void): void;
  /** Removes the widget from the page. */
  unmount(): void;
}

/** Error of a file that could not be had; its message is the id of the words for the person. */
export class NotLoaded extends Error {}

/** The loaded program: the glue module of wasm-bindgen. */
export interface Program {
  default(options: { module_or_path: Response }): Promise<unknown>;
  /** Takes functions of the browser in place of those that the page has now. */
  keepGlobals(saved: Globals["glue"]): void;
  mount(
    root: ShadowRoot,
    place: Element,
    instance: string,
    lang: string,
    link: string | undefined,
    platform: Platform,
    writer: Writer,
  ): Widget;
}

let loading: Promise<Program> | undefined;
let loaded: Program | undefined;
let loads = 0;

/** Returns the program, which is loaded once for all widgets of the page. A failed load can be tried again. */
export const load = (): Promise<Program> => {
  if (loading) return loading;
  const started = start();
  loading = started;
  const isCurrent = () => loading === started;
  started.then(
    (program) => isCurrent() && (loaded = program),
    () => isCurrent() && drop(),
  );
  return started;
};

/** Returns the program that runs the widgets of the page; undefined before the load, and after an error in it. */
export const loadedProgram = (): Program | undefined => loaded;

/** Drops the program, so that the next start loads a new instance. */
export const drop = (): void => {
  loading = undefined;
  loaded = undefined;
};

const start = async (): Promise<Program> => {
  try {
    const [program, wasm] = ONE_FILE ? (await import("./inside")).programInside() : await fetched();
    program.keepGlobals(globals.glue);
  await program.default({ module_or_path: wasm });
    return program;
  } catch (error) {
    const why = ONE_FILE ? undefined : await reasonOf([GLUE, WASM]);
    throw why ? new NotLoaded(why, { cause: error }) : error;
  }
};

/** Returns the glue and the WebAssembly module from the files beside the script. */
const fetched = async (): Promise<[Program, Response]> => {
  const address = new URL(GLUE, import.meta.url);
  // A browser evaluates a module once for each address and remembers a failed load. A fragment makes another
  // address of the same file.
  if (loads > 0) address.hash = `${loads}`;
  loads += 1;
  // Both files load at once; the WebAssembly compiles while it downloads.
  return globals.Promise.all([import(address.href) as Promise<Program>, globals.fetch(new URL(WASM, import.meta.url))]);
};

/**
 * Parts of a stack frame that name our code. In one file, the script may be bundled with code of the host page, and only
 * WebAssembly is known to be ours.
 */
const OURS = ONE_FILE ? ["wasm://", "wasm-function"] : [GLUE, WASM, import.meta.url];

/**
 * Returns true for an error, of any kind, that our code threw: the innermost frame of its stack names one of our files.
 * An error of a listener on the host page also has our files on its stack, when the program moves the focus.
 */
export const isOurs = (error: unknown): boolean => {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  // "    at name (address)" in Chromium, "name@address" elsewhere. Frames of the engine name no address.
  const innermost = /^ +at .*:\/\/.*$/m.exec(stack) ?? /^.*@.*:\/\/.*$/m.exec(stack);
  return OURS.some((part) => innermost?.[0].includes(part));
};
