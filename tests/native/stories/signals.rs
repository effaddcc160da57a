//! The signals of a running session: the chime, the title of the tab, the screen that stays on, and a clock with fewer
//! numbers or none.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::time::Span;
use coaching_session::program::effect::Tone::{Nearing, Up};
use coaching_session::program::event::{Event, Here};
use coaching_session::text::message::Message;

use crate::drawn;
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

/// Returns a begun session with these signals on.
fn with(signals: &[Message<'static>]) -> Story {
    let mut story = begun();
    for signal in signals {
        story.press(*signal);
    }
    story
}

#[test]
fn chime_sounds_once_as_it_is_switched_on_and_at_each_end() {
    let mut story = with(&[Message::SignalChime]);
    assert_eq!(story.window().chimes, [Up], "a trial");
    story.watch(3);
    assert_eq!(story.window().chimes, [Up, Up]);
    story.watch(5);
    assert_eq!(story.window().chimes, [Up, Up], "an overrun is silent");
    story.press("+1 min for this item").watch(1);
    assert_eq!(story.window().chimes, [Up, Up, Up], "more time is up, too");
    story.press("Next: First opportunity").press("Back");
    assert_eq!(story.window().chimes.len(), 3, "going back to an item that is up is no news");
}

#[test]
fn chime_before_the_end_sounds_only_if_wanted() {
    let mut story = with(&[Message::SignalChime, Message::SignalNearing]);
    assert_eq!(story.window().chimes, [Up, Nearing]);
    story.watch(2);
    assert_eq!(story.window().chimes, [Up, Nearing, Nearing]);
    story.watch(1);
    assert_eq!(story.window().chimes, [Up, Nearing, Nearing, Up]);
    story.press(Message::SignalChime);
    assert!(!story.offers(Message::SignalNearing));
    story.press("Next: First opportunity").watch(25);
    assert_eq!(story.window().chimes.len(), 4, "the switch of the chime is that of both");
}

#[test]
fn end_that_nobody_saw_is_silent() {
    let mut story = with(&[Message::SignalChime]);
    story.sleep(5).send(Event::AlarmRang);
    assert_eq!(story.window().chimes, [Up]);
    story.reload().watch(1);
    assert_eq!(story.window().chimes, [Up], "a page that opens during an overrun is silent");
}

#[test]
fn signals_are_remembered() {
    let mut story = with(&[Message::SignalChime, Message::SignalNoSeconds]);
    story.survives_a_reload().reload();
    let chosen = |story: &Story| -> Vec<String> {
        let switches = seen::run(&story.view()).signals.switches.clone();
        let chosen = switches.into_iter().filter(|switch| switch.is_chosen);
        chosen.map(|switch| switch.action.label.to_string()).collect()
    };
    let on = ["A soft chime when time is up", "No seconds until the last minute"];
    assert_eq!(chosen(&story), on);
    story.press(Message::SignalChime).reload();
    assert_eq!(chosen(&story), on[1..]);
}

#[test]
fn tab_names_the_minutes_left_until_the_session_is_left() {
    let mut story = begun();
    assert_eq!(story.window().title, None);
    story.press(Message::SignalTitle);
    let title = |story: &Story| story.window().title.clone().unwrap_or_default();
    assert_eq!(title(&story), "3 min left · Open");
    story.send(Event::PageHidden).watch(1);
    assert_eq!(title(&story), "2 min left · Open", "a hidden page goes on");
    story.watch(2);
    assert_eq!(title(&story), "Time is up · Open");
    story.watch(2);
    assert_eq!(title(&story), "2 min over · Open");
    story.send(Event::PageShown).press(Message::Pause);
    assert_eq!(title(&story), "Paused · Open");
    story.press(Message::Resume).press(Message::SignalNoNumbers);
    assert_eq!(title(&story), "Time is up · Open");
    story.press("Next: First opportunity");
    assert_eq!(title(&story), "First opportunity");
    story.press(Message::BackHome);
    assert_eq!(story.window().title, None);
    story.open_first();
    assert_eq!(title(&story), "First opportunity");
    story.press(Message::EndEarly);
    assert_eq!(story.window().title, None);
}

#[test]
fn title_on_a_host_page_and_missing_locks_are_not_offered() {
    let mut story = begun();
    story.send(Event::HereChanged(Box::new(Here { owns_tab: false, ..Here::default() })));
    assert!(!story.offers(Message::SignalTitle) && !story.offers(Message::SignalAwake));
    let told: Vec<String> = seen::run(&story.view()).signals.told.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["This browser can't keep the screen on."]);
}

#[test]
fn screen_stays_on_while_the_session_is_on_it() {
    let mut story = with(&[Message::SignalAwake]);
    assert!(story.window().is_awake);
    story.press(Message::Pause);
    assert!(story.window().is_awake);
    story.send(Event::AwakeSettled(false));
    assert_eq!(seen::run(&story.view()).signals.told.len(), 1);
    story.press(Message::Resume).press(Message::EndEarly);
    assert!(!story.window().is_awake);
}

#[test]
fn mode_without_numbers_shows_no_time_in_digits() {
    let mut story = with(&[Message::SignalNoNumbers]);
    for (minutes, caption, told) in [
        (0, "time left", "Open"),
        (2, "nearly up", "Open: nearly up."),
        (1, "time is up", "Open: time is up. More time, or move on?"),
        (6, "over time", "Open: over time."),
    ] {
        story.watch(minutes);
        let (dial, view) = (story.dial(), story.view());
        let run = seen::run(&view);
        assert_eq!((&*dial.digits, &*dial.caption, &*run.announcement), ("", caption, told));
        let screen = drawn::screen(&story);
        for part in ["[role=timer]", ".rail-item .rail-minutes", ".finish"] {
            let shown: String = screen.find(part).into_iter().flat_map(|part| part.text()).collect();
            assert!(!shown.contains(|mark: char| mark.is_ascii_digit()), "{part}: {shown}");
        }
    }
    assert!(!story.offers(Message::SignalNoSeconds));
}

#[test]
fn seconds_appear_in_the_last_minute_alone() {
    let mut story = with(&[Message::SignalNoSeconds]);
    let mut shown = Vec::new();
    for _ in 0..5 {
        shown.push(story.dial().digits.to_string());
        story.now = story.now.plus(Span(30_000));
    }
    assert_eq!(shown, ["3 min", "3 min", "2 min", "2 min", "1:00"]);
}

#[test]
fn hidden_page_wakes_for_the_next_signal_alone() {
    let mut story = begun();
    let waits = |story: &Story| story.window().wake.unwrap().since(story.now);
    assert_eq!(waits(&story), Span::minutes(1), "a visible page wakes as corrections become possible");
    story.send(Event::PageHidden);
    assert_eq!(waits(&story), Span::minutes(3));
    story.send(Event::PageShown).press(Message::SignalChime).press(Message::SignalNearing);
    story.send(Event::PageHidden);
    assert_eq!(waits(&story), Span::minutes(2));
    story.watch(3);
    assert_eq!(waits(&story), Span::minutes(4));
    // Nobody is asked about time that a page in the background saw.
    story.watch(30).send(Event::PageShown);
    assert!(!story.offers(Message::UnseenStayed));
    assert_eq!(waits(&story), Span::minutes(1));
}
