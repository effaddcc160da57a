//! The rest of a session that was interrupted, as the agenda of another one.

use super::reading::{ItemReading, Reading, Standing};
use crate::domain::agenda::{Agenda, Item};
use crate::domain::time::{Minutes, Span};

/// Returns the items that a session which is over did not come to, with their minutes, and the one that it broke off, with
/// those left. `None` if nothing is left.
#[must_use]
pub fn rest(agenda: &Agenda, reading: &Reading) -> Option<Agenda> {
    let left = reading.items.iter().filter_map(|read| {
        let minutes = left(reading, read).filter(|minutes| minutes.0 > 0)?;
        let item = agenda.item(read.item)?;
        Some(Item { minutes, least: item.least.min(minutes), most: item.most.max(minutes), ..item.clone() })
    });
    Agenda::new(left.collect()).ok()
}

/// Returns the minutes that are left of an item; `None` for one that the two went through or left out.
fn left(reading: &Reading, item: &ItemReading) -> Option<Minutes> {
    let is_broken_off = item.standing == Standing::Done && item.left == reading.ended;
    let left = match item.standing {
        Standing::Ahead => item.time(),
        _ if is_broken_off => item.remaining(),
        _ => return None,
    };
    let minutes = left.plus(Span(59_999)).0.checked_div(Span::minutes(1).0)?;
    Some(Minutes(u16::try_from(minutes).ok()?.min(90)))
}
