//! The keys of a running session: their switch, and their list.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::program::event::{Event, Here, Host, Hotkeys};
use coaching_session::text::message::Message;

use crate::given::TEN;
use crate::seen;
use crate::story::Story;

fn begun() -> Story {
    let mut story = Story::new();
    story.plan("Lee");
    story.now = TEN;
    story.press_start();
    story
}

/// Returns the listed keys; `None` while the list is closed.
fn listed(story: &Story) -> Option<Vec<&'static str>> {
    let keys = seen::run(&story.view()).keys.clone().unwrap();
    keys.sheet.map(|sheet| sheet.keys.into_iter().map(|(key, _)| key).collect())
}

#[test]
fn list_of_the_keys_opens_and_closes() {
    let mut story = begun();
    assert_eq!(listed(&story), None);
    story.press(Message::KeysList);
    assert_eq!(listed(&story), Some(vec!["g", "b", "w", "m", "s", "p", "n", "a", "o", "v", "f", "?"]));
    story.press(Message::KeysClose);
    assert_eq!(listed(&story), None);
    story.press(Message::KeysList).reload();
    assert_eq!(listed(&story), None, "the list dies with the screen");
}

#[test]
fn page_that_keeps_the_keys_shows_no_switch() {
    let mut story = begun();
    let host = Host { hotkeys: Hotkeys::Off, ..Host::default() };
    story.send(Event::HereChanged(Box::new(Here { host, ..Here::default() })));
    assert!(seen::run(&story.view()).keys.is_none());
}
