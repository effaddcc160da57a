//! The list of sessions.

use yew::prelude::*;

use super::button::{Button, Loudness};
use super::{Dispatch, words};
use crate::present::Action;
use crate::present::home::{Group, HomeView, Row};

/// Properties of [`Home`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct HomeProps {
    /// What it shows.
    pub view: std::rc::Rc<HomeView>,
    /// Where events go.
    pub dispatch: Dispatch,
}

/// The list of sessions.
#[component]
pub(super) fn Home(props: &HomeProps) -> Html {
    let HomeView { heading, empty, plan, groups, deleted } = &*props.view;
    let button = |action: &Action, loudness| html! {
        <Button action={action.clone()} {loudness} dispatch={props.dispatch.clone()} />
    };
    let deleted = deleted.as_ref().map(|(text, undo)| html! {
        <div class="undo"><p>{ words(text) }</p>{ button(undo, Loudness::Plain) }</div>
    });
    html! {
        <main class="screen home">
            <header class="head">
                <h1 id="heading" tabindex="-1">{ words(heading) }</h1>
                { empty.is_none().then(|| button(plan, Loudness::Primary)) }
            </header>
            <div role="status">{ deleted }</div>
            { empty.as_ref().map(|(what, how)| html! {
                <div class="empty">
                    <p class="empty-what">{ words(what) }</p>
                    <p class="empty-how">{ words(how) }</p>
                    { button(plan, Loudness::Primary) }
                </div>
            }) }
            { for groups.iter().map(|group| self::group(group, &props.dispatch)) }
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
    let open = {
        let (dispatch, event) = (dispatch.clone(), row.open.event.clone());
        Callback::from(move |_| dispatch.send(event.clone()))
    };
    html! {
        <li key={row.id.to_string()} class="row">
            <button type="button" class="row-open" aria-label={row.open.name.as_ref().map(words)} onclick={open}>
                <span class="row-who" dir="auto">{ words(&row.seller) }</span>
                <span class="row-when">{ words(&row.when) }</span>
                <span class="row-detail" dir="auto">{ words(&row.detail) }</span>
            </button>
            <Button action={row.delete.clone()} loudness={Loudness::Quiet} dispatch={dispatch.clone()} />
        </li>
    }
}
