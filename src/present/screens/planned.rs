//! A planned session: its date, place, readiness and agenda, and the actions that invite and start.

use crate::domain::half::Stance;

use crate::domain::party::Party;
use crate::domain::text::Text;
use crate::present::parts::action::{Action, Choice};
use crate::present::parts::concurrent::concurrent;
use crate::present::parts::head::{HeadView, day, head};
use crate::present::parts::notice::Notice;
use crate::present::parts::place::PlaceView;
use crate::present::parts::rail::{RailItem, agenda_sum, rail};
use crate::present::parts::readiness::readiness;
use crate::present::parts::sending::{of_plan, save};
use crate::present::parts::session_context::SessionContext;
use crate::program::event::Press;
use crate::text::Names;
use crate::text::Words;
use crate::text::message::Message;

/// A planned session.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedView {
    /// The head of the session's screens.
    pub head: HeadView,
    /// The date, the start and the end.
    pub when: Words,
    /// The place, if the plan names one.
    pub place: Option<PlaceView>,
    /// The question that matters before the session, and the reason for it.
    pub lead: (Words, Words),
    /// The action that moves the session, unless both have said that they are ready.
    pub talk: Option<Action>,
    /// The readiness of each party with the action that prepares, the seller first.
    pub parties: [(Words, Option<Action>); 2],
    /// The question if the seller will see the screen, with its two answers; on the manager's device.
    pub screen: Option<(Words, [Choice; 2])>,
    /// The heading of the agenda.
    pub agenda: Words,
    /// The sum of the agenda's minutes.
    pub sum: Words,
    /// The agenda.
    pub rail: Vec<RailItem>,
    /// The action that opens the agenda editor.
    pub edit: Option<Action>,
    /// The main button: invite, start or send.
    pub next: Action,
    /// The second button: start or invite, whichever is not the main one.
    pub second: Option<Action>,
    /// Further actions.
    pub others: Vec<Action>,
    /// The action that saves a file of the session.
    pub save: Action,
    /// The choice between two concurrent versions, if there are any.
    pub concurrent: Vec<Notice>,
}

/// Returns the view of a planned session.
pub(crate) fn planned(context: &SessionContext<'_>) -> PlannedView {
    let env = context.env;
    let holds = context.side == Party::Manager;
    let (next, second) = ways(context);
    let delete = Action::new(env, &Message::Delete, Press::SessionDeleted(context.id));
    let change = Press::PlanReopened(context.id, context.begins_here());
    let mut others = Vec::new();
    if holds {
        others.push(Action::new(env, &Message::ChangePlan, change));
    }
    others.push(delete);
    let both_ready = context.session.both_are_ready();
    let manager = context.name(Party::Manager);
    let question = match holds {
        _ if both_ready => Message::BothKnow,
        true => Message::PlannedLead { seller: &context.seller },
        false => Message::PlannedLeadSeller { manager: &manager },
    };
    PlannedView {
        head: head(context),
        when: when(context),
        place: context.place(),
        lead: (
            env.say(&question),
            env.say(match (both_ready, holds) {
                (true, _) => &Message::BothReady,
                (false, true) => &Message::PlannedLeadMore,
                (false, false) => &Message::PlannedLeadSellerMore,
            }),
        ),
        talk: (holds && !both_ready).then(|| Action::new(env, &Message::JustTalkNow, change)),
        parties: [party(context, Party::Seller), party(context, Party::Manager)],
        screen: holds.then(|| {
            (
                env.say(&Message::ScreenSeen { seller: &context.seller }),
                [sees(context, &Message::Yes, false), sees(context, &Message::No, true)],
            )
        }),
        agenda: env.say(&Message::AgendaHeading),
        sum: agenda_sum(context),
        rail: rail(context, None),
        edit: holds.then(|| Action::new(env, &Message::AgendaEdit, Press::AgendaOpened(context.id))),
        next,
        second,
        others,
        save: save(context),
        concurrent: concurrent(context),
    }
}

/// Returns the readiness of `party` and the action that prepares as this party.
fn party(context: &SessionContext<'_>, party: Party) -> (Words, Option<Action>) {
    let name = context.name(party);
    let prepare = match context.side {
        Party::Manager => Message::PrepareAs { name: &name },
        Party::Seller => Message::PrepareOwn,
    };
    let press = Press::PrepareAsked(context.id, party);
    let is_offered = context.side == Party::Manager || party == Party::Seller;
    let mut says = readiness(context, party);
    let stance =
        context.session.seller_half().and_then(|half| half.stance).filter(|_| party == Party::Seller);
    if let Some(stance) = stance {
        let wish = context.session.seller_half().and_then(|half| half.wish.as_ref());
        let said = match stance {
            Stance::BringsIt => Message::SaysBringsIt { name: &name },
            Stance::OtherTime => Message::SaysOtherTime { name: &name, wish: wish.map(Text::as_str) },
        };
        says = context.env.say(&said);
    } else if party == Party::Seller
        && let (Party::Manager, Some(invited), None) =
            (context.side, context.half.prepared.invited, context.session.seller_half())
    {
        let when = day(context, invited.at);
        says = context.env.say(&Message::InviteOut { name: &name, when: &when });
    }
    (says, is_offered.then(|| Action::new(context.env, &prepare, press)))
}

/// Returns the main and the second button. Inviting comes first until the seller knows the plan: the plan was
/// sent as it stands, or the seller is ready for it.
fn ways(context: &SessionContext<'_>) -> (Action, Option<Action>) {
    let env = context.env;
    let (seller, manager) = (context.name(Party::Seller), context.name(Party::Manager));
    let send = |label: Message<'_>| Action::new(env, &label, Press::ShareOpened(context.id));
    if context.side == Party::Seller {
        return (send(Message::SendTo { name: &manager }), None);
    }
    // Unless both are ready, the button that starts also states that both agree.
    let label = if context.session.both_are_ready() { Message::Start } else { Message::StartTogether };
    let start = Action::new(env, &label, Press::Started);
    let plan = &context.half.plan;
    let invited = context.half.prepared.invited;
    let knows = invited.is_some_and(|invited| invited.is_for(plan))
        || context.session.seller_half().and_then(|half| half.ready).is_some_and(|ready| ready.is_for(plan));
    let label = of_plan(context.half, context.session.seller_half().is_some(), &seller);
    if knows { (start, Some(send(label))) } else { (send(label), Some(start)) }
}

/// Returns an answer to the question who sees the screen. `alone` is true if only the manager does.
fn sees(context: &SessionContext<'_>, answer: &Message<'_>, alone: bool) -> Choice {
    Choice {
        action: Action::new(context.env, answer, Press::AloneSaid(context.id, alone)),
        is_chosen: context.half.prepared.alone == alone,
    }
}

fn when(context: &SessionContext<'_>) -> Words {
    let (env, plan, zone) = (context.env, &context.half.plan, &context.model.zone);
    let begins = context.begins();
    let local = context.begins_here();
    let until = env.time_at(begins.plus(plan.minutes.span()), zone);
    let day = env.date(local, context.now, Names::Full);
    env.say(&Message::When { date: &day, from: &env.time(local), to: &until })
}
