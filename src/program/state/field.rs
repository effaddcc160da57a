//! The fields that a person types into, by the screen on which each stands.
//!
//! Never holds typed text.

use crate::domain::agenda::ItemId;

/// The value of [`FormField::Agenda`] if the agenda of the new coaching type replaces an edited one.
pub const RENEWED: &str = "new";

/// A field of any screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// A field of the list of sessions.
    Home(HomeField),
    /// A field of the form that plans a session.
    Form(FormField),
    /// A field of an item, in the agenda that is being edited.
    Item(ItemId, ItemField),
    /// A field of the line in which a note is written.
    Note(NoteField),
    /// A field of a preparation.
    Prepare(PrepareField),
    /// A field of the answers at the close.
    Close(CloseField),
    /// A field of the form in which a seller asks for a session.
    Ask(AskField),
    /// A field of the screen that sends a session.
    Share(ShareField),
    /// A field above an opened link.
    Link(LinkField),
}

/// A field of the list of sessions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HomeField {
    /// A link or a code that was pasted.
    Pasted,
}

/// A field of the form that plans a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FormField {
    /// The seller's name.
    Seller,
    /// The date.
    Date,
    /// The time of day.
    Time,
    /// The coaching type.
    Type,
    /// The template, of a type that has several.
    Template,
    /// The fate of an edited agenda if the type changes: [`RENEWED`], or it stays.
    Agenda,
    /// The length of the session in minutes.
    Minutes,
    /// The room, or the link of a meeting.
    Place,
    /// The manager's own name.
    OwnName,
}

/// A field of an agenda's item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemField {
    /// The item's name.
    Title,
    /// The item's minutes.
    Minutes,
}

/// A field of the line in which a note is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoteField {
    /// The words of the note.
    Words,
    /// The first small step of a promise.
    FirstStep,
    /// The time by which a promise is kept.
    When,
}

/// A field of a preparation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PrepareField {
    /// The words of a topic, by its place.
    Topic(u8),
    /// The seller's measure of success for a topic, by the topic's place.
    WorkedIf(u8),
    /// A line of evidence, by its place.
    Evidence(u8),
    /// Matters that are better left alone.
    LeaveAlone,
    /// A private note.
    Note,
}

/// A part of a preparation that its party can hold back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holdable {
    /// A topic with its measure of success, by its place.
    Topic(u8),
    /// A line of evidence, by its place.
    Evidence(u8),
    /// Matters that are better left alone.
    LeaveAlone,
}

impl Holdable {
    /// Returns the first field of this part.
    #[must_use]
    pub fn field(self) -> PrepareField {
        match self {
            Self::Topic(at) => PrepareField::Topic(at),
            Self::Evidence(at) => PrepareField::Evidence(at),
            Self::LeaveAlone => PrepareField::LeaveAlone,
        }
    }
}

/// A field of the answers at the close.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CloseField {
    /// Things to keep for the next session.
    Keep,
    /// Things to do differently in the next session.
    Change,
}

/// A field of the form in which a seller asks for a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AskField {
    /// The manager's name.
    Manager,
    /// The seller's own name.
    OwnName,
    /// The topic of the session.
    Topic,
    /// The time that would suit.
    Wish,
}

/// A field of the screen that sends a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ShareField {
    /// The password that locks the link.
    Password,
}

/// A field above an opened link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LinkField {
    /// The topic that an invited seller brings.
    Topic,
    /// The time that would suit an invited seller.
    Wish,
    /// The whole of a link that could not be read.
    Pasted,
    /// The password that unlocks the link.
    Password,
}
