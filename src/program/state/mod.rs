//! The state of the program, as data.
//!
//! Holds types and plain lookups. Rules and changes are in `update`.

pub mod agenda_edit;
pub mod around;
pub mod brought;
pub mod came_up;
pub mod complaint;
pub mod drafts;
pub mod field;
pub mod health;
pub mod hold;
pub mod incoming;
pub mod kept;
pub mod list;
pub mod model;
pub mod offer;
pub mod overlay;
pub mod quarter;
pub mod request;
pub mod running;
pub mod screen;
pub mod sharing;
pub mod sheet;
pub mod signals;
pub mod thrown;
pub mod told;
