//! What is written down: the buttons and the line to write in, and the lists of what there is.

use wasm_bindgen::JsCast as _;
use web_sys::{Event as DomEvent, HtmlInputElement, KeyboardEvent};
use yew::virtual_dom::{ListenerKind, VTag};
use yew::{Html, TargetCast as _};

use super::Dispatch;
use super::button::{Loudness, button, off};
use super::field::{Label, field};
use super::tag::{element, hearing, keyed, tag, text, words};
use crate::present::Action;
use crate::present::note::{Choice, LineView, NoteList, NoteRow, NotesView};
use crate::program::event::{Event, NotePress, Press};

/// The element, with the keys that open the line: alone, and while nobody types.
pub(super) fn with_keys(tag: VTag, view: &NotesView, dispatch: &Dispatch) -> Html {
    let keys: Vec<(&'static str, Action)> =
        view.openers.iter().map(|opener| (opener.key, opener.choice.action.clone())).collect();
    let dispatch = dispatch.clone();
    let pressed = move |event: DomEvent| {
        if event.target_dyn_into::<HtmlInputElement>().is_some() {
            return;
        }
        let event: KeyboardEvent = event.unchecked_into();
        if event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        let pressed = event.key();
        if let Some((_, action)) = keys.iter().find(|(key, action)| *key == pressed && !action.is_off) {
            // Else the letter would be the first of what is written.
            event.prevent_default();
            dispatch.send(action.press);
        }
    };
    hearing(tag, || ListenerKind::onkeydown, pressed).into()
}

/// What can be written down, and the line while it is open.
pub(super) fn writing(view: &NotesView, dispatch: &Dispatch) -> Html {
    let mut bar =
        vec![tag!("span", "class" = "time-name", "id" = "write-name"; vec![text(&view.name)]).into()];
    for opener in &view.openers {
        let choice = &opener.choice;
        bar.push(pressed(&choice.action, Some(&opener.id), Some(choice.is_on), Some(opener.key), dispatch));
    }
    let bar = tag!("div", "class" = "time", "role" = "group", "aria-labelledby" = "write-name"; bar);
    let line = view.line.as_ref().map(|line| self::line(line, dispatch));
    vec![bar.into(), line.unwrap_or_default()].into_iter().collect()
}

/// What was written down, and the way to take the last of it back.
pub(super) fn lists(view: &NotesView, dispatch: &Dispatch) -> Html {
    let mut children: Vec<Html> = view.lists.iter().map(|list| self::list(list, dispatch)).collect();
    children.extend(view.undo.as_ref().map(|undo| button(undo, Loudness::Quiet, dispatch)));
    tag!("div", "class" = "notes", "id" = "notes", "tabindex" = "-1", "role" = "group",
        "aria-label" = words(&view.name); children)
    .into()
}

fn line(view: &LineView, dispatch: &Dispatch) -> Html {
    let kept = {
        let dispatch = dispatch.clone();
        move |event: DomEvent| {
            event.prevent_default();
            dispatch.send(Press::Note(NotePress::Kept));
        }
    };
    let away = {
        let dispatch = dispatch.clone();
        move |event: DomEvent| {
            let event: KeyboardEvent = event.unchecked_into();
            if event.key() == "Escape" {
                event.prevent_default();
                dispatch.send(Press::Note(NotePress::PutAway));
            }
        }
    };
    let who = view.who.as_ref().map(|(question, choices)| {
        let mut children =
            vec![tag!("span", "class" = "hint", "id" = "note-who"; vec![text(question)]).into()];
        children.extend(self::choices(choices, dispatch));
        tag!("div", "class" = "actions", "role" = "group", "aria-labelledby" = "note-who"; children).into()
    });
    let mut children: Vec<Html> = who.into_iter().collect();
    for (name, view) in &view.fields {
        let (name, dispatch) = (*name, dispatch.clone());
        let typed = move |typed| dispatch.send(Event::NoteTyped(name, typed));
        children.push(field(view, Label::Shown, typed));
    }
    let keep = tag!("button", "type" = "submit", "class" = "button", "part" = "button";
        vec![text(&view.keep.label)]);
    children.push(element(
        "div",
        "actions",
        vec![keep.into(), button(&view.away, Loudness::Quiet, dispatch)],
    ));
    let form = tag!("form", "class" = "line", "novalidate" = "novalidate"; children);
    let form = hearing(form, || ListenerKind::onsubmit, kept);
    hearing(form, || ListenerKind::onkeydown, away).into()
}

fn list(list: &NoteList, dispatch: &Dispatch) -> Html {
    let rows = list.rows.iter().map(|row| self::row(row, dispatch)).collect();
    let children =
        vec![element("h3", "", vec![text(&list.heading)]), tag!("ul", "role" = "list"; rows).into()];
    keyed(tag!("div", "class" = "note-list"; children), &list.heading)
}

fn row(row: &NoteRow, dispatch: &Dispatch) -> Html {
    let more =
        row.more.as_ref().map(|more| tag!("p", "class" = "hint", "dir" = "auto"; vec![text(more)]).into());
    let mut does = self::choices(&row.choices, dispatch);
    for (place, action) in (0..).zip(&row.actions) {
        // Of the two the first is the one that the keyboard comes back to.
        let id = (place == 0).then_some(row.id.as_str());
        does.push(pressed(action, id, None, None, dispatch));
    }
    let children = vec![
        tag!("p", "class" = "note-words", "dir" = "auto"; vec![text(&row.words)]).into(),
        more.unwrap_or_default(),
        element("div", "actions", does),
    ];
    keyed(tag!("li", "class" = "note", "part" = "note"; children), &row.key)
}

/// Each says whether it is chosen. The words can change with that; the button stays the same one.
fn choices(choices: &[Choice], dispatch: &Dispatch) -> Vec<Html> {
    choices.iter().map(|choice| pressed(&choice.action, None, Some(choice.is_on), None, dispatch)).collect()
}

/// A button that may have an id, be chosen or not, and show the key that does the same.
fn pressed(
    action: &Action,
    id: Option<&str>,
    is_on: Option<bool>,
    key: Option<&'static str>,
    dispatch: &Dispatch,
) -> Html {
    let class = if is_on.is_some() { "button choice" } else { "button quiet" };
    let is_on = is_on.map(|is_on| if is_on { "true" } else { "false" });
    let button = tag!("button", "type" = "button", "class" = class, "part" = "button",
        "id" = id.map(str::to_owned), "aria-pressed" = is_on, "aria-keyshortcuts" = key, "data-key" = key,
        "aria-label" = action.name.as_ref().map(words), "aria-disabled" = off(action);
        vec![text(&action.label)]);
    dispatch.on_click(button, action).into()
}
