//! The summary of a session that is over.

use super::action::Action;
use super::note_list::NoteButton;
use super::sending::send;
use super::session_context::SessionContext;
use crate::domain::time::Instant;
use crate::outgoing::summary::{Form, write};
pub use crate::outgoing::summary::{Mark, SummaryLine};
use crate::program::event::Press;
use crate::program::state::screen::Summary;
use crate::program::update::summary::lines;
use crate::text::Words;
use crate::text::message::Message;

/// The summary, with its actions.
#[derive(Clone, Debug, PartialEq)]
pub struct SummaryView {
    /// The heading.
    pub heading: Words,
    /// The explanation what the summary holds and leaves out.
    pub lead: Words,
    /// The button that shows the summary on the screen.
    pub read: NoteButton,
    /// The actions that send, copy or save the summary.
    pub actions: Vec<Action>,
    /// The outcome of copying.
    pub outcome: Option<Words>,
    /// The summary for copying by hand, after the browser refused to copy it.
    pub text_to_copy: Option<Words>,
    /// The lines of the summary.
    pub lines: Vec<SummaryLine>,
}

/// Returns the summary of the session. `is_sent` is true if the screen offers to send the session elsewhere.
pub(crate) fn summary(context: &SessionContext<'_>, now: Instant, is_sent: bool) -> SummaryView {
    let env = context.env;
    let state = context.model.screen.session().map(|state| state.summary).unwrap_or_default();
    let lines = lines(context.model, env, now, context.id).unwrap_or_default();
    let outcome = match state {
        Summary::Copied => Some(Message::SummaryCopied),
        Summary::Refused => Some(Message::SummaryRefused),
        Summary::Closed | Summary::Open => None,
    };
    let mut actions = if is_sent { Vec::new() } else { vec![send(context)] };
    actions.push(Action::new(env, &Message::SummaryCopy, Press::SummaryCopied));
    actions.push(Action::new(env, &Message::SummarySave, Press::SummarySaved));
    let read = Action::new(env, &Message::SummaryRead, Press::SummaryRead);
    SummaryView {
        heading: env.say(&Message::SummaryHeading),
        lead: env.say(&Message::SummaryLead),
        read: NoteButton { action: read, is_on: Some(state == Summary::Open), id: None },
        actions,
        outcome: outcome.map(|outcome| env.say(&outcome)),
        text_to_copy: (state == Summary::Refused).then(|| write(&lines, Form::Plain).into()),
        lines,
    }
}
