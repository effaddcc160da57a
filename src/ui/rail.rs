//! The agenda as a list of what is done, on, and to come.

use yew::prelude::*;

use super::words;
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
    html! {
        <li key={item.id} class={classes!(class, item.group.as_ref().map(|_| "first-protected"))} part="agenda-item" aria-current={current}>
            { item.group.as_ref().map(|group| html! { <span class="rail-group">{ words(group) }</span> }) }
            <span class="rail-mark" aria-hidden="true">{ mark }</span>
            <span class="rail-title" dir="auto">{ words(&item.title) }</span>
            { item.stands.as_ref().map(|stands| html! { <span class="spoken">{ words(stands) }</span> }) }
            <span class="rail-minutes">{ words(&item.minutes) }</span>
        </li>
    }
}
