//! The coaching type for an opportunity that is still being understood.

use super::built_in::{BuiltInActivity, BuiltInChecklist};
use super::definition::CoachingType;
use super::frame::{
    CLOSE, FIRST_TOPIC, LOOK_BACK, MANAGER, NEXT_STEPS, OPEN, SECOND_TOPIC, SELLER, long, middle, row, short,
};
use super::guidance::Guidance;
use crate::domain::phrase::Phrase;
use crate::domain::question::QuestionSet;
use crate::domain::time::Minutes;

/// Returns the coaching type for an opportunity that is still being understood.
pub(super) fn opportunity_early() -> CoachingType {
    CoachingType {
        id: "opportunity-early".to_owned(),
        number: Some(0),
        name: Phrase::OpportunityEarly.into(),
        family: Phrase::OpportunityEarly.into(),
        which: None,
        minutes: Minutes(45),
        layouts: vec![
            short(&[
                row(&OPEN, 2, 1, 4),
                row(&LOOK_BACK, 4, 2, 7),
                row(&WORTH, 8, 5, 20),
                row(&LEARN, 8, 5, 20),
                row(&NEXT_STEPS, 5, 3, 8),
                row(&CLOSE, 3, 2, 5),
            ]),
            middle(&[
                row(&OPEN, 3, 2, 5),
                row(&LOOK_BACK, 5, 3, 8),
                row(&FIRST_OPPORTUNITY, 15, 10, 30),
                row(&SECOND_OPPORTUNITY, 12, 10, 25),
                row(&NEXT_STEPS, 7, 5, 10),
                row(&CLOSE, 3, 3, 5),
            ]),
            long(&[
                row(&OPEN, 3, 2, 5),
                row(&LOOK_BACK, 5, 3, 10),
                row(&FIRST_OPPORTUNITY, 22, 12, 45),
                row(&SECOND_OPPORTUNITY, 18, 10, 40),
                row(&NEXT_STEPS, 8, 6, 14),
                row(&CLOSE, 4, 3, 8),
            ]),
        ],
        guidance: Guidance {
            manager: (&BuiltInChecklist { more: &[Phrase::CheckEarlyManager], ..MANAGER }).into(),
            seller: (&BuiltInChecklist { more: &[Phrase::CheckEarlySeller], ..SELLER }).into(),
            evidence: Phrase::EvidenceOpportunityEarly.into(),
            avoid: Some(Phrase::AvoidOpportunityEarly.into()),
            weeks: 4,
        },
    }
}

const WORTH: BuiltInActivity = BuiltInActivity {
    role: FIRST_TOPIC,
    title: Phrase::EarlyWorth,
    purpose: Phrase::EarlyWorthPurpose,
    questions: &[ABOUT_WORTH],
};

const LEARN: BuiltInActivity = BuiltInActivity {
    role: FIRST_TOPIC,
    title: Phrase::EarlyLearn,
    purpose: Phrase::EarlyLearnPurpose,
    questions: &[ABOUT_LEARN],
};

const FIRST_OPPORTUNITY: BuiltInActivity = BuiltInActivity {
    role: FIRST_TOPIC,
    title: Phrase::EarlyFirst,
    purpose: Phrase::EarlyFirstPurpose,
    questions: &[ABOUT_WORTH, ABOUT_LEARN],
};

const SECOND_OPPORTUNITY: BuiltInActivity = BuiltInActivity {
    role: SECOND_TOPIC,
    title: Phrase::EarlySecond,
    purpose: Phrase::EarlySecondPurpose,
    questions: &[ABOUT_WORTH, ABOUT_LEARN],
};

const ABOUT_WORTH: QuestionSet = QuestionSet { matter: Phrase::EarlyWorth, count: 5 };
const ABOUT_LEARN: QuestionSet = QuestionSet { matter: Phrase::EarlyLearn, count: 5 };
