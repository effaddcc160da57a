//! Entries that several sheets show: the seller's shared preparation, and what the seller can count on, about the
//! tone.

use super::line::Line;
use super::sheet::{Entry, Section, section};
use crate::domain::evidence::Source;
use crate::domain::half::SellerHalf;
use crate::domain::phrase::Phrase;
use crate::outgoing::note::append;
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

/// Returns the section with what the seller can count on, about the tone, which the seller reads before writing
/// anything.
pub(crate) fn can_count_on(env: &Env<'_>, manager: &str) -> Section {
    let tone = [Phrase::CheckAsk, Phrase::CheckNoForecast, Phrase::CheckForWork];
    let mut lines = Vec::new();
    for line in tone {
        lines.push(Entry::Line(Line::plain(env.phrase(line))));
    }
    section("can-count-on", env.say(&Message::CanCountOn { manager }), lines)
}

/// Returns the word for the source of a line of evidence: seen, told or guessed.
pub(crate) fn known_as(source: Source) -> Message<'static> {
    match source {
        Source::Seen => Message::Seen,
        Source::Told => Message::Told,
        Source::Guessed => Message::Guessed,
    }
}
