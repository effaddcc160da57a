//! The form that plans a session.

use yew::prelude::*;

use crate::present::parts::field::FieldView;
use crate::present::screens::form::{FormView, NamesView, SlotsView};
use crate::program::event::Press;
use crate::program::state::field::{Field, FormField};
use crate::ui::dispatch::Dispatch;
use crate::ui::parts::button::{Loudness, button, buttons, choice, tick};
use crate::ui::parts::field::{Label, field};
use crate::ui::parts::head::heading;

/// Draws the form that plans a session. Enter submits the form from any field.
pub(in crate::ui) fn form(view: &FormView, dispatch: &Dispatch) -> Html {
    let onsubmit = dispatch.submit(Press::PlanSubmitted);
    let onclick = dispatch.submit(Press::PlanSubmitted);
    html! {
        <div class="screen form-screen">
            <form class="form" novalidate=true {onsubmit}>
                <div class="form-head">
                    {heading(&view.heading)}
                    if let Some(lead) = &view.lead {
                        <p class="lead">{lead}</p>
                    }
                </div>
                <div class="form-columns">
                    <div class="fields">
                        {view.fields.iter().map(|field| first(field, view, dispatch)).collect::<Html>()}
                    </div>
                    <div class="form-about">
                        <div class="fields">{fields(&view.about, dispatch)}</div>
                        <div class="defaults">
                            <p class="defaults-line">{&view.defaults}</p>
                            {button(&view.toggle, Loudness::Quiet, dispatch)}
                        </div>
                        if let Some(rest) = &view.rest {
                            <div class="fields rest">{fields(rest, dispatch)}</div>
                        }
                        if let Some(off) = &view.call_off {
                            <div class="actions">{button(off, Loudness::Quiet, dispatch)}</div>
                        }
                    </div>
                </div>
                <div class="way-on">
                    <button type="submit" class="button primary" part="button primary-button" {onclick}>
                        {&view.submit.label}
                    </button>
                    {button(&view.cancel, Loudness::Quiet, dispatch)}
                </div>
            </form>
        </div>
    }
}

fn fields(fields: &[FieldView], dispatch: &Dispatch) -> Html {
    fields.iter().map(|view| field(view, Label::Shown, dispatch)).collect()
}

/// Draws a field for who and when: the offered starts above their field, and the names below the seller.
fn first(view: &FieldView, form: &FormView, dispatch: &Dispatch) -> Html {
    let slots = form.slots.as_ref().filter(|slots| slots.above == view.field);
    let names = form.names.as_ref().filter(|_| view.field == Field::Form(FormField::Seller));
    html! {
        <>
            if let Some(SlotsView { label, slots, .. }) = slots {
                <div key="slots" class="field slots">
                    <span class="label" id="slots">{label}</span>
                    <div class="choices" role="group" aria-labelledby="slots">
                        {buttons(slots, Loudness::Plain, dispatch)}
                    </div>
                </div>
            }
            {field(view, Label::Shown, dispatch)}
            if let Some(view) = names {
                {known(view, dispatch)}
            }
        </>
    }
}

/// Draws the names of known sellers: one press each, or boxes to tick while the names are edited.
fn known(view: &NamesView, dispatch: &Dispatch) -> Html {
    let name = if view.hint.is_some() { tick } else { choice };
    html! {
        <div key="names" class="field names">
            <div class="choices" role="group" aria-label={&view.label}>
                if !view.names.is_empty() {
                    <div class="unboxed" translate="no">
                        {for view.names.iter().map(|view| name(view, dispatch))}
                    </div>
                }
                {button(&view.edit, Loudness::Quiet, dispatch)}
            </div>
            if let Some(hint) = &view.hint {
                <p class="hint">{hint}</p>
            }
        </div>
    }
}
