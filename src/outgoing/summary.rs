//! The summary of a session that is over, as plain text, Markdown and a printed page, from one list of lines.
//!
//! The lines come from a [`Session`], a type without private notes: both parties may read them.

use super::note::{KINDS, NoteWords, append, of_kind};
use crate::domain::closing::{Asked, Reply};
use crate::domain::half::ManagerHalf;
use crate::domain::party::Party;
use crate::domain::session::Session;
use crate::domain::time::{LocalDateTime, Zone};
use crate::domain::topic::Topic;
use crate::text::message::Message;
use crate::text::{Env, Names, Words};
use crate::timer::reading::{Reading, Standing};

/// The kind of a line of the summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Title of the whole summary: the names of the two.
    Title,
    /// Title of a section of the summary.
    Heading,
    /// Entry of a list in the summary.
    Entry,
    /// Answer of a party about the topic in the entry above; on paper the answers of both stand side by side.
    Said,
    /// Line of the summary that belongs to no list.
    Plain,
}

/// One line of the summary of a session.
#[derive(Clone, Debug, PartialEq)]
pub struct SummaryLine {
    /// Kind of the line, such as a heading or an entry.
    pub mark: Mark,
    /// Words of the line, without marks of any form.
    pub words: Words,
}

/// The form in which a summary is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Plain text without any markup, as copied.
    Plain,
    /// Markdown (CommonMark 0.31), as saved in a file.
    Markdown,
}

/// Returns the lines of the summary of a session that is over: the names, the time, the seller's topics with
/// the answers of both, the items that took time, the notes and the next session. No lines if the manager's
/// half is deleted or absent. `when` is the time of the session in words; `next` is the time of the next
/// session, `None` if none is planned.
#[must_use]
pub fn lines(
    session: &Session,
    names: &NoteWords<'_>,
    reading: &Reading,
    when: &Words,
    next: Option<Words>,
) -> Vec<SummaryLine> {
    let Some(half) = session.manager_half() else { return Vec::new() };
    let env = names.env;
    let mut lines = Vec::new();
    let mut add = |mark: Mark, words: Words| lines.push(SummaryLine { mark, words });
    let coaching_type = env.wording(&half.plan.coaching_type.name);
    add(Mark::Title, env.two(names.seller, names.manager));
    add(Mark::Plain, env.say(&Message::SessionKicker { coaching_type: &coaching_type }));
    add(Mark::Plain, when.clone());
    let (topics, rest) = session.topics();
    if !topics.is_empty() {
        add(Mark::Heading, env.say(&Message::SummaryBrought { seller: names.seller }));
    }
    for topic in topics {
        let mut line = topic.words.to_string();
        if session.noted().is_some() {
            let manager = &names.party(Party::Manager);
            append(&mut line, &env.say(&Message::NotedBy { manager }));
        }
        if let Some(words) = worked_if(env, topic) {
            append(&mut line, &words);
        }
        add(Mark::Entry, line.into());
        for &by in &[Party::Seller, Party::Manager] {
            let reply = session.closing(by).reply(Asked::Worked(topic.id));
            if let Some(words) = reply.and_then(whether).filter(|_| session.both_answered()) {
                let (label, words) = (&names.party(by), &env.say(&words));
                add(Mark::Said, env.say(&Message::Labelled { label, words }));
            }
        }
    }
    // Topics without a slot in the agenda are listed as parked, unless a note holds them.
    for topic in rest {
        if half.notes.all.iter().all(|note| note.words != topic.words) {
            add(Mark::Entry, names.labelled(&env.say(&Message::TopicParked), &topic.words));
        }
    }
    add(Mark::Heading, env.say(&Message::SummaryWent));
    for item in reading.items.iter().filter(|item| item.standing != Standing::Skipped && item.spent.0 > 0) {
        if let Some(item) = half.plan.agenda.item(item.item) {
            let title = env.wording(&item.title);
            let topic = session.topic(item).map(|topic| names.labelled(&title, &topic.words));
            add(Mark::Entry, topic.unwrap_or(title));
        }
    }
    for (kind, heading) in &KINDS {
        let notes = of_kind(&half.notes.all, *kind);
        if !notes.is_empty() {
            add(Mark::Heading, env.say(heading));
        }
        for note in notes {
            add(Mark::Entry, names.line(note));
        }
    }
    if let Some(next) = next {
        add(Mark::Heading, env.say(&Message::NextHeading));
        add(Mark::Plain, next);
    }
    lines
}

/// Returns the words for the seller's measure of success of a topic; `None` if the seller named none.
#[must_use]
pub fn worked_if(env: &Env<'_>, topic: &Topic) -> Option<Words> {
    topic.worked_if.as_ref().map(|words| env.say(&Message::WorkedIf { words: words.as_str() }))
}

/// Returns the words of a reply about a topic's success; `None` for a reply to another question.
#[must_use]
pub fn whether(reply: Reply) -> Option<Message<'static>> {
    match reply {
        Reply::Yes => Some(Message::Yes),
        Reply::Partly => Some(Message::Partly),
        Reply::NotYet => Some(Message::AnswerNotYet),
        _ => None,
    }
}

/// Returns the day, beginning and end of a session in words, as clocks in `zone` show them. The year is left
/// out if it is that of `now`; with `None` for `now` it stays.
#[must_use]
pub fn when(
    env: &Env<'_>,
    half: &ManagerHalf,
    reading: &Reading,
    zone: &Zone,
    now: Option<LocalDateTime>,
) -> Words {
    let began = reading.started.unwrap_or(reading.expected_finish);
    let local = env.local(began, zone).unwrap_or(half.plan.schedule.local);
    let day = env.date(local, now, Names::Full);
    // A session that took place without the clock shows its booked time.
    let never_ran = half.prepared.handshake.is_none() && reading.ended == reading.started;
    let end = if never_ran { began.plus(half.plan.minutes.span()) } else { reading.expected_finish };
    let until = env.time_at(end, zone);
    env.say(&Message::OverWhen { date: &day, from: &env.time(local), to: &until })
}

/// Returns the lines of a summary as one text. The words of people stay within their line and, in Markdown,
/// act as no markup.
#[must_use]
pub fn write(lines: &[SummaryLine], form: Form) -> String {
    let mut text = String::new();
    for line in lines {
        if line.mark == Mark::Heading && !text.ends_with("\n\n") {
            text.push('\n');
        }
        text.push_str(match (line.mark, form) {
            (Mark::Title, Form::Markdown) => "# ",
            (Mark::Heading, Form::Markdown) => "## ",
            (Mark::Entry, _) => "- ",
            (Mark::Said, _) => "  - ",
            _ => "",
        });
        let begin = text.len();
        for mark in line.words.chars() {
            let is_first = text.len() == begin;
            let marks =
                matches!(mark, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&')
                    || is_first && matches!(mark, '-' | '+' | '=');
            if marks && form == Form::Markdown {
                text.push('\\');
            }
            text.push(if mark == '\n' { ' ' } else { mark });
        }
        // Adjacent lines would be one paragraph in Markdown.
        let is_listed = matches!(line.mark, Mark::Entry | Mark::Said);
        text.push_str(if is_listed || form == Form::Plain { "\n" } else { "\n\n" });
    }
    text
}
