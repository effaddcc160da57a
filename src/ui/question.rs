//! The question to ask, and what to listen for.

use yew::Html;

use super::Dispatch;
use super::button::{Loudness, buttons};
use super::tag::{element, paragraph, tag, text, words};
use crate::present::question::QuestionView;

/// The question to ask. A screen reader tells it when another takes its place.
pub(super) fn question(view: &QuestionView, dispatch: &Dispatch) -> Html {
    let prompt = tag!("p", "id" = "question", "class" = "prompt-words", "tabindex" = "-1";
        vec![text(&view.question)]);
    let listen = view.listen.as_ref().map(|listen| paragraph("lead", listen));
    let told = tag!("div", "aria-live" = "polite"; vec![prompt.into(), listen.unwrap_or_default()]);
    let ways = element("div", "actions", vec![buttons(&view.ways, Loudness::Plain, dispatch)]);
    let children = vec![paragraph("kicker", &view.name), told.into(), ways];
    tag!("section", "class" = "prompt", "aria-label" = words(&view.name); children).into()
}
