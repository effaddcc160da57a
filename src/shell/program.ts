// Loads the program: the WebAssembly module and its glue code by wasm-bindgen.
// Must not start a widget by itself.

import type { Platform } from "./platform";
import type { Writer } from "./writer";

/** A running widget; src/shell/element.rs exports this class. */
export interface Widget {
  /** Hands the widget a text that may hold a link. */
  openLink(text: string): void;
  /** Hands the widget the next part of a chosen file's text; `file` is the number of the file. */
  readPart(file: number, text: string): void;
  /** Ends the text of a chosen file; `isWhole` is false if a part could not be read. */
  endFile(file: number, isWhole: boolean): void;
  /** Changes the reader's language to a BCP 47 tag. */
  setLang(lang: string): void;
  /** Removes the widget from the page. */
  unmount(): void;
}

/** The loaded program: the glue module of wasm-bindgen. */
interface Program {
  default(options: { module_or_path: Response }): Promise<unknown>;
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
let loads = 0;

/** Returns the program, which is loaded once for all widgets of the page. */
export const load = (): Promise<Program> => (loading ??= start());

/** Drops the program, so that the next start loads a new instance. */
export const drop = (): void => {
  loading = undefined;
};

const start = async (): Promise<Program> => {
  const address = new URL(GLUE, import.meta.url);
  // A browser evaluates a module once for each address and remembers a failed load. A fragment makes another
  // address of the same file.
  if (loads > 0) address.hash = `${loads}`;
  loads += 1;
  // Both files load at once; the WebAssembly compiles while it downloads.
  const [program, wasm] = await Promise.all([
    import(address.href) as Promise<Program>,
    fetch(new URL(WASM, import.meta.url)),
  ]);
  await program.default({ module_or_path: wasm });
  return program;
};

/**
 * Returns true for an error of the program; after such an error the instance cannot be trusted. An error of a
 * listener on the host page also has our files on its stack, when the program moves the focus. So the innermost
 * frame has to be ours as well.
 */
export const isFromProgram = (error: unknown): boolean => {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  // "    at name (address)" in Chromium, "name@address" elsewhere. Frames of the engine name no address.
  const innermost = /^ +at .*:\/\/.*$/m.exec(stack) ?? /^.*@.*:\/\/.*$/m.exec(stack);
  const isOurs = [GLUE, WASM, import.meta.url].some((file) => innermost?.[0].includes(file));
  return isOurs && [GLUE, WASM].some((file) => stack.includes(file));
};
