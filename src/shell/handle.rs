//! Timers and listeners of the program. Dropping a handle ends its timer or listener.
//!
//! The platform knows all of them: an error ends the program without dropping anything.

use std::any::Any;

use wasm_bindgen::prelude::Closure;
use web_sys::{Event, EventTarget};

use super::platform::Platform;

/// A waiting timer or an attached listener.
pub(super) struct Handle {
    /// Number of the handle at the platform.
    number: u32,
    platform: Platform,
    /// The function that the browser calls.
    _work: Box<dyn Any>,
}

impl Handle {
    /// Calls `work` once after `wait` milliseconds, unless the handle is dropped or the program ends before.
    pub(super) fn timer(platform: &Platform, wait: u32, work: impl FnOnce() + 'static) -> Self {
        let work = Closure::once(work);
        let number = platform.start_timer(wait, &work);
        Self { number, platform: platform.clone(), _work: Box::new(work) }
    }

    /// Calls `work` with each event called `name` at a target, until the handle is dropped or the program
    /// ends.
    pub(super) fn listener(
        platform: &Platform,
        target: &EventTarget,
        name: &str,
        work: impl FnMut(Event) + 'static,
    ) -> Self {
        let work = Closure::new(work);
        let number = platform.listen(target, name, &work);
        Self { number, platform: platform.clone(), _work: Box::new(work) }
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.platform.release(self.number);
    }
}
