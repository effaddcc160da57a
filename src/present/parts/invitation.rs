//! An opened invitation, which the seller answers before anything is stored.

use super::action::Action;
use super::brought::{ahead, saved};
use super::field::plain_field;
use super::line::Line;
use super::link_context::LinkContext;
use super::link_sheet::plain;
use super::plan_entries::about;
use super::sheet::{Entry, SheetView, beside, section};
use crate::domain::draft::AnswerDraft;
use crate::domain::party::Party;
use crate::domain::plan::Plan;
use crate::domain::standing::Standing;
use crate::program::event::{Press, Taking};
use crate::program::state::field::{Field, LinkField};
use crate::program::update::saved::saved_for;
use crate::text::message::Message;
use crate::text::{Env, Names, Words};

/// Returns the invitation of a manager: what the seller can count on, a field for the topic, for a seller who
/// wants another time also a field for that, and the contents of the link.
pub(crate) fn invitation(context: &LinkContext<'_>, reply: &AnswerDraft) -> SheetView {
    let (env, model) = (context.env, context.model);
    let manager = context.name(Party::Manager);
    let known = asked_topics(context);
    // A reader who asked for the session knows what it is. Else the whole name says who invites.
    let mut view = match known.is_empty() {
        true => {
            let whole = context.link.manager.as_ref().map(|name| name.as_str().into());
            let manager = &whole.unwrap_or_else(|| manager.clone());
            plain(context, &Message::InvitedHeading { manager }, &Message::InvitedLead)
        }
        false => SheetView {
            lead: Words::default(),
            ..plain(context, &Message::GrantedHeading { manager: &manager }, &Message::InvitedLead)
        },
    };
    let field = |field: LinkField, label: Message<'_>, typed: &str| {
        Entry::Field(plain_field(model, env, Field::Link(field), &label, typed))
    };
    // The title holds the date, so that a phone shows the whole invitation with its field at once.
    if let Some(half) = context.manager_half() {
        view.head.title = when(context, &half.plan);
    }
    // Topics of the request that this invitation answers: only the time is asked about.
    let mut asked: Vec<Entry> = known.iter().map(|words| own_topic(env, words)).collect();
    if reply.other_time {
        asked.push(field(LinkField::Wish, Message::WishLabel, &reply.wish));
    }
    let is_typed = !reply.topic.trim().is_empty();
    if is_typed || known.is_empty() && !reply.other_time {
        asked.push(topic_field(context, reply));
    }
    if !is_typed && !reply.other_time {
        let all = saved_for(model, context.link.pair, context.link.session);
        asked.extend(saved(env, (0..).zip(&all)));
    }
    view.sections.push(section("topics", Words::default(), asked));
    if let Some(half) = context.manager_half() {
        let choices = vec![about(env, &context.model.catalogue, &half.plan, reply)];
        view.sections.push(section("about", env.say(&Message::AboutLabel), choices));
        view.sections.extend(ahead(env, &half.ahead, &manager));
    }
    let mut holds = section("holds", env.say(&Message::HoldsInvitation), context.holds_of_invitation());
    holds.lead = Some(env.say(&Message::InvitedStored { manager: &manager }));
    view.sections.push(beside(holds));
    let take = |label: Message<'_>, taking| Action::new(env, &label, Press::LinkTaken(taking));
    if reply.other_time {
        view.main = take(Message::AskOtherTime, Taking::OtherTime);
        view.answers = vec![Action::new(env, &Message::TimeBack, Press::OtherTimeLeft)];
        return view;
    }
    view.main = match (is_typed, known.is_empty()) {
        (true, _) => take(Message::ItIsCoaching { manager: &manager }, Taking::Accepted),
        (false, true) => take(Message::NotYetBring, Taking::BringsIt),
        (false, false) => take(Message::WorksForMe, Taking::Works),
    };
    view.answers = vec![take(Message::AnotherTime, Taking::OtherTime)];
    view
}

/// Returns the field for the topic. Its hint says what an answer says about the time.
fn topic_field(context: &LinkContext<'_>, reply: &AnswerDraft) -> Entry {
    let (env, field) = (context.env, Field::Link(LinkField::Topic));
    let mut view = plain_field(context.model, env, field, &Message::TopicFirst, &reply.topic);
    if !reply.other_time
        && let Some(half) = context.manager_half()
    {
        let schedule = &half.plan.schedule;
        let mut when = context.when(schedule, Names::Short);
        if let Some(there) = env.time_of_plan(schedule, &context.model.zone) {
            let there = &env.say(&Message::TimeIn { time: &there, place: &schedule.zone.place() });
            when = env.say(&Message::TimeYours { time: &when, there });
        }
        let later =
            |row: &Standing| row.dates.iter().any(|date| !date.is_skipped && date.local > schedule.local);
        view.hint = Some(env.say(&match half.ahead.standing.as_ref().is_some_and(later) {
            true => Message::AnswerSaysYesFirst { when: &when },
            false => Message::AnswerSaysYes { when: &when },
        }));
    }
    Entry::Field(view)
}

/// Returns the topics that this person, the seller, named before the invitation came, as in a request for a session.
fn asked_topics(context: &LinkContext<'_>) -> Vec<Words> {
    let asked = context.model.session(context.link.session).filter(|session| session.manager.is_absent());
    let half = asked.and_then(|session| session.seller_half());
    half.map(|half| half.topics.iter().map(|topic| topic.words.as_str().into()).collect()).unwrap_or_default()
}

/// Returns the line of a topic that the seller named before.
fn own_topic(env: &Env<'_>, words: &Words) -> Entry {
    Entry::Line(Line::remarked(words.clone(), env.say(&Message::TopicAsked)))
}

/// Returns the start and the length of the session in words.
fn when(context: &LinkContext<'_>, plan: &Plan) -> Words {
    let minutes = context.env.say(&Message::Minutes { minutes: plan.minutes });
    format!("{} · {minutes}", context.when(&plan.schedule, Names::Full)).into()
}
