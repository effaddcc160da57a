//! The page of a planned session to which the seller does not come: the form in which the seller says so, and the page
//! once it is said. The page of a cancelled session is in [`super::called_off`].

use crate::domain::draft::AnswerDraft;
use crate::domain::half::SellerHalf;
use crate::domain::party::Party;
use crate::domain::time::Instant;
use crate::present::called_off::{cancelled, fold_plan};
use crate::present::parts::action::Action;
use crate::present::parts::answer::when;
use crate::present::parts::field::plain_field;
use crate::present::parts::happened::is_past;
use crate::present::parts::seller_steps::done;
use crate::present::parts::sending::send;
use crate::present::parts::session_context::SessionContext;
use crate::present::parts::time_said::{Told, time_said, wish_said};
use crate::present::screens::planned::{PlannedView, planned};
use crate::program::event::Press;
use crate::program::state::field::Field;
use crate::program::update::attending::absence;
use crate::program::update::sent::{SentState, sent_state};
use crate::text::Words;
use crate::text::message::Message;

/// Returns the view of a planned session at `now`, to which the seller may not come.
pub(crate) fn planned_or_absent(context: &SessionContext<'_>, now: Instant) -> PlannedView {
    let view = planned(context, now);
    let is_off = context.half.is_planned() && !is_past(context, now);
    if context.is_cancelled() || is_off && context.session.is_half_deleted() {
        return cancelled(context, view);
    }
    if !is_off {
        return view;
    }
    let half = context.session.seller_half().filter(|half| half.declines(&context.half.plan));
    match (context.side, half, absence(context.model, context.id)) {
        (Party::Seller, _, Some(typed)) => asking(context, typed, view),
        (Party::Seller, Some(half), None) => told(context, half, view),
        (Party::Seller, None, None) => offered(context, view),
        (Party::Manager, Some(half), _) => declined(context, half, view),
        (Party::Manager, None, _) => view,
    }
}

/// Returns the seller's page with the way to say "I can't come".
fn offered(context: &SessionContext<'_>, mut view: PlannedView) -> PlannedView {
    let ask = Action::new(context.env, &Message::AbsenceAsk, Press::AbsenceAsked(context.id));
    view.second.push(ask);
    view
}

/// Returns the seller's page while the seller says why, or when else.
fn asking(context: &SessionContext<'_>, typed: &AnswerDraft, mut view: PlannedView) -> PlannedView {
    let env = context.env;
    let manager = &context.name(Party::Manager);
    view.sent = None;
    view.question = env.say(&Message::AbsenceQuestion { when: &when(context) });
    view.reason = env.say(&Message::AbsenceLead { manager });
    view.noted = Some(plain_field(context.model, env, Field::Absence, &Message::AbsenceLabel, &typed.wish));
    view.parties.iter_mut().for_each(|party| party.statement = Words::default());
    view.next = Action::new(env, &Message::AbsenceNext { name: manager }, Press::AbsenceSaid(context.id));
    view.second = vec![Action::new(env, &Message::BackToSession, Press::AbsenceLeft(context.id))];
    view.others = Vec::new();
    view
}

/// Returns the seller's page once the seller said not to come at this time.
fn told(context: &SessionContext<'_>, half: &SellerHalf, mut view: PlannedView) -> PlannedView {
    let env = context.env;
    let manager = &context.name(Party::Manager);
    said(context, half, Told::Own, &mut view);
    if view.reason.is_empty() {
        view.reason = env.say(&Message::AbsenceAfter { manager });
    }
    let comes = Action::new(env, &Message::AbsenceBack, Press::TimeAccepted(context.id));
    let is_sent = matches!(sent_state(context.model, context.id), Some(SentState::Sent(_)));
    view.others = Vec::new();
    // Nothing more is to be done until the manager moves the session.
    (view.next, view.second) =
        if is_sent { (done(env), vec![send(context), comes]) } else { (send(context), vec![comes]) };
    view
}

/// Returns the manager's page once the seller said not to come at this time: the next step is another date.
fn declined(context: &SessionContext<'_>, half: &SellerHalf, mut view: PlannedView) -> PlannedView {
    let env = context.env;
    said(context, half, Told::Of(&context.name(Party::Seller)), &mut view);
    let change = Press::PlanReopened(context.id, context.begins_here());
    view.next = Action::new(env, &Message::AbsenceMove, change);
    view.second = vec![Action::new(env, &Message::AbsenceStart, Press::Started)];
    view.others = Vec::new();
    view.handshake = None;
    view
}

/// Puts what the seller said in the place of the main sentence, with the seller's words below.
fn said(context: &SessionContext<'_>, half: &SellerHalf, told: Told<'_>, view: &mut PlannedView) {
    let Some(says) = half.says_of(&context.half.plan) else { return };
    view.question = time_said(context.env, says, &when(context), told);
    view.reason = wish_said(context.env, half, told).unwrap_or_default();
    fold_plan(context, view);
}
