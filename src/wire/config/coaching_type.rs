//! The coaching types of a company's file: activities, agendas and guidance become a type of the domain.

use std::collections::BTreeMap;

use super::dto::{ActivityDto, Part, RowDto, TypeDto};
use super::fault::{At, Rule};
use super::parts::{
    LINE_LIMIT, NAME_LIMIT, checklist, entries, in_range, is_listed, line, name, questions, text,
};
use crate::domain::agenda::{ITEM_LIMIT, Role, SESSION_MINUTES, TopicSlot};
use crate::domain::coaching_type::{
    Activity, BUILT_IN, Catalogue, CoachingType, Guidance, History, Layout, Row,
};
use crate::domain::phrase::Wording;
use crate::domain::text::TEXT_LIMIT;
use crate::domain::time::{Minutes, total};

/// Most activities of one type.
const ACTIVITIES: usize = 30;

/// Most agendas of one type.
const AGENDAS: usize = 6;

/// Most topics of one agenda.
const TOPICS: u8 = 4;

/// Reads a coaching type; `None` with faults if it has no id, no name or no agenda that holds.
pub(super) fn coaching_type(dto: TypeDto, at: &mut At<'_>) -> Option<CoachingType> {
    let id = dto.id.read(&mut at.name("id")).and_then(|id| name(id, &mut at.name("id")));
    let called = dto.name.read(&mut at.name("name"));
    let called = called.and_then(|called| text(&called, NAME_LIMIT, &mut at.name("name"))).map(Wording::Own);
    let activities =
        dto.activities.and_then(|part| part.read(&mut at.name("activities"))).unwrap_or_default();
    let activities = own_activities(activities, &mut at.name("activities"));
    let agendas = dto.agendas.read(&mut at.name("agendas"))?;
    let layouts = layouts(agendas, &activities, &mut at.name("agendas"));
    let general = Catalogue::default().guidance("").clone();
    let lists = dto.checklists.and_then(|part| part.read(&mut at.name("checklists")));
    let (manager, seller) = lists.map_or((None, None), |lists| (lists.manager, lists.seller));
    let mut list = |party: &str, dto| checklist(dto, &mut at.name("checklists").name(party));
    let manager = manager.and_then(|dto| list("manager", dto)).unwrap_or(general.manager);
    let seller = seller.and_then(|dto| list("seller", dto)).unwrap_or(general.seller);
    let evidence = dto.evidence.and_then(|part| part.read(&mut at.name("evidence")));
    let evidence = evidence.and_then(|of| line(of, &mut at.name("evidence"))).unwrap_or(general.evidence);
    let avoid = dto.avoid.and_then(|part| part.read(&mut at.name("avoid")));
    let avoid = avoid.and_then(|lines| joined(&lines, &mut at.name("avoid")));
    let weeks = dto.rhythm_weeks.and_then(|part| part.read(&mut at.name("rhythm-weeks")));
    let weeks = weeks.and_then(|weeks| in_range(weeks, [1, 26], &mut at.name("rhythm-weeks")));
    let minutes = dto.minutes.and_then(|part| part.read(&mut at.name("minutes")));
    let range = [*SESSION_MINUTES.start(), *SESSION_MINUTES.end()];
    let minutes = minutes.and_then(|minutes| in_range(minutes, range, &mut at.name("minutes")));
    let usual = layouts.get(layouts.len() / 2).map(|layout| total(layout.rows.iter().map(|row| row.minutes)));
    let (id, called, usual) = (id?, called?, usual?);
    let made = CoachingType {
        id,
        number: None,
        name: called.clone(),
        family: called,
        which: None,
        minutes: minutes.map_or(usual, Minutes),
        layouts,
        guidance: Guidance { manager, seller, evidence, avoid, weeks: weeks.unwrap_or(general.weeks) },
    };
    let fits = |minutes: &u16| {
        [History::First, History::Returning].into_iter().all(|of| made.agenda(Minutes(*minutes), of).is_ok())
    };
    let mut lengths = SESSION_MINUTES;
    match lengths.find(|minutes| !fits(minutes)) {
        Some(minutes) => at.name("agendas").fault(Rule::Fit(minutes)),
        None => Some(made),
    }
}

/// Returns the questions to avoid as one hint; `None` with a fault if it is empty or too long.
fn joined(lines: &[String], at: &mut At<'_>) -> Option<Wording> {
    is_listed(lines.len(), 1, 10, at).then_some(())?;
    text(&lines.join(" "), TEXT_LIMIT.min(2 * LINE_LIMIT), at).map(Wording::Own)
}

/// Returns the type's own activities by name, without those with a fault.
fn own_activities(all: BTreeMap<String, Part<ActivityDto>>, at: &mut At<'_>) -> BTreeMap<String, Activity> {
    if !is_listed(all.len(), 0, ACTIVITIES, at) {
        return BTreeMap::new();
    }
    let mut activities = BTreeMap::new();
    for (called, part) in all {
        let at = &mut at.name(&called);
        let Some(called) = name(called, at) else { continue };
        let Some(dto) = part.with(ActivityDto::NAMES, at).read(at) else { continue };
        let Some(title) = text(&dto.title, NAME_LIMIT, &mut at.name("title")) else { continue };
        let purpose = dto.purpose.and_then(|words| text(&words, LINE_LIMIT, &mut at.name("purpose")));
        let asked = dto.questions.and_then(|part| part.read(&mut at.name("questions"))).unwrap_or_default();
        let asked = questions(asked, &mut at.name("questions"));
        let activity = Activity {
            role: Role::Topic(TopicSlot(0)),
            title: Wording::Own(title),
            purpose: purpose.map(Wording::Own),
            questions: asked,
        };
        activities.insert(called, activity);
    }
    activities
}

/// Returns the agendas without a fault, the one for the shortest sessions first.
fn layouts(
    agendas: BTreeMap<String, Part<Vec<RowDto>>>,
    activities: &BTreeMap<String, Activity>,
    at: &mut At<'_>,
) -> Vec<Layout> {
    if !is_listed(agendas.len(), 1, AGENDAS, at) {
        return Vec::new();
    }
    let mut layouts = Vec::new();
    for (length, part) in agendas {
        let at = &mut at.name(&length);
        // A length of 0 is out of range, and "045" is no other name for 45.
        let minutes: u16 =
            length.parse().ok().filter(|minutes: &u16| minutes.to_string() == length).unwrap_or(0);
        let range = [*SESSION_MINUTES.start(), *SESSION_MINUTES.end()];
        let Some(minutes) = in_range(minutes, range, at) else { continue };
        let Some(rows) = part.read(at) else { continue };
        if let Some(rows) = agenda(rows, minutes, activities, at) {
            layouts.push(Layout { from: Minutes(minutes), rows });
        }
    }
    layouts.sort_by_key(|layout| layout.from);
    // As the built-in agendas: one that was written for 45 minutes serves sessions from 40 minutes on.
    for (place, layout) in layouts.iter_mut().enumerate() {
        let from = layout.from.0.saturating_sub(5).max(*SESSION_MINUTES.start());
        layout.from = Minutes(if place == 0 { *SESSION_MINUTES.start() } else { from });
    }
    layouts
}

/// Returns the items of an agenda; `None` with a fault if an item has one, or if they are no agenda together.
fn agenda(
    rows: Vec<RowDto>,
    minutes: u16,
    activities: &BTreeMap<String, Activity>,
    at: &mut At<'_>,
) -> Option<Vec<Row>> {
    let found = rows.len();
    let rows = entries(rows, [2, ITEM_LIMIT], at, |dto, at| row(dto, activities, at))?;
    if rows.len() < found {
        return None;
    }
    let sum = total(rows.iter().map(|row| row.minutes)).0;
    if sum != minutes {
        return at.fault(Rule::Sum { found: sum, wanted: minutes });
    }
    let (first, ends): (Vec<Role>, Vec<Role>) =
        rows.iter().map(|row| row.activity.role).partition(|role| !role.is_protected());
    let is_last = rows.iter().skip(first.len()).all(|row| row.activity.role.is_protected());
    if !is_last || ends != [Role::NextSteps, Role::Close] {
        return at.fault(Rule::End);
    }
    if !first.iter().any(|role| role.topic().is_some()) {
        return at.fault(Rule::NoTopic);
    }
    Some(rows)
}

/// Returns an item of an agenda; `None` with a fault for an unknown activity or minutes that contradict each other.
fn row(dto: RowDto, activities: &BTreeMap<String, Activity>, at: &mut At<'_>) -> Option<Row> {
    let RowDto { activity: called, minutes, least, most, topic } = dto;
    let Some(mut activity) = activities.get(&called).cloned().or_else(|| built_in_activity(&called)) else {
        return at.name("activity").fault(Rule::NoActivity);
    };
    let longest = *SESSION_MINUTES.end();
    let minutes = in_range(minutes, [1, longest], &mut at.name("minutes"))?;
    if let (Role::Topic(slot), Some(topic)) = (&mut activity.role, topic) {
        *slot = TopicSlot(in_range(topic, [1, TOPICS], &mut at.name("topic"))?.saturating_sub(1));
    }
    let usual =
        if activity.role.topic().is_some() { longest } else { longest.min(minutes.saturating_mul(2)) };
    let (least, most) = (least.unwrap_or((minutes / 3).max(1)), most.unwrap_or(usual));
    if least < 1 || least > minutes || minutes > most || most > longest {
        return at.fault(Rule::Bounds);
    }
    Some(Row { activity, minutes: Minutes(minutes), least: Minutes(least), most: Minutes(most) })
}

/// Returns the built-in activity with this name: the key of its title, such as `late.stop`, or that of an item of the
/// frame without `item.`, such as `open`.
fn built_in_activity(called: &str) -> Option<Activity> {
    let all = BUILT_IN.iter().flat_map(|of| &of.layouts).flat_map(|layout| &layout.rows);
    let is_called = |activity: &&Activity| {
        let key = activity.title.key();
        key == called || key.strip_prefix("item.") == Some(called)
    };
    all.map(|row| &row.activity).find(is_called).cloned()
}
