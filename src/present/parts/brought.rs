//! Entries that several sheets show: the seller's shared preparation, and the words of the manager ahead of the session.

use super::line::Line;
use super::sheet::{Entry, Section, section};
use crate::domain::ahead::Ahead;
use crate::domain::half::SellerHalf;
use crate::outgoing::note::{append, known_as};
use crate::outgoing::summary::worked_if;
use crate::text::Env;
use crate::text::message::Message;

/// Returns the seller's shared preparation as lines: topics, evidence, and a subject to leave alone.
pub(crate) fn lines(env: &Env<'_>, half: &SellerHalf) -> Vec<Entry> {
    lines_of(env, half, usize::MAX)
}

/// Returns the seller's shared preparation as lines. Topics beyond the first `today` are marked as parked:
/// left for another session.
pub(crate) fn lines_of(env: &Env<'_>, half: &SellerHalf, today: usize) -> Vec<Entry> {
    let mut lines = Vec::new();
    for (at, topic) in half.topics.iter().enumerate() {
        let mut more = String::new();
        if at >= today {
            more.push_str(&env.say(&Message::TopicParked));
        }
        if let Some(words) = worked_if(env, topic) {
            append(&mut more, &words);
        }
        lines.push(Entry::Line(Line {
            words: topic.words.as_str().into(),
            remark: (!more.is_empty()).then(|| more.into()),
        }));
    }
    for evidence in &half.evidence {
        lines.push(Entry::Line(Line::remarked(
            evidence.words.as_str().into(),
            env.say(&known_as(evidence.source)),
        )));
    }
    if let Some(words) = &half.leave_alone {
        lines.push(Entry::Line(Line::plain(env.say(&Message::LeaveAlone { words: words.as_str() }))));
    }
    lines
}

/// Returns the sections with the words of the manager ahead of the session: what the seller can count on, and the fact
/// that the manager brings. Empty if the manager chose and wrote nothing.
pub(crate) fn ahead(env: &Env<'_>, ahead: &Ahead, manager: &str) -> Vec<Section> {
    let mut sections = Vec::new();
    let line = |line| Entry::Line(Line::plain(env.wording(line)));
    let lines: Vec<Entry> = ahead.count_on.iter().map(line).collect();
    if !lines.is_empty() {
        sections.push(section("can-count-on", env.say(&Message::CanCountOn), lines));
    }
    if let Some(fact) = &ahead.fact {
        let line = Line::remarked(fact.words.as_str().into(), env.say(&known_as(fact.source)));
        sections.push(section("fact", env.say(&Message::FactFrom { manager }), vec![Entry::Line(line)]));
    }
    sections
}
