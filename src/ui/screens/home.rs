//! The list of sessions, of all sellers or of one.

use yew::prelude::*;

use crate::present::parts::notice::Notice;
use crate::present::parts::session_row::SessionRow;
use crate::present::screens::home::{DeletedView, Group, HomeView};
use crate::ui::dispatch::Dispatch;
use crate::ui::parts::button::{Loudness, button, button_if, buttons, on_click};
use crate::ui::parts::field::{Label, field};
use crate::ui::parts::head::heading;
use crate::ui::parts::notes::list;

/// Draws the list of sessions, with the inputs that open a link or a file.
pub(in crate::ui) fn home(view: &HomeView, dispatch: &Dispatch) -> Html {
    let plan = button(&view.plan, Loudness::Primary, dispatch);
    html! {
        <div class="screen home">
            <div class="head">
                {heading(&view.heading)}
                <div class="head-end">
                    {button_if(view.back.as_ref(), Loudness::Quiet, dispatch)}
                    if view.empty.is_none() {
                        {plan.clone()}
                    }
                </div>
            </div>
            {news(view, dispatch)}
            if let Some(empty) = &view.empty {
                <div class="empty">
                    <p class="empty-what">{&empty.statement}</p>
                    <p class="empty-how">{&empty.advice}</p>
                    {plan}
                </div>
            }
            {view.groups.iter().map(|view| group(view, dispatch)).collect::<Html>()}
            if !view.lists.is_empty() {
                <div class="group">{for view.lists.iter().map(|view| list(view, dispatch))}</div>
            }
            {notice(view.same.as_ref(), dispatch)}
            {pages(view, dispatch)}
            <div class="group paste">
                {field(&view.pasted, Label::Shown, dispatch)}
                {button_if(view.paste.as_ref(), Loudness::Plain, dispatch)}
            </div>
            {files(view, dispatch)}
        </div>
    }
}

/// Draws the messages about deletions and the last import, in a region that stays.
fn news(view: &HomeView, dispatch: &Dispatch) -> Html {
    html! {
        <div role="status">
            {for view.deleted.iter().map(|view| deleted(view, dispatch))}
            {notice(view.brought.as_ref(), dispatch)}
        </div>
    }
}

/// Draws the message that a session was deleted. As a group, its buttons differ from those of the next message.
fn deleted(view: &DeletedView, dispatch: &Dispatch) -> Html {
    let Notice { text, actions, .. } = &view.notice;
    html! {
        <div key={view.id.0} class="undo" role="group" aria-label={text}>
            <p>{text}</p>
            {buttons(actions, Loudness::Plain, dispatch)}
        </div>
    }
}

/// Draws a message with its buttons; nothing for `None`.
fn notice(view: Option<&Notice>, dispatch: &Dispatch) -> Html {
    html! {
        if let Some(Notice { text, actions, .. }) = view {
            <div class="undo">
                <p>{text}</p>
                <div class="actions">{buttons(actions, Loudness::Plain, dispatch)}</div>
            </div>
        }
    }
}

/// Draws the buttons that open the page of each person.
fn pages(view: &HomeView, dispatch: &Dispatch) -> Html {
    html! {
        if let Some(pages) = &view.pages {
            <section class="group">
                <h2>{&pages.heading}</h2>
                {buttons(&pages.sellers, Loudness::Quiet, dispatch)}
            </section>
        }
    }
}

/// Draws the button that asks for a session, the one that saves a file, and the input that opens a file. The
/// input is the browser's own, and `element.ts` reads it; it stands before its label, which shows that the
/// input has the focus.
fn files(view: &HomeView, dispatch: &Dispatch) -> Html {
    let accept = ".jsonl,.json,application/jsonl,application/json,text/plain";
    html! {
        <div class="files">
            {button(&view.ask, Loudness::Quiet, dispatch)}
            {button_if(view.save.as_ref(), Loudness::Quiet, dispatch)}
            <input id="file" type="file" class="spoken" {accept} />
            <label class="button quiet" part="button" for="file">{&view.open}</label>
        </div>
    }
}

fn group(view: &Group, dispatch: &Dispatch) -> Html {
    html! {
        <section key={view.id} class="group" aria-labelledby={view.id}>
            <h2 id={view.id}>{&view.heading}</h2>
            <ul class="rows" role="list">{for view.rows.iter().map(|view| row(view, dispatch))}</ul>
        </section>
    }
}

/// Draws a session as a row. The spaces separate the words for a screen reader; the layout does not show
/// them.
fn row(view: &SessionRow, dispatch: &Dispatch) -> Html {
    let line = |words| html! { <p class="row-steps hint" dir="auto">{words}</p> };
    html! {
        <li key={view.id.0} class="row">
            <button type="button" class="row-open" onclick={on_click(&view.open, dispatch)}>
                <span class="row-who" dir="auto">{&view.seller}</span>
                {" "}
                <span class="row-when">{&view.when}</span>
                {" "}
                <span class="row-detail" dir="auto">{&view.detail}</span>
            </button>
            {button(&view.delete, Loudness::Quiet, dispatch)}
            if let Some(sent) = &view.not_sent {
                <p class="row-sent sent open">{&sent.words}</p>
            }
            {view.lines.iter().map(line).collect::<Html>()}
        </li>
    }
}
