//! Forms that another window overtook, presses that put typed text away, and undo: none of them loses a word of
//! either window in silence.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::time::Minutes;
use coaching_session::program::effect::Focus;
use coaching_session::program::event::Event;
use coaching_session::program::state::field::{Field, FormField, NoteField};
use coaching_session::text::message::Message;

use crate::seen;
use crate::story::Story;

/// Text of the current window.
const MINE: &str = "Zqz of mine";

/// Text of the other window.
const THEIRS: &str = "Yqz of theirs";

/// Returns the story with two windows that show the same screen. The second one is the current window.
fn doubled(mut story: Story) -> Story {
    story.reload().open_window_alike();
    story
}

/// Returns two windows that both show the form that changes a plan; the second one is the current window.
fn changing() -> Story {
    let mut story = Story::new();
    story.plan("Lee");
    let mut story = doubled(story);
    story.in_window(0).press(Message::ChangePlan).in_window(1).press(Message::ChangePlan);
    story
}

/// Returns true if a stored record, other than an open screen and a draft, holds the text.
fn is_kept(story: &Story, text: &str) -> bool {
    let mut records = story.storage.records.iter();
    records.any(|(name, record)| {
        !name.starts_with("screen~") && !name.starts_with("draft-") && record.contains(text)
    })
}

/// Returns true if the current window shows the text.
fn shows(story: &Story, text: &str) -> bool {
    format!("{:?}", story.view()).contains(text)
}

/// Asserts that both windows show the text and that a record holds it.
#[track_caller]
fn holds(story: &mut Story, text: &str) {
    assert!(is_kept(story, text), "{text} is in no record");
    for window in [0, 1] {
        assert!(shows(story.in_window(window), text), "{text} is not in window {window}");
    }
    story.in_window(1);
}

#[test]
fn stale_form_writes_only_the_fields_that_were_typed() {
    let fields: [(Message<'_>, &str, &str); 5] = [
        (Message::PlaceLabel, THEIRS, THEIRS),
        (Message::SellerLabel, THEIRS, THEIRS),
        (Message::DateLabel, "2026-05-21", "21 May"),
        (Message::TimeLabel, "11:30", "11:30"),
        (Message::OwnNameLabel, THEIRS, THEIRS),
    ];
    for (label, theirs, shown) in fields {
        // Typed before and after the other window saved, and typed and reloaded.
        for order in 0..3 {
            let mut story = changing();
            if order > 0 {
                story.fill(Message::MinutesLabel, "60").rest();
            }
            if order > 1 {
                story.reload();
            }
            story.in_window(0).fill(label, theirs).press(Message::FormSubmitChange).in_window(1);
            if order == 0 {
                story.fill(Message::MinutesLabel, "60");
            }
            assert_eq!(story.field(label).0, theirs, "{label:?}: the form shows what is stored");
            story.press(Message::FormSubmitChange);
            for window in [0, 1] {
                story.in_window(window);
                if matches!(label, Message::OwnNameLabel) {
                    story.press(Message::PrepareOwn).press(Message::BackHome);
                } else {
                    assert!(shows(&story, shown), "{label:?} {order}: {:?}", story.view());
                    assert!(is_kept(&story, "\"minutes\":60"), "{label:?} {order}");
                }
            }
        }
    }
}

#[test]
fn field_changed_in_both_windows_is_told_before_it_is_replaced() {
    let mut story = changing();
    story.fill(Message::PlaceLabel, MINE).fill(Message::MinutesLabel, "60").in_window(0);
    story.fill(Message::PlaceLabel, THEIRS).press(Message::FormSubmitChange).in_window(1);
    story.press(Message::FormSubmitChange);
    let (typed, complaint) = story.field(Message::PlaceLabel);
    let told = "Another window has saved “Yqz of theirs” here. Press again to replace it with yours.";
    assert_eq!((&*typed, complaint.as_deref()), (MINE, Some(told)));
    assert_eq!(story.window().focus, Some(Focus::Field(Field::Form(FormField::Place))));
    assert!(is_kept(&story, THEIRS) && !is_kept(&story, MINE));
    // The other window changes it once more.
    let mut again = story.clone();
    again.in_window(0).press(Message::ChangePlan).fill(Message::PlaceLabel, "Room 9");
    again.press(Message::FormSubmitChange).in_window(1).press(Message::FormSubmitChange);
    assert!(again.field(Message::PlaceLabel).1.unwrap().contains("“Room 9”"));
    story.press(Message::FormSubmitChange);
    holds(&mut story, MINE);
    assert!(is_kept(&story, "\"minutes\":60"));
}

#[test]
fn form_of_a_request_planned_elsewhere_keeps_both() {
    let mut lee = Story::elsewhere();
    lee.press(Message::AskOne).fill(Message::WhoCoaches, "Maria").fill(Message::OwnNameLabel, "Lee");
    lee.press(Message::AskNext).press(Message::CopyLink);
    let link = lee.window().copied.clone().unwrap();
    let mut story = Story::new();
    story.send(Event::LinkOpened(link)).press(Message::PlanOne);
    let mut story = doubled(story);
    story.in_window(0).fill(Message::DateLabel, "2026-05-21").fill(Message::TimeLabel, "09:00");
    story.press(Message::DefaultsChange).fill(Message::PlaceLabel, THEIRS).press(Message::FormSubmit);
    story.in_window(1).fill(Message::DateLabel, "2026-05-21").fill(Message::TimeLabel, "09:00");
    story.press(Message::FormSubmitChange);
    holds(&mut story, THEIRS);
}

/// Returns two windows with a next step; the second one is the current window.
fn with_step() -> Story {
    let mut story = Story::new();
    story
        .begin()
        .press(Message::WriteNextStep)
        .fill(Message::NextStepLabel, "Call Dana")
        .press(Message::Keep);
    doubled(story)
}

#[test]
fn stale_note_line_writes_only_the_fields_that_were_typed() {
    for label in [Message::FirstStepLabel, Message::WhenAsk] {
        let mut story = with_step();
        story.in_window(0).press("Change: Call Dana").in_window(1).press("Change: Call Dana");
        story.in_window(0).fill(label, THEIRS).press(Message::Keep).in_window(1);
        assert_eq!(story.field(label).0, THEIRS, "the line shows what is stored");
        story.fill(Message::NextStepLabel, MINE).press(Message::Keep);
        holds(&mut story, THEIRS);
        holds(&mut story, MINE);
    }
    let mut story = with_step();
    story.in_window(0).press("Change: Call Dana").in_window(1).press("Change: Call Dana");
    story.in_window(0).press(Message::ManagerUnknown).press(Message::Keep).in_window(1);
    story.fill(Message::FirstStepLabel, MINE).press(Message::Keep);
    holds(&mut story, MINE);
    assert!(shows(&story, "The manager: Call Dana"), "{:?}", story.view());
}

#[test]
fn note_changed_in_both_windows_is_told_before_it_is_replaced() {
    for leave in [Message::Keep, Message::BackHome] {
        let mut story = with_step();
        story.in_window(0).press("Change: Call Dana").in_window(1).press("Change: Call Dana");
        story.in_window(0).fill(Message::NextStepLabel, THEIRS).press(Message::Keep).in_window(1);
        story.fill(Message::NextStepLabel, MINE).press(leave);
        let complaint = story.field(Message::NextStepLabel).1.unwrap();
        assert!(complaint.contains("“Yqz of theirs”"), "{complaint}");
        assert_eq!(story.window().focus, Some(Focus::Field(Field::Note(NoteField::Words))));
        assert!(is_kept(&story, THEIRS));
        story.press(leave);
        assert!(is_kept(&story, MINE) && !is_kept(&story, THEIRS));
    }
}

#[test]
fn change_of_a_note_thrown_away_can_be_brought_back() {
    let mut story = with_step();
    story.press("Change: Call Dana").fill(Message::FirstStepLabel, MINE);
    let mut closed = story.clone();
    story.press(Message::Cancel);
    assert!(!is_kept(&story, MINE), "the note stays as it was");
    assert!(seen::fields(&story.view()).is_empty(), "the line is closed");
    let mut anew = story.clone();
    anew.press("Change: Call Dana");
    assert_eq!(anew.field(Message::FirstStepLabel).0, "", "the text is gone");
    story.press(Message::BringBack);
    assert_eq!(story.field(Message::FirstStepLabel).0, MINE);
    story.press(Message::Keep);
    assert!(is_kept(&story, MINE));
    // The button of the kind closes the line, and throws nothing away.
    closed.press(Message::WriteNextStep);
    assert!(seen::fields(&closed.view()).is_empty() && !closed.offers(Message::BringBack));
    closed.press("Change: Call Dana");
    assert_eq!(closed.field(Message::FirstStepLabel).0, MINE);
}

#[test]
fn change_of_a_note_survives_a_reload_and_says_so() {
    let mut story = with_step();
    story.press("Change: Call Dana").fill(Message::FirstStepLabel, MINE).rest().reload();
    assert_eq!(story.field(Message::FirstStepLabel).0, MINE);
    story.press(Message::Keep);
    assert!(is_kept(&story, MINE));
}

#[test]
fn changed_note_of_a_removed_note_stays_in_sight() {
    let mut story = with_step();
    story.press("Change: Call Dana").fill(Message::FirstStepLabel, MINE).rest();
    story.in_window(0).press(Message::Remove { title: "Call Dana" }).in_window(1);
    assert!(shows(&story, MINE));
    story.reload();
    assert!(shows(&story, MINE), "after a reload: {:?}", story.notices());
    story.press(Message::Cancel);
    assert!(!shows(&story, MINE));
    assert!(!story.storage.records.values().any(|record| record.contains(MINE)));
}

#[test]
fn untouched_line_of_a_note_is_no_draft() {
    let mut story = with_step();
    story.press("Change: Call Dana").press(Message::Cancel);
    assert!(!story.storage.records.keys().any(|name| name.starts_with("draft-")));
    story.in_window(0).press("Change: Call Dana").fill(Message::NextStepLabel, THEIRS).press(Message::Keep);
    story.in_window(1).press(&*format!("Change: {THEIRS}"));
    assert_eq!(story.field(Message::NextStepLabel).0, THEIRS);
}

/// Returns two windows with the agenda editor; the second one is the current window.
fn editing() -> Story {
    let mut story = Story::new();
    story.plan("Lee").press(Message::AgendaEdit);
    doubled(story)
}

/// Returns a name that is too long for an item.
fn long() -> String {
    format!("{MINE}{}", "é".repeat(2_001))
}

const FIRST: Message<'static> = Message::ItemTitleLabel { number: 1 };

#[test]
fn refused_text_of_an_item_outlives_fit_undo_and_reload() {
    let mut story = editing();
    story.fill(Message::ItemMinutesLabel { number: 2 }, "5").press(Message::AddItem);
    story.fill(FIRST, &long()).fill(Message::ItemMinutesLabel { number: 3 }, "300").rest();
    let holds = |story: &Story, after: &str| {
        let (typed, complaint) = story.field(FIRST);
        assert_eq!(typed, long(), "{after}");
        assert!(complaint.is_some_and(|told| told.contains("too many")), "{after}");
        let (typed, complaint) = story.field(Message::ItemMinutesLabel { number: 3 });
        assert_eq!((&*typed, complaint.is_some()), ("300", true), "{after}");
    };
    story.press(Message::Fit { booked: Minutes(45) });
    holds(&story, "fitted");
    story.press(Message::UndoFitted);
    holds(&story, "undone");
    story.press(Message::UndoAdded).press(Message::UndoEdited);
    holds(&story, "all undone");
    story.reload();
    holds(&story, "reloaded");
    story.reopen();
    holds(&story, "killed");
    story.fill(FIRST, "Hello").fill(Message::ItemMinutesLabel { number: 3 }, "12").press(Message::EditDone);
    assert!(is_kept(&story, "Hello"));
    assert!(!story.storage.records.keys().any(|name| name.starts_with("draft-")), "nothing waits");
}

#[test]
fn refused_text_of_an_item_comes_back_with_the_item() {
    let mut story = editing();
    story.fill(FIRST, &long()).press(Message::Remove { title: "Open" });
    assert_ne!(story.field(FIRST).0, long());
    story.press(Message::UndoRemoved);
    assert_eq!(story.field(FIRST).0, long());
}

#[test]
fn refused_text_of_an_item_removed_elsewhere_stays_in_sight() {
    let mut story = editing();
    story.fill(FIRST, &long()).fill(Message::ItemTitleLabel { number: 2 }, &"x".repeat(2_001));
    story.in_window(0).press(Message::Remove { title: "Open" }).in_window(1);
    assert!(shows(&story, MINE), "{:?}", story.notices());
    assert_eq!(story.notices().len(), 1);
    story.press(Message::LeftDiscard);
    assert!(!shows(&story, MINE));
    assert_eq!(story.field(FIRST).0, "x".repeat(2_001), "the other text stays in its field");
}

#[test]
fn refused_text_of_a_closed_window_is_offered() {
    let mut story = editing();
    story.fill(FIRST, &long()).rest();
    let mut later = Story::with(story.storage.records.clone());
    later.press(Message::BackHome);
    let open = seen::home(&later.view()).groups[0].rows[0].open.press;
    later.send(open).press(Message::AgendaEdit);
    assert!(shows(&later, MINE), "{:?}", later.notices());
    later.press(Message::LeftTake);
    assert_eq!(later.field(FIRST).0, long());
}

#[test]
fn undo_in_the_editor_leaves_what_another_window_changed() {
    let second = Message::ItemTitleLabel { number: 2 };
    let mut story = editing();
    story
        .fill(FIRST, MINE)
        .rest()
        .in_window(0)
        .fill(second, THEIRS)
        .rest()
        .in_window(1)
        .press(Message::UndoEdited);
    assert_eq!(story.field(FIRST).0, "Open");
    holds(&mut story, THEIRS);
    // Typing that went on after the other window's change is undone in steps.
    let mut story = editing();
    story.fill(FIRST, "Zqz").rest().in_window(0).fill(second, THEIRS).rest().in_window(1).fill(FIRST, MINE);
    story.press(Message::UndoEdited).press(Message::UndoEdited);
    assert_eq!(story.field(FIRST).0, "Open");
    holds(&mut story, THEIRS);
    for (does, undo) in [
        (Message::AddItem, Message::UndoAdded),
        (Message::MoveDown { title: "Open" }, Message::UndoMoved),
        (Message::Remove { title: "Open" }, Message::UndoRemoved),
    ] {
        let mut story = editing();
        let before = story.field(FIRST).0;
        story.press(does).rest().in_window(0);
        let last = seen::agenda(&story.view()).rows.len();
        story.fill(Message::ItemTitleLabel { number: last }, THEIRS).rest().in_window(1).press(undo);
        assert_eq!(story.field(FIRST).0, before, "{does:?}");
        holds(&mut story, THEIRS);
    }
}

const STAYS: &str = "Another window has changed this since. Its change stays.";

#[test]
fn undo_in_the_editor_says_where_it_cannot() {
    let told = |story: &Story| seen::agenda(&story.view()).misfit.as_ref().map(ToString::to_string);
    let mut story = editing();
    story
        .fill(FIRST, MINE)
        .rest()
        .in_window(0)
        .fill(FIRST, THEIRS)
        .rest()
        .in_window(1)
        .press(Message::UndoEdited);
    holds(&mut story, THEIRS);
    assert_eq!(told(&story).as_deref(), Some(STAYS));
    story.press(Message::AddItem);
    assert_eq!(told(&story), None, "until the next change");
    let added = Message::ItemTitleLabel { number: 4 };
    story.rest().in_window(0).fill(added, "Yqz as well").rest().in_window(1).press(Message::UndoAdded);
    assert_eq!(told(&story).as_deref(), Some(STAYS));
    holds(&mut story, "Yqz as well");
}

#[test]
fn undo_of_a_note_leaves_what_another_window_changed() {
    let told = |story: &Story| {
        let view = story.view();
        seen::notes(&view).and_then(|notes| notes.undo_told.clone()).map(|told| told.to_string())
    };
    // Changed here, and then there.
    let mut story = with_step();
    story.press("Change: Call Dana").fill(Message::NextStepLabel, MINE).press(Message::Keep);
    story.in_window(0).press(&*format!("Change: {MINE}")).fill(Message::FirstStepLabel, THEIRS);
    story.press(Message::Keep).in_window(1).press(Message::UndoNote);
    assert!(!is_kept(&story, MINE) && is_kept(&story, "Call Dana"));
    assert_eq!(told(&story), None);
    holds(&mut story, THEIRS);
    // Added here, and then changed there.
    let mut story = with_step();
    story.press(Message::WriteNote).fill(Message::SharedNoteLabel, "The map").press(Message::Keep);
    story.in_window(0).press("Change: The map").fill(Message::SharedNoteLabel, THEIRS).press(Message::Keep);
    story.in_window(1).press(Message::UndoNote);
    assert_eq!(told(&story).as_deref(), Some(STAYS));
    holds(&mut story, THEIRS);
    story.press(Message::WriteNote).fill(Message::SharedNoteLabel, "x").press(Message::Keep);
    assert_eq!(told(&story), None, "until the next change");
    // The same words changed here, and then there.
    let mut story = with_step();
    story.press("Change: Call Dana").fill(Message::NextStepLabel, MINE).press(Message::Keep);
    story.in_window(0).press(&*format!("Change: {MINE}")).fill(Message::NextStepLabel, THEIRS);
    story.press(Message::Keep).in_window(1).press(Message::UndoNote);
    assert_eq!(told(&story).as_deref(), Some(STAYS));
    holds(&mut story, THEIRS);
}

#[test]
fn wish_of_another_window_stays_beside_the_own_one() {
    let mut maria = Story::new();
    maria.plan("Lee").invite("Lee").press(Message::CopyLink);
    let link = maria.window().copied.clone().unwrap();
    let mut story = Story::elsewhere();
    story.open_window("Europe/Berlin");
    for (window, wish) in [(0, THEIRS), (1, MINE)] {
        story.in_window(window).send(Event::LinkOpened(link.clone())).press(Message::AnotherTime);
        story.fill(Message::WishLabel, wish);
    }
    for window in [0, 1] {
        story.in_window(window).press(Message::AskOtherTime);
    }
    assert!(is_kept(&story, THEIRS) && is_kept(&story, MINE));
}

#[test]
fn note_held_back_elsewhere_stays_out_of_the_record() {
    for is_undone in [false, true] {
        let mut story = with_step();
        story.press(Message::WriteNote).fill(Message::SharedNoteLabel, "The map").press(Message::Keep);
        story.press("Change: The map").fill(Message::SharedNoteLabel, MINE);
        if is_undone {
            story.press(Message::Keep);
        }
        story.in_window(0).press(Message::EndEarly).press(Message::SendTo { name: "Lee" });
        let held = seen::actions(&story.view()).into_iter().find(|action| {
            let name = seen::name(action);
            name.starts_with("Only for me") && (name.contains("The map") || name.contains(MINE))
        });
        story.send(held.unwrap().press).in_window(1);
        story.press(if is_undone { Message::UndoNote } else { Message::Keep });
        let mut sessions = story.storage.records.iter().filter(|(name, _)| name.starts_with("session/"));
        assert!(sessions.all(|(_, record)| !record.contains(MINE) && !record.contains("The map")));
        assert!(is_kept(&story, MINE), "it is held back: {is_undone}");
    }
}

#[test]
fn editor_of_a_session_started_elsewhere_closes() {
    let mut story = editing();
    story.fill(FIRST, &long()).press(Message::AddItem).in_window(0).press(Message::EditDone).press_start();
    story.in_window(1);
    assert_eq!(&*seen::run(&story.view()).title, "Open");
    assert!(shows(&story, MINE), "{:?}", story.notices());
    story.press(Message::LeftDiscard);
    assert!(!shows(&story, MINE));
    story.reload();
    assert!(!shows(&story, MINE));
}
