//! Notes that a start left in a planned session, and that was undone. They come back with the next start, and leave in no
//! invitation.

use super::read_first::ReadFirst;
use super::session_context::SessionContext;
use crate::domain::party::Party;
use crate::outgoing::note::{KINDS, of_kind};
use crate::text::Words;
use crate::text::message::Message;

/// Returns the notes for both that a planned session has from a start that was undone; `None` without any.
pub(crate) fn undone(context: &SessionContext<'_>) -> Option<ReadFirst> {
    let said = context.note_words();
    let all = &context.half.notes.all;
    let kinds = KINDS.iter().flat_map(|(kind, _)| of_kind(all, *kind));
    let lines: Vec<Words> = kinds.map(|note| said.line(note)).collect();
    let heading = context.env.say(&Message::UndoneNotes);
    (context.half.is_planned() && !lines.is_empty()).then_some(ReadFirst { heading, lines })
}

/// Returns true if the session has notes for the manager alone, on the manager's device.
pub(crate) fn holds_notes(context: &SessionContext<'_>) -> bool {
    let private = || context.model.private(context.id, Party::Manager);
    context.side == Party::Manager && !private().held.notes.is_empty()
}
