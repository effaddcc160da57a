//! Several windows over one storage: nothing is lost, and the person chooses.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::time::Span;
use coaching_session::present::parts::notice::{VersionLine, VersionView};
use coaching_session::program::event::Event;
use coaching_session::text::message::Message;
use coaching_session::wire::key::WriterKey;

use crate::given::TEN;
use crate::seen;
use crate::story::{Named, News, Room, Story, changed_elsewhere, the_manager};

/// Two windows that show the same planned session, and do not hear of each other by themselves.
fn two() -> Story {
    let mut story = Story::new();
    story.plan("Lee");
    story.reload().open_window_alike();
    story.news = News::WhenDelivered;
    story
}

fn place(story: &mut Story, place: &str) {
    story.press(Message::ChangePlan).fill(Message::PlaceLabel, place).press(Message::FormSubmitChange);
}

fn shown_place(story: &Story) -> String {
    let view = story.view();
    seen::planned(&view).place.as_ref().map(|place| place.text.to_string()).unwrap_or_default()
}

const CONCURRENT: &str =
    "This session was changed in two places at once. Both versions are kept until you choose.";

fn is_concurrent(story: &Story) -> bool {
    story.notices().iter().any(|notice| notice.starts_with(CONCURRENT))
}

#[test]
fn what_one_window_does_the_other_shows() {
    let mut story = two();
    story.news = News::AtOnce;
    story.in_window(0);
    place(&mut story, "Room 4");
    story.in_window(1);
    assert_eq!(shown_place(&story), "Room 4");
    story.now = TEN;
    story.press_start().in_window(0);
    assert_eq!(&*seen::run(&story.view()).title, "Open");
    story.press(Message::Next { title: "First opportunity" }).in_window(1);
    assert_eq!(&*seen::run(&story.view()).title, "First opportunity");
    assert!(!is_concurrent(&story));
}

/// Both windows wrote before either heard of the other; then they hear.
fn raced() -> Story {
    let mut story = two();
    story.in_window(0);
    place(&mut story, "Room A");
    story.in_window(1);
    place(&mut story, "Room B");
    story.deliver();
    story
}

fn places(story: &Story) -> Vec<String> {
    let sessions = story.storage.records.iter().filter(|(name, _)| name.starts_with("session/"));
    let records: Vec<_> = sessions.map(|(_, record)| record).collect();
    ["Room A", "Room B", "Room C", "Room D"]
        .into_iter()
        .filter(|place| records.iter().any(|record| record.contains(place)))
        .map(Into::into)
        .collect()
}

#[test]
fn both_writings_of_a_race_are_kept_until_the_person_chooses() {
    let mut story = raced();
    for window in [0, 1] {
        story.in_window(window);
        assert!(is_concurrent(&story), "window {window}");
        story.survives_a_reload();
    }
    assert_eq!(places(&story), ["Room A", "Room B"]);
    assert_eq!(shown_place(story.in_window(0)), shown_place(story.clone().in_window(1)));
}

#[test]
fn news_that_comes_late_takes_nothing_back() {
    // Window 1 hears of the writing of window 0 only after it has merged it with its own.
    let mut story = two();
    story.in_window(0);
    place(&mut story, "Room A");
    story.in_window(1);
    place(&mut story, "Room B");
    assert!(!is_concurrent(&story));
    story.deliver_late();
    for window in [0, 1] {
        story.in_window(window);
        assert!(is_concurrent(&story), "window {window} shows {:?}", shown_place(&story));
    }
}

#[test]
fn choosing_settles_it_in_both_windows() {
    for (choice, other) in [("Keep what is shown", false), ("Use the other one", true)] {
        let mut story = raced();
        let shown = shown_place(story.in_window(0));
        story.press(choice).deliver();
        for window in [0, 1] {
            story.in_window(window);
            assert!(!is_concurrent(&story));
            assert_eq!(shown_place(&story) != shown, other, "{choice}");
        }
        assert_eq!(places(&story).len(), 1);
    }
}

#[test]
fn working_on_before_choosing_loses_neither() {
    for window in [0, 1] {
        let mut story = raced();
        story.in_window(window);
        let shown = shown_place(&story);
        story
            .press(Message::ChangePlan)
            .fill(Message::TimeLabel, "11:00")
            .press(Message::FormSubmitChange)
            .deliver();
        assert_eq!(shown_place(&story), shown);
        assert!(is_concurrent(&story), "window {window}: the other one waits no more");
        assert_eq!(places(&story), ["Room A", "Room B"]);
    }
}

#[test]
fn a_window_that_never_hears_overwrites_nothing() {
    let mut story = two();
    story.in_window(0);
    place(&mut story, "Room A");
    story.in_window(1);
    place(&mut story, "Room B");
    story.in_window(1);
    place(&mut story, "Room C");
    assert!(places(&story).contains(&"Room A".into()), "{:?}", places(&story));
    assert!(places(&story).contains(&"Room C".into()), "{:?}", places(&story));
    story.deliver();
    assert!(is_concurrent(&story));
}

/// Two windows on one session that runs.
fn two_running() -> Story {
    let mut story = Story::new();
    story.begin().reload().open_window_alike();
    story.news = News::WhenDelivered;
    story
}

fn write(story: &mut Story, window: usize, note: &str) {
    story
        .in_window(window)
        .press(Message::WriteNote)
        .fill(Message::SharedNoteLabel, note)
        .press(Message::Keep);
}

/// Asserts that both windows show all of the notes, alike, and no question.
#[track_caller]
fn both_show(story: &mut Story, notes: &[&str]) {
    for window in [0, 1] {
        let view = format!("{:?}", story.in_window(window).view());
        assert!(notes.iter().all(|note| view.contains(note)), "window {window}");
        assert!(!is_concurrent(story), "window {window}");
    }
    // Each window says what was kept there last.
    let shows = |story: &mut Story, window| seen::lasting(&story.in_window(window).view());
    assert_eq!(shows(story, 0), shows(&mut story.clone(), 1));
}

#[test]
fn notes_of_two_windows_at_once_join_without_a_question() {
    let mut story = two_running();
    write(&mut story, 0, "From the first");
    write(&mut story, 1, "From the second");
    story.in_window(1).press(Message::Next { title: "First opportunity" });
    story.deliver();
    both_show(&mut story, &["From the first", "From the second"]);
    for window in [0, 1] {
        story.in_window(window).reload();
    }
    both_show(&mut story, &["From the first", "From the second"]);
}

#[test]
fn notes_of_a_window_that_hears_late_join_too() {
    let mut story = two_running();
    for note in ["One", "Two", "Three"] {
        write(&mut story, 0, note);
    }
    write(&mut story, 1, "Late");
    story.deliver_late();
    both_show(&mut story, &["One", "Two", "Three", "Late"]);
}

#[test]
fn window_that_never_heard_loses_nothing_when_both_are_killed() {
    let mut story = two_running();
    write(&mut story, 0, "From the first");
    write(&mut story, 1, "From the second");
    for window in [0, 1] {
        story.in_window(window).reopen();
    }
    let held = story.storage.records.values().cloned().collect::<String>();
    assert!(held.contains("From the first") && held.contains("From the second"));
    assert!(is_concurrent(&story), "no window is left that knows what both knew");
}

#[test]
fn record_that_another_window_knows_is_removed() {
    let mut story = two();
    story.news = News::AtOnce;
    for (window, room) in [(0, "Room A"), (1, "Room B"), (0, "Room C")] {
        story.in_window(window);
        place(&mut story, room);
        assert_eq!(places(&story), [room]);
        let _only_one = story.session_record();
    }
    story.in_window(1).press(Message::BackHome).delete_first();
    assert_eq!(places(&story), Vec::<String>::new(), "nothing is left of a deleted session");
}

#[test]
fn records_of_windows_that_are_gone_are_folded_in() {
    let mut story = two();
    story.in_window(1);
    place(&mut story, "Room B");
    let mut later = Story::with(story.storage.records.clone());
    assert_eq!(places(&later), ["Room B"]);
    let (name, _) = later.session_record();
    let screens = later.storage.records.keys().filter(|name| name.starts_with("screen~")).count();
    assert_eq!(screens, 2, "each slot keeps its screen");
    place(&mut later, "Room C");
    assert_eq!(later.session_record().0, name);
}

#[test]
fn without_locks_two_windows_lose_nothing() {
    for is_late in [false, true] {
        let mut story = Story::new();
        story.has_locks = false;
        story.reload().begin();
        story.open_window("Europe/Berlin");
        story.news = News::WhenDelivered;
        for note in ["One", "Two"] {
            write(&mut story, 0, &format!("{note} of the first"));
            write(&mut story, 1, &format!("{note} of the second"));
        }
        if is_late {
            story.deliver_late()
        } else {
            story.deliver()
        };
        for window in [0, 1] {
            story.in_window(window).reload();
        }
        story.deliver();
        let held = story.storage.records.values().cloned().collect::<String>();
        for text in ["One of the first", "Two of the first", "One of the second", "Two of the second"] {
            assert!(held.contains(text), "{text}, late: {is_late}");
        }
    }
}

#[test]
fn a_third_writing_is_offered_too_before_it_goes() {
    let mut story = two();
    story.open_window_alike();
    for (window, room) in [(0, "Room A"), (1, "Room B"), (2, "Room C")] {
        story.in_window(window);
        place(&mut story, room);
    }
    story.deliver().in_window(0);
    assert_eq!(places(&story).len(), 3);
    story.press(Message::KeepShown).deliver();
    assert!(is_concurrent(&story), "the third one went unseen: {:?}", places(&story));
    story.press(Message::KeepShown).deliver();
    assert!(!is_concurrent(&story));
}

#[test]
fn an_edit_outlives_a_deletion_in_another_window() {
    let mut story = two();
    story.in_window(0).press(Message::Delete).in_window(1);
    place(&mut story, "Room B");
    story.deliver();
    assert!(crate::drawn::markup(&story, "en").contains("Room B"), "the plan is folded");
    assert_eq!(places(&story), ["Room B"]);
}

#[test]
fn undone_deletion_keeps_the_other_windows_changes() {
    let mut story = two();
    story.in_window(0).press(Message::Delete).in_window(1);
    place(&mut story, "Room B");
    story.deliver().in_window(0);
    if story.offers(Message::Undo) {
        story.press(Message::Undo).deliver();
    }
    assert_eq!(places(&story), ["Room B"]);
}

#[test]
fn nothing_is_lost_while_there_is_no_room() {
    // Window 0 cannot store what it wrote, and hears of window 1 once and then again.
    let mut story = two();
    story.in_window(0);
    story.storage.room = Room::None;
    place(&mut story, "Room A");
    for rooms in [["Room B", "Room D"], ["Room B", "Room C"]] {
        story.storage.room = Room::Enough;
        story.in_window(1);
        rooms.into_iter().for_each(|room| place(&mut story, room));
        story.storage.room = Room::None;
        story.deliver();
    }
    story.storage.room = Room::Enough;
    story.in_window(0).send(Event::SaveCame);
    story.deliver();
    assert!(places(&story).contains(&"Room A".into()), "what window 0 wrote: {:?}", places(&story));
    assert!(places(&story).contains(&"Room C".into()), "what window 1 wrote: {:?}", places(&story));
}

#[test]
fn however_often_two_windows_race_the_record_can_be_read() {
    let mut story = two();
    for round in 0..70 {
        story.in_window(0);
        place(&mut story, &format!("Room A {round}"));
        story.in_window(1);
        place(&mut story, &format!("Room B {round}"));
        story.deliver();
        if story.offers(Message::KeepShown) {
            story.press(Message::KeepShown).deliver();
        }
    }
    story.in_window(0).reload();
    assert_eq!(story.notices(), Vec::<String>::new());
    assert!(shown_place(&story).ends_with(" 69"));
}

#[test]
fn two_windows_that_both_move_the_clock_converge() {
    let mut story = two();
    story.now = TEN;
    story.in_window(0).press_start().deliver();
    story
        .in_window(0)
        .watch(2)
        .press(Message::Next { title: "First opportunity" })
        .in_window(1)
        .press(Message::Pause)
        .deliver();
    let first = seen::unasked(&story.in_window(0).view());
    let lines = |story: &Story| versions(story).into_iter().map(|(_, _, lines)| lines).collect::<Vec<_>>();
    let offered = lines(&story);
    assert_eq!(first, seen::unasked(&story.in_window(1).view()));
    assert_eq!(offered, lines(&story));
    assert!(is_concurrent(&story));
    story.press(Message::KeepShown).deliver();
    let first = seen::unasked(&story.in_window(0).view());
    assert_eq!(first, seen::unasked(&story.in_window(1).view()));
    assert!(!is_concurrent(&story));
}

#[test]
fn each_window_writes_records_of_its_own() {
    let mut story = two();
    let screens = |story: &Story| {
        story.storage.records.keys().filter(|name| name.starts_with("screen~")).cloned().collect::<Vec<_>>()
    };
    assert_eq!(screens(&story).len(), 2);
    let before = screens(&story);
    for window in [0, 1] {
        story.in_window(window).reload();
    }
    assert_eq!(screens(&story), before, "a reload keeps the writer");
}

#[test]
fn a_record_that_vanished_is_written_again() {
    let mut story = Story::new();
    story.plan("Lee");
    let (name, record) = story.session_record();
    story.storage.records.remove(&name);
    let key = WriterKey::parse(&name).unwrap();
    story.send(changed_elsewhere(key, None));
    assert_eq!(story.session_record(), (name, record));
}

#[test]
fn each_window_keeps_its_own_screen() {
    let mut story = two();
    story.news = News::AtOnce;
    story.in_window(0).press(Message::BackHome).in_window(1);
    let _still_the_session = seen::planned(&story.view());
}

/// Writes a note, and keeps it.
fn note(story: &mut Story, words: &str) {
    story.press(Message::WriteNote).fill(Message::SharedNoteLabel, words).press(Message::Keep);
}

#[test]
fn undo_in_one_window_leaves_the_note_of_the_other() {
    let mut story = two();
    story.in_window(0).now = TEN;
    story.press_start().deliver();
    note(story.in_window(0), "The CFO joined");
    note(story.in_window(1), "Dana calls back");
    story.deliver();
    let written = |story: &Story| {
        let lists = seen::notes(&story.view()).unwrap().lists.clone();
        lists.iter().flat_map(|list| &list.rows).map(|row| row.words.to_string()).collect::<Vec<_>>()
    };
    for window in [0, 1] {
        assert_eq!(written(story.in_window(window)), ["The CFO joined", "Dana calls back"]);
        assert!(!is_concurrent(&story));
    }
    story.in_window(0).press(Message::UndoNote).deliver();
    for window in [0, 1] {
        assert_eq!(written(story.in_window(window)), ["Dana calls back"]);
    }
}

/// Returns the versions that the open screen offers: title, writer, and each thing with its words.
fn versions(story: &Story) -> Vec<(String, String, Vec<String>)> {
    let notices = seen::notices(&story.view());
    let version = |view: &VersionView| {
        let line = |line: &VersionLine| {
            format!(
                "{}: {}",
                line.label,
                line.words.iter().map(|words| words.to_string()).collect::<Vec<_>>().join("; ")
            )
        };
        let writer = view.writer.as_deref().unwrap_or_default();
        (view.title.to_string(), writer.to_owned(), view.lines.iter().map(line).collect())
    };
    notices.iter().flat_map(|notice| &notice.versions).map(version).collect()
}

/// Asserts that the versions are from this window and another one, and returns their lines, this window's first.
#[track_caller]
fn here_and_beside(story: &Story) -> [Vec<String>; 2] {
    let mut versions = versions(story);
    assert_eq!(versions.len(), 2);
    assert_eq!([&*versions[0].0, &*versions[1].0], ["What you see now", "The other version"]);
    versions.sort_by_key(|(_, writer, _)| writer != "Written in this window");
    assert_eq!([&*versions[0].1, &*versions[1].1], ["Written in this window", "Written in another window"]);
    [versions.remove(0).2, versions.remove(0).2]
}

#[test]
fn versions_show_only_differences_and_their_writer() {
    let mut story = raced();
    for (window, rooms) in [(0, ["Room A", "Room B"]), (1, ["Room B", "Room A"])] {
        let lines = here_and_beside(story.in_window(window));
        assert_eq!(lines, rooms.map(|room| vec![format!("Place or meeting link: {room}")]));
    }
}

#[test]
fn versions_of_a_clock_say_which_one_ended() {
    let mut story = two();
    story.in_window(0).now = TEN;
    story.press_start().deliver();
    story.in_window(0).now = TEN.plus(Span::minutes(4));
    story.press(Message::EndEarly);
    story.in_window(1).press(Message::Next { title: "First opportunity" }).deliver();
    let lines = here_and_beside(story.in_window(1));
    assert_eq!(
        lines,
        [
            vec!["Clock: Still running: First opportunity, since 10:04".to_owned()],
            vec!["Clock: Ended at 10:04".to_owned()]
        ]
    );
}

#[test]
fn undone_choice_offers_both_versions_again() {
    for choice in [Message::KeepShown, Message::KeepOther] {
        let mut story = raced();
        let before = versions(story.in_window(0));
        story.press(choice);
        assert!(!is_concurrent(&story));
        story.press(Message::VersionUndo).deliver();
        for window in [0, 1] {
            assert!(is_concurrent(story.in_window(window)), "window {window}");
            let lines = |all: Vec<(String, String, Vec<String>)>| {
                all.into_iter().map(|(title, _, lines)| (title, lines)).collect::<Vec<_>>()
            };
            assert_eq!(lines(versions(&story)), lines(before.clone()));
            assert!(!story.offers(Message::VersionUndo));
        }
        assert_eq!(places(&story), ["Room A", "Room B"]);
        story.in_window(0).press(Message::KeepShown).deliver();
        assert!(!is_concurrent(story.in_window(1)));
    }
}

#[test]
fn choice_cannot_be_undone_from_another_screen() {
    let mut story = raced();
    story.in_window(0).press(Message::KeepOther);
    assert!(story.offers(Message::VersionUndo));
    story.press(Message::AgendaEdit).press(Message::EditDone);
    assert!(!story.offers(Message::VersionUndo));
}

#[test]
fn deleted_version_says_so_beside_the_changed_one() {
    let mut story = two();
    story.in_window(0);
    place(&mut story, "Room A");
    story.in_window(1).press(Message::Delete).deliver();
    story.in_window(0);
    let lines: Vec<_> = versions(&story).into_iter().map(|(_, _, lines)| lines).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0], ["Not deleted: "]);
    assert!(lines[1][0].starts_with("Deleted on "), "{lines:?}");
    // Until the choice, nothing looks as if the two would meet.
    let view = story.view();
    let shown = seen::planned(&view);
    assert_eq!(&*shown.question, "Is this session still on?");
    assert!(shown.place.is_none() && shown.rail.is_empty() && shown.parties.is_empty());
    assert!(!story.offers_start() && story.offers("Plan another time"));
    story.press(Message::KeepShown);
    assert!(!seen::planned(&story.view()).rail.is_empty());
}

#[test]
fn two_names_given_at_once_are_asked_about() {
    for (place, label) in [(0, Message::SellerLabel), (1, Message::OwnNameLabel)] {
        let mut story = Story::new();
        story.press(Message::PlanOne).press(Message::DefaultsChange).fill(Message::OwnNameLabel, "Maria");
        story.fill(Message::SellerLabel, "Lee").fill(Message::DateLabel, "2026-05-14");
        story.fill(Message::TimeLabel, "10:00").press(Message::FormSubmit);
        story.open_window_alike();
        story.news = News::WhenDelivered;
        for (window, name) in [(0, "Leah Stone"), (1, "Leo Stone")] {
            story.in_window(window).press(Message::ChangePlan).fill(label, name);
            story.press(Message::FormSubmitChange);
        }
        story.news = News::AtOnce;
        for window in [0, 1] {
            story.in_window(window).deliver();
        }
        story.in_window(0).press(Message::BackHome);
        let asked = story.notices().into_iter().find(|text| text.contains("two names")).expect("a question");
        assert!(asked.contains("Leah Stone") && asked.contains("Leo Stone"), "{place}: {asked}");
        while story.offers("Leah Stone") {
            story.press("Leah Stone");
        }
        assert!(!story.notices().iter().any(|text| text.contains("two names")), "{place}");
        for window in [0, 1] {
            story.in_window(window).deliver();
            let view = crate::drawn::markup(&story, "en");
            assert!(!view.contains("Leo Stone"), "{place}: window {window}");
        }
    }
}

/// Removes a line of the manager's checklist in the current window, on the sheet.
fn remove_line(story: &mut Story, line: &str) {
    story.press(Message::PrepareOwn).press(Message::IAm { name: &the_manager() });
    story.press(Message::CheckChange).press(Message::CheckRemoveLong { line }).press(Message::NotReady);
}

#[test]
fn settings_that_two_windows_began_at_once_hold_both_choices() {
    const READ: &str = "Read what Lee sends, and bring one fact.";
    const CURIOUS: &str = "Be curious about one thing. Don't make up your mind yet.";
    let lines = |story: &Story| {
        let mut near = story.clone();
        near.now = TEN;
        let checklist = seen::planned(&near.view()).checklist.clone();
        checklist.map(|checklist| checklist.lines.iter().map(|line| line.to_string()).collect::<Vec<_>>())
    };
    let mut story = two();
    remove_line(story.in_window(0), READ);
    remove_line(story.in_window(1), CURIOUS);
    story.deliver();
    for window in [0, 1] {
        let shown = lines(story.in_window(window)).expect("the lines that are left");
        assert!(!shown.contains(&READ.to_owned()) && !shown.contains(&CURIOUS.to_owned()), "{shown:?}");
        story.survives_a_reload();
    }
    story.in_window(0).press(Message::PrepareOwn);
    story.press(Message::IAm { name: &the_manager() }).press(Message::CheckChange).press(Message::CheckAll);
    story.press(Message::NotReady);
    assert_eq!(lines(&story).map(|lines| lines.len()), Some(3), "both come back");
    story.deliver().in_window(1);
    assert_eq!(lines(&story).map(|lines| lines.len()), Some(3));
}

#[test]
fn choice_of_a_name_drops_no_other_setting() {
    let mut story = two();
    story.in_window(0);
    remove_line(&mut story, "Read what Lee sends, and bring one fact.");
    story.in_window(0).press(Message::ShareInvite { name: "Lee" }).fill(Message::OwnNameLabel, "Maria");
    story.press(Message::NameNext).press(Message::EditDone);
    story.in_window(1).press(Message::ShareInvite { name: "Lee" }).fill(Message::OwnNameLabel, "Mary");
    story.press(Message::NameNext).press(Message::EditDone).deliver();
    story.press(Message::BackHome);
    let asked = story.notices();
    assert!(asked.iter().any(|notice| notice.contains("Mary")), "{asked:?}");
    while let Some(name) = seen::names(&story.view()).into_iter().find(|name| name == "Mary") {
        story.press(&name);
    }
    let settings = story.window().model.settings();
    assert_eq!(settings.own_name.as_ref().map(|name| name.as_str()), Some("Mary"));
    assert_eq!(settings.removed.len(), 1, "the removed line stays removed");
}

#[test]
fn session_deleted_in_another_window_is_told_of() {
    let mut story = two();
    story.in_window(0).fill(Message::NotedAsk { seller: "Lee" }, "The pilot").rest().deliver();
    story.in_window(1).deliver();
    story.press(Message::Delete).deliver();
    story.in_window(0).deliver();
    let told = Message::SessionGone.words();
    assert!(story.notices().contains(&told), "{:?}", story.notices());
    story.in_window(1).press(Message::Undo).deliver();
    story.in_window(0).deliver();
    assert_eq!(story.field(Message::NotedAsk { seller: "Lee" }).0, "The pilot");
    assert!(!story.notices().contains(&told), "{:?}", story.notices());
}
