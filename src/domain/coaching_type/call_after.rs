//! The coaching type for a call that was made.

use super::definition::{Activity, CoachingType};
use super::frame::{
    CLOSE, FIRST_TOPIC, LOOK_BACK, MANAGER, NEXT_STEPS, OPEN, SELLER, long, middle, row, short,
};
use super::guidance::{Checklist, Guidance};
use crate::domain::phrase::Phrase;
use crate::domain::question::QuestionSet;
use crate::domain::time::Minutes;

/// The coaching type for a call that was made.
pub(super) const CALL_AFTER: CoachingType = CoachingType {
    id: "call-after",
    number: 3,
    name: Phrase::CallAfter,
    family: Phrase::Call,
    which: Some(Phrase::CallWhich),
    minutes: Minutes(45),
    layouts: &[
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
        manager: Checklist { more: &[Phrase::CheckCallManager], ..MANAGER },
        seller: Checklist { more: &[Phrase::CheckCallAfterSeller], ..SELLER },
        evidence: Phrase::EvidenceCallAfter,
        avoid: Some(Phrase::AvoidCallAfter),
        weeks: 1,
    },
};

const REPLAY: Activity = Activity {
    role: FIRST_TOPIC,
    title: Phrase::CallReplay,
    purpose: Phrase::CallReplayPurpose,
    questions: &[ABOUT_REPLAY],
};

const MOMENT: Activity = Activity {
    role: FIRST_TOPIC,
    title: Phrase::CallMoment,
    purpose: Phrase::CallMomentPurpose,
    questions: &[ABOUT_MOMENT],
};

const AGAIN: Activity = Activity {
    role: FIRST_TOPIC,
    title: Phrase::CallAgain,
    purpose: Phrase::CallAgainPurpose,
    questions: &[ABOUT_AGAIN],
};

const ABOUT_REPLAY: QuestionSet = QuestionSet { matter: Phrase::CallReplay, count: 5 };
const ABOUT_MOMENT: QuestionSet = QuestionSet { matter: Phrase::CallMoment, count: 3 };
const ABOUT_AGAIN: QuestionSet = QuestionSet { matter: Phrase::CallAgain, count: 3 };
