//! The coaching types that ship with the product, and the lookups by id.

use super::account::ACCOUNT;
use super::call_after::CALL_AFTER;
use super::call_before::CALL_BEFORE;
use super::definition::CoachingType;
use super::frame::GENERAL;
use super::guidance::Guidance;
use super::opportunity_early::OPPORTUNITY_EARLY;
use super::opportunity_late::OPPORTUNITY_LATE;
use super::territory::TERRITORY;
use crate::domain::agenda::Item;
use crate::domain::question::Question;

/// The types that ship with the product, in the order in which the form offers them. A session with a new
/// seller starts from the first.
pub const BUILT_IN: &[CoachingType] =
    &[OPPORTUNITY_EARLY, OPPORTUNITY_LATE, CALL_BEFORE, CALL_AFTER, ACCOUNT, TERRITORY];

/// Returns the built-in coaching type with this id; `None` for any other id.
#[must_use]
pub fn built_in(id: &str) -> Option<&'static CoachingType> {
    BUILT_IN.iter().find(|coaching_type| coaching_type.id == id)
}

/// Returns the guidance of the type with this id; for a type that this release does not know, the guidance
/// that fits every session.
#[must_use]
pub fn guidance(id: &str) -> &'static Guidance {
    built_in(id).map_or(&GENERAL, |coaching_type| &coaching_type.guidance)
}

/// Returns the questions that go with an item of a session of the type `id`, in the order in which they are
/// offered. A session that changes its type may keep an edited agenda, and a session of an unknown type may
/// hold known items, so an item that is foreign to the type brings the questions of a type that has it.
#[must_use]
pub fn questions(id: &str, item: &Item) -> Vec<Question> {
    let all = built_in(id).into_iter().chain(BUILT_IN);
    all.filter_map(|coaching_type| coaching_type.questions(item)).next().unwrap_or_default()
}
