//! The statement about the sending of a session.

use yew::prelude::*;

use crate::present::parts::sending::SentView;

/// Draws the statement; nothing for `None`.
pub(in crate::ui) fn statement(view: Option<&SentView>) -> Html {
    html! {
        if let Some(SentView { words, is_open }) = view {
            <p class={if *is_open { "sent open" } else { "sent" }}>{words}</p>
        }
    }
}
