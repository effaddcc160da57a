//! Undoing a booking: no word goes that was written for the booked sessions since.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::program::event::{Press, QuarterPress};
use coaching_session::text::message::Message;

use crate::given::TEN;
use crate::seen;
use crate::story::{Named as _, Story};

/// Maria, who held a session with Lee and booked the next one at its close.
fn booked_next() -> Story {
    let mut story = Story::new();
    story.plan("Lee");
    story.now = TEN;
    story.press_start().watch(30).press(Message::EndEarly);
    let just = seen::names(&story.view()).into_iter().find(|name| name.starts_with("Just Thu")).unwrap();
    story.press(&just);
    story
}

/// Returns the number of the sessions on the page of the first person.
fn sessions(story: &mut Story) -> usize {
    while story.offers(Message::BackHome) {
        story.press(Message::BackHome);
    }
    let groups = seen::home(&story.open_first_page().view()).groups.clone();
    groups.iter().flat_map(|group| &group.rows).count()
}

/// Opens the first session on the list, and writes a private note for it.
fn write_note(story: &mut Story) {
    while story.offers(Message::BackHome) {
        story.press(Message::BackHome);
    }
    story.open_first().press(Message::PrepareOwn);
    let confirm = seen::names(&story.view()).into_iter().find(|name| name.starts_with("I am "));
    story.press(&confirm.expect("the question who is there"));
    story.fill(Message::NoteLabel, "Ask about the pilot").press(Message::NotReady);
}

#[test]
fn booked_session_with_words_of_another_window_stays() {
    let mut story = booked_next();
    let mut bare = story.clone();
    bare.press(Message::UndoBooked);
    assert_eq!(sessions(&mut bare), 1, "nobody wrote anything");
    story.open_window_alike();
    write_note(story.in_window(1));
    story.in_window(0).press(Message::UndoBooked);
    assert!(format!("{:?}", story.view()).contains(&Message::UndoOvertaken.words()));
    assert_eq!(sessions(&mut story), 2);
}

/// The form of Maria, who books a quarter for Ana and Ben, whom nobody knows yet.
fn booked_quarter() -> Story {
    let mut story = Story::new();
    open_quarter(&mut story);
    story
}

/// Books a quarter for Ana and Ben.
fn open_quarter(story: &mut Story) {
    story.press(Message::QuarterOpen).fill(Message::QuarterNames, "Ana\nBen");
    story.fill(Message::OwnNameLabel, "Maria");
    let book = seen::names(&story.view()).into_iter().find(|name| name.starts_with("Book ")).unwrap();
    story.press(&book);
}

/// Goes back to the booked dates, as the browser's *Back* does.
fn back_to_the_dates(story: &mut Story) {
    story.send(Press::Quarter(QuarterPress::BookedOpened));
}

#[test]
fn booked_quarter_with_words_in_a_session_has_no_undo() {
    let mut story = booked_quarter();
    assert!(story.offers(Message::QuarterUndo));
    story.press(Message::QuarterDone);
    back_to_the_dates(&mut story);
    assert!(story.offers(Message::QuarterUndo), "nobody wrote anything");
    write_note(&mut story);
    back_to_the_dates(&mut story);
    assert!(!story.offers(Message::QuarterUndo));
}

#[test]
fn booked_quarter_with_a_line_for_a_new_person_has_no_undo() {
    for is_kept in [true, false] {
        let mut story = booked_quarter();
        story.press(Message::QuarterDone).press("Something came up: Ana").fill(Message::CameUp, "Dana left");
        if is_kept {
            story.press(Message::CameUpKeep);
        }
        back_to_the_dates(&mut story);
        assert!(!story.offers(Message::QuarterUndo), "{is_kept}");
    }
}

#[test]
fn form_begun_since_is_offered_beside_the_undone_one() {
    let mut story = booked_quarter();
    story.press(Message::QuarterDone).press(Message::QuarterOpen);
    story.fill(Message::QuarterNamesMore, "Cleo").press(Message::BackHome);
    back_to_the_dates(&mut story);
    story.press(Message::QuarterUndo).rest().reload();
    assert_eq!(story.field(Message::QuarterNames).0, "Ana\nBen");
    assert!(story.notices().iter().any(|notice| notice.contains("Cleo")), "{:?}", story.notices());
}
