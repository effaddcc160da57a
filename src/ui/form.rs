//! The form that sets the stage.

use yew::prelude::*;

use super::button::{Loudness, button};
use super::field::{Label, field};
use super::{Dispatch, paragraph, words};
use crate::present::FieldView;
use crate::present::form::FormView;
use crate::program::event::{Event, Field as FieldName};

/// The form. The enter key sends it off from any field.
pub(super) fn form(view: &FormView, dispatch: &Dispatch) -> Html {
    let FormView { heading, lead, fields, passed, defaults, toggle, rest, submit, cancel } = view;
    let onsubmit = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            dispatch.send(Event::PlanSubmitted);
        })
    };
    let fields_of = |fields: &[(FieldName, FieldView)]| -> Html {
        fields.iter().map(|(name, field)| form_field(*name, field, dispatch)).collect()
    };
    html! {
        <main class="screen form-screen">
            <form class="form" {onsubmit} novalidate={true}>
                <header class="form-head">
                    <h1 id="heading" tabindex="-1">{ words(heading) }</h1>
                    { lead.as_ref().map(|lead| paragraph("lead", lead)) }
                </header>
                <div class="fields">{ fields_of(fields) }</div>
                <div role="status">{ passed.as_ref().map(|passed| paragraph("hint passed", passed)) }</div>
                <div class="defaults">
                    <p class="defaults-line" dir="auto">{ words(defaults) }</p>
                    { button(toggle, Loudness::Quiet, dispatch) }
                </div>
                { rest.as_ref().map(|rest| html! { <div class="fields rest">{ fields_of(rest) }</div> }) }
                <div class="way-on">
                    <button type="submit" class="button primary" part="button primary-button">{ words(&submit.label) }</button>
                    { button(cancel, Loudness::Quiet, dispatch) }
                </div>
            </form>
        </main>
    }
}

fn form_field(name: FieldName, view: &FieldView, dispatch: &Dispatch) -> Html {
    field(view, Label::Shown, dispatch, move |typed| Event::FieldTyped(name, typed))
}
