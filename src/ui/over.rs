//! A session that is over.

use yew::prelude::*;

use super::button::{Loudness, button, buttons};
use super::head::head;
use super::notice::notices;
use super::{Dispatch, element, paragraph, words};
use crate::present::over::{OverRow, OverView};
use crate::text::Words;

/// A session that is over.
pub(super) fn over(view: &OverView, dispatch: &Dispatch) -> Html {
    let after = vec![
        notices(view.concurrent.as_slice(), dispatch),
        paragraph("when", &view.when),
        paragraph("lead", &view.lead.0),
        table(view),
        paragraph("question", &view.lead.1),
    ];
    let way_on = vec![
        button(&view.next, Loudness::Primary, dispatch),
        buttons(&view.others, Loudness::Quiet, dispatch),
    ];
    let children = vec![
        head(&view.head, Html::default(), dispatch),
        element("section", "after", after),
        element("footer", "way-on", way_on),
    ];
    element("main", "screen session over", children)
}

fn table(view: &OverView) -> Html {
    let column = |name: &Words| html! { <th scope="col">{ words(name) }</th> };
    html! {
        <table class="minutes">
            <caption class="spoken">{ words(&view.caption) }</caption>
            <thead><tr>{ for view.columns.iter().map(column) }</tr></thead>
            <tbody>{ for view.rows.iter().map(row) }</tbody>
            <tfoot>{ row(&view.sum) }</tfoot>
        </table>
    }
}

fn row(row: &OverRow) -> Html {
    let cell = |text: &Words| element("td", "", vec![html! { words(text) }]);
    html! { <tr><th scope="row" dir="auto">{ words(&row.title) }</th>{ cell(&row.planned) }{ cell(&row.actual) }</tr> }
}
