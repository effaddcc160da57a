//! The nouns of coaching and the rules that hold between them.
//!
//! Imports nothing of ours. Never does I/O, never reads a clock, never knows how data is stored.

pub mod agenda;
pub mod checksum;
pub mod closing;
pub mod desk;
pub mod fit;
pub mod id;
pub mod note;
pub mod phrase;
pub mod preparation;
pub mod question;
pub mod record;
pub mod register;
pub mod session;
pub mod template;
pub mod text;
pub mod time;
pub mod timing;
pub mod version;
