//! Text of the line for notes that the person threw away with *Cancel* or Escape. Each text can be brought back; a form
//! that was cancelled is in `discard`.

use super::alone::is_shown;
use super::line_note::line_of;
use crate::domain::draft::{Draft, LineDraft, Purpose};
use crate::domain::id::SessionId;
use crate::domain::note::{Detail, Note, NoteLine, Readers};
use crate::domain::time::Instant;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::field::{Field, NoteField};
use crate::program::state::hold::Reveal;
use crate::program::state::model::Model;
use crate::program::state::screen::Complaints;
use crate::program::state::thrown::{Thrown, ThrownBy};

/// Closes the open line without its text, which can be brought back: a text that was brought back before goes in front of
/// the others, so that these have their turn, and any other text behind them.
pub(super) fn throw_away(model: &mut Model) {
    let Some((purpose, line)) = model.open_session().and_then(|id| model.drafts.open_line(id)) else {
        return;
    };
    let holds_more = model.drafts.from(purpose).is_none_or(|from| line.holds_more(from));
    let draft = model.drafts.typed(purpose).filter(|_| holds_more).cloned();
    let place = if is_brought_back(model) { 0 } else { model.thrown.len() };
    model.drafts.drop(purpose);
    closed(model);
    if let Some(draft) = draft {
        model.thrown.insert(place, Thrown { purpose, draft, by: ThrownBy::Cancel });
    }
}

/// Keeps the words of a new note that is gone again, so that they can be brought back in the line in which they were typed.
pub(super) fn keep_words(model: &mut Model, at: Instant, session: SessionId, note: &Note, readers: Readers) {
    let of = match note.detail {
        Detail::Parked { quotes: Some(_), .. } => NoteLine::Differently,
        _ => NoteLine::New(note.kind()),
    };
    let line = LineDraft { is_open: false, ..line_of(note, readers) };
    let (content, from) = (line.into(), LineDraft::of(note.kind()).into());
    let draft = Draft { changed: at, is_typed: true, content, from };
    model.thrown.push(Thrown { purpose: Purpose::Line(session, of), draft, by: ThrownBy::Cancel });
}

/// Forgets all about the line that has just been closed: the complaints, and that its text was brought back.
pub(super) fn closed(model: &mut Model) {
    model.screen.set_complaints(Complaints::new());
    if let Some(state) = model.screen.session_mut() {
        state.brought_back = None;
    }
}

/// Returns true if the open line holds a text that was thrown away and brought back.
fn is_brought_back(model: &Model) -> bool {
    model.screen.session().is_some_and(|state| state.brought_back.is_some())
}

/// Returns true if the person typed in the open line since its text was brought back.
fn was_typed_on(model: &Model, id: SessionId) -> bool {
    let before = model.screen.session().and_then(|state| state.brought_back.as_ref());
    let now = model.drafts.open_line(id).map(|(_, line)| line);
    before.zip(now).is_some_and(|(before, now)| before.texts() != now.texts())
}

/// Returns true if a text can be brought back now: the line is closed, or holds another one that was brought back.
#[must_use]
pub fn can_bring_back(model: &Model) -> bool {
    model.open_session().is_some_and(|id| {
        let is_free = model.drafts.open_line(id).is_none() || is_brought_back(model);
        is_free && model.thrown.iter().any(|thrown| thrown.is_line_of(id))
    })
}

/// Returns the texts that *Cancel* threw away in forms since the last other screen was opened, the last one first, each
/// with its place among all thrown-away texts.
pub fn thrown_forms(model: &Model) -> impl Iterator<Item = (usize, &Thrown)> {
    model.thrown.iter().enumerate().rev().filter(|(_, thrown)| thrown.is_form())
}

/// Returns true if the text that would be brought back now was typed for the manager alone.
#[must_use]
pub fn waits_alone(model: &Model) -> bool {
    let last = last(model).and_then(|place| model.thrown.get(place));
    can_bring_back(model) && last.is_some_and(Thrown::is_alone)
}

/// Returns the place of the text of the line in the open session that was thrown away last; `None` if there is none.
fn last(model: &Model) -> Option<usize> {
    let id = model.open_session()?;
    model.thrown.iter().rposition(|thrown| thrown.is_line_of(id))
}

/// Opens the line with the text that was thrown away last, in place of one that was brought back before. Text that was
/// typed into the same line since is offered beside it. If what is for the manager alone is hidden here, text for the
/// manager alone comes back only after the question whether the seller can see the screen.
pub(super) fn bring_back(model: &mut Model, now: Instant, effects: &mut Vec<Effect>) {
    let Some(id) = model.open_session().filter(|_| can_bring_back(model)) else { return };
    if waits_alone(model) && !is_shown(model, now) {
        if let Some(state) = model.screen.session_mut() {
            state.reveal = Reveal::Asked;
        }
        return move_focus(effects, Focus::Alone);
    }
    if was_typed_on(model, id) {
        // New words are stored, and offered beside the other text.
        if let Some((purpose, _)) = model.drafts.open_line(id) {
            let aside = model.ids.writer();
            model.drafts.set_aside(purpose, aside);
        }
        closed(model);
    } else {
        throw_away(model);
    }
    let Some(place) = last(model) else { return };
    let Thrown { purpose, draft, .. } = model.thrown.remove(place);
    let aside = model.ids.writer();
    model.drafts.set_aside(purpose, aside);
    model.drafts.put_back(purpose, draft);
    let line = model.drafts.edit::<LineDraft>(purpose).map(|line| {
        line.is_open = true;
        line.clone()
    });
    if let Some(state) = model.screen.session_mut() {
        state.brought_back = line;
    }
    move_focus(effects, Focus::Field(Field::Note(NoteField::Words)));
}
