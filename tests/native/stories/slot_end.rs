//! The end of a standing slot: the message to the seller, and the dates that an earlier file put into a calendar.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::time::Span;
use coaching_session::present::ScreenView;
use coaching_session::program::event::Event;
use coaching_session::text::message::Message;

use crate::drawn::markup;
use crate::given::TEN;
use crate::seen;
use crate::story::Story;

/// Maria's slot with Lee every second Thursday at 10:00 after a session on 14 May; 28 May is planned. The screen of the
/// slot is open.
fn fortnightly() -> Story {
    let mut story = Story::new();
    story.plan("Lee").press(Message::CalendarPut).press(Message::SlotOther);
    story.press("Every second Thursday at 10:00").press(Message::BackToSession);
    story.now = TEN;
    story.press_start().watch(30).press(Message::EndEarly).press(Message::BackHome);
    story.open_first_page().press(Message::SlotOpen);
    story
}

/// Lee's device after the invitation to 28 May. Maria's screen of the slot is open again.
fn invited(maria: &mut Story) -> Story {
    maria.press(Message::BackToSession).invite("Lee").press(Message::CopyLink).settle_copy(true);
    let mut lee = Story::elsewhere();
    lee.send(Event::LinkOpened(maria.window().copied.clone().unwrap()));
    lee.press(Message::NotYetBring).press(Message::EditDone).press(Message::BackHome);
    maria.press(Message::BackHome).open_first_page().press(Message::SlotOpen);
    lee
}

/// Returns the heading and the lead of the sheet on the screen.
fn says(story: &Story) -> (String, String) {
    let ScreenView::Sheet(sheet) = story.view().screen else { panic!("no sheet") };
    (sheet.heading.to_string(), sheet.lead.to_string())
}

/// Saves a calendar file by this button, and returns its events: start, sequence, id, and status if there is one.
#[track_caller]
fn file(story: &mut Story, button: Message<'static>) -> Vec<[String; 4]> {
    story.press(button);
    let text = story.window().saved.clone().unwrap().replace("\r\n ", "");
    assert!(!text.contains("METHOD"), "as in the entry of a session");
    let event = |event: &str| {
        let of = |name: &str| {
            let line = event.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
            line.unwrap_or_default().to_owned()
        };
        [of("DTSTART"), of("SEQUENCE"), of("UID"), of("STATUS")]
    };
    text.split("BEGIN:VEVENT").skip(1).map(event).collect()
}

/// Returns the start and the id of each event, those of cancelled ones apart.
fn parted(events: &[[String; 4]]) -> [Vec<(&str, &str)>; 2] {
    ["", "CANCELLED"].map(|status| {
        let of = events.iter().filter(|event| event[3] == status);
        of.map(|event| (&*event[0], &*event[2])).collect()
    })
}

#[test]
fn ended_slot_offers_the_message_to_a_seller_who_knows_it() {
    let mut maria = fortnightly();
    let mut lee = invited(&mut maria);
    maria.press(Message::SlotEnd).survives_a_reload();
    let told = "Sessions that are planned stay. Lee hears of the end with your next message.";
    assert_eq!(says(&maria), ("The standing slot with Lee has ended".to_owned(), told.to_owned()));
    maria.press("Tell Lee the slot has ended");
    let shown = markup(&maria, "en");
    assert!(shown.contains("Our standing slot has ended. This session stays:"), "the message: {shown}");
    assert!(shown.contains("The standing slot has ended."), "what Lee sees: {shown}");
    maria.press(Message::CopyLink).settle_copy(true);
    lee.send(Event::LinkOpened(maria.window().copied.clone().unwrap()));
    assert!(markup(&lee, "en").contains("The standing slot has ended."), "{}", markup(&lee, "en"));
    lee.press(Message::FileTake).press(Message::BackHome);
    assert_eq!(seen::home(&lee.view()).groups[0].rows[0].lines, []);
    // Nothing is left to tell: another slot can be kept.
    maria.press(Message::EditDone).press(Message::SlotOpen);
    assert_eq!(says(&maria).0, "A standing slot with Lee?");
}

#[test]
fn changed_slot_offers_the_message_to_a_seller_who_knows_it() {
    let mut maria = fortnightly();
    assert!(!maria.offers(Message::ShareDates { name: "Lee" }), "Lee knows of nothing yet");
    invited(&mut maria);
    assert!(!maria.offers(Message::ShareDates { name: "Lee" }), "nothing changed");
    maria.press("Every Thursday at 10:00").survives_a_reload();
    assert!(markup(&maria, "en").contains("Lee hears of a change here with your next message."));
    maria.press(Message::ShareDates { name: "Lee" });
    let says = "Our standing slot is every Thursday at 10:00 (Berlin time). All its dates are in the link.";
    assert!(markup(&maria, "en").contains(says), "{}", markup(&maria, "en"));
    maria.press(Message::CopyLink).settle_copy(true);
    maria.press(Message::EditDone).press(Message::SlotOpen);
    assert!(!maria.offers(Message::ShareDates { name: "Lee" }), "Lee was told");
}

#[test]
fn ended_slot_cancels_only_the_dates_without_a_session() {
    let mut maria = fortnightly();
    let before = file(&mut maria, Message::CalendarSave);
    maria.press(Message::SlotEnd).survives_a_reload();
    assert_eq!(says(&maria).1, "Sessions that are planned stay.");
    assert!(markup(&maria, "en").contains("5 dates without a session may still be in your calendar"));
    let after = file(&mut maria, Message::RowGoneSave);
    let ([all, _], [stays, gone]) = (parted(&before), parted(&after));
    assert_eq!((stays, gone), (all[..1].to_vec(), all[1..].to_vec()));
    let number = |event: &[String; 4]| event[1].parse::<u32>().unwrap();
    assert!(after.iter().all(|event| number(event) > number(&before[0])));
    let text = maria.window().saved.clone().unwrap();
    assert_eq!(text.matches("SUMMARY:Coaching session: Lee").count(), 6, "{text}");
    maria.survives_a_reload();
    assert!(markup(&maria, "en").contains("A file was saved: open it to cancel the dates."));
    assert!(!maria.offers(Message::RowGoneSave));
    // The planned session is still in the calendar.
    maria.press(Message::BackToSession);
    assert_eq!(&*seen::planned(&maria.view()).next.label, "Invite Lee");
}

#[test]
fn seller_clears_the_calendar_after_the_end_of_a_slot() {
    let mut maria = fortnightly();
    let mut lee = invited(&mut maria);
    lee.open_first_page().press(Message::SlotOpen);
    let before = file(&mut lee, Message::CalendarSave);
    maria.press(Message::SlotEnd).press(Message::ShareSlotEnded { name: "Lee" }).press(Message::CopyLink);
    lee.press(Message::BackToSession).press(Message::BackHome);
    lee.send(Event::LinkOpened(maria.window().copied.clone().unwrap())).press(Message::FileTake);
    lee.press(Message::BackHome).open_first_page();
    let statement = seen::home(&lee.view()).standing.clone().unwrap();
    assert_eq!(&*statement.text, "The standing slot has ended. Its dates may still be in your calendar.");
    lee.press(Message::SlotOpen).survives_a_reload();
    assert_eq!(says(&lee).0, "The standing slot with Maria has ended");
    assert!(!lee.offers("Every Thursday at 10:00"), "the slot is Maria's");
    let after = file(&mut lee, Message::RowGoneSave);
    assert_eq!(parted(&after)[1], parted(&before)[0][1..]);
    lee.press(Message::BackToSession).press(Message::BackHome).open_first_page();
    assert_eq!(seen::home(&lee.view()).standing, None);
}

#[test]
fn dates_that_passed_are_left_in_the_calendar() {
    let mut maria = fortnightly();
    file(&mut maria, Message::CalendarSave);
    maria.now = TEN.plus(Span::minutes(30 * 24 * 60));
    maria.press(Message::SlotEnd);
    assert!(markup(&maria, "en").contains("4 dates without a session may still be in your calendar"));
}
