//! From a view to markup. A file for each screen and for each thing that several screens show.
//!
//! There is no component of Yew here but functions from a view to markup, drawn when something has
//! happened: twelve of them as components weighed 33 KB more WebAssembly, and spared nothing. Each says
//! its markup and what fills it (see `page::draw`). What changes by itself, the clock face, is painted
//! over in between.
//!
//! Never stores, never sends, holds no words, and never asks for the time.

mod agenda;
mod ask;
mod button;
mod ear;
mod face;
mod field;
mod file;
mod form;
mod head;
mod home;
mod markup;
mod note;
mod notice;
mod over;
mod page;
mod planned;
mod prepare;
mod question;
mod rail;
mod root;
mod run;
mod summary;

use std::rc::Rc;

use crate::program::event::Event;

pub use face::repaint;
pub use root::whole;

/// Takes what a person did to the program.
#[derive(Clone)]
pub struct Dispatch(Rc<dyn Fn(Event)>);

impl Dispatch {
    /// Hands each event to `take`.
    pub fn new(take: impl Fn(Event) + 'static) -> Self {
        Self(Rc::new(take))
    }

    /// Hands over one event.
    pub fn send(&self, event: impl Into<Event>) {
        (self.0)(event.into());
    }
}
