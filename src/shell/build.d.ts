// Constants that xtask/bundle.mjs defines in the bundle.

/** True in the bundle that holds the program and all words, and requests no file. */
declare const ONE_FILE: boolean;

/** File name of the rest of the script, beside the stable script. */
declare const REST: string;

/** File name of the glue that wasm-bindgen wrote, beside the bundle. */
declare const GLUE: string;

/** File name of the WebAssembly module, beside the bundle. */
declare const WASM: string;

/** File names of the languages other than English, by BCP 47 tag, beside the bundle; in one file their words. */
declare const LANGUAGES: Record<string, string>;

/** Message `too-old` of each language, by BCP 47 tag. */
declare const TOO_OLD: Record<string, string>;

/** Messages of the page of its own: words by BCP 47 tag, by id. */
declare const PAGE_WORDS: Record<string, Record<string, string>>;

/** Fingerprint of the files that the page of its own loads. */
declare const RELEASE: string;

/** Styles of the widget, all files that styles/widget.css names. */
declare const STYLES: string;

/** Words in the form of Project Fluent, parsed by the build. */
declare module "*.ftl" {
  const body: import("@fluent/bundle").FluentResource["body"];
  export default body;
}

/** The glue that wasm-bindgen wrote, in the bundle of one file. */
declare module "coaching-session-glue" {
  /** Runs the code of the glue; returns what the module exports. */
  export const makeGlue: () => unknown;
}

/** The WebAssembly module, packed by gzip, in the bundle of one file. */
declare module "coaching-session-wasm" {
  const packed: Uint8Array<ArrayBuffer>;
  export default packed;
}

/** The policy that docs/element.md gives for the page of its own. */
declare const POLICY: string;

/** English names of the built-in coaching types by id. */
declare const TYPE_NAMES: Record<string, string>;

/** English words in the form of Project Fluent, without comments. */
declare const ENGLISH: string;
