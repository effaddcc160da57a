//! The coaching types that ship with the product, and the lookup by id.

use std::sync::{Arc, LazyLock};

use super::account::account;
use super::call_after::call_after;
use super::call_before::call_before;
use super::definition::CoachingType;
use super::opportunity_early::opportunity_early;
use super::opportunity_late::opportunity_late;
use super::territory::territory;

/// The types that ship with the product, in the order in which the form offers them. A session with a new
/// seller starts from the first, unless the company has types of its own.
pub static BUILT_IN: LazyLock<Vec<Arc<CoachingType>>> = LazyLock::new(|| {
    let all = [opportunity_early(), opportunity_late(), call_before(), call_after(), account(), territory()];
    all.map(Arc::new).into()
});

/// Returns the built-in coaching type with this id; `None` for any other id.
#[must_use]
pub fn built_in(id: &str) -> Option<&'static Arc<CoachingType>> {
    BUILT_IN.iter().find(|coaching_type| coaching_type.id == id)
}
