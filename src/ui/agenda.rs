//! The agenda, opened for editing.

use yew::prelude::*;

use super::button::{Loudness, button, icon_button};
use super::field::{Label, field};
use super::head::head;
use super::{Dispatch, element, paragraph, words};
use crate::domain::agenda::{Direction, ItemId};
use crate::present::agenda::{AgendaRow, AgendaView};
use crate::present::{Action, FieldView};
use crate::program::event::{Event, ItemField};
use crate::text::Words;

const UP: &str = "M12 19V5m-6 6l6-6 6 6";
const DOWN: &str = "M12 5v14m-6-6l6 6 6-6";

/// The agenda, opened for editing.
pub(super) fn agenda(view: &AgendaView, dispatch: &Dispatch) -> Html {
    let plain = |action: &Option<Action>| {
        action.as_ref().map(|action| button(action, Loudness::Plain, dispatch)).unwrap_or_default()
    };
    let column = |name: &Words| element("span", "", vec![html! { words(name) }]);
    let misfit = view.misfit.as_ref().map(|misfit| paragraph("complaint", misfit));
    let sum = paragraph(if view.is_off { "sum off" } else { "sum" }, &view.sum);
    let editor = html! {
        <section class="editor" aria-labelledby="edit-heading">
            <h2 id="edit-heading">{ words(&view.heading) }</h2>
            <p class="hint keys" id="edit-help">{ words(&view.help) }</p>
            <div class="edit-columns" aria-hidden="true">{ column(&view.columns.0) }{ column(&view.columns.1) }</div>
            <ol class="edit-rows" id="items" tabindex="-1" role="list" aria-describedby="edit-help">
                { for view.rows.iter().map(|row| self::row(row, dispatch)) }
            </ol>
            <div class="edit-sum" role="status">{ sum }{ misfit }</div>
            { element("div", "actions", vec![plain(&view.add), plain(&view.fit), plain(&view.undo)]) }
        </section>
    };
    let children = vec![
        head(&view.head, Html::default(), dispatch),
        editor,
        element("footer", "way-on", vec![button(&view.done, Loudness::Primary, dispatch)]),
    ];
    element("main", "screen session editing", children)
}

fn row(row: &AgendaRow, dispatch: &Dispatch) -> Html {
    let onkeydown = {
        let (dispatch, up, down) = (dispatch.clone(), row.up.clone(), row.down.clone());
        Callback::from(move |event: KeyboardEvent| {
            let action = match event.key().as_str() {
                "ArrowUp" if event.alt_key() => &up,
                "ArrowDown" if event.alt_key() => &down,
                _ => return,
            };
            event.prevent_default();
            action.iter().for_each(|action| dispatch.send(action.event.clone()));
        })
    };
    let shift = |direction: Direction| {
        let (action, path) = match direction {
            Direction::Earlier => (&row.up, UP),
            Direction::Later => (&row.down, DOWN),
        };
        icon_button(action.as_ref(), path, dispatch)
    };
    let moves = match &row.protected {
        Some(protected) => element("span", "protected", vec![html! { words(protected) }]),
        None => html! { <>{ shift(Direction::Earlier) }{ shift(Direction::Later) }</> },
    };
    let remove = row.remove.as_ref().map(|action| button(action, Loudness::Quiet, dispatch));
    html! {
        <li key={u64::from(row.id.0)} class="edit-row" {onkeydown}>
            { item_field(row.id, ItemField::Title, &row.title, dispatch) }
            { item_field(row.id, ItemField::Minutes, &row.minutes, dispatch) }
            { element("div", "edit-moves", vec![moves, remove.unwrap_or_default()]) }
        </li>
    }
}

fn item_field(item: ItemId, name: ItemField, view: &FieldView, dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    field(
        view,
        Label::Spoken,
        Callback::from(move |typed| dispatch.send(Event::ItemTyped(item, name, typed))),
    )
}
