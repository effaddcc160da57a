//! Dates of a quarter that were moved or left out, and an hour, a day or a name that is changed afterwards.

use coaching_session::present::ScreenView;
use coaching_session::present::parts::sheet::Entry;
use coaching_session::text::message::Message;

use crate::seen::{self, read};
use crate::story::Story;

fn dates(story: &Story) -> Vec<String> {
    let ScreenView::Sheet(sheet) = story.view().screen else { panic!("no sheet") };
    let section = sheet.sections.iter().find(|section| &*section.id == "quarter-dates").unwrap();
    let entries = section.entries.iter().flat_map(|entry| match entry {
        Entry::Week(week) => week.entries.iter().collect(),
        other => vec![other],
    });
    let lines = entries.filter_map(|entry| match entry {
        Entry::FocusRow(_, line, _) => Some(read(line)),
        _ => None,
    });
    lines.collect()
}

/// Closes the fields that move a date.
fn close(story: &mut Story) {
    let done = seen::names(&story.view()).into_iter().find(|name| name.starts_with("Done: ")).unwrap();
    story.press(&done);
}

/// The form for Ana Ruiz, every second Thursday at 10:00: the first date is left out, that of 4 June moved to Wednesday at
/// 16:20, and the one of 18 June opened and closed again.
fn changed() -> Story {
    let mut story = Story::new();
    story.press(Message::QuarterOpen).fill(Message::QuarterNames, "Ana Ruiz");
    let shown = dates(&story);
    assert_eq!(shown[..3], ["21 May", "4 Jun", "18 Jun"].map(|day| format!("Thu {day}, 10:00: Ana Ruiz")));
    story.press(&format!("Move: {}", shown[0])).press(&format!("Leave this date out: {}", shown[0]));
    close(&mut story);
    story.press(&format!("Move: {}", shown[1]));
    story.fill(Message::QuarterMoveDate, "2026-06-03").fill(Message::QuarterMoveTime, "16:20");
    close(&mut story);
    story.press(&format!("Move: {}", shown[2]));
    close(&mut story);
    story
}

#[test]
fn moved_and_left_out_dates_stay_when_the_hour_changes() {
    let mut story = changed();
    let count = dates(&story).len();
    for (day, time) in [("Thu", "11:00"), ("Thu", "09:30")] {
        story.fill(Message::QuarterTime { number: 1 }, time);
        let shown = dates(&story);
        assert_eq!(shown[0], format!("{day} 21 May, {time}: Ana Ruiz (left out)"));
        assert_eq!(shown[1], "Wed 3 Jun, 16:20: Ana Ruiz (instead of Thu 4 Jun)");
        assert_eq!(shown[2], format!("{day} 18 Jun, {time}: Ana Ruiz"), "nobody typed there");
        assert!(story.offers(Message::QuarterBook { count: count - 1 }));
    }
    story.fill(Message::QuarterDay { number: 1 }, "1");
    let shown = dates(&story);
    assert_eq!(shown[0], "Tue 19 May, 09:30: Ana Ruiz (left out)");
    assert_eq!(shown[1], "Wed 3 Jun, 16:20: Ana Ruiz (instead of Tue 2 Jun)");
    story.survives_a_reload();
}

#[test]
fn moved_and_left_out_dates_stay_when_a_name_is_mended() {
    let mut story = changed();
    for name in ["Ana Rui", "", "A", "Anna Ruiz"] {
        story.fill(Message::QuarterNames, name);
    }
    let shown = dates(&story);
    assert_eq!(shown[0], "Thu 21 May, 10:00: Anna Ruiz (left out)");
    assert_eq!(shown[1], "Wed 3 Jun, 16:20: Anna Ruiz (instead of Thu 4 Jun)");
    // Another seller is nobody's new name.
    story.fill(Message::QuarterNames, "Anna Ruiz\nBo").fill(Message::QuarterEvery, "2");
    assert!(dates(&story).iter().any(|date| date.contains("Anna Ruiz (left out)")), "{:?}", dates(&story));
}
