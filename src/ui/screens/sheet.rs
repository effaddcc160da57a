//! A sheet of sections: a preparation, the answers at the close, an outgoing or opened link, or a request.

use yew::prelude::*;

use crate::present::parts::action::Choices;
use crate::present::parts::sheet::{
    Column, Entry, HoldableView, InlineView, LinkView, Picture, Section, SectionKind, SheetView, WeekView,
};
use crate::text::Words;
use crate::ui::dispatch::Dispatch;
use crate::ui::parts::button::{
    Loudness, button, button_if, buttons, choice, icon_button, identified_button, on_click, tick,
};
use crate::ui::parts::field::{Label, field};
use crate::ui::parts::head::head;
use crate::ui::parts::line::line;
use crate::ui::parts::send_row::send_row;
use crate::ui::parts::summary::text_to_copy;

/// Path of a cross, in a box of 24 by 24.
const CROSS: &str = "M6 6l12 12M18 6L6 18";

/// Draws a sheet: its head, its sections and its buttons.
pub(in crate::ui) fn sheet(view: &SheetView, dispatch: &Dispatch) -> Html {
    let is_beside = |view: &&Section| view.column == Column::Beside;
    let count = view.sections.iter().take_while(|view| !is_beside(view)).count();
    let beside: Vec<&Section> = view.sections.iter().filter(is_beside).collect();
    let has_two = !beside.is_empty();
    let main = || view.sections.iter().filter(|view| !is_beside(view));
    let (first, rest): (Vec<_>, Vec<_>) = (main().take(count).collect(), main().skip(count).collect());
    let drawn =
        |views: Vec<&Section>| views.into_iter().map(|view| section(view, dispatch)).collect::<Html>();
    html! {
        <div class="screen session preparing">
            {head(&view.head, Html::default(), dispatch)}
            <div class={if has_two { "prepare two" } else { "prepare" }}>
                <div class="prepare-part first">
                    <div class="prepare-lead">
                        <h2 class="question">{&view.heading}</h2>
                        if !view.lead.is_empty() {
                            <p class="lead">{&view.lead}</p>
                        }
                    </div>
                    {drawn(first)}
                </div>
                if has_two {
                    <div class="prepare-part beside-first">{drawn(beside)}</div>
                }
                <div class="prepare-part rest-of-it">
                {drawn(rest)}
                <div class="actions">{buttons(&view.others, Loudness::Quiet, dispatch)}</div>
                <div role="status">
                    if let Some(outcome) = &view.outcome {
                        <p key={&**outcome} class={if view.is_spoken { "spoken" } else { "outcome" }}>{outcome}</p>
                    }
                </div>
                if let Some(text) = &view.text_to_copy {
                    {text_to_copy(&view.heading, text)}
                }
                </div>
            </div>
            <div class="way-on">
                {button(&view.main, Loudness::Primary, dispatch)}
                {buttons(&view.answers, Loudness::Quiet, dispatch)}
            </div>
        </div>
    }
}

fn section(view: &Section, dispatch: &Dispatch) -> Html {
    let class = if view.is_private { "part private" } else { "part" };
    let part = match view.kind {
        SectionKind::Checklist => Some("checklist"),
        SectionKind::Topics => Some("topic"),
        SectionKind::Other => None,
    };
    let labelled_by = view.heading.as_ref().map(|_| AttrValue::from(&view.id));
    html! {
        <section {class} {part} aria-labelledby={labelled_by}>
            if let Some(heading) = &view.heading {
                <h3 id={&view.id}>{heading}</h3>
            }
            if let Some(lead) = &view.lead {
                <p class="hint">{lead}</p>
            }
            {view.entries.iter().map(|view| entry(view, dispatch)).collect::<Html>()}
            {button_if(view.add.as_ref(), Loudness::Plain, dispatch)}
        </section>
    }
}

fn entry(view: &Entry, dispatch: &Dispatch) -> Html {
    match view {
        Entry::Line(view) => line(view),
        Entry::Heading(heading) => html! { <h4>{heading}</h4> },
        Entry::Folded(name, entries) => html! {
            <details class="more-lines">
                <summary>{name}</summary>
                {entries.iter().map(|view| entry(view, dispatch)).collect::<Html>()}
            </details>
        },
        Entry::Field(view) => field(view, Label::Shown, dispatch),
        Entry::Inline(view) => inline(view, dispatch),
        Entry::Week(view) => week(view, dispatch),
        Entry::Choices(Choices { name, options }) => html! {
            <div class="choices" role="group" aria-label={name}>
                {for options.iter().map(|view| choice(view, dispatch))}
            </div>
        },
        Entry::Tick(view) => tick(view, dispatch),
        Entry::Picture { name, picture } => squares(name, picture),
        Entry::Holdable(view) => holdable(view, dispatch),
        Entry::Links(links) => html! {
            <div class="actions">{links.iter().map(|view| link(view, dispatch)).collect::<Html>()}</div>
        },
        Entry::Row(view, action) => html! {
            <div key={&view.words} class={if view.remark.is_some() { "line-row gone" } else { "line-row" }}>
                {line(view)}
                {button(action, Loudness::Quiet, dispatch)}
            </div>
        },
        Entry::FocusRow(id, view, action) => html! {
            <div key={id} class="line-row">
                {line(view)}
                {identified_button(action, id, Loudness::Quiet, dispatch)}
            </div>
        },
        Entry::Send(view) => {
            let sections = view.message.iter().flat_map(|message| &message.sections);
            let sections = sections.map(|view| section(view, dispatch)).collect::<Html>();
            send_row(view, sections, dispatch)
        }
        Entry::Actions(actions) => html! {
            <div class="actions">{buttons(actions, Loudness::Plain, dispatch)}</div>
        },
        Entry::Asides(actions) => html! {
            <div class="actions asides">{buttons(actions, Loudness::Quiet, dispatch)}</div>
        },
    }
}

/// Draws fields that belong together, with the button that removes them.
fn inline(view: &InlineView, dispatch: &Dispatch) -> Html {
    let label = if view.is_spoken { Label::Spoken } else { Label::Shown };
    html! {
        <div class="inline">
            {view.fields.iter().map(|view| field(view, label, dispatch)).collect::<Html>()}
            if let Some(remove) = &view.remove {
                {icon_button(remove, CROSS, dispatch)}
            }
        </div>
    }
}

/// Draws a week of dates: what is on each day, and the rows, which unfold.
fn week(view: &WeekView, dispatch: &Dispatch) -> Html {
    html! {
        <details key={&view.name} class="week" open={view.is_open}>
            <summary>
                <span class="week-name">{&view.name}</span>
                {for view.days.iter().map(|day| html! { <span class="week-day">{day}</span> })}
            </summary>
            {view.entries.iter().map(|view| entry(view, dispatch)).collect::<Html>()}
        </details>
    }
}

/// Draws a link that opens another page in a tab of its own.
fn link(view: &LinkView, dispatch: &Dispatch) -> Html {
    let LinkView { action, href } = view;
    html! {
        <a key={&action.label} class="button" part="button" {href} target="_blank" rel="noopener noreferrer"
            onclick={on_click(action, dispatch)}>
            {&action.label}
        </a>
    }
}

/// Draws entries with the box that holds them back from the other party. Held-back entries look private.
fn holdable(view: &HoldableView, dispatch: &Dispatch) -> Html {
    let class = if view.hold.is_chosen { "thing private" } else { "thing" };
    html! {
        <div key={&view.id} {class}>
            {view.entries.iter().map(|view| entry(view, dispatch)).collect::<Html>()}
            {tick(&view.hold, dispatch)}
            if let Some(hint) = &view.hint {
                <p class="hint">{hint}</p>
            }
        </div>
    }
}

/// Draws a QR code: dark squares on light ground in any theme, since cameras read nothing else.
fn squares(name: &Words, picture: &Picture) -> Html {
    let box_of_squares = format!("0 0 {side} {side}", side = picture.side);
    html! {
        <svg class="picture" role="img" aria-label={name} viewBox={box_of_squares}>
            <path d={picture.path.clone()} />
        </svg>
    }
}
