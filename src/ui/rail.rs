//! The agenda as a list of what is done, on, and to come.

use yew::prelude::*;

use super::{element, words};
use crate::present::rail::RailItem;
use crate::timer::reading::Standing;

/// The agenda. Where an item stands is said in words as well as by its mark.
pub(super) fn rail(items: &[RailItem]) -> Html {
    html! { <ol class="rail" part="agenda" role="list">{ for items.iter().map(item) }</ol> }
}

fn item(item: &RailItem) -> Html {
    let (class, mark) = match item.standing {
        Standing::Ahead => ("rail-item", None),
        Standing::Current => ("rail-item current", None),
        Standing::Done => ("rail-item done", Some("M5 12.5l4.5 4.5L19 7.5")),
        Standing::Skipped => ("rail-item skipped", Some("M6 12h12")),
    };
    let mark = match mark {
        Some(path) => html! { <svg viewBox="0 0 24 24"><path d={path} /></svg> },
        None => html! { item.number },
    };
    let current = (item.standing == Standing::Current).then_some("step");
    let group = item.group.as_ref().map(|group| element("li", "rail-group", vec![html! { words(group) }]));
    let stands = item.stands.as_ref().map(|stands| element("span", "spoken", vec![html! { words(stands) }]));
    html! {
        <>
            { group }
            <li {class} part="agenda-item" aria-current={current}>
                <span class="rail-mark" aria-hidden="true">{ mark }</span>
                <span class="rail-title" dir="auto">{ words(&item.title) }</span>
                { stands }
                { element("span", "rail-minutes", vec![html! { words(&item.minutes) }]) }
            </li>
        </>
    }
}
