//! Half-typed texts of a saved file: offered where they were typed, never merged, and taken away again by the undo.

use coaching_session::domain::party::Party;
use coaching_session::program::event::Press;
use coaching_session::text::message::Message;

use crate::drawn::markup;
use crate::seen;
use crate::story::{Named, Records, Story, file_of, records_of, the_manager};

/// A text for all to read, one for Lee alone, and one in a form of no session.
const OPEN: &str = "Yqz room";
const SECRET: &str = "Yqz secret";
const NEW: &str = "Yqz Ana";

/// The file of a device that holds all three half typed.
fn file() -> String {
    let mut story = Story::new();
    story.plan("Lee").press(Message::ChangePlan).fill(Message::PlaceLabel, OPEN).send(Press::HomeOpened);
    story.press(Message::PlanOne).fill(Message::SellerLabel, NEW).send(Press::HomeOpened);
    story.open_first().press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    story.fill(Message::NoteLabel, SECRET).rest();
    // Another window saves the file.
    story.open_window("Europe/Berlin");
    let file = story.saved(Message::SaveFile);
    assert!([OPEN, SECRET, NEW].into_iter().all(|text| file.contains(text)), "{file}");
    file
}

/// Returns the group of half-typed texts in the opened file: the rows, with what each says.
fn told(story: &Story) -> Vec<String> {
    let view = story.view();
    let mut groups = seen::file(&view).groups.iter();
    let group = groups.find(|group| group.heading.starts_with(&*Message::FileDrafts.words()));
    let rows = group.map(|group| group.rows.clone()).unwrap_or_default();
    let row = |row: &coaching_session::present::screens::file::FileRow| {
        let changes: Vec<&str> = row.changes.iter().map(|words| &**words).collect();
        format!("{}: {} {}", row.who, row.what, changes.join(" ")).trim().to_owned()
    };
    rows.iter().map(row).collect()
}

fn drafts(story: &Story) -> Vec<String> {
    story.storage.records.keys().filter(|name| name.starts_with("draft-")).cloned().collect()
}

#[test]
fn half_typed_texts_of_a_file_are_offered_where_they_were_typed() {
    let mut story = Story::elsewhere();
    let file = file();
    story.open_file(&file);
    assert_eq!(
        told(&story),
        [
            "Lee: Thu 14 May, 10:00 Typed earlier and not kept: “Lee · 2026-05-14 · 10:00 · 45 · Yqz room”",
            "Plan a session: Typed earlier and not kept: “Yqz Ana · 45”",
            "Lee: Thu 14 May, 10:00 What is for one of you alone",
        ]
    );
    assert!(!markup(&story, "en").contains(SECRET));
    story.take_in().reload();
    assert!(story.notices().is_empty(), "{:?}", story.notices());
    story.press(Message::PlanOne);
    assert!(story.notices()[0].contains(NEW), "{:?}", story.notices());
    story.press(Message::LeftTake);
    assert_eq!(story.field(Message::SellerLabel).0, NEW);
    story.press(Message::Cancel).open_first().press(Message::ChangePlan);
    assert_ne!(story.field(Message::PlaceLabel).0, OPEN, "it is never merged");
    story.press(Message::LeftTake);
    assert_eq!(story.field(Message::PlaceLabel).0, OPEN);
    story.press(Message::FormLeave);
    // The private text shows to Lee alone.
    assert!(!markup(&story, "en").contains(SECRET));
    story.press(Message::PrepareAs { name: "Lee" });
    assert!(!markup(&story, "en").contains(SECRET));
    story.press(Message::IAm { name: "Lee" });
    assert!(story.notices()[0].contains(SECRET), "{:?}", story.notices());
    assert_eq!(story.field(Message::NoteLabel).0, "");
    // The same file again holds nothing new but what was cancelled here.
    story.press(Message::LeftTake).press(Message::NotReady).open_file(&file);
    assert_eq!(told(&story).len(), 3, "all were kept or cancelled");
}

#[test]
fn half_typed_texts_that_are_here_already_are_nothing_new() {
    let mut story = Story::elsewhere();
    let file = file();
    story.open_file(&file).take_in().open_file(&file);
    assert_eq!(told(&story), Vec::<String>::new());
    assert!(!story.offers(Message::FileTake));
    story.reload().open_file(&file);
    assert!(!story.offers(Message::FileTake), "nor after a reload");
}

#[test]
fn undo_of_a_file_takes_its_half_typed_texts_away() {
    let mut story = Story::elsewhere();
    story.open_file(&file()).take_in();
    assert_eq!(drafts(&story).len(), 3);
    let mut other = story.clone();
    story.press(Message::Undo);
    assert_eq!(drafts(&story), Vec::<String>::new());
    assert!(seen::home(&story.view()).empty.is_some(), "nor does the session stay for their sake");
    assert!(seen::home(&story.view()).brought.is_empty());
    // One that somebody went on with stays, and the screen says so.
    other.press(Message::PlanOne).press(Message::LeftTake).fill(Message::OwnNameLabel, "Zoe");
    other.send(Press::HomeOpened).press(Message::Undo);
    assert_eq!(drafts(&other).len(), 1, "{:?}", drafts(&other));
    assert!(markup(&other, "en").contains(&*Message::FileStaysOf { file: "saved.jsonl" }.words()));
    other.press(Message::PlanOne);
    assert_eq!(
        (other.field(Message::SellerLabel).0, other.field(Message::OwnNameLabel).0),
        (NEW.into(), "Zoe".into())
    );
}

/// Returns the file with the records alone whose names pass the test.
fn only(file: &str, is_wanted: impl Fn(&str) -> bool) -> String {
    let mut records: Records = records_of(file);
    records.retain(|name, _| is_wanted(name));
    file_of(&records)
}

#[test]
fn half_typed_text_without_its_session_stands_above_the_list() {
    let mut story = Story::elsewhere();
    story.open_file(&only(&file(), |name| name.starts_with("draft-"))).take_in().reload();
    let notices = story.notices().join("\n");
    assert!(
        notices.contains("Typed for a session that isn't here: “") && notices.contains(OPEN),
        "{notices}"
    );
    assert!(notices.contains("typed something for a session that isn't here"), "{notices}");
    assert!(!markup(&story, "en").contains(SECRET));
    while story.offers(Message::LeftDiscard) {
        story.press(Message::LeftDiscard);
    }
    assert_eq!(drafts(&story).len(), 1, "that of the new session is offered in its form");
}

#[test]
fn device_of_the_seller_takes_no_half_typed_text_of_the_manager() {
    let mut maria = Story::new();
    maria.plan("Lee").press(Message::PrepareOwn);
    maria.press(Message::IAm { name: &the_manager() }).fill(Message::NoteLabel, SECRET).rest();
    maria.open_window("Europe/Berlin");
    let file = maria.saved(Message::SaveFile);
    let mut lee = Story::elsewhere();
    lee.open_file(&only(&file, |name| !name.starts_with("draft-") && name != "settings"));
    let sessions = lee.take_in();
    let pair = sessions.window().model.pairs().next().unwrap().0;
    assert_eq!(lee.window().model.side(pair), Party::Manager, "by itself a device is the manager's");
    let mut lee = Story::elsewhere();
    let only_two = only(&file, |name| name.starts_with("session/") || name.starts_with("pair/"));
    lee.open_file(&only_two).press(Message::FileTakeAs { name: "Lee" }).open_file(&file);
    assert_eq!(told(&lee), Vec::<String>::new());
    lee.take_in();
    assert_eq!(drafts(&lee), Vec::<String>::new());
    lee.reload();
    assert!(!lee.storage.records.values().any(|record| record.contains(SECRET)));
}

#[test]
fn damaged_half_typed_text_is_named_and_left_out() {
    let mut records = records_of(&file());
    let name = records.keys().find(|name| name.starts_with("draft-plan~")).unwrap().clone();
    records.insert(name.clone(), "x".to_owned());
    let mut story = Story::elsewhere();
    story.open_file(&file_of(&records));
    assert_eq!(told(&story).len(), 2);
    assert!(markup(&story, "en").contains(&*name));
}
