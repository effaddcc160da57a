//! The frame of every session: the activities, checklist lines and layouts that the built-in coaching types
//! share.

use super::built_in::{BuiltInActivity, BuiltInChecklist};
use super::definition::{Layout, Row};
use super::guidance::Guidance;
use crate::domain::agenda::{Role, TopicSlot};
use crate::domain::phrase::Phrase;
use crate::domain::question::QuestionSet;
use crate::domain::time::Minutes;

/// The role of an item that works on the first topic.
pub(super) const FIRST_TOPIC: Role = Role::Topic(TopicSlot(0));

/// The role of an item that works on the second topic.
pub(super) const SECOND_TOPIC: Role = Role::Topic(TopicSlot(1));

/// The activity that opens every session.
pub(super) const OPEN: BuiltInActivity = BuiltInActivity {
    role: Role::Open,
    title: Phrase::Open,
    purpose: Phrase::OpenPurpose,
    questions: &[QuestionSet { matter: Phrase::Open, count: 5 }],
};

/// The activity that looks back at the next steps of last time.
pub(super) const LOOK_BACK: BuiltInActivity = BuiltInActivity {
    role: Role::LookBack,
    title: Phrase::LookBack,
    purpose: Phrase::LookBackPurpose,
    questions: &[QuestionSet { matter: Phrase::LookBack, count: 5 }],
};

/// The activity that rehearses a conversation with the customer.
pub(super) const REHEARSE: BuiltInActivity = BuiltInActivity {
    role: FIRST_TOPIC,
    title: Phrase::Rehearse,
    purpose: Phrase::RehearsePurpose,
    questions: &[QuestionSet { matter: Phrase::Rehearse, count: 3 }],
};

/// The activity in which both parties say a next step.
pub(super) const NEXT_STEPS: BuiltInActivity = BuiltInActivity {
    role: Role::NextSteps,
    title: Phrase::NextSteps,
    purpose: Phrase::NextStepsPurpose,
    questions: &[QuestionSet { matter: Phrase::NextSteps, count: 5 }],
};

/// The activity that closes every session. The questions of the close are asked of each party alone, so the
/// item has none.
pub(super) const CLOSE: BuiltInActivity = BuiltInActivity {
    role: Role::Close,
    title: Phrase::Close,
    purpose: Phrase::ClosePurpose,
    questions: &[],
};

/// The checklist lines that every coaching type has for the manager.
pub(super) const MANAGER: BuiltInChecklist = BuiltInChecklist {
    content: &[Phrase::CheckRead],
    tone: &[Phrase::CheckCurious],
    structure: &[Phrase::CheckQuiet, Phrase::CheckOwnSteps],
    more: &[],
};

/// The checklist lines that every coaching type has for the seller.
pub(super) const SELLER: BuiltInChecklist = BuiltInChecklist {
    content: &[Phrase::CheckMyPick],
    tone: &[Phrase::CheckHard],
    structure: &[Phrase::CheckHelp],
    more: &[],
};

/// Returns the guidance that fits every session, for types that this device does not know.
pub(super) fn general() -> Guidance {
    Guidance {
        manager: (&MANAGER).into(),
        seller: (&SELLER).into(),
        evidence: Phrase::EvidenceAny.into(),
        avoid: None,
        weeks: 4,
    }
}

/// Returns the layout for sessions below 40 minutes, written for 30.
pub(super) fn short(rows: &[Row]) -> Layout {
    Layout { from: Minutes(20), rows: rows.to_vec() }
}

/// Returns the layout for sessions of 40 minutes or more, written for 45.
pub(super) fn middle(rows: &[Row]) -> Layout {
    Layout { from: Minutes(40), rows: rows.to_vec() }
}

/// Returns the layout for sessions of 55 minutes or more, written for 60.
pub(super) fn long(rows: &[Row]) -> Layout {
    Layout { from: Minutes(55), rows: rows.to_vec() }
}

/// Returns an item of a layout: the activity, its minutes, its fewest minutes and its most minutes.
pub(super) fn row(activity: &BuiltInActivity, minutes: u16, least: u16, most: u16) -> Row {
    Row { activity: activity.into(), minutes: Minutes(minutes), least: Minutes(least), most: Minutes(most) }
}
