//! The port through which the clock face reads the time. The shell implements it with the browser's clock,
//! the tests with a clock that stands still.

use std::any::Any;
use std::ops::Deref;
use std::rc::Rc;

use yew::{Callback, hook, use_effect, use_force_update};

use crate::domain::time::Instant;
use crate::text::Env;

/// The port through which the clock face reads the time and learns of the next second.
pub trait Time {
    /// Returns the current instant.
    fn now(&self) -> Instant;

    /// Returns the translator and the rules of time zones, for the words of the clock face.
    fn env(&self) -> Env<'_>;

    /// Emits `tick` at the next full second if the page is visible then, else when it becomes visible. The
    /// caller drops the returned handle at the tick, which cancels any further one.
    fn next_second(&self, tick: Callback<()>) -> Box<dyn Any>;
}

/// A shared clock. A clone is equal to its original, so properties that hold a clock stay equal.
#[derive(Clone)]
pub struct Clock(Rc<dyn Time>);

impl Clock {
    /// Returns a clock that reads `time`.
    pub fn new(time: impl Time + 'static) -> Self {
        Self(Rc::new(time))
    }
}

impl Deref for Clock {
    type Target = dyn Time;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

impl PartialEq for Clock {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Returns the current instant, and renders the component again at each full second while the page is
/// visible.
#[hook]
pub(super) fn use_now(clock: &Clock) -> Instant {
    let update = use_force_update();
    let ticking = clock.clone();
    // Without dependencies: each rendering waits for the second after it.
    use_effect(move || {
        let handle = ticking.next_second(Callback::from(move |()| update.force_update()));
        move || drop(handle)
    });
    clock.now()
}
