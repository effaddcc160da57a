//! Entries of a sheet about the plan in an opened link: the choice of its coaching type, and its changes.

use std::sync::Arc;

use super::action::{Action, Choice, Choices};
use super::line::Line;
use super::link_context::LinkContext;
use super::sheet::Entry;
use crate::domain::coaching_type::{Catalogue, CoachingType};
use crate::domain::draft::AnswerDraft;
use crate::domain::party::Party;
use crate::domain::plan::Plan;
use crate::outgoing::change::items;
use crate::outgoing::note::source_remark;
use crate::program::event::Press;
use crate::text::message::Message;
use crate::text::{Env, Names, Words};

/// Returns the choice of the coaching type that fits the topic. The planned one is chosen at first.
pub(crate) fn about(env: &Env<'_>, catalogue: &Catalogue, plan: &Plan, reply: &AnswerDraft) -> Entry {
    let chosen = if reply.about.is_empty() { plan.coaching_type.id.as_str() } else { &reply.about };
    let option = |(place, template): (u8, &Arc<CoachingType>)| Choice {
        action: Action::labelled(env.wording(&template.name), Press::AboutChosen(place)),
        is_chosen: template.id == chosen,
    };
    let options = (0..).zip(catalogue.types()).map(option).collect();
    Entry::Choices(Choices { name: env.say(&Message::TypeLabel), options })
}

/// Returns a line for each part of the plan that differs from the local record, with the value before and
/// after; of an agenda, only the new one. Empty if the link or the local data holds no plan.
pub(crate) fn changes(context: &LinkContext<'_>) -> Vec<Entry> {
    let env = context.env;
    let (Some(new), Some(old)) = (context.manager_half(), context.model.half(context.link.session)) else {
        return Vec::new();
    };
    let (before, now) = (&old.ahead, &new.ahead);
    let mut entries = Vec::new();
    let mut compare = |label: Message<'_>, from: Words, to: Words| {
        if from != to {
            let words = env.say(&Message::ChangedFrom { from: &from, to: &to });
            entries.push(Entry::Line(Line::labelled(env, &env.say(&label), &words)));
        }
    };
    let (old, new) = (&old.plan, &new.plan);
    let when = |plan: &Plan| context.when(&plan.schedule, Names::Short);
    compare(Message::WhenLabel, when(old), when(new));
    let minutes = |plan: &Plan| env.say(&Message::Minutes { minutes: plan.minutes });
    compare(Message::LengthLabel, minutes(old), minutes(new));
    let place = |plan: &Plan| plan.place.as_ref().map_or_else(|| "–".into(), |place| place.as_str().into());
    compare(Message::PlaceLabel, place(old), place(new));
    let coaching_type = |plan: &Plan| env.wording(&plan.coaching_type.name);
    compare(Message::KindLabel, coaching_type(old), coaching_type(new));
    if old.agenda != new.agenda {
        let items = items(env, &new.agenda);
        entries.push(Entry::Line(Line::labelled(env, &env.say(&Message::AgendaHeading), &items)));
    }
    if let Some(fact) = now.fact.as_ref().filter(|fact| before.fact.as_ref() != Some(fact)) {
        let label = env.say(&Message::FactFrom { manager: &context.name(Party::Manager) });
        let said = Line::labelled(env, &label, fact.words.as_str());
        entries.push(Entry::Line(Line::remarked(said.words, env.say(&source_remark(fact.source)))));
    }
    let new_lines = now.count_on.iter().filter(|line| !before.count_on.contains(line));
    entries
        .extend(new_lines.map(|line| {
            Entry::Line(Line::labelled(env, &env.say(&Message::CanCountOn), &env.wording(line)))
        }));
    entries
}
