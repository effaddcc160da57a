//! A session that is over.

use yew::prelude::*;

use super::button::{Loudness, button};
use super::head::head;
use super::notice::notices;
use super::{Dispatch, paragraph, words};
use crate::present::over::{OverRow, OverView};

/// A session that is over.
pub(super) fn over(view: &OverView, dispatch: &Dispatch) -> Html {
    let quiet = |action| button(action, Loudness::Quiet, dispatch);
    html! {
        <main class="screen session over">
            { head(&view.head, Html::default(), dispatch) }
            <section class="after">
                { notices(&view.concurrent, dispatch) }
                { paragraph("when", &view.when) }
                { paragraph("lead", &view.lead.0) }
                { table(view) }
                { paragraph("question", &view.lead.1) }
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
