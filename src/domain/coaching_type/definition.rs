//! Coaching types as data: what each one's agenda looks like at which length.
//!
//! Nothing in the code asks which type it has before it; a company's own type is a row like these.

use crate::domain::agenda::{Agenda, Item, ItemId, Role};
use crate::domain::fit::{FitError, fit};
use crate::domain::phrase::{Phrase, Wording};
use crate::domain::text::Text;
use crate::domain::time::{Minutes, total};

/// A coaching type, or one of the ways that a type has: the agendas it offers, and what it starts
/// from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoachingType {
    /// Its lasting name, such as `opportunity-early`. A session carries it.
    pub id: &'static str,
    /// Its name on the screen.
    pub name: Phrase,
    /// The name of the coaching type. Templates of one type stand together and say the same.
    pub of: Phrase,
    /// What is asked to tell the templates of one type apart; `None` where there is one.
    pub which: Option<Phrase>,
    /// The length it starts from.
    pub minutes: Minutes,
    /// Its agendas, the shortest first.
    pub layouts: &'static [Layout],
}

/// One agenda of a type, as it stands at its own length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The shortest session that this layout serves.
    pub from: Minutes,
    /// The items in order; their minutes add up to the length for which the layout was written.
    pub rows: &'static [Row],
}

/// One item of a layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is there for.
    pub role: Role,
    /// Its name.
    pub title: Phrase,
    /// What it is for, in a line.
    pub purpose: Phrase,
    /// Its minutes at the layout's own length.
    pub minutes: u16,
    /// The fewest that make sense.
    pub least: u16,
    /// The most that make sense.
    pub most: u16,
}

/// A coaching type as a session carries it: understood even where its template is not at hand.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TypeLabel {
    /// The template's lasting name.
    pub id: Text,
    /// The template's name on the screen.
    pub name: Wording,
}

/// Whether the two have promises to look back on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum History {
    /// Their first session: the minutes of looking back go to the first topic.
    First,
    /// They met before.
    Returning,
}

impl CoachingType {
    /// The type as a session carries it; `None` where the id is no text, which a test rules out.
    #[must_use]
    pub fn coaching_type(&self) -> Option<TypeLabel> {
        let id = Text::parse(self.id).ok()?;
        Some(TypeLabel { id, name: Wording::BuiltIn(self.name) })
    }

    /// Whether nobody changed `agenda` since it was made for `minutes`. The two may have met in another
    /// session since.
    #[must_use]
    pub fn made(&self, agenda: &Agenda, minutes: Minutes) -> bool {
        [History::First, History::Returning]
            .into_iter()
            .any(|history| self.agenda(minutes, history).as_ref() == Ok(agenda))
    }

    /// The agenda for a session of `minutes`.
    ///
    /// # Errors
    /// [`FitError`] where the layout cannot be fitted; for built-in types and 20 to 90 minutes
    /// that never happens.
    pub fn agenda(&self, minutes: Minutes, history: History) -> Result<Agenda, FitError> {
        let serves = |layout: &&Layout| layout.from <= minutes;
        let layout = self.layouts.iter().rev().find(serves).or(self.layouts.first());
        let items = layout.map(Layout::items).unwrap_or_default();
        let needed = total(items.iter().map(|item| item.least));
        let agenda = Agenda::new(items).map_err(|_| FitError::TooShort { needed })?;
        let fitted = fit(&agenda, minutes)?;
        Ok(match history {
            History::Returning => fitted,
            History::First => without_look_back(&fitted).unwrap_or(fitted),
        })
    }
}

impl Layout {
    fn items(&self) -> Vec<Item> {
        let item = |(place, row): (u16, &Row)| Item {
            id: ItemId(place),
            role: row.role,
            title: Wording::BuiltIn(row.title),
            purpose: Some(row.purpose),
            minutes: Minutes(row.minutes),
            least: Minutes(row.least),
            most: Minutes(row.most),
        };
        (0..).zip(self.rows).map(item).collect()
    }
}

/// The agenda with the minutes of its Look back in its first topic; `None` where it lacks either.
fn without_look_back(agenda: &Agenda) -> Option<Agenda> {
    let back = agenda.items().iter().find(|item| item.role == Role::LookBack)?;
    let topic = agenda.items().iter().find(|item| item.role.topic().is_some())?;
    let mut rest = agenda.with_those(&|item| item.id != back.id)?;
    let topic = rest.find(topic.id).ok()?;
    topic.minutes = topic.minutes.plus(back.minutes);
    Some(rest)
}
