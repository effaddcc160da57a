//! The signals of a running session: the chime, the title of the tab, the screen that stays on; and the next instant at
//! which the program needs to wake.
//!
//! A hidden page wakes for the next signal alone, and during an overrun now and then as a sign of life: a machine that
//! slept is told from a page in the background by it.

use super::clock::next_boundary;
use super::open_clock::read;
use crate::domain::id::SessionId;
use crate::domain::party::Party;
use crate::domain::record::{Record, RecordId, Settings};
use crate::domain::signal::Signal;
use crate::domain::time::{Instant, Span};
use crate::domain::ui_state::Screen;
use crate::outgoing::tab_title::tab_title;
use crate::program::effect::{Effect, Tone};
use crate::program::event::Event;
use crate::program::state::model::Model;
use crate::program::state::signals::{ClockPlace, Stage};
use crate::text::Env;
use crate::timer::clock_state::nearing;
use crate::timer::reading::{ItemReading, Phase, Reading};

/// Greatest time after the end of an item at which its chime still sounds: an end that nobody saw is no news.
const LATE: Span = Span::minutes(1);

/// Time between two signs of life of a hidden page during an overrun; less than the time from which the program asks about
/// unseen time.
const SIGN_OF_LIFE: Span = Span::minutes(4);

/// Returns the session whose clock is on the screen of the manager's device, and its reading; `None` if none is, or the
/// session is over.
fn on_screen(model: &Model, now: Instant) -> Option<(SessionId, Reading)> {
    let Screen::Session(id) = model.screen.address() else { return None };
    let is_managers = model.side(model.session(id)?.pair) == Party::Manager;
    let reading = read(model, now).filter(|_| is_managers)?;
    matches!(reading.phase, Phase::Running | Phase::Paused).then_some((id, reading))
}

/// Notes that the page was hidden or shown, and that the browser refused to keep the screen on.
pub(super) fn hear(model: &mut Model, event: &Event) {
    match event {
        Event::PageHidden => model.signals.is_hidden = true,
        Event::PageShown => model.signals.is_hidden = false,
        Event::FloatSettled(is_open) => model.signals.is_floating = *is_open,
        Event::AwakeSettled(is_kept) => model.signals.is_refused = !is_kept,
        _ => {}
    }
}

/// Asks the browser for each signal that is due.
pub(super) fn follow(model: &mut Model, env: &Env<'_>, now: Instant, effects: &mut Vec<Effect>) {
    let on = on_screen(model, now);
    effects.extend(chime(model, on.as_ref()).map(Effect::Chime));
    let title = on.as_ref().and_then(|(id, reading)| title(model, env, *id, reading));
    if model.signals.title != title {
        model.signals.title.clone_from(&title);
        effects.push(Effect::NameTab(title));
    }
    // The floating clock belongs to the session on the screen.
    if on.is_none() && std::mem::take(&mut model.signals.is_floating) {
        effects.push(Effect::Float(false));
    }
    let keeps_awake = on.is_some() && model.settings().has(Signal::Awake) && model.here.can_stay_awake;
    if model.signals.keeps_awake != keeps_awake {
        model.signals.keeps_awake = keeps_awake;
        effects.push(Effect::KeepAwake(keeps_awake));
    }
}

/// Returns the chime that is due, and notes the place of the clock.
fn chime(model: &mut Model, on: Option<&(SessionId, Reading)>) -> Option<Tone> {
    let (session, reading) = on?;
    let item = reading.current().filter(|_| reading.phase == Phase::Running)?;
    let at = ClockPlace { session: *session, item: reading.current_index()?, stage: stage(item) };
    let before = model.signals.at.replace(at)?;
    let is_same = (before.session, before.item) == (at.session, at.item);
    let settings = model.settings();
    if !is_same || at.stage <= before.stage || !settings.has(Signal::Chime) || item.overrun() > LATE {
        return None;
    }
    match at.stage {
        Stage::Early => None,
        Stage::Nearing => settings.has(Signal::Nearing).then_some(Tone::Nearing),
        Stage::Up => Some(Tone::Up),
    }
}

fn stage(item: &ItemReading) -> Stage {
    match item.remaining() {
        left if left > nearing(item) => Stage::Early,
        left if left > Span::ZERO => Stage::Nearing,
        _ => Stage::Up,
    }
}

/// Returns the title of the browser's tab; `None` for its own one.
fn title(model: &Model, env: &Env<'_>, id: SessionId, reading: &Reading) -> Option<String> {
    let settings = model.settings();
    if !settings.has(Signal::Title) || !model.here.owns_tab {
        return None;
    }
    let item = reading.current()?;
    let name = env.wording(&model.half(id)?.plan.agenda.item(item.item)?.title);
    let title = tab_title(env, &name, item, reading.phase, settings.has(Signal::NoNumbers));
    Some(title.to_string())
}

/// Returns the next instant after `now` at which the program needs to wake for the clock on the screen; `None` while it
/// does not run.
pub(super) fn wakes_at(model: &Model, now: Instant) -> Option<Instant> {
    let boundary = next_boundary(model, now)?;
    let item = *read(model, now)?.current()?;
    let until = |ahead: Span| now.plus(item.remaining().minus(ahead));
    if model.signals.title.is_some() {
        // The title counts whole minutes, rounded up.
        let minute = item.remaining().0.checked_rem(60_000).filter(|rest| *rest > 0).unwrap_or(60_000);
        return Some(boundary.min(now.plus(Span(minute))));
    }
    if !model.signals.is_hidden || model.signals.is_floating {
        return Some(boundary);
    }
    let settings = model.settings();
    Some(match stage(&item) {
        Stage::Early if settings.has(Signal::Chime) && settings.has(Signal::Nearing) => until(nearing(&item)),
        Stage::Early | Stage::Nearing => until(Span::ZERO),
        Stage::Up => now.plus(SIGN_OF_LIFE),
    })
}

/// Switches a signal on or off. A chime that is switched on sounds once, as a trial.
pub(super) fn toggle(model: &mut Model, signal: Signal, effects: &mut Vec<Effect>) {
    set(model, |settings| settings.toggle(signal));
    model.signals.is_refused = false;
    if matches!(signal, Signal::Chime | Signal::Nearing) && model.settings().has(signal) {
        effects.push(Effect::Chime(if signal == Signal::Nearing { Tone::Nearing } else { Tone::Up }));
    }
}

/// Changes the settings of this person.
pub(super) fn set(model: &mut Model, change: impl FnOnce(&mut Settings)) {
    let mut settings = model.settings();
    change(&mut settings);
    model.record(RecordId::Settings, Record::Settings(settings));
}
