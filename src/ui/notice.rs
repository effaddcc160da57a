//! Something that asks for a decision, beside what it is about.

use yew::Html;

use super::Dispatch;
use super::button::{Loudness, buttons};
use super::tag::{element, paragraph, tag};
use crate::present::Notice;

/// Notices. The region stays when it is empty, so that a screen reader hears what comes into it.
pub(super) fn notices(notices: &[Notice], dispatch: &Dispatch) -> Html {
    let notice = |notice: &Notice| {
        let actions = buttons(&notice.actions, Loudness::Plain, dispatch);
        element("div", "notice", vec![paragraph("", &notice.text), element("div", "actions", vec![actions])])
    };
    tag!("div", "class" = "notices", "role" = "status"; notices.iter().map(notice).collect()).into()
}
