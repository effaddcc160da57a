//! The list of sessions.

use yew::prelude::*;

use super::button::{Loudness, button};
use super::{Dispatch, paragraph, words};
use crate::present::home::{Group, HomeView, Row};

/// The list of sessions.
pub(super) fn home(view: &HomeView, dispatch: &Dispatch) -> Html {
    let HomeView { heading, empty, plan, groups, deleted } = view;
    let deleted = deleted.as_ref().map(|(text, undo)| html! {
        <div class="undo"><p>{ words(text) }</p>{ button(undo, Loudness::Plain, dispatch) }</div>
    });
    html! {
        <main class="screen home">
            <header class="head">
                <h1 id="heading" tabindex="-1">{ words(heading) }</h1>
                { empty.is_none().then(|| button(plan, Loudness::Primary, dispatch)) }
            </header>
            <div role="status">{ deleted }</div>
            { empty.as_ref().map(|(what, how)| html! {
                <div class="empty">
                    { paragraph("empty-what", what) }
                    { paragraph("empty-how", how) }
                    { button(plan, Loudness::Primary, dispatch) }
                </div>
            }) }
            { for groups.iter().map(|group| self::group(group, dispatch)) }
        </main>
    }
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
        <li key={row.id.to_string()} class="row">
            <button type="button" class="row-open" aria-label={row.open.name.as_ref().map(words)} onclick={dispatch.on_click(&row.open)}>
                <span class="row-who" dir="auto">{ words(&row.seller) }</span>
                <span class="row-when">{ words(&row.when) }</span>
                <span class="row-detail" dir="auto">{ words(&row.detail) }</span>
            </button>
            { button(&row.delete, Loudness::Quiet, dispatch) }
        </li>
    }
}
