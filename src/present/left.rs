//! A session that was left open: nothing is counted on the screen until the person says when it ended.

use super::head::{date, head};
use super::{Action, AskView, Known};
use crate::domain::id::SessionId;
use crate::domain::time::{Instant, Minutes, Span, Zone};
use crate::program::event::Press;
use crate::program::model::Model;
use crate::text::intl::Names;
use crate::text::message::Message;
use crate::text::{Voice, Words};
use crate::timer::catch_up::CatchUp;

/// By how much the end that is offered moves.
const STEP: Minutes = Minutes(5);

/// When the session was last seen and when it is thought to have ended, where that is asked.
pub(super) fn question(model: &Model, id: SessionId) -> Option<(Instant, Instant)> {
    let question = model.question.as_ref().filter(|question| question.session == id)?;
    match question.about {
        CatchUp::LeftRunning { seen, .. } => Some((seen, question.end)),
        CatchUp::Unseen { .. } => None,
    }
}

/// That session, where it was left open.
pub(super) fn left(known: &Known<'_>) -> Option<AskView> {
    let (voice, zone) = (known.voice, &known.model.zone);
    let (seen, end) = question(known.model, known.id)?;
    let (day, time) = day_and_time(voice, seen, zone);
    let (end_day, end_time) = day_and_time(voice, end, zone);
    let ended = if day == end_day {
        Message::LeftOpenEnd { time: &end_time }
    } else {
        Message::LeftOpenEndDay { day: &end_day, time: &end_time }
    };
    let (earlier, later) = (Press::EndMoved(Span::ZERO.minus(STEP.span())), Press::EndMoved(STEP.span()));
    Some(AskView {
        head: head(known),
        lead: voice.say(&Message::LeftOpen { day: &day, time: &time }),
        question: voice.say(&Message::LeftOpenWhen),
        yes: Action::new(voice, &ended, Press::EndConfirmed),
        steps: vec![
            Action::new(voice, &Message::EarlierBy { minutes: STEP }, earlier).only_if(end > seen),
            Action::new(voice, &Message::LaterBy { minutes: STEP }, later),
        ],
        no: Action::new(voice, &Message::LeftOpenStay, Press::StayedAnswered),
    })
}

fn day_and_time(voice: &Voice, instant: Instant, zone: &Zone) -> (Words, Words) {
    let local = voice.local(instant, zone);
    let day = local.map(|local| date(voice, local, Some(local), Names::Full)).unwrap_or_default();
    (day, voice.time_at(instant, zone))
}
