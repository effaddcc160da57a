//! The place of a session.

use yew::prelude::*;

use crate::present::parts::place::{Length, PlaceView};
use crate::text::Words;

/// Draws the place of a session: as a link if the place holds the web address of a meeting, with the rest of a pasted
/// invitation below.
pub(in crate::ui) fn place(view: &PlaceView) -> Html {
    match &view.href {
        Some(href) => html! {
            <>
                <p class="place">
                    <a {href} target="_blank" rel="noopener noreferrer">{&view.text}</a>
                </p>
                if let Some(more) = &view.more {
                    {words(more, view.length)}
                }
            </>
        },
        None => words(&view.text, view.length),
    }
}

/// Draws the words of a place; long ones folded to their beginning.
fn words(words: &Words, length: Length) -> Html {
    match length {
        Length::Long => html! {
            <details class="place"><summary dir="auto">{words}</summary></details>
        },
        Length::Short => html! { <p class="place" dir="auto">{words}</p> },
    }
}
