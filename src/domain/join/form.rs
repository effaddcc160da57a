//! Joins the texts of a form with those that were stored since the form was opened: a form writes only the fields
//! that the person typed.

use crate::domain::draft::{LineDraft, PlanDraft};

/// A form with texts that are stored elsewhere, too, and that another window may store meanwhile.
pub trait Form: Clone {
    /// Returns the texts of the form, in the order of its fields.
    fn texts(&self) -> Vec<&str>;

    /// Returns the texts of the form for editing, in the same order.
    fn texts_mut(&mut self) -> Vec<&mut String>;

    /// Takes in the choices of `now`, such as the party that takes the step, that the person left as they were in `from`.
    /// A form without such choices takes in nothing.
    fn choose(&mut self, _from: &Self, _now: &Self) {}

    /// Returns the form with the stored values of `now` in the fields that are still as in `from`, the form as it
    /// began.
    #[must_use]
    fn joined(&self, from: &Self, now: &Self) -> Self {
        let mut joined = self.clone();
        for ((typed, from), now) in joined.texts_mut().into_iter().zip(from.texts()).zip(now.texts()) {
            // An untouched field stays letter for letter, with a space that the person is typing.
            if is_same(typed, from) && !is_same(now, from) {
                *typed = now.to_owned();
            }
        }
        joined.choose(from, now);
        joined
    }

    /// Returns the indexes of the fields in which the person typed another text than was stored there since `from`,
    /// the form as it began. A field that was emptied elsewhere has no words to lose.
    #[must_use]
    fn overtaken(&self, from: &Self, now: &Self) -> Vec<usize> {
        let mut all = Vec::new();
        for (at, ((typed, from), now)) in
            self.texts().into_iter().zip(from.texts()).zip(now.texts()).enumerate()
        {
            let is_changed = !is_same(typed, from) && !is_same(now, from);
            if is_changed && !is_same(typed, now) && !now.trim().is_empty() {
                all.push(at);
            }
        }
        all
    }

    /// Notes in the form as it began that the person was told of the stored texts of these fields.
    fn tell(&mut self, now: &Self, fields: &[usize]) {
        for (at, (from, now)) in self.texts_mut().into_iter().zip(now.texts()).enumerate() {
            if fields.contains(&at) {
                *from = now.to_owned();
            }
        }
    }
}

/// Returns true if two texts of a field become the same stored text.
fn is_same(one: &str, other: &str) -> bool {
    one.trim() == other.trim()
}

impl Form for PlanDraft {
    fn texts(&self) -> Vec<&str> {
        Self::texts(self).to_vec()
    }

    fn texts_mut(&mut self) -> Vec<&mut String> {
        let Self { seller, date, time, minutes, place, own_name, .. } = self;
        vec![seller, date, time, minutes, place, own_name]
    }
}

impl Form for LineDraft {
    fn texts(&self) -> Vec<&str> {
        Self::texts(self).to_vec()
    }

    fn texts_mut(&mut self) -> Vec<&mut String> {
        let Self { words, first_step, when, on, .. } = self;
        vec![words, first_step, when, on]
    }

    fn choose(&mut self, from: &Self, now: &Self) {
        if self.kind == from.kind {
            self.kind = now.kind;
        }
        if self.by == from.by {
            self.by = now.by;
        }
    }
}
