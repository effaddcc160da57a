//! A screen that asks one question before anything else goes on.

use yew::prelude::*;

use crate::present::parts::decision::DecisionView;
use crate::ui::dispatch::Dispatch;
use crate::ui::parts::button::{Loudness, button, buttons};
use crate::ui::parts::head::head;

/// Draws the question and its answers.
pub(in crate::ui) fn decision(view: &DecisionView, dispatch: &Dispatch) -> Html {
    html! {
        <div class="screen session">
            {head(&view.head, Html::default(), dispatch)}
            <section class="ask" part="dialog">
                <h2 class="question">{&view.question}</h2>
                <p class="lead">{&view.lead}</p>
                <div class="actions">{buttons(&view.steps, Loudness::Plain, dispatch)}</div>
            </section>
            <div class="way-on">
                {button(&view.yes, Loudness::Primary, dispatch)}
                {buttons(&view.others, Loudness::Quiet, dispatch)}
            </div>
        </div>
    }
}
