//! The draft of a preparation: made of what is stored, brought together with what changed elsewhere, and
//! checked before it is kept. Two texts that do not fit together both stay in the draft, for the person to
//! shorten.

use super::complaint::{checked_text, typed_as};
use super::left;
use super::sheet_join::{add, add_typed, free_topic_id, join_fact};
use crate::domain::draft::{Content, DRAFT_EVIDENCE, DRAFT_TOPICS, PreparationDraft, Purpose, TopicDraft};
use crate::domain::evidence::{EVIDENCE_LIMIT, Evidence, Source};
use crate::domain::half::SellerHalf;
use crate::domain::id::SessionId;
use crate::domain::party::Party;
use crate::domain::private::{Held, Private};
use crate::domain::session::Session;
use crate::domain::text::{Text, TextError};
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
    if !model.drafts.is_changed(purpose) {
        return model.drafts.begin(purpose, stored);
    }
    let together = |from: &PreparationDraft, mine: &PreparationDraft| {
        let (mut sheet, mut mine) = (stored.clone(), mine.clone());
        if party == Party::Manager && !agrees {
            join_fact(&mut sheet, from, &mut mine);
        }
        add_typed(&mut sheet, from, &mine, agrees);
        sheet
    };
    let mut sheet = together(&from, mine);
    if !is_readable(&sheet) || hides(&sheet) {
        sheet = together(&without_held(&from, mine), &without_held(mine, mine));
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

/// Returns the draft without the texts that `typed` holds back for one party alone: those at the same places.
fn without_held(sheet: &PreparationDraft, typed: &PreparationDraft) -> PreparationDraft {
    let shared = |at: u16, held: &[u16]| !held.contains(&at);
    let topics = (0..).zip(&sheet.topics).filter(|(at, _)| shared(*at, &typed.held_topics));
    let evidence = (0..).zip(&sheet.evidence).filter(|(at, _)| shared(*at, &typed.held_evidence));
    PreparationDraft {
        topics: topics.map(|(_, topic)| topic.clone()).collect(),
        evidence: evidence.map(|(_, line)| line.clone()).collect(),
        leave_alone: if typed.holds_leave { String::new() } else { sheet.leave_alone.clone() },
        ..PreparationDraft::default()
    }
}

/// Returns the draft with the texts that were typed for one party alone, and with all others as they were in `from`, the
/// draft as it began; `None` if no text was typed for one party alone.
pub(super) fn typed_alone(sheet: &PreparationDraft, from: &PreparationDraft) -> Option<PreparationDraft> {
    let mut alone = sheet.clone();
    for (at, topic) in (0..).zip(&mut alone.topics) {
        if !sheet.held_topics.contains(&at) {
            let before = from.topics.iter().find(|before| before.id == topic.id).cloned();
            *topic = before.unwrap_or(TopicDraft { id: topic.id, ..TopicDraft::default() });
        }
    }
    for (at, line) in (0..).zip(&mut alone.evidence) {
        if !sheet.held_evidence.contains(&at) {
            *line = from.evidence.get(usize::from(at)).cloned().unwrap_or_default();
        }
    }
    if !sheet.holds_leave {
        alone.leave_alone.clone_from(&from.leave_alone);
    }
    let (now, before) = (Content::from(alone.clone()), Content::from(from.clone()));
    let is_new = |text: &str| before.texts().all(|before| before != text);
    now.texts().any(is_new).then_some(alone)
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

/// Adds an empty topic to the preparation if all topics are held back, or there are none.
pub(super) fn ensure_shared_topic(preparing: &mut PreparationDraft) {
    let PreparationDraft { topics, held_topics, .. } = preparing;
    if topics.is_empty() {
        topics.push(TopicDraft::default());
    } else if (0..).zip(topics.iter()).all(|(at, _)| held_topics.contains(&at)) {
        topics.push(TopicDraft { id: free_topic_id(topics), ..TopicDraft::default() });
    }
}
