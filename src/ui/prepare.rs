//! A party prepares.

use yew::Html;

use super::Dispatch;
use super::button::{Loudness, button, choice, tick};
use super::field::{Label, field};
use super::head::head;
use super::tag::{element, paragraph, tag, text, words};
use crate::present::prepare::{Entry, PrepareView, Section};
use crate::program::event::Event;

/// A party prepares.
pub(super) fn prepare(view: &PrepareView, dispatch: &Dispatch) -> Html {
    let lead = vec![element("h2", "question", vec![text(&view.heading)]), paragraph("lead", &view.lead)];
    let mut parts = vec![element("div", "prepare-lead", lead)];
    parts.extend(view.sections.iter().map(|section| self::section(section, dispatch)));
    parts.push(element("div", "actions", vec![button(&view.hand_over, Loudness::Quiet, dispatch)]));
    let way_on = vec![
        button(&view.ready, Loudness::Primary, dispatch),
        button(&view.later, Loudness::Quiet, dispatch),
    ];
    let children = vec![
        head(&view.head, Html::default(), dispatch),
        element("div", "prepare", parts),
        element("div", "way-on", way_on),
    ];
    element("div", "screen session preparing", children)
}

fn section(section: &Section, dispatch: &Dispatch) -> Html {
    let mut children = vec![
        tag!("h3", "id" = words(&section.id); vec![text(&section.heading)]).into(),
        section.lead.as_ref().map(|lead| paragraph("hint", lead)).unwrap_or_default(),
    ];
    children.extend(section.entries.iter().map(|entry| self::entry(entry, dispatch)));
    children.extend(section.add.as_ref().map(|add| button(add, Loudness::Plain, dispatch)));
    let class = if section.is_private { "part private" } else { "part" };
    tag!("section", "class" = class, "aria-labelledby" = words(&section.id); children).into()
}

fn entry(entry: &Entry, dispatch: &Dispatch) -> Html {
    match entry {
        Entry::Line(line, more) => {
            let more = more.as_ref().map(|more| element("span", "more", vec![text(more)]));
            tag!("p", "class" = "line", "dir" = "auto"; vec![text(line), more.unwrap_or_default()]).into()
        }
        Entry::Heading(heading) => element("h4", "", vec![text(heading)]),
        Entry::Field(name, view) => {
            let (name, dispatch) = (*name, dispatch.clone());
            field(view, Label::Shown, Box::new(move |typed| dispatch.send(Event::FieldTyped(name, typed))))
        }
        Entry::Choices(name, choices) => {
            let choices = choices.iter().map(|one| choice(one, dispatch)).collect();
            tag!("div", "class" = "choices", "role" = "group", "aria-label" = words(name); choices).into()
        }
        Entry::Tick(line) => tick(line, dispatch),
    }
}
