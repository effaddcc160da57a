//! A line of a person's words, with more words that belong to it.

use yew::prelude::*;

use crate::present::parts::line::Line;

/// Draws a line.
pub(in crate::ui) fn line(Line { words, remark }: &Line) -> Html {
    html! {
        <p class="line" dir="auto">
            {words}
            if let Some(remark) = remark {
                <span class="more">{remark}</span>
            }
        </p>
    }
}
