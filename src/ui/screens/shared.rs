//! A running session for a screen that both see.

use yew::prelude::*;

use crate::present::parts::line::Line;
use crate::present::parts::shortcuts::Place;
use crate::present::screens::shared::SharedView;
use crate::text::Words;
use crate::ui::clock::Clock;
use crate::ui::dispatch::Dispatch;
use crate::ui::keys::listener;
use crate::ui::parts::button::{Loudness, button, next_button};
use crate::ui::parts::face::Face;
use crate::ui::parts::line::line;
use crate::ui::parts::notice::notices;
use crate::ui::parts::rail::rail;

/// Draws a running session for a screen that both see: the clock and the question large, then what the two agreed on and
/// wrote down.
pub(in crate::ui) fn shared(view: &SharedView, clock: &Clock, dispatch: &Dispatch) -> Html {
    let places: &[Place] = if view.has_keys { &[Place::Session, Place::Shared] } else { &[Place::Shared] };
    let buttons = [&view.leave, &view.back, &view.pause].into_iter().chain(&view.next);
    let onkeydown = listener(places, buttons, dispatch);
    html! {
        <div class="screen session run shared" tabindex="-1" {onkeydown}>
            <div class="head" part="header">
                <div class="who">
                    <p class="kicker">{&view.kicker}</p>
                    <h1 id="heading" tabindex="-1" dir="auto" translate="no">{&view.title}</h1>
                </div>
                <div class="head-end">{button(&view.leave, Loudness::Quiet, dispatch)}</div>
            </div>
            <div class="columns">
                <nav class="beside" aria-label={&view.rail_name}>{rail(&view.rail)}</nav>
                {item(view, clock, dispatch)}
            </div>
            <div class="controls">
                <div class="controls-rest">
                    {button(&view.back, Loudness::Plain, dispatch)}
                    {button(&view.pause, Loudness::Plain, dispatch)}
                </div>
                {for view.next.iter().map(|next| next_button(next, view.next_title.as_ref(), Loudness::Primary, dispatch))}
            </div>
        </div>
    }
}

fn item(view: &SharedView, clock: &Clock, dispatch: &Dispatch) -> Html {
    html! {
        <section class="item" aria-labelledby="item-title">
            {notices(view.ask.as_slice(), dispatch)}
            <p class="spoken" id="told" role="status">{&view.announcement}</p>
            <div class="item-head">
                <h2 id="item-title" class="item-title" dir="auto">{&view.item}</h2>
                <Face view={view.face.clone()} clock={clock.clone()} />
            </div>
            if let Some((name, question)) = &view.question {
                <section class="prompt" aria-label={name}>
                    <div aria-live="polite"><p id="question" class="prompt-words" tabindex="-1">{question}</p></div>
                </section>
            }
            {for view.agreed.iter().map(|(heading, lines)| listed(heading, lines))}
            {for view.notes.iter().map(|(heading, lines)| listed(heading, lines))}
        </section>
    }
}

/// Draws lines below their heading.
fn listed(heading: &Words, lines: &[Line]) -> Html {
    html! {
        <section key={&**heading} class="shared-lines" aria-label={heading}>
            <h2>{heading}</h2>
            <ul role="list">{for lines.iter().map(|said| html! { <li>{line(said)}</li> })}</ul>
        </section>
    }
}
