//! What happens: an event and the time come in, the model changes, effects come out.
//!
//! Never touches a browser, never draws, and never asks for the time or for chance.

pub mod effect;
pub mod event;
pub mod field;
pub mod health;
pub mod incoming;
pub mod kept;
pub mod link;
pub mod model;
mod private;
pub mod promise;
pub mod rhythm;
pub mod same;
pub mod sending;
pub mod summary;
mod update;

pub use update::{can_skip, offered, update};
