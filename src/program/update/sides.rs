//! The side of this person: manager or seller of a pair.

use crate::domain::id::PairId;
use crate::domain::party::Party;
use crate::domain::record::{Record, RecordId, Settings};
use crate::domain::text::Text;
use crate::program::state::model::Model;

/// Records this person as the seller of the pair, and `name`, if there is one, as their own name unless a
/// name is stored.
pub(super) fn become_seller(model: &mut Model, pair: PairId, name: Option<&Text>) {
    model.record(RecordId::Side(pair), Record::Side(Party::Seller));
    if model.settings().own_name.is_none()
        && let Some(name) = name
    {
        model.record(
            RecordId::Settings,
            Record::Settings(Settings { own_name: Some(name.clone()), ..model.settings() }),
        );
    }
}
