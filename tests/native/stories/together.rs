//! A sheet that changed elsewhere while a person typed: all texts of both are there, or in the fields to shorten.

use coaching_session::domain::evidence::Source;
use coaching_session::domain::half::SellerHalf;
use coaching_session::domain::id::WriterId;
use coaching_session::domain::party::Party;
use coaching_session::domain::private::Private;
use coaching_session::domain::record::Record;
use coaching_session::domain::register::Register;
use coaching_session::domain::topic::TOPIC_LIMIT;
use coaching_session::program::event::Press;
use coaching_session::program::state::field::Holdable;
use coaching_session::text::message::Message;
use coaching_session::wire::stored::seal;

use crate::given::{TEN, text};
use crate::intl::env;
use crate::seen;
use crate::story::{Story, the_manager, written};

/// Lee prepares in two windows; the first one is the current one.
fn two_windows() -> Story {
    let mut story = Story::new();
    story.plan("Lee").press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    story.open_window_alike();
    story.in_window(1).uncover();
    story.in_window(0);
    story
}

fn half(story: &Story) -> SellerHalf {
    story.window().model.sessions().next().unwrap().seller_half().unwrap().clone()
}

fn private(story: &Story, party: Party) -> Private {
    let id = story.window().model.sessions().next().unwrap().id;
    story.window().model.private(id, party)
}

/// The words of the shared topics.
fn topics(story: &Story) -> Vec<String> {
    half(story).topics.iter().map(|topic| topic.words.to_string()).collect()
}

/// Types a topic into each field, adding fields as needed.
fn bring<'a>(story: &mut Story, topics: impl IntoIterator<Item = &'a str>) {
    for (at, words) in topics.into_iter().enumerate() {
        if at > 0 {
            story.press(Message::TopicAdd);
        }
        type_topic(story, at, words);
    }
}

fn type_topic(story: &mut Story, at: usize, words: &str) {
    let fields = seen::fields(&story.view());
    let field = fields.iter().find(|field| *field.id == *format!("topic-{at}")).unwrap();
    story.send(seen::typing(field, words));
}

fn complaint_of_topic(story: &Story, at: usize) -> Option<String> {
    let fields = seen::fields(&story.view());
    let field = fields.iter().find(|field| *field.id == *format!("topic-{at}")).unwrap();
    field.complaint.as_ref().map(ToString::to_string)
}

#[test]
fn notes_too_long_together_are_both_in_the_field_to_shorten() {
    let (mine, theirs) = ("a".repeat(1_200), "b".repeat(1_200));
    let mut story = two_windows();
    story.fill(Message::NoteLabel, &mine);
    story.in_window(1).fill(Message::NoteLabel, &theirs).press(Message::ReadySeller);
    story.in_window(0).press(Message::ReadySeller);
    let (shown, complaint) = story.field(Message::NoteLabel);
    assert_eq!(shown, format!("{theirs}\n{mine}"));
    let over = env("en").say(&Message::ComplainTooLong { over: 401, allowed: 2000 }).to_string();
    assert_eq!(complaint, Some(over));
    story.fill(Message::NoteLabel, "shorter").press(Message::ReadySeller);
    assert_eq!(private(&story, Party::Seller).note.unwrap().as_str(), "shorter");
}

#[test]
fn subjects_too_long_together_are_both_in_the_field() {
    let (mine, theirs) = ("a".repeat(1_200), "b".repeat(1_200));
    let mut story = two_windows();
    story.fill(Message::LeaveLabel, &mine);
    story.in_window(1).fill(Message::LeaveLabel, &theirs).press(Message::ReadySeller);
    story.in_window(0).press(Message::BackHome);
    assert_eq!(story.field(Message::LeaveLabel).0, format!("{theirs}\n{mine}"), "the sheet stays open");
    story.fill(Message::LeaveLabel, "The price").press(Message::BackHome);
    assert_eq!(half(&story).leave_alone.unwrap().as_str(), "The price");
}

#[test]
fn more_topics_than_fit_stay_in_the_sheet_until_emptied() {
    let name = |who: &str| (0..15).map(|at| format!("{who} topic {at}")).collect::<Vec<_>>();
    let (mine, theirs) = (name("my"), name("their"));
    let mut story = two_windows();
    bring(&mut story, mine.iter().map(String::as_str));
    story.in_window(1);
    bring(&mut story, theirs.iter().map(String::as_str));
    story.press(Message::ReadySeller);
    story.in_window(0).press(Message::ReadySeller);
    let full = env("en").say(&Message::ComplainTooMany { most: TOPIC_LIMIT }).to_string();
    assert_eq!(complaint_of_topic(&story, 19), None);
    assert_eq!(complaint_of_topic(&story, 20), Some(full));
    story.rest().reload().uncover();
    for at in 0..10 {
        type_topic(&mut story, at, "");
    }
    story.press(Message::ReadySeller);
    let all: Vec<String> = theirs[10..].iter().chain(&mine).cloned().collect();
    assert_eq!(topics(&story), all);
}

#[test]
fn two_measures_of_one_topic_both_stay() {
    let mut story = two_windows();
    story.fill(Message::TopicFirst, "The pilot").fill(Message::WorkedIfLabel, "I know whom to ask");
    story.in_window(1).fill(Message::TopicFirst, "The pilot").fill(Message::WorkedIfLabel, "I have a date");
    story.press(Message::ReadySeller).in_window(0).press(Message::ReadySeller);
    let half = half(&story);
    assert_eq!(topics(&story), ["The pilot"]);
    assert_eq!(half.topics[0].worked_if.as_ref().unwrap().as_str(), "I have a date\nI know whom to ask");
}

#[test]
fn sheet_without_typed_text_brings_nothing_back() {
    let mut story = Story::new();
    story.plan("Lee").press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    bring(&mut story, ["The pilot", "The price"]);
    story
        .press(Message::NotReady)
        .press(Message::PrepareAs { name: "Lee" })
        .press(Message::IAm { name: "Lee" });
    story.rest().open_window_alike();
    story.in_window(1).uncover();
    type_topic(&mut story, 0, "");
    story.press(Message::ReadySeller);
    assert_eq!(topics(&story), ["The price"]);
    story.in_window(0).press(Message::ReadySeller);
    assert_eq!(topics(&story), ["The price"]);
}

#[test]
fn answers_too_long_together_are_both_in_the_field_to_shorten() {
    let (mine, theirs) = ("a".repeat(1_200), "b".repeat(1_200));
    let mut story = Story::new();
    story.plan("Lee");
    story.now = TEN;
    story.press_start().send(Press::Ended);
    story
        .alone()
        .press(Message::AnswerAs { name: &the_manager() })
        .press(Message::IAm { name: &the_manager() });
    story.rest().open_window_alike();
    story.in_window(1).uncover().fill_differently(&theirs).press(Message::AnswerLater);
    story.in_window(0).fill_differently(&mine).press(Message::AnswerIn);
    assert_eq!(story.field(Message::AskDifferently).0, format!("{theirs}\n{mine}"));
    let kept = |story: &Story| {
        let session = story.window().model.sessions().next().unwrap().clone();
        session.manager_half().unwrap().closing.differently.clone().unwrap().to_string()
    };
    assert_eq!(kept(&story), theirs);
    story.fill_differently("The questions").press(Message::AnswerIn);
    assert_eq!(kept(&story), "The questions");
}

#[test]
fn half_typed_answer_keeps_what_was_answered_meanwhile() {
    let mut story = Story::new();
    story.plan("Lee");
    story.now = TEN;
    story.press_start().send(Press::Ended);
    story
        .alone()
        .press(Message::AnswerAs { name: &the_manager() })
        .press(Message::IAm { name: &the_manager() });
    story.rest().open_window_alike();
    story.in_window(0).fill_differently("typed first").rest();
    story.in_window(1).uncover().fill_differently("kept meanwhile").press(Message::AnswerLater);
    story.in_window(0).reload().uncover().press(Message::AnswerLater);
    let session = story.window().model.sessions().next().unwrap().clone();
    let keep = session.manager_half().unwrap().closing.differently.clone().unwrap();
    assert_eq!(keep.as_str(), "kept meanwhile\ntyped first");
}

#[test]
fn measure_without_its_topic_is_asked_about() {
    let mut story = Story::new();
    story.plan("Lee").press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    story.fill(Message::TopicFirst, "The pilot").fill(Message::WorkedIfLabel, "I know whom to ask");
    story
        .press(Message::NotReady)
        .press(Message::PrepareAs { name: "Lee" })
        .press(Message::IAm { name: "Lee" });
    story.fill(Message::TopicFirst, "").press(Message::NotReady);
    let asked = env("en").say(&Message::ComplainNoTopic).to_string();
    assert_eq!(complaint_of_topic(&story, 0), Some(asked));
    story.fill(Message::WorkedIfLabel, "").press(Message::NotReady);
    assert!(topics(&story).is_empty(), "a topic without words and measure is gone");
}

#[test]
fn notes_of_two_devices_too_long_together_are_both_shown() {
    let (mine, theirs) = ("a".repeat(1_200), "b".repeat(1_200));
    let mut story = Story::new();
    story.plan("Lee").press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    story.fill(Message::NoteLabel, &mine).press(Message::NotReady).rest();
    let id = story.window().model.sessions().next().unwrap().id;
    let other = Private { note: Some(text(&theirs)), ..Private::default() };
    let other = Register::new(WriterId(0xabc), Record::Private(Box::new(other)));
    story.storage.records.insert(written(&format!("private-seller/{id}")), seal(&other));
    story.reload();
    story.press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    let (shown, _) = story.field(Message::NoteLabel);
    assert!(shown.contains(&mine) && shown.contains(&theirs), "{shown}");
    story.fill(Message::NoteLabel, "shorter").press(Message::NotReady).rest().reload();
    assert_eq!(private(&story, Party::Seller).note.unwrap().as_str(), "shorter");
    story.press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    assert_eq!(story.field(Message::NoteLabel).0, "shorter", "the other version is no longer beside it");
}

const SECRET: &str = "what nobody else may read";

/// Asserts that no notice quotes the private text until the party asks to see it.
fn is_for_lee_alone(story: &mut Story) {
    assert!(!story.notices().join("\n").contains(SECRET), "{:?}", story.notices());
    story.reload();
    assert!(!story.notices().join("\n").contains(SECRET), "after a reload: {:?}", story.notices());
    story.press(Message::IAm { name: "Lee" });
    assert!(story.notices().join("\n").contains(SECRET), "{:?}", story.notices());
}

#[test]
fn private_text_of_a_deleted_session_shows_to_its_party_alone() {
    let mut story = two_windows();
    story.fill(Message::NoteLabel, SECRET).rest();
    let id = story.window().model.sessions().next().unwrap().id;
    story.in_window(1).press(Message::BackHome).send(Press::SessionDeleted(id));
    story.in_window(0).deliver();
    is_for_lee_alone(&mut story);
}

#[test]
fn late_answer_of_a_finished_close_shows_to_its_party_alone() {
    let mut story = Story::new();
    story.plan("Lee");
    story.now = TEN;
    story.press_start().send(Press::Ended);
    story.rest().open_window_alike();
    story.in_window(0).alone().press(Message::HandOverTo { name: "Lee" }).press(Message::IAm { name: "Lee" });
    story.fill_differently(SECRET).rest();
    story.in_window(1).alone().press(Message::HandOverTo { name: "Lee" });
    for name in ["Lee", &the_manager()] {
        story.press(Message::IAm { name }).press(Message::Coaching).press(Message::AnswerIn);
    }
    story.in_window(0).deliver().press(Message::AnswerLater);
    is_for_lee_alone(&mut story);
}

#[test]
fn private_text_that_was_left_stays_off_the_sheet_for_both() {
    let mut story = Story::new();
    story.plan("Lee").press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    story.fill(Message::NoteLabel, SECRET).rest();
    let draft = story.storage.records.iter().find(|(name, _)| name.contains("draft-prep")).unwrap();
    let (name, record) = (draft.0.split('~').next().unwrap().to_owned(), draft.1.clone());
    story.press(Message::NotReady);
    // Another window, which is gone, left the same half-typed text.
    story.storage.records.insert(written(&name), record);
    story.reload();
    story.now = TEN;
    story.press_start().press(Message::AgreedWrite);
    assert!(!story.notices().join("\n").contains(SECRET), "{:?}", story.notices());
}

/// The manager prepares in two windows, beside a fact that is stored; the first one is the current one.
fn two_windows_of_the_manager(fact: &str) -> Story {
    let mut story = Story::new();
    let name = the_manager();
    let begin = |story: &mut Story| {
        story.press(Message::PrepareOwn).press(Message::IAm { name: &name });
    };
    story.plan("Lee");
    begin(&mut story);
    story.fill(Message::FactLabel, fact).press(Message::NotReady);
    begin(&mut story);
    story.open_window_alike();
    story.in_window(1).uncover();
    story.in_window(0);
    story
}

#[test]
fn facts_of_two_windows_both_stay() {
    for (before, fact) in [("", "The mail\nThe call"), ("Three quiet weeks", "The mail\nThe call")] {
        let mut story = two_windows_of_the_manager(before);
        story.fill(Message::FactLabel, "The mail").press(Message::Told).press(Message::NotReady);
        story.in_window(1).fill(Message::FactLabel, "The call").press(Message::NotReady);
        let half = story.window().model.sessions().next().unwrap().manager_half().unwrap().clone();
        let kept = half.ahead.fact.unwrap();
        assert_eq!((kept.words.as_str(), kept.source), (fact, Source::Told), "after {before:?}");
        story.press(Message::PrepareOwn);
        story.press(Message::IAm { name: &the_manager() });
        assert_eq!(story.field(Message::FactLabel).0, fact);
    }
}

#[test]
fn fact_changed_in_one_window_alone_is_the_changed_one() {
    let mut story = two_windows_of_the_manager("Three quiet weeks");
    story.fill(Message::FactLabel, "Four quiet weeks").press(Message::NotReady);
    story.in_window(1).fill(Message::NoteLabel, "Ask first").press(Message::NotReady);
    let half = story.window().model.sessions().next().unwrap().manager_half().unwrap().clone();
    assert_eq!(half.ahead.fact.unwrap().words.as_str(), "Four quiet weeks");
    assert_eq!(private(&story, Party::Manager).note.unwrap().as_str(), "Ask first");
}

#[test]
fn facts_too_long_together_are_both_in_the_field_to_shorten() {
    let (mine, theirs) = ("a".repeat(1_200), "b".repeat(1_200));
    let mut story = two_windows_of_the_manager("");
    story.fill(Message::FactLabel, &mine);
    story.in_window(1).fill(Message::FactLabel, &theirs).press(Message::NotReady);
    story.in_window(0).press(Message::NotReady);
    let (shown, complaint) = story.field(Message::FactLabel);
    assert_eq!((shown, complaint.is_some()), (format!("{theirs}\n{mine}"), true));
}

#[test]
fn source_chosen_in_the_other_window_stays() {
    let mut story = two_windows();
    story.press(Message::EvidenceAdd).fill(Message::EvidenceLabel, "They were quiet");
    story
        .press(Message::NotReady)
        .press(Message::PrepareAs { name: "Lee" })
        .press(Message::IAm { name: "Lee" });
    story.in_window(1).press(Message::NotReady);
    story.press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    story.in_window(0).press(Message::Seen).press(Message::NotReady);
    story.in_window(1).fill(Message::NoteLabel, "Mine").press(Message::NotReady);
    assert_eq!(half(&story).evidence[0].source, Source::Seen);
}

#[test]
fn words_removed_in_one_window_do_not_come_back_by_the_other() {
    let mut story = two_windows_of_the_manager("Three quiet weeks");
    story.fill(Message::FactLabel, "").press(Message::NotReady);
    story.in_window(1).fill(Message::NoteLabel, "Ask first").press(Message::NotReady);
    let half = story.window().model.sessions().next().unwrap().manager_half().unwrap().clone();
    assert_eq!(half.ahead.fact, None);
    let prepare = |story: &mut Story| {
        story.press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    };
    let mut story = two_windows();
    bring(&mut story, ["The pilot", "The renewal"]);
    story
        .press(Message::EvidenceAdd)
        .fill(Message::EvidenceLabel, "They were quiet")
        .press(Message::NotReady);
    prepare(&mut story);
    story.in_window(1).press(Message::NotReady);
    prepare(&mut story);
    story.in_window(0);
    type_topic(&mut story, 0, "");
    story.fill(Message::EvidenceLabel, "They asked twice").press(Message::NotReady);
    story.in_window(1).fill(Message::NoteLabel, "Mine").press(Message::NotReady);
    assert_eq!(topics(&story), ["The renewal"]);
    let evidence: Vec<String> = half_evidence(&story);
    assert_eq!(evidence, ["They asked twice"]);
    assert_eq!(private(&story, Party::Seller).note.unwrap().as_str(), "Mine");
}

/// Lee prepares in two windows, beside a topic and a line of evidence; the first one then keeps a private note alone, and
/// the second one is the current one.
fn note_kept_in_one_of_two_windows() -> Story {
    let prepare = |story: &mut Story| {
        story.press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    };
    let mut story = two_windows();
    bring(&mut story, ["The pilot", "The renewal"]);
    story.fill(Message::LeaveLabel, "The reorg").press(Message::EvidenceAdd);
    story.fill(Message::EvidenceLabel, "They were quiet").press(Message::NotReady);
    prepare(&mut story);
    story.in_window(1).press(Message::NotReady);
    prepare(&mut story);
    story.in_window(0).fill(Message::NoteLabel, "Mine").press(Message::NotReady);
    story.in_window(1);
    story
}

#[test]
fn evidence_removed_after_a_change_elsewhere_is_gone() {
    for (typed, kept) in [("", vec![]), ("They asked twice", vec!["They asked twice"])] {
        let mut story = note_kept_in_one_of_two_windows();
        story.fill(Message::EvidenceLabel, typed).press(Message::NotReady);
        assert_eq!(half_evidence(&story), kept, "{typed:?}");
        assert_eq!(private(&story, Party::Seller).note.unwrap().as_str(), "Mine");
        assert_eq!(topics(&story), ["The pilot", "The renewal"]);
    }
}

#[test]
fn fact_removed_after_a_change_elsewhere_is_gone() {
    let mut story = two_windows_of_the_manager("Three quiet weeks");
    story.fill(Message::NoteLabel, "Ask first").press(Message::NotReady);
    story.in_window(1).fill(Message::FactLabel, "").press(Message::NotReady);
    let half = story.window().model.sessions().next().unwrap().manager_half().unwrap().clone();
    assert_eq!(half.ahead.fact, None);
    assert_eq!(private(&story, Party::Manager).note.unwrap().as_str(), "Ask first");
}

#[test]
fn words_shared_after_a_change_elsewhere_are_shared() {
    let holdables = [Holdable::Topic(1), Holdable::Evidence(0), Holdable::LeaveAlone];
    let mut story = note_kept_in_one_of_two_windows();
    let other = story.clone();
    for holdable in holdables {
        story.send(Press::HoldToggled(holdable));
    }
    story.press(Message::NotReady);
    let all = |story: &Story| {
        let half = half(story);
        (topics(story), half_evidence(story), half.leave_alone.map(|words| words.to_string()))
    };
    assert_eq!(all(&story), (vec!["The pilot".to_owned()], vec![], None), "held back");
    // The first window keeps something else, and the second one shares them all again.
    let begin = |story: &mut Story| {
        story.press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    };
    begin(&mut story);
    begin(story.in_window(0));
    story.fill(Message::NoteLabel, "Mine, too").press(Message::NotReady).in_window(1);
    for holdable in [Holdable::Topic(1), Holdable::Evidence(0), Holdable::LeaveAlone] {
        story.send(Press::HoldToggled(holdable));
    }
    story.press(Message::NotReady);
    assert_eq!(all(&story), all(&other));
    assert_eq!(private(&story, Party::Seller).note.unwrap().as_str(), "Mine, too");
}

fn half_evidence(story: &Story) -> Vec<String> {
    half(story).evidence.iter().map(|line| line.words.to_string()).collect()
}
