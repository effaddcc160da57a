//! Version 1 of the stored data. The names of fields and tags are part of the format: once
//! released they stay.

mod closing;
mod desk;
mod note;
mod preparation;
mod session;

use super::{Scribe, Stored};
use crate::domain::closing::Reply;
use crate::domain::id::{DeviceId, PairId, SessionId};
use crate::domain::note::{Answer, Kind, Place};
use crate::domain::phrase::{Phrase, Wording};
use crate::domain::preparation::{Handshake, Private, Source};
use crate::domain::record::{Pair, Record, Settings};
use crate::domain::register::{Content, Register, VERSION_LIMIT, Version, Written};
use crate::domain::session::{Party, Stance};
use crate::domain::text::Text;
use crate::domain::time::Instant;
use crate::domain::version::VersionVector;

/// The most devices that one vector is read with.
const DEVICE_LIMIT: usize = 10_000;

/// A list of its writings.
impl<C: Stored + Content> Stored for Register<C> {
    fn blank() -> Self {
        Self::of(Version::blank())
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        let count = self.versions().len();
        let found = scribe.called("versions").values(VERSION_LIMIT, count, &mut |scribe, place| {
            self.version_at(place, Version::blank).pass(scribe);
        });
        if found == 0 {
            scribe.note("versions");
        }
        if scribe.is_reading() {
            *self = self.in_order();
        }
    }
}

/// `vector`, and either `content` or `deleted`, an instant.
impl<C: Stored> Stored for Version<C> {
    fn blank() -> Self {
        Self { vector: VersionVector::default(), written: Written::Content(C::blank()) }
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        let Self { vector, written } = self;
        scribe.object("version", |scribe| {
            let deleted = match written {
                Written::Content(_) => None,
                Written::Deleted(at) => Some(*at),
            };
            if let Some(at) = pass_stamp(vector, deleted, scribe) {
                *written = Written::Deleted(at);
            } else if let Written::Content(content) = written {
                content.pass(scribe);
            }
        });
    }
}

/// What a writing has beside its content, which comes next where this is `None`.
#[inline(never)]
fn pass_stamp(
    vector: &mut VersionVector,
    mut deleted: Option<Instant>,
    scribe: &mut Scribe<'_>,
) -> Option<Instant> {
    scribe.at("vector").counters(DEVICE_LIMIT, vector);
    scribe.maybe("deleted", &mut deleted);
    if deleted.is_none() {
        // What nobody wrote has no content.
        if vector.counters().next().is_none() {
            scribe.note("vector");
        }
        scribe.at("content");
    } else if scribe.has("content", false) {
        scribe.note("content");
    }
    deleted
}

/// Built-in words by key, or somebody's own.
impl Stored for Wording {
    fn blank() -> Self {
        Self::BuiltIn(Phrase::NewItem)
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        let name = scribe.name();
        scribe.object(name, |scribe| {
            let is_own = scribe.which(&["own"], usize::from(matches!(self, Self::BuiltIn(_)))) == 0;
            if is_own && scribe.is_reading() {
                *self = Self::Own(Text::BLANK);
            }
            match self {
                Self::BuiltIn(phrase) => phrase.pass(scribe.at("built-in").called(name)),
                Self::Own(text) => scribe.at("own").called(name).text(text),
            }
        });
    }
}

impl Stored for Phrase {
    fn blank() -> Self {
        Self::NewItem
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        let mut key = self.key().to_owned();
        scribe.string(&mut key);
        scribe.want(scribe.name(), Self::from_key(&key), self);
    }
}

impl Stored for Text {
    fn blank() -> Self {
        Self::BLANK
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        scribe.text(self);
    }
}

impl Stored for Instant {
    fn blank() -> Self {
        Self(0)
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        scribe.whole(&mut self.0);
    }
}

impl Stored for PairId {
    fn blank() -> Self {
        Self(0)
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        scribe.id(&mut self.0);
    }
}

impl Stored for SessionId {
    fn blank() -> Self {
        Self(0)
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        scribe.id(&mut self.0);
    }
}

impl Stored for DeviceId {
    fn blank() -> Self {
        Self(0)
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        scribe.called("device").id(&mut self.0);
    }
}

/// An enumeration without content is stored as a word. The words stand in the order of the variants,
/// which a test of reading back holds; reading starts from the first.
macro_rules! stored_as_words {
    ($($name:ty: $($word:literal => $variant:ident),+;)+) => {$(
        impl Stored for $name {
            fn blank() -> Self {
                let [first, ..] = [$(Self::$variant),+];
                first
            }

            fn pass(&mut self, scribe: &mut Scribe<'_>) {
                let mut place = match self {
                    $(Self::$variant => Self::$variant as usize,)+
                };
                scribe.word(&[$($word),+], &mut place);
                if let Some(found) = [$(Self::$variant),+].get(place) {
                    *self = *found;
                }
            }
        }
    )+};
}

stored_as_words! {
    Party: "manager" => Manager, "seller" => Seller;
    Source: "seen" => Seen, "told" => Told, "guessed" => Guessed;
    Stance: "brings-it" => BringsIt, "other-time" => OtherTime;
    Handshake: "ready" => Ready, "together" => Together;
    Kind: "promise" => Promise, "parked" => Parked, "note" => Shared;
    Place: "next-time" => NextTime, "elsewhere" => Elsewhere, "dropped" => Dropped;
    Answer: "done" => Done, "not-yet" => NotYet, "dropped" => Dropped;
    Reply: "yes" => Yes, "partly" => Partly, "not-yet" => NotYet, "coaching" => Coaching,
        "talking" => JustTalking, "seller" => Seller, "manager" => Manager, "even" => Even;
}

impl Stored for Record {
    fn blank() -> Self {
        Self::Settings(Settings::default())
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        let mut kind = match self {
            Self::Pair(_) => 0,
            Self::Private(_) => 1,
            Self::Settings(_) => 2,
            Self::Side(_) => 3,
            Self::Same(_) => 4,
        };
        scribe.object("record", |scribe| {
            scribe.at("kind").word(&["pair", "private", "settings", "side", "same"], &mut kind);
            if scribe.is_reading() {
                *self = match kind {
                    0 => Self::Pair(Pair { manager: None, seller: Text::BLANK }),
                    1 => Self::Private(Private::default()),
                    3 => Self::Side(Party::Manager),
                    4 => Self::Same(PairId(0)),
                    _ => Self::blank(),
                };
            }
            match self {
                Self::Pair(Pair { manager, seller }) => {
                    scribe.maybe("manager", manager);
                    scribe.at("seller").text(seller);
                }
                Self::Settings(Settings { own_name }) => scribe.maybe("own_name", own_name),
                Self::Side(party) => party.pass(scribe.at("party")),
                Self::Same(pair) => pair.pass(scribe.at("pair")),
                Self::Private(private) => preparation::pass_private(private, scribe),
            }
        });
    }
}
