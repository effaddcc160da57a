//! Lines to read before a session starts: the words that the seller brings, what the two parked for this time, and the
//! manager's checklist.

use super::brought;
use super::checklist::checklist_lines;
use super::line::Line;
use super::session_context::SessionContext;
use crate::domain::party::Party;
use crate::outgoing::note::source_remark;
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
        lines.map(Line::said).collect()
    }
}

/// Returns the words that the seller brings; `None` if the seller wrote none.
pub(crate) fn brought(context: &SessionContext<'_>) -> Option<ReadFirst> {
    let half = context.session.seller_half()?;
    ReadFirst::of(brought_heading(context), brought::read(context.env, half))
}

/// Returns all that was written ahead of a session, the topic that the manager noted included; `None` without any.
pub(crate) fn written(context: &SessionContext<'_>) -> Option<ReadFirst> {
    ReadFirst::of(brought_heading(context), ReadFirst::said(brought::brought(context).into_iter()))
}

fn brought_heading(context: &SessionContext<'_>) -> Words {
    let seller = context.name(Party::Seller);
    context.env.say(&match context.side {
        Party::Manager => Message::Brought { seller: &seller },
        Party::Seller => Message::BroughtOwn,
    })
}

/// Returns the fact that the manager brings, which the seller reads ahead and the manager just before the start; `None`
/// without a fact.
pub(crate) fn fact(context: &SessionContext<'_>) -> Option<ReadFirst> {
    let fact = context.half.ahead.fact.as_ref()?;
    let manager = context.name(Party::Manager);
    let heading = context.env.say(&match context.side {
        Party::Manager => Message::FactLabel,
        Party::Seller => Message::FactFrom { manager: &manager },
    });
    let line = Line::remarked(fact.words.as_str().into(), context.env.say(&source_remark(fact.source)));
    ReadFirst::of(heading, ReadFirst::said([line].into_iter()))
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
