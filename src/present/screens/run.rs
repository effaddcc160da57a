//! A running session: the current item, its time, and the buttons of the clock.

use std::rc::Rc;

use crate::domain::agenda::{Item, Role};
use crate::domain::party::Party;
use crate::domain::time::{Instant, Minutes, Span};
use crate::domain::timing::{Baseline, Cause, Change, Log};
use crate::domain::topic::Topic;
use crate::outgoing::summary::worked_if;
use crate::present::parts::action::Action;
use crate::present::parts::clock_undo::undo;
use crate::present::parts::concurrent::concurrent;
use crate::present::parts::face::{FaceView, face};
use crate::present::parts::head::{HeadView, head};
use crate::present::parts::notes::{NotesView, notes};
use crate::present::parts::notice::Notice;
use crate::present::parts::place::PlaceView;
use crate::present::parts::question::{QuestionView, question};
use crate::present::parts::rail::{RailItem, rail};
use crate::present::parts::session_context::SessionContext;
use crate::program::event::Press;
use crate::program::update::clock::can_skip;
use crate::text::message::Message;
use crate::text::{Env, Words};
use crate::timer::boundary::NEARING;
use crate::timer::catch_up::CatchUp;
use crate::timer::reading::{Phase, Reading, reading};

/// A running session.
#[derive(Clone, Debug, PartialEq)]
pub struct RunView {
    /// The head of the session's screens.
    pub head: HeadView,
    /// The expected finish and its difference from the plan, or the time since which the session is paused.
    pub finish: (Words, Option<Words>),
    /// The place, if the plan names one.
    pub place: Option<PlaceView>,
    /// The agenda.
    pub rail: Vec<RailItem>,
    /// The accessible name of the agenda.
    pub rail_name: Words,
    /// The agenda in one line, for narrow screens.
    pub rail_line: Words,
    /// The number of the current item among all.
    pub number: Words,
    /// The name of the current item.
    pub title: Words,
    /// The purpose of the current item.
    pub purpose: Option<Words>,
    /// The topic of the current item in the seller's words, and its measure of success.
    pub topic: Option<(Words, Option<Words>)>,
    /// The accessible name of the agreed topics, and the topics that belong to other items.
    pub agreed: (Words, Vec<(Words, Option<Words>)>),
    /// The action that writes topics down, at the opening.
    pub agree: Option<Action>,
    /// The action that hides or shows contents for the manager alone.
    pub alone: Action,
    /// True on the last item, which exists to settle the notes.
    pub is_last: bool,
    /// The heading and the words of the manager's private note, if the manager alone sees the screen.
    pub note: Option<(Words, Words)>,
    /// The clock in words, for a screen reader. It changes at the start of an item, with more time, near the
    /// end, when the time is up, and after each five minutes of overrun.
    pub told: Words,
    /// The clock face.
    pub face: Rc<FaceView>,
    /// The notes.
    pub notes: NotesView,
    /// The coaching question of the current item.
    pub prompt: Option<QuestionView>,
    /// Questions that ask for an answer.
    pub asks: Vec<Notice>,
    /// The main button: the next item, or the end.
    pub next: Action,
    /// The action that returns to the item before.
    pub back: Action,
    /// The action that pauses or resumes.
    pub pause: Action,
    /// True if the session is paused. Then the main button is the one that resumes.
    pub is_paused: bool,
    /// The action that skips the current item, if it can be skipped.
    pub skip: Option<Action>,
    /// The label of the group of buttons that give more time.
    pub more: Words,
    /// The actions that give the item more time.
    pub extend: Vec<Action>,
    /// The actions that take back the last step, and that end the session before the last item.
    pub others: Vec<Action>,
}

/// The interval in minutes at which an overrun is announced.
const TOLD_EVERY: i64 = 5;

/// Returns the clock in words. A pause changes nothing, so that nothing is announced again on resuming.
fn told(env: &Env<'_>, item: Option<&Item>, reading: &Reading) -> Option<Words> {
    let (title, current) = (env.wording(&item?.title), reading.current()?);
    let over = steps_over(current.overrun());
    let told = match current.remaining() {
        left if left > NEARING => Message::ToldStarts { title: &title, minutes: current.allotted() },
        left if left > Span::ZERO => Message::ToldNears { title: &title },
        _ if over == 0 => Message::ToldUp { title: &title },
        _ => Message::ToldOver { title: &title, minutes: over.saturating_mul(TOLD_EVERY) },
    };
    Some(env.say(&told))
}

/// Returns true if the clock has something new to announce. An item that is over despite its extra time was
/// announced before, until five more minutes of overrun have passed.
fn is_told(baseline: &Baseline, log: &Log, reading: &Reading) -> bool {
    let Some(on) = reading.current() else { return true };
    let last =
        log.0.iter().rposition(|entry| matches!(entry.change, Change::Extended(of, _) if of == on.item));
    let Some(so_far) = last.and_then(|last| log.0.get(..=last)) else { return true };
    let at = so_far.last().map_or(Instant(0), |entry| entry.at);
    let then = self::reading(baseline, &Log(so_far.to_vec()), at);
    let was = then.current().map(|on| on.overrun()).unwrap_or_default();
    was == Span::ZERO || steps_over(was) != steps_over(on.overrun())
}

/// Returns the number of whole intervals of [`TOLD_EVERY`] minutes in the overrun.
fn steps_over(over: Span) -> i64 {
    over.0.checked_div(TOLD_EVERY.saturating_mul(60_000)).unwrap_or_default()
}

/// A running session.
pub(crate) fn run(
    context: &SessionContext<'_>,
    baseline: &Baseline,
    log: &Log,
    reading: &Reading,
) -> RunView {
    let env = context.env;
    let of = reading.items.len();
    let number = reading.current_index().map_or(0, |at| at + 1);
    let item = reading.current().and_then(|item| context.half.plan.agenda.item(item.item));
    let title = |item: &Item| env.wording(&item.title);
    let next_title = reading.next().and_then(|next| context.half.plan.agenda.item(next.item)).map(title);
    let next = match &next_title {
        Some(title) => Action::new(env, &Message::Next { title }, Press::WentOn),
        None => Action::new(env, &Message::Finish, Press::Ended),
    };
    let mut others = Vec::new();
    if let Some(undo) = undo(env, log) {
        others.push(undo);
    }
    if next_title.is_some() {
        others.push(Action::new(env, &Message::EndEarly, Press::Ended));
    }
    let is_paused = reading.phase == Phase::Paused;
    let mut asks = concurrent(context);
    if let Some(asked) = unseen(context) {
        asks.push(asked);
    }
    let mut extend = Vec::new();
    for &minutes in &[Minutes(1), Minutes(2), Minutes(5)] {
        extend.push(Action::named(
            env,
            &Message::ExtendBy { minutes },
            &Message::ExtendByLong { minutes },
            Press::Extended(minutes),
        ));
    }
    RunView {
        head: head(context),
        finish: finish(context, log, reading),
        place: context.place(),
        rail: rail(context, Some(reading)),
        rail_name: env.say(&Message::AgendaHeading),
        rail_line: env.say(&Message::RailLine { number, of, next: next_title.as_deref() }),
        number: env.say(&Message::ItemNumber { number, of }),
        title: item.map(title).unwrap_or_default(),
        purpose: item.and_then(|item| item.purpose).map(|purpose| context.phrase(purpose)),
        topic: item.and_then(|item| topic(context, item)),
        agreed: (env.say(&Message::Agreed), agreed(context, item)),
        agree: item
            .filter(|item| item.role == Role::Open)
            .map(|_| Action::new(env, &Message::AgreedWrite, Press::PrepareAsked(context.id, Party::Seller))),
        alone: alone(context),
        is_last: next_title.is_none(),
        note: note(context),
        told: if is_told(baseline, log, reading) { told(env, item, reading) } else { None }
            .unwrap_or_default(),
        face: face(env, baseline, log),
        notes: notes(context, item, next_title.is_none()),
        prompt: item.and_then(|item| question(context, item)),
        asks,
        others,
        next,
        back: Action::new(env, &Message::Back, Press::WentBack).only_if(reading.previous().is_some()),
        pause: if is_paused {
            Action::new(env, &Message::Resume, Press::Resumed)
        } else {
            Action::new(env, &Message::Pause, Press::Paused)
        },
        is_paused,
        skip: can_skip(context.half, reading).then(|| Action::new(env, &Message::Skip, Press::Skipped)),
        more: env.say(&Message::More),
        extend,
    }
}

fn topic(context: &SessionContext<'_>, item: &Item) -> Option<(Words, Option<Words>)> {
    context.session.topic(item).map(|topic| pinned(context, topic))
}

fn pinned(context: &SessionContext<'_>, topic: &Topic) -> (Words, Option<Words>) {
    (topic.words.as_str().into(), worked_if(context.env, topic))
}

/// Returns today's topics, except that of `item`, and the matters to leave alone.
fn agreed(context: &SessionContext<'_>, item: Option<&Item>) -> Vec<(Words, Option<Words>)> {
    let own = item.and_then(|item| context.session.topic(item));
    let mut lines = Vec::new();
    for topic in context.session.topics().0.iter().filter(|topic| Some(*topic) != own) {
        lines.push(pinned(context, topic));
    }
    if let Some(words) = context.session.seller_half().and_then(|half| half.leave_alone.as_ref()) {
        lines.push((context.env.say(&Message::LeaveAlone { words: words.as_str() }), None));
    }
    lines
}

fn alone(context: &SessionContext<'_>) -> Action {
    let alone = context.half.prepared.alone;
    let label = if alone { Message::AloneHide } else { Message::AloneShow };
    Action::new(context.env, &label, Press::AloneSaid(context.id, !alone))
}

fn note(context: &SessionContext<'_>) -> Option<(Words, Words)> {
    let private = context.model.private(context.id, Party::Manager);
    let note = private.note.filter(|_| context.half.prepared.alone)?;
    Some((context.env.say(&Message::NoteHeading), note.as_str().into()))
}

fn finish(context: &SessionContext<'_>, log: &Log, reading: &Reading) -> (Words, Option<Words>) {
    let (env, zone) = (context.env, &context.model.zone);
    if let (Phase::Paused, Some(entry)) = (reading.phase, log.last()) {
        let paused = log.0.iter().rfind(|entry| entry.change == Change::Paused).unwrap_or(entry);
        return (env.say(&Message::PausedSince { time: &env.time_at(paused.at, zone) }), None);
    }
    let minutes = reading.behind.rounded_minutes();
    let compared = match minutes {
        0 => Message::FinishOnTime,
        1.. => Message::FinishBehind { minutes },
        _ => Message::FinishAhead { minutes: minutes.saturating_neg() },
    };
    let about = env.time_at(reading.expected_finish, zone);
    (env.say(&Message::FinishAbout { time: &about }), Some(env.say(&compared)))
}

fn unseen(context: &SessionContext<'_>) -> Option<Notice> {
    let env = context.env;
    let question = context.model.question.as_ref().filter(|question| question.session == context.id)?;
    let CatchUp::Unseen { gap, .. } = question.about else { return None };
    Some(Notice {
        text: env.say(&Message::Unseen { minutes: gap.rounded_minutes() }),
        actions: vec![
            Action::new(env, &Message::UnseenStayed, Press::StayedAnswered),
            Action::new(env, &Message::UnseenAway, Press::GapAnswered(Cause::Away)),
            Action::new(env, &Message::UnseenClock, Press::GapAnswered(Cause::ClockChanged)),
        ],
    })
}
