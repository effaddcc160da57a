//! A field with its label, its hint and what is wrong with it; or a group of choices.

use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlInputElement};
use yew::Html;
use yew::virtual_dom::ListenerKind;

use super::tag::{element, hearing, keyed, paragraph, tag, text, words};
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
pub(super) fn field(field: &FieldView, read: Label, ontyped: Box<dyn Fn(String)>) -> Html {
    let FieldView { id, label, value, kind, hint, complaint } = field;
    let ontyped = move |event: Event| {
        // A field of several lines is no such element, and its value is read in the same way.
        if let Some(target) = event.target() {
            ontyped(target.unchecked_into::<HtmlInputElement>().value());
        }
    };
    let (hint_id, complaint_id) = (format!("{id}-hint"), format!("{id}-complaint"));
    let described =
        [hint.as_ref().map(|_| hint_id.clone()), complaint.as_ref().map(|_| complaint_id.clone())];
    let described = described.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let described = (!described.is_empty()).then_some(described);
    let (kind_of_input, keyboard, class) = match kind {
        FieldKind::Text(_) | FieldKind::Lines => ("text", None, "field"),
        FieldKind::Date => ("date", None, "field short"),
        FieldKind::Time => ("time", None, "field short"),
        FieldKind::Number(..) => ("text", Some("numeric"), "field number"),
        FieldKind::Choice(choices) => return choice(field, choices, ontyped),
    };
    let label_class = if read == Label::Spoken { "spoken" } else { "label" };
    let offered = match kind {
        FieldKind::Text(offered) => offered.as_slice(),
        _ => &[],
    };
    let list_id = (!offered.is_empty()).then(|| format!("{id}-list"));
    let (name, kind_of_input) = match kind {
        FieldKind::Lines => ("textarea", None),
        _ => ("input", Some(kind_of_input)),
    };
    let mut input = tag!(name, "id" = words(id), "type" = kind_of_input, "rows" = kind_of_input.is_none().then_some("2"), "inputmode" = keyboard,
        "dir" = "auto", "list" = list_id.clone(), "autocomplete" = "off", "aria-describedby" = described,
        "aria-invalid" = complaint.is_some().then_some("true"); Vec::new());
    input.set_value(words(value));
    let beside = |class, id: String, words| tag!("p", "class" = class, "id" = id; vec![text(words)]).into();
    let children = vec![
        tag!("label", "class" = label_class, "for" = words(id); vec![text(label)]).into(),
        hearing(input, || ListenerKind::oninput, ontyped).into(),
        list_id.map(|id| suggestions(id, offered)).unwrap_or_default(),
        hint.as_ref().map(|hint| beside("hint", hint_id, hint)).unwrap_or_default(),
        complaint.as_ref().map(|text| beside("complaint", complaint_id, text)).unwrap_or_default(),
    ];
    keyed(tag!("div", "class" = class; children), id)
}

/// A group of radio buttons: one touch, or the arrow keys. The one that is chosen has the id, so that
/// the keyboard can be sent to it.
fn choice(field: &FieldView, choices: &[(Words, Words)], onchosen: impl Fn(Event) + 'static) -> Html {
    let FieldView { id, label, value, hint, .. } = field;
    let radio = |(own, name): &(Words, Words)| {
        let is_chosen = own == value;
        let mut input = tag!("input", "id" = is_chosen.then(|| words(id)), "type" = "radio", "name" = words(id);
            Vec::new());
        input.set_value(words(own));
        input.set_checked(is_chosen);
        element("label", "option", vec![input.into(), text(name)])
    };
    let mut children = vec![element("legend", "label", vec![text(label)])];
    children.extend(choices.iter().map(radio));
    children.extend(hint.as_ref().map(|hint| paragraph("hint", hint)));
    keyed(
        hearing(tag!("fieldset", "class" = "field options"; children), || ListenerKind::oninput, onchosen),
        id,
    )
}

fn suggestions(id: String, offered: &[Words]) -> Html {
    let option = |offered: &Words| keyed(tag!("option", "value" = words(offered); Vec::new()), offered);
    tag!("datalist", "id" = id; offered.iter().map(option).collect()).into()
}
