//! The proposal at a change of item: ways to finish a session on time that is behind its plan, and the way to use the
//! minutes of one that is ahead.
//!
//! Proposes only: the two choose a way, or none, and the chosen one becomes entries of the log.

use super::pace::{NOTABLE, Pace};
use super::reading::{ItemReading, Phase, Reading, Standing};
use crate::domain::agenda::{Agenda, Item, ItemId};
use crate::domain::time::{Instant, Minutes, Span};
use crate::domain::timing::Change;

/// New minutes for an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retimed {
    /// Id of the item.
    pub item: ItemId,
    /// Minutes of the item so far.
    pub from: Minutes,
    /// Minutes of the item under the proposal.
    pub to: Minutes,
}

/// One way to use the rest of the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// Items with new minutes, in the order of the agenda; empty if the way drops an item.
    pub retimed: Vec<Retimed>,
    /// Item that the way drops; `None` for a way that retimes items.
    pub dropped: Option<ItemId>,
    /// Expected finish under this way.
    pub finish: Instant,
}

/// Ways to use the rest of a session that is behind its plan, or ahead of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Minutes by which the session is behind its plan, at least [`NOTABLE`]; negative if it is ahead.
    pub behind: i64,
    /// Expected finish if nothing changes.
    pub finish: Instant,
    /// Way that is proposed first.
    pub first: Way,
    /// Other ways. Items that are ahead of the current one can be dropped.
    pub others: Vec<Way>,
}

impl Way {
    /// Returns the changes of the clock that make up this way.
    #[must_use]
    pub fn changes(&self) -> Vec<Change> {
        let retimed = self.retimed.iter().map(|Retimed { item, from, to }| match from.0.checked_sub(to.0) {
            Some(by) => Change::Shortened(*item, Minutes(by)),
            None => Change::Extended(*item, Minutes(to.0.saturating_sub(from.0))),
        });
        retimed.chain(self.dropped.map(Change::Dropped)).collect()
    }
}

impl Proposal {
    /// Returns the way with this number; the first one has 0.
    #[must_use]
    pub fn way(&self, number: usize) -> Option<&Way> {
        match number.checked_sub(1) {
            None => Some(&self.first),
            Some(place) => self.others.get(place),
        }
    }
}

/// Returns the proposal for a running session of this agenda, read at a change of item; `None` if the session is on time,
/// or nothing can be done.
///
/// Behind the plan, open items give minutes in proportion to those above their least; protected items give none. Ahead of
/// it, the minutes go to one open item that goes deep into a topic.
#[must_use]
pub fn proposal(agenda: &Agenda, reading: &Reading, pace: &Pace) -> Option<Proposal> {
    if reading.phase != Phase::Running {
        return None;
    }
    if pace.late >= NOTABLE {
        catch_up(agenda, reading, pace.late)
    } else {
        go_deeper(agenda, reading, pace.saved)
    }
}

/// An open item that is not protected, with its reading.
type Open<'a> = (&'a Item, &'a ItemReading);

/// Returns the open items that are not protected, in the order of the agenda.
fn open_items<'a>(agenda: &'a Agenda, reading: &'a Reading) -> Vec<Open<'a>> {
    let open = |read: &&ItemReading| matches!(read.standing, Standing::Current | Standing::Ahead);
    let with_item = |read: &'a ItemReading| Some((agenda.item(read.item)?, read));
    let items = reading.items.iter().filter(open).filter_map(with_item);
    items.filter(|(item, _)| !item.role.is_protected()).collect()
}

fn catch_up(agenda: &Agenda, reading: &Reading, late: i64) -> Option<Proposal> {
    let items = open_items(agenda, reading);
    let spare: Vec<i64> = items.iter().map(spare).collect();
    let retimed = |by: &[i64]| {
        let items = items.iter().zip(by).filter(|(_, by)| **by > 0);
        items.map(|((_, read), by)| retime(read, by.saturating_neg())).collect::<Vec<_>>()
    };
    let mut ways = Vec::new();
    for by in std::iter::once(share_out(late, &spare)).chain(single_givers(late, &spare)) {
        let way = way(reading, retimed(&by), None);
        if !way.retimed.is_empty() && ways.iter().all(|other: &Way| other.retimed != way.retimed) {
            ways.push(way);
        }
    }
    for (item, read) in &items {
        if read.standing == Standing::Ahead && read.remaining() > Span::ZERO {
            ways.push(Way {
                dropped: Some(item.id),
                finish: reading.expected_finish.minus(read.remaining()),
                retimed: Vec::new(),
            });
        }
    }
    proposed(reading, late, ways)
}

fn go_deeper(agenda: &Agenda, reading: &Reading, saved: i64) -> Option<Proposal> {
    if saved < NOTABLE {
        return None;
    }
    let items = open_items(agenda, reading);
    // An item that took more than its time before needs no more.
    let deep =
        items.iter().filter(|(item, read)| item.role.topic().is_some() && read.overrun() == Span::ZERO);
    // An item that gave minutes before comes first, then the one with the most time.
    let (item, read) =
        deep.min_by_key(|(_, read)| (read.extended.min(Span::ZERO), Span::ZERO.minus(read.time())))?;
    let room = whole_minutes(item.most.span().minus(read.time()));
    let by = saved.min(room);
    let way = way(reading, vec![retime(read, by)], None);
    proposed(reading, saved.saturating_neg(), if by > 0 { vec![way] } else { Vec::new() })
}

fn proposed(reading: &Reading, behind: i64, ways: Vec<Way>) -> Option<Proposal> {
    let mut ways = ways.into_iter();
    let first = ways.next()?;
    Some(Proposal { behind, finish: reading.expected_finish, first, others: ways.collect() })
}

/// Returns the whole minutes that an item can give: those above its least and above the time spent on it.
fn spare((item, read): &Open<'_>) -> i64 {
    whole_minutes(read.time().minus(item.least.span().max(read.spent)))
}

/// Returns the whole minutes in a span, zero or more.
fn whole_minutes(span: Span) -> i64 {
    span.at_least_zero().0.checked_div(Span::minutes(1).0).unwrap_or(0)
}

fn retime(read: &ItemReading, by: i64) -> Retimed {
    let from = read.allotted();
    let to = i64::from(from.0).saturating_add(by).clamp(0, i64::from(u16::MAX));
    Retimed { item: read.item, from, to: Minutes(u16::try_from(to).unwrap_or(from.0)) }
}

fn way(reading: &Reading, retimed: Vec<Retimed>, dropped: Option<ItemId>) -> Way {
    let by = retimed.iter().fold(0_i64, |sum, item| {
        sum.saturating_add(i64::from(item.to.0)).saturating_sub(i64::from(item.from.0))
    });
    Way { retimed, dropped, finish: reading.expected_finish.plus(Span::minutes(by)) }
}

/// Returns shares of `minutes` in proportion to `spare`, none above its own, by largest remainder; of equal remainders
/// the earlier one counts.
fn share_out(minutes: i64, spare: &[i64]) -> Vec<i64> {
    let all = spare.iter().fold(0_i64, |sum, own| sum.saturating_add(*own));
    let minutes = minutes.min(all);
    let scaled = |own: &i64| own.saturating_mul(minutes);
    let mut shares: Vec<i64> = spare.iter().map(|own| scaled(own).checked_div(all).unwrap_or(0)).collect();
    let given = shares.iter().fold(0_i64, |sum, own| sum.saturating_add(*own));
    let mut order: Vec<(i64, usize)> = (0..)
        .zip(spare)
        .map(|(place, own)| (scaled(own).checked_rem(all).unwrap_or(0).saturating_neg(), place))
        .collect();
    order.sort_unstable();
    let rest = usize::try_from(minutes.saturating_sub(given)).unwrap_or(0);
    for (_, place) in order.into_iter().take(rest) {
        if let Some(share) = shares.get_mut(place) {
            *share = share.saturating_add(1);
        }
    }
    shares
}

/// Returns for each item that can give all the minutes the shares in which it gives them alone.
fn single_givers(minutes: i64, spare: &[i64]) -> Vec<Vec<i64>> {
    let able = (0..spare.len()).filter(|place| spare.get(*place).is_some_and(|own| *own >= minutes));
    able.map(|giver| (0..spare.len()).map(|place| if place == giver { minutes } else { 0 }).collect())
        .collect()
}
