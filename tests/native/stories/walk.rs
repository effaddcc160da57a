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
    ]
}

/// The beginnings of the buttons that say that text goes.
const DISCARDING: [&str; 9] = [
    "Cancel",
    "Discard",
    "Start over",
    "Delete",
    "Undo",
    "Remove",
    "It is not over",
    "Keep what is shown",
    "Take the other one",
];

/// A walk: the story, and the texts that were typed in its course.
pub struct Walk {
    pub story: Story,
    /// The texts with links that can be opened.
    links: Vec<String>,
    /// The texts that were typed and not discarded.
    typed: Vec<String>,
    /// Those in whose place the person typed another text.
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
        self.lost(&discarded)
    }

    /// Returns the typed texts that are neither stored, shown nor among the discarded ones. Each is returned once.
    pub fn lost(&mut self, discarded: &[String]) -> Vec<String> {
        let (there, gone): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.typed).into_iter().partition(|text| self.is_there(text));
        self.typed = there;
        gone.into_iter().filter(|text| !discarded.contains(text) && !self.replaced.contains(text)).collect()
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
                self.story.send(action.press);
                let is_discarding = DISCARDING.iter().any(|says| seen::name(action).starts_with(says));
                if is_discarding { self.typed.clone() } else { Vec::new() }
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
            // A pasted link and a password are nobody's words; a too long name of an item cannot be left.
            let is_words = match field.field {
                Field::Home(_) | Field::Share(_) | Field::Link(LinkField::Pasted | LinkField::Password) => {
                    false
                }
                Field::Item(..) => more.is_empty(),
                _ => true,
            };
            is_words && matches!(field.kind, FieldKind::Text(_) | FieldKind::Lines)
        };
        let fields: Vec<_> = fields.iter().filter(takes_words).collect();
        let Some(field) = fields.get(usize::from(number) % fields.len().max(1)) else { return Vec::new() };
        self.count += 1;
        let text = format!("Zq{}z", self.count);
        self.trail.push(format!("type {text} into {:?}", field.label));
        self.story.send(seen::typing(field, &format!("{text}{more}")));
        self.typed.push(text);
        let replaced = self.typed.iter().filter(|typed| field.value.contains(&**typed));
        self.replaced.extend(replaced.cloned());
        Vec::new()
    }

    /// Returns true if storage, the screen or a file of everything holds the text.
    fn is_there(&self, text: &str) -> bool {
        let is_held = |records: &Records| records.values().any(|record| record.contains(text));
        is_held(&self.story.storage.records) || shows(&self.story, text) || is_held(&in_file(&self.story))
    }
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
