//! The nouns of coaching and the rules that hold between them.
//!
//! Imports no other layer. Does no I/O, reads no clock, and knows no stored form.

pub mod agenda;
pub mod ahead;
pub mod checksum;
pub mod closing;
pub mod coaching_type;

pub mod day;
pub mod days_off;
pub mod draft;
pub mod evidence;
pub mod fingerprint;
pub mod fit;
pub mod following;
pub mod gone;
pub mod half;
pub mod id;
pub mod join;
pub mod limits;
pub mod listed;
pub mod name;
pub mod note;
pub mod pair;
pub mod party;
pub mod phrase;
pub mod plan;
pub mod private;
pub mod quarter;
pub mod question;
pub mod readiness;
pub mod record;
pub mod register;
pub mod sent;
pub mod session;
pub mod signal;
pub mod standard;
pub mod standing;
pub mod text;
pub mod time;
pub mod timing;
pub mod told;
pub mod topic;
pub mod ui_state;
pub mod version;
pub mod zone;
