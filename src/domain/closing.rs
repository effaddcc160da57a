//! What each party answers at the close, before either sees what the other one says: did it work, was
//! it coaching, who talked more, what to keep and what to change.
//!
//! Nothing is made of it but that the two see it together: it is no score. Of all this the summary
//! holds alone whether each topic worked, once both have said so.

use super::text::Text;
use super::topic::{TOPIC_LIMIT, Topic};

/// The most replies that are kept: one for each topic, and the two that are always asked for.
pub const REPLY_LIMIT: usize = TOPIC_LIMIT + 2;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// Whether the topic of that name worked as the seller had said that it would.
    Worked(u16),
    /// Whether it was coaching.
    Talk,
    /// Who talked more.
    Spoke,
}

/// What can be replied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reply {
    /// It worked.
    Yes,
    /// Some of it did.
    Partly,
    /// It did not.
    NotYet,
    /// It was coaching.
    Coaching,
    /// It was only a conversation.
    JustTalking,
    /// The seller talked more.
    Seller,
    /// The manager did.
    Manager,
    /// Neither did.
    Even,
}

impl Asked {
    /// What there is to choose from.
    #[must_use]
    pub fn offers(self) -> &'static [Reply] {
        match self {
            Self::Worked(_) => &[Reply::Yes, Reply::Partly, Reply::NotYet],
            Self::Talk => &[Reply::Coaching, Reply::JustTalking],
            Self::Spoke => &[Reply::Seller, Reply::Manager, Reply::Even],
        }
    }
}

/// What one party answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Closing {
    /// What was chosen, each question at most once.
    pub replies: Vec<(Asked, Reply)>,
    /// What to keep for the next time.
    pub keep: Option<Text>,
    /// What to change.
    pub change: Option<Text>,
    /// Whether the party said: that is my answer. Until both did, nobody sees the other one's.
    pub is_in: bool,
}

impl Closing {
    /// What was replied.
    #[must_use]
    pub fn reply(&self, asked: Asked) -> Option<Reply> {
        self.replies.iter().find(|(of, _)| *of == asked).map(|(_, reply)| *reply)
    }

    /// Takes in a reply; the same once more takes it back.
    pub fn choose(&mut self, asked: Asked, reply: Reply) {
        let before = self.reply(asked);
        self.replies.retain(|(of, _)| *of != asked);
        if before != Some(reply) && self.replies.len() < REPLY_LIMIT {
            self.replies.push((asked, reply));
        }
    }
}

/// What both are asked: whether each of these topics worked as the seller said that it would, and what is asked
/// after every session.
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
