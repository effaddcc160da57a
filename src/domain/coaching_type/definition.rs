//! The coaching type as one data value, and the agenda that it makes.

use super::guidance::{Guidance, History};
use crate::domain::agenda::{Agenda, Item, ItemId, Role};
use crate::domain::fit::{FitError, fit};
use crate::domain::phrase::{Phrase, Wording};
use crate::domain::question::Question;
use crate::domain::text::Text;
use crate::domain::time::{Minutes, total};

/// A coaching type: everything that sessions of one kind have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoachingType {
    /// Lasting id of the coaching type, such as `opportunity-early`. Sessions and stored data name the type
    /// by it.
    pub id: String,
    /// Number of a built-in coaching type in links, from 0, which is never given to another type; `None` for the type
    /// of a company, which links name by id.
    pub number: Option<u8>,
    /// Name of the coaching type on the screen.
    pub name: Wording,
    /// Name of the family of the coaching type. The form offers a family first; types of one family stand
    /// together.
    pub family: Wording,
    /// Question of the form that tells the coaching types of one family apart; `None` in a family of one.
    pub which: Option<Wording>,
    /// Usual length of a session of this type, in minutes. The form proposes that of the first built-in type.
    pub minutes: Minutes,
    /// Agendas of the coaching type for different lengths, the one for the shortest sessions first.
    pub layouts: Vec<Layout>,
    /// Checklists, hints and rhythm of the coaching type.
    pub guidance: Guidance,
}

/// One agenda of a coaching type, at the length for which it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Length of the shortest session that this layout serves, in minutes.
    pub from: Minutes,
    /// Items of the layout in order. Their minutes add up to the length for which the layout was written.
    pub rows: Vec<Row>,
}

/// One item of a layout: an activity and its minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Activity that the two do in the item.
    pub activity: Activity,
    /// Minutes of the item at the length for which the layout was written.
    pub minutes: Minutes,
    /// Fewest minutes to which fitting shrinks the item, 1 or more.
    pub least: Minutes,
    /// Most minutes to which fitting stretches the item.
    pub most: Minutes,
}

/// An activity of a session. Several layouts may give it different minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    /// Role of the activity's item in the agenda.
    pub role: Role,
    /// Name of the activity's item on the screen.
    pub title: Wording,
    /// One line on the purpose of the item; `None` if a company wrote none. A built-in purpose identifies the activity
    /// of an item, whatever a person calls the item.
    pub purpose: Option<Wording>,
    /// Questions for the coach to ask in the item, in the order in which the screen offers them.
    pub questions: Vec<Question>,
}

/// The id and name of a coaching type as a session carries them, so that the session can be shown where the
/// type is unknown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TypeLabel {
    /// Id of the coaching type, such as `opportunity-early`.
    pub id: Text,
    /// Name of the coaching type on the screen: a built-in phrase, or a company's own words.
    pub name: Wording,
}

impl CoachingType {
    /// Returns the label that a session carries; `None` for an id that is no text, which a test rules out.
    #[must_use]
    pub fn label(&self) -> Option<TypeLabel> {
        let id = Text::parse(&self.id).ok()?;
        Some(TypeLabel { id, name: self.name.clone() })
    }

    /// Returns true if this type made `agenda` for `minutes` and nobody changed it since. The pair may have
    /// met in another session since.
    #[must_use]
    pub fn made(&self, agenda: &Agenda, minutes: Minutes) -> bool {
        [History::First, History::Returning]
            .into_iter()
            .any(|history| self.agenda(minutes, history).as_ref() == Ok(agenda))
    }

    /// Returns the agenda for a session of `minutes`: the layout for this length, fitted to the minutes. The
    /// first session of a pair gets no look back.
    ///
    /// # Errors
    /// [`FitError`] where no layout fits. Built-in types fit every length from 20 to 90 minutes.
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

    /// Returns the questions for an item of this type's agenda, in the order in which they are offered;
    /// `None` for an item that no layout of this type has.
    #[must_use]
    pub fn questions(&self, item: &Item) -> Option<Vec<Question>> {
        Some(self.activity(item)?.questions.clone())
    }

    /// Returns the activity of an item; `None` for an item that no layout of this type has. The built-in purpose of an
    /// item names its activity, and the title does where there is none.
    #[must_use]
    pub fn activity(&self, item: &Item) -> Option<&Activity> {
        let mut activities = self.layouts.iter().flat_map(|layout| &layout.rows).map(|row| &row.activity);
        activities.find(|activity| match (activity.built_in_purpose(), item.purpose) {
            (Some(mine), Some(other)) => mine == other,
            (None, None) => activity.title == item.title && activity.role == item.role,
            _ => false,
        })
    }
}

impl Activity {
    /// Returns the purpose of a built-in activity; `None` for an activity of a company.
    #[must_use]
    pub fn built_in_purpose(&self) -> Option<Phrase> {
        match self.purpose {
            Some(Wording::BuiltIn(phrase)) => Some(phrase),
            _ => None,
        }
    }
}

impl Layout {
    fn items(&self) -> Vec<Item> {
        let item = |(place, row): (u16, &Row)| Item {
            id: ItemId(place),
            role: row.activity.role,
            title: row.activity.title.clone(),
            purpose: row.activity.built_in_purpose(),
            minutes: row.minutes,
            least: row.least,
            most: row.most,
        };
        (0..).zip(&self.rows).map(item).collect()
    }
}

/// Returns the agenda with the minutes of its look back in its first topic; `None` for an agenda without look
/// back or topic.
fn without_look_back(agenda: &Agenda) -> Option<Agenda> {
    let back = agenda.items().iter().find(|item| item.role == Role::LookBack)?;
    let topic = agenda.items().iter().find(|item| item.role.topic().is_some())?;
    let mut rest = agenda.with_those(&|item| item.id != back.id)?;
    let topic = rest.find(topic.id).ok()?;
    topic.minutes = topic.minutes.plus(back.minutes);
    Some(rest)
}
