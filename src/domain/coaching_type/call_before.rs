//! The coaching type for a call that is still to come.

use super::built_in::{BuiltInActivity, BuiltInChecklist};
use super::definition::CoachingType;
use super::frame::{
    CLOSE, FIRST_TOPIC, LOOK_BACK, MANAGER, NEXT_STEPS, OPEN, REHEARSE, SELLER, long, middle, row, short,
};
use super::guidance::Guidance;
use crate::domain::phrase::Phrase;
use crate::domain::question::QuestionSet;
use crate::domain::time::Minutes;

/// Returns the coaching type for a call that is still to come.
pub(super) fn call_before() -> CoachingType {
    CoachingType {
        id: "call-before".to_owned(),
        number: Some(2),
        name: Phrase::CallBefore.into(),
        family: Phrase::Call.into(),
        which: Some(Phrase::CallWhich.into()),
        minutes: Minutes(45),
        layouts: vec![
            short(&[
                row(&OPEN, 2, 1, 4),
                row(&LOOK_BACK, 3, 2, 6),
                row(&AIM, 8, 4, 18),
                row(&HARD, 6, 3, 14),
                row(&REHEARSE, 6, 3, 14),
                row(&NEXT_STEPS, 3, 3, 6),
                row(&CLOSE, 2, 2, 5),
            ]),
            middle(&[
                row(&OPEN, 3, 2, 5),
                row(&LOOK_BACK, 4, 3, 7),
                row(&AIM, 11, 8, 24),
                row(&HARD, 11, 8, 20),
                row(&REHEARSE, 9, 6, 18),
                row(&NEXT_STEPS, 4, 4, 8),
                row(&CLOSE, 3, 3, 5),
            ]),
            long(&[
                row(&OPEN, 3, 2, 5),
                row(&LOOK_BACK, 5, 3, 10),
                row(&AIM, 14, 10, 35),
                row(&HARD, 14, 8, 30),
                row(&REHEARSE, 13, 8, 25),
                row(&NEXT_STEPS, 7, 5, 12),
                row(&CLOSE, 4, 3, 8),
            ]),
        ],
        guidance: Guidance {
            manager: (&BuiltInChecklist { more: &[Phrase::CheckCallBeforeManager], ..MANAGER }).into(),
            seller: (&BuiltInChecklist { more: &[Phrase::CheckCallSeller], ..SELLER }).into(),
            evidence: Phrase::EvidenceCallBefore.into(),
            avoid: Some(Phrase::AvoidCallBefore.into()),
            weeks: 1,
        },
    }
}

const AIM: BuiltInActivity = BuiltInActivity {
    role: FIRST_TOPIC,
    title: Phrase::CallAim,
    purpose: Phrase::CallAimPurpose,
    questions: &[ABOUT_AIM],
};

const HARD: BuiltInActivity = BuiltInActivity {
    role: FIRST_TOPIC,
    title: Phrase::CallHard,
    purpose: Phrase::CallHardPurpose,
    questions: &[ABOUT_HARD],
};

const ABOUT_AIM: QuestionSet = QuestionSet { matter: Phrase::CallAim, count: 5 };
const ABOUT_HARD: QuestionSet = QuestionSet { matter: Phrase::CallHard, count: 3 };
