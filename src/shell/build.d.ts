// The names that xtask/bundle.mjs puts into the bundle.

/** File name of the glue that wasm-bindgen wrote, beside the bundle. */
declare const GLUE: string;

/** File name of the WebAssembly module, beside the bundle. */
declare const WASM: string;
