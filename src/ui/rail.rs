//! The agenda as a list of what is done, on, and to come.

use super::page::{Drawn, Page, draw};
use crate::present::parts::rail::RailItem;
use crate::timer::reading::Standing;

/// The agenda. Where an item stands is said in words as well as by its mark.
pub(super) fn rail(page: &mut Page, items: &[RailItem]) -> Drawn {
    draw!(page, "<ol class='rail' part='agenda' role='list'>{}</ol>", page.each(items, item))
}

fn item(page: &mut Page, item: &RailItem) -> Drawn {
    let (class, current, mark) = match item.standing {
        Standing::Ahead => ("rail-item", None, None),
        Standing::Current => ("rail-item current", Some("step"), None),
        Standing::Done => ("rail-item done", None, Some("M5 12.5l4.5 4.5L19 7.5")),
        Standing::Skipped => ("rail-item skipped", None, Some("M6 12h12")),
    };
    page.all(|page| {
        draw!(page, "<li class='rail-group'>{}</li>", &item.group);
        draw!(
            page,
            "<li class='{}' part='agenda-item' aria-current='{}'>\
                <span class='rail-mark' aria-hidden='true'>{}</span>\
                <span class='rail-title' dir='auto'>{}</span>\
                <span class='spoken'>{}</span>\
                <span class='rail-minutes'>{}</span>\
            </li>",
            class,
            current,
            match mark {
                Some(path) => draw!(page, "<svg viewBox='0 0 24 24'><path d='{}'/></svg>", path),
                None => page.text(item.number.to_string()),
            },
            &item.title,
            &item.stands,
            &item.minutes,
        );
    })
}
