//! The coaching type for a customer whom the seller works with over time.

use super::built_in::{BuiltInActivity, BuiltInChecklist};
use super::definition::CoachingType;
use super::frame::{
    CLOSE, FIRST_TOPIC, LOOK_BACK, MANAGER, NEXT_STEPS, OPEN, SELLER, long, middle, row, short,
};
use super::guidance::Guidance;
use crate::domain::phrase::Phrase;
use crate::domain::question::QuestionSet;
use crate::domain::time::Minutes;

/// Returns the coaching type for a customer whom the seller works with over time.
pub(super) fn account() -> CoachingType {
    CoachingType {
        id: "account".to_owned(),
        number: Some(4),
        name: Phrase::Account.into(),
        family: Phrase::Account.into(),
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
            manager: (&BuiltInChecklist { more: &[Phrase::CheckAccountManager], ..MANAGER }).into(),
            seller: (&BuiltInChecklist { more: &[Phrase::CheckAccountSeller], ..SELLER }).into(),
            evidence: Phrase::EvidenceAccount.into(),
            avoid: Some(Phrase::AvoidAccount.into()),
            weeks: 4,
        },
    }
}

const ISSUE: BuiltInActivity = BuiltInActivity {
    role: FIRST_TOPIC,
    title: Phrase::AccountIssue,
    purpose: Phrase::AccountIssuePurpose,
    questions: &[ABOUT_STANDING, ABOUT_MOVE],
};

const STANDING: BuiltInActivity = BuiltInActivity {
    role: FIRST_TOPIC,
    title: Phrase::AccountStanding,
    purpose: Phrase::AccountStandingPurpose,
    questions: &[ABOUT_STANDING],
};

const MOVE: BuiltInActivity = BuiltInActivity {
    role: FIRST_TOPIC,
    title: Phrase::AccountMove,
    purpose: Phrase::AccountMovePurpose,
    questions: &[ABOUT_MOVE],
};

const ABOUT_STANDING: QuestionSet = QuestionSet { matter: Phrase::AccountStanding, count: 5 };
const ABOUT_MOVE: QuestionSet = QuestionSet { matter: Phrase::AccountMove, count: 5 };
