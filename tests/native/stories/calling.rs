//! The methods of the element: what a host page gets, and what it is refused.

use coaching_session::outgoing::summary::Form;
use coaching_session::program::effect::Refusal;
use coaching_session::program::event::{Call, Event};
use coaching_session::program::state::request::RequestId;
use coaching_session::text::message::Message;

use crate::seen;
use crate::story::{HOME, Room, Story, records_of};

/// Calls a method, and returns the answer.
#[track_caller]
fn call(story: &mut Story, call: Call) -> Result<String, Refusal> {
    let number = RequestId(u32::try_from(story.window().answers.len()).unwrap() + 7);
    story.send(Event::Called(number, call.into()));
    let (answered, answer) = story.window().answers.last().cloned().expect("an answer");
    assert_eq!(answered, number);
    answer
}

#[test]
fn calls_without_a_session_on_the_screen_are_refused() {
    let mut story = Story::new();
    for asked in [Call::Link, Call::Calendar, Call::Summary(Form::Plain)] {
        assert_eq!(call(&mut story, asked), Err(Refusal::NoSession));
    }
    story.plan("Lee").press(Message::BackHome);
    assert_eq!(call(&mut story, Call::Link), Err(Refusal::NoSession), "the list shows no one session");
}

#[test]
fn link_is_the_one_that_the_person_would_send() {
    let mut story = Story::new();
    story.plan("Lee").invite("Lee");
    story.press(Message::OtherWays).press(Message::CopyLink);
    let copied = story.window().copied.clone().expect("a link");
    assert_eq!(call(&mut story, Call::Link), Ok(copied.clone()));
    assert!(copied.starts_with(HOME) && copied.contains("#cs=1."), "{copied}");
    let mut lee = Story::elsewhere();
    lee.send(Event::LinkOpened(copied));
    assert!(
        seen::names(&lee.view()).len() > 1
            && lee.storage.records.iter().all(|(name, _)| !name.contains("session/"))
    );
}

#[test]
fn link_is_refused_while_a_typed_password_locks_nothing() {
    let mut story = Story::new();
    story.plan("Lee").invite("Lee").press(Message::OtherWays).fill(Message::PasswordLabel, "sesame");
    assert_eq!(call(&mut story, Call::Link), Err(Refusal::NotLocked));
}

#[test]
fn calendar_is_of_a_planned_session_alone_and_records_nothing() {
    let mut story = Story::new();
    story.plan("Lee");
    let before = story.storage.records.clone();
    let entry = call(&mut story, Call::Calendar).expect("an entry");
    assert!(entry.starts_with("BEGIN:VCALENDAR\r\n") && entry.contains("Lee"), "{entry}");
    assert_eq!(story.storage.records, before, "nobody knows that it is in a calendar");
    story.begin();
    assert_eq!(call(&mut story, Call::Calendar), Err(Refusal::NotPlanned));
}

#[test]
fn summary_is_of_a_session_that_is_over() {
    let mut story = Story::new();
    story.begin();
    assert_eq!(call(&mut story, Call::Summary(Form::Plain)), Err(Refusal::NotOver));
    story.watch(5).press(Message::EndEarly);
    let text = call(&mut story, Call::Summary(Form::Plain)).expect("a summary");
    let markdown = call(&mut story, Call::Summary(Form::Markdown)).expect("a summary");
    assert!(!text.contains('#') && markdown.starts_with("# "), "{text}{markdown}");
    story.press(Message::SummarySave);
    assert_eq!(story.window().saved, Some(markdown));
}

#[test]
fn export_is_the_saved_file_and_comes_in_again() {
    let mut story = Story::new();
    story.plan("Lee").press(Message::BackHome);
    let file = story.saved(Message::SaveFile);
    assert_eq!(records_of(&call(&mut story, Call::Export).unwrap()), records_of(&file));
    let mut other = Story::elsewhere();
    assert_eq!(call(&mut other, Call::Import(file.clone())), Ok(String::new()));
    assert_eq!(seen::home(&other.view()).groups.len(), 1);
    let told = seen::home(&other.view()).brought[0].text.clone();
    assert!(told.starts_with("\u{201c}Data from this page\u{201d} was added: Lee"), "{told}");
    other.press(Message::Undo);
    assert_eq!(seen::home(&other.view()).groups.len(), 0, "what the page brought can be undone");
    for hostile in ["", "{}", "no file", "[1,2", "{\"coaching-session\":2}\n"] {
        let before = other.storage.records.clone();
        assert_eq!(call(&mut other, Call::Import(hostile.into())), Err(Refusal::NoFile), "{hostile}");
        assert_eq!(other.storage.records, before);
    }
}

#[test]
fn import_leaves_the_screen_and_its_text_alone() {
    let mut other = Story::new();
    let file = other.plan("Ada").press(Message::BackHome).saved(Message::SaveFile);
    let mut story = Story::elsewhere();
    story.press(Message::PlanOne).fill(Message::SellerLabel, "Grace");
    assert_eq!(call(&mut story, Call::Import(file)), Ok(String::new()));
    assert_eq!(story.field(Message::SellerLabel).0, "Grace");
}

#[test]
fn deletion_leaves_nothing_stored_or_shown() {
    let mut story = Story::new();
    story.plan("Lee").store("session/damaged~1", "{");
    story.reload();
    story.press(Message::BackHome).press(Message::PlanOne).fill(Message::SellerLabel, "Grace");
    assert_eq!(call(&mut story, Call::Delete), Ok(String::new()));
    assert!(story.storage.records.is_empty(), "{:?}", story.storage.records);
    assert!(seen::home(&story.view()).empty.is_some() && story.notices().is_empty());
    story.plan("Ada").reload();
    assert!(story.storage.records.values().all(|record| !record.contains("Lee")));
}

#[test]
fn deletion_that_the_browser_refuses_keeps_all() {
    let mut story = Story::new();
    story.plan("Lee").press(Message::BackHome);
    let before = story.storage.records.clone();
    story.storage.room = Room::Denied;
    assert_eq!(call(&mut story, Call::Delete), Err(Refusal::NotRemoved));
    story.storage.room = Room::Enough;
    story.reload();
    assert_eq!(seen::home(&story.view()).groups.len(), 1);
    assert!(before.keys().all(|name| story.storage.records.contains_key(name)));
}
