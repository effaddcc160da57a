//! A session that is running.

use yew::prelude::*;

use crate::present::parts::action::Action;
use crate::present::parts::corrections::CorrectionsView;
use crate::present::parts::question::QuestionView;
use crate::present::screens::run::{AgreedView, RunView};
use crate::ui::clock::Clock;
use crate::ui::dispatch::Dispatch;
use crate::ui::parts::again::again;
use crate::ui::parts::alone::alone;
use crate::ui::parts::button::{Loudness, button, button_if, buttons, next_button};
use crate::ui::parts::face::Face;
use crate::ui::parts::head::head;
use crate::ui::parts::layer::{keys, keys_sheet};
use crate::ui::parts::line::line;
use crate::ui::parts::notes::{list, lists, next_date, openers, session_keys, steps, writing};
use crate::ui::parts::notice::notices;
use crate::ui::parts::offer::offer;
use crate::ui::parts::place::place;
use crate::ui::parts::question::question;
use crate::ui::parts::rail::rail;
use crate::ui::parts::signals::signals;

/// Draws a running session: one item at a time, the clock, and the button to the next item.
pub(in crate::ui) fn run(view: &RunView, clock: &Clock, dispatch: &Dispatch) -> Html {
    let onkeydown = session_keys(&view.notes, with_keys(view), dispatch);
    html! {
        <div class={if view.is_last { "screen session run last" } else { "screen session run" }} tabindex="-1" {onkeydown}>
            {head(&view.head, finish(view), dispatch)}
            if let Some(view) = &view.agreed {
                {agreed(view, dispatch)}
            }
            <details class="fold">
                <summary>
                    <span class="fold-line">{&view.rail_line}</span>
                    <span class="fold-show">{&view.rail_name}</span>
                </summary>
                {rail(&view.rail)}
            </details>
            <div class="columns">
                <nav class="beside" aria-label={&view.rail_name}>{rail(&view.rail)}</nav>
                {item(view, clock, dispatch)}
            </div>
            {controls(view, dispatch)}
            {keys_sheet(view.keys.as_ref(), dispatch)}
        </div>
    }
}

/// Returns the buttons that may have keys. While the list of the keys lies above the screen, its own button alone has one.
fn with_keys(view: &RunView) -> Vec<&Action> {
    let mut buttons = Vec::from_iter(view.keys.iter().map(|keys| &keys.list));
    if view.keys.iter().any(|keys| keys.sheet.is_some()) {
        return buttons;
    }
    buttons.extend([&view.next, &view.back, &view.pause, &view.shared]);
    buttons.extend(&view.extend);
    buttons.extend(&view.float);
    buttons.extend(view.notes.openers.iter().map(|opener| &opener.action));
    buttons.extend(view.question.iter().flat_map(QuestionView::choices));
    buttons
}

/// Draws the expected finish, and the place of the session.
fn finish(view: &RunView) -> Html {
    html! {
        <div class="finish">
            if !view.finish.statement.is_empty() {
                <p class="finish-about">{&view.finish.statement}</p>
            }
            if let Some(difference) = &view.finish.difference {
                <p class="finish-planned">{difference}</p>
            }
            if let Some(view) = &view.place {
                {place(view)}
            }
        </div>
    }
}

/// Draws the topics that both agreed on, and at the opening the button to write them.
fn agreed(view: &AgreedView, dispatch: &Dispatch) -> Html {
    html! {
        <section class="agreed" part="topic" aria-label={&view.heading}>
            <p class="agreed-name" aria-hidden="true">{&view.heading}</p>
            {view.lines.iter().map(line).collect::<Html>()}
            {button_if(view.write.as_ref(), Loudness::Plain, dispatch)}
        </section>
    }
}

/// Draws the current item: what is needed at a glance first, then the rest.
fn item(view: &RunView, clock: &Clock, dispatch: &Dispatch) -> Html {
    html! {
        <section class="item" aria-labelledby="item-title">
            {notices(&view.asks, dispatch)}
            <p class="spoken" id="told" role="status">{&view.announcement}</p>
            {item_head(view, clock, dispatch)}
            {offer(view.offer.as_ref(), dispatch)}
            if let Some(view) = &view.reasons {
                {reasons(view, dispatch)}
            }
            {button_if(view.interrupt.as_ref(), Loudness::Quiet, dispatch)}
            {writing(&view.notes, dispatch)}
            if view.is_last {
                {lists(&view.notes, dispatch)}
                <div class="in-page">{next_date(&view.notes, "next-date-in-page", Loudness::Plain, dispatch)}</div>
            }
            {left(view, dispatch)}
            {steps(&view.notes, dispatch)}
            if let Some(view) = &view.topic {
                {line(view)}
            }
            if let Some(view) = &view.question {
                {question(view, dispatch)}
            }
            if let Some(view) = &view.alone {
                {alone(view, dispatch)}
            }
            {clock_buttons(view, dispatch)}
            if !view.is_last {
                {lists(&view.notes, dispatch)}
            }
            <div class="rest">
                {again(&view.again, dispatch)}
                {signals(&view.signals, dispatch)}
                {keys(view.keys.as_ref(), dispatch)}
            </div>
        </section>
    }
}

/// Draws the notes that earlier sessions left open.
fn left(view: &RunView, dispatch: &Dispatch) -> Html {
    view.notes.left.iter().map(|view| list(view, dispatch)).collect()
}

/// Draws the buttons of the clock that are needed now and then: more time, undoing, ending early. They stand above the
/// notes, which grow.
fn clock_buttons(view: &RunView, dispatch: &Dispatch) -> Html {
    html! {
        <div class="clock-buttons">
            if !view.is_nearly_up {
                {more_time(view, dispatch)}
            }
            <div class="actions">
                <div class="end-in-page">{button_if(view.end.as_ref(), Loudness::Quiet, dispatch)}</div>
                {button_if(view.undo.as_ref(), Loudness::Quiet, dispatch)}
                {button(&view.shared, Loudness::Quiet, dispatch)}
                {button_if(view.float.as_ref(), Loudness::Quiet, dispatch)}
            </div>
            if let Some(view) = &view.corrections {
                {corrections(view, dispatch)}
            }
        </div>
    }
}

/// Draws the buttons that correct the clock, folded until a person needs them.
fn corrections(view: &CorrectionsView, dispatch: &Dispatch) -> Html {
    html! {
        <details class="corrections">
            <summary>{&view.name}</summary>
            <div class="actions">{buttons(&view.actions, Loudness::Plain, dispatch)}</div>
        </details>
    }
}

/// Draws the buttons that note the reason of a pause.
fn reasons(view: &CorrectionsView, dispatch: &Dispatch) -> Html {
    html! {
        <div class="reasons" role="group" aria-labelledby="pause-why">
            <span class="time-name" id="pause-why">{&view.name}</span>
            {buttons(&view.actions, Loudness::Plain, dispatch)}
        </div>
    }
}

/// Draws the buttons that give the current item more time.
fn more_time(view: &RunView, dispatch: &Dispatch) -> Html {
    html! {
        <div key="time" class={if view.is_up { "time asks" } else { "time" }} role="group" aria-labelledby="more-time">
            <span class="time-name" id="more-time">{&view.more}</span>
            {buttons(&view.extend, Loudness::Plain, dispatch)}
        </div>
    }
}

/// Draws the name of the current item beside the clock face; near the end of its time, with the buttons for more.
fn item_head(view: &RunView, clock: &Clock, dispatch: &Dispatch) -> Html {
    html! {
        <div class="item-head">
            <div class="item-words">
                <p class="kicker">{&view.number}</p>
                <h2 id="item-title" class="item-title" dir="auto">{&view.title}</h2>
                if let Some(purpose) = &view.purpose {
                    <p class="lead">{purpose}</p>
                }
                if view.is_nearly_up {
                    {more_time(view, dispatch)}
                }
            </div>
            <Face view={view.face.clone()} clock={clock.clone()} />
        </div>
    }
}

/// Draws the bar that stays in sight: the buttons that write, those of the clock, and the main button. While the
/// session is paused, the main button is the one that resumes, in the place of the pause.
fn controls(view: &RunView, dispatch: &Dispatch) -> Html {
    let (next, pause) = match view.is_paused {
        true => (Loudness::Plain, Loudness::Primary),
        false => (Loudness::Primary, Loudness::Plain),
    };
    html! {
        <div class="controls">
            {next_date(&view.notes, "next-date", Loudness::Plain, dispatch)}
            {openers(&view.notes, dispatch)}
            <div class="controls-rest">
                <div class="end-in-bar">{button_if(view.end.as_ref(), Loudness::Quiet, dispatch)}</div>
                {button(&view.back, Loudness::Plain, dispatch)}
                {button(&view.pause, pause, dispatch)}
                {button_if(view.skip.as_ref(), Loudness::Plain, dispatch)}
            </div>
            {next_button(&view.next, view.next_title.as_ref(), next, dispatch)}
        </div>
    }
}
