//! A sheet that changed elsewhere while a person typed: all texts of both are there, or in the fields to shorten.

use coaching_session::domain::half::SellerHalf;
use coaching_session::domain::party::Party;
use coaching_session::domain::private::Private;
use coaching_session::domain::topic::TOPIC_LIMIT;
use coaching_session::program::event::Press;
use coaching_session::text::message::Message;

use crate::given::TEN;
use crate::intl::env;
use crate::seen;
use crate::story::{Story, the_manager};

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
    story.press(Message::StartTogether).send(Press::Ended);
    story.press(Message::AnswerAs { name: &the_manager() }).press(Message::IAm { name: &the_manager() });
    story.rest().open_window_alike();
    story.in_window(1).uncover().fill(Message::KeepLabel, &theirs).press(Message::AnswerLater);
    story.in_window(0).fill(Message::KeepLabel, &mine).press(Message::AnswerIn);
    assert_eq!(story.field(Message::KeepLabel).0, format!("{theirs}\n{mine}"));
    let kept = |story: &Story| {
        let session = story.window().model.sessions().next().unwrap().clone();
        session.manager_half().unwrap().closing.keep.clone().unwrap().to_string()
    };
    assert_eq!(kept(&story), theirs);
    story.fill(Message::KeepLabel, "The questions").press(Message::AnswerIn);
    assert_eq!(kept(&story), "The questions");
}
