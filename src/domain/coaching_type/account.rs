//! The coaching type for a customer whom the seller works with over time.

use super::definition::{Activity, CoachingType};
use super::frame::{
    CLOSE, FIRST_TOPIC, LOOK_BACK, MANAGER, NEXT_STEPS, OPEN, SELLER, long, middle, row, short,
};
use super::guidance::{Checklist, Guidance};
use crate::domain::phrase::Phrase;
use crate::domain::question::QuestionSet;
use crate::domain::time::Minutes;

/// The coaching type for a customer whom the seller works with over time.
pub(super) const ACCOUNT: CoachingType = CoachingType {
    id: "account",
    number: 4,
    name: Phrase::Account,
    family: Phrase::Account,
    which: None,
    minutes: Minutes(45),
    layouts: &[
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
            row(&STANDING, 14, 10, 30),
            row(&MOVE, 14, 10, 25),
            row(&NEXT_STEPS, 7, 5, 10),
            row(&CLOSE, 3, 3, 5),
        ]),
        long(&[
            row(&OPEN, 3, 2, 5),
            row(&LOOK_BACK, 5, 3, 10),
            row(&STANDING, 20, 12, 45),
            row(&MOVE, 20, 12, 40),
            row(&NEXT_STEPS, 8, 6, 14),
            row(&CLOSE, 4, 3, 8),
        ]),
    ],
    guidance: Guidance {
        manager: Checklist { more: &[Phrase::CheckAccountManager], ..MANAGER },
        seller: Checklist { more: &[Phrase::CheckAccountSeller], ..SELLER },
        evidence: Phrase::EvidenceAccount,
        avoid: Some(Phrase::AvoidAccount),
        weeks: 4,
    },
};

const ISSUE: Activity = Activity {
    role: FIRST_TOPIC,
    title: Phrase::AccountIssue,
    purpose: Phrase::AccountIssuePurpose,
    questions: &[ABOUT_STANDING, ABOUT_MOVE],
};

const STANDING: Activity = Activity {
    role: FIRST_TOPIC,
    title: Phrase::AccountStanding,
    purpose: Phrase::AccountStandingPurpose,
    questions: &[ABOUT_STANDING],
};

const MOVE: Activity = Activity {
    role: FIRST_TOPIC,
    title: Phrase::AccountMove,
    purpose: Phrase::AccountMovePurpose,
    questions: &[ABOUT_MOVE],
};

const ABOUT_STANDING: QuestionSet = QuestionSet { matter: Phrase::AccountStanding, count: 5 };
const ABOUT_MOVE: QuestionSet = QuestionSet { matter: Phrase::AccountMove, count: 5 };
