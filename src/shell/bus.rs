//! Messages between the widgets of one page. A browser sends `storage` events to other windows only, so
//! widgets in one window need another way to learn of each other's changes.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use super::storage::Prefix;
use crate::program::event::{Changed, Event};
use crate::ui::Dispatch;
use crate::wire::key::WriterKey;

thread_local! {
    static SEATS: RefCell<Vec<Weak<Seat>>> = const { RefCell::new(Vec::new()) };
}

/// One widget's place among the widgets of the page. The place is free again once the seat is dropped.
pub(super) struct Seat {
    /// Prefix of the widget's record names in localStorage.
    pub(super) prefix: Prefix,
    /// Channel that sends events to the widget.
    pub(super) dispatch: Dispatch,
}

impl Seat {
    /// Takes a place among the widgets of the page, for one that stores under `prefix`.
    pub(super) fn take(prefix: Prefix, dispatch: Dispatch) -> Rc<Self> {
        let seat = Rc::new(Self { prefix, dispatch });
        SEATS.with_borrow_mut(|seats| {
            seats.retain(|seat| seat.strong_count() > 0);
            seats.push(Rc::downgrade(&seat));
        });
        seat
    }

    /// Returns the first widget of the page whose prefix passes the test; `None` if no widget passes.
    pub(super) fn first(is_wanted: impl Fn(&Prefix) -> bool) -> Option<Rc<Self>> {
        SEATS.with_borrow(|seats| seats.iter().filter_map(Weak::upgrade).find(|seat| is_wanted(&seat.prefix)))
    }

    /// Tells the other widgets with the same prefix about a record that this widget wrote, or removed for
    /// `None`.
    pub(super) fn tell(self: &Rc<Self>, place: WriterKey, record: Option<&str>) {
        // Sent events wait in a queue, so no widget takes a seat during this loop.
        SEATS.with_borrow(|seats| {
            for other in seats.iter().filter_map(Weak::upgrade) {
                if !Rc::ptr_eq(&other, self) && other.prefix == self.prefix {
                    let changed = Changed { place, record: record.map(str::to_owned) };
                    other.dispatch.send(Event::ChangedElsewhere(Box::new(changed)));
                }
            }
        });
    }
}
