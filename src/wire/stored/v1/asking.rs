//! The stored form of the drafts of sellers: a request for a session, and an answer to an invitation.

use serde::{Deserialize, Serialize};

use crate::domain::draft::{AnswerDraft, RequestDraft};

/// The stored form of a [`RequestDraft`]: a seller's request for a session, as typed.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RequestDto {
    manager: String,
    own_name: String,
    topic: String,
    wish: String,
}

impl From<&RequestDraft> for RequestDto {
    fn from(draft: &RequestDraft) -> Self {
        let RequestDraft { manager, own_name, topic, wish } = draft.clone();
        Self { manager, own_name, topic, wish }
    }
}

impl From<RequestDto> for RequestDraft {
    fn from(RequestDto { manager, own_name, topic, wish }: RequestDto) -> Self {
        Self { manager, own_name, topic, wish }
    }
}

/// The stored form of an [`AnswerDraft`]: a seller's answer to an invitation, as typed.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AnswerDto {
    topic: String,
    wish: String,
    other_time: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    about: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    link: String,
}

impl From<&AnswerDraft> for AnswerDto {
    fn from(draft: &AnswerDraft) -> Self {
        let AnswerDraft { topic, wish, other_time, about, link } = draft.clone();
        Self { topic, wish, other_time, about, link }
    }
}

impl From<AnswerDto> for AnswerDraft {
    fn from(AnswerDto { topic, wish, other_time, about, link }: AnswerDto) -> Self {
        Self { topic, wish, other_time, about, link }
    }
}
