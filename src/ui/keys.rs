//! The listener for the keyboard shortcuts, whose table is in `present/parts/shortcuts.rs`.

use web_sys::{Element, HtmlInputElement, KeyboardEvent};
use yew::{Callback, TargetCast as _};

use super::dispatch::Dispatch;
use super::pace::TypedOn;
use crate::domain::note::NoteKind;
use crate::present::parts::action::Action;
use crate::present::parts::focus::focus_id;
use crate::present::parts::shortcuts::{BINDINGS, Binding, Held, Place};
use crate::program::effect::Focus;
use crate::program::event::{Event, Hotkeys, NotePress, Press};
use crate::program::state::field::{Field, NoteField};

/// Returns the listener for the keys of these places. A key presses its button among `buttons`; the key of a
/// button that is off does nothing.
pub(super) fn listener<'a>(
    places: &[Place],
    buttons: impl IntoIterator<Item = &'a Action>,
    dispatch: &Dispatch,
) -> Callback<KeyboardEvent> {
    let mut bound = Vec::new();
    for button in buttons {
        let is_on = |binding: &Binding| binding.held != Held::Alone || dispatch.hotkeys() == Hotkeys::On;
        let bindings = BINDINGS.iter().filter(|binding| places.contains(&binding.place) && is_on(binding));
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
            if found.0.held == Held::Alone && is_typed_on(*press, event.time_stamp(), &dispatch) {
                return type_on(&event, &key, &dispatch);
            }
            press
                .iter()
                .filter(|press| counts(**press, &event, &dispatch))
                .for_each(|press| dispatch.send(*press));
        } else if key.chars().count() == 1 && is_held(Held::Alone, &event) {
            type_on(&event, &key, &dispatch);
        }
    })
}

/// Returns true if a letter goes on with the line that was kept just now. Only a key that opens a line may be meant right
/// after it: any other would change the session by the first letter of a word.
fn is_typed_on(press: Option<Press>, at: f64, dispatch: &Dispatch) -> bool {
    let opens = matches!(press, Some(Press::Note(NotePress::Opened(_))));
    dispatch.pace().is_typing_on(at) || !opens && dispatch.pace().is_after_line(at)
}

/// Returns true unless a key that goes on to the next item is the second half of a double press.
fn counts(press: Press, event: &KeyboardEvent, dispatch: &Dispatch) -> bool {
    press != Press::WentOn || dispatch.pace().goes_on(event.time_stamp())
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
    matches!(target.map(|target| target.tag_name()).as_deref(), Some("INPUT" | "TEXTAREA" | "SELECT"))
}
