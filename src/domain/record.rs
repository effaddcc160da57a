//! What is kept beside the sessions: who the two of a pair are, and what this person set. All of it
//! is written, merged and deleted in one way.

use super::id::{PairId, SessionId};
use super::pair::Pair;
use super::party::Party;
use super::private::Private;
use super::text::Text;

/// What this person set, on all of their devices.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Settings {
    /// The person's own name.
    pub own_name: Option<Text>,
}

/// Names a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecordId {
    /// Of which other pair that one is the same two. These come first, since they are looked through for
    /// each session and are few.
    Same(PairId),
    /// Of a pair.
    Pair(PairId),
    /// Of what this person set.
    Settings,
    /// Of what a party keeps about a session for themselves.
    Private(SessionId, Party),
    /// Of which of the two of that pair this person is.
    Side(PairId),
}

/// What is kept beside the sessions.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Record {
    /// A pair.
    Pair(Pair),
    /// What this person set.
    Settings(Settings),
    /// What a party keeps about a session for themselves.
    Private(Private),
    /// Which of the two this person is. Where nothing is said, it is the manager: a pair begins with a
    /// session that is planned.
    Side(Party),
    /// The other pair that the person said is the same two.
    Same(PairId),
}
