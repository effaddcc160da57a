//! Complaints about typed text, in words.

use super::session_row::other_name;
use crate::domain::id::{PairId, SessionId};
use crate::domain::limits::Limits;
use crate::domain::text::{TEXT_LIMIT, TextError, excess};
use crate::program::state::complaint::Complaint;
use crate::program::state::field::{
    AskField, Field, FormField, HomeField, LinkField, NoteField, QuarterField, ShareField,
};
use crate::program::state::model::Model;
use crate::program::update::complaint::{complaint_of, told};
use crate::text::message::Message;
use crate::text::{Env, Names, Words};

/// Returns the words of a complaint about the text in `field`, shown beside the field.
pub(crate) fn complain(model: &Model, env: &Env<'_>, field: Field, complaint: Complaint) -> Words {
    match complaint {
        Complaint::Passed if is_step(field) => env.say(&Message::StepDatePassed),
        Complaint::FarOff if is_step(field) => env.say(&Message::StepDateFar),
        Complaint::NoDate if is_step(field) => env.say(&Message::StepDateWrong),
        Complaint::Overtaken => {
            env.say(&Message::ComplainOvertaken { text: told(model, field).unwrap_or_default() })
        }
        Complaint::AgendaOvertaken => env.say(&Message::ComplainAgenda),
        Complaint::WhichOfThem => env.say(&Message::ComplainWhich),
        Complaint::SameNames => env.say(&Message::DoubtSameNames),
        Complaint::Passed => env.say(&Message::DatePassed),
        Complaint::FarOff => env.say(&Message::DoubtFar),
        Complaint::Skipped(local) => env.say(&Message::DoubtSkipped { time: &env.time(local) }),
        Complaint::Twice => env.say(&Message::DoubtTwice),
        Complaint::Overlaps(id) => overlap(model, env, id),
        Complaint::OverlapsSlot(pair, begins) => {
            let local = env.local(begins, &model.zone).unwrap_or_default();
            let when = env.date_time(local, Some(local), Names::Short);
            env.say(&Message::DoubtOverlapsSlot { name: &name_of(model, env, Some(pair)), when: &when })
        }
        Complaint::Text(TextError::TooLong { over }) => too_long(env, over),
        Complaint::OneTooMany(most) => env.say(&Message::ComplainTooMany { most }),
        Complaint::NoDate => env.say(&Message::ComplainDate),
        Complaint::NoTime => env.say(&Message::ComplainTime),
        Complaint::SessionMinutes | Complaint::Item(_) => {
            let Limits { shortest: least, longest: most, .. } = model.limits;
            env.say(&Message::ComplainMinutes { least, most })
        }
        Complaint::Text(TextError::Empty) => match field {
            Field::Form(FormField::Date) => env.say(&Message::ComplainDate),
            Field::Form(FormField::Time) => env.say(&Message::ComplainTime),
            Field::Ask(AskField::Manager | AskField::OwnName)
            | Field::Share(ShareField::OwnName)
            | Field::Quarter(QuarterField::OwnName)
            | Field::Form(FormField::OwnName) => env.say(&Message::ComplainName),
            Field::Prepare(_) => env.say(&Message::ComplainNoTopic),
            Field::Link(LinkField::Topic) => env.say(&Message::ComplainTopic),
            Field::Share(ShareField::Password) => env.say(&Message::ComplainPassword),
            _ => env.say(&Message::ComplainSeller),
        },
    }
}

/// Returns true for the date of a next step, which can be left out.
fn is_step(field: Field) -> bool {
    field == Field::Note(NoteField::On)
}

/// Returns the statement that the time overlaps with session `id`, with the other person's name and the start.
fn overlap(model: &Model, env: &Env<'_>, id: SessionId) -> Words {
    let name = name_of(model, env, model.session(id).map(|session| session.pair));
    let begins = model.half(id).map(|half| &half.plan.schedule).map(|begins| begins.begins(env.zones));
    let time = begins.map(|begins| env.time_at(begins, &model.zone)).unwrap_or_default();
    env.say(&Message::DoubtOverlaps { seller: &name, time: &time })
}

/// Returns the other person's name; that of an unknown seller for `None`.
fn name_of(model: &Model, env: &Env<'_>, pair: Option<PairId>) -> Words {
    let two = pair.and_then(|pair| Some((pair, model.pair(pair)?)));
    two.map_or_else(|| env.say(&Message::SellerUnknown), |(pair, two)| other_name(model, pair, two, env))
}

/// Returns the complaint that a text has `over` characters too many.
pub(crate) fn too_long(env: &Env<'_>, over: usize) -> Words {
    env.say(&Message::ComplainTooLong { over, allowed: TEXT_LIMIT })
}

/// Returns the complaint about a field that holds `typed`: the one of the last attempt to go on, or, while
/// the person types, that the text is too long to be kept. `None` if the text is right so far.
pub(crate) fn complaint_about(model: &Model, env: &Env<'_>, field: Field, typed: &str) -> Option<Words> {
    if let Some(complaint) = complaint_of(model, field) {
        return Some(complain(model, env, field, complaint));
    }
    let becomes_text = match field {
        Field::Home(HomeField::Pasted)
        | Field::Share(ShareField::Password)
        | Field::Link(LinkField::Pasted | LinkField::Password) => false,
        Field::Link(LinkField::Topic | LinkField::Wish)
        | Field::Home(HomeField::CameUp)
        | Field::Form(_)
        | Field::Item(..)
        | Field::Noted
        | Field::Absence
        | Field::Share(ShareField::OwnName)
        | Field::Quarter(QuarterField::OwnName)
        | Field::Note(_)
        | Field::Prepare(_)
        | Field::Close(_)
        | Field::Ask(_) => true,
        Field::Quarter(_) => false,
    };
    let over = if becomes_text { excess(typed) } else { 0 };
    (over > 0).then(|| too_long(env, over))
}
