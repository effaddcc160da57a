//! Claims about what went out: none outlives a change of what the link holds, and a message stays what it was when it was
//! sent first.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::text::message::Message;

use crate::given::TEN;
use crate::seen;
use crate::story::Story;

/// The text that is copied from the open screen.
#[track_caller]
fn copied(story: &mut Story) -> String {
    let text = story.press(Message::CopyWords).window().sent.clone().expect("a message").text;
    story.settle_copy(true);
    text
}

#[test]
fn changed_invitation_stays_one_and_is_no_longer_copied() {
    let mut maria = Story::new();
    maria.plan("Lee").invite("Lee");
    let first = copied(&mut maria);
    let told = |maria: &Story| seen::sheet(&maria.view()).outcome.as_ref().map(ToString::to_string);
    assert_eq!(told(&maria).as_deref(), Some("Copied."));
    maria.press(Message::CountOnAll);
    assert_eq!(told(&maria), None, "the clipboard holds the old words");
    assert_eq!(&*seen::sheet(&maria.view()).heading, "Invite Lee", "nobody has read the first one");
    let second = copied(&mut maria);
    assert!(second.contains("This is coaching") && second.contains("You can count on this:"), "{second}");
    assert!(told(&maria).is_some() && first != second);
    maria.press(Message::EditDone);
    let sent = seen::planned(&maria.view()).sent.clone().expect("a statement");
    assert_eq!(&*sent.words, "You copied the invitation on Wed 13 May.");
}

#[test]
fn opened_mail_program_is_no_more_than_asked_for() {
    let mut maria = Story::new();
    maria.plan("Lee").invite("Lee").press(Message::SendMail);
    let told = seen::sheet(&maria.view()).outcome.clone();
    assert_eq!(told.as_deref(), Some("If no e-mail opened, copy the text and link instead."));
}

#[test]
fn line_for_the_next_session_goes_with_the_record() {
    let mut maria = Story::new();
    maria.plan("Lee");
    maria.now = TEN;
    maria.press_start().press(Message::EndEarly).press(Message::AnotherTime);
    maria.fill(Message::DateLabel, "2026-06-11").press(Message::FormSubmit).press(Message::BackHome);
    maria.open_first_page();
    maria.fill(Message::CameUp, "The legal review").press(Message::CameUpKeep);
    let held = maria
        .window()
        .model
        .sessions()
        .find(|session| !session.manager_half().is_some_and(|half| half.is_planned()));
    let id = held.expect("one was held").id;
    maria.send(coaching_session::program::event::Press::ShareOpened(id));
    let sections = format!("{:?}", seen::sheet(&maria.view()).sections);
    assert!(sections.contains("The legal review"), "{sections}");
}

#[test]
fn sample_waits_for_no_invitation() {
    let mut maria = Story::new();
    maria.press(Message::SampleOpen).open_first();
    let next = seen::planned(&maria.view()).next.label.to_string();
    assert!(next != "Invite Lee (sample)" && !next.starts_with("Invite"), "{next}");
}
