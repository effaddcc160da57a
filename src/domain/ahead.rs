//! The words of the manager ahead of a session, beside the plan: for the seller to read with the invitation.

use super::evidence::Evidence;
use super::phrase::{Phrase, Wording};
use super::standing::Standing;
use super::topic::Topic;

/// Upper bound on the lines that the seller can count on.
pub const COUNT_ON_LIMIT: usize = 10;

/// The lines that the manager is offered under "What can the seller count on?".
pub const COUNT_ON: [Phrase; 3] = [Phrase::CountAsk, Phrase::CountNoForecast, Phrase::CountNotes];

/// The words of the manager ahead of a session, beside the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ahead {
    /// Topic that the seller named in a chat or in a talk, noted by the manager; `None` if the manager noted none.
    /// The seller's own topics take its place.
    pub noted: Option<Topic>,
    /// The one fact that the manager brings; `None` if there is none. It is sent ahead, so that nobody is ambushed.
    pub fact: Option<Evidence>,
    /// Lines that the seller can count on, in the order of the screen, each chosen by the manager.
    pub count_on: Vec<Wording>,
    /// Dates of the two ahead with their standing slot, so that the seller has them, too; `None` without a row.
    pub standing: Option<Standing>,
}

impl Ahead {
    /// Returns true if the manager stands by this line.
    #[must_use]
    pub fn stands_by(&self, line: Phrase) -> bool {
        self.count_on.contains(&Wording::BuiltIn(line))
    }

    /// Stands by the line, or no longer if the manager did. The offered lines stand first, in their order.
    pub fn toggle(&mut self, line: Phrase) {
        let is_offered = |line: &Wording| COUNT_ON.iter().any(|offered| Wording::BuiltIn(*offered) == *line);
        let chosen = COUNT_ON.into_iter().filter(|other| self.stands_by(*other) != (*other == line));
        let own = self.count_on.iter().filter(|line| !is_offered(line)).cloned();
        self.count_on = chosen.map(Wording::BuiltIn).chain(own).take(COUNT_ON_LIMIT).collect();
    }

    /// Stands by all offered lines.
    pub fn take_all(&mut self) {
        for line in COUNT_ON {
            if !self.stands_by(line) {
                self.toggle(line);
            }
        }
    }
}
