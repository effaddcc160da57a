//! The parameters of messages, by kind. Each kind of parameter becomes certain variables of `l10n/*.ftl`.

use crate::domain::sent::SentKind;
use crate::domain::time::{Minutes, MonthWeek, Weekday};

/// A parameter of a message, by kind. `x` stands for the name of the parameter, `$x` for a variable of that
/// name in `l10n/*.ftl`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parameter<'a> {
    /// Name of the seller or the manager: `$x` where it begins a sentence, `$x-within` inside a sentence. The
    /// two differ only for the words that stand for an unknown manager's name.
    Name(&'a str),
    /// Text that a person wrote: variable `$x`.
    Own(&'a str),
    /// Text that a person may have written: `$x`, empty if there is none, and `$has-x`, which is `yes` or
    /// `no`.
    Optional(Option<&'a str>),
    /// Words that another message made, such as a date: variable `$x`.
    Said(&'a str),
    /// Name of a thing: `$x` as it stands alone, and `$x-within` with its first letter in lower case, for use
    /// inside a sentence.
    Within(&'a str),
    /// Number of minutes, 0 or more: `$x` in digits, `$x-plural` as a number that chooses the plural.
    Minutes(Minutes),
    /// Number of minutes, which may be negative: `$x` in digits, `$x-plural` as a number that chooses the
    /// plural.
    Number(i64),
    /// Number of things, or the place of one thing from 1: `$x` in digits, `$x-plural` as a number that
    /// chooses the plural.
    Count(usize),
    /// Large number: `$x` in digits with separators of thousands, `$x-plural` as a number that chooses the
    /// plural.
    Grouped(usize),
    /// Kind of content that a person sends: `$x` is its word, by which a language chooses the wording.
    SentKind(SentKind),
    /// Day of the week: `$x` is its word, by which a language chooses the name.
    Weekday(Weekday),
    /// Place of a weekday in its month: `$x` is its word, by which a language chooses the wording.
    MonthWeek(MonthWeek),
}

/// The types of the parameters of a message, by kind.
pub(super) mod kind {
    pub(in crate::text) type Name<'a> = &'a str;
    pub(in crate::text) type Own<'a> = &'a str;
    pub(in crate::text) type Optional<'a> = Option<&'a str>;
    pub(in crate::text) type Said<'a> = &'a str;
    pub(in crate::text) type Within<'a> = &'a str;
    pub(in crate::text) type Minutes<'a> = crate::domain::time::Minutes;
    pub(in crate::text) type Number<'a> = i64;
    pub(in crate::text) type Count<'a> = usize;
    pub(in crate::text) type Grouped<'a> = usize;
    pub(in crate::text) type SentKind<'a> = crate::domain::sent::SentKind;
    pub(in crate::text) type Weekday<'a> = crate::domain::time::Weekday;
    pub(in crate::text) type MonthWeek<'a> = crate::domain::time::MonthWeek;
}
