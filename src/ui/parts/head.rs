//! The head of each screen about one session.

use yew::prelude::*;

use super::button::{Loudness, button};
use crate::present::parts::head::HeadView;
use crate::text::Words;
use crate::ui::dispatch::Dispatch;

/// Draws the heading of a screen, which takes the focus when the screen opens.
pub(in crate::ui) fn heading(words: &Words) -> Html {
    html! { <h1 id="heading" tabindex="-1" dir="auto">{words}</h1> }
}

/// Draws the names of the two people as the heading of a screen. A translator leaves them as they are.
fn heading_of_names(names: &Words) -> Html {
    html! { <h1 id="heading" tabindex="-1" dir="auto" translate="no">{names}</h1> }
}

/// Draws the head of a screen: the coaching type, the two names, the content of `end`, and the way back to
/// the list.
pub(in crate::ui) fn head(view: &HeadView, end: Html, dispatch: &Dispatch) -> Html {
    html! {
        <div class="head" part="header">
            <div class="who">
                <p class="kicker">{&view.kicker}</p>
                {heading_of_names(&view.title)}
            </div>
            <div class="head-end">
                {end}
                {button(&view.home, Loudness::Quiet, dispatch)}
            </div>
        </div>
    }
}
