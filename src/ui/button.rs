//! Buttons: an action and how loud it is.

use yew::Html;

use super::Dispatch;
use super::tag::{keyed, tag, text, words};
use crate::present::{Action, Choice};
use crate::program::event::Press;

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
    let name = action.name.as_ref().map(words);
    let label = vec![text(&action.label)];
    let button = tag!("button", "type" = "button", "class" = class, "part" = part, "aria-label" = name,
        "aria-disabled" = off(action); label);
    keyed(dispatch.on_click(button, action), place(action))
}

/// A button that is off can still be stood on, unlike one that is `disabled`: the keyboard keeps its
/// place, and a screen reader says that it is there.
pub(super) fn off(action: &Action) -> Option<&'static str> {
    action.is_off.then_some("true")
}

/// What tells a button from its neighbours. Where the words change with what it does, the button
/// stays the same one, and keeps the focus.
fn place(action: &Action) -> &str {
    match action.press {
        Press::Paused | Press::Resumed => "pause",
        Press::WentOn | Press::Ended => "next",
        Press::ClockUndone | Press::Undone => "undo",
        Press::WentBack => "back",
        Press::DefaultsToggled => "defaults",
        Press::EndConfirmed => "end",
        _ => &action.label,
    }
}

/// A button of each action, all equally loud.
pub(super) fn buttons(actions: &[Action], loudness: Loudness, dispatch: &Dispatch) -> Html {
    actions.iter().map(|action| button(action, loudness, dispatch)).collect()
}

/// One of several things to choose: a button that stays pressed.
pub(super) fn choice(choice: &Choice, dispatch: &Dispatch) -> Html {
    held(choice, "choice", None, dispatch)
}

/// Something to tick.
pub(super) fn tick(choice: &Choice, dispatch: &Dispatch) -> Html {
    held(choice, "choice tick", Some("checkbox"), dispatch)
}

fn held(choice: &Choice, class: &'static str, role: Option<&'static str>, dispatch: &Dispatch) -> Html {
    let Choice { action, is_chosen } = choice;
    let chosen = if *is_chosen { "true" } else { "false" };
    let button = tag!("button", "type" = "button", "class" = class, "part" = "button", "role" = role,
        "aria-checked" = role.map(|_| chosen), "aria-pressed" = role.is_none().then_some(chosen);
        vec![text(&action.label)]);
    keyed(dispatch.on_click(button, action), &action.label)
}

/// A button that shows an icon, a path in a box of 24 by 24, and is named by its action's words.
pub(super) fn icon_button(action: &Action, path: &'static str, dispatch: &Dispatch) -> Html {
    let path = tag!("path", "d" = path; Vec::new());
    let icon = tag!("svg", "viewBox" = "0 0 24 24", "aria-hidden" = "true"; vec![path.into()]);
    let button = tag!("button", "type" = "button", "class" = "button icon", "part" = "button",
        "aria-label" = words(&action.label), "aria-disabled" = off(action); vec![icon.into()]);
    dispatch.on_click(button, action).into()
}
