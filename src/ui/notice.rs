//! Something that asks for a decision, beside what it is about.

use yew::prelude::*;

use super::button::{Loudness, button};
use super::{Dispatch, words};
use crate::present::Notice;

/// Notices. The region stays when it is empty, so that a screen reader hears what comes into it.
pub(super) fn notices<'a>(notices: impl IntoIterator<Item = &'a Notice>, dispatch: &Dispatch) -> Html {
    let notice = |notice: &Notice| html! {
        <div class="notice">
            <p>{ words(&notice.text) }</p>
            <div class="actions">{ for notice.actions.iter().map(|action| button(action, Loudness::Plain, dispatch)) }</div>
        </div>
    };
    html! { <div class="notices" role="status">{ for notices.into_iter().map(notice) }</div> }
}
