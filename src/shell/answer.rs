//! What JavaScript tells a widget, as the event that it is. Everything comes by a name and a text: one
//! crossing weighs less in the download than one for each kind of answer.
//!
//! Never asks for anything.

use crate::program::event::{Event, Picture};

/// What is meant by that name; `said` is what there is to say of it, `None` where it went wrong. `None`
/// for a name that means nothing.
pub(super) fn meant(name: &str, said: Option<String>) -> Option<Event> {
    Some(match name {
        "link" => Event::LinkOpened(said?),
        "part" => Event::FileCame(said?),
        "file" => Event::FileOpened(said.is_some()),
        "copy" => Event::CopySettled(said.is_some()),
        "share" => Event::ShareSettled(said.is_some()),
        "draw" => Event::PictureDrawn(said.and_then(|said| picture(&said)).map(Box::new)),
        "lock" => Event::LockSettled(said.map(bytes)),
        "unlock" => Event::UnlockSettled(said.map(bytes)),
        "absent" => Event::PartAbsent,
        _ => return None,
    })
}

/// The side, a space, and the path.
fn picture(said: &str) -> Option<Picture> {
    let (side, path) = said.split_once(' ')?;
    Some(Picture { side: side.parse().ok()?, path: path.to_owned() })
}

/// Bytes, each of which came as the character of that number.
fn bytes(said: String) -> Vec<u8> {
    said.chars().filter_map(|byte| u8::try_from(byte).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, said: Option<&str>, event: Option<Event>) {
        assert_eq!(meant(name, said.map(str::to_owned)), event);
    }

    #[test]
    fn what_went_wrong_is_told_as_well() {
        check("copy", Some(""), Some(Event::CopySettled(true)));
        check("copy", None, Some(Event::CopySettled(false)));
        check("share", Some(""), Some(Event::ShareSettled(true)));
        check("share", None, Some(Event::ShareSettled(false)));
        check("draw", None, Some(Event::PictureDrawn(None)));
        check("lock", None, Some(Event::LockSettled(None)));
        check("unlock", None, Some(Event::UnlockSettled(None)));
        check("file", Some(""), Some(Event::FileOpened(true)));
        check("file", None, Some(Event::FileOpened(false)));
        check("absent", None, Some(Event::PartAbsent));
    }

    #[test]
    fn bytes_come_as_characters() {
        check("lock", Some("\0a\u{ff}"), Some(Event::LockSettled(Some(vec![0, 97, 255]))));
        check("unlock", Some(""), Some(Event::UnlockSettled(Some(Vec::new()))));
    }

    #[test]
    fn a_picture_comes_with_its_side() {
        let picture = Picture { side: 29, path: "M4 4h7v1h-7z".to_owned() };
        check("draw", Some("29 M4 4h7v1h-7z"), Some(Event::PictureDrawn(Some(Box::new(picture)))));
        check("draw", Some("M4"), Some(Event::PictureDrawn(None)));
    }

    #[test]
    fn a_name_that_means_nothing_brings_nothing_about() {
        check("unheard", Some("x"), None);
        check("part", None, None);
        check("link", None, None);
    }
}
