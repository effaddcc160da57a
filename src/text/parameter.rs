//! The parameters of messages, by kind.

use crate::domain::time::Minutes;

/// A parameter of a message. Each kind says which variables it becomes; `x` stands for the name of the
/// parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parameter<'a> {
    /// The name of one of the two: `$x` where it begins a sentence, `$x-within` inside a sentence. The two
    /// differ for the manager whose name is unknown.
    Name(&'a str),
    /// Text that a person wrote: `$x`.
    Own(&'a str),
    /// Text that a person may have written: `$x`, and `$has-x`, which is `yes` or `no`.
    Optional(Option<&'a str>),
    /// Words that were said before, such as a date: `$x`.
    Said(&'a str),
    /// The name of a thing: `$x` as it stands alone, `$x-within` with its first letter small.
    Within(&'a str),
    /// Minutes: `$x` in digits, `$x-plural` as a number.
    Minutes(Minutes),
    /// A number of minutes, which may be negative: `$x` in digits, `$x-plural` as a number.
    Number(i64),
    /// A number of things, or the place of one: `$x` in digits, `$x-plural` as a number.
    Count(usize),
    /// A large number: `$x` in digits with separators of thousands, `$x-plural` as a number.
    Grouped(usize),
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
}
