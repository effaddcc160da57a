//! A session that is over: its minutes, its notes, its summary, and the next session.

use crate::domain::half::Course;
use crate::domain::party::Party;
use crate::domain::readiness::Handshake;
use crate::domain::time::{Instant, total};
use crate::outgoing::summary::when;
use crate::present::parts::action::Action;
use crate::present::parts::clock_undo::undo;
use crate::present::parts::closing::booked;
use crate::present::parts::concurrent::concurrent;
use crate::present::parts::head::{HeadView, head};
use crate::present::parts::notes::{NotesView, notes};
use crate::present::parts::notice::Notice;
use crate::present::parts::sending::{save, send};
use crate::present::parts::session_context::SessionContext;
use crate::present::parts::summary::{SummaryView, summary};
use crate::program::event::Press;
use crate::text::message::Message;
use crate::text::{Env, Words};
use crate::timer::reading::{ItemReading, Reading, Standing};

/// A session that is over.
#[derive(Clone, Debug, PartialEq)]
pub struct OverView {
    /// The head of the session's screens.
    pub head: HeadView,
    /// The date and time of the session.
    pub when: Words,
    /// The statement how both agreed that this is coaching.
    pub began: Option<Words>,
    /// The statement how long the session took.
    pub lead: Words,
    /// The caption of the table of minutes.
    pub caption: Words,
    /// The column headings.
    pub columns: [Words; 3],
    /// A row for each item.
    pub rows: Vec<OverRow>,
    /// The row of sums.
    pub sum: OverRow,
    /// The notes.
    pub notes: NotesView,
    /// The summary.
    pub summary: SummaryView,
    /// The main button: the next session, or sending the answers.
    pub next: Action,
    /// Further actions.
    pub others: Vec<Action>,
    /// The action that saves a file of the session.
    pub save: Action,
    /// The choice between two concurrent versions, if there are any.
    pub concurrent: Vec<Notice>,
}

/// The minutes of an item, planned and actual.
#[derive(Clone, Debug, PartialEq)]
pub struct OverRow {
    /// The name of the item.
    pub title: Words,
    /// The planned minutes.
    pub planned: Words,
    /// The actual minutes, or the reason why there are none.
    pub actual: Words,
}

/// Returns the view of a session that is over.
pub(crate) fn over(context: &SessionContext<'_>, reading: &Reading, now: Instant) -> OverView {
    let env = context.env;
    let planned = total(reading.items.iter().map(|item| item.planned));
    let spent = reading.spent().rounded_minutes();
    // The seller's answers exist on this device alone until they are sent, so sending comes first.
    let sends_first = context.side == Party::Seller && context.session.closing(Party::Seller).is_in;
    let next = if sends_first { send(context) } else { next(context) };
    let mut rows = Vec::new();
    for item in &reading.items {
        rows.push(row(context, item));
    }
    OverView {
        head: head(context),
        summary: summary(context, now, sends_first),
        when: when(env, context.half, reading, &context.model.zone, context.now),
        began: context.half.prepared.handshake.map(|handshake| began(env, handshake)),
        lead: env.say(&Message::OverLead { spent, planned }),
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
        notes: notes(context, None, true),
        next,
        others: others(context, sends_first),
        save: save(context),
        concurrent: concurrent(context),
    }
}

/// Returns the action that leads to the next session.
fn next(context: &SessionContext<'_>) -> Action {
    let env = context.env;
    match booked(context) {
        Some((id, _)) => Action::new(env, &Message::OpenNext, Press::SessionOpened(id)),
        None if context.side == Party::Seller => Action::new(env, &Message::AskOne, Press::AskOpened),
        None => {
            let press = Press::NextPlanned(context.id, context.begins_here());
            Action::new(env, &Message::PlanNext { seller: &context.seller }, press)
        }
    }
}

fn others(context: &SessionContext<'_>, sends_first: bool) -> Vec<Action> {
    let mut actions = Vec::new();
    if sends_first {
        actions.push(next(context));
    }
    if let (Course::Begun { log, .. }, Party::Manager) = (&context.half.course, context.side) {
        actions.extend(undo(context.env, log));
    }
    actions.push(Action::new(context.env, &Message::Delete, Press::SessionDeleted(context.id)));
    actions
}

fn began(env: &Env<'_>, handshake: Handshake) -> Words {
    env.say(match handshake {
        Handshake::Ready => &Message::HeldReady,
        Handshake::Together => &Message::HeldTogether,
    })
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
