//! The head of a session's screens.

use yew::prelude::*;

use super::button::{Loudness, button};
use super::{Dispatch, paragraph, words};
use crate::present::head::HeadView;

/// The head: what it is, who, what stands at its `end`, and the way back to the list.
pub(super) fn head(head: &HeadView, end: Html, dispatch: &Dispatch) -> Html {
    html! {
        <header class="head" part="header">
            <div class="who">
                { paragraph("kicker", &head.kicker) }
                <h1 id="heading" tabindex="-1" dir="auto">{ words(&head.title) }</h1>
            </div>
            <div class="head-end">{ end }{ button(&head.home, Loudness::Quiet, dispatch) }</div>
        </header>
    }
}
