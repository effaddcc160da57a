//! The standing slot: kept at the close or with the plan, changed, skipped, moved, ended.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::time::{Instant, Span};
use coaching_session::present::ScreenView;
use coaching_session::present::parts::sheet::Entry;
use coaching_session::text::message::Message;

use crate::given::TEN;
use crate::seen;
use crate::story::Story;

/// Returns the time that many days after the session at [`TEN`].
fn days(count: i64) -> Instant {
    TEN.plus(Span::minutes(count * 24 * 60))
}

/// A session with Lee that ended just now, a Thursday.
fn held() -> Story {
    let mut story = Story::new();
    story.begin().watch(30).press(Message::EndEarly);
    story
}

/// Returns the words about the next session, and the line below them.
fn next(story: &Story) -> (String, Option<String>) {
    let view = story.view();
    let next = seen::notes(&view).unwrap().next.clone().unwrap();
    let row = &next.rows[0];
    (row.words.to_string(), row.more.as_ref().map(ToString::to_string))
}

/// Returns the lines of the screen of the slot: each date, its remark and its button.
fn dates(story: &Story) -> Vec<String> {
    let ScreenView::Sheet(sheet) = story.view().screen else { panic!("no sheet") };
    let entries = sheet.sections.iter().find(|section| &*section.id == "standing-dates").unwrap();
    let rows = entries.entries.iter().map(|entry| match entry {
        Entry::Row(line, action) => {
            let remark = line.remark.as_ref().map(|remark| format!(" ({remark})")).unwrap_or_default();
            format!("{}{remark}: {}", line.words, action.label)
        }
        Entry::Line(line) => line.words.to_string(),
        Entry::Actions(actions) => actions[0].label.to_string(),
        other => panic!("{other:?}"),
    });
    rows.collect()
}

fn heading(story: &Story) -> String {
    let ScreenView::Sheet(sheet) = story.view().screen else { panic!("no sheet") };
    sheet.heading.to_string()
}

#[test]
fn slot_kept_at_the_close_plans_the_next_date() {
    let mut story = held();
    let view = story.view();
    let next_list = seen::notes(&view).unwrap().next.clone().unwrap();
    assert_eq!(&*next_list.heading, "Second Thursday of the month at 10:00?");
    story.press(Message::SlotKeep).survives_a_reload();
    let booked = ("Booked: Thu 11 Jun, 10:00".to_owned(), Some("Then Thu 9 Jul · Thu 13 Aug".to_owned()));
    assert_eq!(next(&story), booked);
    story.press(Message::BackHome);
    let row = seen::home(&story.view()).groups[0].rows[0].clone();
    assert_eq!(
        row.lines.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["Then Thu 9 Jul · Thu 13 Aug"]
    );
    story.open_first_page();
    let standing = seen::home(&story.view()).standing.clone().unwrap();
    assert_eq!(&*standing.text, "Second Thursday of the month at 10:00. Next: Thu 11 Jun");
}

#[test]
fn session_on_the_slot_plans_the_next_one_when_it_ends() {
    let mut story = held();
    story.press(Message::SlotKeep);
    story.now = days(28);
    story.press(Message::BackHome).open_first().press_start().watch(30).press(Message::EndEarly);
    story.survives_a_reload();
    assert_eq!(next(&story), ("Booked: Thu 9 Jul, 10:00".to_owned(), Some("Then Thu 13 Aug".to_owned())));
    // The date can be taken back, and is offered again.
    story.press(Message::UndoBooked);
    assert!(story.offers(Message::KeepDate { when: "Thu 9 Jul, 10:00" }));
    story.press(Message::KeepDate { when: "Thu 13 Aug, 10:00" });
    assert_eq!(next(&story).0, "Booked: Thu 13 Aug, 10:00");
}

#[test]
fn just_the_next_date_keeps_no_slot() {
    let mut story = held();
    story.press(Message::JustDate { when: "Thu 11 Jun, 10:00" });
    assert_eq!(next(&story), ("Booked: Thu 11 Jun, 10:00".to_owned(), None));
}

#[test]
fn slot_is_kept_with_the_plan_in_any_rhythm() {
    let mut story = Story::new();
    story.plan("Lee").press(Message::CalendarPut).press(Message::SlotOther).survives_a_reload();
    assert_eq!(heading(&story), "A standing slot with Lee?");
    story.press("Every second Thursday at 10:00").survives_a_reload();
    assert_eq!(heading(&story), "Every second Thursday at 10:00");
    assert_eq!(
        dates(&story),
        [
            "Thu 14 May, 10:00 (planned): Open",
            "Thu 28 May, 10:00: Skip",
            "Thu 11 Jun, 10:00: Skip",
            "Thu 25 Jun, 10:00: Skip",
            "Thu 9 Jul, 10:00: Skip",
            "Thu 23 Jul, 10:00: Skip",
            "Thu 6 Aug, 10:00: Skip",
        ][1..]
    );
    story.press("Every Thursday at 10:00");
    assert_eq!(heading(&story), "Every Thursday at 10:00");
    assert_eq!(dates(&story).len(), 13);
}

/// A fortnightly slot whose next date, 28 May, is planned; its screen is open.
fn fortnightly() -> Story {
    let mut story = Story::new();
    story.plan("Lee").press(Message::CalendarPut).press(Message::SlotOther);
    story.press("Every second Thursday at 10:00").press(Message::BackToSession);
    story.now = TEN;
    story.press_start().watch(30).press(Message::EndEarly).press(Message::BackHome);
    story.open_first_page().press(Message::SlotOpen);
    story
}

#[test]
fn skipped_date_is_passed_over_and_comes_back() {
    let mut story = fortnightly();
    assert_eq!(dates(&story)[..2], ["Thu 28 May, 10:00 (planned): Open", "Thu 11 Jun, 10:00: Skip"]);
    story.press("Skip Thu 11 Jun, 10:00").survives_a_reload();
    assert_eq!(dates(&story)[1], "Thu 11 Jun, 10:00 (skipped): Put it back");
    story.press("Put Thu 11 Jun, 10:00 back");
    assert_eq!(dates(&story)[1], "Thu 11 Jun, 10:00: Skip");
    story.press("Skip Thu 11 Jun, 10:00").press(Message::BackToSession);
    story.now = days(14);
    story.press_start().watch(30).press(Message::EndEarly);
    assert_eq!(next(&story).0, "Booked: Thu 25 Jun, 10:00");
}

#[test]
fn cancelled_date_is_not_planned_again_until_undone() {
    let mut story = fortnightly();
    story.press(Message::BackToSession).press(Message::Delete);
    let row = seen::home(&story.view()).groups[0].rows[0].clone();
    let offered = |row: &coaching_session::present::parts::session_row::SessionRow| {
        row.slots.iter().map(|slot| slot.label.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(offered(&row), ["Thu 11 Jun, 10:00", "Thu 25 Jun, 10:00"]);
    story.press(Message::Undo).open_first_page().press(Message::SlotOpen);
    assert_eq!(dates(&story)[0], "Thu 28 May, 10:00 (planned): Open");
}

#[test]
fn moved_session_leaves_the_other_dates_alone() {
    let mut story = fortnightly();
    let before = dates(&story);
    story.press(Message::BackToSession).press(Message::ChangePlan);
    story.fill(Message::DateLabel, "2026-05-29").fill(Message::TimeLabel, "11:00");
    story.press(Message::FormSubmitChange).press(Message::SlotOpen).survives_a_reload();
    let after = dates(&story);
    assert_eq!(after[0], "Thu 28 May, 10:00 (moved to Fri 29 May, 11:00): Open");
    assert_eq!(after[1..], before[1..]);
    assert_eq!(heading(&story), "Every second Thursday at 10:00");
    // The slot can follow the session from then on.
    story.press("Every second Friday at 11:00");
    assert_eq!(heading(&story), "Every second Friday at 11:00");
    assert_eq!(dates(&story)[0], "Fri 12 Jun, 11:00: Skip");
}

#[test]
fn next_quarter_is_offered_when_the_row_is_nearly_over() {
    let mut story = fortnightly();
    assert!(!story.offers(Message::SlotExtend));
    story.now = days(75);
    assert_eq!(dates(&story), ["Thu 6 Aug, 10:00: Skip", "The row is nearly over.", "Add the next quarter"]);
    story.press(Message::SlotExtend).survives_a_reload();
    assert_eq!(dates(&story).len(), 7);
    assert!(!story.offers(Message::SlotExtend));
}

#[test]
fn ended_slot_keeps_what_is_planned() {
    let mut story = fortnightly();
    story.press(Message::SlotEnd).survives_a_reload();
    assert_eq!(heading(&story), "A standing slot with Lee?");
    story.press(Message::BackToSession);
    assert!(story.offers(Message::ChangePlan));
    story.press(Message::BackHome);
    assert_eq!(seen::home(&story.view()).groups[0].rows[0].lines, []);
}
