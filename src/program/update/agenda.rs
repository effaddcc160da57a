//! Editing the agenda of a planned session. Each change can be undone.

use super::screen::{put_up, remember};
use crate::domain::agenda::{Agenda, Direction, ItemId};
use crate::domain::draft::{AgendaDraft, DRAFT_ITEM_TEXTS, ItemText, Purpose};
use crate::domain::fit::fit;
use crate::domain::half::ManagerHalf;
use crate::domain::id::SessionId;
use crate::domain::join::Join as _;
use crate::domain::phrase::{Phrase, Wording};
use crate::domain::text::Text;
use crate::domain::time::Minutes;
use crate::domain::ui_state::Screen;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::complaint::Complaint;
use crate::program::state::field::{Field, ItemField};
use crate::program::state::model::Model;
use crate::program::state::screen::{AgendaChange, AgendaEdit, OpenScreen, Undone};

/// Opens the agenda editor of a session that has not begun. Texts that its items could not have stand there again.
pub(super) fn open(model: &mut Model, id: SessionId, effects: &mut Vec<Effect>) {
    if model.half(id).is_some_and(ManagerHalf::is_planned) {
        put_up(model, Screen::Agenda(id), effects);
    }
}

/// Opens the session in place of its agenda editor, or of the screen that puts it into a calendar, once another window has
/// started the session: its clock runs by the agenda as it is.
pub(super) fn close_begun(model: &mut Model) {
    if let Screen::Agenda(id) | Screen::Calendar(id) = model.screen.address()
        && model.half(id).is_some_and(|half| !half.is_planned())
    {
        model.screen = OpenScreen::new(Screen::Session(id));
        model.screen_unsaved = true;
    }
}

/// Returns the text that the person typed into a field of an item, and the reason why the item cannot have the text,
/// if it cannot. `None` if the field shows what the item has.
#[must_use]
pub fn typed_in(model: &Model, item: ItemId, field: ItemField) -> Option<(&str, Option<Complaint>)> {
    let agenda = &model.half(model.open_session()?)?.plan.agenda;
    let typed = texts(model).find(|typed| (typed.item, typed.field) == (item, field))?;
    let complaint = complaint(agenda, typed);
    // A text that the item has is shown letter for letter, unless the item was changed since.
    let mut with_text = agenda.clone();
    let stands = put(&mut with_text, typed).is_ok() && with_text == *agenda;
    (stands || complaint.is_some()).then_some((&*typed.text, complaint))
}

/// Returns all texts in the fields of the editor, those that items cannot have first.
fn texts(model: &Model) -> impl Iterator<Item = &ItemText> {
    let refused = model.open_session().and_then(|id| model.drafts.get::<AgendaDraft>(Purpose::Agenda(id)));
    let typed = model.screen.agenda().into_iter().flat_map(|editor| &editor.typed);
    refused.into_iter().flat_map(|draft| &draft.texts).chain(typed)
}

/// Returns the texts of an agenda's draft that no field shows: their items are gone, or the session has begun.
#[must_use]
pub fn lost<'a>(model: &Model, id: SessionId, draft: &'a AgendaDraft) -> Vec<&'a str> {
    let agenda = model.half(id).filter(|half| half.is_planned()).map(|half| &half.plan.agenda);
    let is_lost = |typed: &&ItemText| agenda.is_none_or(|agenda| agenda.item(typed.item).is_none());
    draft.texts.iter().filter(is_lost).map(|typed| &*typed.text).collect()
}

/// Discards the texts of an agenda's draft that no field shows.
pub(super) fn discard_lost(model: &mut Model, id: SessionId) {
    let agenda = model.half(id).filter(|half| half.is_planned()).map(|half| half.plan.agenda.clone());
    let is_shown = |item| agenda.as_ref().is_some_and(|agenda| agenda.item(item).is_some());
    change_draft(model, id, |texts| texts.retain(|typed| is_shown(typed.item)));
}

/// Returns the reason why an item cannot have a text; `None` if it can.
fn complaint(agenda: &Agenda, typed: &ItemText) -> Option<Complaint> {
    put(&mut agenda.clone(), typed).err()
}

/// Puts a typed text into its item.
///
/// # Errors
/// The reason why the item cannot have the text.
fn put(agenda: &mut Agenda, ItemText { item, field, text }: &ItemText) -> Result<(), Complaint> {
    match field {
        ItemField::Title => {
            let title = Text::parse(text).map_err(Complaint::Text)?;
            agenda.rename(*item, Wording::Own(title)).map_err(Complaint::Item)
        }
        ItemField::Minutes => {
            // Zero minutes are never allowed, so the item rejects them.
            let minutes = Minutes::parse(text).unwrap_or_default();
            agenda.retime(*item, minutes).map_err(Complaint::Item)
        }
    }
}

/// Stores the typed text of a field, and changes the agenda item by it. A wrong text gets a complaint, and the item
/// stays as it is.
pub(super) fn typed(model: &mut Model, item: ItemId, field: ItemField, text: String) {
    let Screen::Agenda(id) = model.screen.address() else { return };
    let typed = ItemText { item, field, text };
    let taken = edit(model, AgendaChange::Edited(item, field), &mut |agenda| put(agenda, &typed));
    let is_other = |other: &ItemText| (other.item, other.field) != (item, field);
    change_draft(model, id, |texts| texts.retain(is_other));
    if let Some(editor) = model.screen.agenda_mut() {
        editor.typed.retain(is_other);
        if taken.is_ok() || typed.text.trim().is_empty() {
            editor.typed.push(typed);
        } else {
            keep_refused(model, id, [typed]);
        }
    }
}

/// Adds texts that items cannot have to the draft of the agenda. Beyond [`DRAFT_ITEM_TEXTS`] the oldest are dropped.
fn keep_refused(model: &mut Model, id: SessionId, refused: impl IntoIterator<Item = ItemText>) {
    let purpose = Purpose::Agenda(id);
    if !model.drafts.has(purpose) {
        model.drafts.begin(purpose, AgendaDraft::default());
    }
    change_draft(model, id, |texts| {
        texts.extend(refused);
        texts.drain(..texts.len().saturating_sub(DRAFT_ITEM_TEXTS));
    });
}

/// Changes the draft of the agenda, and drops it once it holds no text.
fn change_draft(model: &mut Model, id: SessionId, change: impl FnOnce(&mut Vec<ItemText>)) {
    let purpose = Purpose::Agenda(id);
    let Some(draft) = model.drafts.get::<AgendaDraft>(purpose) else { return };
    let mut texts = draft.texts.clone();
    change(&mut texts);
    if texts.is_empty() {
        model.drafts.drop(purpose);
    } else if texts != draft.texts
        && let Some(draft) = model.drafts.edit::<AgendaDraft>(purpose)
    {
        draft.texts = texts;
    }
}

/// Forgets typed texts that the items accepted. Wrong texts stay in their fields, each with its complaint.
pub(super) fn leave_field(model: &mut Model) {
    let agenda = model.open_session().and_then(|id| model.half(id)).map(|half| half.plan.agenda.clone());
    if let (Some(editor), Some(agenda)) = (model.screen.agenda_mut(), agenda) {
        editor.typed.retain(|typed| complaint(&agenda, typed).is_some());
    }
}

/// Returns true if the agenda editor holds a wrong text, and moves the focus there.
pub(super) fn holds_wrong(model: &Model, effects: &mut Vec<Effect>) -> bool {
    let Screen::Agenda(id) = model.screen.address() else { return false };
    let Some(agenda) = model.half(id).map(|half| &half.plan.agenda) else { return false };
    // An item that another window removed needs no correction.
    let is_wrong =
        |typed: &&ItemText| agenda.item(typed.item).is_some() && complaint(agenda, typed).is_some();
    let wrong = texts(model).find(is_wrong);
    if let Some(typed) = wrong {
        move_focus(effects, Focus::Field(Field::Item(typed.item, typed.field)));
    }
    wrong.is_some()
}

/// Adds an item to the agenda, unless it is full, and moves the focus into its name.
pub(super) fn add(model: &mut Model, effects: &mut Vec<Effect>) {
    let mut added = None;
    // A full agenda takes no more items; the screen then offers no way to add.
    let _full = edit(model, AgendaChange::Added, &mut |agenda| {
        added = Some(agenda.add(Wording::BuiltIn(Phrase::NewItem)).map_err(Complaint::Item)?);
        Ok(())
    });
    if let Some(id) = added {
        move_focus(effects, Focus::Field(Field::Item(id, ItemField::Title)));
    }
}

/// Removes an item from the agenda, with the texts that it could not have. A protected item and the only item stay,
/// and the screen offers no button for them.
pub(super) fn remove(model: &mut Model, item: ItemId, effects: &mut Vec<Effect>) {
    let Screen::Agenda(id) = model.screen.address() else { return };
    let removed =
        edit(model, AgendaChange::Removed, &mut |agenda| agenda.remove(item).map_err(Complaint::Item));
    if removed.is_err() {
        return;
    }
    let mut gone = Vec::new();
    change_draft(model, id, |texts| gone = texts.extract_if(.., |typed| typed.item == item).collect());
    if let Some(editor) = model.screen.agenda_mut() {
        editor.typed.retain(|typed| typed.item != item);
        editor.undo.last_mut().into_iter().for_each(|edit| edit.texts = std::mem::take(&mut gone));
    }
    move_focus(effects, Focus::Items);
}

/// Moves an agenda item by one place. A protected item stays, and so does one that would leave the agenda or
/// pass a protected item.
pub(super) fn shift(model: &mut Model, item: ItemId, direction: Direction) {
    let _stays = edit(model, AgendaChange::Moved, &mut |agenda| {
        agenda.shift(item, direction).map_err(Complaint::Item)
    });
}

/// Fits the minutes of the items to the booked minutes, or remembers the reason why they do not fit.
pub(super) fn fit_to_booked(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(minutes) = model.open_session().and_then(|id| model.half(id)).map(|half| half.plan.minutes)
    else {
        return;
    };
    let mut misfit = None;
    let fitted = edit(model, AgendaChange::Fitted, &mut |agenda| {
        match fit(agenda, minutes) {
            Ok(fitted) => *agenda = fitted,
            Err(error) => misfit = Some(error),
        }
        Ok(())
    });
    if fitted.is_ok() && misfit.is_none() {
        leave_field(model);
        move_focus(effects, Focus::Items);
    }
    if let Some(editor) = model.screen.agenda_mut() {
        editor.misfit = misfit;
    }
}

/// Changes the agenda in the editor, and remembers the old one for undo. Typing on in one field counts as one
/// change, unless another window changed the agenda in between.
///
/// # Errors
/// The complaint of `edit`; the agenda then stays as it is.
fn edit(
    model: &mut Model,
    change: AgendaChange,
    edit: &mut dyn FnMut(&mut Agenda) -> Result<(), Complaint>,
) -> Result<(), Complaint> {
    let Screen::Agenda(session) = model.screen.address() else { return Ok(()) };
    let Some(before) = model.half(session).map(|half| half.plan.agenda.clone()) else { return Ok(()) };
    let mut agenda = before.clone();
    edit(&mut agenda)?;
    if agenda == before {
        return Ok(());
    }
    if let Some(editor) = model.screen.agenda_mut() {
        editor.misfit = None;
        editor.undone = Undone::Whole;
        let is_typing = matches!(change, AgendaChange::Edited(..));
        let last = editor.undo.last_mut().filter(|last| is_typing && last.change == change);
        if let Some(last) = last.filter(|last| last.after == before) {
            last.after.clone_from(&agenda);
        } else {
            let edit = AgendaEdit { session, before, after: agenda.clone(), texts: Vec::new(), change };
            remember(&mut editor.undo, edit);
        }
    }
    model.change(session, &mut |half| half.plan.agenda.clone_from(&agenda));
    Ok(())
}

/// Undoes the last change in the agenda editor. Changes of other windows since stay, and so does what they changed
/// of the same field or item.
pub(super) fn undo(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(editor) = model.screen.agenda_mut() else { return };
    let Some(AgendaEdit { session, before, after, texts, .. }) = editor.undo.pop() else { return };
    let is_last = editor.undo.is_empty();
    let Some(now) = model.half(session).map(|half| half.plan.agenda.clone()) else { return };
    let agenda = Agenda::join(&after, &now, &before);
    let is_whole = agenda == Agenda::join(&after, &before, &now);
    if let Some(editor) = model.screen.agenda_mut() {
        editor.misfit = None;
        editor.undone = if is_whole { Undone::Whole } else { Undone::Overtaken };
    }
    model.change(session, &mut |half| half.plan.agenda.clone_from(&agenda));
    if !texts.is_empty() {
        keep_refused(model, session, texts);
    }
    leave_field(model);
    if is_last {
        move_focus(effects, Focus::Items);
    }
}
