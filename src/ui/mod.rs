//! Draws views with Yew: a file for each screen, and a part for each piece that screens share.
//!
//! Most of it is functions from a view to [`Html`](yew::Html), called whenever something has happened. The
//! clock face is a component, since it renders at each second, alone.
//!
//! Never stores, sends, or reads a clock, and holds no words.

mod clock;
mod dispatch;
mod keys;
mod pace;
mod parts;
mod root;
mod screens;
mod words;

pub use clock::{Clock, Time};
pub use dispatch::Dispatch;
pub(crate) use parts::face::{dashes, face_class};
pub use root::whole;
