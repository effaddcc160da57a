//! The browser's `Intl`: offsets of time zones, and dates in the reader's language.

use js_sys::{Array, Date, Intl as BrowserIntl, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

use crate::domain::time::{Instant, LocalDateTime, Span, Zone};
use crate::text::intl::{DateStyle, Intl, Names, Year};

/// The browser as it answers for `Intl`.
pub(super) struct Browser;

/// The time zone of this device; UTC where the browser does not name one.
pub(super) fn own_zone() -> Zone {
    let options = BrowserIntl::DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
    let name = Reflect::get(&options, &"timeZone".into()).ok().and_then(|name| name.as_string());
    name.and_then(|name| Zone::parse(&name)).unwrap_or_else(Zone::utc)
}

impl Intl for Browser {
    fn offset(&self, zone: &Zone, instant: Instant) -> Span {
        let fields = ["year", "month", "day", "hour", "minute", "second"];
        let mut options = vec![("timeZone", zone.name()), ("hourCycle", "h23"), ("calendar", "gregory")];
        options.extend(fields.iter().map(|field| (*field, "numeric")));
        let Some(format) = format("en-US", &options) else { return Span::ZERO };
        let parts = format.format_to_parts(&date(instant));
        let read = |name: &str| {
            let part = parts.iter().find(|part| text(part, "type").as_deref() == Some(name))?;
            text(&part, "value")?.parse::<i64>().ok()
        };
        let [Some(year), Some(month), Some(day), Some(hour), Some(minute), Some(second)] = fields.map(read)
        else {
            return Span::ZERO;
        };
        let Some(local) = LocalDateTime::parse(
            &format!("{year:04}-{month:02}-{day:02}"),
            &format!("{hour:02}:{minute:02}"),
        ) else {
            return Span::ZERO;
        };
        let shown = local.as_utc().plus(Span(second.saturating_mul(1000)));
        // What is shown has no milliseconds, so neither has the instant it is compared with.
        shown.since(Instant(instant.0.saturating_sub(instant.0.rem_euclid(1000))))
    }

    fn date(&self, tag: &str, local: LocalDateTime, style: DateStyle) -> String {
        let names = match style.names {
            Names::Full => "long",
            Names::Short => "short",
        };
        let mut options = vec![("weekday", names), ("day", "numeric"), ("month", names)];
        if style.year == Year::Said {
            options.push(("year", "numeric"));
        }
        self.say(tag, local, options)
    }

    fn time(&self, tag: &str, local: LocalDateTime) -> String {
        self.say(tag, local, vec![("hour", "2-digit"), ("minute", "2-digit")])
    }
}

impl Browser {
    /// Says a local date or time: as if the clock on the wall stood in UTC, so that no zone turns it.
    fn say(&self, tag: &str, local: LocalDateTime, mut options: Vec<(&str, &str)>) -> String {
        options.push(("timeZone", "UTC"));
        let Some(format) = format(tag, &options).or_else(|| format("en", &options)) else {
            return String::new();
        };
        let say: JsValue =
            format.format().call1(&JsValue::UNDEFINED, &date(local.as_utc())).unwrap_or_default();
        say.as_string().unwrap_or_default()
    }
}

/// A formatter; `None` where the browser knows neither tag nor zone, which it tells by throwing.
fn format(tag: &str, options: &[(&str, &str)]) -> Option<BrowserIntl::DateTimeFormat> {
    let object = Object::new();
    for (name, value) in options {
        Reflect::set(&object, &(*name).into(), &(*value).into()).ok()?;
    }
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let constructor: js_sys::Function =
        Reflect::get(&intl, &"DateTimeFormat".into()).ok()?.dyn_into().ok()?;
    let arguments = Array::of2(&tag.into(), &object);
    Reflect::construct(&constructor, &arguments).ok()?.dyn_into().ok()
}

#[expect(clippy::cast_precision_loss, reason = "dates of JavaScript are whole numbers below 2^53")]
fn date(instant: Instant) -> Date {
    Date::new(&JsValue::from_f64(instant.0 as f64))
}

fn text(object: &JsValue, name: &str) -> Option<String> {
    Reflect::get(object, &name.into()).ok()?.as_string()
}
