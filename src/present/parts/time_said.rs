//! Statements about the seller's answer to a planned start, and about the time that the seller wished for.

use crate::domain::half::{SellerHalf, TimeSaid};
use crate::domain::plan::Plan;
use crate::domain::text::Text;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// The reader of a statement about the seller's answer.
#[derive(Clone, Copy)]
pub(crate) enum Told<'a> {
    /// The seller reads the own answer.
    Own,
    /// The manager reads the answer of the seller with this name.
    Of(&'a str),
}

/// Returns the statement about the seller's answer `says` to the start `when`, in words.
pub(crate) fn time_said(env: &Env<'_>, says: TimeSaid, when: &str, told: Told<'_>) -> Words {
    env.say(&match (says, told) {
        (TimeSaid::Works, Told::Own) => Message::OwnWorks { when },
        (TimeSaid::Works, Told::Of(name)) => Message::TimeWorks { name, when },
        (TimeSaid::OtherTime, Told::Own) => Message::OwnOtherTime { when },
        (TimeSaid::OtherTime, Told::Of(name)) => Message::TimeOther { name, when },
        (TimeSaid::CantCome, Told::Own) => Message::OwnCantCome { when },
        (TimeSaid::CantCome, Told::Of(name)) => Message::TimeCantCome { name, when },
    })
}

/// Returns the seller's words about another time; `None` without such words. Beside an absence they may be the reason for
/// it.
pub(crate) fn wish_said(env: &Env<'_>, half: &SellerHalf, told: Told<'_>) -> Option<Words> {
    let wish = half.wish.as_ref().map(Text::as_str)?;
    let is_absent = half.time.is_some_and(|time| time.says == TimeSaid::CantCome);
    if is_absent {
        return Some(env.say(&match told {
            Told::Own => Message::OwnWrote { words: wish },
            Told::Of(name) => Message::Wrote { name, words: wish },
        }));
    }
    Some(env.say(&match told {
        Told::Of(seller) => Message::WishSaid { seller, wish },
        Told::Own => Message::OwnWish { wish },
    }))
}

/// Returns the same words as [`wish_said`]. Once the manager has moved the session since, the seller asked for that time
/// before.
pub(crate) fn wish_about(env: &Env<'_>, half: &SellerHalf, plan: &Plan, told: Told<'_>) -> Option<Words> {
    let is_moved = half.time.is_some() && half.says_of(plan).is_none();
    match (told, half.wish.as_ref()) {
        (Told::Of(seller), Some(wish)) if is_moved => {
            Some(env.say(&Message::WishHad { seller, wish: wish.as_str() }))
        }
        _ => wish_said(env, half, told),
    }
}
