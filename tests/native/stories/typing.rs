//! Typed text that is not kept yet outlives links, other screens and other windows, until the person discards it.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::time::Span;
use coaching_session::program::event::Event;
use coaching_session::text::message::Message;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::given::{TEN, cases};
use crate::seen;
use crate::stories::walk::{Walk, act, shows};
use crate::story::{Named as _, Story};

const TYPED: &str = "Zqz half a word";

/// Returns a link by which Maria invites Lee.
fn invitation(mut maria: Story) -> String {
    maria.plan("Lee").invite("Lee").press(Message::CopyLink);
    maria.window().copied.clone().unwrap()
}

/// Returns a link by which a seller asks Maria for a session.
fn request() -> String {
    let mut ann = Story::elsewhere();
    ann.press(Message::AskOne).fill(Message::WhoCoaches, "Maria").fill(Message::OwnNameLabel, "Ann");
    ann.press(Message::AskNext).press(Message::CopyLink);
    ann.window().copied.clone().unwrap()
}

#[test]
fn steady_typing_is_stored_while_it_goes_on() {
    let words = "One word after the other, and never a pause.";
    let is_stored =
        |story: &Story, text: &str| story.storage.records.values().any(|record| record.contains(text));
    let stays = |story: &mut Story, label: Message<'_>| {
        story.type_steadily(&*label.words(), words);
        // A letter takes 150 milliseconds, and a save comes after 1.5 seconds.
        assert!(is_stored(story, &words[..words.len() - 11]), "{label:?}");
        story.rest();
        assert!(is_stored(story, words), "{label:?}");
    };
    let mut story = Story::new();
    stays(story.press(Message::PlanOne), Message::SellerLabel);
    stays(story.press(Message::Cancel).begin().press(Message::WriteNote), Message::SharedNoteLabel);
    stays(story.press(Message::Keep).press(Message::WriteNextStep), Message::NextStepLabel);
    let mut lee = Story::elsewhere();
    stays(lee.send(Event::LinkOpened(invitation(Story::new()))), Message::TopicFirst);
    stays(Story::elsewhere().press(Message::AskOne), Message::WhoCoaches);
}

#[test]
fn saving_of_steady_typing_is_asked_for_once() {
    let mut story = Story::new();
    story.press(Message::PlanOne).fill(Message::SellerLabel, "L");
    let due = story.window().saves_at;
    story.now = story.now.plus(Span(1_000));
    story.fill(Message::SellerLabel, "Le");
    assert_eq!(story.window().saves_at, due);
    story.rest().fill(Message::SellerLabel, "Lee");
    assert!(story.window().saves_at > due);
}

#[test]
fn form_below_an_answered_link_is_there_again() {
    for answer in [Message::PlanOne, Message::FileLeave, Message::BackHome] {
        let mut story = Story::new();
        story.press(Message::PlanOne).fill(Message::SellerLabel, TYPED);
        story.send(Event::LinkOpened(request()));
        if !story.offers(answer) {
            continue;
        }
        story.press(answer).rest();
        if answer == Message::PlanOne {
            assert_eq!(story.field(Message::SellerLabel).0, "Ann", "the request is planned");
            story.press(Message::Cancel).press(Message::PlanOne);
        }
        assert_eq!(story.field(Message::SellerLabel).0, TYPED, "{answer:?}");
    }
}

#[test]
fn form_left_for_another_screen_can_be_started_over() {
    let mut story = Story::new();
    story.press(Message::PlanOne).fill(Message::SellerLabel, TYPED);
    story.send(Event::LinkOpened(invitation(Story::elsewhere()))).press(Message::NotYetBring);
    story.press(Message::BackHome).reload().press(Message::PlanOne);
    assert_eq!(story.field(Message::SellerLabel).0, TYPED);
    assert_eq!(story.notices(), ["This form is as you left it."]);
    story.press(Message::StartOver);
    assert_eq!(story.field(Message::SellerLabel).0, "");
    assert_eq!(story.notices(), [Message::FormThrown.words().to_string()], "and the way back");
}

#[test]
fn form_for_another_seller_is_set_aside() {
    let mut story = Story::new();
    story.begin().press(Message::EndEarly).press(Message::BackHome);
    story.press(Message::PlanOne).fill(Message::SellerLabel, TYPED);
    story.send(Event::LinkOpened(invitation(Story::elsewhere()))).press(Message::NotYetBring);
    story.press(Message::BackHome);
    story.press(Message::HomeOf { seller: "Lee" });
    let held = seen::home(&story.view()).groups.iter().find(|group| &*group.heading == "Held").cloned();
    story.send(held.unwrap().rows[0].open.press).press(Message::AnotherTime);
    assert_eq!(story.field(Message::SellerLabel).0, "Lee");
    assert!(shows(&story, TYPED), "the other text is offered: {:?}", story.notices());
    story.reload().press(Message::LeftTake);
    assert_eq!(story.field(Message::SellerLabel).0, TYPED);
}

#[test]
fn first_step_without_a_next_step_stays() {
    let mut story = Story::new();
    story.begin().press(Message::WriteNextStep).fill(Message::NextStepLabel, "To call");
    story.fill(Message::FirstStepLabel, TYPED).fill(Message::NextStepLabel, "").press(Message::BackHome);
    let open = seen::home(&story.view()).groups[0].rows[0].open.press;
    story.send(open).press(Message::WriteNextStep).fill(Message::NextStepLabel, "To call");
    assert_eq!(story.field(Message::FirstStepLabel).0, TYPED);
}

/// Two windows of Lee, who was invited; the second one has half typed an answer.
fn two_answering() -> Story {
    let link = invitation(Story::new());
    let mut story = Story::elsewhere();
    story.send(Event::LinkOpened(link.clone()));
    story.open_window("Europe/Berlin");
    story.send(Event::LinkOpened(link)).fill(Message::TopicFirst, TYPED).rest();
    story
}

#[test]
fn reply_half_typed_stays_when_another_window_answers() {
    let mut story = two_answering();
    story.in_window(0).fill(Message::TopicFirst, "The map").press(Message::ItIsCoaching { manager: "Maria" });
    story.in_window(1);
    assert_eq!(story.field(Message::TopicFirst).0, TYPED);
    let told = "This invitation was answered in another window.";
    assert!(seen::sheet(&story.view()).outcome.as_ref().is_some_and(|outcome| outcome.starts_with(told)));
    story.press(Message::ItIsCoaching { manager: "Maria" });
    for text in [TYPED, "The map"] {
        assert!(shows(&story, text), "{text}");
    }
}

#[test]
fn preparation_of_a_session_deleted_elsewhere_stays_in_sight() {
    let mut story = Story::new();
    story.plan("Lee").open_window("Europe/Berlin");
    let open = seen::home(&story.view()).groups[0].rows[0].open.press;
    story.send(open).press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    story.fill(Message::TopicFirst, TYPED).rest();
    story.in_window(0).press(Message::Delete);
    story.in_window(1).press(Message::IAm { name: "Lee" });
    assert!(shows(&story, TYPED), "{:?}", story.notices());
    story.reload().press(Message::IAm { name: "Lee" });
    assert!(shows(&story, TYPED), "after a reload: {:?}", story.notices());
    story.press(Message::LeftDiscard);
    assert!(!shows(&story, TYPED));
    assert!(!story.storage.records.values().any(|record| record.contains(TYPED)));
}

#[test]
fn preparation_stays_when_another_window_starts_the_session() {
    let mut story = Story::new();
    story.plan("Lee").open_window("Europe/Berlin");
    let open = seen::home(&story.view()).groups[0].rows[0].open.press;
    let manager = crate::story::the_manager();
    story.send(open).press(Message::PrepareOwn).press(Message::IAm { name: &manager });
    story.fill(Message::NoteLabel, TYPED).rest();
    story.in_window(0).press_start().in_window(1);
    assert!(story.notices()[0].starts_with("The session has started in the meantime."));
    story.press(Message::BackHome);
    assert!(story.storage.records.values().any(|record| record.contains(TYPED)));
}

#[test]
fn manager_said_after_the_start_elsewhere_opens_the_session() {
    let mut story = Story::new();
    story.plan("Lee").open_window("Europe/Berlin");
    let open = seen::home(&story.view()).groups[0].rows[0].open.press;
    let manager = crate::story::the_manager();
    story.send(open).press(Message::PrepareOwn);
    story.in_window(0).press_start().in_window(1);
    story.press(Message::IAm { name: &manager });
    seen::run(&story.view());
}

/// Two windows at the close; in the second one Lee has typed a thing to keep.
fn two_closing() -> Story {
    let mut story = Story::new();
    story.begin().press(Message::EndEarly).open_window("Europe/Berlin");
    story
        .open_first_of_page()
        .alone()
        .press(Message::HandOverTo { name: "Lee" })
        .press(Message::IAm { name: "Lee" });
    story.fill_differently(TYPED).rest();
    story
}

#[test]
fn answers_typed_in_two_windows_are_both_kept() {
    let mut story = two_closing();
    story.in_window(0).alone().press(Message::HandOverTo { name: "Lee" }).press(Message::IAm { name: "Lee" });
    story.fill_differently("The map").press(Message::AnswerLater);
    story.in_window(1).press(Message::AnswerLater);
    let record = story.storage.records.iter().filter(|(name, _)| name.starts_with("session/"));
    let record: String = record.map(|(_, record)| record.clone()).collect();
    assert!(record.contains(TYPED) && record.contains("The map"), "{record}");
}

#[test]
fn answer_typed_after_both_answered_elsewhere_is_told() {
    let mut story = two_closing();
    story.in_window(0).alone().press(Message::HandOverTo { name: "Lee" }).press(Message::IAm { name: "Lee" });
    story.press(Message::Coaching).press(Message::AnswerIn);
    let manager = crate::story::the_manager();
    story.press(Message::IAm { name: &manager }).press(Message::Coaching).press(Message::AnswerIn);
    story.in_window(1);
    assert_eq!(story.field(Message::AskDifferently).0, TYPED);
    assert!(story.notices()[0].starts_with("You both answered in another window"));
    story.press(Message::AnswerLater).press(Message::IAm { name: "Lee" });
    assert!(shows(&story, TYPED), "{:?}", story.notices());
    story.reload().press(Message::IAm { name: "Lee" });
    assert!(shows(&story, TYPED), "{:?}", story.notices());
    story.press(Message::LeftDiscard);
    assert!(!shows(&story, TYPED));
}

/// Returns the walk of Maria, who has planned a session with Lee and gets links of four kinds.
fn walk() -> Walk {
    let mut maria = Story::new();
    maria.plan("Lee").invite("Lee").press(Message::CopyLink);
    let sent = maria.window().copied.clone().unwrap();
    let mut lee = Story::elsewhere();
    lee.send(Event::LinkOpened(sent)).press(Message::NotYetBring).press(Message::CopyLink);
    let reply = lee.window().copied.clone().unwrap();
    maria.press(Message::BackHome);
    maria.now = TEN;
    let mut other = Story::elsewhere();
    other.plan("Maria").invite("Maria").press(Message::CopyLink);
    let invitation = other.window().copied.clone().unwrap();
    maria.reload().open_window_alike();
    Walk::new(maria, vec![reply, invitation, request(), "see you on Thursday".to_owned()])
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn typed_text_is_kept_drafted_shown_or_discarded_by_the_person(acts in vec(act(), 1..40)) {
        let mut walk = walk();
        for (at, act) in acts.iter().enumerate() {
            let lost = walk.lost_by(*act);
            prop_assert!(lost.is_empty(), "{lost:?} is lost by the act {at}: {:?}", walk.trail);
        }
    }
}

#[test]
fn own_name_stays_through_a_request_of_another_window() {
    let mut story = Story::new();
    let plan = |story: &mut Story, seller: &str, date: &str, own: &str| {
        story.press(Message::PlanOne).press(Message::DefaultsChange);
        story.fill(Message::SellerLabel, seller).fill(Message::OwnNameLabel, own);
        story.fill(Message::DateLabel, date).fill(Message::TimeLabel, "10:00").press(Message::FormSubmit);
    };
    plan(&mut story, "Lee", "2026-05-14", "Maria");
    story.press(Message::BackHome).press(Message::AskOne).open_window("Europe/Berlin");
    plan(&mut story, "Tom", "2026-05-15", TYPED);
    story.in_window(0);
    story.fill(Message::WhoCoaches, "Ann").press(Message::AskNext);
    assert!(shows(&story, TYPED), "{:?}", story.view());
    story.in_window(1).press(Message::BackHome).press(Message::PlanOne).press(Message::DefaultsChange);
    assert_eq!(story.field(Message::OwnNameLabel).0, TYPED);
}
