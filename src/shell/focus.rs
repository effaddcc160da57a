//! Keyboard focus: moves the focus to the target of an effect, and restores it after drawing.

use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, HtmlInputElement, ScrollIntoViewOptions, ScrollLogicalPosition, ShadowRoot};

use crate::present::parts::focus::focus_id;
use crate::program::effect::Focus;

/// Returns the element within `root` that has the focus; `None` if no element within `root` has it.
pub(super) fn holder(root: &ShadowRoot) -> Option<HtmlElement> {
    root.active_element()?.dyn_into().ok()
}

/// Moves the focus. Selects the text of a one-line field, so that typing replaces it, but not that of a field for sentences;
/// selects a text for copying by hand. A missing element leaves the focus unchanged.
pub(super) fn move_to(root: &ShadowRoot, focus: Focus) {
    let element = root.get_element_by_id(&focus_id(focus));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        give(&element);
        if matches!(focus, Focus::Summary) {
            // A text area selects by a method of the same name.
            element.unchecked_ref::<HtmlInputElement>().select();
        }
        // To a sentence the person adds at the end.
        if !matches!(focus, Focus::Field(field) if field.takes_sentences()) {
            element.dyn_ref::<HtmlInputElement>().into_iter().for_each(HtmlInputElement::select);
        }
    }
}

/// Scrolls an element into sight, unless it is in sight or missing.
pub(super) fn show(root: &ShadowRoot, what: Focus) {
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    if let Some(element) = root.get_element_by_id(&focus_id(what)) {
        element.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}

/// Gives the focus back to the element that had the focus before drawing, unless another element within
/// `root` has it now. If the element is gone or disabled, the heading of the screen gets the focus, so that
/// the keyboard never starts over.
pub(super) fn give_back(root: &ShadowRoot, before: &HtmlElement) {
    if holder(root).is_none() && before.is_connected() {
        give(before);
    }
    if holder(root).is_none() {
        move_to(root, Focus::Heading);
    }
}

fn give(element: &HtmlElement) {
    // An element that cannot take the focus leaves it unchanged.
    drop(element.focus());
}
