//! The coaching type for a call that is still to come.

use super::definition::{Activity, CoachingType};
use super::frame::{
    CLOSE, FIRST_TOPIC, LOOK_BACK, MANAGER, NEXT_STEPS, OPEN, REHEARSE, SELLER, long, middle, row, short,
};
use super::guidance::{Checklist, Guidance};
use crate::domain::phrase::Phrase;
use crate::domain::question::QuestionSet;
use crate::domain::time::Minutes;

/// The coaching type for a call that is still to come.
pub(super) const CALL_BEFORE: CoachingType = CoachingType {
    id: "call-before",
    number: 2,
    name: Phrase::CallBefore,
    family: Phrase::Call,
    which: Some(Phrase::CallWhich),
    minutes: Minutes(45),
    layouts: &[
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
        manager: Checklist { more: &[Phrase::CheckCallBeforeManager], ..MANAGER },
        seller: Checklist { more: &[Phrase::CheckCallSeller], ..SELLER },
        evidence: Phrase::EvidenceCallBefore,
        avoid: Some(Phrase::AvoidCallBefore),
        weeks: 1,
    },
};

const AIM: Activity = Activity {
    role: FIRST_TOPIC,
    title: Phrase::CallAim,
    purpose: Phrase::CallAimPurpose,
    questions: &[ABOUT_AIM],
};

const HARD: Activity = Activity {
    role: FIRST_TOPIC,
    title: Phrase::CallHard,
    purpose: Phrase::CallHardPurpose,
    questions: &[ABOUT_HARD],
};

const ABOUT_AIM: QuestionSet = QuestionSet { matter: Phrase::CallAim, count: 5 };
const ABOUT_HARD: QuestionSet = QuestionSet { matter: Phrase::CallHard, count: 3 };
