//! Dates of a standing slot are taken: the form asks about a session that overlaps with one, and offers other times.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::time::Span;
use coaching_session::present::ScreenView;
use coaching_session::text::message::Message;

use crate::given::TEN;
use crate::seen;
use crate::story::Story;

/// Maria's session with Lee on Thursday 14 May at 10:00, with a slot every second Thursday from then on.
fn fortnightly() -> Story {
    let mut story = Story::new();
    story.keeps_doubts = false;
    story.plan("Lee").press(Message::CalendarPut).press(Message::SlotOther);
    story.press("Every second Thursday at 10:00").press(Message::BackToSession).press(Message::BackHome);
    story
}

/// Fills the form for a session with `seller` and submits it.
fn submit(story: &mut Story, seller: &str, date: &str, time: &str) {
    story.press(Message::PlanOne).fill(Message::SellerLabel, seller);
    story.fill(Message::DateLabel, date).fill(Message::TimeLabel, time).press(Message::FormSubmit);
}

/// Plans a session of 45 minutes beside Lee's slot; expects the question of the form, or none.
#[track_caller]
fn check(seller: &str, date: &str, time: &str, question: Option<&str>) {
    let mut story = fortnightly();
    submit(&mut story, seller, date, time);
    if let Some(question) = question {
        assert_eq!(story.field(Message::TimeLabel).1.as_deref(), Some(question));
        story.press(Message::PlanAnyway).survives_a_reload();
    }
    let (_, day) = date.rsplit_once('-').unwrap();
    let when = seen::planned(&story.view()).when.to_string();
    assert!(when.contains(&format!(" {day} May, {time} to ")), "{when}");
}

#[test]
fn session_on_a_date_of_a_slot_is_asked_about_and_kept() {
    let question = "That overlaps with Lee's slot, Thu 28 May, 10:00.";
    for seller in ["Kim", "Lee"] {
        check(seller, "2026-05-28", "10:00", Some(question));
        check(seller, "2026-05-28", "10:44", Some(question));
        check(seller, "2026-05-28", "09:16", Some(question));
        check(seller, "2026-05-28", "10:45", None);
        check(seller, "2026-05-28", "09:15", None);
        check(seller, "2026-05-21", "10:00", None);
    }
}

#[test]
fn skipped_date_and_ended_slot_leave_the_time_free() {
    let mut skipped = fortnightly();
    skipped.open_first_page().press(Message::SlotOpen).press("Skip Thu 28 May, 10:00");
    let mut ended = fortnightly();
    ended.open_first_page().press(Message::SlotOpen).press(Message::SlotEnd);
    for story in [&mut skipped, &mut ended] {
        story.press(Message::BackToSession).press(Message::BackHome);
        submit(story, "Kim", "2026-05-28", "10:00");
        assert_eq!(&*seen::planned(&story.view()).when, "Thursday 28 May, 10:00 to 10:45");
    }
}

#[test]
fn moved_session_is_asked_about_a_date_of_a_slot() {
    let mut story = fortnightly();
    submit(&mut story, "Kim", "2026-05-20", "10:00");
    story.press(Message::ChangePlan).fill(Message::DateLabel, "2026-05-28").press(Message::FormSubmitChange);
    let question = "That overlaps with Lee's slot, Thu 28 May, 10:00.";
    assert_eq!(story.field(Message::TimeLabel).1.as_deref(), Some(question));
    story.press(Message::SaveAnyway);
    assert_eq!(&*seen::planned(&story.view()).when, "Thursday 28 May, 10:00 to 10:45");
}

#[test]
fn session_of_the_row_moves_without_asking_of_its_own_date() {
    let mut story = fortnightly();
    submit(&mut story, "Lee", "2026-05-28", "10:00");
    story.press(Message::PlanAnyway).press(Message::ChangePlan).fill(Message::TimeLabel, "10:15");
    story.press(Message::FormSubmitChange);
    assert_eq!(&*seen::planned(&story.view()).when, "Thursday 28 May, 10:15 to 11:00");
    // Planned at the start of the date, the session is the one of the date, and the row names no other.
    story.press(Message::SlotOpen);
    let ScreenView::Sheet(sheet) = story.view().screen else { panic!("no sheet") };
    let drawn = format!("{:?}", sheet.sections);
    assert!(drawn.contains("moved to Thu 28 May, 10:15"), "{drawn}");
}

#[test]
fn offered_times_avoid_the_dates_of_a_slot() {
    let mut story = fortnightly();
    submit(&mut story, "Kim", "2026-05-21", "10:00");
    story.now = TEN.plus(Span::minutes(13 * 24 * 60));
    story.press(Message::BackHome).press(Message::PlanOne).fill(Message::SellerLabel, "Kim");
    let view = story.view();
    let offered = seen::form(&view).slots.iter().flat_map(|slots| &slots.slots);
    let offered: Vec<&str> = offered.map(|slot| &*slot.label).collect();
    assert_eq!(offered, ["Wed 27 May, 11:00", "Thu 28 May, 11:00", "Fri 29 May, 10:00"]);
}
