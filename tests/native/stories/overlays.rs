//! Links and files above a screen, and answers of the browser that come late.

use coaching_session::program::event::{Event, Press};
use coaching_session::program::state::request::RequestId;

use crate::seen;
use crate::story::Story;

/// Returns a link by which Maria invites Lee.
fn invitation() -> String {
    let mut maria = Story::new();
    maria.plan("Lee").invite("Lee").press("Copy the link");
    maria.window().copied.clone().unwrap()
}

/// Opens the link above the screen, and leaves it.
#[track_caller]
fn comes_back(mut story: Story, link: &str) {
    let before = story.view();
    story.send(Event::LinkOpened(link.to_owned()));
    assert_ne!(story.view(), before, "the link covers the screen");
    story.press("Not now");
    assert_eq!(story.view(), before, "with all that was typed");
}

#[test]
fn link_left_shows_the_screen_below_with_typed_text() {
    for link in [invitation(), "see you on Thursday".to_owned()] {
        let mut form = Story::new();
        form.press("Plan a session").fill("Who will you coach?", "Ann").press("Plan this session");
        comes_back(form, &link);
        let mut preparation = Story::new();
        preparation.plan("Lee").press("Prepare as Lee").press("I am Lee");
        preparation.fill("What would help most?", "The pil");
        comes_back(preparation, &link);
        let mut request = Story::new();
        request.press("Ask for a session").fill("Who should coach you?", "Mar");
        comes_back(request, &link);
    }
}

#[test]
fn answer_to_an_earlier_copy_is_ignored() {
    let mut maria = Story::new();
    maria.plan("Lee").invite("Lee").press("Copy the link");
    let first = maria.window().request;
    maria.press("Copy the link");
    let told = |story: &Story| seen::sheet(&story.view()).outcome.clone();
    maria.send(Event::CopySettled(first, true));
    assert_eq!(told(&maria), None, "late");
    maria.settle_copy(true);
    assert_eq!(told(&maria).as_deref(), Some("Copied."));
    // The same answer again, and an answer after the screen was left.
    maria.settle_copy(false);
    assert_eq!(told(&maria).as_deref(), Some("Copied."));
    let last = maria.window().request;
    maria.send(Press::HomeOpened);
    let before = maria.view();
    maria.send(Event::CopySettled(last, false));
    assert_eq!(maria.view(), before);
}

#[test]
fn part_of_an_earlier_file_is_ignored() {
    let mut story = Story::new();
    story.send(Event::FileCame(RequestId(2), "hel".to_owned()));
    story
        .send(Event::FileCame(RequestId(1), "{}".to_owned()))
        .send(Event::FileOpened(RequestId(1), Some("saved.jsonl".to_owned())));
    assert_eq!(&*seen::home(&story.view()).open, "Open a file", "the earlier file opens nothing");
    story.send(Event::FileOpened(RequestId(2), Some("saved.jsonl".to_owned())));
    assert_eq!(&*seen::file(&story.view()).heading, "This file can't be opened");
}
