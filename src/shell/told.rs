//! The events of the element, by the names and details that the host page hears.
//!
//! Must not decide what the page hears.

use js_sys::Array;
use wasm_bindgen::JsValue;

use super::intl;
use super::platform::Platform;
use crate::program::effect::{Failed, Shared, Told};

/// Sends an event of the element to the host page.
pub(super) fn tell(platform: &Platform, told: Told) {
    let pairs = Array::new();
    let add = |name: &str, value: JsValue| {
        pairs.push(&name.into());
        pairs.push(&value);
    };
    let name = match told {
        Told::Ready => {
            add("version", env!("CARGO_PKG_VERSION").into());
            "coaching-ready"
        }
        Told::Readiness { manager, seller } => {
            add("manager", manager.into());
            add("seller", seller.into());
            "coaching-readiness"
        }
        Told::Start(at) => {
            add("at", intl::number(at).into());
            "coaching-start"
        }
        Told::Item(item, at) => {
            add("item", u32::try_from(item).unwrap_or_default().into());
            add("at", intl::number(at).into());
            "coaching-item"
        }
        Told::Overrun(item, at) => {
            add("item", u32::try_from(item).unwrap_or_default().into());
            add("at", intl::number(at).into());
            "coaching-overrun"
        }
        Told::End(at) => {
            add("at", intl::number(at).into());
            "coaching-end"
        }
        Told::Share(shared) => {
            let kind = match shared {
                Shared::Invitation => "invitation",
                Shared::Answer => "answer",
                Shared::Calendar => "calendar",
                Shared::Summary => "summary",
            };
            add("kind", kind.into());
            "coaching-share"
        }
        Told::Error(failed) => {
            let kind = match failed {
                Failed::Storage => "storage",
                Failed::Link => "link",
                Failed::Config => "config",
            };
            add("kind", kind.into());
            "coaching-error"
        }
    };
    platform.tell(name, &pairs);
}
