//! Storage that is denied, full, damaged or newer: announced, and never overwritten.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::program::event::Event;
use coaching_session::text::message::Message;
use coaching_session::wire::key::Key;

use crate::given::TEN;
use crate::seen;
use crate::story::{Room, Storage, Story, changed_elsewhere};

const DENIED: &str = "This browser does not let the page store anything.";
const FULL: &str = "This browser has no room left for the page.";

#[test]
fn without_storage_all_works_in_memory_and_a_file_holds_it() {
    let mut story =
        Story::over(Storage { records: Default::default(), room: Room::Denied, can_quarantine: true });
    assert!(story.notices()[0].starts_with(DENIED));
    story.begin().watch(3).press(Message::Next { title: "First opportunity" });
    assert_eq!(&*seen::run(&story.view()).title, "First opportunity");
    assert!(story.storage.records.is_empty());
    story.press(Message::SaveFile);
    let file = story.window().file.clone().unwrap();
    let kinds = |kind: &str| file.keys().filter(|name| name.starts_with(kind)).count();
    assert_eq!((kinds("session/"), kinds("pair/")), (1, 1));
    // What is in the file is what storage would hold.
    let restored = Story::with(file);
    assert_eq!(&*seen::home(&restored.view()).groups[0].rows[0].seller, "Lee");
}

#[test]
fn full_storage_is_announced_until_a_save_works() {
    let mut story = Story::new();
    story.plan("Lee");
    let stored = story.session_record();
    story.storage.room = Room::None;
    story.now = TEN;
    story.press(Message::StartTogether);
    assert!(story.notices()[0].starts_with(FULL));
    assert_eq!(&*seen::run(&story.view()).title, "Open");
    assert_eq!(story.session_record(), stored, "what was stored is as it was");
    story.press(Message::SaveFile);
    let file = story.window().file.clone().unwrap();
    assert_ne!(file.get(&stored.0), Some(&stored.1), "the file holds what storage does not");
    story.storage.room = Room::Enough;
    story.watch(2).press(Message::Next { title: "First opportunity" });
    assert_eq!(story.notices(), Vec::<String>::new());
    story.survives_a_reload();
}

#[test]
fn what_can_be_stored_does_not_hide_what_cannot() {
    // The session grows with its clock and no longer fits; the state of the screen is shorter.
    let mut story = Story::new();
    story.begin().reload();
    let stored = story.session_record();
    story.storage.room = Room::Tight;
    story.press(Message::Next { title: "First opportunity" });
    assert!(story.notices().first().is_some_and(|notice| notice.starts_with(FULL)));
    story.press(Message::BackHome);
    assert_eq!(story.session_record(), stored);
    assert!(
        story.notices().first().is_some_and(|notice| notice.starts_with(FULL)),
        "the clock is in memory alone"
    );
}

fn damaged() -> (Story, String, String) {
    let mut story = Story::new();
    story.plan("Lee").press(Message::BackHome).reload();
    let (name, record) = story.session_record();
    let damaged = record.replacen("minutes", "minuets", 1);
    story.storage.records.insert(name.clone(), damaged.clone());
    (story, name, damaged)
}

fn quarantined(story: &Story) -> Vec<String> {
    let quarantined = story.storage.records.iter().filter(|(name, _)| name.starts_with("quarantine/"));
    quarantined.map(|(_, record)| record.clone()).collect()
}

#[test]
fn damaged_record_is_quarantined_untouched_and_told() {
    let (mut story, name, damaged) = damaged();
    story.reopen();
    assert_eq!(
        story.notices(),
        ["One stored record was damaged. It is set aside as it was found; a saved file holds it."]
    );
    assert_eq!(quarantined(&story), std::slice::from_ref(&damaged));
    assert!(!story.storage.records.contains_key(&name));
    story.press(Message::SaveFile);
    assert!(story.window().file.as_ref().unwrap().values().any(|record| *record == damaged));
    story.press(Message::Dismiss);
    assert_eq!(story.notices(), Vec::<String>::new());
    story.plan("Ana").reload();
    assert_eq!(quarantined(&story), [damaged], "it stays there");
}

#[test]
fn second_damaged_record_does_not_replace_the_first() {
    let (mut story, name, damaged) = damaged();
    story.reopen();
    story.storage.records.insert(name, "other damage".into());
    story.reopen();
    let mut both = quarantined(&story);
    both.sort();
    assert_eq!(both, ["other damage".to_owned(), damaged]);
}

#[test]
fn a_damaged_record_that_cannot_be_moved_is_never_written_over() {
    for damage in ["", "not ours", "{\"v\":1}"] {
        let mut story = Story::new();
        story.plan("Lee").press(Message::BackHome).reload();
        let names: Vec<String> = story.storage.records.keys().cloned().collect();
        for name in names {
            let mut story = story.clone();
            story.storage.can_quarantine = false;
            story.storage.records.insert(name.clone(), damage.into());
            story.reopen();
            assert!(
                story.notices()[0].starts_with("One stored record is damaged and could not be set aside.")
            );
            story.plan("Ana").press(Message::BackHome).plan("Lee").press(Message::BackHome);
            story.send(Event::PageHidden);
            assert_eq!(story.storage.records[&name], damage, "{name}");
        }
    }
}

#[test]
fn session_with_a_damaged_pair_still_shows_a_name() {
    let mut story = Story::new();
    story.plan("Lee");
    let pair = story.storage.records.keys().find(|name| name.starts_with("pair/")).unwrap().clone();
    story.send(Event::PageHidden);
    story.storage.records.insert(pair, "damaged".into());
    story.reopen();
    assert!(!seen::planned(&story.view()).head.title.is_empty());
    story.press(Message::BackHome);
    assert!(!seen::home(&story.view()).groups[0].rows[0].seller.is_empty());
}

#[test]
fn a_newer_record_is_left_alone() {
    let mut story = Story::new();
    story.plan("Lee").press(Message::BackHome).reload();
    let names: Vec<String> = story.storage.records.keys().cloned().collect();
    let newer = "{\"v\":2,\"packed\":\"from a newer release\"}";
    for name in names {
        let mut story = story.clone();
        story.storage.records.insert(name.clone(), newer.into());
        story.reopen();
        assert!(story.notices()[0].starts_with("One stored record comes from a newer release."), "{name}");
        story.plan("Ana").press(Message::BackHome).plan("Lee").press(Message::BackHome);
        story.send(Event::PageHidden);
        assert_eq!(story.storage.records[&name], newer, "{name}");
        assert!(quarantined(&story).is_empty());
    }
}

#[test]
fn newer_record_of_another_window_stops_the_writing() {
    let mut story = Story::new();
    story.plan("Lee");
    let (name, _) = story.session_record();
    let newer = "{\"v\":2,\"packed\":\"from a newer release\"}";
    story.storage.records.insert(name.clone(), newer.into());
    let key = Key::parse(&name).unwrap();
    story.send(changed_elsewhere(key, Some(newer.into())));
    story.now = TEN;
    story.press(Message::StartTogether).watch(3);
    assert_eq!(story.storage.records[&name], newer);
    assert_eq!(&*seen::run(&story.view()).title, "Open", "it goes on in memory");
    assert_ne!(story.notices(), Vec::<String>::new(), "and the person is told");
}

#[test]
fn records_of_other_releases_under_other_names_are_left_alone() {
    let mut story = Story::new();
    story.storage.records.insert("note/0000000000000001".into(), "private".into());
    story.plan("Lee").reload().plan("Ana");
    assert_eq!(story.storage.records["note/0000000000000001"], "private");
    assert_eq!(story.notices(), Vec::<String>::new());
}

#[test]
fn a_write_says_what_it_expects_to_find() {
    let mut story = Story::new();
    story.plan("Lee");
    let (name, record) = story.session_record();
    // Somebody wrote there without this window's hearing of it; a write that did not look would win.
    let mut other = story.clone();
    other.press(Message::ChangePlan).fill(Message::TimeLabel, "12:00").press(Message::FormSubmitChange);
    let theirs = other.session_record().1;
    assert_ne!(theirs, record);
    story.storage.records.insert(name, theirs);
    story.press(Message::ChangePlan).fill(Message::TimeLabel, "13:00").press(Message::FormSubmitChange);
    let after = story.session_record().1;
    assert!(after.contains("12:00") && after.contains("13:00"), "{after}");
}

#[test]
fn typed_text_is_saved_on_pause_blur_and_page_hide() {
    for event in [Event::SaveCame, Event::FieldLeft, Event::PageHidden] {
        let mut story = Story::new();
        story.press(Message::PlanOne).fill(Message::SellerLabel, "Le").fill(Message::SellerLabel, "Lee");
        assert!(story.window().saves_soon);
        let stored = |story: &Story| {
            let name = story.storage.records.keys().find(|name| name.starts_with("draft-plan~"));
            name.is_some_and(|name| story.storage.records[name].contains("Lee"))
        };
        assert!(!stored(&story), "not at each key");
        story.send(event.clone());
        assert!(stored(&story), "{event:?}");
    }
}

#[test]
fn the_clock_writes_at_transitions_alone() {
    let mut story = Story::new();
    story.begin();
    let before = story.storage.records.clone();
    story.watch(30);
    assert_eq!(story.storage.records, before);
}
