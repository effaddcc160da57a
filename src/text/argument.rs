//! The arguments of a message, as Project Fluent is given them: each parameter of a message becomes one
//! variable of `l10n/*.ftl`, or several for a language to choose from.
//!
//! Numbers and dates arrive as text, so that no implementation of Fluent formats them in its own way. Never
//! holds a sentence.

use std::borrow::Cow;

use super::message::Message;
use super::parameter::Parameter;
use super::words::{Words, isolated};
use crate::domain::text::without_turns;
use crate::domain::time::{Minutes, weekday_key};

/// A variable of a message, as Project Fluent is given it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument<'a> {
    /// Name of the variable in `l10n/*.ftl`, without its `$`.
    pub name: Cow<'static, str>,
    /// Value of the variable in this message.
    pub value: Value<'a>,
}

/// The value of a variable of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// Text that the message shows, or a word by which a language chooses between wordings.
    Text(Cow<'a, str>),
    /// Name of a thing inside a sentence: the translator puts its first letter in lower case, by the rules of the
    /// language.
    Within(&'a str),
    /// A number by which a language chooses the plural form; never shown.
    Number(i32),
}

/// Returns the words of a message in the language of the reader.
type Say<'a> = &'a dyn Fn(&Message<'_>) -> Words;

impl<'a> Parameter<'a> {
    /// Appends the variables of the parameter with this name to `arguments`. `say` returns the words of other
    /// messages that the variables need.
    pub fn append_to(self, arguments: &mut Vec<Argument<'a>>, name: &'static str, say: Say<'_>) {
        let mut add = |name: String, value| arguments.push(Argument { name: name.into(), value });
        let name = name.replace('_', "-");
        match self {
            Parameter::Name(text) => {
                let unknown = say(&Message::ManagerUnknown);
                if text == &*unknown {
                    let within = say(&Message::ManagerUnknownWithin).to_string();
                    add(format!("{name}-within"), Value::Text(within.into()));
                    add(name, Value::Text(text.into()));
                } else {
                    let marked = Words::mark(&without_turns(text));
                    add(format!("{name}-within"), Value::Text(marked.clone().into()));
                    add(name, Value::Text(marked.into()));
                }
            }
            Parameter::Own(text) => add(name, Value::Text(isolated(text))),
            Parameter::Optional(text) => {
                let has = if text.is_some() { "yes" } else { "no" };
                add(format!("has-{name}"), Value::Text(has.into()));
                add(name, Value::Text(isolated(text.unwrap_or_default())));
            }
            Parameter::Said(text) => add(name, Value::Text(text.into())),
            Parameter::Within(text) => {
                add(format!("{name}-within"), Value::Within(text));
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
            Parameter::SentKind(kind) => add(name, Value::Text(kind.key().into())),
            Parameter::Weekday(day) => add(name, Value::Text(weekday_key(day).into())),
            Parameter::MonthWeek(week) => add(name, Value::Text(week.key().into())),
            Parameter::Grouped(number) => {
                add(format!("{name}-plural"), plural(number));
                add(name, Value::Text(grouped(number, say).into()));
            }
        }
    }
}

fn plural<'a>(number: impl TryInto<i32>) -> Value<'a> {
    Value::Number(number.try_into().unwrap_or(i32::MAX))
}

/// Returns a number in digits, with the separator that the language writes between thousands.
fn grouped(number: usize, say: Say<'_>) -> String {
    match number / 1000 {
        0 => number.to_string(),
        thousands => {
            let (thousands, rest) = (grouped(thousands, say), format!("{:03}", number % 1000));
            say(&Message::Thousands { thousands: &thousands, rest: &rest }).to_string()
        }
    }
}
