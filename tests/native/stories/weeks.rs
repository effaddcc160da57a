//! The manager's own weeks: what was held, is booked and was moved, and own next steps, for all sellers together.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::time::Span;
use coaching_session::program::event::Event;
use coaching_session::text::message::Message;

use crate::given::TEN;
use crate::seen;
use crate::story::Story;

/// Returns the kinds with their counts in the weeks from 13 April to 1 June.
fn weeks(story: &Story) -> Vec<(String, Vec<usize>)> {
    let view = story.view();
    let weeks = seen::home(&view).weeks.as_ref();
    let rows = weeks.map(|weeks| weeks.rows.iter().map(|row| (row.label.to_string(), row.counts.clone())));
    rows.map(Iterator::collect).unwrap_or_default()
}

#[track_caller]
fn check(story: &Story, expected: &[(&str, [usize; 8])]) {
    let expected: Vec<_> = expected.iter().map(|(of, counts)| ((*of).to_owned(), counts.to_vec())).collect();
    assert_eq!(weeks(story), expected);
}

#[test]
fn held_booked_moved_and_own_steps_count_in_their_weeks() {
    let mut story = Story::new();
    assert!(weeks(&story).is_empty());
    story.plan("Lee").press(Message::BackHome);
    check(&story, &[("Booked", [0, 0, 0, 0, 1, 0, 0, 0])]);
    // Moved from this week to the next one.
    story.open_first().press(Message::ChangePlan).press("Mon 18 May, 10:00").press(Message::BackHome);
    check(&story, &[("Booked", [0, 0, 0, 0, 0, 1, 0, 0]), ("Moved", [0, 0, 0, 0, 1, 0, 0, 0])]);
    story.plan("Tom");
    story.now = TEN;
    story.press_start().press(Message::WriteNextStep).press(Message::ManagerUnknown);
    story.fill(Message::NextStepLabel, "Ask for the slot").press(Message::Keep);
    story.press(Message::WriteNextStep).fill(Message::NextStepLabel, "Call Dana").press(Message::Keep);
    story.watch(2).press(Message::EndEarly).press(Message::BackHome);
    story.survives_a_reload();
    // While a seller has the device in hand, the weeks are hidden: they are the manager's own.
    let mut handed = story.clone();
    handed.open_first().press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    handed.press(Message::NotReady).press(Message::BackHome);
    check(&handed, &[]);
    let all = [
        ("Held", [0, 0, 0, 0, 1, 0, 0, 0]),
        ("Booked", [0, 0, 0, 0, 0, 1, 0, 0]),
        ("Moved", [0, 0, 0, 0, 1, 0, 0, 0]),
        ("My next steps", [0, 0, 0, 0, 1, 0, 0, 0]),
    ];
    check(&story, &all);
    // A week later the date of Lee passed, and nothing is counted as missed.
    story.now = TEN.plus(Span::minutes(7 * 24 * 60));
    story.wake();
    let later = [
        ("Held", [0, 0, 0, 1, 0, 0, 0, 0]),
        ("Moved", [0, 0, 0, 1, 0, 0, 0, 0]),
        ("My next steps", [0, 0, 0, 1, 0, 0, 0, 0]),
    ];
    check(&story, &later);
}

#[test]
fn change_of_the_place_alone_moves_nothing() {
    let mut story = Story::new();
    story.plan("Lee").press(Message::ChangePlan).fill(Message::PlaceLabel, "Room 4");
    story.press(Message::FormSubmitChange).press(Message::BackHome);
    check(&story, &[("Booked", [0, 0, 0, 0, 1, 0, 0, 0])]);
}

#[test]
fn own_weeks_name_nobody_and_are_on_no_sellers_device() {
    let (mut maria, mut lee) = (Story::new(), Story::elsewhere());
    maria.plan("Lee").invite("Lee").press(Message::CopyWords).settle_copy(true);
    let text = maria.window().sent.clone().expect("a message").text;
    maria.press(Message::EditDone).press(Message::BackHome);
    let view = maria.view();
    let weeks = seen::home(&view).weeks.clone().expect("the own weeks");
    assert!(!format!("{weeks:?}").contains("Lee"));
    assert_eq!(&*weeks.weeks[4], "Mon 11 May");
    maria.open_first_page();
    assert!(seen::home(&maria.view()).weeks.is_none(), "not on the page of one person");
    lee.send(Event::LinkOpened(text)).fill(Message::TopicFirst, "The pilot");
    lee.press(Message::ItIsCoaching { manager: "Maria" }).press(Message::EditDone).press(Message::BackHome);
    assert!(seen::home(&lee.view()).weeks.is_none());
}

#[test]
fn sample_counts_for_nothing() {
    let mut story = Story::new();
    story.press(Message::SampleOpen);
    assert!(weeks(&story).is_empty());
}
