//! A session that is over: its minutes, its notes, its summary, and the next session.

use crate::domain::half::Course;
use crate::domain::party::Party;
use crate::domain::readiness::Handshake;
use crate::domain::time::{Instant, Span, total};
use crate::outgoing::summary::when;
use crate::present::parts::action::Action;
use crate::present::parts::again::{AgainView, again};
use crate::present::parts::alone::{AloneView, alone};
use crate::present::parts::clock_undo::undo;
use crate::present::parts::closing::booked;
use crate::present::parts::concurrent::concurrent;
use crate::present::parts::head::{HeadView, head};
use crate::present::parts::missed_time::missed_time;
use crate::present::parts::notes::{NotesView, notes};
use crate::present::parts::notice::Notice;
use crate::present::parts::sending::{SentView, save, send, sent_after};
use crate::present::parts::session_context::SessionContext;
use crate::present::parts::summary::{SummaryView, summary};
use crate::program::event::Press;
use crate::program::update::sent::{SentState, sent_state};
use crate::text::Words;
use crate::text::message::Message;
use crate::timer::reading::{ItemReading, Reading, Standing};

/// A session that is over, with its minutes, its notes and its summary.
#[derive(Clone, Debug, PartialEq)]
pub struct OverView {
    /// Head of the screen: the coaching type, the names of the two people, and the way back to the list.
    pub head: HeadView,
    /// Date, actual start and end of the session, in words.
    pub when: Words,
    /// Statement how the two agreed at the start that this is coaching; `None` if the record holds no
    /// agreement.
    pub began: Option<Words>,
    /// Statement of the minutes that the session took and was planned for.
    pub lead: Words,
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
    /// Main button: sends the record, on the seller's device the answers at the close. While a seller has given none, and
    /// once they were sent, it leads to the next session.
    pub next: Action,
    /// Buttons of further actions, such as undoing the end and deleting the session.
    pub others: Vec<Action>,
    /// Button that saves a file of the session.
    pub save: Action,
    /// Button that takes back the end of a session that is long over; `None` while it is among the others.
    pub reopen: Option<Action>,
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
    let spent = spent(reading);
    // A manager sends the record; a seller sends answers, which exist on this device alone until then.
    // What was sent as it is now is not the next step.
    let is_sent = matches!(sent_state(context.model, context.id), Some(SentState::Sent(_)));
    let sends_first = context.side == Party::Manager || has_answers(context) && !is_sent;
    let next = if sends_first { send(context) } else { next(context) };
    let mut asks = concurrent(context);
    asks.extend(missed_time(context));
    // Of a session that took place without the clock there are no minutes to show.
    let never_ran = reading.started == reading.ended && context.half.prepared.handshake.is_none();
    let mut rows = Vec::new();
    // How long an item took stays on the manager's screen.
    let is_told = context.side == Party::Manager
        && !never_ran
        && matches!(&context.half.course, Course::Begun { log, .. } if !log.is_outline());
    for item in reading.items.iter().filter(|_| is_told) {
        rows.push(row(context, item));
    }
    let lead = if never_ran { Message::HeldUnclocked } else { Message::OverLead { spent, planned } };
    OverView {
        head: head(context),
        summary: summary(context, now),
        when: when(env, context.half, reading, &context.model.zone, context.now),
        began: context.half.prepared.handshake.and_then(|handshake| began(context, reading, handshake)),
        lead: env.say(&lead),
        sent: sent_after(context),
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
        notes: notes(context, now, None, true),
        alone: alone(context, None, now),
        again: again(context),
        next,
        others: others(context, sends_first, reading, now),
        save: save(context),
        reopen: reopening(context).filter(|_| is_long_over(reading, now)),
        asks,
    }
}

/// Returns the minutes that the session took. Without a pause they are those between the two times on the screen, which
/// have no seconds.
fn spent(reading: &Reading) -> i64 {
    let minute = |at: Instant| at.0.div_euclid(60_000);
    let spent = reading.spent().rounded_minutes();
    let between =
        reading.started.zip(reading.ended).map(|(from, to)| minute(to).saturating_sub(minute(from)));
    between.filter(|minutes| minutes.abs_diff(spent) <= 1).unwrap_or(spent)
}

/// Returns the button that leads to the next session: to the booked one; else to the form that plans one, or
/// on the seller's device to the request for one.
fn next(context: &SessionContext<'_>) -> Action {
    let env = context.env;
    match booked(context) {
        Some((id, _)) => Action::new(env, &Message::OpenNext, Press::SessionOpened(id)),
        None if context.side == Party::Seller => Action::new(env, &Message::AskOne, Press::AskOpened),
        None => {
            let press = Press::NextPlanned(context.id, context.begins_here());
            Action::new(env, &Message::PlanNext { seller: &context.name(Party::Seller) }, press)
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
        (Course::Begun { log, .. }, Party::Manager) => undo(context.env, log),
        _ => None,
    }
}

/// Returns true if the seller handed in answers at the close.
fn has_answers(context: &SessionContext<'_>) -> bool {
    context.session.closing(Party::Seller).is_in
}

fn others(context: &SessionContext<'_>, sends_first: bool, reading: &Reading, now: Instant) -> Vec<Action> {
    let mut actions = Vec::new();
    if sends_first {
        actions.push(next(context));
    } else if has_answers(context) {
        actions.push(send(context));
    }
    actions.extend(reopening(context).filter(|_| !is_long_over(reading, now)));
    actions.push(Action::new(context.env, &Message::Delete, Press::SessionDeleted(context.id)));
    actions
}

/// Returns the statement how the session began, which claims no more than is known.
fn began(context: &SessionContext<'_>, reading: &Reading, handshake: Handshake) -> Option<Words> {
    let (env, manager) = (context.env, &context.name(Party::Manager));
    let time = &env.time_at(reading.started?, &context.model.zone);
    Some(env.say(&match handshake {
        Handshake::Ready => Message::HeldReady { manager, time },
        Handshake::Together => Message::HeldStarted { manager, time },
    }))
}

fn row(context: &SessionContext<'_>, item: &ItemReading) -> OverRow {
    let env = context.env;
    let spent = item.spent.rounded_minutes();
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
