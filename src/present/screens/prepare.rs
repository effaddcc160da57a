//! The sheet on which a party prepares: the other party's shared words, the own shared words, the mindset
//! checklist, and a private note.

use crate::domain::draft::{PreparationDraft, Purpose};
use crate::domain::evidence::{EVIDENCE_LIMIT, SOURCES, Source};
use crate::domain::party::Party;
use crate::domain::phrase::Phrase;
use crate::domain::text::Text;
use crate::domain::topic::{TOPIC_LIMIT, TOPICS_AT_ONCE};
use crate::outgoing::note::known_as;
use crate::present::parts;
use crate::present::parts::action::{Action, Choice, Choices};
use crate::present::parts::answer::{has_answered, when};
use crate::present::parts::brought::{ahead, saved};
use crate::present::parts::came_up::held_for_next;
use crate::present::parts::checklist::checklist;
use crate::present::parts::hand_over::over_to;
use crate::present::parts::head::head;
use crate::present::parts::held_back::{add_holdable, is_held};
use crate::present::parts::line::Line;
use crate::present::parts::session_context::SessionContext;
use crate::present::parts::sheet::{Column, Entry, Section, SectionKind, SheetView, field, section};
use crate::program::event::Press;
use crate::program::state::field::{Field, Holdable, PrepareField};
use crate::program::update::prepare::plan_to_accept;
use crate::program::update::saved::saved_for;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// Returns the sheet on which `party` prepares, or, once the session has begun, both agree on topics; `None`
/// if no draft holds what is typed there.
pub(crate) fn prepare(context: &SessionContext<'_>, party: Party) -> Option<SheetView> {
    let purpose = Purpose::Preparation(context.session.id, party);
    let preparing = context.model.drafts.get::<PreparationDraft>(purpose)?;
    // The manager writes nothing on the sheet for both, and keeps the private note.
    if !context.half.is_planned() && party == Party::Seller {
        return Some(agree(context, preparing));
    }
    let env = context.env;
    let other = &*context.name(party.other());
    let mut sections = Vec::new();
    let (lead, ready) = match party {
        Party::Manager => {
            sections.push(brought(context));
            sections.extend(parked_last(context));
            sections.push(fact(context, preparing));
            sections.push(checklist(context, party));
            sections.extend(avoid(context));
            (Some(Message::PrepareLeadManager { seller: other }), Message::ReadyManager)
        }
        Party::Seller => {
            add_written(context, preparing, &mut sections);
            sections.insert(1.min(sections.len()), checklist(context, party));
            sections.extend(parked_last(context));
            sections.extend(ahead(env, &context.half.ahead, other));
            let lead = Message::PrepareLeadSeller { manager: other };
            (Some(lead).filter(|_| !has_answered(context)), Message::ReadySeller)
        }
    };
    sections.push(private_note(context, preparing, party));
    let half = context.session.seller_half().cloned().unwrap_or_default();
    let says_yes = party == Party::Seller && plan_to_accept(context.model, context.id, &half).is_some();
    let time = when(context);
    let also = says_yes.then(|| env.say(&Message::ReadySaysYes { when: &time }));
    let leads = lead.map(|lead| env.say(&lead)).into_iter().chain(also);
    let leads: Vec<String> = leads.map(|words| words.to_string()).collect();
    Some(SheetView {
        head: head(context),
        heading: match context.side == party {
            true => env.say(&Message::PrepareHeadingOwn),
            false => env.say(&Message::PrepareHeading { name: &context.name(party) }),
        },
        lead: leads.join(" ").into(),
        sections,
        outcome: None,
        is_spoken: false,
        text_to_copy: None,
        main: Action::new(env, &ready, Press::ReadySaid),
        answers: vec![Action::new(env, &Message::NotReady, Press::NotReadySaid)],
        others: over_to(context, party.other()),
    })
}

/// Returns the section with what the two parked for this session; `None` without any.
fn parked_last(context: &SessionContext<'_>) -> Option<Section> {
    let parked = parts::read_first::parked(context)?;
    let entries = parked.lines.into_iter().map(|line| Entry::Line(Line::plain(line))).collect();
    Some(section("parked-last", parked.heading, entries))
}

/// Returns the advice about questions to leave unasked; `None` if the coaching type has none.
fn avoid(context: &SessionContext<'_>) -> Option<Section> {
    let env = context.env;
    let words = context.wording(context.guidance().avoid.as_ref()?);
    Some(section("avoid", env.say(&Message::AvoidHeading), vec![Entry::Line(Line::plain(words))]))
}

/// Returns the section of the private note, with the lines for the next session that this person holds back. The person is
/// the `party` of the sheet, unless a seller prepares on the manager's device.
fn private_note(context: &SessionContext<'_>, preparing: &PreparationDraft, party: Party) -> Section {
    let env = context.env;
    let field = field(context, Field::Prepare(PrepareField::Note), Message::NoteLabel, &preparing.note);
    let mut entries = Vec::new();
    if party == context.side {
        entries.extend(held_for_next(context).into_iter().map(Entry::Line));
    }
    entries.push(field);
    Section {
        lead: Some(env.say(&Message::NoteLead)),
        is_private: true,
        column: Column::Beside,
        ..section("own", env.say(&Message::NoteHeading), entries)
    }
}

/// Returns the sheet on which both agree on topics while the session runs. All of it is shared.
fn agree(context: &SessionContext<'_>, preparing: &PreparationDraft) -> SheetView {
    let env = context.env;
    let mut sections = Vec::new();
    add_written(context, preparing, &mut sections);
    SheetView {
        head: head(context),
        heading: env.say(&Message::Brought { seller: &context.name(Party::Seller) }),
        lead: context.phrase(Phrase::OpenPurpose),
        sections,
        outcome: None,
        is_spoken: false,
        text_to_copy: None,
        main: Action::new(env, &Message::Keep, Press::ReadySaid),
        // What the seller typed alone, before another window started the session, stays.
        answers: match context.model.screen.sheet().is_some_and(|sheet| sheet.is_agreed) {
            true => vec![Action::new(env, &Message::Cancel, Press::FormCancelled)],
            false => Vec::new(),
        },
        others: Vec::new(),
    }
}

/// Returns the section with the seller's shared preparation, or the statement that there is none; the manager
/// reads it first.
fn brought(context: &SessionContext<'_>) -> Section {
    let env = context.env;
    let mut entries: Vec<Entry> = parts::brought::brought(context).into_iter().map(Entry::Line).collect();
    if entries.is_empty() {
        entries.push(Entry::Line(Line::plain(
            env.say(&Message::NothingBrought { seller: &context.name(Party::Seller) }),
        )));
    }
    section("brought", env.say(&Message::Brought { seller: &context.name(Party::Seller) }), entries)
}

/// Adds the sections that the seller fills in. Once the session has begun, held-back entries are left out,
/// since both look at the screen.
fn add_written(context: &SessionContext<'_>, preparing: &PreparationDraft, sections: &mut Vec<Section>) {
    sections.push(topics(context, preparing));
    sections.push(evidence(context, preparing));
    sections.extend(leave_alone(context, preparing));
}

fn topics(context: &SessionContext<'_>, preparing: &PreparationDraft) -> Section {
    let env = context.env;
    let mut entries = Vec::new();
    let mut shared = 0;
    for (at, topic) in (0..).zip(&preparing.topics) {
        let part = Holdable::Topic(at);
        let is_held = is_held(preparing, part);
        let label = match shared {
            _ if is_held => Message::TopicHeld,
            0 => Message::TopicFirst,
            later if later < TOPICS_AT_ONCE => Message::TopicNext,
            _ => Message::TopicParked,
        };
        shared += usize::from(!is_held);
        let worked_if = Field::Prepare(PrepareField::WorkedIf(at));
        let fields = vec![
            field(context, Field::Prepare(part.field()), label, &topic.words),
            field(context, worked_if, Message::WorkedIfLabel, &topic.worked_if),
        ];
        let question = (&Message::TopicsHeading, topic.words.as_str());
        add_holdable(context, preparing, part, question, fields, &mut entries);
    }
    let has_room = preparing.topics.len() < TOPIC_LIMIT;
    if has_room && context.half.is_planned() {
        let all = saved_for(context.model, context.session.pair, context.id);
        let is_new = |words: &Text| preparing.topics.iter().all(|topic| topic.words.trim() != words.as_str());
        entries.extend(saved(env, (0..).zip(&all).filter(|(_, words)| is_new(words))));
    }
    entries.extend(full(env, has_room, TOPIC_LIMIT));
    Section {
        add: Some(Action::new(env, &Message::TopicAdd, Press::TopicAdded).only_if(has_room)),
        kind: SectionKind::Topics,
        ..section("topics", env.say(&Message::TopicsHeading), entries)
    }
}

/// Returns the fields for a line of evidence at the index `at`: the fact, and its source.
fn evidence_fields(
    context: &SessionContext<'_>,
    at: u8,
    label: Message<'_>,
    words: &str,
    chosen: Source,
) -> Vec<Entry> {
    let mut options = Vec::new();
    for source in SOURCES {
        let action = Action::new(context.env, &known_as(source), Press::SourceChosen(at, source));
        options.push(Choice { action, is_chosen: source == chosen });
    }
    let name = context.env.say(&Message::SourceLabel);
    vec![
        field(context, Field::Prepare(PrepareField::Evidence(at)), label, words),
        Entry::Choices(Choices { name, options }),
    ]
}

/// Returns the section with the one fact that the manager brings.
fn fact(context: &SessionContext<'_>, preparing: &PreparationDraft) -> Section {
    let mut entries = match preparing.evidence.first() {
        Some((words, source)) => evidence_fields(context, 0, Message::FactLabel, words, *source),
        None => Vec::new(),
    };
    if let Some(Entry::Field(field)) = entries.first_mut() {
        field.hint = Some(context.env.say(&Message::FactLead { seller: &context.name(Party::Seller) }));
    }
    section("fact", Words::default(), entries)
}

fn evidence(context: &SessionContext<'_>, preparing: &PreparationDraft) -> Section {
    let env = context.env;
    let mut entries = Vec::new();
    for (at, (words, chosen)) in (0..).zip(&preparing.evidence) {
        let part = Holdable::Evidence(at);
        let fields = evidence_fields(context, at, Message::EvidenceLabel, words, *chosen);
        let question = (&Message::EvidenceLabel, words.as_str());
        add_holdable(context, preparing, part, question, fields, &mut entries);
    }
    let hint = &context.wording(&context.guidance().evidence);
    let has_room = preparing.evidence.len() < EVIDENCE_LIMIT;
    entries.extend(full(env, has_room, EVIDENCE_LIMIT));
    Section {
        lead: Some(env.say(&Message::EvidenceLead { evidence: hint })),
        add: Some(Action::new(env, &Message::EvidenceAdd, Press::EvidenceAdded).only_if(has_room)),
        ..section("evidence", env.say(&Message::EvidenceHeading), entries)
    }
}

/// Returns the field for a subject to leave alone; `None` if it is held back and both look at the screen.
fn leave_alone(context: &SessionContext<'_>, preparing: &PreparationDraft) -> Option<Section> {
    let part = Holdable::LeaveAlone;
    let words = preparing.leave_alone.as_str();
    let fields = vec![field(context, Field::Prepare(part.field()), Message::LeaveLabel, words)];
    let mut entries = Vec::new();
    add_holdable(context, preparing, part, (&Message::LeaveLabel, words), fields, &mut entries);
    let heading = context.env.say(&Message::LeaveHeading);
    (!entries.is_empty()).then(|| section("leave", heading, entries))
}

/// Returns the statement that a list takes no more entries; `None` while it has room.
fn full(env: &Env<'_>, has_room: bool, most: usize) -> Option<Entry> {
    (!has_room).then(|| Entry::Line(Line::plain(env.say(&Message::Full { most }))))
}
