//! The agenda as a list of items: done, skipped, current, ahead.

use yew::prelude::*;

use crate::present::parts::rail::RailItem;
use crate::timer::reading::Standing;

/// Draws the agenda. Words as well as a mark say where an item stands.
pub(in crate::ui) fn rail(items: &[RailItem]) -> Html {
    html! {
        <ol class="rail" part="agenda" role="list">{for items.iter().map(item)}</ol>
    }
}

/// Draws an item, below the name of the group that it begins.
fn item(item: &RailItem) -> Html {
    let (class, current) = match item.standing {
        Standing::Ahead => ("rail-item", None),
        Standing::Current => ("rail-item current", Some("step")),
        Standing::Done => ("rail-item done", None),
        Standing::Skipped => ("rail-item skipped", None),
    };
    html! {
        <>
            if let Some(group) = &item.group {
                <li class="rail-group">{group}</li>
            }
            <li {class} part="agenda-item" aria-current={current}>
                <span class="rail-mark" aria-hidden="true">{mark(item)}</span>
                <span class="rail-title" dir="auto">{&item.title}</span>
                if let Some(stands) = &item.stands {
                    <span class="spoken">{stands}</span>
                }
                <span class="rail-minutes">{&item.minutes}</span>
            </li>
        </>
    }
}

/// Draws a tick, a dash, or the number of the item.
fn mark(item: &RailItem) -> Html {
    let path = match item.standing {
        Standing::Done => "M5 12.5l4.5 4.5L19 7.5",
        Standing::Skipped => "M6 12h12",
        Standing::Ahead | Standing::Current => return html! { {item.number} },
    };
    html! { <svg viewBox="0 0 24 24"><path d={path} /></svg> }
}
