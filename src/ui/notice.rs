//! Something that asks for a decision, beside what it is about.

use yew::prelude::*;

use super::button::{Button, Loudness};
use super::{Dispatch, words};
use crate::present::Notice as NoticeView;

/// Properties of [`Notices`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct NoticesProps {
    /// What asks, the most pressing first.
    pub notices: Vec<NoticeView>,
    /// Where events go.
    pub dispatch: Dispatch,
}

/// Notices. The region stays when it is empty, so that a screen reader hears what comes into it.
#[component]
pub(super) fn Notices(props: &NoticesProps) -> Html {
    let notice = |(place, notice): (usize, &NoticeView)| {
        let button = |(place, action)| html! {
            <Button key={place} {action} loudness={Loudness::Plain} dispatch={props.dispatch.clone()} />
        };
        html! {
            <div key={place} class="notice">
                <p>{ words(&notice.text) }</p>
                <div class="actions">{ for notice.actions.iter().cloned().enumerate().map(button) }</div>
            </div>
        }
    };
    html! { <div class="notices" role="status">{ for props.notices.iter().enumerate().map(notice) }</div> }
}
