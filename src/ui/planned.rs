//! A session that is planned.

use super::button::{Loudness, button, button_if, buttons, choice};
use super::head::head;
use super::notice::notices;
use super::page::{Drawn, Page, draw};
use super::rail::rail;
use crate::present::parts::action::{Action, Choice};
use crate::present::parts::place::PlaceView;
use crate::present::screens::planned::PlannedView;
use crate::text::Words;

/// A session that is planned.
pub(super) fn planned(page: &mut Page, view: &PlannedView) -> Drawn {
    draw!(
        page,
        "<div class='screen session planned'>\
            {}\
            <div class='columns'>\
                <section class='before'>\
                    {}\
                    <p class='when'>{}</p>\
                    {}\
                    <h2 class='question'>{}</h2>\
                    <p class='lead'>{}</p>\
                    {}\
                    <ul class='parties'>{}</ul>\
                    {}\
                </section>\
                <section class='plan' aria-labelledby='agenda-heading'>\
                    <div class='plan-head'><h2 id='agenda-heading'>{}</h2><p class='sum'>{}</p></div>\
                    {}\
                    <div class='actions'>{}{}</div>\
                </section>\
            </div>\
            <div class='way-on'>{}{}{}</div>\
        </div>",
        head(page, &view.head, &Page::nothing),
        notices(page, &view.concurrent),
        &view.when,
        page.each(&view.place, place),
        &view.lead.0,
        &view.lead.1,
        button_if(page, &view.talk, Loudness::Plain),
        page.each(&view.parties, party),
        page.each(&view.screen, screen),
        &view.agenda,
        &view.sum,
        rail(page, &view.rail),
        button_if(page, &view.edit, Loudness::Quiet),
        button(page, &view.save, Loudness::Quiet),
        button(page, &view.next, Loudness::Primary),
        button_if(page, &view.second, Loudness::Plain),
        buttons(page, &view.others, Loudness::Quiet),
    )
}

/// What a party said, and the way to prepare as that party.
fn party(page: &mut Page, (says, prepare): &(Words, Option<Action>)) -> Drawn {
    draw!(page, "<li><span dir='auto'>{}</span>{}</li>", says, button_if(page, prepare, Loudness::Plain))
}

/// Who will see the screen.
fn screen(page: &mut Page, (asked, answers): &(Words, [Choice; 2])) -> Drawn {
    draw!(
        page,
        "<div class='screen-seen'>\
            <span id='screen-seen'>{}</span>\
            <div class='choices' role='group' aria-labelledby='screen-seen'>{}</div>\
        </div>",
        asked,
        page.each(answers, choice),
    )
}

/// Where the two are.
pub(super) fn place(page: &mut Page, place: &PlaceView) -> Drawn {
    match &place.href {
        Some(href) => draw!(
            page,
            "<p class='place'><a href='{}' target='_blank' rel='noopener noreferrer'>{}</a></p>",
            href,
            &place.text,
        ),
        None => draw!(page, "<p class='place' dir='auto'>{}</p>", &place.text),
    }
}
