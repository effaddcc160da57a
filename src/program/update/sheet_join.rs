//! Joins two drafts of a preparation: all texts of both, or what was typed since one of them began.

use crate::domain::draft::{PreparationDraft, TopicDraft};
use crate::domain::evidence::Source;
use crate::domain::text::{both_texts, three_texts};

/// Adds all texts of `other` to the draft, none twice. Content that either holds back is held back: the safer
/// error. On the sheet on which both agree, shared and held-back content stay apart: the two share all that
/// they agree on.
pub(super) fn add(sheet: &mut PreparationDraft, other: &PreparationDraft, agrees: bool) {
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
pub(super) fn join_fact(sheet: &mut PreparationDraft, from: &PreparationDraft, typed: &mut PreparationDraft) {
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

/// Returns the topics that were typed since `from`, as a draft: those that are as they were in `from` stay out, so that one
/// that another window removed or changed stays so.
fn typed_topics(from: &PreparationDraft, typed: &PreparationDraft) -> PreparationDraft {
    let mut sheet = PreparationDraft::default();
    for (at, topic) in (0..).zip(&typed.topics) {
        let is_held = typed.held_topics.contains(&at);
        let mut before = (0..).zip(&from.topics);
        if before.all(|(at, before)| (before, from.held_topics.contains(&at)) != (topic, is_held)) {
            hold(&mut sheet.held_topics, sheet.topics.len(), is_held);
            sheet.topics.push(topic.clone());
        }
    }
    sheet
}

/// Adds what was typed since `from` to the stored draft: see [`add`]. A text that the stored draft still has as it was
/// in `from` becomes the typed one, and one that was not typed in stays as it is stored. What was held back in `from` is
/// shared if the person shared it, unless its words changed elsewhere.
pub(super) fn add_typed(
    sheet: &mut PreparationDraft,
    from: &PreparationDraft,
    typed: &PreparationDraft,
    agrees: bool,
) {
    let mut rest = typed_topics(from, typed);
    let held: Vec<u16> = std::mem::take(&mut rest.held_topics);
    for (at, topic) in (0..).zip(&mut rest.topics) {
        let began = (0..).zip(&from.topics).find(|(_, began)| began.id == topic.id);
        let Some((began_at, began)) = began else { continue };
        let stored = (0..).zip(&mut sheet.topics).find(|(_, stored)| stored.id == topic.id);
        let Some((stored_at, stored)) = stored else { continue };
        let was_shared = from.held_topics.contains(&began_at) && !held.contains(&at);
        if was_shared && !agrees && *stored == *began {
            sheet.held_topics.retain(|held| *held != stored_at);
        }
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
    rest.held_topics = held;
    let is_same_leave = sheet.leave_alone.trim() == from.leave_alone.trim();
    if from.holds_leave && !typed.holds_leave && is_same_leave {
        sheet.holds_leave = false;
    }
    // What is typed while it is held back stays held back.
    rest.holds_leave = typed.holds_leave && (!from.holds_leave || typed.leave_alone != from.leave_alone);
    sheet.leave_alone = three_texts(&from.leave_alone, &typed.leave_alone, &sheet.leave_alone);
    sheet.note = three_texts(&from.note, &typed.note, &sheet.note);
    add_typed_evidence(sheet, &mut rest, from, typed, agrees);
    add(sheet, &rest, agrees);
}

/// Changes the lines of evidence in the stored draft that were typed in since `from`, and adds to `rest` those that the
/// stored draft lacks. A draft only adds lines, so that a line has the same place in `from` and in `typed`; an emptied one
/// was removed.
fn add_typed_evidence(
    sheet: &mut PreparationDraft,
    rest: &mut PreparationDraft,
    from: &PreparationDraft,
    typed: &PreparationDraft,
    agrees: bool,
) {
    let mut taken = Vec::new();
    for (at, (words, source)) in (0_u16..).zip(&typed.evidence) {
        let is_held = typed.held_evidence.contains(&at);
        let began = from.evidence.get(usize::from(at)).map(|line| (line, from.held_evidence.contains(&at)));
        let stored = began.and_then(|((began, _), was_held)| {
            let is_it = |place: u16, line: &(String, Source)| {
                let is_alike = line.0.trim() == began.trim() && !taken.contains(&place);
                is_alike && (!agrees || sheet.held_evidence.contains(&place) == was_held)
            };
            (0..).zip(&sheet.evidence).find(|(place, line)| is_it(*place, line)).map(|(place, _)| place)
        });
        let is_typed = began.is_none_or(|((words_then, source_then), held_then)| {
            (words_then, *source_then, held_then) != (words, *source, is_held)
        });
        match (stored.and_then(|place| Some((place, sheet.evidence.get_mut(usize::from(place))?))), began) {
            (Some((place, line)), Some(((_, source_then), was_held))) => {
                taken.push(place);
                if is_typed {
                    line.0.clone_from(words);
                    if source != source_then {
                        line.1 = *source;
                    }
                    if was_held && !is_held {
                        sheet.held_evidence.retain(|held| *held != place);
                    }
                    hold(&mut sheet.held_evidence, usize::from(place), is_held);
                }
            }
            // An emptied line that another window changed has no words to add.
            _ if is_typed => {
                hold(&mut rest.held_evidence, rest.evidence.len(), is_held);
                rest.evidence.push((words.clone(), *source));
            }
            _ => {}
        }
    }
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

/// Returns a topic id that no topic of the list has.
pub(super) fn free_topic_id(topics: &[TopicDraft]) -> u16 {
    let last = topics.iter().fold(0, |last, topic| topic.id.max(last));
    last.saturating_add(1)
}
