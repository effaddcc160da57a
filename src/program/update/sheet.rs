//! The draft of a preparation: made of what is stored, brought together with what changed elsewhere, and
//! checked before it is kept. Two texts that do not fit together both stay in the draft, for the person to
//! shorten.

use super::complaint::{checked_text, typed_as};
use super::left;
use crate::domain::draft::{DRAFT_EVIDENCE, DRAFT_TOPICS, PreparationDraft, Purpose, TopicDraft};
use crate::domain::evidence::{EVIDENCE_LIMIT, Evidence, Source};
use crate::domain::half::SellerHalf;
use crate::domain::id::SessionId;
use crate::domain::party::Party;
use crate::domain::private::{Held, Private};
use crate::domain::session::Session;
use crate::domain::text::{Text, TextError, both_texts, three_texts};
use crate::domain::topic::{TOPIC_LIMIT, Topic};
use crate::program::state::complaint::Complaint;
use crate::program::state::field::{Field, PrepareField};
use crate::program::state::model::Model;
use crate::program::state::screen::Complaints;

/// Returns the seller's half of a session: the preparation and the answers at the close; empty if the seller
/// wrote nothing.
pub(super) fn seller_half_of(model: &Model, id: SessionId) -> SellerHalf {
    model.session(id).and_then(Session::seller_half).cloned().unwrap_or_default()
}

/// Returns the stored preparation of a party as a draft, with all versions of the private content that wait
/// beside each other. `agrees` is true for the sheet on which both agree on topics while the session runs.
/// Also returns true if every version has room in a draft; a version without room is left out.
pub(super) fn stored_sheet(
    model: &Model,
    id: SessionId,
    party: Party,
    agrees: bool,
) -> (PreparationDraft, bool) {
    let half = if party == Party::Seller { seller_half_of(model, id) } else { SellerHalf::default() };
    let mut sheet =
        PreparationDraft { topics: half.topics.iter().map(topic_draft).collect(), ..Default::default() };
    sheet.evidence = half.evidence.iter().map(|line| (line.words.to_string(), line.source)).collect();
    sheet.leave_alone = typed_as(half.leave_alone.as_ref());
    if party == Party::Manager && !agrees {
        // The manager's sheet has one line for a fact, be it empty.
        let fact = model.half(id).and_then(|half| half.ahead.fact.as_ref());
        sheet.evidence =
            vec![fact.map_or((String::new(), Source::Seen), |fact| (fact.words.to_string(), fact.source))];
    }
    let mut is_whole = true;
    for private in model.private_versions(id, party) {
        let mut with = sheet.clone();
        add(&mut with, &private_sheet(private), agrees);
        if is_readable(&with) {
            sheet = with;
        } else {
            is_whole = false;
        }
    }
    if party == Party::Seller {
        ensure_shared_topic(&mut sheet);
    }
    (sheet, is_whole)
}

/// Returns the private content of a party as a draft in which all is held back.
fn private_sheet(private: &Private) -> PreparationDraft {
    let Held { topics, evidence, leave_alone, .. } = &private.held;
    PreparationDraft {
        topics: topics.iter().map(topic_draft).collect(),
        evidence: evidence.iter().map(|line| (line.words.to_string(), line.source)).collect(),
        leave_alone: typed_as(leave_alone.as_ref()),
        note: typed_as(private.note.as_ref()),
        held_topics: (0..).zip(topics).map(|(at, _)| at).collect(),
        held_evidence: (0..).zip(evidence).map(|(at, _)| at).collect(),
        holds_leave: leave_alone.is_some(),
    }
}

/// Brings the typed draft of a preparation together with the stored one, if that changed elsewhere since the
/// draft began. All texts of both are in the draft then, and content that either holds back is held back. A
/// draft in which nothing was typed is replaced.
///
/// Text for one party alone that does not fit, while both look at the screen, is left beside the sheet with
/// the rest of the draft. So is a draft that would be too large to be read again.
pub(super) fn bring_together(model: &mut Model, id: SessionId, party: Party, agrees: bool) {
    let purpose = Purpose::Preparation(id, party);
    let Some(mine) = model.drafts.get::<PreparationDraft>(purpose) else { return };
    let (stored, _) = stored_sheet(model, id, party, agrees);
    let from = model.drafts.from::<PreparationDraft>(purpose).cloned().unwrap_or_default();
    let hides = |sheet: &PreparationDraft| {
        agrees && checked(sheet).complaints.iter().any(|(field, _)| is_hidden(sheet, *field))
    };
    if from == stored && !hides(mine) {
        return;
    }
    if model.drafts.typed(purpose).is_none() {
        return model.drafts.begin(purpose, stored);
    }
    let together = |mine: &PreparationDraft| {
        let (mut sheet, mut mine) = (stored.clone(), mine.clone());
        if party == Party::Manager && !agrees {
            join_fact(&mut sheet, &from, &mut mine);
        }
        add_typed(&mut sheet, &from, &mine, agrees);
        sheet
    };
    let mut sheet = together(mine);
    if !is_readable(&sheet) || hides(&sheet) {
        sheet = together(&visible(mine));
        if !is_readable(&sheet) {
            sheet.clone_from(&stored);
        }
        left::set_aside(model, purpose);
        model.drafts.begin(purpose, PreparationDraft::default());
    }
    if let Some(draft) = model.drafts.edit(purpose) {
        *draft = sheet;
    }
    if let Some(told) = model.drafts.told(purpose) {
        *told = stored;
    }
}

/// Returns true if the stored draft can be read again: no list of it is over its bound.
fn is_readable(sheet: &PreparationDraft) -> bool {
    sheet.topics.len() <= DRAFT_TOPICS && sheet.evidence.len() <= DRAFT_EVIDENCE
}

/// Returns true if the field holds text for one party alone, which no sheet shows on which both look.
fn is_hidden(sheet: &PreparationDraft, field: Field) -> bool {
    match field {
        Field::Prepare(PrepareField::Topic(at) | PrepareField::WorkedIf(at)) => {
            sheet.held_topics.contains(&u16::from(at))
        }
        Field::Prepare(PrepareField::Evidence(at)) => sheet.held_evidence.contains(&u16::from(at)),
        Field::Prepare(PrepareField::LeaveAlone) => sheet.holds_leave,
        _ => true,
    }
}

/// Returns the draft without the texts for one party alone.
fn visible(sheet: &PreparationDraft) -> PreparationDraft {
    let shared = |at: u16, held: &[u16]| !held.contains(&at);
    let topics = (0..).zip(&sheet.topics).filter(|(at, _)| shared(*at, &sheet.held_topics));
    let evidence = (0..).zip(&sheet.evidence).filter(|(at, _)| shared(*at, &sheet.held_evidence));
    PreparationDraft {
        topics: topics.map(|(_, topic)| topic.clone()).collect(),
        evidence: evidence.map(|(_, line)| line.clone()).collect(),
        leave_alone: if sheet.holds_leave { String::new() } else { sheet.leave_alone.clone() },
        ..PreparationDraft::default()
    }
}

/// Adds all texts of `other` to the draft, none twice. Content that either holds back is held back: the safer
/// error. On the sheet on which both agree, shared and held-back content stay apart: the two share all that
/// they agree on.
fn add(sheet: &mut PreparationDraft, other: &PreparationDraft, agrees: bool) {
    for (at, topic) in (0..).zip(&other.topics) {
        add_topic(sheet, topic, other.held_topics.contains(&at), agrees);
    }
    for (at, (words, source)) in (0..).zip(&other.evidence) {
        let is_held = other.held_evidence.contains(&at);
        let held = &sheet.held_evidence;
        let alike = (0_u16..).zip(&sheet.evidence).position(|(at, (known, _))| {
            known.trim() == words.trim() && (!agrees || held.contains(&at) == is_held)
        });
        let place = alike.unwrap_or(sheet.evidence.len());
        match sheet.evidence.get_mut(place) {
            Some((_, known)) => *known = *source,
            None if words.trim().is_empty() => continue,
            None => sheet.evidence.push((words.clone(), *source)),
        }
        hold(&mut sheet.held_evidence, place, is_held);
    }
    sheet.leave_alone = both_texts(&sheet.leave_alone, &other.leave_alone);
    sheet.holds_leave |= other.holds_leave;
    sheet.note = both_texts(&sheet.note, &other.note);
}

/// Brings the one fact of the manager's sheet together, and takes it out of `typed`: a source that only one window
/// changed since `from` is the changed one, and a text that both changed has the lines of both.
fn join_fact(sheet: &mut PreparationDraft, from: &PreparationDraft, typed: &mut PreparationDraft) {
    let (Some((stored, source)), Some((began, source_before))) =
        (sheet.evidence.first_mut(), from.evidence.first())
    else {
        return;
    };
    for (words, chosen) in typed.evidence.drain(..) {
        *stored = three_texts(began, &words, stored);
        if chosen != *source_before {
            *source = chosen;
        }
    }
}

/// Returns the draft without the topics and the lines of evidence that are as they were in `from`: nobody typed them, so
/// that one that another window removed or changed stays so.
fn only_typed(from: &PreparationDraft, typed: &PreparationDraft) -> PreparationDraft {
    let mut sheet = PreparationDraft {
        leave_alone: typed.leave_alone.clone(),
        note: typed.note.clone(),
        holds_leave: typed.holds_leave,
        ..PreparationDraft::default()
    };
    let is_held = |held: &[u16], at: u16| held.contains(&at);
    for (at, topic) in (0..).zip(&typed.topics) {
        let held = is_held(&typed.held_topics, at);
        let mut before = (0..).zip(&from.topics).map(|(at, topic)| (topic, is_held(&from.held_topics, at)));
        if before.all(|before| before != (topic, held)) {
            hold(&mut sheet.held_topics, sheet.topics.len(), held);
            sheet.topics.push(topic.clone());
        }
    }
    for (at, line) in (0..).zip(&typed.evidence) {
        let held = is_held(&typed.held_evidence, at);
        let mut before = (0..).zip(&from.evidence).map(|(at, line)| (line, is_held(&from.held_evidence, at)));
        if before.all(|before| before != (line, held)) {
            hold(&mut sheet.held_evidence, sheet.evidence.len(), held);
            sheet.evidence.push(line.clone());
        }
    }
    sheet
}

/// Adds what was typed since `from` to the stored draft: see [`add`]. A text that the stored draft still has as it was
/// in `from` becomes the typed one, and one that was not typed in stays as it is stored.
fn add_typed(sheet: &mut PreparationDraft, from: &PreparationDraft, typed: &PreparationDraft, agrees: bool) {
    let mut rest = only_typed(from, typed);
    for topic in &mut rest.topics {
        let Some(began) = from.topics.iter().find(|began| began.id == topic.id) else { continue };
        let Some(stored) = sheet.topics.iter_mut().find(|stored| stored.id == topic.id) else { continue };
        // Two windows that each began a topic began two topics.
        let is_one = !began.words.trim().is_empty() || topic.words.trim().is_empty();
        if is_one && topic.words == began.words {
            topic.words.clone_from(&stored.words);
        } else if is_one && stored.words == began.words {
            stored.words.clone_from(&topic.words);
        }
        if topic.words.trim() == stored.words.trim() {
            stored.worked_if = three_texts(&began.worked_if, &topic.worked_if, &stored.worked_if);
            topic.worked_if.clone_from(&stored.worked_if);
        }
    }
    for (words, source) in &mut rest.evidence {
        let is_same = |(other, _): &&(String, Source)| other.trim() == words.trim();
        let (began, stored) = (from.evidence.iter().find(is_same), sheet.evidence.iter().find(is_same));
        if let (Some((_, began)), Some((_, stored))) = (began, stored)
            && began == source
        {
            *source = *stored;
        }
    }
    sheet.leave_alone = three_texts(&from.leave_alone, &typed.leave_alone, &sheet.leave_alone);
    sheet.note = three_texts(&from.note, &typed.note, &sheet.note);
    (rest.leave_alone, rest.note) = (String::new(), String::new());
    add(sheet, &rest, agrees);
}

/// Adds a topic to the draft: to the one with the same words, in place of an empty one with its id, or after the
/// others.
fn add_topic(sheet: &mut PreparationDraft, topic: &TopicDraft, is_held: bool, agrees: bool) {
    let is_alike = |known: &TopicDraft| {
        let (one, other) = (known.words.trim(), topic.words.trim());
        one == other || (known.id == topic.id && (one.is_empty() || other.is_empty()))
    };
    let held = &sheet.held_topics;
    let alike = (0_u16..)
        .zip(&sheet.topics)
        .position(|(at, known)| is_alike(known) && (!agrees || held.contains(&at) == is_held));
    let place = alike.unwrap_or_else(|| {
        // A topic that was shared meanwhile may have the same id.
        let is_taken = sheet.topics.iter().any(|known| known.id == topic.id);
        let id = if is_taken { free_topic_id(&sheet.topics) } else { topic.id };
        // Topics are in the order of their ids, so the topic keeps its place.
        let place = sheet.topics.iter().position(|known| known.id > id).unwrap_or(sheet.topics.len());
        for held in sheet.held_topics.iter_mut().filter(|held| usize::from(**held) >= place) {
            *held = held.saturating_add(1);
        }
        sheet.topics.insert(place, TopicDraft { id, ..topic.clone() });
        place
    });
    if let Some(known) = sheet.topics.get_mut(place) {
        if known.words.trim().is_empty() {
            known.words.clone_from(&topic.words);
        }
        known.worked_if = both_texts(&known.worked_if, &topic.worked_if);
    }
    hold(&mut sheet.held_topics, place, is_held);
}

/// Adds `place` to the places that are held back, if `is_held` is true, unless it is there.
fn hold(held: &mut Vec<u16>, place: usize, is_held: bool) {
    if let Ok(place) = u16::try_from(place)
        && is_held
        && !held.contains(&place)
    {
        held.push(place);
    }
}

/// The checked content of a preparation's draft.
pub(super) struct Checked {
    /// The content for both parties.
    pub shared: Held,
    /// The content that the seller holds back, without notes.
    pub held: Held,
    /// Private note of the party; `None` if it is empty.
    pub note: Option<Text>,
    /// Faults of the texts, in the order of the fields.
    pub complaints: Complaints,
}

/// Checks the texts of a preparation. A topic without words is gone, but a measure of success needs a topic.
pub(super) fn checked(preparing: &PreparationDraft) -> Checked {
    let (mut complaints, mut missing) = (Vec::new(), Vec::new());
    let mut take = |field: PrepareField, typed: &str| {
        checked_text(Field::Prepare(field), Text::optional(typed), &mut complaints)
    };
    let (mut shared, mut held) = (Held::default(), Held::default());
    for (at, topic) in (0..).zip(&preparing.topics) {
        let field = Field::Prepare(PrepareField::Topic(at));
        let (words, worked_if) =
            (take(PrepareField::Topic(at), &topic.words), take(PrepareField::WorkedIf(at), &topic.worked_if));
        if topic.words.trim().is_empty() && worked_if.is_some() {
            missing.push((field, Complaint::Text(TextError::Empty)));
        }
        if let Some(words) = words {
            let is_held = preparing.held_topics.contains(&u16::from(at));
            let topics = if is_held { &mut held.topics } else { &mut shared.topics };
            topics.push(Topic { id: topic.id, words, worked_if });
            if topics.len() > TOPIC_LIMIT {
                missing.push((field, Complaint::OneTooMany(TOPIC_LIMIT)));
            }
        }
    }
    for (at, (words, source)) in (0..).zip(&preparing.evidence) {
        if let Some(words) = take(PrepareField::Evidence(at), words) {
            let is_held = preparing.held_evidence.contains(&u16::from(at));
            let evidence = if is_held { &mut held.evidence } else { &mut shared.evidence };
            evidence.push(Evidence { words, source: *source });
            if evidence.len() > EVIDENCE_LIMIT {
                let field = Field::Prepare(PrepareField::Evidence(at));
                missing.push((field, Complaint::OneTooMany(EVIDENCE_LIMIT)));
            }
        }
    }
    let leave_alone = take(PrepareField::LeaveAlone, &preparing.leave_alone);
    *if preparing.holds_leave { &mut held.leave_alone } else { &mut shared.leave_alone } = leave_alone;
    let note = take(PrepareField::Note, &preparing.note);
    complaints.extend(missing);
    Checked { shared, held, note, complaints }
}

/// Returns a topic as the fields of a preparation hold it.
fn topic_draft(topic: &Topic) -> TopicDraft {
    let (words, worked_if) = (topic.words.to_string(), typed_as(topic.worked_if.as_ref()));
    TopicDraft { id: topic.id, words, worked_if }
}

/// Returns a topic id that no topic of the list has.
pub(super) fn free_topic_id(topics: &[TopicDraft]) -> u16 {
    let last = topics.iter().fold(0, |last, topic| topic.id.max(last));
    last.saturating_add(1)
}

/// Adds an empty topic to the preparation if all topics are held back, or there are none.
pub(super) fn ensure_shared_topic(preparing: &mut PreparationDraft) {
    let PreparationDraft { topics, held_topics, .. } = preparing;
    if topics.is_empty() {
        topics.push(TopicDraft::default());
    } else if (0..).zip(topics.iter()).all(|(at, _)| held_topics.contains(&at)) {
        topics.push(TopicDraft { id: free_topic_id(topics), ..TopicDraft::default() });
    }
}
