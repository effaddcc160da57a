//! The packed form of values, which links carry: numbers, names and texts one behind the other, each
//! foretold by a model that has read the dictionary.
//!
//! Names of fields are not written; they are what the model goes by, so that here they are part of the
//! format even where in JSON they only name a fault, and so is the order of the fields. Nothing is read
//! without bounds: what is over one is noted, and the rest is not to be used.

use super::coder::Coder;
use crate::wire::stored::fingerprint;

/// What the model has read before any link. It is part of the format and never changes.
const DICTIONARY: &str = include_str!("dictionary.txt");

/// The most values in all lists together.
pub(super) const ENTRY_LIMIT: usize = 200;

/// The most bytes in all texts together.
pub(super) const BYTE_LIMIT: usize = 256 * 1024;

/// The most bits that the model is asked about, or that stand where it would be: of texts as long as they are
/// foretold, and of all else. It takes the most time of all, and a bit that it is sure of takes no room, so
/// that a short link can hold as many as a long one: of 18,000 characters, without a bound, 122,000.
const BIT_LIMIT: u32 = 40 * 1024;

/// How many of them come as they are, at the end. No link of README's table has as many as stand before these.
const PLAIN_BITS: u32 = 16 * 1024;

/// The kinds of bits: of texts, and of all else.
const TEXT: usize = 0;
const SHAPE: usize = 1;

/// Goes through values and packs them or unpacks them: each goes in, and what stands there comes out.
#[derive(Debug)]
pub(in crate::wire) struct Packer<'a> {
    coder: Coder<'a>,
    is_reading: bool,
    /// Each byte of text so far, the last one lowest.
    before: u64,
    /// The letters since the last space, as a hash.
    word: u32,
    /// The bits of shape so far, the last one lowest.
    shape: u32,
    /// The ids so far: one that comes again is told by its place.
    ids: Vec<u64>,
    /// The instant before: the next one is told from it.
    instant: i64,
    entries: usize,
    bytes: usize,
    bits: u32,
    is_over: bool,
}

impl<'a> Packer<'a> {
    /// One that packs, or one that unpacks `bytes`.
    pub(in crate::wire) fn new(bytes: Option<&'a [u8]>) -> Self {
        let mut packer = Self {
            coder: Coder::new(bytes),
            is_reading: bytes.is_some(),
            before: 0,
            word: 0,
            shape: 0,
            ids: Vec::new(),
            instant: 0,
            entries: ENTRY_LIMIT,
            bytes: BYTE_LIMIT,
            bits: BIT_LIMIT,
            is_over: false,
        };
        for byte in DICTIONARY.bytes() {
            packer.byte(if byte == b'\n' { 0 } else { byte }, true);
        }
        packer
    }

    pub(in crate::wire) fn is_reading(&self) -> bool {
        self.is_reading
    }

    /// Whether a bound was passed.
    pub(in crate::wire) fn is_over(&self) -> bool {
        self.is_over
    }

    /// Whether all bytes were read.
    pub(in crate::wire) fn is_at_end(&self) -> bool {
        self.coder.is_at_end()
    }

    /// The bytes packed.
    pub(in crate::wire) fn finish(self) -> Vec<u8> {
        self.coder.finish()
    }

    /// How many values a list has, out of what is left for all lists.
    pub(in crate::wire) fn count(&mut self, name: &str, count: usize) -> usize {
        let count = usize::try_from(self.number(name, count as u64)).unwrap_or(usize::MAX);
        match self.entries.checked_sub(count) {
            _ if self.coder.is_behind_end() => 0,
            Some(left) => {
                self.entries = left;
                count
            }
            None => {
                self.is_over = true;
                0
            }
        }
    }

    /// True or false.
    pub(in crate::wire) fn truth(&mut self, name: &str, truth: bool) -> bool {
        self.shape(name, 0, truth)
    }

    /// A number: how many bits it has, and these.
    pub(in crate::wire) fn number(&mut self, name: &str, number: u64) -> u64 {
        let length = 64 - number.leading_zeros();
        let mut read = 0;
        while read < 64 && self.shape(name, 100 + read, read < length) {
            read += 1;
        }
        let mut found = u64::from(read > 0);
        for place in (1..read).rev() {
            let bit = number >> (place - 1) & 1 == 1;
            let bit = if read > 12 {
                self.coder.plain(bit, 1 << 15)
            } else {
                self.shape(name, found as u32 | read << 16, bit)
            };
            found = found << 1 | u64::from(bit);
        }
        found
    }

    /// An instant in milliseconds, as far as it is from the one before.
    pub(in crate::wire) fn instant(&mut self, name: &str, instant: i64) -> i64 {
        let off = instant.wrapping_sub(self.instant);
        let folded = self.number(name, (off << 1 ^ off >> 63).cast_unsigned());
        let off = (folded >> 1).cast_signed() ^ -((folded & 1).cast_signed());
        self.instant = self.instant.wrapping_add(off);
        self.instant
    }

    /// An id: where it was met before, or itself.
    pub(in crate::wire) fn id(&mut self, id: u64) -> u64 {
        let place = self.ids.iter().rev().position(|known| *known == id).map_or(0, |place| place + 1);
        let place = self.number("id", place as u64);
        let known = usize::try_from(place).ok().and_then(|place| self.ids.len().checked_sub(place));
        if let Some(id) = known.and_then(|place| self.ids.get(place)) {
            return *id;
        }
        let found = self.plain(id, 64);
        self.ids.push(found);
        found
    }

    /// So many of the last bits of a number, of which nothing can be foretold.
    fn plain(&mut self, number: u64, bits: u32) -> u64 {
        (0..bits).rev().fold(0, |found, place| {
            found << 1 | u64::from(self.coder.plain(number >> place & 1 == 1, 1 << 15))
        })
    }

    /// An id that the reader will have as well.
    pub(in crate::wire) fn knows(&mut self, id: u64) {
        self.ids.push(id);
    }

    /// The bytes of a text, which has no zero in it; one is put behind it.
    pub(in crate::wire) fn text(&mut self, text: &str) -> Vec<u8> {
        let mut bytes = text.bytes();
        let mut found = Vec::new();
        loop {
            let byte = bytes.next().unwrap_or_default();
            let byte = if self.bits > PLAIN_BITS {
                self.bits -= 8;
                self.byte(byte, false)
            } else {
                self.coder.byte(byte).unwrap_or_else(|| self.plain(byte.into(), 8) as u8)
            };
            if byte == 0 || self.is_over || self.coder.is_behind_end() {
                return found;
            }
            match self.bytes.checked_sub(1) {
                Some(left) => self.bytes = left,
                None => {
                    self.is_over = true;
                    return found;
                }
            }
            found.push(byte);
        }
    }

    /// A byte of text, from the bytes before it and the word that it is in. Of the dictionary both
    /// sides know it.
    fn byte(&mut self, byte: u8, is_known: bool) -> u8 {
        let last = |bytes: u32| self.before & ((1 << (bytes * 8)) - 1);
        let bases = [0, last(1), last(2), last(3), last(4), u64::from(self.word)];
        let mut found = 1;
        for place in (0..8).rev() {
            let contexts = bases.map(|base| hash(base ^ u64::from(found) << 40));
            let bit = byte >> place & 1 == 1;
            let bit = if is_known {
                self.coder.show(bit, &contexts, TEXT);
                bit
            } else {
                self.coder.bit(bit, &contexts, TEXT)
            };
            found = found << 1 | u32::from(bit);
        }
        let byte = found as u8;
        self.before = self.before << 8 | u64::from(byte);
        self.word = if byte.is_ascii_alphabetic() {
            hash(u64::from(self.word) << 8 | u64::from(byte | 32))
        } else {
            0
        };
        byte
    }

    /// A bit of anything else, from the name of the field, from where in it the bit stands, and from the
    /// bits before.
    fn shape(&mut self, name: &str, place: u32, bit: bool) -> bool {
        self.is_over |= self.bits == 0;
        if self.is_over || self.coder.is_behind_end() {
            return false;
        }
        self.bits -= 1;
        if self.bits < PLAIN_BITS {
            return self.coder.plain(bit, 1 << 15);
        }
        let named = fingerprint(name) << 32 | u64::from(place);
        let last = |bits: u32| u64::from(self.shape & ((1 << bits) - 1));
        let bases = [named, u64::from(place), last(2), last(5), named ^ last(1) << 56, named ^ last(3) << 56];
        let bit = self.coder.bit(bit, &bases.map(hash), SHAPE);
        self.shape = self.shape << 1 | u32::from(bit);
        bit
    }
}

fn hash(of: u64) -> u32 {
    (of.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ of >> 29).wrapping_mul(0xbf58_476d_1ce4_e5b9).wrapping_shr(32)
        as u32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Passes that many truths, the third of three not being one, and a text behind each thousand.
    fn pass(packer: &mut Packer<'_>, bits: u32, text: &str) -> (Vec<bool>, Vec<Vec<u8>>) {
        let mut truths = Vec::new();
        let mut texts = Vec::new();
        for bit in 0..bits {
            truths.push(packer.truth("flag", bit % 3 < 2));
            if bit % 1_000 == 999 {
                texts.push(packer.text(text));
            }
        }
        (truths, texts)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 16, ..ProptestConfig::default() })]

        /// What is foretold ends in the middle of it all, and what comes as it is goes on.
        #[test]
        fn what_is_no_longer_foretold_reads_back(text in "[a-zäöü]{0,300}", bits in 1..BIT_LIMIT) {
            let mut writer = Packer::new(None);
            let written = pass(&mut writer, bits, &text);
            prop_assume!(!writer.is_over());
            let bytes = writer.finish();
            let mut reader = Packer::new(Some(&bytes));
            prop_assert_eq!(pass(&mut reader, bits, ""), written);
            prop_assert!(reader.is_at_end() && !reader.is_over());
        }
    }

    /// A bit that the model is sure of takes no room: without a bound such a link would go on and on.
    #[test]
    fn a_short_link_of_endless_bits_is_over() {
        let mut writer = Packer::new(None);
        assert!((0..BIT_LIMIT).all(|_| writer.truth("flag", true)) && !writer.is_over());
        assert!(!writer.truth("flag", true) && writer.is_over());
        let bytes = writer.finish();
        assert!(bytes.len() < 3_000, "{}", bytes.len());
        let mut reader = Packer::new(Some(&bytes));
        let read = (0..1_000_000).take_while(|_| reader.truth("flag", false)).count();
        assert_eq!(read, BIT_LIMIT as usize);
        assert!(reader.is_over());
    }
}
