//! A button: an action and how loud it is.

use yew::prelude::*;

use super::{Dispatch, words};
use crate::present::Action;

/// How loud a button is. A screen has one `Primary` at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Loudness {
    /// The way on.
    Primary,
    /// One of several ways.
    Plain,
    /// Out of the way.
    Quiet,
}

/// Properties of [`Button`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ButtonProps {
    /// What it does.
    pub action: Action,
    /// How loud it is.
    pub loudness: Loudness,
    /// Where the event goes.
    pub dispatch: Dispatch,
}

/// A button.
#[component]
pub(super) fn Button(props: &ButtonProps) -> Html {
    let Action { label, name, event } = &props.action;
    let onclick = {
        let (dispatch, event) = (props.dispatch.clone(), event.clone());
        Callback::from(move |_| dispatch.send(event.clone()))
    };
    let (class, part) = match props.loudness {
        Loudness::Primary => ("button primary", "button primary-button"),
        Loudness::Plain => ("button", "button"),
        Loudness::Quiet => ("button quiet", "button"),
    };
    html! {
        <button type="button" {class} {part} aria-label={name.as_ref().map(words)} {onclick}>{ words(label) }</button>
    }
}

/// Properties of [`IconButton`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct IconButtonProps {
    /// What it does; nothing at the moment, but the button keeps its place and the focus.
    pub action: Option<Action>,
    /// The path of the icon, in a box of 24 by 24.
    pub path: &'static str,
    /// Where the event goes.
    pub dispatch: Dispatch,
}

/// A button that shows an icon and is named by its action's words. One without an action stays
/// where it is, so that the others do not jump and a focus on it is not lost.
#[component]
pub(super) fn IconButton(props: &IconButtonProps) -> Html {
    let onclick = {
        let (dispatch, action) = (props.dispatch.clone(), props.action.clone());
        Callback::from(move |_| action.iter().for_each(|action| dispatch.send(action.event.clone())))
    };
    let name = props.action.as_ref().map(|action| words(&action.label));
    let off = props.action.is_none();
    html! {
        <button type="button" class="button icon" part="button" aria-label={name} aria-hidden={off.then_some("true")}
            tabindex={off.then_some("-1")} disabled={off} {onclick}>
            <svg viewBox="0 0 24 24" aria-hidden="true"><path d={props.path} /></svg>
        </button>
    }
}
