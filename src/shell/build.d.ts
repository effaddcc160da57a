// Constants that xtask/bundle.mjs defines in the bundle.

/** File name of the rest of the script, beside the stable script. */
declare const REST: string;

/** File name of the glue that wasm-bindgen wrote, beside the bundle. */
declare const GLUE: string;

/** File name of the WebAssembly module, beside the bundle. */
declare const WASM: string;

/** File names of the languages other than English, by BCP 47 tag, beside the bundle. */
declare const LANGUAGES: Record<string, string>;

/** Styles of the widget, all files that styles/widget.css names. */
declare const STYLES: string;

/** Words in the form of Project Fluent, as text. */
declare module "*.ftl" {
  const text: string;
  export default text;
}
