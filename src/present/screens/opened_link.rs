//! An opened link: its contents and its claimed sender, before anything is stored.

use crate::domain::draft::AnswerDraft;
use crate::domain::gone::Gone;
use crate::domain::half::ManagerHalf;
use crate::domain::party::Party;
use crate::domain::time::Instant;
use crate::present::parts::action::Action;
use crate::present::parts::differences::of_seller;
use crate::present::parts::field::{FieldKind, plain_field};
use crate::present::parts::gone::{take_gone, told_gone};
use crate::present::parts::head::link_head;
use crate::present::parts::invitation::invitation;
use crate::present::parts::line::Line;
use crate::present::parts::link_context::LinkContext;
use crate::present::parts::link_sheet::plain;
use crate::present::parts::notice::VersionLine;
use crate::present::parts::plan_entries::changes;
use crate::present::parts::same::same_two;
use crate::present::parts::session_context::SessionContext;
use crate::present::parts::sheet::{Entry, Section, SheetView, beside, section};
use crate::program::event::{Press, Taking};
use crate::program::state::field::{Field, LinkField};
use crate::program::state::model::Model;
use crate::program::state::overlay::{LinkOverlay, NotSent, OpenedLink, Unlocking};
use crate::program::update::cancelled::{gone, holds_words};
use crate::program::update::link::{NoLink, Stand, is_cancelled, namesakes, replaced, reply, stand};
use crate::program::update::sending::seller_half;
use crate::text::Names;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// Returns the sheet of the opened link that covers the screen.
pub(crate) fn opened_link(model: &Model, overlay: &LinkOverlay, now: Instant, env: &Env<'_>) -> SheetView {
    match overlay {
        LinkOverlay::Opened(opened) => readable(model, opened, now, env),
        LinkOverlay::Locked { password, unlocking, .. } => locked(model, password, *unlocking, env),
        LinkOverlay::Refused { why, pasted } => refused(model, why, pasted, env),
    }
}

/// Returns the sheet of a link that can be read: an invitation to answer, or any other content. If the link
/// can be stored, states if its sender has the name of somebody in another local pair.
fn readable(model: &Model, opened: &OpenedLink, now: Instant, env: &Env<'_>) -> SheetView {
    let link = &opened.link;
    let context = LinkContext::of(model, now, env, link);
    let stand = stand(model, link);
    let view = match stand {
        Stand::Invited if is_invitation(&context) => invitation(&context, &reply(model, link)),
        Stand::Changed if is_unanswered(&context) => invitation_of_known(&context),
        // Another window answered while this one was typed into.
        Stand::Known if is_half_answered(&context) => {
            let view = invitation(&context, &reply(model, link));
            SheetView { outcome: Some(env.say(&Message::RepliedElsewhere)), ..view }
        }
        _ => received(&context, stand),
    };
    let is_taken =
        matches!(stand, Stand::Invited | Stand::Changed | Stand::Replied | Stand::Asked | Stand::Strange);
    let others = namesakes(model, link);
    if let Some(told) = opened.told {
        let told = match told {
            NotSent::Leaving => Message::LeaveTyped { days: model.limits.drafts_kept_days() },
            NotSent::Blocked => Message::LinkBlocked,
        };
        return SheetView { outcome: Some(env.say(&told)), ..view };
    }
    if !is_taken || others.is_empty() {
        return view;
    }
    let press = if opened.is_same { Press::PairParted } else { Press::PairJoined };
    let same = same_two(env, &context.name(context.from()), press(link.pair), others.len());
    SheetView { outcome: Some(same.text), others: same.actions, ..view }
}

/// Returns true if the link holds the plan of a session that has not begun.
fn is_invitation(context: &LinkContext<'_>) -> bool {
    context.manager_half().is_some_and(ManagerHalf::is_planned)
}

/// Returns true if the link invites the seller, this person, to a session that is here already, as from the record of the
/// session before, and that the seller has said nothing about.
fn is_unanswered(context: &LinkContext<'_>) -> bool {
    let here = context.model.session(context.link.session);
    let half = here.and_then(|session| session.seller_half());
    let is_silent = half.is_none_or(|half| half.time.is_none() && half.topics.is_empty() && !half.brings_it);
    let schedule = |half: &ManagerHalf| half.plan.schedule.clone();
    let is_same =
        context.manager_half().map(schedule) == here.and_then(|session| session.manager_half()).map(schedule);
    is_invitation(context) && is_same && is_silent
}

/// Returns the invitation to a session that is here already, with what changed since; it can also be kept without an answer.
fn invitation_of_known(context: &LinkContext<'_>) -> SheetView {
    let env = context.env;
    let reply = reply(context.model, context.link);
    let mut view = invitation(context, &reply);
    let changes = changes(context);
    if !changes.is_empty() {
        view.sections.push(section("changes", env.say(&Message::WhatChanged), changes));
    }
    if !reply.other_time {
        view.answers.push(Action::new(env, &Message::KeepUnanswered, Press::LinkTaken(Taking::Merged)));
    }
    view
}

/// Returns true if an answer to an invitation is typed on the seller's device and not sent.
fn is_half_answered(context: &LinkContext<'_>) -> bool {
    is_typed(context) && is_invitation(context) && context.model.side(context.link.pair) == Party::Seller
}

/// Returns true if an answer to the link is typed and not sent.
fn is_typed(context: &LinkContext<'_>) -> bool {
    let AnswerDraft { topic, wish, .. } = reply(context.model, context.link);
    !topic.trim().is_empty() || !wish.trim().is_empty()
}

/// Returns the sheet of a link that is no new invitation, with the actions that its relation to the local
/// data allows.
fn received(context: &LinkContext<'_>, stand: Stand) -> SheetView {
    let env = context.env;
    let (name, when) = (context.name(context.from()), context.planned_when().unwrap_or_default());
    if let Some(moved) = moved(context, stand) {
        return moved;
    }
    let here = context.model.half(context.link.session).filter(|_| stand == Stand::OtherPlan);
    let when = here.map_or(when, |here| context.when(&here.plan.schedule, Names::Full));
    let Introduction { heading, lead } = introduction(context, stand, &name, &when);
    let mut sections = Vec::new();
    // Once the session is over, its plan before the start tells nothing new.
    let is_change = stand == Stand::Changed && is_invitation(context);
    let changes = if is_change { changes(context) } else { Vec::new() };
    if !changes.is_empty() {
        sections.push(section("changes", env.say(&Message::WhatChanged), changes));
    }
    let holds = if matches!(stand, Stand::Unfit | Stand::Forged) { Vec::new() } else { context.holds() };
    if !holds.is_empty() {
        // The news of a change, and a seller's answer, are what the reader came for.
        let (heading, is_beside) = (env.say(&Message::HoldsInvitation), stand != Stand::Replied);
        let holds = match is_change && sections.len() == 1 {
            true => section("holds", Words::default(), vec![Entry::Folded(heading, holds)]),
            false => section("holds", heading, holds),
        };
        sections.push(if is_beside { beside(holds) } else { holds });
    }
    sections.extend(replaces(context, stand));
    sections.extend(typed_section(context, stand));
    let mut view = plain(context, &heading, &lead);
    // The seller may have other sessions, too.
    if stand == Stand::Replied {
        view.head.title = when;
    }
    SheetView { sections, main: main(context, stand).unwrap_or(view.main), ..view }
}

/// Returns the sheet of a session that was moved, which says so first; `None` for any other link. The seller agrees to
/// the time with one press, or wishes for another one.
fn moved(context: &LinkContext<'_>, stand: Stand) -> Option<SheetView> {
    let (env, model) = (context.env, context.model);
    let new = context.manager_half().filter(|half| stand == Stand::Changed && half.is_planned())?;
    let old = model.half(context.link.session).filter(|half| half.is_planned())?;
    if new.plan.schedule == old.plan.schedule {
        return None;
    }
    let [from, to] = [&old.plan, &new.plan].map(|plan| context.when(&plan.schedule, Names::Short));
    let name = &context.name(Party::Manager);
    let mut view =
        plain(context, &Message::MovedHeading { to: &to }, &Message::MovedLead { from: &from, name });
    let reply = reply(model, context.link);
    if reply.other_time {
        let field = plain_field(model, env, Field::Link(LinkField::Wish), &Message::WishLabel, &reply.wish);
        view.sections.push(section("topics", Words::default(), vec![Entry::Field(field)]));
    }
    // The heading says the time before and after.
    let others: Vec<Entry> = changes(context).into_iter().skip(1).collect();
    if !others.is_empty() {
        view.sections.push(section("changes", env.say(&Message::WhatChanged), others));
    }
    view.sections.push(beside(section("holds", env.say(&Message::HoldsInvitation), context.holds())));
    let take = |label: Message<'_>, taking| Action::new(env, &label, Press::LinkTaken(taking));
    if reply.other_time {
        view.main = take(Message::AskOtherTime, Taking::OtherTime);
        view.answers = vec![Action::new(env, &Message::TimeBack, Press::OtherTimeLeft)];
        return Some(view);
    }
    view.main = take(Message::WorksForMe, Taking::Works);
    view.answers =
        vec![take(Message::AnotherTime, Taking::OtherTime), take(Message::JustNote, Taking::Merged)];
    Some(view)
}

/// Returns the section with the words here that the link would replace; `None` if there are none.
fn replaces(context: &LinkContext<'_>, stand: Stand) -> Option<Section> {
    let (env, model) = (context.env, context.model);
    if !matches!(stand, Stand::Replied | Stand::Own) {
        return None;
    }
    let replaced = replaced(model, context.link)?;
    let session = SessionContext::of(model, context.link.session, context.at, env)?;
    let [here, _] = of_seller(&session, replaced.here, replaced.said);
    let nothing = env.say(&Message::VersionNothing);
    let mut entries = Vec::new();
    for VersionLine { label, words } in here {
        for words in words.into_iter().filter(|words| *words != nothing) {
            let line = Message::Labelled { label: &label, words: &words };
            entries.push(Entry::Line(Line::plain(env.say(&line))));
        }
    }
    if entries.is_empty() {
        return None;
    }
    let mut section = section("replaces", env.say(&Message::LinkReplaces), entries);
    section.lead = replaced.is_own.then(|| env.say(&Message::LinkReplacesBoth));
    Some(section)
}

/// Returns the section with what the person had typed as an answer to an invitation that is cancelled by now; `None`
/// if nothing is typed.
fn typed_section(context: &LinkContext<'_>, stand: Stand) -> Option<Section> {
    if !is_cancelled_answer(context, stand) {
        return None;
    }
    let (env, model) = (context.env, context.model);
    let AnswerDraft { topic, wish, .. } = reply(model, context.link);
    let field = |field: LinkField, label: Message<'_>, typed: &str| {
        Entry::Field(plain_field(model, env, Field::Link(field), &label, typed))
    };
    let mut fields = vec![field(LinkField::Topic, Message::TopicFirst, &topic)];
    if !wish.trim().is_empty() {
        fields.push(field(LinkField::Wish, Message::WishLabel, &wish));
    }
    Some(section("topics", Words::default(), fields))
}

/// Returns true if the link cancels a session, and an answer to its invitation is typed.
fn is_cancelled_answer(context: &LinkContext<'_>, stand: Stand) -> bool {
    let is_taken = matches!(stand, Stand::Changed | Stand::Invited | Stand::Known);
    is_taken && is_cancelled(context.link) && is_typed(context)
}

/// Returns what became of the session that the link deletes.
fn became(context: &LinkContext<'_>) -> Gone {
    gone(context.model, context.env, context.link)
}

/// The heading and the explanation of an opened link.
struct Introduction<'a> {
    heading: Message<'a>,
    lead: Message<'a>,
}

/// Returns the introduction to a link of the sender `name` about the session at `when`.
fn introduction<'a>(
    context: &LinkContext<'_>,
    stand: Stand,
    name: &'a str,
    when: &'a str,
) -> Introduction<'a> {
    let (heading, lead) = match stand {
        Stand::Unfit => (Message::LinkUnfit, Message::LinkUnfitLead),
        Stand::Forged => (Message::LinkForged, Message::LinkForgedLead),
        Stand::Older => (Message::LinkOlder, Message::LinkOlderLead { name }),
        Stand::Full => (Message::LinkFull, Message::LinkFullLead),
        Stand::Own => (Message::LinkOwn, Message::LinkOwnLead { name }),
        _ if is_cancelled_answer(context, stand) => {
            (told_gone(became(context), name), Message::LinkCancelledTyped)
        }
        Stand::Changed | Stand::Invited if is_cancelled(context.link) => {
            let is_here = context.model.half(context.link.session).is_some();
            let lead = match holds_words(context.model, context.link.session) {
                true if is_here => Message::LinkCancelledStays { when },
                true => Message::LinkCancelledTyped,
                false if is_here => Message::LinkCancelledLead { when },
                false => Message::LinkCancelledUnknown,
            };
            (told_gone(became(context), name), lead)
        }
        Stand::Known => (Message::LinkKnown, Message::LinkKnownLead),
        Stand::OtherPlan => (Message::LinkOtherPlan, Message::LinkOtherPlanLead { name, when }),
        Stand::Gone => (Message::LinkGone { name }, Message::LinkGoneLead { name }),
        Stand::Changed if is_end_of_slot(context) => {
            (Message::SlotEnded { name }, Message::LinkLead { name })
        }
        Stand::Changed if is_invitation(context) => {
            (Message::LinkChanged { name }, Message::LinkLead { name })
        }
        Stand::Changed | Stand::Invited => (Message::LinkSummary { when }, Message::LinkLead { name }),
        Stand::Replied => (replied(context, name), Message::LinkLead { name }),
        Stand::Asked => (Message::LinkAsked { name }, Message::LinkAskedLead { name }),
        Stand::Strange => (Message::LinkStrange, Message::LinkStrangeLead { name, when }),
    };
    Introduction { heading, lead }
}

/// Returns true if the link tells a seller of nothing but the end of the slot.
fn is_end_of_slot(context: &LinkContext<'_>) -> bool {
    let is_gone =
        context.manager_half().is_some_and(|half| half.is_planned() && half.ahead.standing.is_none());
    is_gone && context.has_slot_ended() && changes(context).is_empty()
}

/// Returns the heading of a seller's answer: to the invitation; or once the session has begun, at its close or about next
/// steps.
fn replied<'a>(context: &LinkContext<'_>, name: &'a str) -> Message<'a> {
    let has_begun = context.model.half(context.link.session).is_some_and(|half| !half.is_planned());
    match seller_half(context.link) {
        Some(half) if has_begun && half.closing.is_in => Message::LinkClosed { name },
        Some(half) if has_begun && !half.steps.is_empty() => Message::LinkSteps { name },
        _ => Message::LinkReplied { name },
    }
}

/// Returns the main button for a link that is no new invitation; `None` if the way back is the only one.
fn main(context: &LinkContext<'_>, stand: Stand) -> Option<Action> {
    let (env, session) = (context.env, context.link.session);
    let take = |label: Message<'_>| Some(Action::new(env, &label, Press::LinkTaken(Taking::Merged)));
    match stand {
        Stand::Own => take(Message::LinkOwnTake),
        Stand::Older => take(Message::LinkOlderTake),
        Stand::Changed | Stand::Invited if is_cancelled(context.link) => take(take_gone(became(context))),
        Stand::Changed | Stand::Invited | Stand::Replied => take(Message::FileTake),
        Stand::Strange => take(Message::LinkStrangeTake),
        Stand::Asked => Some(Action::new(env, &Message::PlanOne, Press::LinkTaken(Taking::Planned))),
        Stand::Known if is_cancelled_answer(context, stand) => take(take_gone(became(context))),
        Stand::Gone => Some(Action::new(env, &Message::LinkGoneTake, Press::LinkTaken(Taking::Planned))),
        Stand::Known | Stand::OtherPlan | Stand::Full if context.model.half(session).is_some() => {
            Some(Action::new(env, &Message::BackToSession, Press::SessionOpened(session)))
        }
        Stand::Known | Stand::OtherPlan | Stand::Full | Stand::Unfit | Stand::Forged => None,
    }
}

/// Returns the sheet of a locked link, with a field for its password; without the field if the browser cannot
/// decrypt.
fn locked(model: &Model, password: &str, unlocking: Unlocking, env: &Env<'_>) -> SheetView {
    if !model.here.can_lock {
        let leave = Action::new(env, &Message::FileLeave, Press::HomeOpened);
        return closed(env, &Message::LinkLocked, &Message::LinkLockedNever, Vec::new(), leave);
    }
    let field = Field::Link(LinkField::Password);
    let mut view = plain_field(model, env, field, &Message::PasswordLabel, password);
    // A password has one line, so that Enter cannot become part of it.
    view.kind = FieldKind::Text(Vec::new());
    view.complaint = (unlocking == Unlocking::WrongPassword).then(|| env.say(&Message::WrongPassword));
    let open = open(env, password);
    closed(env, &Message::LinkLocked, &Message::LinkLockedLead, vec![Entry::Field(view)], open)
}

/// Returns the sheet with the reason why a link cannot be read, and a field to paste the whole link.
fn refused(model: &Model, why: &NoLink, pasted: &str, env: &Env<'_>) -> SheetView {
    let (heading, lead) = match why {
        NoLink::None => (Message::LinkNone, Message::LinkNoneLead),
        NoLink::Damaged => (Message::LinkDamaged, Message::LinkDamagedLead),
        NoLink::TooLarge => (Message::LinkDamaged, Message::LinkTooLarge),
        NoLink::Newer(_) => (Message::LinkDamaged, Message::LinkNewer),
        NoLink::Locked(_) => (Message::LinkLocked, Message::LinkLockedNever),
        NoLink::Pair(_) => (Message::PairLinkHeading, Message::PairLinkLead),
    };
    let field = Field::Link(LinkField::Pasted);
    let view = plain_field(model, env, field, &Message::PastedLabel, pasted);
    closed(env, &heading, &lead, vec![Entry::Field(view)], open(env, pasted))
}

/// Returns the button that opens the link; off until something is typed.
fn open(env: &Env<'_>, typed: &str) -> Action {
    Action::new(env, &Message::OpenIt, Press::PastedOpened).only_if(!typed.trim().is_empty())
}

/// Returns the sheet of a link that is locked or cannot be read, with `entries` in its one section and `main`
/// as its main button.
fn closed(
    env: &Env<'_>,
    heading: &Message<'_>,
    lead: &Message<'_>,
    entries: Vec<Entry>,
    main: Action,
) -> SheetView {
    SheetView {
        head: link_head(env, None, &env.say(&Message::PastedTitle), None, &Message::FileLeave),
        heading: env.say(heading),
        lead: env.say(lead),
        sections: vec![section("pasted", Words::default(), entries)],
        outcome: None,
        is_spoken: false,
        text_to_copy: None,
        main,
        answers: Vec::new(),
        others: Vec::new(),
    }
}
