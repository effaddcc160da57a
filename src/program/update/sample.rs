//! Sample sessions to look around in: one that was held, and one that is planned. They are ordinary sessions of the
//! pair [`SAMPLE`], whose seller's name says that they are a sample.

use std::sync::Arc;

use super::list::{self, delete};
use super::new_session::begin;
use super::screen::put_up;
use crate::domain::coaching_type::{CoachingType, History};
use crate::domain::evidence::{Evidence, Source};
use crate::domain::half::{Course, SellerHalf};
use crate::domain::id::{PairId, SessionId};
use crate::domain::note::{Detail, Note, NoteId};
use crate::domain::pair::{Pair, SAMPLE};
use crate::domain::party::Party;
use crate::domain::plan::Plan;
use crate::domain::record::{Record, RecordId};
use crate::domain::text::Text;
use crate::domain::time::{Instant, LocalDateTime, Span};
use crate::domain::timing::{Baseline, Change, Entry, Log};
use crate::domain::topic::Topic;
use crate::domain::ui_state::Screen;
use crate::domain::zone::Schedule;
use crate::program::effect::Effect;
use crate::program::state::model::Model;
use crate::text::Env;
use crate::text::message::Message;

/// Hour of the day at which the sample sessions begin.
const AT: &str = "10:00";

/// Adds the sample sessions, unless they are there, and stays on the list.
pub(super) fn open(model: &mut Model, env: &Env<'_>, now: Instant, effects: &mut Vec<Effect>) {
    if model.sessions().all(|session| session.pair != SAMPLE) && add(model, env, now).is_some() {
        put_up(model, Screen::Home, effects);
    }
}

/// Adds the sample sessions; `None` outside of the calendar.
fn add(model: &mut Model, env: &Env<'_>, now: Instant) -> Option<()> {
    let today = env.local(now, &model.zone)?;
    let (before, next) = (workday(today, -14)?, workday(today, 1)?);
    let template = &Arc::clone(model.catalogue.types().first()?);
    let say = |message: Message<'_>| Text::parse(&env.say(&message)).ok();
    let manager = model.settings().own_name;
    let names = Pair { manager, seller: say(Message::SampleSeller)? };
    model.record(RecordId::Pair(SAMPLE), Record::Pair(names));

    let held = begin(model, None, SAMPLE, plan(model, env, template, before, History::First)?);
    let topic = Topic { id: 0, words: say(Message::SampleTopicHeld)?, worked_if: None };
    model.change_seller(held, SellerHalf { topics: vec![topic], ..SellerHalf::default() });
    let steps = [
        (Party::Seller, say(Message::SampleStepSeller)?),
        (Party::Manager, say(Message::SampleStepManager)?),
    ];
    hold(model, env, held, &steps, &say(Message::SampleWhen)?);

    let planned = begin(model, None, SAMPLE, plan(model, env, template, next, History::Returning)?);
    let topic =
        Topic { id: 0, words: say(Message::SampleTopic)?, worked_if: Some(say(Message::SampleWalkAway)?) };
    let evidence = Evidence { words: say(Message::SampleEvidence)?, source: Source::Seen };
    let half = SellerHalf { topics: vec![topic], evidence: vec![evidence], ..SellerHalf::default() };
    model.change_seller(planned, half);
    Some(())
}

/// Returns the working day at least so many days after `today`, at the hour of the samples.
fn workday(today: LocalDateTime, days: i64) -> Option<LocalDateTime> {
    let mut day = LocalDateTime::parse(&today.date_field(), AT)?.plus_days(days)?;
    while day.is_weekend() {
        day = day.plus_days(1)?;
    }
    Some(day)
}

fn plan(
    model: &Model,
    env: &Env<'_>,
    template: &CoachingType,
    local: LocalDateTime,
    history: History,
) -> Option<Plan> {
    Some(Plan {
        coaching_type: template.label()?,
        schedule: Schedule::new(local, model.zone.clone(), env.zones),
        minutes: template.minutes,
        place: None,
        agenda: template.agenda(template.minutes, history).ok()?,
    })
}

/// Holds a session by its plan, to the minute, with these next steps.
fn hold(model: &mut Model, env: &Env<'_>, id: SessionId, steps: &[(Party, Text)], when: &Text) {
    model.change(id, &mut |half| {
        let mut at = half.plan.schedule.begins(env.zones);
        let mut log = Vec::new();
        let (mut change, mut last) = (Change::Started, None);
        for item in half.plan.agenda.items() {
            if last.is_some() {
                change = Change::MovedTo(item.id);
            }
            log.push(Entry { at, change });
            at = at.plus(item.minutes.span());
            last = Some(item.id);
        }
        log.push(Entry { at: at.minus(Span::minutes(1)), change: Change::Ended });
        half.course = Course::Begun { baseline: Baseline::of(&half.plan.agenda), log: Log(log) };
        for (number, (by, words)) in (0..).zip(steps) {
            let detail = Detail::NextStep {
                by: *by,
                first_step: None,
                when: Some(when.clone()),
                on: None,
                is_confirmed: true,
            };
            half.notes.all.push(Note { id: NoteId(number), item: last, words: words.clone(), detail });
        }
    });
}

/// Returns true if the pair is that of the sample, under its own name: a seller with another name is a real one.
#[must_use]
pub fn is_sample(model: &Model, env: &Env<'_>, pair: PairId) -> bool {
    let is_named = |two: &Pair| *two.seller.as_str() == *env.say(&Message::SampleSeller);
    pair == SAMPLE && model.pair(pair).is_some_and(is_named)
}

/// Deletes the sample sessions as any other ones: the list offers to undo all of it. The name stays, as that of any seller.
pub(super) fn remove(model: &mut Model, now: Instant, effects: &mut Vec<Effect>) {
    let sessions: Vec<_> =
        model.sessions().filter(|session| session.pair == SAMPLE).map(|session| session.id).collect();
    for id in sessions {
        delete(model, now, id, effects);
    }
}

/// Restores the sample sessions that were deleted since the list was opened.
pub(super) fn restore(model: &mut Model, effects: &mut Vec<Effect>) {
    let deletions = model.screen.list().into_iter().flat_map(|list| &list.deletions);
    let gone: Vec<_> =
        deletions.filter(|deletion| deletion.pair == SAMPLE).map(|deletion| deletion.session).collect();
    for id in gone {
        list::restore(model, id, effects);
    }
}
