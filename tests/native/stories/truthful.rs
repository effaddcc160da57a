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
    assert!(
        text.starts_with("Our coaching session on Thursday 14 May, 07:00 (Berlin time).\n"),
        "the message names the real start alone: {text}"
    );
    hand(&mut maria, &mut lee);
    let heading = seen::sheet(&lee.view()).heading.to_string();
    let both = "Thursday 14 May, 07:00, booked for Thursday 14 May, 10:00";
    assert_eq!(heading, format!("Your coaching session on {both}"));
    assert!(
        crate::drawn::markup(&lee, "en").contains("What was planned"),
        "the booked time stands below that"
    );
}

#[test]
fn session_begun_in_time_is_named_by_its_booked_time() {
    let (mut maria, _) = invited();
    maria.now = TEN.minus(minutes(5));
    maria.press_start().press(Message::EndEarly).press(Message::SendTo { name: "Lee" });
    let text = maria.press(Message::CopyWords).window().sent.clone().expect("a message").text;
    assert!(text.starts_with("Our coaching session on Thursday 14 May, 10:00 (Berlin time).\n"), "{text}");
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
    assert!(lead.contains("The link also holds your answers at the close."), "{lead}");
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

/// Returns the message on the screen, as it would be copied.
#[track_caller]
fn message(story: &mut Story) -> String {
    story.press(Message::CopyWords).window().sent.clone().expect("a message").text
}

/// Returns the statement about the sending on the screen of a planned session.
fn said(story: &Story) -> String {
    seen::planned(&story.view()).sent.as_ref().map(|sent| sent.words.to_string()).unwrap_or_default()
}

#[test]
fn change_says_what_is_now_and_what_was() {
    let (mut maria, mut lee) = invited();
    maria.press(Message::ChangePlan).fill(Message::TimeLabel, "11:00");
    maria.fill(Message::MinutesLabel, "60").fill(Message::PlaceLabel, "Room 4");
    maria.press(Message::FormSubmitChange).press(Message::ShareChanged { name: "Lee" });
    let text = message(&mut maria);
    assert!(text.starts_with("Our coaching session has changed since my last message:\n"), "{text}");
    let when =
        "- When: Thursday 14 May, 11:00 (Berlin time) instead of Thursday 14 May, 10:00 (Berlin time)\n";
    for line in [
        when,
        "- Length: 60 min instead of 45 min\n",
        "- Place or meeting link: Room 4\n",
        "- Agenda: Open 3 min",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    maria.settle_copy(true).press(Message::EditDone);
    assert!(said(&maria).starts_with("You copied the change on "), "{}", said(&maria));
    maria.survives_a_reload();
    // The next change is told against the last message, and a place that is gone says so.
    maria.press(Message::ChangePlan).fill(Message::PlaceLabel, "");
    maria.press(Message::FormSubmitChange).press(Message::ShareChanged { name: "Lee" });
    let text = message(&mut maria);
    assert!(text.contains("\n- Place or meeting link: no longer Room 4\n\n"), "{text}");
    assert!(!text.contains("instead of"), "{text}");
    hand(&mut maria, &mut lee);
}

#[test]
fn invitation_sent_again_after_an_answer_asks_for_no_topic() {
    let (mut maria, _) = invited();
    maria.press(Message::SendTo { name: "Lee" });
    let text = message(&mut maria);
    assert!(text.starts_with("Here is our coaching session once more.\n"), "{text}");
    assert!(!text.contains("say what would help most"), "{text}");
    maria.settle_copy(true).press(Message::EditDone);
    assert!(said(&maria).starts_with("You copied the invitation on "), "{}", said(&maria));
}

#[test]
fn date_for_a_request_answers_the_request() {
    let (mut maria, mut lee) = (Story::new(), Story::elsewhere());
    lee.press(Message::AskOne).fill(Message::WhoCoaches, "Maria").fill(Message::OwnNameLabel, "Lee");
    lee.fill(Message::TopicFirst, "Who signs at Contoso").press(Message::AskNext);
    hand(&mut lee, &mut maria);
    maria.press(Message::PlanOne).fill(Message::DateLabel, "2026-05-14").fill(Message::TimeLabel, "10:00");
    maria.press(Message::FormSubmit).press(Message::ShareGranted { name: "Lee" });
    let text = message(&mut maria);
    let start = "Yes, gladly. Here is a date for our coaching session.\nYou asked about this: Who signs at Contoso\n\n\
                 Coaching session: Lee with Maria, Thursday 14 May, 10:00 (Berlin time)\n";
    assert!(text.starts_with(start), "{text}");
    assert!(!text.contains("say what would help most"), "{text}");
    hand(&mut maria, &mut lee);
    maria.press(Message::SendTo { name: "Lee" });
    assert!(message(&mut maria).starts_with("Here is our coaching session once more."));
}
