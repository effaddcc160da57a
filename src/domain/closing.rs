//! The close: the two answer aloud on one screen, or each alone, and then see both answers together.
//!
//! The questions: did the seller get what they came for, and was it coaching. The answers are no score, and are in no
//! summary.

use super::party::Party;
use super::text::{Text, united};
use super::topic::{TOPIC_LIMIT, Topic};

/// Upper bound on the chosen answers of one party: one for each topic, and two about the session.
pub const REPLY_LIMIT: usize = TOPIC_LIMIT + 2;

/// A question of the close with answers to choose from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// Asks if the seller got what they came for: help with the first topic, which has this id; 0 without a topic.
    Worked(u16),
    /// Asks if the session was coaching or just talking.
    Talk,
    /// Asks which party talked more. Everyone asks that of themselves; the question stands in older records alone.
    Spoke,
}

/// An answer that a party chose at the close of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reply {
    /// The topic met the seller's measure of success; answers [`Asked::Worked`].
    Yes,
    /// The topic met the seller's measure of success in part; answers [`Asked::Worked`].
    Partly,
    /// The topic has not met the seller's measure of success yet; answers [`Asked::Worked`].
    NotYet,
    /// The session was coaching; answers [`Asked::Talk`].
    Coaching,
    /// The session was just talking; answers [`Asked::Talk`].
    JustTalking,
    /// The seller talked more than the manager; answers [`Asked::Spoke`].
    Seller,
    /// The manager talked more than the seller; answers [`Asked::Spoke`].
    Manager,
    /// Both parties talked alike; answers [`Asked::Spoke`].
    Even,
}

impl Asked {
    /// Returns the answers to choose from for this question, in the order of the screen.
    #[must_use]
    pub fn offers(self) -> &'static [Reply] {
        match self {
            Self::Worked(_) => &[Reply::Yes, Reply::Partly, Reply::NotYet],
            Self::Talk => &[Reply::Coaching, Reply::JustTalking],
            Self::Spoke => &[Reply::Seller, Reply::Manager, Reply::Even],
        }
    }
}

/// The answers of one party at the close of a session.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Closing {
    /// Answers that the party chose from a list, at most one for each question.
    pub replies: Vec<(Asked, Reply)>,
    /// Typed answer to the question what to do differently next time, which follows on [`Reply::JustTalking`]; `None` if
    /// the party wrote none.
    pub differently: Option<Text>,
    /// True if the party handed the answers in at the close, and did not take them back to complete them. The
    /// other party sees them only after both handed theirs in.
    pub is_in: bool,
    /// True if the party said the answers aloud, on a screen that both see. Answers that the party wrote alone stay
    /// hidden from the other party until both are in.
    pub is_aloud: bool,
    /// Answers that the seller said aloud on the manager's screen, as the manager chose them there; empty in the answers of a
    /// seller. Answers that the seller gives on an own device, or alone on a sheet, count instead: see
    /// [`Session::closing`](super::session::Session::closing).
    pub heard: Vec<(Asked, Reply)>,
}

impl Closing {
    /// Returns true if the party wrote answers alone, be it on an own device or on a sheet of a shared one.
    #[must_use]
    pub fn is_blind(&self) -> bool {
        let is_empty = self.replies.is_empty() && self.differently.is_none() && !self.is_in;
        !self.is_aloud && !is_empty
    }

    /// Returns the answer that the party chose for a question; `None` if there is none.
    #[must_use]
    pub fn reply(&self, asked: Asked) -> Option<Reply> {
        reply_to(&self.replies, asked)
    }

    /// Chooses an answer in place of any other to the question, or takes the answer back if it was chosen
    /// already. Ignores an answer beyond [`REPLY_LIMIT`].
    pub fn choose(&mut self, asked: Asked, reply: Reply) {
        choose(&mut self.replies, asked, reply);
    }

    /// Chooses an answer that the seller said aloud, or takes it back: see [`Closing::choose`].
    pub fn hear(&mut self, asked: Asked, reply: Reply) {
        choose(&mut self.heard, asked, reply);
    }

    /// Returns the answers of the seller that these of the manager hold; `None` if the seller said none aloud. They count as
    /// handed in once both questions for the seller have one.
    #[must_use]
    pub fn heard(&self) -> Option<Self> {
        let is_in = self.heard.iter().any(|(asked, _)| matches!(asked, Asked::Worked(_)))
            && self.heard.iter().any(|(asked, _)| *asked == Asked::Talk);
        let heard = Self { replies: self.heard.clone(), is_in, is_aloud: true, ..Self::default() };
        (!self.heard.is_empty()).then_some(heard)
    }

    /// Returns these answers with those of `other`, another version of the same party's answers. Typed answers keep
    /// the words of both. Of two chosen answers to one question, and of two texts that are too long together, the
    /// own one stays; but an answer that the party wrote alone takes the place of one said aloud, which the device of the
    /// other party wrote. The result is handed in only if everything in it was: what the party kept for later stays
    /// hidden.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        if self == other {
            return self.clone();
        }
        let (first, second) = if self.gives_way_to(other) { (other, self) } else { (self, other) };
        let replies = replies_of_both(&first.replies, &second.replies);
        // Two windows of the manager may have heard different things; the order of the two decides nothing.
        let mut heard = [&self.heard[..], &other.heard].concat();
        heard.sort_unstable();
        heard.dedup_by_key(|(asked, _)| *asked);
        heard.truncate(REPLY_LIMIT);
        let differently = text_of_both(&self.differently, &other.differently);
        let says_all = |given: &Self| {
            let is_said = replies.iter().all(|(asked, reply)| given.reply(*asked) == Some(*reply));
            given.is_in && is_said && given.differently == differently
        };
        let is_in = (self.is_in && other.is_in) || says_all(self) || says_all(other);
        Self { replies, differently, is_in, is_aloud: self.is_aloud_with(other), heard }
    }

    /// Returns true if these answers were said aloud and the party wrote the others alone.
    fn gives_way_to(&self, other: &Self) -> bool {
        self.is_aloud && other.is_blind()
    }

    /// Returns true if answers put together of these and `other` were said aloud: neither was written alone.
    #[must_use]
    pub fn is_aloud_with(&self, other: &Self) -> bool {
        (self.is_aloud || other.is_aloud) && !self.is_blind() && !other.is_blind()
    }

    /// Returns true if the two cannot be brought together: a question is answered in two ways, and neither answer gives
    /// way to the other, or two texts are too long together.
    #[must_use]
    pub fn contradicts(&self, other: &Self) -> bool {
        let mut replies = self.replies.iter();
        let is_too_long = |mine: &Option<Text>, theirs: &Option<Text>| match (mine, theirs) {
            (Some(mine), Some(theirs)) => mine != theirs && united(mine, theirs).is_none(),
            _ => false,
        };
        let is_settled = self.gives_way_to(other) || other.gives_way_to(self);
        (!is_settled
            && replies.any(|(asked, reply)| other.reply(*asked).is_some_and(|theirs| theirs != *reply)))
            || is_too_long(&self.differently, &other.differently)
    }
}

/// Chooses an answer in place of any other to the question, or takes the answer back if it was chosen already. Ignores an
/// answer beyond [`REPLY_LIMIT`].
fn choose(replies: &mut Vec<(Asked, Reply)>, asked: Asked, reply: Reply) {
    let before = reply_to(replies, asked);
    replies.retain(|(of, _)| *of != asked);
    if before != Some(reply) && replies.len() < REPLY_LIMIT {
        replies.push((asked, reply));
    }
}

fn reply_to(replies: &[(Asked, Reply)], asked: Asked) -> Option<Reply> {
    replies.iter().find(|(of, _)| *of == asked).map(|(_, reply)| *reply)
}

/// Returns the chosen answers of `first`, and those of `second` to other questions.
fn replies_of_both(first: &[(Asked, Reply)], second: &[(Asked, Reply)]) -> Vec<(Asked, Reply)> {
    let mut replies = first.to_vec();
    replies.extend(second.iter().filter(|(asked, _)| reply_to(first, *asked).is_none()).copied());
    replies.sort_unstable();
    replies.truncate(REPLY_LIMIT);
    replies
}

/// Returns the words of both texts; the own one if both are too long together.
fn text_of_both(mine: &Option<Text>, theirs: &Option<Text>) -> Option<Text> {
    match (mine, theirs) {
        (Some(one), Some(other)) if one != other => united(one, other).or_else(|| mine.clone()),
        _ => mine.clone().or_else(|| theirs.clone()),
    }
}

/// Returns the questions of the close for a party: the seller alone is asked if they got what they came for.
#[must_use]
pub fn questions(party: Party, topics: &[Topic]) -> Vec<Asked> {
    match party {
        Party::Seller => vec![Asked::Worked(topics.first().map_or(0, |topic| topic.id)), Asked::Talk],
        Party::Manager => vec![Asked::Talk],
    }
}
