//! The events of the element: what the host page hears, and that both people are told so.

use coaching_session::domain::time::Span;
use coaching_session::program::effect::{Failed, Shared, Told};
use coaching_session::program::event::{Event, Host, Telling};
use coaching_session::text::message::Message;

use crate::given::TEN;
use crate::story::{Room, Story};

/// Begins on a page that hears all events.
fn heard() -> Story {
    let mut story = Story::new();
    story.host = Host { telling: Telling::All, ..Host::default() };
    story.reload();
    story.window_mut().told.clear();
    story
}

/// Returns what the page has heard since it was asked last.
fn hears(story: &mut Story) -> Vec<Told> {
    std::mem::take(&mut story.window_mut().told)
}

#[test]
fn start_of_the_widget_is_told_to_every_page() {
    let mut story = Story::new();
    assert_eq!(hears(&mut story), [Told::Ready]);
}

#[test]
fn session_is_told_from_start_to_end() {
    let mut story = heard();
    story.begin();
    assert_eq!(hears(&mut story), [Told::Start(TEN), Told::Item(0, TEN)]);
    story.press(Message::Pause);
    story.press(Message::Resume);
    assert_eq!(hears(&mut story), []);
    story.watch(4);
    let over = TEN.plus(Span::minutes(3));
    let [Told::Overrun(0, at)] = hears(&mut story)[..] else { panic!("one overrun") };
    assert!(at >= over && at <= over.plus(Span(1000)), "{at:?}");
    story.send(coaching_session::program::event::Press::WentOn);
    assert_eq!(hears(&mut story), [Told::Item(1, TEN.plus(Span::minutes(4)))]);
    story.watch(1).press(Message::EndEarly);
    assert_eq!(hears(&mut story), [Told::End(TEN.plus(Span::minutes(5)))]);
    story.reload().press(Message::BackHome).open_first();
    assert_eq!(hears(&mut story), [Told::Ready], "nothing is told twice");
}

#[test]
fn readiness_is_told_when_it_changes() {
    let mut story = heard();
    story.plan("Lee").press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    assert_eq!(hears(&mut story), []);
    story.press(Message::ReadySeller);
    assert_eq!(hears(&mut story), [Told::Readiness { manager: false, seller: true }]);
    story
        .press(Message::PrepareAs { name: "Lee" })
        .press(Message::IAm { name: "Lee" })
        .press(Message::NotReady);
    assert_eq!(hears(&mut story), [Told::Readiness { manager: false, seller: false }]);
}

#[test]
fn sending_and_saving_are_told_by_kind() {
    let mut story = heard();
    story.plan("Lee").invite("Lee").press(Message::CopyWords).settle_copy(false);
    assert_eq!(hears(&mut story), [], "nothing was copied");
    story.press(Message::CopyWords).settle_copy(true);
    assert_eq!(hears(&mut story), [Told::Share(Shared::Invitation)]);
}

#[test]
fn page_without_events_hears_trouble_alone() {
    let mut story = Story::new();
    story.window_mut().told.clear();
    story.begin();
    assert_eq!(hears(&mut story), []);
    story.storage.room = Room::None;
    story.press(Message::Pause);
    assert_eq!(hears(&mut story), [Told::Error(Failed::Storage)]);
    story.press(Message::Resume);
    assert_eq!(hears(&mut story), [], "trouble that goes on is told once");
    story.storage.room = Room::Enough;
    story.press(Message::Pause);
    story.storage.room = Room::None;
    story.press(Message::Resume);
    assert_eq!(hears(&mut story), [Told::Error(Failed::Storage)]);
    story.send(Event::LinkOpened("https://a.test/#cs=1.damaged".into()));
    assert_eq!(hears(&mut story), [Told::Error(Failed::Link)]);
}

#[test]
fn page_that_wants_nothing_stored_hears_of_no_trouble() {
    let mut story = Story::new();
    story.storage.room = Room::Unwanted;
    story.reload().plan("Lee");
    let told = hears(&mut story);
    assert!(told.iter().all(|told| *told == Told::Ready), "{told:?}");
}

#[test]
fn widget_says_that_the_page_is_told() {
    assert_eq!(Story::new().view().told, None);
    let mut story = heard();
    let line = |story: &Story| story.view().told.map(|told| told.to_string());
    let said = Some("This page is told when sessions start and end.".to_owned());
    assert_eq!(line(&story), said);
    story.begin();
    assert_eq!(line(&story), said, "also while the session runs");
}

#[test]
fn fault_in_the_content_of_a_company_is_told() {
    let mut story = Story::new();
    story.window_mut().told.clear();
    story.send(Event::Configured("{".into()));
    assert_eq!(hears(&mut story), [Told::Error(Failed::Config)]);
}
