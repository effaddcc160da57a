//! What the widgets of one page tell each other. A browser sends its `storage` event to other
//! windows alone, so widgets that share a window would not hear of each other's writing.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use super::storage::Prefix;
use crate::program::event::{Changed, Event};
use crate::ui::Dispatch;
use crate::wire::key::Key;

thread_local! {
    static SEATS: RefCell<Vec<Weak<Seat>>> = const { RefCell::new(Vec::new()) };
}

/// One widget's place on the bus. Dropping it leaves the bus.
pub(super) struct Seat {
    /// What stands before the names of its records.
    pub(super) prefix: Prefix,
    /// Takes what happens to it.
    pub(super) dispatch: Dispatch,
}

impl Seat {
    /// Takes a place among the widgets that store under `prefix`.
    pub(super) fn take(prefix: Prefix, dispatch: Dispatch) -> Rc<Self> {
        let seat = Rc::new(Self { prefix, dispatch });
        SEATS.with_borrow_mut(|seats| {
            seats.retain(|seat| seat.strong_count() > 0);
            seats.push(Rc::downgrade(&seat));
        });
        seat
    }

    /// The first widget of those that the page has now whose records are kept under such a prefix.
    pub(super) fn first(is_wanted: impl Fn(&Prefix) -> bool) -> Option<Rc<Self>> {
        SEATS.with_borrow(|seats| seats.iter().filter_map(Weak::upgrade).find(|seat| is_wanted(&seat.prefix)))
    }

    /// Tells the others of a record that this widget wrote.
    pub(super) fn tell(self: &Rc<Self>, key: Key, record: &str) {
        // What is sent waits in a queue until this is over: none of them takes a seat meanwhile.
        SEATS.with_borrow(|seats| {
            for other in seats.iter().filter_map(Weak::upgrade) {
                if !Rc::ptr_eq(&other, self) && other.prefix == self.prefix {
                    let changed = Changed { key, record: Some(record.to_owned()) };
                    other.dispatch.send(Event::ChangedElsewhere(Box::new(changed)));
                }
            }
        });
    }
}
