//! The native tests: laws of the pure layers, stories of a person at the screen, views rendered to markup, and the
//! tidiness of the source tree. One binary, since linking takes most of the time.
//!
//! Never needs a browser, reads a clock, or waits.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    missing_docs,
    unreachable_pub,
    reason = "a test that cannot go on has to fail, and a panic is how a test fails"
)]

mod asking;
mod built_in_file;
mod calendar;
mod clock;
mod coaching_types;
mod config;
mod counting;
mod drafts;
#[cfg(feature = "ui")]
mod drawn;
mod fitting;
mod forged;
mod given;
mod growth;
mod import_circles;
mod intl;
mod link;
mod link_python;
mod link_repair;
mod locked;
mod logs;
mod merging;
mod mutated;
mod pair_links;
#[cfg(feature = "ui")]
mod privacy;
mod proposals;
mod prose;
mod quarter;
mod registers;
mod screens;
mod seen;
mod sizes;
mod standing;
mod stored;
mod stored_parts;
mod stored_python;
mod stories;
mod story;
mod three_way;
mod tidiness;
#[cfg(feature = "ui")]
mod views;
mod words;
