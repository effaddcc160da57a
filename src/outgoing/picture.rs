//! A text as a QR code (ISO/IEC 18004), drawn as the path of an SVG.
//!
//! Must not know what the text means.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// Width of the quiet zone around a QR code, in squares. The standard asks for it, so that a camera finds the
/// code.
const QUIET: i32 = 4;

/// A QR code as a square picture of dark squares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Number of squares in a row of the picture, the quiet zone included.
    pub side: i32,
    /// Dark squares of the picture, as an SVG path with one unit for a square.
    pub path: String,
}

impl Picture {
    /// Returns the QR code of a text; `None` for more than 2,953 bytes.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let code = code(text)?;
        let size = code.size();
        let mut path = String::new();
        for y in 0..size {
            let mut x = 0;
            while x < size {
                let run = (x..size).take_while(|x| code.get_module(*x, y)).fold(0, |run, _| run + 1);
                if run > 0 {
                    // Writing to a text cannot fail.
                    let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
                }
                x += run.max(1);
            }
        }
        Some(Self { side: size + 2 * QUIET, path })
    }
}

/// Returns the smallest QR code of a text that is readable with 15% damage, or 7% for a longer text. Spare
/// room raises the level; `None` for a text that is too long.
fn code(text: &str) -> Option<QrCode> {
    let segments = [QrSegment::make_bytes(text.as_bytes())];
    [QrCodeEcc::Medium, QrCodeEcc::Low].into_iter().find_map(|level| {
        QrCode::encode_segments_advanced(&segments, level, Version::MIN, Version::MAX, None, true).ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(length: usize, level: QrCodeEcc, side: i32) {
        let text = "x".repeat(length);
        assert_eq!(code(&text).map(|code| code.error_correction_level()), Some(level));
        assert_eq!(Picture::of(&text).map(|picture| picture.side), Some(side));
    }

    #[test]
    fn code_is_as_small_as_possible_and_as_sturdy_as_room_allows() {
        check(1, QrCodeEcc::High, 29);
        check(14, QrCodeEcc::Medium, 29);
        check(15, QrCodeEcc::Quartile, 33);
        check(2331, QrCodeEcc::Medium, 185);
        check(2332, QrCodeEcc::Low, 169);
        check(2953, QrCodeEcc::Low, 185);
    }

    #[test]
    fn picture_of_a_text_that_is_too_long_is_absent() {
        assert_eq!(Picture::of(&"x".repeat(2954)), None);
        assert_eq!(Picture::of(&"é".repeat(1477)), None);
    }

    #[test]
    fn path_holds_exactly_the_dark_squares() {
        let text = "https://example.org/#cs=1.abc";
        let code = code(text).expect("a short text");
        let path = Picture::of(text).expect("a short text").path;
        let mut dark = Vec::new();
        for run in path.split('M').skip(1) {
            let (place, rest) = run.split_once('h').expect("a run");
            let (x, y) = place.split_once(' ').expect("a place");
            let (x, y): (i32, i32) = (x.parse().expect("a number"), y.parse().expect("a number"));
            let length: i32 =
                rest.split_once('v').and_then(|(length, _)| length.parse().ok()).expect("a length");
            assert_eq!(rest, format!("{length}v1h-{length}z"));
            dark.extend((x..x + length).map(|x| (x - QUIET, y - QUIET)));
        }
        let all = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        assert_eq!(dark, all.filter(|(x, y)| code.get_module(*x, *y)).collect::<Vec<_>>());
        assert!(path.starts_with("M4 4h7v1h-7z"), "the finder in the corner");
    }
}
