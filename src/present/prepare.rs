//! A party prepares: what the other one shared first, then what is shared from here, the checklist,
//! and what is for oneself alone. What goes out by a link, and what comes in, is shown in the same way.

use super::form::complain;
use super::head::{HeadView, head};
use super::held::{Thing, add, is_held};
use super::{Action, AskView, Choice, FieldKind, FieldView, Known, field_id};
use crate::domain::desk::Preparing;
use crate::domain::phrase::Phrase;
use crate::domain::preparation::{EVIDENCE_LIMIT, Readiness, SOURCES, Source, TOPIC_LIMIT, checklist};
use crate::domain::session::{Course, Party, Plan, SellerHalf};
use crate::domain::time::LocalDateTime;
use crate::outgoing::note::append;
pub use crate::outgoing::picture::Picture;
use crate::outgoing::summary::worked_if;
use crate::program::event::{Field, Press};
use crate::program::model::Model;
use crate::program::promise;
use crate::text::message::Message;
use crate::text::{Env, Names, Words};

/// A screen of several parts: a party prepares, or answers, or sends something, or opened a link.
#[derive(Clone, Debug, PartialEq)]
pub struct PrepareView {
    /// Whose session.
    pub head: HeadView,
    /// Who prepares.
    pub heading: Words,
    /// What this is.
    pub lead: Words,
    /// What there is to read and to write.
    pub sections: Vec<Section>,
    /// What became of the last thing that was done here.
    pub told: Option<Words>,
    /// What is to be copied by hand, where the browser refused.
    pub text: Option<Words>,
    /// The way on: ready.
    pub ready: Action,
    /// The other answers: not yet.
    pub later: Vec<Action>,
    /// What else can be done: hand the screen to the other party.
    pub others: Vec<Action>,
}

/// A part of the preparation.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The id of its heading in the markup.
    pub id: Words,
    /// What it is, where its first label does not say that.
    pub heading: Option<Words>,
    /// What there is to know about it.
    pub lead: Option<Words>,
    /// What there is to read, to write and to tick.
    pub entries: Vec<Entry>,
    /// Makes room for more.
    pub add: Option<Action>,
    /// Whether it is for this party alone.
    pub is_private: bool,
}

/// Something in a section.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// To read: words, and what else is said of them.
    Line(Words, Option<Words>),
    /// A heading between.
    Heading(Words),
    /// To write.
    Field(Field, FieldView),
    /// To choose one of: what it is about, and what there is.
    Choices(Words, Vec<Choice>),
    /// To tick.
    Tick(Choice),
    /// To look at, and what it is called.
    Picture(Words, Picture),
    /// To press.
    Actions(Vec<Action>),
    /// To be shared, or held back.
    Thing(Thing),
}

/// The screen goes to that party.
pub(super) fn hand_over(known: &Known<'_>, party: Party) -> AskView {
    let env = known.env;
    let (name, other) = (known.name(party), known.name(party.other()));
    let lead = match known.half.course {
        Course::Planned => Message::HandOverLead { name: &name },
        Course::Begun { .. } => Message::HandOverClose { name: &name, other: &other },
    };
    AskView {
        head: head(known),
        question: env.say(&Message::HandOver { name: &name }),
        lead: env.say(&lead),
        steps: Vec::new(),
        yes: Action::new(env, &Message::IAm { name: &name }, Press::PartySaid),
        no: Action::new(env, &Message::BackToSession, Press::SessionOpened(known.id)),
    }
}

/// What that party prepares.
pub(super) fn prepare(known: &Known<'_>, preparing: &Preparing) -> PrepareView {
    let env = known.env;
    let party = preparing.party;
    let other = party.other();
    let (own, others) = (known.name(party), known.name(other));
    let mut sections = Vec::new();
    if !known.half.is_planned() {
        return agree(known, preparing);
    }
    let (lead, ready) = match party {
        Party::Manager => {
            sections.push(brought(known));
            let avoid = env.say(&Message::Avoid { coaching_type: kind(known) });
            if !avoid.is_empty() {
                let entries = vec![Entry::Line(avoid, None)];
                sections.push(section("avoid", env.say(&Message::AvoidHeading), entries));
            }
            (Message::PrepareLeadManager { seller: &others }, Message::ReadyManager)
        }
        Party::Seller => {
            sections.push(promised(env, &others));
            written(known, preparing, &mut sections);
            (Message::PrepareLeadSeller { manager: &others }, Message::ReadySeller)
        }
    };
    sections.push(ticks(known, party));
    sections.push(Section {
        id: "own".into(),
        heading: Some(env.say(&Message::NoteHeading)),
        lead: Some(env.say(&Message::NoteLead)),
        entries: vec![field(known, Field::Note, Message::NoteLabel, &preparing.note)],
        add: None,
        is_private: true,
    });
    PrepareView {
        head: head(known),
        heading: env.say(&Message::PrepareHeading { name: &own }),
        lead: env.say(&lead),
        sections,
        told: None,
        text: None,
        ready: Action::new(env, &ready, Press::ReadySaid),
        later: vec![Action::new(env, &Message::NotReady, Press::NotReadySaid)],
        others: over_to(known, other),
    }
}

/// What the two agree on while the session is on: all of it is for both.
fn agree(known: &Known<'_>, preparing: &Preparing) -> PrepareView {
    let env = known.env;
    let mut sections = Vec::new();
    written(known, preparing, &mut sections);
    PrepareView {
        head: head(known),
        heading: env.say(&Message::Brought { seller: &known.seller }),
        lead: known.phrase(Phrase::OpenPurpose),
        sections,
        told: None,
        text: None,
        ready: Action::new(env, &Message::Keep, Press::ReadySaid),
        later: Vec::new(),
        others: Vec::new(),
    }
}

/// Hands the screen to that party. On the device of the seller there is nobody to hand it to.
pub(super) fn over_to(known: &Known<'_>, party: Party) -> Vec<Action> {
    let name = known.name(party);
    let press = Press::PrepareAsked(known.id, party);
    match known.side {
        Party::Manager => vec![Action::new(known.env, &Message::HandOverTo { name: &name }, press)],
        Party::Seller => Vec::new(),
    }
}

/// What the seller brings, in the seller's words: the first thing that the manager reads.
fn brought(known: &Known<'_>) -> Section {
    let env = known.env;
    let half = known.session.seller_half();
    let today = known.session.topics().0.len();
    let mut entries = half.map(|half| lines_of(env, half, today)).unwrap_or_default();
    if entries.is_empty() {
        entries.push(Entry::Line(env.say(&Message::NothingBrought { seller: &known.seller }), None));
    }
    section("brought", env.say(&Message::Brought { seller: &known.seller }), entries)
}

/// What the seller wrote to be shared, where it is not known what there will be time for.
pub(super) fn lines(env: &Env<'_>, half: &SellerHalf) -> Vec<Entry> {
    lines_of(env, half, usize::MAX)
}

/// The same where there is time for so many topics. The others are parked, and it says so.
fn lines_of(env: &Env<'_>, half: &SellerHalf, today: usize) -> Vec<Entry> {
    let mut lines = Vec::new();
    for (at, topic) in half.topics.iter().enumerate() {
        let mut more = String::new();
        if at >= today {
            more.push_str(&env.say(&Message::TopicParked));
        }
        if let Some(words) = worked_if(env, topic) {
            append(&mut more, &words);
        }
        lines.push(Entry::Line(topic.words.as_str().into(), (!more.is_empty()).then(|| more.into())));
    }
    for evidence in &half.evidence {
        lines.push(Entry::Line(evidence.words.as_str().into(), Some(env.say(&known_as(evidence.source)))));
    }
    if let Some(words) = &half.leave_alone {
        lines.push(Entry::Line(env.say(&Message::LeaveAlone { words: words.as_str() }), None));
    }
    lines
}

/// What the manager promises about the tone: the seller sees it before writing anything.
pub(super) fn promised(env: &Env<'_>, manager: &str) -> Section {
    let tone = [Phrase::CheckAsk, Phrase::CheckNoForecast, Phrase::CheckForWork];
    let mut lines = Vec::new();
    for line in tone {
        lines.push(Entry::Line(env.phrase(line), None));
    }
    section("promised", env.say(&Message::Promised { manager }), lines)
}

/// Adds what the seller writes to be shared, or holds back. What is held back is not there on a screen
/// for both.
fn written(known: &Known<'_>, preparing: &Preparing, sections: &mut Vec<Section>) {
    let env = known.env;
    let slots = known.half.plan.agenda.slots().len().max(1);
    let mut topics = Vec::new();
    let mut shared = 0;
    for (at, topic) in (0..).zip(&preparing.topics) {
        let name = Field::Topic(at);
        let is_held = is_held(preparing, name);
        let label = match shared {
            _ if is_held => Message::TopicHeld,
            0 => Message::TopicFirst,
            later if later < slots => Message::TopicNext,
            _ => Message::TopicParked,
        };
        shared += usize::from(!is_held);
        let entries = vec![
            field(known, name, label, &topic.words),
            field(known, Field::WorkedIf(at), Message::WorkedIfLabel, &topic.worked_if),
        ];
        add(known, preparing, name, (&Message::TopicsHeading, &topic.words), entries, &mut topics);
    }
    let mut evidence = Vec::new();
    for (at, (words, chosen)) in (0..).zip(&preparing.evidence) {
        let name = Field::Evidence(at);
        let mut choices = Vec::new();
        for source in SOURCES {
            choices.push(Choice {
                action: Action::new(env, &known_as(source), Press::SourceChosen(at, source)),
                is_chosen: source == *chosen,
            });
        }
        let entries = vec![
            field(known, name, Message::EvidenceLabel, words),
            Entry::Choices(env.say(&Message::SourceLabel), choices),
        ];
        add(known, preparing, name, (&Message::EvidenceLabel, words), entries, &mut evidence);
    }
    let more = |label, press, is_possible| Some(Action::new(env, &label, press).only_if(is_possible));
    let mut topics = section("topics", env.say(&Message::TopicsHeading), topics);
    topics.add = more(Message::TopicAdd, Press::TopicAdded, preparing.topics.len() < TOPIC_LIMIT);
    sections.push(topics);
    let mut evidence = section("evidence", env.say(&Message::EvidenceHeading), evidence);
    evidence.lead = Some(env.say(&Message::EvidenceLead { coaching_type: kind(known) }));
    let has_room = preparing.evidence.len() < EVIDENCE_LIMIT;
    evidence.add = more(Message::EvidenceAdd, Press::EvidenceAdded, has_room);
    sections.push(evidence);
    let mut leave = Vec::new();
    let entries = vec![field(known, Field::LeaveAlone, Message::LeaveLabel, &preparing.leave_alone)];
    let asked = (&Message::LeaveLabel, preparing.leave_alone.as_str());
    add(known, preparing, Field::LeaveAlone, asked, entries, &mut leave);
    if !leave.is_empty() {
        sections.push(section("leave", env.say(&Message::LeaveHeading), leave));
    }
}

/// The name of the coaching type.
fn kind<'a>(known: &'a Known<'_>) -> &'a str {
    known.half.plan.coaching_type.id.as_str()
}

fn known_as(source: Source) -> Message<'static> {
    match source {
        Source::Seen => Message::Seen,
        Source::Told => Message::Told,
        Source::Guessed => Message::Guessed,
    }
}

/// The mindset checklist: content, tone, structure.
fn ticks(known: &Known<'_>, party: Party) -> Section {
    let env = known.env;
    let private = known.model.private(known.id, party);
    let headings = &[Message::CheckContent, Message::CheckTone, Message::CheckStructure];
    let mut entries = Vec::new();
    for (heading, lines) in headings.iter().zip(checklist(party, kind(known))) {
        entries.push(Entry::Heading(env.say(heading)));
        for line in lines {
            let action =
                Action { label: known.phrase(line), name: None, press: Press::Ticked(line), is_off: false };
            entries.push(Entry::Tick(Choice { action, is_chosen: private.ticks.contains(&line) }));
            if line == Phrase::CheckOwnPromise {
                for earlier in promise::open(known.model, None) {
                    if earlier.pair == known.pair && earlier.note.by() == Some(party) {
                        let words = earlier.note.words.as_str().into();
                        entries.push(Entry::Line(words, known.note_words().more(earlier.note, "")));
                    }
                }
            }
        }
    }
    Section {
        lead: Some(env.say(&Message::CheckLead)),
        ..section("mindset", env.say(&Message::CheckHeading), entries)
    }
}

pub(super) fn section(id: &str, heading: Words, entries: Vec<Entry>) -> Section {
    let heading = (!heading.is_empty()).then_some(heading);
    Section { id: id.into(), heading, lead: None, entries, add: None, is_private: false }
}

pub(super) fn field(known: &Known<'_>, field: Field, label: Message<'_>, value: &str) -> Entry {
    Entry::Field(field, plain_field(known.model, known.env, field, &label, value))
}

/// A field of several lines, with what is wrong with it.
pub(super) fn plain_field(
    model: &Model,
    env: &Env<'_>,
    field: Field,
    label: &Message<'_>,
    value: &str,
) -> FieldView {
    let complaint = model.complaints.iter().find(|(of, _)| *of == field);
    FieldView {
        id: field_id(field).into(),
        label: env.say(label),
        value: value.into(),
        kind: FieldKind::Lines,
        hint: None,
        complaint: complaint.map(|(_, complaint)| complain(env, field, *complaint)),
    }
}

/// What a party said of being ready, in honest words.
pub(super) fn readiness(known: &Known<'_>, party: Party) -> Words {
    let ready = match party {
        Party::Manager => known.half.prepared.ready,
        Party::Seller => known.session.seller_half().and_then(|half| half.ready),
    };
    readiness_of(known.env, known.model, known.now, &known.name(party), ready, Some(&known.half.plan))
}

/// What somebody of that name said of being ready, for that plan or an earlier one.
pub(super) fn readiness_of(
    env: &Env<'_>,
    model: &Model,
    now: Option<LocalDateTime>,
    name: &str,
    ready: Option<Readiness>,
    plan: Option<&Plan>,
) -> Words {
    let Some(ready) = ready else { return env.say(&Message::ReadyNever { name }) };
    let local = env.local(ready.at, &model.zone);
    let when = &local.map(|local| env.date_time(local, now, Names::Short)).unwrap_or_default();
    env.say(&match plan {
        Some(plan) if !ready.is_for(plan) => Message::ReadyEarlier { name, when },
        _ => Message::Ready { name, when },
    })
}
