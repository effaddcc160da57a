//! The fields that a person types into, by name.
//!
//! Never holds what is typed.

/// What is chosen where a new agenda is to take the place of an edited one.
pub const RENEWED: &str = "new";

/// A field of the form that sets the stage, or of a preparation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The seller's name.
    Seller,
    /// The date.
    Date,
    /// The time of day.
    Time,
    /// The coaching type.
    Type,
    /// Which template of a type that has several.
    Which,
    /// What becomes of an edited agenda when the type changes: [`RENEWED`], or it stays.
    Agenda,
    /// How many minutes.
    Minutes,
    /// The room, or the link of a meeting.
    Place,
    /// The manager's own name.
    OwnName,
    /// A topic, by its place.
    Topic(u8),
    /// How the seller will know that a topic helped.
    WorkedIf(u8),
    /// A line of evidence, by its place.
    Evidence(u8),
    /// What is better left alone.
    LeaveAlone,
    /// What is for oneself alone.
    Note,
    /// What to keep for the next time.
    Keep,
    /// What to change.
    Change,
    /// When it would suit.
    Wish,
    /// The other party's name, of one who asks for a session.
    Manager,
    /// A link or a code that was pasted.
    Pasted,
    /// A password.
    Password,
}

/// A field of an agenda's item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemField {
    /// Its name.
    Title,
    /// Its minutes.
    Minutes,
}

/// A field of the line in which something is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoteField {
    /// The words.
    Words,
    /// The first small step of a promise.
    FirstStep,
    /// When it is promised for.
    When,
}
