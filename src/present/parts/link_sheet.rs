//! The sheet of an opened link without its sections.

use super::action::Action;
use super::link_context::LinkContext;
use super::sheet::SheetView;
use crate::program::event::Press;
use crate::text::message::Message;

/// Returns a sheet without sections, with the way back as its main button and no other.
pub(crate) fn plain(context: &LinkContext<'_>, heading: &Message<'_>, lead: &Message<'_>) -> SheetView {
    let env = context.env;
    SheetView {
        head: context.head(Message::FileLeave),
        heading: env.say(heading),
        lead: env.say(lead),
        sections: Vec::new(),
        outcome: None,
        is_spoken: false,
        text_to_copy: None,
        main: Action::new(env, &Message::BackHome, Press::HomeOpened),
        answers: Vec::new(),
        others: Vec::new(),
    }
}
