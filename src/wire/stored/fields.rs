//! Reads the fields of a JSON object, by name and with their checks.
//!
//! A check that fails is noted rather than returned, and reading goes on with some value of the
//! type: what otherwise has to be undone at each check weighed a quarter of all the reading.
//! [`Faults`] says in the end whether anything of it may be used.

use std::cell::Cell;

use crate::domain::id::SessionId;
use crate::domain::text::Text;
use crate::wire::json::Json;

/// The first thing found that cannot be, by the name of its field.
#[derive(Debug, Default)]
pub struct Faults(Cell<Option<&'static str>>);

impl Faults {
    /// Notes that the field of this name cannot be.
    pub(super) fn note(&self, name: &'static str) {
        if self.0.get().is_none() {
            self.0.set(Some(name));
        }
    }

    /// The value; `name` is at fault where there is none.
    pub(super) fn want<T>(&self, value: Option<T>, name: &'static str) -> Option<T> {
        if value.is_none() {
            self.note(name);
        }
        value
    }

    /// What was noted first.
    pub(super) fn first(&self) -> Option<&'static str> {
        self.0.get()
    }

    /// An object, called `name` in an error, whose fields `read` takes, all of them.
    pub(super) fn object<'a, T>(
        &'a self,
        data: &'a Json,
        name: &'static str,
        read: impl FnOnce(&mut Fields<'a>) -> T,
    ) -> T {
        let object = match data {
            Json::Object(object) => object.as_slice(),
            _ => {
                self.note(name);
                &[]
            }
        };
        let mut fields = Fields { object, taken: 0, faults: self };
        let value = read(&mut fields);
        if fields.taken != object.len() {
            self.note(name);
        }
        value
    }

    /// A list of at most `limit` values.
    pub(super) fn list<'a>(&self, value: &'a Json, name: &'static str, limit: usize) -> &'a [Json] {
        match value {
            Json::List(list) if list.len() <= limit => list,
            _ => {
                self.note(name);
                &[]
            }
        }
    }

    /// A string.
    pub(super) fn string<'a>(&self, value: &'a Json, name: &'static str) -> &'a str {
        match value {
            Json::Text(text) => text,
            _ => {
                self.note(name);
                ""
            }
        }
    }

    /// Somebody's text, as [`Text::parse`] left it.
    pub(super) fn text(&self, value: &Json, name: &'static str) -> Option<Text> {
        self.want(Text::parse(self.string(value, name)).ok(), name)
    }

    /// An id; all of them are written alike.
    pub(super) fn id(&self, text: &str, name: &'static str) -> u64 {
        self.want(SessionId::parse(text), name).map_or(0, |id| id.0)
    }

    /// True or false.
    pub(super) fn truth(&self, value: &Json, name: &'static str) -> bool {
        match value {
            Json::Truth(truth) => *truth,
            _ => {
                self.note(name);
                false
            }
        }
    }

    /// A whole number from 0 to 65,535.
    pub(super) fn small(&self, value: &Json, name: &'static str) -> u16 {
        let number = self.whole(value, name).try_into().ok();
        self.want(number, name).unwrap_or_default()
    }

    /// A whole number.
    pub(super) fn whole(&self, value: &Json, name: &'static str) -> i64 {
        match value {
            Json::Whole(number) => *number,
            _ => {
                self.note(name);
                0
            }
        }
    }
}

/// The fields of an object that is read. A field that is not known is refused rather than passed
/// over, since saving would drop it.
pub(super) struct Fields<'a> {
    object: &'a [(String, Json)],
    taken: usize,
    faults: &'a Faults,
}

impl<'a> Fields<'a> {
    /// A field that may be missing.
    pub(super) fn maybe(&mut self, name: &str) -> Option<&'a Json> {
        let (_, value) = self.object.iter().find(|(known, _)| known == name)?;
        self.taken += 1;
        Some(value)
    }

    /// A field.
    pub(super) fn field(&mut self, name: &'static str) -> &'a Json {
        let value = self.maybe(name);
        self.faults.want(value, name).unwrap_or(&Json::Null)
    }

    /// A field that holds a string.
    pub(super) fn string(&mut self, name: &'static str) -> &'a str {
        self.faults.string(self.field(name), name)
    }

    /// A field that holds somebody's text.
    pub(super) fn text(&mut self, name: &'static str) -> Option<Text> {
        self.faults.text(self.field(name), name)
    }

    /// A field that holds somebody's text, or is missing.
    pub(super) fn maybe_text(&mut self, name: &'static str) -> Option<Text> {
        self.faults.text(self.maybe(name)?, name)
    }

    /// A field that holds an id.
    pub(super) fn id(&mut self, name: &'static str) -> u64 {
        self.faults.id(self.string(name), name)
    }

    /// A field that holds a whole number from 0 to 65,535.
    pub(super) fn small(&mut self, name: &'static str) -> u16 {
        self.faults.small(self.field(name), name)
    }

    /// A field that holds true or false.
    pub(super) fn truth(&mut self, name: &'static str) -> bool {
        let value = self.field(name);
        self.faults.truth(value, name)
    }

    /// A field that holds a list of at most `limit` values.
    pub(super) fn list(&mut self, name: &'static str, limit: usize) -> &'a [Json] {
        self.faults.list(self.field(name), name, limit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::json::parse;

    fn fault_of(data: &str, read: fn(&mut Fields<'_>)) -> Option<&'static str> {
        let faults = Faults::default();
        faults.object(&parse(data).unwrap(), "data", read);
        faults.first()
    }

    fn read_all(fields: &mut Fields<'_>) {
        fields.string("string");
        fields.text("text");
        fields.maybe_text("maybe");
        fields.id("id");
        fields.small("small");
        fields.truth("truth");
        fields.list("list", 2);
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
