//! Conversions of [`Words`] into attribute values, text nodes and keys of Yew.
//!
//! Words become text, never markup, whatever they contain.

use std::rc::Rc;

use yew::html::IntoPropValue;
use yew::virtual_dom::{Key, VNode, VText};
use yew::{AttrValue, html};

use crate::text::{Stretch, Words};

impl From<&Words> for AttrValue {
    fn from(words: &Words) -> Self {
        Self::Rc(Rc::from(words))
    }
}

impl From<&Words> for Key {
    fn from(words: &Words) -> Self {
        Self::from(Rc::<str>::from(words))
    }
}

impl IntoPropValue<Option<AttrValue>> for &Words {
    fn into_prop_value(self) -> Option<AttrValue> {
        Some(self.into())
    }
}

impl IntoPropValue<VNode> for &Words {
    fn into_prop_value(self) -> VNode {
        if !self.has_names() {
            return VText::new(self).into();
        }
        // One element, since a row of boxes would set each stretch apart.
        html! { <span>{for self.stretches().map(stretch)}</span> }
    }
}

/// Draws a stretch of words. A name stays as it is when a translator translates the page.
fn stretch(stretch: Stretch<'_>) -> VNode {
    match stretch {
        Stretch::Said(words) => VText::new(words.to_owned()).into(),
        Stretch::Name(name) => html! { <bdi translate="no">{name}</bdi> },
    }
}

/// Returns the value of an attribute; `None` leaves the attribute out.
pub(super) fn attribute(words: &Option<Words>) -> Option<AttrValue> {
    words.as_ref().map(AttrValue::from)
}
