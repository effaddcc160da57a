//! The page of a session that does not take place as planned: it says so, what was said, and what can be done. The plan
//! and what was prepared for it are folded.

use crate::domain::draft::Purpose;
use crate::domain::party::Party;
use crate::present::parts::action::Action;
use crate::present::parts::again::{AgainView, SharedView, again};
use crate::present::parts::brought::lines_of;
use crate::present::parts::line::Line;
use crate::present::parts::read_first::ReadFirst;
use crate::present::parts::session_context::SessionContext;
use crate::present::parts::time_said::{Told, wish_said};
use crate::present::screens::planned::PlannedView;
use crate::program::event::Press;
use crate::text::message::Message;

/// Returns the page of a session that the manager cancelled, on the seller's device; or of one that was deleted in one
/// place and changed in another, on the manager's.
pub(crate) fn cancelled(context: &SessionContext<'_>, mut view: PlannedView) -> PlannedView {
    let env = context.env;
    fold_plan(context, &mut view);
    view.when = env.say(&Message::CancelledWhen { when: &view.when });
    view.sent = None;
    if context.side == Party::Seller {
        // What the seller wrote is the reason for the session to stay: it is not folded.
        let own = env.say(&Message::BroughtBefore { seller: &context.name(Party::Seller) });
        view.again.shared.iter_mut().for_each(|shared| shared.parts.retain(|(heading, _)| *heading != own));
        view.brought = written(context);
        return view;
    }
    view.question = env.say(&Message::CancelledTwice);
    view.reason = env.say(&Message::CancelledTwiceLead);
    view.next = Action::new(env, &Message::CancelledPlan, Press::PlanWith(context.pair));
    view.second = Vec::new();
    view.others = Vec::new();
    view
}

/// Returns what the seller, this person, wrote for the other to read; `None` without such words.
fn written(context: &SessionContext<'_>) -> Option<ReadFirst> {
    let (env, half) = (context.env, context.session.seller_half()?);
    let wish = wish_said(env, half, Told::Own).map(Line::plain);
    let lines = lines_of(env, half).into_iter().chain(wish);
    ReadFirst::of(env.say(&Message::CancelledWrote), ReadFirst::said(lines))
}

/// Folds the plan and the preparations of both: nobody goes there or prepares. Words that do not fit, which wait in the
/// field for the seller's topic, stay in sight.
pub(crate) fn fold_plan(context: &SessionContext<'_>, view: &mut PlannedView) {
    let env = context.env;
    let mut parts = again(context).shared.map(|shared| shared.parts).unwrap_or_default();
    let items = view.rail.iter().map(|item| Line::remarked(item.title.clone(), item.minutes.clone()));
    parts.push((view.agenda.clone(), items.collect()));
    if let Some(place) = &context.half.plan.place {
        parts.push((env.say(&Message::PlaceLabel), vec![Line::plain(place.as_str().into())]));
    }
    let name = env.say(&Message::PlannedBefore);
    view.again = AgainView { shared: Some(SharedView { name, parts }), own: view.again.own.clone() };
    let is_typed = context.model.drafts.typed(Purpose::Noted(context.id)).is_some();
    view.noted = view.noted.take().filter(|_| is_typed);
    view.rail.clear();
    view.parties.clear();
    (view.elsewhere, view.place, view.brought, view.parked) = (None, None, None, None);
    (view.checklist, view.screen, view.edit, view.handshake) = (None, None, None, None);
}
