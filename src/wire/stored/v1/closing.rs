//! The stored form of a party's answers at the close.

use serde::{Deserialize, Serialize};

use super::field::{Invalid, is_unset, maybe_text, text_form};
use super::words::{ReplyDto, words};
use crate::domain::closing::{Asked, Closing, REPLY_LIMIT, Reply};
use crate::wire::stored::list::List;

/// The stored form of the answers of one party at the close: chosen `replies`, and what to do differently next time in
/// the party's words.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClosingDto {
    replies: List<RepliedDto, REPLY_LIMIT>,
    #[serde(skip_serializing_if = "Option::is_none")]
    differently: Option<String>,
    /// True once the party handed the answers in; left out if false.
    #[serde(default, rename = "in", skip_serializing_if = "is_unset")]
    is_in: bool,
    /// True if the party said the answers aloud; left out if false.
    #[serde(default, rename = "aloud", skip_serializing_if = "is_unset")]
    is_aloud: bool,
    /// Answers that the seller said aloud, in the answers of the manager; left out if there are none.
    #[serde(default, skip_serializing_if = "List::is_empty")]
    heard: List<RepliedDto, REPLY_LIMIT>,
}

/// A question of the close and the chosen answer. Only the question `worked` names a topic.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct RepliedDto {
    asked: AskedDto,
    #[serde(skip_serializing_if = "Option::is_none")]
    topic: Option<u16>,
    reply: ReplyDto,
}

words! {
    /// The stored form of a question of the close with answers to choose from.
    AskedDto {
        Worked = "worked",
        Talk = "talk",
        Spoke = "spoke",
    }
}

impl ClosingDto {
    /// Returns the stored form of a party's answers; `None`, which is left out, if nothing was answered or
    /// handed in.
    pub(super) fn of(closing: &Closing) -> Option<Self> {
        let Closing { replies, differently, is_in, is_aloud, heard } = closing;
        (*closing != Closing::default()).then(|| Self {
            replies: List::of(replies),
            differently: text_form(differently.as_ref()),
            is_in: *is_in,
            is_aloud: *is_aloud,
            heard: List::of(heard),
        })
    }
}

impl TryFrom<ClosingDto> for Closing {
    type Error = Invalid;

    fn try_from(form: ClosingDto) -> Result<Self, Invalid> {
        let replies: Vec<(Asked, Reply)> = form.replies.values()?;
        let heard: Vec<(Asked, Reply)> = form.heard.values()?;
        for (name, replies) in [("replies", &replies), ("heard", &heard)] {
            for (asked, reply) in replies {
                let times = replies.iter().filter(|(other, _)| other == asked).count();
                if times > 1 || !asked.offers().contains(reply) {
                    return Err(Invalid(name));
                }
            }
        }
        let differently = maybe_text(form.differently, "differently")?;
        Ok(Self { replies, differently, is_in: form.is_in, is_aloud: form.is_aloud, heard })
    }
}

impl From<&(Asked, Reply)> for RepliedDto {
    fn from((asked, reply): &(Asked, Reply)) -> Self {
        let (asked, topic) = match asked {
            Asked::Worked(topic) => (AskedDto::Worked, Some(*topic)),
            Asked::Talk => (AskedDto::Talk, None),
            Asked::Spoke => (AskedDto::Spoke, None),
        };
        Self { asked, topic, reply: (*reply).into() }
    }
}

impl TryFrom<RepliedDto> for (Asked, Reply) {
    type Error = Invalid;

    fn try_from(RepliedDto { asked, topic, reply }: RepliedDto) -> Result<Self, Invalid> {
        let asked = match (asked, topic) {
            (AskedDto::Worked, Some(topic)) => Asked::Worked(topic),
            (AskedDto::Talk, None) => Asked::Talk,
            (AskedDto::Spoke, None) => Asked::Spoke,
            (AskedDto::Worked, None) | (AskedDto::Talk | AskedDto::Spoke, Some(_)) => {
                return Err(Invalid("topic"));
            }
        };
        Ok((asked, reply.into()))
    }
}
