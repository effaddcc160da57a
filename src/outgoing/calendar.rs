//! The entry of a session for a calendar: a file in the format iCalendar (RFC 5545), and the addresses at which Google,
//! Outlook and Microsoft 365 open a filled-in entry.
//!
//! Delegates read calendars, so an entry holds the plan alone: no topic, no words about a customer, no next step, no
//! record.

use super::expect::expect;
use std::fmt::Write as _;

use chrono::{DateTime, SecondsFormat, Utc};
use icalendar::{Calendar, Class, Component as _, Event, EventLike as _};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::domain::checksum::CRC_32;
use crate::domain::coaching_type::Catalogue;
use crate::domain::id::SessionId;
use crate::domain::plan::Plan;
use crate::domain::standard::standard;
use crate::domain::text::without_turns;
use crate::domain::time::{Instant, Minutes};
use crate::text::Env;
use crate::text::message::Message;

/// Upper bound on an address that opens a filled-in entry, in bytes. Servers refuse longer ones.
const ADDRESS_LIMIT: usize = 7_000;

/// The characters of an address that stand for themselves (RFC 3986, section 2.3).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The entry of a session in a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEntry {
    /// Id of the session, from which the entry has its lasting id.
    pub session: SessionId,
    /// Title: the product's name, and the names of the two.
    pub title: String,
    /// Instant of the planned start.
    pub begins: Instant,
    /// Instant of the planned end.
    pub ends: Instant,
    /// Room or meeting link; `None` if the plan names none.
    pub place: Option<String>,
    /// Words on what to expect, the coaching type, its standard agenda, and the link to the plan alone.
    pub body: String,
}

/// A calendar on the web that opens a filled-in entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarService {
    /// Google Calendar.
    Google,
    /// Outlook on the web for private accounts.
    Outlook,
    /// Outlook on the web for accounts of a company.
    Microsoft365,
}

/// The link in an entry, as an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryLink<'a> {
    /// The link holds the plan of the session alone.
    Plan(&'a str),
    /// The lasting link of two people with a row of dates, which opens their next session.
    Next(&'a str),
}

impl CalendarEntry {
    /// Returns the entry for a plan. `clocks` is the start in words on the clocks of both people; `None` if they show the
    /// same, as far as is known. `link` is `None` if the page has no address.
    #[must_use]
    pub fn new(
        env: &Env<'_>,
        session: SessionId,
        plan: &Plan,
        catalogue: &Catalogue,
        [seller, manager]: [Option<&str>; 2],
        clocks: Option<&str>,
        link: Option<EntryLink<'_>>,
    ) -> Self {
        let begins = plan.schedule.begins(env.zones);
        let mut body = format!("{}\n\n", env.say(&expect(plan)));
        let coaching_type = env.wording(&plan.coaching_type.name);
        let minutes = env.say(&Message::Minutes { minutes: plan.minutes });
        body.extend(clocks.map(|clocks| format!("{clocks}\n")));
        body.push_str(&format!("{coaching_type}, {minutes}\n"));
        for item in standard(plan, catalogue).iter().flat_map(|agenda| agenda.items()) {
            let minutes = env.say(&Message::Minutes { minutes: item.minutes });
            body.push_str(&format!("- {}, {minutes}\n", env.wording(&item.title)));
        }
        let link = link.map(|link| match link {
            EntryLink::Plan(link) => Message::CalendarPlan { link },
            EntryLink::Next(link) => Message::CalendarNext { link },
        });
        link.iter().for_each(|link| body.push_str(&format!("\n{}\n", env.say(link))));
        Self {
            session,
            title: Self::title(env, [seller, manager]),
            begins,
            ends: begins.plus(plan.minutes.span()),
            place: plan.place.as_ref().map(|place| plain(place.as_str())),
            body: plain(&body),
        }
    }

    /// Returns the title of the entries of two people: the product's name, and the names of the two.
    #[must_use]
    pub fn title(env: &Env<'_>, [seller, manager]: [Option<&str>; 2]) -> String {
        let unknown = env.say(&Message::SellerUnknown);
        let two = env.two(seller.unwrap_or(&unknown), manager);
        plain(&format!("{}: {two}", env.say(&Message::Product)))
    }

    /// Returns a number for the content of the entry: a CRC-32, the same on every device.
    #[must_use]
    pub fn fingerprint(&self) -> u64 {
        let Self { title, begins, ends, place, body, .. } = self;
        let place = place.as_deref().unwrap_or_default();
        CRC_32.checksum(format!("{title}\n{}\n{}\n{place}\n{body}", begins.0, ends.0).as_bytes()).into()
    }

    /// Returns the entry as a file in the format iCalendar, made at `now`. A file with a higher `sequence` replaces the
    /// entry of an earlier file. `None` outside the range of the calendar.
    #[must_use]
    pub fn file(&self, sequence: u32, now: Instant) -> Option<String> {
        calendar_of(vec![self.event(sequence, now)?])
    }

    /// Returns the entry as an event, made at `now`; `None` outside the range of the calendar.
    pub(super) fn event(&self, sequence: u32, now: Instant) -> Option<Event> {
        let mut event = Event::new();
        event
            .uid(&format!("{}@coaching-session", self.session))
            .sequence(sequence)
            .timestamp(utc(now)?)
            .starts(utc(self.begins)?)
            .ends(utc(self.ends)?)
            .summary(&self.title)
            .class(Class::Private);
        if !self.body.is_empty() {
            event.description(&self.body);
        }
        if let Some(place) = &self.place {
            event.location(place);
        }
        Some(event.done())
    }

    /// Returns the length of the entry.
    #[must_use]
    pub fn minutes(&self) -> Minutes {
        Minutes(u16::try_from(self.ends.since(self.begins).rounded_minutes()).unwrap_or_default())
    }

    /// Returns the address at which the service opens the filled-in entry; `None` if the entry is too long for an address.
    #[must_use]
    pub fn address(&self, service: CalendarService) -> Option<String> {
        let (base, mut fields): (&str, Vec<(&str, String)>) = match service {
            CalendarService::Google => {
                let stamp = |instant| Some(utc(instant)?.format("%Y%m%dT%H%M%SZ").to_string());
                let dates = format!("{}/{}", stamp(self.begins)?, stamp(self.ends)?);
                let fields = vec![
                    ("action", "TEMPLATE".to_owned()),
                    ("text", self.title.clone()),
                    ("dates", dates),
                    ("details", self.body.clone()),
                ];
                ("https://calendar.google.com/calendar/render", fields)
            }
            CalendarService::Outlook | CalendarService::Microsoft365 => {
                let stamp = |instant| Some(utc(instant)?.to_rfc3339_opts(SecondsFormat::Secs, true));
                let fields = vec![
                    ("path", "/calendar/action/compose".to_owned()),
                    ("rru", "addevent".to_owned()),
                    ("subject", self.title.clone()),
                    ("startdt", stamp(self.begins)?),
                    ("enddt", stamp(self.ends)?),
                    // The body is read as HTML.
                    ("body", as_html(&self.body)),
                ];
                let base = match service {
                    CalendarService::Microsoft365 => "https://outlook.office.com/calendar/deeplink/compose",
                    _ => "https://outlook.live.com/calendar/deeplink/compose",
                };
                (base, fields)
            }
        };
        fields.extend(self.place.clone().map(|place| ("location", place)));
        address_of(base, fields)
    }
}

/// Returns the address with these fields behind its base; `None` if it is too long.
pub(super) fn address_of(base: &str, fields: Vec<(&str, String)>) -> Option<String> {
    let mut address = base.to_owned();
    for (number, (name, value)) in fields.into_iter().enumerate() {
        address.push(if number == 0 { '?' } else { '&' });
        address.push_str(name);
        address.push('=');
        address.extend(utf8_percent_encode(&value, RESERVED));
    }
    (address.len() <= ADDRESS_LIMIT).then_some(address)
}

/// Returns the file in the format iCalendar with these events.
pub(super) fn calendar_of(events: Vec<Event>) -> Option<String> {
    let mut calendar = Calendar::empty();
    calendar
        .append_property(("VERSION", "2.0"))
        .append_property(("PRODID", "-//coaching-session//EN"))
        .append_property(("CALSCALE", "GREGORIAN"));
    for event in events {
        calendar.push(event);
    }
    let mut file = String::new();
    write!(file, "{calendar}").ok()?;
    Some(file)
}

/// Returns the text without invisible isolates, with line feeds alone as line breaks.
pub(super) fn plain(text: &str) -> String {
    without_turns(text).replace("\r\n", "\n").replace('\r', "\n")
}

/// Returns a text as HTML that shows the same text.
fn as_html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\n', "<br>")
}

pub(super) fn utc(instant: Instant) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp_millis(instant.0)
}
