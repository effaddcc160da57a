//! The form that sets the stage.

use yew::prelude::*;

use super::button::{Loudness, button};
use super::field::{Label, field};
use super::head::heading;
use super::{Dispatch, element, paragraph, words};
use crate::present::FieldView;
use crate::present::form::FormView;
use crate::program::event::{Event, Field};

/// The form. The enter key sends it off from any field.
pub(super) fn form(view: &FormView, dispatch: &Dispatch) -> Html {
    let onsubmit = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            dispatch.send(Event::PlanSubmitted);
        })
    };
    let quiet = |action| button(action, Loudness::Quiet, dispatch);
    let lead = view.lead.as_ref().map(|lead| paragraph("lead", lead));
    let passed = view.passed.as_ref().map(|passed| paragraph("hint passed", passed));
    let rest = view.rest.as_ref().map(|rest| element("div", "fields rest", fields(rest, dispatch)));
    let submit = html! {
        <button type="submit" class="button primary" part="button primary-button">{ words(&view.submit.label) }</button>
    };
    let children = vec![
        element("header", "form-head", vec![heading(&view.heading), lead.unwrap_or_default()]),
        element("div", "fields", fields(&view.fields, dispatch)),
        html! { <div role="status">{ passed }</div> },
        element("div", "defaults", vec![paragraph("defaults-line", &view.defaults), quiet(&view.toggle)]),
        rest.unwrap_or_default(),
        element("div", "way-on", vec![submit, quiet(&view.cancel)]),
    ];
    let form = html! { <form class="form" {onsubmit} novalidate={true}>{ children }</form> };
    element("main", "screen form-screen", vec![form])
}

fn fields(fields: &[(Field, FieldView)], dispatch: &Dispatch) -> Vec<Html> {
    let draw = |(name, view): &(Field, FieldView)| {
        let (name, dispatch) = (*name, dispatch.clone());
        field(view, Label::Shown, Callback::from(move |typed| dispatch.send(Event::FieldTyped(name, typed))))
    };
    fields.iter().map(draw).collect()
}
