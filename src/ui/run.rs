//! A session that is on.

use yew::prelude::*;

use super::button::{Button, Loudness};
use super::face::Face;
use super::head::Head;
use super::notice::Notices;
use super::rail::Rail;
use super::{Dispatch, words};
use crate::present::Action;
use crate::present::run::RunView;

/// Properties of [`Run`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RunProps {
    /// What it shows.
    pub view: std::rc::Rc<RunView>,
    /// Where events go.
    pub dispatch: Dispatch,
}

/// A session that is on.
#[component]
pub(super) fn Run(props: &RunProps) -> Html {
    let view = &*props.view;
    let dispatch = &props.dispatch;
    html! {
        <main class="screen session run">
            <Head head={view.head.clone()} dispatch={dispatch.clone()}>
                <div class="finish">
                    <p class="finish-about">{ words(&view.finish.0) }</p>
                    { view.finish.1.as_ref().map(|compared| html! { <p class="finish-planned">{ words(compared) }</p> }) }
                </div>
            </Head>
            <details class="fold">
                <summary><span class="fold-line">{ words(&view.rail_line) }</span><span class="fold-show">{ words(&view.rail_show) }</span></summary>
                <Rail items={view.rail.clone()} />
            </details>
            <div class="columns">
                <nav class="beside" aria-label={words(&view.rail_name)}><Rail items={view.rail.clone()} /></nav>
                <section class="item" aria-labelledby="item-title">
                    <Notices notices={view.asks.clone()} dispatch={dispatch.clone()} />
                    <div class="item-head">
                        <div class="item-words">
                            <p class="kicker item-number">{ words(&view.number) }</p>
                            <h2 id="item-title" class="item-title" dir="auto">{ words(&view.title) }</h2>
                            { view.purpose.as_ref().map(|purpose| html! { <p class="lead">{ words(purpose) }</p> }) }
                        </div>
                        <Face face={view.face.clone()} dispatch={dispatch.clone()} />
                    </div>
                    { time(view, dispatch) }
                </section>
            </div>
            { controls(view, dispatch) }
        </main>
    }
}

fn time(view: &RunView, dispatch: &Dispatch) -> Html {
    html! {
        <div class="time" role="group" aria-labelledby="more-time">
            <span class="time-name" id="more-time">{ words(&view.more) }</span>
            { for view.extend.iter().map(|action| button(action, Loudness::Plain, dispatch)) }
            { view.undo.as_ref().map(|undo| button(undo, Loudness::Quiet, dispatch)) }
        </div>
    }
}

fn controls(view: &RunView, dispatch: &Dispatch) -> Html {
    html! {
        <footer class="controls">
            { button(&view.next, Loudness::Primary, dispatch) }
            <div class="controls-rest">
                { for view.controls.iter().map(|action| button(action, Loudness::Plain, dispatch)) }
                { view.end.as_ref().map(|end| button(end, Loudness::Quiet, dispatch)) }
            </div>
        </footer>
    }
}

fn button(action: &Action, loudness: Loudness, dispatch: &Dispatch) -> Html {
    html! { <Button key={&*action.label} action={action.clone()} {loudness} dispatch={dispatch.clone()} /> }
}
