//! Laws of the proposal at a change of item: what it takes, what it leaves alone, and when the session ends by it.
//!
//! Never uses the program; `stories::catching_up` tests the card on the screen.

use coaching_session::domain::agenda::{Agenda, Item, ItemId, Role, TopicSlot};
use coaching_session::domain::phrase::{Phrase, Wording};
use coaching_session::domain::time::{Instant, Minutes, Span};
use coaching_session::domain::timing::{Baseline, Cause, Change, Log};
use coaching_session::timer::pace::{NOTABLE, Pace, pace};
use coaching_session::timer::proposal::{Proposal, Way, proposal};
use coaching_session::timer::reading::{Reading, Standing, reading};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::given::{TEN, agenda_of_45, law, minutes};

/// One thing that people do to the clock.
#[derive(Clone, Copy, Debug)]
enum Act {
    Next,
    Back,
    Skip,
    Extend(u16),
    Pause,
    Resume,
    /// The current item ended so many milliseconds ago.
    Since(i64),
    Away,
    /// The two take the way with this number, if there is one.
    Take(usize),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => Just(Act::Next),
        1 => Just(Act::Back),
        1 => Just(Act::Skip),
        2 => prop_oneof![Just(1_u16), Just(2), Just(5)].prop_map(Act::Extend),
        1 => Just(Act::Pause),
        2 => Just(Act::Resume),
        1 => (0_i64..900_000).prop_map(Act::Since),
        1 => Just(Act::Away),
        4 => (0_usize..6).prop_map(Act::Take),
    ]
}

/// Up to 30 acts on a device whose clock is now and then set back or forward, each with the time since the act before.
fn acts() -> impl Strategy<Value = Vec<(Act, i64)>> {
    vec((act(), prop_oneof![8 => 0_i64..600_000, 1 => -7_200_000_i64..0, 1 => 0_i64..7_200_000]), 0..=30)
}

fn role() -> impl Strategy<Value = Role> {
    prop_oneof![
        1 => Just(Role::Open),
        1 => Just(Role::LookBack),
        4 => (0_u8..2).prop_map(|slot| Role::Topic(TopicSlot(slot))),
        1 => Just(Role::Added),
        1 => Just(Role::NextSteps),
        1 => Just(Role::Close),
    ]
}

/// Agendas of one to eight items, whose minutes a manager may have set below their least.
fn agenda() -> impl Strategy<Value = Agenda> {
    let item = (role(), 1_u16..=30, 1_u16..=12, 0_u16..=30).prop_map(|(role, minutes, least, more)| Item {
        id: ItemId(0),
        role,
        title: Wording::BuiltIn(Phrase::Open),
        purpose: None,
        minutes: Minutes(minutes),
        least: Minutes(least),
        most: Minutes(least + more),
    });
    vec(item, 1..=8).prop_map(|items| {
        let items = (0..).zip(items).map(|(id, item)| Item { id: ItemId(id), ..item }).collect();
        Agenda::new(items).unwrap()
    })
}

/// A session at one instant.
#[derive(Clone, Debug)]
struct At {
    agenda: Agenda,
    baseline: Baseline,
    log: Log,
    now: Instant,
    /// Booked start.
    booked: Instant,
}

impl At {
    fn begun(agenda: Agenda, late: i64) -> Self {
        let baseline = Baseline::of(&agenda);
        let log = Log::default().with(TEN, Change::Started);
        Self { agenda, baseline, log, now: TEN, booked: TEN.minus(minutes(late)) }
    }

    fn played(agenda: Agenda, late: i64, acts: &[(Act, i64)]) -> Self {
        let mut at = Self::begun(agenda, late);
        for (act, passed) in acts {
            let before = at.read();
            let last = at.now;
            at.now = at.now.plus(Span(*passed));
            // The program logs a clock that was set back before it logs anything else.
            if *passed < 0 {
                at.log = at.log.with(at.now, Change::Jumped { seen: last, cause: Cause::ClockChanged });
            }
            let change = match act {
                Act::Next => before.next().map(|next| Change::MovedTo(next.item)),
                Act::Back => before.previous().map(|previous| Change::MovedTo(previous.item)),
                Act::Skip => before.next().map(|next| Change::SkippedTo(next.item)),
                Act::Extend(by) => before.current().map(|item| Change::Extended(item.item, Minutes(*by))),
                Act::Pause => Some(Change::Paused),
                Act::Resume => Some(Change::Resumed),
                Act::Since(ago) => {
                    before.next().map(|next| Change::MovedSince(next.item, at.now.minus(Span(*ago))))
                }
                Act::Away => Some(Change::Jumped { seen: last, cause: Cause::Away }),
                Act::Take(number) => {
                    if let Some(way) = at.proposal().as_ref().and_then(|proposal| proposal.way(*number)) {
                        at = at.by(way);
                    }
                    None
                }
            };
            if let Some(change) = change {
                at.log = at.log.with(at.now, change);
            }
        }
        at
    }

    fn read(&self) -> Reading {
        reading(&self.baseline, &self.log, self.now)
    }

    fn pace(&self) -> Pace {
        pace(self.booked, &self.baseline, &self.log, &self.read())
    }

    fn proposal(&self) -> Option<Proposal> {
        proposal(&self.agenda, &self.read(), &self.pace())
    }

    /// Returns the session after the two took this way.
    fn by(&self, way: &Way) -> Self {
        let log = way.changes().iter().fold(self.log.clone(), |log, change| log.with(self.now, *change));
        Self { log, ..self.clone() }
    }
}

/// Returns all ways of a proposal.
fn ways(proposal: &Proposal) -> Vec<&Way> {
    std::iter::once(&proposal.first).chain(&proposal.others).collect()
}

/// Returns the minutes that a way takes from all items; negative if it gives.
fn taken(way: &Way) -> i64 {
    way.retimed.iter().map(|item| i64::from(item.from.0) - i64::from(item.to.0)).sum()
}

proptest! {
    #![proptest_config(law(1_000))]

    #[test]
    fn finish_of_a_way_is_the_finish_after_it(agenda in agenda(), late in -20_i64..90, acts in acts()) {
        let at = At::played(agenda, late, &acts);
        for way in at.proposal().iter().flat_map(ways) {
            prop_assert_eq!(at.by(way).read().expected_finish, way.finish);
        }
    }

    #[test]
    fn finish_is_never_later_than_without_or_planned(agenda in agenda(), late in -20_i64..90, acts in acts()) {
        let at = At::played(agenda, late, &acts);
        let Some(proposal) = at.proposal() else { return Ok(()) };
        prop_assert_eq!(proposal.finish, at.read().expected_finish);
        for way in ways(&proposal) {
            prop_assert!(way.finish.minutes() <= at.pace().planned.minutes().max(proposal.finish.minutes()));
            prop_assert!(proposal.behind < 0 || way.finish < proposal.finish);
        }
    }

    #[test]
    fn sum_of_the_minutes_is_what_was_needed(agenda in agenda(), late in -20_i64..90, acts in acts()) {
        let at = At::played(agenda, late, &acts);
        let Some(proposal) = at.proposal() else { return Ok(()) };
        let spare: i64 = at.read().items.iter().filter_map(|read| {
            let item = at.agenda.item(read.item)?;
            let is_open = matches!(read.standing, Standing::Current | Standing::Ahead);
            let spare = read.time().minus(item.least.span().max(read.spent)).at_least_zero().0 / 60_000;
            (is_open && !item.role.is_protected()).then_some(spare)
        }).sum();
        for way in ways(&proposal) {
            let moved = taken(way);
            prop_assert!(way.finish == proposal.finish.minus(minutes(moved)) || way.dropped.is_some());
            match way.dropped {
                Some(_) => prop_assert!(way.retimed.is_empty()),
                None if proposal.behind > 0 => prop_assert_eq!(moved, proposal.behind.min(spare)),
                None => prop_assert!((1..=-proposal.behind).contains(&-moved)),
            }
        }
        prop_assert!(proposal.behind.abs() >= NOTABLE);
    }

    #[test]
    fn no_item_falls_below_its_least_or_what_was_spent(agenda in agenda(), late in -20_i64..90, acts in acts()) {
        let at = At::played(agenda, late, &acts);
        for way in at.proposal().iter().flat_map(ways) {
            let after = at.by(way).read();
            for changed in &way.retimed {
                let item = at.agenda.item(changed.item).unwrap();
                let read = after.items.iter().find(|read| read.item == changed.item).unwrap();
                prop_assert_eq!(read.allotted(), changed.to);
                prop_assert!(changed.to > changed.from || (read.time() >= item.least.span() && read.time() >= read.spent));
                prop_assert!(changed.to < changed.from || read.time() <= item.most.span());
            }
        }
    }

    #[test]
    fn protected_and_finished_items_stay_untouched(agenda in agenda(), late in -20_i64..90, acts in acts()) {
        let at = At::played(agenda, late, &acts);
        let before = at.read();
        for way in at.proposal().iter().flat_map(ways) {
            let after = at.by(way).read();
            for (old, new) in before.items.iter().zip(&after.items) {
                let is_open = matches!(old.standing, Standing::Current | Standing::Ahead);
                let is_protected = at.agenda.item(old.item).unwrap().role.is_protected();
                prop_assert!((is_open && !is_protected) || old == new);
                prop_assert_eq!(old.spent, new.spent);
            }
            prop_assert_eq!(before.current_index(), after.current_index());
        }
    }

    #[test]
    fn way_taken_twice_is_as_one_taken_once(agenda in agenda(), late in -20_i64..90, acts in acts()) {
        let at = At::played(agenda, late, &acts);
        let Some(proposal) = at.proposal() else { return Ok(()) };
        let after = at.by(&proposal.first);
        match after.proposal() {
            None => {}
            Some(again) if proposal.behind > 0 && again.behind > 0 => {
                let all_given = proposal.first.dropped.is_some() || taken(&proposal.first) < proposal.behind;
                prop_assert!(all_given, "the minutes were short: {again:?}");
                prop_assert!(again.first.retimed.is_empty(), "{again:?}");
            }
            Some(again) => prop_assert!(proposal.first.dropped.is_some() || proposal.behind < 0, "{again:?}"),
        }
    }

    #[test]
    fn shares_are_in_proportion_to_within_a_minute(agenda in agenda(), late in 0_i64..40) {
        let at = At::begun(agenda, late);
        let Some(proposal) = at.proposal().filter(|proposal| proposal.first.dropped.is_none()) else { return Ok(()) };
        let spare = |item: &Item| f64::from(item.minutes.0.saturating_sub(item.least.0));
        let open = at.agenda.items().iter().filter(|item| !item.role.is_protected());
        let all: f64 = open.clone().map(spare).sum();
        #[expect(clippy::cast_precision_loss, reason = "some minutes")]
        let moved = taken(&proposal.first) as f64;
        for item in open {
            let share = proposal.first.retimed.iter().find(|changed| changed.item == item.id);
            let given = share.map_or(0.0, |changed| f64::from(changed.from.0) - f64::from(changed.to.0));
            prop_assert!((given - moved * spare(item) / all.max(1.0)).abs() < 1.0, "{:?}", proposal.first);
        }
    }

    #[test]
    fn outline_shows_neither_shorter_nor_dropped_items(agenda in agenda(), late in -20_i64..90, acts in acts()) {
        let at = At::played(agenda, late, &acts);
        for way in at.proposal().iter().flat_map(ways) {
            prop_assert_eq!(at.by(way).log.outline(), at.log.outline());
        }
    }
}

/// Asserts the proposal at the change to the item with number `to`, when the item before ended at minute `minute`.
#[track_caller]
fn check(to: u16, minute: i64, behind: i64, first: &[(u16, u16, u16)], others: usize) {
    let mut at = At::begun(agenda_of_45(), 0);
    at.now = TEN.plus(minutes(minute));
    at.log = (1..=to).fold(at.log, |log, item| log.with(at.now, Change::MovedTo(ItemId(item))));
    let found = at.proposal();
    let retimed = found.iter().flat_map(|found| &found.first.retimed);
    let retimed: Vec<_> = retimed.map(|item| (item.item.0, item.from.0, item.to.0)).collect();
    let found = found.map_or((0, 0), |found| (found.behind, found.others.len()));
    assert_eq!((found, retimed.as_slice()), ((behind, others), first));
}

#[test]
fn items_give_and_take_minutes_at_a_change() {
    // Open 3, look back 5, two topics of 15 and 12, next steps 7, close 3.
    check(1, 3, 0, &[], 0);
    check(1, 5, 0, &[], 0);
    check(2, 12, 4, &[(2, 15, 12), (3, 12, 11)], 2);
    check(3, 15, -8, &[(3, 12, 20)], 0);
    // Protected items neither give nor take.
    check(4, 40, 0, &[], 0);
    check(4, 30, 0, &[], 0);
}
