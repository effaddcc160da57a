//! The agenda editor.

use yew::prelude::*;

use crate::present::parts::shortcuts::Place;
use crate::present::screens::agenda::{AgendaRow, AgendaView};
use crate::ui::dispatch::Dispatch;
use crate::ui::keys::listener;
use crate::ui::parts::button::{Loudness, button, button_if, icon_button};
use crate::ui::parts::field::{Label, field};
use crate::ui::parts::head::head;

const UP: &str = "M12 19V5m-6 6l6-6 6 6";
const DOWN: &str = "M12 5v14m-6-6l6 6 6-6";

/// Draws the agenda editor.
pub(in crate::ui) fn agenda(view: &AgendaView, dispatch: &Dispatch) -> Html {
    let rows = view.rows.iter().map(|view| row(view, dispatch));
    let changes = [&view.add, &view.undo];
    html! {
        <div class="screen session editing">
            {head(&view.head, Html::default(), dispatch)}
            <section class="editor" aria-labelledby="edit-heading">
                <h2 id="edit-heading">{&view.heading}</h2>
                <p class="hint keys" id="edit-help">{&view.help}</p>
                <div class="edit-columns" aria-hidden="true">
                    <span>{&view.titles}</span>
                    <span>{&view.minutes}</span>
                </div>
                <ol class="edit-rows" id="items" tabindex="-1" role="list" aria-describedby="edit-help">
                    {for rows}
                </ol>
                <div class="actions">
                    {for changes.map(|action| button(action, Loudness::Plain, dispatch))}
                </div>
            </section>
            <div class="way-on">
                {button(&view.done, Loudness::Primary, dispatch)}
                {button(&view.fit, Loudness::Plain, dispatch)}
                {sum(view)}
            </div>
        </div>
    }
}

/// Draws the sum of all items' minutes.
fn sum(view: &AgendaView) -> Html {
    html! {
        <div class="edit-sum" role="status">
            <p class={if view.is_mismatch { "sum off" } else { "sum" }}>{&view.sum}</p>
            if let Some(misfit) = &view.misfit {
                <p class="complaint">{misfit}</p>
            }
        </div>
    }
}

fn row(view: &AgendaRow, dispatch: &Dispatch) -> Html {
    let onkeydown = listener(&[Place::Item], [&view.up, &view.down], dispatch);
    html! {
        <li key={view.id.0} class="edit-row" {onkeydown}>
            {field(&view.title, Label::Spoken, dispatch)}
            {field(&view.minutes, Label::Spoken, dispatch)}
            <div class="edit-moves">
                if let Some(protected) = &view.protected {
                    <span class="protected">{protected}</span>
                } else {
                    {icon_button(&view.up, UP, dispatch)}
                    {icon_button(&view.down, DOWN, dispatch)}
                }
                {button_if(view.remove.as_ref(), Loudness::Quiet, dispatch)}
            </div>
        </li>
    }
}
