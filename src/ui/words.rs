//! Conversions of [`Words`] into attribute values, text nodes and keys of Yew.
//!
//! Words become text, never markup, whatever they contain.

use std::rc::Rc;

use yew::AttrValue;
use yew::html::IntoPropValue;
use yew::virtual_dom::{Key, VNode, VText};

use crate::text::Words;

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
        VText::new(self).into()
    }
}

/// Returns the value of an attribute; `None` leaves the attribute out.
pub(super) fn attribute(words: &Option<Words>) -> Option<AttrValue> {
    words.as_ref().map(AttrValue::from)
}
