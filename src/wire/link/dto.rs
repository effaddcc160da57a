//! A link as postcard writes it: plain structs that borrow what they can, and their conversions from and to
//! the values of `domain`.
//!
//! The order of fields and variants is the format, described in `docs/formats.md`. Private notes, ticks and
//! held-back things are in no type of this module.

mod agenda;
mod field;
mod manager;
mod note;
mod numbers;
pub(super) mod pair;
mod seller;
mod standing;

use serde::{Deserialize, Serialize};

use self::agenda::ScheduleDto;
use self::field::{Id, convert_at_most, optional_text, text};
use self::manager::ManagerHalfDto;
use self::seller::SellerHalfDto;
use super::content::{Extra, Half, Link, NextSession, NoLink};
use super::list::{Entries, LinkList};
use crate::domain::id::{PairId, SessionId, WriterId};
use crate::domain::register::{Content, Register, VERSION_LIMIT, Version, Written};
use crate::domain::text::Text;
use crate::domain::time::Instant;
use crate::domain::version::VersionVector;

/// The content of a link as postcard writes it: the ids of pair and session, the names of the two, the
/// sender's half, the next session in a record, and fields of later releases.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct LinkDto<'a> {
    pair: Id,
    session: Id,
    manager: Option<&'a str>,
    seller: &'a str,
    #[serde(borrow)]
    half: HalfDto<'a>,
    #[serde(borrow)]
    next: Option<NextDto<'a>>,
    #[serde(borrow)]
    extras: LinkList<ExtraDto<'a>>,
}

/// The sender's half in a link: all concurrent versions of the manager's half, or of the seller's half.
/// `when` is the planned beginning; `None` in a request for a session that nobody planned yet.
#[derive(Debug, Serialize, Deserialize)]
enum HalfDto<'a> {
    Manager(#[serde(borrow)] LinkList<VersionDto<ManagerHalfDto<'a>>>),
    Seller {
        #[serde(borrow)]
        when: Option<ScheduleDto<'a>>,
        #[serde(borrow)]
        versions: LinkList<VersionDto<SellerHalfDto<'a>>>,
    },
}

/// The next session of the two in the link of a record: its id, and all concurrent versions of the manager's half.
#[derive(Debug, Serialize, Deserialize)]
struct NextDto<'a> {
    session: Id,
    #[serde(borrow)]
    versions: LinkList<VersionDto<ManagerHalfDto<'a>>>,
}

/// A field of a later release in a link: its number, and its value as it was read.
#[derive(Debug, Serialize, Deserialize)]
struct ExtraDto<'a> {
    number: u16,
    bytes: &'a [u8],
}

/// One version of a half in a link: the result of one write, and the numbers of writes that its writer, a
/// window of a browser, knew of.
#[derive(Debug, Serialize, Deserialize)]
struct VersionDto<H> {
    vector: LinkList<CounterDto>,
    written: WrittenDto<H>,
}

/// The number of writes of one writer, 1 or more, that a version knew of. `writer` is the id of the writer.
#[derive(Debug, Serialize, Deserialize)]
struct CounterDto {
    writer: Id,
    count: u32,
}

/// The result of one write to a half: its content, or its deletion.
#[derive(Debug, Serialize, Deserialize)]
enum WrittenDto<H> {
    /// The writer wrote this content.
    Content(H),
    /// The writer deleted the half at this instant, in milliseconds since 1970-01-01, UTC.
    Deleted(i64),
}

impl Entries for ExtraDto<'_> {}

impl Entries for CounterDto {}

impl Entries for &str {}

impl<H: Entries> Entries for VersionDto<H> {
    fn entries(&self) -> usize {
        let content = match &self.written {
            WrittenDto::Content(content) => content.entries(),
            WrittenDto::Deleted(_) => 0,
        };
        self.vector.entries() + content
    }
}

impl Entries for NextDto<'_> {
    fn entries(&self) -> usize {
        self.versions.entries()
    }
}

impl Entries for LinkDto<'_> {
    fn entries(&self) -> usize {
        let half = match &self.half {
            HalfDto::Manager(versions) => versions.entries(),
            HalfDto::Seller { versions, .. } => versions.entries(),
        };
        half + self.next.entries() + self.extras.entries()
    }
}

impl<'a> From<&'a Link> for LinkDto<'a> {
    fn from(link: &'a Link) -> Self {
        let Link { pair, session, manager, seller, half, next, extras } = link;
        Self {
            pair: Id(pair.0),
            session: Id(session.0),
            manager: manager.as_ref().map(Text::as_str),
            seller: seller.as_str(),
            half: match half {
                Half::Manager(half) => HalfDto::Manager(versions_of(half)),
                Half::Seller { when, half } => HalfDto::Seller {
                    when: when.as_ref().map(ScheduleDto::from),
                    versions: versions_of(half),
                },
            },
            next: next
                .as_ref()
                .map(|next| NextDto { session: Id(next.session.0), versions: versions_of(&next.half) }),
            extras: extras
                .iter()
                .map(|extra| ExtraDto { number: extra.number, bytes: &extra.bytes })
                .collect(),
        }
    }
}

impl TryFrom<LinkDto<'_>> for Link {
    type Error = NoLink;

    fn try_from(link: LinkDto<'_>) -> Result<Self, NoLink> {
        let LinkDto { pair, session, manager, seller, half, next, extras } = link;
        Ok(Self {
            pair: PairId(pair.0),
            session: SessionId(session.0),
            manager: optional_text(manager)?,
            seller: text(seller)?,
            half: match half {
                HalfDto::Manager(versions) => Half::Manager(register(versions)?),
                HalfDto::Seller { when, versions } => {
                    Half::Seller { when: when.map(TryInto::try_into).transpose()?, half: register(versions)? }
                }
            },
            next: match next {
                Some(next) => {
                    Some(NextSession { session: SessionId(next.session.0), half: register(next.versions)? })
                }
                None => None,
            },
            extras: extras
                .0
                .iter()
                .map(|extra| Extra { number: extra.number, bytes: extra.bytes.to_vec() })
                .collect(),
        })
    }
}

fn versions_of<'a, C: Content, H: From<&'a C>>(register: &'a Register<C>) -> LinkList<VersionDto<H>> {
    register.versions().into_iter().map(version_of).collect()
}

fn version_of<'a, C, H: From<&'a C>>(version: &'a Version<C>) -> VersionDto<H> {
    let counter = |(writer, count): (WriterId, u32)| CounterDto { writer: Id(writer.0), count };
    VersionDto {
        vector: version.vector.counters().map(counter).collect(),
        written: match &version.written {
            Written::Content(content) => WrittenDto::Content(content.into()),
            Written::Deleted(at) => WrittenDto::Deleted(at.0),
        },
    }
}

fn register<C: Content, H: TryInto<C, Error = NoLink>>(
    versions: LinkList<VersionDto<H>>,
) -> Result<Register<C>, NoLink> {
    let versions = convert_at_most(VERSION_LIMIT, versions, version)?;
    Register::from_versions(&versions).ok_or(NoLink::Damaged)
}

fn version<C, H: TryInto<C, Error = NoLink>>(version: VersionDto<H>) -> Result<Version<C>, NoLink> {
    let counters = version.vector.0.iter().map(|counter| (WriterId(counter.writer.0), counter.count));
    let vector = VersionVector::new(counters);
    // A writer that counts twice, or has written nothing.
    if vector.counters().count() != version.vector.0.len() {
        return Err(NoLink::Damaged);
    }
    let written = match version.written {
        // Content is somebody's.
        WrittenDto::Content(_) if version.vector.0.is_empty() => return Err(NoLink::Damaged),
        WrittenDto::Content(content) => Written::Content(content.try_into()?),
        WrittenDto::Deleted(at) => Written::Deleted(Instant(at)),
    };
    Ok(Version { vector, written })
}
