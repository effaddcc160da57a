//! A session that is over.

use yew::prelude::*;

use super::button::{Button, Loudness};
use super::head::Head;
use super::notice::Notices;
use super::{Dispatch, words};
use crate::present::over::{OverRow, OverView};

/// Properties of [`Over`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct OverProps {
    /// What it shows.
    pub view: std::rc::Rc<OverView>,
    /// Where events go.
    pub dispatch: Dispatch,
}

/// A session that is over.
#[component]
pub(super) fn Over(props: &OverProps) -> Html {
    let view = &*props.view;
    let dispatch = &props.dispatch;
    let quiet = |action: &crate::present::Action| html! {
        <Button action={action.clone()} loudness={Loudness::Quiet} dispatch={dispatch.clone()} />
    };
    html! {
        <main class="screen session over">
            <Head head={view.head.clone()} dispatch={dispatch.clone()} />
            <section class="after">
                <Notices notices={view.concurrent.iter().cloned().collect::<Vec<_>>()} dispatch={dispatch.clone()} />
                <p class="when">{ words(&view.when) }</p>
                <p class="lead">{ words(&view.lead.0) }</p>
                { table(view) }
                <p class="question">{ words(&view.lead.1) }</p>
            </section>
            <footer class="way-on">
                <Button action={view.next.clone()} loudness={Loudness::Primary} dispatch={dispatch.clone()} />
                { for view.others.iter().map(quiet) }
            </footer>
        </main>
    }
}

fn table(view: &OverView) -> Html {
    let [item, planned, actual] = &view.columns;
    html! {
        <table class="minutes">
            <caption class="spoken">{ words(&view.caption) }</caption>
            <thead>
                <tr><th scope="col">{ words(item) }</th><th scope="col">{ words(planned) }</th><th scope="col">{ words(actual) }</th></tr>
            </thead>
            <tbody>{ for view.rows.iter().map(row) }</tbody>
            <tfoot>{ row(&view.sum) }</tfoot>
        </table>
    }
}

fn row(row: &OverRow) -> Html {
    html! {
        <tr>
            <th scope="row" dir="auto">{ words(&row.title) }</th>
            <td>{ words(&row.planned) }</td>
            <td>{ words(&row.actual) }</td>
        </tr>
    }
}
