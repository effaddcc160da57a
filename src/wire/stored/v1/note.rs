//! What was written down in a session, in version 1: `notes` and `statuses` of the manager's half,
//! and the line on the desk that is being written.

use crate::domain::desk::Line;
use crate::domain::id::SessionId;
use crate::domain::note::{
    Answer, Carried, Detail, Kind, NOTE_LIMIT, Note, NoteId, Notes, STATUS_LIMIT, Status,
};
use crate::domain::session::Party;
use crate::domain::text::Text;
use crate::domain::time::Instant;
use crate::wire::stored::{Scribe, Stored};

/// Both fields stand among those of the half, and are left out where they hold nothing.
pub(super) fn pass_notes(notes: &mut Notes, scribe: &mut Scribe<'_>) {
    let Notes { all, statuses } = notes;
    scribe.maybe_list("notes", NOTE_LIMIT, all);
    // What is done to one of two of the same name would be done to the other.
    let twice = |note: &Note| all.iter().filter(|other| other.id == note.id).count() > 1;
    if all.iter().any(twice) {
        scribe.note("notes");
    }
    scribe.maybe_list("statuses", STATUS_LIMIT, statuses);
}

impl Stored for Note {
    fn blank() -> Self {
        Self { id: NoteId(0), item: None, words: Text::BLANK, detail: Detail::Shared }
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        let (mut kind, mut by) = (self.kind(), self.by());
        let Self { id, item, words, detail } = self;
        scribe.object("note", |scribe| {
            id.pass(scribe.at("id"));
            kind.pass(scribe.at("kind"));
            scribe.maybe("item", item);
            if kind != Kind::Shared {
                scribe.maybe("by", &mut by);
            }
            scribe.at("words").text(words);
            if scribe.is_reading() {
                *detail = blank_detail(kind, by, scribe);
            }
            match detail {
                Detail::Promise { by: _, first_step, when, is_confirmed } => {
                    scribe.maybe("first_step", first_step);
                    scribe.maybe("when", when);
                    scribe.at("confirmed").truth(is_confirmed);
                }
                Detail::Parked { by: _, place } => scribe.maybe("place", place),
                Detail::Shared => {}
            }
        });
    }
}

/// What a note of that kind holds before the rest of it is read. A promise is somebody's.
fn blank_detail(kind: Kind, by: Option<Party>, scribe: &mut Scribe<'_>) -> Detail {
    match kind {
        Kind::Promise => {
            let mut who = Party::Seller;
            scribe.want("by", by, &mut who);
            Detail::Promise { by: who, first_step: None, when: None, is_confirmed: false }
        }
        Kind::Parked => Detail::Parked { by, place: None },
        Kind::Shared => Detail::Shared,
    }
}

impl Stored for NoteId {
    fn blank() -> Self {
        Self(0)
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        scribe.small(&mut self.0);
    }
}

/// The session of the promise, when that began, and the promise.
impl Stored for Carried {
    fn blank() -> Self {
        Self { session: SessionId(0), began: Instant(0), note: Note::blank() }
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        let Self { session, began, note } = self;
        scribe.row(|scribe| {
            session.pass(scribe.next());
            began.pass(scribe.next());
            note.pass(scribe.next());
        });
    }
}

/// The session of the promise, its note, and what was said.
impl Stored for Status {
    fn blank() -> Self {
        Self { session: SessionId(0), note: NoteId(0), answer: Answer::Done }
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        let Self { session, note, answer } = self;
        scribe.row(|scribe| {
            session.pass(scribe.next());
            note.pass(scribe.next());
            answer.pass(scribe.next());
        });
    }
}

/// The line that is being written, as it was typed.
impl Stored for Line {
    fn blank() -> Self {
        Self {
            kind: Kind::Shared,
            note: None,
            by: None,
            words: String::new(),
            first_step: String::new(),
            when: String::new(),
            is_open: false,
        }
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        let Self { kind, note, by, words, first_step, when, is_open } = self;
        scribe.object("line", |scribe| {
            kind.pass(scribe.at("kind"));
            scribe.maybe("note", note);
            scribe.maybe("by", by);
            scribe.at("words").string(words);
            scribe.at("first_step").string(first_step);
            scribe.at("when").string(when);
            scribe.at("open").truth(is_open);
        });
    }
}
