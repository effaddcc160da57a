//! Events come in with the time, the model changes, effects come out.
//!
//! Never touches a browser, never draws, and never asks for the time or for chance.

pub mod effect;
pub mod event;
pub mod state;
pub mod update;

pub use update::update;
