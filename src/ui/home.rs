//! The list of sessions.

use yew::Html;
use yew::virtual_dom::VText;

use super::Dispatch;
use super::button::{Loudness, button, buttons};
use super::file::field;
use super::head::heading;
use super::note::list;
use super::tag::{element, keyed, paragraph, tag, text};
use crate::present::home::{Group, HomeView, Row};

/// The list of sessions.
pub(super) fn home(view: &HomeView, dispatch: &Dispatch) -> Html {
    let plan = button(&view.plan, Loudness::Primary, dispatch);
    let deleted = view.deleted.as_ref().map(|(text, undo)| {
        element("div", "undo", vec![paragraph("", text), button(undo, Loudness::Plain, dispatch)])
    });
    let brought = view.brought.as_ref().map(|text| element("div", "undo", vec![paragraph("", text)]));
    let told = vec![deleted.unwrap_or_default(), brought.unwrap_or_default()];
    let told = tag!("div", "role" = "status"; told).into();
    let files = vec![button(&view.save, Loudness::Quiet, dispatch), field(&view.open)];
    let files = element("div", "files", files);
    let title = heading(&view.heading);
    let back = view.back.as_ref().map(|back| button(back, Loudness::Quiet, dispatch)).unwrap_or_default();
    let between: Vec<Html> = view.lists.iter().map(|list| self::list(list, dispatch)).collect();
    let between = (!between.is_empty()).then(|| element("div", "group", between));
    let pages = view.pages.as_ref().map(|(heading, pages)| {
        let pages = vec![element("h2", "", vec![text(heading)]), buttons(pages, Loudness::Quiet, dispatch)];
        element("section", "group", pages)
    });
    let children = match &view.empty {
        Some((what, how)) => vec![
            element("div", "head", vec![title]),
            told,
            element("div", "empty", vec![paragraph("empty-what", what), paragraph("empty-how", how), plan]),
            files,
        ],
        None => vec![
            element("div", "head", vec![title, element("div", "head-end", vec![back, plan])]),
            told,
            view.groups.iter().map(|group| self::group(group, dispatch)).collect(),
            between.unwrap_or_default(),
            pages.unwrap_or_default(),
            files,
        ],
    };
    element("div", "screen home", children)
}

fn group(group: &Group, dispatch: &Dispatch) -> Html {
    let rows = group.rows.iter().map(|row| self::row(row, dispatch)).collect();
    let children = vec![
        tag!("h2", "id" = group.id; vec![text(&group.heading)]).into(),
        tag!("ul", "class" = "rows", "role" = "list"; rows).into(),
    ];
    keyed(tag!("section", "class" = "group", "aria-labelledby" = group.id; children), group.id)
}

fn row(row: &Row, dispatch: &Dispatch) -> Html {
    let own =
        |class: &'static str, words| tag!("span", "class" = class, "dir" = "auto"; vec![text(words)]).into();
    // The spaces are for whoever hears the row as one name; the layout does not show them.
    let space = || VText::new(" ").into();
    let about = vec![
        own("row-who", &row.seller),
        space(),
        element("span", "row-when", vec![text(&row.when)]),
        space(),
        own("row-detail", &row.detail),
    ];
    let open = tag!("button", "type" = "button", "class" = "row-open"; about);
    let mut children =
        vec![dispatch.on_click(open, &row.open).into(), button(&row.delete, Loudness::Quiet, dispatch)];
    for line in &row.lines {
        children.push(tag!("p", "class" = "row-promised hint", "dir" = "auto"; vec![text(line)]).into());
    }
    keyed(tag!("li", "class" = "row"; children), &row.id.0.to_string())
}
