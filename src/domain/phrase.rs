//! Built-in wordings by name. What they say stands in `text`, one wording for each language.
//!
//! Stored data and links name a phrase by its key, so a key is never changed or used again.

use super::text::Text;

macro_rules! phrases {
    ($($(#[$doc:meta])* $name:ident = $key:literal,)*) => {
        /// A wording that ships with the product.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Phrase {
            $($(#[$doc])* $name,)*
        }

        impl Phrase {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The name in stored data.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$name => $key,)*
                }
            }
        }
    };
}

phrases! {
    /// The coaching type of an opportunity that is still being understood.
    OpportunityEarly = "type.opportunity-early",
    /// The item that opens each session.
    Open = "item.open",
    /// What the opening is for.
    OpenPurpose = "item.open.purpose",
    /// The item that goes through the promises of last time.
    LookBack = "item.look-back",
    /// What looking back is for.
    LookBackPurpose = "item.look-back.purpose",
    /// The item that asks whether an early opportunity deserves the work.
    EarlyWorth = "early.worth",
    /// What that item is for.
    EarlyWorthPurpose = "early.worth.purpose",
    /// The item that decides what to find out next.
    EarlyLearn = "early.learn",
    /// What that item is for.
    EarlyLearnPurpose = "early.learn.purpose",
    /// The first of two opportunities.
    EarlyFirst = "early.first",
    /// What the first of two opportunities is gone through for.
    EarlyFirstPurpose = "early.first.purpose",
    /// The second of two opportunities.
    EarlySecond = "early.second",
    /// What the second of two opportunities is gone through for.
    EarlySecondPurpose = "early.second.purpose",
    /// The item in which both promise.
    Promise = "item.promise",
    /// What promising is for.
    PromisePurpose = "item.promise.purpose",
    /// The item that ends each session.
    Close = "item.close",
    /// What closing is for.
    ClosePurpose = "item.close.purpose",
    /// An item that the manager adds and has not named yet.
    NewItem = "item.new",
}

impl Phrase {
    /// The phrase of that name; `None` for a name that this release does not know.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|phrase| phrase.key() == key)
    }
}

/// Words on the screen: built in, and then in the reader's language, or somebody's own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wording {
    /// A phrase of the product.
    BuiltIn(Phrase),
    /// A person's or a company's words.
    Own(Text),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_names_one_phrase() {
        for phrase in Phrase::ALL {
            assert_eq!(Phrase::from_key(phrase.key()), Some(*phrase));
        }
        assert_eq!(Phrase::from_key("no such phrase"), None);
    }
}
