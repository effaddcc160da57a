//! The questions of a coach: which go with which item, and which of them were asked.
//!
//! Holds no words: what a question says, and what to listen for, stands in `text`.

use super::agenda::{Item, ItemId};
use super::phrase::Phrase;
use super::text::Text;

/// The most questions that one session keeps as asked: more than any agenda of ours has.
pub const ASKED_LIMIT: usize = 200;

/// A question of the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// What it is about: the title of the item that it was written for.
    pub matter: Phrase,
    /// Its number among those about the same, from 1. A number is never given to another question.
    pub number: u16,
}

impl Question {
    /// The name under which it is kept as asked in that item, as in `2/early.learn.4`: the same question
    /// can be asked of one opportunity and of the next. `None` where it is no text, which a test rules
    /// out.
    #[must_use]
    pub fn asked_in(self, item: ItemId) -> Option<Text> {
        Text::parse(&format!("{}/{}.{}", item.0, self.matter.key(), self.number)).ok()
    }
}

/// The questions that go with an item, in the order in which they are offered. What tells them is what
/// the item is for: that stays when a person gives the item another name.
#[must_use]
pub fn questions(item: &Item) -> Vec<Question> {
    let matters: &[Phrase] = match item.purpose {
        Some(Phrase::OpenPurpose) => &[Phrase::Open],
        Some(Phrase::LookBackPurpose) => &[Phrase::LookBack],
        Some(Phrase::EarlyFirstPurpose | Phrase::EarlySecondPurpose) => {
            &[Phrase::EarlyWorth, Phrase::EarlyLearn]
        }
        Some(Phrase::EarlyWorthPurpose) => &[Phrase::EarlyWorth],
        Some(Phrase::EarlyLearnPurpose) => &[Phrase::EarlyLearn],
        Some(Phrase::LateStopPurpose) => &[Phrase::LateStop],
        Some(Phrase::LateYesPurpose) => &[Phrase::LateYes],
        Some(Phrase::CallAimPurpose) => &[Phrase::CallAim],
        Some(Phrase::CallHardPurpose) => &[Phrase::CallHard],
        Some(Phrase::RehearsePurpose) => &[Phrase::Rehearse],
        Some(Phrase::CallReplayPurpose) => &[Phrase::CallReplay],
        Some(Phrase::CallMomentPurpose) => &[Phrase::CallMoment],
        Some(Phrase::CallAgainPurpose) => &[Phrase::CallAgain],
        Some(Phrase::AccountIssuePurpose) => &[Phrase::AccountStanding, Phrase::AccountMove],
        Some(Phrase::AccountStandingPurpose) => &[Phrase::AccountStanding],
        Some(Phrase::AccountMovePurpose) => &[Phrase::AccountMove],
        Some(Phrase::TerritoryIssuePurpose) => &[Phrase::TerritoryEffort, Phrase::TerritoryChoices],
        Some(Phrase::TerritoryEffortPurpose) => &[Phrase::TerritoryEffort],
        Some(Phrase::TerritoryChoicesPurpose) => &[Phrase::TerritoryChoices],
        Some(Phrase::PromisePurpose) => &[Phrase::Promise],
        _ => &[],
    };
    let mut questions = Vec::new();
    for matter in matters {
        questions.extend((1..=count(*matter)).map(|number| Question { matter: *matter, number }));
    }
    questions
}

/// How many questions there are about that.
fn count(matter: Phrase) -> u16 {
    match matter {
        Phrase::CallHard | Phrase::Rehearse | Phrase::CallMoment | Phrase::CallAgain => 3,
        _ => 5,
    }
}

/// The next question of the item that was not asked in it: the first one behind `after`, else the first
/// of all but `after`.
#[must_use]
pub fn next_unasked(item: &Item, asked: &[Text], after: Option<Question>) -> Option<Question> {
    let mut first = None;
    let mut is_behind = after.is_none();
    for question in questions(item) {
        if Some(question) == after {
            is_behind = true;
        } else if question.asked_in(item.id).is_some_and(|name| !asked.contains(&name)) {
            if is_behind {
                return Some(question);
            }
            first = first.or(Some(question));
        }
    }
    first
}
