//! The parts of a session that differ between the local data and a file, and the party that wrote them.

use super::called::called;
use crate::domain::half::{ManagerHalf, SellerHalf};
use crate::domain::party::Party;
use crate::domain::readiness::Prepared;
use crate::domain::register::Register;
use crate::domain::session::Session;
use crate::outgoing::note::append;
use crate::program::state::model::Model;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// Returns a line for each half in which `theirs` differs from `mine`: the party that wrote the half, and the
/// parts that differ. A half that `theirs` lacks has no line.
pub(crate) fn changed_parts(model: &Model, env: &Env<'_>, mine: &Session, theirs: &Session) -> Vec<Words> {
    let absent = Register::absent();
    let seller = |session: &Session| session.seller.clone().unwrap_or_else(|| absent.clone());
    let (mine_seller, theirs_seller) = (seller(mine), seller(theirs));
    let manager = parts(env, &mine.manager, &theirs.manager, manager_parts);
    let seller = parts(env, &mine_seller, &theirs_seller, seller_parts);
    let mut lines = Vec::new();
    for (party, parts) in [(Party::Manager, manager), (Party::Seller, seller)] {
        if let Some(parts) = parts {
            let label = &author(model, env, mine, party);
            lines.push(env.say(&Message::Labelled { label, words: &parts }));
        }
    }
    lines
}

/// Returns the party in words: "You" for the party of this person.
fn author(model: &Model, env: &Env<'_>, session: &Session, party: Party) -> Words {
    match party {
        _ if party == model.side(session.pair) => env.say(&Message::You),
        party => called(model, env, model.pair(session.pair), party),
    }
}

/// Returns the parts of a half that differ, in one line; `None` if there are none, or if `theirs` is absent.
fn parts<C: Clone + Ord>(
    env: &Env<'_>,
    mine: &Register<C>,
    theirs: &Register<C>,
    differing: fn(&C, &C) -> Vec<(bool, Message<'static>)>,
) -> Option<String> {
    if theirs.is_absent() {
        return None;
    }
    let mut line = String::new();
    match (mine.content(), theirs.content()) {
        (Some(mine), Some(theirs)) => {
            for (_, part) in differing(mine, theirs).iter().filter(|(differs, _)| *differs) {
                append(&mut line, &env.say(part));
            }
        }
        (None, Some(_)) => append(&mut line, &env.say(&Message::PartAll)),
        (Some(_), None) => append(&mut line, &env.say(&Message::FileContentGone)),
        (None, None) => {}
    }
    (!line.is_empty()).then_some(line)
}

/// Returns the parts of a half that say how the session went.
fn course(half: &ManagerHalf) -> impl PartialEq {
    let Prepared { handshake, alone, .. } = half.prepared;
    (half.course.clone(), half.asked.clone(), handshake, alone)
}

/// Returns the parts of a half with notes of this session and of earlier ones.
fn notes(half: &ManagerHalf) -> impl PartialEq {
    (half.notes.clone(), half.carried.clone(), half.settled.clone())
}

fn manager_parts(mine: &ManagerHalf, theirs: &ManagerHalf) -> Vec<(bool, Message<'static>)> {
    let (plan, planned) = (&mine.plan, &theirs.plan);
    let is_moved = (&plan.schedule, plan.minutes, &plan.place, &plan.coaching_type)
        != (&planned.schedule, planned.minutes, &planned.place, &planned.coaching_type);
    vec![
        (is_moved, Message::PartPlan),
        (plan.agenda != planned.agenda, Message::PartAgenda),
        (mine.ahead != theirs.ahead, Message::PartAhead),
        (mine.prepared.ready != theirs.prepared.ready, Message::PartReady),
        (course(mine) != course(theirs), Message::PartCourse),
        (notes(mine) != notes(theirs), Message::PartNotes),
        (mine.closing != theirs.closing, Message::PartClose),
    ]
}

fn seller_parts(mine: &SellerHalf, theirs: &SellerHalf) -> Vec<(bool, Message<'static>)> {
    let is_known = (&mine.evidence, &mine.leave_alone) != (&theirs.evidence, &theirs.leave_alone);
    let is_answered = (mine.brings_it, mine.time, &mine.wish, &mine.about, mine.ready)
        != (theirs.brings_it, theirs.time, &theirs.wish, &theirs.about, theirs.ready);
    vec![
        (mine.topics != theirs.topics, Message::PartTopics),
        (is_known, Message::PartEvidence),
        (is_answered, Message::PartAnswer),
        (mine.closing != theirs.closing, Message::PartClose),
    ]
}
