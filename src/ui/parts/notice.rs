//! Notices: sentences that ask for attention, with buttons.

use yew::prelude::*;

use super::button::{Loudness, buttons};
use crate::present::parts::notice::Notice;
use crate::ui::dispatch::Dispatch;

/// Draws notices. The region stays while it is empty, so that a screen reader announces each new notice.
pub(in crate::ui) fn notices(notices: &[Notice], dispatch: &Dispatch) -> Html {
    html! {
        <div class="notices" role="status">
            {for notices.iter().map(|view| notice(view, dispatch))}
        </div>
    }
}

fn notice(view: &Notice, dispatch: &Dispatch) -> Html {
    html! {
        <div class="notice">
            <p>{&view.text}</p>
            <div class="actions">{buttons(&view.actions, Loudness::Plain, dispatch)}</div>
        </div>
    }
}
