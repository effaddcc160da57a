//! The topic that the manager notes for the seller after a chat, on the screen of a planned session. The text is in the
//! session at once; one that is too long is a draft.

use super::complaint::checked_text;
use crate::domain::draft::{Purpose, TextDraft};
use crate::domain::half::ManagerHalf;
use crate::domain::id::SessionId;
use crate::domain::party::Party;
use crate::domain::session::Session;
use crate::domain::text::{Text, three_texts};
use crate::domain::topic::Topic;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::field::Field;
use crate::program::state::model::Model;

/// Returns true if the screen of a planned session has the field: on the manager's device, while the seller has named no
/// topic, or while there is a text to change or take out.
#[must_use]
pub fn is_asked(model: &Model, id: SessionId) -> bool {
    let Some(session) = model.session(id).filter(|session| model.side(session.pair) == Party::Manager) else {
        return false;
    };
    let is_open = model.open_session() == Some(id);
    let is_typed = model.screen.session().is_some_and(|state| is_open && state.noted.is_some());
    let holds_text = is_typed || !stored(model, id).is_empty() || model.drafts.has(Purpose::Noted(id));
    session.manager_half().is_some_and(ManagerHalf::is_planned) && (holds_text || !is_answered(session))
}

/// Returns true if the seller has named a topic, which takes the place of the noted one.
#[must_use]
pub fn is_answered(session: &Session) -> bool {
    session.seller_half().is_some_and(|half| !half.topics.is_empty())
}

/// Returns the text in the field as the person typed it; the noted topic if nothing was typed, or another window changed
/// it since.
#[must_use]
pub fn shown(model: &Model) -> &str {
    let Some(id) = model.open_session() else { return "" };
    if let Some(draft) = model.drafts.get::<TextDraft>(Purpose::Noted(id)) {
        return &draft.words;
    }
    let noted = stored(model, id);
    let typed = model.screen.session().and_then(|state| state.noted.as_deref());
    let is_noted = |typed: &&str| {
        Text::optional(typed).is_ok_and(|text| text.as_ref().map_or("", Text::as_str) == noted)
    };
    typed.filter(is_noted).unwrap_or(noted)
}

/// Notes the typed topic, or none for a blank text. A text that is too long stays a draft.
pub(super) fn typed(model: &mut Model, typed: String) {
    let Some(id) = model.open_session().filter(|id| model.half(*id).is_some_and(ManagerHalf::is_planned))
    else {
        return;
    };
    let typed = with_news(model, id, typed);
    match Text::optional(&typed) {
        Ok(text) => {
            note(model, id, text);
            if let Some(state) = model.screen.session_mut() {
                state.noted = Some(typed);
            }
        }
        Err(_) => {
            let purpose = Purpose::Noted(id);
            if !model.drafts.has(purpose) {
                let words = stored(model, id).to_owned();
                model.drafts.begin(purpose, TextDraft { words });
            }
            if let Some(draft) = model.drafts.edit::<TextDraft>(purpose) {
                draft.words = typed;
            }
        }
    }
}

/// Returns the noted topic as the session holds it; empty if there is none.
fn stored(model: &Model, id: SessionId) -> &str {
    let noted = model.half(id).and_then(|half| half.ahead.noted.as_ref());
    noted.map_or("", |topic| topic.words.as_str())
}

/// Returns the typed text, with what another window noted since the draft of a too long text began.
fn with_news(model: &Model, id: SessionId, typed: String) -> String {
    match model.drafts.from::<TextDraft>(Purpose::Noted(id)) {
        Some(from) => three_texts(&from.words, &typed, stored(model, id)),
        None => typed,
    }
}

fn note(model: &mut Model, id: SessionId, text: Option<Text>) {
    model.change(id, &mut |half| half.ahead.noted = text.clone().map(Topic::noted));
    model.drafts.drop(Purpose::Noted(id));
}

/// Notes the topic that is still a draft; complains about one that is too long, and moves the focus there. Returns true
/// unless such a topic stays.
pub(super) fn keep(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    let Some(id) = model.open_session().filter(|id| is_asked(model, *id)) else { return true };
    let Some(draft) = model.drafts.get::<TextDraft>(Purpose::Noted(id)) else { return true };
    let words = with_news(model, id, draft.words.clone());
    let mut complaints = Vec::new();
    let text = checked_text(Field::Noted, Text::optional(&words), &mut complaints);
    if complaints.is_empty() {
        note(model, id, text);
        return true;
    }
    model.screen.set_complaints(complaints);
    move_focus(effects, Focus::Field(Field::Noted));
    false
}
