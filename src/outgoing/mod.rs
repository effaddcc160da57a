//! What leaves the program in a form of its own: for now the QR code of a link.
//!
//! Must not know the model, and sends nothing.

pub mod picture;
