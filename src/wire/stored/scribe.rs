//! Writes values as JSON, and reads them: one description of a value serves both, so that what is written
//! and what is read cannot drift apart.
//!
//! A check that fails is noted rather than returned, and reading goes on with what stood there
//! before: what otherwise has to be undone at each check weighed a quarter of all the reading.
//! Where a fault was noted, nothing of what was read may be used.

mod value;

use super::Stored;
use super::write::Writer;
use crate::wire::json::Json;

/// Goes through a value part by part, and either writes each part or reads it.
#[derive(Debug, Default)]
pub struct Scribe<'a> {
    out: Writer,
    /// What the next part is read from; `None` while writing, and where it is no JSON.
    value: Option<&'a Json>,
    /// What the next part is called in an error.
    name: &'static str,
    /// The object or the list that the next part is in, and those around it.
    here: Frame<'a>,
    around: Vec<Frame<'a>>,
    fault: Option<&'static str>,
}

/// An object or a list, and how much of it was read. What is left of it is refused rather than
/// passed over, since saving would drop it.
#[derive(Debug, Default)]
struct Frame<'a> {
    name: &'static str,
    within: Option<&'a Json>,
    taken: usize,
}

impl<'a> Frame<'a> {
    /// The fields, where it is an object that is read.
    fn fields(&self) -> &'a [(String, Json)] {
        match self.within {
            Some(Json::Object(fields)) => fields,
            _ => &[],
        }
    }

    /// The values, where it is a list that is read.
    fn values(&self) -> &'a [Json] {
        match self.within {
            Some(Json::List(values)) => values,
            _ => &[],
        }
    }
}

impl<'a> Scribe<'a> {
    /// One that reads `data`.
    pub(super) fn reading(data: &'a Json) -> Self {
        Self { value: Some(data), ..Self::default() }
    }

    /// The text written.
    pub(super) fn finish(self) -> String {
        self.out.finish()
    }

    /// The first part found that cannot be, by the name of its field.
    pub(in crate::wire) fn fault(&self) -> Option<&'static str> {
        self.fault
    }

    /// Whether it reads. Asked where what is read decides which parts come next.
    pub(in crate::wire) fn is_reading(&self) -> bool {
        self.value.is_some()
    }

    /// Whether the next part comes as a string, which `is_text` says of one that is written.
    pub(super) fn comes_as_text(&mut self, is_text: bool) -> bool {
        self.value.map_or(is_text, |value| matches!(value, Json::Text(_)))
    }

    /// Which of these fields comes, by its place, or none, by their number; `place` says so of what is
    /// written.
    #[inline(never)]
    pub(super) fn which(&mut self, fields: &[&str], place: usize) -> usize {
        match self.value {
            Some(_) => fields.iter().position(|name| self.find(name).is_some()).unwrap_or(fields.len()),
            None => place,
        }
    }

    /// Notes that the field of this name cannot be.
    #[inline(never)]
    pub(super) fn note(&mut self, name: &'static str) {
        self.fault = self.fault.or(Some(name));
    }

    /// What the next part is called in an error.
    pub(super) fn name(&self) -> &'static str {
        self.name
    }

    /// Calls the next part so in an error, and before the model of links.
    pub(super) fn called(&mut self, name: &'static str) -> &mut Self {
        self.name = name;
        self
    }

    /// Makes `value` what was found; where nothing was, `name` is at fault.
    pub(super) fn want<T>(&mut self, name: &'static str, found: Option<T>, value: &mut T) {
        match found {
            Some(found) => *value = found,
            None => self.note(name),
        }
    }

    /// An object, called `name` in an error, whose fields `fields` goes through, all of them.
    pub(super) fn object(&mut self, name: &'static str, fields: impl FnOnce(&mut Self)) {
        self.enter(name, '{');
        fields(self);
        self.leave('}');
    }

    /// A list of as many values as `values` goes through, each behind a [`Scribe::next`].
    pub(super) fn row(&mut self, values: impl FnOnce(&mut Self)) {
        self.enter(self.name, '[');
        values(self);
        self.leave(']');
    }

    /// A list of at most `limit` values.
    pub(super) fn list<T: Stored>(&mut self, limit: usize, list: &mut Vec<T>) {
        self.values(limit, list.len(), &mut |scribe, place| {
            if place == list.len() {
                list.push(T::blank());
            }
            if let Some(value) = list.get_mut(place) {
                value.pass(scribe);
            }
        });
    }

    /// A list of `count` values, or of up to `limit` that are read; how many it was.
    #[inline(never)]
    pub(super) fn values(
        &mut self,
        limit: usize,
        count: usize,
        value: &mut dyn FnMut(&mut Self, usize),
    ) -> usize {
        self.enter(self.name, '[');
        let mut count = match self.value {
            Some(_) => self.here.values().len(),
            None => count,
        };
        if count > limit && self.is_reading() {
            self.here.within = self.value.and(Some(&Json::Null));
            self.note(self.name);
            count = 0;
        }
        for place in 0..count {
            value(self.next(), place);
        }
        self.leave(']');
        count
    }

    #[inline(never)]
    fn enter(&mut self, name: &'static str, mark: char) {
        match (self.value, mark) {
            (None, _) => self.out.begin(mark),
            (Some(Json::Object(_)), '{') | (Some(Json::List(_)), '[') => {}
            _ => self.note(name),
        }
        let inner = Frame { name, within: self.value, taken: 0 };
        self.around.push(std::mem::replace(&mut self.here, inner));
    }

    #[inline(never)]
    fn leave(&mut self, mark: char) {
        if self.here.taken != self.here.fields().len().max(self.here.values().len()) {
            self.note(self.here.name);
        }
        if !self.is_reading() {
            self.out.end(mark);
        }
        self.here = self.around.pop().unwrap_or_default();
    }

    /// A field that may be missing: whether it is there, or is to be because it holds something. Its
    /// value comes next.
    #[inline(never)]
    pub(in crate::wire) fn has(&mut self, name: &'static str, holds: bool) -> bool {
        self.name = name;
        if !self.is_reading() {
            if holds {
                self.out.at(name);
            }
            return holds;
        }
        let found = self.find(name);
        if found.is_some() {
            self.here.taken += 1;
            self.value = found;
        }
        found.is_some()
    }

    #[inline(never)]
    fn find(&self, name: &str) -> Option<&'a Json> {
        self.here.fields().iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// A field. Its value comes next.
    #[inline(never)]
    pub(in crate::wire) fn at(&mut self, name: &'static str) -> &mut Self {
        if !self.has(name, true) {
            self.note(name);
            self.value = Some(&Json::Null);
        }
        self
    }

    /// A value of a list comes next.
    #[inline(never)]
    pub(super) fn next(&mut self) -> &mut Self {
        if self.value.is_some() {
            self.value = self.here.values().get(self.here.taken);
            self.here.taken += 1;
            if self.value.is_none() {
                self.value = Some(&Json::Null);
            }
        }
        self
    }

    /// A field that is left out where there is nothing.
    pub(in crate::wire) fn maybe<T: Stored>(&mut self, name: &'static str, value: &mut Option<T>) {
        if self.has(name, value.is_some()) {
            value.get_or_insert_with(T::blank).pass(self);
        }
    }

    /// A field that is true, and is left out where it is not.
    pub(super) fn flag(&mut self, name: &'static str, holds: &mut bool) {
        if self.has(name, *holds) {
            self.truth(holds);
            self.want(name, holds.then_some(true), holds);
        }
    }

    /// A field of a list that is left out where the list is empty.
    pub(super) fn maybe_list<T: Stored>(&mut self, name: &'static str, limit: usize, list: &mut Vec<T>) {
        if self.has(name, !list.is_empty()) {
            self.list(limit, list);
        }
    }
}

#[cfg(test)]
mod tests;
