//! Screens drawn without a browser: their markup as Yew writes it, parsed, and their virtual nodes.
//!
//! Asserts nothing; the rules of markup are in `views`.

use std::any::Any;
use std::rc::Rc;

use coaching_session::domain::time::Instant;
use coaching_session::present::View;
use coaching_session::text::Env;
use coaching_session::ui::{Clock, Dispatch, Time, whole};
use scraper::{ElementRef, Html as Document, Selector};
use yew::LocalServerRenderer;
use yew::prelude::*;

use crate::intl::env;
use crate::story::Story;

#[derive(Clone, PartialEq, Properties)]
struct WidgetProps {
    view: Rc<View>,
    lang: AttrValue,
    clock: Clock,
}

#[component]
fn Widget(WidgetProps { view, lang, clock }: &WidgetProps) -> Html {
    whole(view, lang, clock, &Dispatch::new(|_| {}))
}

/// A clock that stands still.
struct Still {
    now: Instant,
    lang: &'static str,
}

impl Time for Still {
    fn now(&self) -> Instant {
        self.now
    }

    fn env(&self) -> Env<'_> {
        env(self.lang)
    }

    fn next_second(&self, _: Callback<()>) -> Box<dyn Any> {
        Box::new(())
    }
}

fn props(story: &Story, lang: &'static str) -> WidgetProps {
    let clock = Clock::new(Still { now: story.now, lang });
    WidgetProps { view: Rc::new(story.view_in(lang)), lang: AttrValue::from(lang), clock }
}

/// Returns the virtual nodes of the story's screen in English.
pub fn nodes(story: &Story) -> Html {
    let WidgetProps { view, lang, clock } = props(story, "en");
    whole(&view, &lang, &clock, &Dispatch::new(|_| {}))
}

/// Returns the markup of the story's screen in the language of that tag.
pub fn markup(story: &Story, lang: &'static str) -> String {
    let widget = LocalServerRenderer::<Widget>::with_props(props(story, lang)).hydratable(false);
    futures_executor::block_on(widget.render())
}

/// Returns the story's screen in English.
pub fn screen(story: &Story) -> Screen {
    screen_in(story, "en")
}

/// Returns the story's screen in the language of that tag.
pub fn screen_in(story: &Story, lang: &'static str) -> Screen {
    Screen(Document::parse_fragment(&markup(story, lang)))
}

/// A screen as elements.
pub struct Screen(Document);

impl Screen {
    /// Returns the elements that match a CSS selector, in the order of the document.
    #[track_caller]
    pub fn find(&self, css: &str) -> Vec<ElementRef<'_>> {
        self.0.select(&selector(css)).collect()
    }

    /// Returns the element with that id.
    #[track_caller]
    pub fn by_id(&self, id: &str) -> ElementRef<'_> {
        let found = self.find(&format!("[id='{id}']"));
        *found.first().unwrap_or_else(|| panic!("no element has the id {id}"))
    }

    /// Returns the name that a screen reader says of an element that is not hidden from it.
    #[track_caller]
    pub fn name_of(&self, element: ElementRef<'_>) -> String {
        let by =
            |ids: &str| ids.split_whitespace().map(|id| text(self.by_id(id))).collect::<Vec<_>>().join(" ");
        let label = element.attr("aria-label").map(str::to_owned);
        label.or_else(|| element.attr("aria-labelledby").map(by)).unwrap_or_else(|| text(element))
    }

    /// Returns all texts, in the order of the document; a sentence with names in it is one text.
    pub fn texts(&self) -> Vec<String> {
        let is_sentence = |element: &ElementRef<'_>| element.select(&selector("bdi")).next().is_some();
        let mut texts = Vec::new();
        for node in self.0.root_element().descendants() {
            let parents = node.ancestors().filter_map(ElementRef::wrap);
            let sentence =
                |element: ElementRef<'_>| element.value().name() == "span" && is_sentence(&element);
            if let Some(text) = node.value().as_text() {
                if !parents.into_iter().any(sentence) {
                    texts.push(text.to_string());
                }
            } else if let Some(element) = ElementRef::wrap(node).filter(|element| sentence(*element)) {
                texts.push(text(element));
            }
        }
        texts
    }
}

/// Returns the elements within another one that match a CSS selector.
#[track_caller]
pub fn within<'a>(element: ElementRef<'a>, css: &str) -> Vec<ElementRef<'a>> {
    element.select(&selector(css)).collect()
}

/// Returns the text within an element.
pub fn text(element: ElementRef<'_>) -> String {
    element.text().collect()
}

#[track_caller]
fn selector(css: &str) -> Selector {
    Selector::parse(css).expect("a selector")
}
