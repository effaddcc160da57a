//! Laws of the clock: its reading follows from the plan at the start, the log, and now.
//!
//! Never uses the program; `stories` test the effect of events on a log.

use coaching_session::domain::agenda::ItemId;
use coaching_session::domain::half::Course;
use coaching_session::domain::time::{Instant, Minutes, Span};
use coaching_session::domain::timing::{Baseline, Cause, Change, Log};
use coaching_session::timer::boundary::{BEGAN, ENDED, next_boundary};
use coaching_session::timer::catch_up::{CatchUp, catch_up};
use coaching_session::timer::clock_state::{ClockState, clock_state, nearing};
use coaching_session::timer::reading::{ItemReading, Phase, Reading, Standing, reading};
use coaching_session::timer::times::{Times, shown_minutes, times};
use coaching_session::wire::stored::{open, seal};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::given::{TEN, any_instant, at, baseline, baseline_of, cases, garbage_log, minutes, session};

/// One thing that people do to the clock.
#[derive(Clone, Copy, Debug)]
enum Act {
    Next,
    Back,
    Skip,
    Extend(u16),
    Pause,
    Resume,
    /// So much of the time since the last act was seen; the rest is not to be counted.
    Away(u32),
    Stay,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => Just(Act::Next),
        2 => Just(Act::Back),
        2 => Just(Act::Skip),
        2 => prop_oneof![Just(1_u16), Just(2), Just(5)].prop_map(Act::Extend),
        2 => Just(Act::Pause),
        2 => Just(Act::Resume),
        1 => (0_u32..3_600_000).prop_map(Act::Away),
        1 => Just(Act::Stay),
    ]
}

/// Acts of people, each with the milliseconds since the act before.
fn forward() -> impl Strategy<Value = Vec<(Act, i64)>> {
    vec((act(), 0_i64..1_800_000), 0..16)
}

/// The same on a device whose clock is now and then set back.
fn with_steps_back() -> impl Strategy<Value = Vec<(Act, i64)>> {
    vec((act(), prop_oneof![4 => 0_i64..1_800_000, 1 => -7_200_000_i64..0]), 0..16)
}

/// A log as people made it, and what it says in the books of a second, simpler account.
struct Played {
    log: Log,
    /// The instant of the last entry.
    now: Instant,
    /// Time that stood still.
    paused: Span,
    /// Time that was answered away.
    away: Span,
}

fn play(baseline: &Baseline, acts: &[(Act, i64)]) -> Played {
    let mut log = Log::default().with(TEN, Change::Started);
    let (mut now, mut paused, mut away) = (TEN, Span::ZERO, Span::ZERO);
    for (act, passed) in acts {
        let passed = Span(*passed);
        let before = reading(baseline, &log, now);
        let stood = before.phase == Phase::Paused;
        let change = match act {
            Act::Next => before.next().map(|next| Change::MovedTo(next.item)),
            Act::Back => before.previous().map(|previous| Change::MovedTo(previous.item)),
            Act::Skip => before.next().map(|next| Change::SkippedTo(next.item)),
            Act::Extend(by) => before.current().map(|item| Change::Extended(item.item, Minutes(*by))),
            Act::Pause => Some(Change::Paused),
            Act::Resume => Some(Change::Resumed),
            Act::Away(seen) => {
                let seen = Span(i64::from(*seen).min(passed.0.max(0)));
                if !stood {
                    away = away.plus(passed.minus(seen));
                }
                Some(Change::Jumped { seen: now.plus(seen), cause: Cause::Away })
            }
            Act::Stay => Some(Change::Stayed),
        };
        now = now.plus(passed);
        if stood {
            paused = paused.plus(passed);
        }
        log = change.map_or(log.clone(), |change| log.with(now, change));
    }
    // A last entry, so that an act that was not possible does not leave the last step open.
    Played { log: log.with(now, Change::Stayed), now, paused, away }
}

/// All that a reading says except of the current item's time and what follows from that.
fn besides_the_current(
    reading: &Reading,
) -> (Phase, Option<usize>, Vec<ItemReading>, Option<Instant>, Option<Instant>) {
    let still = |item: &ItemReading| match item.standing {
        Standing::Current => ItemReading { spent: Span::ZERO, ..*item },
        _ => *item,
    };
    (
        reading.phase,
        reading.current_index(),
        reading.items.iter().map(still).collect(),
        reading.started,
        reading.ended,
    )
}

#[track_caller]
fn nothing_is_negative(reading: &Reading) {
    for item in &reading.items {
        assert!(
            item.spent >= Span::ZERO && item.remaining() >= Span::ZERO && item.overrun() >= Span::ZERO,
            "{item:?}"
        );
        assert!(
            item.remaining() == Span::ZERO || item.overrun() == Span::ZERO,
            "both left and over: {item:?}"
        );
    }
    assert!(reading.spent() >= Span::ZERO && reading.set_back >= Span::ZERO, "{reading:?}");
}

/// The instants at which an item's minutes show, for items that are open.
fn left(reading: &Reading) -> Span {
    let open =
        reading.items.iter().filter(|item| matches!(item.standing, Standing::Ahead | Standing::Current));
    open.fold(Span::ZERO, |sum, item| sum.plus(item.remaining()))
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn any_log_at_all_can_be_read(baseline in baseline(), log in garbage_log(), now in any_instant(), seen in proptest::option::of(any_instant())) {
        let read = reading(&baseline, &log, now);
        nothing_is_negative(&read);
        prop_assert!(read.items.iter().filter(|item| item.standing == Standing::Current).count() <= 1);
        prop_assert_eq!(read.items.len(), baseline.0.len());
        prop_assert!(next_boundary(&read, now).is_none_or(|wake| wake > now || now.0 == i64::MAX));
        let _ = catch_up(&baseline, &log, seen, now);
    }

    #[test]
    fn a_baseline_of_nothing_can_be_read(log in garbage_log(), now in any_instant()) {
        let read = reading(&Baseline::default(), &log, now);
        nothing_is_negative(&read);
        prop_assert!(read.current().is_none() && read.next().is_none() && read.previous().is_none());
    }

    #[test]
    fn nothing_is_negative_though_the_clock_steps(baseline in baseline(), acts in with_steps_back(), later in -7_200_000_i64..7_200_000) {
        let played = play(&baseline, &acts);
        nothing_is_negative(&reading(&baseline, &played.log, played.now.plus(Span(later))));
    }

    #[test]
    fn between_events_only_the_current_item_moves_and_only_on(baseline in baseline(), acts in with_steps_back(), first in 0_i64..7_200_000, more in 0_i64..7_200_000) {
        let played = play(&baseline, &acts);
        let now = played.now.plus(Span(first));
        let (sooner, later) = (reading(&baseline, &played.log, now), reading(&baseline, &played.log, now.plus(Span(more))));
        prop_assert_eq!(besides_the_current(&sooner), besides_the_current(&later));
        let spent = |reading: &Reading| reading.current().map(|item| item.spent);
        let passed = if sooner.phase == Phase::Running { Span(more) } else { Span::ZERO };
        prop_assert_eq!(spent(&later), spent(&sooner).map(|spent| spent.plus(passed)));
        prop_assert!(later.expected_finish >= sooner.expected_finish);
    }

    #[test]
    fn all_time_is_spent_or_paused_or_away(baseline in baseline(), acts in forward(), later in 0_i64..7_200_000) {
        let played = play(&baseline, &acts);
        let now = played.now.plus(Span(later));
        let read = reading(&baseline, &played.log, now);
        let stood = if read.phase == Phase::Paused { Span(later) } else { Span::ZERO };
        let accounted = read.spent().plus(played.paused).plus(stood).plus(played.away);
        prop_assert_eq!(accounted, now.since(TEN));
    }

    #[test]
    fn a_pause_adds_nothing(baseline in baseline(), acts in forward(), pause in 0_i64..50_000_000, later in 0_i64..7_200_000) {
        let played = play(&baseline, &acts);
        let before = reading(&baseline, &played.log, played.now);
        prop_assume!(before.phase == Phase::Running);
        let on = played.now.plus(Span(pause));
        let paused = played.log.with(played.now, Change::Paused);
        prop_assert_eq!(&reading(&baseline, &paused, on).items, &before.items);
        let resumed = paused.with(on, Change::Resumed);
        let without = reading(&baseline, &played.log, played.now.plus(Span(later)));
        let with = reading(&baseline, &resumed, on.plus(Span(later)));
        prop_assert_eq!(&with.items, &without.items);
        prop_assert_eq!(with.expected_finish, without.expected_finish.plus(Span(pause)));
    }

    #[test]
    fn a_reload_is_no_event(baseline in baseline(), acts in with_steps_back(), now in any_instant()) {
        let played = play(&baseline, &acts);
        let stored = session(Course::Begun { baseline: baseline.clone(), log: played.log.clone() });
        let opened: coaching_session::domain::session::Session = open(&seal(&stored)).unwrap();
        let Course::Begun { baseline: plan, log } = &opened.manager_half().unwrap().course else {
            panic!("the clock is gone");
        };
        prop_assert_eq!(reading(plan, log, now), reading(&baseline, &played.log, now));
    }

    #[test]
    fn a_clock_set_back_is_flagged_and_costs_nothing(baseline in baseline(), acts in forward(), back in 1_i64..7_200_000, later in 0_i64..7_200_000) {
        let played = play(&baseline, &acts);
        let good = reading(&baseline, &played.log, played.now);
        prop_assume!(good.phase == Phase::Running);
        let stepped = played.now.plus(Span(-back));
        let read = reading(&baseline, &played.log, stepped);
        prop_assert_eq!(read.set_back, Span(back));
        prop_assert_eq!(&read.items, &good.items);

        let told = played.log.with(stepped, Change::Jumped { seen: played.now, cause: Cause::ClockChanged });
        let after = reading(&baseline, &told, stepped.plus(Span(later)));
        prop_assert_eq!(after.set_back, Span::ZERO);
        let undisturbed = reading(&baseline, &played.log, played.now.plus(Span(later)));
        prop_assert_eq!(&after.items, &undisturbed.items);
        prop_assert_eq!(after.expected_finish, undisturbed.expected_finish.plus(Span(-back)));
    }

    #[test]
    fn time_away_adds_nothing_for_the_gap(baseline in baseline(), acts in forward(), seen in 0_i64..3_600_000, gap in 0_i64..90_000_000, later in 0_i64..7_200_000) {
        let played = play(&baseline, &acts);
        let seen = played.now.plus(Span(seen));
        let back = seen.plus(Span(gap));
        let told = played.log.with(back, Change::Jumped { seen, cause: Cause::Away });
        prop_assert_eq!(reading(&baseline, &told, back).items, reading(&baseline, &played.log, seen).items);
        let after = reading(&baseline, &told, back.plus(Span(later))).items;
        prop_assert_eq!(after, reading(&baseline, &played.log, seen.plus(Span(later))).items);
    }

    #[test]
    fn last_entry_taken_back_leaves_the_log_as_it_was(log in garbage_log(), extra in garbage_log()) {
        for entry in &extra.0 {
            prop_assert_eq!(&log.with(entry.at, entry.change).without(log.0.len()), &log);
        }
    }

    #[test]
    fn the_expected_finish_is_now_and_what_is_left(baseline in baseline(), acts in forward(), later in 0_i64..7_200_000) {
        let played = play(&baseline, &acts);
        let now = played.now.plus(Span(later));
        let read = reading(&baseline, &played.log, now);
        prop_assert_eq!(read.expected_finish, now.plus(left(&read)));
        prop_assert_eq!(read.behind, read.expected_finish.since(TEN.plus(baseline.minutes().span())));
    }

    #[test]
    fn more_time_counts_from_now_once_the_item_is_over(baseline in baseline(), acts in forward(), by in 1_u16..30) {
        let played = play(&baseline, &acts);
        let before = reading(&baseline, &played.log, played.now);
        let current = *before.current().unwrap();
        let told = played.log.with(played.now, Change::Extended(current.item, Minutes(by)));
        let after = reading(&baseline, &told, played.now);
        let extended = *after.current().unwrap();
        prop_assert_eq!(extended.time(), current.time().plus(current.overrun()).plus(Minutes(by).span()));
        prop_assert_eq!(extended.planned, current.planned);
        prop_assert_eq!(extended.spent, current.spent);
        // Beyond the end of the item the time counts from now.
        prop_assert_eq!(extended.remaining(), current.remaining().plus(Minutes(by).span()));
        prop_assert_eq!(extended.overrun(), Span::ZERO);
    }

    #[test]
    fn what_lies_behind_is_done_or_left_out_and_the_rest_is_ahead(baseline in baseline(), acts in with_steps_back()) {
        let played = play(&baseline, &acts);
        let read = reading(&baseline, &played.log, played.now);
        let place = read.current_index().unwrap();
        for (index, item) in read.items.iter().enumerate() {
            let fits = match item.standing {
                Standing::Done | Standing::Skipped => index < place,
                Standing::Current => index == place,
                Standing::Ahead => index > place,
            };
            prop_assert!(fits, "{index} of {place}: {item:?}");
        }
    }

    #[test]
    fn next_wake_is_in_the_future_and_nothing_changes_before(baseline in baseline(), acts in with_steps_back(), later in 0_i64..7_200_000, part in 0_i64..1000) {
        let played = play(&baseline, &acts);
        let now = played.now.plus(Span(later));
        let read = reading(&baseline, &played.log, now);
        let Some(wake) = next_boundary(&read, now) else {
            prop_assert!(read.phase != Phase::Running);
            return Ok(());
        };
        prop_assert!(wake > now);
        let just_before = Span((wake.since(now).0 - 1) * part / 1000);
        let then = reading(&baseline, &played.log, now.plus(just_before));
        prop_assert_eq!(besides_the_current(&then), besides_the_current(&read));
        let stage = |item: &ItemReading| (item.remaining() <= nearing(item), item.remaining() == Span::ZERO);
        let corrections = |reading: &Reading, at: Instant| {
            let spent = reading.current().map_or(Span::ZERO, |item| item.spent);
            let started = reading.started.filter(|_| reading.current_index() == Some(0));
            let is_past = |ago: &&Minutes| started.is_some_and(|started| at >= started.plus(ago.span()));
            (ENDED.iter().filter(|ago| spent >= ago.span()).count(), BEGAN.iter().filter(is_past).count())
        };
        let over = |reading: &Reading, at| {
            let item = reading.current().map(|item| (stage(item), item.overrun().0 / 60_000));
            (item, corrections(reading, at))
        };
        prop_assert_eq!(over(&then, now.plus(just_before)), over(&read, now));
        let at_it = reading(&baseline, &played.log, wake);
        prop_assert_ne!(over(&at_it, wake), over(&read, now));
    }

    #[test]
    fn item_that_ended_earlier_gives_its_time_to_the_next(baseline in baseline(), acts in forward(), ago in 0_i64..3_600_000) {
        let played = play(&baseline, &acts);
        let before = reading(&baseline, &played.log, played.now);
        let (Some(current), Some(next)) = (before.current().copied(), before.next().copied()) else { return Ok(()) };
        let since = played.log.with(played.now, Change::MovedSince(next.item, played.now.minus(Span(ago))));
        let after = reading(&baseline, &since, played.now);
        let given = Span(ago).min(current.spent);
        prop_assert_eq!(after.spent(), before.spent());
        prop_assert_eq!(after.current().map(|item| (item.item, item.spent)), Some((next.item, next.spent.plus(given))));
        let left = after.items.iter().find(|item| item.item == current.item).unwrap();
        prop_assert_eq!((left.spent, left.standing), (current.spent.minus(given), Standing::Done));
        // The time goes on for the next item from the press on.
        let later = reading(&baseline, &since, played.now.plus(minutes(3)));
        let passed = if before.phase == Phase::Running { minutes(3) } else { Span::ZERO };
        prop_assert_eq!(later.spent(), before.spent().plus(passed));
    }

    #[test]
    fn earlier_start_adds_its_time_to_the_first_item(baseline in baseline(), acts in forward(), earlier in 1_i64..3_600_000) {
        let played = play(&baseline, &acts);
        let before = reading(&baseline, &played.log, played.now);
        let began = TEN.minus(Span(earlier));
        let told = played.log.with(played.now, Change::BeganAt(began));
        let after = reading(&baseline, &told, played.now);
        prop_assert_eq!((after.started, told.began()), (Some(began), Some(began)));
        prop_assert_eq!(after.items[0].spent, before.items[0].spent.plus(Span(earlier)));
        prop_assert_eq!(&after.items[1..], &before.items[1..]);
        prop_assert_eq!(told.outline().began(), told.began());
    }

    #[test]
    fn times_of_items_follow_on_each_other(baseline in baseline(), acts in forward(), later in 0_i64..7_200_000) {
        let played = play(&baseline, &acts);
        let read = reading(&baseline, &played.log, played.now.plus(Span(later)));
        let mut until = None;
        for (item, times) in read.items.iter().zip(times(&read)) {
            match times {
                Some(Times::Current(from, to)) => {
                    prop_assert_eq!(item.standing, Standing::Current);
                    prop_assert!(from <= played.now && to >= from);
                    until = Some(to);
                }
                Some(Times::Coming(from, to)) => {
                    prop_assert_eq!(Some(from), until);
                    prop_assert_eq!(to, from.plus(item.remaining()));
                    until = Some(to);
                }
                Some(Times::Past(from, to)) => prop_assert!(from <= to && to.since(from) >= item.spent),
                None => {}
            }
        }
        prop_assert!(read.phase == Phase::Paused || until == Some(read.expected_finish));
    }

    #[test]
    fn shown_minutes_add_up_to_those_of_the_session(baseline in baseline(), acts in forward(), later in 0_i64..7_200_000) {
        let played = play(&baseline, &acts);
        let read = reading(&baseline, &played.log, played.now.plus(Span(later)));
        let sum: i64 = shown_minutes(&read).iter().sum();
        prop_assert_eq!(sum, TEN.plus(read.spent()).minutes() - TEN.minutes());
        for (item, shown) in read.items.iter().zip(shown_minutes(&read)) {
            prop_assert!((item.spent.0 - shown * 60_000).abs() < 60_000, "{shown} for {item:?}");
        }
    }

    #[test]
    fn nothing_counts_after_the_end(baseline in baseline(), acts in forward(), more in garbage_log(), later in any_instant()) {
        let played = play(&baseline, &acts);
        let ended = played.log.with(played.now, Change::Ended);
        let read = reading(&baseline, &ended, played.now);
        prop_assert_eq!(read.phase, Phase::Ended);
        prop_assert_eq!(read.ended, Some(played.now));
        prop_assert_eq!(read.expected_finish, played.now);
        let and_more = Log(ended.0.iter().chain(&more.0).copied().collect());
        prop_assert_eq!(reading(&baseline, &and_more, later), read);
    }
}

#[test]
fn a_session_nobody_started_waits() {
    let read = reading(&baseline_of(&[3, 5]), &Log::default(), at(0));
    assert_eq!((read.phase, read.started, read.expected_finish), (Phase::Waiting, None, at(8)));
    assert_eq!(next_boundary(&read, at(0)), None);
}

#[test]
fn an_item_left_out_keeps_what_was_spent_on_it() {
    let log = Log::default().with(at(0), Change::Started).with(at(2), Change::SkippedTo(ItemId(1)));
    let read = reading(&baseline_of(&[3, 5]), &log, at(3));
    assert_eq!(read.items[0].standing, Standing::Skipped);
    assert_eq!((read.items[0].spent, read.items[1].spent), (minutes(2), minutes(1)));
    assert_eq!((read.expected_finish, read.behind), (at(7), minutes(-1)));
}

#[test]
fn an_overrun_is_counted_and_moves_the_finish() {
    let log = Log::default().with(at(0), Change::Started);
    let read = reading(&baseline_of(&[3, 5]), &log, at(5));
    assert_eq!((read.items[0].overrun(), read.items[0].remaining()), (minutes(2), Span::ZERO));
    assert_eq!((read.expected_finish, read.behind), (at(10), minutes(2)));
    assert_eq!(next_boundary(&read, at(5)), Some(at(6)));
}

/// Asserts the question after an absence in a session of 15 and 30 minutes that began at minute 0. `done` are the
/// entries of the log, `seen` is the last sign of life and `now` the time, all in minutes.
#[track_caller]
fn check_question(done: &[(i64, Change)], seen: Option<i64>, now: i64, question: Option<CatchUp>) {
    let log = done.iter().fold(Log::default(), |log, (minute, change)| log.with(at(*minute), *change));
    assert_eq!(catch_up(&baseline_of(&[15, 30]), &log, seen.map(at), at(now)), question);
}

#[test]
fn what_is_asked_about_time_that_passed_unseen() {
    let started = (0, Change::Started);
    let unseen = |seen, gap| Some(CatchUp::Unseen { seen: at(seen), gap: minutes(gap) });
    let left = |seen, end| Some(CatchUp::LeftRunning { seen: at(seen), probable_end: at(end) });

    check_question(&[], None, 5_000, None);
    check_question(&[started], Some(14), 14, None);
    // A short gap over the end of an item: people look away from a screen while they talk.
    check_question(&[started], Some(14), 19, None);
    // A long gap within the item.
    check_question(&[started, (1, Change::MovedTo(ItemId(1)))], Some(2), 30, None);
    // The end of the item went by unseen.
    check_question(&[started], Some(14), 20, unseen(14, 6));
    check_question(&[started], None, 20, unseen(0, 20));
    // Whoever answered is not asked again.
    check_question(&[started, (20, Change::Stayed)], Some(14), 21, None);
    // Left running over night: it would have ended when the plan says.
    check_question(&[started], Some(10), 900, left(10, 45));
    // Left running in the middle of an overrun.
    check_question(&[started, (16, Change::MovedTo(ItemId(1)))], Some(50), 900, left(50, 50));
    // Left paused over night.
    check_question(&[started, (12, Change::Paused)], Some(13), 900, left(13, 13));
    // A pause for lunch.
    check_question(&[started, (12, Change::Paused)], Some(13), 60, None);
    // It is over.
    check_question(&[started, (40, Change::Ended)], Some(41), 9_000, None);
    // A sign of life that lies ahead of now tells nothing; the log does.
    check_question(&[started], Some(9_000), 20, unseen(0, 20));
}

/// Asserts the state of the clock of a session of 15 and 5 minutes, the second of them its close. `done` are the entries of the log,
/// `seconds` is the time, both from the start on.
#[track_caller]
fn check_state(done: &[(i64, Change)], seconds: i64, expected: ClockState) {
    let log = done.iter().fold(Log::default(), |log, (minute, change)| log.with(at(*minute), *change));
    let read = reading(&baseline_of(&[15, 5]), &log, TEN.plus(Span(seconds * 1_000)));
    assert_eq!(clock_state(&read, Some(ItemId(1))), expected, "{seconds} s");
}

#[test]
fn state_of_the_clock_follows_from_the_reading() {
    let started = (0, Change::Started);
    check_state(&[], 0, ClockState::NotStarted);
    check_state(&[started], 0, ClockState::Running);
    // The last fifth of 15 minutes are three.
    check_state(&[started], 719, ClockState::Running);
    check_state(&[started], 720, ClockState::Nearing);
    check_state(&[started], 899, ClockState::Nearing);
    check_state(&[started], 900, ClockState::Over);
    check_state(&[started, (16, Change::Extended(ItemId(0), Minutes(5)))], 1_000, ClockState::Running);
    check_state(&[started, (1, Change::Paused)], 120, ClockState::Paused);
    check_state(&[started, (16, Change::Paused)], 1_200, ClockState::Paused);
    let closing = (10, Change::MovedTo(ItemId(1)));
    check_state(&[started, closing], 600, ClockState::Closing);
    check_state(&[started, closing], 899, ClockState::Closing);
    check_state(&[started, closing], 900, ClockState::Over);
    check_state(&[started, closing, (14, Change::Ended)], 900, ClockState::Ended);
}

#[test]
fn short_item_nears_its_end_in_the_last_minute() {
    let log = Log::default().with(at(0), Change::Started);
    let item = |planned| reading(&baseline_of(&[planned]), &log, at(0)).items[0];
    assert_eq!([3, 5, 10, 20].map(|planned| nearing(&item(planned))), [1, 1, 2, 4].map(minutes));
}
