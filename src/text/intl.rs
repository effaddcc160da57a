//! What only the platform knows: time zones, and how a language writes dates. The browser answers
//! in the product; the tests answer from a table of zones.

use crate::domain::time::{Instant, LocalDateTime, Span, Zone};

/// How a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateStyle {
    /// How long the names of day and month are.
    pub names: Names,
    /// Whether the year is said.
    pub year: Year,
}

/// How long the names of day and month are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// In full.
    Full,
    /// In short.
    Short,
}

/// Whether the year is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Year {
    /// It is.
    Said,
    /// It is this year.
    Understood,
}

/// The platform's knowledge.
pub trait Intl {
    /// How far ahead of UTC clocks in `zone` are at `instant`; zero for a zone it does not know.
    fn offset(&self, zone: &Zone, instant: Instant) -> Span;

    /// A date as people write it in the language of that BCP 47 tag.
    fn date(&self, tag: &str, local: LocalDateTime, style: DateStyle) -> String;

    /// A time of day, likewise.
    fn time(&self, tag: &str, local: LocalDateTime) -> String;
}
