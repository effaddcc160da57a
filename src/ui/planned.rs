//! A session that is planned.

use yew::prelude::*;

use super::button::{Loudness, button};
use super::head::head;
use super::notice::notices;
use super::rail::rail;
use super::{Dispatch, paragraph, words};
use crate::present::planned::{PlaceView, PlannedView};

/// A session that is planned.
pub(super) fn planned(view: &PlannedView, dispatch: &Dispatch) -> Html {
    let quiet = |action| button(action, Loudness::Quiet, dispatch);
    html! {
        <main class="screen session planned">
            { head(&view.head, Html::default(), dispatch) }
            <div class="columns">
                <section class="before">
                    { notices(&view.concurrent, dispatch) }
                    { paragraph("when", &view.when) }
                    { view.place.as_ref().map(place) }
                    <h2 class="question">{ words(&view.lead.0) }</h2>
                    { paragraph("lead", &view.lead.1) }
                </section>
                <section class="plan" aria-labelledby="agenda-heading">
                    <div class="plan-head">
                        <h2 id="agenda-heading">{ words(&view.agenda) }</h2>
                        { paragraph("sum", &view.sum) }
                    </div>
                    { rail(&view.rail) }
                    { quiet(&view.edit) }
                </section>
            </div>
            <footer class="way-on">
                { button(&view.start, Loudness::Primary, dispatch) }
                { for view.others.iter().map(quiet) }
            </footer>
        </main>
    }
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
