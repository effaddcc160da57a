//! The clock face: the one thing on the screen that a second changes. What it shows is read anew
//! from the log each time; nothing is counted down.

use std::rc::Rc;

use yew::prelude::*;

use super::{ClockContext, Dispatch, words};
use crate::domain::time::{Instant, Span};
use crate::present::run::Face as FaceView;
use crate::program::event::Event;
use crate::text::message::Message;
use crate::text::{Words, duration};
use crate::timer::reading::{Phase, reading};

/// A clock that goes back by more than this was set, not adjusted.
const JITTER: Span = Span(2_000);

/// In how many steps the ring goes round: it moves less often than the digits, so that most ticks
/// change one text and nothing else.
const RING_STEPS: i64 = 60;

/// Properties of [`Face`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FaceProps {
    /// The plan and the log.
    pub face: Rc<FaceView>,
    /// Where it tells that the device's clock was set back.
    pub dispatch: Dispatch,
}

/// The clock face.
#[component]
pub(super) fn Face(props: &FaceProps) -> Html {
    let Some(ClockContext(clock)) = use_context::<ClockContext>() else { return Html::default() };
    let redraw = use_force_update();
    {
        let (clock, dispatch) = (clock.clone(), props.dispatch.clone());
        use_effect_with(props.face.clone(), move |_| {
            let last = std::cell::Cell::new(clock.now());
            let tick = {
                let clock = clock.clone();
                Box::new(move || {
                    let (now, seen) = (clock.now(), last.get());
                    if seen.since(now) > JITTER {
                        dispatch.send(Event::ClockSetBack { seen });
                    }
                    last.set(now);
                    redraw.force_update();
                })
            };
            let ticking = clock.each_second(tick);
            move || drop(ticking)
        });
    }
    draw(&props.face, clock.now())
}

fn draw(face: &FaceView, now: Instant) -> Html {
    let shown = Shown::of(face, now);
    let dash = format!("{} {RING_STEPS}", shown.steps);
    html! {
        <div class={classes!("face", shown.is_over.then_some("over"))} part="timer" role="timer" aria-label={words(&face.name)}>
            <svg class="ring" viewBox="0 0 120 120" aria-hidden="true">
                <circle class="ring-track" cx="60" cy="60" r="54" />
                <circle class="ring-left" cx="60" cy="60" r="54" pathLength={RING_STEPS.to_string()} stroke-dasharray={dash} />
            </svg>
            <p class="digits">{ shown.digits }</p>
            <p class="caption">{ words(&shown.caption) }</p>
        </div>
    }
}

/// What the face shows.
struct Shown {
    digits: String,
    caption: Words,
    steps: i64,
    is_over: bool,
}

impl Shown {
    fn of(face: &FaceView, now: Instant) -> Self {
        let voice = &face.voice;
        let reading = reading(&face.baseline, &face.log, now);
        let Some(item) = reading.current() else {
            return Self { digits: String::new(), caption: voice.say(&Message::TimePaused), steps: 0, is_over: false };
        };
        let (left, over) = (item.remaining(), item.overrun());
        let is_over = left == Span::ZERO;
        let caption = match over.0 / 60_000 {
            _ if reading.phase == Phase::Paused => Message::TimePaused,
            _ if !is_over => Message::LeftOf { minutes: item.allotted() },
            0 => Message::OverJust,
            minutes => Message::OverBy { minutes },
        };
        let digits = if is_over { format!("+{}", duration::gone(over)) } else { duration::left(left) };
        let whole = item.allotted().span().0.max(1);
        let steps = if is_over { RING_STEPS } else { (left.0.saturating_mul(RING_STEPS) / whole).max(1) };
        Self { digits, caption: voice.say(&caption), steps, is_over }
    }
}
