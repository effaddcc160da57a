//! The form that sets the stage.

use super::button::{Loudness, button};
use super::ear::Hears;
use super::field::{Label, field};
use super::head::heading;
use super::page::{Drawn, Page, draw};
use crate::present::parts::field::FieldView;
use crate::present::screens::form::FormView;
use crate::program::event::Press;

/// The form. The enter key sends it off from any field.
pub(super) fn form(page: &mut Page, view: &FormView) -> Drawn {
    draw!(page, "<div class='screen form-screen'>{}</div>", fields(page, view))
}

fn fields(page: &mut Page, view: &FormView) -> Drawn {
    draw!(
        page,
        "<form class='form' novalidate='novalidate'>\
            <div class='form-head'>{}<p class='lead'>{}</p></div>\
            <div class='fields'>{}</div>\
            <div class='defaults'><p class='defaults-line'>{}</p>{}</div>\
            {}\
            <div class='way-on'>\
                <button type='submit' class='button primary' part='button primary-button'>{}</button>\
                {}\
            </div>\
        </form>",
        heading(page, &view.heading),
        &view.lead,
        page.each(&view.fields, one),
        &view.defaults,
        button(page, &view.toggle, Loudness::Quiet),
        page.each(&view.rest, rest),
        &view.submit.label,
        button(page, &view.cancel, Loudness::Quiet),
    );
    page.hears(Hears::Submit(Press::PlanSubmitted))
}

fn rest(page: &mut Page, fields: &Vec<FieldView>) -> Drawn {
    draw!(page, "<div class='fields rest'>{}</div>", page.each(fields, one))
}

fn one(page: &mut Page, view: &FieldView) -> Drawn {
    field(page, view, Label::Shown)
}
