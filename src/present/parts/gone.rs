//! A session that was deleted, in words: cancelled ahead, not held, or held and deleted.

use crate::domain::gone::Gone;
use crate::text::message::Message;

/// Returns the label of the button that tells the seller of the deletion.
pub(crate) fn tell_gone(gone: Gone, name: &str) -> Message<'_> {
    match gone {
        Gone::Cancelled => Message::ShareCancelled { name },
        Gone::NotHeld => Message::ShareNotHeld { name },
        Gone::Held => Message::ShareDeleted { name },
    }
}

/// Returns the statement that the manager of this name deleted a session.
pub(crate) fn told_gone(gone: Gone, name: &str) -> Message<'_> {
    match gone {
        Gone::Cancelled => Message::LinkCancelled { name },
        Gone::NotHeld => Message::LinkNotHeld { name },
        Gone::Held => Message::LinkDeleted { name },
    }
}

/// Returns the label of the button that takes the deletion in.
pub(crate) fn take_gone(gone: Gone) -> Message<'static> {
    match gone {
        Gone::Cancelled => Message::CancelTake,
        Gone::NotHeld | Gone::Held => Message::DeletedTake,
    }
}
