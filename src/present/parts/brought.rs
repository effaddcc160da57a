//! Entries that several sheets show: the seller's shared preparation, and the words of the manager ahead of the session.

use super::line::Line;
use super::session_context::SessionContext;
use super::sheet::{Entry, Section, section};
use crate::domain::ahead::Ahead;
use crate::domain::evidence::Evidence;
use crate::domain::half::SellerHalf;
use crate::domain::party::Party;
use crate::domain::private::Held;
use crate::domain::text::Text;
use crate::domain::topic::Topic;
use crate::outgoing::note::{append, known_as};
use crate::outgoing::summary::worked_if;
use crate::text::Env;
use crate::text::message::Message;

/// Returns the seller's shared preparation as entries: topics, evidence, and a subject to leave alone.
pub(crate) fn lines(env: &Env<'_>, half: &SellerHalf) -> Vec<Entry> {
    lines_of(env, half, usize::MAX).into_iter().map(Entry::Line).collect()
}

/// Returns the seller's shared preparation as lines. Topics beyond the first `today` are marked as parked:
/// left for another session.
pub(crate) fn lines_of(env: &Env<'_>, half: &SellerHalf, today: usize) -> Vec<Line> {
    let mut lines = written_lines(env, &half.topics, &half.evidence, half.leave_alone.as_ref());
    for (line, _) in lines.iter_mut().zip(&half.topics).skip(today) {
        let mut more = env.say(&Message::TopicParked).to_string();
        line.remark.iter().for_each(|remark| append(&mut more, remark));
        line.remark = Some(more.into());
    }
    lines
}

/// Returns the topics, the evidence and the subject to leave alone that a party holds back, as lines.
pub(crate) fn held_lines(env: &Env<'_>, held: &Held) -> Vec<Line> {
    written_lines(env, &held.topics, &held.evidence, held.leave_alone.as_ref())
}

fn written_lines(
    env: &Env<'_>,
    topics: &[Topic],
    evidence: &[Evidence],
    leave_alone: Option<&Text>,
) -> Vec<Line> {
    let topics =
        topics.iter().map(|topic| Line { words: topic.words.as_str().into(), remark: worked_if(env, topic) });
    let evidence = evidence
        .iter()
        .map(|line| Line::remarked(line.words.as_str().into(), env.say(&known_as(line.source))));
    let leave_alone =
        leave_alone.map(|words| Line::plain(env.say(&Message::LeaveAlone { words: words.as_str() })));
    topics.chain(evidence).chain(leave_alone).collect()
}

/// Returns what the seller brings, as lines: the shared preparation, and the topic that the manager noted.
pub(crate) fn brought(context: &SessionContext<'_>) -> Vec<Line> {
    let env = context.env;
    let today = context.session.topics().0.len();
    let mut lines = context.session.seller_half().map(|half| lines_of(env, half, today)).unwrap_or_default();
    if let Some(topic) = context.session.noted() {
        let noted = env.say(&Message::NotedBy { manager: &context.name(Party::Manager) });
        lines.push(Line::remarked(topic.words.as_str().into(), noted));
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
