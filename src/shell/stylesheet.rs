//! The widget's looks, as one constructed stylesheet: it needs no `<style>`, so a strict policy
//! has nothing to refuse, and it neither leaks into the page nor lets the page leak in.

use web_sys::ShadowRoot;

use super::platform;

/// All of `styles/` but the page's own, as `build.rs` put it together.
const LOOKS: &str = include_str!(concat!(env!("OUT_DIR"), "/looks.css"));

/// Gives `root` its looks. Without constructed stylesheets the widget works, unstyled.
pub(super) fn adopt(root: &ShadowRoot) {
    platform::adopt(root, LOOKS);
}
