//! A running session for a screen that both see, such as one that is shared in a call: large, and nothing else.
//!
//! Made of `Parts`, none of which can hold what is for one person alone, nor tell that there is any.

use std::rc::Rc;

use crate::domain::agenda::{ItemId, Role};
use crate::domain::note::Note;
use crate::domain::timing::{Baseline, Log};
use crate::outgoing::note::{NoteWords, headed};
use crate::present::parts::action::Action;
use crate::present::parts::clock_told::announce;
use crate::present::parts::face::{FaceView, face};
use crate::present::parts::head::head;
use crate::present::parts::line::Line;
use crate::present::parts::missed_time::missed_time;
use crate::present::parts::notice::Notice;
use crate::present::parts::question::{Prompt, question};
use crate::present::parts::rail::{RailItem, rail};
use crate::present::parts::session_context::SessionContext;
use crate::present::parts::signals::{Numbers, numbers};
use crate::present::parts::topic_line::topic_line;
use crate::program::event::{Press, RunningPress};
use crate::text::message::Message;
use crate::text::{Env, Words};
use crate::timer::reading::{Phase, Reading};

/// A running or paused session for a screen that both see.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedView {
    /// Short line above the heading: the name of the product and the coaching type.
    pub kicker: Words,
    /// Heading: the names of the two people.
    pub title: Words,
    /// Name of the agenda, for a screen reader.
    pub rail_name: Words,
    /// Items of the agenda in order, with their progress.
    pub rail: Vec<RailItem>,
    /// Name of the current item.
    pub item: Words,
    /// Sentence about the clock for a screen reader, as on the screen of the session.
    pub announcement: Words,
    /// Clock face with the time of the current item.
    pub face: Rc<FaceView>,
    /// Topics that both agreed on, below their heading; `None` if there are none.
    pub agreed: Option<(Words, Vec<Line>)>,
    /// Coaching question for the current item, below its label; `None` if none is left to ask.
    pub question: Option<(Words, Words)>,
    /// Notes of the session for both, each kind below its heading.
    pub notes: Vec<(Words, Vec<Line>)>,
    /// Question how to count time that the page missed; `None` if there is nothing to ask.
    pub ask: Option<Notice>,
    /// Main button: goes on to the next item; `None` on the last one.
    pub next: Option<Action>,
    /// Name of the next item, which stands in the main button; `None` on the last item.
    pub next_title: Option<Words>,
    /// Button that returns to the item before; off on the first item.
    pub back: Action,
    /// Button that pauses the session, or resumes it while paused.
    pub pause: Action,
    /// Button that leads back to the screen of the session.
    pub leave: Action,
    /// True if the keys of one letter work.
    pub has_keys: bool,
}

/// The parts of a session that both may see.
struct Parts<'a> {
    kicker: Words,
    title: Words,
    rail: Vec<RailItem>,
    item: Words,
    next: Option<Words>,
    announcement: Words,
    baseline: &'a Baseline,
    log: &'a Log,
    reading: &'a Reading,
    numbers: Numbers,
    /// The last item, the close; `None` in an agenda without it.
    close: Option<ItemId>,
    agreed: Vec<Line>,
    question: Option<Words>,
    /// Notes that both read. Notes for the manager alone have a record of their own.
    notes: &'a [Note],
    ask: Option<Notice>,
    has_keys: bool,
}

/// Returns the view of a running session for a screen that both see.
pub(crate) fn shared(
    context: &SessionContext<'_>,
    baseline: &Baseline,
    log: &Log,
    reading: &Reading,
) -> SharedView {
    let (env, agenda) = (context.env, &context.half.plan.agenda);
    let item = reading.current().and_then(|item| agenda.item(item.item));
    let next = reading.next().and_then(|next| agenda.item(next.item));
    let numbers = numbers(context.model);
    let head = head(context);
    let mut rail = rail(context, Some(reading));
    if numbers == Numbers::Hidden {
        for item in &mut rail {
            item.minutes = Words::default();
            item.times = None;
        }
    }
    let question = item.and_then(|item| question(context, item)).and_then(|view| match view.prompt {
        Prompt::Open { question, .. } => Some(question),
        Prompt::AllAsked(_) => None,
    });
    let parts = Parts {
        kicker: head.kicker,
        title: head.title,
        rail,
        item: item.map(|item| env.wording(&item.title)).unwrap_or_default(),
        next: next.map(|item| env.wording(&item.title)),
        announcement: announce(env, numbers, item, reading).unwrap_or_default(),
        baseline,
        log,
        reading,
        numbers,
        close: agenda.items().iter().find(|item| item.role == Role::Close).map(|item| item.id),
        agreed: context.session.topics().0.iter().map(|topic| topic_line(context, topic)).collect(),
        question,
        notes: &context.half.notes.all,
        ask: missed_time(context),
        has_keys: !context.model.settings().keys_are_off,
    };
    view(env, &context.note_words(), parts)
}

fn view(env: &Env<'_>, words: &NoteWords<'_>, parts: Parts<'_>) -> SharedView {
    let line = |note: &&Note| Line { words: words.said(note), remark: words.more(note, "") };
    let notes = headed(parts.notes).into_iter();
    let notes = notes.map(|(heading, notes)| (env.say(&heading), notes.iter().map(line).collect()));
    let pause = match parts.reading.phase {
        Phase::Paused => Action::new(env, &Message::Resume, Press::Resumed),
        _ => Action::new(env, &Message::Pause, Press::Paused),
    };
    let to_next =
        |title: &Words| Action::named(env, &Message::NextShort, &Message::Next { title }, Press::WentOn);
    SharedView {
        kicker: parts.kicker,
        title: parts.title,
        rail_name: env.say(&Message::AgendaHeading),
        rail: parts.rail,
        item: parts.item,
        announcement: parts.announcement,
        face: face(env, parts.numbers, (parts.baseline, parts.log), parts.close),
        agreed: (!parts.agreed.is_empty()).then(|| (env.say(&Message::Agreed), parts.agreed)),
        question: parts.question.map(|question| (env.say(&Message::AskName), question)),
        notes: notes.collect(),
        ask: parts.ask,
        next: parts.next.as_ref().map(to_next),
        next_title: parts.next,
        back: Action::new(env, &Message::Back, Press::WentBack).only_if(parts.reading.previous().is_some()),
        pause,
        leave: Action::new(env, &Message::BackToSession, Press::Running(RunningPress::SharedToggled)),
        has_keys: parts.has_keys,
    }
}
