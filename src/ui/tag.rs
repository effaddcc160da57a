//! Elements, put together by one function, and their listeners by another. What `html!` writes out
//! for each element instead, with the sets of class names that it goes through and its type of
//! listener for each kind of event, weighs 2.0 KB more in the download.

use std::rc::Rc;

use web_sys::Event;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Listener, ListenerKind, VTag, VText};
use yew::{AttrValue, Html};

use crate::text::Words;

/// An element: `tag!("p", "class" = "hint", "id" = id; children)`. An attribute that is `None` is
/// left out.
macro_rules! tag {
    ($name:expr $(, $attribute:literal = $value:expr)* ; $children:expr) => {
        $crate::ui::tag::made(
            $name,
            &[$($attribute),*],
            vec![$(::yew::html::IntoPropValue::<Option<::yew::AttrValue>>::into_prop_value($value)),*],
            $children,
        )
    };
}
pub(super) use tag;

/// What [`tag!`] stands for: an element with attributes of these names and values.
pub(super) fn made(
    name: &'static str,
    keys: &'static [&'static str],
    values: Vec<Option<AttrValue>>,
    children: Vec<Html>,
) -> VTag {
    let mut tag = VTag::new(name);
    let values = values.into_iter().map(|value| value.map(AttributeOrProperty::Attribute)).collect();
    tag.set_attributes(Attributes::Dynamic { keys, values });
    tag.add_children(children);
    tag
}

/// An element with a class and nothing else to it.
pub(super) fn element(name: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    tag!(name, "class" = (!class.is_empty()).then_some(class); children).into()
}

/// A paragraph of that class.
pub(super) fn paragraph(class: &'static str, words: &Words) -> Html {
    element("p", class, vec![text(words)])
}

/// Words as text.
pub(super) fn text(words: &Words) -> Html {
    VText::new(self::words(words)).into()
}

/// Words as Yew takes them.
pub(super) fn words(words: &Words) -> AttrValue {
    AttrValue::from(words.clone())
}

/// Hears the events of one kind. Yew's own listeners are a type for each kind. The kind is made
/// anew each time: to clone one takes as many branches as there are kinds.
struct Ear {
    kind: fn() -> ListenerKind,
    hear: Box<dyn Fn(Event)>,
}

impl Listener for Ear {
    fn kind(&self) -> ListenerKind {
        (self.kind)()
    }

    fn handle(&self, event: Event) {
        (self.hear)(event);
    }

    fn passive(&self) -> bool {
        false
    }
}

/// The element, with `hear` called at each event of that kind.
pub(super) fn hearing(mut tag: VTag, kind: fn() -> ListenerKind, hear: impl Fn(Event) + 'static) -> VTag {
    tag.add_listener(Rc::new(Ear { kind, hear: Box::new(hear) }));
    tag
}

/// The element, told from its siblings by that key, so that it moves with what it shows.
pub(super) fn keyed(mut tag: VTag, key: &str) -> Html {
    tag.key = Some(key.into());
    tag.into()
}
