//! Obstacles to a quarter: dates that a seller has, which stay unless the manager replaces them, and turns
//! without a free hour, which the manager places by hand.

use coaching_session::present::ScreenView;
use coaching_session::present::parts::sheet::Entry;
use coaching_session::text::message::Message;

use crate::seen::{self, read};
use crate::story::Story;

/// Returns the lines of the section with this id.
fn lines(story: &Story, id: &str) -> Vec<String> {
    let ScreenView::Sheet(sheet) = story.view().screen else { panic!("no sheet") };
    let section = sheet.sections.into_iter().find(|section| &*section.id == id).unwrap();
    let entries = section.entries.iter().flat_map(|entry| match entry {
        Entry::Week(week) => week.entries.iter().collect(),
        other => vec![other],
    });
    let lines = entries.filter_map(|entry| match entry {
        Entry::Row(line, _) | Entry::FocusRow(_, line, _) | Entry::Line(line) => Some(read(line)),
        Entry::Send(row) => Some(read(&row.line)),
        _ => None,
    });
    lines.collect()
}

fn dates(story: &Story) -> Vec<String> {
    lines(story, "quarter-dates")
}

/// Presses the button that books all dates.
fn book(story: &mut Story) {
    let book = seen::names(&story.view()).into_iter().find(|name| name.starts_with("Book ")).unwrap();
    story.press(&book);
}

/// The form of Maria, who has a standing slot with Lee; Kim is new.
fn beside_a_slot() -> Story {
    let mut story = Story::new();
    story.plan("Lee").press(Message::CalendarPut).press(Message::SlotOther);
    story.press("Every second Thursday at 10:00");
    story.press(Message::BackHome).press(Message::QuarterOpen);
    story.fill(Message::QuarterNamesMore, "Kim").fill(Message::OwnNameLabel, "Maria");
    story
}

#[test]
fn slot_of_a_seller_stays_unless_it_is_replaced() {
    let mut story = beside_a_slot();
    let slot = "Lee has a slot: every second Thursday at 10:00.";
    assert_eq!(lines(&story, "quarter-who"), [slot]);
    assert!(dates(&story).iter().all(|line| line.contains("Kim")), "{:?}", dates(&story));
    // The hours of Lee's slot are taken.
    assert!(dates(&story)[0].starts_with("Thu 21 May, 10:00: Kim"), "{:?}", dates(&story));
    story.press("Replace: Lee");
    let ends = "Lee has a slot: every second Thursday at 10:00. Booking ends it; what is planned stays.";
    assert_eq!(lines(&story, "quarter-who"), [ends]);
    assert!(dates(&story).iter().any(|line| line.contains("Lee")));
    story.survives_a_reload().press("Keep Lee's slot");
    assert!(dates(&story).iter().all(|line| line.contains("Kim")));
    book(&mut story);
    assert_eq!(lines(&story, "quarter-sends").len(), 1);
    story.press(Message::BackHome).open_first_page();
    assert!(seen::names(&story.view()).iter().any(|name| name.contains("Standing slot")));
}

#[test]
fn replaced_slot_ends_and_undo_brings_it_back() {
    let mut story = beside_a_slot();
    story.press("Replace: Lee");
    book(&mut story);
    assert_eq!(lines(&story, "quarter-sends").len(), 2);
    story.press(Message::QuarterUndo);
    assert_eq!(lines(&story, "quarter-who").len(), 1, "the slot is there again");
}

#[test]
fn dates_of_an_earlier_quarter_stay_unless_they_are_replaced() {
    let mut story = Story::new();
    story
        .press(Message::QuarterOpen)
        .fill(Message::QuarterNames, "Lee, Kim")
        .fill(Message::OwnNameLabel, "Maria");
    book(&mut story);
    story.press(Message::BackHome).press(Message::QuarterOpen);
    let of_lee = "Lee has dates up to Thu 13 Aug.";
    assert!(lines(&story, "quarter-who").contains(&of_lee.to_owned()), "{:?}", lines(&story, "quarter-who"));
    assert_eq!(
        dates(&story),
        ["Everyone you chose keeps the dates they have. Replace some, or add a seller."]
    );
    story.press("Replace: Kim");
    let of_kim = "Booking replaces them; what is planned stays.";
    assert!(
        lines(&story, "quarter-who").iter().any(|line| line.starts_with("Kim") && line.ends_with(of_kim))
    );
    assert!(dates(&story).iter().all(|line| line.contains("Kim")));
}

#[test]
fn turn_without_a_free_hour_is_placed_by_hand() {
    let mut story = Story::new();
    story
        .press(Message::QuarterOpen)
        .fill(Message::QuarterNames, "Lee, Kim")
        .fill(Message::OwnNameLabel, "Maria");
    story.fill(Message::QuarterAvoid, "18.5.2026 - 12.6.2026");
    let unplaced = "Lee, Thu 21 May: no free hour near that day, so it's left out.";
    assert_eq!(dates(&story)[0], unplaced);
    story.press("Choose a time for Lee in place of Thu 21 May");
    // The day of the turn is a day to avoid, which is said and stops nothing.
    assert!(dates(&story).iter().any(|line| line.starts_with("Thu 21 May, 10:00: Lee")));
    assert!(!dates(&story).contains(&unplaced.to_owned()));
    let field = || seen::fields(&story.view()).into_iter().find(|field| &*field.label == "New date").unwrap();
    assert_eq!(field().hint.as_deref(), Some("This is one of your days to avoid."));
    story.fill(Message::QuarterMoveDate, "2026-06-18");
    assert_eq!(story.field(Message::QuarterMoveDate).1.as_deref(), Some("That overlaps with Lee, 10:00."));
    story.fill(Message::QuarterMoveDate, "2026-06-25");
    assert_eq!(story.field(Message::QuarterMoveDate).1.as_deref(), Some("That overlaps with Kim, 10:00."));
    story.fill(Message::QuarterMoveTime, "11:00");
    assert_eq!(story.field(Message::QuarterMoveDate).1, None);
    book(&mut story);
    let sends = lines(&story, "quarter-sends");
    assert!(
        sends.iter().any(|line| line.starts_with("Lee: Thu 18 Jun") && line.contains("5 more")),
        "{sends:?}"
    );
}
