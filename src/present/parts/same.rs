//! The question if two pairs of one name are the same two people.

use super::action::Action;
use super::notice::Notice;
use crate::program::event::Press;
use crate::text::Env;
use crate::text::message::Message;

/// Returns the statement that two pairs of one name are separate or joined. The action that changes this is
/// offered only if there is exactly one other pair.
pub(crate) fn same_two(env: &Env<'_>, name: &str, press: Press, others: usize) -> Notice {
    let (statement, label) = match press {
        Press::PairJoined(_) => (Message::SamePair { name }, Message::SameJoin { name }),
        _ => (Message::SameJoined { name }, Message::SamePart),
    };
    let actions = if others == 1 { vec![Action::new(env, &label, press)] } else { Vec::new() };
    Notice { text: env.say(&statement), actions }
}
