//! The laws of coaching types: a type is one data value, and everything about it comes from that value.

use std::collections::BTreeSet;
use std::sync::Arc;

use coaching_session::domain::agenda::{Item, Role, TopicSlot};
use coaching_session::domain::coaching_type::{
    Activity, BUILT_IN, Catalogue, Checklist, CoachingType, Guidance, History, Layout, Row, built_in,
};
use coaching_session::domain::fit::FitError;
use coaching_session::domain::party::Party;
use coaching_session::domain::phrase::{Phrase, Wording};
use coaching_session::domain::plan::Plan;
use coaching_session::domain::question::{BuiltInQuestion, Question};
use coaching_session::domain::time::{LocalDateTime, Minutes};
use coaching_session::domain::zone::{Offset, Schedule, Zone};
use coaching_session::program::state::model::Model;
use coaching_session::program::update::slots;
use coaching_session::text::message::Message;

use crate::given;
use crate::intl::env;

/// Returns the type of a made-up company. Its parts stand together in no built-in type.
fn own() -> CoachingType {
    let talk = talk();
    let other = |role, purpose: Phrase| Activity {
        role,
        purpose: Some(purpose.into()),
        questions: Vec::new(),
        ..talk.clone()
    };
    let layout = Layout {
        from: Minutes(20),
        rows: vec![
            row(talk.clone(), 10, 4, 60),
            row(other(Role::Close, Phrase::ClosePurpose), 2, 2, 10),
            row(other(Role::Open, Phrase::OpenPurpose), 3, 1, 10),
            row(other(Role::NextSteps, Phrase::NextStepsPurpose), 5, 5, 20),
        ],
    };
    CoachingType {
        id: "one-call".to_owned(),
        number: None,
        name: Phrase::LookBack.into(),
        family: Phrase::LookBack.into(),
        which: None,
        minutes: Minutes(25),
        layouts: vec![layout],
        guidance: Guidance {
            manager: Checklist {
                content: wordings(&[Phrase::CheckHard]),
                tone: wordings(&[Phrase::CheckLeave]),
                ..Checklist::default()
            },
            seller: Checklist {
                structure: wordings(&[Phrase::CheckQuiet, Phrase::CheckRead]),
                ..Checklist::default()
            },
            evidence: Phrase::EvidenceAccount.into(),
            avoid: Some(Phrase::AvoidTerritory.into()),
            weeks: 2,
        },
    }
}

fn talk() -> Activity {
    let question = |matter, number| Question::BuiltIn(BuiltInQuestion { matter, number });
    Activity {
        role: Role::Topic(TopicSlot(3)),
        title: Phrase::CallAim.into(),
        purpose: Some(Phrase::LateYesPurpose.into()),
        questions: vec![
            question(Phrase::CallHard, 1),
            question(Phrase::CallHard, 2),
            question(Phrase::Rehearse, 1),
        ],
    }
}

fn wordings(phrases: &[Phrase]) -> Vec<Wording> {
    phrases.iter().copied().map(Wording::BuiltIn).collect()
}

fn row(activity: Activity, minutes: u16, least: u16, most: u16) -> Row {
    Row { activity, minutes: Minutes(minutes), least: Minutes(least), most: Minutes(most) }
}

fn items(coaching_type: &CoachingType) -> Vec<Item> {
    coaching_type.agenda(coaching_type.minutes, History::Returning).unwrap().items().to_vec()
}

#[test]
fn agenda_of_a_made_up_type_comes_from_its_value() {
    let items = items(&CoachingType { minutes: Minutes(20), ..own() });
    let rows: Vec<_> = items.iter().map(|item| (item.role, item.purpose.unwrap(), item.minutes.0)).collect();
    assert_eq!(
        rows,
        [
            (Role::Topic(TopicSlot(3)), Phrase::LateYesPurpose, 10),
            (Role::Open, Phrase::OpenPurpose, 3),
            (Role::Close, Phrase::ClosePurpose, 2),
            (Role::NextSteps, Phrase::NextStepsPurpose, 5),
        ]
    );
    for minutes in 20..=90 {
        let agenda = own().agenda(Minutes(minutes), History::First).unwrap();
        assert_eq!(agenda.minutes(), Minutes(minutes));
    }
    assert_eq!(own().agenda(Minutes(17), History::First), Err(FitError::TooShort { needed: Minutes(18) }));
    assert_eq!(own().agenda(Minutes(101), History::First), Err(FitError::TooLong { filled: Minutes(100) }));
}

#[test]
fn type_without_layouts_is_an_error_and_no_panic() {
    let none = CoachingType { layouts: Vec::new(), ..own() };
    assert!(none.agenda(Minutes(45), History::First).is_err());
}

#[test]
fn questions_of_a_made_up_type_come_from_its_value() {
    let found: Vec<_> = items(&own()).iter().map(|item| own().questions(item).unwrap()).collect();
    assert_eq!(found, [talk().questions, vec![], vec![], vec![]]);
    let foreign = items(built_in("account").unwrap());
    let foreign = foreign.iter().find(|item| item.purpose == Some(Phrase::AccountMovePurpose)).unwrap();
    assert_eq!(own().questions(foreign), None);
}

#[test]
fn checklists_of_a_made_up_type_come_from_its_value() {
    let lines = |party| {
        let Checklist { content, tone, structure, .. } = own().guidance.checklist(party).clone();
        [content, tone, structure]
    };
    assert_eq!(
        lines(Party::Manager),
        [wordings(&[Phrase::CheckHard]), wordings(&[Phrase::CheckLeave]), vec![]]
    );
    assert_eq!(lines(Party::Seller), [vec![], vec![], wordings(&[Phrase::CheckQuiet, Phrase::CheckRead])]);
}

#[test]
fn checklist_has_three_lines_before_a_first_session_and_after() {
    for coaching_type in BUILT_IN.iter() {
        let lines = |party, history| coaching_type.guidance.checklist(party).lines(history);
        let own_steps = |history| lines(Party::Manager, history).contains(&Phrase::CheckOwnSteps.into());
        assert!(!own_steps(History::First) && own_steps(History::Returning), "{}", coaching_type.id);
        for (party, history) in [
            (Party::Manager, History::First),
            (Party::Manager, History::Returning),
            (Party::Seller, History::First),
            (Party::Seller, History::Returning),
        ] {
            assert_eq!(lines(party, history).len(), 3, "{} {party:?} {history:?}", coaching_type.id);
        }
    }
}

#[test]
fn dates_after_a_made_up_type_follow_its_rhythm() {
    let last = LocalDateTime::parse("2026-05-14", "10:00").unwrap();
    let plan = Plan {
        schedule: Schedule { local: last, zone: Zone::utc(), offset: Offset::default() },
        ..given::plan()
    };
    let slots = slots::next(&Model::new(), &env("en"), last.as_utc(), &plan, own().guidance.weeks);
    assert_eq!(slots, [last.plus_days(14).unwrap(), last.plus_days(15).unwrap()]);
}

#[test]
fn unknown_type_has_the_guidance_that_fits_every_session() {
    let catalogue = Catalogue::default();
    let unknown = catalogue.guidance("one-call");
    assert_eq!((&unknown.avoid, unknown.weeks), (&None, 4));
    let hint = env("en").wording(&unknown.evidence);
    assert_eq!(
        &*env("en").say(&Message::EvidenceLead { evidence: &hint }),
        "One per line, and how you know it. For example: One fact each."
    );
    for party in [Party::Manager, Party::Seller] {
        let rest = unknown.checklist(party);
        let mut own = BTreeSet::new();
        for coaching_type in BUILT_IN.iter() {
            let lines = coaching_type.guidance.checklist(party);
            assert_eq!(
                (&lines.tone, &lines.structure),
                (&rest.tone, &rest.structure),
                "{}",
                coaching_type.id
            );
            assert_eq!(lines.content, rest.content, "{}", coaching_type.id);
            let [line] = &*lines.more else { panic!("{}: {:?}", coaching_type.id, lines.more) };
            own.insert(line);
        }
        assert_eq!(own.len(), BUILT_IN.len(), "each type has a line of its own: {own:?}");
    }
}

#[test]
fn item_of_another_type_keeps_its_questions() {
    let catalogue = Catalogue::default();
    for (here, other) in BUILT_IN.iter().flat_map(|here| BUILT_IN.iter().map(move |other| (here, other))) {
        for item in items(other) {
            let own = other.questions(&item).unwrap();
            assert_eq!(catalogue.questions(&here.id, &item), own, "{} in {}", other.id, here.id);
            assert_eq!(catalogue.questions("one-call", &item), own, "{} in an unknown type", other.id);
        }
    }
}

#[test]
fn each_built_in_type_has_hints_of_its_own() {
    let hints: BTreeSet<_> = BUILT_IN.iter().map(|of| (&of.guidance.evidence, &of.guidance.avoid)).collect();
    assert_eq!(hints.len(), BUILT_IN.len());
    let words = |wording: &Wording| env("en").wording(wording).to_string();
    for (evidence, avoid) in hints {
        assert!(words(evidence).ends_with('.'), "{evidence:?}");
        assert!(words(avoid.as_ref().unwrap()).ends_with(['.', '?']), "{avoid:?}");
    }
    let weeks: Vec<_> =
        BUILT_IN.iter().map(|of| (&*of.id, of.guidance.weeks)).filter(|(_, of)| *of != 4).collect();
    assert_eq!(weeks, [("call-before", 1), ("call-after", 1)]);
}

#[test]
fn five_families_ship_and_types_of_one_stand_together() {
    let mut families: Vec<&str> = BUILT_IN.iter().map(|of| of.family.key()).collect();
    families.dedup();
    assert_eq!(
        families,
        ["type.opportunity-early", "type.opportunity-late", "type.call", "type.account", "type.territory"]
    );
    for coaching_type in BUILT_IN.iter() {
        let family: Vec<_> = BUILT_IN.iter().filter(|other| other.family == coaching_type.family).collect();
        assert_eq!(coaching_type.which.is_some(), family.len() > 1, "{}", coaching_type.id);
        assert!(family.iter().all(|other| other.which == coaching_type.which), "{}", coaching_type.id);
        assert_eq!(coaching_type.name.key(), format!("type.{}", coaching_type.id));
        assert_eq!(built_in(&coaching_type.id), Some(coaching_type), "the id is its own");
        let number = |of: &&Arc<CoachingType>| of.number == coaching_type.number;
        assert_eq!(BUILT_IN.iter().filter(number).count(), 1, "the number is its own");
    }
}
