//! Memory, given out by `talc`: 2.4 KB less in the download than what Rust's library brings along.
//! Safe in a module of one thread alone; `talc` refuses to compile into any other.

/// Grows the module's memory as needed. Without growing a block where it stands, which `Cargo.toml`
/// switches off to spare 0.4 KB: our blocks are small.
#[cfg(all(target_arch = "wasm32", not(target_feature = "atomics")))]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
