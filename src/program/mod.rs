//! The program: takes an event and the time, changes the model, and returns effects.
//!
//! Never touches a browser, never draws, and never asks for the time or for chance.

pub mod effect;
pub mod event;
pub mod state;
pub mod update;

pub use update::update;
