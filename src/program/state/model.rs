//! The state of the program. It does not hold the time: otherwise each second would be a change.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use super::around::Around;
use super::brought::Brought;
use super::drafts::Drafts;
use super::health::Health;
use super::hold::ClockQuestion;
use super::incoming::Importing;
use super::kept::Kept;
use super::overlay::Overlays;
use super::quarter::BookedQuarter;
use super::request::Requests;
use super::screen::OpenScreen;
use super::signals::Signals;
use super::thrown::Thrown;
use super::told::HostKnows;
use crate::domain::coaching_type::Catalogue;
use crate::domain::draft::Purpose;
use crate::domain::half::ManagerHalf;
use crate::domain::id::{Ids, PairId, SessionId, WriterId};
use crate::domain::limits::Limits;
use crate::domain::listed::Listed;
use crate::domain::record::{Record, RecordId, Settings};
use crate::domain::register::{Register, Written};
use crate::domain::time::Instant;
use crate::domain::timing::{Entry, Leap};
use crate::domain::ui_state::Screen;
use crate::domain::zone::Zone;
use crate::domain::{pair::Pair, party::Party, session::Session};
use crate::program::event::Here;
use crate::wire::key::Key;

/// Upper bound on the changes of one screen that can be undone.
pub const UNDO_LIMIT: usize = 50;

/// The state of the program.
#[derive(Clone, Debug)]
pub struct Model {
    /// Coaching types and lines that the page offers: the built-in ones, or those of the company, too.
    pub catalogue: Arc<Catalogue>,
    /// Limits of the page: the built-in ones, or tighter ones of the company.
    pub limits: Limits,
    /// Source of new random ids.
    pub ids: Ids,
    /// Id of this writer in version vectors and in the names of its records. A writer is a running widget,
    /// mostly one window of the browser.
    pub writer: WriterId,
    /// Slot of this window among those of the browser, from 0; `None` if the browser has no Web Locks.
    pub slot: Option<u32>,
    /// Writers of the other windows that are known to be open.
    pub living: BTreeSet<WriterId>,
    /// The time zone of this device.
    pub zone: Zone,
    /// Abilities of the browser and of the page.
    pub here: Here,
    /// Sessions and other stored records by key. Of a deleted session the id and the deletion are left.
    pub kept: BTreeMap<Key, Kept>,
    /// Open screen with its state.
    pub screen: OpenScreen,
    /// Instant at which the page was last known to be awake; `None` before the first event.
    pub seen: Option<Instant>,
    /// True while storage does not hold the open screen as it is now.
    pub screen_unsaved: bool,
    /// True after [`Effect::SaveSoon`](crate::program::effect::Effect::SaveSoon), until its
    /// [`Event::SaveCame`](crate::program::event::Event::SaveCame).
    pub saves_soon: bool,
    /// Typed text that is neither part of a session nor sent yet.
    pub drafts: Drafts,
    /// Texts that the person threw away, the last one at the end. Those of the line for notes stay until the page is
    /// loaded anew; those of forms until a screen opens that is no form.
    pub thrown: Vec<Thrown>,
    /// The purpose of text for one party alone that the party asked to see beside the open screen, whose notice said
    /// that the text could not be kept; `None` on most screens.
    pub uncovered: Option<Purpose>,
    /// The session with which the device went to the seller, until the manager holds it again.
    pub handed: Option<SessionId>,
    /// Instant of the notice that expired drafts go; `None` while no draft is expired.
    pub expiry_told: Option<Instant>,
    /// Opened link and file that cover the screen.
    pub overlays: Overlays,
    /// Calls of the host page whose files are being read, in order.
    pub imports: VecDeque<Importing>,
    /// Changes that files and links brought, while they can be undone, the last one at the end; at most [`UNDO_LIMIT`].
    pub brought: Vec<Brought>,
    /// Source of numbers for requests to the browser.
    pub requests: Requests,
    /// Health of storage: faults, and records that cannot be read.
    pub health: Health,
    /// Times that passed unseen, in order, each until the person answers for it.
    pub leaps: Vec<Leap>,
    /// Steps of the device's clock that the logs held at the last sign of life: session and entry.
    pub known_steps: Vec<(SessionId, Entry)>,
    /// The last answer about the clock, for its undo; `None` before the first since the start, or once it is
    /// undone.
    pub answered: Option<Answered>,
    /// The quarter that was booked last in this window, for its undo; `None` before, and once it is undone.
    pub booked: Option<BookedQuarter>,
    /// Knowledge of the host page.
    pub told: HostKnows,
    /// State of the signals of a running session.
    pub signals: Signals,
    /// State that only a frame has.
    pub around: Around,
}

/// An answer about the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The time that passed unseen.
    pub leap: Leap,
    /// Log entry that the answer added.
    pub entry: Entry,
}

impl Model {
    /// Returns the state before `Event::Booted`.
    #[must_use]
    pub fn new() -> Self {
        let mut ids = Ids::seeded(0);
        let writer = ids.writer();
        Self {
            catalogue: Arc::default(),
            limits: Limits::default(),
            ids,
            writer,
            slot: None,
            living: BTreeSet::new(),
            zone: Zone::utc(),
            here: Here::default(),
            kept: BTreeMap::new(),
            screen: OpenScreen::new(Screen::Home),
            seen: None,
            screen_unsaved: false,
            saves_soon: false,
            drafts: Drafts::default(),
            handed: None,
            expiry_told: None,
            overlays: Overlays::default(),
            imports: VecDeque::new(),
            brought: Vec::new(),
            requests: Requests::default(),
            health: Health::default(),
            leaps: Vec::new(),
            known_steps: Vec::new(),
            answered: None,
            booked: None,
            thrown: Vec::new(),
            uncovered: None,
            told: HostKnows::default(),
            signals: Signals::default(),
            around: Around::default(),
        }
    }

    /// Returns the session; `None` if it is unknown or deleted.
    #[must_use]
    pub fn session(&self, id: SessionId) -> Option<&Session> {
        self.known(id).filter(|session| !session.is_deleted())
    }

    /// Returns the session, even if it is deleted; `None` if it is unknown.
    #[must_use]
    pub fn known(&self, id: SessionId) -> Option<&Session> {
        self.kept.get(&Key::Session(id))?.value().session()
    }

    /// Returns the sessions without the deleted ones.
    pub fn sessions(&self) -> impl Iterator<Item = &Session> {
        let sessions = self.kept.values().filter_map(|kept| kept.value().session());
        sessions.filter(|session| !session.is_deleted())
    }

    /// Returns the manager's half of a session, the plan and the record; `None` if the session is unknown,
    /// deleted or only asked for.
    #[must_use]
    pub fn half(&self, id: SessionId) -> Option<&ManagerHalf> {
        self.session(id).and_then(Session::manager_half)
    }

    /// Returns the id of the session whose screen or agenda editor is open; `None` on another screen.
    #[must_use]
    pub fn open_session(&self) -> Option<SessionId> {
        match self.screen.address() {
            Screen::Session(id) | Screen::Agenda(id) => Some(id),
            _ => None,
        }
    }

    /// Returns the names of a pair, one manager and one seller; `None` if they are unknown, deleted or
    /// damaged.
    #[must_use]
    pub fn pair(&self, id: PairId) -> Option<&Pair> {
        match self.content(RecordId::Pair(id))? {
            Record::Pair(pair) => Some(pair),
            _ => None,
        }
    }

    /// Returns the settings of this person; empty if none are stored.
    #[must_use]
    pub fn settings(&self) -> Settings {
        let kept = self.kept.get(&Key::Record(RecordId::Settings));
        let versions = kept.and_then(|kept| kept.value().register()).map(Register::versions);
        let mut all = Settings::default();
        for version in versions.unwrap_or_default() {
            if let Written::Content(Record::Settings(settings)) = &version.written {
                all = all.with(settings);
            }
        }
        all
    }

    /// Returns all pairs whose names are known, in the order of their ids.
    pub fn pairs(&self) -> impl Iterator<Item = (PairId, &Pair)> {
        self.kept.iter().filter_map(|(key, kept)| match (key, kept.value().register()?.content()?) {
            (Key::Record(RecordId::Pair(id)), Record::Pair(pair)) => Some((*id, pair)),
            _ => None,
        })
    }

    /// Returns the lines that this person put on the list of the next session, with the pair of each.
    pub fn listed(&self) -> impl Iterator<Item = (PairId, &Listed)> {
        let lists =
            self.kept.iter().filter_map(|(key, kept)| match (key, kept.value().register()?.content()?) {
                (Key::Record(RecordId::List(id)), Record::List(lines)) => Some((*id, lines)),
                _ => None,
            });
        lists.flat_map(|(id, lines)| lines.iter().map(move |line| (id, line)))
    }

    /// Returns the party that this person is in a pair: the manager, unless a record says otherwise.
    #[must_use]
    pub fn side(&self, pair: PairId) -> Party {
        match self.content(RecordId::Side(pair)) {
            Some(Record::Side(party)) => *party,
            _ => Party::Manager,
        }
    }

    /// Returns the content of a record that is no session; `None` if it is unknown or deleted.
    #[must_use]
    pub fn content(&self, id: RecordId) -> Option<&Record> {
        self.kept.get(&Key::Record(id))?.value().register()?.content()
    }

    /// Returns the purposes of the drafts that belong to the open screen: what each text is for. An agenda
    /// editor or a session has the lines for notes. Texts of the agenda belong to its editor; once the session has
    /// begun, which closes the editor, to the session.
    pub(in crate::program) fn purposes(&self) -> impl Iterator<Item = Purpose> + use<> {
        let is_edited = |id| {
            matches!(self.screen.address(), Screen::Agenda(_))
                || !self.half(id).is_some_and(ManagerHalf::is_planned)
        };
        let of_session = |id: SessionId| {
            let mut purposes = self.drafts.purposes_of(id);
            purposes.retain(|purpose| match purpose {
                Purpose::Line(..) | Purpose::Noted(_) => true,
                Purpose::Agenda(id) => is_edited(*id),
                _ => false,
            });
            purposes
        };
        let of_session = self.open_session().map(of_session).unwrap_or_default();
        let of_field = match self.screen.address() {
            Screen::Home | Screen::Pair(_) => Some(Purpose::Pasted),
            Screen::Share(_) | Screen::Quarter => Some(Purpose::OwnName),
            _ => None,
        };
        let of_pair = match self.screen.address() {
            Screen::Pair(id) => Some(Purpose::CameUp(id)),
            _ => None,
        };
        self.screen.address().purpose().into_iter().chain(of_field).chain(of_pair).chain(of_session)
    }

    /// Returns the question about the clock of the open session; `None` if there is nothing to ask.
    #[must_use]
    pub fn clock_question(&self) -> Option<&ClockQuestion> {
        self.screen.session()?.clock_question.as_ref()
    }
}

impl Default for Model {
    fn default() -> Self {
        Self::new()
    }
}
