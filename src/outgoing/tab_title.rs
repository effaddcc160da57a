//! The title of the browser's tab while a session runs. Whoever sees the tabs can read it, so it holds the name of the item
//! and the time alone.

use crate::domain::time::Span;
use crate::text::message::Message;
use crate::text::{Env, Words};
use crate::timer::clock_state::nearing;
use crate::timer::reading::{ItemReading, Phase};

/// Returns the title for the current item, named `title`: the minutes left, rounded up, or over; without numbers for true.
#[must_use]
pub fn tab_title(env: &Env<'_>, title: &str, item: &ItemReading, phase: Phase, numberless: bool) -> Words {
    let (left, over) = (item.remaining(), item.overrun().0 / 60_000);
    let message = match phase {
        Phase::Paused => Message::TabPaused { title },
        _ if left == Span::ZERO && (numberless || over == 0) => Message::TabUp { title },
        _ if left == Span::ZERO => Message::TabOver { minutes: over, title },
        _ if numberless && left > nearing(item) => Message::TabPlain { title },
        _ if numberless => Message::TabNears { title },
        _ => Message::TabLeft { minutes: left.0.saturating_add(59_999) / 60_000, title },
    };
    env.say(&message)
}
