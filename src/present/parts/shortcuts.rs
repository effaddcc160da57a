//! The keyboard shortcuts, in one table. A binding names a button by its press, so a key never does what no button on the
//! screen does; a button that shows its key, and the list of the keys, read it from the same line.
//!
//! The keys of the browser are not listed here: Enter submits a form, Space presses a button.

use super::action::{Action, Choice};
use crate::domain::agenda::Direction;
use crate::domain::note::NoteKind;
use crate::domain::time::Minutes;
use crate::program::event::{Hotkeys, NotePress, Press, RunningPress};
use crate::program::state::model::Model;
use crate::program::state::running::Layer;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// The part of a screen in which a key works: the element that listens, and everything within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The key works on the screen of a running or ended session, while the line for notes is closed.
    Session,
    /// The key works while a session is drawn for a screen that both see.
    Shared,
    /// The key works in the open line in which a note is written.
    Line,
    /// The key works in the row of one item in the agenda editor.
    Item,
}

/// Modifier keys with which a shortcut works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// The key works without Alt, Control and Meta, and not while the person types in a field.
    Alone,
    /// The key works together with Alt.
    WithAlt,
    /// The key works with or without modifier keys, in fields as well.
    Anyhow,
}

/// A shortcut: a key, and the button that the key presses.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// Part of the screen in which the key works.
    pub place: Place,
    /// Modifier keys with which the key works.
    pub held: Held,
    /// Name of the key in `KeyboardEvent.key`.
    pub key: &'static str,
    /// Test that is true for the press of the shortcut's button.
    pub presses: fn(Press) -> bool,
    /// Message that says what the key does, for the list of the keys; `None` for a key that is not listed.
    pub says: Option<Message<'static>>,
}

/// Returns a key of one letter on the screen of a session.
const fn letter(key: &'static str, says: Message<'static>, presses: fn(Press) -> bool) -> Binding {
    Binding { place: Place::Session, held: Held::Alone, key, presses, says: Some(says) }
}

/// Returns a key that no list shows.
const fn unlisted(place: Place, held: Held, key: &'static str, presses: fn(Press) -> bool) -> Binding {
    Binding { place, held, key, presses, says: None }
}

/// All shortcuts, those of a session in the order of the list. Ending the session has no key: *Next* on the last item
/// would end it by the same one.
#[rustfmt::skip]
pub const BINDINGS: &[Binding] = &[
    letter("g", Message::KeyGoOn, |press| press == Press::WentOn),
    letter("b", Message::KeyBack, |press| press == Press::WentBack),
    letter("w", Message::KeyPause, |press| matches!(press, Press::Paused | Press::Resumed)),
    letter("m", Message::KeyMore, |press| press == Press::Extended(Minutes(1))),
    letter("s", Message::WriteNextStep, |press| opens(press, NoteKind::NextStep)),
    letter("p", Message::WriteParked, |press| opens(press, NoteKind::Parked)),
    letter("n", Message::WriteNote, |press| opens(press, NoteKind::Shared)),
    letter("a", Message::KeyAsked, |press| matches!(press, Press::QuestionAsked(..))),
    letter("o", Message::KeyAnother, |press| matches!(press, Press::QuestionPassed(..))),
    letter("v", Message::KeyShared, |press| press == Press::Running(RunningPress::SharedToggled)),
    letter("f", Message::KeyFloat, |press| press == Press::Running(RunningPress::FloatToggled)),
    letter("?", Message::KeyList, |press| press == Press::Running(RunningPress::KeysListed)),
    unlisted(Place::Shared, Held::Anyhow, "Escape", |press| press == Press::Running(RunningPress::SharedToggled)),
    unlisted(Place::Line, Held::Anyhow, "Escape", |press| press == Press::Note(NotePress::PutAway)),
    unlisted(Place::Item, Held::WithAlt, "ArrowUp", |press| moves(press, Direction::Earlier)),
    unlisted(Place::Item, Held::WithAlt, "ArrowDown", |press| moves(press, Direction::Later)),
];

fn opens(press: Press, kind: NoteKind) -> bool {
    press == Press::Note(NotePress::Opened(kind))
}

fn moves(press: Press, to: Direction) -> bool {
    matches!(press, Press::ItemMoved(_, direction) if direction == to)
}

/// Returns the key that the button of `press` names. Only keys that work on the whole screen are named; `None` for any
/// other, and where the host page keeps the keys for itself.
#[must_use]
pub fn shown(press: Press, hotkeys: Hotkeys) -> Option<&'static str> {
    let binding = BINDINGS.iter().find(|binding| (binding.presses)(press))?;
    (binding.held == Held::Alone && hotkeys == Hotkeys::On).then_some(binding.key)
}

/// The keys of a running session: their switch, and their list.
#[derive(Clone, Debug, PartialEq)]
pub struct KeysView {
    /// Switch of the keys: chosen while they work.
    pub switch: Choice,
    /// Button that shows the list of the keys.
    pub list: Action,
    /// List of the keys; `None` while it is closed.
    pub sheet: Option<KeysSheet>,
}

/// The list of the keys of a running session.
#[derive(Clone, Debug, PartialEq)]
pub struct KeysSheet {
    /// Heading of the list.
    pub heading: Words,
    /// Sentence that says where the keys work.
    pub hint: Words,
    /// Keys, each with the words that say what it does.
    pub keys: Vec<(&'static str, Words)>,
    /// Button that closes the list.
    pub close: Action,
}

/// Returns the keys of a running session; `None` where the host page keeps the keys for itself.
pub(crate) fn keys(env: &Env<'_>, model: &Model) -> Option<KeysView> {
    if model.here.host.hotkeys == Hotkeys::Off {
        return None;
    }
    let press = |label: &Message<'_>, press| Action::new(env, label, Press::Running(press));
    let is_listed = model.screen.session().is_some_and(|state| state.layer == Layer::Keys);
    Some(KeysView {
        switch: Choice {
            action: press(&Message::KeysOn, RunningPress::KeysToggled),
            is_chosen: !model.settings().keys_are_off,
        },
        list: press(&Message::KeysList, RunningPress::KeysListed),
        sheet: is_listed.then(|| KeysSheet {
            heading: env.say(&Message::KeysList),
            hint: env.say(&Message::KeysHint),
            keys: listed()
                .filter(|(_, says)| *says != Message::KeyFloat || model.here.can_float)
                .map(|(key, says)| (key, env.say(&says)))
                .collect(),
            close: press(&Message::KeysClose, RunningPress::KeysListed),
        }),
    })
}

/// Returns the keys that are listed, each with the message that says what it does.
fn listed() -> impl Iterator<Item = (&'static str, Message<'static>)> {
    BINDINGS.iter().filter_map(|binding| Some((binding.key, binding.says?)))
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
        assert_eq!(shown(Press::Note(NotePress::Opened(NoteKind::Parked)), Hotkeys::Off), None);
        assert_eq!(shown(Press::Note(NotePress::PutAway), Hotkeys::On), None);
        assert_eq!(shown(Press::Ended, Hotkeys::On), None);
    }

    #[test]
    fn every_key_of_a_session_is_listed() {
        let of_session = BINDINGS.iter().filter(|binding| binding.place == Place::Session);
        let keys: Vec<_> = listed().map(|(key, _)| key).collect();
        assert_eq!(of_session.map(|binding| binding.key).collect::<Vec<_>>(), keys);
    }
}
