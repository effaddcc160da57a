//! A party prepares.

use super::button::{Loudness, button, button_if, choice, tick};
use super::ear::Typed;
use super::field::{Label, field};
use super::head::head;
use super::page::{Drawn, Page, draw};
use crate::present::prepare::{Entry, PrepareView, Section};
use crate::text::Words;

/// A party prepares.
pub(super) fn prepare(page: &mut Page, view: &PrepareView) -> Drawn {
    draw!(
        page,
        "<div class='screen session preparing'>\
            {}\
            <div class='prepare'>\
                <div class='prepare-lead'><h2 class='question'>{}</h2><p class='lead'>{}</p></div>\
                {}\
                <div class='actions'>{}</div>\
            </div>\
            <div class='way-on'>{}{}</div>\
        </div>",
        head(page, &view.head, &Page::nothing),
        &view.heading,
        &view.lead,
        page.each(&view.sections, section),
        button(page, &view.hand_over, Loudness::Quiet),
        button(page, &view.ready, Loudness::Primary),
        button(page, &view.later, Loudness::Quiet),
    )
}

fn section(page: &mut Page, section: &Section) -> Drawn {
    draw!(
        page,
        "<section class='{}' aria-labelledby='{}'>\
            <h3 id='{}'>{}</h3>\
            <p class='hint'>{}</p>\
            {}\
            {}\
        </section>",
        if section.is_private { "part private" } else { "part" },
        &section.id,
        &section.id,
        &section.heading,
        &section.lead,
        page.each(&section.entries, entry),
        button_if(page, &section.add, Loudness::Plain),
    )
}

fn entry(page: &mut Page, entry: &Entry) -> Drawn {
    match entry {
        Entry::Line(line, more) => self::line(page, line, more),
        Entry::Heading(heading) => draw!(page, "<h4>{}</h4>", heading),
        Entry::Field(name, view) => field(page, view, Label::Shown, Typed::Field(*name)),
        Entry::Choices(name, choices) => draw!(
            page,
            "<div class='choices' role='group' aria-label='{}'>{}</div>",
            name,
            page.each(choices, choice),
        ),
        Entry::Tick(line) => tick(page, line),
    }
}

/// A line, and what more belongs to it.
pub(super) fn line(page: &mut Page, line: &Words, more: &Option<Words>) -> Drawn {
    draw!(page, "<p class='line' dir='auto'>{}<span class='more'>{}</span></p>", line, more)
}
