//! What a file holds that was opened, and the field that opens one.

use yew::Html;

use super::Dispatch;
use super::button::{Loudness, button};
use super::head::heading;
use super::tag::{element, paragraph, tag, text};
use crate::present::file::{FileGroup, FileView};
use crate::text::Words;

/// The browser's own field for a file. What is chosen in it is read by `element.js`.
pub(super) fn field(name: &Words) -> Html {
    let input = tag!("input", "id" = "file", "type" = "file", "class" = "spoken", "accept" = ".json,application/json"; Vec::new());
    let label = tag!("label", "class" = "button quiet", "part" = "button", "for" = "file"; vec![text(name)]);
    // The field stands before its label, which shows that the field has the focus.
    [input, label].into_iter().map(Html::from).collect()
}

/// What a file holds.
pub(super) fn file(view: &FileView, dispatch: &Dispatch) -> Html {
    let take = view.take.as_ref().map(|take| button(take, Loudness::Primary, dispatch));
    let leave = if view.take.is_some() { Loudness::Quiet } else { Loudness::Primary };
    let children = vec![
        element("div", "head", vec![heading(&view.heading), paragraph("file-lead", &view.lead)]),
        element("div", "file-groups", view.groups.iter().map(group).collect()),
        element("div", "way-on", vec![take.unwrap_or_default(), button(&view.leave, leave, dispatch)]),
    ];
    element("div", "screen file", children)
}

fn group(group: &FileGroup) -> Html {
    let own = |class: &'static str, words: &Words| {
        tag!("span", "class" = class, "dir" = "auto"; vec![text(words)]).into()
    };
    let row = |(who, what): &(Words, Words)| {
        element("li", "file-row", vec![own("row-who", who), own("row-detail", what)])
    };
    let children = vec![
        element("h2", "", vec![text(&group.heading)]),
        tag!("ul", "class" = "rows", "role" = "list"; group.rows.iter().map(row).collect()).into(),
    ];
    element("section", "group", children)
}
