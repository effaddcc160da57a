//! Guidance of a coaching type: checklists, hints and rhythm, which belong to the type and to no single item.

use crate::domain::party::Party;
use crate::domain::phrase::Phrase;

/// The checklist with which one party prepares their own mind for a session. Each line can be ticked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checklist {
    /// Lines about the content: what the party knows and brings.
    pub content: &'static [Phrase],
    /// Lines about the tone: how the party talks and listens.
    pub tone: &'static [Phrase],
    /// Lines about the structure: the frame that the party gives the session.
    pub structure: &'static [Phrase],
}

/// The guidance of a coaching type: checklists of both parties, hints and rhythm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guidance {
    /// Checklist of the manager.
    pub manager: Checklist,
    /// Checklist of the seller.
    pub seller: Checklist,
    /// Hint for the seller: the kind of evidence that helps in a session of this type.
    pub evidence: Phrase,
    /// Hint for the manager: questions to leave unasked; `None` if the type names none.
    pub avoid: Option<Phrase>,
    /// Usual time from one session to the next, in weeks. The day of the week stays, and the person may
    /// choose any other date.
    pub weeks: u8,
}

impl Guidance {
    /// Returns the checklist of a party.
    #[must_use]
    pub fn checklist(&self, party: Party) -> &Checklist {
        match party {
            Party::Manager => &self.manager,
            Party::Seller => &self.seller,
        }
    }
}
