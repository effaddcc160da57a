//! The screens of the page in a frame.

use coaching_session::program::event::{Call, Event, Frame, FrameData};
use coaching_session::program::state::request::RequestId;
use coaching_session::text::message::Message;

use super::planned;
use crate::story::{HOME, Story};

/// Returns a planned session in a frame.
fn framed(data: FrameData) -> Story {
    let mut story = planned();
    story.frame = Some(Frame { page: HOME.into(), data });
    story.reload();
    story
}

/// Returns the question of the page around the frame.
fn asked(call: Call) -> Story {
    let mut story = framed(FrameData::Apart);
    story.send(Event::CalledAround(RequestId(1), call.into(), "https://intranet.example".into()));
    story
}

/// Returns the screens of a frame, by name.
pub fn screens() -> Vec<(&'static str, Story)> {
    let mut file = framed(FrameData::Shared);
    file.press(Message::BackHome).press(Message::SaveFile);
    let mut copied = framed(FrameData::Sealed);
    copied.press(Message::BackHome).press(Message::SaveFile).press(Message::FrameFileCopy).settle_copy(true);
    vec![
        ("page, asks for the link", asked(Call::Link)),
        ("page, asks to delete all data", asked(Call::Delete)),
        ("home, a file in a frame", file),
        ("home, a copied file in a frame", copied),
        ("planned, in a frame of its own data", framed(FrameData::Apart)),
    ]
}
