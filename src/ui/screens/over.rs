//! A session that is over.

use yew::prelude::*;

use crate::present::screens::over::{OverRow, OverView};
use crate::ui::dispatch::Dispatch;
use crate::ui::parts::again::again;
use crate::ui::parts::alone::alone;
use crate::ui::parts::button::{Loudness, button, button_if, buttons};
use crate::ui::parts::head::head;
use crate::ui::parts::notes::{booked, lists_after, next_date, session_keys};
use crate::ui::parts::notice::notices;
use crate::ui::parts::sending::statement;
use crate::ui::parts::summary::summary;

/// Draws a session that is over: its minutes, its notes and its summary.
pub(in crate::ui) fn over(view: &OverView, dispatch: &Dispatch) -> Html {
    let writing_buttons = view.notes.openers.iter().map(|opener| &opener.action);
    let onkeydown = session_keys(&view.notes, writing_buttons, dispatch);
    let first_date = if view.next.is_none() { Loudness::Primary } else { Loudness::Plain };
    html! {
        <div class="screen session over" tabindex="-1" {onkeydown}>
            {head(&view.head, Html::default(), dispatch)}
            <section class="after">
                <div class="after-part">
                    {notices(&view.asks, dispatch)}
                    <div class="ended">
                        <p class="when">{&view.when}</p>
                        {button_if(view.not_over.as_ref(), Loudness::Quiet, dispatch)}
                    </div>
                    {statement(view.sent.as_ref())}
                    {booked(&view.notes, dispatch)}
                    {lists_after(&view.notes, dispatch)}
                </div>
                <div class="after-part record">
                    if let Some(began) = &view.began {
                        <p class="lead">{began}</p>
                    }
                    if !view.rows.is_empty() {
                        {minutes(view)}
                    }
                    if let Some(view) = &view.alone {
                        {alone(view, dispatch)}
                    }
                    {again(&view.again, dispatch)}
                    {summary(&view.summary, dispatch)}
                    {button(&view.save, Loudness::Quiet, dispatch)}
                    {button_if(view.reopen.as_ref(), Loudness::Quiet, dispatch)}
                    {button(&view.delete, Loudness::Quiet, dispatch)}
                </div>
            </section>
            <div class="way-on">
                {next_date(&view.notes, "next-date", first_date, dispatch)}
                {button_if(view.next.as_ref(), Loudness::Primary, dispatch)}
                {buttons(&view.others, Loudness::Plain, dispatch)}
            </div>
        </div>
    }
}

/// Draws the planned and actual minutes of each item.
fn minutes(view: &OverView) -> Html {
    let heads = view.columns.iter().map(|words| html! { <th scope="col">{words}</th> });
    html! {
        <table class="minutes">
            <caption class="spoken">{&view.caption}</caption>
            <thead>
                <tr>{for heads}</tr>
            </thead>
            <tbody>{for view.rows.iter().map(row)}</tbody>
            <tfoot>{row(&view.sum)}</tfoot>
        </table>
    }
}

fn row(view: &OverRow) -> Html {
    html! {
        <tr>
            <th scope="row" dir="auto">{&view.title}</th>
            <td>{&view.planned}</td>
            <td>{&view.actual}</td>
        </tr>
    }
}
