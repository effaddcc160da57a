//! Records beside the sessions: pairs, settings, private records. All are written, merged and deleted in the
//! same way.

use super::id::{PairId, SessionId};
use super::pair::Pair;
use super::party::Party;
use super::private::Private;
use super::text::Text;

/// The settings of this person.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Settings {
    /// The person's own name.
    pub own_name: Option<Text>,
}

/// The id of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecordId {
    /// The claim that this pair is the same two people as another pair. These ids sort first: they are few, and
    /// every session searches them.
    Same(PairId),
    /// A pair.
    Pair(PairId),
    /// The settings of this person.
    Settings,
    /// The private record of a party about a session.
    Private(SessionId, Party),
    /// The party that this person is in a pair.
    Side(PairId),
}

/// The content of a record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Record {
    /// A pair.
    Pair(Pair),
    /// The settings of this person.
    Settings(Settings),
    /// The private record of a party.
    Private(Private),
    /// The party that this person is. The manager where there is no such record: a pair begins with a session
    /// that a manager plans.
    Side(Party),
    /// The other pair, which the person said is the same two people.
    Same(PairId),
}
