//! A session that is on: one item at a time, its time, and the way on.

use std::rc::Rc;

use super::head::{HeadView, date, head};
use super::planned::concurrent;
use super::rail::{RailItem, rail};
use super::{Action, Known, Notice};
use crate::domain::agenda::Item;
use crate::domain::time::{Minutes, Span, Zone};
use crate::domain::timing::{Baseline, Cause, Change, Log};
use crate::program::can_skip;
use crate::program::event::Event;
use crate::text::intl::Names;
use crate::text::message::Message;
use crate::text::{Voice, Words};
use crate::timer::catch_up::CatchUp;
use crate::timer::reading::{Phase, Reading};

/// A session that is on.
#[derive(Clone, Debug, PartialEq)]
pub struct RunView {
    /// Who and what.
    pub head: HeadView,
    /// When it will be over, and how that compares to the plan; or since when it is paused.
    pub finish: (Words, Option<Words>),
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
    /// What the clock face needs to go on by itself.
    pub face: Rc<Face>,
    /// What asks for an answer.
    pub asks: Vec<Notice>,
    /// The way on.
    pub next: Action,
    /// Back, pause, skip, in that order, those of them that are possible.
    pub controls: Vec<Action>,
    /// The words above the buttons that give more time.
    pub more: Words,
    /// Gives the item more time.
    pub extend: Vec<Action>,
    /// Ends the session here, where `next` does not, and takes back what was last done.
    pub others: Vec<Action>,
}

/// What the clock face needs to go on by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Face {
    /// The plan at the start.
    pub baseline: Baseline,
    /// What was done to the clock.
    pub log: Log,
    /// What the face is called.
    pub name: Words,
    /// Says the words under the digits.
    pub voice: Voice,
}

/// A session that is on.
pub(super) fn run(known: &Known<'_>, baseline: &Baseline, log: &Log, reading: &Reading) -> RunView {
    let voice = known.voice;
    let of = reading.items.len();
    let number = reading.current_index().map_or(0, |at| at + 1);
    let item = reading.current().and_then(|item| known.half.plan.agenda.item(item.item));
    let title = |item: &Item| voice.wording(&item.title);
    let next_title = reading.next().and_then(|next| known.half.plan.agenda.item(next.item)).map(title);
    let next = match &next_title {
        Some(title) => Action::new(voice, &Message::Next { title }, Event::WentOn),
        None => Action::new(voice, &Message::Finish, Event::Ended),
    };
    let mut others = Vec::new();
    if next_title.is_some() {
        others.push(Action::new(voice, &Message::EndEarly, Event::Ended));
    }
    others.extend(undo(voice, log));
    let mut asks = concurrent(known);
    asks.extend(question(known));
    let extend = |minutes: u16| {
        let minutes = Minutes(minutes);
        Action::named(
            voice,
            &Message::ExtendBy { minutes },
            &Message::ExtendByLong { minutes },
            Event::Extended(minutes),
        )
    };
    RunView {
        head: head(known),
        finish: finish(known, log, reading),
        rail: rail(known, Some(reading)),
        rail_name: voice.say(&Message::AgendaHeading),
        rail_line: voice.say(&Message::RailLine { number, of, next: next_title.as_deref() }),
        number: voice.say(&Message::ItemNumber { number, of }),
        title: item.map(title).unwrap_or_default(),
        purpose: item.and_then(|item| item.purpose).map(|purpose| voice.phrase(purpose)),
        face: Rc::new(Face {
            baseline: baseline.clone(),
            log: log.clone(),
            name: voice.say(&Message::TimerName),
            voice: voice.clone(),
        }),
        asks,
        others,
        next,
        controls: controls(known, reading),
        more: voice.say(&Message::More),
        extend: [1, 2, 5].map(extend).to_vec(),
    }
}

fn controls(known: &Known<'_>, reading: &Reading) -> Vec<Action> {
    let voice = known.voice;
    let pause = match reading.phase {
        Phase::Paused => Action::new(voice, &Message::Resume, Event::Resumed),
        _ => Action::new(voice, &Message::Pause, Event::Paused),
    };
    let mut controls = vec![pause];
    if reading.previous().is_some() {
        controls.insert(0, Action::new(voice, &Message::Back, Event::WentBack));
    }
    if can_skip(known.half, reading) {
        controls.push(Action::new(voice, &Message::Skip, Event::Skipped));
    }
    controls
}

fn finish(known: &Known<'_>, log: &Log, reading: &Reading) -> (Words, Option<Words>) {
    let (voice, zone) = (known.voice, &known.model.zone);
    if let (Phase::Paused, Some(entry)) = (reading.phase, log.last()) {
        let paused = log.0.iter().rfind(|entry| entry.change == Change::Paused).unwrap_or(entry);
        return (voice.say(&Message::PausedSince { time: &voice.time_at(paused.at, zone) }), None);
    }
    let planned = voice.time_at(reading.expected_finish.plus(Span::ZERO.minus(reading.behind)), zone);
    let minutes = reading.behind.rounded_minutes();
    let compared = match minutes {
        0 => Message::FinishOnTime { planned: &planned },
        1.. => Message::FinishBehind { minutes, planned: &planned },
        _ => Message::FinishAhead { minutes: minutes.saturating_neg(), planned: &planned },
    };
    let about = voice.time_at(reading.expected_finish, zone);
    (voice.say(&Message::FinishAbout { time: &about }), Some(voice.say(&compared)))
}

/// Takes back the last entry of the log.
pub(super) fn undo(voice: &Voice, log: &Log) -> Option<Action> {
    let label = match log.last()?.change {
        Change::Started => Message::ClockUndoStart,
        Change::MovedTo(_) => Message::ClockUndoMove,
        Change::SkippedTo(_) => Message::ClockUndoSkip,
        Change::Extended(_, minutes) => Message::ClockUndoExtend { minutes },
        Change::Paused => Message::ClockUndoPause,
        Change::Resumed => Message::ClockUndoResume,
        Change::Jumped { .. } | Change::Stayed => Message::ClockUndoAnswer,
        Change::Ended => Message::ClockUndoEnd,
    };
    Some(Action::new(voice, &label, Event::ClockUndone))
}

fn question(known: &Known<'_>) -> Option<Notice> {
    let (voice, zone) = (known.voice, &known.model.zone);
    let question = known.model.question.as_ref().filter(|question| question.session == known.id)?;
    Some(match question.about {
        CatchUp::Unseen { gap, .. } => Notice {
            text: voice.say(&Message::Unseen { minutes: gap.rounded_minutes() }),
            actions: vec![
                Action::new(voice, &Message::UnseenStayed, Event::StayedAnswered),
                Action::new(voice, &Message::UnseenAway, Event::GapAnswered(Cause::Away)),
                Action::new(voice, &Message::UnseenClock, Event::GapAnswered(Cause::ClockChanged)),
            ],
        },
        CatchUp::LeftRunning { seen, .. } => {
            let step = Minutes(5);
            let (day, time) = day_and_time(voice, seen, zone);
            let (end_day, end_time) = day_and_time(voice, question.end, zone);
            let end = if day == end_day {
                Message::LeftRunningEnd { time: &end_time }
            } else {
                Message::LeftRunningEndDay { day: &end_day, time: &end_time }
            };
            let earlier = Span::ZERO.minus(step.span());
            Notice {
                text: voice.say(&Message::LeftRunning { day: &day, time: &time }),
                actions: vec![
                    Action::new(voice, &end, Event::EndConfirmed),
                    Action::new(voice, &Message::EarlierBy { minutes: step }, Event::EndMoved(earlier)),
                    Action::new(voice, &Message::LaterBy { minutes: step }, Event::EndMoved(step.span())),
                    Action::new(voice, &Message::LeftRunningStay, Event::StayedAnswered),
                ],
            }
        }
    })
}

fn day_and_time(voice: &Voice, instant: crate::domain::time::Instant, zone: &Zone) -> (String, String) {
    let local = voice.local(instant, zone);
    let day = local.map(|local| date(voice, local, Some(local), Names::Full)).unwrap_or_default();
    (day, voice.time_at(instant, zone))
}
