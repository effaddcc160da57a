//! The keyboard shortcuts, in one table. A binding names a button by its press, so a key never does what
//! no button on the screen does, and a button that shows its key reads it from the same line.
//!
//! The keys of the browser are not listed here: Enter submits a form, Space presses a button.

use web_sys::{Element, HtmlInputElement, KeyboardEvent};
use yew::{Callback, TargetCast as _};

use super::dispatch::Dispatch;
use super::pace::TypedOn;
use crate::domain::agenda::Direction;
use crate::domain::note::NoteKind;
use crate::present::parts::action::Action;
use crate::present::parts::focus::focus_id;
use crate::program::effect::Focus;
use crate::program::event::{Event, Hotkeys, NotePress, Press};
use crate::program::state::field::{Field, NoteField};

/// The part of a screen in which a key works: the element that listens, and everything within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// The key works on the screen of a running or ended session, while the line for notes is closed.
    Session,
    /// The key works in the open line in which a note is written.
    Line,
    /// The key works in the row of one item in the agenda editor.
    Item,
}

/// Modifier keys with which a shortcut works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Held {
    /// The key works without Alt, Control and Meta, and not while the person types in a field.
    Alone,
    /// The key works together with Alt.
    WithAlt,
    /// The key works with or without modifier keys, in fields as well.
    Anyhow,
}

/// A shortcut: a key, and the button that the key presses.
struct Binding {
    /// Part of the screen in which the key works.
    place: Place,
    /// Modifier keys with which the key works.
    held: Held,
    /// Name of the key in `KeyboardEvent.key`.
    key: &'static str,
    /// Test that is true for the press of the shortcut's button.
    presses: fn(Press) -> bool,
}

/// All shortcuts. A screen hands the buttons of a place to [`listener`].
#[rustfmt::skip]
const BINDINGS: &[Binding] = &[
    Binding { place: Place::Session, held: Held::Alone, key: "s", presses: |press| opens(press, NoteKind::NextStep) },
    Binding { place: Place::Session, held: Held::Alone, key: "p", presses: |press| opens(press, NoteKind::Parked) },
    Binding { place: Place::Session, held: Held::Alone, key: "n", presses: |press| opens(press, NoteKind::Shared) },
    Binding { place: Place::Line, held: Held::Anyhow, key: "Escape", presses: |press| press == Press::Note(NotePress::PutAway) },
    Binding { place: Place::Item, held: Held::WithAlt, key: "ArrowUp", presses: |press| moves(press, Direction::Earlier) },
    Binding { place: Place::Item, held: Held::WithAlt, key: "ArrowDown", presses: |press| moves(press, Direction::Later) },
];

fn opens(press: Press, kind: NoteKind) -> bool {
    press == Press::Note(NotePress::Opened(kind))
}

fn moves(press: Press, to: Direction) -> bool {
    matches!(press, Press::ItemMoved(_, direction) if direction == to)
}

/// Returns the key that the button of `press` shows. Only keys that work on the whole screen are shown;
/// `None` for any other, and where the host page keeps the keys for itself.
pub(super) fn shown(press: Press, hotkeys: Hotkeys) -> Option<&'static str> {
    let binding = BINDINGS.iter().find(|binding| (binding.presses)(press))?;
    (binding.held == Held::Alone && hotkeys == Hotkeys::On).then_some(binding.key)
}

/// Returns the listener for the keys of `place`. A key presses its button among `buttons`; the key of a
/// button that is off does nothing.
pub(super) fn listener<'a>(
    place: Place,
    buttons: impl IntoIterator<Item = &'a Action>,
    dispatch: &Dispatch,
) -> Callback<KeyboardEvent> {
    let mut bound = Vec::new();
    for button in buttons {
        let is_on = |binding: &Binding| binding.held != Held::Alone || dispatch.hotkeys() == Hotkeys::On;
        let bindings = BINDINGS.iter().filter(|binding| binding.place == place && is_on(binding));
        let press = (!button.is_off).then_some(button.press);
        bound.extend(bindings.filter(|own| (own.presses)(button.press)).map(|own| (own, press)));
    }
    let dispatch = dispatch.clone();
    Callback::from(move |event: KeyboardEvent| {
        if is_composing(&event) {
            return;
        }
        let key = event.key();
        let is_named = |name: &str| is_named(name, &key, &event);
        // A letter that repeats in an empty field was pressed before the field had the focus: it opened the
        // line.
        if event.repeat() && key.chars().count() == 1 && is_in_empty_field(&event) {
            event.prevent_default();
            return;
        }
        let found = bound.iter().find(|(binding, _)| is_named(binding.key) && is_held(binding.held, &event));
        if let Some(found @ (_, press)) = found {
            // Otherwise a letter would be typed into the field that opens.
            event.prevent_default();
            // A held letter presses its button once; an arrow goes on moving.
            if event.repeat() && found.0.held == Held::Alone {
                return;
            }
            if found.0.held == Held::Alone && dispatch.pace().is_typing_on(event.time_stamp()) {
                return type_on(&event, &key, &dispatch);
            }
            press.iter().for_each(|press| dispatch.send(*press));
        } else if key.chars().count() == 1 && is_held(Held::Alone, &event) {
            type_on(&event, &key, &dispatch);
        }
    })
}

/// Takes a letter beside the fields. If it goes on with what the person typed into the line that was kept just now, it
/// opens a new line of the same kind, for the same readers, whose button has the focus: no word goes nowhere.
fn type_on(event: &KeyboardEvent, letter: &str, dispatch: &Dispatch) {
    let Some(kind) = opener(event) else { return };
    let Some(typed) = dispatch.pace().type_on(event.time_stamp(), letter) else { return };
    // A space between words presses no button.
    event.prevent_default();
    let text = match typed {
        TypedOn::Begins => return,
        TypedOn::Opens(text) => {
            dispatch.send(Press::Note(NotePress::TypedOn(kind)));
            text
        }
        TypedOn::GoesOn(text) => text,
    };
    dispatch.send(Event::Typed(Field::Note(NoteField::Words), text));
}

/// Returns the kind of note whose button has the focus; `None` for any other element.
fn opener(event: &KeyboardEvent) -> Option<NoteKind> {
    let id = event.target_dyn_into::<Element>()?.id();
    [NoteKind::NextStep, NoteKind::Parked, NoteKind::Shared]
        .into_iter()
        .find(|kind| id == focus_id(Focus::Opener(*kind)))
}

/// Returns true if the event is of the key with this name. With Caps Lock on, a letter arrives as a capital. A layout
/// without Latin letters is read by the place of the key ([UI Events code], section 3.1).
///
/// [UI Events code]: https://www.w3.org/TR/uievents-code/#key-alphanumeric-writing-system
fn is_named(name: &str, key: &str, event: &KeyboardEvent) -> bool {
    if name == key || !event.shift_key() && name.eq_ignore_ascii_case(key) {
        return true;
    }
    let is_foreign = key.chars().count() == 1 && !key.is_ascii();
    is_foreign
        && name.len() == 1
        && !event.shift_key()
        && event.code() == format!("Key{}", name.to_ascii_uppercase())
}

fn is_held(held: Held, event: &KeyboardEvent) -> bool {
    match held {
        Held::Alone => !is_typing(event) && !event.alt_key() && !event.ctrl_key() && !event.meta_key(),
        Held::WithAlt => event.alt_key(),
        Held::Anyhow => true,
    }
}

/// Returns true while an input method composes text: its keys choose among the candidates, and Escape gives up the
/// composition. Some browsers report the last key of a composition by the code alone ([UI Events], section 4.3.3).
///
/// [UI Events]: https://www.w3.org/TR/uievents/#determine-keydown-keyup-keyCode
fn is_composing(event: &KeyboardEvent) -> bool {
    /// Code of a key that the input method processes.
    const PROCESSED: u32 = 229;
    event.is_composing() || event.key_code() == PROCESSED
}

fn is_in_empty_field(event: &KeyboardEvent) -> bool {
    event.target_dyn_into::<HtmlInputElement>().is_some_and(|field| field.value().is_empty())
}

fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target_dyn_into::<Element>();
    matches!(target.map(|target| target.tag_name()).as_deref(), Some("INPUT" | "TEXTAREA"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_a_place_are_unique() {
        for (at, own) in BINDINGS.iter().enumerate() {
            let same = |other: &Binding| (other.place, other.key) == (own.place, own.key);
            assert_eq!(BINDINGS.iter().position(same), Some(at), "{:?}: {}", own.place, own.key);
        }
    }

    #[test]
    fn keys_within_a_field_or_row_are_not_shown() {
        assert_eq!(shown(Press::Note(NotePress::Opened(NoteKind::Parked)), Hotkeys::On), Some("p"));
        assert_eq!(shown(Press::Note(NotePress::PutAway), Hotkeys::On), None);
        assert_eq!(shown(Press::WentOn, Hotkeys::On), None);
    }
}
