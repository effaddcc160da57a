//! Something that asks for a decision, beside what it is about.

use super::button::{Loudness, buttons};
use super::page::{Drawn, Page, draw};
use crate::present::parts::notice::Notice;

/// Notices. The region stays when it is empty, so that a screen reader hears what comes into it.
pub(super) fn notices(page: &mut Page, notices: &[Notice]) -> Drawn {
    draw!(page, "<div class='notices' role='status'>{}</div>", page.each(notices, notice))
}

fn notice(page: &mut Page, notice: &Notice) -> Drawn {
    draw!(
        page,
        "<div class='notice'><p>{}</p><div class='actions'>{}</div></div>",
        &notice.text,
        buttons(page, &notice.actions, Loudness::Plain),
    )
}
