//! From a view to markup. A file for each screen and for each thing that several screens show.
//!
//! The clock face is the only component of Yew here: it is what changes by itself. The rest are
//! functions from a view to markup, drawn when something has happened. Twelve of them as components
//! weighed 33 KB more WebAssembly, and spared nothing.
//!
//! Never stores, never sends, holds no words, and asks for the time in one place: the clock face.

mod agenda;
mod button;
mod face;
mod field;
mod form;
mod head;
mod home;
mod notice;
mod over;
mod planned;
mod rail;
mod root;
mod run;
mod tag;

use std::any::Any;
use std::rc::Rc;

use yew::virtual_dom::{ListenerKind, VTag};

use crate::domain::time::Instant;
use crate::present::Action;
use crate::program::event::Event;

pub use root::whole;
use tag::hearing;

/// Takes what a person did to the program. Compared by pointer, so it never makes a component draw
/// again.
#[derive(Clone)]
pub struct Dispatch(Rc<dyn Fn(Event)>);

impl Dispatch {
    /// Hands each event to `take`.
    pub fn new(take: impl Fn(Event) + 'static) -> Self {
        Self(Rc::new(take))
    }

    /// Hands over one event.
    pub fn send(&self, event: Event) {
        (self.0)(event);
    }

    /// The element, with what an action brings about handed over at each click.
    fn on_click(&self, tag: VTag, action: &Action) -> VTag {
        let (dispatch, event) = (self.clone(), action.event.clone());
        hearing(tag, ListenerKind::onclick, move |_| dispatch.send(event.clone()))
    }
}

impl PartialEq for Dispatch {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The time of day, for the clock face alone.
pub trait Clock {
    /// Now.
    fn now(&self) -> Instant;

    /// Calls `tick` at each full second for as long as the returned value lives and the page is
    /// visible.
    fn each_second(&self, tick: Box<dyn Fn()>) -> Ticking;
}

/// Keeps a clock ticking; dropping it stops that.
pub struct Ticking(#[expect(dead_code, reason = "held to be dropped")] Box<dyn Any>);

impl Ticking {
    /// Ticks until `handle` is dropped.
    pub fn until_dropped(handle: impl Any) -> Self {
        Self(Box::new(handle))
    }
}

/// The clock as the clock face gets it. Compared by pointer.
#[derive(Clone)]
pub struct SharedClock(pub Rc<dyn Clock>);

impl PartialEq for SharedClock {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
