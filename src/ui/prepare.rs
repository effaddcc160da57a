//! A party prepares.

use super::button::{Loudness, button, button_if, buttons, choice, tick};
use super::field::{Label, field};
use super::head::head;
use super::page::{Drawn, Page, draw};
use super::summary::by_hand;
use crate::present::parts::sheet::{Entry, Picture, Section, SheetView, Thing};
use crate::text::Words;

/// A party prepares.
pub(super) fn prepare(page: &mut Page, view: &SheetView) -> Drawn {
    draw!(
        page,
        "<div class='screen session preparing'>\
            {}\
            <div class='prepare'>\
                <div class='prepare-lead'><h2 class='question'>{}</h2><p class='lead'>{}</p></div>\
                {}\
                <div class='actions'>{}</div>\
                <div role='status'><p>{}</p></div>\
                {}\
            </div>\
            <div class='way-on'>{}{}</div>\
        </div>",
        head(page, &view.head, &Page::nothing),
        &view.heading,
        &view.lead,
        page.each(&view.sections, section),
        buttons(page, &view.others, Loudness::Quiet),
        &view.told,
        page.each(&view.text, |page, text| by_hand(page, &view.heading, text)),
        button(page, &view.ready, Loudness::Primary),
        buttons(page, &view.later, Loudness::Quiet),
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
        section.heading.as_ref().map(|_| &section.id),
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
        Entry::Field(view) => field(page, view, Label::Shown),
        Entry::Choices(name, choices) => draw!(
            page,
            "<div class='choices' role='group' aria-label='{}'>{}</div>",
            name,
            page.each(choices, choice),
        ),
        Entry::Tick(line) => tick(page, line),
        Entry::Picture(name, picture) => self::picture(page, name, picture),
        Entry::Thing(thing) => self::thing(page, thing),
        Entry::Actions(actions) => {
            draw!(page, "<div class='actions'>{}</div>", buttons(page, actions, Loudness::Plain))
        }
    }
}

/// Something that is shared, or held back: then it looks it.
fn thing(page: &mut Page, thing: &Thing) -> Drawn {
    draw!(
        page,
        "<div key='{}' class='{}'>{}{}<p class='hint'>{}</p></div>",
        &thing.id,
        if thing.hold.is_chosen { "thing private" } else { "thing" },
        page.each(&thing.entries, entry),
        tick(page, &thing.hold),
        &thing.hint,
    )
}

/// A picture of dark squares on light ground, whatever the theme: cameras read no other.
fn picture(page: &mut Page, name: &Words, picture: &Picture) -> Drawn {
    draw!(
        page,
        "<svg class='picture' role='img' aria-label='{}' viewBox='{}'><path d='{}'/></svg>",
        name,
        format!("0 0 {} {}", picture.side, picture.side),
        picture.path.clone(),
    )
}

/// A line, and what more belongs to it.
pub(super) fn line(page: &mut Page, line: &Words, more: &Option<Words>) -> Drawn {
    draw!(page, "<p class='line' dir='auto'>{}<span class='more'>{}</span></p>", line, more)
}
