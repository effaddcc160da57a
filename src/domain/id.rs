//! Names that do not change: random ids, and where the randomness comes from.
//!
//! Never asks the machine for chance: the shell seeds [`Ids`] once at start.

use std::fmt;

/// Draws random ids from one seed. 64 bits: among a million ids of a kind the chance that two
/// are alike is about 3 in 100 million (birthday bound), and an id is never a secret.
#[derive(Clone, Debug)]
pub struct Ids(fastrand::Rng);

impl Ids {
    /// Ids that follow from `seed`, which the shell takes from the browser's cryptographic source.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self(fastrand::Rng::with_seed(seed))
    }

    /// A new device: one that never wrote before.
    pub fn device(&mut self) -> DeviceId {
        DeviceId(self.0.u64(..))
    }

    /// A new pair.
    pub fn pair(&mut self) -> PairId {
        PairId(self.0.u64(..))
    }

    /// A new session.
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
            /// Sixteen lower-case hexadecimal digits.
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(out, "{:016x}", self.0)
            }
        }

        impl $name {
            /// Reads what `Display` wrote; `None` for anything else, also for capitals.
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
    /// One place that writes: a browser profile on a machine.
    DeviceId
}
random_id! {
    /// One manager and one seller over time; made by the manager, it outlives changes of name.
    PairId
}
random_id! {
    /// One session.
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
