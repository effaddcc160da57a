//! Buttons: an action and its prominence.

use yew::prelude::*;
use yew::virtual_dom::Key;

use crate::present::parts::action::{Action, Choice};
use crate::present::parts::note_list::NoteButton;
use crate::present::parts::shortcuts::shown;
use crate::program::event::{AlonePress, Press, QuarterPress, SendMethod};
use crate::text::Words;
use crate::ui::dispatch::Dispatch;
use crate::ui::pace::Hand;
use crate::ui::words::attribute;

/// Prominence of a button. A screen has one `Primary` at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Loudness {
    /// The button is the main one of its screen.
    Primary,
    /// The button is one of several that matter alike.
    Plain,
    /// The button stands back, as one that leaves or deletes.
    Quiet,
}

/// Draws a button for an action, with its keyboard shortcut if it has one.
pub(in crate::ui) fn button(action: &Action, loudness: Loudness, dispatch: &Dispatch) -> Html {
    drawn(action, Marks::default(), loudness, dispatch)
}

/// Draws a button with this HTML id, so that the focus can move to it. It stays the same element when its words change.
pub(in crate::ui) fn identified_button(
    action: &Action,
    id: &Words,
    loudness: Loudness,
    dispatch: &Dispatch,
) -> Html {
    drawn(action, Marks { id: Some(id.into()), ..Marks::default() }, loudness, dispatch)
}

/// Draws a quiet button that unfolds something and folds it again.
pub(in crate::ui) fn unfolding_button(action: &Action, is_unfolded: bool, dispatch: &Dispatch) -> Html {
    drawn(action, Marks { is_unfolded: Some(is_unfolded), ..Marks::default() }, Loudness::Quiet, dispatch)
}

/// The attributes that only some buttons have.
#[derive(Default)]
struct Marks {
    /// HTML id of the button.
    id: Option<AttrValue>,
    /// True while the part that the button unfolds is shown.
    is_unfolded: Option<bool>,
}

fn drawn(action: &Action, marks: Marks, loudness: Loudness, dispatch: &Dispatch) -> Html {
    let (class, part) = match loudness {
        Loudness::Primary => ("button primary", "button primary-button"),
        Loudness::Plain => ("button", "button"),
        Loudness::Quiet => ("button quiet", "button"),
    };
    let shortcut = shown(action.press, dispatch.hotkeys());
    html! {
        <button
            key={identity(action)}
            type="button"
            id={marks.id}
            {class}
            {part}
            aria-expanded={marks.is_unfolded.map(|is_unfolded| is_unfolded.to_string())}
            aria-label={attribute(&action.name)}
            aria-disabled={off(action)}
            aria-keyshortcuts={shortcut}
            onclick={on_click(action, dispatch)}
        >
            {&action.label}
        </button>
    }
}

/// Draws the main button of a running session, with the name of the next item below its label.
pub(in crate::ui) fn next_button(
    action: &Action,
    title: Option<&Words>,
    loudness: Loudness,
    dispatch: &Dispatch,
) -> Html {
    let class = if loudness == Loudness::Primary { "button primary next" } else { "button next" };
    let (press, way) = (action.press, dispatch.clone());
    let onclick = Callback::from(move |event: MouseEvent| {
        if way.pace().goes_on(event.time_stamp()) && way.pace().takes(event.time_stamp(), hand(&event)) {
            way.send(press);
        }
    });
    html! {
        <button
            key={identity(action)}
            type="button"
            {class}
            part="button primary-button"
            aria-label={attribute(&action.name)}
            aria-keyshortcuts={shown(action.press, dispatch.hotkeys())}
            {onclick}
        >
            <span>{&action.label}</span>
            if let Some(title) = title {
                {" "}
                <span class="next-title" dir="auto">{title}</span>
            }
        </button>
    }
}

/// Draws the button that shows something while it is held. A short press is a press as on any other button.
pub(in crate::ui) fn hold_button(action: &Action, dispatch: &Dispatch) -> Html {
    let down = dispatch.clone();
    let onpointerdown = dispatch.callback(move |event: PointerEvent| {
        down.pace().hold(event.time_stamp());
        Press::Alone(AlonePress::Held)
    });
    let release = || dispatch.callback(|_: PointerEvent| Press::Alone(AlonePress::Released));
    let (press, up) = (action.press, dispatch.clone());
    let onclick = Callback::from(move |event: MouseEvent| {
        // The keyboard presses without holding.
        let was_held = up.pace().was_held(event.time_stamp());
        if !was_held || event.detail() == 0 {
            up.send(press);
        }
    });
    html! {
        <button
            key="alone"
            type="button"
            class="button quiet hold"
            part="button"
            {onpointerdown}
            onpointerup={release()}
            onpointerleave={release()}
            onpointercancel={release()}
            {onclick}
        >
            {&action.label}
        </button>
    }
}

/// Draws a button for the action, or an empty node for `None`, so that its neighbours keep their places.
pub(in crate::ui) fn button_if(action: Option<&Action>, loudness: Loudness, dispatch: &Dispatch) -> Html {
    action.into_iter().map(|action| button(action, loudness, dispatch)).collect()
}

/// Draws a button for each action, all equally prominent.
pub(in crate::ui) fn buttons(actions: &[Action], loudness: Loudness, dispatch: &Dispatch) -> Html {
    actions.iter().map(|action| button(action, loudness, dispatch)).collect()
}

/// Draws one option of several: a button that stays pressed while the option is chosen.
pub(in crate::ui) fn choice(choice: &Choice, dispatch: &Dispatch) -> Html {
    let Choice { action, is_chosen } = choice;
    html! {
        <button
            key={option_key(action)}
            type="button"
            class="button choice"
            part="button"
            aria-label={attribute(&action.name)}
            aria-pressed={is_chosen.to_string()}
            onclick={on_click(action, dispatch)}
        >
            {&action.label}
        </button>
    }
}

/// Draws a box to tick: a button with the role of a checkbox.
pub(in crate::ui) fn tick(choice: &Choice, dispatch: &Dispatch) -> Html {
    let Choice { action, is_chosen } = choice;
    html! {
        <button
            key={option_key(action)}
            type="button"
            class="button choice tick"
            part="button"
            role="checkbox"
            aria-label={attribute(&action.name)}
            aria-checked={is_chosen.to_string()}
            onclick={on_click(action, dispatch)}
        >
            {&action.label}
        </button>
    }
}

/// Draws a button of a note or a summary; a button that is an option states if it is chosen. A button whose
/// words change with the choice stays the same element and keeps the focus.
pub(in crate::ui) fn note_button(button: &NoteButton, dispatch: &Dispatch) -> Html {
    let NoteButton { action, is_on, id } = button;
    // Buttons that change or remove a note stand back behind those that the close asks for.
    let class = match (is_on, action.press) {
        (Some(_), _) => "button choice",
        (None, Press::Note(_)) => "button quiet",
        (None, _) => "button",
    };
    let shortcut = shown(action.press, dispatch.hotkeys());
    html! {
        <button
            type="button"
            {class}
            part="button"
            id={id.clone()}
            aria-pressed={is_on.map(|is_on| is_on.to_string())}
            aria-keyshortcuts={shortcut}
            data-key={shortcut}
            aria-label={attribute(&action.name)}
            aria-disabled={off(action)}
            onclick={on_click(action, dispatch)}
        >
            {&action.label}
        </button>
    }
}

/// Draws a button with an icon, and with the action's label as its accessible name. `path` is an SVG path in
/// a box of 24 by 24.
pub(in crate::ui) fn icon_button(action: &Action, path: &'static str, dispatch: &Dispatch) -> Html {
    html! {
        <button
            type="button"
            class="button icon"
            part="button"
            aria-label={&action.label}
            aria-disabled={off(action)}
            onclick={on_click(action, dispatch)}
        >
            <svg viewBox="0 0 24 24" aria-hidden="true"><path d={path} /></svg>
        </button>
    }
}

/// Returns the listener that sends the action's press at each click; `None` while the action is off.
pub(in crate::ui) fn on_click(action: &Action, dispatch: &Dispatch) -> Option<Callback<MouseEvent>> {
    let (press, dispatch) = (action.press, dispatch.clone());
    (!action.is_off).then(|| {
        Callback::from(move |event: MouseEvent| {
            if dispatch.pace().takes(event.time_stamp(), hand(&event)) {
                dispatch.send(press);
            }
        })
    })
}

/// Returns the origin of a click: only a pointer counts its clicks.
fn hand(event: &MouseEvent) -> Hand {
    if event.detail() > 0 { Hand::Pointer } else { Hand::Keyboard }
}

/// Returns the value of `aria-disabled`; `None` for a button that is on. Unlike a button that is `disabled`,
/// a button that is off can have the focus: the keyboard keeps its place, and a screen reader says that the
/// button is there.
fn off(action: &Action) -> Option<&'static str> {
    action.is_off.then_some("true")
}

/// Returns the key of an option among its siblings: its label, and for a day on which a seller does not work the seller, too.
fn option_key(action: &Action) -> Key {
    match action.press {
        Press::Quarter(QuarterPress::DayOffToggled(seller, day)) => {
            Key::from(format!("day-off-{seller}-{day}"))
        }
        _ => Key::from(&action.label),
    }
}

/// Returns the key by which Yew tells a button from its neighbours. A button whose words change with its
/// action stays the same one, and keeps the focus.
fn identity(action: &Action) -> Key {
    let place = match action.press {
        Press::Paused | Press::Resumed => "pause",
        Press::WentOn | Press::Ended => "next",
        Press::ClockUndone | Press::Undone => "undo",
        Press::WentBack => "back",
        Press::DefaultsToggled => "defaults",
        Press::NamesToggled => "names",
        Press::ChecklistToggled => "checklist",
        Press::ChecklistLineToggled(_) => "checklist-line",
        Press::EndConfirmed => "end",
        Press::Sent(SendMethod::Copy | SendMethod::CopyCode) => "copy",
        Press::Quarter(QuarterPress::Sent(_)) => "send",
        Press::Quarter(QuarterPress::ReadToggled(_)) => "read",
        Press::Running(press) => return Key::from(format!("{press:?}")),
        Press::AloneSaid(..) | Press::Alone(AlonePress::Hidden) => "alone",
        _ => return Key::from(&action.label),
    };
    Key::from(place)
}
