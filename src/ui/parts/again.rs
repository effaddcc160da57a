//! The words of the preparations, to read again once the session has begun.

use yew::prelude::*;

use super::button::{Loudness, button_if};
use super::line::line;
use crate::present::parts::again::{AgainView, SharedView};
use crate::ui::dispatch::Dispatch;

/// Draws the shared words of the preparations, folded, and the button that leads to the seller's private ones.
pub(in crate::ui) fn again(view: &AgainView, dispatch: &Dispatch) -> Html {
    html! {
        <>
            if let Some(view) = &view.shared {
                {shared(view)}
            }
            {button_if(view.own.as_ref(), Loudness::Quiet, dispatch)}
        </>
    }
}

fn shared(view: &SharedView) -> Html {
    let parts = view.parts.iter().map(|(heading, lines)| {
        html! {
            <>
                <h3>{heading}</h3>
                {lines.iter().map(line).collect::<Html>()}
            </>
        }
    });
    html! {
        <details class="more-lines">
            <summary>{&view.name}</summary>
            {for parts}
        </details>
    }
}
