//! The manager ticks own next steps between two sessions, and both see it at the next one.

use coaching_session::domain::time::Span;
use coaching_session::present::parts::sheet::Entry;
use coaching_session::program::event::{Event, Press};
use coaching_session::text::message::Message;

use super::ticking::{held, message, row, steps};
use crate::seen;
use crate::story::Story;

/// The steps that the running session looks back at.
fn looked_back_at(story: &mut Story) -> Vec<String> {
    story.now = story.now.plus(Span::minutes(28 * 24 * 60));
    story.press_start();
    while seen::notes(&story.view()).is_none_or(|notes| notes.left.is_empty()) {
        let next = seen::names(&story.view()).into_iter().find(|name| name.starts_with("Next: "));
        story.press(&next.expect("an item looks back"));
    }
    let view = story.view();
    let left = &seen::notes(&view).expect("notes").left;
    left.iter().flat_map(|list| &list.rows).map(row).collect()
}

#[test]
fn step_that_the_manager_did_stands_in_look_back() {
    let (mut maria, _) = held(true);
    maria.press("Done: Open the door").reload();
    assert!(!steps(&maria).iter().any(|step| step.contains("Open the door")), "{:?}", steps(&maria));
    maria.open_first();
    let rows = looked_back_at(&mut maria);
    assert_eq!(rows[0], "Maria: Open the door (From Thu 14 May · Maria did this)", "{rows:?}");
    // Once that session is over, nothing is left of it.
    maria.press(Message::EndEarly).press(Message::BackHome);
    assert!(!steps(&maria).iter().any(|step| step.contains("Open the door")), "{:?}", steps(&maria));
}

/// The lines of the open sheet, each with its remark.
fn lines(story: &Story) -> Vec<String> {
    let view = story.view();
    let entries = seen::entries(seen::sheet(&view)).into_iter();
    let line = |entry: &Entry| match entry {
        Entry::Line(line) => Some(seen::read(line).to_string()),
        _ => None,
    };
    entries.filter_map(line).collect()
}

#[test]
fn seller_learns_of_the_managers_step_with_the_next_plan() {
    let (mut maria, mut lee) = held(true);
    let ticks = seen::actions(&maria.view()).into_iter().map(|action| action.press);
    let press = ticks.into_iter().find(|press| matches!(press, Press::StepAnswered(..))).expect("a tick");
    maria.press("Done: Open the door");
    let booked = maria
        .window()
        .model
        .sessions()
        .find(|session| session.manager_half().is_some_and(|half| half.is_planned()));
    let id = booked.expect("one is booked").id;
    let open = "Open the door (Maria)".to_owned();
    let done = "Open the door (Maria · Maria did this)".to_owned();
    assert!(steps(&lee).contains(&open), "{:?}", steps(&lee));
    maria.send(Press::ShareOpened(id));
    assert!(lines(&maria).contains(&"Open the door (Maria did this)".into()), "{:?}", lines(&maria));
    let text = message(&mut maria);
    lee.send(Event::LinkOpened(text)).press(Message::KeepUnanswered).press(Message::BackHome);
    assert!(steps(&lee).contains(&done), "{:?}", steps(&lee));
    // Taken back, by a list that was open all the while: the next plan says nothing of it, and the step is open for both.
    maria.press(Message::BackHome).send(press);
    maria.send(Press::ShareOpened(id));
    assert!(!lines(&maria).iter().any(|line| line.contains("did this")), "{:?}", lines(&maria));
    let text = message(&mut maria);
    lee.send(Event::LinkOpened(text)).press(Message::KeepUnanswered).press(Message::BackHome);
    assert!(steps(&lee).contains(&open), "{:?}", steps(&lee));
}
