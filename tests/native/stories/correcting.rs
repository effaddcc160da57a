//! Corrections of the clock, the reason of a pause, and the undo of many steps.

use coaching_session::domain::time::Span;
use coaching_session::text::message::Message;

use super::rail;
use crate::seen;
use crate::story::Story;

/// Returns the expected finish or the pause, and the words below.
fn finish(story: &Story) -> (String, String) {
    let view = story.view();
    let finish = &seen::run(&view).finish;
    (finish.statement.to_string(), finish.difference.as_deref().unwrap_or_default().to_owned())
}

/// Returns the labels of the buttons that correct the clock.
fn corrections(story: &Story) -> Vec<String> {
    let view = story.view();
    let found = seen::run(&view).corrections.iter().flat_map(|view| &view.actions);
    found.map(|action| action.label.to_string()).collect()
}

#[test]
fn corrections_come_and_go_with_the_time() {
    let mut story = Story::new();
    story.begin().watch(0);
    let wakes = |story: &Story| story.window().wake.expect("the clock runs").since(story.now);
    assert_eq!(corrections(&story), ["We began 2 min ago", "We began 5 min ago", "We began 10 min ago"]);
    assert_eq!(wakes(&story), Span::minutes(1), "the end of the item a minute ago becomes possible");
    story.watch(1);
    assert_eq!(wakes(&story), Span::minutes(1), "a start two minutes ago is none any more");
    story.watch(1);
    let after = [
        "We began 5 min ago",
        "We began 10 min ago",
        "This item ended 1 min ago",
        "This item ended 2 min ago",
    ];
    assert_eq!(corrections(&story), after);
}

#[test]
fn session_that_began_earlier_says_so_on_the_clock() {
    let mut story = Story::new();
    story.begin().watch(1);
    let began =
        ["We began 2 min ago", "We began 5 min ago", "We began 10 min ago", "This item ended 1 min ago"];
    assert_eq!(corrections(&story), began);
    story.press("We began 2 min ago").survives_a_reload();
    assert_eq!(&*story.dial().digits, "1:00");
    assert_eq!(seen::run(&story.view()).rail[0].times.as_deref(), Some("09:59 to about 10:02"));
    assert_eq!(finish(&story).0, "Ends about 10:44");
    story.press("Undo the earlier start").survives_a_reload();
    assert_eq!(&*story.dial().digits, "2:00");
    story.press("Next: First opportunity");
    assert!(!corrections(&story).iter().any(|label| label.starts_with("We began")));
}

#[test]
fn item_that_ended_earlier_gives_its_minutes_to_the_next() {
    let mut story = Story::new();
    story.begin().watch(8);
    story.press("This item ended 5 min ago").survives_a_reload();
    assert_eq!(&*seen::run(&story.view()).title, "First opportunity");
    assert_eq!(&*story.dial().digits, "15:00");
    assert_eq!(rail(&story)[0].1, "3 min");
    assert_eq!(finish(&story).0, "Ends about 10:45");
    story.press("Undo the change of item").survives_a_reload();
    assert_eq!(&*story.dial().digits, "+5:00");
}

#[test]
fn reason_of_a_pause_is_noted_and_leaves_no_device() {
    let mut story = Story::new();
    story.begin().watch(2).press(Message::Pause);
    assert_eq!(finish(&story), ("Paused since 10:02".into(), String::new()));
    story.press(Message::PauseVisitor).survives_a_reload();
    assert_eq!(finish(&story), ("Paused since 10:02".into(), "Somebody came in".into()));
    assert!(!story.offers(Message::PauseCall), "it asks once");
    let mut other = story.clone();
    other.press("Undo the reason");
    assert!(other.offers(Message::PauseCall));
    story.watch(3).press(Message::Resume).press(Message::EndEarly).press(Message::SendTo { name: "Lee" });
    other.watch(3).press(Message::Resume).press(Message::EndEarly).press(Message::SendTo { name: "Lee" });
    let sent =
        |story: &mut Story| story.press(Message::CopyWords).window().sent.clone().expect("a message").text;
    let (with, without) = (sent(&mut story), sent(&mut other));
    assert!(!with.contains("came in"), "{with}");
    assert_eq!(with.len(), without.len());
}

#[test]
fn twenty_steps_of_the_clock_are_undone_one_at_a_time() {
    let mut story = Story::new();
    story.begin();
    let mut before = Vec::new();
    for step in 0..20 {
        before.push(rail(&story));
        let name =
            ["Next: First opportunity", "+5 min for this item", "Back", "+1 min for this item"][step % 4];
        story.watch(1).press(name);
    }
    let undo = ["Undo +1 min", "Undo the change of item", "Undo +5 min", "Undo the change of item"];
    for (step, rail_before) in before.into_iter().rev().enumerate() {
        story.press(undo[step % 4]).survives_a_reload();
        let titles =
            |rail: &[(String, String)]| rail.iter().map(|(title, _)| title.clone()).collect::<Vec<_>>();
        assert_eq!(titles(&rail(&story)), titles(&rail_before));
    }
    assert!(story.offers("Undo the start"), "{:?}", seen::names(&story.view()));
}
