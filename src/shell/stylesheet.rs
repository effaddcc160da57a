//! The widget's styles as one constructed stylesheet: a strict policy refuses `<style>`, and a constructed
//! stylesheet leaks no rule into the host page.

use js_sys::Array;
use web_sys::{CssStyleSheet, ShadowRoot};

/// All files of `styles/` except the page's own. The order matters within a cascade layer.
const LOOKS: &str = concat!(
    include_str!("../../styles/layers.css"),
    include_str!("../../styles/tokens.css"),
    include_str!("../../styles/base.css"),
    include_str!("../../styles/parts/button.css"),
    include_str!("../../styles/parts/field.css"),
    include_str!("../../styles/parts/notice.css"),
    include_str!("../../styles/parts/frame.css"),
    include_str!("../../styles/parts/home.css"),
    include_str!("../../styles/parts/file.css"),
    include_str!("../../styles/parts/form.css"),
    include_str!("../../styles/parts/agenda.css"),
    include_str!("../../styles/parts/session.css"),
    include_str!("../../styles/parts/timer.css"),
    include_str!("../../styles/parts/over.css"),
    include_str!("../../styles/parts/note.css"),
    include_str!("../../styles/parts/summary.css"),
    include_str!("../../styles/parts/prepare.css"),
    include_str!("../../styles/parts/share.css"),
);

/// Applies the styles to `root`. Without constructed stylesheets the widget works unstyled.
pub(super) fn adopt(root: &ShadowRoot) {
    if let Ok(sheet) = CssStyleSheet::new()
        && sheet.replace_sync(LOOKS).is_ok()
    {
        root.set_adopted_style_sheets(&Array::of1(&sheet));
    }
}
