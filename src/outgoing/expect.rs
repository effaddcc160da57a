//! The words about the subject of a session: what the seller brings and expects, and what the manager says aloud before the
//! start. A session about customers or a territory has no deal.

use crate::domain::phrase::{Phrase, Wording};
use crate::domain::plan::Plan;
use crate::text::message::Message;

/// Returns the words to say aloud before a session with this plan starts. A company's own kind of session names no deal.
#[must_use]
pub fn handshake(plan: &Plan) -> Message<'static> {
    match plan.coaching_type.name {
        Wording::BuiltIn(Phrase::OpportunityEarly | Phrase::OpportunityLate) => Message::Handshake,
        Wording::BuiltIn(Phrase::CallBefore | Phrase::CallAfter) => Message::HandshakeCall,
        Wording::BuiltIn(Phrase::Account) => Message::HandshakeAccount,
        Wording::BuiltIn(Phrase::Territory) => Message::HandshakeTerritory,
        _ => Message::HandshakeTopic,
    }
}

/// Returns the statement of an invitation about what the seller brings and expects.
#[must_use]
pub fn expect(plan: &Plan) -> Message<'static> {
    match plan.coaching_type.name {
        Wording::BuiltIn(Phrase::OpportunityEarly | Phrase::OpportunityLate) => Message::WordsExpect,
        Wording::BuiltIn(Phrase::CallBefore) => Message::WordsExpectCallBefore,
        Wording::BuiltIn(Phrase::CallAfter) => Message::WordsExpectCallAfter,
        Wording::BuiltIn(Phrase::Account) => Message::WordsExpectAccount,
        Wording::BuiltIn(Phrase::Territory) => Message::WordsExpectTerritory,
        _ => Message::WordsExpectTopic,
    }
}
