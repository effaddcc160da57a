//! Every word on the screen, by message. The words of a language are in `l10n/<language>.ftl`, in the form of
//! Project Fluent.
//!
//! Declares the port [`Translator`], which Fluent implements in the product. Never decides what is said when;
//! that is `present`. Never holds a sentence, nor what people wrote.

mod argument;
mod clock;
pub mod duration;
mod env;
mod frame;
mod incoming;
pub mod message;
pub mod message_id;
mod parameter;
mod quarter;
mod running;
mod table;
mod words;

pub use argument::{Argument, Value};
pub use env::{DateStyle, Env, Names, Translator, Year};
pub use parameter::Parameter;
pub use words::{Stretch, Words};
