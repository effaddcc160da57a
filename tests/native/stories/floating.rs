//! The floating clock: what it shows, and when it closes.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::present::parts::float::float;
use coaching_session::program::event::{Event, Here};
use coaching_session::text::message::Message;

use crate::given::TEN;
use crate::intl::env;
use crate::story::Story;

/// Returns a running session, on a screen that the manager sees alone, with a note for the manager alone.
fn begun() -> Story {
    let mut story = Story::new();
    story.plan("Lee");
    story.now = TEN;
    story.press(Message::No).press_start();
    story.press(Message::WriteNote).press(Message::OnlyMe).fill(Message::SharedNoteLabel, "Lee looks tired");
    story.press(Message::Keep);
    story
}

/// Returns what the floating clock would show.
fn shown(story: &Story) -> Option<String> {
    float(&story.window().model, &env("en"), story.now).map(|view| format!("{view:?}"))
}

#[test]
fn floating_clock_holds_the_item_and_the_question_alone() {
    let mut story = begun();
    let shown_now = shown(&story).unwrap();
    for words in ["Open", "Why this, and why now?", "First opportunity", "Add a step"] {
        assert!(shown_now.contains(words), "{words}");
    }
    for words in ["Lee looks tired", "Listen for", "a stake"] {
        assert!(!shown_now.contains(words), "{words}");
    }
    story.press(Message::BackHome);
    assert_eq!(shown(&story), None);
}

#[test]
fn floating_clock_closes_with_the_screen_of_its_session() {
    let mut story = begun();
    story.press(Message::FloatOpen);
    assert!(story.offers(Message::FloatClose));
    story.press(Message::BackHome).open_first();
    assert!(story.offers(Message::FloatOpen), "it closed");
    story.press(Message::FloatOpen).press(Message::EndEarly).press(Message::ClockUndoEnd);
    assert!(story.offers(Message::FloatOpen), "it closed at the end");
    story.press(Message::FloatOpen).send(Event::FloatSettled(false));
    assert!(story.offers(Message::FloatOpen), "the person closed it");
}

#[test]
fn browser_without_such_windows_offers_no_floating_clock() {
    let mut story = begun();
    story.send(Event::HereChanged(Box::new(Here { can_float: false, ..Here::default() })));
    assert!(!story.offers(Message::FloatOpen));
}
