//! The stored form of a line of evidence.

use serde::{Deserialize, Serialize};

use super::field::{Invalid, text};
use super::words::SourceDto;
use crate::domain::evidence::Evidence;

/// The stored form of a line of evidence: a fact in the words of its party, and its source.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EvidenceDto {
    source: SourceDto,
    words: String,
}

impl From<&Evidence> for EvidenceDto {
    fn from(Evidence { words, source }: &Evidence) -> Self {
        Self { source: (*source).into(), words: words.to_string() }
    }
}

impl TryFrom<EvidenceDto> for Evidence {
    type Error = Invalid;

    fn try_from(EvidenceDto { source, words }: EvidenceDto) -> Result<Self, Invalid> {
        Ok(Self { words: text(&words, "words")?, source: source.into() })
    }
}
