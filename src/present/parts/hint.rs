//! Hints for a coaching type: what is worth knowing beforehand, and what is better left unasked.

use crate::text::message::Message;

/// Returns what the seller could know about it; for a type that this release does not know, what always helps.
pub(crate) fn evidence(coaching_type: &str) -> Message<'static> {
    match coaching_type {
        "call-before" => Message::EvidenceCallBefore,
        "call-after" => Message::EvidenceCallAfter,
        "opportunity-early" => Message::EvidenceOpportunityEarly,
        "opportunity-late" => Message::EvidenceOpportunityLate,
        "account" => Message::EvidenceAccount,
        "territory" => Message::EvidenceTerritory,
        _ => Message::EvidenceAny,
    }
}

/// Returns what the manager better leaves unasked; `None` for a type that this release does not know.
pub(crate) fn avoid(coaching_type: &str) -> Option<Message<'static>> {
    Some(match coaching_type {
        "call-before" => Message::AvoidCallBefore,
        "call-after" => Message::AvoidCallAfter,
        "opportunity-early" => Message::AvoidOpportunityEarly,
        "opportunity-late" => Message::AvoidOpportunityLate,
        "account" => Message::AvoidAccount,
        "territory" => Message::AvoidTerritory,
        _ => return None,
    })
}
