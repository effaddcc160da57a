//! The question if two pairs of one name are the same two people.

use super::action::Action;
use crate::program::event::Press;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// Returns the statement that two pairs of one name are separate or joined. The action that changes this is
/// offered only if there is exactly one other pair.
pub(crate) fn same_two(env: &Env<'_>, name: &str, press: Press, others: usize) -> (Words, Vec<Action>) {
    let (told, label) = match press {
        Press::PairJoined(_) => (Message::SamePair { name }, Message::SameJoin { name }),
        _ => (Message::SameJoined { name }, Message::SamePart),
    };
    let mut ways = Vec::new();
    if others == 1 {
        ways.push(Action::new(env, &label, press));
    }
    (env.say(&told), ways)
}
