//! The agenda, opened for editing.

use super::button::{Loudness, button, button_if, icon_button};
use super::ear::{Hears, Held};
use super::field::{Label, field};
use super::head::head;
use super::page::{Drawn, Page, draw};
use crate::present::screens::agenda::{AgendaRow, AgendaView};

const UP: &str = "M12 19V5m-6 6l6-6 6 6";
const DOWN: &str = "M12 5v14m-6-6l6 6 6-6";

/// The agenda, opened for editing.
pub(super) fn agenda(page: &mut Page, view: &AgendaView) -> Drawn {
    draw!(
        page,
        "<div class='screen session editing'>\
            {}\
            <section class='editor' aria-labelledby='edit-heading'>\
                <h2 id='edit-heading'>{}</h2>\
                <p class='hint keys' id='edit-help'>{}</p>\
                <div class='edit-columns' aria-hidden='true'><span>{}</span><span>{}</span></div>\
                <ol class='edit-rows' id='items' tabindex='-1' role='list' aria-describedby='edit-help'>\
                    {}\
                </ol>\
                <div class='edit-sum' role='status'>\
                    <p class='{}'>{}</p>\
                    <p class='complaint'>{}</p>\
                </div>\
                <div class='actions'>{}</div>\
            </section>\
            <div class='way-on'>{}</div>\
        </div>",
        head(page, &view.head, &Page::nothing),
        &view.heading,
        &view.help,
        &view.columns.0,
        &view.columns.1,
        page.each(&view.rows, row),
        if view.is_off { "sum off" } else { "sum" },
        &view.sum,
        &view.misfit,
        page.each([&view.add, &view.undo, &view.fit], |page, action| button(page, action, Loudness::Plain)),
        button(page, &view.done, Loudness::Primary),
    )
}

fn row(page: &mut Page, row: &AgendaRow) -> Drawn {
    draw!(
        page,
        "<li key='{}' class='edit-row'>\
            {}\
            {}\
            <div class='edit-moves'><span class='protected'>{}</span>{}{}</div>\
        </li>",
        row.id.0.to_string(),
        field(page, &row.title, Label::Spoken),
        field(page, &row.minutes, Label::Spoken),
        &row.protected,
        match row.protected {
            Some(_) => page.nothing(),
            None => page.each([(&row.up, UP), (&row.down, DOWN)], icon_button),
        },
        button_if(page, &row.remove, Loudness::Quiet),
    );
    let shift = [("ArrowUp", &row.up), ("ArrowDown", &row.down)];
    let shift = shift.map(|(key, action)| (key, (!action.is_off).then_some(action.press)));
    page.hears(Hears::Keys(Held::WithAlt, shift.into()))
}
