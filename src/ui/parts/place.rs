//! The place of a session.

use yew::prelude::*;

use crate::present::parts::place::{Length, PlaceView};

/// Draws the place of a session, as a link if the place is the web address of a meeting.
pub(in crate::ui) fn place(view: &PlaceView) -> Html {
    match &view.href {
        Some(href) => html! {
            <p class="place">
                <a {href} target="_blank" rel="noopener noreferrer">{&view.text}</a>
            </p>
        },
        None if view.length == Length::Long => html! {
            <details class="place"><summary dir="auto">{&view.text}</summary></details>
        },
        None => html! { <p class="place" dir="auto">{&view.text}</p> },
    }
}
