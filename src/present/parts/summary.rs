//! The summary of a session that is over, on the screen of that session.

use super::action::Action;
use super::note_list::NoteButton;
use super::session_context::SessionContext;
use crate::domain::time::Instant;
use crate::outgoing::summary::{Form, write};
pub use crate::outgoing::summary::{Mark, SummaryLine};
use crate::program::event::Press;
use crate::program::state::screen::Summary;
use crate::program::update::summary::lines;
use crate::text::Words;
use crate::text::message::Message;

/// The summary of a session that is over, with the buttons that show, send, copy and save it.
#[derive(Clone, Debug, PartialEq)]
pub struct SummaryView {
    /// Heading above the summary.
    pub heading: Words,
    /// Explanation of the summary, below its heading.
    pub lead: Words,
    /// Button that shows the summary on the screen, or hides it.
    pub read: NoteButton,
    /// Buttons that print, copy and save the summary.
    pub actions: Vec<Action>,
    /// Message about the last try to copy the summary; `None` before a try, and after the summary was shown
    /// or hidden.
    pub outcome: Option<Words>,
    /// Whole summary as plain text, for copying by hand; `None` unless the browser refused to copy it.
    pub text_to_copy: Option<Words>,
    /// Lines of the summary. They are drawn even while hidden, for the printer.
    pub lines: Vec<SummaryLine>,
}

/// Returns the summary of the session.
pub(crate) fn summary(context: &SessionContext<'_>, now: Instant) -> SummaryView {
    let env = context.env;
    let state = context.model.screen.session().map(|state| state.summary).unwrap_or_default();
    let lines = lines(context.model, env, now, context.id).unwrap_or_default();
    let outcome = match state {
        Summary::Copied => Some(Message::SummaryCopied),
        Summary::Refused => Some(Message::SummaryRefused),
        Summary::Closed | Summary::Open => None,
    };
    let actions = vec![
        Action::new(env, &Message::SummaryPrint, Press::SummaryPrinted),
        Action::new(env, &Message::SummaryCopy, Press::SummaryCopied),
        Action::new(env, &Message::SummarySave, Press::SummarySaved),
    ];
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
