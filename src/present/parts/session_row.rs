//! A session as a row in the list of sessions.

use super::action::Action;
use super::sending::{SentView, sent};
use super::session_context::SessionContext;
use crate::domain::half::{Course, SellerHalf};
use crate::domain::id::{PairId, SessionId};
use crate::domain::pair::Pair;
use crate::domain::party::Party;
use crate::domain::session::Session;
use crate::domain::time::{Instant, Minutes, total};
use crate::domain::topic::Topic;
use crate::outgoing::summary::worked_if;
use crate::program::event::Press;
use crate::program::state::model::Model;
use crate::program::update::same::SamePairs;
use crate::program::update::sent::{SentState, sent_state};
use crate::text::message::Message;
use crate::text::{Env, Names, Words};
use crate::timer::reading::{Phase, reading};

/// A session as a row in the list of sessions.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionRow {
    /// Id of the session.
    pub id: SessionId,
    /// Id of the pair, the manager and the seller over time; of pairs that the person joined, the one that
    /// stands for all.
    pub pair: PairId,
    /// Instant of the actual start, before that of the planned one; zero for a session that is only asked
    /// for.
    pub begins: Instant,
    /// Name in the row: that of the other person. On the page of a pair, that of the person at this device,
    /// unless the session is only asked for.
    pub seller: Words,
    /// Date and time of the start in words; empty for a session that is only asked for.
    pub when: Words,
    /// Coaching type, minutes and place in words; of a session that has ended, the spent and the planned
    /// minutes without a place; of one that is only asked for, its topic.
    pub detail: Words,
    /// Button that opens the session. Of a session that is only asked for, it opens the form or the sending.
    pub open: Action,
    /// Button that deletes the session.
    pub delete: Action,
    /// Lines below the row: until the session has ended, the topics in the seller's words; in the list of
    /// all, the open next steps of this person, in the first row of the two people.
    pub lines: Vec<Words>,
    /// Statement that the invitation, the answer or the request is not sent yet; `None` if there is nothing to send.
    pub not_sent: Option<SentView>,
}

/// The state of a session that decides its group in the list; the groups have the same order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// The seller asked for the session, and nobody has planned it.
    Asked,
    /// The session has begun and not ended; it may be paused.
    Running,
    /// The session has not begun, and its planned end is still to come.
    Next,
    /// The session has not begun, although its planned end has passed.
    Passed,
    /// The session has ended.
    Held,
    /// The manager cancelled the session, and the seller, this person, wrote words for it.
    Cancelled,
}

/// Returns the name of the other person: the seller on a manager's device, the manager on a seller's.
pub(crate) fn other_name(model: &Model, id: PairId, pair: &Pair, env: &Env<'_>) -> Words {
    match (model.side(id), &pair.manager) {
        (Party::Manager, _) => pair.seller.as_str().into(),
        (Party::Seller, Some(name)) => name.as_str().into(),
        (Party::Seller, None) => env.say(&Message::ManagerUnknown),
    }
}

/// Returns the state and the row of a session without a plan: a seller asked for it; or its plan was deleted, and words
/// of the seller are left. The seller can send it again; the manager can plan it. `None` if nothing is left.
pub(crate) fn unplanned_row(
    model: &Model,
    session: &Session,
    same: &SamePairs,
    env: &Env<'_>,
) -> Option<(Stage, SessionRow)> {
    let half = session.seller_half()?;
    let is_asked = session.manager.is_absent();
    if !is_asked && !half.holds_words() {
        return None;
    }
    let row = requested_row(model, session, same, env);
    if is_asked {
        return Some((Stage::Asked, row));
    }
    let lines = further_words(half, env);
    let stage = match model.side(session.pair) {
        Party::Manager => Stage::Asked,
        Party::Seller => Stage::Cancelled,
    };
    Some((stage, SessionRow { lines, ..row }))
}

/// Returns all that the seller wrote, without the first topic, which is in the row.
fn further_words(half: &SellerHalf, env: &Env<'_>) -> Vec<Words> {
    let mut lines: Vec<Words> = Vec::new();
    for (place, topic) in half.topics.iter().enumerate() {
        if place > 0 {
            lines.push(topic.words.as_str().into());
        }
        lines.extend(worked_if(env, topic));
    }
    lines.extend(half.evidence.iter().map(|line| Words::from(line.words.as_str())));
    for (label, text) in [(Message::LeaveHeading, &half.leave_alone), (Message::WishLabel, &half.wish)] {
        if let Some(text) = text {
            lines.push(env.say(&Message::Labelled { label: &env.say(&label), words: text.as_str() }));
        }
    }
    lines
}

fn requested_row(model: &Model, session: &Session, same: &SamePairs, env: &Env<'_>) -> SessionRow {
    let name = |pair| other_name(model, session.pair, pair, env);
    let who = model.pair(session.pair).map_or_else(|| env.say(&Message::SellerUnknown), name);
    let topic = session.seller_half().and_then(|half| half.topics.first());
    let press = match model.side(session.pair) {
        Party::Manager => Press::AskPlanned(session.id),
        Party::Seller => Press::ShareOpened(session.id),
    };
    let delete = Message::RowDelete { seller: &who, when: &env.say(&Message::GroupAsked) };
    SessionRow {
        id: session.id,
        pair: same.one(session.pair),
        begins: Instant(0),
        when: Words::default(),
        detail: topic.map_or("", |topic| topic.words.as_str()).into(),
        delete: Action::named(env, &Message::Delete, &delete, Press::SessionDeleted(session.id)),
        open: Action::labelled(who.clone(), press),
        seller: who,
        lines: Vec::new(),
        not_sent: not_sent(model, session, env),
    }
}

/// Returns the statement that a request is not sent yet; `None` on the manager's device, and once it was sent.
fn not_sent(model: &Model, session: &Session, env: &Env<'_>) -> Option<SentView> {
    let is_own = model.side(session.pair) == Party::Seller && session.manager.is_absent();
    let state = sent_state(model, session.id).filter(|_| is_own)?;
    let words = match state {
        SentState::Sent(_) => return None,
        SentState::NotSent => Message::NotSent,
        SentState::Changed(_) => Message::NotSentChange,
    };
    Some(SentView { words: env.say(&words), is_open: true })
}

/// Returns the state of a session and its row. The row shows the name of the party `shown`.
pub(crate) fn session_row(context: &SessionContext<'_>, shown: Party, now: Instant) -> (Stage, SessionRow) {
    let env = context.env;
    let Progress { mut stage, begins, detail } = progress(context, now);
    if context.is_cancelled() {
        stage = Stage::Cancelled;
    }
    let local = env.local(begins, &context.model.zone).unwrap_or(context.half.plan.schedule.local);
    let when = env.date_time(local, context.now, Names::Short);
    let delete = Message::RowDelete { seller: &context.name(context.side.other()), when: &when };
    let row = SessionRow {
        id: context.id,
        pair: context.pair,
        begins,
        seller: context.name(shown),
        detail,
        open: Action::labelled(context.name(shown), Press::SessionOpened(context.id)),
        delete: Action::named(env, &Message::Delete, &delete, Press::SessionDeleted(context.id)),
        when,
        lines: if stage == Stage::Held { Vec::new() } else { brings(context) },
        not_sent: if stage == Stage::Next { sent(context).filter(|sent| sent.is_open) } else { None },
    };
    (stage, row)
}

/// The state of a session, its actual or planned start, and its description.
struct Progress {
    stage: Stage,
    begins: Instant,
    detail: Words,
}

fn progress(context: &SessionContext<'_>, now: Instant) -> Progress {
    let (env, plan, begins) = (context.env, &context.half.plan, context.begins());
    let Course::Begun { baseline, log } = &context.half.course else {
        let has_passed = now >= begins.plus(plan.minutes.span());
        let stage = if has_passed { Stage::Passed } else { Stage::Next };
        return Progress { stage, begins, detail: planned_detail(context, plan.minutes) };
    };
    let reading = reading(baseline, log, now);
    let begins = reading.started.unwrap_or(begins);
    let planned = total(reading.items.iter().map(|item| item.planned));
    if reading.phase != Phase::Ended {
        return Progress { stage: Stage::Running, begins, detail: planned_detail(context, planned) };
    }
    let (coaching_type, spent) = (env.wording(&plan.coaching_type.name), reading.spent().rounded_minutes());
    let detail = Message::RowHeld { coaching_type: &coaching_type, spent, planned };
    Progress { stage: Stage::Held, begins, detail: env.say(&detail) }
}

/// Returns the coaching type, the planned minutes and the place.
fn planned_detail(context: &SessionContext<'_>, minutes: Minutes) -> Words {
    let (coaching_type, place) =
        (context.env.wording(&context.half.plan.coaching_type.name), context.place());
    let place = place.as_ref().map(|place| &*place.text);
    context.env.say(&Message::RowDetail { coaching_type: &coaching_type, minutes, place })
}

/// Returns the seller's topics in the seller's words, each behind the seller's name; those without room in
/// the agenda last, behind the remark that they are parked.
fn brings(context: &SessionContext<'_>) -> Vec<Words> {
    let (topics, parked) = context.session.topics();
    let mut lines = Vec::new();
    let mut add = |topic: &Topic, label: &str| {
        lines.push(context.env.say(&Message::Labelled { label, words: topic.words.as_str() }));
    };
    let label = match context.session.noted() {
        Some(_) => context.env.say(&Message::NotedLabel),
        None => context.seller.clone(),
    };
    for topic in topics {
        add(topic, &label);
    }
    for topic in parked {
        add(topic, &context.env.say(&Message::TopicParked));
    }
    lines
}
