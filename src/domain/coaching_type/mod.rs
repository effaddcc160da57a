//! Coaching types as data. One [`CoachingType`] value holds everything that a type brings: agendas,
//! questions, checklists, hints, rhythm. No code branches on the id of a type.
//!
//! A new type is one value in a file of its own, an entry in [`BUILT_IN`], and the words of its phrases.

mod account;
mod call_after;
mod call_before;
mod definition;
mod frame;
mod guidance;
mod opportunity_early;
mod opportunity_late;
mod shipped;
mod territory;

pub use definition::{Activity, CoachingType, Layout, Row, TypeLabel};
pub use guidance::{Checklist, Guidance, History};
pub use shipped::{BUILT_IN, built_in, guidance, questions};
