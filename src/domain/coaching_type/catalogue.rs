//! The catalogue of a page: the coaching types and the lines that it offers, built in or a company's own.

use std::sync::Arc;

use super::definition::{Activity, CoachingType};
use super::frame::general;
use super::guidance::Guidance;
use super::shipped::{BUILT_IN, built_in};
use crate::domain::agenda::Item;
use crate::domain::phrase::{Phrase, Wording};
use crate::domain::question::Question;

/// The built-in lines that the manager is offered under "What can the seller count on?".
pub const COUNT_ON: [Phrase; 3] = [Phrase::CountAsk, Phrase::CountNoForecast, Phrase::CountNotes];

/// The coaching types and the lines that the page offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue {
    /// Coaching types in the order in which the form offers them, at least one. A session with a new seller starts from
    /// the first.
    types: Vec<Arc<CoachingType>>,
    /// Lines that the manager is offered under "What can the seller count on?".
    count_on: Vec<Wording>,
    /// Guidance for sessions of a type that this device does not know.
    general: Guidance,
}

impl Default for Catalogue {
    /// Returns the catalogue of a page without content of a company.
    fn default() -> Self {
        Self { types: BUILT_IN.clone(), count_on: COUNT_ON.map(Wording::BuiltIn).into(), general: general() }
    }
}

impl Catalogue {
    /// Returns the catalogue with these types of a company in front of the built-in ones, of which `stays` returns true
    /// for those that are still offered. A built-in type with the id of a company's type is replaced. Without any type
    /// left, all built-in ones stay.
    #[must_use]
    pub fn with_types(self, own: Vec<CoachingType>, stays: impl Fn(&str) -> bool) -> Self {
        let mut types: Vec<Arc<CoachingType>> = own.into_iter().map(Arc::new).collect();
        let is_new = |other: &&Arc<CoachingType>| types.iter().all(|own| own.id != other.id);
        let others: Vec<_> =
            BUILT_IN.iter().filter(is_new).filter(|other| stays(&other.id)).cloned().collect();
        types.extend(others);
        if types.is_empty() { self } else { Self { types, ..self } }
    }

    /// Returns the catalogue with these lines that a seller can count on.
    #[must_use]
    pub fn with_count_on(self, count_on: Vec<Wording>) -> Self {
        Self { count_on, ..self }
    }

    /// Returns the coaching types in the order in which the form offers them.
    #[must_use]
    pub fn types(&self) -> &[Arc<CoachingType>] {
        &self.types
    }

    /// Returns the lines that the manager is offered under "What can the seller count on?".
    #[must_use]
    pub fn count_on(&self) -> &[Wording] {
        &self.count_on
    }

    /// Returns the coaching type with this id: an offered one, else a built-in one; `None` for an unknown id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Arc<CoachingType>> {
        self.types.iter().find(|coaching_type| coaching_type.id == id).or_else(|| built_in(id))
    }

    /// Returns the first type of the family, which stands for the family; `None` for an unknown family.
    #[must_use]
    pub fn first_of(&self, family: &Wording) -> Option<&Arc<CoachingType>> {
        self.types.iter().find(|coaching_type| coaching_type.family == *family)
    }

    /// Returns the first type of each family, in the order of the form.
    pub fn firsts(&self) -> impl Iterator<Item = &Arc<CoachingType>> {
        let is_first =
            |of: &&Arc<CoachingType>| self.first_of(&of.family).is_some_and(|first| first.id == of.id);
        self.types.iter().filter(is_first)
    }

    /// Returns the guidance of the type with this id; for a type that this device does not know, the guidance
    /// that fits every session.
    #[must_use]
    pub fn guidance(&self, id: &str) -> &Guidance {
        self.find(id).map_or(&self.general, |coaching_type| &coaching_type.guidance)
    }

    /// Returns the questions that go with an item of a session of the type `id`, in the order in which they are
    /// offered; empty for an item of no known activity.
    #[must_use]
    pub fn questions(&self, id: &str, item: &Item) -> Vec<Question> {
        self.activity(id, item).map(|activity| activity.questions.clone()).unwrap_or_default()
    }

    /// Returns the activity of an item of a session of the type `id`. A session that changes its type may keep an edited
    /// agenda, and a session of an unknown type may hold known items, so an item that is foreign to the type has the
    /// activity of a type that knows it. `None` for an item that no type knows.
    #[must_use]
    pub fn activity(&self, id: &str, item: &Item) -> Option<&Activity> {
        let all = self.find(id).into_iter().chain(&self.types).chain(BUILT_IN.iter());
        all.filter_map(|coaching_type| coaching_type.activity(item)).next()
    }
}
