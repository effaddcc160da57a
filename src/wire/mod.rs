//! How data is written down: stored records, the file that holds them all, and links.
//!
//! Never touches a browser, and never trusts what it reads: every value is checked before it
//! becomes one of the `domain`.

pub mod backup;
pub mod json;
pub mod key;
pub mod link;
pub mod stored;
