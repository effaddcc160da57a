//! What is written down: the buttons and the line to write in, and the lists of what there is.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event as DomEvent, KeyboardEvent};
use yew::virtual_dom::{ListenerKind, VTag};
use yew::{Html, TargetCast as _};

use super::Dispatch;
use super::button::{Loudness, button, off};
use super::field::{Label, field};
use super::tag::{element, hearing, keyed, tag, text, words};
use crate::present::note::{LineView, NoteButton, NoteList, NoteRow, NotesView};
use crate::program::event::{Event, NotePress, Press};

/// The element, with the keys that open the line: alone, and while nobody types. Where it is open
/// already, a letter beside its fields is a slip.
pub(super) fn with_keys(tag: VTag, view: &NotesView, dispatch: &Dispatch) -> Html {
    if view.line.is_some() {
        return tag.into();
    }
    let dispatch = dispatch.clone();
    let mut keys = Vec::new();
    for opener in view.openers.iter().filter(|opener| !opener.action.is_off) {
        keys.push((opener.key, opener.action.press));
    }
    let pressed = move |event: DomEvent| {
        // A letter in a field is a letter.
        let typing = event.target_dyn_into::<Element>().map(|target| target.tag_name());
        if matches!(typing.as_deref(), Some("INPUT" | "TEXTAREA")) {
            return;
        }
        let event: KeyboardEvent = event.unchecked_into();
        if event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        let key = event.key();
        if let Some((_, press)) = keys.iter().find(|(own, _)| *own == Some(key.as_str())) {
            // Else the letter would be the first of what is written.
            event.prevent_default();
            dispatch.send(*press);
        }
    };
    hearing(tag, || ListenerKind::onkeydown, pressed).into()
}

/// What can be written down, and the line while it is open.
pub(super) fn writing(view: &NotesView, dispatch: &Dispatch) -> Html {
    let mut bar =
        vec![tag!("span", "class" = "time-name", "id" = "write-name"; vec![text(&view.name)]).into()];
    choices(&view.openers, &mut bar, dispatch);
    let bar = tag!("div", "class" = "time", "role" = "group", "aria-labelledby" = "write-name"; bar).into();
    let line = view.line.as_ref().map(|line| self::line(line, dispatch));
    element("div", "writing", vec![bar, line.unwrap_or_default()])
}

/// What was written down, and the way to take the last of it back.
pub(super) fn lists(view: &NotesView, dispatch: &Dispatch) -> Html {
    let mut lists: Vec<Html> =
        view.lists.iter().chain(&view.closing).map(|list| self::list(list, dispatch)).collect();
    lists.extend(view.undo.as_ref().map(|undo| button(undo, Loudness::Quiet, dispatch)));
    tag!("div", "class" = "notes", "id" = "notes", "tabindex" = "-1", "role" = "group",
        "aria-label" = words(&view.name); lists)
    .into()
}

fn line(view: &LineView, dispatch: &Dispatch) -> Html {
    let (keeper, putter) = (dispatch.clone(), dispatch.clone());
    let kept = move |event: DomEvent| {
        event.prevent_default();
        keeper.send(Press::Note(NotePress::Kept));
    };
    let away = move |event: DomEvent| {
        let event: KeyboardEvent = event.unchecked_into();
        if event.key() == "Escape" {
            event.prevent_default();
            putter.send(Press::Note(NotePress::PutAway));
        }
    };
    let mut who = Vec::new();
    choices(&view.who, &mut who, dispatch);
    let who = tag!("div", "class" = "actions", "role" = "group", "aria-label" = words(&view.ask); who);
    // Every child has a key: fields that come while somebody types would else take the place, and the
    // focus, of the one that is typed into.
    let mut children: Vec<Html> = vec![keyed(who, "who")];
    for (name, view) in &view.fields {
        let (name, dispatch) = (*name, dispatch.clone());
        let typed = move |typed| dispatch.send(Event::NoteTyped(name, typed));
        children.push(field(view, Label::Shown, Box::new(typed)));
    }
    let keep = tag!("button", "type" = "submit", "class" = "button", "part" = "button";
        vec![text(&view.keep.label)]);
    let does = vec![keep.into(), button(&view.away, Loudness::Quiet, dispatch)];
    children.push(keyed(tag!("div", "class" = "actions"; does), "does"));
    let form = tag!("form", "class" = "writing-line", "novalidate" = "novalidate"; children);
    let form = hearing(form, || ListenerKind::onsubmit, kept);
    hearing(form, || ListenerKind::onkeydown, away).into()
}

pub(super) fn list(list: &NoteList, dispatch: &Dispatch) -> Html {
    let rows = list.rows.iter().map(|row| self::row(row, dispatch)).collect();
    let children =
        vec![element("h2", "", vec![text(&list.heading)]), tag!("ul", "role" = "list"; rows).into()];
    keyed(tag!("div", "class" = "note-list"; children), &list.heading)
}

fn row(row: &NoteRow, dispatch: &Dispatch) -> Html {
    let own =
        |class: &'static str, words| tag!("p", "class" = class, "dir" = "auto"; vec![text(words)]).into();
    let mut does = Vec::new();
    choices(&row.choices, &mut does, dispatch);
    let children = vec![
        own("note-words", &row.words),
        row.more.as_ref().map(|more| own("hint", more)).unwrap_or_default(),
        element("div", "actions", does),
    ];
    keyed(tag!("li", "class" = "note", "part" = "note"; children), &row.key)
}

/// Each says whether it is chosen, where it can be. The words can change with that; the button stays
/// the same one, and keeps the focus.
fn choices(choices: &[NoteButton], into: &mut Vec<Html>, dispatch: &Dispatch) {
    for choice in choices {
        into.push(note_button(choice, dispatch));
    }
}

/// A button that may be chosen, and chosen again.
pub(super) fn note_button(button: &NoteButton, dispatch: &Dispatch) -> Html {
    let NoteButton { action, is_on, id, key } = button;
    // To change and to remove stand back behind what the close asks for.
    let class = match (is_on, action.press) {
        (Some(_), _) => "button choice",
        (None, Press::Note(_)) => "button quiet",
        (None, _) => "button",
    };
    let is_on = is_on.map(|is_on| if is_on { "true" } else { "false" });
    let button = tag!("button", "type" = "button", "class" = class, "part" = "button", "id" = id.clone(),
        "aria-pressed" = is_on, "aria-keyshortcuts" = *key, "data-key" = *key,
        "aria-label" = action.name.as_ref().map(words), "aria-disabled" = off(action);
        vec![text(&action.label)]);
    dispatch.on_click(button, action).into()
}
