//! The values that hold no others: text, numbers, names, and counters of devices.
//!
//! In the packed form each goes into the packer, and what stands there comes out, so that packing and
//! unpacking are one.

use super::Scribe;
use crate::domain::id::{DeviceId, SessionId};
use crate::domain::text::Text;
use crate::domain::time::{Instant, LocalDateTime};
use crate::domain::version::VersionVector;
use crate::wire::json::Json;
use crate::wire::stored::write::hex;

impl Scribe<'_> {
    /// A string.
    #[inline(never)]
    pub(in crate::wire::stored) fn string(&mut self, string: &mut String) {
        if let Some(packer) = &mut self.packer {
            let found = String::from_utf8(packer.text(string));
            return self.want(self.name, found.ok(), string);
        }
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
        if let Some(packer) = &mut self.packer {
            *id = packer.id(*id);
            return;
        }
        let mut string = hex(*id);
        self.string(&mut string);
        self.want(self.name, SessionId::parse(&string).map(|id| id.0), id);
    }

    /// One of those words, by its place.
    #[inline(never)]
    pub(in crate::wire::stored) fn word(&mut self, words: &[&str], place: &mut usize) {
        if let Some(packer) = &mut self.packer {
            let found = usize::try_from(packer.number(self.name, *place as u64)).ok();
            return self.want(self.name, found.filter(|found| *found < words.len()), place);
        }
        let mut string = words.get(*place).copied().unwrap_or_default().to_owned();
        self.string(&mut string);
        self.want(self.name, words.iter().position(|word| *word == string), place);
    }

    /// True or false.
    #[inline(never)]
    pub(in crate::wire::stored) fn truth(&mut self, truth: &mut bool) {
        if let Some(packer) = &mut self.packer {
            *truth = packer.truth(self.name, *truth);
            return;
        }
        match self.value {
            None => self.out.raw(if *truth { "true" } else { "false" }),
            Some(Json::Truth(found)) => *truth = *found,
            Some(_) => self.note(self.name),
        }
    }

    /// A whole number from 0 to 65,535.
    #[inline(never)]
    pub(in crate::wire::stored) fn small(&mut self, number: &mut u16) {
        if let Some(packer) = &mut self.packer {
            let found = packer.number(self.name, u64::from(*number));
            return self.want(self.name, found.try_into().ok(), number);
        }
        let mut whole = i64::from(*number);
        self.whole(&mut whole);
        self.want(self.name, whole.try_into().ok(), number);
    }

    /// An instant, or another whole number of JSON.
    #[inline(never)]
    pub(in crate::wire::stored) fn whole(&mut self, number: &mut i64) {
        if let Some(packer) = &mut self.packer {
            *number = packer.instant(self.name, *number);
            return;
        }
        match self.value {
            None => self.out.number(*number),
            Some(Json::Whole(found)) => *number = *found,
            Some(_) => self.note(self.name),
        }
    }

    /// A date and a time: two fields.
    pub(in crate::wire::stored) fn local(&mut self, local: &mut LocalDateTime) {
        let found = if let Some(packer) = &mut self.packer {
            let minutes = packer.number("date", local.as_utc().0.cast_unsigned() / 60_000);
            let instant = i64::try_from(minutes).unwrap_or(-1).saturating_mul(60_000);
            LocalDateTime::from_utc(Instant(instant))
        } else {
            let (mut date, mut time) = (local.date_field(), local.time_field());
            self.at("date").string(&mut date);
            self.at("time").string(&mut time);
            LocalDateTime::parse(&date, &time)
        };
        self.want("date", found, local);
    }

    /// An object with the counter of each device, of at most `limit` of them.
    pub(in crate::wire::stored) fn counters(&mut self, limit: usize, vector: &mut VersionVector) {
        if self.packer.is_some() {
            return self.packed_counters(vector);
        }
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

    /// As [`Scribe::counters`]: how many there are, and of each the device and its counter.
    fn packed_counters(&mut self, vector: &mut VersionVector) {
        let mut counters: Vec<_> = vector.counters().collect();
        if let Some(packer) = &mut self.packer {
            let count = packer.count(self.name, counters.len());
            counters.resize(count, (DeviceId(0), 0));
            for (device, count) in &mut counters {
                device.0 = packer.id(device.0);
                *count = u32::try_from(packer.number("count", u64::from(*count))).unwrap_or_default();
            }
        }
        if counters.iter().any(|(_, count)| *count == 0) {
            self.note(self.name);
        }
        *vector = VersionVector::new(counters);
    }
}
