//! *Cancel* and *Start over* throw typed words away, and one press brings them back: on the sheet on which the two write
//! topics down, and in each form.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::program::event::Event;
use coaching_session::text::message::Message;

use crate::given::TEN;
use crate::seen;
use crate::story::Story;

/// A session that has just started, with half a topic in the sheet for both, which *Cancel* closed.
fn cancelled() -> Story {
    let mut story = Story::new();
    story.plan("Lee");
    story.now = TEN;
    story.press_start().press(Message::AgreedWrite);
    story.fill(Message::TopicFirst, "The pilot").press(Message::Cancel);
    story
}

/// The topics above the running session.
fn agreed(story: &Story) -> Vec<String> {
    let agreed = seen::run(&story.view()).agreed.clone();
    agreed.map(|agreed| agreed.lines.iter().map(|line| line.words.to_string()).collect()).unwrap_or_default()
}

#[test]
fn topic_cancelled_in_a_running_session_comes_back() {
    let mut story = cancelled();
    assert_eq!(agreed(&story), Vec::<String>::new());
    story.press(Message::BringBack);
    assert_eq!(story.field(Message::TopicFirst).0, "The pilot");
    story.rest().survives_a_reload();
    story.press(Message::Keep);
    assert_eq!(agreed(&story), ["The pilot"]);
    assert!(!story.offers(Message::BringBack), "it is kept");
}

#[test]
fn cancelled_topic_comes_back_on_the_sheet_that_opens_again() {
    let mut story = cancelled();
    story.press(Message::AgreedWrite).fill(Message::TopicFirst, "The renewal");
    story.press(Message::BringBack).press(Message::Keep);
    let mut both = agreed(&story);
    both.sort_unstable();
    assert_eq!(both, ["The pilot", "The renewal"], "what was typed since stays, too");
}

#[test]
fn cancelled_topic_comes_back_at_the_last_item() {
    let mut story = cancelled();
    while !story.offers(Message::Finish) {
        let next = seen::run(&story.view()).next.press;
        story.send(next);
    }
    story.press(Message::BringBack).press(Message::Keep);
    let stored = story
        .storage
        .records
        .iter()
        .any(|(name, record)| name.starts_with("session") && record.contains("The pilot"));
    assert!(stored, "kept in the session");
}

#[test]
fn cancelled_topic_of_an_undone_start_asks_for_the_seller() {
    let mut story = cancelled();
    story.press(Message::ClockUndoStart).press(Message::BringBack);
    assert!(seen::fields(&story.view()).is_empty(), "Lee says so first: {:?}", story.view());
    story.press(Message::IAm { name: "Lee" });
    assert_eq!(story.field(Message::TopicFirst).0, "The pilot");
}

#[test]
fn words_for_one_party_alone_are_on_no_button_that_brings_back() {
    let secret = "what nobody else may read";
    let mut story = Story::new();
    story.plan("Lee").press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    story.fill(Message::TopicFirst, "The pilot").fill(Message::NoteLabel, secret).press(Message::NotReady);
    story.now = TEN;
    story.press_start();
    for topic in ["The renewal", "The map"] {
        story.press(Message::AgreedChange).fill(Message::TopicFirst, topic).press(Message::Cancel);
    }
    let names = seen::names(&story.view());
    assert!(names.iter().any(|name| name == "Bring back “The map”"), "{names:?}");
    assert!(!names.iter().any(|name| name.contains(secret)), "{names:?}");
}

#[test]
fn words_of_a_form_begun_anew_come_back() {
    let mut story = Story::new();
    story.press(Message::AskOne).fill(Message::TopicFirst, "The pilot").press(Message::BackHome);
    story.reload().press(Message::AskOne).press(Message::StartOver);
    assert_eq!(story.field(Message::TopicFirst).0, "");
    story.press(Message::BringBack);
    assert_eq!(story.field(Message::TopicFirst).0, "The pilot");
    let mut story = Story::new();
    story.plan("Lee").press(Message::ChangePlan).fill(Message::TimeLabel, "11:15");
    story.send(Event::PlaceRecalled(String::new()));
    story.open_first().press(Message::ChangePlan).press(Message::StartOver);
    assert_eq!(story.field(Message::TimeLabel).0, "10:00");
    story.press(Message::BringBack);
    assert_eq!(story.field(Message::TimeLabel).0, "11:15");
}

#[test]
fn cancel_of_the_sheet_for_both_leaves_the_sellers_text_alone() {
    // A text that is too long stays a draft.
    let secret = &"what nobody else may read ".repeat(100);
    let mut story = Story::new();
    story.plan("Lee").press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    story.fill(Message::TopicFirst, "The pilot").fill(Message::NoteLabel, secret).rest().reload();
    story.send(Event::PlaceRecalled(String::new()));
    story.open_first();
    story.now = TEN;
    let holds = |story: &Story| story.storage.records.values().any(|record| record.contains(secret));
    story.press_start().press(Message::AgreedWrite).press(Message::Cancel).rest();
    assert!(holds(&story), "after Cancel");
    story.press(Message::BringBack);
    assert_eq!(story.field(Message::TopicFirst).0, "The pilot");
    story.press(Message::Keep).rest();
    assert_eq!(agreed(&story), ["The pilot"]);
    assert!(holds(&story), "after the topic was kept");
    assert!(!format!("{:?}", story.view()).contains(secret), "covered: {:?}", story.view());
}

#[test]
fn sheet_of_the_seller_offers_no_cancel_that_does_nothing() {
    let mut story = Story::new();
    story.plan("Lee");
    story.open_window_alike();
    story.in_window(0).press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    story.fill(Message::TopicFirst, "The pilot");
    story.now = TEN;
    story.in_window(1).press_start();
    story.in_window(0).deliver();
    assert!(!story.offers(Message::Cancel), "{:?}", story.view());
    assert!(story.offers(Message::Keep), "{:?}", story.view());
}
