//! A changed or ended slot: the message by which the seller hears of it, and the dates that stay in a calendar.

use super::action::Action;
use super::line::Line;
use super::sending::of_plan;
use super::session_context::SessionContext;
use super::sheet::{Entry, Section, section};
use crate::domain::party::Party;
use crate::domain::time::Instant;
use crate::program::event::Press;
use crate::program::state::model::Model;
use crate::program::state::screen::OpenScreen;
use crate::program::update::calendar::entered_row;
use crate::program::update::calendar_row::left_over;
use crate::program::update::kept_row::knows_slot;
use crate::program::update::sent::{News, SentState, news, sent_state};
use crate::program::update::standing::ended;
use crate::text::Words;
use crate::text::message::Message;

/// Returns the button that sends the session in `context` to the seller, who knows an earlier state of it, or the slot that
/// ended, and hears of the slot with it; `None` if nothing of it is unsent.
pub(crate) fn tells(context: &SessionContext<'_>) -> Option<Action> {
    let is_planned = context.side == Party::Manager && context.half.is_planned();
    let state = sent_state(context.model, context.id).filter(|_| is_planned);
    let is_due = match state {
        Some(SentState::Changed(_)) => true,
        Some(SentState::NotSent) => news(context.model, context.id) == News::SlotEnded,
        _ => false,
    };
    is_due.then(|| {
        let name = &context.name(Party::Seller);
        let label = of_plan(context.model, context.id, name);
        Action::new(context.env, &label, Press::ShareOpened(context.id))
    })
}

/// Returns the section that says how the seller hears of a changed slot, with the button that sends the message; `None` if
/// nothing is unsent.
pub(crate) fn told(context: &SessionContext<'_>) -> Option<Section> {
    let tell = tells(context)?;
    let name = &context.name(Party::Seller);
    let line = Entry::Line(Line::plain(context.env.say(&Message::SlotTold { name })));
    Some(section("slot-told", Words::default(), vec![line, Entry::Actions(vec![tell])]))
}

/// Returns the words about a slot that ended: the sessions that stay, and the message with which the seller hears of the
/// end. `None` if the slot is not known to have ended, and once there is nothing left to do.
pub(crate) fn end_words(context: &SessionContext<'_>, now: Instant) -> Option<Words> {
    let (env, model, pair) = (context.env, context.model, context.session.pair);
    let name = &context.name(Party::Seller);
    let is_known = match model.private(context.id, Party::Manager).sent {
        Some(_) => context.half.ahead.standing.as_ref().is_some_and(|row| row.slot.is_some()),
        None => knows_slot(model, context.id),
    };
    let is_next = ended(model, pair).is_some() && !context.half.is_planned() && is_known;
    match tells(context).filter(|_| ended(model, pair).is_some()) {
        Some(_) => Some(env.say(&Message::SlotEndedTold { name })),
        None if is_next => Some(env.say(&Message::SlotEndedNext { name })),
        None if is_cleared(context) || left_over(model, now, pair) > 0 || has_just_ended(model) => {
            Some(env.say(&Message::SlotEndedLead))
        }
        None => None,
    }
}

/// Returns true if the slot was ended on the open screen, and *Undo* can bring it back.
pub(crate) fn has_just_ended(model: &Model) -> bool {
    matches!(&model.screen, OpenScreen::Standing(_, rows) if !rows.is_empty())
}

/// Returns the section about the dates of an ended slot that may still be in this person's calendar, with the button that
/// saves the file, or after that the next thing to do; `None` if no file held such a date.
pub(crate) fn left_in_calendar(context: &SessionContext<'_>, now: Instant) -> Option<Section> {
    let (env, model, pair) = (context.env, context.model, context.session.pair);
    let line = |message: &Message<'_>| Entry::Line(Line::plain(env.say(message)));
    let count = left_over(model, now, pair);
    if count > 0 {
        let save = Action::new(env, &Message::RowGoneSave, Press::RowSaved);
        let entries = vec![line(&Message::RowGoneCan), Entry::Actions(vec![save])];
        return Some(section("row-gone", env.say(&Message::RowGone { count }), entries));
    }
    is_cleared(context).then(|| section("row-gone", Words::default(), vec![line(&Message::RowGoneDone)]))
}

/// Returns true if a file was saved since the slot ended. A seller, who hears of the end later, has no other file without a
/// slot.
fn is_cleared(context: &SessionContext<'_>) -> bool {
    let (model, pair) = (context.model, context.session.pair);
    entered_row(model, pair).is_some_and(|row| match context.side {
        Party::Manager => ended(model, pair).is_some_and(|end| row.at >= end),
        Party::Seller => true,
    })
}
