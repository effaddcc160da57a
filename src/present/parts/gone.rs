//! A session that was deleted, in words: cancelled ahead, not held, or held and deleted.

use super::session_context::SessionContext;
use crate::domain::gone::Gone;
use crate::domain::register::Written;
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

/// Returns the statement on the seller's page of a deleted session for which the seller, this person, wrote words.
pub(crate) fn own_gone<'a>(context: &SessionContext<'_>, name: &'a str) -> Message<'a> {
    let versions = context.session.manager.versions();
    let deleted = versions.iter().find_map(|version| match version.written {
        Written::Deleted(at) => Some(at),
        Written::Content(_) => None,
    });
    match deleted.map(|at| Gone::of(context.half, context.begins(), at)) {
        Some(Gone::NotHeld) => Message::NotHeldOwn { name },
        Some(Gone::Held) => Message::DeletedOwn { name },
        Some(Gone::Cancelled) | None => Message::CancelledOwn { name },
    }
}
