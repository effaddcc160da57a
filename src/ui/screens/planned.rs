//! A session that is planned.

use yew::prelude::*;

use crate::present::parts::action::Choices;
use crate::present::parts::read_first::ReadFirst;
use crate::present::screens::planned::{PartyView, PlannedView};
use crate::ui::dispatch::Dispatch;
use crate::ui::parts::again::again;
use crate::ui::parts::alone::alone;
use crate::ui::parts::button::{Loudness, button, button_if, buttons, choice};
use crate::ui::parts::field::{Label, field};
use crate::ui::parts::head::head;
use crate::ui::parts::notice::notices;
use crate::ui::parts::place::place;
use crate::ui::parts::rail::rail;
use crate::ui::parts::sending::statement;

/// Draws a planned session beside its agenda.
pub(in crate::ui) fn planned(view: &PlannedView, dispatch: &Dispatch) -> Html {
    html! {
        <div class="screen session planned">
            {head(&view.head, Html::default(), dispatch)}
            {notices(&view.asks, dispatch)}
            <div class="columns">
                {before(view, dispatch)}
                if !view.rail.is_empty() {
                    {plan(view, dispatch)}
                }
            </div>
            <div class="way-on">
                {button(&view.next, Loudness::Primary, dispatch)}
                {buttons(&view.second, Loudness::Quiet, dispatch)}
            </div>
        </div>
    }
}

/// Draws the column beside the agenda: the date, the question of the screen, and the readiness of both.
fn before(view: &PlannedView, dispatch: &Dispatch) -> Html {
    html! {
        <section class="before">
            <p class="when">{&view.when}</p>
            if let Some(elsewhere) = &view.elsewhere {
                <p class="elsewhere">{elsewhere}</p>
            }
            if let Some(view) = &view.place {
                {place(view)}
            }
            {statement(view.sent.as_ref())}
            if !view.others.is_empty() {
                <div class="actions about-date">{buttons(&view.others, Loudness::Quiet, dispatch)}</div>
            }
            if let Some(say_to) = &view.say_to {
                <p class="lead">{say_to}</p>
            }
            <h2 class="question" dir="auto">{&view.question}</h2>
            if !view.reason.is_empty() {
                <p class="lead">{&view.reason}</p>
            }
            // Shortly before the start this is the one thing to decide.
            if let Some(screen_seen) = view.screen.as_ref().filter(|_| view.handshake.is_none()) {
                {screen(screen_seen, dispatch)}
            }
            if let Some(view) = &view.outcomes {
                {read_first(view, None)}
            }
            if let Some(view) = &view.noted {
                {field(view, Label::Shown, dispatch)}
            }
            {for [&view.brought, &view.fact, &view.undone, &view.parked].into_iter().flatten().map(|view| read_first(view, None))}
            {for view.checklist.iter().map(|view| read_first(view, Some("checklist")))}
            {parties(view, dispatch)}
            if let Some(handshake) = &view.handshake {
                {view.screen.iter().map(|view| screen(view, dispatch)).collect::<Html>()}
                <p class="lead">{handshake}</p>
            }
            if let Some(view) = &view.alone {
                {alone(view, dispatch)}
            }
            {again(&view.again, dispatch)}
            if view.rail.is_empty() {
                {plan_actions(view, dispatch)}
            }
        </section>
    }
}

/// Draws the readiness of both, each with its button to prepare. What the main sentence says stands there alone.
fn parties(view: &PlannedView, dispatch: &Dispatch) -> Html {
    let is_more = |party: &&PartyView| !party.statement.is_empty() && party.statement != view.question;
    // The own readiness first, on the manager's device.
    let rows = view.parties.iter().rev().map(|party| (Some(party).filter(is_more), party.prepare.as_ref()));
    let rows: Vec<_> = rows.filter(|(said, prepare)| said.is_some() || prepare.is_some()).collect();
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="parties" role="list">
            {for rows.into_iter().map(|(said, prepare)| html! {
                <li>
                    if let Some(party) = said {
                        <span dir="auto">{&party.statement}</span>
                    }
                    {button_if(prepare, Loudness::Quiet, dispatch)}
                </li>
            })}
        </ul>
    }
}

/// Draws lines below their heading, such as those of the manager's checklist. `part` is the name for looks of a host page.
fn read_first(view: &ReadFirst, part: Option<&'static str>) -> Html {
    html! {
        <section class="again" {part} aria-label={&view.heading}>
            <p class="again-name" aria-hidden="true">{&view.heading}</p>
            <ul role="list">{for view.lines.iter().map(|line| html! { <li dir="auto">{line}</li> })}</ul>
        </section>
    }
}

/// Draws the buttons about the plan.
fn plan_actions(view: &PlannedView, dispatch: &Dispatch) -> Html {
    html! {
        <div class="actions">
            {button_if(view.edit.as_ref(), Loudness::Quiet, dispatch)}
            {button_if(view.standing.as_ref(), Loudness::Quiet, dispatch)}
            {button(&view.save, Loudness::Quiet, dispatch)}
            {button_if(view.delete.as_ref(), Loudness::Quiet, dispatch)}
        </div>
    }
}

/// Draws the agenda with its heading, its sum and its buttons.
fn plan(view: &PlannedView, dispatch: &Dispatch) -> Html {
    html! {
        <section class="plan" aria-labelledby="agenda-heading">
            <div class="plan-head">
                <h2 id="agenda-heading">{&view.agenda}</h2>
                <p class="sum">{&view.sum}</p>
            </div>
            {rail(&view.rail)}
            {plan_actions(view, dispatch)}
        </section>
    }
}

/// Draws the question whether the seller will see the screen, with its two answers.
fn screen(view: &Choices, dispatch: &Dispatch) -> Html {
    html! {
        <div class="screen-seen">
            <span id="screen-seen">{&view.name}</span>
            <div class="choices" role="group" aria-labelledby="screen-seen">
                {for view.options.iter().map(|option| choice(option, dispatch))}
            </div>
        </div>
    }
}
