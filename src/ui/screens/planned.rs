//! A session that is planned.

use yew::prelude::*;

use crate::present::parts::action::{Action, Choice};
use crate::present::screens::planned::PlannedView;
use crate::text::Words;
use crate::ui::dispatch::Dispatch;
use crate::ui::parts::button::{Loudness, button, button_if, buttons, choice};
use crate::ui::parts::head::head;
use crate::ui::parts::notice::notices;
use crate::ui::parts::place::place;
use crate::ui::parts::rail::rail;

/// Draws the session beside its agenda.
pub(in crate::ui) fn planned(view: &PlannedView, dispatch: &Dispatch) -> Html {
    html! {
        <div class="screen session planned">
            {head(&view.head, Html::default(), dispatch)}
            <div class="columns">
                {before(view, dispatch)}
                {plan(view, dispatch)}
            </div>
            <div class="way-on">
                {button(&view.next, Loudness::Primary, dispatch)}
                {button_if(view.second.as_ref(), Loudness::Plain, dispatch)}
                {buttons(&view.others, Loudness::Quiet, dispatch)}
            </div>
        </div>
    }
}

/// Draws what matters before the session begins.
fn before(view: &PlannedView, dispatch: &Dispatch) -> Html {
    html! {
        <section class="before">
            {notices(&view.concurrent, dispatch)}
            <p class="when">{&view.when}</p>
            if let Some(view) = &view.place {
                {place(view)}
            }
            <h2 class="question">{&view.lead.0}</h2>
            <p class="lead">{&view.lead.1}</p>
            {button_if(view.talk.as_ref(), Loudness::Plain, dispatch)}
            <ul class="parties">{for view.parties.iter().map(|view| party(view, dispatch))}</ul>
            if let Some((asked, answers)) = &view.screen {
                {screen(asked, answers, dispatch)}
            }
        </section>
    }
}

/// Draws the agenda.
fn plan(view: &PlannedView, dispatch: &Dispatch) -> Html {
    html! {
        <section class="plan" aria-labelledby="agenda-heading">
            <div class="plan-head">
                <h2 id="agenda-heading">{&view.agenda}</h2>
                <p class="sum">{&view.sum}</p>
            </div>
            {rail(&view.rail)}
            <div class="actions">
                {button_if(view.edit.as_ref(), Loudness::Quiet, dispatch)}
                {button(&view.save, Loudness::Quiet, dispatch)}
            </div>
        </section>
    }
}

/// Draws the readiness of a party, and the button to prepare as that party.
fn party((says, prepare): &(Words, Option<Action>), dispatch: &Dispatch) -> Html {
    html! {
        <li>
            <span dir="auto">{says}</span>
            {button_if(prepare.as_ref(), Loudness::Plain, dispatch)}
        </li>
    }
}

/// Draws the question who will see the screen.
fn screen(asked: &Words, answers: &[Choice], dispatch: &Dispatch) -> Html {
    html! {
        <div class="screen-seen">
            <span id="screen-seen">{asked}</span>
            <div class="choices" role="group" aria-labelledby="screen-seen">
                {for answers.iter().map(|answer| choice(answer, dispatch))}
            </div>
        </div>
    }
}
