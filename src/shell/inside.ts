// The program inside the script, for one file that starts without any other: the glue code of wasm-bindgen as a function,
// and the WebAssembly module, packed by gzip.
// Must not be part of the script whose files lie beside each other.

import { makeGlue } from "coaching-session-glue";
import packed from "coaching-session-wasm";
import type { Program } from "./program";

/** Returns new glue, without the state of an earlier program, and the module as if it had been fetched. */
export const programInside = (): [Program, Response] => {
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  // With this type the module compiles while it unpacks.
  return [makeGlue() as Program, new Response(unpacked, { headers: { "content-type": "application/wasm" } })];
};
