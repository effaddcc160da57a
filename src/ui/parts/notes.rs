//! Notes of a session: the buttons, the line to write in, and the lists.

use yew::prelude::*;

use super::button::{Loudness, button, button_if, note_button};
use super::field::{Label, field};
use super::line::line as said;
use crate::present::parts::action::Action;
use crate::present::parts::note_line::LineView;
use crate::present::parts::note_list::{Fold, NoteButton, NoteList, NoteRow, RowKind};
use crate::present::parts::notes::NotesView;
use crate::present::parts::shortcuts::Place;
use crate::program::event::Press;
use crate::ui::dispatch::Dispatch;
use crate::ui::keys::listener;

/// Returns the listener for the keys of a session; `None` if the person switched them off, and while the line for
/// notes is open, where a letter beside the fields is a slip.
pub(in crate::ui) fn session_keys<'a>(
    view: &NotesView,
    buttons: impl IntoIterator<Item = &'a Action>,
    dispatch: &Dispatch,
) -> Option<Callback<KeyboardEvent>> {
    (view.line.is_none() && view.has_keys).then(|| listener(&[Place::Session], buttons, dispatch))
}

/// Draws the buttons that open the line for notes; nothing on the seller's device.
pub(in crate::ui) fn openers(view: &NotesView, dispatch: &Dispatch) -> Html {
    if view.openers.is_empty() {
        return Html::default();
    }
    html! {
        <div class="openers" role="group" aria-label={&view.name}>
            {view.openers.iter().map(|opener| note_button(opener, dispatch)).collect::<Html>()}
        </div>
    }
}

/// Draws the line for notes while it is open; else the outcome of the last one, and the button that brings
/// thrown-away text back.
pub(in crate::ui) fn writing(view: &NotesView, dispatch: &Dispatch) -> Html {
    html! {
        <div class="writing">
            if let Some(open) = view.line.as_ref().filter(|_| view.line_at.is_none()) {
                {line(open, dispatch)}
            }
            {button_if(view.bring_back.as_ref(), Loudness::Plain, dispatch)}
            <div role="status">
                {for view.full.iter().map(|full| html! { <p class="hint">{full}</p> })}
            </div>
            {kept(view, dispatch)}
        </div>
    }
}

/// Returns true if the undo of the last entry stands below the notes and not beside what was kept last: on the last item and
/// after the end, where nothing was kept just now.
fn is_undone_below(view: &NotesView) -> bool {
    view.kept.is_none() && view.next.is_some()
}

/// Draws what was kept last, with the button that undoes the last entry. The region stays while it is empty, so that a screen
/// reader announces each kept note; and the row stays as long as an entry can be undone, so that nothing below moves.
fn kept(view: &NotesView, dispatch: &Dispatch) -> Html {
    html! {
        <div class="kept-row">
            <div role="status">
                if let Some(kept) = &view.kept {
                    <p key={&**kept} class="kept" dir="auto">{kept}</p>
                }
            </div>
            {button_if(view.undo.as_ref().filter(|_| !is_undone_below(view)), Loudness::Quiet, dispatch)}
        </div>
    }
}

/// Draws the line for notes: a form that Enter submits and Escape closes.
fn line(view: &LineView, dispatch: &Dispatch) -> Html {
    let onkeydown = listener(&[Place::Line], [&view.keep, &view.away], dispatch);
    let onsubmit = dispatch.keep_line(view.readers);
    let onclick = dispatch.keep_line(view.readers);
    let fields = view.fields.iter().map(|view| field(view, Label::Shown, dispatch));
    html! {
        <form class="writing-line" novalidate=true {onkeydown} {onsubmit}>
            {fields.collect::<Html>()}
            if !view.who.is_empty() {
                <div class="actions who" role="group" aria-labelledby="note-who">
                    <span class="label" id="note-who">{&view.ask}</span>
                    {for view.who.iter().map(|who| note_button(who, dispatch))}
                    if let Some(hint) = &view.who_hint {
                        <p class="hint">{hint}</p>
                    }
                </div>
            }
            <div class="actions">
                <button type="submit" class="button" part="button" {onclick}>{&view.keep.label}</button>
                {button(&view.away, Loudness::Quiet, dispatch)}
                {button_if(view.other.as_ref(), Loudness::Quiet, dispatch)}
            </div>
        </form>
    }
}

/// Draws the notes of the session, the answers at the close, the date of the next session once it is booked, and the
/// button that undoes the last change of a note. The steps of the close stand before all else.
pub(in crate::ui) fn lists(view: &NotesView, dispatch: &Dispatch) -> Html {
    let lists = view.lists.iter().chain(closing(view));
    let (steps, rest): (Vec<&NoteList>, Vec<&NoteList>) = lists.partition(|list| list.fold != Fold::Never);
    let drawn = steps.into_iter().chain(rest).map(|list| list_with(list, at(view), dispatch));
    group(view, drawn.collect(), dispatch)
}

/// Draws the next steps written so far, where the current item asks for them.
pub(in crate::ui) fn steps(view: &NotesView, dispatch: &Dispatch) -> Html {
    view.steps.iter().map(|list| list_with(list, at(view), dispatch)).collect()
}

/// Returns the open line that stands in the place of a row, with the key of that row; `None` for any other line.
fn at(view: &NotesView) -> Option<(&str, &LineView)> {
    view.line_at.as_deref().zip(view.line.as_ref())
}

/// Draws the date of the next session once it is booked, and on the seller's device that none is; nothing while dates are
/// offered: see [`next_date`].
pub(in crate::ui) fn booked(view: &NotesView, dispatch: &Dispatch) -> Html {
    view.next.iter().filter(|next| !is_offered(next)).map(|view| list(view, dispatch)).collect()
}

/// Draws the notes of a session that is over: first the answers at the close as long as one is to be given here, else the
/// notes; below the notes the buttons and the line that write.
pub(in crate::ui) fn lists_after(view: &NotesView, dispatch: &Dispatch) -> Html {
    let lists = |lists: &mut dyn Iterator<Item = &NoteList>| {
        lists.map(|list| list_with(list, at(view), dispatch)).collect::<Html>()
    };
    let record = html! {
        <>
            {lists(&mut view.lists.iter())}
            {openers(view, dispatch)}
            {writing(view, dispatch)}
        </>
    };
    let close = lists(&mut view.closing.iter());
    let (first, then) = if view.is_answer_due { (close, record) } else { (record, close) };
    group(view, html! { <>{first}{then}</> }, dispatch)
}

/// Returns the answers at the close, and the date of the next session once it is booked; dates that are offered stand in
/// the bar: see [`next_date`].
fn closing(view: &NotesView) -> impl Iterator<Item = &NoteList> {
    view.closing.iter().chain(view.next.iter().filter(|next| !is_offered(next)))
}

fn group(view: &NotesView, lists: Html, dispatch: &Dispatch) -> Html {
    html! {
        <div class="notes" id="notes" tabindex="-1" role="group" aria-label={&view.name}>
            {lists}
            {button_if(view.undo.as_ref().filter(|_| is_undone_below(view)), Loudness::Quiet, dispatch)}
            <div role="status">
                if let Some(told) = &view.undo_told {
                    <p class="complaint">{told}</p>
                }
            </div>
        </div>
    }
}

/// Returns true if dates are offered for the next session, which is not booked.
fn is_offered(next: &NoteList) -> bool {
    // The button of a booked date undoes the booking.
    let offers = |choice: &NoteButton| choice.action.press != Press::Undone;
    next.rows.iter().flat_map(|row| &row.choices).any(offers)
}

/// Draws the dates that are offered for the next session, in one row, the `first` as prominent as it says; nothing once a
/// date is booked. `id` is the HTML id of the heading: a narrow screen shows the row in another place.
pub(in crate::ui) fn next_date(
    view: &NotesView,
    id: &'static str,
    first: Loudness,
    dispatch: &Dispatch,
) -> Html {
    let Some(next) = view.next.as_ref().filter(|next| is_offered(next)) else { return Html::default() };
    let choices = next.rows.iter().flat_map(|row| &row.choices).enumerate().map(|(place, choice)| {
        let loudness = if place == 0 { first } else { Loudness::Plain };
        button(&choice.action, loudness, dispatch)
    });
    // A question about a standing slot keeps all its answers in sight.
    let asks = |choice: &NoteButton| matches!(choice.action.press, Press::StandingKept(..));
    let class =
        if next.rows.iter().flat_map(|row| &row.choices).any(asks) { "next-date asks" } else { "next-date" };
    html! {
        <div key="next-date" {class} role="group" aria-labelledby={id}>
            <span {id} class="next-date-name">{&next.heading}</span>
            {for choices}
        </div>
    }
}

/// Draws a list under its heading: notes of one kind, or the rows of the close. A step of the close that is done is
/// folded to one line.
pub(in crate::ui) fn list(view: &NoteList, dispatch: &Dispatch) -> Html {
    list_with(view, None, dispatch)
}

/// Draws a list with the open line in the place of the row with this key.
fn list_with(view: &NoteList, open: Option<(&str, &LineView)>, dispatch: &Dispatch) -> Html {
    let row = |view: &NoteRow| match open.filter(|(key, _)| *key == view.key) {
        Some((_, open)) => html! { <li key={&*view.key} class="note-line">{line(open, dispatch)}</li> },
        None => row(view, dispatch),
    };
    if let Fold::Done(done) = &view.fold {
        return html! {
            <details key={format!("{}-done", view.heading)} class="note-list folded">
                <summary>
                    <h2>{&view.heading}</h2>
                    <span class="folded-done">{done}</span>
                </summary>
                <ul role="list">{for view.rows.iter().map(row)}</ul>
            </details>
        };
    }
    let heading = html! { <h2>{&view.heading}</h2> };
    let heading = match &view.fold {
        Fold::Settled(done) => {
            html! { <div class="settled">{heading}<span class="folded-done">{done}</span></div> }
        }
        _ => heading,
    };
    html! {
        <div key={&view.heading} class="note-list">
            {heading}
            <ul role="list">{for view.rows.iter().map(row)}</ul>
        </div>
    }
}

fn row(view: &NoteRow, dispatch: &Dispatch) -> Html {
    let part = match view.kind {
        RowKind::NextStep => "note next-step",
        RowKind::Other => "note",
    };
    html! {
        <li key={&*view.key} class="note" {part}>
            <div class="note-said">
                <p class="note-words" dir="auto">{&view.words}</p>
                if let Some(more) = &view.more {
                    <p class="hint" dir="auto" aria-live="polite">{more}</p>
                }
            </div>
            {view.beside.iter().map(said).collect::<Html>()}
            <div class="actions">
                {for view.choices.iter().map(|choice| note_button(choice, dispatch))}
            </div>
        </li>
    }
}
