//! The widget's looks, as one constructed stylesheet: it needs no `<style>`, so a strict policy
//! has nothing to refuse, and it neither leaks into the page nor lets the page leak in.

use js_sys::Array;
use web_sys::{CssStyleSheet, ShadowRoot};

/// All of `styles/` but the page's own, in the order of its layers.
const LOOKS: &str = concat!(
    include_str!("../../styles/layers.css"),
    include_str!("../../styles/tokens.css"),
    include_str!("../../styles/base.css"),
    include_str!("../../styles/parts/button.css"),
    include_str!("../../styles/parts/field.css"),
    include_str!("../../styles/parts/notice.css"),
    include_str!("../../styles/parts/frame.css"),
    include_str!("../../styles/parts/home.css"),
    include_str!("../../styles/parts/form.css"),
    include_str!("../../styles/parts/agenda.css"),
    include_str!("../../styles/parts/session.css"),
    include_str!("../../styles/parts/timer.css"),
    include_str!("../../styles/parts/over.css"),
);

/// Gives `root` its looks. Without constructed stylesheets the widget works, unstyled.
pub(super) fn adopt(root: &ShadowRoot) {
    if let Ok(sheet) = CssStyleSheet::new()
        && sheet.replace_sync(LOOKS).is_ok()
    {
        root.set_adopted_style_sheets(&Array::of1(&sheet));
    }
}
