//! The coaching type for an opportunity that is about to be decided.

use super::built_in::{BuiltInActivity, BuiltInChecklist};
use super::definition::CoachingType;
use super::frame::{
    CLOSE, FIRST_TOPIC, LOOK_BACK, MANAGER, NEXT_STEPS, OPEN, REHEARSE, SELLER, long, middle, row, short,
};
use super::guidance::Guidance;
use crate::domain::phrase::Phrase;
use crate::domain::question::QuestionSet;
use crate::domain::time::Minutes;

/// Returns the coaching type for an opportunity that is about to be decided.
pub(super) fn opportunity_late() -> CoachingType {
    CoachingType {
        id: "opportunity-late".to_owned(),
        number: Some(1),
        name: Phrase::OpportunityLate.into(),
        family: Phrase::OpportunityLate.into(),
        which: None,
        minutes: Minutes(45),
        layouts: vec![
            short(&[
                row(&OPEN, 2, 1, 4),
                row(&LOOK_BACK, 3, 2, 6),
                row(&STOP, 10, 5, 22),
                row(&YES, 8, 5, 20),
                row(&NEXT_STEPS, 4, 3, 8),
                row(&CLOSE, 3, 2, 5),
            ]),
            middle(&[
                row(&OPEN, 3, 2, 5),
                row(&LOOK_BACK, 4, 3, 7),
                row(&STOP, 15, 10, 30),
                row(&YES, 13, 10, 25),
                row(&NEXT_STEPS, 7, 5, 10),
                row(&CLOSE, 3, 3, 5),
            ]),
            long(&[
                row(&OPEN, 3, 2, 5),
                row(&LOOK_BACK, 5, 3, 10),
                row(&STOP, 18, 10, 40),
                row(&YES, 15, 10, 30),
                row(&REHEARSE, 8, 5, 15),
                row(&NEXT_STEPS, 7, 6, 12),
                row(&CLOSE, 4, 3, 8),
            ]),
        ],
        guidance: Guidance {
            manager: (&BuiltInChecklist { more: &[Phrase::CheckLateManager], ..MANAGER }).into(),
            seller: (&BuiltInChecklist { more: &[Phrase::CheckLateSeller], ..SELLER }).into(),
            evidence: Phrase::EvidenceOpportunityLate.into(),
            avoid: Some(Phrase::AvoidOpportunityLate.into()),
            weeks: 4,
        },
    }
}

const STOP: BuiltInActivity = BuiltInActivity {
    role: FIRST_TOPIC,
    title: Phrase::LateStop,
    purpose: Phrase::LateStopPurpose,
    questions: &[ABOUT_STOP],
};

const YES: BuiltInActivity = BuiltInActivity {
    role: FIRST_TOPIC,
    title: Phrase::LateYes,
    purpose: Phrase::LateYesPurpose,
    questions: &[ABOUT_YES],
};

const ABOUT_STOP: QuestionSet = QuestionSet { matter: Phrase::LateStop, count: 5 };
const ABOUT_YES: QuestionSet = QuestionSet { matter: Phrase::LateYes, count: 5 };
