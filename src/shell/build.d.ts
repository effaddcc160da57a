// Constants that xtask/bundle.mjs defines in the bundle.

/** File name of the glue that wasm-bindgen wrote, beside the bundle. */
declare const GLUE: string;

/** File name of the WebAssembly module, beside the bundle. */
declare const WASM: string;
