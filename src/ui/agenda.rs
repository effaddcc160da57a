//! The agenda, opened for editing.

use yew::prelude::*;

use super::button::{Button, IconButton, Loudness};
use super::field::{Field, Label};
use super::head::Head;
use super::{Dispatch, words};
use crate::domain::agenda::{Direction, ItemId};
use crate::present::agenda::{AgendaRow, AgendaView};
use crate::present::{Action, FieldView};
use crate::program::event::{Event, ItemField};

const UP: &str = "M12 19V5m-6 6l6-6 6 6";
const DOWN: &str = "M12 5v14m-6-6l6 6 6-6";

/// Properties of [`Agenda`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct AgendaProps {
    /// What it shows.
    pub view: std::rc::Rc<AgendaView>,
    /// Where events go.
    pub dispatch: Dispatch,
}

/// The agenda, opened for editing.
#[component]
pub(super) fn Agenda(props: &AgendaProps) -> Html {
    let view = &*props.view;
    let dispatch = &props.dispatch;
    let button = |action: &Action, loudness| html! {
        <Button action={action.clone()} {loudness} dispatch={dispatch.clone()} />
    };
    let plain = |action: &Option<Action>| action.as_ref().map(|action| button(action, Loudness::Plain));
    html! {
        <main class="screen session editing">
            <Head head={view.head.clone()} dispatch={dispatch.clone()} />
            <section class="editor" aria-labelledby="edit-heading">
                <h2 id="edit-heading">{ words(&view.heading) }</h2>
                <p class="hint keys" id="edit-help">{ words(&view.help) }</p>
                <div class="edit-columns" aria-hidden="true"><span>{ words(&view.columns.0) }</span><span>{ words(&view.columns.1) }</span></div>
                <ol class="edit-rows" id="items" tabindex="-1" role="list" aria-describedby="edit-help">
                    { for view.rows.iter().map(|row| self::row(row, dispatch)) }
                </ol>
                <div class="edit-sum" role="status">
                    <p class={classes!("sum", view.is_off.then_some("off"))}>{ words(&view.sum) }</p>
                    { view.misfit.as_ref().map(|misfit| html! { <p class="complaint">{ words(misfit) }</p> }) }
                </div>
                <div class="actions">{ plain(&view.add) }{ plain(&view.fit) }{ plain(&view.undo) }</div>
            </section>
            <footer class="way-on">{ button(&view.done, Loudness::Primary) }</footer>
        </main>
    }
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
            Direction::Earlier => (row.up.clone(), UP),
            Direction::Later => (row.down.clone(), DOWN),
        };
        html! { <IconButton {action} {path} dispatch={dispatch.clone()} /> }
    };
    html! {
        <li key={row.id.0} class="edit-row" {onkeydown}>
            { field(row.id, ItemField::Title, &row.title, dispatch) }
            { field(row.id, ItemField::Minutes, &row.minutes, dispatch) }
            <div class="edit-moves">
                { match &row.protected {
                    Some(protected) => html! { <span class="protected">{ words(protected) }</span> },
                    None => html! { <>{ shift(Direction::Earlier) }{ shift(Direction::Later) }</> },
                } }
                { row.remove.as_ref().map(|action| html! {
                    <Button action={action.clone()} loudness={Loudness::Quiet} dispatch={dispatch.clone()} />
                }) }
            </div>
        </li>
    }
}

fn field(item: ItemId, name: ItemField, field: &FieldView, dispatch: &Dispatch) -> Html {
    let ontyped = {
        let dispatch = dispatch.clone();
        Callback::from(move |typed| dispatch.send(Event::ItemTyped(item, name, typed)))
    };
    html! { <Field field={field.clone()} label={Label::Spoken} {ontyped} /> }
}
