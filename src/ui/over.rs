//! A session that is over.

use yew::Html;

use super::Dispatch;
use super::button::{Loudness, button, buttons};
use super::head::head;
use super::note::{lists, with_keys, writing};
use super::notice::notices;
use super::summary::summary;
use super::tag::{element, paragraph, tag, text};
use crate::present::over::{OverRow, OverView};
use crate::text::Words;

/// A session that is over.
pub(super) fn over(view: &OverView, dispatch: &Dispatch) -> Html {
    let after = vec![
        notices(view.concurrent.as_slice(), dispatch),
        paragraph("when", &view.when),
        view.began.as_ref().map(|began| paragraph("lead", began)).unwrap_or_default(),
        paragraph("lead", &view.lead),
        writing(&view.notes, dispatch),
        lists(&view.notes, dispatch),
        table(view),
        summary(&view.summary, dispatch),
        button(&view.save, Loudness::Quiet, dispatch),
    ];
    let way_on = vec![
        button(&view.next, Loudness::Primary, dispatch),
        buttons(&view.others, Loudness::Quiet, dispatch),
    ];
    let children = vec![
        head(&view.head, Html::default(), dispatch),
        element("section", "after", after),
        element("div", "way-on", way_on),
    ];
    let screen = tag!("div", "class" = "screen session over", "tabindex" = "-1"; children);
    with_keys(screen, &view.notes, dispatch)
}

fn table(view: &OverView) -> Html {
    let column = |name: &Words| tag!("th", "scope" = "col"; vec![text(name)]).into();
    let columns = element("tr", "", view.columns.iter().map(column).collect());
    let children = vec![
        element("caption", "spoken", vec![text(&view.caption)]),
        element("thead", "", vec![columns]),
        element("tbody", "", view.rows.iter().map(row).collect()),
        element("tfoot", "", vec![row(&view.sum)]),
    ];
    element("table", "minutes", children)
}

fn row(row: &OverRow) -> Html {
    let cell = |words: &Words| element("td", "", vec![text(words)]);
    let title = tag!("th", "scope" = "row", "dir" = "auto"; vec![text(&row.title)]).into();
    element("tr", "", vec![title, cell(&row.planned), cell(&row.actual)])
}
