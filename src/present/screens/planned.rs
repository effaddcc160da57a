//! A planned session: its date, place, readiness and agenda, and the actions that invite and start.

use crate::domain::party::Party;
use crate::domain::time::{Instant, Span};
use crate::outgoing::expect::handshake;
use crate::present::parts::action::{Action, Choice, Choices};
use crate::present::parts::again::{AgainView, again};
use crate::present::parts::alone::{AloneView, alone};
use crate::present::parts::answer::{answer, has_answered};
use crate::present::parts::brought_in::answer_brought;
use crate::present::parts::concurrent::concurrent;
use crate::present::parts::elsewhere::for_both;
use crate::present::parts::field::{FieldView, plain_field};
use crate::present::parts::gone::own_gone;
use crate::present::parts::happened::{has_passed, is_past, outcomes, steps};
use crate::present::parts::head::{HeadView, head};
use crate::present::parts::notice::Notice;
use crate::present::parts::place::PlaceView;
use crate::present::parts::rail::{RailItem, agenda_sum, rail};
use crate::present::parts::read_first::{ReadFirst, brought, checklist, fact, parked, written};
use crate::present::parts::readiness::{own_readiness, readiness};
use crate::present::parts::seller_steps::{NextSteps, done, prepares, seller_steps};
use crate::present::parts::sending::{SentView, of_plan, save, sent};
use crate::present::parts::session_context::SessionContext;
use crate::present::parts::standing::opens;
use crate::present::parts::undone::{holds_notes, undone};
use crate::program::event::Press;
use crate::program::state::field::Field;
use crate::program::update::calendar::{is_entered, was_entered};
use crate::program::update::link::has_own_device;
use crate::program::update::noted::{is_answered, is_asked, shown};
use crate::program::update::sample::is_sample;
use crate::program::update::sent::{SentState, is_prepared_here, sent_state};
use crate::text::Names;
use crate::text::Words;
use crate::text::message::Message;

/// A session that has not begun; on the seller's device also one that is running.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedView {
    /// Head of the screen: the coaching type, the names of the two people, and the way back to the list.
    pub head: HeadView,
    /// Date, planned start and planned end of the session, in words.
    pub when: Words,
    /// Start at the place of the plan and for the seller, where clocks show another time; `None` where they show the same.
    pub elsewhere: Option<Words>,
    /// Place of the session; `None` if the plan names none.
    pub place: Option<PlaceView>,
    /// Statement about the sending of the invitation, or of the answer on the seller's device; `None` if there is
    /// nothing to send.
    pub sent: Option<SentView>,
    /// Main sentence of the screen. The manager reads what the seller said, and shortly before the start the words to say
    /// aloud; the seller the question of the topic, or that the seller answered, or once both are ready, that both know
    /// that this is coaching; or that the manager cancelled the session.
    pub question: Words,
    /// Words above the main sentence that name the listener; `None` unless the main sentence is to be said aloud.
    pub say_to: Option<Words>,
    /// Explanation below the main sentence; empty if there is none.
    pub reason: Words,
    /// Reminder of the words to say aloud before the start; `None` on the seller's device, and where they are the main
    /// sentence.
    pub handshake: Option<Words>,
    /// Statements what each answer does to the question if the session happened; `None` unless that is asked.
    pub outcomes: Option<ReadFirst>,
    /// Field in which the manager notes the seller's topic; `None` on the seller's device, and once the seller named a
    /// topic.
    pub noted: Option<FieldView>,
    /// Words that the seller brings, to read before the start; `None` if the seller wrote none.
    pub brought: Option<ReadFirst>,
    /// Fact that the manager brings, for the seller to read ahead, and for the manager shortly before the start; `None`
    /// without a fact.
    pub fact: Option<ReadFirst>,
    /// Notes from a start that was undone; `None` on the seller's device, and without any.
    pub undone: Option<ReadFirst>,
    /// Matters that the two parked for this time; `None` without any, and once the date has passed.
    pub parked: Option<ReadFirst>,
    /// Main lines of the manager's checklist, to read again shortly before the start; `None` earlier, on the seller's device,
    /// and if the manager removed them.
    pub checklist: Option<ReadFirst>,
    /// Readiness of the seller, then of the manager; empty once the date has passed.
    pub parties: Vec<PartyView>,
    /// Question whether the seller will see the manager's screen, with yes and no; `None` on the seller's
    /// device.
    pub screen: Option<Choices>,
    /// Contents for the seller alone, while the session runs on the manager's device; `None` before, and if there are
    /// none.
    pub alone: Option<AloneView>,
    /// Words of the preparations, to read again while the session runs on the manager's device; empty before.
    pub again: AgainView,
    /// Heading above the agenda.
    pub agenda: Words,
    /// Sum of the items' minutes in words, compared with the booked minutes if the two differ.
    pub sum: Words,
    /// Items of the agenda in order; empty if the session does not take place as planned.
    pub rail: Vec<RailItem>,
    /// Button that opens the agenda editor; `None` on the seller's device.
    pub edit: Option<Action>,
    /// Main button: invites the seller, starts the session, or sends the seller's answer.
    pub next: Action,
    /// Buttons beside the main one: the start, and shortly before it the one that moves the session instead.
    pub second: Vec<Action>,
    /// Buttons below the date: those of inviting, of a calendar and of changing the plan that the main button is not.
    pub others: Vec<Action>,
    /// Button that deletes the session; `None` once its date has passed. It is not among the buttons at the end of the
    /// screen, where *Done* stood on the screen before: a second click there would delete.
    pub delete: Option<Action>,
    /// Button that opens the standing slot of the two, or offers one; `None` on a seller's device without a slot.
    pub standing: Option<Action>,
    /// Button that saves a file of the session.
    pub save: Action,
    /// Notices about two versions that were written without knowing of each other: the one that asks which to
    /// keep, and the one that undoes the last choice; and the question about a start at another time than booked.
    /// Empty if there is nothing to choose, undo or answer.
    pub asks: Vec<Notice>,
}

/// The readiness of one of the two people, with the button that prepares if this device offers it.
#[derive(Clone, Debug, PartialEq)]
pub struct PartyView {
    /// Statement about the person's readiness, or about the seller's answer to the invitation; empty for the manager of a
    /// cancelled session.
    pub statement: Words,
    /// Button that opens this person's preparation; `None` for the manager on the seller's device.
    pub prepare: Option<Action>,
}

/// Returns the view of a planned session at `now`.
pub(crate) fn planned(context: &SessionContext<'_>, now: Instant) -> PlannedView {
    let env = context.env;
    let is_manager = context.side == Party::Manager;
    let are_ready = context.session.both_are_ready(&context.model.catalogue);
    let is_cancelled = context.is_cancelled();
    let change = Press::PlanReopened(context.id, context.begins_here());
    let has_passed = has_passed(context, now);
    let is_past_for_seller = !is_manager && !is_cancelled && is_past(context, now);
    let is_near = is_manager && is_near(context);
    let NextSteps { main, second } = if has_passed {
        let (main, second) = steps(context);
        NextSteps { main, second }
    } else {
        next_steps(context, now)
    };
    let both = [Party::Seller, Party::Manager];
    let (seller, manager) = (&context.name(Party::Seller), &context.name(Party::Manager));
    // The start stands in the bar, and what is about the date below the date.
    let is_start = |action: &Action| action.press == Press::Started;
    let (mut second, mut others): (Vec<Action>, Vec<Action>) =
        second.into_iter().partition(|action| has_passed || is_start(action));
    if has_passed {
        second.push(Action::new(env, &Message::StartLate, Press::Started));
    } else if is_manager && is_soon(context) {
        second.push(Action::new(env, &Message::NotToday, change));
    } else if is_manager {
        others.push(Action::new(env, &Message::ChangePlan, change));
    }
    if is_cancelled {
        let again = Press::PrepareAsked(context.id, Party::Seller);
        second.push(Action::new(env, &Message::ReadAgain, again));
    }
    PlannedView {
        head: head(context),
        when: when(context),
        elsewhere: for_both(context),
        place: context.place(),
        sent: sent(context).filter(|_| !is_cancelled && !has_passed),
        question: question(context, now, is_near),
        say_to: (is_near && !has_passed && !is_cancelled).then(|| env.say(&Message::SayTo { seller })),
        reason: match (are_ready, is_manager) {
            _ if is_cancelled => env.say(&Message::CancelledKept),
            _ if has_passed => env.say(&Message::DatePassed),
            _ if is_past_for_seller => env.say(&Message::PassedOwnLead { manager }),
            (true, true) if is_near => env.say(&Message::BothReady),
            (true, _) | (false, true) => Words::default(),
            (false, false) if has_answered(context) => env.say(&Message::PlannedLeadSellerMore),
            (false, false) => env.say(&Message::PlannedLeadSellerFirst),
        },
        handshake: (is_manager && !is_near && !has_passed).then(|| {
            env.say(&Message::HandshakeAhead { seller, words: &env.say(&handshake(&context.half.plan)) })
        }),
        outcomes: has_passed.then(|| outcomes(context)),
        noted: noted(context).filter(|_| !has_passed),
        brought: if has_passed { written(context) } else { brought(context) },
        fact: fact(context).filter(|_| !has_passed && !is_cancelled && (is_near || !is_manager)),
        undone: undone(context).filter(|_| is_manager),
        parked: parked(context).filter(|_| !has_passed && !is_cancelled && context.half.is_planned()),
        checklist: checklist(context).filter(|_| is_near && !has_passed),
        parties: if has_passed { Vec::new() } else { both.map(|of| party(context, of, &main)).into() },
        screen: (is_manager && !has_passed).then(|| screen_question(context)),
        alone: alone(context, None, now).filter(|_| !context.half.is_planned() || holds_notes(context)),
        again: if context.half.is_planned() { AgainView::default() } else { again(context) },
        agenda: env.say(&Message::AgendaHeading),
        sum: agenda_sum(context),
        rail: rail(context, None),
        edit: (is_manager && !has_passed)
            .then(|| Action::new(env, &Message::AgendaEdit, Press::AgendaOpened(context.id))),
        next: main,
        second,
        others,
        delete: (!has_passed).then(|| Action::new(env, &Message::Delete, Press::SessionDeleted(context.id))),
        standing: opens(context),
        save: save(context),
        asks: start_asked(context)
            .into_iter()
            .chain(concurrent(context))
            .chain(answer_brought(context.model, context.id, env))
            .collect(),
    }
}

/// Returns the question about a start at another time than booked; `None` if it is not asked.
fn start_asked(context: &SessionContext<'_>) -> Option<Notice> {
    let env = context.env;
    context.model.screen.session().filter(|state| state.asks_start)?;
    let when = &env.date_time(context.begins_here(), context.now, Names::Full);
    let actions = vec![
        Action::new(env, &Message::StartNow, Press::StartConfirmed),
        Action::new(env, &Message::StartNot, Press::StartDeclined),
    ];
    let has_passed = context.now.is_some_and(|now| context.begins_here() < now);
    let ask = if has_passed { Message::StartAskPassed { when } } else { Message::StartAsk { when } };
    Some(Notice::new(env.say(&ask), actions))
}

/// Returns the main sentence of the screen. See [`PlannedView::question`].
fn question(context: &SessionContext<'_>, now: Instant, is_near: bool) -> Words {
    let manager = &context.name(Party::Manager);
    context.env.say(&match context.side {
        Party::Manager if is_past(context, now) => Message::RowHappened,
        Party::Manager if is_near => handshake(&context.half.plan),
        Party::Manager if context.session.both_are_ready(&context.model.catalogue) => Message::BothReady,
        Party::Manager => return answer(context),
        Party::Seller if context.is_cancelled() => own_gone(context, manager),
        Party::Seller if is_past(context, now) => Message::PassedOwn,
        Party::Seller if context.session.both_are_ready(&context.model.catalogue) => Message::BothReady,
        Party::Seller if has_answered(context) => Message::AnsweredOwn,
        Party::Seller => Message::PlannedLeadSeller { manager },
    })
}

/// Returns the field for the topic that the manager notes. See [`PlannedView::noted`].
fn noted(context: &SessionContext<'_>) -> Option<FieldView> {
    let (env, model) = (context.env, context.model);
    if !is_asked(model, context.id) {
        return None;
    }
    let label = Message::NotedAsk { seller: &context.name(Party::Seller) };
    let mut field = plain_field(model, env, Field::Noted, &label, shown(model));
    let seller = &context.name(Party::Seller);
    let hint = match is_answered(context.session) {
        true => Message::NotedReplaced { seller },
        false => Message::NotedHint { seller },
    };
    field.hint = Some(env.say(&match context.half.ahead.noted {
        Some(_) => hint,
        None => Message::NotedLead { seller },
    }));
    Some(field)
}

/// Returns the question whether the seller will see the manager's screen, with its two answers.
fn screen_question(context: &SessionContext<'_>) -> Choices {
    Choices {
        name: context.env.say(&Message::ScreenSeen { seller: &context.name(Party::Seller) }),
        options: vec![sees(context, &Message::ScreenYes, false), sees(context, &Message::No, true)],
    }
}

/// Returns the statement about the readiness of `party`, or about the seller's answer, and the button that
/// opens the preparation of this party, if this device offers it beside the `main` button.
fn party(context: &SessionContext<'_>, party: Party, main: &Action) -> PartyView {
    let is_manager = context.side == Party::Manager;
    let is_offered = is_manager || (party == Party::Seller && !context.is_cancelled());
    // One sentence says it of both.
    let are_ready = context.session.both_are_ready(&context.model.catalogue) && !context.is_cancelled();
    let statement = match party {
        _ if are_ready => Words::default(),
        // The main sentence asks for it.
        Party::Seller if !is_manager && !has_answered(context) => Words::default(),
        Party::Seller => answer(context),
        Party::Manager if context.is_cancelled() => Words::default(),
        Party::Manager if is_manager => own_readiness(context),
        // Silence of the manager is no news: the invitation came from there.
        Party::Manager if context.half.prepared.ready.is_none() => Words::default(),
        Party::Manager => readiness(context, party),
    };
    // A seller who is ready on an own device prepares there.
    let is_ready = context
        .session
        .seller_half()
        .is_some_and(|half| half.is_ready_for(&context.half.plan, &context.model.catalogue));
    let is_there = party == Party::Seller && is_ready && has_own_device(context.model, context.id);
    let prepare = Some(prepares(context, party)).filter(|_| is_offered && !is_there);
    let prepare = prepare.filter(|prepare| prepare.press != main.press);
    PartyView { statement, prepare }
}

/// Time before a session in which it is too late for the calendar.
const NEAR: Span = Span::minutes(60);

/// Returns true if the calendar is the next step: the plan is new, or it changed since the manager put it there. A manager
/// who invited the seller first wants no calendar.
fn wants_calendar(context: &SessionContext<'_>) -> bool {
    let is_near = context.now.is_some_and(|now| context.begins_here().as_utc().since(now.as_utc()) <= NEAR);
    let was_sent =
        matches!(sent_state(context.model, context.id), Some(SentState::Sent(_) | SentState::Changed(_)));
    let is_new = !was_sent && context.session.seller_half().is_none();
    let was_entered = was_entered(context.model, context.id);
    !is_near && !is_entered(context.model, context.id) && (is_new || was_entered)
}

/// Time before a session from which on the start is the next step.
const SOON: Span = Span::minutes(15);

/// Returns true if the session starts soon, or was to start.
fn is_soon(context: &SessionContext<'_>) -> bool {
    context.now.is_none_or(|now| context.begins_here().as_utc().since(now.as_utc()) <= SOON)
}

/// Returns true if the manager is about to start the session: it starts soon, or the page asks if it is to start now.
fn is_near(context: &SessionContext<'_>) -> bool {
    is_soon(context) || context.model.screen.session().is_some_and(|state| state.asks_start)
}

/// Returns true if the manager is not ready for the plan.
fn wants_preparation(context: &SessionContext<'_>) -> bool {
    let plan = &context.half.plan;
    context.half.is_planned() && context.half.prepared.ready.is_none_or(|ready| !ready.is_for(plan))
}

/// Returns the buttons for the next steps. Shortly before the session the start comes first. Else the calendar does: see
/// [`wants_calendar`]; then inviting, until the seller knows the plan: what there is to tell went out, or the seller is ready
/// for a plan that this device never sent; then preparing. Then nothing is left to do.
fn next_steps(context: &SessionContext<'_>, now: Instant) -> NextSteps {
    let env = context.env;
    let send = |label: Message<'_>| Action::new(env, &label, Press::ShareOpened(context.id));
    let calendar = Action::new(env, &Message::CalendarPut, Press::CalendarAsked(context.id));
    if context.side == Party::Seller {
        return seller_steps(context, (!is_past(context, now)).then_some(calendar));
    }
    let start =
        Action::new(env, &start_words(&context.name(Party::Seller), is_soon(context)), Press::Started);
    let (plan, seller) = (&context.half.plan, context.session.seller_half());
    let state = sent_state(context.model, context.id);
    let is_ready = seller.is_some_and(|half| half.is_ready_for(plan, &context.model.catalogue));
    let is_here = is_prepared_here(context.model, context.session);
    let is_sample = is_sample(context.model, env, context.session.pair);
    let wants_sending = match state {
        // Nobody waits for the invitation to a sample.
        _ if is_sample => false,
        Some(SentState::Sent(_)) => false,
        Some(SentState::Changed(_)) => !is_here,
        Some(SentState::NotSent) | None => !is_ready,
    };
    let invite = send(of_plan(context.model, context.id, &context.name(Party::Seller)));
    if is_soon(context) {
        return NextSteps { main: start, second: vec![invite, calendar] };
    }
    if wants_calendar(context) {
        return NextSteps { main: calendar, second: vec![invite, start] };
    }
    if wants_sending {
        return NextSteps { main: invite, second: vec![start, calendar] };
    }
    let main = if wants_preparation(context) { prepares(context, Party::Manager) } else { done(env) };
    NextSteps { main, second: vec![start, invite, calendar] }
}

/// Returns the label of the button that starts the session. Shortly before, it names the answer that the start waits for.
fn start_words(seller: &str, is_soon: bool) -> Message<'_> {
    if is_soon { Message::StartSaid { seller } } else { Message::StartAhead }
}

/// Returns an answer to the question whether the seller will see the screen. `alone` is true for the answer
/// that only the manager sees it.
fn sees(context: &SessionContext<'_>, answer: &Message<'_>, alone: bool) -> Choice {
    Choice {
        action: Action::new(context.env, answer, Press::AloneSaid(context.id, alone)),
        is_chosen: context.half.prepared.alone == alone,
    }
}

/// Returns the date, the planned start and the planned end of the session in words.
pub(crate) fn when(context: &SessionContext<'_>) -> Words {
    let (env, plan, zone) = (context.env, &context.half.plan, &context.model.zone);
    let begins = context.begins();
    let local = context.begins_here();
    let until = env.time_at(begins.plus(plan.minutes.span()), zone);
    let day = env.date(local, context.now, Names::Full);
    env.say(&Message::When { date: &day, from: &env.time(local), to: &until })
}
