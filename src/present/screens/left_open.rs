//! The question about a session that was left running: when did it end? No clock shows until the person
//! answers.

use crate::domain::time::{Instant, Minutes, Span};
use crate::domain::timing::Cause;
use crate::domain::zone::Zone;
use crate::present::parts::action::Action;
use crate::present::parts::decision::DecisionView;
use crate::present::parts::head::head;
use crate::present::parts::session_context::SessionContext;
use crate::program::event::Press;
use crate::program::state::model::Model;
use crate::text::Names;
use crate::text::message::Message;
use crate::text::{Env, Words};
use crate::timer::catch_up::CatchUp;

/// Minutes by which one press moves the suggested end.
const STEP: Minutes = Minutes(5);

/// Returns the last sign of life of a session that was left running, and its suggested end, which the person
/// may have moved; `None` if this is not asked.
pub(crate) fn question(model: &Model) -> Option<(Instant, Instant)> {
    let question = model.clock_question()?;
    match question.about {
        CatchUp::LeftRunning { seen, .. } => Some((seen, question.end)),
        CatchUp::Unseen { .. } => None,
    }
}

/// Returns the question when the session ended; `None` if the session was not left running.
pub(crate) fn left_open(context: &SessionContext<'_>) -> Option<DecisionView> {
    let (env, zone) = (context.env, &context.model.zone);
    let (seen, end) = question(context.model)?;
    let (day, time) = day_and_time(env, seen, zone);
    let (end_day, end_time) = day_and_time(env, end, zone);
    let ended = if day == end_day {
        Message::LeftOpenEnd { time: &end_time }
    } else {
        Message::LeftOpenEndDay { day: &end_day, time: &end_time }
    };
    let (earlier, later) = (Press::EndMoved(Span::ZERO.minus(STEP.span())), Press::EndMoved(STEP.span()));
    Some(DecisionView {
        head: head(context),
        lead: env.say(&Message::LeftOpen { day: &day, time: &time }),
        question: env.say(&Message::LeftOpenWhen),
        yes: Action::new(env, &ended, Press::EndConfirmed),
        steps: vec![
            Action::new(env, &Message::EarlierBy { minutes: STEP }, earlier).only_if(end > seen),
            Action::new(env, &Message::LaterBy { minutes: STEP }, later),
        ],
        others: vec![
            Action::new(env, &Message::LeftOpenStay, Press::StayedAnswered),
            Action::new(env, &Message::UnseenClock, Press::GapAnswered(Cause::ClockChanged)),
        ],
    })
}

fn day_and_time(env: &Env<'_>, instant: Instant, zone: &Zone) -> (Words, Words) {
    let local = env.local(instant, zone);
    let day = local.map(|local| env.date(local, Some(local), Names::Full)).unwrap_or_default();
    (day, env.time_at(instant, zone))
}
