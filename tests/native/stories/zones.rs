//! Sessions seen from other time zones, and in hours that clocks skip.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::half::{SellerHalf, TimeAnswer, TimeSaid};
use coaching_session::domain::id::WriterId;
use coaching_session::domain::register::Register;
use coaching_session::domain::session::Session;
use coaching_session::domain::zone::{Offset, Zone, ZoneAt};
use coaching_session::program::event::{Event, Press};
use coaching_session::text::message::Message;
use coaching_session::wire::stored::{open, seal};

use crate::given::TEN;
use crate::seen;
use crate::story::{Records, Story, file_of};

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

/// Returns the message on the screen that sends, which the person copies.
#[track_caller]
fn message(from: &mut Story) -> String {
    let text = from.press(Message::CopyWords).window().sent.clone().expect("a message").text;
    from.settle_copy(true);
    text
}

/// Maria in Berlin, after Lee in `zone` said yes to Thursday 14 May, 10:00 in Berlin.
fn answered_from(zone: &'static str) -> (Story, Story) {
    let (mut maria, mut lee) = (Story::new(), Story::elsewhere());
    maria.plan("Lee").invite("Lee");
    lee.open_window(zone);
    lee.send(Event::LinkOpened(message(&mut maria)));
    maria.press(Message::EditDone);
    lee.fill(Message::TopicFirst, "The pilot").press(Message::ItIsCoaching { manager: "Maria" });
    maria.send(Event::LinkOpened(message(&mut lee)));
    (maria, lee)
}

#[test]
fn answer_brings_the_sellers_zone_to_the_manager() {
    let (mut maria, lee) = answered_from("Asia/Kathmandu");
    let told = "Time zone: Kathmandu (UTC+05:45)";
    for story in [&maria, &lee] {
        assert!(crate::drawn::markup(story, "en").contains(told), "all that a link holds is shown");
    }
    maria.press(Message::FileTake).survives_a_reload();
    let view = maria.view();
    assert_eq!(&*seen::planned(&view).when, "Thursday 14 May, 10:00 to 10:45");
    assert_eq!(seen::planned(&view).elsewhere.as_deref(), Some("13:45 for Lee"));
    maria.press(Message::BackHome);
    assert_eq!(&*seen::home(&maria.view()).groups[0].rows[0].when, "Tomorrow 10:00 (13:45 for Lee)");
    maria.open_first().press(Message::ChangePlan).fill(Message::TimeLabel, "20:30");
    maria.press(Message::FormSubmitChange);
    assert_eq!(seen::planned(&maria.view()).elsewhere.as_deref(), Some("Fri 15 May, 00:15 for Lee"));
    let text = message(maria.press(Message::ShareChanged { name: "Lee" }));
    let moved = "- When: Thursday 14 May, 20:30 in Berlin (Fri 15 May, 00:15 in Kathmandu) instead of \
                 Thursday 14 May, 10:00 in Berlin (13:45 in Kathmandu)\n";
    assert!(text.contains(moved), "{text}");
}

#[test]
fn calendar_entry_names_both_clocks_where_they_differ() {
    let body = |story: &mut Story| {
        story.press(Message::CalendarPut).press(Message::CalendarSave);
        story.window().saved.clone().expect("a file").replace("\r\n ", "").replace("\\,", ",")
    };
    let (mut maria, mut lee) = answered_from("Asia/Kathmandu");
    maria.press(Message::FileTake);
    let id = maria.window().model.sessions().next().expect("a session").id;
    maria.send(Press::CalendarAsked(id)).press(Message::CalendarSave);
    let text = maria.window().saved.clone().expect("a file").replace("\r\n ", "").replace("\\,", ",");
    assert!(text.contains("Thu 14 May 2026, 10:00 in Berlin (13:45 in Kathmandu)"), "{text}");
    lee.press(Message::EditDone);
    let text = body(&mut lee);
    assert!(text.contains("Thu 14 May 2026, 13:45 in Kathmandu (10:00 in Berlin)"), "{text}");
    let (mut maria, _) = answered_from("Europe/Vienna");
    maria.press(Message::FileTake);
    assert_eq!(seen::planned(&maria.view()).elsewhere, None);
    let id = maria.window().model.sessions().next().expect("a session").id;
    maria.send(Press::CalendarAsked(id));
    maria.press(Message::CalendarSave);
    assert!(maria.window().saved.as_ref().is_some_and(|file| !file.contains("in Berlin")));
}

#[test]
fn next_invitation_names_the_time_of_a_known_seller() {
    let (mut maria, _) = answered_from("Asia/Kathmandu");
    maria.press(Message::FileTake).press(Message::BackHome).press(Message::PlanOne);
    maria.fill(Message::SellerLabel, "Lee").fill(Message::DateLabel, "2026-05-28");
    maria.fill(Message::TimeLabel, "10:00").press(Message::FormSubmit).invite("Lee");
    let text = message(&mut maria);
    assert!(text.contains("Thursday 28 May, 10:00 in Berlin (13:45 in Kathmandu)"), "{text}");
}

#[test]
fn device_that_names_no_zone_tells_none() {
    for zone in ["UTC", "Not/A_Zone"] {
        let (mut maria, lee) = answered_from(zone);
        assert!(!crate::drawn::markup(&lee, "en").contains("Time zone:"), "{zone}");
        maria.press(Message::FileTake);
        assert_eq!(seen::planned(&maria.view()).elsewhere, None, "{zone}");
    }
}

#[test]
fn unknown_zone_of_the_seller_is_never_taken_for_utc() {
    let mut maria = Story::new();
    maria.plan("Lee").press(Message::BackHome).reload();
    let (name, record) = maria.session_record();
    let mut session: Session = open(&record).expect("a session");
    let plan = &session.manager_half().expect("a plan").plan;
    let half = SellerHalf {
        time: Some(TimeAnswer { start: plan.schedule.fingerprint(), says: TimeSaid::Works }),
        zone: Some(ZoneAt {
            zone: Zone::parse("No/Such").expect("a name"),
            offset: Offset::new(345).expect("an offset"),
        }),
        ..SellerHalf::default()
    };
    session.seller = Some(Register::new(WriterId(99), half));
    maria.open_file(&file_of(&Records::from([(name, seal(&session))]))).press(Message::FileTake);
    maria.open_first();
    assert_eq!(seen::planned(&maria.view()).elsewhere.as_deref(), Some("13:45 for Lee"));
    // The offset was told for that start alone.
    maria.press(Message::ChangePlan).fill(Message::DateLabel, "2026-12-14").press(Message::FormSubmitChange);
    assert_eq!(seen::planned(&maria.view()).elsewhere, None);
}
