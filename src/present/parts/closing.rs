//! The close: the steps of both parties, their answers side by side, and the date of the next session.

use super::action::Action;
use super::known::Known;
use super::note_list::{NoteButton, NoteList, NoteRow};
use crate::domain::closing::{Asked, Closing, Reply, questions};
use crate::domain::coaching_type::guidance;
use crate::domain::id::SessionId;
use crate::domain::party::Party;
use crate::domain::text::Text;
use crate::outgoing::summary::whether;
use crate::program::event::Press;
use crate::program::update::rhythm;
use crate::text::message::Message;
use crate::text::{Env, Names, Words};

/// Returns the id in the markup and the words of a question at the close.
pub(crate) fn asked_words(known: &Known<'_>, asked: Asked) -> (Words, Words) {
    let env = known.env;
    match asked {
        Asked::Worked(topic) => {
            let of = known
                .session
                .topics()
                .0
                .iter()
                .find(|of| of.id == topic)
                .and_then(|of| of.worked_if.as_ref());
            let words = of.map(Text::as_str).unwrap_or_default();
            (format!("worked-{topic}").into(), env.say(&Message::WorkedIf { words }))
        }
        Asked::Talk => ("talk".into(), env.say(&Message::AskTalk)),
        Asked::Spoke => ("spoke".into(), env.say(&Message::AskSpoke)),
    }
}

pub(crate) fn reply_words(known: &Known<'_>, reply: Reply) -> Words {
    if let Some(words) = whether(reply) {
        return known.env.say(&words);
    }
    known.env.say(&match reply {
        Reply::Coaching => Message::Coaching,
        Reply::JustTalking => Message::JustTalking,
        Reply::Seller => return known.name(Party::Seller),
        Reply::Manager => return known.name(Party::Manager),
        _ => Message::SpokeEven,
    })
}

/// Returns the lists of the close: the answers, hidden until both parties have answered, and the date of the
/// next session.
pub(crate) fn closing(known: &Known<'_>) -> Vec<NoteList> {
    let env = known.env;
    let rows = if known.session.both_answered() { together(known) } else { blind(known) };
    vec![
        NoteList { heading: env.say(&Message::CloseAsk), rows },
        NoteList { heading: env.say(&Message::NextHeading), rows: vec![next(known)] },
    ]
}

/// Returns the line that the answers at the close go along and stay hidden until `other` has answered.
pub(crate) fn said_at_close(env: &Env<'_>, other: &str) -> Words {
    env.say(&Message::HoldsAnswers { name: other })
}

/// Returns a row for each party that says if it has answered, and no word of the answer.
fn blind(known: &Known<'_>) -> Vec<NoteRow> {
    let mut rows = Vec::new();
    for &party in &[Party::Seller, Party::Manager] {
        let name = known.name(party);
        let (says, does) = match known.session.closing(party).is_in {
            true => (Message::HasAnswered { name: &name }, Message::AnswerAgain { name: &name }),
            false => (Message::NotAnswered { name: &name }, Message::AnswerAs { name: &name }),
        };
        let answer = Action::new(known.env, &does, Press::PrepareAsked(known.id, party));
        let key = if party == Party::Seller { "seller" } else { "manager" };
        // On their own device the seller answers for nobody else.
        let is_offered = known.side == Party::Manager || party == Party::Seller;
        let answers = if is_offered { vec![answer] } else { Vec::new() };
        rows.push(row(key.into(), known.env.say(&says), answers));
    }
    rows
}

/// Returns the answers of both parties, question by question.
fn together(known: &Known<'_>) -> Vec<NoteRow> {
    let env = known.env;
    let mut rows = Vec::new();
    let mut add = |(key, heading): (Words, Words), answer: &dyn Fn(&Closing) -> Option<Words>| {
        let mut beside = Vec::new();
        for &party in &[Party::Seller, Party::Manager] {
            if let Some(words) = answer(&known.session.closing(party)) {
                beside.push((words, Some(known.name(party))));
            }
        }
        if !beside.is_empty() {
            rows.push(NoteRow { beside, ..row(key.to_string(), heading, Vec::new()) });
        }
    };
    for asked in questions(known.session.topics().0) {
        add(asked_words(known, asked), &|closing| {
            closing.reply(asked).map(|reply| reply_words(known, reply))
        });
    }
    let words = |text: &Option<Text>| text.as_ref().map(|text| text.as_str().into());
    add(("keep".into(), env.say(&Message::KeepLabel)), &|closing| words(&closing.keep));
    add(("change".into(), env.say(&Message::ChangeLabel)), &|closing| words(&closing.change));
    rows
}

/// Returns the id and the date of the next session, if it is booked.
pub(crate) fn booked(known: &Known<'_>) -> Option<(SessionId, Words)> {
    let session = rhythm::booked(known.model, known.id, known.now)?;
    let schedule = &session.manager_half()?.plan.schedule;
    Some((session.id, known.env.begins(schedule, &known.model.zone, known.now, Names::Short)))
}

/// Returns the date of the next session, or a button for each date on offer.
fn next(known: &Known<'_>) -> NoteRow {
    let env = known.env;
    if let Some((_, when)) = booked(known) {
        return row(String::new(), env.say(&Message::NextOn { when: &when }), Vec::new());
    }
    if known.side == Party::Seller {
        return row(String::new(), env.say(&Message::NothingBooked), Vec::new());
    }
    let last = known.begins_here();
    let mut choices = Vec::new();
    let weeks = guidance(known.half.plan.coaching_type.id.as_str()).weeks;
    for slot in rhythm::slots(known.model, weeks, last, known.now.unwrap_or(last)) {
        let when = env.date_time(slot, known.now, Names::Short);
        choices.push(Action::new(env, &Message::Book { when: &when }, Press::NextBooked(known.id, slot)));
    }
    choices.push(Action::new(env, &Message::AnotherTime, Press::NextPlanned(known.id, last)));
    row(String::new(), env.say(&Message::OverLeadNext), choices)
}

fn row(key: String, words: Words, actions: Vec<Action>) -> NoteRow {
    let mut choices = Vec::new();
    for action in actions {
        choices.push(NoteButton { action, is_on: None, id: None });
    }
    NoteRow { key, words, more: None, beside: Vec::new(), choices }
}
