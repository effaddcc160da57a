//! A topic of a session in a line.

use super::line::Line;
use super::session_context::SessionContext;
use crate::domain::party::Party;
use crate::domain::topic::Topic;
use crate::outgoing::summary::worked_if;
use crate::text::message::Message;

/// Returns a topic with its measure of success.
pub(crate) fn topic_line(context: &SessionContext<'_>, topic: &Topic) -> Line {
    let noted = context
        .session
        .noted()
        .map(|_| context.env.say(&Message::NotedBy { manager: &context.name(Party::Manager) }));
    Line { words: topic.words.as_str().into(), remark: noted.or_else(|| worked_if(context.env, topic)) }
}
