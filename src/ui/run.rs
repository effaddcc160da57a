//! A session that is on.

use super::button::{Loudness, button, button_if, buttons};
use super::face::face;
use super::head::head;
use super::note::{list, lists, with_keys, writing};
use super::notice::notices;
use super::page::{Drawn, Page, draw};
use super::planned::place;
use super::prepare::line;
use super::question::question;
use super::rail::rail;
use crate::present::screens::run::RunView;
use crate::text::Words;

/// A session that is on.
pub(super) fn run(page: &mut Page, view: &RunView) -> Drawn {
    // While it is paused the way on is to resume, in the place where it was paused.
    let (next, pause) = match view.is_paused {
        true => (Loudness::Plain, Loudness::Primary),
        false => (Loudness::Primary, Loudness::Plain),
    };
    draw!(
        page,
        "<div class='screen session run' tabindex='-1'>\
            {}\
            {}\
            <details class='fold'>\
                <summary><span class='fold-line'>{}</span><span class='fold-show'>{}</span></summary>\
                {}\
            </details>\
            <div class='columns'>\
                <nav class='beside' aria-label='{}'>{}</nav>\
                {}\
            </div>\
            <div class='controls'>{}<div class='controls-rest'>{}{}{}</div></div>\
        </div>",
        head(page, &view.head, &|page| finish(page, view)),
        agreed(page, view),
        &view.rail_line,
        &view.rail_name,
        rail(page, &view.rail),
        &view.rail_name,
        rail(page, &view.rail),
        item(page, view),
        button(page, &view.next, next),
        button(page, &view.back, Loudness::Plain),
        button(page, &view.pause, pause),
        button_if(page, &view.skip, Loudness::Plain),
    );
    with_keys(page, &view.notes)
}

/// What the two agreed on, and at the opening the way to write it.
fn agreed(page: &mut Page, view: &RunView) -> Drawn {
    let (name, lines) = &view.agreed;
    if lines.is_empty() && view.agree.is_none() {
        return page.nothing();
    }
    draw!(
        page,
        "<section class='agreed' aria-label='{}'><p class='agreed-name' aria-hidden='true'>{}</p>{}{}</section>",
        name,
        name,
        page.each(lines, |page, (words, more)| line(page, words, more)),
        button_if(page, &view.agree, Loudness::Plain),
    )
}

/// When it will be over, and where the two are.
fn finish(page: &mut Page, view: &RunView) -> Drawn {
    draw!(
        page,
        "<div class='finish'><p class='finish-about'>{}</p><p class='finish-planned'>{}</p>{}</div>",
        &view.finish.0,
        &view.finish.1,
        page.each(&view.place, place),
    )
}

fn item(page: &mut Page, view: &RunView) -> Drawn {
    draw!(
        page,
        "<section class='item' aria-labelledby='item-title'>\
            {}\
            <p class='spoken' id='told' role='status'>{}</p>\
            <div class='item-head'>\
                <div class='item-words'>\
                    <p class='kicker'>{}</p>\
                    <h2 id='item-title' class='item-title' dir='auto'>{}</h2>\
                    <p class='lead'>{}</p>\
                </div>\
                {}\
            </div>\
            {}\
            {}\
            {}\
            {}\
            {}\
            {}\
            {}\
            <div class='time' role='group' aria-labelledby='more-time'>\
                <span class='time-name' id='more-time'>{}</span>\
                {}\
            </div>\
            <div class='actions'>{}</div>\
            {}\
        </section>",
        notices(page, &view.asks),
        &view.told,
        &view.number,
        &view.title,
        &view.purpose,
        face(page, &view.face),
        if view.is_last { lists(page, &view.notes) } else { page.nothing() },
        page.each(&view.notes.left, list),
        page.each(&view.topic, |page, (brought, worked_if)| line(page, brought, worked_if)),
        page.each(&view.prompt, question),
        page.each(&view.note, note),
        button(page, &view.alone, Loudness::Quiet),
        writing(page, &view.notes),
        &view.more,
        buttons(page, &view.extend, Loudness::Plain),
        buttons(page, &view.others, Loudness::Quiet),
        if view.is_last { page.nothing() } else { lists(page, &view.notes) },
    )
}

fn note(page: &mut Page, (name, note): &(Words, Words)) -> Drawn {
    draw!(page, "<div class='private'><p class='more'>{}</p><p dir='auto'>{}</p></div>", name, note)
}
