//! The view of a running session for a screen that both see: nothing in it is for one person alone.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::present::ScreenView;
use coaching_session::program::event::Event;
use coaching_session::text::message::Message;

use crate::drawn::{markup, screen};
use crate::given::TEN;
use crate::seen;
use crate::story::Story;

/// Words that are for the manager alone.
const ALONE: [&str; 2] = ["Lee looks tired", "half a thought"];

/// Returns a running session whose manager sees the screen alone, with a note for the manager alone and one for both.
fn begun() -> Story {
    let mut story = Story::new();
    story.plan("Lee");
    story.now = TEN;
    story.press(Message::No).press_start();
    let [kept, _] = ALONE;
    story
        .press(Message::WriteNote)
        .press(Message::OnlyMe)
        .fill(Message::SharedNoteLabel, kept)
        .press(Message::Keep);
    story.press(Message::WriteNote).fill(Message::SharedNoteLabel, "Call Dana").press(Message::Keep);
    story
}

/// Returns true while the view for a shared screen is open.
fn is_shared(story: &Story) -> bool {
    matches!(story.view().screen, ScreenView::Shared(_))
}

#[test]
fn shared_screen_shows_the_note_for_both_and_no_other() {
    let mut story = begun();
    let [kept, typed] = ALONE;
    assert!(markup(&story, "en").contains(kept), "the manager alone sees the screen");
    story.press(Message::WriteNote).press(Message::OnlyMe).fill(Message::SharedNoteLabel, typed);
    story.press(Message::SharedOpen);
    assert!(is_shared(&story));
    let shown = markup(&story, "en");
    assert!(shown.contains("Call Dana"));
    for words in ALONE.iter().chain(&["Listen for", "private", "alone", "Only me"]) {
        assert!(!shown.contains(words), "{words}");
    }
    assert_eq!(seen::notices(&story.view()), [], "no notice tells of typed words");
}

#[test]
fn private_words_stay_hidden_after_the_shared_screen() {
    let mut story = begun();
    story.press(Message::SharedOpen).press(Message::BackToSession);
    assert!(!is_shared(&story));
    assert!(!markup(&story, "en").contains(ALONE[0]));
    story.reload();
    assert!(!markup(&story, "en").contains(ALONE[0]));
}

#[test]
fn clock_runs_on_the_shared_screen_up_to_the_last_item() {
    let mut story = begun();
    story.press(Message::SharedOpen);
    for title in ["First opportunity", "Second opportunity", "Next steps", "Close"] {
        story.press(Message::Next { title });
    }
    assert!(!story.offers(Message::Finish), "the session is not ended from here");
    story.press(Message::Pause).press(Message::Resume).press(Message::Back);
    assert_eq!(screen(&story).find("#item-title").len(), 1);
    story.sleep(14).send(Event::AlarmRang);
    story.press(Message::UnseenStayed);
    assert!(is_shared(&story), "the question about the clock stands there, too");
}
