//! A session that is on.

use yew::prelude::*;

use super::button::{Loudness, button, buttons};
use super::face::Face;
use super::head::head;
use super::notice::notices;
use super::rail::rail;
use super::{Dispatch, SharedClock, element, paragraph, words};
use crate::present::run::RunView;

/// A session that is on.
pub(super) fn run(view: &RunView, dispatch: &Dispatch, clock: &SharedClock) -> Html {
    let compared = view.finish.1.as_ref().map(|compared| paragraph("finish-planned", compared));
    let finish = element(
        "div",
        "finish",
        vec![paragraph("finish-about", &view.finish.0), compared.unwrap_or_default()],
    );
    let fold = html! {
        <details class="fold">
            <summary>
                { element("span", "fold-line", vec![html! { words(&view.rail_line) }]) }
                { element("span", "fold-show", vec![html! { words(&view.rail_name) }]) }
            </summary>
            { rail(&view.rail) }
        </details>
    };
    let beside = html! { <nav class="beside" aria-label={words(&view.rail_name)}>{ rail(&view.rail) }</nav> };
    let children = vec![
        head(&view.head, finish, dispatch),
        fold,
        element("div", "columns", vec![beside, item(view, dispatch, clock)]),
        controls(view, dispatch),
    ];
    element("main", "screen session run", children)
}

fn item(view: &RunView, dispatch: &Dispatch, clock: &SharedClock) -> Html {
    let purpose = view.purpose.as_ref().map(|purpose| paragraph("lead", purpose));
    let title = html! { <h2 id="item-title" class="item-title" dir="auto">{ words(&view.title) }</h2> };
    let about = element(
        "div",
        "item-words",
        vec![paragraph("kicker", &view.number), title, purpose.unwrap_or_default()],
    );
    let face = html! { <Face face={view.face.clone()} dispatch={dispatch.clone()} clock={clock.clone()} /> };
    html! {
        <section class="item" aria-labelledby="item-title">
            { notices(&view.asks, dispatch) }
            { element("div", "item-head", vec![about, face]) }
            <div class="time" role="group" aria-labelledby="more-time">
                <span class="time-name" id="more-time">{ words(&view.more) }</span>
                { buttons(&view.extend, Loudness::Plain, dispatch) }
            </div>
            { element("div", "actions", vec![buttons(&view.others, Loudness::Quiet, dispatch)]) }
        </section>
    }
}

fn controls(view: &RunView, dispatch: &Dispatch) -> Html {
    let rest = element("div", "controls-rest", vec![buttons(&view.controls, Loudness::Plain, dispatch)]);
    element("footer", "controls", vec![button(&view.next, Loudness::Primary, dispatch), rest])
}
