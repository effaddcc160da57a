//! The summary of a session that is over: what can be done with it, and the paper it is printed on.

use yew::Html;

use super::Dispatch;
use super::button::{Loudness, buttons};
use super::note::note_button;
use super::tag::{element, paragraph, tag, text, words};
use crate::present::summary::{Mark, SummaryLine, SummaryView};

/// The summary. Its lines are always there for the printer; on the screen they show when asked for.
pub(super) fn summary(view: &SummaryView, dispatch: &Dispatch) -> Html {
    let is_open = view.read.is_on == Some(true);
    let does = vec![note_button(&view.read, dispatch), buttons(&view.actions, Loudness::Plain, dispatch)];
    let told = view.told.as_ref().map(|told| paragraph("", told));
    let by_hand = view.text.as_ref().map(|by_hand| {
        let mut area = tag!("textarea", "id" = "summary-text", "readonly" = "", "rows" = "12",
            "aria-label" = words(&view.heading); Vec::new());
        area.set_value(words(by_hand));
        area.into()
    });
    let children = vec![
        tag!("h2", "id" = "summary-heading"; vec![text(&view.heading)]).into(),
        paragraph("hint", &view.lead),
        element("div", "actions", does),
        tag!("div", "role" = "status"; told.into_iter().collect()).into(),
        by_hand.unwrap_or_default(),
        element("div", "paper", view.lines.iter().map(line).collect()),
    ];
    let class = if is_open { "summary open" } else { "summary" };
    tag!("section", "class" = class, "aria-labelledby" = "summary-heading"; children).into()
}

fn line(line: &SummaryLine) -> Html {
    let (name, class) = match line.mark {
        Mark::Title => ("h3", "paper-title"),
        Mark::Heading => ("h4", ""),
        Mark::Entry => ("p", "entry"),
        Mark::Plain => ("p", ""),
    };
    tag!(name, "class" = class, "dir" = "auto"; vec![text(&line.words)]).into()
}
