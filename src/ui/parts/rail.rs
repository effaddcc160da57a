//! The rail: the agenda as a list of items, each done, skipped, current or to come.

use yew::prelude::*;

use crate::present::parts::rail::RailItem;
use crate::timer::reading::Standing;

/// Draws the agenda. Words as well as a mark state the progress of each item.
pub(in crate::ui) fn rail(items: &[RailItem]) -> Html {
    html! {
        <ol class="rail" part="agenda" role="list">{for items.iter().map(item)}</ol>
    }
}

/// Draws an agenda item, below the heading of the group that begins with it.
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
                <span class="rail-title" dir="auto">
                    {&item.title}
                    if let Some(topic) = &item.topic {
                        {" "}
                        <span class="rail-topic" part="topic" dir="auto">{topic}</span>
                    }
                </span>
                if let Some(stands) = &item.stands {
                    <span class="spoken">{stands}</span>
                }
                if !item.minutes.is_empty() {
                    <span class="rail-minutes">{&item.minutes}</span>
                if let Some(times) = &item.times {
                    <span class="rail-times">{times}</span>
                }
                }
            </li>
        </>
    }
}

/// Draws the mark of an item: a tick if done, a dash if skipped, else its number.
fn mark(item: &RailItem) -> Html {
    let path = match item.standing {
        Standing::Done => "M5 12.5l4.5 4.5L19 7.5",
        Standing::Skipped => "M6 12h12",
        Standing::Ahead | Standing::Current => return html! { {item.number} },
    };
    html! { <svg viewBox="0 0 24 24"><path d={path} /></svg> }
}
