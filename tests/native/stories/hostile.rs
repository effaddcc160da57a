//! Hostile records, files and links beyond parsing: they come in, are merged, edited and saved, and read back.
//!
//! A failure names its seed. `COACHING_SEED=<seed>` tries that case alone.

use std::collections::BTreeSet;

use coaching_session::domain::draft::Draft;
use coaching_session::domain::ui_state::UiState;
use coaching_session::program::event::Event;
use coaching_session::program::state::kept::Value;
use coaching_session::wire::key::{Key, QUARANTINE, WriterKey};
use coaching_session::wire::stored::open;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use crate::given::{TEN, minutes, try_by_seed};
use crate::mutated::{self, Mutation, Sample, mended, mutate, mutation, samples, screens};
use crate::seen;
use crate::stories::walk::{Act, Walk, act, in_file};
use crate::story::{News, Records, Room, Storage, Story};

/// One step of a case.
#[derive(Clone, Debug)]
enum Step {
    Act(Act),
    /// Opens one of the links after a change of one byte.
    OpenChanged(u8, u16, u8),
    /// Opens a file of all records, or of one of them.
    OpenFile(Option<u16>),
    /// Another window writes one of the records.
    Hear(u16),
    OtherWindow,
    /// The windows hear of what others wrote, if they do not hear at once.
    Deliver,
    /// Minutes pass with the page awake.
    Watch(u8),
    /// Minutes pass with the page asleep.
    Sleep(u16),
    /// The clock of the device is set back by minutes.
    SetBack(u8),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        20 => act().prop_map(Step::Act),
        1 => any::<(u8, u16, u8)>().prop_map(|(link, place, byte)| Step::OpenChanged(link, place, byte)),
        2 => proptest::option::of(any::<u16>()).prop_map(Step::OpenFile),
        1 => any::<u16>().prop_map(Step::Hear),
        2 => Just(Step::OtherWindow),
        1 => Just(Step::Deliver),
        1 => (0_u8..90).prop_map(Step::Watch),
        1 => (0_u16..5_000).prop_map(Step::Sleep),
        1 => (0_u8..90).prop_map(Step::SetBack),
    ]
}

/// A case: what lies in storage, what comes in by files and links, and the steps of the person.
#[derive(Clone, Debug)]
struct Case {
    screens: Vec<Sample>,
    stored: Vec<Mutation>,
    incoming: Vec<Mutation>,
    has_two_windows: bool,
    hears_at_once: bool,
    steps: Vec<Step>,
}

fn case() -> impl Strategy<Value = Case> {
    let mutations = |most| vec(mutation(), 0..most);
    (screens(), mutations(8), mutations(8), any::<(bool, bool)>(), vec(step(), 1..24)).prop_map(
        |(screens, stored, incoming, (has_two_windows, hears_at_once), steps)| Case {
            screens,
            stored,
            incoming,
            has_two_windows,
            hears_at_once,
            steps,
        },
    )
}

/// Returns true if this release reads the record under that name in storage.
fn is_readable(name: &str, record: &str) -> bool {
    match WriterKey::parse(name).map(|place| place.key) {
        Some(key @ (Key::Session(_) | Key::Record(_))) => Value::open(key, record).is_ok(),
        Some(Key::Draft(purpose)) => open::<Draft>(record).is_ok_and(|draft| draft.fits(purpose)),
        Some(Key::UiState) => open::<UiState>(record).is_ok(),
        None => false,
    }
}

/// The records that the program must leave as they were found, and those that were put into storage.
#[derive(Default)]
struct Found {
    unreadable: Records,
    all: Records,
    /// Texts of all unreadable records that ever lay in a place, also in one that holds another record by now.
    damaged: BTreeSet<String>,
    /// Keys of records that may leave no room for others.
    crowded: BTreeSet<String>,
}

/// Returns the part of a record's name before its writer.
fn key_of(name: &str) -> &str {
    name.split('~').next().unwrap_or_default()
}

impl Found {
    fn of(records: Records) -> Self {
        let mut found = Self::default();
        records.into_iter().for_each(|(name, record)| found.add(name, record));
        found
    }

    fn add(&mut self, name: String, record: String) {
        if !is_readable(&name, &record) {
            self.unreadable.insert(name.clone(), record.clone());
            self.damaged.insert(record.clone());
        }
        if record.len() > 100_000 || record.matches("\"vector\"").count() > 10 {
            self.crowded.insert(key_of(&name).to_owned());
        }
        self.all.insert(name, record);
    }

    /// Returns true if a record under the key of a quarantined one had so many versions or writers that another one
    /// may have no room beside it.
    fn is_crowded(&self, name: &str) -> bool {
        self.crowded.contains(key_of(name.trim_start_matches(QUARANTINE)))
    }

    /// Unreadable records lie where they lay, or in quarantine; everything that the program wrote can be read.
    fn check(&self, stored: &Records) -> Result<(), TestCaseError> {
        for (name, record) in &self.unreadable {
            let is_there = stored.get(name) == Some(record)
                || stored.iter().any(|(other, text)| {
                    other.starts_with(&format!("{QUARANTINE}{name}~")) && text == record
                });
            prop_assert!(is_there, "the unreadable record {name} is gone: {record:.300}");
        }
        for (name, record) in stored {
            let is_own = self.all.get(name) != Some(record) && !name.starts_with(QUARANTINE);
            prop_assert!(
                !is_own || is_readable(name, record),
                "{name} was written and cannot be read: {record:.300}"
            );
            let is_damaged = self.damaged.contains(record) || self.is_crowded(name);
            prop_assert!(
                is_damaged || !name.starts_with(QUARANTINE),
                "{name} can be read, or was written here: {record:.300}"
            );
        }
        Ok(())
    }
}

/// Returns the merged values that a file of everything holds. None stand for a key that an unreadable record blocks.
fn values(story: &Story) -> Records {
    let mut records = in_file(story);
    records.retain(|name, _| matches!(Key::parse(name), Some(Key::Session(_) | Key::Record(_))));
    records
}

fn check(case: &Case) -> Result<(), TestCaseError> {
    let mut stored = samples();
    stored.extend(case.screens.clone());
    let mut incoming = samples();
    case.stored.iter().for_each(|mutation| mutate(&mut stored, mutation));
    case.incoming.iter().for_each(|mutation| mutate(&mut incoming, mutation));
    let records = mutated::records(&stored);
    let mut found = Found::of(records.clone());
    let mut story = Story::over(Storage { records, room: Room::Enough, can_quarantine: true });
    story.now = TEN.plus(minutes(2));
    story.reopen();
    if case.has_two_windows {
        story.open_window("America/New_York");
    }
    story.news = if case.hears_at_once { News::AtOnce } else { News::WhenDelivered };
    let links = mutated::links(&incoming);
    let mut walk = Walk::new(story, links.clone());
    found.check(&walk.story.storage.records)?;
    for (at, step) in case.steps.iter().enumerate() {
        let lost = match step {
            Step::Act(act) => walk.lost_by(*act),
            other => {
                do_step(&mut walk.story, other, &incoming, &links, &mut found);
                walk.story.rest();
                walk.lost(&[])
            }
        };
        let trail = &walk.trail;
        prop_assert!(lost.is_empty(), "{lost:?} is lost by {step:?}, the step {at}, after {trail:#?}");
        found.check(&walk.story.storage.records)?;
    }
    reads_back(&mut walk.story, &found)
}

fn do_step(story: &mut Story, step: &Step, incoming: &[Sample], links: &[String], found: &mut Found) {
    match step {
        Step::Act(_) => {}
        Step::OpenChanged(link, place, byte) => {
            if let Some(link) = links.get(usize::from(*link) % links.len().max(1)) {
                story.send(Event::LinkOpened(mended(link, *place, *byte)));
            }
        }
        Step::OpenFile(one) => {
            let one = one.map(|one| &incoming[usize::from(one) % incoming.len()]);
            let file =
                one.map_or_else(|| mutated::file(incoming), |one| mutated::file(std::slice::from_ref(one)));
            for way_back in ["All sessions", "Not now"] {
                if story.offers(way_back) {
                    story.press(way_back);
                }
            }
            story.send_file([&*file], Some("saved.jsonl"));
        }
        Step::Hear(number) => {
            let sample = &incoming[usize::from(*number) % incoming.len()];
            let is_free = !story.storage.records.contains_key(&sample.name());
            // Nobody else writes as a window of the story.
            if let Some(place) =
                WriterKey::parse(&sample.name()).filter(|_| is_free && !sample.is_of_window())
            {
                found.add(sample.name(), sample.record());
                story.hear(place, sample.record());
            }
        }
        Step::OtherWindow => {
            let other = usize::from(story.is_in_window(0));
            if other < story.count() {
                story.in_window(other);
            }
        }
        Step::Deliver => {
            story.deliver();
        }
        Step::Watch(minutes) => {
            story.watch(i64::from(*minutes));
        }
        Step::Sleep(minutes) => {
            story.sleep(i64::from(*minutes)).send(Event::AlarmRang);
        }
        Step::SetBack(minutes) => {
            story.sleep(-i64::from(*minutes)).send(Event::AlarmRang);
        }
    }
}

/// Returns the data of a session without the steps of the device's clock, which a window logs as it opens.
fn without_steps(record: &str) -> Option<serde_json::Value> {
    let mut record: serde_json::Value = serde_json::from_str(record).ok()?;
    for version in record.pointer_mut("/data/manager")?.as_array_mut()? {
        version["vector"].take();
        if let Some(log) = version.pointer_mut("/content/clock/log").and_then(serde_json::Value::as_array_mut)
        {
            log.retain(|entry| entry["change"] != "clock-changed");
        }
    }
    Some(record["data"].take())
}

/// A window that opens anew reads everything back: the same values, and nothing that it calls damaged.
fn reads_back(story: &mut Story, found: &Found) -> Result<(), TestCaseError> {
    story.send(Event::PageHidden).deliver();
    found.check(&story.storage.records)?;
    let (before, stored) = (values(story), story.storage.records.clone());
    story.reopen();
    found.check(&story.storage.records)?;
    let after = values(story);
    for (name, value) in &before {
        let other = after.get(name).map_or("nothing", |other| other);
        let of_key = |(other, _): &(&String, &String)| other.starts_with(name);
        let stored: Vec<_> = stored.iter().filter(of_key).collect();
        let is_same = value == other || without_steps(value) == without_steps(other);
        prop_assert!(is_same, "{name} was {value}\nand is {other}\nfrom {stored:#?}");
    }
    prop_assert!(!seen::names(&story.view()).is_empty());
    Ok(())
}

#[test]
fn hostile_input_is_merged_edited_saved_and_read_back() {
    try_by_seed(150, case(), check);
}
