//! Random ids of writers, pairs and sessions.
//!
//! Uses no source of randomness of its own: the shell seeds [`Ids`] once at the start.

use std::fmt;

/// A generator of random ids from one seed. An id has 64 bits: among a million ids of a kind, two are alike
/// with a chance of about 3 in 100 million (birthday bound). An id is never a secret.
#[derive(Clone, Debug)]
pub struct Ids(fastrand::Rng);

impl Ids {
    /// Returns a generator for `seed`, which the shell takes from the browser's cryptographic source.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self(fastrand::Rng::with_seed(seed))
    }

    /// Returns the id of a new writer, under which nobody has written yet.
    pub fn writer(&mut self) -> WriterId {
        WriterId(self.0.u64(..))
    }

    /// Returns the id of a new pair.
    pub fn pair(&mut self) -> PairId {
        PairId(self.0.u64(..))
    }

    /// Returns the id of a new session.
    pub fn session(&mut self) -> SessionId {
        SessionId(self.0.u64(..))
    }
}

macro_rules! random_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(pub u64);

        impl fmt::Display for $name {
            /// Writes sixteen lower-case hexadecimal digits.
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(out, "{:016x}", self.0)
            }
        }

        impl $name {
            /// Reads the digits that `Display` writes; `None` for anything else, capitals included.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                let plain = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
                if text.len() != 16 || !plain {
                    return None;
                }
                u64::from_str_radix(text, 16).ok().map(Self)
            }
        }
    };
}

random_id! {
    /// The id of a writer: a window of a browser, and each later window that takes its slot. Version vectors
    /// and the names of stored records tell writers apart by this id.
    WriterId
}
random_id! {
    /// The id of a pair: one manager and one seller over time. A device of either makes the id, which
    /// outlives changes of name.
    PairId
}
random_id! {
    /// The random id of one session; the device that plans or requests the session makes it.
    SessionId
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_what_it_showed() {
        for value in [0, 1, 0xabc, u64::MAX] {
            let id = SessionId(value);
            assert_eq!(SessionId::parse(&id.to_string()), Some(id));
        }
    }

    #[test]
    fn anything_but_sixteen_small_digits_is_no_id() {
        for text in [
            "",
            "0",
            "00000000000000000",
            "000000000000000G",
            "ABCDEF0123456789",
            "+000000000000001",
            "é00000000000000",
        ] {
            assert_eq!(PairId::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_seed_draws_different_ids() {
        let mut ids = Ids::seeded(7);
        assert_ne!(ids.session(), ids.session());
    }
}
