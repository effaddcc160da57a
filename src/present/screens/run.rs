//! A session that is on: one item at a time, its time, and the way on.

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
use crate::present::parts::known::Known;
use crate::present::parts::notes::{NotesView, notes};
use crate::present::parts::notice::Notice;
use crate::present::parts::place::PlaceView;
use crate::present::parts::question::{QuestionView, question};
use crate::present::parts::rail::{RailItem, rail};
use crate::program::can_skip;
use crate::program::event::Press;
use crate::text::message::Message;
use crate::text::{Env, Words};
use crate::timer::boundary::NEARING;
use crate::timer::catch_up::CatchUp;
use crate::timer::reading::{Phase, Reading, reading};

/// A session that is on.
#[derive(Clone, Debug, PartialEq)]
pub struct RunView {
    /// Who and what.
    pub head: HeadView,
    /// When it will be over, and how that compares to the plan; or since when it is paused.
    pub finish: (Words, Option<Words>),
    /// Where the two are.
    pub place: Option<PlaceView>,
    /// The agenda.
    pub rail: Vec<RailItem>,
    /// The name of the agenda.
    pub rail_name: Words,
    /// The agenda in one line, for narrow screens.
    pub rail_line: Words,
    /// Which item of how many.
    pub number: Words,
    /// The item's name.
    pub title: Words,
    /// What the item is for.
    pub purpose: Option<Words>,
    /// What the seller brings to this item, in the seller's words, and how it will have worked.
    pub topic: Option<(Words, Option<Words>)>,
    /// What the two agreed on for today and the item does not pin by itself, and what that is called.
    pub agreed: (Words, Vec<(Words, Option<Words>)>),
    /// Writes that down, at the opening.
    pub agree: Option<Action>,
    /// Hides what is for the manager alone, or shows it.
    pub alone: Action,
    /// Whether it is the last item, of which what was written down is what it is for.
    pub is_last: bool,
    /// The manager's private note and what it is called, where the manager alone sees the screen.
    pub note: Option<(Words, Words)>,
    /// What the clock says to whoever does not see it, at the start of an item, when it gets more
    /// time, near its end, when it is up, and at each five minutes of overrun: it changes then and at no other time.
    pub told: Words,
    /// The clock face.
    pub face: Rc<FaceView>,
    /// What is written down.
    pub notes: NotesView,
    /// A question to ask.
    pub prompt: Option<QuestionView>,
    /// What asks for an answer.
    pub asks: Vec<Notice>,
    /// The way on.
    pub next: Action,
    /// Back.
    pub back: Action,
    /// Pause, or resume.
    pub pause: Action,
    /// Whether it is paused: then the way on is to resume.
    pub is_paused: bool,
    /// Leaves the item out, where that is possible.
    pub skip: Option<Action>,
    /// The words above the buttons that give more time.
    pub more: Words,
    /// Gives the item more time.
    pub extend: Vec<Action>,
    /// Takes back what was last done, and ends the session here, where `next` does not.
    pub others: Vec<Action>,
}

/// How often an overrun is told of, in minutes.
const TOLD_EVERY: i64 = 5;

/// What the clock says in words: the same while it is paused as before, so that nothing is said again
/// when it goes on.
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

/// Whether the clock has something to say. Of an item that was over and still is with the time that it
/// got, all was said; until it is over by five minutes more.
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

/// How often [`TOLD_EVERY`] minutes went by since the time was up.
fn steps_over(over: Span) -> i64 {
    over.0.checked_div(TOLD_EVERY.saturating_mul(60_000)).unwrap_or_default()
}

/// A session that is on.
pub(crate) fn run(known: &Known<'_>, baseline: &Baseline, log: &Log, reading: &Reading) -> RunView {
    let env = known.env;
    let of = reading.items.len();
    let number = reading.current_index().map_or(0, |at| at + 1);
    let item = reading.current().and_then(|item| known.half.plan.agenda.item(item.item));
    let title = |item: &Item| env.wording(&item.title);
    let next_title = reading.next().and_then(|next| known.half.plan.agenda.item(next.item)).map(title);
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
    let mut asks = concurrent(known);
    if let Some(asked) = unseen(known) {
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
        head: head(known),
        finish: finish(known, log, reading),
        place: known.place(),
        rail: rail(known, Some(reading)),
        rail_name: env.say(&Message::AgendaHeading),
        rail_line: env.say(&Message::RailLine { number, of, next: next_title.as_deref() }),
        number: env.say(&Message::ItemNumber { number, of }),
        title: item.map(title).unwrap_or_default(),
        purpose: item.and_then(|item| item.purpose).map(|purpose| known.phrase(purpose)),
        topic: item.and_then(|item| topic(known, item)),
        agreed: (env.say(&Message::Agreed), agreed(known, item)),
        agree: item
            .filter(|item| item.role == Role::Open)
            .map(|_| Action::new(env, &Message::AgreedWrite, Press::PrepareAsked(known.id, Party::Seller))),
        alone: alone(known),
        is_last: next_title.is_none(),
        note: note(known),
        told: if is_told(baseline, log, reading) { told(env, item, reading) } else { None }
            .unwrap_or_default(),
        face: face(env, baseline, log),
        notes: notes(known, item, next_title.is_none()),
        prompt: item.and_then(|item| question(known, item)),
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
        skip: can_skip(known.half, reading).then(|| Action::new(env, &Message::Skip, Press::Skipped)),
        more: env.say(&Message::More),
        extend,
    }
}

fn topic(known: &Known<'_>, item: &Item) -> Option<(Words, Option<Words>)> {
    known.session.topic(item).map(|topic| pinned(known, topic))
}

fn pinned(known: &Known<'_>, topic: &Topic) -> (Words, Option<Words>) {
    (topic.words.as_str().into(), worked_if(known.env, topic))
}

/// Today's topics, how each will have worked, and what is to be left alone. The item's own topic stands
/// with the item.
fn agreed(known: &Known<'_>, item: Option<&Item>) -> Vec<(Words, Option<Words>)> {
    let own = item.and_then(|item| known.session.topic(item));
    let mut lines = Vec::new();
    for topic in known.session.topics().0.iter().filter(|topic| Some(*topic) != own) {
        lines.push(pinned(known, topic));
    }
    if let Some(words) = known.session.seller_half().and_then(|half| half.leave_alone.as_ref()) {
        lines.push((known.env.say(&Message::LeaveAlone { words: words.as_str() }), None));
    }
    lines
}

fn alone(known: &Known<'_>) -> Action {
    let alone = known.half.prepared.alone;
    let label = if alone { Message::AloneHide } else { Message::AloneShow };
    Action::new(known.env, &label, Press::AloneSaid(known.id, !alone))
}

fn note(known: &Known<'_>) -> Option<(Words, Words)> {
    let private = known.model.private(known.id, Party::Manager);
    let note = private.note.filter(|_| known.half.prepared.alone)?;
    Some((known.env.say(&Message::NoteHeading), note.as_str().into()))
}

fn finish(known: &Known<'_>, log: &Log, reading: &Reading) -> (Words, Option<Words>) {
    let (env, zone) = (known.env, &known.model.zone);
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

fn unseen(known: &Known<'_>) -> Option<Notice> {
    let env = known.env;
    let question = known.model.question.as_ref().filter(|question| question.session == known.id)?;
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
