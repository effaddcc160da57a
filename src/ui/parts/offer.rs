//! The card at a change of item with a proposal about the minutes that are left.

use yew::prelude::*;

use super::button::{Loudness, buttons};
use crate::present::parts::offer::OfferView;
use crate::ui::dispatch::Dispatch;

/// Draws the card. The region stays while it is empty, so that a screen reader announces the proposal.
pub(in crate::ui) fn offer(view: Option<&OfferView>, dispatch: &Dispatch) -> Html {
    html! {
        <div class="offers" role="status">
            {view.map(|view| card(view, dispatch)).unwrap_or_default()}
        </div>
    }
}

fn card(view: &OfferView, dispatch: &Dispatch) -> Html {
    html! {
        <div class="offer" id="offer">
            <p aria-hidden="true">{&view.text}</p>
            <p class="spoken">{&view.spoken}</p>
            <div class="actions">{buttons(&view.actions, Loudness::Plain, dispatch)}</div>
            if !view.others.is_empty() {
                <div class="offer-others">{buttons(&view.others, Loudness::Quiet, dispatch)}</div>
            }
        </div>
    }
}
