//! A session that is planned.

use yew::prelude::*;

use super::button::{Button, Loudness};
use super::head::Head;
use super::notice::Notices;
use super::rail::Rail;
use super::{Dispatch, words};
use crate::present::planned::{PlaceView, PlannedView};

/// Properties of [`Planned`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PlannedProps {
    /// What it shows.
    pub view: std::rc::Rc<PlannedView>,
    /// Where events go.
    pub dispatch: Dispatch,
}

/// A session that is planned.
#[component]
pub(super) fn Planned(props: &PlannedProps) -> Html {
    let view = &*props.view;
    let dispatch = &props.dispatch;
    let quiet = |action: &crate::present::Action| html! {
        <Button action={action.clone()} loudness={Loudness::Quiet} dispatch={dispatch.clone()} />
    };
    html! {
        <main class="screen session planned">
            <Head head={view.head.clone()} dispatch={dispatch.clone()} />
            <div class="columns">
                <section class="before">
                    <Notices notices={view.concurrent.iter().cloned().collect::<Vec<_>>()} dispatch={dispatch.clone()} />
                    <p class="when">{ words(&view.when) }</p>
                    { view.place.as_ref().map(place) }
                    <h2 class="question">{ words(&view.lead.0) }</h2>
                    <p class="lead">{ words(&view.lead.1) }</p>
                </section>
                <section class="plan" aria-labelledby="agenda-heading">
                    <div class="plan-head">
                        <h2 id="agenda-heading">{ words(&view.agenda) }</h2>
                        <p class="sum">{ words(&view.sum) }</p>
                    </div>
                    <Rail items={view.rail.clone()} />
                    { quiet(&view.edit) }
                </section>
            </div>
            <footer class="way-on">
                <Button action={view.start.clone()} loudness={Loudness::Primary} dispatch={dispatch.clone()} />
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
