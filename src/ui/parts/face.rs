//! The clock face: the one component that renders by itself, at each second. The rest of the screen renders
//! when something has happened.

use std::rc::Rc;

use yew::prelude::*;

use crate::present::parts::face::{Dial, FaceView, RING_STEPS};
use crate::timer::clock_state::ClockState;
use crate::ui::clock::{Clock, use_now};

/// Properties of [`Face`].
#[derive(Clone, PartialEq, Properties)]
pub(in crate::ui) struct FaceProps {
    /// Clock face to draw: its name, and the data from which the time is read.
    pub view: Rc<FaceView>,
    /// Clock that tells the current instant and ticks each second.
    pub clock: Clock,
}

/// The component of the clock face. Most seconds change one text node and nothing else.
#[component]
pub(in crate::ui) fn Face(FaceProps { view, clock }: &FaceProps) -> Html {
    let now = use_now(clock);
    let dial = view.dial(&clock.env(), now);
    let class = face_class(&dial);
    html! {
        <div id="face" {class} part="timer" role="timer" aria-label={&view.name}>
            <svg class="ring" viewBox="0 0 120 120" aria-hidden="true">
                <circle class="ring-track" cx="60" cy="60" r="54" />
                <circle id="face-ring" class="ring-left" cx="60" cy="60" r="54"
                    pathLength={RING_STEPS.to_string()} stroke-dasharray={dashes(&dial)} />
            </svg>
            if !dial.digits.is_empty() {
                <p class="digits" id="face-digits" translate="no">{&dial.digits}</p>
            }
            <p class="caption" id="face-caption">{&dial.caption}</p>
        </div>
    }
}

/// Returns the CSS classes of the clock face.
pub(crate) fn face_class(dial: &Dial) -> &'static str {
    match dial.state {
        ClockState::Paused => "face paused",
        ClockState::Nearing => "face nearing",
        ClockState::Over => "face over",
        ClockState::Closing => "face closing",
        ClockState::NotStarted | ClockState::Running | ClockState::Ended => "face",
    }
}

/// Returns the `stroke-dasharray` of the ring: the lengths of the arc that is left and of the gap; `none` for
/// a full ring.
pub(crate) fn dashes(dial: &Dial) -> String {
    match dial.steps {
        // A dash that goes all round would show where it begins.
        RING_STEPS => "none".into(),
        steps => format!("{steps} {RING_STEPS}"),
    }
}
