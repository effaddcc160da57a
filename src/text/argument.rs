//! The arguments of a message, as Project Fluent is given them: each parameter of a message becomes one
//! variable of `l10n/*.ftl`, or several for a language to choose from.
//!
//! Numbers and dates arrive as text, so that no implementation of Fluent formats them in its own way. Never
//! holds a sentence.

use std::borrow::Cow;

use super::Env;
use super::message::Message;
use crate::domain::time::Minutes;

/// A variable of a message, and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument<'a> {
    /// Name of the variable, without its `$`.
    pub name: Cow<'static, str>,
    /// Value of the variable.
    pub value: Value<'a>,
}

/// The value of a variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// Text to be said, or a word to choose by.
    Text(Cow<'a, str>),
    /// A number to choose a plural by; never said.
    Number(i32),
}

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

impl<'a> Parameter<'a> {
    /// Appends the variables of the parameter with that name. `env` says what the variables need of words.
    pub fn append_to(self, arguments: &mut Vec<Argument<'a>>, name: &'static str, env: &Env<'_>) {
        let mut add = |name: String, value| arguments.push(Argument { name: name.into(), value });
        let name = name.replace('_', "-");
        match self {
            Parameter::Name(text) => {
                let within = match text {
                    text if text == &*env.say(&Message::ManagerUnknown) => {
                        Cow::Owned(env.say(&Message::ManagerUnknownWithin).to_string())
                    }
                    text => isolated(text),
                };
                add(format!("{name}-within"), Value::Text(within));
                add(name, Value::Text(isolated(text)));
            }
            Parameter::Own(text) => add(name, Value::Text(isolated(text))),
            Parameter::Optional(text) => {
                let has = if text.is_some() { "yes" } else { "no" };
                add(format!("has-{name}"), Value::Text(has.into()));
                add(name, Value::Text(isolated(text.unwrap_or_default())));
            }
            Parameter::Said(text) => add(name, Value::Text(text.into())),
            Parameter::Within(text) => {
                add(format!("{name}-within"), Value::Text(lowered(text).into()));
                add(name, Value::Text(text.into()));
            }
            Parameter::Minutes(Minutes(minutes)) => {
                add(format!("{name}-plural"), Value::Number(minutes.into()));
                add(name, Value::Text(minutes.to_string().into()));
            }
            Parameter::Number(number) => {
                add(format!("{name}-plural"), plural(number));
                add(name, Value::Text(number.to_string().into()));
            }
            Parameter::Count(number) => {
                add(format!("{name}-plural"), plural(number));
                add(name, Value::Text(number.to_string().into()));
            }
            Parameter::Grouped(number) => {
                add(format!("{name}-plural"), plural(number));
                add(name, Value::Text(grouped(number, env).into()));
            }
        }
    }
}

fn plural<'a>(number: impl TryInto<i32>) -> Value<'a> {
    Value::Number(number.try_into().unwrap_or(i32::MAX))
}

/// Returns the text, which is kept from turning the words around it if it may run from right to left
/// (Unicode UAX 9, first strong isolate).
fn isolated(text: &str) -> Cow<'_, str> {
    match text.chars().any(|letter| letter >= '\u{590}') {
        true => format!("\u{2068}{text}\u{2069}").into(),
        false => text.into(),
    }
}

/// Returns the text with its first letter small.
fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}

/// Returns a number in digits, with what the language writes between its thousands.
fn grouped(number: usize, env: &Env<'_>) -> String {
    match number / 1000 {
        0 => number.to_string(),
        thousands => {
            let (thousands, rest) = (grouped(thousands, env), format!("{:03}", number % 1000));
            env.say(&Message::Thousands { thousands: &thousands, rest: &rest }).to_string()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_isolated_only_if_written_right_to_left() {
        assert_eq!(isolated("Lee"), "Lee");
        assert_eq!(isolated("Zoë"), "Zoë");
        assert_eq!(isolated("לאה"), "\u{2068}לאה\u{2069}");
    }

    #[test]
    fn lowered_text_keeps_all_but_its_first_letter() {
        assert_eq!(lowered("Early Opportunity"), "early Opportunity");
        assert_eq!(lowered("École"), "école");
        assert_eq!(lowered(""), "");
    }
}
