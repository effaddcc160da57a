//! Lines to read before a session starts: the words that the seller brings, what the two parked for this time, and the
//! manager's checklist.

use super::brought;
use super::checklist::checklist_lines;
use super::line::Line;
use super::session_context::SessionContext;
use crate::domain::party::Party;
use crate::program::update::earlier;
use crate::text::Words;
use crate::text::message::Message;

/// Lines to read, below their heading.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadFirst {
    /// Heading above the lines.
    pub heading: Words,
    /// Lines below the heading.
    pub lines: Vec<Words>,
}

impl ReadFirst {
    /// Returns the lines below the heading; `None` without lines.
    pub(crate) fn of(heading: Words, lines: Vec<Words>) -> Option<Self> {
        (!lines.is_empty()).then_some(Self { heading, lines })
    }

    /// Returns lines as words, each with its remark.
    pub(crate) fn said(lines: impl Iterator<Item = Line>) -> Vec<Words> {
        let said = |Line { words, remark }: Line| match remark {
            Some(remark) => format!("{words} \u{b7} {remark}").into(),
            None => words,
        };
        lines.map(said).collect()
    }
}

/// Returns the words that the seller brings; `None` if the seller wrote none.
pub(crate) fn brought(context: &SessionContext<'_>) -> Option<ReadFirst> {
    let half = context.session.seller_half()?;
    ReadFirst::of(brought_heading(context), ReadFirst::said(brought::lines_of(context.env, half).into_iter()))
}

/// Returns all that was written ahead of a session, the topic that the manager noted included; `None` without any.
pub(crate) fn written(context: &SessionContext<'_>) -> Option<ReadFirst> {
    ReadFirst::of(brought_heading(context), ReadFirst::said(brought::brought(context).into_iter()))
}

fn brought_heading(context: &SessionContext<'_>) -> Words {
    context.env.say(&Message::Brought { seller: &context.name(Party::Seller) })
}

/// Returns what the two parked for their next session, the oldest first; `None` without any.
pub(crate) fn parked(context: &SessionContext<'_>) -> Option<ReadFirst> {
    let parked = earlier::parked(context.model, context.session.pair);
    let lines = parked.iter().map(|earlier| context.note_words().said(earlier.note)).collect();
    ReadFirst::of(context.env.say(&Message::ParkedLast), lines)
}

/// Returns the main lines of the manager's checklist; `None` if the manager removed all of them.
pub(crate) fn checklist(context: &SessionContext<'_>) -> Option<ReadFirst> {
    let lines =
        checklist_lines(context, Party::Manager).into_iter().map(|line| context.wording(&line)).collect();
    ReadFirst::of(context.env.say(&Message::CheckHeading), lines)
}
