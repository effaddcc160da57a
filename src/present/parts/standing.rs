//! Statements about the standing slot of two people, on the screens beside its own.

use std::collections::BTreeSet;

use super::action::Action;
use super::elsewhere::beside_at;
use super::notice::Notice;
use super::session_context::SessionContext;
use crate::domain::id::PairId;
use crate::domain::session::Session;
use crate::domain::standing::{Standing, StandingSlot};
use crate::domain::time::{Instant, LocalDateTime};
use crate::domain::zone::Schedule;
use crate::outgoing::note::append;
use crate::outgoing::standing::slot_words;
use crate::program::event::Press;
use crate::program::state::model::Model;
use crate::program::update::calendar_row::left_over;
use crate::program::update::same::all;
use crate::program::update::standing::{
    DateState, Upcoming, anchor, free, is_ending, offered, standing, upcoming,
};
use crate::text::message::Message;
use crate::text::{Env, Names, Words};

/// Number of further dates that are named behind the next one.
const NAMED: usize = 2;

/// Returns the slot that is offered after this session as a question, and the button that keeps it; `None` if none is
/// offered.
pub(crate) fn ask(context: &SessionContext<'_>) -> Option<(Words, Action)> {
    let slot = offered(context.model, context.id)?;
    let words = for_both_of(context, slot);
    let keep = Action::new(context.env, &Message::SlotKeep, Press::StandingKept(context.id, slot.rhythm));
    Some((context.env.say(&Message::SlotAsk { slot: &words }), keep))
}

/// Returns the words of a slot in the time zone of the session in `context`, with the time on the seller's clocks at the
/// first date after that session.
pub(crate) fn for_both_of(context: &SessionContext<'_>, slot: StandingSlot) -> Words {
    let (env, zone) = (context.env, &context.half.plan.schedule.zone);
    let schedule = Schedule::new(slot.date(1).unwrap_or(slot.first), zone.clone(), env.zones);
    beside_at(context, &schedule, slot_words(env, slot, zone, &context.model.zone))
}

/// Returns the button that keeps the slot that is offered after this session, which its label names; `None` if none is
/// offered.
pub(crate) fn keep_slot(context: &SessionContext<'_>) -> Option<Action> {
    let slot = offered(context.model, context.id)?;
    let words = for_both_of(context, slot);
    Some(Action::labelled(words, Press::StandingKept(context.id, slot.rhythm)))
}

/// Returns the words of the slot of a row, or for dates without a rhythm that these are the next dates.
pub(crate) fn words(model: &Model, env: &Env<'_>, standing: &Standing) -> Words {
    match standing.slot {
        Some(slot) => slot_words(env, slot, &standing.zone, &model.zone),
        None => env.say(&Message::SlotDates),
    }
}

/// Returns the button that opens the slot of the two, the dates of an ended one that are left in the calendar, or the offer
/// of one; `None` on the seller's device without any of these.
pub(crate) fn opens(context: &SessionContext<'_>) -> Option<Action> {
    let pair = context.session.pair;
    let now = context.now.map(|now| context.env.instant(now, &context.model.zone));
    let is_there = standing(context.model, pair).is_some()
        || offered(context.model, context.id).is_some()
        || now.is_some_and(|now| left_over(context.model, now, pair) > 0);
    is_there.then(|| Action::new(context.env, &Message::SlotOpen, Press::StandingOpened(pair)))
}

/// Returns the local time of this device at which a date of the row begins.
pub(crate) fn here(model: &Model, env: &Env<'_>, date: &Upcoming<'_>) -> LocalDateTime {
    env.local(date.begins, &model.zone).unwrap_or(date.date.local)
}

/// Returns the slot with its last date, or without a slot the dates that follow the next session, which begins at `next`:
/// "Then 17 Dec and ..."; `None` without a row, and if no date is left.
pub(crate) fn then(
    model: &Model,
    pair: PairId,
    (next, now): (Instant, Instant),
    env: &Env<'_>,
) -> Option<Words> {
    let (_, standing) = standing(model, pair)?;
    let dates = following(model, pair, (next, now), env);
    match (standing.slot, dates.last()) {
        (_, None) => None,
        (Some(slot), Some(last)) => {
            let slot = &slot_words(env, slot, &standing.zone, &model.zone);
            Some(env.say(&Message::SlotUntil { slot, when: last }))
        }
        (None, Some(_)) => Some(then_words(&dates, env)),
    }
}

/// Returns "Then", the first of these dates, and the number of the others.
fn then_words(dates: &[Words], env: &Env<'_>) -> Words {
    let count = dates.len().saturating_sub(NAMED);
    let dates = &named(dates);
    env.say(&match count {
        0 => Message::SlotThen { dates },
        _ => Message::SlotThenMore { dates, count },
    })
}

fn named(dates: &[Words]) -> String {
    let mut words = String::new();
    dates.iter().take(NAMED).for_each(|date| append(&mut words, date));
    words
}

/// Returns the dates of the two after the session at `next`, in order, planned or not, without skipped ones.
fn following(model: &Model, pair: PairId, (next, now): (Instant, Instant), env: &Env<'_>) -> Vec<Words> {
    let local = env.local(now, &model.zone);
    let pairs = all(model, pair);
    let of_pair = model.sessions().filter(|session| pairs.contains(&session.pair));
    let halves = of_pair.filter(|session| !session.is_half_deleted()).filter_map(Session::manager_half);
    let planned = halves.filter(|half| half.is_planned()).map(|half| half.plan.schedule.begins(env.zones));
    let free = free(model, env, now, pair).into_iter().map(|date| date.begins);
    let dates: BTreeSet<Instant> = planned.chain(free).filter(|begins| *begins > next).collect();
    let date = |begins| Some(env.date(env.local(begins, &model.zone)?, local, Names::Short));
    dates.into_iter().filter_map(date).collect()
}

/// Returns the line below a person's row in the list: the slot, and the dates that follow the next session, which begins at
/// `next`; `None` without a row.
pub(crate) fn row_line(
    model: &Model,
    pair: PairId,
    (next, now): (Instant, Instant),
    env: &Env<'_>,
) -> Option<Words> {
    let (_, standing) = standing(model, pair)?;
    let slot = words(model, env, standing);
    let dates = following(model, pair, (next, now), env);
    match (dates.is_empty(), standing.slot) {
        (false, None) => Some(then_words(&dates, env)),
        (false, Some(_)) => Some(env.say(&Message::SlotRow { slot: &slot, dates: &named(&dates) })),
        (true, _) => standing.slot.map(|_| slot),
    }
}

/// Returns the words of the slot of two people without a planned session, with the first of its dates that can be planned;
/// `None` without a row.
pub(crate) fn unplanned_words(model: &Model, pair: PairId, now: Instant, env: &Env<'_>) -> Option<Words> {
    let (_, standing) = standing(model, pair)?;
    let slot = &words(model, env, standing);
    Some(match free(model, env, now, pair).first() {
        Some(date) => {
            let when = &env.date(here(model, env, date), env.local(now, &model.zone), Names::Short);
            env.say(&Message::SlotUnplanned { slot, when })
        }
        None => env.say(&Message::SlotNoDate { slot }),
    })
}

/// Returns the statement about the slot of two people on their page: its words and the next date, with the button that
/// opens the slot; of a slot that ended, that its dates may be left in the calendar. `None` without either.
pub(crate) fn statement(model: &Model, pair: PairId, now: Instant, env: &Env<'_>) -> Option<Notice> {
    let Some((of, _)) = standing(model, pair) else {
        let open = Action::new(env, &Message::SlotOpen, Press::StandingOpened(pair));
        let is_left = left_over(model, now, pair) > 0;
        return is_left.then(|| Notice::new(env.say(&Message::SlotLeft), vec![open]));
    };
    let text = next_words(model, pair, now, env)?;
    let mut actions = Vec::new();
    if is_ending(model, env, now, pair) {
        actions.push(Action::new(env, &Message::SlotExtend, Press::StandingExtended(of)));
    }
    actions.push(Action::new(env, &Message::SlotOpen, Press::StandingOpened(of)));
    Some(Notice::new(text, actions))
}

/// Returns the words of the slot of two people and its next date; `None` without a row.
pub(crate) fn next_words(model: &Model, pair: PairId, now: Instant, env: &Env<'_>) -> Option<Words> {
    let (_, standing) = standing(model, pair)?;
    let slot = &words(model, env, standing);
    let local = env.local(now, &model.zone);
    let planned = anchor(model, local, pair).and_then(|id| model.half(id)).filter(|half| half.is_planned());
    let planned = planned.map(|half| half.plan.schedule.begins(env.zones)).filter(|begins| *begins > now);
    let dates = upcoming(model, env, now, pair);
    let row = dates.iter().find(|date| matches!(date.state, DateState::Free | DateState::Planned(_)));
    let next = planned.into_iter().chain(row.map(|date| date.begins)).min();
    Some(match next.and_then(|begins| env.local(begins, &model.zone)) {
        Some(begins) => {
            let when = env.date(begins, local, Names::Short);
            env.say(&Message::SlotNext { slot, when: &when })
        }
        None => env.say(&Message::SlotNoDate { slot }),
    })
}
