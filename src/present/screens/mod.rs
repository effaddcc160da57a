//! One file for each screen. Screens import parts and never each other.

pub mod agenda;
pub mod asked;
pub mod booked;
pub mod calendar;
pub mod close;
pub mod file;
pub mod form;
pub mod hand_over;
pub mod home;
pub mod left_open;
pub mod opened_link;
pub mod outgoing_link;
pub mod over;
pub mod own;
pub(crate) mod pair_link;
pub mod planned;
pub mod prepare;
pub mod quarter;
pub mod quarter_dates;
pub mod request;
pub mod run;
pub mod shared;
pub mod standing;
