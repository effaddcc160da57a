//! Time zones, and the starts that people agree on.
//!
//! The rules of time zones come through the port [`Zones`].
#![deny(clippy::arithmetic_side_effects)]

use super::checksum::CRC_32;
use super::time::{Instant, LocalDateTime, Span};

/// The name of a time zone in the IANA database, such as `Europe/Berlin`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Zone(String);

impl Zone {
    /// Takes a name of 1 to 64 characters out of `A-Z a-z 0-9 _ + - /`; `None` for anything else.
    /// Only the platform knows if the zone exists.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let legal = |byte: u8| byte.is_ascii_alphanumeric() || b"_+-/".contains(&byte);
        ((1..=64).contains(&name.len()) && name.bytes().all(legal)).then(|| Self(name.to_owned()))
    }

    /// Returns coordinated universal time, for a platform that does not name its zone.
    #[must_use]
    pub fn utc() -> Self {
        Self("UTC".to_owned())
    }

    /// Returns the name of the zone, such as `Europe/Berlin`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0
    }

    /// Returns the place in the name of the zone, such as `New York`. Some browsers still give a city the name that it
    /// had before.
    #[must_use]
    pub fn place(&self) -> String {
        let place = self.0.rsplit('/').next().unwrap_or_default();
        match place {
            "Kiev" => "Kyiv".to_owned(),
            "Calcutta" => "Kolkata".to_owned(),
            "Saigon" => "Ho Chi Minh".to_owned(),
            "Rangoon" => "Yangon".to_owned(),
            "Katmandu" => "Kathmandu".to_owned(),
            _ => place.replace('_', " "),
        }
    }
}

/// The offset of a wall clock from UTC, in minutes, positive east of UTC: up to 18 hours either way. The default is
/// UTC itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Offset(i16);

impl Offset {
    /// Number of minutes that an offset can have either way.
    const LIMIT: i16 = 18 * 60;

    /// Takes a number of minutes; `None` beyond 18 hours.
    #[must_use]
    pub fn new(minutes: i16) -> Option<Self> {
        (-Self::LIMIT..=Self::LIMIT).contains(&minutes).then_some(Self(minutes))
    }

    /// Returns the nearest offset of whole minutes to `span`.
    #[must_use]
    pub fn of(span: Span) -> Self {
        i16::try_from(span.rounded_minutes()).ok().and_then(Self::new).unwrap_or_default()
    }

    /// Returns the minutes, -1,080 to 1,080.
    #[must_use]
    pub fn minutes(self) -> i16 {
        self.0
    }

    /// Returns the offset as a span.
    #[must_use]
    pub fn span(self) -> Span {
        Span::minutes(self.0.into())
    }
}

impl std::fmt::Display for Offset {
    /// Writes the offset as ISO 8601 has it, such as `+05:45`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (sign, minutes) = (if self.0 < 0 { '-' } else { '+' }, self.0.unsigned_abs());
        write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

/// The number of times that wall clocks show a date and time: a change of the offset skips some and repeats others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The clocks show the time once.
    Once,
    /// The clocks are moved forward past the time.
    Never,
    /// The clocks are moved back, and show the time again.
    Twice,
}

/// The planned beginning of a session. People agree on a date and a time at a place, so these are kept. The
/// instant follows from the rules of the zone, which governments change (as in RFC 8984, section 4.7.1).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Schedule {
    /// Date and time of day on a wall clock when the session begins.
    pub local: LocalDateTime,
    /// Time zone of the wall clock.
    pub zone: Zone,
    /// Offset of the wall clock from UTC, by the rules that held when this was written. It holds where a reader's
    /// platform does not know the zone.
    pub offset: Offset,
}

impl Schedule {
    /// Returns the beginning at `local` on a wall clock in `zone`, with the offset that the rules give. A time that a
    /// spring change skips becomes the time that the clocks show instead.
    #[must_use]
    pub fn new(local: LocalDateTime, zone: Zone, zones: &dyn Zones) -> Self {
        let begins = zones.instant_of(local, &zone);
        let offset = zones.offset(&zone, begins).map(Offset::of).unwrap_or_default();
        Self { local: zones.local_at(begins, &zone).unwrap_or(local), zone, offset }
    }

    /// Returns the instant of the beginning: by the rules of the zone, else by the written offset.
    #[must_use]
    pub fn begins(&self, zones: &dyn Zones) -> Instant {
        if self.knows_zone(zones) {
            zones.instant_of(self.local, &self.zone)
        } else {
            self.local.as_utc().minus(self.offset.span())
        }
    }

    /// Returns true if the platform knows the zone.
    #[must_use]
    pub fn knows_zone(&self, zones: &dyn Zones) -> bool {
        zones.offset(&self.zone, self.local.as_utc()).is_some()
    }

    /// Returns a number for the date, the time and the zone: a CRC-32, the same on every device.
    #[must_use]
    pub fn fingerprint(&self) -> u64 {
        let Self { local, zone, offset: _ } = self;
        let written = format!("{}\n{}\n{}", local.date_field(), local.time_field(), zone.name());
        CRC_32.checksum(written.as_bytes()).into()
    }
}

/// A time zone, with the offset of its clocks from UTC at the planned start of a session.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ZoneAt {
    /// Time zone of a person's device.
    pub zone: Zone,
    /// Offset of its clocks at the planned start, in a request for a session when it was written. It holds where a reader's platform does not know the zone.
    pub offset: Offset,
}

impl ZoneAt {
    /// Returns the zone with its offset at `instant`; `None` for a zone that the platform does not know, and for UTC,
    /// which stands for a device that names no zone.
    #[must_use]
    pub fn of(zone: &Zone, instant: Instant, zones: &dyn Zones) -> Option<Self> {
        let offset = zones.offset(zone, instant).filter(|_| *zone != Zone::utc()).map(Offset::of)?;
        Some(Self { zone: zone.clone(), offset })
    }

    /// Returns the date and time on the clocks of the zone at `instant`: by its rules, else by the written offset. `None`
    /// outside the years 1970 to 9999.
    #[must_use]
    pub fn local_at(&self, instant: Instant, zones: &dyn Zones) -> Option<LocalDateTime> {
        match zones.offset(&self.zone, instant) {
            Some(_) => zones.local_at(instant, &self.zone),
            None => LocalDateTime::from_utc(instant.plus(self.offset.span())),
        }
    }
}

/// The rules of time zones. The platform provides them, since governments change the rules at any time.
pub trait Zones {
    /// Returns the offset of clocks in `zone` from UTC at `instant`, positive east of UTC; `None` for a zone
    /// that the platform does not know.
    fn offset(&self, zone: &Zone, instant: Instant) -> Option<Span>;

    /// Returns the instant at which clocks in `zone` show `local`. A time that a spring change skips
    /// moves on by the length of the gap. A time that an autumn change repeats means the first of the
    /// two (RFC 5545, section 3.3.5). An unknown zone is taken for UTC: for the zone that the device names as its own.
    fn instant_of(&self, local: LocalDateTime, zone: &Zone) -> Instant {
        let [first, second] = self.candidates(local, zone);
        if !first.1 && second.1 { second.0 } else { first.0 }
    }

    /// Returns how often clocks in `zone` show `local`; once in an unknown zone.
    fn shown(&self, local: LocalDateTime, zone: &Zone) -> Shown {
        match self.candidates(local, zone) {
            [(first, true), (second, true)] if first != second => Shown::Twice,
            [(_, false), (_, false)] => Shown::Never,
            _ => Shown::Once,
        }
    }

    /// Returns the two instants at which clocks in `zone` can show `local`, by the offset before and the one after, each
    /// with true if they do.
    fn candidates(&self, local: LocalDateTime, zone: &Zone) -> [(Instant, bool); 2] {
        let utc = local.as_utc();
        let day = Span::minutes(24 * 60);
        let offset = |instant| self.offset(zone, instant).unwrap_or_default();
        // No zone changes its offset twice within the two days around a time, so the offsets a day
        // before and a day after are the only two that can hold.
        [utc.minus(day), utc.plus(day)].map(|near| {
            let instant = utc.minus(offset(near));
            (instant, offset(instant) == offset(near))
        })
    }

    /// Returns the date and time that clocks in `zone` show at `instant`; `None` outside the years 1970 to 9999. An
    /// unknown zone is taken for UTC, as in [`Zones::instant_of`].
    fn local_at(&self, instant: Instant, zone: &Zone) -> Option<LocalDateTime> {
        LocalDateTime::from_utc(instant.plus(self.offset(zone, instant).unwrap_or_default()))
    }
}
