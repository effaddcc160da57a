//! The pace of presses: a press that comes too soon after another one does nothing. A double click and a slip of the
//! finger would otherwise press what has just come up in the same place.

use std::cell::{Cell, RefCell};

use crate::domain::note::Readers;

/// Time after a press in which another one counts as its second half, in milliseconds: the usual time of a double
/// click.
const SECOND_PRESS: f64 = 500.0;

/// Time without a letter after which a person who goes on typing after a kept line has come to an end, in milliseconds.
const REST: f64 = 1_000.0;

/// The meaning of a letter that is typed on after a kept line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TypedOn {
    /// A first letter, which may be a slip.
    Begins,
    /// The person types on: a new line opens with this text.
    Opens(String),
    /// This is the text of the line by now, which is not on the screen yet.
    GoesOn(String),
}

/// The instants of the last presses and changes, in milliseconds since the page was opened, as `Event.timeStamp` has
/// them.
#[derive(Debug)]
pub struct Pace {
    /// Last press on the main button of a running session.
    went_on: Cell<f64>,
    /// Last time that a line for notes was kept, or that a letter was typed on after that.
    kept: Cell<f64>,
    /// Readers of the line that was kept last.
    readers: Cell<Readers>,
    /// Letters that the person typed on after a line was kept.
    typed_on: RefCell<String>,
    /// Last time that something moved under the resting pointer.
    moved: Cell<f64>,
    /// Last time that a button was pressed down that shows something while it is held.
    held: Cell<f64>,
}

impl Default for Pace {
    fn default() -> Self {
        let never = || Cell::new(f64::NEG_INFINITY);
        let typed_on = RefCell::default();
        let readers = Cell::new(Readers::Both);
        Self { went_on: never(), kept: never(), readers, typed_on, moved: never(), held: never() }
    }
}

impl Pace {
    /// Returns true if a press at `at` counts; false for a press of the pointer on something that has just moved there.
    pub(super) fn takes(&self, at: f64, by: Hand) -> bool {
        by == Hand::Keyboard || at - self.moved.get() >= SECOND_PRESS
    }

    /// Returns true if a press on the main button of a running session counts; false for the second half of a double
    /// press. Each press begins the time anew.
    pub(super) fn goes_on(&self, at: f64) -> bool {
        at - self.went_on.replace(at) >= SECOND_PRESS
    }

    /// Notes that a line for notes was kept for these readers.
    pub(super) fn keep(&self, at: f64, readers: Readers) {
        self.kept.set(at);
        self.readers.set(readers);
        self.typed_on.borrow_mut().clear();
    }

    /// Returns true if the person goes on typing after a kept line, and has not stopped for a second. Right after the line
    /// the letter of a shortcut counts, so that a word that follows on it loses no letter. After a line for the manager alone
    /// it counts as typed on: the shortcut would open a line for both.
    pub(super) fn is_typing_on(&self, at: f64) -> bool {
        let is_alone = self.readers.get() == Readers::ManagerAlone;
        (is_alone || !self.typed_on.borrow().is_empty()) && at - self.kept.get() < REST
    }

    /// Returns true within a second after a line was kept, or after a letter that was typed on.
    pub(super) fn is_after_line(&self, at: f64) -> bool {
        at - self.kept.get() < REST
    }

    /// Takes a letter beside the fields that follows on a kept line within a second, or on another such letter. A second
    /// letter says that the person goes on typing. `None` for any other letter, and for a space that begins nothing.
    pub(super) fn type_on(&self, at: f64, letter: &str) -> Option<TypedOn> {
        let mut typed = self.typed_on.borrow_mut();
        if at - self.kept.get() >= REST {
            typed.clear();
            return None;
        }
        if typed.is_empty() && letter == " " {
            return None;
        }
        self.kept.set(at);
        typed.push_str(letter);
        Some(match typed.chars().count() {
            1 => TypedOn::Begins,
            2 => TypedOn::Opens(typed.clone()),
            _ => TypedOn::GoesOn(typed.clone()),
        })
    }

    /// Notes that something moved under the resting pointer.
    pub fn shift(&self, at: f64) {
        self.moved.set(at);
    }

    /// Notes that the pointer moved on its own, so that what lies below is what the person means.
    pub fn settle(&self) {
        self.moved.set(f64::NEG_INFINITY);
    }

    /// Notes that a button was pressed down that shows something while it is held.
    pub(super) fn hold(&self, at: f64) {
        self.held.set(at);
    }

    /// Returns true if the button was held for longer than a press takes, and forgets the hold.
    pub(super) fn was_held(&self, at: f64) -> bool {
        let since = self.held.replace(f64::NEG_INFINITY);
        since.is_finite() && at - since >= SECOND_PRESS
    }
}

/// The origin of a press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hand {
    /// The person clicked or tapped.
    Pointer,
    /// The person used the keyboard, or a program that presses buttons for them.
    Keyboard,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn second_press_on_next_within_half_a_second_is_ignored() {
        let pace = Pace::default();
        let press = |at| pace.goes_on(at);
        assert_eq!([0.0, 499.0, 998.0, 1_498.0, 2_100.0].map(press), [true, false, false, true, true]);
    }

    #[test]
    fn click_on_something_that_just_moved_is_ignored() {
        let pace = Pace::default();
        pace.shift(1_000.0);
        assert!(!pace.takes(1_499.0, Hand::Pointer));
        assert!(pace.takes(1_499.0, Hand::Keyboard));
        assert!(pace.takes(1_500.0, Hand::Pointer));
        pace.shift(2_000.0);
        pace.settle();
        assert!(pace.takes(2_001.0, Hand::Pointer));
    }

    #[test]
    fn letters_typed_on_after_a_kept_line_open_the_next_one() {
        let pace = Pace::default();
        assert_eq!(pace.type_on(0.0, "a"), None, "no line was kept");
        pace.keep(5_000.0, Readers::Both);
        assert_eq!(pace.type_on(5_100.0, " "), None);
        assert_eq!(pace.type_on(5_200.0, "a"), Some(TypedOn::Begins));
        assert!(pace.is_typing_on(6_199.0));
        assert_eq!(pace.type_on(6_199.0, "n"), Some(TypedOn::Opens("an".to_owned())));
        assert_eq!(pace.type_on(6_250.0, "d"), Some(TypedOn::GoesOn("and".to_owned())));
        pace.keep(9_000.0, Readers::Both);
        assert!(!pace.is_typing_on(9_001.0));
        assert_eq!(pace.type_on(10_000.0, "a"), None, "a second is over");
    }

    #[test]
    fn shortcut_right_after_a_line_for_one_alone_is_a_letter() {
        let pace = Pace::default();
        pace.keep(5_000.0, Readers::ManagerAlone);
        assert!(pace.is_typing_on(5_100.0));
        assert!(!pace.is_typing_on(6_000.0), "a second is over");
        assert!(pace.is_after_line(5_999.0) && !pace.is_after_line(6_000.0));
        pace.keep(7_000.0, Readers::Both);
        assert!(!pace.is_typing_on(7_100.0));
    }

    #[test]
    fn long_hold_is_no_press() {
        let pace = Pace::default();
        assert!(!pace.was_held(9_000.0), "the keyboard presses without holding");
        pace.hold(1_000.0);
        assert!(!pace.was_held(1_200.0));
        pace.hold(2_000.0);
        assert!(pace.was_held(2_900.0));
    }
}
