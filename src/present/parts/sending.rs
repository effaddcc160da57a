//! Buttons by which a session leaves this device, and the statement about its sending.

use super::action::Action;
use super::head::day;
use super::session_context::SessionContext;
use crate::domain::id::SessionId;
use crate::domain::party::Party;
use crate::domain::sent::SentBy;
use crate::program::event::Press;
use crate::program::state::model::Model;
use crate::program::update::file::taken_along;
use crate::program::update::sent::{SentState, is_prepared_here, sent_state};
use crate::text::message::Message;
use crate::text::{Env, Words};

/// Returns the button that opens the screen for sending the session to the other party.
pub(crate) fn send(context: &SessionContext<'_>) -> Action {
    let name = &context.name(context.side.other());
    Action::new(context.env, &Message::SendTo { name }, Press::ShareOpened(context.id))
}

/// Returns the button that saves a file of this session, and says if planned ones go along.
pub(crate) fn save(context: &SessionContext<'_>) -> Action {
    save_session(context.model, context.env, context.id)
}

/// Returns the button that saves a file of the session, and says if planned ones go along.
pub(crate) fn save_session(model: &Model, env: &Env<'_>, id: SessionId) -> Action {
    let label = match taken_along(model, id).next() {
        Some(_) => Message::SaveSessionNext,
        None => Message::SaveSession,
    };
    Action::new(env, &label, Press::SessionFileAsked(id))
}

/// Returns the label of the button that sends a plan to the seller: a change if the last invitation had other
/// content; a general word if the invited seller has answered; else an invitation. `has_answered` is true if the
/// seller wrote something about the session.
pub(crate) fn of_plan(state: Option<SentState>, has_answered: bool, name: &str) -> Message<'_> {
    match state {
        Some(SentState::Changed(_)) => Message::ShareChanged { name },
        Some(SentState::Sent(_)) if has_answered => Message::SendTo { name },
        _ => Message::ShareInvite { name },
    }
}

/// The statement about the sending of a session.
#[derive(Clone, Debug, PartialEq)]
pub struct SentView {
    /// The statement, which claims no more than is known: copied is not sent.
    pub words: Words,
    /// True while something is still to be sent.
    pub is_open: bool,
}

/// Returns the statement about the sending of a session by this person; `None` if there is nothing to send.
pub(crate) fn sent(context: &SessionContext<'_>) -> Option<SentView> {
    let (env, state) = (context.env, sent_state(context.model, context.id)?);
    let is_told = is_prepared_here(context.model, context.session);
    let sent = match state {
        SentState::NotSent | SentState::Changed(_) if is_told => return None,
        SentState::NotSent => return Some(SentView { words: env.say(&Message::NotSent), is_open: true }),
        SentState::Changed(_) => {
            return Some(SentView { words: env.say(&Message::NotSentChange), is_open: true });
        }
        SentState::Sent(sent) => sent,
    };
    let when = &day(context, sent.at);
    let words = env.say(&match (context.side, sent.by) {
        (Party::Manager, SentBy::Copied) if sent.with_record => Message::RecordCopied { when },
        (Party::Manager, SentBy::Shared) if sent.with_record => Message::RecordShared { when },
        (Party::Manager, SentBy::Mailed) if sent.with_record => Message::RecordMailed { when },
        (Party::Manager, SentBy::Saved) if sent.with_record => Message::RecordSaved { when },
        (Party::Manager, SentBy::Shown) if sent.with_record => Message::RecordShown { when },
        (Party::Manager, SentBy::Copied) => Message::InviteCopied { when },
        (Party::Manager, SentBy::Shared) => Message::InviteShared { when },
        (Party::Manager, SentBy::Mailed) => Message::InviteMailed { when },
        (Party::Manager, SentBy::Saved) => Message::InviteSaved { when },
        (Party::Manager, SentBy::Shown) => Message::InviteShown { when },
        (Party::Seller, SentBy::Copied) => Message::ReplyCopied { when },
        (Party::Seller, SentBy::Shared) => Message::ReplyShared { when },
        (Party::Seller, SentBy::Mailed) => Message::ReplyMailed { when },
        (Party::Seller, SentBy::Saved) => Message::ReplySaved { when },
        (Party::Seller, SentBy::Shown) => Message::ReplyShown { when },
    });
    Some(SentView { words, is_open: false })
}
