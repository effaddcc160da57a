//! JSON as far as our data needs it (RFC 8259): whole numbers, and no deeper than [`DEPTH`].
//!
//! Our own, because of its weight: `serde_json` brings the reading and writing of fractions, whose
//! tables do not compress; together with two smaller savings its removal took 7.6 KB off the
//! download. The tests hold both against each other. Never panics, whatever it reads, and never recurses deeper than it says.

/// The deepest nesting that is read.
pub const DEPTH: usize = 16;

/// The most names that one object is read with: each is looked for among those before it.
pub const NAME_LIMIT: usize = 10_000;

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
/// twice, more names in an object than [`NAME_LIMIT`], or nesting deeper than [`DEPTH`].
pub fn parse(text: &str) -> Result<Json, NotJson> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(0)?;
    reader.space();
    if reader.peek() == END { Ok(value) } else { Err(NotJson) }
}

/// What stands behind the last byte: no UTF-8 has such a byte, so it is neither a mark nor text.
const END: u8 = 0xff;

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
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
        while matches!(self.peek(), b' ' | b'\t' | b'\n' | b'\r') {
            self.take();
        }
    }

    /// Takes this mark, with white space before it, where it comes next.
    fn accept(&mut self, mark: u8) -> bool {
        self.space();
        let found = self.peek() == mark;
        self.at = self.at.saturating_add(found.into());
        found
    }

    fn require(&mut self, mark: u8) -> Result<(), NotJson> {
        if self.accept(mark) { Ok(()) } else { Err(NotJson) }
    }

    fn value(&mut self, depth: usize) -> Result<Json, NotJson> {
        if depth > DEPTH {
            return Err(NotJson);
        }
        self.space();
        match self.peek() {
            b'{' => {
                let mut fields = Vec::new();
                self.members(b'}', &mut |reader| reader.field(&mut fields, depth.saturating_add(1)))?;
                Ok(Json::Object(fields))
            }
            b'[' => {
                let mut values = Vec::new();
                self.members(b']', &mut |reader| {
                    values.push(reader.value(depth.saturating_add(1))?);
                    Ok(())
                })?;
                Ok(Json::List(values))
            }
            b'"' => self.string().map(Json::Text),
            b'-' | b'0'..=b'9' => self.whole(),
            _ => self.word(),
        }
    }

    /// What stands between two brackets, parted by commas.
    fn members(
        &mut self,
        end: u8,
        member: &mut dyn FnMut(&mut Self) -> Result<(), NotJson>,
    ) -> Result<(), NotJson> {
        self.take();
        if self.accept(end) {
            return Ok(());
        }
        loop {
            member(self)?;
            if self.accept(end) {
                return Ok(());
            }
            self.require(b',')?;
        }
    }

    fn field(&mut self, fields: &mut Vec<(String, Json)>, depth: usize) -> Result<(), NotJson> {
        self.space();
        let name = self.string()?;
        self.require(b':')?;
        let value = self.value(depth)?;
        if fields.len() >= NAME_LIMIT || fields.iter().any(|(known, _)| *known == name) {
            return Err(NotJson);
        }
        fields.push((name, value));
        Ok(())
    }

    fn word(&mut self) -> Result<Json, NotJson> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        for (word, truth) in [("true", Some(true)), ("false", Some(false)), ("null", None)] {
            if rest.starts_with(word) {
                self.at = self.at.saturating_add(word.len());
                return Ok(truth.map_or(Json::Null, Json::Truth));
            }
        }
        Err(NotJson)
    }

    fn whole(&mut self) -> Result<Json, NotJson> {
        let start = self.at;
        self.accept(b'-');
        let first = self.at;
        while self.peek().is_ascii_digit() {
            self.take();
        }
        let leading = self.text.as_bytes().get(first) == Some(&b'0');
        if matches!(self.peek(), b'.' | b'e' | b'E') || (leading && self.at.saturating_sub(first) > 1) {
            return Err(NotJson);
        }
        let number = self.text.get(start..self.at).unwrap_or_default();
        number.parse().map(Json::Whole).map_err(|_| NotJson)
    }

    fn string(&mut self) -> Result<String, NotJson> {
        if self.take() != b'"' {
            return Err(NotJson);
        }
        let mut text = String::new();
        loop {
            let start = self.at;
            while !matches!(self.peek(), b'"' | b'\\' | END | ..b' ') {
                self.take();
            }
            text.push_str(self.text.get(start..self.at).unwrap_or_default());
            match self.take() {
                b'"' => return Ok(text),
                b'\\' => text.push(self.escaped()?),
                _ => return Err(NotJson),
            }
        }
    }

    fn escaped(&mut self) -> Result<char, NotJson> {
        Ok(match self.take() {
            mark @ (b'"' | b'\\' | b'/') => char::from(mark),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.scalar(),
            _ => return Err(NotJson),
        })
    }

    /// The character of an escape, whose second half is read as well where it is a pair.
    fn scalar(&mut self) -> Result<char, NotJson> {
        let mut scalar = self.unit()?;
        if (0xd800..0xdc00).contains(&scalar) {
            if self.take() != b'\\' || self.take() != b'u' {
                return Err(NotJson);
            }
            let low = self.unit()?.checked_sub(0xdc00).filter(|low| *low < 0x400).ok_or(NotJson)?;
            scalar = 0x1_0000 + (scalar - 0xd800) * 0x400 + low;
        }
        char::from_u32(scalar).ok_or(NotJson)
    }

    /// Four hexadecimal digits: one unit of UTF-16.
    fn unit(&mut self) -> Result<u32, NotJson> {
        let mut unit = 0;
        for _ in 0..4 {
            unit = unit * 16 + char::from(self.take()).to_digit(16).ok_or(NotJson)?;
        }
        Ok(unit)
    }
}

/// A string as JSON, with the escapes that RFC 8259 asks for, put behind `out`.
pub fn quote(out: &mut String, text: &str) {
    out.push('"');
    for mark in text.chars() {
        let escape = match mark {
            '"' | '\\' => Some(mark),
            '\n' => Some('n'),
            ..' ' => Some('u'),
            _ => None,
        };
        if escape.is_some() {
            out.push('\\');
        }
        out.push(escape.unwrap_or(mark));
        if escape == Some('u') {
            let digit = |shift: u32| char::from_digit((u32::from(mark) >> shift) & 15, 16);
            out.extend([Some('0'), Some('0'), digit(4), digit(0)].into_iter().flatten());
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests;
