//! Laws of merging: histories of several devices, merged in any order and any number of times.
//!
//! Never stores anything; `stories` test windows that share a storage.

use std::cmp::Ordering;

use coaching_session::domain::half::{Course, ManagerHalf, SellerHalf};
use coaching_session::domain::id::{PairId, SessionId, WriterId};
use coaching_session::domain::readiness::Prepared;
use coaching_session::domain::register::{Content, Register, Version, Written};
use coaching_session::domain::session::Session;
use coaching_session::domain::time::{Instant, Minutes};
use coaching_session::domain::topic::Topic;
use coaching_session::domain::version::VersionVector;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::given::{TEN, any_instant, many_cases, plan, register, text, vector};

/// A step of a device in a history.
#[derive(Clone, Debug)]
enum Step {
    /// It writes over what it shows.
    Write(u16),
    /// It chooses: its writing knows of all that waits.
    Choose(u16),
    /// It deletes.
    Delete(i64),
    /// It receives some state that some device was in, perhaps long ago, perhaps once more.
    Receive(Index),
    /// It is wiped, and begins again with some state out of a backup, under a name of its own.
    Restore(Index),
}

fn step() -> impl Strategy<Value = (usize, Step)> {
    let step = prop_oneof![
        4 => any::<u16>().prop_map(Step::Write),
        1 => any::<u16>().prop_map(Step::Choose),
        1 => any::<i64>().prop_map(Step::Delete),
        4 => any::<Index>().prop_map(Step::Receive),
        1 => any::<Index>().prop_map(Step::Restore),
    ];
    (0_usize..5, step)
}

/// The result of a history of 2 to 5 devices: every state of every device, in the order of time.
#[derive(Clone, Debug)]
struct History<S> {
    states: Vec<S>,
    last: Vec<S>,
}

/// The history of these steps from `first` on: `write` does what a step does to a state in the name of a
/// device, and `merge` joins two states.
fn told<S: Clone>(
    first: S,
    count: usize,
    steps: Vec<(usize, Step)>,
    write: impl Fn(&S, WriterId, usize, Step) -> S,
    merge: impl Fn(&S, &S) -> S,
) -> History<S> {
    let mut devices = vec![first.clone(); count];
    let mut names: Vec<u64> = (0..count as u64).collect();
    let mut states = vec![first];
    for (at, (device, step)) in steps.into_iter().enumerate() {
        let index = device % count;
        let next = match step {
            Step::Receive(state) => merge(&devices[index], state.get(&states)),
            Step::Restore(state) => {
                names[index] = 100 + at as u64;
                state.get(&states).clone()
            }
            step => write(&devices[index], WriterId(names[index]), at, step),
        };
        states.push(next.clone());
        devices[index] = next;
    }
    History { states, last: devices }
}

/// Returns a register after a device has written into the register.
fn stepped<C: Content>(
    now: &Register<C>,
    own: WriterId,
    step: Step,
    content: impl Fn(u16) -> C,
) -> Register<C> {
    match step {
        Step::Write(number) => now.rewritten(own, Written::Content(content(number))),
        Step::Choose(number) => now.written(own, Written::Content(content(number))),
        Step::Delete(at) => now.written(own, Written::Deleted(Instant(at))),
        Step::Receive(_) | Step::Restore(_) => now.clone(),
    }
}

fn history() -> impl Strategy<Value = History<Register<u16>>> {
    (2_usize..=5, vec(step(), 1..30)).prop_map(|(count, steps)| {
        let first = Register::new(WriterId(9), 0_u16);
        let write = |now: &Register<u16>, own, _, step| stepped(now, own, step, std::convert::identity);
        told(first, count, steps, write, Register::merged)
    })
}

/// The same of whole sessions: what is written goes into the one half and the other in turn.
fn meetings() -> impl Strategy<Value = History<Session>> {
    (2_usize..=5, vec(step(), 1..20)).prop_map(|(count, steps)| {
        let write = |now: &Session, own, at: usize, step| match &now.seller {
            Some(seller) if at % 2 == 1 => {
                Session { seller: Some(stepped(seller, own, step, topics)), ..now.clone() }
            }
            _ => Session { manager: stepped(&now.manager, own, step, half), ..now.clone() },
        };
        told(first(), count, steps, write, Session::merged)
    })
}

/// In whatever order `seed` makes of them.
fn shuffled<T>(mut all: Vec<T>, seed: u64) -> Vec<T> {
    let mut seed = seed | 1;
    all.sort_by_cached_key(|_| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        seed
    });
    all
}

fn merged<'a>(states: impl IntoIterator<Item = &'a Register<u16>>) -> Register<u16> {
    states.into_iter().cloned().reduce(|one, other| one.merged(&other)).unwrap()
}

/// Equal, less (`other` knows of this and more), greater, or `None`: neither knew of the other.
fn compare(one: &VersionVector, other: &VersionVector) -> Option<Ordering> {
    match (one.covers(other), other.covers(one)) {
        (true, true) => Some(Ordering::Equal),
        (true, false) => Some(Ordering::Greater),
        (false, true) => Some(Ordering::Less),
        (false, false) => None,
    }
}

/// Returns true if the register holds a version or a later version that knew it.
fn is_kept<C: Content>(register: &Register<C>, version: &Version<C>) -> bool {
    register
        .versions()
        .into_iter()
        .any(|kept| kept == version || compare(&version.vector, &kept.vector) == Some(Ordering::Less))
}

/// Any register of few devices, so that vectors meet.
fn any_register() -> impl Strategy<Value = Register<u16>> {
    register(any::<u16>())
}

proptest! {
    #![proptest_config(many_cases())]

    #[test]
    fn vectors_are_partly_ordered_and_join(one in vector(), two in vector(), three in vector()) {
        let join = one.joined(&two);
        prop_assert_eq!(&join, &two.joined(&one));
        prop_assert_eq!(join.joined(&three), one.joined(&two.joined(&three)));
        prop_assert_eq!(&one.joined(&one), &one);
        prop_assert!(join.covers(&one) && join.covers(&two));
        prop_assert_eq!(compare(&one, &two), compare(&two, &one).map(Ordering::reverse));
        prop_assert_eq!(compare(&one, &two) == Some(Ordering::Equal), one == two);
        prop_assert!(!(one.covers(&two) && two.covers(&three)) || one.covers(&three));
        prop_assert_eq!(compare(&one.bumped(WriterId(0)), &one), Some(Ordering::Greater));
    }

    #[test]
    fn merging_is_commutative_associative_and_idempotent(one in any_register(), two in any_register(), three in any_register()) {
        prop_assert_eq!(one.merged(&two), two.merged(&one));
        prop_assert_eq!(one.merged(&two).merged(&three), one.merged(&two.merged(&three)));
        prop_assert_eq!(&one.merged(&one), &one);
        prop_assert_eq!(one.merged(&two).merged(&two), one.merged(&two));
        prop_assert_eq!(one.merged(&two).vector(), one.vector().joined(&two.vector()));
    }

    #[test]
    fn nothing_delivered_is_lost(history in history(), which in vec(any::<Index>(), 1..12)) {
        let delivered: Vec<&Register<u16>> = which.iter().map(|index| index.get(&history.states)).collect();
        let result = merged(delivered.iter().copied());
        for version in delivered.iter().flat_map(|state| state.versions()) {
            prop_assert!(is_kept(&result, version), "{:?} is lost from {:?}", version, result);
        }
        for version in result.versions() {
            prop_assert!(delivered.iter().any(|state| state.versions().into_iter().any(|known| known == version)), "nothing is made up");
        }
    }

    #[test]
    fn register_knows_what_its_versions_knew(mine in any_register(), theirs in any_register()) {
        for version in theirs.versions() {
            let is_held = mine.versions().contains(&version);
            let is_older = mine.versions().iter().any(|known| compare(&known.vector, &version.vector) == Some(Ordering::Greater));
            prop_assert_eq!(mine.knows_version(version), is_held || is_older);
        }
        prop_assert_eq!(mine.knows(&theirs), theirs.versions().iter().all(|version| mine.knows_version(version)));
        prop_assert_eq!(mine.knows(&theirs), mine.merged(&theirs) == mine);
        let both = mine.merged(&theirs);
        prop_assert!(both.knows(&mine) && both.knows(&theirs));
        let later = both.written(WriterId(9), Written::Deleted(TEN));
        prop_assert!(later.knows(&both) && !both.knows(&later));
    }

    #[test]
    fn all_orders_end_alike(history in history(), seed in any::<u64>()) {
        let in_order = merged(&history.states);
        let states: Vec<&Register<u16>> = history.states.iter().chain(&history.last).collect();
        prop_assert_eq!(merged(shuffled(states, seed)), in_order.clone());
        // Every device that hears of all the others shows the same.
        for device in &history.last {
            prop_assert_eq!(device.merged(&in_order), in_order.clone());
        }
    }

    #[test]
    fn devices_converge_despite_repeated_late_or_restored_versions(
        history in meetings(), seed in any::<u64>(), which in vec(any::<Index>(), 1..8),
    ) {
        let all = |states: Vec<&Session>| states.into_iter().cloned().reduce(|one, other| one.merged(&other)).unwrap();
        let in_order = all(history.states.iter().collect());
        let doubled = history.states.iter().chain(&history.last).collect();
        prop_assert_eq!(all(shuffled(doubled, seed)), in_order.clone());
        // What never came is not there, and all that did is, of both halves.
        let delivered: Vec<&Session> = which.iter().map(|index| index.get(&history.states)).collect();
        let result = all(delivered.clone());
        for state in &delivered {
            prop_assert!(state.manager.versions().into_iter().all(|version| is_kept(&result.manager, version)));
            let (kept, came) = (result.seller.as_ref().unwrap(), state.seller.as_ref().unwrap());
            prop_assert!(came.versions().into_iter().all(|version| is_kept(kept, version)));
        }
        prop_assert_eq!(result.merged(&in_order), in_order.clone());
        for device in &history.last {
            prop_assert_eq!(device.merged(&in_order), in_order.clone());
            prop_assert_eq!(device.merged(&result), result.merged(device));
        }
    }

    #[test]
    fn no_kept_writing_knew_of_another(history in history()) {
        for state in &history.states {
            let versions: Vec<_> = state.versions().into_iter().collect();
            for (place, one) in versions.iter().enumerate() {
                for other in &versions[place + 1..] {
                    prop_assert_eq!(compare(&one.vector, &other.vector), None, "{:?}", state);
                }
            }
        }
    }

    #[test]
    fn an_edit_outlives_a_deletion_that_did_not_know_of_it(base in any_register(), content in any::<u16>(), when in any_instant()) {
        let edited = base.written(WriterId(21), Written::Content(content));
        let deleted = base.written(WriterId(22), Written::Deleted(when));
        let both = edited.merged(&deleted);
        prop_assert_eq!(both.content(), Some(&content));
        prop_assert_eq!(both.others(), &[deleted.shown().clone()]);
        // A deletion that knew of the edit holds.
        let knowing = edited.written(WriterId(22), Written::Deleted(when));
        prop_assert_eq!(edited.merged(&knowing), knowing);
    }

    #[test]
    fn writing_on_over_what_is_shown_leaves_what_waits(history in history(), device in 0_u64..5, content in any::<u16>()) {
        for state in &history.states {
            let after = state.rewritten(WriterId(device), Written::Content(content));
            prop_assert_eq!(after.content(), Some(&content));
            for waiting in state.others() {
                prop_assert!(after.others().contains(waiting), "{:?} no longer waits after {:?} wrote over {:?}", waiting, device, state.shown());
            }
        }
    }

    #[test]
    fn choosing_settles_it(history in history(), content in any::<u16>()) {
        for state in &history.states {
            let chosen = state.written(WriterId(0), Written::Content(content));
            prop_assert!(chosen.others().is_empty());
            prop_assert_eq!(&state.merged(&chosen), &chosen);
        }
    }

    #[test]
    fn halves_never_touch_each_other(manager in any_register(), manager2 in any_register(), seller in any_register(), seller2 in any_register()) {
        let one = session_of(&manager, Some(&seller));
        let after = one.merged(&session_of(&manager2, Some(&seller)));
        prop_assert_eq!(&after.seller, &one.seller);
        let after = one.merged(&session_of(&manager, Some(&seller2)));
        prop_assert_eq!(&after.manager, &one.manager);
        let other = session_of(&manager2, None);
        let after = one.merged(&other);
        prop_assert_eq!(&after.seller, &one.seller);
    }

    #[test]
    fn sessions_merge_as_their_halves_do(parts in vec((any_register(), proptest::option::of(any_register()), 0_u64..3), 3)) {
        let session = |index: usize| {
            let (manager, seller, pair) = &parts[index];
            Session { pair: PairId(*pair), ..session_of(manager, seller.as_ref()) }
        };
        let (one, two, three) = (session(0), session(1), session(2));
        prop_assert_eq!(one.merged(&two), two.merged(&one));
        prop_assert_eq!(one.merged(&two).merged(&three), one.merged(&two.merged(&three)));
        prop_assert_eq!(one.merged(&one), one.clone());
    }
}

/// The plan of a session of so many minutes: contents that can be told apart.
fn half(content: u16) -> ManagerHalf {
    let plan = coaching_session::domain::plan::Plan {
        minutes: Minutes(20 + content % 71),
        place: Some(text(&format!("Room {content}"))),
        ..plan()
    };
    ManagerHalf {
        plan,
        prepared: Prepared::default(),
        ahead: Default::default(),
        course: Course::Planned,
        asked: Vec::new(),
        notes: Default::default(),
        carried: Vec::new(),
        settled: Vec::new(),
        closing: Default::default(),
    }
}

fn topics(content: u16) -> SellerHalf {
    let topic = Topic { id: content, words: text("What would help most"), worked_if: None };
    SellerHalf { topics: vec![topic], ..SellerHalf::default() }
}

fn mapped<C: Content>(register: &Register<u16>, content: impl Fn(u16) -> C) -> Register<C> {
    let version = |version: &Version<u16>| Version {
        vector: version.vector.clone(),
        written: match version.written {
            Written::Content(number) => Written::Content(content(number)),
            Written::Deleted(at) => Written::Deleted(at),
        },
    };
    Register::from_versions(&register.versions().into_iter().map(version).collect::<Vec<_>>()).unwrap()
}

fn session_of(manager: &Register<u16>, seller: Option<&Register<u16>>) -> Session {
    Session {
        id: SessionId(1),
        pair: PairId(1),
        manager: mapped(manager, half),
        seller: seller.map(|seller| mapped(seller, topics)),
    }
}

fn first() -> Session {
    session_of(&Register::new(WriterId(1), 1), Some(&Register::new(WriterId(2), 1)))
}

#[test]
fn version_of_more_writes_is_shown_content_before_deletion() {
    let version = |counters: &[(u64, u32)], written| {
        let vector = VersionVector::new(counters.iter().map(|(writer, count)| (WriterId(*writer), *count)));
        Version { vector, written }
    };
    let shown = |versions: &[Version<u8>]| Register::from_versions(versions).unwrap().shown().written.clone();
    let few = version(&[(1, 1)], Written::Content(1));
    let many = version(&[(2, 2), (3, 1)], Written::Content(2));
    assert_eq!(shown(&[few.clone(), many.clone()]), Written::Content(2));
    let most = version(&[(4, 9)], Written::Deleted(TEN));
    assert_eq!(shown(&[most.clone(), few, many]), Written::Content(2));
    assert_eq!(shown(std::slice::from_ref(&most)), Written::Deleted(TEN));
}

#[test]
fn only_an_absent_register_has_no_writer() {
    let absent = Register::<u8>::absent();
    assert!(absent.is_absent() && absent.content().is_none());
    assert!(!Register::new(WriterId(1), 0_u8).is_absent());
    assert!(!absent.written(WriterId(1), Written::Deleted(TEN)).is_absent());
    assert_eq!(absent.merged(&Register::new(WriterId(1), 7_u8)).content(), Some(&7));
}

#[test]
fn sessions_of_different_ids_do_not_mix() {
    let other = Session {
        id: SessionId(2),
        manager: first().manager.written(WriterId(3), Written::Content(half(9))),
        ..first()
    };
    assert_eq!(first().merged(&other), first());
}

#[test]
fn a_deletion_leaves_the_id_and_the_date() {
    let deleted = first().deleted(WriterId(1), TEN);
    assert!(deleted.is_deleted() && deleted.manager_half().is_none());
    let left: Vec<_> =
        deleted.manager.versions().into_iter().map(|version| version.written.clone()).collect();
    assert_eq!(left, [Written::Deleted(TEN)]);
    assert_eq!(deleted.seller.unwrap().shown().written, Written::Deleted(TEN));
    assert_eq!((deleted.id, deleted.pair), (first().id, first().pair));
}

#[test]
fn a_deletion_taken_back_reaches_the_devices_that_heard_of_it() {
    let deleted = first().deleted(WriterId(1), TEN);
    let restored = deleted.restored(WriterId(1), &first());
    assert_eq!(restored.manager_half(), first().manager_half());
    assert_eq!(deleted.merged(&restored), restored, "the deletion that it knew of is over");
    assert_eq!(restored.seller.as_ref().unwrap().content(), first().seller.as_ref().unwrap().content());
}

#[test]
fn a_deletion_taken_back_keeps_what_was_written_meanwhile() {
    let deleted = first().deleted(WriterId(1), TEN);
    let edited =
        Session { manager: first().manager.written(WriterId(5), Written::Content(half(9))), ..first() };
    let both = deleted.merged(&edited);
    let restored = both.restored(WriterId(1), &first());
    let kept: Vec<_> =
        restored.manager.versions().into_iter().map(|version| version.written.clone()).collect();
    assert!(kept.contains(&Written::Content(half(9))), "the edit is lost: {kept:?}");
}

#[test]
fn undone_deletion_restores_all_concurrent_versions() {
    let edited = |device, content| Session {
        manager: first().manager.written(WriterId(device), Written::Content(half(content))),
        ..first()
    };
    let both = edited(5, 5).merged(&edited(6, 6));
    assert_eq!(both.manager.others().len(), 1);
    let restored = both.deleted(WriterId(1), TEN).restored(WriterId(1), &both);
    let kept: Vec<_> =
        restored.manager.versions().into_iter().map(|version| version.written.clone()).collect();
    for content in [5, 6] {
        assert!(kept.contains(&Written::Content(half(content))), "{content} is lost");
    }
}

#[test]
fn a_counter_of_nothing_says_nothing() {
    assert_eq!(VersionVector::new([(WriterId(1), 0)]), VersionVector::default());
    assert!(VersionVector::default().covers(&VersionVector::new([(WriterId(1), 0)])));
}
