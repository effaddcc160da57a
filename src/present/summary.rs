//! The summary of a session that is over, as plain text, as Markdown and as paper, all from one list
//! of lines.
//!
//! The lines are made of a [`Session`], and no private note is in that type: what is here can go to
//! both.

use super::close::{booked, whether};
use super::note::{KINDS, NoteButton, Two, append, labelled, more, of_kind, party, place_words, said};
use super::prepare::worked_if;
use super::{Action, Known, over};
use crate::domain::closing::Asked;
use crate::domain::note::{Detail, Note, Place};
use crate::domain::session::{Party, Session};
use crate::domain::time::Instant;
use crate::program::event::Press;
use crate::program::model::{Model, Summary};
use crate::text::message::{Message, OfLink};
use crate::text::{Env, Words};
use crate::timer::reading::{Reading, Standing};

/// The summary, and what can be done with it.
#[derive(Clone, Debug, PartialEq)]
pub struct SummaryView {
    /// The heading.
    pub heading: Words,
    /// What it holds and what it does not.
    pub lead: Words,
    /// Shows it on the screen.
    pub read: NoteButton,
    /// Copies it, and saves it as a file.
    pub actions: Vec<Action>,
    /// What became of copying.
    pub told: Option<Words>,
    /// The summary to be copied by hand, where the browser refused.
    pub text: Option<Words>,
    /// The summary.
    pub lines: Vec<SummaryLine>,
}

/// What a line of the summary is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// What the whole is.
    Title,
    /// What comes below it.
    Heading,
    /// One of several.
    Entry,
    /// What one of the two said of the entry above; of both it stands side by side on paper.
    Said,
    /// A line of its own.
    Plain,
}

/// A line of the summary.
#[derive(Clone, Debug, PartialEq)]
pub struct SummaryLine {
    /// What it is.
    pub mark: Mark,
    /// What it says.
    pub words: Words,
}

/// How a summary is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As it is read.
    Plain,
    /// With the marks of Markdown (CommonMark 0.31).
    Markdown,
}

/// Sends it to the other party.
pub(super) fn send(known: &Known<'_>) -> Action {
    let name = &known.name(known.side.other());
    Action::new(known.env, &Message::Link(OfLink::SendTo { name }), Press::ShareOpened(known.id))
}

/// The summary of that session, on a screen that sends it otherwise or not.
pub(super) fn summary(known: &Known<'_>, reading: &Reading, when: &Words, is_sent: bool) -> SummaryView {
    let env = known.env;
    let state = known.model.summary;
    let lines = lines(known, reading, when);
    let told = match state {
        Summary::Copied => Some(Message::SummaryCopied),
        Summary::Refused => Some(Message::SummaryRefused),
        Summary::Closed | Summary::Open => None,
    };
    let mut actions = if is_sent { Vec::new() } else { vec![send(known)] };
    actions.push(Action::new(env, &Message::SummaryCopy, Press::SummaryCopied));
    actions.push(Action::new(env, &Message::SummarySave, Press::SummarySaved));
    let read = Action::new(env, &Message::SummaryRead, Press::SummaryRead);
    SummaryView {
        heading: env.say(&Message::SummaryHeading),
        lead: env.say(&Message::SummaryLead),
        read: NoteButton { action: read, is_on: Some(state == Summary::Open), id: None, key: None },
        actions,
        told: told.map(|told| env.say(&told)),
        text: (state == Summary::Refused).then(|| written(&lines, Form::Plain).into()),
        lines,
    }
}

/// The summary of the session that lies open, to be copied or saved; `None` unless it is over.
#[must_use]
pub fn text(model: &Model, now: Instant, env: &Env<'_>, form: Form) -> Option<String> {
    let known = Known::of(model, model.open_session()?, now, env)?;
    over::ended(&known, now).map(|reading| {
        let when = over::when(&known, &reading);
        written(&lines(&known, &reading, &when), form)
    })
}

fn lines(known: &Known<'_>, reading: &Reading, when: &Words) -> Vec<SummaryLine> {
    let mut lines = of_session(known.session, &known.names(), reading, when);
    if let Some((_, when)) = booked(known) {
        lines.push(SummaryLine { mark: Mark::Heading, words: known.env.say(&Message::NextHeading) });
        lines.push(SummaryLine { mark: Mark::Plain, words: when });
    }
    lines
}

/// What the session alone has to say.
fn of_session(session: &Session, names: &Two<'_>, reading: &Reading, when: &Words) -> Vec<SummaryLine> {
    let Some(half) = session.manager_half() else { return Vec::new() };
    let env = names.env;
    let mut lines = Vec::new();
    let mut add = |mark: Mark, words: Words| lines.push(SummaryLine { mark, words });
    let coaching_type = env.wording(&half.plan.coaching_type.name);
    add(Mark::Title, env.say(&Message::SessionTitle { seller: names.seller, manager: names.manager }));
    add(Mark::Plain, env.say(&Message::SessionKicker { coaching_type: &coaching_type }));
    add(Mark::Plain, when.clone());
    let (topics, rest) = session.topics();
    if !topics.is_empty() {
        add(Mark::Heading, env.say(&Message::SummaryBrought { seller: names.seller }));
    }
    for topic in topics {
        let mut line = topic.words.to_string();
        if let Some(words) = worked_if(env, topic) {
            append(&mut line, &words);
        }
        add(Mark::Entry, line.into());
        for &by in &[Party::Seller, Party::Manager] {
            let reply = session.closing(by).reply(Asked::Worked(topic.id));
            if let Some(words) = reply.and_then(whether).filter(|_| session.both_answered()) {
                let (label, words) = (&party(names, by), &env.say(&words));
                add(Mark::Said, env.say(&Message::Labelled { label, words }));
            }
        }
    }
    // What there was no time for stands among what was parked, unless it came in later.
    for topic in rest {
        if half.notes.all.iter().all(|note| note.words != topic.words) {
            add(Mark::Entry, labelled(names, &env.say(&Message::TopicParked), &topic.words));
        }
    }
    add(Mark::Heading, env.say(&Message::SummaryWent));
    for item in reading.items.iter().filter(|item| item.standing != Standing::Skipped && item.spent.0 > 0) {
        if let Some(item) = half.plan.agenda.item(item.item) {
            let title = env.wording(&item.title);
            let topic = session.topic(item).map(|topic| labelled(names, &title, &topic.words));
            add(Mark::Entry, topic.unwrap_or(title));
        }
    }
    for (kind, heading) in &KINDS {
        let notes = of_kind(&half.notes.all, *kind);
        if !notes.is_empty() {
            add(Mark::Heading, env.say(heading));
        }
        for note in notes {
            add(Mark::Entry, entry(names, note));
        }
    }
    lines
}

/// A note in one line.
pub(super) fn entry(names: &Two<'_>, note: &Note) -> Words {
    match &note.detail {
        Detail::Parked { place: Some(place), .. } => {
            let place = match place {
                Place::Dropped => Message::Dropped,
                place => place_words(*place),
            };
            let place = &names.env.say(&place);
            names.env.say(&Message::SummaryPlaced { words: &said(names, note), place })
        }
        _ => more(names, note, &said(names, note)).unwrap_or_default(),
    }
}

/// The lines as one text. What people wrote stays within its line, and marks nothing.
fn written(lines: &[SummaryLine], form: Form) -> String {
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
        // Two lines that follow each other are one paragraph in Markdown.
        let is_listed = matches!(line.mark, Mark::Entry | Mark::Said);
        text.push_str(if is_listed || form == Form::Plain { "\n" } else { "\n\n" });
    }
    text
}
