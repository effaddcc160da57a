//! Forged counters and halves that belong to somebody else, in files and links: they are named before anything of them
//! is stored, and what they displace comes back.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::half::{ManagerHalf, SellerHalf};
use coaching_session::domain::id::{PairId, WriterId};
use coaching_session::domain::party::Party;
use coaching_session::domain::record::Record;
use coaching_session::domain::register::{Register, Version, Written};
use coaching_session::domain::session::Session;
use coaching_session::domain::topic::Topic;
use coaching_session::domain::version::VersionVector;
use coaching_session::program::event::Event;
use coaching_session::program::update::link::{Half, outgoing, payload};
use coaching_session::text::message::Message;
use coaching_session::wire::stored::{open, seal};

use crate::given::text;
use crate::seen;
use crate::story::{HOME, Records, Story, file_of};

/// The device of somebody who forges.
const FORGER: WriterId = WriterId(99);

/// Returns the story of a manager with one planned session.
fn planned() -> Story {
    let mut story = Story::new();
    story.plan("Lee").press(Message::BackHome).reload();
    story
}

fn stored(story: &Story) -> Session {
    open(&story.session_record().1).unwrap()
}

/// Returns a file of the only session after a change.
fn file(story: &Story, change: impl FnOnce(&mut Session)) -> String {
    let mut session = stored(story);
    change(&mut session);
    file_of(&Records::from([(story.session_record().0, seal(&session))]))
}

/// Replaces the plan's place as that device would.
fn move_to(session: &mut Session, device: WriterId, place: &str) {
    let mut half = session.manager_half().unwrap().clone();
    half.plan.place = Some(text(place));
    session.manager = session.manager.written(device, Written::Content(half));
}

/// Writes the seller's half with a topic as that device would, ahead by that many writes.
fn bring(session: &mut Session, vector: VersionVector, topic: &str) {
    let topics = vec![Topic { id: 1, words: text(topic), worked_if: None }];
    let half = SellerHalf { topics, ..SellerHalf::default() };
    session.seller = Some(Register::of(Version { vector, written: Written::Content(half) }));
}

fn counted(device: u64, count: u32) -> VersionVector {
    VersionVector::new([(WriterId(device), count)])
}

/// Returns the groups of the opened file, each row with its changes.
fn told(story: &Story) -> Vec<(String, Vec<String>)> {
    let view = story.view();
    let row = |row: &coaching_session::present::screens::file::FileRow| {
        let changes = row.changes.iter().map(|change| format!("; {change}"));
        format!("{}: {}{}", row.who, row.what, changes.collect::<String>())
    };
    let groups = seen::file(&view).groups.iter();
    groups.map(|group| (group.heading.to_string(), group.rows.iter().map(row).collect())).collect()
}

fn lead(story: &Story) -> String {
    seen::file(&story.view()).lead.to_string()
}

fn place(story: &Story) -> Option<String> {
    let half = stored(story).manager_half().cloned();
    half.and_then(|half: ManagerHalf| half.plan.place).map(|place| place.to_string())
}

fn sheet_heading(story: &Story) -> String {
    seen::sheet(&story.view()).heading.to_string()
}

fn sheet_lines(story: &Story) -> Vec<String> {
    let view = story.view();
    let entries = seen::entries(seen::sheet(&view)).into_iter();
    entries
        .filter_map(|entry| match entry {
            coaching_session::present::parts::sheet::Entry::Line(line) => Some(seen::read(line)),
            _ => None,
        })
        .collect()
}

#[test]
fn file_that_changes_the_own_half_warns_and_is_undone() {
    let mut maria = planned();
    let before = stored(&maria);
    let forged = file(&maria, |session| move_to(session, FORGER, "Cellar"));
    maria.open_file(&forged);
    let row = "Lee: Thu 14 May, 10:00; You: date, place and length".to_owned();
    assert_eq!(told(&maria), [("From your own side: 1".to_owned(), vec![row])]);
    assert!(lead(&maria).contains("only if you made that change on another device"), "{}", lead(&maria));
    assert!(!maria.offers(Message::FileTake));
    maria.press(Message::LinkOwnTake);
    assert_eq!(place(&maria).as_deref(), Some("Cellar"));
    // The damage is seen on another screen, and can still be undone.
    let row = seen::home(&maria.view()).groups[0].rows[0].open.press;
    maria.send(row).press(Message::BackHome);
    maria.press(Message::Undo);
    assert_eq!(stored(&maria).manager.content(), before.manager.content());
    assert!(!maria.offers(Message::Undo));
    maria.survives_a_reload();
    // What was undone is not lost either: it can be kept beside what is here.
    maria.open_file(&forged);
    assert_eq!(told(&maria)[0].0, "Maybe older than what is here: 1");
    assert!(!maria.offers(Message::FileTake) && !maria.offers(Message::LinkOwnTake));
    let keep = seen::names(&maria.view()).into_iter().find(|name| name.starts_with("Keep both")).unwrap();
    maria.press(&keep).press(Message::FileTake);
    assert_eq!(place(&maria), None, "what was here is shown");
    let row = seen::home(&maria.view()).groups[0].rows[0].open.press;
    maria.send(row).press(Message::KeepOther);
    assert_eq!(place(&maria).as_deref(), Some("Cellar"));
}

#[test]
fn file_that_changes_the_other_half_names_its_author() {
    let mut maria = planned();
    let file = file(&maria, |session| bring(session, counted(7, 1), "Pricing"));
    maria.open_file(&file);
    let row = "Lee: Thu 14 May, 10:00; Lee: all of it".to_owned();
    assert_eq!(told(&maria), [("Newer in the file: 1".to_owned(), vec![row])]);
    maria.press(Message::FileTake).press(Message::Dismiss);
    assert!(!maria.offers(Message::Undo));
    assert!(stored(&maria).seller_half().is_some());
}

#[test]
fn undone_import_removes_what_was_new_and_keeps_later_changes() {
    let mut first = Story::new();
    let file = first
        .plan("Lee")
        .press(Message::BackHome)
        .plan("Ana")
        .press(Message::BackHome)
        .saved(Message::SaveFile);
    let mut second = Story::elsewhere();
    second.open_file(&file).press(Message::FileTake);
    assert_eq!(seen::home(&second.view()).groups[0].rows.len(), 2);
    let row = seen::home(&second.view()).groups[0].rows[0].open.press;
    second.send(row).press(Message::ChangePlan).fill(Message::PlaceLabel, "Later");
    second.press(Message::FormSubmitChange).press(Message::BackHome).press(Message::Undo);
    let rows = seen::home(&second.view()).groups[0].rows.len();
    assert_eq!(rows, 1, "the session that was changed since stays");
    second.reload();
    let row = seen::home(&second.view()).groups[0].rows[0].open.press;
    second.send(row);
    assert!(second.storage.records.values().any(|record| record.contains("Later")));
}

/// Opening the file leaves its only record out, for that reason.
#[track_caller]
fn check_left_out(story: &mut Story, file: &str, why: &str) {
    let shared = |story: &Story| {
        let mut records = story.storage.records.clone();
        records.retain(|name, _| !name.starts_with("screen~"));
        records
    };
    let before = shared(story);
    story.open_file(file);
    let (heading, rows) = told(story)[0].clone();
    assert_eq!(heading, "Can't be read and stays out: 1");
    assert!(rows[0].ends_with(why), "{rows:?}");
    assert!(!story.offers(Message::FileTake) && !story.offers(Message::LinkOwnTake));
    story.press(Message::BackHome);
    assert_eq!(shared(story), before);
}

const FORGED: &str = "damaged or forged: it claims more than 1,000 changes that were never made here";

#[test]
fn counters_in_leaps_stay_out_of_a_file() {
    let mut maria = planned();
    for count in [1_001, 2_000, u32::MAX] {
        let forged = file(&maria, |session| bring(session, counted(7, count), "Pricing"));
        check_left_out(&mut maria, &forged, FORGED);
    }
    let forged = file(&maria, |session| {
        let vector = session.manager.vector().joined(&counted(7, 1_001));
        session.manager = Register::of(Version { vector, written: session.manager.shown().written.clone() });
    });
    check_left_out(&mut maria, &forged, FORGED);
    let near = file(&maria, |session| bring(session, counted(7, 1_000), "Pricing"));
    assert!(maria.open_file(&near).offers(Message::FileTake));
    // A file of a machine that is gone may hold far more writes than a link ever brings, yet not any number.
    let far = |count| file(&planned(), |session| bring(session, counted(7, count), "Pricing"));
    assert!(Story::elsewhere().open_file(&far(5_000)).offers(Message::FileTake));
    check_left_out(&mut Story::elsewhere(), &far(u32::MAX), FORGED);
}

#[test]
fn file_that_contradicts_pair_or_side_stays_out() {
    let mut maria = planned();
    let name = maria.session_record().0;
    let pair = stored(&maria).pair;
    let moved = Session { pair: PairId(pair.0 ^ 1), ..stored(&maria) };
    check_left_out(&mut maria, &file_of(&Records::from([(name, seal(&moved))])), "contradicts what is here");
    let side = seal(&Register::new(FORGER, Record::Side(Party::Seller)));
    let file = file_of(&Records::from([(format!("side/{pair}"), side)]));
    check_left_out(&mut maria, &file, "contradicts what is here");
}

/// Returns a link of the only session, sent by the seller with that vector.
fn reply(story: &Story, vector: VersionVector, topic: &str) -> String {
    let session = stored(story);
    let mut answered = session.clone();
    bring(&mut answered, vector, topic);
    let mut link = outgoing(&story.window().model, session.id).unwrap();
    let when = session.manager_half().map(|half| half.plan.schedule.clone());
    link.half = Half::Seller { when, half: answered.seller.unwrap() };
    format!("{HOME}#cs={}", payload(&link).unwrap())
}

#[test]
fn honest_answer_behind_a_forged_counter_is_shown_and_kept() {
    let mut maria = planned();
    let forged = reply(&maria, counted(7, 900), "Forged topic");
    maria.send(Event::LinkOpened(forged));
    assert_eq!(sheet_heading(&maria), "Lee's answer");
    maria.press(Message::FileTake).press(Message::BackHome);
    let honest = reply(&maria, counted(7, 2), "Honest topic");
    maria.send(Event::LinkOpened(honest.clone()));
    assert_eq!(sheet_heading(&maria), "This may be older than what is here");
    assert!(
        sheet_lines(&maria).iter().any(|line| line.contains("Honest topic")),
        "{:?}",
        sheet_lines(&maria)
    );
    maria.press(Message::LinkOlderTake);
    let kept: Session = stored(&maria);
    assert_eq!(kept.seller_half().unwrap().topics[0].words.as_str(), "Forged topic", "it is not displaced");
    maria.press(Message::KeepOther).reload();
    assert_eq!(stored(&maria).seller_half().unwrap().topics[0].words.as_str(), "Honest topic");
    maria.send(Event::LinkOpened(honest));
    assert_eq!(sheet_heading(&maria), "Nothing new");
}

#[test]
fn link_whose_counters_leap_says_that_it_is_forged() {
    let mut maria = planned();
    for count in [1_001, u32::MAX] {
        let forged = reply(&maria, counted(7, count), "Forged topic");
        maria.send(Event::LinkOpened(forged));
        assert_eq!(sheet_heading(&maria), "This link is damaged or forged");
        assert!(sheet_lines(&maria).is_empty() && !maria.offers(Message::FileTake));
        maria.press(Message::BackHome);
        assert_eq!(stored(&maria).seller, None);
    }
}

#[test]
fn cancelled_then_invited_again_by_an_old_link_is_offered() {
    let mut maria = planned();
    let id = stored(&maria).id;
    let link = format!("{HOME}#cs={}", payload(&outgoing(&maria.window().model, id).unwrap()).unwrap());
    maria.delete_first().send(Event::LinkOpened(link));
    assert_eq!(sheet_heading(&maria), "This may be older than what is here");
    maria.press(Message::LinkOlderTake);
    assert!(stored(&maria).manager_half().is_some());
}

#[test]
fn second_writer_of_a_record_in_a_file_is_checked_too() {
    let mut maria = planned();
    let (id, honest) = (stored(&maria).id, maria.session_record().1);
    let mut forged = stored(&maria);
    bring(&mut forged, counted(7, u32::MAX), "Pricing");
    let name = |writer: u64| format!("session/{id}~{writer:016x}");
    let file = file_of(&Records::from([(name(1), honest), (name(2), seal(&forged))]));
    check_left_out(&mut maria, &file, FORGED);
}
