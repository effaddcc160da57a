//! The entry point of the WebAssembly module. Does nothing: linking the library puts the exports of
//! `shell::element` into the module.

use coaching_session as _;

fn main() {}
