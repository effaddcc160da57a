//! The change of a plan in words: each part that differs, as it is now and as it was.

use crate::domain::agenda::Agenda;
use crate::domain::plan::Plan;
use crate::domain::text::Text;
use crate::outgoing::note::append;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// Returns a line for each part of the plan that differs from the plan `before`, with the value now and before; of an
/// agenda only the new one. `when` puts the start of a plan into words.
#[must_use]
pub fn changes(env: &Env<'_>, before: &Plan, now: &Plan, when: &dyn Fn(&Plan) -> Words) -> Vec<Words> {
    let mut lines = Vec::new();
    let mut compare = |label: Message<'_>, [from, to]: [Option<Words>; 2]| {
        if from == to {
            return;
        }
        let label = &env.say(&label);
        lines.push(env.say(&match (&from, &to) {
            (Some(from), Some(to)) => Message::WordsChangeOf { label, from, to },
            (None, Some(to)) => Message::Labelled { label, words: to },
            (from, None) => Message::WordsChangeGone { label, from: from.as_deref().unwrap_or_default() },
        }));
    };
    let plans = [before, now];
    compare(Message::WhenLabel, plans.map(|plan| Some(when(plan))));
    let minutes = |plan: &Plan| Some(env.say(&Message::Minutes { minutes: plan.minutes }));
    compare(Message::LengthLabel, plans.map(minutes));
    compare(
        Message::PlaceLabel,
        plans.map(|plan| plan.place.as_ref().map(|place| Text::as_str(place).into())),
    );
    compare(Message::KindLabel, plans.map(|plan| Some(env.wording(&plan.coaching_type.name))));
    if before.agenda != now.agenda {
        let (label, words) = (&env.say(&Message::AgendaHeading), &items(env, &now.agenda));
        lines.push(env.say(&Message::Labelled { label, words }));
    }
    lines
}

/// Returns the names and the minutes of an agenda's items in one line.
#[must_use]
pub fn items(env: &Env<'_>, agenda: &Agenda) -> Words {
    let mut line = String::new();
    for item in agenda.items() {
        let minutes = env.say(&Message::Minutes { minutes: item.minutes });
        append(&mut line, &format!("{} {minutes}", env.wording(&item.title)));
    }
    line.into()
}
