//! What is being drawn: a pile, onto which each part lays what it made, and from which the part around
//! it takes that to fill the slots of its markup. Markup is written out, and read while it is drawn: as
//! calls that put each element together, with its names and values, it weighed 6 KB more in the
//! download.

use std::hint::black_box;
use std::rc::Rc;

use yew::virtual_dom::{Listener, VNode, VText};
use yew::{AttrValue, Html};

use super::Dispatch;
use super::ear::{Ear, Hears};
use super::markup::{list, read, slots};
use crate::text::Words;

/// Draws an element: `draw!(page, "<p class='{}'>{}</p>", class, &view.lead)`. Each `{}` is a slot, and
/// filled with what comes next behind the markup: words, or what another part draws. Where the words
/// are `None`, the attribute is left out that they were for, or the element whose text they were.
///
/// A `key` tells an element from its siblings, so that it moves with what it shows. What a field holds,
/// its `value` and whether it is `checked`, is set anew each time.
macro_rules! draw {
    ($page:expr, $markup:literal $(, $slot:expr)* $(,)?) => {{
        const {
            let filled = [$(stringify!($slot)),*].len();
            assert!(filled == $crate::ui::markup::slots($markup), "each slot is filled");
            assert!($crate::ui::markup::is_closed($markup), "each element is closed");
        }
        $(match $slot { slot => $crate::ui::page::Slot::fill($page, slot) })*
        $page.take_in($markup)
    }};
}
pub(super) use draw;

/// Something that fills a slot.
pub(super) trait Slot {
    /// Lays it on the pile.
    fn fill(page: &mut Page, slot: Self);
}

/// One thing lies on the pile that was not there before.
pub(super) struct Drawn;

impl Slot for Drawn {
    fn fill(_: &mut Page, _: Self) {}
}

impl Slot for AttrValue {
    fn fill(page: &mut Page, slot: Self) {
        page.pile.push(Some(VText::new(slot).into()));
    }
}

impl Slot for &'static str {
    fn fill(page: &mut Page, slot: Self) {
        AttrValue::fill(page, AttrValue::Static(slot));
    }
}

impl Slot for String {
    fn fill(page: &mut Page, slot: Self) {
        AttrValue::fill(page, AttrValue::from(slot));
    }
}

impl Slot for &Words {
    fn fill(page: &mut Page, slot: Self) {
        // Else the compiler has each of the many callers look up what this refers to.
        AttrValue::fill(page, AttrValue::Rc(Rc::from(&**black_box(slot))));
    }
}

impl<T: Slot> Slot for Option<T> {
    fn fill(page: &mut Page, slot: Self) {
        match slot {
            Some(slot) => T::fill(page, slot),
            None => page.pile.push(None),
        }
    }
}

impl Slot for &Option<Words> {
    fn fill(page: &mut Page, slot: Self) {
        Option::fill(page, slot.as_ref());
    }
}

/// What is being drawn, and who is told what is done to it.
pub(super) struct Page {
    dispatch: Dispatch,
    pile: Vec<Option<Html>>,
}

impl Page {
    /// Draws with nothing drawn yet.
    pub(super) fn new(dispatch: &Dispatch) -> Self {
        Self { dispatch: dispatch.clone(), pile: Vec::new() }
    }

    /// What was drawn.
    pub(super) fn done(&mut self) -> Html {
        self.pile.pop().flatten().unwrap_or_default()
    }

    /// Draws each of these: as one thing, so that what stands beside them keeps its place however
    /// many they are.
    pub(super) fn each<T>(
        &mut self,
        things: impl IntoIterator<Item = T>,
        draw: impl Fn(&mut Self, T) -> Drawn,
    ) -> Drawn {
        let from = self.pile.len();
        for thing in things {
            draw(self, thing);
        }
        self.gather(from)
    }

    /// Draws several things as one.
    pub(super) fn all(&mut self, draw: impl FnOnce(&mut Self)) -> Drawn {
        let from = self.pile.len();
        draw(self);
        self.gather(from)
    }

    /// Draws nothing, in the place of something.
    pub(super) fn nothing(&mut self) -> Drawn {
        self.gather(self.pile.len())
    }

    /// Draws that as text.
    pub(super) fn text(&mut self, text: impl Slot) -> Drawn {
        Slot::fill(self, text);
        Drawn
    }

    fn gather(&mut self, from: usize) -> Drawn {
        let drawn = self.pile.split_off(from);
        self.pile.push(Some(list(drawn)));
        Drawn
    }

    /// Hears that being done to the element that was drawn last, or within it; an element hears one thing.
    pub(super) fn hears(&mut self, hears: Hears) -> Drawn {
        if let Some(Some(VNode::VTag(tag))) = self.pile.last_mut()
            && let Some(tag) = Rc::get_mut(tag)
        {
            let ear: Rc<dyn Listener> = Rc::new(Ear { dispatch: self.dispatch.clone(), hears });
            tag.set_listeners(Box::new([Some(ear)]));
        }
        Drawn
    }

    /// What [`draw!`] stands for: an element of that markup, with what lies on the pile for its slots.
    pub(super) fn take_in(&mut self, markup: &'static str) -> Drawn {
        let filling = self.pile.split_off(self.pile.len().saturating_sub(slots(markup)));
        self.pile.push(Some(read(markup, filling.into_iter())));
        Drawn
    }
}
