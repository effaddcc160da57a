//! Writes data as JSON text, value by value, into one string.
//!
//! One string rather than one for each value, and methods that are the same for all types: what is
//! generated anew for each type weighs in the download.

use std::fmt::Write as _;

use crate::wire::json::quote;

/// JSON text that is being written. Commas come by themselves.
#[derive(Debug, Default)]
pub(in crate::wire) struct Writer(String);

impl Writer {
    /// The text written.
    pub(in crate::wire) fn finish(self) -> String {
        self.0
    }

    /// A comma, where the value before is a neighbour: no text ends like these, quotes do.
    fn next(&mut self) {
        if !matches!(self.0.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.0.push(',');
        }
    }

    /// The name of a field; its value is to be written next.
    pub(in crate::wire) fn at(&mut self, name: &str) -> &mut Self {
        self.text(name);
        self.0.push(':');
        self
    }

    /// A string.
    pub(in crate::wire) fn text(&mut self, text: &str) {
        self.next();
        quote(&mut self.0, text);
    }

    /// A whole number.
    pub(in crate::wire) fn number(&mut self, number: impl Into<i64>) {
        self.plain(number.into());
    }

    fn plain(&mut self, number: i64) {
        self.next();
        // A string takes all that is written to it.
        let _ = write!(self.0, "{number}");
    }

    /// JSON text.
    pub(super) fn raw(&mut self, json: &str) {
        self.next();
        self.0.push_str(json);
    }

    /// An object, whose fields `fill` writes.
    pub(in crate::wire) fn object(&mut self, fill: impl FnOnce(&mut Self)) {
        self.begin('{');
        fill(self);
        self.end('}');
    }

    /// The beginning of an object or a list.
    pub(super) fn begin(&mut self, mark: char) {
        self.next();
        self.0.push(mark);
    }

    /// Its end.
    pub(super) fn end(&mut self, mark: char) {
        self.0.push(mark);
    }
}

/// An id in the form in which it shows itself.
pub(super) fn hex(id: u64) -> String {
    format!("{id:016x}")
}
