//! The statement that sessions with two people of one name stand together or apart, and the button that
//! changes this.

use super::action::Action;
use super::notice::Notice;
use crate::program::event::Press;
use crate::text::Env;
use crate::text::message::Message;

/// Returns the statement that pairs of one name are kept apart or joined. A pair is one manager and one
/// seller. The button sends `press`, which joins or parts them; it is offered only if there is one other pair
/// of the name.
pub(crate) fn same_two(env: &Env<'_>, name: &str, press: Press, others: usize) -> Notice {
    let (statement, label) = match press {
        Press::PairJoined(_) => (Message::SamePair { name }, Message::SameJoin { name }),
        _ => (Message::SameJoined { name }, Message::SamePart),
    };
    let actions = if others == 1 { vec![Action::new(env, &label, press)] } else { Vec::new() };
    Notice::new(env.say(&statement), actions)
}
