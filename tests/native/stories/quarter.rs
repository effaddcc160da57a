//! Booking a quarter: the form, its dates, the booking, and the file for the calendar.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::present::ScreenView;
use coaching_session::present::parts::sheet::{Entry, SheetView};
use coaching_session::text::message::Message;

use crate::seen::{self, read};
use crate::story::Story;

const EIGHT: [&str; 8] = ["Lee", "Kim", "Ana", "Ben", "Cleo", "Dov", "Eve", "Finn"];

fn sheet(story: &Story) -> SheetView {
    let ScreenView::Sheet(sheet) = story.view().screen else { panic!("no sheet") };
    *sheet
}

/// Returns the lines of the section with this id: words, remark and button.
fn lines(story: &Story, id: &str) -> Vec<String> {
    let sheet = sheet(story);
    let section = sheet.sections.iter().find(|section| &*section.id == id).unwrap();
    let entries = section.entries.iter().flat_map(|entry| match entry {
        Entry::Week(week) => week.entries.iter().collect(),
        other => vec![other],
    });
    let lines = entries.filter_map(|entry| match entry {
        Entry::Row(line, _) | Entry::FocusRow(_, line, _) => Some(read(line)),
        Entry::Send(row) => {
            let state = row.state.as_ref().map(|state| format!(" ({state})")).unwrap_or_default();
            Some(format!("{}{state}", row.line.words))
        }
        Entry::Line(line) => Some(line.words.to_string()),
        _ => None,
    });
    lines.collect()
}

fn dates(story: &Story) -> Vec<String> {
    lines(story, "quarter-dates")
}

/// The form of Maria with these names, on Thursday 14 May 2026.
fn form(names: &[&str]) -> Story {
    let mut story = Story::new();
    story.press(Message::QuarterOpen).fill(Message::QuarterNames, &names.join("\n"));
    story.fill(Message::OwnNameLabel, "Maria");
    story
}

/// The form for eight sellers with an hour for each.
fn team() -> Story {
    let mut story = form(&EIGHT);
    story.press(Message::QuarterFill { count: 4 });
    story
}

#[test]
fn quarter_for_eight_is_booked_and_each_is_there_to_be_sent() {
    let mut story = team();
    let shown = dates(&story);
    assert_eq!(shown[0], "Thu 21 May, 10:00: Lee");
    assert_eq!(shown.len(), 52);
    story.survives_a_reload().press(Message::QuarterBook { count: 52 });
    assert_eq!(&*sheet(&story).heading, "Booked. Now invite your sellers");
    let rows = lines(&story, "quarter-sends");
    assert_eq!(rows.len(), 8);
    assert_eq!(rows[0], "Lee: Thu 21 May, 10:00, and 6 more dates (Invitation not sent yet)");
    assert_eq!(&*sheet(&story).main.label, "Copy for Lee");
    story.reload();
    assert_eq!(lines(&story, "quarter-sends"), rows);
    assert!(!story.offers(Message::QuarterUndo));
    story.press(Message::BackHome);
    let home = seen::home(&story.view()).clone();
    assert_eq!(home.groups.iter().flat_map(|group| &group.rows).count(), 8);
    let mut lines = home.groups.iter().flat_map(|group| &group.rows).flat_map(|row| &row.lines);
    assert!(lines.any(|line| &**line == "Then Thu 4 Jun \u{b7} Thu 18 Jun and 4 more"));
}

#[test]
fn booking_undone_brings_the_form_back_with_all_that_was_typed() {
    let mut story = team();
    story.fill(Message::QuarterAvoid, "2026-05-21 closed");
    let before = dates(&story);
    let count = before.len();
    story.press(Message::QuarterBook { count }).press(Message::QuarterUndo);
    assert_eq!(dates(&story), before);
    story.press(Message::BackHome);
    assert!(seen::home(&story.view()).groups.is_empty());
    story.press(Message::QuarterOpen);
    assert_eq!(dates(&story), before);
    story.reload();
    assert_eq!(dates(&story), before);
}

#[test]
fn avoided_day_moves_the_turn_and_the_row_says_from_where() {
    let mut story = form(&["Lee"]);
    story.fill(Message::QuarterAvoid, "21.5.2026 Ascension\n18/06/2026\nMay 20, 2026");
    let shown = dates(&story);
    assert_eq!(shown[0], "Fri 22 May, 10:00: Lee (instead of Thu 21 May)");
    assert!(shown.contains(&"Fri 19 Jun, 10:00: Lee (instead of Thu 18 Jun)".to_owned()), "{shown:?}");
}

#[test]
fn wrong_values_are_said_beside_the_field_and_nothing_is_lost() {
    #[track_caller]
    fn check(story: &mut Story, label: Message<'_>, typed: &str, said: &str) {
        let before = story.field(label).0;
        story.fill(label, typed);
        let (value, complaint) = story.field(label);
        assert_eq!((&*value, complaint.as_deref()), (typed, Some(said)));
        // The dates of the lines that can be read stay.
        let is_avoid = label == Message::QuarterAvoid;
        assert_eq!(dates(story).iter().any(|line| line.contains("Lee")), is_avoid, "{typed}");
        story.fill(label, &before);
        assert_eq!(story.field(label).1, None);
    }
    let mut story = form(&["Lee"]);
    let avoid = Message::QuarterAvoid;
    check(&mut story, avoid, "Easter", "No date at the start of \u{201c}Easter\u{201d}.");
    check(
        &mut story,
        avoid,
        "3/4/2026",
        "\u{201c}3/4/2026\u{201d}: which is the day, which is the month? Write it like 2026-12-25.",
    );
    check(&mut story, Message::QuarterLast, "2026-05-01", "The last day is too early.");
    check(&mut story, Message::QuarterLast, "2028-05-01", "At most half a year at a time.");
    check(&mut story, Message::QuarterFirst, "", "Choose a date.");
    check(&mut story, Message::QuarterFirst, "2026-05-01", "This date has passed.");
    check(&mut story, Message::MinutesLabel, "91", "Enter a whole number from 20 to 90.");
    check(&mut story, Message::QuarterTime { number: 1 }, "", "Choose a time.");
    check(&mut story, Message::QuarterNames, "", "Add at least one seller.");
    let first = Message::QuarterTime { number: 1 };
    story.fill(Message::QuarterDay { number: 1 }, "6");
    assert_eq!(story.field(first).1.as_deref(), Some("None of these hours falls on a day you work."));
    story.fill(Message::QuarterDay { number: 1 }, "3").fill(Message::QuarterNames, "Kim\nAna\nBen");
    let said = "These hours have room for 2 sellers. You have 3.";
    assert_eq!(story.field(first).1.as_deref(), Some(said));
}

#[test]
fn date_moved_by_hand_stays_and_a_collision_is_said() {
    let mut story = form(&["Lee", "Kim"]);
    let shown = dates(&story);
    assert_eq!(shown[..2], ["Thu 21 May, 10:00: Lee", "Thu 28 May, 10:00: Kim"]);
    story.press(&format!("Move: {}", shown[0])).fill(Message::QuarterMoveDate, "2026-05-28");
    let said = Some("That overlaps with Kim, 10:00.");
    assert_eq!(story.field(Message::QuarterMoveDate).1.as_deref(), said);
    let count = shown.len();
    story.press(Message::QuarterBook { count });
    assert_eq!(story.field(Message::QuarterMoveDate).1.as_deref(), said);
    story.fill(Message::QuarterMoveTime, "11:00").reload();
    // The date stands in the week that it is in by now.
    assert_eq!(dates(&story)[1], "Thu 28 May, 11:00: Lee (instead of Thu 21 May)");
    story.press(Message::QuarterBook { count });
    assert!(lines(&story, "quarter-sends").iter().any(|line| line.starts_with("Lee: Thu 28 May, 11:00")));
}

#[test]
fn date_left_out_is_not_booked() {
    let mut story = form(&["Lee"]);
    let shown = dates(&story);
    story.press(&format!("Move: {}", shown[0])).press(&format!("Leave this date out: {}", shown[0]));
    assert_eq!(dates(&story)[0], format!("{} (left out)", shown[0]));
    story.press(Message::QuarterBook { count: shown.len() - 1 });
    assert!(lines(&story, "quarter-sends")[0].starts_with("Lee: Thu 4 Jun, 10:00"));
}

#[test]
fn calendar_file_holds_every_booked_date_once() {
    let mut story = team();
    story.press(Message::QuarterBook { count: 52 });
    story.press(Message::QuarterCalendar);
    let file = story.window().saved.clone().unwrap();
    assert_eq!(file.matches("BEGIN:VEVENT").count(), 52);
    let mut ids: Vec<&str> = file.lines().filter(|line| line.starts_with("UID:")).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 52);
}

#[test]
fn known_sellers_are_ticked_and_can_be_unticked() {
    let mut story = Story::new();
    story.plan("Lee").press(Message::BackHome).press(Message::QuarterOpen);
    assert!(dates(&story).iter().all(|line| line.contains("Lee")));
    story.press("Lee");
    assert_eq!(story.field(Message::QuarterNamesMore).1.as_deref(), Some("Add at least one seller."));
    story.press("Lee").fill(Message::OwnNameLabel, "Maria");
    let count = dates(&story).len();
    story.press(Message::QuarterBook { count });
    assert_eq!(lines(&story, "quarter-sends").len(), 1);
}

#[test]
fn turn_without_a_free_hour_is_said_and_nothing_is_booked() {
    let mut story = form(&["Lee"]);
    story.fill(Message::QuarterAvoid, "18.5.2026 - 16.8.2026");
    let said = dates(&story);
    let first = "Lee, Thu 21 May: no free hour near that day, so it's left out.";
    assert_eq!((said.len(), &*said[0]), (8, first));
    assert_eq!(said[7], "There's no date left to book. Choose other days or hours.");
    story.press(Message::QuarterBook { count: 0 });
    let last = story.field(Message::QuarterLast).1;
    assert_eq!(last.as_deref(), Some("There's no date left to book. Choose other days or hours."));
}

#[test]
fn day_on_which_a_seller_does_not_work_is_passed_over() {
    let mut story = form(&["Lee"]);
    story.press("Days Lee doesn't work: Thursday");
    assert_eq!(dates(&story)[0], "Fri 22 May, 10:00: Lee (instead of Thu 21 May)");
    // A free day of the manager is nobody's turn.
    story.press("Friday");
    let moved = "Mon 25 May, 10:00: Lee (instead of Thu 21 May)";
    assert!(dates(&story).iter().any(|line| line == moved));
}

#[test]
fn kinds_of_session_take_turns_in_each_sellers_dates() {
    let mut story = form(&["Lee", "Kim"]);
    story.press("Account");
    let of_lee: Vec<String> = dates(&story).into_iter().filter(|line| line.contains("Lee")).take(3).collect();
    let kinds: Vec<&str> = of_lee.iter().map(|line| line.rsplit(", ").next().unwrap()).collect();
    assert_eq!(kinds, ["early opportunity", "account", "early opportunity"]);
}
