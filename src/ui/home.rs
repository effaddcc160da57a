//! The list of sessions.

use super::button::{Loudness, button, button_if, buttons, clicked};
use super::field::{Label, field};
use super::head::heading;
use super::note::list;
use super::page::{Drawn, Page, draw};
use crate::present::parts::action::Action;
use crate::present::parts::note_list::NoteList;
use crate::present::screens::home::{Group, HomeView, Row};
use crate::text::Words;

/// The list of sessions. The field that opens a file is the browser's own, and what is chosen in it is
/// read by `element.ts`; it stands before its label, which shows that the field has the focus.
pub(super) fn home(page: &mut Page, view: &HomeView) -> Drawn {
    let plan = |page: &mut Page| button(page, &view.plan, Loudness::Primary);
    draw!(
        page,
        "<div class='screen home'>\
            <div class='head'>{}<div class='head-end'>{}{}</div></div>\
            <div role='status'>{}{}</div>\
            {}\
            {}\
            {}\
            {}\
            {}\
            <div class='group paste'>{}{}</div>\
            <div class='files'>\
                {}\
                {}\
                <input id='file' type='file' class='spoken' accept='.jsonl,.json,application/jsonl,application/json,text/plain'/>\
                <label class='button quiet' part='button' for='file'>{}</label>\
            </div>\
        </div>",
        heading(page, &view.heading),
        button_if(page, &view.back, Loudness::Quiet),
        if view.empty.is_none() { plan(page) } else { page.nothing() },
        page.each(&view.deleted, deleted),
        page.each(&view.brought, brought),
        page.each(&view.empty, |page, (what, how)| draw!(
            page,
            "<div class='empty'><p class='empty-what'>{}</p><p class='empty-how'>{}</p>{}</div>",
            what,
            how,
            plan(page),
        )),
        page.each(&view.groups, group),
        between(page, &view.lists),
        page.each(&view.same, deleted),
        page.each(&view.pages, pages),
        field(page, &view.pasted, Label::Shown),
        button_if(page, &view.paste, Loudness::Plain),
        button(page, &view.ask, Loudness::Quiet),
        button_if(page, &view.save, Loudness::Quiet),
        &view.open,
    )
}

fn deleted(page: &mut Page, (text, ways): &(Words, Vec<Action>)) -> Drawn {
    draw!(page, "<div class='undo'><p>{}</p>{}</div>", text, buttons(page, ways, Loudness::Plain))
}

fn brought(page: &mut Page, text: &Words) -> Drawn {
    draw!(page, "<div class='undo'><p>{}</p></div>", text)
}

fn group(page: &mut Page, group: &Group) -> Drawn {
    draw!(
        page,
        "<section key='{}' class='group' aria-labelledby='{}'>\
            <h2 id='{}'>{}</h2>\
            <ul class='rows' role='list'>{}</ul>\
        </section>",
        group.id,
        group.id,
        group.id,
        &group.heading,
        page.each(&group.rows, row),
    )
}

/// What lies between the two of a seller's page.
fn between(page: &mut Page, lists: &[NoteList]) -> Drawn {
    match lists {
        [] => page.nothing(),
        lists => draw!(page, "<div class='group'>{}</div>", page.each(lists, list)),
    }
}

fn pages(page: &mut Page, (heading, pages): &(Words, Vec<Action>)) -> Drawn {
    let pages = |page: &mut Page| buttons(page, pages, Loudness::Quiet);
    draw!(page, "<section class='group'><h2>{}</h2>{}</section>", heading, pages(page))
}

fn row(page: &mut Page, row: &Row) -> Drawn {
    draw!(
        page,
        "<li key='{}' class='row'>{}{}{}</li>",
        row.id.0.to_string(),
        open(page, row),
        button(page, &row.delete, Loudness::Quiet),
        page.each(&row.lines, line),
    )
}

/// The spaces are for whoever hears the row as one name; the layout does not show them.
fn open(page: &mut Page, row: &Row) -> Drawn {
    draw!(
        page,
        "<button type='button' class='row-open'>\
            <span class='row-who' dir='auto'>{}</span>\
            {}\
            <span class='row-when'>{}</span>\
            {}\
            <span class='row-detail' dir='auto'>{}</span>\
        </button>",
        &row.seller,
        " ",
        &row.when,
        " ",
        &row.detail,
    );
    clicked(page, &row.open)
}

fn line(page: &mut Page, words: &Words) -> Drawn {
    draw!(page, "<p class='row-promised hint' dir='auto'>{}</p>", words)
}
