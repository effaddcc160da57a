//! Files: saving everything or one session, and opening a file, whose content is shown before anything is stored. Two
//! machines exchange their data by files.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::half::Course;
use coaching_session::domain::id::WriterId;
use coaching_session::domain::pair::Pair;
use coaching_session::domain::phrase::Phrase;
use coaching_session::domain::record::{Record, Settings};
use coaching_session::domain::register::Register;
use coaching_session::domain::session::Session;
use coaching_session::domain::time::Span;
use coaching_session::present::screens::file::FileRow;
use coaching_session::present::{ScreenView, present};
use coaching_session::program::effect::Effect;
use coaching_session::program::event::{Event, Press};
use coaching_session::program::state::request::RequestId;
use coaching_session::text::message::Message;
use coaching_session::wire::backup::{FILE_LIMIT, LINE_LIMIT};
use coaching_session::wire::stored::{RECORD_LIMIT, open, seal};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::given::{TEN, cases, records, session, sessions, text};
use crate::intl::env;
use crate::screens::all_kinds;
use crate::seen;
use crate::story::{News, Records, Room, Storage, Story, file_of, tell, without_writers};

/// Returns the groups of the opened file, each with its first rows.
fn told(story: &Story) -> Vec<(String, Vec<String>)> {
    let view = story.view();
    let groups = seen::file(&view).groups.iter();
    let rows = |rows: &[FileRow]| rows.iter().map(|row| format!("{}: {}", row.who, row.what)).collect();
    groups.map(|group| (group.heading.to_string(), rows(&group.rows))).collect()
}

/// Returns the parts that the first record of the opened file would change.
fn changes(story: &Story) -> Vec<String> {
    seen::file(&story.view()).groups[0].rows[0].changes.iter().map(ToString::to_string).collect()
}

fn lead(story: &Story) -> String {
    seen::file(&story.view()).lead.to_string()
}

/// Returns the stored records without the open screens, by their names without a writer.
fn shared(story: &Story) -> Records {
    let mut records = story.storage.records.clone();
    records.retain(|name, _| !name.starts_with("screen~"));
    without_writers(&records)
}

/// Returns the names of the stored screens: those of the writers.
fn screens(story: &Story) -> Vec<String> {
    story.storage.records.keys().filter(|name| name.starts_with("screen~")).cloned().collect()
}

/// All that one machine has, as a file.
#[track_caller]
fn everything(story: &mut Story) -> String {
    if story.offers(Message::BackHome) {
        story.press(Message::BackHome);
    }
    story.saved(Message::SaveFile)
}

/// Another machine, with a device of its own: its chance is another one.
fn another_machine() -> Story {
    let mut story = Story::new();
    for _ in 0..20 {
        story.storage.records.clear();
        story.reopen();
    }
    story
}

/// Opens the file, takes in what it holds, and closes and opens the page.
#[track_caller]
fn take(story: &mut Story, file: &str) {
    story.open_file(file).take_in().reload();
}

fn places(story: &Story) -> Vec<&'static str> {
    let (_, record) = story.session_record();
    ["Room A", "Room B"].into_iter().filter(|place| record.contains(place)).collect()
}

fn change_place(story: &mut Story, place: &str) {
    if story.offers(Message::BackHome) {
        story.press(Message::BackHome);
    }
    let row = seen::home(&story.view()).groups[0].rows[0].open.press;
    story.send(row).press(Message::ChangePlan).fill(Message::PlaceLabel, place);
    story.press(Message::FormSubmitChange);
}

/// Notice after the import of two sessions, those of Lee and Ana.
const TWO_ADDED: [&str; 2] = [
    "“saved.jsonl” was added: Lee: Thu 14 May, 10:00, and one more session.",
    "“saved.jsonl” was added: Ana: Thu 14 May, 10:00, and one more session.",
];

#[test]
fn a_file_from_one_machine_is_looked_at_and_taken_in_on_another() {
    let mut first = Story::new();
    first
        .press(Message::PlanOne)
        .fill(Message::OwnNameLabel, "Maria")
        .press(Message::Cancel)
        .plan("Lee")
        .plan("Ana");
    let file = everything(&mut first);
    let mut second = another_machine();
    let before = screens(&second);
    second.open_file(&file);
    assert_eq!(lead(&second), "Nothing is stored until you add it.");
    let expected = vec!["Lee: Thu 14 May, 10:00".to_owned(), "Ana: Thu 14 May, 10:00".to_owned()];
    let (heading, mut rows) = told(&second)[0].clone();
    rows.sort_by_key(|row| !row.starts_with("Lee"));
    assert_eq!((heading.as_str(), rows), ("New here: 2", expected));
    assert_eq!(told(&second).len(), 1, "names that come with a session stand there already");
    assert_eq!(shared(&second), Records::new(), "nothing is stored yet");
    // A reload closes the file, and so does leaving it.
    second.reload();
    assert!(seen::home(&second.view()).empty.is_some());
    second.open_file(&file).press(Message::FileLeave);
    assert!(seen::home(&second.view()).empty.is_some());
    assert_eq!(shared(&second), Records::new());
    assert_eq!(screens(&second), before);
    second.open_file(&file).press(Message::FileTake);
    let brought = seen::home(&second.view()).brought.last().cloned();
    let told = brought.unwrap().text.to_string();
    assert!(TWO_ADDED.contains(&&*told), "{told}");
    assert_eq!(shared(&second), shared(&first), "record by record");
    assert_eq!(screens(&second), before, "it stays the machine it is");
    second.survives_a_reload();
}

#[test]
fn each_import_has_an_undo_of_its_own() {
    let lee = everything(Story::elsewhere().plan("Lee"));
    let ana = everything(Story::new().plan("Ana"));
    let mut story = another_machine();
    story.open_named_file("lee.jsonl", &lee).take_in().open_named_file("ana.jsonl", &ana).take_in();
    let told: Vec<_> =
        seen::home(&story.view()).brought.iter().map(|notice| notice.text.to_string()).collect();
    assert_eq!(
        told,
        ["“lee.jsonl” was added: Lee: Thu 14 May, 10:00.", "“ana.jsonl” was added: Ana: Thu 14 May, 10:00."]
    );
    let shows = |story: &Story, name: &str| crate::drawn::markup(story, "en").contains(name);
    let undo = |story: &mut Story, place: usize| {
        let press = seen::home(&story.view()).brought[place].actions[0].press;
        story.send(press);
    };
    assert_eq!(seen::home(&story.view()).brought.len(), 2);
    let mut other = story.clone();
    undo(&mut story, 0);
    assert!(!shows(&story, "Lee") && shows(&story, "Ana"));
    undo(&mut story, 0);
    assert!(!shows(&story, "Ana"));
    undo(&mut other, 1);
    assert!(shows(&other, "Lee") && !shows(&other, "Ana"));
}

#[test]
fn the_same_file_again_says_that_nothing_is_new() {
    let mut first = Story::new();
    let file = everything(first.plan("Lee"));
    for mut story in [first, another_machine()] {
        if story.storage.records.len() < 3 {
            take(&mut story, &file);
        }
        let before = shared(&story);
        story.open_file(&file);
        assert_eq!(
            lead(&story),
            "Nothing new: everything readable in it is already here, or was deleted here."
        );
        assert_eq!(told(&story)[0].0, "No change: 1");
        assert!(!story.offers(Message::FileTake));
        story.press(Message::BackHome);
        assert_eq!(shared(&story), before);
    }
}

#[test]
fn exchanged_files_bring_both_changes_and_offer_the_choice() {
    let mut first = Story::new();
    first.plan("Lee").press(Message::BackHome).reload();
    let mut second = another_machine();
    take(&mut second, &everything(&mut first));
    change_place(&mut first, "Room A");
    change_place(&mut second, "Room B");
    let (from_first, from_second) = (everything(&mut first), everything(&mut second));
    second.open_file(&from_first);
    assert_eq!(
        told(&second),
        [("From your own side: 1".to_owned(), vec!["Lee: Thu 14 May, 10:00".to_owned()])]
    );
    second.press(Message::LinkOwnTake).reload();
    take(&mut first, &from_second);
    assert_eq!(shared(&first), shared(&second), "both machines hold the same");
    assert_eq!(places(&first), ["Room A", "Room B"]);
    let row = seen::home(&first.view()).groups[0].rows[0].open.press;
    first.send(row).press(Message::KeepOther);
    assert_eq!(places(&first).len(), 1);
    // The choice of one machine settles it on the other.
    second.open_file(&everything(&mut first));
    assert_eq!(told(&second)[0].0, "From your own side: 1");
    second.press(Message::LinkOwnTake);
    assert_eq!(shared(&first), shared(&second));
}

#[test]
fn a_change_goes_over_by_file_and_goes_on_from_there() {
    let mut first = Story::new();
    first.plan("Lee");
    let mut second = another_machine();
    take(&mut second, &everything(&mut first));
    change_place(&mut second, "Room B");
    first.open_file(&everything(&mut second));
    assert_eq!(told(&first)[0].0, "From your own side: 1");
    first.press(Message::LinkOwnTake);
    assert_eq!(places(&first), ["Room B"]);
    change_place(&mut first, "Room A");
    take(&mut second, &everything(&mut first));
    assert_eq!(places(&second), ["Room A"], "no choice is asked for where one knew of the other");
    // A file from before comes late and takes nothing back.
    second.open_file(&file_of(&first.storage.records));
    assert_eq!(told(&second)[0].0, "No change: 1");
}

#[test]
fn own_record_brings_the_next_session_to_the_other_device() {
    let mut first = Story::new();
    first.plan("Lee");
    let record = first.window().model.sessions().next().unwrap().id;
    let mut second = another_machine();
    take(&mut second, &everything(&mut first));
    first.send(Press::SessionOpened(record));
    first.now = TEN;
    first.press_start().press(Message::EndEarly).press(Message::AnotherTime);
    first.fill(Message::DateLabel, "2026-06-11").press(Message::FormSubmit).press(Message::BackHome);
    first.send(Press::ShareOpened(record)).press(Message::CopyLink);
    let link = first.window().copied.clone().unwrap();
    second.send(Event::LinkOpened(link.clone())).press(Message::LinkOwnTake);
    assert_eq!(second.window().model.sessions().count(), 2);
    second.send(Event::LinkOpened(link));
    assert_eq!(&*seen::sheet(&second.view()).heading, "Nothing new");
}

#[test]
fn changed_words_ahead_of_a_session_are_called_that() {
    let mut first = Story::new();
    first.plan("Lee");
    let mut second = another_machine();
    take(&mut second, &everything(&mut first));
    let open = seen::home(&first.view()).groups[0].rows[0].open.press;
    first.send(open).fill(Message::NotedAsk { seller: "Lee" }, "The renewal, she said");
    second.open_file(&everything(&mut first));
    assert_eq!(changes(&second), ["You: words ahead of the session"]);
}

#[test]
fn record_from_a_file_can_change_before_it_is_stored() {
    let mut first = Story::new();
    let file = everything(first.plan("Lee"));
    let mut second = another_machine();
    second.storage.room = Room::None;
    second.open_file(&file).press(Message::FileTake);
    assert!(second.notices()[0].starts_with("This browser has no room left"));
    change_place(&mut second, "Room B");
    second.storage.room = Room::Enough;
    second.press(Message::BackHome);
    first.open_file(&everything(&mut second));
    assert_eq!(told(&first)[0].0, "From your own side: 1", "it knew of what it was brought");
}

#[test]
fn other_window_loses_nothing_when_a_file_is_taken_in() {
    let mut first = Story::new();
    let file = everything(first.plan("Lee"));
    let mut second = another_machine();
    take(&mut second, &file);
    change_place(&mut first, "Room A");
    let file = everything(&mut first);
    // Another window of the second machine writes, and this one has not heard of it.
    second.open_window("Europe/Berlin");
    second.news = News::WhenDelivered;
    change_place(second.in_window(1), "Room B");
    second.in_window(0).open_file(&file);
    second.press(Message::LinkOwnTake).deliver();
    assert_eq!(places(&second), ["Room A", "Room B"]);
    second.open_file(&file);
    assert_eq!(told(&second)[0].0, "No change: 1");
}

#[test]
fn deletion_in_a_file_applies_only_if_it_knew_every_version() {
    let mut first = Story::new();
    first.plan("Lee");
    let mut second = another_machine();
    take(&mut second, &everything(&mut first));
    if first.offers(Message::BackHome) {
        first.press(Message::BackHome);
    }
    first.delete_first();
    let file = everything(&mut first);
    let mut unchanged = second.clone();
    unchanged.open_file(&file);
    assert_eq!(
        told(&unchanged),
        [("From your own side: 1".to_owned(), vec!["Lee: Thu 14 May, 10:00".to_owned()])]
    );
    assert_eq!(changes(&unchanged), ["You: deleted"]);
    unchanged.press(Message::LinkOwnTake).reload();
    assert!(seen::home(&unchanged.view()).empty.is_some());
    // What was written here since is kept beside the deletion.
    change_place(&mut second, "Room B");
    second.open_file(&file);
    assert_eq!(changes(&second), ["You: deleted"]);
    take(&mut second, &file);
    assert_eq!(places(&second), ["Room B"]);
    let row = seen::home(&second.view()).groups[0].rows[0].open.press;
    second.send(row);
    let versions = seen::notices(&second.view()).remove(0).versions;
    assert!(versions[1].lines[0].label.starts_with("Deleted on "), "{versions:?}");
    // A deletion of what was never here is remembered, so that an older file does not bring it back.
    let mut third = another_machine();
    third.open_file(&file);
    assert_eq!(told(&third)[0].0, "Deleted in the file, and then here: 1");
    assert_eq!(told(&third)[0].1, ["Lee: deleted"]);
    take(&mut third, &file);
    assert_eq!(third.session_record().1, first.session_record().1);
}

#[test]
fn a_file_of_one_session_holds_it_and_the_names_alone() {
    let mut story = Story::new();
    story.press(Message::PlanOne).fill(Message::OwnNameLabel, "Maria").fill(Message::SellerLabel, "Ana");
    story.fill(Message::DateLabel, "2026-05-13").fill(Message::TimeLabel, "10:00").press(Message::FormSubmit);
    story.begin();
    assert!(!story.offers(Message::SaveSession), "not in the middle of it");
    story.press(Message::EndEarly);
    story.press(Message::SaveSession);
    let over = story.window().file.clone().unwrap();
    let kinds: Vec<_> = over.keys().map(|name| name.split_once('/').unwrap().0).collect();
    assert_eq!(kinds, ["pair", "session"]);
    for (name, record) in &over {
        assert_eq!(story.storage.records.get(&story.name_of(name)), Some(record));
        assert!(!record.contains("Ana"), "{record}");
    }
    let mut second = another_machine();
    take(&mut second, &file_of(&over));
    assert_eq!(&*seen::over(&second.open_first_of_page().view()).head.title, "Lee with Maria");
    story.plan("Bo").press(Message::SaveSession);
    assert!(story.window().file.as_ref().unwrap().values().any(|record| record.contains("Bo")));
}

#[test]
fn file_of_a_held_session_brings_the_next_date() {
    let mut maria = Story::new();
    maria.begin().press(Message::EndEarly);
    let book = seen::names(&maria.view()).into_iter().find(|name| name.starts_with("Just T")).unwrap();
    let file = maria.press(&book).saved(Message::SaveSessionNext);
    let mut lee = another_machine();
    lee.open_file(&file).press(Message::FileTakeAs { name: "Lee" });
    let view = lee.open_first_page().view();
    let groups = &seen::home(&view).groups;
    let rows: Vec<_> = groups.iter().map(|group| (&*group.heading, group.rows.len())).collect();
    assert_eq!(rows, [("Next", 1), ("Held", 1)]);
    // That of another pair stays out, and so does what the seller keeps for the next one.
    let row = groups[0].rows[0].open.press;
    lee.send(row).press(Message::PrepareOwn).fill(Message::TopicFirst, "Still mine").press(Message::NotReady);
    lee.press(Message::BackHome);
    let held = seen::home(&lee.open_first_page().view()).groups[1].rows[0].open.press;
    let file = lee.send(held).saved_session();
    assert_eq!(file.matches("\"session/").count(), 2, "{file}");
    assert!(!file.contains("Still mine"), "{file}");
    let held = maria
        .window()
        .model
        .sessions()
        .find(|session| session.manager_half().is_some_and(|half| !half.is_planned()));
    let held = held.unwrap().id;
    maria.press(Message::BackHome).plan("Ana");
    assert_eq!(
        maria.saved(Message::SaveSession).matches("\"session/").count(),
        1,
        "that of a planned one is alone"
    );
    let file = maria.press(Message::BackHome).send(Press::SessionOpened(held)).saved_session();
    assert_eq!(file.matches("\"session/").count(), 2, "{file}");
}

#[test]
fn file_of_several_people_asks_for_no_party() {
    let mut maria = Story::new();
    maria.plan("Lee").press(Message::BackHome).plan("Ana").press(Message::BackHome).send(Event::PageHidden);
    let mut records = maria.storage.records.clone();
    records.retain(|name, _| name.starts_with("session/") || name.starts_with("pair/"));
    let mut other = another_machine();
    other.open_file(&file_of(&records));
    assert!(
        other.offers(Message::FileTake)
            && !other.offers(Message::FileTakeAs { name: "Lee" })
            && !other.offers(Message::FileTakeAs { name: "Ana" })
    );
}

#[test]
fn file_of_two_strangers_asks_for_the_party() {
    let mut maria = Story::new();
    maria.press(Message::PlanOne).fill(Message::OwnNameLabel, "Maria").fill(Message::SellerLabel, "Lee");
    maria.fill(Message::DateLabel, "2026-05-14").fill(Message::TimeLabel, "10:00").press(Message::FormSubmit);
    let file = maria.saved(Message::SaveSession);
    for (name, is_manager) in [("Maria", true), ("Lee", false)] {
        let mut second = another_machine();
        second.open_file(&file).press(&format!("Add it as {name}"));
        let row = seen::home(&second.view()).groups[0].rows[0].clone();
        assert_eq!(&*row.seller, if is_manager { "Lee" } else { "Maria" });
        second.send(row.open.press);
        assert_eq!(second.offers_start(), is_manager);
        // The next file is of somebody who is known.
        second.open_file(&file);
        assert!(!second.offers(Message::FileTakeAs { name: "Lee" }));
    }
}

/// Opening that file is refused in these words, and nothing is touched.
#[track_caller]
fn check_refused(file: &str, words: &str) {
    let mut story = Story::new();
    story.plan("Lee").press(Message::BackHome).reload();
    let before = shared(&story);
    story.open_file(file);
    assert_eq!(&*seen::file(&story.view()).heading, "This file can't be opened");
    assert_eq!(lead(&story), words);
    assert!(!story.offers(Message::FileTake) && story.offers(Message::BackHome));
    story.press(Message::BackHome);
    assert_eq!(shared(&story), before);
}

const FOREIGN: &str = "It wasn't saved by a coaching session, or part of it is missing. Nothing was changed.";

#[test]
fn a_file_that_is_not_ours_is_refused_and_nothing_is_touched() {
    let good = everything(Story::new().plan("Lee"));
    let cut = good.get(..good.find('\n').unwrap() - 1).unwrap();
    for file in ["", "hello", "[]", "[1]", "{}", "{\"records\":0}", "{\"coaching-session\":\"1\"}", cut] {
        check_refused(file, FOREIGN);
    }
    let newer = "A newer release saved it. Reload the page to get that release, then open the file again. Nothing was changed.";
    check_refused(&good.replacen("\"coaching-session\":1", "\"coaching-session\":2", 1), newer);
    let large = "It is larger than 16 MB or holds more than 10,000 records, which is too much to read. Nothing was changed.";
    check_refused(&format!("{good}{}", " ".repeat(FILE_LIMIT)), large);
    let many = (0..10_001_u64).map(|id| (format!("session/{id:016x}"), "x".to_owned())).collect();
    check_refused(&file_of(&many), large);
}

#[test]
fn an_empty_file_brings_nothing_new() {
    let mut story = Story::new();
    story.open_file(&file_of(&Records::new()));
    assert_eq!(lead(&story), "Nothing new: everything readable in it is already here, or was deleted here.");
    assert!(seen::file(&story.view()).groups.is_empty() && !story.offers(Message::FileTake));
}

#[test]
fn damaged_records_are_named_and_left_out() {
    let mut first = Story::new();
    first.plan("Lee").plan("Ana").press(Message::BackHome);
    let names: Vec<String> =
        first.storage.records.keys().filter(|name| name.starts_with("session/")).cloned().collect();
    let good = first.storage.records[&names[0]].clone();
    for (damage, why) in [
        (good.replacen("minutes", "minuets", 1), "damaged"),
        (String::new(), "damaged"),
        ("{\"v\":1}".into(), "damaged"),
        // The record of another session under this name.
        (good.clone(), "damaged"),
        (good.replacen("{\"v\":1", "{\"v\":2", 1), "from a newer release"),
        ("x".repeat(RECORD_LIMIT + 1), "too large"),
    ] {
        let mut records = first.storage.records.clone();
        records.insert(names[1].clone(), damage);
        let mut second = another_machine();
        second.open_file(&file_of(&records));
        let (heading, rows) = told(&second)[0].clone();
        assert_eq!(heading, "Can't be read and stays out: 1");
        assert_eq!(rows, [format!("Record {}: {why}", names[1])]);
        second.press(Message::FileTake).reload();
        assert_eq!(second.session_record().1, good);
        second.open_file(&file_of(&records));
        assert_eq!(
            lead(&second),
            "Nothing new: everything readable in it is already here, or was deleted here."
        );
    }
}

#[test]
fn damaged_lines_and_a_missing_end_are_named_and_left_out() {
    let mut first = Story::new();
    first.plan("Lee").press(Message::BackHome);
    let file = everything(&mut first);
    let lines: Vec<&str> = file.lines().collect();
    let (last, others) = lines.split_last().unwrap();
    assert!(last.contains("\"session/"), "the session is the last record: {last}");
    let record = first.session_record().1;
    let row = |who: &str, what: &str| format!("{who}: {what}");
    let head = "{\"coaching-session\":1,\"records\":5}";
    for (text, rows) in [
        // A line that was cut off, one of no record, and one that is too long.
        (
            format!("{file}{}\n", &last[..last.len() / 2]),
            vec![row(&format!("Line {}", lines.len() + 1), "damaged")],
        ),
        (
            format!("{file}hello\n{{}}\n"),
            vec![
                row(&format!("Line {}", lines.len() + 1), "damaged"),
                row(&format!("Line {}", lines.len() + 2), "damaged"),
            ],
        ),
        (
            format!("{file}{}\n", "x".repeat(LINE_LIMIT + 1)),
            vec![row(&format!("Line {}", lines.len() + 1), "too large")],
        ),
        // The file was saved with more.
        (file.replacen(lines[0], head, 1), vec![row("The end of the file", "missing")]),
    ] {
        let mut second = another_machine();
        second.open_file(&text);
        assert_eq!(told(&second)[0], (format!("Can't be read and stays out: {}", rows.len()), rows));
        second.press(Message::FileTake).reload();
        assert_eq!(second.session_record().1, record);
    }
    // Without its last line nothing else can be read.
    let mut second = another_machine();
    second.open_file(&others.join("\n"));
    assert_eq!(told(&second)[0].1, [row("The end of the file", "missing")]);
}

#[test]
fn a_record_that_is_not_what_its_name_says_stays_out() {
    let settings = Record::Settings(Settings { own_name: Some(text("Mallory")), ..Settings::default() });
    let pair = Record::Pair(Pair { manager: None, seller: text("Mallory") });
    let seal_of = |record: &Record| seal(&Register::new(WriterId(9), record.clone()));
    for (name, record) in [
        ("settings", seal_of(&pair)),
        ("pair/0000000000000001", seal_of(&settings)),
        ("session/0000000000000001", seal(&session(Course::Planned))),
        ("session/000000000000005e", seal_of(&pair)),
        // Names that no release gives.
        ("../session/000000000000005e", seal(&session(Course::Planned))),
        ("session/../000000000000005e", seal(&session(Course::Planned))),
        ("session/5e", seal(&session(Course::Planned))),
    ] {
        let mut story = Story::new();
        story.open_file(&file_of(&Records::from([(name.to_owned(), record)])));
        assert_eq!(
            told(&story),
            [("Can't be read and stays out: 1".to_owned(), vec![format!("Record {name}: damaged")])]
        );
        assert_eq!(lead(&story), "Nothing in it can be read.");
        assert!(!story.offers(Message::FileTake));
    }
}

#[test]
fn private_record_of_a_file_is_announced_as_private() {
    let mut first = Story::new();
    first
        .plan("Lee")
        .press(Message::PrepareAs { name: "Lee" })
        .press(Message::IAm { name: "Lee" })
        .press(Message::Phrase(Phrase::CheckMyPick));
    let mut second = another_machine();
    second.open_file(&everything(&mut first));
    let private = ("What is for one of you alone: 1".to_owned(), vec!["Lee: Thu 14 May, 10:00".to_owned()]);
    assert!(told(&second).contains(&private), "{:?}", told(&second));
    let (name, _) = first.session_record();
    let mut records = first.storage.records.clone();
    records.insert(name, "x".into());
    first.open_file(&file_of(&records));
    assert_eq!(told(&first)[0].1, ["Lee: Thu 14 May, 10:00: damaged"]);
}

#[test]
fn file_skips_device_screen_and_quarantined_records() {
    let mut first = Story::new();
    first.plan("Lee").press(Message::AgendaEdit);
    let mut records = first.storage.records.clone();
    records.insert("quarantine/session/0000000000000001~1".into(), "broken".into());
    let mut second = another_machine();
    let device = screens(&second);
    assert_ne!(screens(&first), device, "two machines");
    take(&mut second, &file_of(&records));
    assert_eq!(screens(&second), device);
    assert!(second.storage.records.keys().all(|name| !name.starts_with("quarantine/")));
    assert_eq!(seen::home(&second.view()).groups.len(), 1, "it stays at the list");
}

#[test]
fn unreadable_stored_record_is_not_overwritten_by_a_file() {
    let mut story = Story::new();
    let file = everything(story.plan("Lee"));
    let (name, record) = story.session_record();
    let newer = record.replacen("{\"v\":1", "{\"v\":2", 1);
    story.storage.records.insert(name.clone(), newer.clone());
    story.reopen();
    story.open_file(&file);
    assert_eq!(
        told(&story)[0].1,
        [format!(
            "Record {}: what is stored here under this name can't be read",
            name.split('~').next().unwrap()
        )]
    );
    story.press(Message::BackHome).reload();
    assert_eq!(story.storage.records[&name], newer);
}

#[test]
fn a_file_of_everything_holds_what_is_in_memory_alone() {
    let storage = Storage { records: Records::new(), room: Room::Denied, can_quarantine: true };
    let mut denied = Story::over(storage);
    let file = everything(denied.plan("Lee"));
    let mut second = another_machine();
    take(&mut second, &file);
    assert_eq!(&*seen::home(&second.view()).groups[0].rows[0].seller, "Lee");
    // Without storage a file can be opened too, and works in memory.
    denied.open_file(&everything(second.plan("Ana"))).press(Message::FileTake);
    assert_eq!(seen::home(&denied.view()).groups[0].rows.len(), 2);
}

#[test]
fn a_thousand_sessions_are_told_and_all_come_in() {
    let mut records = Records::new();
    for id in 0..1_000_u64 {
        let mut one = session(Course::Planned);
        one.id.0 = id;
        records.insert(format!("session/{id:016x}"), seal(&one));
    }
    let mut story = Story::new();
    story.open_file(&file_of(&records));
    let view = story.view();
    let group = &seen::file(&view).groups[0];
    // Fifty are shown, and it says that there are more.
    assert_eq!((&*group.heading, group.rows.len()), ("New here: 1000", 51));
    assert_eq!(group.rows.last().map(|row| (&*row.who, &*row.what)), Some(("And 950 more", "")));
    story.press(Message::FileTake);
    assert_eq!(shared(&story), records);
}

#[test]
fn a_file_that_comes_late_does_not_take_away_the_screen() {
    let mut first = Story::new();
    let file = everything(first.plan("Lee"));
    let mut second = another_machine();
    second.press(Message::PlanOne).fill(Message::SellerLabel, "Ana");
    let before = second.view();
    second.send_file([&*file], Some("saved.jsonl"));
    assert_eq!(second.view(), before);
    // Nor does what was left of it come with the next one.
    second.press(Message::Cancel).open_file("hello");
    assert_eq!(lead(&second), FOREIGN);
}

#[test]
fn saved_file_is_named_after_the_date_of_this_device() {
    let mut story = Story::new();
    story.open_window("Pacific/Auckland");
    // Eleven in the evening in Berlin is the next morning in Auckland.
    story.now = TEN.plus(Span::minutes(-11 * 60));
    for (window, date) in [(0, "2026-05-13"), (1, "2026-05-14")] {
        story.in_window(window).plan("Lee").press(Message::BackHome).press(Message::SaveFile);
        assert_eq!(story.window().file_name, Some(format!("coaching-backup-{date}.jsonl")));
    }
}

#[test]
fn screen_waits_until_all_of_a_file_is_read() {
    let (story, long) = (another_machine(), "x".repeat(100_000));
    let file = file_of(&["a", "b"].map(|name| (name.to_owned(), long.clone())).into());
    let mut model = story.window().model.clone();
    let mut holds = |event: Event| tell(&mut model, story.now, event).contains(&Effect::HoldScreen);
    assert!(holds(Event::FileCame(RequestId(1), file)));
    assert!(
        !holds(Event::FileOpened(RequestId(1), Some("saved.jsonl".to_owned()))),
        "the field was pressed: what follows from that is drawn"
    );
    assert!(holds(Event::ReadOnCame));
    assert!(!holds(Event::ReadOnCame), "all of it was read");
    assert!(holds(Event::ReadOnCame), "nothing is left");
}

#[test]
fn a_file_that_is_still_being_read_gives_way_to_the_next_one() {
    let (story, long) = (another_machine(), "x".repeat(100_000));
    let file = file_of(&["a", "b"].map(|name| (name.to_owned(), long.clone())).into());
    let mut model = story.window().model.clone();
    let mut tell = |event: Event| crate::story::tell(&mut model, story.now, event);
    tell(Event::FileCame(RequestId(1), file));
    assert!(
        tell(Event::FileOpened(RequestId(1), Some("saved.jsonl".to_owned()))).contains(&Effect::ReadOn),
        "it takes more than one part"
    );
    tell(Event::FileCame(RequestId(2), "hello".to_owned()));
    tell(Event::FileOpened(RequestId(2), Some("saved.jsonl".to_owned())));
    tell(Event::ReadOnCame);
    let view = present(&model, &env("en"), story.now);
    let ScreenView::File(file) = &view.screen else { panic!("{view:?}") };
    assert_eq!(&*file.lead, FOREIGN);
}

#[test]
fn file_in_parts_is_joined_and_a_broken_one_is_refused() {
    let file = everything(Story::new().plan("Lee"));
    let mut story = another_machine();
    let parts: Vec<&str> = file.as_bytes().chunks(7).map(|part| std::str::from_utf8(part).unwrap()).collect();
    story.send_file(parts.iter().copied(), None);
    assert_eq!(lead(&story), FOREIGN, "the rest could not be read");
    story.press(Message::BackHome).send_file(parts, Some("saved.jsonl"));
    assert!(story.offers(Message::FileTake));
}

#[test]
fn each_kind_of_change_is_told_apart() {
    let story = all_kinds();
    let headings: Vec<_> = told(&story).into_iter().map(|(heading, _)| heading).collect();
    assert_eq!(
        headings,
        [
            "Can't be read and stays out: 3",
            "From your own side: 3",
            "New here: 45",
            "Names: 2",
            "No change: 2",
        ]
    );
}

/// The record of a generated session under its own name.
fn under_its_name(session: &Session) -> (String, String) {
    (format!("session/{}", session.id), seal(session))
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_file_taken_in_twice_is_a_file_taken_in_once(
        sessions in vec(sessions(), 0..4), others in vec(sessions(), 0..3), names in records(),
    ) {
        let mut first: Records = sessions.iter().map(under_its_name).collect();
        first.insert("pair/00000000000000a1".into(), seal(&names));
        // The second machine has others, and its own version of some.
        let mixed = sessions.iter().zip(&others).map(|(mine, other)| Session { id: mine.id, pair: mine.pair, ..other.clone() });
        let second: Records = mixed.collect::<Vec<_>>().iter().chain(&others).map(under_its_name).collect();
        let mut story = Story::with(second.clone());
        story.open_file(&file_of(&first));
        story.take_in();
        let once = shared(&story);
        story.open_file(&file_of(&first));
        prop_assert!(!story.offers(Message::FileTake), "{:?}", told(&story));
        // Either way round ends with the same sessions, and none of what either held is lost.
        let mut other = Story::with(first.clone());
        other.open_file(&file_of(&second));
        other.take_in();
        let sessions_of = |records: &Records| records.clone().into_iter().filter(|(name, _)| name.starts_with("session/")).collect::<Records>();
        prop_assert_eq!(sessions_of(&shared(&other)), sessions_of(&once));
        for (name, record) in first.iter().chain(&second).filter(|(name, _)| name.starts_with("session/")) {
            let (held, part) = (open::<Session>(&once[name]).unwrap(), open::<Session>(record).unwrap());
            prop_assert_eq!(&held.merged(&part), &held, "{}", name);
        }
    }
}

#[test]
fn a_file_of_a_session_that_runs_shows_it_running_there() {
    let mut first = Story::new();
    first.begin().watch(2);
    let file = everything(&mut first);
    let mut second = another_machine();
    second.now = TEN;
    take(&mut second, &file);
    assert_eq!(&*seen::home(&second.view()).groups[0].rows[0].when, "On now");
}
