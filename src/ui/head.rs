//! The head of a session's screens.

use yew::prelude::*;

use super::button::{Button, Loudness};
use super::{Dispatch, words};
use crate::present::head::HeadView;

/// Properties of [`Head`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct HeadProps {
    /// Who and what.
    pub head: HeadView,
    /// Where events go.
    pub dispatch: Dispatch,
    /// What stands at its end.
    #[prop_or_default]
    pub children: Html,
}

/// The head: what it is, who, and the way back to the list.
#[component]
pub(super) fn Head(props: &HeadProps) -> Html {
    let HeadView { kicker, title, home } = &props.head;
    html! {
        <header class="head" part="header">
            <div class="who">
                <p class="kicker">{ words(kicker) }</p>
                <h1 id="heading" tabindex="-1" dir="auto">{ words(title) }</h1>
            </div>
            <div class="head-end">
                { props.children.clone() }
                <Button action={home.clone()} loudness={Loudness::Quiet} dispatch={props.dispatch.clone()} />
            </div>
        </header>
    }
}
