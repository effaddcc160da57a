//! A session that is on.

use yew::prelude::*;

use super::button::{Loudness, button};
use super::face::Face;
use super::head::head;
use super::notice::notices;
use super::rail::rail;
use super::{Dispatch, SharedClock, paragraph, words};
use crate::present::run::RunView;

/// A session that is on.
pub(super) fn run(view: &RunView, dispatch: &Dispatch, clock: &SharedClock) -> Html {
    let finish = html! {
        <div class="finish">
            { paragraph("finish-about", &view.finish.0) }
            { view.finish.1.as_ref().map(|compared| paragraph("finish-planned", compared)) }
        </div>
    };
    html! {
        <main class="screen session run">
            { head(&view.head, finish, dispatch) }
            <details class="fold">
                <summary><span class="fold-line">{ words(&view.rail_line) }</span><span class="fold-show">{ words(&view.rail_show) }</span></summary>
                { rail(&view.rail) }
            </details>
            <div class="columns">
                <nav class="beside" aria-label={words(&view.rail_name)}>{ rail(&view.rail) }</nav>
                <section class="item" aria-labelledby="item-title">
                    { notices(&view.asks, dispatch) }
                    <div class="item-head">
                        <div class="item-words">
                            { paragraph("kicker item-number", &view.number) }
                            <h2 id="item-title" class="item-title" dir="auto">{ words(&view.title) }</h2>
                            { view.purpose.as_ref().map(|purpose| paragraph("lead", purpose)) }
                        </div>
                        <Face face={view.face.clone()} dispatch={dispatch.clone()} clock={clock.clone()} />
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
