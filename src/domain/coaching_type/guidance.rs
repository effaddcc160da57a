//! Guidance of a coaching type: everything that goes with the type and with no single item.

use crate::domain::party::Party;
use crate::domain::phrase::Phrase;

/// The mindset checklist of one party.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checklist {
    /// The lines about content.
    pub content: &'static [Phrase],
    /// The lines about tone.
    pub tone: &'static [Phrase],
    /// The lines about structure.
    pub structure: &'static [Phrase],
}

/// The guidance of a coaching type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guidance {
    /// The manager's checklist.
    pub manager: Checklist,
    /// The seller's checklist.
    pub seller: Checklist,
    /// A hint at the evidence that a seller could bring.
    pub evidence: Phrase,
    /// Questions that the manager should leave unasked.
    pub avoid: Option<Phrase>,
    /// The usual time from one session to the next, in weeks. The day of the week stays, and the person may
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
