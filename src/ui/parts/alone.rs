//! The contents for one person alone, on a screen that the other may see.

use yew::prelude::*;

use super::button::{Loudness, button, buttons, hold_button};
use super::line::line;
use super::notes::list;
use crate::present::parts::alone::{AloneContents, AloneView};
use crate::ui::dispatch::Dispatch;

/// Draws the contents for one person alone, or the button that shows them. The button stays in its place while it is
/// held, and the contents lie above it, where no bar covers them.
pub(in crate::ui) fn alone(view: &AloneView, dispatch: &Dispatch) -> Html {
    let class = if matches!(view, AloneView::Held { .. }) { "for-me held" } else { "for-me" };
    let (peek, below) = match view {
        AloneView::Hidden { peek } => (Some(peek), Html::default()),
        AloneView::Held { peek, contents } => {
            (Some(peek), alone_contents(contents, Html::default(), dispatch))
        }
        AloneView::Asked { peek, question, answers } => {
            let ask = html! {
                <div class="alone-ask" part="dialog" role="group" aria-labelledby="alone-ask">
                    <p id="alone-ask" tabindex="-1">{question}</p>
                    <div class="actions">{buttons(answers, Loudness::Plain, dispatch)}</div>
                </div>
            };
            (Some(peek), ask)
        }
        AloneView::Shown { contents, hide } => {
            (None, alone_contents(contents, button(hide, Loudness::Quiet, dispatch), dispatch))
        }
    };
    html! {
        <div {class}>
            if let Some(peek) = peek {
                {hold_button(peek, dispatch)}
            }
            {below}
        </div>
    }
}

/// Draws the contents for one person alone, and `hide`, the button that hides them.
fn alone_contents(view: &AloneContents, hide: Html, dispatch: &Dispatch) -> Html {
    html! {
        <section class="private alone" aria-label={&view.heading}>
            <p class="more" aria-hidden="true">{&view.heading}</p>
            if let Some(listen) = &view.listen {
                <p>{listen}</p>
            }
            {for view.own.iter().map(|note| html! { <p dir="auto">{note}</p> })}
            {view.held.iter().map(line).collect::<Html>()}
            if let Some(notes) = &view.notes {
                {list(notes, dispatch)}
            }
            {hide}
        </section>
    }
}
