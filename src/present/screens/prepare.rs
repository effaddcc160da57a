//! The sheet on which a party prepares: the other party's shared words, the own shared words, the mindset
//! checklist, and a private note.

use crate::domain::coaching_type::{Guidance, guidance};
use crate::domain::desk::Preparing;
use crate::domain::evidence::{EVIDENCE_LIMIT, SOURCES};
use crate::domain::party::Party;
use crate::domain::phrase::Phrase;
use crate::domain::topic::TOPIC_LIMIT;
use crate::present::parts::action::{Action, Choice};
use crate::present::parts::brought::{known_as, lines_of, promised};
use crate::present::parts::hand_over::over_to;
use crate::present::parts::head::head;
use crate::present::parts::held_back::{add_thing, is_held};
use crate::present::parts::session_context::SessionContext;
use crate::present::parts::sheet::{Entry, Section, SheetView, field, section};
use crate::program::event::Press;
use crate::program::state::field::{Field, Holdable, PrepareField};
use crate::program::update::promise;
use crate::text::message::Message;

/// Returns the sheet of the party in `preparing`.
pub(crate) fn prepare(context: &SessionContext<'_>, preparing: &Preparing) -> SheetView {
    let env = context.env;
    let party = preparing.party;
    let other = party.other();
    let (own, others) = (context.name(party), context.name(other));
    let mut sections = Vec::new();
    if !context.half.is_planned() {
        return agree(context, preparing);
    }
    let (lead, ready) = match party {
        Party::Manager => {
            sections.push(brought(context));
            if let Some(avoid) = guidance_of(context).avoid {
                let entries = vec![Entry::Line(env.phrase(avoid), None)];
                sections.push(section("avoid", env.say(&Message::AvoidHeading), entries));
            }
            (Message::PrepareLeadManager { seller: &others }, Message::ReadyManager)
        }
        Party::Seller => {
            sections.push(promised(env, &others));
            written(context, preparing, &mut sections);
            (Message::PrepareLeadSeller { manager: &others }, Message::ReadySeller)
        }
    };
    sections.push(ticks(context, party));
    sections.push(Section {
        id: "own".into(),
        heading: Some(env.say(&Message::NoteHeading)),
        lead: Some(env.say(&Message::NoteLead)),
        entries: vec![field(
            context,
            Field::Prepare(PrepareField::Note),
            Message::NoteLabel,
            &preparing.note,
        )],
        add: None,
        is_private: true,
    });
    SheetView {
        head: head(context),
        heading: env.say(&Message::PrepareHeading { name: &own }),
        lead: env.say(&lead),
        sections,
        told: None,
        text: None,
        ready: Action::new(env, &ready, Press::ReadySaid),
        later: vec![Action::new(env, &Message::NotReady, Press::NotReadySaid)],
        others: over_to(context, other),
    }
}

/// Returns the sheet on which both agree on topics while the session runs. All of it is shared.
fn agree(context: &SessionContext<'_>, preparing: &Preparing) -> SheetView {
    let env = context.env;
    let mut sections = Vec::new();
    written(context, preparing, &mut sections);
    SheetView {
        head: head(context),
        heading: env.say(&Message::Brought { seller: &context.seller }),
        lead: context.phrase(Phrase::OpenPurpose),
        sections,
        told: None,
        text: None,
        ready: Action::new(env, &Message::Keep, Press::ReadySaid),
        later: Vec::new(),
        others: Vec::new(),
    }
}

/// Returns the seller's shared preparation, which the manager reads first.
fn brought(context: &SessionContext<'_>) -> Section {
    let env = context.env;
    let half = context.session.seller_half();
    let today = context.session.topics().0.len();
    let mut entries = half.map(|half| lines_of(env, half, today)).unwrap_or_default();
    if entries.is_empty() {
        entries.push(Entry::Line(env.say(&Message::NothingBrought { seller: &context.seller }), None));
    }
    section("brought", env.say(&Message::Brought { seller: &context.seller }), entries)
}

/// Adds the sections that the seller writes. A screen for both people leaves held-back entries out.
fn written(context: &SessionContext<'_>, preparing: &Preparing, sections: &mut Vec<Section>) {
    let env = context.env;
    let slots = context.half.plan.agenda.slots().len().max(1);
    let mut topics = Vec::new();
    let mut shared = 0;
    for (at, topic) in (0..).zip(&preparing.topics) {
        let part = Holdable::Topic(at);
        let is_held = is_held(preparing, part);
        let label = match shared {
            _ if is_held => Message::TopicHeld,
            0 => Message::TopicFirst,
            later if later < slots => Message::TopicNext,
            _ => Message::TopicParked,
        };
        shared += usize::from(!is_held);
        let entries = vec![
            field(context, Field::Prepare(part.field()), label, &topic.words),
            field(
                context,
                Field::Prepare(PrepareField::WorkedIf(at)),
                Message::WorkedIfLabel,
                &topic.worked_if,
            ),
        ];
        add_thing(context, preparing, part, (&Message::TopicsHeading, &topic.words), entries, &mut topics);
    }
    let mut evidence = Vec::new();
    for (at, (words, chosen)) in (0..).zip(&preparing.evidence) {
        let part = Holdable::Evidence(at);
        let mut choices = Vec::new();
        for source in SOURCES {
            choices.push(Choice {
                action: Action::new(env, &known_as(source), Press::SourceChosen(at, source)),
                is_chosen: source == *chosen,
            });
        }
        let entries = vec![
            field(context, Field::Prepare(part.field()), Message::EvidenceLabel, words),
            Entry::Choices(env.say(&Message::SourceLabel), choices),
        ];
        add_thing(context, preparing, part, (&Message::EvidenceLabel, words), entries, &mut evidence);
    }
    let more = |label, press, is_possible| Some(Action::new(env, &label, press).only_if(is_possible));
    let mut topics = section("topics", env.say(&Message::TopicsHeading), topics);
    topics.add = more(Message::TopicAdd, Press::TopicAdded, preparing.topics.len() < TOPIC_LIMIT);
    sections.push(topics);
    let mut evidence = section("evidence", env.say(&Message::EvidenceHeading), evidence);
    let hint = &env.phrase(guidance_of(context).evidence);
    evidence.lead = Some(env.say(&Message::EvidenceLead { evidence: hint }));
    let has_room = preparing.evidence.len() < EVIDENCE_LIMIT;
    evidence.add = more(Message::EvidenceAdd, Press::EvidenceAdded, has_room);
    sections.push(evidence);
    let mut leave = Vec::new();
    let entries = vec![field(
        context,
        Field::Prepare(PrepareField::LeaveAlone),
        Message::LeaveLabel,
        &preparing.leave_alone,
    )];
    let asked = (&Message::LeaveLabel, preparing.leave_alone.as_str());
    add_thing(context, preparing, Holdable::LeaveAlone, asked, entries, &mut leave);
    if !leave.is_empty() {
        sections.push(section("leave", env.say(&Message::LeaveHeading), leave));
    }
}

/// Returns the guidance of the session's coaching type.
fn guidance_of(context: &SessionContext<'_>) -> &'static Guidance {
    guidance(context.half.plan.coaching_type.id.as_str())
}

/// Returns the mindset checklist: content, tone, structure.
fn ticks(context: &SessionContext<'_>, party: Party) -> Section {
    let env = context.env;
    let private = context.model.private(context.id, party);
    let checklist = guidance_of(context).checklist(party);
    let mut entries = Vec::new();
    for (heading, lines) in [
        (Message::CheckContent, checklist.content),
        (Message::CheckTone, checklist.tone),
        (Message::CheckStructure, checklist.structure),
    ] {
        entries.push(Entry::Heading(env.say(&heading)));
        for &line in lines {
            let action =
                Action { label: context.phrase(line), name: None, press: Press::Ticked(line), is_off: false };
            entries.push(Entry::Tick(Choice { action, is_chosen: private.ticks.contains(&line) }));
            if line == Phrase::CheckOwnPromise {
                for earlier in promise::open(context.model, None) {
                    if earlier.pair == context.pair && earlier.note.by() == Some(party) {
                        let words = earlier.note.words.as_str().into();
                        entries.push(Entry::Line(words, context.note_words().more(earlier.note, "")));
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
