//! The sellers in the form that books a quarter: who is chosen, and whose dates ahead stay.
//!
//! Never changes anything.

use super::names::sellers;
use super::same::all;
use super::sample::is_sample;
use super::standing::standing;
use crate::domain::draft::{QuarterDraft, key_of};
use crate::domain::id::PairId;
use crate::domain::name::are_alike;
use crate::domain::text::Text;
use crate::domain::time::Instant;
use crate::program::state::model::Model;
use crate::text::Env;

/// A seller in the form that books a quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuarterSeller {
    /// Key in the form: the id of the pair, or a plus sign and the typed name.
    pub key: String,
    /// Pair of the seller; `None` for a new seller.
    pub pair: Option<PairId>,
    /// Name of the seller.
    pub name: Text,
    /// True if the manager chose the seller.
    pub is_in: bool,
    /// True if the seller has dates ahead, which the booking replaces unless they are kept.
    pub has_dates: bool,
    /// True if the manager chose that the booking replaces those dates.
    pub is_replaced: bool,
}

impl QuarterSeller {
    /// Returns true if dates are booked for the seller: dates ahead stay unless the manager chose to replace them.
    #[must_use]
    pub fn is_booked(&self) -> bool {
        self.is_in && (self.is_replaced || !self.has_dates)
    }
}

/// Returns the sellers in the form: the known ones that are suggested, and those typed. A typed name of a known seller
/// chooses that seller.
#[must_use]
pub fn quarter_sellers(
    model: &Model,
    env: &Env<'_>,
    now: Instant,
    draft: &QuarterDraft,
) -> Vec<QuarterSeller> {
    let mut found = Vec::new();
    for known in sellers(model) {
        let pairs = all(model, known.pair);
        let Ok(name) = Text::parse(known.name) else { continue };
        if known.is_listed && !is_sample(model, env, known.pair) {
            let is_in = !pairs.iter().any(|pair| draft.left_out.contains(pair));
            found.push(QuarterSeller {
                key: known.pair.to_string(),
                pair: Some(known.pair),
                name,
                is_in,
                has_dates: has_dates(model, env, now, known.pair),
                is_replaced: pairs.iter().any(|pair| draft.replaced.contains(pair)),
            });
        }
    }
    for typed in draft.typed_names() {
        if let Some(known) = found.iter_mut().find(|known| are_alike(known.name.as_str(), typed)) {
            known.is_in = true;
        } else if let Ok(name) = Text::parse(typed) {
            found.push(QuarterSeller {
                key: key_of(typed),
                pair: None,
                name,
                is_in: true,
                has_dates: false,
                is_replaced: false,
            });
        }
    }
    found
}

/// Returns true if the two have a slot, or a date ahead of a quarter that was booked before.
fn has_dates(model: &Model, env: &Env<'_>, now: Instant, pair: PairId) -> bool {
    standing(model, pair).is_some_and(|(_, kept)| {
        kept.slot.is_some() || kept.after(env.zones, now).iter().any(|(date, _)| !date.is_skipped)
    })
}
