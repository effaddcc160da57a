//! Presses in the form that books a quarter, and on the screen of the booked dates.

use crate::domain::id::{PairId, SessionId};
use crate::domain::phrase::WordingKey;
use crate::domain::sent::SentBy;

/// The meaning of a button in the form that books a quarter, or on the screen of the booked dates. An index counts from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuarterPress {
    /// The manager asked for the form.
    Opened,
    /// The manager chose the seller of this pair, or withdrew that.
    SellerToggled(PairId),
    /// The manager keeps the dates ahead of the seller of this pair, and books none for them.
    DatesKept(PairId),
    /// The manager replaces the dates ahead of the seller of this pair.
    DatesReplaced(PairId),
    /// The manager added an hour of the week.
    HourAdded,
    /// The manager added as many hours as the sellers need.
    HoursFilled,
    /// The manager removed the hour at this index.
    HourRemoved(u8),
    /// The manager chose the coaching type at this index among all types, or withdrew that.
    TypeToggled(u8),
    /// The manager chose this day of the week, from Monday as 0, as a working day, or withdrew that.
    WorkdayToggled(u8),
    /// The manager chose this day of the week as one on which the seller at this index does not work, or withdrew that.
    DayOffToggled(u8, u8),
    /// The manager opened the date at this index for moving, or closed it by the same button.
    MoveToggled(u16),
    /// The manager asked to place the turn at this index by hand, for which no free hour was found.
    PlaceAsked(u16),
    /// The manager left the date at this index out, or put it back.
    LeftOut(u16),
    /// The manager booked all dates.
    Booked,
    /// The manager asked for the screen of the booked dates.
    BookedOpened,
    /// The manager chose the method by which the messages to all sellers leave.
    MethodChosen(SentBy),
    /// The manager promises this line to all sellers whose message is not sent, or no longer.
    CountOnToggled(WordingKey),
    /// The manager promises all offered lines to all sellers whose message is not sent.
    CountOnTaken,
    /// The manager sent the booked dates of this session's seller, by the chosen method.
    Sent(SessionId),
    /// The manager opened the message about this session to read it, or closed it.
    ReadToggled(SessionId),
    /// The manager saved all booked dates as a file for a calendar.
    CalendarSaved,
    /// The manager undid the booking of all dates.
    BookingUndone,
}
