//! The sentence about the clock of a running session that a screen reader announces.

use super::signals::Numbers;
use crate::domain::agenda::Item;
use crate::domain::time::Span;
use crate::text::message::Message;
use crate::text::{Env, Words};
use crate::timer::clock_state::nearing;
use crate::timer::reading::Reading;

/// The interval in minutes at which an overrun is announced.
const ANNOUNCED_EVERY: i64 = 5;

/// Returns the sentence about the clock for a screen reader; `None` without a current item. It stays the same
/// through a pause, so nothing is announced again on resuming.
pub(crate) fn announce(
    env: &Env<'_>,
    numbers: Numbers,
    item: Option<&Item>,
    reading: &Reading,
) -> Option<Words> {
    let is_last = reading.next().is_none();
    let (title, current) = (env.wording(&item?.title), reading.current()?);
    let over = steps_over(current.overrun());
    let announcement = match current.remaining() {
        left if numbers == Numbers::Hidden && left > nearing(current) => Message::TabPlain { title: &title },
        left if numbers == Numbers::Hidden && left > Span::ZERO => Message::PlainNears { title: &title },
        _ if numbers == Numbers::Hidden && over > 0 => Message::PlainOver { title: &title },
        left if left > nearing(current) => Message::ToldStarts { title: &title, minutes: current.allotted() },
        left if left > Span::ZERO => {
            Message::ToldNears { title: &title, minutes: nearing(current).rounded_minutes() }
        }
        _ if over == 0 && is_last => Message::ToldUpLast { title: &title },
        _ if over == 0 => Message::ToldUp { title: &title },
        _ => Message::ToldOver { title: &title, minutes: over.saturating_mul(ANNOUNCED_EVERY) },
    };
    Some(env.say(&announcement))
}

/// Returns the number of whole intervals of [`ANNOUNCED_EVERY`] minutes in the overrun.
fn steps_over(over: Span) -> i64 {
    over.0.checked_div(ANNOUNCED_EVERY.saturating_mul(60_000)).unwrap_or_default()
}
