//! The page in a frame: the page around it asks the person for data, files can be copied, and a link leads to the full page.

use coaching_session::outgoing::summary::Form;
use coaching_session::program::effect::Refusal;
use coaching_session::program::event::{Call, Event, Frame, FrameData};
use coaching_session::program::state::request::RequestId;
use coaching_session::text::message::Message;

use crate::intl;
use crate::seen;
use crate::story::{HOME, Story};

const AROUND: &str = "https://intranet.example";

/// Calls a method as the page around the frame; returns the answer, `None` while the person is asked.
fn call(story: &mut Story, number: u32, call: Call) -> Option<Result<String, Refusal>> {
    story.send(Event::CalledAround(RequestId(number), call.into(), AROUND.into()));
    answer(story, number)
}

fn answer(story: &mut Story, number: u32) -> Option<Result<String, Refusal>> {
    let answers = &story.window().answers;
    answers.iter().find(|(answered, _)| answered.0 == number).map(|(_, answer)| answer.clone())
}

fn framed(data: FrameData) -> Story {
    let mut story = Story::new();
    story.frame = Some(Frame { page: HOME.into(), data });
    story.reload();
    story
}

#[test]
fn page_around_gets_the_link_that_was_shown() {
    let mut story = framed(FrameData::Apart);
    story.plan("Lee");
    assert_eq!(call(&mut story, 7, Call::Link), None, "the person is asked");
    let view = story.view();
    let asked = seen::page_asks(&view);
    assert!(asked.heading.to_string().contains(AROUND));
    let (_, shown) = asked.text.clone().expect("a text");
    story.press(Message::AskedGive);
    assert_eq!(answer(&mut story, 7), Some(Ok(shown.to_string())));
    seen::planned(&story.view());
}

#[test]
fn declined_call_is_refused_and_asked_no_more() {
    let mut story = framed(FrameData::Apart);
    story.plan("Lee");
    for (number, asked) in [(1, Call::Link), (2, Call::Calendar), (3, Call::Export), (4, Call::Delete)] {
        assert_eq!(call(&mut story, number, asked.clone()), None);
        story.press(Message::AskedDecline);
        assert_eq!(answer(&mut story, number), Some(Err(Refusal::Declined)));
        assert_eq!(call(&mut story, number + 10, asked), Some(Err(Refusal::Declined)), "asked once");
        seen::planned(&story.view());
    }
    story.reload();
    assert_eq!(call(&mut story, 30, Call::Link), None, "a new start asks again");
}

#[test]
fn second_call_is_refused_while_the_person_is_asked() {
    let mut story = framed(FrameData::Apart);
    assert_eq!(call(&mut story, 1, Call::Export), None);
    for asked in [Call::Export, Call::Delete, Call::Summary(Form::Plain)] {
        assert_eq!(call(&mut story, 2, asked), Some(Err(Refusal::Asked)));
    }
    story.press(Message::AskedGive);
    assert!(matches!(answer(&mut story, 1), Some(Ok(file)) if file.starts_with("{\"coaching-session\"")));
}

#[test]
fn call_without_a_result_asks_nobody() {
    let mut story = framed(FrameData::Apart);
    for (number, asked) in [(1, Call::Link), (2, Call::Calendar), (3, Call::Summary(Form::Markdown))] {
        assert_eq!(call(&mut story, number, asked), Some(Err(Refusal::NoSession)));
    }
    assert_eq!(call(&mut story, 4, Call::Import("no file".into())), Some(Err(Refusal::NoFile)));
    seen::home(&story.view());
}

#[test]
fn deletion_waits_for_the_person() {
    let mut story = framed(FrameData::Apart);
    story.plan("Lee");
    assert_eq!(call(&mut story, 1, Call::Delete), None);
    assert!(seen::page_asks(&story.view()).text.is_none());
    assert!(story.storage.records.keys().any(|name| name.contains("session/")), "nothing is gone yet");
    story.press(Message::AskedDeleteAll);
    assert_eq!(answer(&mut story, 1), Some(Ok(String::new())));
    assert!(story.storage.records.is_empty());
}

#[test]
fn frame_offers_to_copy_the_file_that_may_not_come() {
    let mut story = framed(FrameData::Shared);
    story.plan("Lee").press(Message::BackHome).press(Message::SaveFile);
    assert!(story.offers(Message::FrameFileCopy));
    story.press(Message::FrameFileCopy);
    let copied = story.window().copied.clone().expect("a text");
    assert!(copied.starts_with("{\"coaching-session\""), "{copied}");
    story.press(Message::Dismiss);
    assert!(!story.offers(Message::FrameFileCopy));
    let mut page = Story::new();
    page.plan("Lee").press(Message::BackHome).press(Message::SaveFile);
    assert!(!page.offers(Message::FrameFileCopy), "the full page saves files");
}

#[test]
fn frame_leads_to_the_full_page_and_says_what_it_keeps_apart() {
    let said = |message: Message<'_>| intl::env("en").say(&message).to_string();
    assert!(Story::new().view().full_page.is_none());
    for (data, label, is_apart) in [
        (FrameData::Shared, Message::FullPage, false),
        (FrameData::Apart, Message::FullPageWith, true),
        (FrameData::Sealed, Message::FullPage, true),
    ] {
        let view = framed(data).view();
        assert_eq!(view.full_page.map(|page| page.takes_over), Some(false), "nothing to take along yet");
        let mut story = framed(data);
        let view = story.plan("Lee").view();
        let page = view.full_page.expect("a link");
        assert_eq!(page.address.to_string(), HOME);
        assert_eq!(page.label.to_string(), said(label));
        assert_eq!(page.lead.is_some(), is_apart, "{data:?}");
        assert_eq!(page.takes_over, data == FrameData::Apart);
    }
}
