//! A screen that asks one thing.

use yew::Html;

use super::Dispatch;
use super::button::{Loudness, button, buttons};
use super::head::head;
use super::tag::{element, paragraph, text};
use crate::present::AskView;

/// A screen that asks one thing.
pub(super) fn ask(view: &AskView, dispatch: &Dispatch) -> Html {
    let asks = vec![
        element("h2", "question", vec![text(&view.question)]),
        paragraph("lead", &view.lead),
        element("div", "actions", vec![buttons(&view.steps, Loudness::Plain, dispatch)]),
    ];
    let way_on =
        vec![button(&view.yes, Loudness::Primary, dispatch), button(&view.no, Loudness::Quiet, dispatch)];
    let children = vec![
        head(&view.head, Html::default(), dispatch),
        element("section", "ask", asks),
        element("div", "way-on", way_on),
    ];
    element("div", "screen session", children)
}
