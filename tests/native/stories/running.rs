//! Running a session: the clock, undo, and time that passed unseen.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::time::{Instant, Minutes, Span};
use coaching_session::present::ScreenView;
use coaching_session::program::effect::Focus;
use coaching_session::program::event::{self, Event};
use coaching_session::text::message::Message;
use coaching_session::timer::steps::Step;

use super::Do::{self, Press, Watch};
use super::{pairs, spent, tell};
use crate::given::TEN;
use crate::seen;
use crate::story::Story;

/// Returns a step by so many minutes, while the page is visible.
fn step(last: Instant, minutes: i64) -> Step {
    Step { last, by: Span::minutes(minutes), is_watched: true }
}

/// Returns the expected finish and the difference from the plan.
fn finish(story: &Story) -> (String, Option<String>) {
    let finish = seen::run(&story.view()).finish.clone();
    (finish.statement.to_string(), finish.difference.map(|words| words.to_string()))
}

#[test]
fn a_whole_session_survives_a_reload_at_every_step() {
    let mut story = Story::new();
    story.plan("Lee");
    story.now = TEN;
    tell(&mut story, &[Press("Lee said yes: start"), Watch(2)]);
    assert_eq!(finish(&story), ("Ends about 10:45".into(), Some("On time".into())));
    tell(&mut story, &[Press("Next: First opportunity"), Watch(4), Press("Pause"), Watch(10)]);
    assert_eq!(finish(&story), ("Paused since 10:06".into(), None));
    tell(&mut story, &[Press("Resume"), Press("+5 min for this item"), Watch(3), Press("Back"), Watch(1)]);
    assert_eq!(&*seen::run(&story.view()).title, "Open");
    tell(
        &mut story,
        &[Press("Next: First opportunity"), Watch(20), Press("Next: Second opportunity"), Press("Skip")],
    );
    assert_eq!(&*seen::run(&story.view()).title, "Next steps");
    assert!(!story.offers(Message::Skip), "a protected item is not left out");
    story.send(event::Press::Skipped);
    assert_eq!(&*seen::run(&story.view()).title, "Next steps");
    tell(&mut story, &[Watch(8), Press("Next: Close"), Watch(2), Press("End the session"), Watch(30)]);
    assert_eq!(
        spent(&story),
        pairs(&[
            ("3 min", "3 min"),
            ("20 min", "27 min"),
            ("12 min", "left out"),
            ("7 min", "8 min"),
            ("3 min", "2 min")
        ])
    );
    let view = story.view();
    let over = seen::over(&view);
    assert_eq!(&*over.when, "Thursday 14 May, 10:00 to 10:50");
    assert_eq!((&*over.sum.planned, &*over.sum.actual), ("45 min", "40 min"));
    story.press(Message::BackHome).survives_a_reload();
    assert_eq!(&*seen::home(&story.view()).groups[0].heading, "No date yet");
}

#[test]
fn more_time_and_an_overrun_move_the_finish() {
    let mut story = Story::new();
    story.begin();
    for (name, finish) in [
        ("+1 min for this item", "10:46"),
        ("+2 min for this item", "10:48"),
        ("+5 min for this item", "10:53"),
    ] {
        story.press(name);
        assert_eq!(&*seen::run(&story.view()).finish.statement, format!("Ends about {finish}"));
    }
    story.watch(13);
    assert_eq!(finish(&story), ("Ends about 10:55".into(), Some("10 min late · 10:45 planned".into())));
    assert_eq!(story.window().wake, Some(TEN.plus(Span::minutes(14))), "an overrun is looked at each minute");
}

/// After these steps the button takes the last one back, and all is as before it.
#[track_caller]
fn check_undo(steps: &[Do], last: &str, undo: &str) {
    let mut story = Story::new();
    story.plan("Lee");
    story.now = TEN;
    tell(&mut story, steps);
    let mut without = story.clone();
    story.press(last).survives_a_reload();
    assert!(story.offers(undo), "{:?}", seen::names(&story.view()));
    story.watch(1).press(undo).survives_a_reload();
    without.watch(1);
    assert_eq!(seen::lasting(&story.view()), seen::lasting(&without.view()), "{undo}");
    // The record says the same but for the count of its writings.
    let log = |story: &Story| story.session_record().1.split("\"content\"").nth(1).unwrap().to_owned();
    assert_eq!(log(&story), log(&without));
}

#[test]
fn each_action_on_the_clock_is_taken_back_exactly() {
    let start = Press("Lee said yes: start");
    check_undo(&[], "Lee said yes: start", "Undo the start");
    check_undo(&[start, Watch(2)], "Next: First opportunity", "Undo the change of item");
    check_undo(
        &[start, Watch(2), Press("Next: First opportunity"), Watch(1)],
        "Back",
        "Undo the change of item",
    );
    check_undo(&[start], "Skip", "Undo the skip");
    // What the two went through is not skipped.
    check_undo(&[start, Watch(2)], "Skip", "Undo the change of item");
    check_undo(&[start, Watch(2)], "+5 min for this item", "Undo +5 min");
    check_undo(&[start, Watch(2)], "Pause", "Undo the pause");
    check_undo(&[start, Watch(2), Press("Pause"), Watch(9)], "Resume", "Undo resuming");
    check_undo(&[start, Watch(2)], "End here", "It's not over yet");
}

#[test]
fn everything_is_taken_back_one_by_one_to_the_plan() {
    let mut story = Story::new();
    story.plan("Lee");
    story.now = TEN;
    let planned = story.view();
    tell(
        &mut story,
        &[
            Press("Lee said yes: start"),
            Press("Next: First opportunity"),
            Press("Pause"),
            Press("Resume"),
            Press("End here"),
        ],
    );
    for undo in
        ["It's not over yet", "Undo resuming", "Undo the pause", "Undo the change of item", "Undo the start"]
    {
        story.press(undo).survives_a_reload();
    }
    assert_eq!(story.view(), planned);
}

#[test]
fn a_page_that_was_closed_within_an_item_asks_nothing() {
    let mut story = Story::new();
    story.begin().press(Message::Next { title: "First opportunity" }).watch(2).close_for(15);
    assert_eq!(story.notices(), Vec::<String>::new());
    assert_eq!(&*seen::run(&story.view()).title, "First opportunity");
}

#[track_caller]
fn unseen() -> Story {
    let mut story = Story::new();
    story.begin().press(Message::Next { title: "First opportunity" }).watch(10).close_for(20);
    assert_eq!(story.notices(), ["20 minutes went by while this page slept. Were you still talking?"]);
    story
}

/// Asserts the expected finish after an answer about unseen time.
#[track_caller]
fn check_answer(answer: &str, finish: &str) {
    let mut story = unseen();
    story.press(answer).survives_a_reload();
    assert_eq!(story.notices(), Vec::<String>::new());
    assert_eq!(&*seen::run(&story.view()).finish.statement, format!("Ends about {finish}"));
    story.press(Message::ClockUndoAnswer);
    assert_eq!(story.notices().len(), 1, "taken back, it is asked again");
}

#[test]
fn unseen_time_is_asked_about_and_counts_as_answered() {
    // At 10:30, 20 minutes planned and 10 of them seen; 22 minutes follow.
    check_answer("We kept talking", "10:52");
    check_answer("We were away", "11:02");
    check_answer("The clock was changed", "11:02");
}

#[test]
fn going_to_the_list_and_back_is_no_absence() {
    let mut story = Story::new();
    story.begin().watch(12).press(Message::BackHome).watch(1);
    let open = seen::home(&story.view()).groups[0].rows[0].open.press;
    story.send(open);
    assert_eq!(story.notices(), Vec::<String>::new(), "the page was awake all along");
}

#[test]
fn a_page_awake_through_a_long_overrun_asks_nothing() {
    let mut story = Story::new();
    story.begin().watch(59);
    assert_eq!(story.notices(), Vec::<String>::new());
    story.survives_a_reload();
}

#[track_caller]
fn over_night() -> Story {
    let mut story = Story::new();
    story.begin().watch(10).close_for(15 * 60);
    assert_eq!(
        &*seen::decision(&story.view()).lead,
        "This session was left open. It was last seen on Thursday 14 May at 10:10."
    );
    story
}

#[test]
fn a_session_left_running_over_night_ends_when_the_person_says() {
    let mut story = over_night();
    story.press(Message::LeftOpenEnd { time: "10:52" }).survives_a_reload();
    assert_eq!(&*seen::over(&story.view()).when, "Thursday 14 May, 10:00 to 10:52");
}

#[test]
fn an_answer_taken_back_is_asked_for_again() {
    let mut story = over_night();
    story.press(Message::LeftOpenEnd { time: "10:52" }).press(Message::ClockUndoEnd);
    assert!(story.offers(Message::LeftOpenEnd { time: "10:52" }), "{:?}", seen::names(&story.view()));
}

#[test]
fn the_time_that_a_session_was_over_is_no_part_of_it() {
    let spent_after = |pause: i64| {
        let mut story = Story::new();
        story
            .begin()
            .watch(2)
            .press(Message::EndEarly)
            .watch(pause)
            .press(Message::ClockUndoEnd)
            .watch(1)
            .press(Message::EndEarly);
        seen::over(&story.view()).sum.actual.to_string()
    };
    // Whoever takes the end back at once never stopped talking.
    assert_eq!(spent_after(4), "7 min");
    assert_eq!(spent_after(5), "3 min");
    assert_eq!(spent_after(120), "3 min");
    let mut story = Story::new();
    story
        .begin()
        .watch(2)
        .press(Message::EndEarly)
        .close_for(120)
        .press(Message::ClockUndoEnd)
        .survives_a_reload();
    assert_eq!(&*story.dial().digits, "1:00");
}

#[test]
fn buttons_keep_their_places_from_item_to_item() {
    let mut story = Story::new();
    story.begin();
    assert!(seen::run(&story.view()).back.is_off && !story.offers(Message::Back));
    story.press(Message::Next { title: "First opportunity" });
    assert!(!seen::run(&story.view()).back.is_off);
    let view = story.view();
    let run = seen::run(&view);
    let names: Vec<_> = run.end.iter().chain(&run.undo).map(seen::name).collect();
    assert_eq!(names, ["End here", "Undo the change of item"]);
}

#[test]
fn the_end_that_is_offered_moves_no_further_than_what_is_known() {
    let mut story = over_night();
    story
        .press(Message::LaterBy { minutes: Minutes(5) })
        .press(Message::LaterBy { minutes: Minutes(5) })
        .press(Message::EarlierBy { minutes: Minutes(5) });
    assert!(story.offers(Message::LeftOpenEnd { time: "10:57" }));
    while story.offers(Message::EarlierBy { minutes: Minutes(5) }) {
        story.press(Message::EarlierBy { minutes: Minutes(5) });
    }
    assert!(
        story.offers(Message::LeftOpenEnd { time: "10:10" }),
        "the page was awake then: {:?}",
        seen::names(&story.view())
    );
    for _ in 0..300 {
        story.press(Message::LaterBy { minutes: Minutes(5) });
    }
    story.press(Message::LeftOpenEndDay { day: "Friday 15 May", time: "01:10" });
    assert_eq!(&*seen::over(&story.view()).when, "Thursday 14 May, 10:00 to 01:10");
}

#[test]
fn a_session_that_is_still_on_after_hours_goes_on() {
    let mut story = over_night();
    story.press(Message::LeftOpenStay).survives_a_reload();
    assert_eq!(story.notices(), Vec::<String>::new());
    assert!(matches!(story.view().screen, ScreenView::Run(_)));
}

#[test]
fn a_session_left_paused_over_night_says_so_too() {
    let mut story = Story::new();
    story.begin().watch(2).press(Message::Pause).close_for(15 * 60);
    assert!(story.offers(Message::LeftOpenEnd { time: "10:02" }), "{:?}", seen::names(&story.view()));
    story.press(Message::LeftOpenEnd { time: "10:02" });
    assert_eq!(&*seen::over(&story.view()).sum.actual, "2 min");
}

#[test]
fn clock_set_back_costs_nothing_and_is_never_negative() {
    for event in [
        Event::AlarmRang,
        Event::PageShown,
        event::Press::Paused.into(),
        event::Press::WentOn.into(),
        Event::ClockStepped(step(TEN.plus(Span::minutes(2)), -60)),
    ] {
        let mut story = Story::new();
        story.begin().watch(2);
        story.send(Event::PageHidden);
        story.now = TEN.plus(Span::minutes(-58));
        story.send(event.clone()).watch(1).press(Message::EndEarly);
        let total: i64 = spent(&story)
            .iter()
            .filter_map(|(_, actual)| actual.strip_suffix(" min")?.parse::<i64>().ok())
            .sum();
        let paused = event == event::Press::Paused.into();
        assert_eq!(total, if paused { 2 } else { 3 }, "{event:?}: {:?}", spent(&story));
    }
}

#[test]
fn a_clock_that_is_set_back_outlives_a_reload_and_a_kill() {
    let mut story = Story::new();
    story.begin().watch(2);
    story.send(Event::PageHidden);
    story.now = TEN.plus(Span::minutes(-58));
    story.send(Event::PageShown).survives_a_reload();
}

#[test]
fn events_that_do_not_fit_the_moment_change_nothing() {
    let events = [
        event::Press::Started,
        event::Press::Resumed,
        event::Press::StayedAnswered,
        event::Press::EndConfirmed,
        event::Press::EndMoved(Span::minutes(5)),
        event::Press::ItemAdded,
        event::Press::AgendaFitted,
        event::Press::PlanSubmitted,
        event::Press::DefaultsToggled,
        event::Press::Undone,
        event::Press::WentBack,
    ];
    let mut story = Story::new();
    story.begin();
    let before = story.view();
    for event in events {
        story.send(event);
        assert_eq!(story.view(), before, "{event:?}");
    }
}

#[test]
fn clock_announces_start_last_fifth_end_and_overruns_only() {
    let mut story = Story::new();
    story.begin();
    let mut told = Vec::new();
    for minute in 0..18 {
        let words = seen::run(&story.view()).announcement.to_string();
        if told.last().is_none_or(|(_, last)| *last != words) {
            told.push((minute, words));
        }
        story.watch(1);
    }
    let told: Vec<(i32, &str)> = told.iter().map(|(minute, words)| (*minute, words.as_str())).collect();
    assert_eq!(
        told,
        [
            (0, "Open: 3 minutes."),
            (2, "Open: about a minute left."),
            (3, "Open: time is up. More time, or move on?"),
            (8, "Open: 5 minutes over."),
            (13, "Open: 10 minutes over."),
        ]
    );
    story.press(Message::Pause);
    assert_eq!(&*seen::run(&story.view()).announcement, "Open: 15 minutes over.", "a pause says nothing");
    story.press(Message::Resume);
    assert_eq!(
        &*seen::run(&story.view()).announcement,
        "Open: 15 minutes over.",
        "and nothing is said again"
    );
    story.press(Message::Next { title: "First opportunity" });
    assert_eq!(&*seen::run(&story.view()).announcement, "First opportunity: 20 minutes.");
}

#[test]
fn more_time_after_the_end_of_an_item_counts_from_now() {
    let mut story = Story::new();
    story.begin().watch(9);
    let told = |story: &Story| seen::run(&story.view()).announcement.to_string();
    let digits = |story: &Story| story.dial().digits.to_string();
    assert_eq!((told(&story), digits(&story)), ("Open: 5 minutes over.".into(), "+6:00".into()));
    story.press(Message::ExtendByLong { minutes: Minutes(2) }).survives_a_reload();
    assert_eq!((told(&story), digits(&story)), ("Open: about 2 minutes left.".into(), "2:00".into()));
    assert_eq!(&*seen::run(&story.view()).finish.statement, "Ends about 10:53");
    story.watch(2);
    assert_eq!(told(&story), "Open: time is up. More time, or move on?");
    story.press("Undo +2 min");
    assert_eq!(digits(&story), "+8:00", "the undo takes back what the press gave");
}

#[test]
fn after_a_reload_the_keyboard_is_in_the_session_that_is_on() {
    let mut story = Story::new();
    story.plan("Lee").reload();
    assert_eq!(story.window().focus, None, "a page that is only read takes no keyboard");
    story.now = TEN;
    story.press_start().reload();
    assert_eq!(story.window().focus, Some(Focus::Heading));
}

#[test]
fn question_about_a_leap_outlives_the_step_back() {
    let mut story = Story::new();
    story.begin().press(Message::Next { title: "First opportunity" }).watch(10);
    story.send(Event::PageShown);
    let asked = ["60 minutes went by while this page slept. Were you still talking?"];
    story.now = TEN.plus(Span::minutes(70));
    story.send(Event::AlarmRang);
    assert_eq!(story.notices(), asked);
    story.now = TEN.plus(Span::minutes(11));
    story.send(Event::ClockStepped(step(TEN.plus(Span::minutes(71)), -60)));
    assert_eq!(story.notices(), asked, "the question stays");
    story.press(Message::UnseenClock);
    assert_eq!(&*story.dial().digits, "9:00", "11 minutes of 20");
}

/// Returns the times of the items beside the session.
fn times(story: &Story) -> Vec<String> {
    let view = story.view();
    seen::run(&view).rail.iter().map(|item| item.times.as_deref().unwrap_or_default().to_owned()).collect()
}

#[test]
fn agenda_names_the_times_of_each_item() {
    let mut story = Story::new();
    story.begin();
    let planned = ["10:00 to about 10:03", "about 10:03 to 10:23", "about 10:23 to 10:35"];
    assert_eq!(times(&story)[..3], planned);
    story.watch(5).press("Next: First opportunity").watch(1).press("+5 min for this item");
    assert_eq!(times(&story)[..3], ["10:00 to 10:05", "10:05 to about 10:30", "about 10:30 to 10:42"]);
    story.press(Message::Pause).watch(4);
    assert_eq!(times(&story)[..3], ["10:00 to 10:05", "", ""], "nobody knows how long a pause takes");
    story.press(Message::Resume).watch(1).press("Next: Second opportunity").press("Skip");
    assert_eq!(times(&story)[1..4], ["10:05 to 10:11", "", "10:11 to about 10:18"]);
}

#[test]
fn time_that_is_up_is_asked_about_once_beside_the_ring() {
    let mut story = Story::new();
    story.begin().watch(2);
    let more = |story: &Story| {
        let view = story.view();
        let run = seen::run(&view);
        (run.is_nearly_up, run.is_up, run.more.to_string())
    };
    assert_eq!(more(&story), (true, false, "More time".into()));
    assert_eq!(&*story.dial().caption, "nearly up");
    story.watch(1);
    assert_eq!(more(&story), (true, true, "Time's up. More, or move on?".into()));
    assert_eq!(&*seen::run(&story.view()).title, "Open", "the clock never moves on by itself");
    story.press("+1 min for this item");
    assert_eq!(more(&story), (true, false, "More time".into()));
    while !seen::run(&story.view()).is_last {
        story.send(event::Press::WentOn);
    }
    assert_eq!(&*story.dial().caption, "left to close");
    story.watch(3);
    assert_eq!(more(&story), (true, true, "Time's up. More, or end here?".into()));
}

#[test]
fn record_names_the_minutes_that_stood_beside_the_session() {
    let mut story = Story::new();
    story.plan("Lee");
    story.now = TEN.plus(Span(40_000));
    story.press_start();
    for seconds in [205, 1_207, 700, 425, 130] {
        story.now = story.now.plus(Span(seconds * 1_000));
        if seconds == 1_207 {
            story.press("+5 min for this item");
        }
        if !seen::run(&story.view()).is_last {
            story.send(event::Press::WentOn);
        }
    }
    let spent_beside: Vec<_> = super::rail(&story).into_iter().map(|(_, minutes)| minutes).collect();
    story.press(Message::Finish);
    for (beside, (planned, actual)) in spent_beside.iter().zip(spent(&story)).take(4) {
        // The plan is named where the item took more or less.
        let as_planned = planned == actual;
        let planned = planned.trim_end_matches(" min");
        assert_eq!(*beside, if as_planned { actual } else { format!("{actual} ({planned} planned)") });
    }
}
