//! Buttons by which a session leaves this device, and the statement about its sending.

use super::action::Action;
use super::head::day;
use super::session_context::SessionContext;
use crate::domain::half::SellerHalf;
use crate::domain::id::SessionId;
use crate::domain::party::Party;
use crate::domain::sent::{Sent, SentBy, SentKind};
use crate::program::event::Press;
use crate::program::state::model::Model;
use crate::program::update::file::taken_along;
use crate::program::update::kept_row::date_told;
use crate::program::update::sample::is_sample;
use crate::program::update::sent::{
    News, SentState, are_steps_unsent, has_seller_written, is_prepared_here, news, sat_together, sent_state,
    told_state,
};
use crate::text::message::Message;
use crate::text::{Env, Names, Words};

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

/// Returns the label of the button that sends a plan to the seller: the news if the last invitation had other content; a
/// general word if the invited seller has answered; the date if the seller asked for a session; else an invitation.
pub(crate) fn of_plan<'a>(model: &Model, id: SessionId, name: &'a str) -> Message<'a> {
    let has_answered = has_seller_written(model, id);
    match told_state(model, id) {
        Some(SentState::Changed(_)) => match news(model, id) {
            News::Fact => Message::ShareFact { name },
            News::Dates | News::MoreDates => Message::ShareDates { name },
            News::SlotEnded => Message::ShareSlotEnded { name },
            News::Other => Message::ShareChanged { name },
        },
        Some(SentState::Sent(_)) if has_answered => Message::SendTo { name },
        Some(SentState::NotSent) if has_answered => Message::ShareGranted { name },
        Some(SentState::NotSent) if news(model, id) == News::SlotEnded => Message::ShareSlotEnded { name },
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

/// Returns true if the seller wrote nothing about the session but lines for the next one.
fn holds_lines_alone(context: &SessionContext<'_>) -> bool {
    context.session.seller_half().is_some_and(|half| {
        let rest = SellerHalf { listed: Vec::new(), steps: Vec::new(), zone: None, ..half.clone() };
        !half.listed.is_empty() && rest == SellerHalf::default()
    })
}

/// Returns the statement about the sending of a session by this person; `None` if there is nothing to send.
pub(crate) fn sent(context: &SessionContext<'_>) -> Option<SentView> {
    let (env, state) = (context.env, sent_state(context.model, context.id)?);
    let is_told = is_prepared_here(context.model, context.session);
    let is_manager = context.side == Party::Manager;
    let sent = match state {
        SentState::NotSent | SentState::Changed(_) if is_told => return None,
        SentState::Sent(sent) => return Some(SentView { words: sent_words(context, sent), is_open: false }),
        SentState::NotSent | SentState::Changed(_) => state,
    };
    if let Some(told) =
        date_told(context.model, context.id).filter(|_| sent == SentState::NotSent && is_manager)
    {
        let words = env.say(&Message::SlotDateTold { when: &day(context, told.at) });
        return Some(SentView { words, is_open: false });
    }
    let manager = &context.name(Party::Manager);
    let words = env.say(&match (sent, context.side) {
        (SentState::NotSent, Party::Manager) => Message::NotSent,
        (_, Party::Manager) => Message::NotSentChange,
        (SentState::NotSent, Party::Seller) if holds_lines_alone(context) => {
            Message::NotThereLine { manager }
        }
        (SentState::NotSent, Party::Seller) => Message::NotThere { manager },
        (_, Party::Seller) => Message::NotThereChange { manager },
    });
    Some(SentView { words, is_open: true })
}

/// Returns the statement that content of a session was sent, as far as is known.
fn sent_words(context: &SessionContext<'_>, Sent { at, by, what, .. }: Sent) -> Words {
    let when = &day(context, at);
    context.env.say(&match by {
        SentBy::Copied => Message::SentCopied { what, when },
        SentBy::Shared => Message::SentShared { what, when },
        SentBy::Mailed => Message::SentMailed { what, when },
        SentBy::Saved => Message::SentSaved { what, when },
        SentBy::Shown => Message::SentShown { what, when },
    })
}

/// Returns the statement that the booked dates went out, in few words; `None` if something is unsent, or they went out
/// otherwise than by one press.
pub(crate) fn sent_briefly(context: &SessionContext<'_>) -> Option<Words> {
    let SentState::Sent(Sent { at, by, .. }) = sent_state(context.model, context.id)? else { return None };
    let local = context.env.local(at, &context.model.zone)?;
    let when = &context.env.date_time(local, context.now, Names::Short);
    Some(context.env.say(&match by {
        SentBy::Copied => Message::QuarterSentCopied { when },
        SentBy::Shared => Message::QuarterSentShared { when },
        SentBy::Mailed => Message::QuarterSentMailed { when },
        SentBy::Saved | SentBy::Shown => return None,
    }))
}

/// Returns the statement about the sending of a session that is over, on its screen: of the record, or of the seller's
/// answers at the close. `None` if there is nothing to send. Between two who sat together it asks for nothing.
pub(crate) fn sent_after(context: &SessionContext<'_>) -> Option<SentView> {
    let state = state_after(context)?;
    let is_asked = !sat_together(context.model, context.session);
    let words = match state {
        SentState::NotSent => context.env.say(&Message::Unsent { what: after(context) }),
        SentState::Changed(_) if are_steps_unsent(context.model, context.id) => {
            context.env.say(&Message::UnsentSteps)
        }
        SentState::Changed(_) => context.env.say(&Message::NotSentChange),
        SentState::Sent(sent) => return Some(SentView { words: sent_words(context, sent), is_open: false }),
    };
    Some(SentView { words, is_open: is_asked || state != SentState::NotSent })
}

/// Returns the statement in a list that something of a session that is over is not sent; `None` if all was sent, if the
/// two sat together and nothing was ever sent, and for a sample. In the list of all people the statement names the
/// session's `day`; on a page the row does.
pub(crate) fn unsent_after(context: &SessionContext<'_>, day: Option<&str>) -> Option<SentView> {
    let (env, what) = (context.env, after(context));
    let words = match (state_after(context)?, day) {
        (SentState::Sent(_), _) => return None,
        _ if is_sample(context.model, env, context.session.pair) => return None,
        (SentState::NotSent, _) if sat_together(context.model, context.session) => return None,
        (SentState::NotSent, None) => Message::NotSent,
        (SentState::NotSent, Some(day)) => Message::UnsentOf { what, day },
        (SentState::Changed(_), None) if are_steps_unsent(context.model, context.id) => Message::UnsentSteps,
        (SentState::Changed(_), Some(day)) if are_steps_unsent(context.model, context.id) => {
            Message::UnsentStepsOf { day }
        }
        (SentState::Changed(_), None) => Message::NotSentChange,
        (SentState::Changed(_), Some(day)) => Message::UnsentChangeOf { what, day },
    };
    Some(SentView { words: env.say(&words), is_open: true })
}

/// Returns the state of what this person sends after a session; `None` if there is nothing to send. A seller's answers
/// about next steps alone have their statements beside the steps.
fn state_after(context: &SessionContext<'_>) -> Option<SentState> {
    let is_told = context.side == Party::Seller && !has_own_answers(context);
    sent_state(context.model, context.id).filter(|_| !is_told)
}

/// Returns true if the seller handed in answers at the close on an own device, or alone on the manager's.
pub(crate) fn has_own_answers(context: &SessionContext<'_>) -> bool {
    context.session.seller_half().is_some_and(|half| half.closing.is_in)
}

/// Returns the kind of what this person sends after a session.
fn after(context: &SessionContext<'_>) -> SentKind {
    match context.side {
        Party::Manager => SentKind::Record,
        Party::Seller => SentKind::Closing,
    }
}
