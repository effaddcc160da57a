//! The clock face: the one thing on the screen that a second changes. It is drawn with the screen,
//! and painted over each second: what Yew does to find out that one text changed weighs 1.4 KB in
//! the download.

use web_sys::ShadowRoot;

use super::page::{Drawn, Page, draw};
use crate::present::parts::face::{FaceView, RING_STEPS};

const FACE: &str = "face";
const RING: &str = "face-ring";
const DIGITS: &str = "face-digits";
const CAPTION: &str = "face-caption";

/// The clock face.
pub(super) fn face(page: &mut Page, view: &FaceView) -> Drawn {
    draw!(
        page,
        "<div id='{}' class='{}' part='timer' role='timer' aria-label='{}'>\
            <svg class='ring' viewBox='0 0 120 120' aria-hidden='true'>\
                <circle class='ring-track' cx='60' cy='60' r='54'/>\
                <circle id='{}' class='ring-left' cx='60' cy='60' r='54' pathLength='{}' \
                    stroke-dasharray='{}'/>\
            </svg>\
            <p class='digits' id='{}'>{}</p>\
            <p class='caption' id='{}'>{}</p>\
        </div>",
        FACE,
        class(view),
        &view.name,
        RING,
        RING_STEPS.to_string(),
        dashes(view),
        DIGITS,
        &view.digits,
        CAPTION,
        &view.caption,
    )
}

/// Brings the clock face within `root` up to what the view says. Only what differs is touched.
pub fn repaint(root: &ShadowRoot, view: &FaceView) {
    say(root, DIGITS, &view.digits);
    say(root, CAPTION, &view.caption);
    set(root, RING, "stroke-dasharray", &dashes(view));
    set(root, FACE, "class", class(view));
}

fn say(root: &ShadowRoot, id: &str, text: &str) {
    // The text node stays the one that Yew knows.
    let node = root.get_element_by_id(id).and_then(|element| element.first_child());
    if let Some(node) = node.filter(|node| node.node_value().as_deref() != Some(text)) {
        node.set_node_value(Some(text));
    }
}

fn set(root: &ShadowRoot, id: &str, name: &str, value: &str) {
    let element = root.get_element_by_id(id);
    if let Some(element) = element.filter(|element| element.get_attribute(name).as_deref() != Some(value)) {
        // Both names are fixed and good ones, which is all that could be refused.
        drop(element.set_attribute(name, value));
    }
}

fn dashes(view: &FaceView) -> String {
    match view.steps {
        // A dash that goes all round would show where it begins.
        RING_STEPS => "none".into(),
        steps => format!("{steps} {RING_STEPS}"),
    }
}

fn class(view: &FaceView) -> &'static str {
    match (view.is_paused, view.is_over) {
        (true, _) => "face paused",
        (false, true) => "face over",
        (false, false) => "face",
    }
}
