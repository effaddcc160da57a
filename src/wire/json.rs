//! JSON as far as our data needs it (RFC 8259): whole numbers, and no deeper than [`DEPTH`].
//!
//! Our own, because of its weight: `serde_json` brings the reading and writing of fractions, whose
//! tables do not compress; together with two smaller savings its removal took 7.6 KB off the
//! download. The tests hold both against each other. Never panics, whatever it reads, and never recurses deeper than it says.

use std::fmt::Write as _;

/// The deepest nesting that is read.
pub const DEPTH: usize = 16;

/// The most names that one object is read with where they are in no order: each is looked for among those
/// before it. Where each is greater than the one before, none can stand twice.
pub const NAME_LIMIT: usize = 100;

/// The most values that one text is read with, those within others included: what a text unpacks into is
/// bounded, however little each value takes of it.
pub const VALUE_LIMIT: usize = 25_000;

/// The most escapes that one text is read with: more than the longest record has within a file, and each
/// takes as long as a dozen plain letters.
pub const ESCAPE_LIMIT: usize = 500_000;

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Truth(bool),
    /// A number without fraction and exponent.
    Whole(i64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object, its fields in the order in which they stand; no name stands twice.
    Object(Vec<(String, Json)>),
}

/// A text that is not JSON as we read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotJson;

/// Reads one value with nothing but white space around it.
///
/// # Errors
/// [`NotJson`] for anything else, also for a fraction, a number outside 64 bits, a name that stands
/// twice, more names in no order in an object than [`NAME_LIMIT`], more values than [`VALUE_LIMIT`], more escapes than [`ESCAPE_LIMIT`], or nesting
/// deeper than [`DEPTH`].
pub fn parse(text: &str) -> Result<Json, NotJson> {
    let mut reader = Reader::new(text);
    let value = reader.value(0);
    if reader.is_done() { Ok(value) } else { Err(NotJson) }
}

/// What stands behind the last byte: no UTF-8 has such a byte, so it is neither a mark nor text.
const END: u8 = 0xff;

/// Reads a text part by part. What is wrong is noted rather than returned: then nothing is left to read,
/// and what was read is not to be used.
pub(super) struct Reader<'a> {
    text: &'a str,
    /// The place of the next byte.
    pub(super) at: usize,
    /// How many values may come yet.
    left: usize,
    /// How many escapes may come yet.
    escapes: usize,
    /// Whether nothing was wrong so far.
    pub(super) is_json: bool,
}

impl<'a> Reader<'a> {
    /// One that has read nothing.
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, left: VALUE_LIMIT, escapes: ESCAPE_LIMIT, is_json: true }
    }

    /// Whether nothing was wrong, and nothing is left.
    pub(super) fn is_done(&mut self) -> bool {
        self.space();
        self.is_json && self.peek() == END
    }

    /// Notes that the text is not JSON, and goes to its end.
    fn fail(&mut self) {
        self.is_json = false;
        self.at = self.text.len();
    }

    /// The next byte.
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(END)
    }

    /// The next byte, taken.
    fn take(&mut self) -> u8 {
        let next = self.peek();
        self.at = self.at.saturating_add(1);
        next
    }

    fn space(&mut self) {
        self.skip(|byte| !matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
    }

    /// Goes on to the next byte that is such a one, or to the end.
    #[inline(always)]
    fn skip(&mut self, stops: impl Fn(u8) -> bool) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        self.at += rest.iter().position(|byte| stops(*byte)).unwrap_or(rest.len());
    }

    /// Takes this mark, with white space before it, where it comes next.
    fn accept(&mut self, mark: u8) -> bool {
        self.space();
        let found = self.peek() == mark;
        self.at = self.at.saturating_add(found.into());
        found
    }

    /// Takes this mark, with white space before it.
    pub(super) fn require(&mut self, mark: u8) {
        if !self.accept(mark) {
            self.fail();
        }
    }

    /// A value within so many others.
    pub(super) fn value(&mut self, depth: usize) -> Json {
        if depth > DEPTH || self.left == 0 {
            self.fail();
        }
        self.left = self.left.saturating_sub(1);
        let deeper = depth.saturating_add(1);
        self.space();
        match self.peek() {
            b'{' => {
                self.take();
                let (mut fields, mut is_in_order) = (Vec::new(), true);
                while self.goes_on(b'}', fields.is_empty()) {
                    self.field(&mut fields, &mut is_in_order, deeper);
                }
                Json::Object(fields)
            }
            b'[' => {
                self.take();
                let mut values = Vec::new();
                while self.goes_on(b']', values.is_empty()) {
                    values.push(self.value(deeper));
                }
                Json::List(values)
            }
            b'"' => Json::Text(self.string()),
            b'-' | b'0'..=b'9' => Json::Whole(self.whole()),
            _ => self.word(),
        }
    }

    /// Whether one more comes of what stands before `end`, parted by commas.
    pub(super) fn goes_on(&mut self, end: u8, is_first: bool) -> bool {
        if self.accept(end) {
            return false;
        }
        if !is_first {
            self.require(b',');
        }
        self.is_json
    }

    /// The name of a field, up to its value.
    pub(super) fn name(&mut self) -> String {
        self.space();
        let name = self.string();
        self.require(b':');
        name
    }

    fn field(&mut self, fields: &mut Vec<(String, Json)>, is_in_order: &mut bool, depth: usize) {
        let name = self.name();
        let value = self.value(depth);
        *is_in_order &= fields.last().is_none_or(|(last, _)| *last < name);
        let has_it = || fields.len() >= NAME_LIMIT || fields.iter().any(|(known, _)| *known == name);
        if !*is_in_order && has_it() {
            self.fail();
        }
        fields.push((name, value));
    }

    fn word(&mut self) -> Json {
        let rest = self.text.get(self.at..).unwrap_or_default();
        for (word, truth) in [("true", Some(true)), ("false", Some(false)), ("null", None)] {
            if rest.starts_with(word) {
                self.at = self.at.saturating_add(word.len());
                return truth.map_or(Json::Null, Json::Truth);
            }
        }
        self.fail();
        Json::Null
    }

    /// A number up to its last digit: a fraction or an exponent behind it is no mark that may follow.
    fn whole(&mut self) -> i64 {
        let is_negative = self.accept(b'-');
        let (first, mut size) = (self.at, 0_u64);
        while let Some(digit) = char::from(self.peek()).to_digit(10) {
            let has_led_with_zero = size == 0 && self.at > first;
            if has_led_with_zero || size > i64::MAX.unsigned_abs() / 10 {
                self.fail();
            }
            size = size.wrapping_mul(10).wrapping_add(digit.into());
            self.take();
        }
        let number = if is_negative { 0_i64.checked_sub_unsigned(size) } else { size.try_into().ok() };
        if number.is_none() || self.at == first {
            self.fail();
        }
        number.unwrap_or_default()
    }

    fn string(&mut self) -> String {
        let mut text = String::new();
        self.require(b'"');
        loop {
            let start = self.at;
            self.skip(|byte| matches!(byte, b'"' | b'\\' | ..b' '));
            text.push_str(self.text.get(start..self.at).unwrap_or_default());
            match self.take() {
                b'"' => return text,
                b'\\' => text.push(self.escaped()),
                _ => {
                    self.fail();
                    return text;
                }
            }
        }
    }

    fn escaped(&mut self) -> char {
        self.escapes = self.escapes.saturating_sub(1);
        if self.escapes == 0 {
            self.fail();
        }
        match self.take() {
            mark @ (b'"' | b'\\' | b'/') => char::from(mark),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => self.scalar(),
            _ => {
                self.fail();
                ' '
            }
        }
    }

    /// The character of an escape, whose second half is read as well where it is a pair.
    fn scalar(&mut self) -> char {
        let mut scalar = self.unit();
        if (0xd800..0xdc00).contains(&scalar) && self.take() == b'\\' && self.take() == b'u' {
            // A low half that is none makes no character either.
            let low = self.unit().wrapping_sub(0xdc00);
            scalar = if low < 0x400 { 0x1_0000 + (scalar - 0xd800) * 0x400 + low } else { scalar };
        }
        char::from_u32(scalar).unwrap_or_else(|| {
            self.fail();
            ' '
        })
    }

    /// Four hexadecimal digits: one unit of UTF-16.
    fn unit(&mut self) -> u32 {
        let mut unit = 0;
        for _ in 0..4 {
            let digit = char::from(self.take()).to_digit(16);
            if digit.is_none() {
                self.fail();
            }
            unit = unit * 16 + digit.unwrap_or_default();
        }
        unit
    }
}

/// A string as JSON, with the escapes that RFC 8259 asks for, put behind `out`.
pub fn quote(out: &mut String, text: &str) {
    out.push('"');
    for mark in text.chars() {
        match mark {
            '"' | '\\' => out.extend(['\\', mark]),
            '\n' => out.push_str("\\n"),
            // A string takes all that is written to it.
            ..' ' => drop(write!(out, "\\u{:04x}", u64::from(mark))),
            _ => out.push(mark),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests;
