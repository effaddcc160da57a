//! A session that is over.

use super::button::{Loudness, button, buttons};
use super::head::head;
use super::note::{lists, with_keys, writing};
use super::notice::notices;
use super::page::{Drawn, Page, draw};
use super::summary::summary;
use crate::present::screens::over::{OverRow, OverView};

/// A session that is over.
pub(super) fn over(page: &mut Page, view: &OverView) -> Drawn {
    draw!(
        page,
        "<div class='screen session over' tabindex='-1'>\
            {}\
            <section class='after'>\
                {}\
                <p class='when'>{}</p>\
                <p class='lead'>{}</p>\
                <p class='lead'>{}</p>\
                {}\
                {}\
                <table class='minutes'>\
                    <caption class='spoken'>{}</caption>\
                    <thead>\
                        <tr><th scope='col'>{}</th><th scope='col'>{}</th><th scope='col'>{}</th></tr>\
                    </thead>\
                    <tbody>{}</tbody>\
                    <tfoot>{}</tfoot>\
                </table>\
                {}\
                {}\
            </section>\
            <div class='way-on'>{}{}</div>\
        </div>",
        head(page, &view.head, &Page::nothing),
        notices(page, &view.concurrent),
        &view.when,
        &view.began,
        &view.lead,
        writing(page, &view.notes),
        lists(page, &view.notes),
        &view.caption,
        &view.columns[0],
        &view.columns[1],
        &view.columns[2],
        page.each(&view.rows, row),
        row(page, &view.sum),
        summary(page, &view.summary),
        button(page, &view.save, Loudness::Quiet),
        button(page, &view.next, Loudness::Primary),
        buttons(page, &view.others, Loudness::Quiet),
    );
    with_keys(page, &view.notes)
}

fn row(page: &mut Page, row: &OverRow) -> Drawn {
    draw!(
        page,
        "<tr><th scope='row' dir='auto'>{}</th><td>{}</td><td>{}</td></tr>",
        &row.title,
        &row.planned,
        &row.actual,
    )
}
