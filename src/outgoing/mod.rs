//! Everything that leaves in words or as a picture: the summary of a session, the message around a link,
//! the QR code.
//!
//! Takes values of the domain and returns finished text. Never sends anything, and never sees what a party
//! keeps for themselves: no private note is in any type that comes in here.

pub mod mail;
pub mod note;
pub mod picture;
pub mod summary;
