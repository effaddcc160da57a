//! Private records of a party about a session, merged from all devices and windows.
//!
//! Never moves private content into a session.

use crate::domain::id::SessionId;
use crate::domain::party::Party;
use crate::domain::private::Private;
use crate::domain::record::{Record, RecordId};
use crate::domain::register::{Register, Written};
use crate::program::state::kept::Value;
use crate::program::state::model::Model;
use crate::wire::key::Key;

impl Model {
    /// Returns the private content of a party about a session. Concurrent versions are joined, so nobody has
    /// to choose.
    #[must_use]
    pub fn private(&self, id: SessionId, party: Party) -> Private {
        self.private_of_all(id, party).0
    }

    /// Returns the private content; true if several versions are joined in it, each of them whole.
    fn private_of_all(&self, id: SessionId, party: Party) -> (Private, bool) {
        let key = Key::Record(RecordId::Private(id, party));
        let register = self.kept.get(&key).and_then(|kept| kept.value().register());
        let Some(Record::Private(shown)) = register.and_then(Register::content) else {
            return Default::default();
        };
        let others = register.map(Register::others).unwrap_or_default();
        let (mut private, mut is_whole) = (shown.clone(), !others.is_empty());
        for other in others {
            is_whole &=
                matches!(&other.written, Written::Content(Record::Private(other)) if private.join(other));
        }
        (private, is_whole)
    }

    /// Returns true if private content can be stored: no unreadable record blocks its key.
    pub(in crate::program) fn keeps_private(&self, id: SessionId, party: Party) -> bool {
        !self.health.blocked.contains(&Key::Record(RecordId::Private(id, party)))
    }

    /// Stores private content. Replaces all versions that were joined in it.
    pub(in crate::program) fn keep_private(&mut self, id: SessionId, party: Party, private: Private) {
        let (_, is_whole) = self.private_of_all(id, party);
        let (device, id, private) = (self.device, RecordId::Private(id, party), Record::Private(private));
        if is_whole
            && let Some(kept) = self.kept.get_mut(&Key::Record(id))
            && let Some(register) = kept.value().register()
        {
            kept.set(Value::Record(register.written(device, Written::Content(private))));
        } else {
            self.record(id, private);
        }
    }
}
