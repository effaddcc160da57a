//! The form that sets the stage.

use yew::Html;
use yew::virtual_dom::ListenerKind;

use super::Dispatch;
use super::button::{Loudness, button};
use super::field::{Label, field};
use super::head::heading;
use super::tag::{element, hearing, paragraph, tag, text};
use crate::present::FieldView;
use crate::present::form::FormView;
use crate::program::event::{Event, Field, Press};

/// The form. The enter key sends it off from any field.
pub(super) fn form(view: &FormView, dispatch: &Dispatch) -> Html {
    let submitted = {
        let dispatch = dispatch.clone();
        move |event: web_sys::Event| {
            event.prevent_default();
            dispatch.send(Press::PlanSubmitted);
        }
    };
    let quiet = |action| button(action, Loudness::Quiet, dispatch);
    let lead = view.lead.as_ref().map(|lead| paragraph("lead", lead));
    let rest = view.rest.as_ref().map(|rest| element("div", "fields rest", fields(rest, dispatch)));
    let submit = tag!("button", "type" = "submit", "class" = "button primary",
        "part" = "button primary-button"; vec![text(&view.submit.label)]);
    let children = vec![
        element("div", "form-head", vec![heading(&view.heading), lead.unwrap_or_default()]),
        element("div", "fields", fields(&view.fields, dispatch)),
        element("div", "defaults", vec![paragraph("defaults-line", &view.defaults), quiet(&view.toggle)]),
        rest.unwrap_or_default(),
        element("div", "way-on", vec![submit.into(), quiet(&view.cancel)]),
    ];
    let form = tag!("form", "class" = "form", "novalidate" = "novalidate"; children);
    element("div", "screen form-screen", vec![hearing(form, || ListenerKind::onsubmit, submitted).into()])
}

fn fields(fields: &[(Field, FieldView)], dispatch: &Dispatch) -> Vec<Html> {
    let draw = |(name, view): &(Field, FieldView)| {
        let (name, dispatch) = (*name, dispatch.clone());
        field(view, Label::Shown, Box::new(move |typed| dispatch.send(Event::FieldTyped(name, typed))))
    };
    fields.iter().map(draw).collect()
}
