//! The switches of the signals of a running session.

use yew::prelude::*;

use super::button::tick;
use crate::present::parts::signals::SignalsView;
use crate::ui::dispatch::Dispatch;

/// Draws the switches of the signals, folded.
pub(in crate::ui) fn signals(view: &SignalsView, dispatch: &Dispatch) -> Html {
    html! {
        <details class="more-lines signals">
            <summary>{&view.name}</summary>
            <div class="ticks">{for view.switches.iter().map(|choice| tick(choice, dispatch))}</div>
            <div role="status">
                {for view.told.iter().map(|told| html! { <p class="hint">{told}</p> })}
            </div>
        </details>
    }
}
