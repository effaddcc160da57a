//! Versions and writers up to the bounds of a record: what comes in beyond them stays out untouched, and what the
//! program writes can be read again.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::half::ManagerHalf;
use coaching_session::domain::id::WriterId;
use coaching_session::domain::plan::Plan;
use coaching_session::domain::register::{Register, VERSION_LIMIT, Version, Written};
use coaching_session::domain::session::Session;
use coaching_session::domain::version::{VersionVector, WRITER_LIMIT};
use coaching_session::present::ScreenView;
use coaching_session::program::event::Event;
use coaching_session::text::message::Message;
use coaching_session::wire::key::WriterKey;
use coaching_session::wire::stored::{open, seal};

use crate::forged;
use crate::given::{TEN, text};
use crate::seen;
use crate::story::{Records, Story, file_of};

/// Returns the story of a manager with one planned session, at the list.
fn planned() -> Story {
    let mut story = Story::new();
    story.plan("Lee").press(Message::BackHome).reload();
    story
}

fn stored(story: &Story) -> Session {
    open(&story.session_record().1).unwrap()
}

/// Returns the session with this many concurrent versions in place of its own, by writers from `first` on.
fn with_versions(session: &Session, first: u64, count: usize) -> Session {
    let half = session.manager_half().unwrap();
    let version = |writer: u64| {
        let vector = VersionVector::new([(WriterId(writer), 1)]);
        let place = Some(text(&format!("Room {writer}")));
        let plan = Plan { place, ..half.plan.clone() };
        Version { vector, written: Written::Content(ManagerHalf { plan, ..half.clone() }) }
    };
    let versions: Vec<_> = (first..).take(count).map(version).collect();
    Session { manager: Register::from_versions(&versions).unwrap(), ..session.clone() }
}

/// Returns the session as somebody wrote it who counts writes of this many writers.
fn with_writers(session: &Session, count: usize) -> Session {
    let vector = VersionVector::new((0x1_0000..).take(count).map(|writer| (WriterId(writer), 1)));
    let written = session.manager.shown().written.clone();
    Session { manager: Register::of(Version { vector, written }), ..session.clone() }
}

fn name(session: &Session, writer: u64) -> String {
    format!("session/{}~{writer:016x}", session.id)
}

fn quarantined(story: &Story) -> Vec<&String> {
    let records = story.storage.records.iter();
    records.filter(|(name, _)| name.starts_with("quarantine/")).map(|(_, record)| record).collect()
}

#[test]
fn session_of_as_many_writers_as_are_read_takes_changes() {
    let mut story = planned();
    let full = with_writers(&stored(&story), WRITER_LIMIT);
    let (own, _) = story.session_record();
    story.storage.records.insert(own, seal(&full));
    story.reopen();
    let row = seen::home(&story.view()).groups[0].rows[0].open.press;
    story.send(row).press(Message::ChangePlan).fill(Message::PlaceLabel, "Room 9");
    story.press(Message::FormSubmitChange).reload();
    assert_eq!(story.notices(), Vec::<String>::new());
    let after = stored(&story);
    assert_eq!(after.manager_half().unwrap().plan.place, Some(text("Room 9")));
    assert!(after.manager.vector().covers(&full.manager.vector()) && !full.knows(&after), "it is news");
}

#[test]
fn session_of_more_writers_than_are_read_is_damaged() {
    let session = stored(&planned());
    let apart = |first: u64| {
        let counters = (first..).take(WRITER_LIMIT / 2 + 1).map(|writer| (WriterId(writer), 1));
        Version { vector: VersionVector::new(counters), written: session.manager.shown().written.clone() }
    };
    let both = Register::from_versions(&[apart(1), apart(0x1_0000)]).unwrap();
    assert!(open::<Session>(&seal(&Session { manager: both, ..session })).is_err());
}

#[test]
fn records_of_gone_windows_beyond_the_limit_stay_out_untouched() {
    for (own, theirs) in [(60, 41), (99, 2), (1, VERSION_LIMIT)] {
        let mut story = planned();
        let session = stored(&story);
        let (place, _) = story.session_record();
        let other = seal(&with_versions(&session, 0x2000, theirs));
        story.storage.records.insert(place, seal(&with_versions(&session, 0x1000, own)));
        // Its name comes before the own one.
        story.storage.records.insert(name(&session, 0), other.clone());
        story.reopen();
        assert_eq!(quarantined(&story), [&other], "{own} and {theirs}");
        assert!(story.notices()[0].starts_with("One stored record was damaged."), "{:?}", story.notices());
        assert_eq!(stored_without_quarantine(&story).waiting(), own - 1);
        story.reload().reload();
        assert_eq!(quarantined(&story), [&other], "nothing else follows");
    }
}

fn stored_without_quarantine(story: &Story) -> Session {
    let record = story.storage.records.iter().find(|(name, _)| name.starts_with("session/"));
    open(record.unwrap().1).unwrap()
}

#[test]
fn record_of_another_window_beyond_the_limit_is_never_merged() {
    let mut story = planned();
    let session = stored(&story);
    let (place, _) = story.session_record();
    story.storage.records.insert(place.clone(), seal(&with_versions(&session, 0x1000, 60)));
    story.reopen();
    let before = story.storage.records[&place].clone();
    let (theirs, record) = (name(&session, 0xf7), seal(&with_versions(&session, 0x2000, 60)));
    story.hear(WriterKey::parse(&theirs).unwrap(), record.clone());
    assert_eq!((&story.storage.records[&place], &story.storage.records[&theirs]), (&before, &record));
    assert_ne!(story.notices(), Vec::<String>::new(), "the person is told");
}

#[test]
fn file_of_writers_beyond_the_limit_together_is_refused() {
    let mut story = planned();
    let session = stored(&story);
    let records = [(0xf5, 0x1000), (0xf6, 0x2000)];
    let records =
        records.map(|(writer, first)| (name(&session, writer), seal(&with_versions(&session, first, 60))));
    story.open_file(&file_of(&Records::from(records)));
    let view = story.view();
    let groups = &seen::file(&view).groups;
    let group = groups.iter().find(|group| &*group.heading == "Can't be read and stays out: 1").unwrap();
    assert!(group.rows[0].what.ends_with("too large"), "{:?}", group.rows[0].what);
}

#[test]
fn undone_deletion_without_room_stays_a_deletion() {
    let mut story = planned();
    let session = stored(&story);
    let (place, _) = story.session_record();
    story.storage.records.insert(place, seal(&with_versions(&session, 0x1000, 60)));
    story.reopen();
    story.delete_first();
    let (theirs, record) = (name(&session, 0xf7), seal(&with_versions(&session, 0x2000, 60)));
    story.hear(WriterKey::parse(&theirs).unwrap(), record);
    story.press(Message::Undo).reload();
    assert_eq!(story.notices(), Vec::<String>::new());
    assert_eq!(quarantined(&story), Vec::<&String>::new());
}

#[test]
fn unreadable_record_of_another_window_stops_no_writing() {
    for unreadable in ["{\"v\":2,\"packed\":\"from a newer release\"}", "damaged"] {
        let mut story = planned();
        let name = name(&stored(&story), 0xf7);
        story.hear(WriterKey::parse(&name).unwrap(), unreadable);
        story.now = TEN;
        let row = seen::home(&story.view()).groups[0].rows[0].open.press;
        story.send(row).press_start();
        story.press(Message::WriteNote).fill(Message::SharedNoteLabel, "She nodded").press(Message::Keep);
        assert!(
            story.storage.records.values().any(|record| record.contains("She nodded")),
            "each window writes a record of its own"
        );
        let file = story.press(Message::BackHome).saved(Message::SaveFile);
        assert!(file.contains("She nodded"));
        let held = story.window().file.clone().unwrap();
        assert_eq!(held[&name], unreadable, "and the record as it was found");
        let mut restored = Story::elsewhere();
        restored.open_file(&file).press(Message::FileTake);
        assert!(restored.storage.records.values().any(|record| record.contains("She nodded")));
    }
}

#[test]
fn draft_beside_a_newer_one_is_in_the_file() {
    let mut story = planned();
    story.press(Message::PlanOne).fill(Message::SellerLabel, "Lee").rest();
    let name = story.name_of("draft-plan");
    let newer = "{\"v\":2,\"packed\":\"from a newer release\"}";
    story.storage.records.insert(name.clone(), newer.into());
    // The form is open no more, since its draft cannot be read.
    story.reopen().press(Message::PlanOne).fill(Message::SellerLabel, "Ana of Porto").rest();
    assert_eq!(story.storage.records[&name], newer);
    story.press(Message::SaveFile);
    let file = story.window().file.clone().unwrap();
    assert_eq!(file[&name], newer);
    assert!(file.values().any(|record| record.contains("Ana of Porto")), "{file:?}");
}

#[test]
fn stored_screen_of_the_other_party_opens_the_session() {
    let mut maria = Story::new();
    maria.plan("Lee").invite("Lee").press(Message::CopyLink);
    let link = maria.window().copied.clone().unwrap();
    for screen in ["agenda", "plan-of", "hand-over", "prepare", "close"] {
        let mut lee = Story::elsewhere();
        lee.send(Event::LinkOpened(link.clone()));
        lee.press(Message::NotYetBring).press(Message::BackHome);
        let id = stored(&lee).id;
        let address = match screen {
            "agenda" | "plan-of" => format!("{{\"{screen}\":\"{id}\"}}"),
            _ => format!("{{\"{screen}\":{{\"session\":\"{id}\",\"party\":\"manager\"}}}}"),
        };
        let record = forged::record(&format!("{{\"screen\":{address},\"slot\":0}}"));
        let name = lee.storage.records.keys().find(|name| name.starts_with("screen~")).unwrap().clone();
        lee.storage.records.insert(name, record);
        lee.reopen();
        let view = lee.view();
        // The list, where a draft would be needed for more.
        let is_harmless = matches!(view.screen, ScreenView::Home(_) | ScreenView::Planned(_));
        assert!(is_harmless, "{screen}: {view:?}");
    }
}
