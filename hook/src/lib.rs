//! Stands in for the crate of this name, to which yew hands every panic. That one writes the message and the
//! stack to the console; the page that is built for people has no messages in it, and element.js tells them
//! and saves their data whatever went wrong. Measured: 0.4 KB of 141 KB brotli.

/// Tells nobody.
pub fn hook(_: &std::panic::PanicHookInfo<'_>) {}
