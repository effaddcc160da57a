//! The summary of a session that is over: what can be done with it, and the paper it is printed on.

use super::button::{Loudness, buttons};
use super::note::note_button;
use super::page::{Drawn, Page, draw};
use crate::present::parts::summary::{Mark, SummaryLine, SummaryView};
use crate::text::Words;

/// The summary. Its lines are always there for the printer; on the screen they show when asked for.
pub(super) fn summary(page: &mut Page, view: &SummaryView) -> Drawn {
    draw!(
        page,
        "<section class='{}' aria-labelledby='summary-heading'>\
            <h2 id='summary-heading'>{}</h2>\
            <p class='hint'>{}</p>\
            <div class='actions'>{}{}</div>\
            <div role='status'><p>{}</p></div>\
            {}\
            <div class='paper'>{}</div>\
        </section>",
        if view.read.is_on == Some(true) { "summary open" } else { "summary" },
        &view.heading,
        &view.lead,
        note_button(page, &view.read),
        buttons(page, &view.actions, Loudness::Plain),
        &view.told,
        page.each(&view.text, |page, text| by_hand(page, &view.heading, text)),
        page.each(&view.lines, line),
    )
}

/// A text to be copied by hand.
pub(super) fn by_hand(page: &mut Page, name: &Words, text: &Words) -> Drawn {
    draw!(page, "<textarea id='summary-text' readonly='' rows='12' aria-label='{}' value='{}'/>", name, text,)
}

fn line(page: &mut Page, line: &SummaryLine) -> Drawn {
    let words = &line.words;
    match line.mark {
        Mark::Title => draw!(page, "<h3 class='paper-title' dir='auto'>{}</h3>", words),
        Mark::Heading => draw!(page, "<h4 dir='auto'>{}</h4>", words),
        Mark::Entry => draw!(page, "<p class='entry' dir='auto'>{}</p>", words),
        Mark::Said => draw!(page, "<p class='said' dir='auto'>{}</p>", words),
        Mark::Plain => draw!(page, "<p dir='auto'>{}</p>", words),
    }
}
