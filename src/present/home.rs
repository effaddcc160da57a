//! The list of sessions: what is on, what comes next, what was held. No counts, no rates.

use litemap::LiteMap;

use super::head::short;
use super::{Action, Known};
use crate::domain::id::SessionId;
use crate::domain::session::{Course, Party};
use crate::domain::time::{Instant, total};
use crate::program::event::Press;
use crate::program::model::{Model, Undo};
use crate::program::promise;
use crate::text::message::Message;
use crate::text::{Voice, Words};
use crate::timer::reading::{Phase, reading};

/// The list of sessions.
#[derive(Clone, Debug, PartialEq)]
pub struct HomeView {
    /// The heading.
    pub heading: Words,
    /// What to say where there is no session yet, and how to begin.
    pub empty: Option<(Words, Words)>,
    /// Plans a session.
    pub plan: Action,
    /// The sessions.
    pub groups: Vec<Group>,
    /// What was deleted, and the way back.
    pub deleted: Option<(Words, Action)>,
    /// What a file has just brought.
    pub brought: Option<Words>,
    /// Saves a file of everything.
    pub save: Action,
    /// The name of the field that opens a file.
    pub open: Words,
}

/// Sessions that stand alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The id of the heading in the markup.
    pub id: &'static str,
    /// How they stand.
    pub heading: Words,
    /// The sessions in order.
    pub rows: Vec<Row>,
}

/// One session of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its lasting name.
    pub id: SessionId,
    /// Who.
    pub seller: Words,
    /// When.
    pub when: Words,
    /// What.
    pub detail: Words,
    /// Opens it.
    pub open: Action,
    /// Deletes it.
    pub delete: Action,
    /// What the manager promised this seller and is still open; of a seller once in the list.
    pub promised: Vec<Words>,
}

/// How a session stands, in the order of the list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stand {
    On,
    Next,
    Passed,
    Held,
}

/// The list at `now`.
pub(super) fn home(model: &Model, now: Instant, voice: &Voice) -> HomeView {
    let mut found = LiteMap::new_vec();
    for known in model.sessions().filter_map(|session| Known::of(model, session.id, now, voice)) {
        let (stand, begins, row) = row(&known, now);
        found.insert((begins, row.id), (stand, row));
    }
    let group = |stand: Stand, id: &'static str, heading: Message<'_>| {
        let rows = found.values().filter(|(its, _)| *its == stand).map(|(_, row)| row.clone());
        // What is to come is read from the nearest on, and what was, from the latest back.
        let rows: Vec<Row> = if stand == Stand::Next { rows.collect() } else { rows.rev().collect() };
        (!rows.is_empty()).then(|| Group { id, heading: voice.say(&heading), rows })
    };
    let mut groups = [
        group(Stand::On, "group-on", Message::GroupOn),
        group(Stand::Next, "group-next", Message::GroupNext),
        group(Stand::Passed, "group-passed", Message::GroupPassed),
        group(Stand::Held, "group-held", Message::GroupHeld),
    ];
    owe(model, voice, &mut groups);
    let empty = found.is_empty().then(|| (voice.say(&Message::HomeEmpty), voice.say(&Message::HomeEmptyHow)));
    HomeView {
        heading: voice.say(&Message::HomeHeading),
        empty,
        plan: Action::new(voice, &Message::PlanOne, Press::PlanOpened),
        groups: groups.into_iter().flatten().collect(),
        deleted: deleted(model, voice),
        brought: model.brought.then(|| voice.say(&Message::FileBrought)),
        save: Action::new(voice, &Message::SaveFile, Press::FileAsked),
        open: voice.say(&Message::OpenFile),
    }
}

/// Puts the manager's own open promises to the first row of the seller whom each was made to.
fn owe(model: &Model, voice: &Voice, groups: &mut [Option<Group>]) {
    for earlier in promise::open(model, None) {
        let of_pair =
            |row: &&mut Row| model.session(row.id).is_some_and(|session| session.pair == earlier.pair);
        let rows = groups.iter_mut().flatten().flat_map(|group| &mut group.rows);
        let first = rows.into_iter().find(of_pair).filter(|_| earlier.note.by() == Some(Party::Manager));
        if let Some(row) = first {
            let words = earlier.note.words.as_str();
            row.promised.push(voice.say(&Message::YouPromised { seller: &row.seller, words }));
        }
    }
}

fn deleted(model: &Model, voice: &Voice) -> Option<(Words, Action)> {
    let Some(Undo::Deletion { pair, .. }) = model.undo.last() else { return None };
    let unknown = voice.say(&Message::SellerUnknown);
    let seller = model.pair(*pair).map_or(&*unknown, |pair| pair.seller.as_str());
    Some((voice.say(&Message::DeletedSession { seller }), Action::new(voice, &Message::Undo, Press::Undone)))
}

fn row(known: &Known<'_>, now: Instant) -> (Stand, Instant, Row) {
    let voice = known.voice;
    let plan = &known.half.plan;
    let zone = &known.model.zone;
    let coaching_type = voice.wording(&plan.coaching_type.name);
    let planned = |minutes| {
        let place = known.place();
        voice.say(&Message::RowDetail {
            coaching_type: &coaching_type,
            minutes,
            place: place.as_ref().map(|place| &*place.text),
        })
    };
    let begins = known.begins();
    let (stand, shown, detail) = match &known.half.course {
        Course::Planned => {
            let passed = now >= begins.plus(plan.minutes.span());
            (if passed { Stand::Passed } else { Stand::Next }, begins, planned(plan.minutes))
        }
        Course::Begun { baseline, log } => {
            let reading = reading(baseline, log, now);
            let began = reading.started.unwrap_or(begins);
            let planned_minutes = total(reading.items.iter().map(|item| item.planned));
            if reading.phase == Phase::Ended {
                let spent = reading.spent().rounded_minutes();
                let detail =
                    Message::RowHeld { coaching_type: &coaching_type, spent, planned: planned_minutes };
                (Stand::Held, began, voice.say(&detail))
            } else {
                (Stand::On, began, planned(planned_minutes))
            }
        }
    };
    let local = voice.local(shown, zone).unwrap_or(plan.schedule.local);
    let when = short(voice, local, known.now);
    let delete = Message::RowDelete { seller: &known.seller, when: &when };
    let row = Row {
        id: known.id,
        seller: known.seller.clone(),
        detail,
        open: Action {
            label: known.seller.clone(),
            name: None,
            press: Press::SessionOpened(known.id),
            is_off: false,
        },
        delete: Action::named(voice, &Message::Delete, &delete, Press::SessionDeleted(known.id)),
        when,
        promised: Vec::new(),
    };
    (stand, shown, row)
}
