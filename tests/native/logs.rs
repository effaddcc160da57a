//! Logs of the clock as lists of entries, and the leaps and steps that are compared with them.
//!
//! `clock` has what a log says.

use coaching_session::domain::agenda::ItemId;
use coaching_session::domain::id::SessionId;
use coaching_session::domain::time::{Minutes, Span};
use coaching_session::domain::timing::{Baseline, Cause, Change, ENTRY_LIMIT, Entry, Leap, Log, Planned};
use coaching_session::timer::catch_up::{is_automatic, knows_step, last_act};
use coaching_session::timer::reading::reading;
use coaching_session::timer::steps::Step;

use crate::given::{TEN, agenda_of_45, at, baseline_of, minutes};

fn entry(minute: i64, change: Change) -> Entry {
    Entry { at: at(minute), change }
}

fn log_of(count: usize) -> Log {
    Log((0_i64..).take(count).map(|minute| entry(minute, Change::Stayed)).collect())
}

#[test]
fn baseline_has_the_items_of_the_agenda_in_order() {
    let planned = [3, 5, 15, 12, 7, 3];
    let planned =
        (0..).zip(planned).map(|(item, minutes)| Planned { item: ItemId(item), minutes: Minutes(minutes) });
    assert_eq!(Baseline::of(&agenda_of_45()), Baseline(planned.collect()));
}

#[test]
fn full_log_takes_no_entry() {
    let room = log_of(ENTRY_LIMIT - 1);
    let full = room.with(at(9), Change::Ended);
    assert_eq!((full.0.len(), full.last()), (ENTRY_LIMIT, Some(&entry(9, Change::Ended))));
    assert_eq!(full.with(at(10), Change::Paused), full);
    assert_eq!(full.with_at(3, at(10), Change::Paused), full);
    assert_eq!(room.with_at(3, at(10), Change::Paused).0.len(), ENTRY_LIMIT);
}

#[test]
fn entry_goes_to_its_place_or_to_the_end() {
    let log = log_of(3);
    for (place, expected) in [(0, 0), (1, 1), (3, 3), (99, 3)] {
        let with = log.with_at(place, at(50), Change::Paused);
        assert_eq!(with.0.get(expected), Some(&entry(50, Change::Paused)), "{place}");
        assert_eq!(with.without(expected), log, "{place}");
    }
    for place in [3, 4, 99] {
        assert_eq!(log.without(place), log, "no entry at {place}");
    }
    assert_eq!([log.first(0), log.first(2), log.first(9)], [Log::default(), log_of(2), log.clone()]);
}

#[test]
fn gap_of_a_leap_is_what_passed() {
    let leap = Leap { session: SessionId(1), after: 0, from: at(3), to: at(45), is_asked: true };
    assert_eq!(leap.gap(), minutes(42));
}

#[test]
fn step_followed_by_another_is_both_together() {
    let step = |by, last, is_watched| Step { last: at(last), by: minutes(by), is_watched };
    for (one, other) in [(true, true), (true, false), (false, true), (false, false)] {
        let both = step(10, 1, one).then(step(-70, 2, other));
        assert_eq!(both, step(-60, 1, one && other));
    }
}

#[test]
fn logged_step_is_known_within_two_seconds() {
    let jumped = |seen: i64, to| entry(to, Change::Jumped { seen: at(seen), cause: Cause::ClockChanged });
    let log = Log(vec![entry(0, Change::Started), jumped(30, -30)]);
    // The clock went back by an hour at half past ten, a minute ago.
    let knows =
        |by: Span, last: i64| knows_step(&log.0, &Step { last: at(last), by, is_watched: false }, at(-29));
    assert!(knows(minutes(-60), 29) && knows(minutes(-60), 30) && knows(Span(-3_602_000), 29));
    assert!(!knows(Span(-3_602_001), 29) && !knows(minutes(-30), 29) && !knows(minutes(60), 29));
    assert!(!knows(minutes(-60), 31), "that one was earlier");
    let away = Log(vec![entry(-30, Change::Jumped { seen: at(30), cause: Cause::Away })]);
    assert!(!knows_step(&away.0, &Step { last: at(29), by: minutes(-60), is_watched: false }, at(-29)));
}

#[test]
fn last_act_is_the_last_entry_that_a_person_made() {
    let jumped = |from: i64, to: i64, cause| entry(to, Change::Jumped { seen: at(from), cause });
    let started = entry(0, Change::Started);
    let (back, small) = (jumped(10, 0, Cause::ClockChanged), jumped(10, 11, Cause::ClockChanged));
    let (answered, away) = (jumped(10, 90, Cause::ClockChanged), jumped(10, 11, Cause::Away));
    assert_eq!(
        [back, small, answered, away, started].map(|entry| is_automatic(&entry)),
        [true, true, false, false, false]
    );
    assert_eq!(last_act(&Log(vec![started, away, back, small])), Some(1));
    assert_eq!(last_act(&Log(vec![started, away, answered])), Some(2));
    assert_eq!(last_act(&Log(vec![back, small])), None);
}

#[test]
fn reading_names_the_items_around_the_current_one() {
    let baseline = baseline_of(&[5, 5, 5]);
    let around = |log: &[Entry]| {
        let reading = reading(&baseline, &Log(log.to_vec()), at(4));
        [reading.previous(), reading.current(), reading.next()].map(|item| item.map(|item| item.item.0))
    };
    let started = entry(0, Change::Started);
    let moved = |item| entry(2, Change::MovedTo(ItemId(item)));
    assert_eq!(around(&[]), [None, None, None]);
    assert_eq!(around(&[started]), [None, Some(0), Some(1)]);
    assert_eq!(around(&[started, moved(1)]), [Some(0), Some(1), Some(2)]);
    assert_eq!(around(&[started, moved(1), moved(2)]), [Some(1), Some(2), None]);
    assert_eq!(around(&[started, moved(1), entry(3, Change::Ended)]), [None, None, None]);
}

#[test]
fn finish_of_a_clock_set_back_counts_from_where_it_stood() {
    let baseline = baseline_of(&[5, 5, 5]);
    let log = Log(vec![entry(0, Change::Started), entry(4, Change::MovedTo(ItemId(1)))]);
    let reading = reading(&baseline, &log, TEN);
    assert_eq!((reading.set_back, reading.expected_finish), (minutes(4), at(14)));
}
