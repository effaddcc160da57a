//! Coaching types. A type is one data value: no code asks which type it has before it.

mod checklist;
mod definition;
mod shipped;

pub use checklist::checklist;
pub use definition::{CoachingType, History, Layout, Row, TypeLabel};
pub use shipped::{BUILT_IN, built_in};
