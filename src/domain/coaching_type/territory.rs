//! The coaching type for all customers of a seller.

use super::built_in::{BuiltInActivity, BuiltInChecklist};
use super::definition::CoachingType;
use super::frame::{
    CLOSE, FIRST_TOPIC, LOOK_BACK, MANAGER, NEXT_STEPS, OPEN, SELLER, long, middle, row, short,
};
use super::guidance::Guidance;
use crate::domain::phrase::Phrase;
use crate::domain::question::QuestionSet;
use crate::domain::time::Minutes;

/// Returns the coaching type for all customers of a seller.
pub(super) fn territory() -> CoachingType {
    CoachingType {
        id: "territory".to_owned(),
        number: Some(5),
        name: Phrase::Territory.into(),
        family: Phrase::Territory.into(),
        which: None,
        minutes: Minutes(45),
        layouts: vec![
            short(&[
                row(&OPEN, 2, 1, 4),
                row(&LOOK_BACK, 4, 2, 7),
                row(&ISSUE, 16, 10, 35),
                row(&NEXT_STEPS, 5, 3, 8),
                row(&CLOSE, 3, 2, 5),
            ]),
            middle(&[
                row(&OPEN, 3, 2, 5),
                row(&LOOK_BACK, 4, 3, 7),
                row(&EFFORT, 14, 10, 30),
                row(&CHOICES, 14, 10, 25),
                row(&NEXT_STEPS, 7, 5, 10),
                row(&CLOSE, 3, 3, 5),
            ]),
            long(&[
                row(&OPEN, 3, 2, 5),
                row(&LOOK_BACK, 5, 3, 10),
                row(&EFFORT, 20, 12, 45),
                row(&CHOICES, 20, 12, 40),
                row(&NEXT_STEPS, 8, 6, 14),
                row(&CLOSE, 4, 3, 8),
            ]),
        ],
        guidance: Guidance {
            manager: (&BuiltInChecklist { more: &[Phrase::CheckTerritoryManager], ..MANAGER }).into(),
            seller: (&BuiltInChecklist { more: &[Phrase::CheckTerritorySeller], ..SELLER }).into(),
            evidence: Phrase::EvidenceTerritory.into(),
            avoid: Some(Phrase::AvoidTerritory.into()),
            weeks: 4,
        },
    }
}

const ISSUE: BuiltInActivity = BuiltInActivity {
    role: FIRST_TOPIC,
    title: Phrase::TerritoryIssue,
    purpose: Phrase::TerritoryIssuePurpose,
    questions: &[ABOUT_EFFORT, ABOUT_CHOICES],
};

const EFFORT: BuiltInActivity = BuiltInActivity {
    role: FIRST_TOPIC,
    title: Phrase::TerritoryEffort,
    purpose: Phrase::TerritoryEffortPurpose,
    questions: &[ABOUT_EFFORT],
};

const CHOICES: BuiltInActivity = BuiltInActivity {
    role: FIRST_TOPIC,
    title: Phrase::TerritoryChoices,
    purpose: Phrase::TerritoryChoicesPurpose,
    questions: &[ABOUT_CHOICES],
};

const ABOUT_EFFORT: QuestionSet = QuestionSet { matter: Phrase::TerritoryEffort, count: 5 };
const ABOUT_CHOICES: QuestionSet = QuestionSet { matter: Phrase::TerritoryChoices, count: 5 };
