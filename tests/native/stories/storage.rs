//! Storage that is denied, full, damaged or newer: announced, and never overwritten.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::time::Span;
use coaching_session::program::event::{Event, Press};
use coaching_session::program::update::unsaved::{Unsaved, unsaved};
use coaching_session::text::message::Message;
use coaching_session::wire::key::WriterKey;

use crate::given::TEN;
use crate::seen;
use crate::story::{Named as _, Records, Room, Storage, Story, changed_elsewhere};

const DENIED: &str = "This browser doesn't let the page store anything.";
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
    story.press_start();
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
fn leaving_asks_only_while_storage_refuses_typed_words() {
    let mut story = Story::new();
    let state = |story: &Story| unsaved(&story.window().model);
    assert_eq!(state(&story), Unsaved::Nothing);
    story.plan("Lee");
    assert_eq!(state(&story), Unsaved::Nothing);
    story.press(Message::BackHome).press(Message::PlanOne);
    assert_eq!(state(&story), Unsaved::Nothing, "an untouched form holds no words");
    story.storage.room = Room::None;
    story.fill(Message::SellerLabel, "Ada");
    assert_eq!(state(&story), Unsaved::Waiting, "the save waits for more letters");
    assert_eq!(story.notices(), Vec::<String>::new());
    // The page is about to go: the save that waits comes first.
    story.rest();
    assert_eq!(state(&story), Unsaved::Refused);
    assert!(story.notices()[0].starts_with(FULL));
    story.fill(Message::SellerLabel, "").rest();
    assert_eq!(state(&story), Unsaved::Nothing, "no word would be lost");
    story.fill(Message::SellerLabel, "Ada").rest();
    story.storage.room = Room::Enough;
    story.fill(Message::SellerLabel, "Adam").rest();
    assert_eq!(state(&story), Unsaved::Nothing);
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
        ["One stored record was damaged. It is set aside as it was found; a backup includes it."]
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
                story.notices()[0].starts_with("One stored record is damaged and couldn't be set aside.")
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
    let key = WriterKey::parse(&name).unwrap();
    story.send(changed_elsewhere(key, Some(newer.into())));
    story.now = TEN;
    story.press_start().watch(3);
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

const CLEARED: &str = "The data of this page was cleared in this browser.";

fn is_asked(story: &Story) -> bool {
    story.notices().iter().any(|notice| notice.starts_with(CLEARED))
}

/// A session with a note, and a line that is typed and not kept, after storage was cleared.
fn cleared() -> (Story, Records) {
    let mut story = Story::new();
    story.begin().press(Message::WriteNote).fill(Message::SharedNoteLabel, "She nodded").press(Message::Keep);
    story.press(Message::WriteNote).fill(Message::SharedNoteLabel, "Half a line").rest();
    let before = story.storage.records.clone();
    story.clear_storage();
    (story, before)
}

#[test]
fn cleared_storage_is_told_at_the_next_look_and_write() {
    for event in [Event::PageShown, Event::StorageDoubted, Event::Pressed(Press::Paused)] {
        let (mut story, _) = cleared();
        story.send(event.clone());
        assert!(is_asked(&story), "{event:?}");
        story.fill(Message::SharedNoteLabel, "Half a line, and more").rest();
        story.send(Event::PageHidden);
        let names: Vec<_> = story.storage.records.keys().collect();
        assert!(names.iter().all(|name| name.starts_with("screen~")), "{event:?}: {names:?}");
        let file = story.saved(Message::SaveFile);
        assert!(file.contains("She nodded"), "{event:?}: a file holds what is in memory");
    }
}

#[test]
fn cleared_storage_is_put_back_whole_with_one_press() {
    let (mut story, before) = cleared();
    story.send(Event::StorageDoubted).press(Message::StoragePutBack);
    assert!(!is_asked(&story));
    let without_screen = |records: &Records| {
        let mut records = records.clone();
        records.retain(|name, _| !name.starts_with("screen~"));
        records
    };
    assert_eq!(without_screen(&story.storage.records), without_screen(&before));
    story.survives_a_reload();
}

#[test]
fn storage_cleared_on_purpose_stays_cleared() {
    let (mut story, _) = cleared();
    story.send(Event::StorageDoubted).press(Message::StorageLeaveCleared);
    assert!(!is_asked(&story));
    assert!(seen::home(&story.view()).empty.is_some());
    let held = story.storage.records.values().cloned().collect::<String>();
    assert!(!held.contains("nodded") && !held.contains("Half a line"), "{held}");
    story.plan("Ana").survives_a_reload();
}

/// Returns the text in a labelled field of the open screen.
fn text_in(story: &Story, label: Message<'_>) -> String {
    let view = story.view();
    let fields = seen::fields(&view);
    let field = fields.iter().find(|field| *field.label == label.words());
    field.unwrap_or_else(|| panic!("no field {}", label.words())).value.to_string()
}

#[test]
fn a_new_form_typed_since_the_clearing_stays_open() {
    let (mut story, _) = cleared();
    story.send(Event::StorageDoubted).press(Message::BackHome);
    story.now = story.now.plus(Span::minutes(1));
    story.press(Message::PlanOne).fill(Message::SellerLabel, "Ana").rest();
    story.press(Message::StorageLeaveCleared);
    assert!(!is_asked(&story));
    assert_eq!(text_in(&story, Message::SellerLabel), "Ana", "the press does not touch the form");
    assert!(
        story.storage.records.values().any(|record| record.contains("Ana")),
        "and the form is stored now"
    );
    let held = story.storage.records.values().cloned().collect::<String>();
    assert!(
        !held.contains("nodded") && !held.contains("Half a line"),
        "all that was cleared is gone: {held}"
    );
    story.survives_a_reload();
    assert_eq!(text_in(&story, Message::SellerLabel), "Ana");
}

#[test]
fn a_form_typed_before_the_clearing_goes_with_the_rest() {
    let mut story = Story::new();
    story.plan("Lee").press(Message::BackHome);
    story.press(Message::PlanOne).fill(Message::SellerLabel, "Ana").rest();
    story.clear_storage();
    story.now = story.now.plus(Span::minutes(1));
    story.send(Event::StorageDoubted).press(Message::StorageLeaveCleared);
    assert!(seen::home(&story.view()).empty.is_some());
    story.press(Message::PlanOne);
    assert_eq!(text_in(&story, Message::SellerLabel), "");
}

#[test]
fn storage_put_back_by_one_window_ends_all_questions() {
    let mut story = Story::new();
    story.plan("Lee").reload().open_window_alike();
    story.clear_storage();
    for window in [0, 1] {
        story.in_window(window).send(Event::StorageDoubted);
        assert!(is_asked(&story));
    }
    story.press(Message::StoragePutBack);
    for window in [0, 1] {
        assert!(!is_asked(story.in_window(window)), "window {window}");
    }
}

#[test]
fn storage_cleared_with_nothing_in_it_asks_nothing() {
    let mut story = Story::new();
    story.clear_storage();
    story.send(Event::StorageDoubted);
    assert_eq!(story.notices(), Vec::<String>::new());
    story.plan("Lee").survives_a_reload();
}

#[test]
fn typed_text_is_saved_on_pause_blur_and_page_hide() {
    for event in [Event::SaveCame, Event::FieldLeft, Event::PageHidden] {
        let mut story = Story::new();
        story.press(Message::PlanOne).fill(Message::SellerLabel, "Le").fill(Message::SellerLabel, "Lee");
        assert!(story.window().saves_at.is_some());
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

#[test]
fn draft_stays_stored_until_the_record_that_takes_its_words_is() {
    const WORDS: &str = "She nodded";
    let mut story = Story::new();
    story.begin().press(Message::WriteNote).fill(Message::SharedNoteLabel, WORDS).rest();
    let holds = |story: &Story| {
        let all = story.storage.records.iter().filter(|(_, record)| record.contains(WORDS));
        all.map(|(name, _)| name.split(['/', '~']).next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(holds(&story), ["draft-line-shared"]);
    story.storage.room = Room::Tight;
    story.press(Message::Keep).rest();
    assert_eq!(holds(&story), ["draft-line-shared"], "the session found no room");
    let mut killed = story.clone();
    killed.reopen();
    assert_eq!(killed.field(Message::SharedNoteLabel).0, WORDS);
    story.storage.room = Room::Enough;
    story.press(Message::Pause).rest();
    assert_eq!(holds(&story), ["session"], "the draft goes once the session is stored");
}
