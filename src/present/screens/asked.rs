//! The question of the page around the frame: may it have a text, or remove all data?

use crate::present::parts::action::Action;
use crate::program::event::{FramePress, Press};
use crate::program::state::around::{Question, Wish};
use crate::text::message::Message;
use crate::text::{Env, Words};

/// A question of the page around the frame, with the text that it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct AskedView {
    /// Short line above the heading: the name of the product.
    pub kicker: Words,
    /// Heading: a question of the page, which it names by its origin.
    pub heading: Words,
    /// Wish of the page.
    pub lead: Words,
    /// Label of the text, and the whole text that the page would get; `None` for a deletion.
    pub text: Option<(Words, Words)>,
    /// Button that keeps everything as it is.
    pub decline: Action,
    /// Button that lets the page have its wish, once.
    pub allow: Action,
}

/// Returns the view of a question.
pub(crate) fn asked(question: &Question, env: &Env<'_>) -> AskedView {
    let (lead, allow) = match question.wish {
        Wish::Link => (Message::AskedLink, Message::AskedGive),
        Wish::Calendar => (Message::AskedCalendar, Message::AskedGive),
        Wish::Summary => (Message::AskedSummary, Message::AskedGive),
        Wish::Export => (Message::AskedExport, Message::AskedGive),
        Wish::Delete => (Message::AskedDelete, Message::AskedDeleteAll),
    };
    let text = (question.wish != Wish::Delete)
        .then(|| (env.say(&Message::AskedText), question.text.as_str().into()));
    AskedView {
        kicker: env.say(&Message::Product),
        heading: env.say(&Message::AskedBy { page: &question.origin }),
        lead: env.say(&lead),
        text,
        decline: Action::new(env, &Message::AskedDecline, Press::Frame(FramePress::Declined)),
        allow: Action::new(env, &allow, Press::Frame(FramePress::Allowed)),
    }
}
