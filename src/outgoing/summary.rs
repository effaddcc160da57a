//! The summary of a session that is over, as plain text, Markdown and a printed page, from one list of lines.
//!
//! The lines come from a [`Session`], a type without private notes: both parties may read them.

use super::note::{NoteWords, append, headed};
use crate::domain::agenda::Item;
use crate::domain::closing::Reply;
use crate::domain::half::{Course, ManagerHalf};
use crate::domain::party::Party;
use crate::domain::session::Session;
use crate::domain::time::LocalDateTime;
use crate::domain::topic::Topic;
use crate::domain::zone::Zone;
use crate::text::message::Message;
use crate::text::{Env, Names, Words};
use crate::timer::reading::{ItemReading, Reading, Standing};

/// The kind of a line of the summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Title of the whole summary: the names of the two.
    Title,
    /// Title of a section of the summary.
    Heading,
    /// Entry of a list in the summary.
    Entry,
    /// Line of the summary that belongs to no list.
    Plain,
    /// Last line of the summary: what the notes are for and what they are not for.
    Foot,
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

/// Returns the lines of the summary of a session that is over: the names and the time; the notes, next steps first, and the
/// next session; then the seller's topics, the items that took time, and what the notes are not for. The answers at the close
/// stay with the two, and so do the minutes of the items. No lines if the manager's half is deleted or absent. `when` is the
/// time of the session in words; `next` is the time of the next session, `None` if none is planned.
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
    add(Mark::Title, env.two(&names.seller, names.manager.as_deref()));
    add(Mark::Plain, env.say(&Message::SessionKicker { coaching_type: &coaching_type }));
    add(Mark::Plain, when.clone());
    for (heading, notes) in headed(&half.notes.all) {
        add(Mark::Heading, env.say(&heading));
        for note in notes {
            add(Mark::Entry, names.line(note));
        }
    }
    if let Some(next) = next {
        add(Mark::Heading, env.say(&Message::NextHeading));
        add(Mark::Plain, next);
    }
    let (topics, rest) = session.topics();
    if !topics.is_empty() {
        add(Mark::Heading, env.say(&Message::SummaryBrought { seller: &names.seller }));
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
    }
    // Topics without a slot in the agenda are listed as parked, unless a note holds them.
    for topic in rest {
        if half.notes.all.iter().all(|note| note.words != topic.words) {
            add(Mark::Entry, names.labelled(&env.say(&Message::TopicParked), &topic.words));
        }
    }
    // Without the minutes of the items, each one that the two came to counts.
    let is_outline = matches!(&half.course, Course::Begun { log, .. } if log.is_outline());
    let is_done = |item: &&ItemReading| match item.standing {
        Standing::Skipped => false,
        Standing::Done | Standing::Current if is_outline => true,
        _ => item.spent.0 > 0,
    };
    let done = reading.items.iter().filter(is_done);
    let done: Vec<&Item> = done.filter_map(|item| half.plan.agenda.item(item.item)).collect();
    if !done.is_empty() {
        add(Mark::Heading, env.say(&Message::SummaryWent));
    }
    for item in done {
        let title = env.wording(&item.title);
        // An item that is named after its topic says it once.
        let topic = session.topic(item).filter(|topic| *topic.words.as_str() != *title);
        let topic = topic.map(|topic| names.labelled(&title, &topic.words));
        add(Mark::Entry, topic.unwrap_or(title));
    }
    add(Mark::Foot, env.say(&Message::SummaryFoot));
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
    let (date, from) = (&day, &env.time(local));
    // Of a session that took place without the clock only the booked time is known.
    if half.is_unclocked() {
        let to = &env.time_at(began.plus(half.plan.minutes.span()), zone);
        return env.say(&Message::OverBooked { date, from, to });
    }
    let to = &env.time_at(reading.expected_finish, zone);
    env.say(&Message::OverWhen { date, from, to })
}

/// Returns the lines of a summary as one text. The words of people stay within their line and, in Markdown,
/// act as no markup.
#[must_use]
pub fn write(lines: &[SummaryLine], form: Form) -> String {
    let mut text = String::new();
    for line in lines {
        if matches!(line.mark, Mark::Heading | Mark::Foot) && !text.ends_with("\n\n") {
            text.push('\n');
        }
        text.push_str(match (line.mark, form) {
            (Mark::Title, Form::Markdown) => "# ",
            (Mark::Heading, Form::Markdown) => "## ",
            (Mark::Entry, _) => "- ",
            _ => "",
        });
        match form {
            Form::Plain => text.extend(line.words.chars().map(one_line)),
            Form::Markdown => escape(&mut text, &line.words),
        }
        // Adjacent lines would be one paragraph in Markdown.
        let is_listed = line.mark == Mark::Entry;
        text.push_str(if is_listed || form == Form::Plain { "\n" } else { "\n\n" });
    }
    text
}

/// Returns the character as it stands within a line.
fn one_line(mark: char) -> char {
    if mark == '\n' { ' ' } else { mark }
}

/// Appends words of people to Markdown, so that they act as no markup: neither as a list nor as emphasis. A link stays
/// a link (CommonMark 0.31, 6.5).
fn escape(text: &mut String, words: &str) {
    for (place, word) in words.split(' ').enumerate() {
        if place > 0 {
            text.push(' ');
        }
        let link = word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')']);
        let is_link = (link.starts_with("https://") || link.starts_with("http://"))
            && !link.contains(|mark: char| matches!(mark, '<' | '>' | '\\') || mark.is_control());
        if is_link {
            text.push_str(&format!("<{link}>"));
            escape_word(text, word.strip_prefix(link).unwrap_or_default(), false);
        } else {
            escape_word(text, word, place == 0);
        }
    }
}

/// Appends a word to Markdown. `is_first` is true for the first word of a line, which could begin a list there.
fn escape_word(text: &mut String, word: &str, is_first: bool) {
    let digits = word.chars().take_while(char::is_ascii_digit).count();
    for (place, mark) in word.chars().enumerate() {
        let marks = matches!(mark, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&');
        let bullet = place == 0 && matches!(mark, '-' | '+' | '=');
        let number = digits > 0 && place == digits && matches!(mark, '.' | ')');
        if marks || is_first && (bullet || number) {
            text.push('\\');
        }
        text.push(one_line(mark));
    }
}
