//! Half-typed answers to invitations whose link is no longer open: the list and the page of another link lead back.

use coaching_session::program::event::Event;
use coaching_session::text::message::Message;

use crate::seen;
use crate::story::{Named as _, Story};

/// Returns the texts of two invitations of Maria, to sessions at 10:00 on Thu 14 May and on Fri 15 May.
fn invitations() -> [String; 2] {
    let mut maria = Story::new();
    maria.plan("Lee").invite("Lee");
    let first = maria.press(Message::CopyWords).window().sent.clone().expect("a message").text;
    maria.press(Message::EditDone).press(Message::BackHome).press(Message::PlanOne);
    maria.fill(Message::SellerLabel, "Lee").fill(Message::DateLabel, "2026-05-15");
    maria.fill(Message::TimeLabel, "10:00").press(Message::FormSubmit).invite("Lee");
    [first, maria.press(Message::CopyWords).window().sent.clone().expect("a message").text]
}

const BEGAN: &str = "You began an answer to Maria for Thu 14 May, 10:00: \u{201c}The pilot\u{201d}";

/// Lee, who typed half an answer to the first invitation.
fn half_answered(first: &str) -> Story {
    let mut lee = Story::elsewhere();
    lee.send(Event::LinkOpened(first.to_owned())).fill(Message::TopicFirst, "The pilot").rest();
    lee
}

/// Returns the title of the opened invitation, its date.
fn title(story: &Story) -> String {
    seen::sheet(&story.view()).head.title.to_string()
}

#[test]
fn answer_is_found_again_behind_a_second_link_after_a_reload() {
    let [first, second] = invitations();
    let mut lee = half_answered(&first);
    lee.send(Event::LinkOpened(second.clone()));
    assert!(title(&lee).starts_with("Thursday 14 May"), "the second link waits");
    assert!(lee.notices().is_empty(), "{:?}", lee.notices());
    // The address holds the second link by now.
    lee.open_window_by_link();
    lee.send(Event::LinkOpened(second));
    assert!(title(&lee).starts_with("Friday 15 May"), "{}", title(&lee));
    assert_eq!(lee.notices(), [BEGAN]);
    lee.fill(Message::TopicFirst, "The renewal").press(Message::LeftTake);
    assert!(title(&lee).starts_with("Thursday 14 May"), "{}", title(&lee));
    assert_eq!(lee.field(Message::TopicFirst).0, "The pilot");
    let other = "You began an answer to Maria for Fri 15 May, 10:00: \u{201c}The renewal\u{201d}";
    assert_eq!(lee.notices(), [other]);
    // The second one waits until the answer to the first is sent.
    lee.press(Message::ItIsCoaching { manager: "Maria" });
    assert!(lee.offers(Message::CopyWords), "the answer is to be sent");
    assert!(!lee.window().forgot_link, "a reload opens the second link");
    lee.press(Message::CopyWords).settle_copy(true).press(Message::EditDone);
    assert!(title(&lee).starts_with("Friday 15 May"), "{}", title(&lee));
    assert_eq!(lee.field(Message::TopicFirst).0, "The renewal");
    assert!(lee.notices().is_empty(), "{:?}", lee.notices());
}

#[test]
fn answer_is_found_again_on_the_list_of_the_plain_address() {
    let [first, _] = invitations();
    let mut lee = half_answered(&first);
    lee.reopen();
    assert_eq!(lee.notices(), [BEGAN]);
    lee.press(Message::LeftTake);
    assert_eq!(lee.field(Message::TopicFirst).0, "The pilot");
    lee.press(Message::FileLeave).press(Message::FileLeave);
    assert_eq!(lee.notices(), [BEGAN]);
    let markup = crate::drawn::markup(&lee, "en");
    assert!(!markup.contains("Open its link again"), "one notice leads back: {markup}");
    lee.survives_a_reload();
    let mut away = lee.clone();
    away.press(Message::LeftDiscard).reload();
    assert!(away.notices().is_empty(), "{:?}", away.notices());
    lee.press(Message::LeftTake).press(Message::ItIsCoaching { manager: "Maria" });
    lee.press(Message::EditDone).press(Message::BackHome).survives_a_reload();
    assert!(lee.notices().is_empty(), "{:?}", lee.notices());
    assert!(lee.storage.records.keys().all(|name| !name.starts_with("draft-")), "the draft did its work");
}

#[test]
fn answer_of_a_closed_window_is_found_again_on_the_list() {
    let [first, _] = invitations();
    let mut lee = half_answered(&first);
    lee.move_to_another_machine();
    lee.reopen();
    assert_eq!(lee.notices(), [BEGAN]);
    lee.press(Message::LeftTake);
    assert_eq!(lee.field(Message::TopicFirst).0, "The pilot");
}

#[test]
fn answer_to_a_moved_session_is_found_again_on_the_list() {
    let (mut maria, mut lee) = (Story::new(), Story::elsewhere());
    let text =
        |maria: &mut Story| maria.press(Message::CopyWords).window().sent.clone().expect("a message").text;
    maria.plan("Lee").invite("Lee");
    let invitation = text(&mut maria);
    maria.settle_copy(true).press(Message::EditDone);
    lee.send(Event::LinkOpened(invitation)).fill(Message::TopicFirst, "The pilot");
    lee.press(Message::ItIsCoaching { manager: "Maria" }).press(Message::EditDone);
    maria.press(Message::ChangePlan).fill(Message::DateLabel, "2026-05-15");
    maria.press(Message::FormSubmitChange).press(Message::ShareChanged { name: "Lee" });
    let moved = text(&mut maria);
    lee.send(Event::LinkOpened(moved)).press(Message::AnotherTime).fill(Message::WishLabel, "Monday").rest();
    lee.reopen();
    lee.press(Message::BackHome);
    assert_eq!(lee.notices(), ["You began an answer to Maria for Fri 15 May, 10:00: \u{201c}Monday\u{201d}"]);
    lee.press(Message::LeftTake);
    assert_eq!(lee.field(Message::WishLabel).0, "Monday");
    lee.press(Message::AskOtherTime).press(Message::EditDone).press(Message::BackHome);
    assert!(lee.notices().is_empty(), "{:?}", lee.notices());
}

#[test]
fn time_typed_and_not_asked_for_is_seen_after_the_answer() {
    let [first, _] = invitations();
    let mut lee = Story::elsewhere();
    lee.send(Event::LinkOpened(first)).press(Message::AnotherTime).fill(Message::WishLabel, "Monday");
    lee.press(Message::TimeBack).press(Message::NotYetBring).press(Message::EditDone);
    let told = "Typed earlier and not kept: \u{201c}Monday\u{201d}";
    assert_eq!(lee.notices(), [told]);
    lee.survives_a_reload().press(Message::LeftDiscard);
    assert_eq!(lee.notices(), [Message::FormThrown.words()]);
    lee.reload();
    assert!(lee.notices().is_empty(), "{:?}", lee.notices());
}
