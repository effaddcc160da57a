//! The written forms of data: stored records, the file that holds all records, and links.
//!
//! Touches no browser and trusts no input: every value is checked before it becomes a value of the `domain`.

pub mod backup;
pub mod config;
pub mod key;
pub mod link;
mod objects;
pub mod stored;
