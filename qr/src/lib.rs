//! A text as a QR code (ISO/IEC 18004), drawn as the path of an SVG.
//!
//! Never shows anything, and knows nothing of links: where a text is too long for a code, there is just
//! no picture of it.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};
use wasm_bindgen::prelude::wasm_bindgen;

/// How many light squares the standard wants around a code, so that a camera finds it.
const QUIET: i32 = 4;

/// The code of a text of at most 2,953 bytes: how many squares stand in a row, the quiet zone included,
/// a space, and the dark ones as the path of an SVG with a unit for a square. `None` for a longer text.
#[wasm_bindgen]
#[must_use]
pub fn draw(text: &str) -> Option<String> {
    let code = code(text)?;
    let size = code.size();
    let mut picture = format!("{} ", size + 2 * QUIET);
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let run = (x..size).take_while(|x| code.get_module(*x, y)).fold(0, |run, _| run + 1);
            if run > 0 {
                // Writing to a text cannot fail.
                let _ = write!(picture, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    Some(picture)
}

/// The smallest code that can be read with 15% of it damaged; where the text is too long for that, with
/// 7%. What room is left makes it sturdier yet.
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
    fn check(length: usize, level: QrCodeEcc, side: &str) {
        let text = "x".repeat(length);
        assert_eq!(code(&text).map(|code| code.error_correction_level()), Some(level));
        assert_eq!(
            draw(&text).and_then(|drawn| drawn.split_once(' ').map(|(side, _)| side.to_owned())).as_deref(),
            Some(side)
        );
    }

    #[test]
    fn a_code_is_as_small_as_it_can_be_and_as_sturdy_as_there_is_room() {
        check(1, QrCodeEcc::High, "29");
        check(14, QrCodeEcc::Medium, "29");
        check(15, QrCodeEcc::Quartile, "33");
        check(2331, QrCodeEcc::Medium, "185");
        check(2332, QrCodeEcc::Low, "169");
        check(2953, QrCodeEcc::Low, "185");
    }

    #[test]
    fn of_what_is_too_long_there_is_no_picture() {
        assert_eq!(draw(&"x".repeat(2954)), None);
        assert_eq!(draw(&"é".repeat(1477)), None);
    }

    #[test]
    fn the_path_holds_exactly_the_dark_squares() {
        let text = "https://example.org/#cs=1.abc";
        let code = code(text).expect("a short text");
        let drawn = draw(text).expect("a short text");
        let (_, path) = drawn.split_once(' ').expect("a side and a path");
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
