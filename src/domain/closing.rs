//! The close: each party answers alone, and the two see both answers together.
//!
//! The questions: did it work, was it coaching, who talked more, what to keep, what to change. The answers are
//! no score. Only the answers about topics go into the summary, once both parties have given theirs.

use super::text::Text;
use super::topic::{TOPIC_LIMIT, Topic};

/// Upper bound on replies: one for each topic, and two that every session asks for.
pub const REPLY_LIMIT: usize = TOPIC_LIMIT + 2;

/// A question of the close with answers to choose from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// The question if the topic with this id worked as the seller had said.
    Worked(u16),
    /// The question if it was coaching.
    Talk,
    /// The question who talked more.
    Spoke,
}

/// A chosen answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reply {
    /// The topic worked.
    Yes,
    /// The topic worked in part.
    Partly,
    /// The topic has not worked yet.
    NotYet,
    /// It was coaching.
    Coaching,
    /// It was just talking.
    JustTalking,
    /// The seller talked more.
    Seller,
    /// The manager talked more.
    Manager,
    /// Both talked alike.
    Even,
}

impl Asked {
    /// Returns the answers to choose from.
    #[must_use]
    pub fn offers(self) -> &'static [Reply] {
        match self {
            Self::Worked(_) => &[Reply::Yes, Reply::Partly, Reply::NotYet],
            Self::Talk => &[Reply::Coaching, Reply::JustTalking],
            Self::Spoke => &[Reply::Seller, Reply::Manager, Reply::Even],
        }
    }
}

/// The answers of one party.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Closing {
    /// The chosen answers, at most one for each question.
    pub replies: Vec<(Asked, Reply)>,
    /// Something to keep for next time.
    pub keep: Option<Text>,
    /// Something to change.
    pub change: Option<Text>,
    /// True once the party handed the answers in. Nobody sees the other party's before both did.
    pub is_in: bool,
}

impl Closing {
    /// Returns the chosen answer to a question.
    #[must_use]
    pub fn reply(&self, asked: Asked) -> Option<Reply> {
        self.replies.iter().find(|(of, _)| *of == asked).map(|(_, reply)| *reply)
    }

    /// Chooses an answer, or takes it back where it was chosen already.
    pub fn choose(&mut self, asked: Asked, reply: Reply) {
        let before = self.reply(asked);
        self.replies.retain(|(of, _)| *of != asked);
        if before != Some(reply) && self.replies.len() < REPLY_LIMIT {
            self.replies.push((asked, reply));
        }
    }
}

/// Returns the questions that both parties answer: one for each topic with a sign of success, and two after
/// every session.
#[must_use]
pub fn questions(topics: &[Topic]) -> Vec<Asked> {
    let mut asked = Vec::new();
    for topic in topics {
        if topic.worked_if.is_some() {
            asked.push(Asked::Worked(topic.id));
        }
    }
    asked.extend([Asked::Talk, Asked::Spoke]);
    asked
}
