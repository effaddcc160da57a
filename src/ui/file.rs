//! What a file holds that was opened.

use super::button::{Loudness, button};
use super::head::heading;
use super::page::{Drawn, Page, draw};
use crate::present::screens::file::{FileGroup, FileView};
use crate::text::Words;

/// What a file holds.
pub(super) fn file(page: &mut Page, view: &FileView) -> Drawn {
    let leave = if view.take.is_empty() { Loudness::Primary } else { Loudness::Quiet };
    draw!(
        page,
        "<div class='screen file'>\
            <div class='head'>{}<p class='file-lead'>{}</p></div>\
            <div class='file-groups'>{}</div>\
            <div class='way-on'>{}{}{}</div>\
        </div>",
        heading(page, &view.heading),
        &view.lead,
        page.each(&view.groups, group),
        page.each(view.take.first(), |page, take| button(page, take, Loudness::Primary)),
        page.each(view.take.get(1), |page, take| button(page, take, Loudness::Plain)),
        button(page, &view.leave, leave),
    )
}

fn group(page: &mut Page, group: &FileGroup) -> Drawn {
    draw!(
        page,
        "<section class='group'><h2>{}</h2><ul class='rows' role='list'>{}</ul></section>",
        &group.heading,
        page.each(&group.rows, row),
    )
}

fn row(page: &mut Page, (who, what): &(Words, Words)) -> Drawn {
    draw!(
        page,
        "<li class='file-row'>\
            <span class='file-who' dir='auto'>{}</span>\
            <span class='row-detail' dir='auto'>{}</span>\
        </li>",
        who,
        what,
    )
}
