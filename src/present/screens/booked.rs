//! The booked dates of all sellers: one send for each, and one file for the manager's calendar.

use crate::domain::id::PairId;
use crate::domain::standing::Standing;
use crate::domain::time::Instant;
use crate::present::parts::action::Action;
use crate::present::parts::head::link_head;
use crate::present::parts::line::Line;
use crate::present::parts::sending::{send, sent};
use crate::present::parts::session_context::SessionContext;
use crate::present::parts::sheet::{Entry, SheetView, section};
use crate::program::event::{Press, QuarterPress};
use crate::program::state::model::Model;
use crate::program::update::calendar_row::{entries, is_entered};
use crate::program::update::kept_row::{booked, next_of};
use crate::program::update::quarter_book::can_undo;
use crate::text::message::Message;
use crate::text::{Env, Names};

/// Returns the sheet of the booked dates; `None` if nothing is booked in this way.
pub(crate) fn booked_quarter(model: &Model, now: Instant, env: &Env<'_>) -> Option<SheetView> {
    let (mut rows, mut first) = (Vec::new(), None);
    for (pair, standing) in booked(model) {
        let Some((begins, row, is_open)) = row(model, now, env, (pair, standing)) else { continue };
        rows.push((begins, row, is_open));
    }
    rows.sort_by_key(|(begins, ..)| *begins);
    let mut entries = Vec::new();
    for (_, (line, action), is_open) in rows {
        if is_open {
            first = first.or(Some(action.clone()));
        }
        entries.push(Entry::Row(line, action));
    }
    if entries.is_empty() {
        return None;
    }
    let quarter = |label: Message<'_>, press| Action::new(env, &label, Press::Quarter(press));
    let save = quarter(Message::QuarterCalendar, QuarterPress::CalendarSaved);
    let home = Action::new(env, &Message::QuarterDone, Press::HomeOpened);
    let (main, answers) = match first {
        Some(first) => (first, vec![home]),
        None => (home, Vec::new()),
    };
    let mut others = vec![save];
    if can_undo(model) {
        others.push(quarter(Message::QuarterUndo, QuarterPress::BookingUndone));
    }
    Some(SheetView {
        head: link_head(env, None, &env.say(&Message::QuarterOpen), None, &Message::BackHome),
        heading: env.say(&Message::QuarterBooked),
        lead: env.say(&Message::QuarterBookedLead),
        sections: vec![section("quarter-sends", env.say(&Message::QuarterSends), entries)],
        outcome: is_saved(model, env, now).then(|| env.say(&Message::RowDone)),
        text_to_copy: None,
        main,
        answers,
        others,
    })
}

/// Returns true if the booked dates of all sellers, as they are now, were put into the calendar.
fn is_saved(model: &Model, env: &Env<'_>, now: Instant) -> bool {
    booked(model).all(|(pair, _)| is_entered(model, now, pair, &entries(model, env, now, pair)))
}

/// Returns the row of a seller with the button that sends the dates, by the start of the next one; true if it is still to be
/// sent. `None` if no session of the row is planned.
fn row(
    model: &Model,
    now: Instant,
    env: &Env<'_>,
    (pair, standing): (PairId, &Standing),
) -> Option<(Instant, (Line, Action), bool)> {
    let id = next_of(model, standing)?;
    let context = SessionContext::of(model, id, now, env)?;
    let when = &env.date_time(context.begins_here(), context.now, Names::Short);
    let more = standing
        .after(env.zones, now)
        .iter()
        .filter(|(date, _)| !date.is_skipped && date.session != id)
        .count();
    let two = model.pair(pair)?;
    let seller = two.seller.as_str();
    let words = env.say(&Message::QuarterBookedRow { seller, when, count: more });
    let sent = sent(&context);
    let is_open = sent.as_ref().is_some_and(|sent| sent.is_open);
    let line = match sent {
        Some(sent) if sent.is_open => {
            Line::plain(env.say(&Message::QuarterUnsent { words: &words, sent: &sent.words }))
        }
        Some(sent) => Line::remarked(words, sent.words),
        None => Line::plain(words),
    };
    Some((context.begins(), (line, send(&context)), is_open))
}
