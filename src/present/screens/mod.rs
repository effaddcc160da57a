//! One file for each screen. Screens import parts and never each other.

pub mod agenda;
pub mod close;
pub mod file;
pub mod form;
pub mod hand_over;
pub mod home;
pub mod left;
pub mod opened;
pub mod over;
pub mod planned;
pub mod prepare;
pub mod request;
pub mod run;
pub mod share;
