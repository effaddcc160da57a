//! Coaching types as data. One [`CoachingType`] value holds everything that a type brings: agendas,
//! questions, checklists, hints, rhythm. No code branches on the id of a type.
//!
//! A new built-in type is one value in a file of its own, an entry in [`BUILT_IN`], and the words of its phrases. A
//! company's own types stand in the [`Catalogue`] of its page.

mod account;
mod built_in;
mod call_after;
mod call_before;
mod catalogue;
mod definition;
mod frame;
mod guidance;
mod opportunity_early;
mod opportunity_late;
mod shipped;
mod territory;

pub use catalogue::{COUNT_ON, Catalogue};
pub use definition::{Activity, CoachingType, Layout, Row, TypeLabel};
pub use guidance::{Checklist, Guidance, History};
pub use shipped::{BUILT_IN, built_in};
