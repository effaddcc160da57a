//! A question to ask the seller, with what to listen for.

use yew::prelude::*;

use super::button::{Loudness, buttons};
use crate::present::parts::question::QuestionView;
use crate::ui::dispatch::Dispatch;

/// Draws the question. A screen reader announces another one that takes its place.
pub(in crate::ui) fn question(view: &QuestionView, dispatch: &Dispatch) -> Html {
    html! {
        <section class="prompt" aria-label={&view.name}>
            <p class="kicker">{&view.name}</p>
            <div aria-live="polite">
                <p id="question" class="prompt-words" tabindex="-1">{&view.question}</p>
                if let Some(listen) = &view.listen {
                    <p class="lead">{listen}</p>
                }
            </div>
            <div class="actions">{buttons(&view.ways, Loudness::Plain, dispatch)}</div>
        </section>
    }
}
