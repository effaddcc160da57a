//! Guidance of a coaching type: checklists, hints and rhythm, which belong to the type and to no single item.

use crate::domain::party::Party;
use crate::domain::phrase::{Phrase, Wording};

/// The checklist with which one party prepares their own mind for a session. Each line can be ticked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checklist {
    /// Lines about the content: what the party knows and brings.
    pub content: Vec<Wording>,
    /// Lines about the tone: how the party talks and listens.
    pub tone: Vec<Wording>,
    /// Lines about the structure: the frame that the party gives the session. [`Phrase::CheckOwnSteps`] holds for
    /// a session after another one, and stands in place of [`Phrase::CheckQuiet`] then.
    pub structure: Vec<Wording>,
    /// Further lines for the coaching type, which the screen folds.
    pub more: Vec<Wording>,
}

impl Checklist {
    /// Returns all lines, with those of which one or the other holds.
    pub fn all(&self) -> impl Iterator<Item = &Wording> {
        let main = self.content.iter().chain(&self.tone).chain(&self.structure);
        main.chain(&self.more)
    }

    /// Returns the main lines in order: content, tone, structure. `history` tells if the two met before.
    #[must_use]
    pub fn lines(&self, history: History) -> Vec<Wording> {
        let [quiet, own_steps] = [Phrase::CheckQuiet, Phrase::CheckOwnSteps].map(Wording::BuiltIn);
        let has_both = [&quiet, &own_steps].into_iter().all(|line| self.structure.contains(line));
        let left_out = match history {
            History::First => Some(&own_steps),
            History::Returning if has_both => Some(&quiet),
            History::Returning => None,
        };
        let all = self.content.iter().chain(&self.tone).chain(&self.structure);
        all.filter(|line| Some(*line) != left_out).cloned().collect()
    }
}

/// The past of a pair, as far as an agenda and a checklist depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum History {
    /// The session is the first of the pair that is known here: the minutes of the look back go to the first
    /// topic.
    First,
    /// Another session of the pair is known here: the agenda keeps the look back.
    Returning,
}

/// The guidance of a coaching type: checklists of both parties, hints and rhythm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guidance {
    /// Checklist of the manager.
    pub manager: Checklist,
    /// Checklist of the seller.
    pub seller: Checklist,
    /// Hint for the seller: the kind of evidence that helps in a session of this type.
    pub evidence: Wording,
    /// Hint for the manager: questions to leave unasked; `None` if the type names none.
    pub avoid: Option<Wording>,
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
