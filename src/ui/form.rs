//! The form that sets the stage.

use yew::prelude::*;

use super::button::{Button, Loudness};
use super::field::Field;
use super::{Dispatch, words};
use crate::present::FieldView;
use crate::present::form::FormView;
use crate::program::event::{Event, Field as FieldName};

/// Properties of [`Form`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FormProps {
    /// What it shows.
    pub view: std::rc::Rc<FormView>,
    /// Where events go.
    pub dispatch: Dispatch,
}

/// The form. The enter key sends it off from any field.
#[component]
pub(super) fn Form(props: &FormProps) -> Html {
    let FormView { heading, lead, fields, passed, defaults, toggle, rest, submit, cancel } = &*props.view;
    let onsubmit = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            dispatch.send(Event::PlanSubmitted);
        })
    };
    let fields_of = |fields: &[(FieldName, FieldView)]| -> Html {
        fields.iter().map(|(name, field)| self::field(*name, field, &props.dispatch)).collect()
    };
    html! {
        <main class="screen form-screen">
            <form class="form" {onsubmit} novalidate={true}>
                <header class="form-head">
                    <h1 id="heading" tabindex="-1">{ words(heading) }</h1>
                    { lead.as_ref().map(|lead| html! { <p class="lead">{ words(lead) }</p> }) }
                </header>
                <div class="fields">{ fields_of(fields) }</div>
                <div role="status">{ passed.as_ref().map(|passed| html! { <p class="hint passed">{ words(passed) }</p> }) }</div>
                <div class="defaults">
                    <p class="defaults-line" dir="auto">{ words(defaults) }</p>
                    <Button action={toggle.clone()} loudness={Loudness::Quiet} dispatch={props.dispatch.clone()} />
                </div>
                { rest.as_ref().map(|rest| html! { <div class="fields rest">{ fields_of(rest) }</div> }) }
                <div class="way-on">
                    <button type="submit" class="button primary" part="button primary-button">{ words(&submit.label) }</button>
                    <Button action={cancel.clone()} loudness={Loudness::Quiet} dispatch={props.dispatch.clone()} />
                </div>
            </form>
        </main>
    }
}

fn field(name: FieldName, field: &FieldView, dispatch: &Dispatch) -> Html {
    let ontyped = {
        let dispatch = dispatch.clone();
        Callback::from(move |typed| dispatch.send(Event::FieldTyped(name, typed)))
    };
    html! { <Field key={&*field.id} field={field.clone()} {ontyped} /> }
}
