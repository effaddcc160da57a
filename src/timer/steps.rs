//! Steps of the device's clock: the comparison with a clock that nobody can set.
//!
//! A machine that slept looks like a clock that was set forward: the steady clock of most browsers sleeps,
//! too.

use super::reading::JITTER;
use crate::domain::time::{Instant, Span};

/// A look at two clocks at one moment: the device's clock, and a steady clock that nobody can set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The time that the device's clock shows.
    pub shown: Instant,
    /// The time of the steady clock, counted from any fixed moment.
    pub steady: Span,
    /// True if the page is visible.
    pub is_visible: bool,
}

/// A step of the device's clock between two looks: a person or a program set the clock, or the machine slept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The time that the device's clock showed at the look before the step.
    pub last: Instant,
    /// The size of the step; negative for a step backward.
    pub by: Span,
    /// True if the page was visible at both looks, so that the machine hardly slept.
    pub is_watched: bool,
}

/// Returns the step between two looks; `None` if the two clocks disagree by at most [`JITTER`].
#[must_use]
pub fn step(before: &Look, after: &Look) -> Option<Step> {
    let by = after.shown.since(before.shown).minus(after.steady.minus(before.steady));
    let is_watched = before.is_visible && after.is_visible;
    let is_step = by > JITTER || by < Span::ZERO.minus(JITTER);
    is_step.then_some(Step { last: before.shown, by, is_watched })
}

impl Step {
    /// Returns this step followed by `next`, as one step.
    #[must_use]
    pub fn then(self, next: Self) -> Self {
        Self { by: self.by.plus(next.by), is_watched: self.is_watched && next.is_watched, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(shown: i64, steady: i64, by: Option<i64>) {
        let look = |shown, steady| Look { shown: Instant(shown), steady: Span(steady), is_visible: true };
        let (shown_after, steady_after) =
            (1_000_000_i64.saturating_add(shown), 70_000_i64.saturating_add(steady));
        let found = step(&look(1_000_000, 70_000), &look(shown_after, steady_after));
        assert_eq!(found.map(|step| step.by), by.map(Span), "{shown} shown, {steady} gone");
    }

    #[test]
    fn step_is_the_difference_between_both_clocks() {
        check(0, 0, None);
        check(600_000, 600_000, None);
        // The clock is adjusted by less than a person could see.
        check(602_000, 600_000, None);
        check(598_000, 600_000, None);
        check(602_001, 600_000, Some(2_001));
        check(597_999, 600_000, Some(-2_001));
        // An hour back, seen ten minutes later.
        check(-3_000_000, 600_000, Some(-3_600_000));
        // The machine slept, and so did the steady clock.
        check(3_600_000, 1_000, Some(3_599_000));
        check(i64::MAX - 1_000_000, 0, Some(i64::MAX - 1_000_000));
    }

    #[test]
    fn step_is_watched_if_both_looks_are() {
        let look = |shown, is_visible| Look { shown: Instant(shown), steady: Span::ZERO, is_visible };
        for (before, after) in [(true, true), (true, false), (false, true), (false, false)] {
            let found = step(&look(0, before), &look(9_000, after)).unwrap();
            assert_eq!(found.is_watched, before && after);
        }
    }
}
