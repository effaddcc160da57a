//! The parts of the built-in coaching types as constants: activities and checklists by phrase. Each becomes the part
//! of a type that a company's own type has, too.

use super::definition::Activity;
use super::guidance::Checklist;
use crate::domain::agenda::Role;
use crate::domain::phrase::{Phrase, Wording};
use crate::domain::question::{Question, QuestionSet};

/// A built-in activity of a session.
pub(super) struct BuiltInActivity {
    /// Role of the activity's item in the agenda.
    pub role: Role,
    /// Name of the activity's item on the screen.
    pub title: Phrase,
    /// One line on the purpose of the item.
    pub purpose: Phrase,
    /// Questions for the coach to ask in the item, in the order in which the screen offers them.
    pub questions: &'static [QuestionSet],
}

/// The built-in checklist of one party, by phrase: see [`Checklist`].
pub(super) struct BuiltInChecklist {
    /// Lines about the content.
    pub content: &'static [Phrase],
    /// Lines about the tone.
    pub tone: &'static [Phrase],
    /// Lines about the structure.
    pub structure: &'static [Phrase],
    /// Further lines for the coaching type.
    pub more: &'static [Phrase],
}

impl From<&BuiltInActivity> for Activity {
    fn from(activity: &BuiltInActivity) -> Self {
        let questions = activity.questions.iter().flat_map(|set| set.questions());
        Self {
            role: activity.role,
            title: activity.title.into(),
            purpose: Some(activity.purpose.into()),
            questions: questions.map(Question::BuiltIn).collect(),
        }
    }
}

impl From<&BuiltInChecklist> for Checklist {
    fn from(checklist: &BuiltInChecklist) -> Self {
        let wordings = |lines: &[Phrase]| lines.iter().copied().map(Wording::BuiltIn).collect();
        Self {
            content: wordings(checklist.content),
            tone: wordings(checklist.tone),
            structure: wordings(checklist.structure),
            more: wordings(checklist.more),
        }
    }
}
