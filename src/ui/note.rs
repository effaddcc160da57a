//! What is written down: the buttons and the line to write in, and the lists of what there is.

use super::button::{Loudness, button, button_if, clicked, off};
use super::ear::{Hears, Held};
use super::field::{Label, field};
use super::page::{Drawn, Page, draw};
use super::prepare::line as said;
use crate::present::parts::field::FieldView;
use crate::present::parts::note_list::{NoteButton, NoteList, NoteRow};
use crate::present::parts::notes::{LineView, NotesView};
use crate::program::event::{NotePress, Press};

/// The element that was drawn last hears the keys that open the line: alone, and while nobody types.
/// Where it is open already, a letter beside its fields is a slip.
pub(super) fn with_keys(page: &mut Page, view: &NotesView) -> Drawn {
    if view.line.is_some() {
        return Drawn;
    }
    let mut keys = Vec::new();
    for opener in view.openers.iter().filter(|opener| !opener.action.is_off) {
        keys.extend(opener.key.map(|key| (key, Some(opener.action.press))));
    }
    page.hears(Hears::Keys(Held::Alone, keys))
}

/// What can be written down, and the line while it is open. That the line is sent off is heard here, since
/// the line itself hears a key.
pub(super) fn writing(page: &mut Page, view: &NotesView) -> Drawn {
    if view.openers.is_empty() {
        return page.nothing();
    }
    draw!(
        page,
        "<div class='writing'>\
            <div class='time' role='group' aria-labelledby='write-name'>\
                <span class='time-name' id='write-name'>{}</span>{}\
            </div>\
            {}\
        </div>",
        &view.name,
        page.each(&view.openers, note_button),
        page.each(&view.line, line),
    );
    page.hears(Hears::Submit(Press::Note(NotePress::Kept)))
}

/// What was written down, and the way to take the last of it back.
pub(super) fn lists(page: &mut Page, view: &NotesView) -> Drawn {
    draw!(
        page,
        "<div class='notes' id='notes' tabindex='-1' role='group' aria-label='{}'>{}{}</div>",
        &view.name,
        page.each(view.lists.iter().chain(&view.closing), list),
        button_if(page, &view.undo, Loudness::Quiet),
    )
}

fn line(page: &mut Page, view: &LineView) -> Drawn {
    draw!(
        page,
        "<form class='writing-line' novalidate='novalidate'>\
            <div class='actions' role='group' aria-label='{}'>{}</div>\
            {}\
            <div class='actions'><button type='submit' class='button' part='button'>{}</button>{}</div>\
        </form>",
        &view.ask,
        page.each(&view.who, note_button),
        page.each(&view.fields, one),
        &view.keep.label,
        button(page, &view.away, Loudness::Quiet),
    );
    page.hears(Hears::Keys(Held::Anyhow, vec![("Escape", Some(Press::Note(NotePress::PutAway)))]))
}

fn one(page: &mut Page, view: &FieldView) -> Drawn {
    field(page, view, Label::Shown)
}

pub(super) fn list(page: &mut Page, list: &NoteList) -> Drawn {
    draw!(
        page,
        "<div key='{}' class='note-list'><h2>{}</h2><ul role='list'>{}</ul></div>",
        &list.heading,
        &list.heading,
        page.each(&list.rows, row),
    )
}

fn row(page: &mut Page, row: &NoteRow) -> Drawn {
    draw!(
        page,
        "<li key='{}' class='note' part='note'>\
            <p class='note-words' dir='auto'>{}</p>\
            <p class='hint' dir='auto'>{}</p>\
            {}\
            <div class='actions'>{}</div>\
        </li>",
        row.key.clone(),
        &row.words,
        &row.more,
        page.each(&row.beside, |page, (words, who)| said(page, words, who)),
        page.each(&row.choices, note_button),
    )
}

/// A button that may be chosen, and chosen again: it says whether it is, where it can be. The words
/// can change with that; the button stays the same one, and keeps the focus.
pub(super) fn note_button(page: &mut Page, button: &NoteButton) -> Drawn {
    let NoteButton { action, is_on, id, key } = button;
    // To change and to remove stand back behind what the close asks for.
    let class = match (is_on, action.press) {
        (Some(_), _) => "button choice",
        (None, Press::Note(_)) => "button quiet",
        (None, _) => "button",
    };
    draw!(
        page,
        "<button type='button' class='{}' part='button' id='{}' aria-pressed='{}' \
            aria-keyshortcuts='{}' data-key='{}' aria-label='{}' aria-disabled='{}'>{}</button>",
        class,
        id.clone(),
        is_on.map(|is_on| if is_on { "true" } else { "false" }),
        *key,
        *key,
        &action.name,
        off(action),
        &action.label,
    );
    clicked(page, action)
}
