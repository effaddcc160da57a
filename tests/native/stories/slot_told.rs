//! Dates and slots that the seller knows from an earlier message: what is due of them, and what is not.

use coaching_session::domain::time::Span;
use coaching_session::present::ScreenView;
use coaching_session::program::event::Event;
use coaching_session::text::message::Message;

use crate::drawn::markup;
use crate::given::TEN;
use crate::seen;
use crate::story::Story;

/// Maria's slot with Lee every second Thursday at 10:00, and Lee's device with the invitation to 28 May. That session was
/// held, too: 11 June is planned, and nothing was sent since. The page of Lee is open.
fn held_twice() -> (Story, Story) {
    let mut maria = Story::new();
    maria.plan("Lee").press(Message::CalendarPut).press(Message::SlotOther);
    maria.press("Every second Thursday at 10:00").press(Message::BackToSession);
    maria.now = TEN;
    maria.press_start().watch(30).press(Message::EndEarly).press(Message::BackHome);
    maria.open_first_page().press(Message::SlotOpen).press(Message::BackToSession);
    maria.invite("Lee").press(Message::CopyLink).settle_copy(true);
    let mut lee = Story::elsewhere();
    lee.send(Event::LinkOpened(maria.window().copied.clone().unwrap()));
    lee.press(Message::NotYetBring).press(Message::EditDone).press(Message::BackHome);
    maria.press(Message::EditDone);
    maria.now = TEN.plus(Span::minutes(14 * 24 * 60));
    lee.now = maria.now;
    maria.press_start().watch(30).press(Message::EndEarly).press(Message::BackHome);
    (maria, lee)
}

fn lead(story: &Story) -> (String, String) {
    let ScreenView::Sheet(sheet) = story.view().screen else { panic!("no sheet") };
    (sheet.heading.to_string(), sheet.lead.to_string())
}

#[test]
fn slot_ended_later_is_told_to_a_seller_who_knows_it() {
    let (mut maria, mut lee) = held_twice();
    maria.open_first_page().press(Message::SlotOpen).press(Message::SlotEnd).survives_a_reload();
    let told = "Sessions that are planned stay. Lee hears of the end with your next message.";
    assert_eq!(lead(&maria), ("The standing slot with Lee has ended".to_owned(), told.to_owned()));
    maria.press("Tell Lee the slot has ended");
    let shown = markup(&maria, "en");
    assert!(shown.contains("Our standing slot has ended. This session stays:"), "the message: {shown}");
    assert!(shown.contains("The standing slot has ended."), "what Lee sees: {shown}");
    maria.press(Message::CopyLink).settle_copy(true);
    lee.send(Event::LinkOpened(maria.window().copied.clone().unwrap()));
    assert!(markup(&lee, "en").contains("The standing slot has ended."), "{}", markup(&lee, "en"));
    maria.press(Message::EditDone).press(Message::SlotOpen);
    assert_eq!(lead(&maria).0, "A standing slot with Lee?", "Lee was told");
}

#[test]
fn ended_slot_comes_back_by_undo() {
    let (mut maria, _) = held_twice();
    maria.open_first_page().press(Message::SlotOpen);
    let before = markup(&maria, "en");
    maria.press(Message::SlotEnd).press(Message::Undo);
    assert_eq!(markup(&maria, "en"), before);
    assert!(!maria.offers(Message::Undo));
    // Nobody knows of the first slot, and the page still says that it ended.
    let mut alone = Story::new();
    alone.plan("Kim").press(Message::CalendarPut).press(Message::SlotOther);
    alone.press("Every Thursday at 10:00").press(Message::SlotEnd);
    assert_eq!(lead(&alone).0, "The standing slot with Kim has ended");
    alone.press(Message::Undo);
    assert_eq!(lead(&alone).0, "Every Thursday at 10:00");
}

#[test]
fn end_of_a_slot_is_the_heading_for_the_seller() {
    let mut maria = Story::new();
    maria.plan("Lee").press(Message::CalendarPut).press(Message::SlotOther);
    maria.press("Every Thursday at 10:00").press(Message::BackToSession).invite("Lee");
    maria.press(Message::CopyLink).settle_copy(true);
    let mut lee = Story::elsewhere();
    lee.send(Event::LinkOpened(maria.window().copied.clone().unwrap()));
    lee.press(Message::NotYetBring).press(Message::EditDone).press(Message::BackHome);
    maria.press(Message::EditDone).press(Message::SlotOpen).press(Message::SlotEnd);
    maria.press(Message::ShareSlotEnded { name: "Lee" }).press(Message::CopyLink);
    lee.send(Event::LinkOpened(maria.window().copied.clone().unwrap()));
    assert_eq!(lead(&lee).0, "The standing slot with Maria has ended");
}

#[test]
fn date_that_the_seller_has_is_not_called_unsent() {
    let (mut maria, _) = held_twice();
    let row = seen::home(&maria.view()).groups[0].rows[0].clone();
    let unsent = row.not_sent.unwrap().words;
    assert_eq!(&*unsent, "Record of Thu 28 May: not sent yet");
    maria.open_first_of_page();
    assert!(markup(&maria, "en").contains("This date was in your message of Thu 14 May."));
}

/// Maria, who sent Kim an invitation to 14 May and then books a quarter for Kim. The dates wait to be sent.
fn quarter_after_an_invitation() -> Story {
    let mut story = Story::new();
    story.plan("Kim").invite("Kim").press(Message::CopyLink).settle_copy(true);
    story.press(Message::EditDone).press(Message::BackHome);
    story.press(Message::QuarterOpen).fill(Message::QuarterEvery, "4");
    let book = seen::names(&story.view()).into_iter().find(|name| name.starts_with("Book ")).unwrap();
    story.press(&book);
    story
}

#[test]
fn message_of_a_quarter_counts_for_every_open_session() {
    let mut story = quarter_after_an_invitation();
    story.press("Copy for Kim").settle_copy(true).press(Message::QuarterDone);
    let rows: Vec<_> = seen::home(&story.view()).groups.iter().flat_map(|group| group.rows.clone()).collect();
    assert_eq!(rows.iter().map(|row| row.not_sent.clone()).collect::<Vec<_>>(), [None]);
    story.open_first_of_page();
    assert!(!story.offers(Message::ShareDates { name: "Kim" }), "{:?}", seen::names(&story.view()));
}

#[test]
fn added_dates_are_called_more_dates() {
    let mut story = quarter_after_an_invitation();
    story.press(Message::QuarterDone).open_first_of_page().press(Message::ShareDates { name: "Kim" });
    let shown = markup(&story, "en");
    assert!(shown.contains("I have booked more dates for us. They are in the link."), "{shown}");
}

#[test]
fn list_names_the_next_dates_in_order() {
    let mut story = quarter_after_an_invitation();
    story.press(Message::QuarterDone);
    let row = seen::home(&story.view()).groups[0].rows[0].clone();
    let lines: Vec<String> = row.lines.iter().map(ToString::to_string).collect();
    assert_eq!(lines, ["Then Thu 21 May \u{b7} Thu 18 Jun and 2 more"], "21 May is planned, too");
}

#[test]
fn invitation_with_a_slot_says_so() {
    let mut maria = Story::new();
    maria.plan("Lee").press(Message::CalendarPut).press(Message::SlotOther);
    maria.press("Every Thursday at 10:00").press(Message::BackToSession).invite("Lee");
    let says = "Our standing slot is every Thursday at 10:00 (Berlin time). All its dates are in the link.";
    assert!(markup(&maria, "en").contains(says), "{}", markup(&maria, "en"));
    maria.press(Message::CopyLink).settle_copy(true).press(Message::EditDone);
    // The record brings the next date along.
    maria.now = TEN;
    maria.press_start().watch(30).press(Message::EndEarly).press(Message::SendTo { name: "Lee" });
    assert!(markup(&maria, "en").contains(says), "{}", markup(&maria, "en"));
}

#[test]
fn slot_without_a_planned_date_claims_no_next_one() {
    let (mut maria, _) = held_twice();
    maria.open_first_of_page().press(Message::Delete);
    let rows: Vec<_> = seen::home(&maria.view()).groups.iter().flat_map(|group| group.rows.clone()).collect();
    let lines: Vec<String> = rows[0].lines.iter().map(ToString::to_string).collect();
    assert_eq!(lines, ["Every second Thursday at 10:00. Not planned yet: Thu 25 Jun"]);
}

#[test]
fn slot_ended_without_a_date_is_told_with_next_invitation() {
    let (mut maria, _) = held_twice();
    maria.open_first_of_page().press(Message::Delete).open_first_page();
    maria.press(Message::SlotOpen).press(Message::SlotEnd);
    assert_eq!(lead(&maria).1, "Lee hears of the end with your next invitation.");
    // The invitation to the next session says so.
    maria.press(Message::BackToSession).press(Message::BackHome).open_first_page();
    maria.press(Message::PlanOne).press("Fri 29 May, 10:00");
    if maria.offers(Message::FormSubmit) {
        maria.press(Message::FormSubmit);
    }
    maria.press(Message::ShareSlotEnded { name: "Lee" });
    let shown = markup(&maria, "en");
    assert!(shown.contains("Our standing slot has ended. This session stays:"), "the message: {shown}");
}
