//! The agenda as a list of what is done, on, and to come.

use yew::Html;
use yew::virtual_dom::VText;

use super::tag::{element, tag, text};
use crate::present::rail::RailItem;
use crate::timer::reading::Standing;

/// The agenda. Where an item stands is said in words as well as by its mark.
pub(super) fn rail(items: &[RailItem]) -> Html {
    tag!("ol", "class" = "rail", "part" = "agenda", "role" = "list"; items.iter().map(item).collect()).into()
}

fn item(item: &RailItem) -> Html {
    let (class, mark) = match item.standing {
        Standing::Ahead => ("rail-item", None),
        Standing::Current => ("rail-item current", None),
        Standing::Done => ("rail-item done", Some("M5 12.5l4.5 4.5L19 7.5")),
        Standing::Skipped => ("rail-item skipped", Some("M6 12h12")),
    };
    let mark = match mark {
        Some(path) => {
            let path = tag!("path", "d" = path; Vec::new()).into();
            tag!("svg", "viewBox" = "0 0 24 24"; vec![path]).into()
        }
        None => VText::new(item.number.to_string()).into(),
    };
    let current = (item.standing == Standing::Current).then_some("step");
    let group = item.group.as_ref().map(|group| element("li", "rail-group", vec![text(group)]));
    let stands = item.stands.as_ref().map(|stands| element("span", "spoken", vec![text(stands)]));
    let children = vec![
        tag!("span", "class" = "rail-mark", "aria-hidden" = "true"; vec![mark]).into(),
        tag!("span", "class" = "rail-title", "dir" = "auto"; vec![text(&item.title)]).into(),
        stands.unwrap_or_default(),
        element("span", "rail-minutes", vec![text(&item.minutes)]),
    ];
    let item = tag!("li", "class" = class, "part" = "agenda-item", "aria-current" = current; children);
    vec![group.unwrap_or_default(), item.into()].into_iter().collect()
}
