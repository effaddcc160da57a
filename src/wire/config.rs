//! A company's own content: the JSON file that the owner of a page hands to the widget by its attribute `config`.
//!
//! Trusts nothing: limits hold before and while the text is read, and each fault names its path and the rule. A part
//! with a fault is left out, and the built-in content stands in its place.

mod coaching_type;
mod dto;
mod fault;
mod parts;
mod tree;

use std::collections::BTreeMap;

use serde_json::Value;

use self::coaching_type::coaching_type;
use self::dto::{FileDto, LimitsDto, Part, TypeDto};
use self::fault::At;
pub use self::fault::{Fault, Rule};
use self::parts::{NAME_LIMIT, entries, in_range, line, text};
use crate::domain::agenda::SESSION_MINUTES;
use crate::domain::ahead::COUNT_ON_LIMIT;
use crate::domain::coaching_type::{Catalogue, CoachingType, built_in};
use crate::domain::limits::Limits;
use crate::domain::text::Text;
use crate::domain::time::{Minutes, Span};

/// Most bytes of a company's file.
pub const CONFIG_LIMIT: usize = 256 * 1024;

/// Version of the form of the file that this release reads.
const VERSION: u8 = 1;

/// Most coaching types of a company.
const TYPES: usize = 20;

/// Most languages for which a company has words.
const LANGUAGES: usize = 20;

/// The content of a company, as far as its file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// Coaching types and lines that the page offers.
    pub catalogue: Catalogue,
    /// Limits of the page.
    pub limits: Limits,
    /// Names for the manager and the seller, by language tag.
    pub parties: BTreeMap<String, PartyNames>,
    /// Words in place of built-in ones, in the form of Project Fluent, by language tag. Their ids and variables are
    /// checked where the words are said.
    pub words: BTreeMap<String, String>,
}

/// The company's names for the two, inside a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyNames {
    /// Name for the manager, such as "coach".
    pub manager: Text,
    /// Name for the seller, such as "adviser".
    pub seller: Text,
    /// Name for several sellers, such as "advisers".
    pub sellers: Text,
}

/// Reads a company's file. Returns the content that holds, with the faults of the rest.
#[must_use]
pub fn read(file: &str) -> (Config, Vec<Fault>) {
    let mut faults = Vec::new();
    let config = whole(file, &mut At::file(&mut faults)).unwrap_or_default();
    (config, faults)
}

/// Reads the file; `None` with a fault if the whole of it is none.
fn whole(file: &str, at: &mut At<'_>) -> Option<Config> {
    if file.len() > CONFIG_LIMIT {
        return at.fault(Rule::Bytes { found: file.len(), most: CONFIG_LIMIT });
    }
    // A file that an editor of Windows saved may begin with a byte-order mark.
    let value: Value = match tree::read(file.strip_prefix('\u{feff}').unwrap_or(file)) {
        Ok(value) => value,
        Err(error) => return at.fault(Rule::Json(error.to_string())),
    };
    let file = Part::<FileDto>::from(value).with(FileDto::NAMES, at).read(at)?;
    let version = file.version.and_then(|part| part.read(&mut at.name("version")));
    if version.is_some_and(|version| version != VERSION) {
        return at.name("version").fault(Rule::Version(VERSION));
    }
    let types = file.types.and_then(|part| part.read(&mut at.name("types")));
    let types = types.and_then(|types| own_types(types, &mut at.name("types"))).unwrap_or_default();
    let offered = file.built_in_types.and_then(|part| part.read(&mut at.name("built-in-types")));
    let offered = offered.and_then(|ids| known_types(ids, &mut at.name("built-in-types")));
    let stays = |id: &str| offered.as_ref().is_none_or(|ids| ids.iter().any(|other| other == id));
    let mut catalogue = Catalogue::default().with_types(types, stays);
    let count_on = file.count_on.and_then(|part| part.read(&mut at.name("count-on")));
    let lines =
        count_on.and_then(|lines| entries(lines, [1, COUNT_ON_LIMIT], &mut at.name("count-on"), line));
    if let Some(lines) = lines.filter(|lines| !lines.is_empty()) {
        catalogue = catalogue.with_count_on(lines);
    }
    let limits = file.limits.and_then(|part| part.read(&mut at.name("limits")));
    let parties = file.parties.and_then(|part| part.read(&mut at.name("parties"))).unwrap_or_default();
    let words = file.words.and_then(|part| part.read(&mut at.name("words"))).unwrap_or_default();
    Some(Config {
        catalogue,
        limits: limits.map_or_else(Limits::default, |dto| self::limits(&dto, &mut at.name("limits"))),
        parties: by_language(parties, &mut at.name("parties"), |of, at| {
            let manager = text(&of.manager, NAME_LIMIT, &mut at.name("manager"));
            let seller = text(&of.seller, NAME_LIMIT, &mut at.name("seller"));
            let sellers = text(&of.sellers, NAME_LIMIT, &mut at.name("sellers"));
            Some(PartyNames { manager: manager?, seller: seller?, sellers: sellers? })
        }),
        words: by_language(words, &mut at.name("words"), |words, _| Some(words)),
    })
}

/// Returns the types without a fault, each id once.
fn own_types(types: Vec<Part<TypeDto>>, at: &mut At<'_>) -> Option<Vec<CoachingType>> {
    let read = |part: Part<TypeDto>, at: &mut At<'_>| {
        let dto = part.with(TypeDto::NAMES, at).read(at)?;
        coaching_type(dto, at)
    };
    let places: Vec<(usize, Part<TypeDto>)> = types.into_iter().enumerate().collect();
    let read_at = |(place, part), at: &mut At<'_>| Some((place, read(part, at)?));
    let mut all: Vec<CoachingType> = Vec::new();
    for (place, own) in entries(places, [0, TYPES], at, read_at)? {
        if all.iter().any(|other| other.id == own.id || other.name == own.name) {
            at.entry(place).fault::<()>(Rule::Twice);
        } else {
            all.push(own);
        }
    }
    Some(all)
}

/// Returns the ids of built-in types, without those that are none.
fn known_types(ids: Vec<String>, at: &mut At<'_>) -> Option<Vec<String>> {
    entries(ids, [0, TYPES], at, |id, at| match built_in(&id) {
        Some(_) => Some(id),
        None => at.fault(Rule::NoType),
    })
}

/// Returns the limits. One that is wider than the built-in one is a fault, and the built-in one holds.
fn limits(dto: &LimitsDto, at: &mut At<'_>) -> Limits {
    let usual = Limits::default();
    let range = [*SESSION_MINUTES.start(), *SESSION_MINUTES.end()];
    let mut minutes = |name: &str, minutes: Option<u16>| {
        minutes.and_then(|minutes| in_range(minutes, range, &mut at.name(name))).map(Minutes)
    };
    let shortest = minutes("shortest-minutes", dto.shortest_minutes).unwrap_or(usual.shortest);
    let longest = minutes("longest-minutes", dto.longest_minutes).unwrap_or(usual.longest);
    let days = dto.drafts_kept_days;
    let days = days.and_then(|days| in_range(days, [1, 30], &mut at.name("drafts-kept-days")));
    let drafts_kept = days.map_or(usual.drafts_kept, |days| Span::minutes(i64::from(days) * 24 * 60));
    if shortest > longest {
        let (found, least) = (longest.0.into(), shortest.0.into());
        at.name("longest-minutes").fault::<()>(Rule::Range { found, least, most: range[1].into() });
        return Limits { drafts_kept, ..usual };
    }
    Limits { shortest, longest, drafts_kept }
}

/// Returns the values by language tag, without those with a fault. A tag has letters, digits and hyphens.
fn by_language<T, V>(
    all: BTreeMap<String, T>,
    at: &mut At<'_>,
    read: impl Fn(T, &mut At<'_>) -> Option<V>,
) -> BTreeMap<String, V> {
    if all.len() > LANGUAGES {
        at.fault::<()>(Rule::Entries { found: all.len(), least: 0, most: LANGUAGES });
        return BTreeMap::new();
    }
    let mut values = BTreeMap::new();
    for (tag, value) in all {
        let at = &mut at.name(&tag);
        let value = parts::name(tag.to_ascii_lowercase(), at).and_then(|_| read(value, at));
        values.extend(value.map(|value| (tag, value)));
    }
    values
}
