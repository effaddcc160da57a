//! What was written down in a session, in version 1: `notes` and `statuses` of the manager's half,
//! and the line on the desk that is being written.

use crate::domain::agenda::ItemId;
use crate::domain::desk::Line;
use crate::domain::id::SessionId;
use crate::domain::note::{
    Answer, Detail, Kind, NOTE_LIMIT, Note, NoteId, Notes, Place, STATUS_LIMIT, Status,
};
use crate::domain::session::Party;
use crate::wire::json::Json;
use crate::wire::stored::fields::{Faults, Fields};
use crate::wire::stored::write::Writer;

const KINDS: [&str; 3] = ["promise", "parked", "note"];
const PARTIES: [&str; 2] = ["manager", "seller"];
const PLACES: [&str; 3] = ["next-time", "elsewhere", "dropped"];
const ANSWERS: [&str; 3] = ["done", "not-yet", "dropped"];

/// The word for the one of that place in its enumeration.
fn word(words: &[&'static str], place: usize) -> &'static str {
    words.get(place).copied().unwrap_or_default()
}

/// The place of a word, which the enumeration then has at the same one.
fn place_of(words: &[&'static str], value: &Json, name: &'static str, faults: &Faults) -> Option<usize> {
    let word = faults.string(value, name);
    faults.want(words.iter().position(|known| *known == word), name)
}

fn read_kind(fields: &mut Fields<'_>, faults: &Faults) -> Option<Kind> {
    let place = place_of(&KINDS, fields.field("kind"), "kind", faults)?;
    [Kind::Promise, Kind::Parked, Kind::Shared].get(place).copied()
}

fn read_by(fields: &mut Fields<'_>, faults: &Faults) -> Option<Party> {
    let place = place_of(&PARTIES, fields.maybe("by")?, "by", faults)?;
    [Party::Manager, Party::Seller].get(place).copied()
}

/// Both fields are left out where they hold nothing.
pub(super) fn write_notes(notes: &Notes, out: &mut Writer) {
    if !notes.all.is_empty() {
        out.at("notes").list(|out| notes.all.iter().for_each(|note| write_note(note, out)));
    }
    if !notes.statuses.is_empty() {
        out.at("statuses").list(|out| {
            for status in &notes.statuses {
                out.list(|out| {
                    out.id(status.session.0);
                    out.number(status.note.0);
                    out.text(word(&ANSWERS, status.answer as usize));
                });
            }
        });
    }
}

#[inline(never)]
pub(super) fn read_notes(fields: &mut Fields<'_>, faults: &Faults) -> Notes {
    let mut notes = Notes::default();
    let mut list =
        |name, limit| fields.maybe(name).map(|list| faults.list(list, name, limit)).unwrap_or_default();
    for note in list("notes", NOTE_LIMIT) {
        if let Some(note) = read_note(note, faults) {
            // What is done to one of two of the same name would be done to the other.
            if notes.get(note.id).is_some() {
                faults.note("notes");
            }
            notes.all.push(note);
        }
    }
    for status in list("statuses", STATUS_LIMIT) {
        notes.statuses.extend(read_status(status, faults));
    }
    notes
}

fn write_note(note: &Note, out: &mut Writer) {
    out.object(|out| {
        out.at("id").number(note.id.0);
        out.at("kind").text(word(&KINDS, note.kind() as usize));
        if let Some(item) = note.item {
            out.at("item").number(item.0);
        }
        if let Some(by) = note.by() {
            out.at("by").text(word(&PARTIES, by as usize));
        }
        out.at("words").text(note.words.as_str());
        match &note.detail {
            Detail::Promise { first_step, when, is_confirmed, .. } => {
                out.maybe_text("first_step", first_step.as_ref());
                out.maybe_text("when", when.as_ref());
                out.at("confirmed").truth(*is_confirmed);
            }
            Detail::Parked { place: Some(place), .. } => out.at("place").text(word(&PLACES, *place as usize)),
            Detail::Parked { place: None, .. } | Detail::Shared => {}
        }
    });
}

#[inline(never)]
fn read_note(data: &Json, faults: &Faults) -> Option<Note> {
    faults.object(data, "note", |fields| {
        let kind = read_kind(fields, faults)?;
        let detail = match kind {
            Kind::Promise => Detail::Promise {
                first_step: fields.maybe_text("first_step"),
                when: fields.maybe_text("when"),
                is_confirmed: fields.truth("confirmed"),
                by: faults.want(read_by(fields, faults), "by")?,
            },
            Kind::Parked => {
                let place = fields.maybe("place").and_then(|place| place_of(&PLACES, place, "place", faults));
                let all = [Place::NextTime, Place::Elsewhere, Place::Dropped];
                let place = place.and_then(|place| all.get(place).copied());
                Detail::Parked { by: read_by(fields, faults), place }
            }
            Kind::Shared => Detail::Shared,
        };
        let item = fields.maybe("item").map(|item| ItemId(faults.small(item, "item")));
        let id = NoteId(fields.small("id"));
        fields.text("words").map(|words| Note { id, item, words, detail })
    })
}

#[inline(never)]
fn read_status(data: &Json, faults: &Faults) -> Option<Status> {
    let [session, note, answer] = faults.list(data, "statuses", 3) else {
        return faults.want(None, "statuses");
    };
    let place = place_of(&ANSWERS, answer, "statuses", faults)?;
    Some(Status {
        session: SessionId(faults.id(faults.string(session, "statuses"), "statuses")),
        note: NoteId(faults.small(note, "statuses")),
        answer: [Answer::Done, Answer::NotYet, Answer::Dropped].get(place).copied()?,
    })
}

/// The line that is being written, as it was typed.
pub(super) fn write_line(line: &Line, out: &mut Writer) {
    out.object(|out| {
        out.at("kind").text(word(&KINDS, line.kind as usize));
        if let Some(note) = line.note {
            out.at("note").number(note.0);
        }
        if let Some(by) = line.by {
            out.at("by").text(word(&PARTIES, by as usize));
        }
        out.at("words").text(&line.words);
        out.at("first_step").text(&line.first_step);
        out.at("when").text(&line.when);
        out.at("open").truth(line.is_open);
    });
}

#[inline(never)]
pub(super) fn read_line(data: &Json, faults: &Faults) -> Option<Line> {
    faults.object(data, "line", |fields| {
        let kind = read_kind(fields, faults)?;
        let mut string = |name| fields.string(name).to_owned();
        let (words, first_step, when) = (string("words"), string("first_step"), string("when"));
        Some(Line {
            kind,
            note: fields.maybe("note").map(|note| NoteId(faults.small(note, "note"))),
            by: read_by(fields, faults),
            words,
            first_step,
            when,
            is_open: fields.truth("open"),
        })
    })
}
