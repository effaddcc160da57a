//! *Discard it*: one press brings the text back, as after every other press that throws text away.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::text::message::Message;

use crate::story::Story;

fn offers_text(story: &Story, text: &str) -> bool {
    story.notices().iter().any(|notice| notice.contains(text))
}

#[test]
fn discarded_line_comes_back_and_is_stored_again() {
    let mut story = Story::new();
    story.plan("Lee").press(Message::BackHome).press("Something came up: Lee");
    story.fill(Message::CameUp, "Dana left").press(Message::CameUpKeep).fill(Message::CameUp, "The map");
    story.press(Message::Undo);
    assert!(offers_text(&story, "Dana left"), "{:?}", story.notices());
    story.press(Message::LeftDiscard);
    assert!(!offers_text(&story, "Dana left"));
    assert!(!story.storage.records.values().any(|record| record.contains("Dana left")));
    story.press(Message::BringBack).rest().reload();
    assert!(offers_text(&story, "Dana left"), "{:?}", story.notices());
    story.press(Message::LeftTake);
    assert_eq!(story.field(Message::CameUp).0, "Dana left");
}

#[test]
fn discarded_note_of_a_session_that_is_over_comes_back() {
    let mut story = Story::new();
    story.begin().press(Message::WriteNote).fill(Message::SharedNoteLabel, "She nodded");
    story.press(Message::WriteNextStep).press(Message::Cancel).press(Message::EndEarly);
    assert!(offers_text(&story, "She nodded"), "{:?}", story.notices());
    story.press(Message::LeftDiscard);
    assert!(!offers_text(&story, "She nodded"));
    story.press(Message::BringBack).press(Message::LeftTake).press(Message::Keep);
    assert!(format!("{:?}", story.view()).contains("She nodded"));
}

#[test]
fn discarded_note_for_the_manager_alone_comes_back_covered() {
    let mut story = Story::new();
    story.begin().press(Message::WriteNote).press(Message::OnlyMe);
    story.fill(Message::SharedNoteLabel, "Not ready").press(Message::WriteNextStep).press(Message::Cancel);
    story.press(Message::EndEarly).press(Message::LeftDiscard).press(Message::BringBack);
    assert!(!crate::drawn::markup(&story, "en").contains("Not ready"));
    assert!(story.offers(Message::IAm { name: "the manager" }), "{:?}", story.notices());
}

#[test]
fn discarded_text_is_offered_until_another_screen_opens() {
    let mut story = Story::new();
    story.begin().press(Message::WriteNote).fill(Message::SharedNoteLabel, "She nodded");
    story.press(Message::WriteNextStep).press(Message::Cancel).press(Message::EndEarly);
    story.press(Message::LeftDiscard);
    assert!(story.offers(Message::BringBack));
    story.press(Message::BackHome);
    assert!(!story.offers(Message::BringBack));
}
