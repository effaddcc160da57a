//! The macro behind the table of messages: it makes the enum, and the ids and the parameters of its variants.

/// Makes the enum [`Message`] from the table in `message.rs` and `incoming.rs`: the kind of each parameter is a variant of [`Parameter`].
macro_rules! messages {
    ($($name:ident $({ $($field:ident: $kind:ident),* })?,)*) => {
        /// A message of the product by its meaning, with the values of its parameters.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "l10n/en.ftl shows what a message says")]
        pub enum Message<'a> {
            /// The words of a built-in phrase that names neither party.
            Phrase(Phrase),
            /// The words of a built-in phrase that names the seller or the manager.
            PhraseOf { phrase: Phrase, seller: &'a str, manager: &'a str },
            /// The words of a built-in question for the coach to ask.
            Question(BuiltInQuestion),
            /// The answer that the coach listens for after a built-in question.
            Answer(BuiltInQuestion),
            $($name $({ $($field: kind::$kind<'a>),* })?,)*
        }

        impl<'a> Message<'a> {
            /// The messages of the table below by name, with the names and kinds of their parameters.
            /// Built-in phrases and questions are not in the table.
            pub const TABLE: &'static [(&'static str, &'static [(&'static str, &'static str)])] =
                &[$((stringify!($name), &[$($((stringify!($field), stringify!($kind)),)*)?]),)*];

            /// Returns the id of the words in `l10n/*.ftl`, such as `plan-one`; a part behind a dot names an
            /// attribute.
            #[must_use]
            pub fn id(&self) -> String {
                kebab(match self {
                    Message::Phrase(phrase) | Message::PhraseOf { phrase, .. } => return phrase_id(*phrase),
                    Message::Question(question) => return question_id(*question),
                    Message::Answer(question) => return question_id(*question) + ".answer",
                    $(Message::$name { .. } => stringify!($name),)*
                })
            }

            /// Returns the parameters of the message by name.
            #[must_use]
            pub fn parameters(&self) -> Vec<(&'static str, Parameter<'a>)> {
                match *self {
                    Message::Phrase(_) | Message::Question(_) | Message::Answer(_) => Vec::new(),
                    Message::PhraseOf { seller, manager, .. } => {
                        vec![("seller", Parameter::Name(seller)), ("manager", Parameter::Name(manager))]
                    }
                    $(Message::$name $({ $($field),* })? => {
                        vec![$($((stringify!($field), Parameter::$kind($field)),)*)?]
                    })*
                }
            }
        }
    };
}

pub(super) use messages;
