// Loads the program: the WebAssembly module, and the glue that wasm-bindgen wrote for it.
// Must not start a widget by itself.

import type { Platform } from "./platform";

/** A running widget, as src/shell/element.rs exports it. */
export interface Widget {
  /** Opens a text that may hold a link. */
  openLink(text: string): void;
  /** Takes the next part of a file that the person chose. */
  readPart(text: string): void;
  /** Ends that file; false where the rest could not be read. */
  endFile(isWhole: boolean): void;
  /** Changes the language of the person (a BCP 47 tag). */
  setLang(lang: string): void;
  /** Takes the widget off the page. */
  unmount(): void;
}

/** The module of wasm-bindgen's glue. */
interface Program {
  default(options: { module_or_path: Response }): Promise<unknown>;
  mount(
    root: ShadowRoot,
    place: Element,
    instance: string,
    lang: string,
    link: string | undefined,
    platform: Platform,
  ): Widget;
}

let loading: Promise<Program> | undefined;
let loads = 0;

/** The program, loaded once for all widgets of the page. */
export const load = (): Promise<Program> => (loading ??= start());

/** Drops the program, so that the next start makes a new one. */
export const drop = (): void => {
  loading = undefined;
};

const start = async (): Promise<Program> => {
  const address = new URL(GLUE, import.meta.url);
  // A browser makes a module once for each address, and remembers a failure to load it. A fragment makes
  // another address of the same file.
  if (loads > 0) address.hash = `${loads}`;
  loads += 1;
  // Both at once; the module compiles while it streams in.
  const [program, wasm] = await Promise.all([
    import(address.href) as Promise<Program>,
    fetch(new URL(WASM, import.meta.url)),
  ]);
  await program.default({ module_or_path: wasm });
  return program;
};

/**
 * True for an error that came out of the program: after it, this instance cannot be trusted any more. The
 * program moves the focus, and an error of a listener on the host page then has our files on its stack, too:
 * so the innermost frame has to be ours as well.
 */
export const isFromProgram = (error: unknown): boolean => {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  // "    at name (address)" in Chromium, "name@address" elsewhere. Frames of the engine name no address.
  const innermost = /^ +at .*:\/\/.*$/m.exec(stack) ?? /^.*@.*:\/\/.*$/m.exec(stack);
  const isOurs = [GLUE, WASM, import.meta.url].some((file) => innermost?.[0].includes(file));
  return isOurs && [GLUE, WASM].some((file) => stack.includes(file));
};
