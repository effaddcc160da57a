//! The content of a session's summary, gathered from the model.
//!
//! Never adds a private note: `outgoing` takes the session alone.

use super::earlier::has_next_begun;
use super::rhythm;
use crate::domain::half::Course;
use crate::domain::id::SessionId;
use crate::domain::time::Instant;
use crate::outgoing::note::NoteWords;
use crate::outgoing::summary::{self, SummaryLine};
use crate::program::state::model::Model;
use crate::text::message::Message;
use crate::text::{Env, Names, Words};
use crate::timer::reading::{Phase, reading};

/// Returns the lines of a session's summary at `now`; `None` unless the session is over.
#[must_use]
pub fn lines(model: &Model, env: &Env<'_>, now: Instant, id: SessionId) -> Option<Vec<SummaryLine>> {
    let session = model.session(id)?;
    // What moved on to the next session stands there.
    let past = has_next_begun(model, id).then(|| session.past_close());
    let session = past.as_ref().unwrap_or(session);
    let half = session.manager_half()?;
    let Course::Begun { baseline, log } = &half.course else { return None };
    let reading = Some(reading(baseline, log, now)).filter(|reading| reading.phase == Phase::Ended)?;
    let pair = model.pair(session.pair);
    let unknown = || env.say(&Message::SellerUnknown);
    let seller = pair.map_or_else(unknown, |pair| Words::from(pair.seller.as_str()));
    let manager = pair.and_then(|pair| pair.manager.as_ref()).map(|name| Words::from(name.as_str()));
    let names = NoteWords { env, seller, manager, today: None };
    let here = env.local(now, &model.zone);
    let when = summary::when(env, half, &reading, &model.zone, here);
    // The summary leaves this device, for a reader who may be elsewhere.
    let when = env.say(&Message::TimeAtPlace { time: &when, place: &model.zone.place() });
    let next = rhythm::booked(model, id, here).and_then(|next| next.manager_half());
    let next = next.map(|half| env.begins_at_place(&half.plan.schedule, &model.zone, here, Names::Short));
    Some(summary::lines(session, &names, &reading, &when, next))
}
