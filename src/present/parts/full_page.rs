//! The way from a frame to the full page, and what a frame cannot do.

use super::action::Action;
use super::notice::Notice;
use crate::program::event::{Frame, FrameData, FramePress, Press};
use crate::program::state::around::Copying;
use crate::program::state::model::Model;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// The link to the full page, below every screen of a frame.
#[derive(Clone, Debug, PartialEq)]
pub struct FullPageView {
    /// Statement about the data of the frame; `None` if the full page shows the same data.
    pub lead: Option<Words>,
    /// Text of the link. Says so if the sessions go along.
    pub label: Words,
    /// Address of the full page.
    pub address: Words,
    /// True if the frame has sessions for which the full page may ask.
    pub takes_over: bool,
}

/// Returns the link to the full page; `None` outside of a frame.
pub(crate) fn full_page(model: &Model, env: &Env<'_>) -> Option<FullPageView> {
    let Frame { page, data } = model.here.frame.as_ref()?;
    let lead = (*data != FrameData::Shared).then_some(Message::FrameApart);
    let takes_over = *data == FrameData::Apart && model.sessions().next().is_some();
    let label = if takes_over { Message::FullPageWith } else { Message::FullPage };
    Some(FullPageView {
        lead: lead.map(|lead| env.say(&lead)),
        label: env.say(&label),
        address: page.as_str().into(),
        takes_over,
    })
}

/// Returns the notice that a file may not have come, since the page around a frame decides about files; `None` if the frame
/// offered none.
pub(crate) fn file_notice(model: &Model, env: &Env<'_>) -> Option<Notice> {
    let file = model.around.file.as_ref()?;
    let text = match file.copying {
        Copying::Untried | Copying::Asked(_) => Message::FrameFile,
        Copying::Done => Message::FrameFileCopied,
        Copying::Refused => Message::FrameFileRefused,
    };
    let copy = Action::new(env, &Message::FrameFileCopy, Press::Frame(FramePress::FileCopied));
    let leave = Action::new(env, &Message::Dismiss, Press::Frame(FramePress::FileLeft));
    Some(Notice::new(env.say(&text), vec![copy, leave]))
}
