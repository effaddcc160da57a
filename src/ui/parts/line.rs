//! A line of a person's words, with more words that belong to it.

use yew::prelude::*;

use crate::text::Words;

/// Draws a line.
pub(in crate::ui) fn line(words: &Words, more: Option<&Words>) -> Html {
    html! {
        <p class="line" dir="auto">
            {words}
            if let Some(more) = more {
                <span class="more">{more}</span>
            }
        </p>
    }
}
