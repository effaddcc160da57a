//! A session that was left open.

use yew::Html;

use super::Dispatch;
use super::button::{Loudness, button, buttons};
use super::head::head;
use super::tag::{element, paragraph, tag, text};
use crate::present::left::LeftView;

/// A session that was left open.
pub(super) fn left(view: &LeftView, dispatch: &Dispatch) -> Html {
    let steps = buttons(&view.steps, Loudness::Plain, dispatch);
    let asks = vec![
        paragraph("lead", &view.lead),
        element("h2", "question", vec![text(&view.question)]),
        tag!("div", "class" = "actions", "role" = "group"; vec![steps]).into(),
    ];
    let way_on =
        vec![button(&view.end, Loudness::Primary, dispatch), button(&view.stay, Loudness::Quiet, dispatch)];
    let children = vec![
        head(&view.head, Html::default(), dispatch),
        element("section", "left", asks),
        element("div", "way-on", way_on),
    ];
    element("div", "screen session", children)
}
