//! JSON as far as our data needs it (RFC 8259): whole numbers, and no deeper than [`DEPTH`].
//!
//! Our own, because of its weight: `serde_json` brings the reading and writing of fractions, whose
//! tables do not compress, and weighed 12 KB more in the download. The tests hold both against each
//! other. Never panics, whatever it reads, and never recurses deeper than it says.

/// The deepest nesting that is read.
pub const DEPTH: usize = 16;

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
/// twice, or nesting deeper than [`DEPTH`].
pub fn parse(text: &str) -> Result<Json, NotJson> {
    let mut reader = Reader { rest: text };
    let value = reader.value(0)?;
    reader.space();
    if reader.rest.is_empty() { Ok(value) } else { Err(NotJson) }
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    /// The next character, taken.
    fn take(&mut self) -> Result<char, NotJson> {
        let mut rest = self.rest.chars();
        let next = rest.next().ok_or(NotJson)?;
        self.rest = rest.as_str();
        Ok(next)
    }

    /// Takes this character, with white space before it, where it comes next.
    fn accept(&mut self, mark: char) -> bool {
        self.space();
        let rest = self.rest.strip_prefix(mark);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn expect(&mut self, mark: char) -> Result<(), NotJson> {
        if self.accept(mark) { Ok(()) } else { Err(NotJson) }
    }

    fn value(&mut self, depth: usize) -> Result<Json, NotJson> {
        if depth > DEPTH {
            return Err(NotJson);
        }
        self.space();
        match self.rest.chars().next().ok_or(NotJson)? {
            '{' => self.object(depth),
            '[' => self.list(depth),
            '"' => self.text().map(Json::Text),
            '-' | '0'..='9' => self.whole(),
            _ => self.word(),
        }
    }

    fn word(&mut self) -> Result<Json, NotJson> {
        for (word, value) in
            [("true", Json::Truth(true)), ("false", Json::Truth(false)), ("null", Json::Null)]
        {
            if let Some(rest) = self.rest.strip_prefix(word) {
                self.rest = rest;
                return Ok(value);
            }
        }
        Err(NotJson)
    }

    fn whole(&mut self) -> Result<Json, NotJson> {
        let digits = |text: &str| text.chars().take_while(char::is_ascii_digit).count();
        let sign = usize::from(self.rest.starts_with('-'));
        let length = self.rest.get(sign..).map_or(0, digits);
        let (number, rest) = self.rest.split_at_checked(sign.saturating_add(length)).ok_or(NotJson)?;
        let plain = number.get(sign..).unwrap_or_default();
        if rest.starts_with(['.', 'e', 'E']) || (plain.len() > 1 && plain.starts_with('0')) {
            return Err(NotJson);
        }
        self.rest = rest;
        number.parse().map(Json::Whole).map_err(|_| NotJson)
    }

    fn list(&mut self, depth: usize) -> Result<Json, NotJson> {
        self.expect('[')?;
        let mut values = Vec::new();
        if !self.accept(']') {
            loop {
                values.push(self.value(depth.saturating_add(1))?);
                if self.accept(']') {
                    break;
                }
                self.expect(',')?;
            }
        }
        Ok(Json::List(values))
    }

    fn object(&mut self, depth: usize) -> Result<Json, NotJson> {
        self.expect('{')?;
        let mut fields: Vec<(String, Json)> = Vec::new();
        if !self.accept('}') {
            loop {
                self.space();
                let name = self.text()?;
                self.expect(':')?;
                let value = self.value(depth.saturating_add(1))?;
                if fields.iter().any(|(known, _)| *known == name) {
                    return Err(NotJson);
                }
                fields.push((name, value));
                if self.accept('}') {
                    break;
                }
                self.expect(',')?;
            }
        }
        Ok(Json::Object(fields))
    }

    fn text(&mut self) -> Result<String, NotJson> {
        if self.take()? != '"' {
            return Err(NotJson);
        }
        let mut text = String::new();
        loop {
            match self.take()? {
                '"' => return Ok(text),
                '\\' => text.push(self.escaped()?),
                control if control < ' ' => return Err(NotJson),
                other => text.push(other),
            }
        }
    }

    fn escaped(&mut self) -> Result<char, NotJson> {
        Ok(match self.take()? {
            mark @ ('"' | '\\' | '/') => mark,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => return self.unit().and_then(|unit| self.scalar(unit)),
            _ => return Err(NotJson),
        })
    }

    /// Four hexadecimal digits: one unit of UTF-16.
    fn unit(&mut self) -> Result<u32, NotJson> {
        let mut unit = 0;
        for _ in 0..4 {
            unit = unit * 16 + self.take()?.to_digit(16).ok_or(NotJson)?;
        }
        Ok(unit)
    }

    /// The character that begins with this unit; the second half of a pair is read as well.
    fn scalar(&mut self, unit: u32) -> Result<char, NotJson> {
        if !(0xd800..0xdc00).contains(&unit) {
            return char::from_u32(unit).ok_or(NotJson);
        }
        self.rest = self.rest.strip_prefix("\\u").ok_or(NotJson)?;
        let low = self.unit()?.checked_sub(0xdc00).filter(|low| *low < 0x400).ok_or(NotJson)?;
        char::from_u32(0x1_0000 + (unit - 0xd800) * 0x400 + low).ok_or(NotJson)
    }
}

/// A string as JSON, with the escapes that RFC 8259 asks for, put behind `out`.
pub fn quote(out: &mut String, text: &str) {
    out.push('"');
    for mark in text.chars() {
        match mark {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            control if control < ' ' => {
                out.push_str("\\u00");
                for shift in [4, 0] {
                    out.extend(char::from_digit((u32::from(control) >> shift) & 15, 16));
                }
            }
            other => out.push(other),
        }
    }
    out.push('"');
}
