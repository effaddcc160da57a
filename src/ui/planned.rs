//! A session that is planned.

use yew::prelude::*;

use super::button::{Loudness, button, buttons};
use super::head::head;
use super::notice::notices;
use super::rail::rail;
use super::{Dispatch, element, paragraph, words};
use crate::present::planned::{PlaceView, PlannedView};

/// A session that is planned.
pub(super) fn planned(view: &PlannedView, dispatch: &Dispatch) -> Html {
    let before = vec![
        notices(view.concurrent.as_slice(), dispatch),
        paragraph("when", &view.when),
        view.place.as_ref().map(place).unwrap_or_default(),
        html! { <h2 class="question">{ words(&view.lead.0) }</h2> },
        paragraph("lead", &view.lead.1),
    ];
    let title = html! { <h2 id="agenda-heading">{ words(&view.agenda) }</h2> };
    let plan = html! {
        <section class="plan" aria-labelledby="agenda-heading">
            { element("div", "plan-head", vec![title, paragraph("sum", &view.sum)]) }
            { rail(&view.rail) }
            { button(&view.edit, Loudness::Quiet, dispatch) }
        </section>
    };
    let way_on = vec![
        button(&view.start, Loudness::Primary, dispatch),
        buttons(&view.others, Loudness::Quiet, dispatch),
    ];
    let children = vec![
        head(&view.head, Html::default(), dispatch),
        element("div", "columns", vec![element("section", "before", before), plan]),
        element("footer", "way-on", way_on),
    ];
    element("main", "screen session planned", children)
}

fn place(place: &PlaceView) -> Html {
    let text = words(&place.text);
    match &place.href {
        Some(href) => html! {
            <p class="place"><a href={words(href)} target="_blank" rel="noopener noreferrer">{ text }</a></p>
        },
        None => html! { <p class="place" dir="auto">{ text }</p> },
    }
}
