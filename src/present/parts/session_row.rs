//! A session as a row: in the list of all people, or on the page of one person.

use super::action::Action;
use super::elsewhere::beside;
use super::sending::{SentView, sent, unsent_after};
use super::session_context::SessionContext;
use crate::domain::half::{Course, SellerHalf, TimeSaid};
use crate::domain::id::{PairId, SessionId};
use crate::domain::pair::Pair;
use crate::domain::party::Party;
use crate::domain::session::Session;
use crate::domain::time::{Instant, LocalDateTime};
use crate::outgoing::note::append;
use crate::outgoing::summary::worked_if;
use crate::program::event::Press;
use crate::program::state::model::Model;
use crate::program::update::same::SamePairs;
use crate::program::update::sent::{SentState, sent_state};
use crate::text::message::Message;
use crate::text::{Env, Names, Words};
use crate::timer::reading::{Phase, reading};

/// A session as a row: in the list of all people, or on the page of one person.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionRow {
    /// Id of the session; in a row without a date, of the last session of the two, or the number of the pair without any.
    pub id: SessionId,
    /// Id of the pair, the manager and the seller over time; of pairs that the person joined, the one that
    /// stands for all.
    pub pair: PairId,
    /// Instant of the actual start, before that of the planned one; zero for a session that is only asked
    /// for.
    pub begins: Instant,
    /// Name of the other person.
    pub seller: Words,
    /// Button with the name of the other person, which opens that person's page; `None` on that page.
    pub page: Option<Action>,
    /// Date and time of the start in words, or the remark that the session is on or asked for; empty in a row
    /// without a date.
    pub when: Words,
    /// In the list the topics in the seller's words, or the remark that there is none yet; on the page the
    /// coaching type. Of a session that is only asked for, its topic.
    pub detail: Words,
    /// Button that opens the session. Of a session that is only asked for, it opens the form or the sending.
    pub open: Action,
    /// Button that opens the last session that was held with this person; `None` without any, and on the page of one person.
    pub last: Option<Action>,
    /// Button that leads to the further sessions that are planned with this person; `None` without any.
    pub more: Option<Action>,
    /// Buttons that book a date, in a row without a date; else empty.
    pub slots: Vec<Action>,
    /// Button that deletes the session; `None` in the list of all people.
    pub delete: Option<Action>,
    /// Lines below the row: of a session without a plan, whatever else the seller wrote for it; in the list, the next
    /// steps that the seller did since the last session.
    pub lines: Vec<Words>,
    /// Statement that the invitation, the answer or the request is not sent yet, or the record of the last session or the
    /// answers at its close; `None` if there is nothing to send.
    pub not_sent: Option<SentView>,
}

/// Sessions of the same state or time, such as "Held" or "This week".
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// HTML id of the group's heading.
    pub id: &'static str,
    /// State or time of the sessions in words.
    pub heading: Words,
    /// Rows of the group: in the list by date; on the page sessions to come from the nearest on, requested ones by
    /// id, all others from the latest back.
    pub rows: Vec<SessionRow>,
}

/// The place of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Listing {
    /// The row is in the list of all people.
    Everybody,
    /// The row is on the page of one person.
    Page,
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
    listing: Listing,
    env: &Env<'_>,
) -> Option<(Stage, SessionRow)> {
    let half = session.seller_half()?;
    let is_asked = session.manager.is_absent();
    if !is_asked && !half.holds_words() {
        return None;
    }
    let stage = match model.side(session.pair) {
        Party::Seller if !is_asked => Stage::Cancelled,
        _ => Stage::Asked,
    };
    let lines = if is_asked { Vec::new() } else { further_words(half, env) };
    Some((stage, SessionRow { lines, ..requested_row(model, session, same, listing, stage, env) }))
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
    if let Some(words) = &half.leave_alone {
        lines.push(env.say(&Message::LeaveAlone { words: words.as_str() }));
    }
    if let Some(wish) = &half.wish {
        lines.push(env.say(&Message::WordsWish { wish: wish.as_str() }));
    }
    lines
}

fn requested_row(
    model: &Model,
    session: &Session,
    same: &SamePairs,
    listing: Listing,
    stage: Stage,
    env: &Env<'_>,
) -> SessionRow {
    let name = |pair| other_name(model, session.pair, pair, env);
    let who = model.pair(session.pair).map_or_else(|| env.say(&Message::SellerUnknown), name);
    let topic = session.seller_half().and_then(|half| half.topics.first());
    let (press, label, when) = match (model.side(session.pair), stage) {
        (Party::Manager, _) => (Press::AskPlanned(session.id), Message::PlanOne, Message::AsksFor),
        (Party::Seller, Stage::Cancelled) => {
            (Press::ShareOpened(session.id), Message::RowOpen, Message::GroupCancelled)
        }
        (Party::Seller, _) => (Press::ShareOpened(session.id), Message::RowOpen, Message::AskedForOwn),
    };
    let when = env.say(&when);
    let name = Message::Labelled { label: &env.say(&label), words: &who };
    let pair = same.one(session.pair);
    SessionRow {
        id: session.id,
        pair,
        begins: Instant(0),
        detail: topic.map_or("", |topic| topic.words.as_str()).into(),
        delete: delete(session.id, &who, &env.say(&Message::GroupAsked), listing, env),
        open: Action::named(env, &label, &name, press),
        page: page(pair, &who, listing, env),
        last: None,
        more: None,
        slots: Vec::new(),
        seller: who,
        when,
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

/// Returns the button that deletes the session; `None` in the list of all people.
fn delete(id: SessionId, seller: &str, when: &str, listing: Listing, env: &Env<'_>) -> Option<Action> {
    let name = Message::RowDelete { seller, when };
    (listing == Listing::Page).then(|| Action::named(env, &Message::Delete, &name, Press::SessionDeleted(id)))
}

/// Returns the button that opens the page of the other person; `None` on that page.
pub(crate) fn page(pair: PairId, seller: &Words, listing: Listing, env: &Env<'_>) -> Option<Action> {
    let name = Some(env.say(&Message::HomeOf { seller }));
    (listing == Listing::Everybody)
        .then(|| Action { name, ..Action::labelled(seller.clone(), Press::PairOpened(pair)) })
}

/// Returns the state of a session and its row.
pub(crate) fn session_row(
    context: &SessionContext<'_>,
    listing: Listing,
    now: Instant,
) -> (Stage, SessionRow) {
    let env = context.env;
    let (mut stage, begins) = progress(context, now);
    if context.is_cancelled() {
        stage = Stage::Cancelled;
    }
    let local = env.local(begins, &context.model.zone).unwrap_or(context.half.plan.schedule.local);
    let date = env.date_time(local, context.now, Names::Short);
    let seller = context.whole_name(context.side.other());
    let shown = |time: Words| if stage == Stage::Next { beside(context, time) } else { time };
    let (when, detail, open) = match listing {
        Listing::Page => {
            let open = Action::labelled(date.clone(), Press::SessionOpened(context.id));
            (shown(date.clone()), env.wording(&context.half.plan.coaching_type.name), open)
        }
        Listing::Everybody => {
            let when = if stage == Stage::Running {
                env.say(&Message::GroupOn)
            } else {
                shown(near(context, local))
            };
            let (label, name) = match stage {
                Stage::Passed if context.side == Party::Manager => {
                    (Message::RowHappened, Message::RowHappenedLong { seller: &seller, when: &when })
                }
                _ => (Message::RowOpen, Message::RowOpenLong { seller: &seller, when: &when }),
            };
            let open = Action::named(env, &label, &name, Press::SessionOpened(context.id));
            (when, topics(context), open)
        }
    };
    let row = SessionRow {
        id: context.id,
        pair: context.pair,
        begins,
        page: page(context.pair, &seller, listing, env),
        delete: delete(context.id, &seller, &date, listing, env),
        seller,
        when,
        detail,
        open,
        last: None,
        more: None,
        slots: Vec::new(),
        lines: Vec::new(),
        not_sent: match (stage, listing) {
            (Stage::Next, _) => sent(context).filter(|sent| sent.is_open),
            (Stage::Held, Listing::Page) => unsent_after(context, None),
            _ => None,
        },
    };
    (stage, row)
}

/// Returns a date and a time in words, with "Today" or "Tomorrow" in place of a near date.
fn near(context: &SessionContext<'_>, local: LocalDateTime) -> Words {
    let env = context.env;
    let time = env.time(local);
    match context.now.map(|now| local.days_after(now)) {
        Some(0) => env.say(&Message::TodayAt { time: &time }),
        Some(1) => env.say(&Message::TomorrowAt { time: &time }),
        _ => env.date_time(local, context.now, Names::Short),
    }
}

/// Returns the state of a session, and its actual start or else the planned one.
fn progress(context: &SessionContext<'_>, now: Instant) -> (Stage, Instant) {
    let (plan, begins) = (&context.half.plan, context.begins());
    let Course::Begun { baseline, log } = &context.half.course else {
        let has_passed = now >= begins.plus(plan.minutes.span());
        return (if has_passed { Stage::Passed } else { Stage::Next }, begins);
    };
    let reading = reading(baseline, log, now);
    let stage = if reading.phase == Phase::Ended { Stage::Held } else { Stage::Running };
    (stage, reading.started.unwrap_or(begins))
}

/// Returns the topics in the seller's words, the most important one first, or the remark that there is none yet; beside
/// what the seller said about the time. An absence comes first.
fn topics(context: &SessionContext<'_>) -> Words {
    let (env, plan) = (context.env, &context.half.plan);
    let half = context.session.seller_half();
    let said = half.and_then(|half| half.says_of(plan));
    let first = match (said, context.side) {
        (Some(TimeSaid::OtherTime), Party::Manager) => Some(Message::RowOtherTime),
        (Some(TimeSaid::CantCome), Party::Manager) => Some(Message::RowCantCome),
        (Some(TimeSaid::OtherTime), Party::Seller) => Some(Message::RowOtherTimeOwn),
        (Some(TimeSaid::CantCome), Party::Seller) => Some(Message::RowCantComeOwn),
        (Some(TimeSaid::Works), _) => None,
        (None, _) if half.is_none_or(|half| half.time.is_none()) => None,
        (None, Party::Manager) => None,
        (None, Party::Seller) => Some(Message::OwnTimeEarlier),
    };
    let mut words = String::new();
    if let Some(first) = first {
        append(&mut words, env.say(&first).trim_end_matches('.'));
    }
    let topics = topics_named(context);
    let brings_it = half.is_some_and(SellerHalf::will_bring);
    match topics {
        Some(topics) => append(&mut words, &topics),
        None if brings_it && context.side == Party::Seller => {
            append(&mut words, &env.say(&Message::RowBringsItOwn));
        }
        None if brings_it => append(&mut words, &env.say(&Message::RowBringsIt)),
        // Whoever doesn't come is not asked for a topic.
        None if first.is_some() => {}
        None if context.side == Party::Manager => append(&mut words, &env.say(&Message::NoTopic)),
        None => append(&mut words, &env.say(&Message::NoTopicOwn)),
    }
    if said == Some(TimeSaid::Works) && context.side == Party::Manager {
        append(&mut words, &env.say(&Message::RowSaidYes));
    }
    words.into()
}

/// Returns the topics in the seller's words, the most important one first; `None` if there is none.
fn topics_named(context: &SessionContext<'_>) -> Option<Words> {
    let mut words = String::new();
    for topic in context.session.topics().0 {
        append(&mut words, topic.words.as_str());
    }
    if words.is_empty() {
        return None;
    }
    // What the manager noted after a chat is marked until the seller's own words come.
    let noted = context.session.noted().map(|_| context.env.say(&Message::NotedLabel));
    let labelled = |label: Words| context.env.say(&Message::Labelled { label: &label, words: &words });
    Some(noted.map_or_else(|| words.as_str().into(), labelled))
}

/// Returns the row of two people without a date: `last` is their last session, and `slots` are the buttons that
/// book the next one.
pub(crate) fn undated_row(last: &SessionContext<'_>, begins: Instant, slots: Vec<Action>) -> SessionRow {
    let (env, seller) = (last.env, last.whole_name(last.side.other()));
    let open = match last.side {
        Party::Manager => {
            let press = Press::NextPlanned(last.id, last.begins_here());
            let name = Message::Labelled { label: &env.say(&Message::AnotherTime), words: &seller };
            Action::named(env, &Message::AnotherTime, &name, press)
        }
        Party::Seller => Action::new(env, &Message::ShareAsk { name: &seller }, Press::AskOpened),
    };
    SessionRow {
        id: last.id,
        pair: last.pair,
        begins,
        page: page(last.pair, &seller, Listing::Everybody, env),
        seller,
        when: Words::default(),
        detail: Words::default(),
        open,
        last: None,
        more: None,
        slots,
        delete: None,
        lines: Vec::new(),
        not_sent: None,
    }
}
