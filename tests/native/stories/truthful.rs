//! Statements that must be true of what happened: a session that began at another time than booked, answers that travel
//! unseen in a link, a topic that is written down already.

use coaching_session::program::event::Event;
use coaching_session::text::message::Message;

use crate::given::{TEN, minutes};
use crate::seen;
use crate::story::Story;

/// Copies the message on the screen and hands it to the other person, who opens the link in it.
#[track_caller]
fn hand(from: &mut Story, to: &mut Story) {
    let text = from.press(Message::CopyWords).window().sent.clone().expect("a message").text;
    from.settle_copy(true).press(Message::EditDone);
    to.send(Event::LinkOpened(text));
}

/// Maria and Lee, each at an own device, before the session.
fn invited() -> (Story, Story) {
    let (mut maria, mut lee) = (Story::new(), Story::elsewhere());
    maria.plan("Lee").invite("Lee");
    hand(&mut maria, &mut lee);
    lee.fill(Message::TopicFirst, "The pilot").press(Message::ItIsCoaching { manager: "Maria" });
    hand(&mut lee, &mut maria);
    maria.press(Message::FileTake);
    (maria, lee)
}

#[test]
fn record_of_a_session_begun_early_names_both_times() {
    let (mut maria, mut lee) = invited();
    (maria.now, lee.now) = (TEN.minus(minutes(180)), TEN);
    maria.press_start().press(Message::EndEarly).press(Message::SendTo { name: "Lee" });
    let text = maria.press(Message::CopyWords).window().sent.clone().expect("a message").text;
    let both = "Thursday 14 May, 07:00 (Berlin time), booked for Thursday 14 May, 10:00 (Berlin time)\n";
    assert!(text.starts_with(&format!("Coaching session: Lee with Maria, {both}")), "{text}");
    hand(&mut maria, &mut lee);
    let heading = seen::sheet(&lee.view()).heading.to_string();
    let both = "Thursday 14 May, 07:00, booked for Thursday 14 May, 10:00";
    assert_eq!(heading, format!("Your coaching session of {both}"));
}

#[test]
fn session_begun_in_time_is_named_by_its_booked_time() {
    let (mut maria, _) = invited();
    maria.now = TEN.minus(minutes(5));
    maria.press_start().press(Message::EndEarly).press(Message::SendTo { name: "Lee" });
    let text = maria.press(Message::CopyWords).window().sent.clone().expect("a message").text;
    assert!(
        text.starts_with("Coaching session: Lee with Maria, Thursday 14 May, 10:00 (Berlin time)\n"),
        "{text}"
    );
}

#[test]
fn page_of_a_link_with_hidden_answers_says_so() {
    let (mut maria, mut lee) = invited();
    (maria.now, lee.now) = (TEN, TEN);
    maria.press_start().press(Message::EndEarly).press(Message::SendTo { name: "Lee" });
    assert!(seen::sheet(&maria.view()).lead.starts_with("This page shows everything in the link."));
    hand(&mut maria, &mut lee);
    lee.press(Message::FileTake).press(Message::AnswerOwn).press(Message::Yes).press(Message::AnswerIn);
    lee.press(Message::SendTo { name: "Maria" });
    let lead = seen::sheet(&lee.view()).lead.to_string();
    assert!(lead.contains("Except for the answers at the close, this page shows everything"), "{lead}");
}

#[test]
fn topic_that_stands_is_changed_or_left_by_cancel() {
    let (mut maria, _) = invited();
    maria.now = TEN;
    maria.press_start();
    assert!(!maria.offers(Message::AgreedWrite), "a topic stands there");
    maria.press(Message::AgreedChange).fill(Message::TopicFirst, "The renewal").press(Message::Cancel);
    let agreed = seen::run(&maria.view()).agreed.clone().expect("topics");
    assert_eq!(&*agreed.lines[0].words, "The pilot");
    let mut alone = Story::new();
    alone.plan("Lee");
    alone.now = TEN;
    alone.press_start();
    assert!(!alone.offers(Message::AgreedChange), "there is no topic yet");
    alone.press(Message::AgreedWrite).fill(Message::TopicFirst, "The renewal").press(Message::Keep);
    assert!(alone.offers(Message::AgreedChange));
}
