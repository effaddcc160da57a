//! The preparation of a party for a session: texts, ticks and readiness.

use super::close;
use super::complaint::{checked_text, complain, typed_as};
use super::note::park_the_rest;
use super::screen::put_up;
use crate::domain::draft::{PreparationDraft, Purpose, TopicDraft};
use crate::domain::evidence::{EVIDENCE_LIMIT, Evidence, Source};
use crate::domain::half::{Course, ManagerHalf, SellerHalf};
use crate::domain::id::SessionId;
use crate::domain::party::Party;
use crate::domain::phrase::Phrase;
use crate::domain::private::{Held, Private};
use crate::domain::readiness::Readiness;
use crate::domain::record::Record;
use crate::domain::session::Session;
use crate::domain::text::{Text, TextError, joined, lines};
use crate::domain::time::Instant;
use crate::domain::topic::{TOPIC_LIMIT, Topic};
use crate::domain::ui_state::Screen;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::complaint::Complaint;
use crate::program::state::field::{Field, Holdable, PrepareField};
use crate::program::state::model::Model;
use crate::timer::reading::reading;
use crate::wire::stored::data_checksum;

/// Opens the screen on which the party confirms to hold the device, before any private text shows. On the
/// seller's device, and while the two write topics down together, opens the next screen at once.
pub(super) fn hand_over(
    model: &mut Model,
    now: Instant,
    id: SessionId,
    party: Party,
    effects: &mut Vec<Effect>,
) {
    let is_own = model.session(id).is_some_and(|session| model.side(session.pair) == Party::Seller);
    put_up(model, Screen::HandOver(id, party), effects);
    // The seller's device has one user, and text that the two write together during the session is for both.
    if is_own || is_before_answers(model, now, id) {
        begin(model, now, effects);
    }
}

/// Returns true while the session runs and is not at its last item: then the two write down topics, and do
/// not answer at the close yet. Always false on the seller's device.
fn is_before_answers(model: &Model, now: Instant, id: SessionId) -> bool {
    let Some(session) = model.session(id).filter(|session| model.side(session.pair) == Party::Manager) else {
        return false;
    };
    match session.manager_half().map(|half| &half.course) {
        Some(Course::Begun { baseline, log }) => reading(baseline, log, now).next().is_some(),
        _ => false,
    }
}

/// Opens the preparation of the party who holds the device, or their answers once it is time for the close.
pub(super) fn begin(model: &mut Model, now: Instant, effects: &mut Vec<Effect>) {
    // A screen that was covered by a reload is shown again, with its draft.
    if model.screen.sheet_mut().is_some_and(|sheet| std::mem::take(&mut sheet.is_covered)) {
        return move_focus(effects, Focus::Heading);
    }
    let Screen::HandOver(id, party) = model.screen.address() else { return };
    let Some(session) = model.session(id) else { return };
    // A party prepares before the session, and answers at the close once the session has begun.
    let agrees = is_before_answers(model, now, id);
    if session.manager_half().is_some_and(|half| !half.is_planned()) && !agrees {
        return close::begin(model, id, party, effects);
    }
    let mut private = model.private(id, party);
    let mut preparing = PreparationDraft {
        from: fingerprint_of(model, id, party),
        note: typed_as(private.note.as_ref()),
        holds_leave: private.held.leave_alone.is_some(),
        ..PreparationDraft::default()
    };
    if party == Party::Seller {
        let mut half = seller_half_of(model, id);
        // Content that one version holds back and another shares is held back, which is the safer error.
        // During the session the two share all that they agree on.
        if !agrees {
            private.held.take_out_of(&mut half);
        }
        for topic in &half.topics {
            preparing.topics.push(topic_draft(topic));
        }
        let mut names = Vec::new();
        for topic in &private.held.topics {
            let (mut draft, topics) = (topic_draft(topic), &mut preparing.topics);
            // A topic that was shared meanwhile may have the same id.
            if topics.iter().any(|other| other.id == draft.id) {
                draft.id = free_topic_id(topics);
            }
            names.push(draft.id);
            // Topics are in the order of their ids, so the topic keeps its place.
            let at = topics.iter().position(|other| other.id > draft.id).unwrap_or(topics.len());
            topics.insert(at, draft);
        }
        for (at, topic) in (0..).zip(&preparing.topics) {
            if names.contains(&topic.id) {
                preparing.held_topics.push(at);
            }
        }
        ensure_shared_topic(&mut preparing);
        let shared = half.evidence.len();
        for (at, line) in (0..).zip(half.evidence.iter().chain(&private.held.evidence)) {
            preparing.evidence.push((line.words.to_string(), line.source));
            if usize::from(at) >= shared {
                preparing.held_evidence.push(at);
            }
        }
        // If both texts exist, both are shown; the length is checked when they are kept.
        preparing.leave_alone = match (half.leave_alone, private.held.leave_alone) {
            (Some(shared), Some(held)) if shared != held => lines(&shared, &held),
            (shared, held) => typed_as(shared.or(held).as_ref()),
        };
    }
    put_up(model, Screen::Prepare(id, party), effects);
    model.drafts.resume(Purpose::Preparation(id, party), preparing);
    if let Some(sheet) = model.screen.sheet_mut() {
        sheet.is_agreed = agrees;
    }
}

/// Returns a topic as the fields of a preparation hold it.
fn topic_draft(topic: &Topic) -> TopicDraft {
    let (words, worked_if) = (topic.words.to_string(), typed_as(topic.worked_if.as_ref()));
    TopicDraft { id: topic.id, words, worked_if }
}

/// Returns a topic id that no topic of the list has.
fn free_topic_id(topics: &[TopicDraft]) -> u16 {
    let last = topics.iter().fold(0, |last, topic| topic.id.max(last));
    last.saturating_add(1)
}

/// Adds an empty topic to the preparation if all topics are held back, or there are none.
fn ensure_shared_topic(preparing: &mut PreparationDraft) {
    let PreparationDraft { topics, held_topics, .. } = preparing;
    if topics.is_empty() {
        topics.push(TopicDraft::default());
    } else if (0..).zip(topics.iter()).all(|(at, _)| held_topics.contains(&at)) {
        topics.push(TopicDraft { id: free_topic_id(topics), ..TopicDraft::default() });
    }
}

/// Returns the draft of the open preparation for editing; `None` on another screen.
fn edited(model: &mut Model) -> Option<&mut PreparationDraft> {
    let Screen::Prepare(id, party) = model.screen.address() else { return None };
    model.drafts.edit(Purpose::Preparation(id, party))
}

/// Stores the typed text of a field in the open preparation, letter for letter.
pub(super) fn typed(model: &mut Model, field: PrepareField, text: String) {
    let Some(preparing) = edited(model) else { return };
    let place = match field {
        PrepareField::Topic(at) => preparing.topics.get_mut(usize::from(at)).map(|topic| &mut topic.words),
        PrepareField::WorkedIf(at) => {
            preparing.topics.get_mut(usize::from(at)).map(|topic| &mut topic.worked_if)
        }
        PrepareField::Evidence(at) => preparing.evidence.get_mut(usize::from(at)).map(|(words, _)| words),
        PrepareField::LeaveAlone => Some(&mut preparing.leave_alone),
        PrepareField::Note => Some(&mut preparing.note),
    };
    if let Some(place) = place {
        *place = text;
    }
}

/// Adds an empty topic to the open preparation, and moves the focus there.
pub(super) fn add_topic(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(preparing) = edited(model) else { return };
    if let Some(at) = next_index(preparing.topics.len(), TOPIC_LIMIT) {
        let id = free_topic_id(&preparing.topics);
        preparing.topics.push(TopicDraft { id, ..TopicDraft::default() });
        move_focus(effects, Focus::Field(Field::Prepare(PrepareField::Topic(at))));
    }
}

/// Adds an empty line of evidence to the open preparation, and moves the focus there.
pub(super) fn add_evidence(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(preparing) = edited(model) else { return };
    if let Some(at) = next_index(preparing.evidence.len(), EVIDENCE_LIMIT) {
        preparing.evidence.push((String::new(), Source::default()));
        move_focus(effects, Focus::Field(Field::Prepare(PrepareField::Evidence(at))));
    }
}

/// Returns the index of the next entry of a list with `count` entries; `None` if the list is full.
fn next_index(count: usize, limit: usize) -> Option<u8> {
    u8::try_from(count).ok().filter(|_| count < limit)
}

/// Sets the source of the line of evidence at this index.
pub(super) fn choose_source(model: &mut Model, at: u8, source: Source) {
    let Some(preparing) = edited(model) else { return };
    if let Some((_, chosen)) = preparing.evidence.get_mut(usize::from(at)) {
        *chosen = source;
    }
}

/// Holds back a part of the preparation from the other party, or shares it again. Nothing moves if the
/// private record cannot be stored, or if two merged versions are longer than the list's limit.
pub(super) fn hold(model: &mut Model, part: Holdable) {
    let Screen::Prepare(session, party) = model.screen.address() else { return };
    let is_kept = model.keeps_private(session, party);
    let Some(preparing) = edited(model) else { return };
    let (at, held, is_possible) = match part {
        Holdable::Topic(at) => (at, &mut preparing.held_topics, preparing.topics.len() <= TOPIC_LIMIT),
        Holdable::Evidence(at) => {
            (at, &mut preparing.held_evidence, preparing.evidence.len() <= EVIDENCE_LIMIT)
        }
        Holdable::LeaveAlone if is_kept => {
            preparing.holds_leave = !preparing.holds_leave;
            return;
        }
        Holdable::LeaveAlone => return,
    };
    if is_possible && is_kept {
        let (at, before) = (u16::from(at), held.len());
        held.retain(|held| *held != at);
        if held.len() == before {
            held.push(at);
        }
        ensure_shared_topic(preparing);
    }
}

/// Ticks a line of the mindset checklist, or removes the tick. Ticks are private and no part of the draft, so
/// they are kept at once.
pub(super) fn tick(model: &mut Model, line: Phrase) {
    let Screen::Prepare(id, party) = model.screen.address() else { return };
    let ticked = model.private(id, party).ticked(line);
    model.keep_private(id, party, ticked);
}

/// Keeps the preparation and opens the session. Before the session, `is_ready` tells if the party is ready.
/// On the sheet of the close, hands the answers in or keeps them: see [`close::say`].
pub(super) fn say(model: &mut Model, now: Instant, is_ready: bool, effects: &mut Vec<Effect>) {
    let Screen::Prepare(id, party) = model.screen.address() else {
        return close::say(model, is_ready, effects);
    };
    if !kept(model, effects) {
        return;
    }
    let Some(half) = model.half(id) else { return };
    let (plan, is_planned) = (half.plan.fingerprint(), half.is_planned());
    let ready = is_ready.then_some(Readiness { at: now, plan });
    match party {
        // Readiness that was declared before the session stays.
        _ if !is_planned => {}
        Party::Manager => model.change(id, &mut |half| half.prepared.ready = ready),
        Party::Seller => {
            let mut half = seller_half_of(model, id);
            half.ready = ready;
            model.change_seller(id, half);
        }
    }
    put_up(model, Screen::Session(id), effects);
}

/// Keeps the typed text of the open preparation, or of the answers at the close; returns false if some text
/// is wrong. Then the focus moves to that text, and the sheet stays.
pub(super) fn kept(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    let Screen::Prepare(id, party) = model.screen.address() else { return close::kept(model, effects) };
    // Nothing can be kept of a session that is gone: the text stays a draft.
    if model.half(id).is_none() {
        return true;
    }
    let purpose = Purpose::Preparation(id, party);
    let Some(preparing) = model.drafts.get::<PreparationDraft>(purpose) else { return true };
    let (mut complaints, mut missing) = (Vec::new(), Vec::new());
    let mut take = |field: PrepareField, typed: &str| {
        checked_text(Field::Prepare(field), Text::optional(typed), &mut complaints)
    };
    let moved_on = preparing.from != fingerprint_of(model, id, party);
    let mut mine = seller_half_of(model, id);
    let mut held = Held::default();
    let kept_apart = model.private(id, party).held;
    let kept_topics = mine.topics.iter().chain(&kept_apart.topics);
    let measures: Vec<Option<Text>> = kept_topics.map(|topic| topic.worked_if.clone()).collect();
    mine.topics.clear();
    mine.evidence.clear();
    mine.leave_alone = None;
    for (at, topic) in (0..).zip(&preparing.topics) {
        let (words, worked_if) =
            (take(PrepareField::Topic(at), &topic.words), take(PrepareField::WorkedIf(at), &topic.worked_if));
        // A new measure of success needs a topic. A topic without words is gone, with the measure that it had.
        if topic.words.trim().is_empty() && worked_if.is_some() && !measures.contains(&worked_if) {
            missing.push((Field::Prepare(PrepareField::Topic(at)), Complaint::Text(TextError::Empty)));
        }
        if let Some(words) = words {
            let is_held = preparing.held_topics.contains(&u16::from(at));
            let topics = if is_held { &mut held.topics } else { &mut mine.topics };
            topics.push(Topic { id: topic.id, words, worked_if });
        }
    }
    for (at, (words, source)) in (0..).zip(&preparing.evidence) {
        if let Some(words) = take(PrepareField::Evidence(at), words) {
            let is_held = preparing.held_evidence.contains(&u16::from(at));
            let evidence = if is_held { &mut held.evidence } else { &mut mine.evidence };
            evidence.push(Evidence { words, source: *source });
        }
    }
    let leave_alone = take(PrepareField::LeaveAlone, &preparing.leave_alone);
    *if preparing.holds_leave { &mut held.leave_alone } else { &mut mine.leave_alone } = leave_alone;
    let mut note = take(PrepareField::Note, &preparing.note);
    complaints.extend(missing);
    if complain(&complaints, |field| field, effects) {
        model.screen.set_complaints(complaints);
        return false;
    }
    let private = model.private(id, party);
    held.notes.clone_from(&private.held.notes);
    let is_planned = model.half(id).is_some_and(ManagerHalf::is_planned);
    // The preparation changed elsewhere since the draft began: all texts of both are kept, and content that
    // either holds back is held back.
    if moved_on {
        held.join(&private.held);
        mine = union_of(mine, seller_half_of(model, id));
        if is_planned {
            held.take_out_of(&mut mine);
        }
        note = joined_or_local(note, private.note.clone());
    }
    if party == Party::Seller {
        model.change_seller(id, mine);
        if !is_planned {
            park_the_rest(model, id);
        }
    }
    let kept = Private { ticks: private.ticks.clone(), note, held };
    if kept != private {
        model.keep_private(id, party, kept);
    }
    true
}

/// Returns the seller's half of a session: the preparation and the answers at the close; empty if the seller
/// wrote nothing.
fn seller_half_of(model: &Model, id: SessionId) -> SellerHalf {
    model.session(id).and_then(Session::seller_half).cloned().unwrap_or_default()
}

/// Returns a number that identifies the content of the party's preparation, and so shows if it changed since
/// a draft of it began. Ticks are kept at once, so they do not count.
fn fingerprint_of(model: &Model, id: SessionId, party: Party) -> u64 {
    let half = model.session(id).and_then(Session::seller_half).filter(|_| party == Party::Seller);
    let private = Private { ticks: Vec::new(), ..model.private(id, party) };
    let half = half.map(data_checksum).unwrap_or_default();
    u64::from(half) << 32 | u64::from(data_checksum(&Record::Private(private)))
}

/// Returns the seller's half `known` with the topics, the evidence and the subject to leave alone of both,
/// without duplicates and within the limits of the lists.
fn union_of(mine: SellerHalf, known: SellerHalf) -> SellerHalf {
    let mut all = known;
    for mut topic in mine.topics {
        if all.topics.iter().all(|other| other.words != topic.words) {
            let last = all.topics.iter().fold(0, |last, other| other.id.max(last));
            topic.id = last.saturating_add(1);
            all.topics.push(topic);
        }
    }
    for evidence in mine.evidence {
        if !all.evidence.contains(&evidence) {
            all.evidence.push(evidence);
        }
    }
    all.topics.truncate(TOPIC_LIMIT);
    all.evidence.truncate(EVIDENCE_LIMIT);
    all.leave_alone = joined_or_local(mine.leave_alone, all.leave_alone);
    all
}

/// Returns both texts joined, or the one that is there; the local one if they are too long together. `None`
/// if both are.
fn joined_or_local(mine: Option<Text>, known: Option<Text>) -> Option<Text> {
    joined(mine.clone(), known).or(mine)
}
