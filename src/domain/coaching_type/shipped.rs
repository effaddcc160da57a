//! The coaching types that ship with the product.
//!
//! Holds rows and no rules. The words stand in `text`, what is asked in each item in `question`.

use super::definition::{CoachingType, Layout, Row};
use crate::domain::agenda::{Role, TopicSlot};
use crate::domain::phrase::Phrase;
use crate::domain::time::Minutes;

/// The types that ship with the product, in the order in which they are offered; a session with a
/// new seller starts from the first.
pub const BUILT_IN: &[CoachingType] = &[
    CoachingType {
        id: "opportunity-early",
        name: Phrase::OpportunityEarly,
        of: Phrase::OpportunityEarly,
        which: None,
        minutes: USUAL,
        layouts: &[
            short(&[
                row(Role::Open, Phrase::Open, Phrase::OpenPurpose, 2, 1, 4),
                row(Role::LookBack, Phrase::LookBack, Phrase::LookBackPurpose, 4, 2, 7),
                row(FIRST, Phrase::EarlyWorth, Phrase::EarlyWorthPurpose, 8, 5, 20),
                row(FIRST, Phrase::EarlyLearn, Phrase::EarlyLearnPurpose, 8, 5, 20),
                row(Role::Promise, Phrase::Promise, Phrase::PromisePurpose, 5, 3, 8),
                row(Role::Close, Phrase::Close, Phrase::ClosePurpose, 3, 2, 5),
            ]),
            middle(&[
                row(Role::Open, Phrase::Open, Phrase::OpenPurpose, 3, 2, 5),
                row(Role::LookBack, Phrase::LookBack, Phrase::LookBackPurpose, 5, 3, 8),
                row(FIRST, Phrase::EarlyFirst, Phrase::EarlyFirstPurpose, 15, 10, 30),
                row(SECOND, Phrase::EarlySecond, Phrase::EarlySecondPurpose, 12, 10, 25),
                row(Role::Promise, Phrase::Promise, Phrase::PromisePurpose, 7, 5, 10),
                row(Role::Close, Phrase::Close, Phrase::ClosePurpose, 3, 3, 5),
            ]),
            long(&[
                row(Role::Open, Phrase::Open, Phrase::OpenPurpose, 3, 2, 5),
                row(Role::LookBack, Phrase::LookBack, Phrase::LookBackPurpose, 5, 3, 10),
                row(FIRST, Phrase::EarlyFirst, Phrase::EarlyFirstPurpose, 22, 12, 45),
                row(SECOND, Phrase::EarlySecond, Phrase::EarlySecondPurpose, 18, 10, 40),
                row(Role::Promise, Phrase::Promise, Phrase::PromisePurpose, 8, 6, 14),
                row(Role::Close, Phrase::Close, Phrase::ClosePurpose, 4, 3, 8),
            ]),
        ],
    },
    CoachingType {
        id: "opportunity-late",
        name: Phrase::OpportunityLate,
        of: Phrase::OpportunityLate,
        which: None,
        minutes: USUAL,
        layouts: &[
            short(&[
                row(Role::Open, Phrase::Open, Phrase::OpenPurpose, 2, 1, 4),
                row(Role::LookBack, Phrase::LookBack, Phrase::LookBackPurpose, 3, 2, 6),
                row(FIRST, Phrase::LateStop, Phrase::LateStopPurpose, 10, 5, 22),
                row(FIRST, Phrase::LateYes, Phrase::LateYesPurpose, 8, 5, 20),
                row(Role::Promise, Phrase::Promise, Phrase::PromisePurpose, 4, 3, 8),
                row(Role::Close, Phrase::Close, Phrase::ClosePurpose, 3, 2, 5),
            ]),
            middle(&[
                row(Role::Open, Phrase::Open, Phrase::OpenPurpose, 3, 2, 5),
                row(Role::LookBack, Phrase::LookBack, Phrase::LookBackPurpose, 4, 3, 7),
                row(FIRST, Phrase::LateStop, Phrase::LateStopPurpose, 15, 10, 30),
                row(FIRST, Phrase::LateYes, Phrase::LateYesPurpose, 13, 10, 25),
                row(Role::Promise, Phrase::Promise, Phrase::PromisePurpose, 7, 5, 10),
                row(Role::Close, Phrase::Close, Phrase::ClosePurpose, 3, 3, 5),
            ]),
            long(&[
                row(Role::Open, Phrase::Open, Phrase::OpenPurpose, 3, 2, 5),
                row(Role::LookBack, Phrase::LookBack, Phrase::LookBackPurpose, 5, 3, 10),
                row(FIRST, Phrase::LateStop, Phrase::LateStopPurpose, 18, 10, 40),
                row(FIRST, Phrase::LateYes, Phrase::LateYesPurpose, 15, 10, 30),
                row(FIRST, Phrase::Rehearse, Phrase::RehearsePurpose, 8, 5, 15),
                row(Role::Promise, Phrase::Promise, Phrase::PromisePurpose, 7, 6, 12),
                row(Role::Close, Phrase::Close, Phrase::ClosePurpose, 4, 3, 8),
            ]),
        ],
    },
    CoachingType {
        id: "call-before",
        name: Phrase::CallBefore,
        of: Phrase::Call,
        which: Some(Phrase::CallWhich),
        minutes: USUAL,
        layouts: &[
            short(&[
                row(Role::Open, Phrase::Open, Phrase::OpenPurpose, 2, 1, 4),
                row(Role::LookBack, Phrase::LookBack, Phrase::LookBackPurpose, 3, 2, 6),
                row(FIRST, Phrase::CallAim, Phrase::CallAimPurpose, 8, 4, 18),
                row(FIRST, Phrase::CallHard, Phrase::CallHardPurpose, 6, 3, 14),
                row(FIRST, Phrase::Rehearse, Phrase::RehearsePurpose, 6, 3, 14),
                row(Role::Promise, Phrase::Promise, Phrase::PromisePurpose, 3, 3, 6),
                row(Role::Close, Phrase::Close, Phrase::ClosePurpose, 2, 2, 5),
            ]),
            middle(&[
                row(Role::Open, Phrase::Open, Phrase::OpenPurpose, 3, 2, 5),
                row(Role::LookBack, Phrase::LookBack, Phrase::LookBackPurpose, 4, 3, 7),
                row(FIRST, Phrase::CallAim, Phrase::CallAimPurpose, 11, 8, 24),
                row(FIRST, Phrase::CallHard, Phrase::CallHardPurpose, 11, 8, 20),
                row(FIRST, Phrase::Rehearse, Phrase::RehearsePurpose, 9, 6, 18),
                row(Role::Promise, Phrase::Promise, Phrase::PromisePurpose, 4, 4, 8),
                row(Role::Close, Phrase::Close, Phrase::ClosePurpose, 3, 3, 5),
            ]),
            long(&[
                row(Role::Open, Phrase::Open, Phrase::OpenPurpose, 3, 2, 5),
                row(Role::LookBack, Phrase::LookBack, Phrase::LookBackPurpose, 5, 3, 10),
                row(FIRST, Phrase::CallAim, Phrase::CallAimPurpose, 14, 10, 35),
                row(FIRST, Phrase::CallHard, Phrase::CallHardPurpose, 14, 8, 30),
                row(FIRST, Phrase::Rehearse, Phrase::RehearsePurpose, 13, 8, 25),
                row(Role::Promise, Phrase::Promise, Phrase::PromisePurpose, 7, 5, 12),
                row(Role::Close, Phrase::Close, Phrase::ClosePurpose, 4, 3, 8),
            ]),
        ],
    },
    CoachingType {
        id: "call-after",
        name: Phrase::CallAfter,
        of: Phrase::Call,
        which: Some(Phrase::CallWhich),
        minutes: USUAL,
        layouts: &[
            short(&[
                row(Role::Open, Phrase::Open, Phrase::OpenPurpose, 2, 1, 4),
                row(Role::LookBack, Phrase::LookBack, Phrase::LookBackPurpose, 3, 2, 6),
                row(FIRST, Phrase::CallReplay, Phrase::CallReplayPurpose, 8, 4, 18),
                row(FIRST, Phrase::CallMoment, Phrase::CallMomentPurpose, 7, 3, 14),
                row(FIRST, Phrase::CallAgain, Phrase::CallAgainPurpose, 5, 3, 12),
                row(Role::Promise, Phrase::Promise, Phrase::PromisePurpose, 3, 3, 6),
                row(Role::Close, Phrase::Close, Phrase::ClosePurpose, 2, 2, 5),
            ]),
            middle(&[
                row(Role::Open, Phrase::Open, Phrase::OpenPurpose, 3, 2, 5),
                row(Role::LookBack, Phrase::LookBack, Phrase::LookBackPurpose, 4, 3, 7),
                row(FIRST, Phrase::CallReplay, Phrase::CallReplayPurpose, 12, 8, 24),
                row(FIRST, Phrase::CallMoment, Phrase::CallMomentPurpose, 10, 8, 20),
                row(FIRST, Phrase::CallAgain, Phrase::CallAgainPurpose, 9, 6, 18),
                row(Role::Promise, Phrase::Promise, Phrase::PromisePurpose, 4, 4, 8),
                row(Role::Close, Phrase::Close, Phrase::ClosePurpose, 3, 3, 5),
            ]),
            long(&[
                row(Role::Open, Phrase::Open, Phrase::OpenPurpose, 3, 2, 5),
                row(Role::LookBack, Phrase::LookBack, Phrase::LookBackPurpose, 5, 3, 10),
                row(FIRST, Phrase::CallReplay, Phrase::CallReplayPurpose, 15, 10, 35),
                row(FIRST, Phrase::CallMoment, Phrase::CallMomentPurpose, 13, 8, 30),
                row(FIRST, Phrase::CallAgain, Phrase::CallAgainPurpose, 13, 8, 25),
                row(Role::Promise, Phrase::Promise, Phrase::PromisePurpose, 7, 5, 12),
                row(Role::Close, Phrase::Close, Phrase::ClosePurpose, 4, 3, 8),
            ]),
        ],
    },
    CoachingType {
        id: "account",
        name: Phrase::Account,
        of: Phrase::Account,
        which: None,
        minutes: USUAL,
        layouts: &[
            short(&[
                row(Role::Open, Phrase::Open, Phrase::OpenPurpose, 2, 1, 4),
                row(Role::LookBack, Phrase::LookBack, Phrase::LookBackPurpose, 4, 2, 7),
                row(FIRST, Phrase::AccountIssue, Phrase::AccountIssuePurpose, 16, 10, 35),
                row(Role::Promise, Phrase::Promise, Phrase::PromisePurpose, 5, 3, 8),
                row(Role::Close, Phrase::Close, Phrase::ClosePurpose, 3, 2, 5),
            ]),
            middle(&[
                row(Role::Open, Phrase::Open, Phrase::OpenPurpose, 3, 2, 5),
                row(Role::LookBack, Phrase::LookBack, Phrase::LookBackPurpose, 4, 3, 7),
                row(FIRST, Phrase::AccountStanding, Phrase::AccountStandingPurpose, 14, 10, 30),
                row(FIRST, Phrase::AccountMove, Phrase::AccountMovePurpose, 14, 10, 25),
                row(Role::Promise, Phrase::Promise, Phrase::PromisePurpose, 7, 5, 10),
                row(Role::Close, Phrase::Close, Phrase::ClosePurpose, 3, 3, 5),
            ]),
            long(&[
                row(Role::Open, Phrase::Open, Phrase::OpenPurpose, 3, 2, 5),
                row(Role::LookBack, Phrase::LookBack, Phrase::LookBackPurpose, 5, 3, 10),
                row(FIRST, Phrase::AccountStanding, Phrase::AccountStandingPurpose, 20, 12, 45),
                row(FIRST, Phrase::AccountMove, Phrase::AccountMovePurpose, 20, 12, 40),
                row(Role::Promise, Phrase::Promise, Phrase::PromisePurpose, 8, 6, 14),
                row(Role::Close, Phrase::Close, Phrase::ClosePurpose, 4, 3, 8),
            ]),
        ],
    },
    CoachingType {
        id: "territory",
        name: Phrase::Territory,
        of: Phrase::Territory,
        which: None,
        minutes: USUAL,
        layouts: &[
            short(&[
                row(Role::Open, Phrase::Open, Phrase::OpenPurpose, 2, 1, 4),
                row(Role::LookBack, Phrase::LookBack, Phrase::LookBackPurpose, 4, 2, 7),
                row(FIRST, Phrase::TerritoryIssue, Phrase::TerritoryIssuePurpose, 16, 10, 35),
                row(Role::Promise, Phrase::Promise, Phrase::PromisePurpose, 5, 3, 8),
                row(Role::Close, Phrase::Close, Phrase::ClosePurpose, 3, 2, 5),
            ]),
            middle(&[
                row(Role::Open, Phrase::Open, Phrase::OpenPurpose, 3, 2, 5),
                row(Role::LookBack, Phrase::LookBack, Phrase::LookBackPurpose, 4, 3, 7),
                row(FIRST, Phrase::TerritoryEffort, Phrase::TerritoryEffortPurpose, 14, 10, 30),
                row(FIRST, Phrase::TerritoryChoices, Phrase::TerritoryChoicesPurpose, 14, 10, 25),
                row(Role::Promise, Phrase::Promise, Phrase::PromisePurpose, 7, 5, 10),
                row(Role::Close, Phrase::Close, Phrase::ClosePurpose, 3, 3, 5),
            ]),
            long(&[
                row(Role::Open, Phrase::Open, Phrase::OpenPurpose, 3, 2, 5),
                row(Role::LookBack, Phrase::LookBack, Phrase::LookBackPurpose, 5, 3, 10),
                row(FIRST, Phrase::TerritoryEffort, Phrase::TerritoryEffortPurpose, 20, 12, 45),
                row(FIRST, Phrase::TerritoryChoices, Phrase::TerritoryChoicesPurpose, 20, 12, 40),
                row(Role::Promise, Phrase::Promise, Phrase::PromisePurpose, 8, 6, 14),
                row(Role::Close, Phrase::Close, Phrase::ClosePurpose, 4, 3, 8),
            ]),
        ],
    },
];

/// The length that each type starts from.
const USUAL: Minutes = Minutes(45);

const FIRST: Role = Role::Topic(TopicSlot(0));
const SECOND: Role = Role::Topic(TopicSlot(1));

/// The agenda below 40 minutes, written for 30.
const fn short(rows: &'static [Row]) -> Layout {
    Layout { from: Minutes(20), rows }
}

/// The agenda from 40 minutes on, written for 45.
const fn middle(rows: &'static [Row]) -> Layout {
    Layout { from: Minutes(40), rows }
}

/// The agenda from 55 minutes on, written for 60.
const fn long(rows: &'static [Row]) -> Layout {
    Layout { from: Minutes(55), rows }
}

/// Each line: role, title, purpose, minutes, fewest, most.
const fn row(role: Role, title: Phrase, purpose: Phrase, minutes: u16, least: u16, most: u16) -> Row {
    Row { role, title, purpose, minutes, least, most }
}

/// Returns the built-in coaching type with this id.
#[must_use]
pub fn built_in(id: &str) -> Option<&'static CoachingType> {
    BUILT_IN.iter().find(|coaching_type| coaching_type.id == id)
}
