//! All that the program knows, as data.
//!
//! Holds types and plain lookups. Rules and changes are in `update`.

pub mod field;
pub mod health;
pub mod kept;
pub mod model;
