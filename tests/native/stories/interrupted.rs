//! A session that was interrupted goes on another day: with the items that are left, their minutes and the topic.

use coaching_session::program::event::Press;
use coaching_session::text::message::Message;

use super::rail;
use crate::seen;
use crate::story::Story;

/// A session with a topic of Lee that was broken off seven minutes into the first opportunity.
fn broken_off() -> Story {
    let mut story = Story::new();
    story.begin().press(Message::AgreedWrite).fill(Message::TopicFirst, "The pilot").press(Message::Keep);
    story.watch(3).press("Next: First opportunity").watch(7);
    assert!(!story.offers(Message::Interrupted), "a person who was interrupted pauses first");
    story.press(Message::Pause).watch(2).press(Message::Interrupted).survives_a_reload();
    story
}

#[test]
fn interrupted_session_ends_and_says_so() {
    let mut story = broken_off();
    let view = story.view();
    let over = seen::over(&view);
    assert_eq!(
        over.began.as_deref(),
        Some("Interrupted. The next session of the two goes on with what is left.")
    );
    assert_eq!(&*over.when, "Thursday 14 May, 10:00 to 10:12");
    story.press(Message::ClockUndoEnd).survives_a_reload();
    assert!(story.offers(Message::Interrupted), "one undo takes the end and the interruption back");
}

#[test]
fn next_session_goes_on_with_what_is_left() {
    let mut story = broken_off();
    let books = |action: &coaching_session::present::parts::action::Action| {
        matches!(action.press, Press::NextBooked(..)).then_some(action.press)
    };
    let date = seen::actions(&story.view()).iter().find_map(books).expect("a date is offered");
    story.send(date).press(Message::OpenNext);
    let rail = rail(&story);
    let left: Vec<_> = rail.iter().map(|(title, minutes)| (title.as_str(), minutes.as_str())).collect();
    assert_eq!(
        left,
        [
            ("First opportunity", "13 min"),
            ("Second opportunity", "12 min"),
            ("Next steps", "7 min"),
            ("Close", "3 min")
        ]
    );
    let view = story.view();
    assert!(format!("{view:?}").contains("The pilot"), "the topic goes along");
}

#[test]
fn form_plans_what_is_left_too() {
    let mut story = broken_off();
    story.press(Message::AnotherTime).fill(Message::DateLabel, "2026-05-20").press(Message::FormSubmit);
    assert_eq!(rail(&story)[0], ("First opportunity".into(), "13 min".into()));
}
