//! The driver of stories: windows that share a storage, and a clock that the story controls. Performs effects like
//! the shell, and asserts after each event the rules that hold after every event.
//!
//! Never reaches into the program: sends events, performs effects, and reads the view.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt::Display;

use coaching_session::domain::draft::Draft;
use coaching_session::domain::half::Course;
use coaching_session::domain::id::WriterId;
use coaching_session::domain::time::{Instant, Span};
use coaching_session::domain::ui_state::UiState;
use coaching_session::present::parts::face::Dial;
use coaching_session::present::parts::field::FieldKind;
use coaching_session::present::{ScreenView, View, present};
use coaching_session::program::effect::{Effect, Focus, Refusal, SAVE_AFTER, Told, Tone};
use coaching_session::program::event::{
    Changed, Event, Found, Frame, Here, Host, Outcome, Press, Quarantined, Settled, StorageFault,
};
use coaching_session::program::state::hold::Reveal;
use coaching_session::program::state::kept::Value;
use coaching_session::program::state::model::Model;
use coaching_session::program::state::request::RequestId;
use coaching_session::program::update;
use coaching_session::program::update::sending::Sending;
use coaching_session::text::Words;
use coaching_session::text::message::Message;
use coaching_session::timer::boundary::next_boundary;
use coaching_session::timer::reading::reading;
use coaching_session::wire::backup::{Entry, Restore, backup};
use coaching_session::wire::key::{Key, QUARANTINE, WriterKey};
use coaching_session::wire::stored::{open, seal};

use crate::given::TEN;
use crate::intl::{env, zone};
use crate::seen;

/// The address that links point to.
pub const HOME: &str = "https://intranet.test/coaching/";

/// The records of a storage by name.
pub type Records = BTreeMap<String, String>;

/// The storage's answer to a write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    Enough,
    /// Only a record that is no longer than the stored one is written.
    Tight,
    None,
    /// The page may not store anything, nor read.
    Denied,
    /// The host page wants nothing stored.
    Unwanted,
}

/// A storage that several windows share.
#[derive(Clone, Debug)]
pub struct Storage {
    pub records: Records,
    pub room: Room,
    /// True if a damaged record can be moved to quarantine.
    pub can_quarantine: bool,
}

impl Storage {
    /// Returns all records, if the page may read them.
    fn read(&self) -> Result<Records, StorageFault> {
        match self.room {
            Room::Denied => Err(StorageFault::Denied),
            Room::Unwanted => Err(StorageFault::Unwanted),
            _ => Ok(self.records.clone()),
        }
    }

    fn write(&mut self, place: WriterKey, record: String) -> Outcome {
        let name = place.name();
        let fits = match self.room {
            Room::Denied => return Outcome::Failed(StorageFault::Denied),
            Room::Unwanted => return Outcome::Failed(StorageFault::Unwanted),
            Room::Tight => self.records.get(&name).is_some_and(|found| found.len() >= record.len()),
            room => room == Room::Enough,
        };
        if !fits {
            return Outcome::Failed(StorageFault::Full);
        }
        self.records.insert(name, record);
        Outcome::Stored
    }

    fn remove(&mut self, place: WriterKey) -> Outcome {
        match self.room {
            Room::Denied => Outcome::Failed(StorageFault::Denied),
            Room::Unwanted => Outcome::Failed(StorageFault::Unwanted),
            _ => {
                self.records.remove(&place.name());
                Outcome::Removed
            }
        }
    }

    fn remove_all(&mut self) -> bool {
        if matches!(self.room, Room::Denied | Room::Unwanted) {
            return false;
        }
        self.records.clear();
        true
    }

    fn quarantine(&mut self, name: &str) -> bool {
        if !self.can_quarantine || self.room != Room::Enough {
            return false;
        }
        let Some(record) = self.records.remove(name) else { return false };
        let free = (1..)
            .map(|count| format!("{QUARANTINE}{name}~{count}"))
            .find(|place| !self.records.contains_key(place));
        self.records.insert(free.unwrap(), record);
        true
    }
}

/// One window.
#[derive(Clone, Debug)]
pub struct Window {
    pub model: Model,
    /// When the alarm is set to ring.
    pub wake: Option<Instant>,
    /// Last target of the focus.
    pub focus: Option<Focus>,
    /// Records of the last offered file.
    pub file: Option<Records>,
    /// Name of the last offered file.
    pub file_name: Option<String>,
    /// Last copied text.
    pub copied: Option<String>,
    /// Last saved summary or calendar file.
    pub saved: Option<String>,
    /// Last shared or mailed text.
    pub sent: Option<Sending>,
    /// Number of the last request to copy or share.
    pub request: RequestId,
    /// Answers to the calls of the host page.
    pub answers: Vec<(RequestId, Result<String, Refusal>)>,
    /// Events that the host page heard.
    pub told: Vec<Told>,
    /// True once the link by which the page was opened is dealt with.
    pub forgot_link: bool,
    /// Chimes that sounded.
    pub chimes: Vec<Tone>,
    /// Title of the tab; `None` for its own one.
    pub title: Option<String>,
    /// True while the screen of the device stays on.
    pub is_awake: bool,
    /// Faults of the company's file that the owner of the page was told last.
    pub faults: Vec<String>,
    /// Coaching type that nobody offers, as the owner of the page was told last.
    pub unknown_type: Option<String>,
    /// The company's words by language tag, in the form of Fluent.
    pub own_words: Vec<(String, String)>,
    /// When typed text is to be saved; `None` if no save waits.
    pub saves_at: Option<Instant>,
    /// Records as this window reads them: its own writes at once, those of other windows once delivered.
    pub reads: Records,
    /// Records that other windows wrote or removed, and that wait to be delivered.
    inbox: VecDeque<(WriterKey, Option<String>)>,
    /// Name of the stored screen of this window.
    screen: Option<String>,
    zone: &'static str,
}

/// Delivery of one window's records to the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    AtOnce,
    WhenDelivered,
}

/// A story: the clock, the storage and the windows of one device.
#[derive(Clone, Debug)]
pub struct Story {
    pub now: Instant,
    pub storage: Storage,
    pub news: News,
    /// Wishes of the host page.
    pub host: Host,
    /// Frame in which the page is shown; `None` outside of one.
    pub frame: Option<Frame>,
    /// True if the browser has Web Locks, so that each window holds a slot of its own.
    pub has_locks: bool,
    /// True if the person keeps doubtful values of a plan at once: many stories plan two sessions for one time.
    pub keeps_doubts: bool,
    /// Number of writes and removals after which the browser dies; `None` for a browser that lives.
    pub dies_after: Option<u32>,
    /// The company's file of content, which each page gets before it starts.
    pub config: Option<String>,
    windows: Vec<Window>,
    current: usize,
    boots: u64,
    files: u32,
}

/// Name of the button that starts a session whose date has passed.
const LATE: &str = "Start it now after all";

/// Returns true for the name of a button that starts a session.
fn starts(name: &str) -> bool {
    name.ends_with(" said yes: start") || name == "Start now" || name == LATE
}

/// A name of something on the screen.
pub trait Named {
    /// Returns the name as it stands on the screen, in English.
    fn words(&self) -> String;
}

impl<T: Display + ?Sized> Named for &T {
    fn words(&self) -> String {
        self.to_string()
    }
}

impl Named for Message<'_> {
    fn words(&self) -> String {
        env("en").say(self).to_string()
    }
}

/// Returns the name of a manager whose name is unknown.
pub fn the_manager() -> Words {
    env("en").say(&Message::ManagerUnknown)
}

impl Story {
    /// Begins a story on another person's device, with an empty storage.
    pub fn elsewhere() -> Self {
        let mut story = Self::new();
        story.storage.records.clear();
        story.boots = 1_000;
        story.reopen();
        story
    }

    /// Begins with one window in Berlin and an empty storage, a day before [`TEN`].
    pub fn new() -> Self {
        Self::with(Records::new())
    }

    /// Begins with stored records. A name without a writer gets one.
    pub fn with(records: Records) -> Self {
        let records = records.into_iter().map(|(name, record)| (written(&name), record)).collect();
        let storage = Storage { records, room: Room::Enough, can_quarantine: true };
        Self::over(storage)
    }

    /// Begins with a storage.
    pub fn over(storage: Storage) -> Self {
        let now = TEN.plus(Span::minutes(-24 * 60));
        let mut story = Self {
            now,
            storage,
            news: News::AtOnce,
            has_locks: true,
            keeps_doubts: true,
            host: Host::default(),
            frame: None,
            dies_after: None,
            config: None,
            windows: Vec::new(),
            current: 0,
            boots: 0,
            files: 0,
        };
        story.open_window("Europe/Berlin");
        story
    }

    /// Opens one more window in a time zone and makes it the current one.
    pub fn open_window(&mut self, zone: &'static str) {
        self.windows.push(Window {
            model: Model::new(),
            wake: None,
            focus: None,
            file: None,
            file_name: None,
            copied: None,
            saved: None,
            sent: None,
            request: RequestId(0),
            answers: Vec::new(),
            told: Vec::new(),
            forgot_link: false,
            faults: Vec::new(),
            chimes: Vec::new(),
            title: None,
            is_awake: false,
            unknown_type: None,
            own_words: Vec::new(),
            saves_at: None,
            reads: Records::new(),
            inbox: VecDeque::new(),
            screen: None,
            zone,
        });
        self.current = self.windows.len() - 1;
        self.boot();
    }

    /// Opens one more window, whose slot left the screen and the drafts that the current window stores.
    pub fn open_window_alike(&mut self) {
        let slot = u32::try_from(self.windows.len()).unwrap();
        let own = self.window().model.writer;
        let writer = WriterId(0xf0 + u64::from(slot));
        for (name, record) in self.storage.records.clone() {
            let Some(WriterKey { key, .. }) = WriterKey::parse(&name).filter(|place| place.writer == own)
            else {
                continue;
            };
            let copy = match key {
                Key::UiState => {
                    seal(&UiState { slot: self.has_locks.then_some(slot), ..open(&record).unwrap() })
                }
                Key::Draft(_) => record,
                _ => continue,
            };
            self.storage.records.insert(key.of(writer).name(), copy);
        }
        self.open_window(self.window().zone);
    }

    /// Opens the window anew by a link that is still to come.
    pub fn open_window_by_link(&mut self) {
        self.window_mut().model = Model::new();
        self.boot_with(true);
    }

    fn boot(&mut self) {
        self.boot_with(false);
    }

    fn boot_with(&mut self, has_link: bool) {
        self.boots += 1;
        let records = self.storage.read();
        let slots = 0..u32::try_from(self.windows.len()).unwrap();
        let window = &mut self.windows[self.current];
        window.reads = records.clone().unwrap_or_default();
        window.screen = None;
        let found = Found {
            records,
            seed: self.boots,
            zone: zone(self.windows[self.current].zone),
            here: Here {
                share_url: Some(HOME.into()),
                can_share: true,
                can_lock: true,
                can_stay_awake: true,
                owns_tab: true,
                can_float: true,
                rest_days: vec![5, 6],
                host: self.host.clone(),
                frame: self.frame.clone(),
            },
            has_link,
            slot: self.has_locks.then(|| u32::try_from(self.current).unwrap()),
            living: if self.has_locks { slots.collect() } else { Vec::new() },
        };
        if let Some(file) = self.config.clone() {
            self.send(Event::Configured(file));
        }
        self.send(Event::Booted(found.into()));
    }

    /// Returns the index of the current window.
    pub fn place(&self) -> usize {
        self.current
    }

    /// Makes the next window the current one.
    pub fn turn(&mut self) {
        self.current = (self.current + 1) % self.windows.len();
    }

    /// Makes another window the current one.
    pub fn in_window(&mut self, index: usize) -> &mut Self {
        self.current = index;
        self
    }

    /// Returns the number of open windows.
    pub fn count(&self) -> usize {
        self.windows.len()
    }

    /// Returns true if the window at `index` is the current one.
    pub fn is_in_window(&self, index: usize) -> bool {
        self.current == index
    }

    /// Returns the current window, mutable.
    pub fn window_mut(&mut self) -> &mut Window {
        &mut self.windows[self.current]
    }

    /// Returns the current window.
    pub fn window(&self) -> &Window {
        &self.windows[self.current]
    }

    /// Sends an event to the current window and performs the effects.
    #[track_caller]
    pub fn send(&mut self, event: impl Into<Event>) -> &mut Self {
        let mut events = VecDeque::from([event.into()]);
        while let Some(event) = events.pop_front() {
            let window = &mut self.windows[self.current];
            let told = format!("{event:?}");
            let effects = update(&mut window.model, &env("en"), self.now, event);
            let wakes = effects.iter().filter(|effect| matches!(effect, Effect::Wake(_))).count();
            assert_eq!(wakes, 1, "each event sets the alarm once: {told}");
            for effect in effects {
                events.extend(self.perform(effect));
            }
            self.holds_what_always_holds();
        }
        if self.news == News::AtOnce {
            self.deliver();
        }
        self
    }

    fn perform(&mut self, effect: Effect) -> Option<Event> {
        if let (Effect::Write { .. } | Effect::Remove(_), Some(left)) = (&effect, &mut self.dies_after) {
            match left.checked_sub(1) {
                Some(fewer) => *left = fewer,
                None => return None,
            }
        }
        let window = &mut self.windows[self.current];
        match effect {
            Effect::Write { place, record } => {
                let is_own = place.writer == window.model.writer;
                let is_new = !self.storage.records.contains_key(&place.name());
                assert!(is_own || is_new, "{place:?} is not this window's");
                opens_again(place.key, &record);
                let is_screen = place.key == Key::UiState;
                let is_cleared =
                    window.screen.as_ref().is_some_and(|screen| !window.reads.contains_key(screen));
                let outcome = if is_cleared && !is_screen {
                    Outcome::Cleared
                } else {
                    self.storage.write(place, record.clone())
                };
                if outcome == Outcome::Stored {
                    if is_screen {
                        window.screen = Some(place.name());
                    }
                    self.tell_others(place, Some(record));
                }
                return Some(Event::Settled(Box::new(Settled { place, outcome })));
            }
            Effect::Remove(place) => {
                let outcome = self.storage.remove(place);
                if outcome == Outcome::Removed {
                    self.tell_others(place, None);
                }
                return Some(Event::Settled(Box::new(Settled { place, outcome })));
            }
            // Paper is no part of a story, and nothing scrolls in it.
            Effect::Print | Effect::Show(_) => {}
            // The story goes on in the built-in words.
            Effect::UseWords(words) => window.own_words = words,
            Effect::Chime(tone) => window.chimes.push(tone),
            Effect::Float(is_open) => return Some(Event::FloatSettled(is_open)),
            Effect::NameTab(title) => window.title = title,
            Effect::KeepAwake(is_kept) => {
                window.is_awake = is_kept;
                return Some(Event::AwakeSettled(true));
            }
            Effect::TellOwner(faults) => window.faults = faults,
            Effect::NameUnknownType(named) => window.unknown_type = Some(named),
            Effect::LookAgain => return Some(Event::StorageSeen(self.reads())),
            Effect::Quarantine(name) => {
                let moved = self.storage.quarantine(&name);
                window.reads.clone_from(&self.storage.records);
                return Some(Event::Quarantined(Box::new(Quarantined { name, moved })));
            }
            Effect::SaveSoon => window.saves_at = Some(self.now.plus(Span(SAVE_AFTER.into()))),
            Effect::Wake(instant) => window.wake = instant,
            Effect::MoveFocus(to) => window.focus = Some(to),
            // What the browser answers is told by the story itself.
            Effect::Copy { request, text } => {
                window.request = request;
                window.copied = Some(text.clone());
                window.sent = Some(Sending { title: String::new(), text, link: None });
            }
            Effect::Share { request, title, text, link } => {
                window.request = request;
                window.sent = Some(Sending { title, text, link });
            }
            Effect::Mail { subject, body } => {
                window.sent = Some(Sending { title: subject, text: body, link: None });
            }
            Effect::OfferFile { name, text } => {
                if name.ends_with(".md") || name.ends_with(".ics") {
                    window.saved = Some(text);
                } else {
                    window.file = Some(records_of(&text));
                }
                window.file_name = Some(name);
            }
            Effect::ReadStored(call) => return Some(Event::StoredRead(call, self.reads())),
            Effect::RemoveAll(call) => {
                let is_whole = self.storage.remove_all();
                window.reads.clone_from(&self.storage.records);
                window.screen = None;
                return Some(Event::AllRemoved(call, is_whole));
            }
            Effect::Answer(call, answer) => window.answers.push((call, answer)),
            Effect::Tell(told) => window.told.push(told),
            Effect::Lock { request, plain, password } => {
                let sealed = [password.as_bytes(), b"\n", &plain].concat();
                return Some(Event::LockSettled(request, Some(sealed)));
            }
            Effect::Unlock { request, sealed, password } => {
                let key = [password.as_bytes(), b"\n"].concat();
                let plain = sealed.strip_prefix(&*key).map(<[u8]>::to_vec);
                return Some(Event::UnlockSettled(request, plain));
            }
            Effect::ForgetLink => window.forgot_link = true,
            Effect::ReadOn => return Some(Event::ReadOnCame),
            Effect::ImportOn => return Some(Event::ImportOnCame),
            // There is one widget on the page of a story.
            Effect::HandOn { .. } => return Some(Event::HandedOn(false)),
            Effect::HoldScreen => {}
        }
        None
    }

    /// Returns the records as the current window reads them.
    fn reads(&self) -> Result<Records, StorageFault> {
        self.storage.read().map(|_| self.window().reads.clone())
    }

    /// Puts a record of the current window into what that window reads, and into the inboxes of the others.
    fn tell_others(&mut self, place: WriterKey, record: Option<String>) {
        for (index, window) in self.windows.iter_mut().enumerate() {
            if index == self.current {
                read(&mut window.reads, place, record.clone());
            } else {
                window.inbox.push_back((place, record.clone()));
            }
        }
    }

    /// Writes a record as a window that is not of this story, and tells the windows.
    #[track_caller]
    pub fn hear(&mut self, place: WriterKey, record: impl Into<String>) -> &mut Self {
        let record = record.into();
        self.storage.records.insert(place.name(), record.clone());
        for window in &mut self.windows {
            window.inbox.push_back((place, Some(record.clone())));
        }
        self.deliver()
    }

    /// Shows the current window again, which slept and has not heard of the others.
    pub fn wake(&mut self) -> &mut Self {
        self.windows[self.current].inbox.clear();
        self.windows[self.current].reads = self.storage.records.clone();
        self.send(Event::PageShown)
    }

    /// Clears storage, as the host page or another window does. The current window hears nothing of it.
    pub fn clear_storage(&mut self) -> &mut Self {
        self.storage.records.clear();
        for window in &mut self.windows {
            window.reads.clear();
            window.inbox.clear();
        }
        self
    }

    #[track_caller]
    fn holds_what_always_holds(&self) {
        let model = &self.window().model;
        let begun = model.open_session().and_then(|id| model.half(id)).map(|half| half.course.clone());
        let boundary = match begun {
            Some(Course::Begun { baseline, log }) => {
                next_boundary(&reading(&baseline, &log, self.now), self.now)
            }
            _ => None,
        };
        let hides = model.screen.session().and_then(|state| match state.reveal {
            Reveal::Shown(_, until) => Some(until).filter(|until| *until > self.now),
            _ => None,
        });
        let wake = boundary.into_iter().chain(hides).min();
        // A hidden page wakes less often, and one that counts minutes in the title of its tab more often.
        if model.signals.is_hidden || model.signals.title.is_some() {
            assert_eq!(self.window().wake.is_some(), wake.is_some(), "an alarm rings while the clock runs");
        } else {
            assert_eq!(self.window().wake, wake, "the alarm rings at the next boundary");
        }
        assert!(!self.view().name.is_empty());
    }

    /// Delivers to every window the stored state of the records that others wrote since the last delivery.
    #[track_caller]
    pub fn deliver(&mut self) -> &mut Self {
        for _ in 0..2_000 {
            let Some((index, places)) = self.next_news() else { return self };
            self.windows[index].inbox.clear();
            for place in places {
                let record = self.storage.records.get(&place.name()).cloned();
                self.tell_of(index, place, record);
            }
        }
        panic!("the windows never stop telling each other");
    }

    /// Delivers to every window each record that others wrote, even if storage holds a later one.
    #[track_caller]
    pub fn deliver_late(&mut self) -> &mut Self {
        for _ in 0..2_000 {
            let Some((index, _)) = self.next_news() else { return self };
            let (place, record) = self.windows[index].inbox.pop_front().unwrap();
            self.tell_of(index, place, record);
        }
        panic!("the windows never stop telling each other");
    }

    /// Lets one window read a record of another one, and tells the window.
    #[track_caller]
    fn tell_of(&mut self, index: usize, place: WriterKey, record: Option<String>) {
        read(&mut self.windows[index].reads, place, record.clone());
        self.tell(index, changed_elsewhere(place, record));
    }

    /// Returns the first window with an undelivered record, and the places of its undelivered records.
    fn next_news(&self) -> Option<(usize, BTreeSet<WriterKey>)> {
        let index = self.windows.iter().position(|window| !window.inbox.is_empty())?;
        Some((index, self.windows[index].inbox.iter().map(|(place, _)| *place).collect()))
    }

    /// Sends an event to one window, without delivering its records to the others.
    #[track_caller]
    fn tell(&mut self, index: usize, event: Event) {
        let (here, news) = (self.current, self.news);
        (self.current, self.news) = (index, News::WhenDelivered);
        self.send(event);
        (self.current, self.news) = (here, news);
    }

    /// Returns the view.
    pub fn view(&self) -> View {
        self.view_in("en")
    }

    /// Returns the views of all windows.
    pub fn views(&self) -> Vec<View> {
        self.windows.iter().map(|window| present(&window.model, &env("en"), self.now)).collect()
    }

    /// Returns the view in a language.
    pub fn view_in(&self, tag: &str) -> View {
        present(&self.window().model, &env(tag), self.now)
    }

    /// Returns what the clock face shows, in English.
    #[track_caller]
    pub fn dial(&self) -> Dial {
        seen::run(&self.view()).face.dial(&env("en"), self.now)
    }

    /// Presses the button with a name.
    #[track_caller]
    pub fn press(&mut self, name: impl Named) -> &mut Self {
        let name = &name.words();
        let view = self.view();
        let found: Vec<_> =
            seen::actions(&view).into_iter().filter(|action| seen::name(action) == name).collect();
        let Some(action) = found.into_iter().next() else {
            panic!("no button {name:?} among {:?}", seen::names(&view));
        };
        self.send(action.press);
        let asks = self.offers(Message::PlanAnyway) || self.offers(Message::SaveAnyway);
        if action.press == Press::PlanSubmitted && asks && self.keeps_doubts {
            self.send(Press::PlanSubmitted);
        }
        self
    }

    /// Presses the button that saves a file, and returns the file.
    #[track_caller]
    pub fn saved(&mut self, button: impl Named) -> String {
        self.press(button);
        file_of(self.window().file.as_ref().unwrap())
    }

    /// Presses the button that saves a file of the open session, with the planned ones or without, and returns the file.
    #[track_caller]
    pub fn saved_session(&mut self) -> String {
        let label =
            if self.offers(Message::SaveSession) { Message::SaveSession } else { Message::SaveSessionNext };
        self.saved(label)
    }

    /// Opens a file from the list.
    #[track_caller]
    pub fn open_file(&mut self, text: &str) -> &mut Self {
        for way_back in ["All sessions", "Not now"] {
            if self.offers(way_back) {
                self.press(way_back);
            }
        }
        self.open_named_file("saved.jsonl", text)
    }

    /// Opens a file of this name from the list.
    #[track_caller]
    pub fn open_named_file(&mut self, name: &str, text: &str) -> &mut Self {
        assert_eq!(&*seen::home(&self.view()).open, "Open a file");
        self.send_file([text], Some(name))
    }

    /// Sends a file in these parts, and its end: whole, with its name, or broken off.
    #[track_caller]
    pub fn send_file<'a>(
        &mut self,
        parts: impl IntoIterator<Item = &'a str>,
        name: Option<&str>,
    ) -> &mut Self {
        self.files += 1;
        let file = RequestId(self.files);
        for part in parts {
            self.send(Event::FileCame(file, part.to_owned()));
        }
        self.send(Event::FileOpened(file, name.map(str::to_owned)))
    }

    /// Opens the screen that invites the seller; a manager without a name gives one first.
    #[track_caller]
    pub fn invite(&mut self, seller: &str) -> &mut Self {
        // To a seller who asked for the session, the same button sends the date.
        let granted = Message::ShareGranted { name: seller };
        let is_asked = self.offers(granted);
        self.press(if is_asked { granted } else { Message::ShareInvite { name: seller } });
        if self.offers(Message::NameNext) {
            self.fill(Message::OwnNameLabel, "Maria").press(Message::NameNext);
        }
        self
    }

    /// Answers the last request to copy.
    #[track_caller]
    pub fn settle_copy(&mut self, is_copied: bool) -> &mut Self {
        let request = self.window().request;
        self.send(Event::CopySettled(request, is_copied))
    }

    /// Takes in the opened file, if the screen offers it; as the manager if the file asks for the party.
    #[track_caller]
    pub fn take_in(&mut self) -> &mut Self {
        let names = seen::names(&self.view());
        match names.iter().rfind(|name| name.starts_with("Add it") || name.ends_with("Add it")) {
            Some(take) => self.press(take),
            None => self,
        }
    }

    /// Starts the session with the button that says that the seller said yes.
    #[track_caller]
    pub fn press_start(&mut self) -> &mut Self {
        let names = seen::names(&self.view());
        let Some(start) = names.iter().find(|name| starts(name)) else {
            panic!("no button starts the session: {names:?}");
        };
        self.press(start);
        if self.offers(Message::StartNow) { self.press(Message::StartNow) } else { self }
    }

    /// Returns true if the screen offers to start the session.
    pub fn offers_start(&self) -> bool {
        seen::names(&self.view()).iter().any(|name| starts(name))
    }

    /// Opens the session in the first row of the list.
    #[track_caller]
    pub fn open_first(&mut self) -> &mut Self {
        let open = seen::home(&self.view()).groups[0].rows[0].open.press;
        self.send(open)
    }

    /// Opens the page of the first person on the list.
    #[track_caller]
    pub fn open_first_page(&mut self) -> &mut Self {
        let page = seen::home(&self.view()).groups[0].rows[0].page.clone();
        self.send(page.expect("the list of all people").press)
    }

    /// Opens the first session on the page of the first person.
    #[track_caller]
    pub fn open_first_of_page(&mut self) -> &mut Self {
        let open = seen::home(&self.open_first_page().view()).groups[0].rows[0].open.press;
        self.send(open)
    }

    /// Says that the manager alone sees the screen of the open session, so that each answers alone at the close.
    pub fn alone(&mut self) -> &mut Self {
        let open = self.window().model.open_session();
        if let Some(id) = open {
            self.send(Press::AloneSaid(id, true));
        }
        self
    }

    /// Deletes the first session on the page of the first person.
    #[track_caller]
    pub fn delete_first(&mut self) -> &mut Self {
        let delete = seen::home(&self.open_first_page().view()).groups[0].rows[0].delete.clone();
        self.send(delete.expect("the page of one person").press)
    }

    /// Returns true if an enabled button has a name.
    pub fn offers(&self, name: impl Named) -> bool {
        seen::names(&self.view()).contains(&name.words())
    }

    /// Fills in a labelled field: first a few letters, then the whole text.
    #[track_caller]
    pub fn fill(&mut self, label: impl Named, typed: &str) -> &mut Self {
        let label = label.words();
        let fields = seen::fields(&self.view());
        let Some(field) = fields.iter().find(|field| *field.label == label) else {
            let labels: Vec<_> = fields.iter().map(|field| field.label.clone()).collect();
            panic!("no field {label:?} among {labels:?}");
        };
        self.send(seen::typing(field, typed))
    }

    /// Answers at the close that it was just talking, if the sheet does not ask yet what to do differently, and types that.
    #[track_caller]
    pub fn fill_differently(&mut self, typed: &str) -> &mut Self {
        let label = Message::AskDifferently.words();
        if seen::fields(&self.view()).iter().all(|field| *field.label != *label) {
            self.press(Message::JustTalking);
        }
        self.fill(Message::AskDifferently, typed)
    }

    /// Types a text into a labelled field, a letter every 150 milliseconds. The save that waits happens when it is due.
    #[track_caller]
    pub fn type_steadily(&mut self, label: impl Named, typed: &str) -> &mut Self {
        let label = label.words();
        for (start, letter) in typed.char_indices() {
            self.fill(&*label, &typed[..start + letter.len_utf8()]);
            self.now = self.now.plus(Span(150));
            if self.window().saves_at.is_some_and(|due| due <= self.now) {
                self.rest();
            }
        }
        self
    }

    /// Chooses an option of a labelled group by its name.
    #[track_caller]
    pub fn choose(&mut self, label: impl Named, name: impl Named) -> &mut Self {
        let (label, name) = (label.words(), name.words());
        let offered = self.choices(&*label);
        let Some((value, ..)) = offered.iter().find(|(_, offered, _)| *offered == name) else {
            panic!("no choice {name:?} among {offered:?}");
        };
        self.fill(&*label, value)
    }

    /// Returns the options of a labelled group: value, name, and true for the chosen option.
    #[track_caller]
    pub fn choices(&self, label: impl Named) -> Vec<(String, String, bool)> {
        let label = label.words();
        let fields = seen::fields(&self.view());
        let field = fields.iter().find(|field| *field.label == label).expect(&label);
        let FieldKind::Choice(choices) = &field.kind else { panic!("{label} is no choice") };
        let choice =
            |(value, name): &(Words, Words)| (value.to_string(), name.to_string(), *value == field.value);
        choices.iter().map(choice).collect()
    }

    /// Returns the name of the chosen option of a labelled group.
    #[track_caller]
    pub fn chosen(&self, label: impl Named) -> Option<String> {
        self.choices(label).into_iter().find(|(.., is_chosen)| *is_chosen).map(|(_, name, _)| name)
    }

    /// Returns the text of a labelled field and its complaint.
    #[track_caller]
    pub fn field(&self, label: impl Named) -> (String, Option<String>) {
        let label = label.words();
        let fields = seen::fields(&self.view());
        let field = fields.iter().find(|field| *field.label == label).expect(&label);
        (field.value.to_string(), field.complaint.as_ref().map(ToString::to_string))
    }

    /// Lets the person pause in typing, so that a pending save happens.
    pub fn rest(&mut self) -> &mut Self {
        if self.windows[self.current].saves_at.take().is_some() {
            self.send(Event::SaveCame);
        }
        self
    }

    /// Plans a session of 45 minutes with Lee at [`TEN`], and opens it.
    #[track_caller]
    pub fn plan(&mut self, seller: &str) -> &mut Self {
        if self.offers(Message::BackHome) {
            self.press(Message::BackHome);
        }
        self.press(Message::PlanOne)
            .fill(Message::SellerLabel, seller)
            .fill(Message::DateLabel, "2026-05-14")
            .fill(Message::TimeLabel, "10:00");
        self.press(Message::FormSubmit)
    }

    /// Plans a session with Lee and starts it on time.
    #[track_caller]
    pub fn begin(&mut self) -> &mut Self {
        self.plan("Lee");
        self.now = TEN;
        self.press_start()
    }

    /// Lets time pass with the page awake, so that alarms ring.
    #[track_caller]
    pub fn watch(&mut self, minutes: i64) -> &mut Self {
        let until = self.now.plus(Span::minutes(minutes));
        while let Some(wake) = self.window().wake.filter(|wake| *wake <= until) {
            self.now = wake;
            self.send(Event::AlarmRang);
        }
        self.now = until;
        self
    }

    /// Lets time pass with the page asleep.
    pub fn sleep(&mut self, minutes: i64) -> &mut Self {
        self.now = self.now.plus(Span::minutes(minutes));
        self
    }

    /// Closes the page and opens it again.
    #[track_caller]
    pub fn reload(&mut self) -> &mut Self {
        self.send(Event::PageHidden);
        self.reopen()
    }

    /// Closes the page, lets time pass, and opens the page again.
    #[track_caller]
    pub fn close_for(&mut self, minutes: i64) -> &mut Self {
        self.send(Event::PageHidden);
        self.sleep(minutes).reopen()
    }

    /// Kills the tab and opens the page again.
    #[track_caller]
    pub fn reopen(&mut self) -> &mut Self {
        let window = &mut self.windows[self.current];
        window.model = Model::new();
        window.inbox.clear();
        window.wake = None;
        window.saves_at = None;
        window.focus = None;
        self.boot();
        self
    }

    /// Asserts that a reload and a kill would bring back the screen. Only a kill makes the page ask about an absence.
    /// The story itself continues unchanged.
    #[track_caller]
    pub fn survives_a_reload(&mut self) -> &mut Self {
        let (before, mut reloaded, mut killed) = (self.view(), self.clone(), self.clone());
        reloaded.reload().uncover();
        assert_eq!(seen::lasting(&reloaded.view()), seen::lasting(&before), "after a reload");
        killed.rest().reopen().uncover();
        let (after, before) = (seen::unasked(&killed.view()), seen::unasked(&before));
        assert_eq!(seen::lasting(&after), seen::lasting(&before), "after a kill");
        self
    }

    /// Confirms who is at the screen again, since a reload covers one party's writing.
    #[track_caller]
    pub fn uncover(&mut self) -> &mut Self {
        let name = match &self.view().screen {
            ScreenView::Decision(ask)
                if self.window().model.screen.sheet().is_some_and(|sheet| sheet.is_covered) =>
            {
                ask.yes.label.to_string()
            }
            _ => return self,
        };
        self.press(&name)
    }

    /// Returns the only stored record of a session.
    #[track_caller]
    pub fn session_record(&self) -> (String, String) {
        let sessions: Vec<_> =
            self.storage.records.iter().filter(|(name, _)| name.starts_with("session/")).collect();
        assert_eq!(sessions.len(), 1, "{:?}", self.storage.records.keys().collect::<BTreeSet<_>>());
        (sessions[0].0.clone(), sessions[0].1.clone())
    }

    /// Puts a record into storage: in place of the one of that name, without its writer, or as one of a window that is
    /// gone.
    pub fn store(&mut self, name: &str, record: impl Into<String>) -> &mut Self {
        let place = self.name_of(name);
        self.storage.records.insert(place, record.into());
        self
    }

    /// Returns the name in storage of the record with a name without a writer.
    pub fn name_of(&self, name: &str) -> String {
        let prefix = format!("{name}~");
        let found = self.storage.records.keys().find(|stored| stored.starts_with(&prefix));
        found.cloned().unwrap_or_else(|| written(name))
    }

    /// Opens the page on another machine with the same records.
    #[track_caller]
    pub fn move_to_another_machine(&mut self) -> &mut Self {
        self.boots += 1_000;
        self.storage.records.retain(|name, _| !name.starts_with("screen~"));
        self.reopen()
    }

    /// Returns the texts of the notices.
    pub fn notices(&self) -> Vec<String> {
        seen::notices(&self.view()).iter().map(|notice| notice.text.to_string()).collect()
    }
}

/// Asserts that the next start accepts a record, which a window is about to store: so each story, and each random one, is a
/// test that no writer stores what its reader sets aside as damaged.
#[track_caller]
pub fn opens_again(key: Key, record: &str) {
    let read = match key {
        Key::UiState => open::<UiState>(record).map(drop),
        Key::Draft(purpose) => open::<Draft>(record).map(|draft| assert!(draft.fits(purpose), "{key:?}")),
        _ => Value::open(key, record).map(drop),
    };
    assert!(read.is_ok(), "{key:?}: {read:?}: {record}");
}

/// Returns the event of a record that another window wrote or removed.
pub fn changed_elsewhere(place: WriterKey, record: Option<String>) -> Event {
    Event::ChangedElsewhere(Box::new(Changed { place, record }))
}

/// Puts a record into what a window reads, or takes the record out for `None`.
fn read(reads: &mut Records, place: WriterKey, record: Option<String>) {
    match record {
        Some(record) => drop(reads.insert(place.name(), record)),
        None => drop(reads.remove(&place.name())),
    }
}

/// Returns the text of a file with records.
pub fn file_of(records: &Records) -> String {
    backup(records)
}

/// Returns the records of a file's text.
#[track_caller]
pub fn records_of(file: &str) -> Records {
    let mut restore = Restore::begin(file.to_owned()).unwrap();
    let mut records = Records::new();
    while let Some(entry) = restore.entry().unwrap() {
        let Entry::Record(key, record) = entry else { panic!("{entry:?} is no record") };
        records.insert(key, record);
    }
    records
}

/// Returns the name of a record in storage: a name without a writer gets the writer of a window that is gone.
pub fn written(name: &str) -> String {
    if Key::parse(name).is_some() { format!("{name}~00000000000000f1") } else { name.to_owned() }
}

/// Returns the records by their names without a writer.
#[track_caller]
pub fn without_writers(records: &Records) -> Records {
    let plain = |name: &String| WriterKey::parse(name).map_or_else(|| name.clone(), |place| place.key.name());
    let all: Records = records.iter().map(|(name, record)| (plain(name), record.clone())).collect();
    assert_eq!(all.len(), records.len(), "one writer for each record: {:?}", records.keys());
    all
}

/// Sends one event to a model outside of a story, as the only widget of its page: no link is handed on.
pub fn tell(model: &mut Model, now: Instant, event: Event) -> Vec<Effect> {
    let env = env("en");
    let mut effects = update(model, &env, now, event);
    if effects.iter().any(|effect| matches!(effect, Effect::HandOn { .. })) {
        effects.extend(update(model, &env, now, Event::HandedOn(false)));
    }
    effects
}
