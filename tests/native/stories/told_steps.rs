//! The manager ticks own next steps between two sessions, and both see it at the next one.

use coaching_session::domain::time::Span;
use coaching_session::text::message::Message;

use super::ticking::{held, row, steps};
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
