//! Faults of typed text.

use crate::domain::agenda::AgendaError;
use crate::domain::text::TextError;

/// A fault of the text in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Complaint {
    /// The text is missing, or too long.
    Text(TextError),
    /// The text is not a date on the calendar.
    NoDate,
    /// The text is not a time of day.
    NoTime,
    /// The text is not a number of minutes between 20 and 90.
    SessionMinutes,
    /// The item does not allow it.
    Item(AgendaError),
}
