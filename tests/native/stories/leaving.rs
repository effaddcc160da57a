//! Leaving a screen: typed text is kept, or complained about, by each way out.

use coaching_session::program::event::Event;
use coaching_session::text::message::Message;

use crate::seen;
use crate::story::{Named, Story};

/// Presses the way out with a text of at most the allowed length, and with a longer one.
#[track_caller]
fn check(begin: &dyn Fn() -> Story, label: &str, way_out: &str, keeps: &dyn Fn(&Story, &str) -> bool) {
    let mut story = begin();
    let before = story.fill(label, "The pilot").view();
    story.press(way_out);
    assert_ne!(story.view(), before, "{label}: {way_out} leaves");
    assert!(keeps(&story, "The pilot"), "{label}: {way_out} keeps");
    let (mut story, long) = (begin(), "é".repeat(2_001));
    story.fill(label, &long).press(way_out);
    let field = seen::fields(&story.view()).into_iter().find(|field| &*field.label == label);
    let field = field.unwrap_or_else(|| panic!("{label}: {way_out} stays"));
    assert_eq!(&*field.value, long);
    assert!(field.complaint.is_some(), "{label}: {way_out} complains");
}

/// Returns true if a stored record, other than the open screen and a draft, holds the text.
fn is_stored(story: &Story, text: &str) -> bool {
    let records = story.storage.records.iter();
    let mut kept = records.filter(|(name, _)| !name.starts_with("screen~") && !name.starts_with("draft-"));
    kept.any(|(_, record)| record.contains(text))
}

#[test]
fn typed_text_left_by_each_way_out_is_kept_or_complained_about() {
    let preparation = || {
        let mut story = Story::new();
        story.plan("Lee").press("Prepare as Lee").press("I am Lee");
        story
    };
    let ready = "I'm ready for coaching";
    for way_out in ["All sessions", "Hand over to the manager", "Save, I'm not ready yet", ready] {
        check(&preparation, "What would help most?", way_out, &is_stored);
    }
    let running = || {
        let mut story = Story::new();
        story.plan("Lee").press_start().press("Note");
        story
    };
    check(&running, "Note", "All sessions", &is_stored);
    let closing = || {
        let mut story = Story::new();
        story.begin().press(Message::EndEarly);
        story.alone().press(Message::HandOverTo { name: "Lee" }).press(Message::IAm { name: "Lee" });
        story.press(Message::JustTalking);
        story
    };
    for way_out in [Message::BackHome, Message::AnswerLater, Message::AnswerIn] {
        check(&closing, &Message::AskDifferently.words(), &way_out.words(), &is_stored);
    }
    let asking = || {
        let mut story = Story::new();
        story.press(Message::AskOne).fill(Message::WhoCoaches, "Maria").fill(Message::OwnNameLabel, "Lee");
        story
    };
    for label in [Message::WhoCoaches, Message::OwnNameLabel, Message::TopicFirst, Message::WishLabel] {
        check(&asking, &label.words(), &Message::AskNext.words(), &is_stored);
    }
}

#[test]
fn wrong_item_of_an_agenda_keeps_the_agenda_open() {
    for way_out in ["All sessions", "Done"] {
        let mut story = Story::new();
        story.plan("Lee").press("Edit the agenda");
        let minutes = seen::fields(&story.view()).into_iter().nth(1).unwrap().label.to_string();
        story.fill(&minutes, "abc").press(way_out);
        assert_eq!(story.field(&minutes).0, "abc", "{way_out}");
    }
}

#[test]
fn form_left_by_cancel_is_empty_when_it_opens_again() {
    let mut story = Story::new();
    story.press("Plan a session").fill("Who will you coach?", "Ann").press("Cancel").press("Plan a session");
    assert_eq!(story.field("Who will you coach?").0, "");
}

#[test]
fn text_of_a_cancelled_form_can_be_brought_back() {
    let check = |mut story: Story, label: Message<'_>| {
        let leave = if story.offers(Message::FormLeave) { Message::FormLeave } else { Message::Cancel };
        story.fill(label, "Room 9").press(leave).press(Message::BringBack);
        assert_eq!(story.field(label).0, "Room 9", "{label:?}");
        story.rest().reload();
        assert_eq!(story.field(label).0, "Room 9", "{label:?}");
        story.press(leave);
        assert!(story.offers(Message::BringBack), "{label:?}");
        story.reload();
        assert!(!story.offers(Message::BringBack), "gone with the screen");
    };
    let mut story = Story::new();
    story.press(Message::PlanOne).press(Message::DefaultsChange);
    check(story, Message::PlaceLabel);
    let mut story = Story::new();
    story.plan("Lee").press(Message::ChangePlan);
    check(story, Message::PlaceLabel);
    let mut story = Story::new();
    story.press(Message::AskOne);
    check(story, Message::TopicFirst);
    let mut story = Story::new();
    story.press(Message::PlanOne).press(Message::Cancel);
    assert!(!story.offers(Message::BringBack), "nothing was typed");
}

#[test]
fn text_brought_back_takes_no_other_cancelled_text_along() {
    let mut story = Story::new();
    story.press(Message::PlanOne).fill(Message::SellerLabel, "Ana").press(Message::Cancel);
    story.press(Message::AskOne).fill(Message::TopicFirst, "The pilot").press(Message::Cancel);
    let bring = |text| Message::BringBackText { text };
    story.press(bring("The pilot")).press(Message::BackHome);
    story.press(Message::BringBack);
    assert_eq!(story.field(Message::SellerLabel).0, "Ana");
    story.press(Message::Cancel).press(Message::AskOne);
    assert_eq!(story.field(Message::TopicFirst).0, "The pilot", "the first one is a draft again");
}

#[test]
fn text_typed_beside_an_unreadable_link_is_on_the_list() {
    let mut story = Story::new();
    story.send(Event::LinkOpened("no link in this".to_owned()));
    story.fill(Message::PastedLabel, "See you on Thursday").rest();
    let mut reloaded = story.clone();
    for story in [story.press(Message::FileLeave), reloaded.reload()] {
        assert_eq!(story.field(Message::PastedTitle).0, "See you on Thursday");
    }
}

#[test]
fn each_form_cancelled_in_a_row_can_be_brought_back() {
    let mut story = Story::new();
    for place in ["Room 9", "Room 7"] {
        story.press(Message::PlanOne).press(Message::DefaultsChange);
        story.fill(Message::PlaceLabel, place).press(Message::Cancel);
    }
    story.press(Message::AskOne).fill(Message::TopicFirst, "The pilot").press(Message::Cancel);
    let texts = ["Bring back “The pilot”", "Bring back “Room 7”", "Bring back “Room 9”"];
    let names = || seen::names(&story.view());
    assert_eq!(names().into_iter().filter(|name| name.starts_with("Bring back")).collect::<Vec<_>>(), texts);
    story.press("Bring back “Room 9”");
    assert_eq!(story.field(Message::PlaceLabel).0, "Room 9");
    story.press(Message::Cancel).press("Bring back “Room 7”");
    assert_eq!(story.field(Message::PlaceLabel).0, "Room 7");
    story.press(Message::Cancel).press("Bring back “The pilot”").press(Message::BackHome);
    let offered = |story: &Story| {
        let names = seen::names(&story.view()).into_iter();
        names.filter(|name| name.starts_with("Bring back")).collect::<Vec<_>>()
    };
    assert_eq!(offered(&story), texts[1..], "the others stay");
    story.reload();
    assert!(offered(&story).is_empty(), "gone with the page");
}

#[test]
fn request_left_unsent_stands_again_unless_cancelled() {
    for (way_out, again) in [(Message::Cancel, ""), (Message::BackHome, "The pilot")] {
        let mut story = Story::new();
        story.press(Message::AskOne).fill(Message::TopicFirst, "The pilot").press(way_out);
        assert!(!is_stored(&story, "The pilot"), "{way_out:?}");
        story.reload().press(Message::AskOne);
        assert_eq!(story.field(Message::TopicFirst).0, again, "{way_out:?}");
        if story.offers(Message::StartOver) {
            story.press(Message::StartOver);
            assert_eq!(story.field(Message::TopicFirst).0, "");
        }
    }
}
