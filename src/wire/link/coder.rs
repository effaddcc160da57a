//! Packs bits into bytes by how likely each one was, and gets them out again: an arithmetic coder
//! (Witten, Neal and Cleary 1987, "Arithmetic Coding for Data Compression", in the form of lpaq).
//!
//! Writing and reading are one: each bit goes in, and the bit that stands there comes out.

use super::model::{CONTEXTS, Model};

/// A stream of bits that is written or read.
#[derive(Debug)]
pub(super) struct Coder<'a> {
    model: Model,
    /// The span of numbers that begin with what was written or read so far.
    low: u32,
    high: u32,
    way: Way<'a>,
}

#[derive(Debug)]
enum Way<'a> {
    Writing(Vec<u8>),
    Reading { rest: &'a [u8], number: u32, over: usize },
}

impl<'a> Coder<'a> {
    /// One that writes, or one that reads `bytes`.
    pub(super) fn new(bytes: Option<&'a [u8]>) -> Self {
        let way = match bytes {
            None => Way::Writing(Vec::new()),
            Some(rest) => Way::Reading { rest, number: 0, over: 0 },
        };
        let mut coder = Self { model: Model::new(), low: 0, high: u32::MAX, way };
        for _ in 0..4 {
            coder.shift();
        }
        coder
    }

    /// Lets the model see a bit that both sides know already.
    pub(super) fn show(&mut self, bit: bool, contexts: &[u32; CONTEXTS], kind: usize) {
        self.model.foretell(contexts, kind);
        self.model.learn(bit);
    }

    /// A bit, foretold from these contexts.
    pub(super) fn bit(&mut self, bit: bool, contexts: &[u32; CONTEXTS], kind: usize) -> bool {
        let chance = self.model.foretell(contexts, kind);
        let bit = self.plain(bit, chance);
        self.model.learn(bit);
        bit
    }

    /// A bit that is a 1 with this chance, of 65,536.
    pub(super) fn plain(&mut self, bit: bool, chance: u32) -> bool {
        let part = (u64::from(self.high - self.low) * u64::from(chance)) >> 16;
        let middle = self.low + part as u32;
        let bit = match &self.way {
            Way::Writing(_) => bit,
            Way::Reading { number, .. } => *number <= middle,
        };
        if bit {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
        self.settle();
        bit
    }

    /// A byte of which nothing is foretold, in one step; `None` where the span has too few numbers for
    /// that, and the byte has to go bit by bit.
    pub(super) fn byte(&mut self, byte: u8) -> Option<u8> {
        let step = (self.high - self.low) >> 8;
        let byte = match &self.way {
            _ if step == 0 => return None,
            Way::Writing(_) => u32::from(byte),
            Way::Reading { number, .. } => (*number - self.low).checked_div(step)?.min(255),
        };
        self.low += step * byte;
        if byte < 255 {
            self.high = self.low + step - 1;
        }
        self.settle();
        Some(byte as u8)
    }

    /// Lets go of the bytes that all numbers of the span begin with.
    fn settle(&mut self) {
        while (self.low ^ self.high) >> 24 == 0 {
            if let Way::Writing(out) = &mut self.way {
                out.push((self.high >> 24) as u8);
            }
            self.shift();
            self.low <<= 8;
            self.high = self.high << 8 | 255;
        }
    }

    /// The next byte comes into sight; behind the last there are zeros.
    fn shift(&mut self) {
        if let Way::Reading { rest, number, over } = &mut self.way {
            let byte = match rest.split_first() {
                Some((first, others)) => {
                    *rest = others;
                    *first
                }
                None => {
                    *over += 1;
                    0
                }
            };
            *number = *number << 8 | u32::from(byte);
        }
    }

    /// Whether everything was read.
    pub(super) fn is_at_end(&self) -> bool {
        matches!(self.way, Way::Reading { rest: [], .. }) && !self.is_behind_end()
    }

    /// Whether more was read than there is: four bytes are always in sight.
    pub(super) fn is_behind_end(&self) -> bool {
        matches!(self.way, Way::Reading { over: 5.., .. })
    }

    /// The bytes written: as few as tell the numbers from all others, with zeros behind them.
    pub(super) fn finish(self) -> Vec<u8> {
        let Way::Writing(mut out) = self.way else { return Vec::new() };
        for bytes in 0..=4_u32 {
            let rest = u32::MAX.checked_shr(bytes * 8).unwrap_or_default();
            let last = self.low.checked_add(rest).map(|last| last & !rest);
            if let Some(last) = last.filter(|last| *last <= self.high) {
                out.extend(last.to_be_bytes().into_iter().take(bytes as usize));
                break;
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Writes bits and bytes, or reads as many, from that span on.
    fn pass(coder: &mut Coder<'_>, (low, high): (u32, u32), all: &[(bool, u8)]) -> Vec<(bool, u8)> {
        (coder.low, coder.high) = (low, high);
        all.iter().map(|(bit, byte)| (coder.plain(*bit, 1 << 15), whole(coder, *byte))).collect()
    }

    /// A byte, at once or bit by bit.
    fn whole(coder: &mut Coder<'_>, byte: u8) -> u8 {
        coder.byte(byte).unwrap_or_else(|| {
            (0..8)
                .rev()
                .fold(0, |found, place| found << 1 | u8::from(coder.plain((byte >> place) % 2 == 1, 1 << 15)))
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// Spans around the place where the highest byte changes can be as narrow as two numbers. The bit
        /// before a byte tells where that one left its span.
        #[test]
        fn bytes_read_back_from_any_span(
            all in proptest::collection::vec(any::<(bool, u8)>(), 0..100),
            middle in 1..=u8::MAX,
            (below, above) in prop_oneof![(1_u32..300, 0_u32..300), (1_u32..1 << 24, 0_u32..1 << 24)],
        ) {
            let middle = u32::from(middle) << 24;
            let span = (middle - below, middle + above);
            let mut writer = Coder::new(None);
            prop_assert_eq!(&pass(&mut writer, span, &all), &all);
            let written = writer.finish();
            let mut reader = Coder::new(Some(&written));
            prop_assert_eq!(pass(&mut reader, span, &vec![(false, 0); all.len()]), all);
            prop_assert!(!reader.is_behind_end());
        }

        #[test]
        fn a_byte_of_which_nothing_is_foretold_takes_a_byte(
            bytes in proptest::collection::vec(any::<u8>(), 1_000..1_001),
        ) {
            let mut writer = Coder::new(None);
            for byte in bytes {
                prop_assert_eq!(whole(&mut writer, byte), byte);
            }
            prop_assert!(writer.finish().len() < 1_010);
        }
    }
}
