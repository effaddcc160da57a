//! Putting a session into a calendar: the file, the links to calendars on the web, and the link to the plan alone.

use std::collections::BTreeMap;

use coaching_session::domain::time::Span;
use coaching_session::present::ScreenView;
use coaching_session::present::parts::sheet::Entry;
use coaching_session::program::event::{Event, Press, SendMethod};
use coaching_session::text::message::Message;
use coaching_session::wire::link::read;
use percent_encoding::percent_decode_str;

use super::rail;
use crate::given::TEN;
use crate::seen;
use crate::story::{HOME, Story};

/// Plans a session of Maria with `seller` at the usual time.
fn planned(seller: &str) -> Story {
    let mut story = Story::new();
    story
        .press(Message::PlanOne)
        .fill(Message::OwnNameLabel, "Maria Sanchez")
        .fill(Message::SellerLabel, seller)
        .fill(Message::DateLabel, "2026-05-14")
        .fill(Message::TimeLabel, "10:00")
        .press(Message::FormSubmit);
    story
}

/// Saves the calendar file and returns its properties by name. The story ends on the screen of the calendar.
#[track_caller]
fn file(story: &mut Story) -> BTreeMap<String, String> {
    if !matches!(&story.view().screen, ScreenView::Sheet(_)) {
        story.press(Message::CalendarPut);
    }
    let save =
        if story.offers(Message::CalendarSave) { Message::CalendarSave } else { Message::CalendarAgain };
    story.press(save);
    let text = story.window().saved.clone().unwrap();
    assert!(text.split_inclusive("\r\n").all(|line| line.len() <= 78 && line.ends_with("\r\n")), "{text}");
    let unfolded = text.replace("\r\n ", "");
    let lines = unfolded.lines().filter_map(|line| line.split_once(':'));
    lines.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// Returns the addresses of the calendars on the web, by their labels, each as its base and its fields.
fn links(story: &Story) -> BTreeMap<String, (String, BTreeMap<String, String>)> {
    let view = story.view();
    let ScreenView::Sheet(sheet) = &view.screen else { panic!("no sheet") };
    let entries = seen::entries(sheet);
    let links = entries.into_iter().filter_map(|entry| match entry {
        Entry::Links(links) => Some(links),
        _ => None,
    });
    let parsed = links.flatten().map(|link| {
        let (base, query) = link.href.split_once('?').unwrap();
        let field = |field: &str| {
            let (name, value) = field.split_once('=').unwrap();
            (name.to_owned(), percent_decode_str(value).decode_utf8().unwrap().into_owned())
        };
        (link.action.label.to_string(), (base.to_owned(), query.split('&').map(field).collect()))
    });
    parsed.collect()
}

const BODY: &str = "This is coaching, not a forecast or a performance review. Bring one or two deals or calls; we'll go \
    deep. Expect hard questions about the deal, not about you. We'll end with what each of us does next, and a \
    date.\n\nEarly opportunity, 45 min\n- Open, 3 min\n- First opportunity, 20 min\n- Second opportunity, 12 min\n\
    - Next steps, 7 min\n- Close, 3 min\n\nThe plan: ";

#[test]
fn calendar_comes_first_until_the_plan_is_in_it() {
    let mut story = planned("Lee Park");
    assert_eq!(&*seen::planned(&story.view()).next.label, "Put it in the calendar");
    story.press(Message::CalendarPut).survives_a_reload();
    file(&mut story);
    story.survives_a_reload();
    assert_eq!(
        story.window().file_name.as_deref(),
        Some("coaching-session-lee-park-maria-sanchez-2026-05-14.ics")
    );
    let ScreenView::Sheet(sheet) = story.view().screen else { panic!("no sheet") };
    assert_eq!(&*sheet.main.label, "Invite Lee");
    story.send(Press::SessionOpened(session(&story)));
    assert_eq!(&*seen::planned(&story.view()).next.label, "Invite Lee");
    // A moved session asks for the calendar again.
    story.press(Message::ChangePlan).fill(Message::TimeLabel, "11:00").press(Message::FormSubmitChange);
    assert_eq!(&*seen::planned(&story.view()).next.label, "Put it in the calendar");
    story.press(Message::CalendarPut);
    let ScreenView::Sheet(sheet) = story.view().screen else { panic!("no sheet") };
    assert!(sheet.outcome.unwrap().starts_with("The plan has changed since."));
}

/// Returns the id of the one session.
fn session(story: &Story) -> coaching_session::domain::id::SessionId {
    let records = story.storage.records.keys();
    let name = records.filter_map(|name| name.strip_prefix("session/")).next().unwrap();
    let id = name.split('~').next().unwrap();
    coaching_session::domain::id::SessionId(u64::from_str_radix(id, 16).unwrap())
}

#[test]
fn calendar_steps_back_shortly_before_the_session() {
    let mut story = planned("Lee");
    story.now = TEN.plus(Span::minutes(-61));
    assert_eq!(&*seen::planned(&story.view()).next.label, "Put it in the calendar");
    story.now = TEN.plus(Span::minutes(-60));
    assert_eq!(&*seen::planned(&story.view()).next.label, "Invite Lee");
}

#[test]
fn opening_a_calendar_on_the_web_counts_as_put_there() {
    let mut story = planned("Lee");
    story.press(Message::CalendarPut).press(Message::CalendarGoogle);
    story.send(Press::SessionOpened(session(&story)));
    assert_eq!(&*seen::planned(&story.view()).next.label, "Invite Lee");
}

#[test]
fn file_holds_one_private_event_in_universal_time() {
    let mut story = planned("Lee Park");
    let file = file(&mut story);
    let uid = format!("{}@coaching-session", session(&story));
    for (name, value) in [
        ("VERSION", "2.0"),
        ("SUMMARY", "Coaching session: Lee Park with Maria Sanchez"),
        ("DTSTART", "20260514T080000Z"),
        ("DTEND", "20260514T084500Z"),
        ("DTSTAMP", "20260513T080000Z"),
        ("CLASS", "PRIVATE"),
        ("UID", &*uid),
        ("BEGIN", "VEVENT"),
    ] {
        assert_eq!(file.get(name).map(String::as_str), Some(value), "{name}");
    }
    assert_eq!(file.get("RRULE"), None);
    let body = file["DESCRIPTION"].replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";");
    assert_eq!(
        body.split_once("The plan: ").map(|(text, _)| format!("{text}The plan: ")).as_deref(),
        Some(BODY)
    );
}

#[test]
fn sequence_rises_with_each_change_and_the_id_stays() {
    let mut story = planned("Lee");
    let sequence = |file: &BTreeMap<String, String>| file["SEQUENCE"].parse::<u32>().unwrap();
    let first = file(&mut story);
    let again = file(&mut story);
    assert_eq!(sequence(&first), sequence(&again), "nothing changed");
    let mut last = again;
    for (label, text) in [
        (Message::TimeLabel, "11:00"),
        (Message::TimeLabel, "10:00"),
        (Message::PlaceLabel, "Room 4"),
        (Message::SellerLabel, "Lea"),
    ] {
        story.send(Press::SessionOpened(session(&story))).reload();
        story.press(Message::ChangePlan).fill(label, text).press(Message::FormSubmitChange);
        let next = file(&mut story);
        assert!(sequence(&next) > sequence(&last), "{next:?} after {last:?}");
        assert_eq!(next["UID"], first["UID"]);
        last = next;
    }
}

#[test]
fn sequence_rises_on_another_device_of_the_manager() {
    let mut story = planned("Lee");
    let before = file(&mut story)["SEQUENCE"].parse::<u32>().unwrap();
    // A copy of the session alone, as a file of one session brings it: the record of the calendar is not in it.
    let mut records = story.storage.records.clone();
    records.retain(|name, _| name.starts_with("session/") || name.starts_with("pair/"));
    let mut other = Story::with(records);
    other.send(Press::SessionOpened(session(&story)));
    other.press(Message::ChangePlan).fill(Message::TimeLabel, "11:00").press(Message::FormSubmitChange);
    assert!(file(&mut other)["SEQUENCE"].parse::<u32>().unwrap() > before);
}

#[test]
fn links_open_the_three_calendars_filled_in() {
    let mut story = planned("Zoë & Söhne");
    story
        .press(Message::ChangePlan)
        .fill(Message::PlaceLabel, "Room 4, ü?&#")
        .press(Message::FormSubmitChange);
    story.press(Message::CalendarPut);
    let links = links(&story);
    let title = "Coaching session: Zoë & Söhne with Maria Sanchez";
    let (base, google) = &links["Google Calendar"];
    assert_eq!(base, "https://calendar.google.com/calendar/render");
    let body = &google["details"];
    assert!(body.starts_with(BODY) && body.contains(&format!("{HOME}#cs=")), "{body}");
    let expected = BTreeMap::from([
        ("action", "TEMPLATE"),
        ("dates", "20260514T080000Z/20260514T084500Z"),
        ("details", body),
        ("location", "Room 4, ü?&#"),
        ("text", title),
    ]);
    assert_eq!(google.iter().map(|(name, value)| (&**name, &**value)).collect::<BTreeMap<_, _>>(), expected);
    for (label, host) in [("Outlook.com", "outlook.live.com"), ("Microsoft 365", "outlook.office.com")] {
        let (base, fields) = &links[label];
        assert_eq!(*base, format!("https://{host}/calendar/deeplink/compose"));
        let html = body.replace('&', "&amp;").replace('\n', "<br>");
        let expected = BTreeMap::from([
            ("body", &*html),
            ("enddt", "2026-05-14T08:45:00Z"),
            ("location", "Room 4, ü?&#"),
            ("path", "/calendar/action/compose"),
            ("rru", "addevent"),
            ("startdt", "2026-05-14T08:00:00Z"),
            ("subject", title),
        ]);
        assert_eq!(
            fields.iter().map(|(name, value)| (&**name, &**value)).collect::<BTreeMap<_, _>>(),
            expected
        );
    }
}

#[test]
fn entry_too_long_for_a_link_is_offered_as_a_file() {
    let mut story = planned("Lee");
    story
        .press(Message::ChangePlan)
        .fill(Message::PlaceLabel, &"😀".repeat(2_000))
        .press(Message::FormSubmitChange);
    story.press(Message::CalendarPut);
    assert_eq!(links(&story).len(), 0);
    assert_eq!(file(&mut story)["LOCATION"].chars().count(), 2_000);
}

/// Words that no calendar may hold.
const SECRETS: [&str; 4] = ["Acme renewal", "Call the CFO", "Parked Qzx", "Old promise"];

#[test]
fn entry_and_its_link_hold_the_plan_alone() {
    let mut story = planned("Lee");
    story.now = TEN;
    story.press_start().press(Message::WriteNextStep);
    story.fill(Message::NextStepLabel, "Old promise").press("Maria").press(Message::Keep);
    story.watch(2).press(Message::EndEarly).press(Message::BackHome);
    story
        .press(Message::PlanOne)
        .fill(Message::SellerLabel, "Lee")
        .fill(Message::DateLabel, "2026-05-21")
        .fill(Message::TimeLabel, "10:00")
        .press(Message::FormSubmit);
    story.press(Message::AgendaEdit).fill("Name of item 3", "Acme renewal").press(Message::EditDone);
    // Sending carries the open next step along.
    let invite = seen::planned(&story.view()).others[0].press;
    story.send(invite).send(Press::Sent(SendMethod::Copy));
    assert!(
        read(&story.window().copied.clone().unwrap())
            .is_ok_and(|link| format!("{link:?}").contains("Old promise"))
    );
    story.press(Message::BackHome);
    let open = seen::home(&story.view()).groups[0].rows[0].open.press;
    story.send(open).press(Message::CalendarPut);
    let mut texts: Vec<String> =
        links(&story).into_values().flat_map(|(_, fields)| fields.into_values()).collect();
    texts.push(file(&mut story)["DESCRIPTION"].replace("\\n", "\n"));
    let mut codes = 0;
    for text in texts {
        for secret in SECRETS {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
        if let Ok(link) = read(&text) {
            codes += 1;
            let link_text = format!("{link:?}");
            assert!(link.is_plan_only(), "{link_text}");
            for secret in SECRETS {
                assert!(!link_text.contains(secret), "{secret} in {link_text}");
            }
        }
    }
    assert_eq!(codes, 4);
}

/// The link in the calendar file.
fn plan_link(story: &mut Story) -> String {
    let body = file(story)["DESCRIPTION"].replace("\\n", "\n");
    body.split_once("The plan: ").unwrap().1.trim().to_owned()
}

#[test]
fn calendar_of_a_session_that_starts_elsewhere_gives_way_to_it() {
    let mut story = planned("Lee");
    story.press(Message::CalendarPut).open_window("Europe/Berlin");
    story.in_window(1).open_first_of_page().press_start().in_window(0).deliver();
    assert!(matches!(story.view().screen, ScreenView::Run(_)));
}

#[test]
fn link_in_the_calendar_leads_to_the_session_that_is_here() {
    let mut story = planned("Lee");
    let link = plan_link(&mut story);
    story.press(Message::BackHome).send(Event::LinkOpened(link));
    story.press(Message::BackToSession);
    assert_eq!(&*seen::planned(&story.view()).when, "Thursday 14 May, 10:00 to 10:45");
}

#[test]
fn link_in_the_calendar_shows_a_stranger_the_plan() {
    let mut story = planned("Lee");
    let link = plan_link(&mut story);
    let mut seller = Story::elsewhere();
    seller.send(Event::LinkOpened(link));
    let ScreenView::Sheet(sheet) = seller.view().screen else { panic!("no sheet") };
    assert!(sheet.head.title.contains("Thursday 14 May, 10:00"), "{}", sheet.head.title);
    seller.press(Message::NotYetBring);
    // The real invitation replaces what the calendar brought, without a question.
    story.press("Invite Lee").press(Message::CopyLink);
    let invitation = story.window().copied.clone().unwrap();
    seller.press(Message::EditDone).press(Message::BackHome).send(Event::LinkOpened(invitation));
    seller.press(Message::FileTake);
    assert_eq!(seen::planned(&seller.view()).asks, Vec::new());
    assert_eq!(rail(&seller).len(), 5);
}

#[test]
fn link_of_a_moved_entry_says_that_the_session_here_differs() {
    let mut story = planned("Lee");
    let link = plan_link(&mut story);
    let mut seller = Story::elsewhere();
    seller.send(Event::LinkOpened(link.clone())).press(Message::NotYetBring);
    seller.press(Message::EditDone).press(Message::BackHome).send(Event::LinkOpened(link));
    let heading = |story: &Story| match story.view().screen {
        ScreenView::Sheet(sheet) => (sheet.heading.to_string(), sheet.lead.to_string()),
        other => panic!("no sheet: {other:?}"),
    };
    assert_eq!(heading(&seller).0, "Nothing new");
    seller.press(Message::BackToSession).press(Message::BackHome);
    story.press(Message::BackHome).open_first().press(Message::ChangePlan);
    story.fill(Message::DateLabel, "2026-05-20").press(Message::FormSubmitChange);
    let moved = plan_link(&mut story);
    seller.send(Event::LinkOpened(moved.clone()));
    let (heading_now, lead) = heading(&seller);
    assert_eq!(heading_now, "This calendar entry and your session differ");
    assert!(lead.starts_with("Here the session is planned for Thursday 14 May, 10:00"), "{lead}");
    seller.press(Message::BackToSession);
    assert_eq!(&*seen::planned(&seller.view()).when, "Thursday 14 May, 10:00 to 10:45");
    // The manager's own device knows which plan is newer.
    story.press(Message::BackHome).send(Event::LinkOpened(moved));
    assert_eq!(heading(&story).0, "Nothing new");
}
