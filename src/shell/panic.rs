//! The panic hook: writes the message to the console, and lets the element inform the person.
//!
//! Must not try to continue: a panic ends the WebAssembly instance.

use std::cell::RefCell;
use std::panic::PanicHookInfo;

use super::platform::Platform;

thread_local! {
    /// Platform of the last mounted widget; `None` before the first. Any platform serves, since a panic ends
    /// every widget.
    static PLATFORM: RefCell<Option<Platform>> = const { RefCell::new(None) };
}

/// Reports panics to `platform` from now on.
pub(super) fn report_to(platform: &Platform) {
    PLATFORM.set(Some(platform.clone()));
    yew::set_custom_panic_hook(Box::new(report));
}

fn report(info: &PanicHookInfo<'_>) {
    console_error_panic_hook::hook(info);
    PLATFORM.with_borrow(|platform| platform.iter().for_each(Platform::panicked));
}
