//! The list of all people, and the page of one.

use yew::prelude::*;

use crate::present::parts::notice::Notice;
use crate::present::parts::sending::SentView;
use crate::present::parts::session_row::SessionRow;
use crate::present::screens::home::{DeletedView, EmptyView, Group, HomeView};
use crate::program::event::Press;
use crate::ui::dispatch::Dispatch;
use crate::ui::parts::button::{Loudness, button, button_if, buttons, on_click};
use crate::ui::parts::field::{Label, field};
use crate::ui::parts::head::heading;
use crate::ui::parts::notes::list;
use crate::ui::parts::own_weeks::own_weeks;
use crate::ui::words::attribute;

/// Draws the list of all people or the page of one, with the inputs that open a link or a file.
pub(in crate::ui) fn home(view: &HomeView, dispatch: &Dispatch) -> Html {
    let plan = button(&view.plan, Loudness::Primary, dispatch);
    let body = if view.lists.is_empty() { "home-body" } else { "home-body home-beside" };
    html! {
        <div class="screen home">
            <div class="head">
                {heading(&view.heading)}
                <div class="head-end">
                    {button_if(view.back.as_ref(), Loudness::Quiet, dispatch)}
                    if view.empty.is_none() {
                        {button_if(view.quarter.as_ref(), Loudness::Quiet, dispatch)}
                        {plan.clone()}
                    }
                </div>
            </div>
            {news(view, dispatch)}
            if let Some(empty) = &view.empty {
                {self::empty(empty, plan, dispatch)}
            }
            {came_up(view, dispatch)}
            <div class={body}>
                if !view.lists.is_empty() {
                    <div class="group home-steps">{for view.lists.iter().map(|view| list(view, dispatch))}</div>
                }
                <div class="people">
                    {notice(view.standing.as_ref(), dispatch)}
                    {view.groups.iter().map(|view| group(view, dispatch)).collect::<Html>()}
                    {view.weeks.as_ref().map(own_weeks).unwrap_or_default()}
                </div>
                <div class="home-tools">
                    {came_up_with(view, dispatch)}
                    {notice(view.bare.as_ref(), dispatch)}
                    {notice(view.same.as_ref(), dispatch)}
                    {paste(view, dispatch)}
                    {files(view, dispatch)}
                </div>
            </div>
        </div>
    }
}

/// Draws the explanation in a list without sessions.
fn empty(view: &EmptyView, plan: Html, dispatch: &Dispatch) -> Html {
    html! {
        <div class="empty">
            <p class="empty-what">{&view.statement}</p>
            <ol class="empty-how">{for view.how.iter().map(|line| html! { <li>{line}</li> })}</ol>
            <div class="actions">
                {plan}
                {button(&view.sample, Loudness::Quiet, dispatch)}
            </div>
        </div>
    }
}

/// Draws the field for a link. Enter opens the link.
fn paste(view: &HomeView, dispatch: &Dispatch) -> Html {
    let onsubmit = dispatch.submit(Press::PastedOpened);
    let onclick = dispatch.submit(Press::PastedOpened);
    html! {
        <form class="group paste" novalidate=true {onsubmit}>
            {field(&view.pasted, Label::Shown, dispatch)}
            if let Some(paste) = &view.paste {
                <button type="submit" class="button" part="button" {onclick}>{&paste.label}</button>
            }
        </form>
    }
}

/// Draws the field for the list of the next session, and the own lines on the list. Enter puts the line there.
fn came_up(view: &HomeView, dispatch: &Dispatch) -> Html {
    let Some(view) = &view.came_up else { return Html::default() };
    let onsubmit = dispatch.submit(view.keep.press);
    let onclick = dispatch.submit(view.keep.press);
    html! {
        <>
            <form class="group paste" novalidate=true {onsubmit}>
                {field(&view.field, Label::Shown, dispatch)}
                <button type="submit" class="button" part="button" {onclick}>{&view.keep.label}</button>
            </form>
            <div role="status">{notice(view.told.as_ref(), dispatch)}</div>
            if let Some(lines) = &view.list {
                <div class="group">{list(lines, dispatch)}</div>
            }
        </>
    }
}

/// Draws the way to the list for the next session with each person, folded unless there is one alone.
fn came_up_with(view: &HomeView, dispatch: &Dispatch) -> Html {
    let Some(with) = &view.came_up_with else { return Html::default() };
    if let [only] = &*with.people {
        return html! { <div class="group actions">{button(only, Loudness::Quiet, dispatch)}</div> };
    }
    html! {
        <details class="group more-lines">
            <summary>{&with.name}</summary>
            <div class="actions">{buttons(&with.people, Loudness::Plain, dispatch)}</div>
        </details>
    }
}

/// Draws the messages about deletions and the last import, in a region that stays.
fn news(view: &HomeView, dispatch: &Dispatch) -> Html {
    html! {
        <div role="status">
            {for view.deleted.iter().map(|view| deleted(view, dispatch))}
            {for view.brought.iter().map(|view| notice(Some(view), dispatch))}
            {notice(view.sample.as_ref(), dispatch)}
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

/// Draws the button that asks for a session, the one that saves a file, and the input that opens a file. The
/// input is the browser's own, and `widget.ts` reads it; it stands before its label, which shows that the
/// input has the focus.
fn files(view: &HomeView, dispatch: &Dispatch) -> Html {
    let accept = ".jsonl,.json,application/jsonl,application/json,text/plain";
    html! {
        <div class="files">
            {for view.ask.iter().map(|ask| button(ask, Loudness::Quiet, dispatch))}
            {button_if(view.quarter.as_ref().filter(|_| view.empty.is_some()), Loudness::Quiet, dispatch)}
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
    let line = |words| html! { <p class="row-line hint" dir="auto">{words}</p> };
    let lines: Html = view.lines.iter().map(line).collect();
    let Some(page) = &view.page else {
        return html! {
            <li key={view.id.0} class="row on-page">
                <button type="button" class="row-open" aria-label={attribute(&view.open.name)}
                    onclick={on_click(&view.open, dispatch)}>
                    <span class="row-when">{&view.when}</span>
                    {" "}
                    <span class="row-detail">
                        {not_sent(view)}
                        <span dir="auto">{&view.detail}</span>
                    </span>
                </button>
                {button_if(view.delete.as_ref(), Loudness::Quiet, dispatch)}
                {lines}
            </li>
        };
    };
    html! {
        <li key={view.id.0} class="row">
            <span class="row-name">
                <button type="button" class="row-who" dir="auto" translate="no" aria-label={attribute(&page.name)}
                    onclick={on_click(page, dispatch)}>
                    {&page.label}
                </button>
                {last(view, dispatch)}
            </span>
            {" "}
            <span class="row-when">{&view.when}</span>
            {" "}
            <span class="row-detail">
                {not_sent(view)}
                <span dir="auto">{&view.detail}</span>
                if let Some(more) = &view.more {
                    {" "}
                    <button type="button" class="row-more" aria-label={attribute(&more.name)}
                        onclick={on_click(more, dispatch)}>
                        {&more.label}
                    </button>
                }
            </span>
            <span class="row-end">
                {buttons(&view.slots, Loudness::Plain, dispatch)}
                {row_open(view, dispatch)}
            </span>
            {lines}
        </li>
    }
}

/// Draws the statement that something of the row's session is not sent; nothing if there is nothing to send. The statement
/// stands first, since long words behind it are cut.
fn not_sent(view: &SessionRow) -> Html {
    html! {
        if let Some(sent) = view.not_sent.as_ref().filter(|_| unsent(view).is_none()) {
            <span class="row-sent sent open">{&sent.words}</span>
            {" "}
        }
    }
}

/// Returns the statement that something of the last session is not sent, in a row with offered dates: beside them there is
/// no room, so it stands below the name and leads to that session.
fn unsent(view: &SessionRow) -> Option<&SentView> {
    view.not_sent.as_ref().filter(|_| view.last.is_some() && !view.slots.is_empty())
}

/// Draws the button that opens the last session that was held with the person.
fn last(view: &SessionRow, dispatch: &Dispatch) -> Html {
    let Some(last) = &view.last else { return Html::default() };
    let class = if unsent(view).is_some() { "row-last sent open" } else { "row-last" };
    let name = attribute(&last.name);
    html! {
        <>
            {" "}
            <button type="button" {class} aria-label={name} onclick={on_click(last, dispatch)}>{&last.label}</button>
        </>
    }
}

/// Draws the button that opens the session of a row.
fn row_open(view: &SessionRow, dispatch: &Dispatch) -> Html {
    let class = if view.slots.is_empty() { "button row-open" } else { "button quiet row-open" };
    html! {
        <button type="button" {class} part="button" aria-label={attribute(&view.open.name)}
            onclick={on_click(&view.open, dispatch)}>
            {&view.open.label}
        </button>
    }
}
