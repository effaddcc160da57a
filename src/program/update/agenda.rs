//! Editing the agenda of a planned session. Each change can be undone.

use super::screen::{put_up, remember};
use crate::domain::agenda::{Agenda, Direction, ItemId};
use crate::domain::fit::fit;
use crate::domain::half::ManagerHalf;
use crate::domain::id::SessionId;
use crate::domain::phrase::{Phrase, Wording};
use crate::domain::text::Text;
use crate::domain::time::Minutes;
use crate::domain::ui_state::Screen;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::complaint::Complaint;
use crate::program::state::field::{Field, ItemField};
use crate::program::state::model::Model;
use crate::program::state::screen::{AgendaChange, AgendaEdit, Typed};

/// Opens the agenda editor of a session that has not begun.
pub(super) fn open(model: &mut Model, id: SessionId, effects: &mut Vec<Effect>) {
    if model.half(id).is_some_and(ManagerHalf::is_planned) {
        put_up(model, Screen::Agenda(id), effects);
    }
}

/// Stores the typed text of a field, and changes the agenda item by it. A wrong text gets a complaint, and
/// the item stays as it is.
pub(super) fn typed(model: &mut Model, item: ItemId, field: ItemField, typed: String) {
    let taken = edit(model, AgendaChange::Edited(item, field), &mut |agenda| match field {
        ItemField::Title => match Text::parse(&typed) {
            Ok(title) => agenda.rename(item, Wording::Own(title)).map_err(Complaint::Item),
            Err(error) => Err(Complaint::Text(error)),
        },
        ItemField::Minutes => {
            // Zero minutes are never allowed, so the item rejects them.
            let minutes = Minutes::parse(&typed).unwrap_or_default();
            agenda.retime(item, minutes).map_err(Complaint::Item)
        }
    });
    let place = (item, field);
    if let Some(editor) = model.screen.agenda_mut() {
        editor.typed.retain(|typed| typed.place != place);
        editor.typed.push(Typed { place, text: typed, complaint: taken.err() });
    }
}

/// Forgets typed texts that the items accepted. Wrong texts stay in their fields, each with its complaint.
pub(super) fn leave_field(model: &mut Model) {
    if let Some(editor) = model.screen.agenda_mut() {
        editor.typed.retain(|typed| typed.complaint.is_some());
    }
}

/// Returns true if the agenda editor holds a wrong text, and moves the focus there. Leaving the editor would
/// lose the text silently.
pub(super) fn holds_wrong(model: &Model, effects: &mut Vec<Effect>) -> bool {
    // An item that another window removed needs no correction.
    let agenda = model.open_session().and_then(|id| model.half(id)).map(|half| &half.plan.agenda);
    let is_there = |item| agenda.is_some_and(|agenda| agenda.item(item).is_some());
    let typed = model.screen.agenda().map_or(&[][..], |editor| &editor.typed);
    let wrong = typed.iter().find(|typed| typed.complaint.is_some() && is_there(typed.place.0));
    if let Some(typed) = wrong {
        move_focus(effects, Focus::Field(Field::Item(typed.place.0, typed.place.1)));
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

/// Removes an item from the agenda. A protected item and the only item stay, and the screen offers no button
/// for them.
pub(super) fn remove(model: &mut Model, item: ItemId, effects: &mut Vec<Effect>) {
    if edit(model, AgendaChange::Removed, &mut |agenda| agenda.remove(item).map_err(Complaint::Item)).is_ok()
    {
        if let Some(editor) = model.screen.agenda_mut() {
            editor.typed.retain(|typed| typed.place.0 != item);
        }
        move_focus(effects, Focus::Items);
    }
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
    let Some(editor) = model.screen.agenda_mut() else { return };
    if fitted.is_ok() && misfit.is_none() {
        editor.typed.clear();
        move_focus(effects, Focus::Items);
    }
    editor.misfit = misfit;
}

/// Changes the agenda in the editor, and remembers the old one for undo. Typing on in one field counts as one
/// change.
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
        // Typing on in one field is one change.
        let is_typing = matches!(change, AgendaChange::Edited(..));
        if !(is_typing && editor.undo.last().is_some_and(|last| last.change == change)) {
            remember(&mut editor.undo, AgendaEdit { session, before, change });
        }
    }
    model.change(session, &mut |half| half.plan.agenda.clone_from(&agenda));
    Ok(())
}

/// Undoes the last change in the agenda editor.
pub(super) fn undo(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(editor) = model.screen.agenda_mut() else { return };
    let Some(AgendaEdit { session, before, .. }) = editor.undo.pop() else { return };
    editor.typed.clear();
    editor.misfit = None;
    if editor.undo.is_empty() {
        move_focus(effects, Focus::Items);
    }
    model.change(session, &mut |half| half.plan.agenda.clone_from(&before));
}
