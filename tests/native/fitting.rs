//! Laws of the agenda: fitting an agenda into minutes, and editing.
//!
//! Never types or draws anything; `stories` and `views` do.

use coaching_session::domain::agenda::{
    Agenda, Direction, ITEM_LIMIT, Item, ItemId, Role, SESSION_MINUTES, TopicSlot,
};
use coaching_session::domain::coaching_type::{BUILT_IN, CoachingType, History};
use coaching_session::domain::fit::{FitError, Share, TOPIC_LEAST, apportion, fit};
use coaching_session::domain::phrase::{Phrase, Wording};
use coaching_session::domain::time::{Minutes, total};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::given::{agenda, agenda_of_45, cases, text};

fn minutes_of(agenda: &Agenda) -> Vec<u16> {
    agenda.items().iter().map(|item| item.minutes.0).collect()
}

fn slots(agenda: &Agenda) -> Vec<TopicSlot> {
    let mut slots: Vec<TopicSlot> = agenda.items().iter().filter_map(|item| item.role.topic()).collect();
    slots.sort_unstable();
    slots.dedup();
    slots
}

fn of_slot(agenda: &Agenda, slot: TopicSlot) -> impl Iterator<Item = &Item> {
    agenda.items().iter().filter(move |item| item.role.topic() == Some(slot))
}

/// Asserts the laws of a built-in agenda at any length.
#[track_caller]
fn check_shipped(template: &CoachingType, minutes: u16, history: History) {
    let what = format!("{} in {minutes} minutes, {history:?}", template.id);
    let agenda =
        template.agenda(Minutes(minutes), history).unwrap_or_else(|error| panic!("{what}: {error:?}"));
    assert_eq!(agenda.minutes(), Minutes(minutes), "{what}");
    let first_topic = agenda.items().iter().position(|item| item.role.topic().is_some()).expect("a topic");
    for (place, item) in agenda.items().iter().enumerate() {
        // A first session gives the minutes of looking back to the first topic, still in its bounds.
        let takes_more = history == History::First && place == first_topic;
        assert!(item.minutes >= item.least, "{what}: {item:?}");
        assert!(item.minutes <= item.most, "{what}, takes more: {takes_more}: {item:?}");
    }
    for slot in slots(&agenda) {
        let given = total(of_slot(&agenda, slot).map(|item| item.minutes));
        assert!(given >= TOPIC_LEAST, "{what}: topic {slot:?} gets {given:?}");
    }
    let ends: Vec<Role> = agenda.items().iter().rev().take(2).map(|item| item.role).collect();
    assert_eq!(ends, [Role::Close, Role::NextSteps], "{what}");
    let looks_back = agenda.items().iter().any(|item| item.role == Role::LookBack);
    assert_eq!(looks_back, history == History::Returning, "{what}");
}

#[test]
fn every_shipped_agenda_fits_every_length() {
    for template in BUILT_IN.iter() {
        for minutes in SESSION_MINUTES {
            check_shipped(template, minutes, History::First);
            check_shipped(template, minutes, History::Returning);
        }
        assert!(SESSION_MINUTES.contains(&template.minutes.0), "{}", template.id);
        assert!(template.label().is_some(), "{}", template.id);
    }
}

#[track_caller]
fn check_minutes(id: &str, minutes: u16, history: History, expected: &[u16]) {
    let template = BUILT_IN.iter().find(|template| template.id == id).expect("a built-in type");
    assert_eq!(minutes_of(&template.agenda(Minutes(minutes), history).unwrap()), expected);
}

#[test]
fn the_numbers_are_those_that_were_written_for_the_type() {
    check_minutes("opportunity-early", 30, History::Returning, &[2, 4, 8, 8, 5, 3]);
    check_minutes("opportunity-early", 45, History::Returning, &[3, 5, 15, 12, 7, 3]);
    check_minutes("opportunity-early", 60, History::Returning, &[3, 5, 22, 18, 8, 4]);
    check_minutes("opportunity-early", 30, History::First, &[2, 12, 8, 5, 3]);
    check_minutes("opportunity-early", 45, History::First, &[3, 20, 12, 7, 3]);
    check_minutes("opportunity-early", 60, History::First, &[3, 27, 18, 8, 4]);
    check_minutes("opportunity-late", 30, History::Returning, &[2, 3, 10, 8, 4, 3]);
    check_minutes("opportunity-late", 45, History::Returning, &[3, 4, 15, 13, 7, 3]);
    check_minutes("opportunity-late", 60, History::Returning, &[3, 5, 18, 15, 8, 7, 4]);
    check_minutes("call-before", 30, History::Returning, &[2, 3, 8, 6, 6, 3, 2]);
    check_minutes("call-before", 45, History::Returning, &[3, 4, 11, 11, 9, 4, 3]);
    check_minutes("call-before", 60, History::Returning, &[3, 5, 14, 14, 13, 7, 4]);
    check_minutes("call-after", 30, History::Returning, &[2, 3, 8, 7, 5, 3, 2]);
    check_minutes("call-after", 45, History::Returning, &[3, 4, 12, 10, 9, 4, 3]);
    check_minutes("call-after", 60, History::Returning, &[3, 5, 15, 13, 13, 7, 4]);
    for id in ["account", "territory"] {
        check_minutes(id, 30, History::Returning, &[2, 4, 16, 5, 3]);
        check_minutes(id, 45, History::Returning, &[3, 4, 14, 14, 7, 3]);
        check_minutes(id, 60, History::Returning, &[3, 5, 20, 20, 8, 4]);
        check_minutes(id, 45, History::First, &[3, 18, 14, 7, 3]);
    }
}

#[test]
fn a_template_knows_the_agenda_that_it_made() {
    for template in BUILT_IN.iter() {
        for (other, minutes) in BUILT_IN.iter().flat_map(|other| [(other, 30), (other, 45), (other, 70)]) {
            for history in [History::First, History::Returning] {
                let agenda = other.agenda(Minutes(minutes), history).unwrap();
                assert_eq!(template.made(&agenda, Minutes(minutes)), template == other, "{}", other.id);
                let mut edited = agenda.clone();
                edited.rename(agenda.items()[1].id, Wording::Own(text("Mine"))).unwrap();
                assert!(!template.made(&edited, Minutes(minutes)));
            }
        }
    }
}

#[test]
fn a_longer_session_never_works_on_fewer_topics() {
    for template in BUILT_IN.iter() {
        let topics = SESSION_MINUTES
            .map(|minutes| slots(&template.agenda(Minutes(minutes), History::Returning).unwrap()).len());
        assert!(topics.collect::<Vec<_>>().is_sorted(), "{}", template.id);
    }
}

#[track_caller]
fn check_dropped(minutes: u16, slots_left: usize, expected: &[u16]) {
    let fitted = fit(&agenda_of_45(), Minutes(minutes)).unwrap();
    assert_eq!((slots(&fitted).len(), minutes_of(&fitted).as_slice()), (slots_left, expected));
}

#[test]
fn a_topic_goes_rather_than_shrink_under_ten_minutes() {
    check_dropped(45, 2, &[3, 5, 15, 12, 7, 3]);
    check_dropped(33, 2, &[2, 3, 10, 10, 5, 3]);
    check_dropped(32, 1, &[3, 5, 14, 7, 3]);
    check_dropped(25, 1, &[2, 4, 11, 5, 3]);
    check_dropped(23, 1, &[2, 3, 10, 5, 3]);
}

#[track_caller]
fn check_misfit(minutes: u16, expected: FitError) {
    assert_eq!(fit(&agenda_of_45(), Minutes(minutes)), Err(expected));
}

#[test]
fn a_misfit_names_the_bound_that_stands_in_the_way() {
    check_misfit(22, FitError::TooShort { needed: Minutes(23) });
    check_misfit(0, FitError::TooShort { needed: Minutes(23) });
    check_misfit(84, FitError::TooLong { filled: Minutes(83) });
}

fn shares() -> impl Strategy<Value = Vec<Share>> {
    let share = (0_u16..100, 0_u16..40, 0_u16..40).prop_map(|(weight, least, more)| Share {
        weight,
        least: Minutes(least),
        most: Minutes(least + more),
    });
    vec(share, 1..10)
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn minutes_are_given_out_exactly_and_within_bounds(shares in shares(), minutes in 0_u16..400) {
        let least = total(shares.iter().map(|share| share.least));
        let most = total(shares.iter().map(|share| share.most));
        let given = apportion(Minutes(minutes), &shares);
        prop_assert_eq!(given.is_some(), (least..=most).contains(&Minutes(minutes)));
        if let Some(given) = &given {
            prop_assert_eq!(total(given.iter().copied()), Minutes(minutes));
            prop_assert!(given.iter().zip(&shares).all(|(given, share)| (share.least..=share.most).contains(given)));
            prop_assert_eq!(given.len(), shares.len());
        }
        prop_assert_eq!(apportion(Minutes(minutes), &shares), given);
    }

    #[test]
    fn weights_that_add_up_come_out_as_they_are(wanted in vec((1_u16..60, 0_u16..60, 0_u16..60), 1..10)) {
        let share = |(weight, less, more): &(u16, u16, u16)| Share {
            weight: *weight,
            least: Minutes(weight.saturating_sub(*less)),
            most: Minutes(weight + more),
        };
        let shares: Vec<Share> = wanted.iter().map(share).collect();
        let weights: Vec<Minutes> = wanted.iter().map(|(weight, ..)| Minutes(*weight)).collect();
        prop_assert_eq!(apportion(total(weights.iter().copied()), &shares), Some(weights));
    }

    #[test]
    fn a_heavier_share_with_the_same_bounds_gets_no_less(weights in vec(1_u16..90, 2..8), minutes in 8_u16..90) {
        let shares: Vec<Share> = weights.iter().map(|weight| Share { weight: *weight, least: Minutes(1), most: Minutes(90) }).collect();
        let given = apportion(Minutes(minutes), &shares).unwrap();
        for (one, other) in (0..shares.len()).flat_map(|one| (0..shares.len()).map(move |other| (one, other))) {
            prop_assert!(shares[one].weight <= shares[other].weight || given[one] >= given[other]);
        }
    }

    #[test]
    fn any_agenda_is_fitted_exactly_or_not_at_all(agenda in agenda(12), minutes in 0_u16..200) {
        let Ok(fitted) = fit(&agenda, Minutes(minutes)) else { return Ok(()) };
        prop_assert_eq!(fitted.minutes(), Minutes(minutes));
        for item in fitted.items() {
            let before = agenda.item(item.id).unwrap();
            prop_assert_eq!(item, &Item { minutes: item.minutes, ..before.clone() }, "nothing but the minutes changes");
            prop_assert!(item.minutes >= item.least);
            // The first item of a topic takes what the topic as a whole needs.
            prop_assert!(item.minutes <= item.most || item.role.topic().is_some() && item.minutes <= TOPIC_LEAST, "{:?}", item);
        }
        for slot in slots(&fitted) {
            prop_assert!(total(of_slot(&fitted, slot).map(|item| item.minutes)) >= TOPIC_LEAST);
            prop_assert_eq!(of_slot(&fitted, slot).count(), of_slot(&agenda, slot).count(), "a topic goes as a whole");
        }
        let (all, kept) = (slots(&agenda), slots(&fitted));
        prop_assert_eq!(&all[..kept.len()], &kept[..], "the last topic goes first");
        let others = |agenda: &Agenda| agenda.items().iter().filter(|item| item.role.topic().is_none()).count();
        prop_assert_eq!(others(&fitted), others(&agenda), "nothing but topics goes");
        prop_assert_eq!(fit(&fitted, Minutes(minutes)), Ok(fitted), "what fits stays as it is");
    }
}

/// Something that a person does to an agenda. An item is meant by its place.
#[derive(Clone, Debug)]
enum Edit {
    Rename(Index),
    Retime(Index, u16),
    Add,
    Remove(Index),
    Shift(Index, Direction),
}

fn edit() -> impl Strategy<Value = Edit> {
    let direction = prop_oneof![Just(Direction::Earlier), Just(Direction::Later)];
    prop_oneof![
        1 => any::<Index>().prop_map(Edit::Rename),
        1 => (any::<Index>(), any::<u16>()).prop_map(|(place, minutes)| Edit::Retime(place, minutes % 100)),
        2 => Just(Edit::Add),
        2 => any::<Index>().prop_map(Edit::Remove),
        3 => (any::<Index>(), direction).prop_map(|(place, direction)| Edit::Shift(place, direction)),
    ]
}

fn id(agenda: &Agenda, place: &Index) -> ItemId {
    agenda.items()[place.index(agenda.items().len())].id
}

/// The agenda after the edit, and whether it was possible.
fn edited(agenda: &Agenda, edit: &Edit) -> (Agenda, bool) {
    let mut agenda = agenda.clone();
    let done = match edit {
        Edit::Rename(place) => agenda.rename(id(&agenda, place), Wording::Own(text("Another name"))),
        Edit::Retime(place, minutes) => agenda.retime(id(&agenda, place), Minutes(*minutes)),
        Edit::Add => agenda.add(Wording::BuiltIn(Phrase::NewItem)).map(drop),
        Edit::Remove(place) => agenda.remove(id(&agenda, place)),
        Edit::Shift(place, direction) => agenda.shift(id(&agenda, place), *direction),
    };
    (agenda, done.is_ok())
}

#[track_caller]
fn holds_what_an_agenda_holds(agenda: &Agenda) {
    let items = agenda.items();
    assert!((1..=ITEM_LIMIT).contains(&items.len()));
    assert!(items.is_sorted_by_key(|item| item.role.is_protected()), "the protected come last: {items:?}");
    let mut ids: Vec<ItemId> = items.iter().map(|item| item.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), items.len(), "each id names one item");
    assert_eq!(agenda.minutes(), total(items.iter().map(|item| item.minutes)));
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn an_edited_agenda_is_an_agenda(start in agenda(ITEM_LIMIT), edits in vec(edit(), 0..40)) {
        let mut agenda = start.clone();
        let protected = |agenda: &Agenda| agenda.items().iter().filter(|item| item.role.is_protected()).map(|item| (item.id, item.least)).collect::<Vec<_>>();
        for edit in &edits {
            let (after, done) = edited(&agenda, edit);
            holds_what_an_agenda_holds(&after);
            prop_assert!(done || after == agenda, "what fails changes nothing: {:?}", edit);
            prop_assert_eq!(protected(&after), protected(&agenda), "protected items neither go nor move");
            for item in after.items() {
                let before = agenda.item(item.id).map(|item| item.minutes);
                let least = if item.role.is_protected() { item.least } else { Minutes(1) };
                prop_assert!(before == Some(item.minutes) || (least..=Minutes(90)).contains(&item.minutes));
            }
            agenda = after;
        }
    }

    #[test]
    fn moved_there_and_back_is_where_it_was(agenda in agenda(ITEM_LIMIT), place in any::<Index>()) {
        let item = id(&agenda, &place);
        for (there, back) in [(Direction::Earlier, Direction::Later), (Direction::Later, Direction::Earlier)] {
            let mut moved = agenda.clone();
            if moved.shift(item, there).is_ok() && moved != agenda {
                moved.shift(item, back).unwrap();
                prop_assert_eq!(&moved, &agenda);
            }
        }
    }

    #[test]
    fn added_and_removed_is_as_it_was(agenda in agenda(ITEM_LIMIT)) {
        let mut edited = agenda.clone();
        match edited.add(Wording::BuiltIn(Phrase::NewItem)) {
            Ok(id) => edited.remove(id).unwrap(),
            Err(_) => prop_assert_eq!(agenda.items().len(), ITEM_LIMIT),
        }
        prop_assert_eq!(edited, agenda);
    }
}
