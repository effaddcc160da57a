//! A field with its label, its hint and its complaint; or a group of options.

use wasm_bindgen::JsCast as _;
use web_sys::{
    Element, EventTarget, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};
use yew::prelude::*;

use crate::present::parts::field::{FieldKind, FieldView};
use crate::program::event::Event as Happened;
use crate::text::Words;
use crate::ui::dispatch::Dispatch;
use crate::ui::parts::menu::Menu;

/// Visibility of a field's label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Label {
    /// The label is visible beside the field.
    Shown,
    /// The label is for screen readers alone; a heading above the field shows it to all others.
    Spoken,
}

/// Draws a field. Wrong input stays in the field, with the complaint beside it: a number is typed into a text
/// field with a number keyboard, since a browser empties a number field that holds no number.
pub(in crate::ui) fn field(view: &FieldView, label: Label, dispatch: &Dispatch) -> Html {
    let FieldView { field, id, label: words, kind, hint, complaint, .. } = view;
    let field = *field;
    let oninput = dispatch.callback(move |event: InputEvent| Happened::Typed(field, text_of(&event)));
    if let FieldKind::Choice(choices) = kind {
        return options(view, choices, oninput);
    }
    let class = match kind {
        FieldKind::Date | FieldKind::Time => "field short",
        FieldKind::Number(..) => "field number",
        FieldKind::Menu(_) => "field menu",
        _ => "field",
    };
    let label_class = if label == Label::Spoken { "spoken" } else { "label" };
    html! {
        <div key={id} {class}>
            <label class={label_class} for={id}>{words}</label>
            {input(view, oninput, changed(view, dispatch))}
            if let FieldKind::Text(offered) = kind {
                {suggestions(view, offered)}
            }
            if let Some(hint) = hint {
                <p class="hint" id={hint_id(view)}>{hint}</p>
            }
            if let Some(complaint) = complaint {
                <p class="complaint" id={complaint_id(view)}>{complaint}</p>
            }
        </div>
    }
}

/// Returns a listener for texts that a program wrote into the field: some programs that fill in forms report a change
/// and no input. A person's input is known by then.
fn changed(view: &FieldView, dispatch: &Dispatch) -> Callback<Event> {
    let (field, known, dispatch) = (view.field, view.value.clone(), dispatch.clone());
    Callback::from(move |event: Event| {
        let text = text_of(&event);
        if text != *known {
            dispatch.send(Happened::Typed(field, text));
        }
    })
}

/// Draws the HTML element into which the person types.
fn input(view: &FieldView, oninput: Callback<InputEvent>, onchange: Callback<Event>) -> Html {
    let FieldView { id, value, kind, hint, complaint, .. } = view;
    let beside = [hint.as_ref().map(|_| hint_id(view)), complaint.as_ref().map(|_| complaint_id(view))];
    let described = beside.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let described = (!described.is_empty()).then_some(described);
    let invalid = complaint.as_ref().map(|_| "true");
    let (kind_of_input, keyboard) = match kind {
        FieldKind::Date => ("date", None),
        FieldKind::Time => ("time", None),
        FieldKind::Number(..) => ("text", Some("numeric")),
        _ => ("text", None),
    };
    let list = matches!(kind, FieldKind::Text(offered) if !offered.is_empty()).then(|| list_id(view));
    if let FieldKind::Menu(options) = kind {
        let (id, options, is_wrong) = (AttrValue::from(id), options.clone(), complaint.is_some());
        return html! {
            <Menu {id} {options} value={value.clone()} described_by={described} {is_wrong} {oninput} />
        };
    }
    if let FieldKind::Lines = kind {
        return html! {
            <textarea {id} rows="2" dir="auto" autocomplete="off" aria-describedby={described}
                aria-invalid={invalid} {value} {oninput} {onchange} onfocus={Callback::from(reveal)} />
        };
    }
    html! {
        <input {id} type={kind_of_input} inputmode={keyboard} dir="auto" {list} autocomplete="off"
            aria-describedby={described} aria-invalid={invalid} {value} {oninput} {onchange} />
    }
}

/// Scrolls a field of several lines clear of the bar at the end of the window. Browsers scroll only its first line into
/// sight, and without the margin that styles give.
fn reveal(event: FocusEvent) {
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    if let Some(field) = event.target_dyn_into::<Element>() {
        field.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}

/// Draws a group of radio buttons: one touch, or the arrow keys. The chosen radio button has the id, so that
/// the focus can move to it.
fn options(view: &FieldView, choices: &[(Words, Words)], oninput: Callback<InputEvent>) -> Html {
    let FieldView { id, label, value: chosen, hint, .. } = view;
    let option = |(value, name): &(Words, Words)| {
        let checked = value == chosen;
        let own_id = checked.then(|| AttrValue::from(id));
        html! {
            <label class="option">
                <input id={own_id} type="radio" name={id} {value} {checked} />
                {name}
            </label>
        }
    };
    html! {
        <fieldset key={id} class="field options" {oninput}>
            <legend class="label">{label}</legend>
            {choices.iter().map(option).collect::<Html>()}
            if let Some(hint) = hint {
                <p class="hint">{hint}</p>
            }
        </fieldset>
    }
}

/// Draws the suggestions that the browser offers while the person types.
fn suggestions(view: &FieldView, offered: &[Words]) -> Html {
    if offered.is_empty() {
        return Html::default();
    }
    html! {
        <datalist id={list_id(view)}>
            {for offered.iter().map(|words| html! { <option key={words} value={words} /> })}
        </datalist>
    }
}

/// Returns the text of the field that an event of the browser changed.
fn text_of(event: &Event) -> String {
    let text = |target: EventTarget| {
        let input = target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
        let area = || target.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value);
        let menu = || target.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value);
        input.or_else(area).or_else(menu).unwrap_or_default()
    };
    event.target().map(text).unwrap_or_default()
}

fn hint_id(view: &FieldView) -> String {
    format!("{}-hint", view.id)
}

fn complaint_id(view: &FieldView) -> String {
    format!("{}-complaint", view.id)
}

fn list_id(view: &FieldView) -> String {
    format!("{}-list", view.id)
}
