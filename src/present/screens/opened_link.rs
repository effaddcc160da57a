//! An opened link: its contents and its claimed sender, before anything is stored.

use crate::domain::desk::ReplyDraft;
use crate::domain::half::ManagerHalf;
use crate::domain::party::Party;
use crate::domain::plan::Plan;
use crate::domain::time::Instant;
use crate::present::parts::action::Action;
use crate::present::parts::brought::promised;
use crate::present::parts::field::{FieldKind, plain_field};
use crate::present::parts::head::link_head;
use crate::present::parts::link_context::{LinkContext, agenda_line};
use crate::present::parts::same::same_two;
use crate::present::parts::sheet::{Entry, SheetView, section};
use crate::program::event::{Press, Taking};
use crate::program::state::field::{Field, LinkField};
use crate::program::state::model::Model;
use crate::program::state::overlay::{LinkOverlay, OpenedLink, Unlocking};
use crate::program::update::link::{NoLink, Stand, is_cancelled, namesakes, reply, stand};
use crate::text::Names;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// Returns the sheet of the link above the screen.
pub(crate) fn opened_link(model: &Model, overlay: &LinkOverlay, now: Instant, env: &Env<'_>) -> SheetView {
    match overlay {
        LinkOverlay::Opened(opened) => readable(model, opened, now, env),
        LinkOverlay::Locked { password, unlocking, .. } => locked(model, password, *unlocking, env),
        LinkOverlay::Refused { why, pasted } => refused(model, why, pasted, env),
    }
}

/// Returns the sheet of a link that can be read.
fn readable(model: &Model, opened: &OpenedLink, now: Instant, env: &Env<'_>) -> SheetView {
    let link = &opened.link;
    let context = LinkContext::of(model, now, env, link);
    let stand = stand(model, link);
    let mut view = match stand {
        Stand::Invited if is_invitation(&context) => invitation(&context, &reply(model, link)),
        _ => told(&context, stand),
    };
    let is_taken = !matches!(stand, Stand::Unfit | Stand::Full | Stand::Known | Stand::Own);
    let others = namesakes(model, link);
    if is_taken && !others.is_empty() {
        let name = context.name(context.from());
        let press = if opened.is_same { Press::PairParted } else { Press::PairJoined };
        let (told, ways) = same_two(env, &name, press(link.pair), others.len());
        (view.told, view.others) = (Some(told), ways);
    }
    view
}

/// Returns true if the session is still to come.
fn is_invitation(context: &LinkContext<'_>) -> bool {
    context.manager_half().is_some_and(ManagerHalf::is_planned)
}

/// Returns a sheet without sections, which offers only the way back.
fn plain(context: &LinkContext<'_>, heading: &Message<'_>, lead: &Message<'_>) -> SheetView {
    let env = context.env;
    SheetView {
        head: context.head(Message::FileLeave),
        heading: env.say(heading),
        lead: env.say(lead),
        sections: Vec::new(),
        told: None,
        text: None,
        ready: Action::new(env, &Message::BackHome, Press::HomeOpened),
        later: Vec::new(),
        others: Vec::new(),
    }
}

/// Returns the invitation of a manager: the promise about the tone, and one field for the topic.
fn invitation(context: &LinkContext<'_>, reply: &ReplyDraft) -> SheetView {
    let (env, model) = (context.env, context.model);
    let manager = context.name(Party::Manager);
    let mut view = plain(context, &Message::InvitedHeading { manager: &manager }, &Message::InvitedLead);
    let field = |field: LinkField, label: Message<'_>, typed: &str| {
        Entry::Field(plain_field(model, env, Field::Link(field), &label, typed))
    };
    // The title holds the date, so that a phone shows the whole invitation with its field at once.
    if let Some(half) = context.manager_half() {
        view.head.title = when(context, &half.plan);
    }
    view.sections.push(promised(env, &manager));
    let mut asked = vec![field(LinkField::Topic, Message::TopicFirst, &reply.topic)];
    if reply.other_time {
        asked.push(field(LinkField::Wish, Message::WishLabel, &reply.wish));
    }
    view.sections.push(section("topics", Words::default(), asked));
    let mut holds = section("holds", env.say(&Message::HoldsInvitation), context.holds());
    holds.lead = Some(env.say(&Message::InvitedStored { manager: &manager }));
    view.sections.push(holds);
    let take = |label: Message<'_>, taking| Action::new(env, &label, Press::LinkTaken(taking));
    if reply.other_time {
        view.ready = take(Message::AskOtherTime, Taking::OtherTime);
        view.later = vec![take(Message::NotYetBring, Taking::BringsIt)];
    } else {
        view.ready = take(Message::ItIsCoaching, Taking::Accepted);
        view.later =
            vec![take(Message::NotYetBring, Taking::BringsIt), take(Message::AnotherTime, Taking::OtherTime)];
    }
    view
}

/// Returns the start and the length of the session.
fn when(context: &LinkContext<'_>, plan: &Plan) -> Words {
    let minutes = context.env.say(&Message::Minutes { minutes: plan.minutes });
    format!("{} · {minutes}", context.when(&plan.schedule, Names::Full)).into()
}

/// Returns the sheet of a link that is no invitation, with the actions that its relation to the local data
/// allows.
fn told(context: &LinkContext<'_>, stand: Stand) -> SheetView {
    let (env, link) = (context.env, context.link);
    let name = context.name(context.from());
    let when = context.planned_when().unwrap_or_default();
    let is_over = !is_invitation(context);
    let (heading, lead, take) = match stand {
        Stand::Unfit => (Message::LinkUnfit, Message::LinkUnfitLead, None),
        Stand::Full => (Message::LinkFull, Message::LinkFullLead, None),
        Stand::Known => (Message::LinkKnown, Message::LinkKnownLead, None),
        Stand::Own => (Message::LinkOwn, Message::LinkOwnLead { name: &name }, Some(Message::LinkOwnTake)),
        Stand::Changed | Stand::Invited if is_cancelled(link) => (
            Message::LinkCancelled { name: &name },
            Message::LinkCancelledLead { when: &when },
            Some(Message::FileTake),
        ),
        Stand::Changed if !is_over => {
            (Message::LinkChanged { name: &name }, Message::LinkLead { name: &name }, Some(Message::FileTake))
        }
        Stand::Changed | Stand::Invited => {
            (Message::LinkSummary { when: &when }, Message::LinkLead { name: &name }, Some(Message::FileTake))
        }
        Stand::Replied => {
            (Message::LinkReplied { name: &name }, Message::LinkLead { name: &name }, Some(Message::FileTake))
        }
        Stand::Asked => (Message::LinkAsked { name: &name }, Message::LinkLead { name: &name }, None),
        Stand::Strange => (
            Message::LinkStrange,
            Message::LinkStrangeLead { name: &name, when: &when },
            Some(Message::LinkStrangeTake),
        ),
    };
    let mut view = plain(context, &heading, &lead);
    let changes = changes(context);
    if !changes.is_empty() && stand == Stand::Changed {
        view.sections.push(section("changes", env.say(&Message::WhatChanged), changes));
    }
    if stand != Stand::Unfit {
        let holds = context.holds();
        if !holds.is_empty() {
            view.sections.push(section("holds", env.say(&Message::HoldsInvitation), holds));
        }
    }
    let take = take.map(|take| Action::new(env, &take, Press::LinkTaken(Taking::Merged)));
    match (stand, take) {
        (Stand::Asked, _) => {
            view.ready = Action::new(env, &Message::PlanOne, Press::LinkTaken(Taking::Planned));
        }
        (_, Some(take)) => view.ready = take,
        (Stand::Known | Stand::Full, None) if context.model.half(link.session).is_some() => {
            view.ready = Action::new(env, &Message::BackToSession, Press::SessionOpened(link.session));
        }
        (_, None) => {}
    }
    view
}

/// Returns a line for each part of the plan that differs from the local record.
fn changes(context: &LinkContext<'_>) -> Vec<Entry> {
    let env = context.env;
    let (Some(new), Some(old)) = (context.manager_half(), context.model.half(context.link.session)) else {
        return Vec::new();
    };
    let mut entries = Vec::new();
    let mut compare = |label: Message<'_>, from: Words, to: Words| {
        if from != to {
            let words = env.say(&Message::ChangedFrom { from: &from, to: &to });
            entries.push(Entry::Line(words, Some(env.say(&label))));
        }
    };
    let (old, new) = (&old.plan, &new.plan);
    let when = |plan: &Plan| context.when(&plan.schedule, Names::Short);
    compare(Message::WhenLabel, when(old), when(new));
    let minutes = |plan: &Plan| env.say(&Message::Minutes { minutes: plan.minutes });
    compare(Message::MinutesLabel, minutes(old), minutes(new));
    let place = |plan: &Plan| plan.place.as_ref().map_or_else(|| "–".into(), |place| place.as_str().into());
    compare(Message::PlaceLabel, place(old), place(new));
    let coaching_type = |plan: &Plan| env.wording(&plan.coaching_type.name);
    compare(Message::TypeLabel, coaching_type(old), coaching_type(new));
    if old.agenda != new.agenda {
        let items = agenda_line(env, &new.agenda);
        entries.push(Entry::Line(items, Some(env.say(&Message::AgendaHeading))));
    }
    entries
}

/// Returns the sheet of a locked link, with a field for its password.
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

/// Returns the reason why a link cannot be read, with a field to paste the whole link.
fn refused(model: &Model, why: &NoLink, pasted: &str, env: &Env<'_>) -> SheetView {
    let (heading, lead) = match why {
        NoLink::None => (Message::LinkNone, Message::LinkNoneLead),
        NoLink::Damaged => (Message::LinkDamaged, Message::LinkDamagedLead),
        NoLink::TooLarge => (Message::LinkDamaged, Message::LinkTooLarge),
        NoLink::Newer(_) => (Message::LinkDamaged, Message::LinkNewer),
        NoLink::Locked(_) => (Message::LinkLocked, Message::LinkLockedNever),
    };
    let field = Field::Link(LinkField::Pasted);
    let view = plain_field(model, env, field, &Message::PastedLabel, pasted);
    closed(env, &heading, &lead, vec![Entry::Field(view)], open(env, pasted))
}

/// Returns the action that opens the link, once something is typed.
fn open(env: &Env<'_>, typed: &str) -> Action {
    Action::new(env, &Message::OpenIt, Press::PastedOpened).only_if(!typed.trim().is_empty())
}

/// Returns the sheet of a link whose contents are not known.
fn closed(
    env: &Env<'_>,
    heading: &Message<'_>,
    lead: &Message<'_>,
    entries: Vec<Entry>,
    ready: Action,
) -> SheetView {
    SheetView {
        head: link_head(env, None, &env.say(&Message::PastedTitle), None, &Message::FileLeave),
        heading: env.say(heading),
        lead: env.say(lead),
        sections: vec![section("pasted", Words::default(), entries)],
        told: None,
        text: None,
        ready,
        later: Vec::new(),
        others: Vec::new(),
    }
}
