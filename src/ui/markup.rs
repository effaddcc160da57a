//! Reads the markup of a part into elements, with its slots filled. Only what the parts of `ui` are
//! written in is read: tags with attributes in single quotes, each `{}` a slot, no text of its own.
//!
//! Words never become markup, whatever stands in them: they fill the slots of what was read.

use std::cell::RefCell;
use std::vec::IntoIter;

use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VNode, VTag};
use yew::{AttrValue, Html};

/// How many slots there are in that markup.
pub(super) const fn slots(markup: &str) -> usize {
    let (mut rest, mut slots) = (markup.as_bytes(), 0);
    while let [sign, behind @ ..] = rest {
        if *sign == b'{' {
            slots += 1;
        }
        rest = behind;
    }
    slots
}

/// Whether as many elements are closed in that markup as are opened.
pub(super) const fn is_closed(markup: &str) -> bool {
    let (mut rest, mut opened, mut closed) = (markup.as_bytes(), 0, 0);
    while let [sign, behind @ ..] = rest {
        match (sign, behind) {
            (b'<', [b'/', ..]) | (b'/', [b'>', ..]) => closed += 1,
            (b'<', _) => opened += 1,
            _ => {}
        }
        rest = behind;
    }
    opened == closed
}

/// What fills the slots, in their order: words, or what another part drew.
pub(super) type Filling = IntoIter<Option<Html>>;

/// The element of that markup. An element is left out, and leaves its place empty, where a slot among
/// its children is filled with `None`.
pub(super) fn read(markup: &'static str, filling: Filling) -> Html {
    let (_, rest) = cut(markup, '<');
    Reader { rest, filling }.element().unwrap_or_default()
}

/// Several as one. Each keeps its place, also where it is left out.
pub(super) fn list(drawn: Vec<Option<Html>>) -> Html {
    drawn.into_iter().map(Option::unwrap_or_default).collect()
}

/// What comes before that sign, and what behind it.
fn cut(text: &'static str, sign: char) -> (&'static str, &'static str) {
    text.split_once(sign).unwrap_or((text, ""))
}

struct Reader {
    rest: &'static str,
    filling: Filling,
}

impl Reader {
    /// The element whose tag comes next.
    fn element(&mut self) -> Option<Html> {
        let (markup, rest) = cut(self.rest, '>');
        self.rest = rest;
        let (mut tag, mut is_left_out) = (self.tag(markup), false);
        if markup.as_bytes().last() != Some(&b'/') {
            let mut children = Vec::new();
            loop {
                let (between, rest) = cut(self.rest, '<');
                self.rest = rest;
                for _ in 0..slots(between) {
                    let child = self.filling.next().flatten();
                    is_left_out |= child.is_none();
                    children.push(child);
                }
                if matches!(rest.as_bytes().first(), Some(b'/') | None) {
                    break;
                }
                children.push(self.element());
            }
            (_, self.rest) = cut(self.rest, '>');
            if let Some(own) = tag.children_mut() {
                *own = list(children);
            }
        }
        let element = tag.into();
        if is_left_out { None } else { Some(element) }
    }

    /// An element without children, with the attributes that stand in its tag.
    fn tag(&mut self, markup: &'static str) -> VTag {
        let (name, mut rest) = cut(markup, ' ');
        let mut tag = VTag::new(self.word(name).unwrap_or_default());
        let (mut names, mut values) = (Vec::new(), Vec::new());
        while !rest.is_empty() {
            let (name, behind) = cut(rest, '=');
            let (value, behind) = cut(cut(behind, '\'').1, '\'');
            (_, rest) = cut(behind, ' ');
            match (name, self.word(value)) {
                ("key", value) => tag.key = value.map(|key| Key::from(&*key)),
                ("checked", value) => tag.set_checked(value.is_some()),
                // What is in a field is no attribute of it: that tells only what is there at first.
                ("value", value) if tag.children().is_none() => tag.set_value(value),
                (name, value) => {
                    names.push(name);
                    values.push(value.map(AttributeOrProperty::Attribute));
                }
            }
        }
        tag.attributes = Attributes::Dynamic { keys: kept(names), values: values.into() };
        tag
    }

    /// What stands there, or fills the slot that stands there.
    fn word(&mut self, word: &'static str) -> Option<AttrValue> {
        match word {
            "{}" => match self.filling.next().flatten() {
                Some(VNode::VText(text)) => Some(text.text),
                _ => None,
            },
            fixed => Some(AttrValue::Static(fixed)),
        }
    }
}

thread_local! {
    static KEPT: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(Vec::new()) };
}

/// These names of attributes, as Yew takes them: it wants them for good, and knows by their place in
/// memory that an element has the same ones as before. So each list of names is kept once; there are
/// as many as kinds of elements in the markup of `ui`.
fn kept(names: Vec<&'static str>) -> &'static [&'static str] {
    KEPT.with_borrow_mut(|kept| match kept.iter().find(|own| ***own == *names) {
        Some(own) => *own,
        None => {
            let own: &'static [_] = Box::leak(names.into_boxed_slice());
            kept.push(own);
            own
        }
    })
}
