//! The list of sessions.

use yew::prelude::*;

use super::button::{Loudness, button};
use super::head::heading;
use super::{Dispatch, element, paragraph, words};
use crate::present::home::{Group, HomeView, Row};

/// The list of sessions.
pub(super) fn home(view: &HomeView, dispatch: &Dispatch) -> Html {
    let plan = button(&view.plan, Loudness::Primary, dispatch);
    let deleted = view.deleted.as_ref().map(|(text, undo)| {
        element("div", "undo", vec![paragraph("", text), button(undo, Loudness::Plain, dispatch)])
    });
    let deleted = html! { <div role="status">{ deleted }</div> };
    let title = heading(&view.heading);
    let children = match &view.empty {
        Some((what, how)) => vec![
            element("header", "head", vec![title]),
            deleted,
            element("div", "empty", vec![paragraph("empty-what", what), paragraph("empty-how", how), plan]),
        ],
        None => vec![
            element("header", "head", vec![title, plan]),
            deleted,
            view.groups.iter().map(|group| self::group(group, dispatch)).collect(),
        ],
    };
    element("main", "screen home", children)
}

fn group(group: &Group, dispatch: &Dispatch) -> Html {
    html! {
        <section key={group.id} class="group" aria-labelledby={group.id}>
            <h2 id={group.id}>{ words(&group.heading) }</h2>
            <ul class="rows" role="list">{ for group.rows.iter().map(|row| self::row(row, dispatch)) }</ul>
        </section>
    }
}

fn row(row: &Row, dispatch: &Dispatch) -> Html {
    html! {
        <li key={row.id.0} class="row">
            <button type="button" class="row-open" aria-label={row.open.name.as_ref().map(words)} onclick={dispatch.on_click(&row.open)}>
                <span class="row-who" dir="auto">{ words(&row.seller) }</span>
                { element("span", "row-when", vec![html! { words(&row.when) }]) }
                <span class="row-detail" dir="auto">{ words(&row.detail) }</span>
            </button>
            { button(&row.delete, Loudness::Quiet, dispatch) }
        </li>
    }
}
