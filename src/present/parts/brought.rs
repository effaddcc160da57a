//! Entries that several sheets show: the seller's shared preparation, and the words of the manager ahead of the session.

use super::action::Action;
use super::line::Line;
use super::session_context::SessionContext;
use super::sheet::{Entry, Section, section};
use crate::domain::ahead::Ahead;
use crate::domain::evidence::Evidence;
use crate::domain::half::SellerHalf;
use crate::domain::party::Party;
use crate::domain::private::Held;
use crate::domain::text::Text;
use crate::domain::topic::{TOPICS_AT_ONCE, Topic};
use crate::outgoing::note::{append, source_remark};
use crate::outgoing::summary::worked_if;
use crate::program::event::Press;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// Returns the seller's shared preparation as entries: topics, evidence, and a subject to leave alone.
pub(crate) fn lines(env: &Env<'_>, half: &SellerHalf) -> Vec<Entry> {
    lines_of(env, half).into_iter().map(Entry::Line).collect()
}

/// Returns the seller's shared preparation as lines. Topics after the first two are marked as saved for the next session.
pub(crate) fn lines_of(env: &Env<'_>, half: &SellerHalf) -> Vec<Line> {
    let mut lines = written_lines(env, &half.topics, &half.evidence, half.leave_alone.as_ref());
    for (line, _) in lines.iter_mut().zip(&half.topics).skip(TOPICS_AT_ONCE) {
        let mut more = env.say(&Message::TopicParked).to_string();
        line.remark.iter().for_each(|remark| append(&mut more, remark));
        line.remark = Some(more.into());
    }
    lines
}

/// Returns the seller's shared preparation to read: what the seller wants to walk away with stands in a line of its own
/// below its topic.
pub(crate) fn read(env: &Env<'_>, half: &SellerHalf) -> Vec<Words> {
    let count = half.topics.len();
    let mut lines = lines_of(env, half);
    let rest = lines.split_off(count.min(lines.len()));
    let topics = lines.into_iter().flat_map(|Line { words, remark }| [Some(words), remark]).flatten();
    topics.chain(rest.into_iter().map(Line::said)).collect()
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
        .map(|line| Line::remarked(line.words.as_str().into(), env.say(&source_remark(line.source))));
    let leave_alone =
        leave_alone.map(|words| Line::plain(env.say(&Message::LeaveAlone { words: words.as_str() })));
    topics.chain(evidence).chain(leave_alone).collect()
}

/// Returns what the seller brings, as lines: the shared preparation, and the topic that the manager noted. Once the session
/// has begun, a noted topic that the seller's own ones replaced is among them, and the time that the seller wished for.
pub(crate) fn brought(context: &SessionContext<'_>) -> Vec<Line> {
    let env = context.env;
    let has_begun = !context.half.is_planned();
    let seller = context.session.seller_half();
    let mut lines = seller.map(|half| lines_of(env, half)).unwrap_or_default();
    if let Some(wish) = seller.and_then(|half| half.wish.as_ref()).filter(|_| has_begun) {
        let said = Message::WishSaid { seller: &context.name(Party::Seller), wish: wish.as_str() };
        lines.push(Line::plain(env.say(&said)));
    }
    let noted = if has_begun { context.half.ahead.noted.as_ref() } else { context.session.noted() };
    if let Some(topic) = noted {
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
        let line = Line::remarked(fact.words.as_str().into(), env.say(&source_remark(fact.source)));
        sections.push(section("fact", env.say(&Message::FactFrom { manager }), vec![Entry::Line(line)]));
    }
    sections
}

/// Returns a line with a button for each topic that the seller saved for this session, by its place among all saved
/// ones, under a heading; nothing without any.
pub(crate) fn saved<'a>(env: &Env<'_>, topics: impl Iterator<Item = (u8, &'a Text)>) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (at, topic) in topics {
        let words = topic.as_str();
        let name = Message::Labelled { label: &env.say(&Message::SavedBring), words };
        entries.push(Entry::Line(Line::plain(words.into())));
        let bring = Action::named(env, &Message::SavedBring, &name, Press::SavedBrought(at));
        entries.push(Entry::Actions(vec![bring]));
    }
    if !entries.is_empty() {
        entries.insert(0, Entry::Heading(env.say(&Message::SavedHeading)));
    }
    entries
}
