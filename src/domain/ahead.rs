//! The words of the manager ahead of a session, beside the plan: for the seller to read with the invitation.

use super::evidence::Evidence;
use super::phrase::Wording;
use super::standing::Standing;
use super::topic::Topic;

/// Upper bound on the lines that the seller can count on.
pub const COUNT_ON_LIMIT: usize = 10;

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
    pub fn stands_by(&self, line: &Wording) -> bool {
        self.count_on.contains(line)
    }

    /// Stands by the line, one of those `offered`, or no longer if the manager did. The offered lines stand first, in their order.
    pub fn toggle(&mut self, line: &Wording, offered: &[Wording]) {
        let chosen = offered.iter().filter(|other| self.stands_by(other) != (*other == line));
        let own = self.count_on.iter().filter(|line| !offered.contains(line));
        self.count_on = chosen.chain(own).take(COUNT_ON_LIMIT).cloned().collect();
    }

    /// Stands by all offered lines.
    pub fn take_all(&mut self, offered: &[Wording]) {
        for line in offered {
            if !self.stands_by(line) {
                self.toggle(line, offered);
            }
        }
    }
}
