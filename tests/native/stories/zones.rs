//! Sessions seen from other time zones, and in hours that clocks skip.
//!
//! Uses only the buttons and fields that the view offers.

use crate::given::TEN;
use crate::seen;
use crate::story::Story;
use coaching_session::text::message::Message;

#[test]
fn a_session_planned_in_new_york_is_shown_at_the_time_of_berlin() {
    let mut story = Story::new();
    story.open_window("America/New_York");
    story.plan("Lee");
    assert_eq!(&*seen::planned(&story.view()).when, "Thursday 14 May, 10:00 to 10:45");
    story.in_window(0);
    let open = seen::home(&story.view()).groups[0].rows[0].open.press;
    assert_eq!(&*seen::home(&story.view()).groups[0].rows[0].when, "Tomorrow 16:00");
    story.send(open);
    assert_eq!(&*seen::planned(&story.view()).when, "Thursday 14 May, 16:00 to 16:45");
}

fn seen_from_berlin() -> Story {
    let mut story = Story::new();
    story.open_window("America/New_York");
    story.plan("Lee").in_window(0);
    let open = seen::home(&story.view()).groups[0].rows[0].open.press;
    story.send(open);
    story
}

#[test]
fn a_time_changed_from_another_zone_is_the_time_that_was_typed() {
    let mut story = seen_from_berlin();
    story
        .press(Message::ChangePlan)
        .fill(Message::DateLabel, "2026-05-15")
        .fill(Message::TimeLabel, "17:00")
        .press(Message::FormSubmitChange);
    assert_eq!(&*seen::planned(&story.view()).when, "Friday 15 May, 17:00 to 17:45");
}

#[test]
fn changing_the_place_from_another_zone_moves_no_time() {
    let mut story = seen_from_berlin();
    story.press(Message::ChangePlan).fill(Message::PlaceLabel, "Room 4").press(Message::FormSubmitChange);
    assert_eq!(&*seen::planned(&story.view()).when, "Thursday 14 May, 16:00 to 16:45");
}

#[test]
fn the_next_one_is_offered_at_the_time_that_was_shown() {
    let mut story = seen_from_berlin();
    story.now = TEN;
    story.press_start().watch(2).press(Message::EndEarly).press(Message::AnotherTime);
    assert_eq!(story.field(Message::TimeLabel).0, "16:00");
}

#[track_caller]
fn check_asked(date: &str, question: &str, when: &str) {
    let mut story = Story::new();
    story.keeps_doubts = false;
    story
        .press(Message::PlanOne)
        .fill(Message::SellerLabel, "Lee")
        .fill(Message::DateLabel, date)
        .fill(Message::TimeLabel, "02:30")
        .press(Message::FormSubmit);
    assert_eq!(story.field(Message::TimeLabel).1.as_deref(), Some(question));
    story.press(Message::PlanAnyway).survives_a_reload();
    assert_eq!(&*seen::planned(&story.view()).when, when);
}

#[test]
fn skipped_or_repeated_time_is_asked_about() {
    let skipped = "The clocks go forward that night and skip this time. It would be 03:30.";
    let twice = "The clocks go back that night, so this time comes twice. The first one counts.";
    check_asked("2027-03-28", skipped, "Sunday 28 March 2027, 03:30 to 04:15");
    check_asked("2026-10-25", twice, "Sunday 25 October, 02:30 to 02:15");
}

#[test]
fn a_zone_that_the_platform_does_not_know_is_no_obstacle() {
    let mut story = Story::new();
    story.open_window("Not/A_Zone");
    story.plan("Lee").survives_a_reload();
    assert_eq!(&*seen::planned(&story.view()).when, "Thursday 14 May, 10:00 to 10:45");
}

#[test]
fn the_time_at_the_place_of_the_plan_stands_beside_it() {
    let story = seen_from_berlin();
    assert_eq!(seen::planned(&story.view()).elsewhere.as_deref(), Some("10:00 (New York time)"));
    let mut story = Story::new();
    story.plan("Lee");
    assert_eq!(seen::planned(&story.view()).elsewhere, None);
}

#[test]
fn another_day_at_the_place_of_the_plan_is_named() {
    let mut story = Story::new();
    story.open_window("Pacific/Apia");
    story.plan("Lee").in_window(0);
    let open = seen::home(&story.view()).groups[0].rows[0].open.press;
    story.send(open);
    assert_eq!(&*seen::planned(&story.view()).when, "Wednesday 13 May, 23:00 to 23:45");
    assert_eq!(seen::planned(&story.view()).elsewhere.as_deref(), Some("Thu 14 May, 10:00 (Apia time)"));
}
