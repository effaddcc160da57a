//! Changes of stored records: the two halves of a session, the records beside the sessions, and the private
//! content of a party, merged from all devices and windows.
//!
//! Never moves private content into a session.

use crate::domain::half::{ManagerHalf, SellerHalf};
use crate::domain::id::{SessionId, WriterId};
use crate::domain::party::Party;
use crate::domain::private::{Held, Private};
use crate::domain::record::{Record, RecordId};
use crate::domain::register::{Content, Register, Written};
use crate::domain::text::{Text, both_texts};
use crate::domain::topic::Topic;
use crate::program::state::kept::{Kept, Value};
use crate::program::state::model::Model;
use crate::wire::key::Key;

impl Model {
    /// Returns the private note, the ticks and the held-back content of a party about a session. Concurrent
    /// versions are joined, so nobody has to choose.
    #[must_use]
    pub fn private(&self, id: SessionId, party: Party) -> Private {
        self.joined_private(id, party, Private::clone).0
    }

    /// Returns the concurrent versions of the private content of a party about a session, the shown one
    /// first; without those that say that the content was deleted.
    pub(in crate::program) fn private_versions(
        &self,
        id: SessionId,
        party: Party,
    ) -> impl Iterator<Item = &Private> {
        let kept = self.kept.get(&Key::Record(RecordId::Private(id, party)));
        let versions = kept.and_then(|kept| kept.value().register()).map(Register::versions);
        versions.unwrap_or_default().into_iter().filter_map(|version| match &version.written {
            Written::Content(Record::Private(private)) => Some(&**private),
            _ => None,
        })
    }

    /// Returns the private content of a party about a session as it is to be shown: the joined content, and then of each
    /// concurrent version what did not fit in there.
    #[must_use]
    pub fn private_parts(&self, id: SessionId, party: Party) -> Vec<Private> {
        let joined = self.private(id, party);
        let rest = |version: &Private| Private {
            note: version.note.clone().filter(|note| !holds_text(joined.note.as_ref(), note)),
            held: left_out(&version.held, &joined.held),
            ..Private::default()
        };
        let mut parts: Vec<Private> = self.private_versions(id, party).map(rest).collect();
        parts.retain(|part| *part != Private::default());
        parts.insert(0, joined);
        parts
    }

    /// Returns the joined parts of the private content of a party about a session, and true if several
    /// concurrent versions are joined in them, each of them whole.
    fn joined_private(&self, id: SessionId, party: Party, part: fn(&Private) -> Private) -> (Private, bool) {
        let register = self.kept.get(&Key::Record(RecordId::Private(id, party)));
        let count = register.and_then(|kept| kept.value().register()).map_or(0, |all| all.versions().len());
        let mut parts = self.private_versions(id, party).map(part);
        let (mut joined, mut whole) = (parts.next().unwrap_or_default(), 1_usize);
        for other in parts {
            whole += usize::from(joined.join(&other));
        }
        (joined, count > 1 && whole == count)
    }

    /// Returns true if private content can be stored: no unreadable record blocks its key.
    pub(in crate::program) fn keeps_private(&self, id: SessionId, party: Party) -> bool {
        !self.health.blocks(Key::Record(RecordId::Private(id, party)))
    }

    /// Replaces the private content of a party about a session, with all versions that were joined in that
    /// content. If one of them did not fit in as a whole, all other versions stay.
    pub(in crate::program) fn keep_private(&mut self, id: SessionId, party: Party, private: Private) {
        let (_, is_whole) = self.joined_private(id, party, Private::clone);
        self.replace_private(id, party, private, is_whole);
    }

    /// Replaces the private content of a party about a session, after the sheet showed the party the texts of
    /// all versions. If the ticks or the held-back notes of a version, which no sheet shows, did not fit in,
    /// all other versions stay.
    pub(in crate::program) fn keep_private_of_sheet(
        &mut self,
        id: SessionId,
        party: Party,
        private: Private,
    ) {
        let (_, is_whole) = self.joined_private(id, party, Private::beside_sheet);
        self.replace_private(id, party, private, is_whole);
    }

    fn replace_private(&mut self, id: SessionId, party: Party, private: Private, is_whole: bool) {
        let (writer, id, private) =
            (self.writer, RecordId::Private(id, party), Record::Private(Box::new(private)));
        if is_whole
            && let Some(kept) = self.kept.get_mut(&Key::Record(id))
            && let Some(register) = kept.value().register()
        {
            kept.set(Value::Record(register.written(writer, Written::Content(private))));
        } else {
            self.record(id, private);
        }
    }

    /// Returns true if the record of `key` stays readable after `other` is merged into it: concurrent
    /// versions and their writers add up.
    #[must_use]
    pub fn has_room(&self, key: Key, other: &Value) -> bool {
        let Some(kept) = self.kept.get(&key) else { return true };
        let both = kept.value().merged(other);
        both.fits() && (both.waiting() == 0 || Value::open(key, &both.seal()).is_ok())
    }

    /// Replaces the content of a record beside the sessions, or adds the record.
    pub(in crate::program) fn record(&mut self, id: RecordId, record: Record) {
        let writer = self.writer;
        let key = Key::Record(id);
        let Some(kept) = self.kept.get_mut(&key) else {
            self.kept.insert(key, Kept::new(Value::Record(Register::new(writer, record))));
            return;
        };
        let Some(register) = kept.value().register() else { return };
        if register.content() != Some(&record) {
            let changed = changed(register, kept.known().filter_map(Value::register), writer, record);
            kept.set(Value::Record(changed));
        }
    }

    /// Changes the manager's half of a session, the plan and the record, by calling `change`. Does nothing on
    /// the seller's device, or without a plan.
    pub(in crate::program) fn change(&mut self, id: SessionId, change: &mut dyn FnMut(&mut ManagerHalf)) {
        let writer = self.writer;
        let is_sellers = self.known(id).is_some_and(|session| self.side(session.pair) == Party::Seller);
        let Some(kept) = self.kept.get_mut(&Key::Session(id)).filter(|_| !is_sellers) else { return };
        let Some(session) = kept.value().session() else { return };
        let Some(mut half) = session.manager_half().cloned() else { return };
        change(&mut half);
        if Some(&half) != session.manager_half() {
            let known = kept.known().filter_map(Value::session).map(|known| &known.manager);
            let manager = changed(&session.manager, known, writer, half);
            if let Value::Session(session) = kept.edit() {
                session.manager = manager;
            }
        }
    }

    /// Replaces the seller's half of a session, the preparation and the answers at the close, or adds the
    /// first one. Does nothing for an unknown session.
    pub(in crate::program) fn change_seller(&mut self, id: SessionId, half: SellerHalf) {
        let writer = self.writer;
        let Some(kept) = self.kept.get_mut(&Key::Session(id)) else { return };
        let Some(session) = kept.value().session() else { return };
        let seller = Some(match &session.seller {
            Some(register) if register.content() == Some(&half) => return,
            Some(register) => {
                let known = kept.known().filter_map(Value::session).filter_map(|known| known.seller.as_ref());
                changed(register, known, writer, half)
            }
            None => Register::new(writer, half),
        });
        if let Value::Session(session) = kept.edit() {
            session.seller = seller;
        }
    }
}

/// Returns true if the joined text has all lines of `text`.
fn holds_text(joined: Option<&Text>, text: &Text) -> bool {
    joined.is_some_and(|joined| both_texts(joined.as_str(), text.as_str()) == joined.as_str())
}

/// Returns what `version` holds back and the joined content does not hold.
fn left_out(version: &Held, joined: &Held) -> Held {
    let is_joined = |topic: &Topic| {
        let measure = |held: &Topic| {
            topic.worked_if.as_ref().is_none_or(|words| holds_text(held.worked_if.as_ref(), words))
        };
        joined.topics.iter().any(|held| held.words == topic.words && measure(held))
    };
    Held {
        topics: version.topics.iter().filter(|topic| !is_joined(topic)).cloned().collect(),
        evidence: version.evidence.iter().filter(|line| !joined.evidence.contains(line)).cloned().collect(),
        leave_alone: version
            .leave_alone
            .clone()
            .filter(|words| !holds_text(joined.leave_alone.as_ref(), words)),
        notes: Vec::new(),
    }
}

/// Returns the register after `writer` changed its content to `content`. Amends the shown version if none of
/// `known`, the values that others may know, holds that version; otherwise adds a version.
fn changed<'a, C: Content + 'a>(
    register: &Register<C>,
    mut known: impl Iterator<Item = &'a Register<C>>,
    writer: WriterId,
    content: C,
) -> Register<C> {
    let is_known = known.any(|known| known.versions().contains(&register.shown()));
    if is_known { register.rewritten(writer, Written::Content(content)) } else { register.amended(content) }
}
