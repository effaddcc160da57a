//! A field with its label, its hint and what is wrong with it; or a group of choices.

use super::ear::Hears;
use super::page::{Drawn, Page, draw};
use crate::present::parts::field::{FieldKind, FieldView};
use crate::text::Words;

/// Who reads a field's label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// Everybody.
    Shown,
    /// A screen reader, since a heading above says it.
    Spoken,
}

/// A field. Wrong input stays in it, with the complaint beside it: the number fields are text fields
/// with a number keyboard, since a browser empties what is no number.
pub(super) fn field(page: &mut Page, field: &FieldView, read: Label) -> Drawn {
    let FieldView { field: typed, id, label, value, kind, hint, complaint } = field;
    let (name, kind_of_input, keyboard, class) = match kind {
        FieldKind::Text(_) => ("input", Some("text"), None, "field"),
        FieldKind::Lines => ("textarea", None, None, "field"),
        FieldKind::Date => ("input", Some("date"), None, "field short"),
        FieldKind::Time => ("input", Some("time"), None, "field short"),
        FieldKind::Number(..) => ("input", Some("text"), Some("numeric"), "field number"),
        FieldKind::Choice(choices) => return choice(page, field, choices),
    };
    let offered = match kind {
        FieldKind::Text(offered) => offered.as_slice(),
        _ => &[],
    };
    let own = |what| format!("{id}-{what}");
    let list = (!offered.is_empty()).then(|| own("list"));
    let beside = [("hint", hint), ("complaint", complaint)];
    let described = beside.iter().filter(|(_, words)| words.is_some()).map(|(what, _)| own(what));
    let described = described.collect::<Vec<_>>().join(" ");
    draw!(
        page,
        "<div key='{}' class='{}'>\
            <label class='{}' for='{}'>{}</label>\
            <{} id='{}' type='{}' rows='{}' inputmode='{}' dir='auto' list='{}' autocomplete='off' \
                aria-describedby='{}' aria-invalid='{}' value='{}'/>\
            {}\
            {}\
        </div>",
        id,
        class,
        if read == Label::Spoken { "spoken" } else { "label" },
        id,
        label,
        name,
        id,
        kind_of_input,
        kind_of_input.is_none().then_some("2"),
        keyboard,
        list.clone(),
        (!described.is_empty()).then_some(described),
        complaint.is_some().then_some("true"),
        value,
        page.each(list, |page, id| suggestions(page, id, offered)),
        page.each(beside, |page, (what, words)| {
            draw!(page, "<p class='{}' id='{}'>{}</p>", what, own(what), words)
        }),
    );
    page.hears(Hears::Typing(*typed))
}

/// A group of radio buttons: one touch, or the arrow keys. The one that is chosen has the id, so that
/// the keyboard can be sent to it.
fn choice(page: &mut Page, field: &FieldView, choices: &[(Words, Words)]) -> Drawn {
    let FieldView { field: chosen, id, label, value, hint, .. } = field;
    let radio = |page: &mut Page, (own, name): &(Words, Words)| {
        let is_chosen = own == value;
        draw!(
            page,
            "<label class='option'><input id='{}' type='radio' name='{}' value='{}' checked='{}'/>{}</label>",
            is_chosen.then_some(id),
            id,
            own,
            is_chosen.then_some(""),
            name,
        )
    };
    draw!(
        page,
        "<fieldset key='{}' class='field options'>\
            <legend class='label'>{}</legend>\
            {}\
            <p class='hint'>{}</p>\
        </fieldset>",
        id,
        label,
        page.each(choices, radio),
        hint,
    );
    page.hears(Hears::Typing(*chosen))
}

fn suggestions(page: &mut Page, id: String, offered: &[Words]) -> Drawn {
    let option = |page: &mut Page, offered| draw!(page, "<option key='{}' value='{}'/>", offered, offered);
    draw!(page, "<datalist id='{}'>{}</datalist>", id, page.each(offered, option))
}
