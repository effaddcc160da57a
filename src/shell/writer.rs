//! The program's place among the running programs of its instance: the interface `Writer` of `writer.ts`.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// A running widget's slot, a number under which no other writes records, and the slots of all running
    /// widgets.
    pub type Writer;

    /// Returns the slot, from 0: no other running widget of the instance has the number. `None` without Web
    /// Locks, or if they answered too late.
    #[wasm_bindgen(method, getter)]
    pub(super) fn slot(this: &Writer) -> Option<u32>;

    /// Returns the slots of all running widgets of the instance, this one included; `None` if unknown.
    #[wasm_bindgen(method, getter)]
    pub(super) fn living(this: &Writer) -> Option<Vec<u32>>;
}
