//! A line of text with a remark.

use yew::prelude::*;

use crate::present::parts::line::Line;

/// Draws a line of text, with its remark in quieter letters.
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
