//! Two pairs of one name: that they are the same two, or not.

use super::action::Action;
use crate::program::event::Press;
use crate::text::message::{Message, OfLink};
use crate::text::{Env, Words};

/// How it stands with two pairs of that name, of which this can be said where there is one other of them.
pub(crate) fn same_two(env: &Env<'_>, name: &str, press: Press, others: usize) -> (Words, Vec<Action>) {
    let (told, label) = match press {
        Press::PairJoined(_) => (OfLink::SamePair { name }, OfLink::SameJoin { name }),
        _ => (OfLink::SameJoined { name }, OfLink::SamePart),
    };
    let mut ways = Vec::new();
    if others == 1 {
        ways.push(Action::new(env, &Message::Link(label), press));
    }
    (env.say(&Message::Link(told)), ways)
}
