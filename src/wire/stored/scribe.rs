//! Writes values as JSON, and reads them: one description of a value serves both, so that what is
//! written and what is read cannot drift apart, and is in the download once.
//!
//! A check that fails is noted rather than returned, and reading goes on with what stood there
//! before: what otherwise has to be undone at each check weighed a quarter of all the reading.
//! Where a fault was noted, nothing of what was read may be used.

use super::Stored;
use super::write::{Writer, hex};
use crate::domain::id::{DeviceId, SessionId};
use crate::domain::text::Text;
use crate::domain::version::VersionVector;
use crate::wire::json::Json;

/// Goes through a value part by part, and either writes each part or reads it.
#[derive(Debug, Default)]
pub struct Scribe<'a> {
    out: Writer,
    /// What the next part is read from; `None` while writing.
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
    pub(super) fn fault(&self) -> Option<&'static str> {
        self.fault
    }

    /// Whether it reads. Asked where what is read decides which parts come next.
    pub(in crate::wire) fn is_reading(&self) -> bool {
        self.value.is_some()
    }

    /// Whether the next part comes as a string, or may: what is written comes as it is.
    pub(super) fn comes_as_text(&self) -> bool {
        matches!(self.value, None | Some(Json::Text(_)))
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

    /// Calls the next part so in an error.
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
    pub(in crate::wire) fn object(&mut self, name: &'static str, fields: impl FnOnce(&mut Self)) {
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
        if self.here.values().len() > limit {
            self.here.within = Some(&Json::Null);
            self.note(self.name);
        }
        let count = if self.is_reading() { self.here.values().len() } else { count };
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
    pub(super) fn has(&mut self, name: &'static str, holds: bool) -> bool {
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

    /// Whether a field is there that may be read.
    pub(in crate::wire) fn finds(&self, name: &str) -> bool {
        self.find(name).is_some()
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
        if self.is_reading() {
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

    /// A field of a list that is left out where the list is empty.
    pub(super) fn maybe_list<T: Stored>(&mut self, name: &'static str, limit: usize, list: &mut Vec<T>) {
        if self.has(name, !list.is_empty()) {
            self.list(limit, list);
        }
    }

    /// A string.
    #[inline(never)]
    pub(super) fn string(&mut self, string: &mut String) {
        match self.value {
            None => self.out.text(string),
            Some(Json::Text(found)) => string.clone_from(found),
            Some(_) => self.note(self.name),
        }
    }

    /// Somebody's text, as [`Text::parse`] left it.
    #[inline(never)]
    pub(in crate::wire) fn text(&mut self, text: &mut Text) {
        let mut string = text.to_string();
        self.string(&mut string);
        self.want(self.name, Text::parse(&string).ok(), text);
    }

    /// An id; all of them are written alike.
    #[inline(never)]
    pub(super) fn id(&mut self, id: &mut u64) {
        let mut string = hex(*id);
        self.string(&mut string);
        self.want(self.name, SessionId::parse(&string).map(|id| id.0), id);
    }

    /// One of those words, by its place.
    #[inline(never)]
    pub(super) fn word(&mut self, words: &[&str], place: &mut usize) {
        let mut string = words.get(*place).copied().unwrap_or_default().to_owned();
        self.string(&mut string);
        self.want(self.name, words.iter().position(|word| *word == string), place);
    }

    /// True or false.
    #[inline(never)]
    pub(super) fn truth(&mut self, truth: &mut bool) {
        match self.value {
            None => self.out.raw(if *truth { "true" } else { "false" }),
            Some(Json::Truth(found)) => *truth = *found,
            Some(_) => self.note(self.name),
        }
    }

    /// A whole number from 0 to 65,535.
    #[inline(never)]
    pub(super) fn small(&mut self, number: &mut u16) {
        let mut whole = i64::from(*number);
        self.whole(&mut whole);
        self.want(self.name, whole.try_into().ok(), number);
    }

    /// A whole number.
    #[inline(never)]
    pub(super) fn whole(&mut self, number: &mut i64) {
        match self.value {
            None => self.out.number(*number),
            Some(Json::Whole(found)) => *number = *found,
            Some(_) => self.note(self.name),
        }
    }

    /// An object with the counter of each device, of at most `limit` of them.
    pub(super) fn counters(&mut self, limit: usize, vector: &mut VersionVector) {
        self.enter(self.name, '{');
        if !self.is_reading() {
            for (device, count) in vector.counters() {
                self.out.at(&hex(device.0)).number(count);
            }
            return self.leave('}');
        }
        let fields = self.here.fields();
        self.here.taken = fields.len();
        if fields.len() > limit {
            self.note(self.name);
        }
        *vector = VersionVector::new(fields.iter().take(limit).map(|(device, count)| {
            self.value = Some(count);
            let (mut id, mut whole, mut count) = (0, 0, 0);
            self.want(self.name, SessionId::parse(device).map(|id| id.0), &mut id);
            self.whole(&mut whole);
            self.want(self.name, u32::try_from(whole).ok().filter(|count| *count > 0), &mut count);
            (DeviceId(id), count)
        }));
        self.leave('}');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::note::NoteId;
    use crate::wire::json::parse;

    fn fault_of(data: &str, read: fn(&mut Scribe<'_>)) -> Option<&'static str> {
        let data = parse(data).unwrap();
        let mut scribe = Scribe::reading(&data);
        scribe.object("data", read);
        scribe.fault()
    }

    fn read_all(scribe: &mut Scribe<'_>) {
        scribe.at("string").string(&mut String::new());
        scribe.at("text").text(&mut Text::blank());
        scribe.maybe("maybe", &mut None::<Text>);
        scribe.at("id").id(&mut 0);
        scribe.at("small").small(&mut 0);
        scribe.at("truth").truth(&mut false);
        scribe.at("list").list(2, &mut Vec::<NoteId>::new());
    }

    const GOOD: &str = r#"{"string":"","text":"a","maybe":"b","id":"00000000000000ff","small":65535,"truth":false,"list":[1,2]}"#;

    #[test]
    fn each_check_names_its_field() {
        assert_eq!(fault_of(GOOD, read_all), None);
        for (good, bad, fault) in [
            (r#""string":"""#, r#""string":1"#, "string"),
            (r#""text":"a""#, r#""text":" ""#, "text"),
            (r#""text":"a","#, "", "text"),
            (r#""maybe":"b""#, r#""maybe":null"#, "maybe"),
            ("ff", "FF", "id"),
            ("65535", "65536", "small"),
            ("65535", "-1", "small"),
            ("false", "0", "truth"),
            ("[1,2]", "[1,2,3]", "list"),
            ("[1,2]", "{}", "list"),
            ("{", r#"{"unknown":1,"#, "data"),
        ] {
            let data = GOOD.replacen(good, bad, 1);
            assert_eq!(fault_of(&data, read_all), Some(fault), "{data}");
        }
        assert_eq!(fault_of(&GOOD.replacen(r#""maybe":"b","#, "", 1), read_all), None);
    }

    #[test]
    fn the_first_fault_is_the_one_that_is_told() {
        assert_eq!(fault_of("[]", read_all), Some("data"));
        assert_eq!(fault_of(r#"{"unknown":1}"#, read_all), Some("string"));
    }
}
