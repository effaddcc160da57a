//! The clock of a session as a pure function of the baseline, the log, and the current instant.
//!
//! Reads no clock and keeps no state: a reload, a second window and a test see the same time.
#![deny(clippy::arithmetic_side_effects)]

pub mod boundary;
pub mod catch_up;
pub mod clock_state;
pub mod pace;
pub mod proposal;
pub mod reading;
pub mod rest;
pub mod steps;
pub mod times;
