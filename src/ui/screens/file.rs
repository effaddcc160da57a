//! An opened file.

use yew::prelude::*;

use crate::present::screens::file::{FileGroup, FileRow, FileView};
use crate::ui::dispatch::Dispatch;
use crate::ui::parts::button::{Loudness, button, button_if, tick};
use crate::ui::parts::head::heading;

/// Draws the contents of an opened file, and the buttons that import or leave it.
pub(in crate::ui) fn file(view: &FileView, dispatch: &Dispatch) -> Html {
    let leave = if view.take.is_empty() { Loudness::Primary } else { Loudness::Quiet };
    html! {
        <div class="screen file">
            <div class="head">
                {heading(&view.heading)}
                <p class="file-lead">{&view.lead}</p>
            </div>
            <div class="file-groups">{for view.groups.iter().map(|view| group(view, dispatch))}</div>
            <div class="way-on">
                {button_if(view.take.first(), Loudness::Primary, dispatch)}
                {button_if(view.take.get(1), Loudness::Plain, dispatch)}
                {button(&view.leave, leave, dispatch)}
            </div>
        </div>
    }
}

fn group(view: &FileGroup, dispatch: &Dispatch) -> Html {
    html! {
        <section class="group">
            <h2>{&view.heading}</h2>
            <ul class="rows" role="list">{for view.rows.iter().map(|view| row(view, dispatch))}</ul>
        </section>
    }
}

fn row(FileRow { who, what, changes, keep }: &FileRow, dispatch: &Dispatch) -> Html {
    let line = |words| html! { <span class="row-detail file-change" dir="auto">{words}</span> };
    html! {
        <li class="file-row">
            <span class="file-who" dir="auto">{who}</span>
            <span class="row-detail" dir="auto">{what}</span>
            {for changes.iter().map(line)}
            if let Some(keep) = keep {
                {tick(keep, dispatch)}
            }
        </li>
    }
}
