//! Notices: sentences that ask for attention, with buttons.

use yew::prelude::*;

use super::button::{Loudness, button, buttons};
use crate::present::parts::action::Action;
use crate::present::parts::notice::{Notice, VersionLine, VersionView};
use crate::ui::dispatch::Dispatch;

/// Draws notices. The region stays while it is empty, so that a screen reader announces each new notice.
pub(in crate::ui) fn notices(notices: &[Notice], dispatch: &Dispatch) -> Html {
    html! {
        <div class="notices" role="status">
            {for notices.iter().map(|view| notice(view, dispatch))}
        </div>
    }
}

fn notice(view: &Notice, dispatch: &Dispatch) -> Html {
    if !view.versions.is_empty() {
        return choice(view, dispatch);
    }
    html! {
        <div class="notice">
            <p>{&view.text}</p>
            <div class="actions">{buttons(&view.actions, Loudness::Plain, dispatch)}</div>
        </div>
    }
}

/// Draws a notice with versions to choose from, side by side, each with its button.
fn choice(view: &Notice, dispatch: &Dispatch) -> Html {
    let versions = view.versions.iter().zip(&view.actions);
    html! {
        <div class="notice choosing">
            <p>{&view.text}</p>
            <div class="versions">
                {for versions.map(|(view, action)| version(view, action, dispatch))}
            </div>
        </div>
    }
}

fn version(view: &VersionView, action: &Action, dispatch: &Dispatch) -> Html {
    html! {
        <section class="version" aria-label={&view.title}>
            <h2>{&view.title}</h2>
            if let Some(writer) = &view.writer {
                <p class="writer">{writer}</p>
            }
            <dl>{for view.lines.iter().map(line)}</dl>
            {button(action, Loudness::Plain, dispatch)}
        </section>
    }
}

fn line(view: &VersionLine) -> Html {
    html! {
        <div>
            <dt>{&view.label}</dt>
            {for view.words.iter().map(|words| html! { <dd dir="auto">{words}</dd> })}
        </div>
    }
}
