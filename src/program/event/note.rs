//! Presses on the notes of a session.

use crate::domain::id::SessionId;
use crate::domain::note::{Answer, NoteId, NoteKind, Place, Readers};
use crate::domain::party::Party;

/// The meaning of a button among the notes of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotePress {
    /// The person opened the line for a note of this kind, or closed the line by the same button.
    Opened(NoteKind),
    /// The person goes on typing right after a note of this kind was kept: a line opens for the same readers and the same
    /// party.
    TypedOn(NoteKind),
    /// The person opened the line in which the two answer what to do differently next time.
    DifferentlyOpened,
    /// The person chose the party that takes the step or raised the matter; the same choice clears the latter.
    PartyChosen(Party),
    /// The person chose for whom the note is.
    ReadersChosen(Readers),
    /// The person brought back a text of the line that was thrown away: the last one, or the next if one was brought back
    /// just before.
    BroughtBack,
    /// The person kept the text of the line as a note.
    Kept,
    /// The person closed the line, and threw its text away.
    PutAway,
    /// The person opened a note in the line for editing.
    Reopened(Readers, NoteId),
    /// The person removed a note from the session.
    Removed(Readers, NoteId),
    /// The two confirmed all next steps of the session after reading them aloud, or withdrew that.
    AllConfirmed,
    /// The manager takes to the next session what the two wrote to do differently.
    DifferentlyKept,
    /// The person chose where a parked matter goes, or withdrew the choice.
    Placed(NoteId, Place),
    /// The person answered for a note of an earlier session, or withdrew the answer. Holds that session, the
    /// note and the answer.
    Answered(SessionId, NoteId, Answer),
}
