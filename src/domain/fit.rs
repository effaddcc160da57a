//! Fits an agenda into a number of minutes: one pure function over data.
//!
//! Knows no coaching types; they are values in `coaching_type`.

use super::agenda::{Agenda, Item, Role};
use super::time::{Minutes, total};

/// Fewest minutes for one topic, over all items that work on it. [`fit`] drops the last topic if a topic
/// would get less; the only topic left is never dropped.
pub const TOPIC_LEAST: Minutes = Minutes(10);

/// The claim of one agenda item on the minutes of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// Weight of the item, in proportion to the weights of the other items; 0 counts as 1.
    pub weight: u16,
    /// Fewest minutes that the item gets.
    pub least: Minutes,
    /// Most minutes that the item gets.
    pub most: Minutes,
}

/// The reason why an agenda does not fit the minutes of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FitError {
    /// The items need more minutes than the session has, even with one topic.
    TooShort {
        /// Fewest minutes that the items need once only the first topic is left.
        needed: Minutes,
    },
    /// The items cannot fill the minutes of the session, even with the most minutes of each.
    TooLong {
        /// Most minutes that the items fill together.
        filled: Minutes,
    },
}

/// Distributes whole `minutes` in proportion to the weights, each share within its bounds and the sum exact.
/// `None` if the bounds allow no such distribution.
///
/// The method is Webster's, with minimum and maximum requirements (Balinski and Young, "Fair
/// Representation", chapter on divisor methods): each minute in turn goes where the share is
/// furthest behind its weight. Weights that sum to `minutes` come out as they are.
#[must_use]
pub fn apportion(minutes: Minutes, shares: &[Share]) -> Option<Vec<Minutes>> {
    let mut given: Vec<Minutes> = shares.iter().map(|share| share.least).collect();
    let mut left = minutes.0.checked_sub(total(given.iter().copied()).0)?;
    while left > 0 {
        // The priority weight / (2 * given + 1), compared crosswise to stay in whole numbers.
        let furthest = given.iter_mut().zip(shares).filter(|(given, share)| **given < share.most).reduce(
            |best, next| {
                let priority = |share: &Share| u64::from(share.weight.max(1));
                let divisor = |given: &Minutes| 2 * u64::from(given.0) + 1;
                if priority(next.1) * divisor(best.0) > priority(best.1) * divisor(next.0) {
                    next
                } else {
                    best
                }
            },
        );
        let (share, _) = furthest?;
        *share = share.plus(Minutes(1));
        left -= 1;
    }
    Some(given)
}

/// Returns the agenda in exactly `minutes`, each item within its bounds. Drops the last topic as long as a
/// topic would get less than [`TOPIC_LEAST`] and more than one is left.
///
/// # Errors
/// [`FitError`] names the bound that stands in the way.
pub fn fit(agenda: &Agenda, minutes: Minutes) -> Result<Agenda, FitError> {
    let shares = shares(agenda);
    let needed = total(shares.iter().map(|share| share.least));
    if needed > minutes {
        let fewer = without_last_topic(agenda).ok_or(FitError::TooShort { needed })?;
        return fit(&fewer, minutes);
    }
    let filled = total(shares.iter().map(|share| share.most));
    let given = apportion(minutes, &shares).ok_or(FitError::TooLong { filled })?;
    Ok(agenda.clone().with_minutes(&given))
}

/// Returns the claim of each item. The least of a topic's first item is raised so that the whole topic gets
/// [`TOPIC_LEAST`].
fn shares(agenda: &Agenda) -> Vec<Share> {
    let items = agenda.items();
    let mut shares = Vec::new();
    for (place, item) in items.iter().enumerate() {
        let same = |other: &&Item| other.role == item.role;
        let mut least = item.least;
        if item.role.topic().is_some() && items.iter().position(|other| same(&other)) == Some(place) {
            let all = total(items.iter().filter(same).map(|item| item.least));
            least = least.plus(Minutes(TOPIC_LEAST.0.saturating_sub(all.0)));
        }
        shares.push(Share { weight: item.minutes.0, least, most: item.most.max(least) });
    }
    shares
}

/// Returns the agenda without its last topic; `None` if it has one topic or none.
fn without_last_topic(agenda: &Agenda) -> Option<Agenda> {
    let slots = || agenda.items().iter().filter_map(|item| item.role.topic());
    let last = slots().max()?;
    slots().find(|slot| *slot != last)?;
    agenda.with_those(&|item| item.role != Role::Topic(last))
}
