//! What a party keeps about a session for themselves, whichever of their devices and windows wrote it.
//!
//! Never puts any of it into a session.

use super::kept::Value;
use super::model::Model;
use crate::domain::id::SessionId;
use crate::domain::preparation::Private;
use crate::domain::record::{Record, RecordId};
use crate::domain::register::{Register, Version, Written};
use crate::domain::session::Party;
use crate::wire::key::Key;

impl Model {
    /// What that party keeps about the session for themselves: of what was written without knowing of one
    /// another all holds, and nobody is asked to choose.
    #[must_use]
    pub fn private(&self, id: SessionId, party: Party) -> Private {
        self.private_of_all(id, party).0
    }

    /// The same, and the places of the writings that went into it whole.
    fn private_of_all(&self, id: SessionId, party: Party) -> (Private, Vec<usize>) {
        let key = Key::Record(RecordId::Private(id, party));
        let register = self.kept.get(&key).and_then(|kept| kept.value().register());
        let Some(Record::Private(shown)) = register.and_then(Register::content) else {
            return Default::default();
        };
        let (mut private, mut places) = (shown.clone(), Vec::new());
        for (place, other) in register.map(Register::others).unwrap_or_default().iter().enumerate() {
            if let Version { written: Written::Content(Record::Private(other)), .. } = other
                && private.join(other)
            {
                places.push(place);
            }
        }
        (private, places)
    }

    /// Keeps that instead. It stands for all writings that were shown as one.
    pub(super) fn keep_private(&mut self, id: SessionId, party: Party, private: Private) {
        let (_, places) = self.private_of_all(id, party);
        let (device, id) = (self.device, RecordId::Private(id, party));
        self.record(id, Record::Private(private.clone()));
        for place in places.into_iter().rev() {
            let Some(kept) = self.kept.get_mut(&Key::Record(id)) else { return };
            let Some(register) = kept.value().register() else { return };
            let chosen = register.chosen(device, place, Written::Content(Record::Private(private.clone())));
            kept.set(Value::Record(chosen));
        }
    }
}
