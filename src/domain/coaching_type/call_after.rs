//! The coaching type for a call that was made.

use super::built_in::{BuiltInActivity, BuiltInChecklist};
use super::definition::CoachingType;
use super::frame::{
    CLOSE, FIRST_TOPIC, LOOK_BACK, MANAGER, NEXT_STEPS, OPEN, SELLER, long, middle, row, short,
};
use super::guidance::Guidance;
use crate::domain::phrase::Phrase;
use crate::domain::question::QuestionSet;
use crate::domain::time::Minutes;

/// Returns the coaching type for a call that was made.
pub(super) fn call_after() -> CoachingType {
    CoachingType {
        id: "call-after".to_owned(),
        number: Some(3),
        name: Phrase::CallAfter.into(),
        family: Phrase::Call.into(),
        which: Some(Phrase::CallWhich.into()),
        minutes: Minutes(45),
        layouts: vec![
            short(&[
                row(&OPEN, 2, 1, 4),
                row(&LOOK_BACK, 3, 2, 6),
                row(&REPLAY, 8, 4, 18),
                row(&MOMENT, 7, 3, 14),
                row(&AGAIN, 5, 3, 12),
                row(&NEXT_STEPS, 3, 3, 6),
                row(&CLOSE, 2, 2, 5),
            ]),
            middle(&[
                row(&OPEN, 3, 2, 5),
                row(&LOOK_BACK, 4, 3, 7),
                row(&REPLAY, 12, 8, 24),
                row(&MOMENT, 10, 8, 20),
                row(&AGAIN, 9, 6, 18),
                row(&NEXT_STEPS, 4, 4, 8),
                row(&CLOSE, 3, 3, 5),
            ]),
            long(&[
                row(&OPEN, 3, 2, 5),
                row(&LOOK_BACK, 5, 3, 10),
                row(&REPLAY, 15, 10, 35),
                row(&MOMENT, 13, 8, 30),
                row(&AGAIN, 13, 8, 25),
                row(&NEXT_STEPS, 7, 5, 12),
                row(&CLOSE, 4, 3, 8),
            ]),
        ],
        guidance: Guidance {
            manager: (&BuiltInChecklist { more: &[Phrase::CheckCallManager], ..MANAGER }).into(),
            seller: (&BuiltInChecklist { more: &[Phrase::CheckCallAfterSeller], ..SELLER }).into(),
            evidence: Phrase::EvidenceCallAfter.into(),
            avoid: Some(Phrase::AvoidCallAfter.into()),
            weeks: 1,
        },
    }
}

const REPLAY: BuiltInActivity = BuiltInActivity {
    role: FIRST_TOPIC,
    title: Phrase::CallReplay,
    purpose: Phrase::CallReplayPurpose,
    questions: &[ABOUT_REPLAY],
};

const MOMENT: BuiltInActivity = BuiltInActivity {
    role: FIRST_TOPIC,
    title: Phrase::CallMoment,
    purpose: Phrase::CallMomentPurpose,
    questions: &[ABOUT_MOMENT],
};

const AGAIN: BuiltInActivity = BuiltInActivity {
    role: FIRST_TOPIC,
    title: Phrase::CallAgain,
    purpose: Phrase::CallAgainPurpose,
    questions: &[ABOUT_AGAIN],
};

const ABOUT_REPLAY: QuestionSet = QuestionSet { matter: Phrase::CallReplay, count: 5 };
const ABOUT_MOMENT: QuestionSet = QuestionSet { matter: Phrase::CallMoment, count: 3 };
const ABOUT_AGAIN: QuestionSet = QuestionSet { matter: Phrase::CallAgain, count: 3 };
