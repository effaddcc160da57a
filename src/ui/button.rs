//! Buttons: an action and how loud it is.

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

/// A button.
pub(super) fn button(action: &Action, loudness: Loudness, dispatch: &Dispatch) -> Html {
    let (class, part) = match loudness {
        Loudness::Primary => ("button primary", "button primary-button"),
        Loudness::Plain => ("button", "button"),
        Loudness::Quiet => ("button quiet", "button"),
    };
    html! {
        <button key={&*action.label} type="button" {class} {part} aria-label={action.name.as_ref().map(words)}
            onclick={dispatch.on_click(action)}>
            { words(&action.label) }
        </button>
    }
}

/// A button of each action, all equally loud.
pub(super) fn buttons(actions: &[Action], loudness: Loudness, dispatch: &Dispatch) -> Html {
    actions.iter().map(|action| button(action, loudness, dispatch)).collect()
}

/// A button that shows an icon, a path in a box of 24 by 24, and is named by its action's words.
/// One without an action keeps its place, so that the others do not jump.
pub(super) fn icon_button(action: Option<&Action>, path: &'static str, dispatch: &Dispatch) -> Html {
    let off = action.is_none();
    html! {
        <button type="button" class="button icon" part="button" aria-label={action.map(|action| words(&action.label))}
            disabled={off} onclick={action.map(|action| dispatch.on_click(action))}>
            <svg viewBox="0 0 24 24" aria-hidden="true"><path d={path} /></svg>
        </button>
    }
}
