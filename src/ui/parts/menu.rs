//! A menu: options of which one is chosen, on one line.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::text::Words;

#[derive(PartialEq, Properties)]
pub(in crate::ui) struct MenuProps {
    pub id: AttrValue,
    /// Value and label of each option.
    pub options: Vec<(Words, Words)>,
    /// Value of the chosen option.
    pub value: Words,
    /// HTML ids of the hint and the complaint.
    pub described_by: Option<String>,
    /// True if a complaint stands beside the menu.
    pub is_wrong: bool,
    pub oninput: Callback<InputEvent>,
}

/// Draws the menu. A browser ignores the markup of the options once a person has chosen, so the choice is set after each
/// drawing.
#[component]
pub(in crate::ui) fn Menu(props: &MenuProps) -> Html {
    let MenuProps { id, options, value, described_by, is_wrong, oninput } = props;
    let menu = use_node_ref();
    {
        let menu = menu.clone();
        use_effect_with((options.clone(), value.clone()), move |(_, value)| {
            if let Some(menu) = menu.cast::<HtmlSelectElement>() {
                menu.set_value(value);
            }
        });
    }
    html! {
        <select {id} ref={menu} aria-describedby={described_by.clone()} aria-invalid={is_wrong.then_some("true")} {oninput}>
            {for options.iter().map(|(of, label)| html! {
                <option key={&**of} value={of} selected={of == value}>{label}</option>
            })}
        </select>
    }
}
