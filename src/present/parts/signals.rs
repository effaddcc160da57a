//! The signals of a running session: their switches, folded, and how the clock shows numbers.

use super::action::{Action, Choice};
use crate::domain::signal::Signal;
use crate::program::event::{Press, RunningPress};
use crate::program::state::model::Model;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// The switches of the signals, folded.
#[derive(Clone, Debug, PartialEq)]
pub struct SignalsView {
    /// Name of the whole, which unfolds it.
    pub name: Words,
    /// Switches, each chosen while its signal is on.
    pub switches: Vec<Choice>,
    /// Sentences about what this browser cannot do, or refused; empty if it does all.
    pub told: Vec<Words>,
}

/// The numbers that the clock shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Numbers {
    /// Minutes and seconds.
    #[default]
    All,
    /// Minutes, and the seconds of the last one.
    Minutes,
    /// No number: the ring and words.
    Hidden,
}

/// Returns the numbers that the person wants the clock to show.
#[must_use]
pub fn numbers(model: &Model) -> Numbers {
    let settings = model.settings();
    match (settings.has(Signal::NoNumbers), settings.has(Signal::NoSeconds)) {
        (true, _) => Numbers::Hidden,
        (false, true) => Numbers::Minutes,
        (false, false) => Numbers::All,
    }
}

/// Returns the switches of the signals. One that has no sense without another stands there while that is on, or off.
pub(crate) fn signals(env: &Env<'_>, model: &Model) -> SignalsView {
    let (settings, here) = (model.settings(), &model.here);
    let is_offered = |signal: &Signal| match signal {
        Signal::Nearing => settings.has(Signal::Chime),
        Signal::Title => here.owns_tab,
        Signal::Awake => here.can_stay_awake,
        Signal::NoSeconds => !settings.has(Signal::NoNumbers),
        Signal::Chime | Signal::NoNumbers => true,
    };
    let switch = |signal: Signal| Choice {
        action: Action::new(env, &label(signal), Press::Running(RunningPress::SignalToggled(signal))),
        is_chosen: settings.has(signal),
    };
    let told = match here.can_stay_awake {
        false => Some(Message::SignalCannotAwake),
        true => model.signals.is_refused.then_some(Message::SignalAwakeRefused),
    };
    SignalsView {
        name: env.say(&Message::Signals),
        switches: Signal::ALL.into_iter().filter(is_offered).map(switch).collect(),
        told: told.iter().map(|told| env.say(told)).collect(),
    }
}

fn label(signal: Signal) -> Message<'static> {
    match signal {
        Signal::Chime => Message::SignalChime,
        Signal::Nearing => Message::SignalNearing,
        Signal::Title => Message::SignalTitle,
        Signal::Awake => Message::SignalAwake,
        Signal::NoNumbers => Message::SignalNoNumbers,
        Signal::NoSeconds => Message::SignalNoSeconds,
    }
}
