//! Two pairs that are the same two people: joining and separating them.

use std::collections::BTreeSet;

use coaching_session::text::message::Message;

use coaching_session::domain::id::{PairId, WriterId};
use coaching_session::domain::pair::Pair;
use coaching_session::domain::party::Party;
use coaching_session::domain::record::Record;
use coaching_session::domain::register::Register;
use coaching_session::program::event::{Event, Press};
use coaching_session::program::update::earlier;
use coaching_session::program::update::same;
use coaching_session::wire::stored::seal;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::given::{TEN, minutes, text};
use crate::seen;
use crate::story::{Records, Story};

const APART: &str = "You have other sessions with someone called Lee. They're kept apart from these.";
const ONE: &str = "All sessions with Lee are together here.";

/// The link of what lies open to be sent.
#[track_caller]
fn link(from: &mut Story) -> String {
    from.press(Message::CopyLink);
    from.window().sent.clone().unwrap().text
}

#[track_caller]
fn hand(from: &mut Story, to: &mut Story) {
    let link = link(from);
    to.send(Event::LinkOpened(link));
}

fn told(story: &Story) -> Option<String> {
    seen::sheet(&story.view()).outcome.as_ref().map(ToString::to_string)
}

/// Maria, who held a session with Lee in which Lee said a next step, and now plans the next; and the link
/// by which Lee, whose phone was wiped, asks for one.
fn asked_again() -> (Story, String) {
    let mut maria = Story::new();
    maria.press(Message::PlanOne).fill(Message::OwnNameLabel, "Maria").fill(Message::SellerLabel, "Lee");
    maria.press(Message::DefaultsChange).fill(Message::PlaceLabel, "Room 9");
    maria.fill(Message::DateLabel, "2026-05-14").fill(Message::TimeLabel, "10:00").press(Message::FormSubmit);
    maria.now = TEN;
    maria.press_start().press(Message::WriteNextStep).fill(Message::NextStepLabel, "Ask for the plan");
    maria.press("Lee").press(Message::Keep).press(Message::EndEarly).press(Message::BackHome);
    maria.now = TEN.plus(minutes(7 * 24 * 60));
    let mut lee = Story::elsewhere();
    lee.press(Message::AskOne).fill(Message::WhoCoaches, "Maria").fill(Message::OwnNameLabel, "Lee");
    lee.fill(Message::TopicFirst, "The pilot").press(Message::AskNext);
    let link = link(&mut lee);
    (maria, link)
}

/// Maria after she planned what was asked for, on the page of the planned session.
fn planned(join: bool) -> Story {
    let (mut maria, link) = asked_again();
    maria.send(Event::LinkOpened(link));
    assert_eq!(told(&maria).as_deref(), Some(APART));
    if join {
        maria.press(Message::SameJoin { name: "Lee" });
        assert_eq!(told(&maria).as_deref(), Some(ONE));
    }
    maria
        .press(Message::PlanOne)
        .fill(Message::DateLabel, "2026-05-28")
        .fill(Message::TimeLabel, "10:00")
        .press(Message::FormSubmit);
    maria
}

/// The people of whom there is a page, and what is on the first page.
fn pages(story: &mut Story) -> usize {
    if story.offers(Message::BackHome) {
        story.press(Message::BackHome);
    }
    let view = story.view();
    let rows = seen::home(&view).groups.iter().flat_map(|group| &group.rows);
    let pages: Vec<_> = rows.filter_map(|row| row.page.clone()).collect();
    let first = pages.first().map(|page| page.press);
    story.send(first.expect("a page of somebody"));
    pages.len()
}

fn rows(story: &Story) -> usize {
    seen::home(&story.view()).groups.iter().map(|group| group.rows.len()).sum()
}

fn said(story: &Story) -> Option<String> {
    seen::home(&story.view()).same.as_ref().map(|notice| notice.text.to_string())
}

#[test]
fn second_pair_of_a_name_is_announced_and_stays_apart() {
    let mut maria = planned(false);
    assert_eq!(pages(&mut maria), 2);
    assert_eq!((rows(&maria), said(&maria).as_deref()), (1, Some(APART)));
    // Until then nothing of it is stored.
    let (mut looking, link) = asked_again();
    looking
        .send(Event::LinkOpened(link))
        .press(Message::SameJoin { name: "Lee" })
        .press(Message::FileLeave)
        .send(Event::PageHidden);
    assert!(!looking.storage.records.keys().any(|name| name.starts_with("same/")));
}

#[test]
fn joined_pairs_share_page_last_session_and_next_steps() {
    let mut maria = planned(true);
    maria.invite("Lee");
    assert!(format!("{:?}", maria.view()).contains("Ask for the plan"), "the open next step goes along");
    maria.press(Message::EditDone);
    maria.now = TEN.plus(minutes(14 * 24 * 60));
    maria.press_start().send(Press::WentOn);
    assert!(format!("{:?}", maria.view()).contains("Ask for the plan"), "and comes back to be answered");
    maria.press(Message::EndEarly).press(Message::BackHome).reload();
    assert_eq!(pages(&mut maria), 1);
    assert_eq!((rows(&maria), said(&maria).as_deref()), (2, Some(ONE)));
    let list = format!("{:?}", seen::home(&maria.view()).lists);
    assert!(list.contains("Ask for the plan"), "{list}");
    // The next one is planned as the last one was, whichever pair it was of.
    let (mut again, link) = asked_again();
    again.send(Event::LinkOpened(link)).press(Message::SameJoin { name: "Lee" }).press(Message::PlanOne);
    again.fill(Message::DateLabel, "2026-05-28").fill(Message::TimeLabel, "10:00").press(Message::FormSubmit);
    let items = format!("{:?}", seen::planned(&again.view()).rail);
    assert!(items.contains("Look back"), "they met before: {items}");
}

#[test]
fn it_is_taken_back_on_the_page_and_said_there_as_well() {
    let mut maria = planned(true);
    pages(&mut maria);
    maria.press(Message::SamePart);
    assert_eq!((rows(&maria), said(&maria).as_deref()), (1, Some(APART)));
    assert_eq!(pages(maria.reload()), 2);
    maria.press(Message::SameJoin { name: "Lee" });
    assert_eq!((rows(&maria), said(&maria).as_deref()), (2, Some(ONE)));
    assert_eq!(pages(&mut maria), 1);
}

#[test]
fn joined_pairs_stay_joined_through_files_and_links() {
    let mut maria = planned(true);
    maria.press(Message::BackHome);
    let joined = maria.saved(Message::SaveFile);
    let mut desktop = Story::elsewhere();
    desktop.open_file(&joined).take_in();
    assert_eq!(pages(&mut desktop), 1);
    // A device that has all but this.
    let before = planned(false).press(Message::BackHome).saved(Message::SaveFile);
    desktop.open_file(&before).take_in();
    let known = ids(&desktop);
    assert_eq!(same::all(&desktop.window().model, known[0]).len(), known.len(), "{known:?}");
    pages(&mut desktop);
    desktop.press(Message::SamePart).press(Message::BackHome);
    let parted = desktop.saved(Message::SaveFile);
    maria.open_file(&parted);
    assert!(format!("{:?}", maria.view()).contains(APART), "what a file changes is seen before");
    maria.take_in();
    assert_eq!(pages(&mut maria), 2);
    maria.press(Message::SameJoin { name: "Lee" }).press(Message::BackHome);
    // Another link of the pair that asked.
    let (_, link) = asked_again();
    maria.send(Event::LinkOpened(link));
    assert_eq!(told(&maria), None);
    maria.press(Message::FileLeave);
    assert_eq!(pages(&mut maria), 1);
}

#[test]
fn the_seller_says_it_of_a_manager_too() {
    let mut lee = Story::elsewhere();
    for boots in [0, 5] {
        let mut maria = Story::new();
        for _ in 0..boots {
            maria.storage.records.clear();
            maria.reopen();
        }
        maria.press(Message::PlanOne).fill(Message::OwnNameLabel, "Maria").fill(Message::SellerLabel, "Lee");
        maria
            .fill(Message::DateLabel, "2026-05-21")
            .fill(Message::TimeLabel, "10:00")
            .press(Message::FormSubmit)
            .invite("Lee");
        hand(&mut maria, &mut lee);
        if boots > 0 {
            lee.press(Message::SameJoin { name: "Maria" });
            assert_eq!(told(&lee).as_deref(), Some("All sessions with Maria are together here."));
        }
        lee.press(Message::NotYetBring).press(Message::BackHome);
    }
    assert_eq!(pages(&mut lee), 1);
    assert_eq!(rows(&lee), 2);
}

#[test]
fn what_one_window_says_the_other_shows() {
    let mut maria = planned(true);
    maria.press(Message::BackHome).open_window("Europe/Berlin");
    pages(&mut maria);
    maria.press(Message::SamePart).in_window(0);
    assert_eq!(pages(&mut maria), 2);
}

#[test]
fn several_people_of_one_name_are_announced_without_a_guess() {
    let (mut maria, link) = asked_again();
    let pair = Register::new(WriterId(9), Record::Pair(Pair { manager: None, seller: text("Lee") }));
    maria.store(&format!("pair/{}", PairId(1)), seal(&pair));
    maria.reload().send(Event::LinkOpened(link));
    assert_eq!(told(&maria).as_deref(), Some(APART));
    assert!(!maria.offers(Message::SameJoin { name: "Lee" }));
    maria
        .press(Message::PlanOne)
        .fill(Message::DateLabel, "2026-05-28")
        .fill(Message::TimeLabel, "10:00")
        .press(Message::FormSubmit);
    pages(&mut maria);
    assert_eq!(said(&maria).as_deref(), Some(APART));
    assert!(!maria.offers(Message::SameJoin { name: "Lee" }));
}

#[test]
fn separated_pairs_share_no_next_steps() {
    let mut maria = planned(true);
    maria.invite("Lee").press(Message::EditDone);
    let carried = |story: &Story| {
        let sessions = story.window().model.sessions().filter_map(|session| session.manager_half());
        sessions.map(|half| half.carried.len()).sum::<usize>()
    };
    assert_eq!(carried(&maria), 1);
    pages(&mut maria);
    maria.press(Message::SamePart).reload();
    assert_eq!(carried(&maria), 0);
}

#[test]
fn pairs_of_different_sides_are_never_joined_by_a_file() {
    let mut records = Records::new();
    for id in 1..=2 {
        let pair = Register::new(
            WriterId(9),
            Record::Pair(Pair { manager: Some(text("Lee")), seller: text("Lee") }),
        );
        records.insert(format!("pair/{}", PairId(id)), seal(&pair));
    }
    records.insert(
        format!("side/{}", PairId(1)),
        seal(&Register::new(WriterId(9), Record::Side(Party::Seller))),
    );
    records.insert(format!("same/{}", PairId(1)), seal(&Register::new(WriterId(9), Record::Same(PairId(2)))));
    assert_eq!(sets(&Story::with(records)).len(), 2);
}

/// A file may say it of thousands, one of the other: that is no reason to stand still.
#[test]
fn same_person_claims_beyond_the_limit_are_ignored() {
    let mut records = Records::new();
    for id in 1..=5_000 {
        let same = Register::new(WriterId(9), Record::Same(PairId(id + 1)));
        records.insert(format!("same/{}", PairId(id)), seal(&same));
    }
    let story = Story::with(records);
    assert_eq!(same::all(&story.window().model, PairId(1)).len(), 101);
}

fn ids(story: &Story) -> Vec<PairId> {
    story.window().model.pairs().map(|(id, _)| id).collect()
}

/// Five pairs of the same name.
fn five() -> Story {
    let pair = Register::new(WriterId(9), Record::Pair(Pair { manager: None, seller: text("Lee") }));
    let records = (1..=5).map(|id| (format!("pair/{}", PairId(id)), seal(&pair)));
    Story::with(records.collect::<Records>())
}

/// The sets of those that are one.
fn sets(story: &Story) -> BTreeSet<BTreeSet<PairId>> {
    let model = &story.window().model;
    ids(story).into_iter().map(|id| same::all(model, id).into_iter().collect()).collect()
}

#[test]
fn what_two_devices_say_at_once_holds_all_of_it() {
    let mut devices = [five(), Story::elsewhere()];
    let file = devices[0].saved(Message::SaveFile);
    devices[1].open_file(&file).take_in();
    devices[0].send(Press::PairJoined(PairId(2)));
    devices[1].send(Press::PairJoined(PairId(1))).send(Press::PairJoined(PairId(1)));
    let three = BTreeSet::from([PairId(1), PairId(2), PairId(3)]);
    for (from, to) in [(0, 1), (1, 0)] {
        let file = devices[from].saved(Message::SaveFile);
        devices[to].open_file(&file).take_in();
        assert!(sets(&devices[to]).contains(&three), "{:?}", sets(&devices[to]));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn however_it_is_said_they_are_one_for_all_or_for_none(steps in vec((0_usize..2, 1_u64..=5, 0_u8..4), 1..20)) {
        let mut devices = [five(), five()];
        devices[1] = Story::elsewhere();
        let file = devices[0].saved(Message::SaveFile);
        devices[1].open_file(&file).take_in();
        for (at, id, step) in steps {
            let id = PairId(id);
            if step == 3 {
                let file = devices[1 - at].saved(Message::SaveFile);
                devices[at].open_file(&file).take_in();
                if devices[at].offers(Message::FileLeave) || devices[at].offers(Message::BackHome) {
                    devices[at].send(Press::HomeOpened);
                }
            } else {
                let device = &mut devices[at];
                let before = sets(device);
                device.send(if step == 0 { Press::PairParted(id) } else { Press::PairJoined(id) });
                let after = sets(device);
                let of = |sets: &BTreeSet<BTreeSet<PairId>>| sets.iter().find(|set| set.contains(&id)).unwrap().len();
                if step == 0 {
                    prop_assert_eq!(of(&after), 1);
                } else {
                    prop_assert_eq!(of(&after) > of(&before), of(&before) < 5);
                    prop_assert!(before.iter().all(|set| after.iter().any(|other| set.is_subset(other))));
                }
            }
            let model = &devices[at].window().model;
            let mut all = Vec::new();
            for set in sets(&devices[at]) {
                prop_assert!(set.iter().all(|id| Some(&same::one(model, *id)) == set.iter().next()));
                all.extend(set);
            }
            prop_assert_eq!(all.len(), 5, "each is in one set");
            devices[at].reload();
        }
        prop_assert!(earlier::open(&devices[0].window().model, None).is_empty());
    }
}
