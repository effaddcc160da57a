//! The standing slot: kept at the close or with the plan, changed, skipped, moved, ended.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::time::{Instant, Span};
use coaching_session::present::ScreenView;
use coaching_session::present::parts::sheet::Entry;
use coaching_session::program::event::{Event, Press};
use coaching_session::text::message::Message;
use coaching_session::wire::link::{NoLink, read};

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
    assert_eq!(&*next_list.heading, "Your next session");
    story.press("The second Thursday of each month at 10:00").survives_a_reload();
    let booked = (
        "Booked: Thu 11 Jun, 10:00".to_owned(),
        Some("The second Thursday of each month at 10:00 until Thu 13 Aug".to_owned()),
    );
    assert_eq!(next(&story), booked);
    story.press(Message::BackHome);
    let row = seen::home(&story.view()).groups[0].rows[0].clone();
    assert_eq!(
        row.lines.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["The second Thursday of each month at 10:00, then Thu 9 Jul · Thu 13 Aug"]
    );
    story.open_first_page();
    let standing = seen::home(&story.view()).standing.clone().unwrap();
    assert_eq!(&*standing.text, "The second Thursday of each month at 10:00. Next: Thu 11 Jun");
}

#[test]
fn session_on_the_slot_plans_the_next_one_when_it_ends() {
    let mut story = held();
    story.press("The second Thursday of each month at 10:00");
    story.now = days(28);
    story.press(Message::BackHome).open_first().press_start().watch(30).press(Message::EndEarly);
    story.survives_a_reload();
    assert_eq!(
        next(&story),
        (
            "Booked: Thu 9 Jul, 10:00".to_owned(),
            Some("The second Thursday of each month at 10:00 until Thu 13 Aug".to_owned())
        )
    );
    // The date can be taken back, and is offered again.
    story.press(Message::UndoBooked);
    assert!(story.offers(Message::KeepDate { when: "Thu 9 Jul, 10:00" }));
    story.press(Message::KeepDate { when: "Thu 13 Aug, 10:00" });
    assert_eq!(next(&story).0, "Booked: Thu 13 Aug, 10:00");
}

#[test]
fn date_whose_session_began_early_is_not_moved() {
    let mut story = held();
    story.press("The second Thursday of each month at 10:00");
    story.now = days(28).minus(Span::minutes(10));
    story.press(Message::BackHome).open_first().press_start().watch(3).press(Message::EndEarly);
    let pair = story.window().model.sessions().next().expect("a session").pair;
    story.send(Press::StandingOpened(pair));
    assert_eq!(dates(&story)[0], "Thu 11 Jun, 10:00 (took place): Open");
}

#[test]
fn just_the_next_date_keeps_no_slot() {
    let mut story = held();
    story.press(Message::JustDate { when: "Thu 11 Jun" });
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
        ]
    );
    story.press("Every Thursday at 10:00");
    assert_eq!(heading(&story), "Every Thursday at 10:00");
    assert_eq!(dates(&story).len(), 14);
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
    story.press("Put it back: Thu 11 Jun, 10:00");
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
    assert_eq!(dates(&story)[..2], ["Fri 29 May, 11:00 (planned): Open", "Fri 12 Jun, 11:00: Skip"]);
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
    story.press(Message::SlotEnd);
    assert_eq!(heading(&story), "The standing slot with Lee has ended");
    // *Undo* goes with the page, and nothing else is left to do.
    story.reload();
    assert_eq!(heading(&story), "A standing slot with Lee?");
    story.press(Message::BackToSession);
    assert!(story.offers(Message::ChangePlan));
    story.press(Message::BackHome);
    assert_eq!(seen::home(&story.view()).groups[0].rows[0].lines, []);
}

/// Saves the calendar file of the row on the screen, and returns its events: start, sequence, id, and status if there is one.
#[track_caller]
fn file(story: &mut Story) -> Vec<[String; 4]> {
    let save =
        if story.offers(Message::CalendarSave) { Message::CalendarSave } else { Message::CalendarAgain };
    story.press(save);
    let text = story.window().saved.clone().unwrap().replace("\r\n ", "");
    let event = |event: &str| {
        let of = |name: &str| {
            let line = event.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
            line.unwrap_or_default().to_owned()
        };
        [of("DTSTART"), of("SEQUENCE"), of("UID"), of("STATUS")]
    };
    text.split("BEGIN:VEVENT").skip(1).map(event).collect()
}

/// Returns the starts of the events that are not cancelled, by their dates.
fn starts(events: &[[String; 4]]) -> Vec<&str> {
    events.iter().filter(|event| event[3].is_empty()).map(|event| event[0].as_str()).collect()
}

#[test]
fn row_goes_into_the_calendar_as_one_file_of_single_events() {
    let mut story = fortnightly();
    let first = file(&mut story);
    let all = ["20260528", "20260611", "20260625", "20260709", "20260723", "20260806"]
        .map(|day| format!("{day}T080000Z"));
    assert_eq!(starts(&first), all);
    assert!(!story.window().saved.as_ref().unwrap().contains("RRULE"));
    assert_eq!(story.window().file_name.as_deref(), Some("coaching-sessions-2026-05-28.ics"));
    let ids: std::collections::BTreeSet<_> = first.iter().map(|event| &event[2]).collect();
    assert_eq!(ids.len(), 6);
    assert_eq!(file(&mut story), first, "nothing changed");
    // The session of the row is in the calendar, and asks for it no more.
    story.press(Message::BackToSession);
    assert_eq!(&*seen::planned(&story.view()).next.label, "Invite Lee");
}

#[test]
fn changed_date_is_replaced_and_skipped_one_is_taken_out() {
    let mut story = fortnightly();
    let first = file(&mut story);
    story.press("Skip Thu 11 Jun, 10:00");
    let ScreenView::Sheet(sheet) = story.view().screen else { panic!("no sheet") };
    assert!(sheet.outcome.unwrap().starts_with("The dates have changed since."));
    let second = file(&mut story);
    let number = |event: &[String; 4]| event[1].parse::<u32>().unwrap();
    assert!(second.iter().all(|event| number(event) > number(&first[0])));
    let gone: Vec<_> = second.iter().filter(|event| event[3] == "CANCELLED").collect();
    assert_eq!((gone.len(), &gone[0][2], &gone[0][0]), (1, &first[1][2], &first[1][0]));
    // A moved session keeps its entry.
    story.press(Message::BackToSession).press(Message::ChangePlan);
    story.fill(Message::TimeLabel, "11:30").press(Message::FormSubmitChange).press(Message::CalendarPut);
    let alone = file(&mut story);
    assert_eq!((&alone[0][2], &*alone[0][0]), (&first[0][2], "20260528T093000Z"));
    assert!(number(&alone[0]) > number(&second[0]));
    story.press(Message::BackToSession).press(Message::SlotOpen);
    let third = file(&mut story);
    assert_eq!(starts(&third)[0], "20260528T093000Z");
    let ids = |events: &[[String; 4]]| {
        let stays = events.iter().filter(|event| event[3].is_empty());
        stays.map(|event| (event[0].clone(), event[2].clone())).collect::<Vec<_>>()
    };
    assert_eq!(ids(&third)[1..], ids(&second)[1..], "the others stay");
    assert_eq!(third.len(), 5, "a date is taken out once");
}

#[test]
fn google_repeats_the_row_by_the_clock_of_the_zone() {
    let story = fortnightly();
    let ScreenView::Sheet(sheet) = story.view().screen else { panic!("no sheet") };
    let links = seen::entries(&sheet).into_iter().find_map(|entry| match entry {
        Entry::Links(links) => Some(links[0].href.to_string()),
        _ => None,
    });
    let href = percent_encoding::percent_decode_str(&links.unwrap()).decode_utf8().unwrap().into_owned();
    assert!(href.contains("recur=RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=6"), "{href}");
    assert!(href.contains("dates=20260528T100000/20260528T104500&ctz=Europe/Berlin"), "{href}");
}

/// Returns the lasting link in the last saved calendar file.
fn lasting_link(story: &Story) -> String {
    let text = story.window().saved.clone().unwrap().replace("\r\n ", "").replace("\\n", "\n");
    let link = |part: &str| part.lines().next().unwrap().to_owned();
    let links: std::collections::BTreeSet<String> =
        text.split("Your next session: ").skip(1).map(link).collect();
    assert_eq!(links.len(), 1, "all entries have the same link: {links:?}");
    links.into_iter().next().unwrap()
}

#[test]
fn lasting_link_opens_the_next_session_before_and_after_each() {
    let mut story = fortnightly();
    file(&mut story);
    let link = lasting_link(&story);
    let Err(NoLink::Pair(pair)) = read(&link) else { panic!("{link}") };
    assert_eq!((pair.seller.as_str(), pair.slot.is_some()), ("Lee", true));
    let when = |story: &Story| seen::planned(&story.view()).when.to_string();
    story.press(Message::BackToSession).press(Message::BackHome).send(Event::LinkOpened(link.clone()));
    assert_eq!(when(&story), "Thursday 28 May, 10:00 to 10:45");
    assert!(story.window().forgot_link);
    // Ten minutes late, it still opens that session; after it, the next one.
    story.now = days(14).plus(Span::minutes(10));
    story.press(Message::BackHome).send(Event::LinkOpened(link.clone()));
    assert_eq!(when(&story), "Thursday 28 May, 10:00 to 10:45");
    story.press_start();
    story.press(Message::BackHome).send(Event::LinkOpened(link.clone()));
    assert!(matches!(story.view().screen, ScreenView::Run(_)));
    story.watch(20).press(Message::EndEarly).press(Message::BackHome).send(Event::LinkOpened(link.clone()));
    assert_eq!(when(&story), "Thursday 11 June, 10:00 to 10:45");
    // Without a next session it opens the page of the two.
    story.press(Message::Delete).send(Event::LinkOpened(link));
    assert_eq!(&*seen::home(&story.view()).heading, "Your sessions with Lee");
}

#[test]
fn lasting_link_tells_a_stranger_what_to_do() {
    let mut story = fortnightly();
    file(&mut story);
    let link = lasting_link(&story);
    let mut stranger = Story::elsewhere();
    stranger.send(Event::LinkOpened(link.clone()));
    assert_eq!(heading(&stranger), "This link opens the next session of two people");
    assert_eq!(stranger.storage.records.keys().filter(|key| !key.starts_with("screen")).count(), 0);
    stranger.press(Message::FileLeave);
    // The seller who took an invitation gets to the session.
    story.press(Message::BackToSession).invite("Lee").press(Message::CopyLink);
    let invitation = story.window().copied.clone().unwrap();
    stranger.send(Event::LinkOpened(invitation)).press(Message::NotYetBring).press(Message::EditDone);
    stranger.press(Message::BackHome).send(Event::LinkOpened(link));
    assert_eq!(&*seen::planned(&stranger.view()).when, "Thursday 28 May, 10:00 to 10:45");
}

#[test]
fn invitation_brings_the_slot_to_the_seller() {
    let mut maria = fortnightly();
    let own = file(&mut maria);
    maria.press(Message::BackToSession).invite("Lee");
    let markup = crate::drawn::markup(&maria, "en");
    assert!(markup.contains("Every second Thursday at 10:00"), "the preview says what goes out");
    maria.press(Message::CopyLink);
    let mut lee = Story::elsewhere();
    lee.send(Event::LinkOpened(maria.window().copied.clone().unwrap()));
    lee.press(Message::NotYetBring).press(Message::EditDone).press(Message::BackHome);
    let row = seen::home(&lee.view()).groups[0].rows[0].clone();
    assert_eq!(
        row.lines.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["Every second Thursday at 10:00, then Thu 11 Jun · Thu 25 Jun"]
    );
    lee.open_first_page();
    let standing = seen::home(&lee.view()).standing.clone().unwrap();
    assert_eq!(&*standing.text, "Every second Thursday at 10:00. Next: Thu 28 May");
    lee.press(Message::SlotOpen).survives_a_reload();
    assert_eq!(heading(&lee), "Every second Thursday at 10:00");
    assert!(!lee.offers(Message::SlotEnd) && !lee.offers("Every Thursday at 10:00"), "the slot is Maria's");
    let theirs = file(&mut lee);
    let ids = |events: &[[String; 4]]| {
        events.iter().map(|event| (event[0].clone(), event[2].clone())).collect::<Vec<_>>()
    };
    assert_eq!(ids(&theirs), ids(&own), "the same dates and ids on both devices");
    let link = lasting_link(&lee);
    lee.press(Message::BackToSession).press(Message::BackHome).send(Event::LinkOpened(link));
    assert_eq!(&*seen::planned(&lee.view()).when, "Thursday 28 May, 10:00 to 10:45");
}

#[test]
fn skipped_date_is_not_sent_until_the_seller_is_told() {
    let mut maria = fortnightly();
    maria.press(Message::BackToSession).invite("Lee").press(Message::CopyLink).settle_copy(true);
    maria.press(Message::BackHome).open_first_page().press(Message::SlotOpen);
    maria.press("Skip Thu 11 Jun, 10:00").press(Message::BackHome);
    let row = seen::home(&maria.view()).groups[0].rows[0].clone();
    assert!(row.not_sent.is_some(), "Lee does not know yet");
    maria.open_first().press("Send Lee the new dates").press(Message::CopyLink);
    let mut lee = Story::elsewhere();
    lee.send(Event::LinkOpened(maria.window().copied.clone().unwrap()));
    lee.press(Message::NotYetBring).press(Message::EditDone).press(Message::BackHome);
    let row = seen::home(&lee.view()).groups[0].rows[0].clone();
    assert_eq!(
        row.lines.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["Every second Thursday at 10:00, then Thu 25 Jun · Thu 9 Jul"]
    );
}
