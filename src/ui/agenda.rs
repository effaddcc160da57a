//! The agenda, opened for editing.

use wasm_bindgen::JsCast as _;
use web_sys::{Event as DomEvent, KeyboardEvent};
use yew::Html;
use yew::virtual_dom::ListenerKind;

use super::Dispatch;
use super::button::{Loudness, button, icon_button};
use super::field::{Label, field};
use super::head::head;
use super::tag::{element, hearing, keyed, paragraph, tag, text};
use crate::domain::agenda::{Direction, ItemId};
use crate::present::agenda::{AgendaRow, AgendaView};
use crate::present::{Action, FieldView};
use crate::program::event::{Event, ItemField};
use crate::text::Words;

const UP: &str = "M12 19V5m-6 6l6-6 6 6";
const DOWN: &str = "M12 5v14m-6-6l6 6 6-6";

/// The agenda, opened for editing.
pub(super) fn agenda(view: &AgendaView, dispatch: &Dispatch) -> Html {
    let plain = |action: &Action| button(action, Loudness::Plain, dispatch);
    let column = |name: &Words| element("span", "", vec![text(name)]);
    let columns = vec![column(&view.columns.0), column(&view.columns.1)];
    let misfit = view.misfit.as_ref().map(|misfit| paragraph("complaint", misfit));
    let sum = paragraph(if view.is_off { "sum off" } else { "sum" }, &view.sum);
    let rows = view.rows.iter().map(|row| self::row(row, dispatch)).collect();
    let editor = vec![
        tag!("h2", "id" = "edit-heading"; vec![text(&view.heading)]).into(),
        tag!("p", "class" = "hint keys", "id" = "edit-help"; vec![text(&view.help)]).into(),
        tag!("div", "class" = "edit-columns", "aria-hidden" = "true"; columns).into(),
        tag!("ol", "class" = "edit-rows", "id" = "items", "tabindex" = "-1", "role" = "list",
            "aria-describedby" = "edit-help"; rows)
        .into(),
        tag!("div", "class" = "edit-sum", "role" = "status"; vec![sum, misfit.unwrap_or_default()]).into(),
        element("div", "actions", vec![plain(&view.add), plain(&view.undo), plain(&view.fit)]),
    ];
    let children = vec![
        head(&view.head, Html::default(), dispatch),
        tag!("section", "class" = "editor", "aria-labelledby" = "edit-heading"; editor).into(),
        element("div", "way-on", vec![button(&view.done, Loudness::Primary, dispatch)]),
    ];
    element("div", "screen session editing", children)
}

fn row(row: &AgendaRow, dispatch: &Dispatch) -> Html {
    let shift_by_keys = {
        let (dispatch, up, down) = (dispatch.clone(), row.up.clone(), row.down.clone());
        move |event: DomEvent| {
            let event: KeyboardEvent = event.unchecked_into();
            let action = match event.key().as_str() {
                "ArrowUp" if event.alt_key() => &up,
                "ArrowDown" if event.alt_key() => &down,
                _ => return,
            };
            event.prevent_default();
            if !action.is_off {
                dispatch.send(action.press);
            }
        }
    };
    let shift = |direction: Direction| {
        let (action, path) = match direction {
            Direction::Earlier => (&row.up, UP),
            Direction::Later => (&row.down, DOWN),
        };
        icon_button(action, path, dispatch)
    };
    let moves = match &row.protected {
        Some(protected) => element("span", "protected", vec![text(protected)]),
        None => vec![shift(Direction::Earlier), shift(Direction::Later)].into_iter().collect(),
    };
    let remove = row.remove.as_ref().map(|action| button(action, Loudness::Quiet, dispatch));
    let children = vec![
        item_field(row.id, ItemField::Title, &row.title, dispatch),
        item_field(row.id, ItemField::Minutes, &row.minutes, dispatch),
        element("div", "edit-moves", vec![moves, remove.unwrap_or_default()]),
    ];
    let item = tag!("li", "class" = "edit-row"; children);
    keyed(hearing(item, || ListenerKind::onkeydown, shift_by_keys), &row.id.0.to_string())
}

fn item_field(item: ItemId, name: ItemField, view: &FieldView, dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    field(view, Label::Spoken, Box::new(move |typed| dispatch.send(Event::ItemTyped(item, name, typed))))
}
