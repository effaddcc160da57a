//! Texts and pictures that leave the browser: the summary of a session, its start, the change of its plan, the words of a note, the message
//! around a link, the entry for a calendar, the QR code.
//!
//! Takes domain values, the clock reading and the words; returns finished text. Never sends anything. Takes
//! no type that can hold a private note.

pub mod calendar;
pub mod calendar_row;
pub mod change;
pub mod expect;
pub mod mail;
pub mod note;
pub mod picture;
pub mod plain;
pub mod standing;
pub mod start;
pub mod step_entry;
pub mod summary;
pub mod tab_title;
