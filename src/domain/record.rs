//! Records beside the sessions: names of pairs, settings, private records, sides, same-person claims and
//! standing slots. All are written, merged and deleted in the same way.

use std::collections::BTreeSet;

use super::id::{PairId, SessionId};
use super::listed::Listed;
use super::pair::Pair;
use super::party::Party;
use super::phrase::Wording;
use super::private::Private;
use super::register::{Register, Written};
use super::sent::SentBy;
use super::signal::Signal;
use super::standing::{EnteredRow, Standing};
use super::text::Text;
use super::told::Told;

/// The settings of the person who uses this browser.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Settings {
    /// Name of the person who uses this browser; `None` until the person typed it.
    pub own_name: Option<Text>,
    /// Pairs whose seller the form that plans a session no longer suggests, sorted by id; at most
    /// [`UNLISTED_LIMIT`].
    pub unlisted: Vec<PairId>,
    /// True if the person switched the shortcuts off that are a single letter.
    pub keys_are_off: bool,
    /// Lines of the mindset checklists that somebody removed here, sorted; at most [`REMOVED_LIMIT`].
    pub removed: Vec<RemovedLine>,
    /// Pairs whose only session did not take place, sorted by id: the list keeps their seller until another session is
    /// planned; at most [`UNLISTED_LIMIT`].
    pub waiting: Vec<PairId>,
    /// Pairs whose outgoing links hold initials in place of the names, sorted by id; at most [`UNLISTED_LIMIT`].
    pub by_initials: Vec<PairId>,
    /// Method by which the messages of a booked quarter leave, as chosen last: copied, shared or mailed; `None` before a
    /// choice.
    pub send_by: Option<SentBy>,
    /// Signals of a running session that are on, sorted, none twice.
    pub signals: Vec<Signal>,
}

impl Settings {
    /// Returns true if the two name the person differently, so that the person is asked.
    #[must_use]
    pub fn differs_in_name(&self, other: &Self) -> bool {
        matches!((&self.own_name, &other.own_name), (Some(mine), Some(theirs)) if mine != theirs)
    }

    /// Returns these settings with the choices of `other`, which was written without knowing of them: of two names the own
    /// one stays, and of two lists that are too long together the first entries.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        Self {
            own_name: self.own_name.clone().or_else(|| other.own_name.clone()),
            unlisted: all_of(&self.unlisted, &other.unlisted, UNLISTED_LIMIT),
            keys_are_off: self.keys_are_off || other.keys_are_off,
            removed: all_of(&self.removed, &other.removed, REMOVED_LIMIT),
            waiting: all_of(&self.waiting, &other.waiting, UNLISTED_LIMIT),
            by_initials: all_of(&self.by_initials, &other.by_initials, UNLISTED_LIMIT),
            send_by: self.send_by.or(other.send_by),
            signals: all_of(&self.signals, &other.signals, Signal::ALL.len()),
        }
    }

    /// Returns true if the signal is on.
    #[must_use]
    pub fn has(&self, signal: Signal) -> bool {
        self.signals.contains(&signal)
    }

    /// Switches the signal on or off.
    pub fn toggle(&mut self, signal: Signal) {
        match self.signals.binary_search(&signal) {
            Ok(at) => drop(self.signals.remove(at)),
            Err(at) => self.signals.insert(at, signal),
        }
    }
}

/// Returns the entries of both lists, sorted, at most `limit`.
fn all_of<T: Clone + Ord>(mine: &[T], theirs: &[T], limit: usize) -> Vec<T> {
    let all: BTreeSet<T> = mine.iter().chain(theirs).cloned().collect();
    all.into_iter().take(limit).collect()
}

/// Upper bound on the pairs whose seller is no longer suggested, on those that wait for a date, and on those whose names
/// go out as initials.
pub const UNLISTED_LIMIT: usize = 500;

/// Upper bound on the removed lines of the mindset checklists.
pub const REMOVED_LIMIT: usize = 500;

/// A line that a person removed from the own mindset checklist.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RemovedLine {
    /// Pair of the seller who removed the line on the manager's device; `None` for the person who uses this browser.
    pub pair: Option<PairId>,
    /// Removed line.
    pub line: Wording,
}

/// The id of a record beside the sessions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecordId {
    /// The claim that the pair with this id is the same two people as another pair. These ids sort first:
    /// they are few, and every session searches them.
    Same(PairId),
    /// The names of the pair with this id.
    Pair(PairId),
    /// The lines that the person who uses this browser put on the list of the next session of the pair with this id.
    List(PairId),
    /// The settings of the person who uses this browser.
    Settings,
    /// The private record of this party about this session.
    Private(SessionId, Party),
    /// The side in the pair with this id: the party that the person who uses this browser is.
    Side(PairId),
    /// The standing slot of the pair with this id.
    Standing(PairId),
    /// The record that the dates of the pair with this id were put into a calendar.
    EnteredRow(PairId),
    /// The record of what the seller of the pair with this id told with answers to sessions that are deleted.
    Told(PairId),
}

/// The content of a record beside the sessions.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Record {
    /// Names of the manager and the seller of a pair.
    Pair(Pair),
    /// Lines for the next session of a pair, in the order of writing; at most [`CARRIED_LIMIT`](super::note::CARRIED_LIMIT).
    List(Vec<Listed>),
    /// Settings of the person who uses this browser.
    Settings(Settings),
    /// Private record of one party about one session.
    Private(Box<Private>),
    /// Party that the person who uses this browser is in a pair. Without such a record the person is the
    /// manager: a pair begins with a session that a manager plans.
    Side(Party),
    /// Id of the other pair; the person said that both pairs are the same two people.
    Same(PairId),
    /// Standing slot of a pair, as the manager keeps it.
    Standing(Standing),
    /// Dates of a pair that this person put into a calendar.
    EnteredRow(EnteredRow),
    /// Answers about next steps and lines of a seller that came with answers to sessions that are deleted.
    Told(Told),
}

/// Returns the settings with one version in place of several that were written without knowing of each other and name the
/// person alike; `None` if there is one version, a deletion, or a name to choose.
#[must_use]
pub fn united_settings(register: &Register<Record>) -> Option<Register<Record>> {
    let Record::Settings(shown) = register.content()? else { return None };
    let mut all = shown.clone();
    for version in register.others() {
        match &version.written {
            Written::Content(Record::Settings(other)) if !all.differs_in_name(other) => all = all.with(other),
            _ => return None,
        }
    }
    (!register.others().is_empty()).then(|| register.united(Record::Settings(all)))
}
