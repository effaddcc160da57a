//! A random walk of a person through the program: presses of the buttons and texts in the fields that the screen
//! offers.
//!
//! Knows the typed texts that the person did not discard, and finds those that are gone.

use coaching_session::present::parts::field::{FieldKind, FieldView};
use coaching_session::program::event::{Event, Press};
use coaching_session::program::state::field::{Field, LinkField};
use proptest::prelude::*;

use crate::seen;
use crate::story::{Records, Story};

/// One thing that a person does.
#[derive(Clone, Copy, Debug)]
pub enum Act {
    /// Presses one of the buttons, by its number.
    Press(u16),
    /// Types a new text into one of the fields, by its number.
    Type(u16),
    /// Types a text that is too long.
    TypeMuch(u16),
    Reload,
    Kill,
    /// Opens one of the links.
    Open(u8),
    /// Goes to the next window.
    Turn,
}

/// Generates acts.
pub fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        10 => any::<u16>().prop_map(Act::Press),
        8 => any::<u16>().prop_map(Act::Type),
        1 => any::<u16>().prop_map(Act::TypeMuch),
        1 => Just(Act::Reload),
        1 => Just(Act::Kill),
        1 => any::<u8>().prop_map(Act::Open),
        2 => Just(Act::Turn),
    ]
}

/// The beginnings of the buttons that say that text goes, whoever typed it.
const DISCARDING: [&str; 8] = [
    "Cancel the session instead",
    "Discard",
    "Delete",
    "Remove",
    "No, delete it",
    "It's not over yet",
    "Keep what is shown",
    "Use the other one",
];

/// The beginnings of the buttons that say that text goes that was typed in the same window.
const DISCARDING_OWN: [&str; 3] = ["Start over", "Undo", "Keep it as it is"];

/// A walk: the story, and the texts that were typed in its course.
pub struct Walk {
    pub story: Story,
    /// The texts with links that can be opened.
    links: Vec<String>,
    /// The texts that were typed and not discarded, each with its window.
    typed: Vec<(usize, String)>,
    /// Those in whose place the person typed another text, and those that the person discarded in storage.
    replaced: Vec<String>,
    count: usize,
    /// Names of the buttons and fields that the person used, in order.
    pub trail: Vec<String>,
}

impl Walk {
    /// Begins a walk through a story, with texts that can be opened as links.
    pub fn new(story: Story, links: Vec<String>) -> Self {
        Self { story, links, typed: Vec::new(), replaced: Vec::new(), count: 0, trail: Vec::new() }
    }

    /// Does the act, lets the person pause in typing, and returns the typed texts that are gone without the person
    /// having discarded them.
    pub fn lost_by(&mut self, act: Act) -> Vec<String> {
        let discarded = self.does(act);
        self.story.rest();
        // Another window may still show what is stored no more; its next screen does not.
        let is_stored = |text: &String| is_held(&self.story.storage.records, text);
        self.replaced.extend(discarded.iter().filter(|text| !is_stored(text)).cloned());
        self.lost(&discarded)
    }

    /// Returns the typed texts that are neither stored, shown nor among the discarded ones. Each is returned once.
    pub fn lost(&mut self, discarded: &[String]) -> Vec<String> {
        let (there, gone): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.typed).into_iter().partition(|(_, text)| self.is_there(text));
        self.typed = there;
        let gone = gone.into_iter().map(|(_, text)| text);
        gone.filter(|text| !discarded.contains(text) && !self.replaced.contains(text)).collect()
    }

    /// Returns the texts that the button may discard.
    fn discarded(&self, name: &str) -> Vec<String> {
        let says = |all: &[&str]| all.iter().any(|says| name.starts_with(says));
        let is_own = name.starts_with("Cancel") || says(&DISCARDING_OWN);
        let here = self.story.place();
        let texts = self.typed.iter().filter(|(window, _)| says(&DISCARDING) || (is_own && *window == here));
        texts.map(|(_, text)| text.clone()).collect()
    }

    /// Does the act; returns the texts that it may discard.
    fn does(&mut self, act: Act) -> Vec<String> {
        match act {
            Act::Press(number) => {
                let actions = seen::actions(&self.story.view());
                let Some(action) = actions.get(usize::from(number) % actions.len().max(1)) else {
                    return Vec::new();
                };
                self.trail.push(format!("press {:?}", seen::name(action)));
                let discarded = self.discarded(seen::name(action));
                // The person is told of a text before another press replaces it.
                let fields = seen::fields(&self.story.view());
                let told: String = fields.iter().filter_map(|field| field.complaint.as_deref()).collect();
                let replaced = self.typed.iter().map(|(_, text)| text).filter(|text| told.contains(&**text));
                self.replaced.extend(replaced.cloned());
                self.story.send(action.press);
                discarded
            }
            Act::Turn => {
                self.story.turn();
                Vec::new()
            }
            Act::Type(number) => self.types(number, ""),
            Act::TypeMuch(number) => self.types(number, &"é".repeat(2_001)),
            Act::Reload => {
                self.story.reload();
                Vec::new()
            }
            Act::Kill => {
                self.story.reopen();
                Vec::new()
            }
            Act::Open(number) => {
                if !self.links.is_empty() {
                    let link = self.links[usize::from(number) % self.links.len()].clone();
                    self.story.send(Event::LinkOpened(link));
                }
                Vec::new()
            }
        }
    }

    fn types(&mut self, number: u16, more: &str) -> Vec<String> {
        let fields = seen::fields(&self.story.view());
        let takes_words = |field: &&FieldView| {
            // A pasted link and a password are nobody's words.
            let is_words = !matches!(
                field.field,
                Field::Home(_) | Field::Share(_) | Field::Link(LinkField::Pasted | LinkField::Password)
            );
            is_words && matches!(field.kind, FieldKind::Text(_) | FieldKind::Lines)
        };
        let fields: Vec<_> = fields.iter().filter(takes_words).collect();
        let Some(field) = fields.get(usize::from(number) % fields.len().max(1)) else { return Vec::new() };
        self.count += 1;
        let text = format!("Zq{}z", self.count);
        self.trail.push(format!("type {text} into {:?}", field.label));
        self.story.send(seen::typing(field, &format!("{text}{more}")));
        self.typed.push((self.story.place(), text));
        let replaced = self.typed.iter().map(|(_, text)| text).filter(|typed| field.value.contains(&**typed));
        self.replaced.extend(replaced.cloned());
        Vec::new()
    }

    /// Returns all that the windows show, without the texts on the buttons that bring cancelled ones back.
    fn shown(&self) -> String {
        let mut views = self.story.views();
        for notice in views.iter_mut().flat_map(|view| &mut view.notices) {
            notice.actions.retain(|action| !action.label.starts_with("Bring back \u{201c}"));
        }
        format!("{views:?}")
    }

    /// Returns true if storage, the screen or a file of everything holds the text.
    fn is_there(&self, text: &str) -> bool {
        let is_shown = || self.shown().contains(text);
        is_held(&self.story.storage.records, text) || is_shown() || is_held(&in_file(&self.story), text)
    }
}

/// Returns true if one of the records holds the text.
fn is_held(records: &Records, text: &str) -> bool {
    records.values().any(|record| record.contains(text))
}

/// Returns the records of a file of everything, as the current window would save it.
pub fn in_file(story: &Story) -> Records {
    let mut story = story.clone();
    story.send(Press::FileAsked);
    story.window().file.clone().unwrap_or_default()
}

/// Returns true if the view of the current window holds the text.
pub fn shows(story: &Story, text: &str) -> bool {
    format!("{:?}", story.view()).contains(text)
}
