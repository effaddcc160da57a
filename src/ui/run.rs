//! A session that is on.

use yew::Html;

use super::Dispatch;
use super::button::{Loudness, button, buttons};
use super::face::face;
use super::head::head;
use super::note::{lists, with_keys, writing};
use super::notice::notices;
use super::planned::place;
use super::question::question;
use super::rail::rail;
use super::tag::{element, paragraph, tag, text, words};
use crate::present::run::RunView;
use crate::text::Words;

/// A session that is on.
pub(super) fn run(view: &RunView, dispatch: &Dispatch) -> Html {
    let compared = view.finish.1.as_ref().map(|compared| paragraph("finish-planned", compared));
    let finish = element(
        "div",
        "finish",
        vec![
            paragraph("finish-about", &view.finish.0),
            compared.unwrap_or_default(),
            view.place.as_ref().map(place).unwrap_or_default(),
        ],
    );
    let line = vec![
        element("span", "fold-line", vec![text(&view.rail_line)]),
        element("span", "fold-show", vec![text(&view.rail_name)]),
    ];
    let fold = element("details", "fold", vec![element("summary", "", line), rail(&view.rail)]);
    let beside =
        tag!("nav", "class" = "beside", "aria-label" = words(&view.rail_name); vec![rail(&view.rail)]).into();
    let children = vec![
        head(&view.head, finish, dispatch),
        fold,
        element("div", "columns", vec![beside, item(view, dispatch)]),
        controls(view, dispatch),
    ];
    let screen = tag!("div", "class" = "screen session run", "tabindex" = "-1"; children);
    with_keys(screen, &view.notes, dispatch)
}

fn item(view: &RunView, dispatch: &Dispatch) -> Html {
    let purpose = view.purpose.as_ref().map(|purpose| paragraph("lead", purpose));
    let title =
        tag!("h2", "id" = "item-title", "class" = "item-title", "dir" = "auto"; vec![text(&view.title)]);
    let about = element(
        "div",
        "item-words",
        vec![paragraph("kicker", &view.number), title.into(), purpose.unwrap_or_default()],
    );
    let more = vec![
        tag!("span", "class" = "time-name", "id" = "more-time"; vec![text(&view.more)]).into(),
        buttons(&view.extend, Loudness::Plain, dispatch),
    ];
    let told = tag!("p", "class" = "spoken", "role" = "status", "id" = "told"; vec![text(&view.told)]);
    let children = vec![
        notices(&view.asks, dispatch),
        told.into(),
        element("div", "item-head", vec![about, face(&view.face)]),
        view.topic.as_ref().map(topic).unwrap_or_default(),
        view.prompt.as_ref().map(|prompt| question(prompt, dispatch)).unwrap_or_default(),
        view.note.as_ref().map(note).unwrap_or_default(),
        writing(&view.notes, dispatch),
        tag!("div", "class" = "time", "role" = "group", "aria-labelledby" = "more-time"; more).into(),
        element("div", "actions", vec![buttons(&view.others, Loudness::Quiet, dispatch)]),
        lists(&view.notes, dispatch),
    ];
    tag!("section", "class" = "item", "aria-labelledby" = "item-title"; children).into()
}

/// What the seller brings, pinned to the item.
fn topic((brought, worked_if): &(Words, Option<Words>)) -> Html {
    let more = worked_if.as_ref().map(|more| element("span", "more", vec![text(more)]));
    tag!("p", "class" = "line", "dir" = "auto"; vec![text(brought), more.unwrap_or_default()]).into()
}

fn note((name, note): &(Words, Words)) -> Html {
    element(
        "div",
        "private",
        vec![paragraph("more", name), tag!("p", "dir" = "auto"; vec![text(note)]).into()],
    )
}

fn controls(view: &RunView, dispatch: &Dispatch) -> Html {
    // While it is paused the way on is to resume, in the place where it was paused.
    let (next, pause) = match view.is_paused {
        true => (Loudness::Plain, Loudness::Primary),
        false => (Loudness::Primary, Loudness::Plain),
    };
    let skip = view.skip.as_ref().map(|skip| button(skip, Loudness::Plain, dispatch));
    let rest = vec![
        button(&view.back, Loudness::Plain, dispatch),
        button(&view.pause, pause, dispatch),
        skip.unwrap_or_default(),
    ];
    element(
        "div",
        "controls",
        vec![button(&view.next, next, dispatch), element("div", "controls-rest", rest)],
    )
}
