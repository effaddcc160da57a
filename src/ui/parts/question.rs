//! The coaching question that the manager can ask.

use yew::prelude::*;

use super::button::{Loudness, button};
use crate::present::parts::question::{Prompt, QuestionView};
use crate::ui::dispatch::Dispatch;

/// Draws the coaching question. A screen reader announces each question that replaces another.
pub(in crate::ui) fn question(view: &QuestionView, dispatch: &Dispatch) -> Html {
    let words = match &view.prompt {
        Prompt::Open { question, .. } => question,
        Prompt::AllAsked(words) => words,
    };
    html! {
        <section class="prompt" aria-label={&view.name}>
            <p class="kicker">{&view.name}</p>
            <div aria-live="polite">
                <p id="question" class="prompt-words" tabindex="-1">{words}</p>
            </div>
            <div class="actions">
                {view.choices().iter().map(|action| button(action, Loudness::Plain, dispatch)).collect::<Html>()}
            </div>
        </section>
    }
}
