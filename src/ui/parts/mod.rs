//! Pieces that screens are put together from. A part never imports a screen.

pub(super) mod again;
pub(super) mod alone;
pub(super) mod button;
pub(super) mod face;
pub(super) mod field;
pub(super) mod head;
pub(super) mod layer;
pub(super) mod line;
pub(super) mod menu;
pub(super) mod notes;
pub(super) mod notice;
pub(super) mod offer;
pub(super) mod own_weeks;
pub(super) mod place;
pub(super) mod question;
pub(super) mod rail;
pub(super) mod send_row;
pub(super) mod sending;
pub(super) mod signals;
pub(super) mod summary;
