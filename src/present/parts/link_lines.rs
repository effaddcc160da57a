//! The lines for the next session in a link, with the boxes that hold them back while the link goes out.

use super::held_back::line_holdable;
use super::line::Line;
use super::link_context::LinkContext;
use super::sheet::Entry;
use crate::domain::id::SessionId;
use crate::domain::listed::Listed;
use crate::domain::party::Party;
use crate::outgoing::note::NoteWords;
use crate::program::update::came_up::{held_lines, own_line};
use crate::text::message::Message;

impl LinkContext<'_> {
    /// Returns true if this person sends the link from the screen that is open.
    pub(super) fn is_outgoing(&self) -> bool {
        self.model.overlays.link.is_none() && self.model.screen.sharing().is_some()
    }

    /// Returns a line for the next session; in an outgoing link with the box that holds it back, if it is this person's.
    pub(super) fn for_next(&self, line: SessionId, shown: Line) -> Entry {
        let own = own_line(self.model, line).filter(|_| self.is_outgoing());
        let shown = Entry::Line(shown);
        match own {
            Some(own) => line_holdable(self.env, own, shown),
            None => shown,
        }
    }

    /// Returns the lines for the next session that this person holds back, once the screen shows them.
    pub(super) fn held_for_next(&self, two: &NoteWords<'_>) -> Vec<Entry> {
        let shows =
            self.is_outgoing() && self.model.screen.sharing().is_some_and(|sharing| sharing.shows_held);
        if !shows {
            return Vec::new();
        }
        let remark = || self.env.say(&Message::CameUpList);
        let lines = held_lines(self.model, self.link.pair).into_iter();
        let shown = |own: &Listed| match self.from() {
            Party::Manager => two.line(&own.line.note),
            Party::Seller => own.line.note.words.as_str().into(),
        };
        lines
            .map(|own| line_holdable(self.env, own, Entry::Line(Line::remarked(shown(own), remark()))))
            .collect()
    }
}
