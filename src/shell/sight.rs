//! Sight: what a press opens or adds comes into sight, above the bar at the end of the window.
//!
//! Nothing scrolls unless the person pressed something, and on another screen nothing but the heading counts.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition, ShadowRoot};

use super::handle::Handle;
use super::platform::Platform;
use crate::program::event::Event;

/// Elements that open or appear by a press.
const OPENED: &str =
    ".notice, .alone, .alone-ask, .outcome, .kept, .part, .writing > .button, .summary.open > .paper";

/// Bars at the end of the window, and the main button that alone stays there on the narrowest screens.
const BARS: &str = ".way-on, .controls, .way-on > .primary, .controls > .next";

/// The elements that were there when the screen was drawn last.
#[derive(Default)]
pub(super) struct Sight {
    known: Vec<Element>,
    /// True once the person pressed something since the last drawing.
    is_pressed: bool,
}

impl Sight {
    /// Follows what the browser itself unfolds; dropping the returned handle ends that.
    pub(super) fn follow(root: &ShadowRoot, platform: &Platform) -> Handle {
        let target = root.clone();
        Handle::listener(platform, &target, "toggle", |event| {
            let folded = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            folded.iter().filter(|folded| folded.has_attribute("open")).for_each(bring);
        })
    }

    /// Notes if the event is a press, or the browser's answer to one.
    pub(super) fn hear(&mut self, event: &Event) {
        self.is_pressed |= matches!(
            event,
            Event::Pressed(_)
                | Event::CopySettled(..)
                | Event::ShareSettled(..)
                | Event::LockSettled(..)
                | Event::UnlockSettled(..)
        );
    }

    /// Measures the bar after a drawing, and brings what a press has added into sight; `is_other` is true if another screen
    /// was drawn, whose beginning shows.
    pub(super) fn drawn(&mut self, root: &ShadowRoot, platform: &Platform, is_other: bool) {
        measure(root, platform);
        let now = all(root, OPENED);
        if std::mem::take(&mut self.is_pressed) && !is_other {
            now.iter().find(|element| !self.known.contains(element)).into_iter().for_each(bring);
        }
        self.known = now;
    }
}

/// Measures the bar at the end of the window, from which `base.css` makes the margins of scrolling.
fn measure(root: &ShadowRoot, platform: &Platform) {
    let heights = all(root, BARS).into_iter().filter_map(|bar| bar.dyn_into::<HtmlElement>().ok());
    // Without a bar, and where only its main button stays, the height of the bar itself is 0.
    let height = heights.map(|bar| bar.offset_height()).find(|height| *height > 0).unwrap_or_default();
    platform.tell_bar(root, height);
}

fn all(root: &ShadowRoot, selector: &str) -> Vec<Element> {
    let Ok(found) = root.query_selector_all(selector) else { return Vec::new() };
    let nodes = (0..found.length()).filter_map(|place| found.get(place));
    nodes.filter_map(|node| node.dyn_into::<Element>().ok()).collect()
}

/// Scrolls an element into sight, unless it is in sight; its margins keep it clear of the bar.
fn bring(element: &Element) {
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&nearest);
}
