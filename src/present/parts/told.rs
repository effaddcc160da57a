//! Statements about what became of next steps that their owners settled outside of a session.

use super::session_context::SessionContext;
use crate::domain::note::{Answer, Note, Status};
use crate::domain::party::Party;
use crate::outgoing::note::append;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// Returns the statement what became of a next step that its owner, called `name`, settled; `None` for an open one.
pub(crate) fn told(answer: Option<Answer>, name: &str, env: &Env<'_>) -> Option<Words> {
    match answer? {
        Answer::Done => Some(env.say(&Message::SaysStepDone { name })),
        Answer::Dropped => Some(env.say(&Message::SaysStepDropped { name })),
        Answer::NotYet => None,
    }
}

/// Returns what stands below a note of the session: its details, and for the manager what became of the seller's own step.
pub(crate) fn details(context: &SessionContext<'_>, note: &Note) -> Option<Words> {
    let details = context.note_words().more(note, "");
    let is_sellers = context.side == Party::Manager && note.by() == Some(Party::Seller);
    let steps = context.session.seller_half().map(|half| half.steps.as_slice()).filter(|_| is_sellers);
    let is_of = |step: &&Status| (step.session, step.note) == (context.id, note.id);
    let answer = steps.unwrap_or_default().iter().find(is_of).map(|step| step.answer);
    let Some(told) = told(answer, &context.name(Party::Seller), context.env) else { return details };
    let mut all = details.as_deref().unwrap_or_default().to_owned();
    append(&mut all, &told);
    Some(all.into())
}
