//! The contents of a link in words. The sender sees the same words as the person who opens the link.

use super::brought::lines;
use super::called::called;
use super::closing::plain_words;
use super::elsewhere::zone_unknown;
use super::head::{HeadView, link_head};
use super::held_back::note_holdable;
use super::line::Line;
use super::readiness::readiness_of;
use super::sheet::Entry;
use super::templates::type_name;
use super::time_said::{Told, wish_said};
use super::told::told;
use crate::domain::closing::{Asked, Closing};
use crate::domain::half::{ManagerHalf, SellerHalf};
use crate::domain::note::{Carried, NOTE_LIMIT, NoteKind, Status};
use crate::domain::pair::Pair;
use crate::domain::party::Party;
use crate::domain::plan::Plan;
use crate::domain::private::Held;
use crate::domain::text::Text;
use crate::domain::time::{Instant, LocalDateTime};
use crate::domain::zone::{Schedule, ZoneAt};
use crate::outgoing::change::items;
use crate::outgoing::note::{NoteWords, headed, source_remark};
use crate::program::state::model::Model;
use crate::program::update::earlier::step;
use crate::program::update::link::{Half, Link};
use crate::program::update::sending::{manager_half, planned_when};
use crate::text::Names;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// An outgoing or opened link with all that its screen needs to describe it.
pub(crate) struct LinkContext<'a> {
    pub model: &'a Model,
    pub env: &'a Env<'a>,
    /// Instant for which the screen is made.
    pub at: Instant,
    /// Local time of this device at that instant; `None` outside the range of the calendar.
    pub now: Option<LocalDateTime>,
    pub link: &'a Link,
    /// Entries that the manager holds back from the seller; `None` unless this device sends the manager's
    /// link.
    pub held: Option<Held>,
}

impl<'a> LinkContext<'a> {
    pub(crate) fn of(model: &'a Model, now: Instant, env: &'a Env<'a>, link: &'a Link) -> Self {
        Self { model, env, at: now, now: env.local(now, &model.zone), link, held: None }
    }

    /// Returns the name of `party` in the link, inside a sentence: see [`called`].
    pub(crate) fn name(&self, party: Party) -> Words {
        let two = Pair { manager: self.link.manager.clone(), seller: self.link.seller.clone() };
        called(self.model, self.env, Some(&two), party)
    }

    /// Returns the party that sends the link: the one that wrote the half in it.
    pub(crate) fn from(&self) -> Party {
        match self.link.half {
            Half::Manager(_) => Party::Manager,
            Half::Seller { .. } => Party::Seller,
        }
    }

    /// Returns the manager's half: the plan and the record of the session. `None` if the link holds none.
    pub(crate) fn manager_half(&self) -> Option<&ManagerHalf> {
        manager_half(self.link)
    }

    fn seller_half(&self) -> Option<&SellerHalf> {
        match &self.link.half {
            Half::Seller { half, .. } => half.content(),
            Half::Manager(_) => None,
        }
    }

    /// Returns the start of a session in words, in the local time of this device.
    pub(crate) fn when(&self, schedule: &Schedule, names: Names) -> Words {
        self.env.begins(schedule, &self.model.zone, self.now, names)
    }

    /// Returns the planned start in words, from the link or from the local record; `None` if neither holds a
    /// plan.
    pub(crate) fn planned_when(&self) -> Option<Words> {
        planned_when(self.model, self.env, self.at, self.link)
    }

    /// Returns the head of a screen about the link. `home` is the label of the button that returns to the
    /// list.
    pub(crate) fn head(&self, home: Message<'_>) -> HeadView {
        let half = self.manager_half().or_else(|| self.model.half(self.link.session));
        let coaching_type = half.map(|half| &half.plan.coaching_type.name);
        let manager = self.link.manager.as_ref().map(Text::as_str);
        link_head(self.env, coaching_type, self.link.seller.as_str(), manager, &home)
    }

    /// Returns all contents of the link as entries of a sheet. In the manager's outgoing link, a note that is
    /// no next step has a box that holds it back; held-back notes are added while the screen shows them.
    pub(crate) fn holds(&self) -> Vec<Entry> {
        let mut entries = Vec::new();
        if let Some(half) = self.manager_half() {
            if half.is_planned() {
                self.plan_of(half, &mut entries);
                self.ahead(half, &mut entries);
            }
            self.record(half, self.held.as_ref(), &mut entries);
        }
        if let Some(half) = self.seller_half() {
            self.reply(half, &mut entries);
        }
        let next = self.link.next.as_ref().and_then(|next| next.half.content());
        if let Some(half) = next {
            entries.push(Entry::Heading(self.env.say(&Message::NextHeading)));
            self.plan_of(half, &mut entries);
            self.ahead(half, &mut entries);
            self.record(half, None, &mut entries);
        }
        // The plan before the start tells nothing new.
        if let Some(half) = self.manager_half().filter(|half| !half.is_planned()) {
            let mut planned = Vec::new();
            self.plan_of(half, &mut planned);
            self.ahead(half, &mut planned);
            entries.push(Entry::Folded(self.env.say(&Message::PlannedBefore), planned));
        }
        entries
    }

    /// Returns the contents of an invitation without the words of the manager, which stand beside the answer.
    pub(crate) fn holds_of_invitation(&self) -> Vec<Entry> {
        let mut entries = Vec::new();
        if let Some(half) = self.manager_half() {
            self.plan_of(half, &mut entries);
            self.record(half, None, &mut entries);
            self.dates_ahead(half, &mut entries);
        }
        entries
    }

    /// Adds the start, the place, the coaching type and the agenda.
    fn plan_of(&self, half: &ManagerHalf, entries: &mut Vec<Entry>) {
        let (env, plan) = (self.env, &half.plan);
        let place = plan.place.as_ref().map(|place| place.as_str().into());
        let words = self.beside_reader(&plan.schedule, self.when(&plan.schedule, Names::Full));
        entries.push(Entry::Line(Line { words, remark: place }));
        entries.extend(zone_unknown(env, &plan.schedule).map(|words| Entry::Line(Line::plain(words))));
        entries.push(Entry::Line(Line::remarked(
            env.wording(&plan.coaching_type.name),
            items(env, &plan.agenda),
        )));
    }

    /// Adds what the manager's half of a session holds beside the plan and the words ahead of it. `held` are the entries of that session that the manager holds back, and can
    /// share here: see [`LinkContext::held`].
    fn record(&self, half: &ManagerHalf, held: Option<&Held>, entries: &mut Vec<Entry>) {
        let env = self.env;
        let manager = self.link.manager.is_some().then(|| self.name(Party::Manager));
        let two = NoteWords { env, seller: self.name(Party::Seller), manager, today: self.now };
        // What came of a session that was held comes first.
        let mut carried = self.told(&half.settled, Party::Manager);
        for Carried { session, note, .. } in &half.carried {
            // A line for the next session is one for this session, while the plan goes out.
            let (words, from) = match note.kind() {
                NoteKind::NextStep => (two.line(note), Message::StepsBefore),
                _ if half.is_planned() => (two.said(note), Message::ParkedLast),
                NoteKind::Parked | NoteKind::Shared => (two.line(note), Message::CameUpList),
            };
            carried.push(self.for_next(*session, Line::remarked(words, env.say(&from))));
        }
        if held.is_some() {
            carried.extend(self.held_for_next(&two));
        }
        if half.is_planned() {
            entries.append(&mut carried);
        }
        let shared = &half.notes.all;
        let held_count = held.map_or(0, |held| held.notes.len());
        let mut notes = shared.clone();
        let shows_held = self.model.screen.sharing().is_some_and(|sharing| sharing.shows_held);
        if let Some(held) = held.filter(|_| shows_held) {
            // A held-back note keeps its place, so that nothing moves when it is shared.
            for note in held.notes.iter().filter(|note| !shared.contains(note)) {
                let place = notes.iter().position(|other| other.id > note.id).unwrap_or(notes.len());
                notes.insert(place, note.clone());
            }
        }
        for (heading, notes) in headed(&notes) {
            entries.push(Entry::Heading(env.say(&heading)));
            for note in notes {
                let line = Entry::Line(Line::plain(two.line(note)));
                entries.push(match note.kind() {
                    NoteKind::Parked | NoteKind::Shared if held.is_some() => {
                        let is_held = !shared.contains(note);
                        // A held-back note keeps its id, unless the record has given the id to another note.
                        let twice = is_held && shared.iter().any(|other| other.id == note.id);
                        let id = format!("{} {twice}", note.id.0).into();
                        let has_room =
                            if is_held { shared.len() < NOTE_LIMIT } else { held_count < NOTE_LIMIT };
                        note_holdable(env, note, line, (is_held, has_room), id)
                    }
                    _ => line,
                });
            }
        }
        entries.append(&mut carried);
        // Once the session was held, it no longer matters who was ready.
        if half.is_planned() && half.prepared.ready.is_some() {
            let name = &self.name(Party::Manager);
            let ready = readiness_of(env, self.model, self.now, name, half.prepared.ready, Some(&half.plan));
            entries.push(Entry::Line(Line::plain(ready)));
        }
        self.answers(&half.closing, entries);
    }

    /// Adds the words of the manager ahead of a session.
    fn ahead(&self, half: &ManagerHalf, entries: &mut Vec<Entry>) {
        let (env, own) = (self.env, self.name(Party::Manager));
        // The record and the next session mostly say the same: lines that are known stand once, and news once.
        let record = self.manager_half().filter(|record| !std::ptr::eq(*record, half));
        let is_said = record.is_some_and(|record| record.ahead.count_on == half.ahead.count_on);
        if !half.ahead.count_on.is_empty() && !is_said {
            entries.push(Entry::Heading(env.say(&Message::CanCountOn)));
            let lines = half.ahead.count_on.iter();
            entries.extend(lines.map(|line| Entry::Line(Line::plain(env.wording(line)))));
        }
        self.dates_ahead(half, entries);
        if let Some(fact) = &half.ahead.fact {
            let label = &env.say(&Message::FactFrom { manager: &own });
            let words = env.say(&Message::Labelled { label, words: fact.words.as_str() });
            entries.push(Entry::Line(Line::remarked(words, env.say(&source_remark(fact.source)))));
        }
        if let Some(topic) = &half.ahead.noted {
            let words = topic.words.as_str();
            entries.push(Entry::Line(Line::plain(env.say(&Message::NotedWords { manager: &own, words }))));
        }
    }

    /// Adds the contents of the seller's half. After the start, what the seller wrote before it is folded.
    fn reply(&self, half: &SellerHalf, entries: &mut Vec<Entry>) {
        entries.append(&mut self.told(&half.steps, Party::Seller));
        self.answers(&half.closing, entries);
        let mut before = Vec::new();
        self.preparation(half, &mut before);
        let has_begun = self.model.half(self.link.session).is_some_and(|half| !half.is_planned());
        if !has_begun || entries.is_empty() {
            entries.append(&mut before);
        } else if !before.is_empty() {
            let seller = &self.name(Party::Seller);
            entries.push(Entry::Folded(self.env.say(&Message::BroughtBefore { seller }), before));
        }
    }

    fn preparation(&self, half: &SellerHalf, entries: &mut Vec<Entry>) {
        let (env, seller) = (self.env, &*self.name(Party::Seller));
        entries.extend(self.time(half, seller).map(Entry::Line));
        if let Some(ZoneAt { zone, offset }) = &half.zone {
            let (place, offset) = (&zone.place(), &format!("UTC{offset}"));
            entries.push(Entry::Line(Line::plain(env.say(&Message::SaysZone { place, offset }))));
        }
        entries.extend(lines(env, half));
        if let Some(id) = &half.about {
            let (label, words) =
                (&env.say(&Message::AboutLabel), &type_name(env, &self.model.catalogue, id.as_str()));
            let words = env.say(&Message::Labelled { label, words });
            let follows = self.plan().is_some_and(|plan| half.chosen(plan, &self.model.catalogue) != *plan);
            let remark = follows.then(|| env.say(&Message::AgendaFollows));
            entries.push(Entry::Line(Line { words, remark }));
        }
        // A topic that is named says more than that one will come.
        if half.will_bring() && half.topics.is_empty() {
            entries.push(Entry::Line(Line::plain(env.say(&Message::SaysBringsIt { name: seller }))));
        }
        entries.extend(wish_said(env, half, Told::Of(seller)).map(|words| Entry::Line(Line::plain(words))));
        for line in &half.listed {
            let words = line.note.words.as_str().into();
            let shown = Line::remarked(words, env.say(&Message::CameUpList));
            entries.push(self.for_next(line.session, shown));
        }
        let two = NoteWords { env, seller: self.name(Party::Seller), manager: None, today: self.now };
        entries.extend(self.held_for_next(&two));
        if half.ready.is_some() {
            let plan = self.plan().filter(|plan| !half.is_ready_for(plan, &self.model.catalogue));
            let ready = readiness_of(env, self.model, self.now, seller, half.ready, plan);
            entries.push(Entry::Line(Line::plain(ready)));
        }
    }

    /// Returns what became of own next steps of a party.
    fn told(&self, steps: &[Status], party: Party) -> Vec<Entry> {
        let (env, name) = (self.env, &self.name(party));
        let line = |Status { session, note, answer }: &Status| {
            let known = step(self.model, *session, *note).map(|step| step.note.words.as_str().into());
            let words = known.unwrap_or_else(|| env.say(&Message::StepGone));
            Entry::Line(Line { words, remark: told(Some(*answer), name, env) })
        };
        steps.iter().map(line).collect()
    }

    /// Returns the plan in the link, or else the local one; `None` if neither is known.
    fn plan(&self) -> Option<&Plan> {
        self.manager_half().or_else(|| self.model.half(self.link.session)).map(|half| &half.plan)
    }

    /// Adds the answers at the close: all that the two said aloud; of answers that a party wrote alone, the statement that
    /// the link holds them.
    fn answers(&self, closing: &Closing, entries: &mut Vec<Entry>) {
        if let Some(heard) = closing.heard().filter(|_| closing.is_in) {
            entries.push(Entry::Heading(self.env.say(&Message::CloseAsk)));
            for (party, closing) in [(Party::Seller, &heard), (Party::Manager, closing)] {
                let lines = said_by(self.env, &self.name(party), closing);
                entries.extend(lines.into_iter().map(Entry::Line));
            }
        } else if closing.is_in {
            let is_received = self.model.overlays.link.is_some();
            let session = self.model.session(self.link.session);
            let are_both = session.is_some_and(|session| session.closing(self.from().other()).is_in);
            let words = match is_received {
                _ if are_both => self.env.say(&Message::HoldsAnswersBoth),
                true => self.env.say(&Message::HoldsAnswersOwn),
                false => self.env.say(&Message::HoldsAnswers { name: &self.name(self.from().other()) }),
            };
            entries.push(Entry::Line(Line::plain(words)));
        }
    }
}

/// Returns the chosen answers of a party, called `name`, each below its question.
fn said_by(env: &Env<'_>, name: &str, closing: &Closing) -> Vec<Line> {
    let mut lines = Vec::new();
    for (asked, reply) in &closing.replies {
        let question = match asked {
            Asked::Worked(_) => Message::AskGot,
            Asked::Talk => Message::AskTalk,
            Asked::Spoke => continue,
        };
        if let Some(said) = plain_words(*reply) {
            let words = env.say(&Message::Labelled { label: name, words: &env.say(&question) });
            lines.push(Line::remarked(words, env.say(&said)));
        }
    }
    lines
}
