//! Sentences that readers misread, each with the words that say what is meant.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::time::Span;
use coaching_session::program::event::Event;
use coaching_session::text::message::Message;

use crate::drawn::markup;
use crate::given::TEN;
use crate::seen;
use crate::story::Story;

/// Returns the message on the screen that sends, which the person copies.
#[track_caller]
fn message(from: &mut Story) -> String {
    let text = from.press(Message::CopyWords).window().sent.clone().expect("a message").text;
    from.settle_copy(true);
    text
}

#[track_caller]
fn shows(story: &Story, words: &str) {
    let markup = markup(story, "en");
    assert!(markup.contains(words), "{words:?} in {markup}");
}

#[test]
fn invitation_to_a_call_names_the_call_and_no_deals() {
    for (kind, says) in [
        ("Before a call", "bring that call, and we'll rehearse the hard moment."),
        ("After a call", "bring that call, and we'll go back to the moment that mattered."),
    ] {
        let mut maria = Story::new();
        maria
            .press(Message::PlanOne)
            .fill(Message::SellerLabel, "Lee")
            .fill(Message::DateLabel, "2026-05-14");
        maria.fill(Message::TimeLabel, "10:00").choose(Message::TypeLabel, "Call");
        maria.choose("Before the call, or after it?", kind).press(Message::FormSubmit);
        let text = message(maria.invite("Lee"));
        assert!(
            text.contains(says) && text.contains("hard questions about the call, not about you"),
            "{text}"
        );
        assert!(!text.contains("deal"), "{text}");
    }
}

#[test]
fn invitation_to_a_quarter_shows_its_dates_before_the_answer() {
    let (mut maria, mut lee) = (Story::new(), Story::elsewhere());
    maria.press(Message::QuarterOpen).fill(Message::QuarterNames, "Lee, Kim");
    maria.fill(Message::QuarterEvery, "4").fill(Message::OwnNameLabel, "Maria");
    let book = seen::names(&maria.view()).into_iter().find(|name| name.starts_with("Book ")).unwrap();
    maria.press(&book).press("Copy for Lee").settle_copy(true);
    lee.send(Event::LinkOpened(maria.window().copied.clone().unwrap()));
    shows(&lee, "Your answer says yes to Thu 21 May, 10:00, not yet to the later dates.");
    for date in ["Thu 18 Jun, 10:00", "Thu 16 Jul, 10:00", "Thu 13 Aug, 10:00"] {
        shows(&lee, date);
    }
}

#[test]
fn list_of_the_seller_says_who_brings_a_topic() {
    let (mut maria, mut lee) = (Story::new(), Story::elsewhere());
    maria.plan("Lee").invite("Lee");
    lee.send(Event::LinkOpened(message(&mut maria))).press(Message::NotYetBring);
    maria.press(Message::EditDone).send(Event::LinkOpened(message(&mut lee))).press(Message::FileTake);
    lee.press(Message::EditDone).press(Message::BackHome);
    maria.press(Message::BackHome);
    let detail = |story: &Story| seen::home(&story.view()).groups[0].rows[0].detail.to_string();
    assert_eq!(detail(&lee), "You'll bring a topic");
    assert!(detail(&maria).starts_with("Will bring a topic"), "{}", detail(&maria));
}

#[test]
fn initials_at_the_end_of_a_sentence_keep_one_full_stop() {
    let (mut maria, mut lee) = (Story::new(), Story::elsewhere());
    maria.plan("Lee Park").invite("Lee").press(Message::NamesInitials);
    lee.send(Event::LinkOpened(message(&mut maria))).fill(Message::TopicFirst, "The pilot");
    lee.press(Message::ItIsCoaching { manager: "M." });
    shows(&lee, "works for L.P.");
    assert!(!markup(&lee, "en").contains(".."), "{}", markup(&lee, "en"));
}

#[test]
fn second_invitation_asks_what_the_first_one_asked() {
    let (mut maria, mut lee) = (Story::new(), Story::elsewhere());
    maria.plan("Lee").invite("Lee");
    lee.send(Event::LinkOpened(message(&mut maria))).press(Message::NotYetBring);
    lee.press(Message::EditDone).press(Message::BackHome);
    // The record brings the next date, and a day later its own invitation comes.
    (maria.now, lee.now) = (TEN, TEN.plus(Span::minutes(60)));
    maria.press(Message::EditDone).press_start().watch(30).press(Message::EndEarly);
    maria.press(Message::BackHome).press(Message::PlanOne).fill(Message::SellerLabel, "Lee");
    maria.fill(Message::DateLabel, "2026-06-11").fill(Message::TimeLabel, "10:00").press(Message::FormSubmit);
    maria.press(Message::BackHome);
    let record = seen::home(&maria.view()).groups[0].rows[0].last.clone().expect("the record");
    maria.send(record.press).press(Message::SendTo { name: "Lee" });
    lee.send(Event::LinkOpened(message(&mut maria))).press(Message::FileTake).press(Message::BackHome);
    maria.press(Message::EditDone).press(Message::BackHome).open_first().press(Message::ChangePlan);
    maria.fill(Message::PlaceLabel, "Room 2").press(Message::FormSubmitChange);
    lee.send(Event::LinkOpened(message(maria.press(Message::ShareChanged { name: "Lee" }))));
    shows(&lee, "invites you to a coaching session");
    shows(&lee, "What would help most?");
    shows(&lee, "Room 2");
    assert!(lee.offers(Message::NotYetBring) && lee.offers(Message::AnotherTime));
    let mut kept = lee.clone();
    kept.press(Message::KeepUnanswered);
    assert!(seen::planned(&kept.view()).place.is_some(), "the news is kept without an answer");
    lee.fill(Message::TopicFirst, "The renewal").press(Message::ItIsCoaching { manager: "Maria" });
    let text = message(&mut lee);
    assert!(text.starts_with("My topic: The renewal\n") && text.contains(" works for me.\n"), "{text}");
}
