//! The coaching question that the manager can ask, with a hint at a good answer.

use yew::prelude::*;

use super::button::{Loudness, button};
use crate::present::parts::question::{Prompt, QuestionView};
use crate::ui::dispatch::Dispatch;

/// Draws the coaching question. A screen reader announces each question that replaces another.
pub(in crate::ui) fn question(view: &QuestionView, dispatch: &Dispatch) -> Html {
    let (words, listen, actions) = match &view.prompt {
        Prompt::Open { question, listen, asked, another } => {
            (question, listen.as_ref(), vec![asked, another])
        }
        Prompt::AllAsked(words) => (words, None, Vec::new()),
    };
    html! {
        <section class="prompt" aria-label={&view.name}>
            <p class="kicker">{&view.name}</p>
            <div aria-live="polite">
                <p id="question" class="prompt-words" tabindex="-1">{words}</p>
                if let Some(listen) = listen {
                    <p class="lead">{listen}</p>
                }
            </div>
            <div class="actions">
                {actions.into_iter().map(|action| button(action, Loudness::Plain, dispatch)).collect::<Html>()}
            </div>
        </section>
    }
}
