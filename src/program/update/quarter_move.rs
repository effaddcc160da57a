//! Moving a date of the form that books a quarter, or leaving it out.

use super::quarter_dates::{QuarterDate, QuarterDates, quarter_dates};
use crate::domain::draft::{MoveDraft, Purpose, QuarterDraft};
use crate::domain::time::{Instant, LocalDateTime};
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::field::{Field, QuarterField};
use crate::program::state::model::Model;
use crate::program::state::screen::OpenScreen;
use crate::text::Env;

/// Returns the dates of the form, and the one at index `at`.
fn date_at(model: &Model, env: &Env<'_>, now: Instant, at: usize) -> Option<(QuarterDates, QuarterDate)> {
    let draft = model.drafts.get::<QuarterDraft>(Purpose::Quarter)?;
    let dates = quarter_dates(model, env, now, draft);
    let date = dates.dates.get(at).cloned()?;
    Some((dates, date))
}

/// Opens the fields in which the date at this index is moved, or closes them.
pub(super) fn toggle_move(
    model: &mut Model,
    env: &Env<'_>,
    now: Instant,
    at: u16,
    effects: &mut Vec<Effect>,
) {
    let Some((dates, date)) = date_at(model, env, now, at.into()) else { return };
    let Some(key) = dates.sellers.get(date.seller).map(|seller| seller.key.clone()) else { return };
    let opened = (key, date.turn);
    let OpenScreen::Quarter(state) = &mut model.screen else { return };
    if state.moving.as_ref() == Some(&opened) {
        state.moving = None;
        // The date goes to the week that it is in by now, and the focus with it.
        move_focus(effects, Focus::QuarterDate(at));
        return;
    }
    open_move(model, opened, date.local, effects);
}

/// Opens the fields in which the turn at this index, for which no free hour was found, gets a date by hand. They begin with
/// the day of the turn.
pub(super) fn place(model: &mut Model, env: &Env<'_>, now: Instant, at: u16, effects: &mut Vec<Effect>) {
    let Some(draft) = model.drafts.get::<QuarterDraft>(Purpose::Quarter) else { return };
    let dates = quarter_dates(model, env, now, draft);
    let turn = dates.unplaced.get(usize::from(at)).copied();
    let of = turn.and_then(|(turn, seller)| Some((dates.sellers.get(seller)?.key.clone(), turn)));
    if let Some((key, turn)) = of {
        open_move(model, (key, turn), turn, effects);
    }
}

/// Opens the fields in which this turn of a seller is moved, which is at `local` so far.
pub(super) fn open_move(
    model: &mut Model,
    opened: (String, LocalDateTime),
    local: LocalDateTime,
    effects: &mut Vec<Effect>,
) {
    moved(model, &opened.0, opened.1, local);
    if let OpenScreen::Quarter(state) = &mut model.screen {
        state.moving = Some(opened);
    }
    move_focus(effects, Focus::Field(Field::Quarter(QuarterField::MoveDate)));
}

/// Returns the move of a seller's turn for editing, which begins at `local`.
fn moved<'a>(
    model: &'a mut Model,
    key: &str,
    turn: LocalDateTime,
    local: LocalDateTime,
) -> Option<&'a mut MoveDraft> {
    let draft = model.drafts.edit::<QuarterDraft>(Purpose::Quarter)?;
    let is_of = |moved: &MoveDraft| moved.is_of(key, turn);
    // An untouched move goes along with its turn.
    draft
        .moves
        .retain(|moved| !is_of(moved) || moved.turn == turn || moved.is_left_out || !moved.is_untouched());
    if !draft.moves.iter().any(is_of) {
        draft.moves.push(MoveDraft {
            seller: key.to_owned(),
            turn,
            date: local.date_field(),
            time: local.time_field(),
            is_left_out: false,
        });
    }
    draft.moves.iter_mut().find(|moved| is_of(moved))
}

/// Leaves the date at this index out, or puts it back.
pub(super) fn leave_out(model: &mut Model, env: &Env<'_>, now: Instant, at: u16) {
    let Some((dates, date)) = date_at(model, env, now, at.into()) else { return };
    let Some(seller) = dates.sellers.get(date.seller) else { return };
    if let Some(moved) = moved(model, &seller.key, date.turn, date.local) {
        moved.is_left_out = !moved.is_left_out;
    }
}
