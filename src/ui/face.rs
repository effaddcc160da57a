//! The clock face: the one thing on the screen that a second changes. What it shows is read anew
//! from the log each time; nothing is counted down.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::VText;

use super::tag::{paragraph, tag, words};
use super::{SharedClock, Ticking};
use crate::domain::time::{Instant, Span};
use crate::present::run::Face as FaceView;
use crate::text::message::Message;
use crate::text::{Words, duration};
use crate::timer::reading::{Phase, reading};

/// In how many steps the ring goes round: it moves less often than the digits, so that most ticks
/// change one text and nothing else.
const RING_STEPS: i64 = 60;

/// Properties of [`Face`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FaceProps {
    /// The plan and the log.
    pub face: Rc<FaceView>,
    /// The clock that it shows.
    pub clock: SharedClock,
}

/// A second has passed.
pub(super) struct Ticked;

/// The clock face.
pub(super) struct Face {
    _ticking: Ticking,
}

impl Component for Face {
    type Message = Ticked;
    type Properties = FaceProps;

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link().clone();
        let ticking = ctx.props().clock.0.each_second(Box::new(move || link.send_message(Ticked)));
        Self { _ticking: ticking }
    }

    fn update(&mut self, _ctx: &Context<Self>, _second: Ticked) -> bool {
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        draw(&ctx.props().face, ctx.props().clock.0.now())
    }
}

fn draw(face: &FaceView, now: Instant) -> Html {
    let shown = Shown::of(face, now);
    let dash = format!("{} {RING_STEPS}", shown.steps);
    let track = tag!("circle", "class" = "ring-track", "cx" = "60", "cy" = "60", "r" = "54"; Vec::new());
    let left = tag!("circle", "class" = "ring-left", "cx" = "60", "cy" = "60", "r" = "54",
        "pathLength" = RING_STEPS.to_string(), "stroke-dasharray" = dash; Vec::new());
    let ring = vec![track.into(), left.into()];
    let children = vec![
        tag!("svg", "class" = "ring", "viewBox" = "0 0 120 120", "aria-hidden" = "true"; ring).into(),
        tag!("p", "class" = "digits"; vec![VText::new(shown.digits).into()]).into(),
        paragraph("caption", &shown.caption),
    ];
    let class = if shown.is_over { "face over" } else { "face" };
    let name = words(&face.name);
    tag!("div", "class" = class, "part" = "timer", "role" = "timer", "aria-label" = name; children).into()
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
            return Self {
                digits: String::new(),
                caption: voice.say(&Message::TimePaused),
                steps: 0,
                is_over: false,
            };
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
