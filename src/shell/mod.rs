//! The only module that touches a browser: stamps events with the time, performs effects, and hands the view
//! to `ui`.
//!
//! Never decides anything about coaching.

mod alarm;
mod app;
mod bus;
mod clock;
pub mod element;
mod file;
mod float;
mod focus;
mod handle;
mod intl;
mod leaving;
mod listeners;
mod panic;
mod past;
mod platform;
mod pointer;
mod sight;
mod signals;
mod storage;
mod ticks;
mod told;
mod writer;

use web_sys::{Document, VisibilityState};

fn document() -> Option<Document> {
    web_sys::window().and_then(|window| window.document())
}

/// Returns true if nobody can see the page.
fn is_hidden() -> bool {
    document().is_some_and(|document| document.visibility_state() == VisibilityState::Hidden)
}
