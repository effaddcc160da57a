//! The entry point of the wasm module. It does nothing of its own: linking the library is what
//! puts the functions that `shell::element` exports into the module.

use coaching_session as _;

fn main() {}
