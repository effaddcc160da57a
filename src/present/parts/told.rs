//! Statements about what a seller told of own next steps, for the manager.

use crate::domain::note::Answer;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// Returns the statement what became of a next step that the seller, called `name`, settled; `None` for an open one.
pub(crate) fn told(answer: Option<Answer>, name: &str, env: &Env<'_>) -> Option<Words> {
    match answer? {
        Answer::Done => Some(env.say(&Message::SaysStepDone { name })),
        Answer::Dropped => Some(env.say(&Message::SaysStepDropped { name })),
        Answer::NotYet => None,
    }
}
