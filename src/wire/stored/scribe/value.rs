//! The values that hold no others: text, numbers, names, and counters of devices.

use super::Scribe;
use crate::domain::id::{DeviceId, SessionId};
use crate::domain::text::Text;
use crate::domain::time::LocalDateTime;
use crate::domain::version::VersionVector;
use crate::wire::json::Json;
use crate::wire::stored::write::hex;

impl Scribe<'_> {
    /// A string.
    #[inline(never)]
    pub(in crate::wire::stored) fn string(&mut self, string: &mut String) {
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
    pub(in crate::wire::stored) fn id(&mut self, id: &mut u64) {
        let mut string = hex(*id);
        self.string(&mut string);
        self.want(self.name, SessionId::parse(&string).map(|id| id.0), id);
    }

    /// One of those words, by its place.
    #[inline(never)]
    pub(in crate::wire::stored) fn word(&mut self, words: &[&str], place: &mut usize) {
        let mut string = words.get(*place).copied().unwrap_or_default().to_owned();
        self.string(&mut string);
        self.want(self.name, words.iter().position(|word| *word == string), place);
    }

    /// True or false.
    #[inline(never)]
    pub(in crate::wire::stored) fn truth(&mut self, truth: &mut bool) {
        match self.value {
            None => self.out.raw(if *truth { "true" } else { "false" }),
            Some(Json::Truth(found)) => *truth = *found,
            Some(_) => self.note(self.name),
        }
    }

    /// A whole number from 0 to 65,535.
    #[inline(never)]
    pub(in crate::wire::stored) fn small(&mut self, number: &mut u16) {
        let mut whole = i64::from(*number);
        self.whole(&mut whole);
        self.want(self.name, whole.try_into().ok(), number);
    }

    /// An instant, or another whole number of JSON.
    #[inline(never)]
    pub(in crate::wire::stored) fn whole(&mut self, number: &mut i64) {
        match self.value {
            None => self.out.number(*number),
            Some(Json::Whole(found)) => *number = *found,
            Some(_) => self.note(self.name),
        }
    }

    /// A date and a time: two fields.
    pub(in crate::wire::stored) fn local(&mut self, local: &mut LocalDateTime) {
        let (mut date, mut time) = (local.date_field(), local.time_field());
        self.at("date").string(&mut date);
        self.at("time").string(&mut time);
        self.want("date", LocalDateTime::parse(&date, &time), local);
    }

    /// An object with the counter of each device, of at most `limit` of them.
    pub(in crate::wire::stored) fn counters(&mut self, limit: usize, vector: &mut VersionVector) {
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
