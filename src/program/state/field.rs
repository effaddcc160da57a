//! The fields that a person types into, by the screen on which each stands. An index counts from 0.
//!
//! Never holds typed text.

pub use crate::domain::agenda::ItemField;
use crate::domain::agenda::ItemId;

/// Value of [`FormField::Agenda`] if the agenda of the new coaching type replaces an edited one.
pub const RENEWED: &str = "new";

/// The identity of a field on any screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The field stands in the list of sessions.
    Home(HomeField),
    /// The field stands in the form that plans a session.
    Form(FormField),
    /// The field belongs to this item in the agenda editor.
    Item(ItemId, ItemField),
    /// The field takes the topic that the manager notes for the seller, on the screen of a planned session.
    Noted,
    /// The field takes the words of a seller who can't come, on the screen of a planned session.
    Absence,
    /// The field stands in the line in which a note is written.
    Note(NoteField),
    /// The field stands on the sheet on which a party prepares.
    Prepare(PrepareField),
    /// The field stands on the sheet on which a party answers at the close.
    Close(CloseField),
    /// The field stands in the form in which a seller asks for a session.
    Ask(AskField),
    /// The field stands on the screen that sends a session.
    Share(ShareField),
    /// The field stands on the sheet of an opened link.
    Link(LinkField),
    /// The field stands in the form that books a quarter.
    Quarter(QuarterField),
}

impl Field {
    /// Returns true if the field takes sentences, to which a person who comes back adds. The text of any other field, such as a
    /// name, a date or a number, is replaced as a whole.
    #[must_use]
    pub fn takes_sentences(self) -> bool {
        match self {
            Self::Home(_)
            | Self::Noted
            | Self::Absence
            | Self::Note(_)
            | Self::Prepare(_)
            | Self::Close(_) => true,
            Self::Ask(field) => matches!(field, AskField::Topic | AskField::Wish),
            Self::Link(field) => !matches!(field, LinkField::Password),
            Self::Quarter(field) => matches!(field, QuarterField::Names | QuarterField::Avoid),
            Self::Form(_) | Self::Item(..) | Self::Share(_) => false,
        }
    }
}

/// A field of the list of sessions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HomeField {
    /// The field takes a pasted link or text code.
    Pasted,
    /// The field takes a line for the list of the next session, on the page of a pair.
    CameUp,
}

/// A field of the form that plans a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FormField {
    /// The field takes the seller's name.
    Seller,
    /// The field takes the date of the session.
    Date,
    /// The field takes the time of day at which the session starts.
    Time,
    /// The field chooses the coaching type, such as a call.
    Type,
    /// The field chooses the template of a coaching type that has several, such as before or after a call.
    Template,
    /// The field chooses between an edited agenda and that of the new coaching type: empty or [`RENEWED`].
    Agenda,
    /// The field takes the booked length of the session in minutes.
    Minutes,
    /// The field takes the place of the session: a room, or the link of a meeting.
    Place,
    /// The field takes the manager's own name.
    OwnName,
}

/// A field of the line in which a note is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoteField {
    /// The field takes the words of the note.
    Words,
    /// The field takes the first small step of a next step.
    FirstStep,
    /// The field takes the time by which a next step is kept, in free words.
    When,
    /// The field takes the date by which a next step is kept.
    On,
}

/// A field of the sheet on which a party prepares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PrepareField {
    /// The field takes the words of the topic at this index.
    Topic(u8),
    /// The field takes the seller's measure of success for the topic at this index.
    WorkedIf(u8),
    /// The field takes the words of the line of evidence at this index.
    Evidence(u8),
    /// The field takes a subject that the seller wants left alone in the session.
    LeaveAlone,
    /// The field takes the private note of the party.
    Note,
}

/// A part of the seller's preparation that the seller can hold back from the manager.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holdable {
    /// The part is the topic at this index, with its measure of success.
    Topic(u8),
    /// The part is the line of evidence at this index.
    Evidence(u8),
    /// The part is the subject that the seller wants left alone.
    LeaveAlone,
}

impl Holdable {
    /// Returns the first field of this part, the one with its words.
    #[must_use]
    pub fn field(self) -> PrepareField {
        match self {
            Self::Topic(at) => PrepareField::Topic(at),
            Self::Evidence(at) => PrepareField::Evidence(at),
            Self::LeaveAlone => PrepareField::LeaveAlone,
        }
    }
}

/// A field of the sheet on which a party answers at the close.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CloseField {
    /// The field takes what to do differently in the next session.
    Differently,
}

/// A field of the form in which a seller asks for a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AskField {
    /// The field takes the name of the manager who is asked.
    Manager,
    /// The field takes the seller's own name.
    OwnName,
    /// The field takes the topic that would help the seller most.
    Topic,
    /// The field takes a time that would suit the seller, in free words.
    Wish,
}

/// A field of the screen that sends a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ShareField {
    /// The field takes the password that locks the outgoing link.
    Password,
    /// The field takes the name of a manager who has given none, before the first invitation goes out.
    OwnName,
}

/// A field of the sheet of an opened link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LinkField {
    /// The field takes the topic that an invited seller brings.
    Topic,
    /// The field takes a time that would suit an invited seller, in free words.
    Wish,
    /// The field takes the whole of a link that could not be read.
    Pasted,
    /// The field takes the password that unlocks the opened link.
    Password,
}

/// A field of the form that books a quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum QuarterField {
    /// The field takes the names of further sellers, one on each line or separated by commas.
    Names,
    /// The field takes the manager's own name, which the messages to all sellers bear.
    OwnName,
    /// The field chooses the day of the hour at this index.
    Weekday(u8),
    /// The field takes the time of the hour at this index.
    Time(u8),
    /// The field chooses the weeks from one session of a seller to the next.
    Every,
    /// The field takes the length of each session in minutes.
    Minutes,
    /// The field takes the first date on which a session may be booked.
    First,
    /// The field takes the last date on which a session may be booked.
    Last,
    /// The field takes the dates on which nothing is booked.
    Avoid,
    /// The field takes the new date of the session that is being moved.
    MoveDate,
    /// The field takes the new time of the session that is being moved.
    MoveTime,
}
