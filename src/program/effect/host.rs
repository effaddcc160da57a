//! Everything that the host page hears: the events of the element, and the answers to calls of its methods.
//!
//! No type here can hold a name, a topic or a note, but for the answer to a call, which holds what was asked for.

use crate::domain::time::Instant;

/// An event of the element for the host page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// The widget is ready to be used.
    Ready,
    /// One of the two said on this device, or by a link, to be ready, or is no longer.
    Readiness {
        /// True if the manager is ready for the plan.
        manager: bool,
        /// True if the seller is ready for the plan.
        seller: bool,
    },
    /// The session on the screen began. Holds the instant.
    Start(Instant),
    /// Another item of the agenda is current. Holds its place in the agenda from 0, and the instant.
    Item(usize, Instant),
    /// The current item takes longer than its minutes. Holds its place in the agenda from 0, and the instant.
    Overrun(usize, Instant),
    /// The session on the screen ended. Holds the instant.
    End(Instant),
    /// The person sent something, or saved it.
    Share(Shared),
    /// Something went wrong.
    Error(Failed),
}

/// The kind of content that a person sent or saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// A plan went to the seller.
    Invitation,
    /// A seller's half went to the manager.
    Answer,
    /// An entry went to a calendar.
    Calendar,
    /// The record or the summary of a session that is over went out.
    Summary,
}

/// The kind of trouble that the host page is told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failed {
    /// The browser stores nothing, or stored records cannot be read.
    Storage,
    /// A link cannot be read.
    Link,
    /// A part of the company's own content cannot be used.
    Config,
}

/// The reason why a call of a method has no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No session is on the screen.
    NoSession,
    /// The session on the screen is not planned, so that it has no entry for a calendar.
    NotPlanned,
    /// The session on the screen is not over, so that it has no summary.
    NotOver,
    /// The session is too long for a link, or its people are unknown.
    NoLink,
    /// The person typed a password, and the link is not locked by it yet.
    NotLocked,
    /// The text is no saved file of this widget.
    NoFile,
    /// The browser did not remove the data.
    NotRemoved,
    /// The person declined.
    Declined,
    /// The person is still being asked about an earlier call.
    Asked,
}

impl Refusal {
    /// Returns the reason in English, for the developer of the host page.
    #[must_use]
    pub fn reason(self) -> &'static str {
        match self {
            Self::NoSession => "no session is on the screen",
            Self::NotPlanned => "the session on the screen is not planned",
            Self::NotOver => "the session on the screen is not over",
            Self::NoLink => "the session on the screen has no link",
            Self::NotLocked => "the link is not locked by its password yet",
            Self::NoFile => "the text is no saved file of coaching sessions",
            Self::NotRemoved => "the browser did not remove the data",
            Self::Declined => "the person declined",
            Self::Asked => "the person is still being asked about an earlier call",
        }
    }
}
