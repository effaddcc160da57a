//! Outgoing text and pictures: the summary of a session, the message around a link, the QR code.
//!
//! Takes values of the domain and returns finished text. Never sends anything. Takes no type that can hold a
//! private note.

pub mod mail;
pub mod note;
pub mod picture;
pub mod summary;
