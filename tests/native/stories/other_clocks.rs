//! Dates of a standing slot and offered starts on the clocks of the other person: each date by the rules of that day.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::present::ScreenView;
use coaching_session::present::parts::sheet::Entry;
use coaching_session::program::event::Event;
use coaching_session::text::message::Message;

use crate::drawn::markup;
use crate::seen;
use crate::story::Story;

/// Returns the message on the screen that sends, which the person copies.
#[track_caller]
fn message(from: &mut Story) -> String {
    let text = from.press(Message::CopyWords).window().sent.clone().expect("a message").text;
    from.settle_copy(true);
    text
}

/// Maria in Berlin, who took the answer of Lee in New York about Thursday 15 October, 10:00 in Berlin. The clocks in
/// Berlin go back on 25 October, those in New York on 1 November.
fn answered() -> (Story, Story) {
    let (mut maria, mut lee) = (Story::new(), Story::elsewhere());
    maria.press(Message::PlanOne).fill(Message::SellerLabel, "Lee").fill(Message::DateLabel, "2026-10-15");
    maria.fill(Message::TimeLabel, "10:00").press(Message::FormSubmit).invite("Lee");
    lee.open_window("America/New_York");
    lee.send(Event::LinkOpened(message(&mut maria)));
    maria.press(Message::EditDone);
    lee.fill(Message::TopicFirst, "The pilot").press(Message::ItIsCoaching { manager: "Maria" });
    maria.send(Event::LinkOpened(message(&mut lee))).press(Message::FileTake);
    lee.press(Message::EditDone);
    (maria, lee)
}

/// Returns the first four dates of the slot on the screen, each with its remark.
fn dates(story: &Story) -> Vec<String> {
    let ScreenView::Sheet(sheet) = story.view().screen else { panic!("no sheet") };
    let section = sheet.sections.iter().find(|section| &*section.id == "standing-dates").unwrap();
    let lines = section.entries.iter().filter_map(|entry| match entry {
        Entry::Row(line, _) | Entry::Line(line) => Some(line),
        _ => None,
    });
    let words = |line: &coaching_session::present::parts::line::Line| {
        let remark = line.remark.as_ref().map(|remark| format!(" ({remark})")).unwrap_or_default();
        format!("{}{remark}", line.words)
    };
    lines.take(4).map(words).collect()
}

#[test]
fn each_date_of_a_row_tells_the_time_of_the_seller_that_day() {
    let (mut maria, _) = answered();
    maria.press(Message::SlotOpen).press("Every Thursday at 10:00 (04:00 for Lee)").survives_a_reload();
    assert_eq!(
        dates(&maria),
        [
            "Thu 15 Oct, 10:00 · 04:00 for Lee (planned)",
            "Thu 22 Oct, 10:00 · 04:00 for Lee",
            "Thu 29 Oct, 10:00 · 05:00 for Lee",
            "Thu 5 Nov, 10:00 · 04:00 for Lee",
        ]
    );
}

#[test]
fn each_date_of_a_row_tells_the_seller_the_time_of_the_manager() {
    let (mut maria, mut lee) = answered();
    maria.press(Message::SlotOpen).press("Every Thursday at 10:00 (04:00 for Lee)");
    maria.press(Message::BackToSession).press(Message::ShareDates { name: "Lee" });
    lee.send(Event::LinkOpened(message(&mut maria))).press(Message::FileTake);
    lee.press(Message::BackHome).open_first_page().press(Message::SlotOpen);
    assert_eq!(
        dates(&lee),
        [
            "Thu 15 Oct, 04:00 · 10:00 (Berlin time) (planned)",
            "Thu 22 Oct, 04:00 · 10:00 (Berlin time)",
            "Thu 29 Oct, 05:00 · 10:00 (Berlin time)",
            "Thu 5 Nov, 04:00 · 10:00 (Berlin time)",
        ]
    );
}

#[test]
fn invitation_shows_each_date_of_a_row_on_both_clocks() {
    let (mut maria, mut lee) = answered();
    maria.press(Message::SlotOpen).press("Every Thursday at 10:00 (04:00 for Lee)");
    maria.press(Message::BackToSession).press(Message::ShareDates { name: "Lee" });
    for date in ["Thu 22 Oct, 10:00 · 04:00 for Lee", "Thu 29 Oct, 10:00 · 05:00 for Lee"] {
        assert!(markup(&maria, "en").contains(date), "{date}");
    }
    lee.send(Event::LinkOpened(message(&mut maria)));
    for date in ["Thu 22 Oct, 04:00 · 10:00 (Berlin time)", "Thu 29 Oct, 05:00 · 10:00 (Berlin time)"] {
        assert!(markup(&lee, "en").contains(date), "{date}");
    }
}

#[test]
fn calendar_entry_of_each_date_names_both_clocks() {
    let (mut maria, _) = answered();
    maria
        .press(Message::SlotOpen)
        .press("Every Thursday at 10:00 (04:00 for Lee)")
        .press(Message::CalendarSave);
    let text = maria.window().saved.clone().expect("a file").replace("\r\n ", "").replace("\\,", ",");
    for (day, there) in [("15 Oct", "04:00"), ("22 Oct", "04:00"), ("29 Oct", "05:00"), ("5 Nov", "04:00")] {
        let clocks = format!("Thu {day} 2026, 10:00 in Berlin ({there} in New York)");
        assert!(text.contains(&clocks), "{clocks}");
    }
}

#[test]
fn question_about_a_slot_tells_the_time_at_its_next_date() {
    let (mut maria, _) = answered();
    maria.press(Message::CalendarPut);
    let question = "Meet regularly? The third Thursday of each month at 10:00 (04:00 for Lee)";
    assert!(markup(&maria, "en").contains(question), "{}", markup(&maria, "en"));
    maria.press(Message::SlotOther);
    // The next date of this rhythm is 29 October.
    assert!(maria.offers("Every second Thursday at 10:00 (05:00 for Lee)"));
}

#[test]
fn offered_starts_tell_the_time_of_the_seller() {
    let (mut maria, _) = answered();
    maria.press(Message::BackHome).press(Message::PlanOne).fill(Message::SellerLabel, "Lee");
    let view = maria.view();
    let offered = seen::form(&view).slots.iter().flat_map(|slots| &slots.slots);
    let offered: Vec<&str> = offered.map(|slot| &*slot.label).collect();
    assert_eq!(
        offered,
        [
            "Wed 13 May, 11:00 (05:00 for Lee)",
            "Thu 14 May, 10:00 (04:00 for Lee)",
            "Fri 15 May, 10:00 (04:00 for Lee)"
        ]
    );
    maria.fill(Message::SellerLabel, "Kim");
    let view = maria.view();
    let offered = seen::form(&view).slots.iter().flat_map(|slots| &slots.slots);
    assert!(offered.clone().all(|slot| !slot.label.contains("for")), "nothing is known of Kim's clocks");
}

/// Anna in Kathmandu, who asks Maria in Berlin for a session, and Maria, who opens the request.
fn asked() -> (Story, Story) {
    let (mut maria, mut anna) = (Story::new(), Story::elsewhere());
    anna.open_window("Asia/Kathmandu");
    anna.press(Message::AskOne).fill(Message::WhoCoaches, "Maria").fill(Message::OwnNameLabel, "Anna");
    anna.fill(Message::TopicFirst, "The pilot").fill(Message::WishLabel, "Thursday, 15:00 my time");
    anna.press(Message::AskNext);
    assert!(
        markup(&anna, "en").contains("Time zone: Kathmandu (UTC+05:45)"),
        "the sender sees what goes out"
    );
    maria.send(Event::LinkOpened(message(&mut anna)));
    (maria, anna)
}

#[test]
fn request_tells_the_time_of_the_seller_beside_offered_starts() {
    let (mut maria, _) = asked();
    assert!(markup(&maria, "en").contains("Time zone: Kathmandu (UTC+05:45)"));
    maria.press(Message::PlanOne).reload();
    let view = maria.view();
    let offered: Vec<String> = seen::form(&view)
        .slots
        .iter()
        .flat_map(|slots| &slots.slots)
        .map(|slot| slot.label.to_string())
        .collect();
    assert_eq!(
        offered,
        [
            "Wed 13 May, 11:00 (14:45 for Anna)",
            "Thu 14 May, 11:00 (14:45 for Anna)",
            "Fri 15 May, 11:00 (14:45 for Anna)"
        ]
    );
}

#[test]
fn date_for_a_request_names_both_clocks() {
    let (mut maria, mut anna) = asked();
    maria.press(Message::PlanOne).fill(Message::DateLabel, "2026-05-14").fill(Message::TimeLabel, "11:15");
    maria.fill(Message::OwnNameLabel, "Maria").press(Message::FormSubmit);
    assert!(markup(&maria, "en").contains("15:00 for Anna"), "{}", markup(&maria, "en"));
    let text = message(maria.invite("Anna"));
    assert!(text.contains("Thursday 14 May, 11:15 in Berlin (15:00 in Kathmandu)"), "{text}");
    anna.send(Event::LinkOpened(text));
    assert!(markup(&anna, "en").contains("Thursday 14 May, 15:00"));
}

/// Maria in Berlin, who invited Anna in Kathmandu to Thursday 14 May, 10:00, and Anna, who opened the invitation.
fn invited() -> (Story, Story) {
    let (mut maria, mut anna) = (Story::new(), Story::elsewhere());
    anna.open_window("Asia/Kathmandu");
    maria.plan("Anna").invite("Anna");
    anna.send(Event::LinkOpened(message(&mut maria)));
    (maria, anna)
}

#[test]
fn opened_invitation_says_the_second_clock_in_one_breath() {
    let (_, anna) = invited();
    let shown = markup(&anna, "en");
    let yes = "Your answer says yes to Thu 14 May, 13:45 your time (10:00 in Berlin).";
    assert!(shown.contains(yes), "{shown}");
    assert!(shown.contains("Thursday 14 May, 13:45 (10:00 in Berlin)"), "{shown}");
    assert!(!shown.contains("(Berlin time)"), "each clock once: {shown}");
}

#[test]
fn answer_shows_before_it_goes_which_time_the_manager_sees() {
    let (mut maria, mut anna) = invited();
    anna.press(Message::AnotherTime).fill(Message::WishLabel, "Friday after 14:00 my time");
    anna.press(Message::AskOtherTime);
    let other = "Anna asks for a different time: Thursday 14 May, 13:45 (10:00 for Maria) doesn't work.";
    assert!(markup(&anna, "en").contains(other), "{}", markup(&anna, "en"));
    maria.press(Message::EditDone).send(Event::LinkOpened(message(&mut anna)));
    let other = "Anna asks for a different time: Thursday 14 May, 10:00 doesn't work.";
    assert!(markup(&maria, "en").contains(other), "{}", markup(&maria, "en"));
    // Once Maria has moved the session, the wish is granted or not, but no longer open.
    maria.press(Message::FileTake).press(Message::AbsenceMove).press("Fri 15 May, 10:00 (13:45 for Anna)");
    assert!(markup(&maria, "en").contains("Anna had asked for “Friday after 14:00 my time”"));
    anna.press(Message::EditDone);
    anna.send(Event::LinkOpened(message(maria.press(Message::ShareChanged { name: "Anna" }))));
    anna.press(Message::WorksForMe);
    let works = "Friday 15 May, 13:45 (10:00 for Maria) works for Anna.";
    assert!(markup(&anna, "en").contains(works), "{}", markup(&anna, "en"));
    // The words that the yes replaces are named before they stand there.
    maria.press(Message::EditDone).send(Event::LinkOpened(message(&mut anna)));
    let shown = markup(&maria, "en");
    assert!(shown.contains("Asked for: Friday after 14:00 my time"), "{shown}");
    assert!(!shown.contains("When would suit you?"), "nobody asks Maria: {shown}");
}

#[test]
fn cancellation_names_both_clocks() {
    let (mut maria, _) = answered();
    maria.press(Message::ChangePlan).press(Message::FormCallOff);
    let text = message(maria.press(Message::ShareCancelled { name: "Lee" }));
    let says =
        "Our coaching session on Thursday 15 October, 10:00 in Berlin (04:00 in New York) is cancelled.";
    assert!(text.starts_with(says), "{text}");
}
