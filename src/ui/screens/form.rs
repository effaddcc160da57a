//! The form that plans a session.

use yew::prelude::*;

use crate::present::parts::field::FieldView;
use crate::present::screens::form::FormView;
use crate::program::event::Press;
use crate::ui::dispatch::Dispatch;
use crate::ui::parts::button::{Loudness, button};
use crate::ui::parts::field::{Label, field};
use crate::ui::parts::head::heading;

/// Draws the form that plans a session. Enter submits the form from any field.
pub(in crate::ui) fn form(view: &FormView, dispatch: &Dispatch) -> Html {
    let onsubmit = dispatch.submit(Press::PlanSubmitted);
    html! {
        <div class="screen form-screen">
            <form class="form" novalidate=true {onsubmit}>
                <div class="form-head">
                    {heading(&view.heading)}
                    if let Some(lead) = &view.lead {
                        <p class="lead">{lead}</p>
                    }
                </div>
                <div class="fields">{fields(&view.fields, dispatch)}</div>
                <div class="defaults">
                    <p class="defaults-line">{&view.defaults}</p>
                    {button(&view.toggle, Loudness::Quiet, dispatch)}
                </div>
                if let Some(rest) = &view.rest {
                    <div class="fields rest">{fields(rest, dispatch)}</div>
                }
                <div class="way-on">
                    <button type="submit" class="button primary" part="button primary-button">
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
