//! A row of a seller to whom booked dates go.

use yew::prelude::*;

use super::button::{Loudness, button, identified_button, unfolding_button};
use super::line::line;
use crate::present::parts::sheet::SendRowView;
use crate::ui::dispatch::Dispatch;

/// Draws the row: the statement, the button that sends, and the message below, which stands beside all rows where there is
/// room. `sections` are the drawn sections of the message.
pub(in crate::ui) fn send_row(view: &SendRowView, sections: Html, dispatch: &Dispatch) -> Html {
    let SendRowView { line: words, state, is_open, id, send, read, message } = view;
    let class = if *is_open { "send-row" } else { "send-row gone" };
    let loudness = if *is_open { Loudness::Plain } else { Loudness::Quiet };
    html! {
        <div key={&**id} class="send">
            <div {class}>
                <div class="send-line">
                    {line(words)}
                    if let Some(state) = state {
                        <span class={if *is_open { "sent open" } else { "sent" }}>{state}</span>
                    }
                </div>
                {identified_button(send, id, loudness, dispatch)}
                {unfolding_button(read, message.is_some(), dispatch)}
            </div>
            if let Some(message) = message {
                <div class="send-message" id={&message.id}>
                    {sections}
                    <div class="actions asides">{button(&message.others, Loudness::Quiet, dispatch)}</div>
                </div>
            }
        </div>
    }
}
