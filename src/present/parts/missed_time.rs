//! The question about time that the page missed.

use super::action::Action;
use super::notice::Notice;
use super::session_context::SessionContext;
use crate::domain::timing::Cause;
use crate::program::event::Press;
use crate::text::message::Message;
use crate::timer::catch_up::CatchUp;

/// Returns the question how to count time that the page missed; `None` if there is nothing to ask, or if the
/// session was left running, which is asked on a screen of its own.
pub(crate) fn missed_time(context: &SessionContext<'_>) -> Option<Notice> {
    let env = context.env;
    let question = context.model.clock_question()?;
    let CatchUp::Unseen { gap, .. } = question.about else { return None };
    Some(Notice::new(
        env.say(&Message::Unseen { minutes: gap.rounded_minutes() }),
        vec![
            Action::new(env, &Message::UnseenStayed, Press::StayedAnswered),
            Action::new(env, &Message::UnseenAway, Press::GapAnswered(Cause::Away)),
            Action::new(env, &Message::UnseenClock, Press::GapAnswered(Cause::ClockChanged)),
        ],
    ))
}
