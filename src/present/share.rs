//! Sending: what goes out, shown before it does.

use crate::domain::time::Instant;
use crate::program::effect::Way;
use crate::program::model::Model;
use crate::text::Voice;

/// What goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sending {
    /// The title of a mail, or of what is shared.
    pub title: String,
    /// The words; with the link on a line of its own, unless it stands in `link`.
    pub text: String,
    /// The link, where it goes beside the words.
    pub link: Option<String>,
}

/// What goes out in that way; `None` where there is nothing to send.
#[must_use]
pub fn sending(_: &Model, _: Instant, _: &Voice, _: Way) -> Option<Sending> {
    None
}
