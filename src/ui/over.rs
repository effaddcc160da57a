//! A session that is over.

use yew::prelude::*;

use super::button::{Loudness, button};
use super::head::head;
use super::notice::notices;
use super::{Dispatch, words};
use crate::present::over::{OverRow, OverView};

/// A session that is over.
pub(super) fn over(view: &OverView, dispatch: &Dispatch) -> Html {
    let quiet = |action| button(action, Loudness::Quiet, dispatch);
    html! {
        <main class="screen session over">
            { head(&view.head, Html::default(), dispatch) }
            <section class="after">
                { notices(&view.concurrent, dispatch) }
                <p class="when">{ words(&view.when) }</p>
                <p class="lead">{ words(&view.lead.0) }</p>
                { table(view) }
                <p class="question">{ words(&view.lead.1) }</p>
            </section>
            <footer class="way-on">
                { button(&view.next, Loudness::Primary, dispatch) }
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
