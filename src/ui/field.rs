//! A field with its label, its hint and what is wrong with it.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::words;
use crate::present::{FieldKind, FieldView};
use crate::text::Words;

/// Who reads a field's label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// Everybody.
    Shown,
    /// A screen reader, since a heading above says it.
    Spoken,
}

/// A field; `ontyped` takes what was typed. Wrong input stays in it, with the complaint
/// beside it: the number fields are text fields with a number keyboard, since a browser empties
/// what is no number.
pub(super) fn field(field: &FieldView, read: Label, ontyped: Callback<String>) -> Html {
    let FieldView { id, label, value, kind, hint, complaint } = field;
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            ontyped.emit(input.value());
        }
    });
    let (hint_id, complaint_id) = (format!("{id}-hint"), format!("{id}-complaint"));
    let described =
        [hint.as_ref().map(|_| hint_id.clone()), complaint.as_ref().map(|_| complaint_id.clone())];
    let described = described.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let described = (!described.is_empty()).then_some(described);
    let (kind_of_input, keyboard, class) = match kind {
        FieldKind::Text(_) => ("text", None, "field"),
        FieldKind::Date => ("date", None, "field short"),
        FieldKind::Time => ("time", None, "field short"),
        FieldKind::Number(..) => ("text", Some("numeric"), "field number"),
    };
    let label_class = if read == Label::Spoken { "spoken" } else { "label" };
    let offered = match kind {
        FieldKind::Text(offered) => offered.as_slice(),
        _ => &[],
    };
    let list_id = (!offered.is_empty()).then(|| format!("{id}-list"));
    html! {
        <div key={&**id} {class}>
            <label class={label_class} for={words(id)}>{ words(label) }</label>
            <input id={words(id)} type={kind_of_input} inputmode={keyboard} value={words(value)} dir="auto"
                list={list_id.clone()} autocomplete="off" aria-describedby={described}
                aria-invalid={complaint.is_some().then_some("true")} {oninput} />
            { list_id.map(|id| suggestions(id, offered)) }
            { hint.as_ref().map(|hint| html! { <p class="hint" id={hint_id}>{ words(hint) }</p> }) }
            { complaint.as_ref().map(|text| html! { <p class="complaint" id={complaint_id}>{ words(text) }</p> }) }
        </div>
    }
}

fn suggestions(id: String, offered: &[Words]) -> Html {
    let option = |offered: &Words| html! { <option key={offered.to_string()} value={words(offered)} /> };
    html! { <datalist {id}>{ for offered.iter().map(option) }</datalist> }
}
