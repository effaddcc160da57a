//! The keyboard's place: moved where the program says, and kept where drawing would lose it.

use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, HtmlInputElement, ShadowRoot};

use crate::present::focus_id;
use crate::program::effect::Focus;

/// The element within `root` that has the focus.
pub(super) fn holder(root: &ShadowRoot) -> Option<HtmlElement> {
    root.active_element()?.dyn_into().ok()
}

/// Moves the focus, and selects what is in a field, so that typing replaces it. Where there is no such
/// element the focus stays where it is.
pub(super) fn move_to(root: &ShadowRoot, focus: Focus) {
    let element = root.get_element_by_id(&focus_id(focus));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        give(&element);
        if matches!(focus, Focus::Summary) {
            // A text area selects by a method of the same name.
            element.unchecked_ref::<HtmlInputElement>().select();
        }
        // What stands in the line is gone on with.
        if !matches!(focus, Focus::Line) {
            element.dyn_ref::<HtmlInputElement>().into_iter().for_each(HtmlInputElement::select);
        }
    }
}

/// Gives the focus back to the element that had it, where drawing took it; where that element is
/// gone or switched off, to the heading of the screen, so that the keyboard never starts over.
pub(super) fn give_back(root: &ShadowRoot, before: &HtmlElement) {
    if holder(root).is_none() && before.is_connected() {
        give(before);
    }
    if holder(root).is_none() {
        move_to(root, Focus::Heading);
    }
}

fn give(element: &HtmlElement) {
    // An element that cannot take the focus leaves it where it is: nothing is lost.
    drop(element.focus());
}
