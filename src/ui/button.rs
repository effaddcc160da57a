//! Buttons: an action and how loud it is.

use std::rc::Rc;

use yew::AttrValue;

use super::ear::Hears;
use super::page::{Drawn, Page, draw};
use crate::present::parts::action::{Action, Choice};
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
pub(super) fn button(page: &mut Page, action: &Action, loudness: Loudness) -> Drawn {
    let (class, part) = match loudness {
        Loudness::Primary => ("button primary", "button primary-button"),
        Loudness::Plain => ("button", "button"),
        Loudness::Quiet => ("button quiet", "button"),
    };
    draw!(
        page,
        "<button key='{}' type='button' class='{}' part='{}' aria-label='{}' aria-disabled='{}'>{}</button>",
        place(action),
        class,
        part,
        &action.name,
        off(action),
        &action.label,
    );
    clicked(page, action)
}

/// A button where there is something to do.
pub(super) fn button_if(page: &mut Page, action: &Option<Action>, loudness: Loudness) -> Drawn {
    page.each(action, |page, action| button(page, action, loudness))
}

/// A button that is off can still be stood on, unlike one that is `disabled`: the keyboard keeps its
/// place, and a screen reader says that it is there.
pub(super) fn off(action: &Action) -> Option<&'static str> {
    action.is_off.then_some("true")
}

/// What was drawn last brings the action about at each click, unless it is off.
pub(super) fn clicked(page: &mut Page, action: &Action) -> Drawn {
    match action.is_off {
        true => Drawn,
        false => page.hears(Hears::Click(action.press)),
    }
}

/// What tells a button from its neighbours. Where the words change with what it does, the button
/// stays the same one, and keeps the focus.
fn place(action: &Action) -> AttrValue {
    AttrValue::Static(match action.press {
        Press::Paused | Press::Resumed => "pause",
        Press::WentOn | Press::Ended => "next",
        Press::ClockUndone | Press::Undone => "undo",
        Press::WentBack => "back",
        Press::DefaultsToggled => "defaults",
        Press::EndConfirmed => "end",
        Press::AloneSaid(..) => "alone",
        _ => return AttrValue::Rc(Rc::from(&*action.label)),
    })
}

/// A button of each action, all equally loud.
pub(super) fn buttons(page: &mut Page, actions: &[Action], loudness: Loudness) -> Drawn {
    page.each(actions, |page, action| button(page, action, loudness))
}

/// One of several things to choose: a button that stays pressed.
pub(super) fn choice(page: &mut Page, choice: &Choice) -> Drawn {
    held(page, choice, "button choice", None)
}

/// Something to tick.
pub(super) fn tick(page: &mut Page, choice: &Choice) -> Drawn {
    held(page, choice, "button choice tick", Some("checkbox"))
}

fn held(page: &mut Page, choice: &Choice, class: &'static str, role: Option<&'static str>) -> Drawn {
    let Choice { action, is_chosen } = choice;
    let chosen = if *is_chosen { "true" } else { "false" };
    draw!(
        page,
        "<button key='{}' type='button' class='{}' part='button' role='{}' aria-label='{}' aria-checked='{}' \
            aria-pressed='{}'>\
            {}\
        </button>",
        &action.label,
        class,
        role,
        &action.name,
        role.map(|_| chosen),
        role.is_none().then_some(chosen),
        &action.label,
    );
    clicked(page, action)
}

/// A button that shows an icon, a path in a box of 24 by 24, and is named by its action's words.
pub(super) fn icon_button(page: &mut Page, (action, path): (&Action, &'static str)) -> Drawn {
    draw!(
        page,
        "<button type='button' class='button icon' part='button' aria-label='{}' aria-disabled='{}'>\
            <svg viewBox='0 0 24 24' aria-hidden='true'><path d='{}'/></svg>\
        </button>",
        &action.label,
        off(action),
        path,
    );
    clicked(page, action)
}
