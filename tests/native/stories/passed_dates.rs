//! Sessions whose date has passed and that nobody timed: held without the clock, or not held at all.
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

/// Maria, who invited Lee to Thursday 14 May, 10:00, and did not open the page until three days later.
fn passed() -> (Story, Story) {
    let (mut maria, mut lee) = (Story::new(), Story::elsewhere());
    maria.plan("Lee").invite("Lee");
    lee.send(Event::LinkOpened(message(&mut maria))).press(Message::NotYetBring);
    maria.press(Message::EditDone).press(Message::BackHome);
    (maria.now, lee.now) = (TEN.plus(Span::minutes(3 * 24 * 60)), TEN.plus(Span::minutes(3 * 24 * 60)));
    maria.open_first();
    (maria, lee)
}

#[test]
fn session_held_without_the_clock_shows_only_its_booked_time() {
    let (mut maria, _) = passed();
    let promised = "Yes: it's filed as held, and shows only the time it was booked for.";
    assert!(markup(&maria, "en").contains(promised), "{}", markup(&maria, "en"));
    maria.press(Message::HappenedYes).survives_a_reload();
    let booked = "Thursday 14 May, booked for 10:00 to 10:45";
    assert_eq!(&*seen::over(&maria.view()).when, booked);
    maria.press(Message::SummaryCopy);
    let copied = maria.window().copied.clone().expect("a summary");
    assert!(copied.contains(booked), "{copied}");
}

#[test]
fn way_back_from_a_session_held_without_the_clock_names_no_end() {
    let (mut maria, _) = passed();
    maria.press(Message::HappenedYes);
    assert!(!maria.offers("It's not over yet"), "nothing was running");
    maria.press("It didn't happen after all").survives_a_reload();
    assert!(maria.offers(Message::HappenedYes) && maria.offers(Message::HappenedNot));
}

#[test]
fn cancelled_seller_stays_on_the_list_with_dates_to_press() {
    let mut maria = Story::new();
    maria.plan("Lee").invite("Lee");
    message(&mut maria);
    maria.press(Message::EditDone).press(Message::ChangePlan).press(Message::FormCallOff).survives_a_reload();
    let view = maria.view();
    let groups = &seen::home(&view).groups;
    let rows: Vec<_> = groups.iter().flat_map(|group| &group.rows).collect();
    assert_eq!(rows.len(), 1, "{groups:?}");
    assert_eq!((&*groups[0].heading, &*rows[0].seller, rows[0].slots.len()), ("No date yet", "Lee", 2));
}

#[test]
fn session_that_did_not_happen_is_never_called_cancelled() {
    let (mut maria, mut lee) = passed();
    maria.press(Message::HappenedNot);
    let shown = markup(&maria, "en");
    let says =
        "The session with Lee, Thu 14 May, 10:00, has been deleted here. Lee hears of it only from you.";
    assert!(shown.contains(says), "{shown}");
    maria.press("Tell Lee it didn't happen");
    let text = message(&mut maria);
    assert!(
        text.starts_with("Our coaching session on Thursday 14 May, 10:00 (Berlin time) didn't happen.\n"),
        "{text}"
    );
    assert!(!text.contains("calendar") && !markup(&maria, "en").contains("cancelled"), "{text}");
    lee.send(Event::LinkOpened(text));
    let shown = markup(&lee, "en");
    assert!(shown.contains(" says a session didn't happen"), "{shown}");
    assert!(!shown.contains("cancelled"), "{shown}");
    lee.press("OK, take it off my list");
}

#[test]
fn cancellation_that_is_read_late_is_still_a_cancellation() {
    let (mut maria, mut lee) = (Story::new(), Story::elsewhere());
    maria.plan("Lee").invite("Lee");
    lee.send(Event::LinkOpened(message(&mut maria))).press(Message::NotYetBring);
    maria.press(Message::EditDone).press(Message::ChangePlan).press(Message::FormCallOff);
    let text = message(maria.press(Message::ShareCancelled { name: "Lee" }));
    lee.now = TEN.plus(Span::minutes(3 * 24 * 60));
    lee.press(Message::EditDone).send(Event::LinkOpened(text));
    assert!(markup(&lee, "en").contains(" cancelled a session"));
}

#[test]
fn deleted_record_is_told_as_deleted() {
    let (mut maria, _) = passed();
    maria.press(Message::HappenedYes).press(Message::Delete);
    let text = message(maria.press("Tell Lee it's deleted"));
    assert!(
        text.starts_with("I've deleted our coaching session on Thursday 14 May, 10:00 (Berlin time).\n"),
        "{text}"
    );
}

#[test]
fn words_of_a_session_that_did_not_happen_stay_uncancelled() {
    let (mut maria, mut lee) = (Story::new(), Story::elsewhere());
    maria.plan("Lee").invite("Lee");
    lee.send(Event::LinkOpened(message(&mut maria))).fill(Message::TopicFirst, "The pilot");
    lee.press(Message::ItIsCoaching { manager: "Maria" }).press(Message::EditDone).press(Message::BackHome);
    maria.press(Message::EditDone).press(Message::BackHome);
    (maria.now, lee.now) = (TEN.plus(Span::minutes(3 * 24 * 60)), TEN.plus(Span::minutes(3 * 24 * 60)));
    maria.open_first().press(Message::HappenedNot).press(Message::ShareNotHeld { name: "Lee" });
    lee.send(Event::LinkOpened(message(&mut maria)));
    let stays = "What you wrote for it stays on your list until you delete it.";
    assert!(markup(&lee, "en").contains(stays), "{}", markup(&lee, "en"));
    lee.press(Message::DeletedTake);
    let shown = markup(&lee, "en");
    assert!(shown.contains(" says this session didn't happen") && shown.contains("The pilot"), "{shown}");
    assert!(!shown.contains("cancelled"), "{shown}");
}
