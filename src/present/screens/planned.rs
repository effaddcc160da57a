//! A planned session: its date, place, readiness and agenda, and the actions that invite and start.

use crate::domain::half::Stance;

use crate::domain::party::Party;
use crate::domain::text::Text;
use crate::present::parts::action::{Action, Choice, Choices};
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
    /// The question that matters before the session.
    pub question: Words,
    /// The reason for the question.
    pub reason: Words,
    /// The action that moves the session, unless both have said that they are ready.
    pub talk: Option<Action>,
    /// The readiness of each party with the action that prepares, the seller first.
    pub parties: [PartyView; 2],
    /// The question if the seller will see the screen, with its two answers; on the manager's device.
    pub screen: Option<Choices>,
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

/// The readiness of a party.
#[derive(Clone, Debug, PartialEq)]
pub struct PartyView {
    /// The statement about the readiness.
    pub statement: Words,
    /// The action that prepares as this party, if this device may.
    pub prepare: Option<Action>,
}

/// Returns the view of a planned session.
pub(crate) fn planned(context: &SessionContext<'_>) -> PlannedView {
    let env = context.env;
    let is_manager = context.side == Party::Manager;
    let are_ready = context.session.both_are_ready();
    let change = Press::PlanReopened(context.id, context.begins_here());
    let NextSteps { main, second } = next_steps(context);
    let mut others = Vec::new();
    if is_manager {
        others.push(Action::new(env, &Message::ChangePlan, change));
    }
    others.push(Action::new(env, &Message::Delete, Press::SessionDeleted(context.id)));
    PlannedView {
        head: head(context),
        when: when(context),
        place: context.place(),
        question: question(context),
        reason: env.say(match (are_ready, is_manager) {
            (true, _) => &Message::BothReady,
            (false, true) => &Message::PlannedLeadMore,
            (false, false) => &Message::PlannedLeadSellerMore,
        }),
        talk: (is_manager && !are_ready).then(|| Action::new(env, &Message::JustTalkNow, change)),
        parties: [party(context, Party::Seller), party(context, Party::Manager)],
        screen: is_manager.then(|| screen_question(context)),
        agenda: env.say(&Message::AgendaHeading),
        sum: agenda_sum(context),
        rail: rail(context, None),
        edit: is_manager.then(|| Action::new(env, &Message::AgendaEdit, Press::AgendaOpened(context.id))),
        next: main,
        second,
        others,
        save: save(context),
        concurrent: concurrent(context),
    }
}

/// Returns the question that matters before the session.
fn question(context: &SessionContext<'_>) -> Words {
    let manager = &context.name(Party::Manager);
    context.env.say(&match context.side {
        _ if context.session.both_are_ready() => Message::BothKnow,
        Party::Manager => Message::PlannedLead { seller: &context.seller },
        Party::Seller => Message::PlannedLeadSeller { manager },
    })
}

/// Returns the question if the seller will see the screen.
fn screen_question(context: &SessionContext<'_>) -> Choices {
    Choices {
        name: context.env.say(&Message::ScreenSeen { seller: &context.seller }),
        options: vec![sees(context, &Message::Yes, false), sees(context, &Message::No, true)],
    }
}

/// Returns the readiness of `party` and the action that prepares as this party.
fn party(context: &SessionContext<'_>, party: Party) -> PartyView {
    let name = context.name(party);
    let label = match context.side {
        Party::Manager => Message::PrepareAs { name: &name },
        Party::Seller => Message::PrepareOwn,
    };
    let is_offered = context.side == Party::Manager || party == Party::Seller;
    let press = Press::PrepareAsked(context.id, party);
    let statement = match party {
        Party::Seller => seller_statement(context).unwrap_or_else(|| readiness(context, party)),
        Party::Manager => readiness(context, party),
    };
    PartyView { statement, prepare: is_offered.then(|| Action::new(context.env, &label, press)) }
}

/// Returns the seller's answer to the invitation, or the statement that the invitation is out; `None` if there
/// is only the readiness to state.
fn seller_statement(context: &SessionContext<'_>) -> Option<Words> {
    let (env, name) = (context.env, &*context.seller);
    let Some(half) = context.session.seller_half() else {
        let invited = context.half.prepared.invited.filter(|_| context.side == Party::Manager)?;
        return Some(env.say(&Message::InviteOut { name, when: &day(context, invited.at) }));
    };
    Some(env.say(&match half.stance? {
        Stance::BringsIt => Message::SaysBringsIt { name },
        Stance::OtherTime => Message::SaysOtherTime { name, wish: half.wish.as_ref().map(Text::as_str) },
    }))
}

/// The main button, and a second one.
struct NextSteps {
    main: Action,
    second: Option<Action>,
}

/// Returns the next steps. Inviting comes first until the seller knows the plan: the plan was sent as it
/// stands, or the seller is ready for it.
fn next_steps(context: &SessionContext<'_>) -> NextSteps {
    let env = context.env;
    let send = |label: Message<'_>| Action::new(env, &label, Press::ShareOpened(context.id));
    if context.side == Party::Seller {
        let name = &context.name(Party::Manager);
        return NextSteps { main: send(Message::SendTo { name }), second: None };
    }
    // Unless both are ready, the button that starts also states that both agree.
    let label = if context.session.both_are_ready() { Message::Start } else { Message::StartTogether };
    let start = Action::new(env, &label, Press::Started);
    let (plan, seller) = (&context.half.plan, context.session.seller_half());
    let is_invited = context.half.prepared.invited.is_some_and(|invited| invited.is_for(plan));
    let is_ready = seller.and_then(|half| half.ready).is_some_and(|ready| ready.is_for(plan));
    let invite = send(of_plan(context.half, seller.is_some(), &context.seller));
    match is_invited || is_ready {
        true => NextSteps { main: start, second: Some(invite) },
        false => NextSteps { main: invite, second: Some(start) },
    }
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
