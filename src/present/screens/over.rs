//! A session that is over: planned and actual minutes, and the way to the next one.

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
use crate::present::parts::known::Known;
use crate::present::parts::notes::{NotesView, notes};
use crate::present::parts::notice::Notice;
use crate::present::parts::sending::{save, send};
use crate::present::parts::summary::{SummaryView, summary};
use crate::program::event::Press;
use crate::text::Words;
use crate::text::message::{Message, OfLink};
use crate::timer::reading::{ItemReading, Reading, Standing};

/// A session that is over.
#[derive(Clone, Debug, PartialEq)]
pub struct OverView {
    /// Who and what.
    pub head: HeadView,
    /// When it was.
    pub when: Words,
    /// How both came to know that it was coaching.
    pub began: Option<Words>,
    /// How long it took.
    pub lead: Words,
    /// The table's name.
    pub caption: Words,
    /// The names of its columns.
    pub columns: [Words; 3],
    /// Its rows.
    pub rows: Vec<OverRow>,
    /// All items together.
    pub sum: OverRow,
    /// What was written down.
    pub notes: NotesView,
    /// The summary for both.
    pub summary: SummaryView,
    /// Plans the next one.
    pub next: Action,
    /// What else can be done.
    pub others: Vec<Action>,
    /// Saves a file of it.
    pub save: Action,
    /// That two windows changed it at once.
    pub concurrent: Vec<Notice>,
}

/// An item, planned and actual.
#[derive(Clone, Debug, PartialEq)]
pub struct OverRow {
    /// The item's name.
    pub title: Words,
    /// Its planned minutes.
    pub planned: Words,
    /// Its actual minutes, or why there are none.
    pub actual: Words,
}

/// That session.
pub(crate) fn over(known: &Known<'_>, reading: &Reading, now: Instant) -> OverView {
    let env = known.env;
    let planned = total(reading.items.iter().map(|item| item.planned));
    let spent = reading.spent().rounded_minutes();
    let when = when(env, known.half, reading, &known.model.zone, known.now);
    let log = match &known.half.course {
        Course::Begun { log, .. } => Some(log),
        Course::Planned => None,
    };
    let booked = booked(known);
    let mut next = match booked {
        Some((id, _)) => Action::new(env, &Message::OpenNext, Press::SessionOpened(id)),
        None if known.side == Party::Seller => {
            Action::new(env, &Message::Link(OfLink::AskOne), Press::AskOpened)
        }
        None => Action::new(
            env,
            &Message::PlanNext { seller: &known.seller },
            Press::NextPlanned(known.id, known.begins_here()),
        ),
    };
    let mut others = Vec::new();
    // What the seller answered is here alone until it is sent: that goes first.
    let has_answered = known.side == Party::Seller && known.session.closing(Party::Seller).is_in;
    if has_answered {
        others.push(std::mem::replace(&mut next, send(known)));
    }
    if let Some(undo) = log.and_then(|log| undo(env, log)).filter(|_| known.side == Party::Manager) {
        others.push(undo);
    }
    others.push(Action::new(env, &Message::Delete, Press::SessionDeleted(known.id)));
    let mut rows = Vec::new();
    for item in &reading.items {
        rows.push(row(known, item));
    }
    OverView {
        head: head(known),
        summary: summary(known, now, has_answered),
        when,
        began: known.half.prepared.handshake.map(|handshake| {
            env.say(match handshake {
                Handshake::Ready => &Message::HeldReady,
                Handshake::Together => &Message::HeldTogether,
            })
        }),
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
            planned: env.say(&Message::Minutes(planned)),
            actual: actual(known, spent),
        },
        notes: notes(known, None, true),
        next,
        others,
        save: save(known),
        concurrent: concurrent(known),
    }
}

fn row(known: &Known<'_>, item: &ItemReading) -> OverRow {
    let env = known.env;
    let spent = item.spent.rounded_minutes();
    let actual = match item.standing {
        Standing::Skipped if spent == 0 => env.say(&Message::TableSkipped),
        Standing::Ahead if spent == 0 => env.say(&Message::TableNotReached),
        _ => actual(known, spent),
    };
    let title =
        known.half.plan.agenda.item(item.item).map(|item| env.wording(&item.title)).unwrap_or_default();
    OverRow { title, planned: env.say(&Message::Minutes(item.planned)), actual }
}

fn actual(known: &Known<'_>, minutes: i64) -> Words {
    let minutes = u16::try_from(minutes).unwrap_or(u16::MAX);
    known.env.say(&Message::Minutes(crate::domain::time::Minutes(minutes)))
}
