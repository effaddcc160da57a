//! Complaints about typed text, in words.

use crate::domain::text::{TEXT_LIMIT, TextError};
use crate::program::state::complaint::Complaint;
use crate::program::state::field::{AskField, Field, FormField, LinkField, ShareField};
use crate::text::message::Message;
use crate::text::{Env, Words};

/// Returns the words of a complaint about the text in `field`, shown beside the field.
pub(crate) fn complain(env: &Env<'_>, field: Field, complaint: Complaint) -> Words {
    match complaint {
        Complaint::Text(TextError::TooLong { found }) => too_long(env, found),
        Complaint::NoDate => env.say(&Message::ComplainDate),
        Complaint::NoTime => env.say(&Message::ComplainTime),
        Complaint::SessionMinutes | Complaint::Item(_) => env.say(&Message::ComplainMinutes),
        Complaint::Text(TextError::Empty) => match field {
            Field::Form(FormField::Date) => env.say(&Message::ComplainDate),
            Field::Form(FormField::Time) => env.say(&Message::ComplainTime),
            Field::Ask(AskField::Manager | AskField::OwnName) | Field::Form(FormField::OwnName) => {
                env.say(&Message::ComplainName)
            }
            Field::Link(LinkField::Topic) => env.say(&Message::ComplainTopic),
            Field::Share(ShareField::Password) => env.say(&Message::ComplainPassword),
            _ => env.say(&Message::ComplainSeller),
        },
    }
}

/// Returns the complaint about a text of `found` characters, more than [`TEXT_LIMIT`].
pub(crate) fn too_long(env: &Env<'_>, found: usize) -> Words {
    env.say(&Message::ComplainTooLong { found, allowed: TEXT_LIMIT })
}
