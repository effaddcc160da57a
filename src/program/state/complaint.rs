//! Faults of typed text.

use crate::domain::agenda::AgendaError;
use crate::domain::id::{PairId, SessionId};
use crate::domain::text::TextError;
use crate::domain::time::{Instant, LocalDateTime};

/// A fault of the text in a field, which the screen explains in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Complaint {
    /// The text is missing or too long.
    Text(TextError),
    /// The text is not a date on the calendar.
    NoDate,
    /// The text is not a time of day.
    NoTime,
    /// The text is not a whole number of minutes from 20 to 90, the bounds of a session.
    SessionMinutes,
    /// Another window stored another text in the field since the form was opened.
    Overtaken,
    /// Another window edited the agenda since the person chose to replace it.
    AgendaOvertaken,
    /// Several people whom this person coaches have the typed name, and none of them was chosen.
    WhichOfThem,
    /// The seller has the manager's own name. A doubt: the person may keep the name.
    SameNames,
    /// The date and time have passed. A doubt.
    Passed,
    /// The date is more than two years off. A doubt.
    FarOff,
    /// The clocks are moved forward past the time, and show this one instead. A doubt.
    Skipped(LocalDateTime),
    /// The clocks are moved back and show the time twice. A doubt.
    Twice,
    /// The time overlaps with this other session. A doubt.
    Overlaps(SessionId),
    /// The time overlaps with the date of this pair's row that begins at this instant. A doubt.
    OverlapsSlot(PairId, Instant),
    /// The agenda item cannot have the name or the minutes.
    Item(AgendaError),
    /// The list is full before this entry. Holds the number of entries that fit in the list.
    OneTooMany(usize),
}
