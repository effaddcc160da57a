//! The screens, a file for each.

pub(super) mod agenda;
pub(super) mod asked;
pub(super) mod decision;
pub(super) mod file;
pub(super) mod form;
pub(super) mod home;
pub(super) mod over;
pub(super) mod planned;
pub(super) mod run;
pub(super) mod shared;
pub(super) mod sheet;
