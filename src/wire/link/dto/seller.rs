//! The seller's half in a link, and the answers at the close, which both halves have.

use serde::{Deserialize, Serialize};

use super::numbers::{Reply, Source, Stance};
use super::{Entries, Id, List, NoLink, convert_at_most, optional_text, text};
use crate::domain::closing::{self, REPLY_LIMIT};
use crate::domain::evidence::{self, EVIDENCE_LIMIT};
use crate::domain::text::Text;
use crate::domain::time::Instant;
use crate::domain::topic::{self, TOPIC_LIMIT};
use crate::domain::{half, readiness};

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SellerHalf<'a> {
    #[serde(borrow)]
    topics: List<Topic<'a>>,
    #[serde(borrow)]
    evidence: List<Evidence<'a>>,
    leave_alone: Option<&'a str>,
    stance: Option<Stance>,
    wish: Option<&'a str>,
    ready: Option<Readiness>,
    #[serde(borrow)]
    closing: Closing<'a>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Topic<'a> {
    id: u16,
    words: &'a str,
    worked_if: Option<&'a str>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Evidence<'a> {
    source: Source,
    words: &'a str,
}

/// When somebody was ready, in milliseconds since 1970, and the fingerprint of the plan it was for.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Readiness {
    at: i64,
    plan: Id,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Closing<'a> {
    replies: List<(Asked, Reply)>,
    keep: Option<&'a str>,
    change: Option<&'a str>,
    is_in: bool,
}

#[derive(Debug, Serialize, Deserialize)]
enum Asked {
    /// By the id of the topic.
    Worked(u16),
    Talk,
    Spoke,
}

impl Entries for Topic<'_> {}

impl Entries for Evidence<'_> {}

impl Entries for (Asked, Reply) {}

impl Entries for Closing<'_> {
    fn entries(&self) -> usize {
        self.replies.entries()
    }
}

impl Entries for SellerHalf<'_> {
    fn entries(&self) -> usize {
        self.topics.entries() + self.evidence.entries() + self.closing.entries()
    }
}

impl<'a> From<&'a half::SellerHalf> for SellerHalf<'a> {
    fn from(half: &'a half::SellerHalf) -> Self {
        let half::SellerHalf { topics, evidence, leave_alone, stance, wish, ready, closing } = half;
        Self {
            topics: topics.iter().map(Topic::from).collect(),
            evidence: evidence.iter().map(Evidence::from).collect(),
            leave_alone: leave_alone.as_ref().map(Text::as_str),
            stance: stance.map(Stance::from),
            wish: wish.as_ref().map(Text::as_str),
            ready: ready.map(Readiness::from),
            closing: closing.into(),
        }
    }
}

impl TryFrom<SellerHalf<'_>> for half::SellerHalf {
    type Error = NoLink;

    fn try_from(half: SellerHalf<'_>) -> Result<Self, NoLink> {
        let SellerHalf { topics, evidence, leave_alone, stance, wish, ready, closing } = half;
        Ok(Self {
            topics: convert_at_most(TOPIC_LIMIT, topics, TryInto::try_into)?,
            evidence: convert_at_most(EVIDENCE_LIMIT, evidence, TryInto::try_into)?,
            leave_alone: optional_text(leave_alone)?,
            stance: stance.map(Into::into),
            wish: optional_text(wish)?,
            ready: ready.map(Into::into),
            closing: closing.try_into()?,
        })
    }
}

impl<'a> From<&'a topic::Topic> for Topic<'a> {
    fn from(topic: &'a topic::Topic) -> Self {
        let topic::Topic { id, words, worked_if } = topic;
        Self { id: *id, words: words.as_str(), worked_if: worked_if.as_ref().map(Text::as_str) }
    }
}

impl TryFrom<Topic<'_>> for topic::Topic {
    type Error = NoLink;

    fn try_from(topic: Topic<'_>) -> Result<Self, NoLink> {
        let Topic { id, words, worked_if } = topic;
        Ok(Self { id, words: text(words)?, worked_if: optional_text(worked_if)? })
    }
}

impl<'a> From<&'a evidence::Evidence> for Evidence<'a> {
    fn from(evidence: &'a evidence::Evidence) -> Self {
        Self { source: evidence.source.into(), words: evidence.words.as_str() }
    }
}

impl TryFrom<Evidence<'_>> for evidence::Evidence {
    type Error = NoLink;

    fn try_from(evidence: Evidence<'_>) -> Result<Self, NoLink> {
        Ok(Self { source: evidence.source.into(), words: text(evidence.words)? })
    }
}

impl From<readiness::Readiness> for Readiness {
    fn from(ready: readiness::Readiness) -> Self {
        Self { at: ready.at.0, plan: Id(ready.plan) }
    }
}

impl From<Readiness> for readiness::Readiness {
    fn from(ready: Readiness) -> Self {
        Self { at: Instant(ready.at), plan: ready.plan.0 }
    }
}

impl<'a> From<&'a closing::Closing> for Closing<'a> {
    fn from(closing: &'a closing::Closing) -> Self {
        let closing::Closing { replies, keep, change, is_in } = closing;
        let asked = |asked| match asked {
            closing::Asked::Worked(topic) => Asked::Worked(topic),
            closing::Asked::Talk => Asked::Talk,
            closing::Asked::Spoke => Asked::Spoke,
        };
        Self {
            replies: replies.iter().map(|(of, reply)| (asked(*of), (*reply).into())).collect(),
            keep: keep.as_ref().map(Text::as_str),
            change: change.as_ref().map(Text::as_str),
            is_in: *is_in,
        }
    }
}

impl TryFrom<Closing<'_>> for closing::Closing {
    type Error = NoLink;

    fn try_from(closing: Closing<'_>) -> Result<Self, NoLink> {
        let Closing { replies, keep, change, is_in } = closing;
        let replies = convert_at_most(REPLY_LIMIT, replies, |(asked, reply)| {
            let asked = match asked {
                Asked::Worked(topic) => closing::Asked::Worked(topic),
                Asked::Talk => closing::Asked::Talk,
                Asked::Spoke => closing::Asked::Spoke,
            };
            let reply = closing::Reply::from(reply);
            if asked.offers().contains(&reply) { Ok((asked, reply)) } else { Err(NoLink::Damaged) }
        })?;
        let is_twice = |asked| replies.iter().filter(|(other, _)| *other == asked).count() > 1;
        if replies.iter().any(|(asked, _)| is_twice(*asked)) {
            return Err(NoLink::Damaged);
        }
        Ok(Self { replies, keep: optional_text(keep)?, change: optional_text(change)?, is_in })
    }
}
