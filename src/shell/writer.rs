//! The program's place among the running programs of its instance: the interface `Writer` of `writer.ts`.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// Slot of a program, and the slots of the other running programs.
    pub type Writer;

    /// Returns the number that no other running program of the instance has; `None` without Web Locks.
    #[wasm_bindgen(method, getter)]
    pub(super) fn slot(this: &Writer) -> Option<u32>;

    /// Returns the slots of all running programs of the instance; `None` if unknown.
    #[wasm_bindgen(method, getter)]
    pub(super) fn living(this: &Writer) -> Option<Vec<u32>>;
}
