//! The head of a session's screens.

use yew::Html;

use super::Dispatch;
use super::button::{Loudness, button};
use super::tag::{element, paragraph, tag, text};
use crate::present::head::HeadView;
use crate::text::Words;

/// The heading of a screen: it takes the focus when the screen is put up.
pub(super) fn heading(words: &Words) -> Html {
    tag!("h1", "id" = "heading", "tabindex" = "-1", "dir" = "auto"; vec![text(words)]).into()
}

/// The head: what it is, who, what stands at its `end`, and the way back to the list.
pub(super) fn head(head: &HeadView, end: Html, dispatch: &Dispatch) -> Html {
    let who = element("div", "who", vec![paragraph("kicker", &head.kicker), heading(&head.title)]);
    let end = element("div", "head-end", vec![end, button(&head.home, Loudness::Quiet, dispatch)]);
    tag!("div", "class" = "head", "part" = "header"; vec![who, end]).into()
}
