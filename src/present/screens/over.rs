//! A session that is over: what the two still say and book, then its minutes, its notes and its summary.

use crate::domain::half::Course;
use crate::domain::party::Party;
use crate::domain::readiness::Handshake;
use crate::domain::time::{Instant, Span, total};
use crate::outgoing::summary::when;
use crate::present::parts::action::Action;
use crate::present::parts::again::{AgainView, again};
use crate::present::parts::alone::{AloneView, alone};
use crate::present::parts::clock_undo::undo;
use crate::present::parts::closing::{Due, booked, due};
use crate::present::parts::concurrent::concurrent;
use crate::present::parts::hand_over::answers_as;
use crate::present::parts::head::{HeadView, head};
use crate::present::parts::missed_time::missed_time;
use crate::present::parts::notes::{NotesView, notes};
use crate::present::parts::notice::Notice;
use crate::present::parts::sending::{SentView, has_own_answers, save, send, sent_after};
use crate::present::parts::session_context::SessionContext;
use crate::present::parts::summary::{SummaryView, summary};
use crate::program::event::Press;
use crate::program::update::sent::{SentState, sent_state};
use crate::text::Words;
use crate::text::message::Message;
use crate::timer::reading::{ItemReading, Reading, Standing};
use crate::timer::times::shown_minutes;

/// A session that is over, with its minutes, its notes and its summary.
#[derive(Clone, Debug, PartialEq)]
pub struct OverView {
    /// Head of the screen: the coaching type, the names of the two people, and the way back to the list.
    pub head: HeadView,
    /// Date, actual start and end of the session, in words.
    pub when: Words,
    /// Button that takes back the end of a session that ended a short time ago; `None` later, and on the seller's device.
    pub not_over: Option<Action>,
    /// Statement that both said they were ready, that the session was interrupted, or that it was held without the clock; `None` if there is
    /// nothing to add to the date.
    pub began: Option<Words>,
    /// Statement about the sending of the record, or of the seller's answers at the close; `None` if there is nothing to
    /// send.
    pub sent: Option<SentView>,
    /// Accessible caption of the table of minutes.
    pub caption: Words,
    /// Headings of the three columns: item, planned minutes, actual minutes.
    pub columns: [Words; 3],
    /// Rows of the table of minutes, one for each agenda item; empty where the record does not say how long an item
    /// took.
    pub rows: Vec<OverRow>,
    /// Last row of the table: the sums of the planned and the actual minutes.
    pub sum: OverRow,
    /// Notes of the session, and the answers at the close.
    pub notes: NotesView,
    /// Contents for this person alone, with their buttons; `None` if there are none.
    pub alone: Option<AloneView>,
    /// Words of the preparations, to read again.
    pub again: AgainView,
    /// Summary of the session, with its buttons.
    pub summary: SummaryView,
    /// Main button, the next thing to do: it answers how the session was, then sends what is not sent, then leads to the
    /// next session. `None` while the next thing is a date: then the first offered date is the main button.
    pub next: Option<Action>,
    /// Buttons beside the main one: those of sending and of the next session that the main button is not.
    pub others: Vec<Action>,
    /// Button that saves a file of the session.
    pub save: Action,
    /// Button that takes back the end of a session that is long over; `None` while it stands beside the date.
    pub reopen: Option<Action>,
    /// Button that deletes the session.
    pub delete: Action,
    /// Notices that ask which version to keep and how to count time that the page missed, and the one that
    /// undoes the last choice of a version.
    pub asks: Vec<Notice>,
}

/// A row of the table of minutes: an agenda item, or the sums.
#[derive(Clone, Debug, PartialEq)]
pub struct OverRow {
    /// Name of the item, or the label of the sums.
    pub title: Words,
    /// Planned minutes of the row, in words.
    pub planned: Words,
    /// Actual minutes of the row in words, or the remark that the item was left out or not reached.
    pub actual: Words,
}

/// Returns the view of a session that is over.
pub(crate) fn over(context: &SessionContext<'_>, reading: &Reading, now: Instant) -> OverView {
    let env = context.env;
    let planned = total(reading.items.iter().map(|item| item.planned));
    // The same numbers stood beside the session while it ran.
    let shares = shown_minutes(reading);
    let spent = shares.iter().fold(0_i64, |sum, minutes| sum.saturating_add(*minutes));
    let mut notes = notes(context, now, None, true);
    let (next, others) = next_steps(context);
    // The main button stands in no list a second time.
    let rows = notes.closing.iter_mut().flat_map(|list| &mut list.rows);
    rows.for_each(|row| {
        row.choices.retain(|choice| Some(choice.action.press) != next.as_ref().map(|next| next.press))
    });
    let mut asks = concurrent(context);
    asks.extend(missed_time(context));
    // Of a session that took place without the clock there are no minutes to show.
    let never_ran = context.half.is_unclocked();
    let mut rows = Vec::new();
    // How long an item took stays on the manager's screen.
    let is_told = context.side == Party::Manager
        && !never_ran
        && matches!(&context.half.course, Course::Begun { log, .. } if !log.is_outline());
    for (item, minutes) in reading.items.iter().zip(shares).filter(|_| is_told) {
        rows.push(row(context, item, minutes));
    }
    let is_ready = context.half.prepared.handshake == Some(Handshake::Ready);
    let is_interrupted = matches!(&context.half.course, Course::Begun { log, .. } if log.is_interrupted());
    let began = match never_ran {
        true => Some(Message::HeldUnclocked),
        false if is_interrupted => Some(Message::HeldInterrupted),
        false => is_ready.then_some(Message::HeldReady),
    };
    let reopen = reopening(context);
    let (reopen, not_over) = if is_long_over(reading, now) { (reopen, None) } else { (None, reopen) };
    OverView {
        head: head(context),
        summary: summary(context, now),
        when: when(env, context.half, reading, &context.model.zone, context.now),
        sent: sent_after(context),
        not_over,
        began: began.map(|began| env.say(&began)),
        caption: env.say(&Message::TableCaption),
        columns: [
            env.say(&Message::TableItem),
            env.say(&Message::TablePlanned),
            env.say(&Message::TableActual),
        ],
        rows,
        sum: OverRow {
            title: env.say(&Message::TableTotal),
            planned: env.say(&Message::Minutes { minutes: planned }),
            actual: actual(context, spent),
        },
        notes,
        alone: alone(context, None, now),
        again: again(context),
        next,
        others,
        save: save(context),
        reopen,
        delete: Action::new(env, &Message::Delete, Press::SessionDeleted(context.id)),
        asks,
    }
}

/// Returns the main button and those beside it. See [`OverView::next`].
fn next_steps(context: &SessionContext<'_>) -> (Option<Action>, Vec<Action>) {
    let is_sent = matches!(sent_state(context.model, context.id), Some(SentState::Sent(_)));
    let (answer, booked) = (answer(context), booked(context).is_some());
    match context.side {
        // A record that went out asks for no answer of the manager any more.
        Party::Manager if answer.is_some() && !is_sent => {
            (answer, [send(context)].into_iter().chain(booked.then(|| next(context))).collect())
        }
        Party::Manager if !booked => (None, vec![send(context)]),
        Party::Manager if is_sent => (Some(next(context)), vec![send(context)]),
        Party::Manager => (Some(send(context)), vec![next(context)]),
        Party::Seller if answer.is_some() => (answer, vec![next(context)]),
        // The answers exist on this device alone until they are sent.
        Party::Seller if has_own_answers(context) && !is_sent => (Some(send(context)), vec![next(context)]),
        Party::Seller if has_own_answers(context) => (Some(next(context)), vec![send(context)]),
        Party::Seller => (Some(next(context)), Vec::new()),
    }
}

/// Returns the button that says how the session was; `None` if nobody is asked on this device.
fn answer(context: &SessionContext<'_>) -> Option<Action> {
    let env = context.env;
    Some(match due(context)? {
        Due::Aloud => Action::new(env, &Message::AnswerOwn, Press::AloudAsked),
        Due::Alone(Party::Seller) if context.side == Party::Seller => {
            Action::new(env, &Message::AnswerOwn, Press::PrepareAsked(context.id, Party::Seller))
        }
        Due::Alone(party) => {
            let press = Press::PrepareAsked(context.id, party);
            Action::new(env, &answers_as(party, &context.name(party)), press)
        }
    })
}

/// Returns the button that leads to the next session: to the booked one; else on the seller's device to the request for
/// one, on the manager's to the form that plans one.
fn next(context: &SessionContext<'_>) -> Action {
    let env = context.env;
    match booked(context) {
        Some((id, _)) => Action::new(env, &Message::OpenNext, Press::SessionOpened(id)),
        None if context.side == Party::Seller => Action::new(env, &Message::AskOne, Press::AskOpened),
        None => {
            Action::new(env, &Message::AnotherTime, Press::NextPlanned(context.id, context.begins_here()))
        }
    }
}

/// Time after the end in which a person may find that the session is not over yet.
const RECENT: Span = Span::minutes(120);

fn is_long_over(reading: &Reading, now: Instant) -> bool {
    reading.ended.is_none_or(|ended| now.since(ended) > RECENT)
}

/// Returns the button that takes the end back; `None` on the seller's device.
fn reopening(context: &SessionContext<'_>) -> Option<Action> {
    match (&context.half.course, context.side) {
        (_, Party::Manager) if context.half.is_unclocked() => {
            Some(Action::new(context.env, &Message::HappenedUndo, Press::ClockUndone))
        }
        (Course::Begun { log, .. }, Party::Manager) => undo(context.env, log),
        _ => None,
    }
}

fn row(context: &SessionContext<'_>, item: &ItemReading, spent: i64) -> OverRow {
    let env = context.env;
    let actual = match item.standing {
        Standing::Skipped if spent == 0 => env.say(&Message::TableSkipped),
        Standing::Ahead if spent == 0 => env.say(&Message::TableNotReached),
        _ => actual(context, spent),
    };
    let title =
        context.half.plan.agenda.item(item.item).map(|item| env.wording(&item.title)).unwrap_or_default();
    OverRow { title, planned: env.say(&Message::Minutes { minutes: item.planned }), actual }
}

fn actual(context: &SessionContext<'_>, minutes: i64) -> Words {
    let minutes = u16::try_from(minutes).unwrap_or(u16::MAX);
    context.env.say(&Message::Minutes { minutes: crate::domain::time::Minutes(minutes) })
}
