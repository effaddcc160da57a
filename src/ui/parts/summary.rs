//! The summary of a session that is over: its buttons, and the page that is printed.

use yew::prelude::*;

use super::button::{Loudness, buttons, note_button};
use crate::present::parts::summary::{Mark, SummaryLine, SummaryView};
use crate::text::Words;
use crate::ui::dispatch::Dispatch;

/// Draws the summary. Its lines are always in the document for the printer; on the screen they show when
/// asked for.
pub(in crate::ui) fn summary(view: &SummaryView, dispatch: &Dispatch) -> Html {
    let class = if view.read.is_on == Some(true) { "summary open" } else { "summary" };
    html! {
        <section {class} aria-labelledby="summary-heading">
            <h2 id="summary-heading">{&view.heading}</h2>
            <p class="hint">{&view.lead}</p>
            <div class="actions">
                {note_button(&view.read, dispatch)}
                {buttons(&view.actions, Loudness::Plain, dispatch)}
            </div>
            <div role="status">
                if let Some(outcome) = &view.outcome {
                    <p>{outcome}</p>
                }
            </div>
            if let Some(text) = &view.text_to_copy {
                {text_to_copy(&view.heading, text)}
            }
            <div class="paper">{for view.lines.iter().map(line)}</div>
        </section>
    }
}

/// Draws a text that the person copies by hand. `name` is its accessible name.
pub(in crate::ui) fn text_to_copy(name: &Words, text: &Words) -> Html {
    html! { <textarea id="summary-text" readonly=true rows="12" aria-label={name} value={text} /> }
}

fn line(line: &SummaryLine) -> Html {
    let words = &line.words;
    match line.mark {
        Mark::Title => html! { <h3 class="paper-title" dir="auto">{words}</h3> },
        Mark::Heading => html! { <h4 dir="auto">{words}</h4> },
        Mark::Entry => html! { <p class="entry" dir="auto">{words}</p> },
        Mark::Plain => html! { <p dir="auto">{words}</p> },
        Mark::Foot => html! { <p class="paper-foot">{words}</p> },
    }
}
