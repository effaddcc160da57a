//! Steps of the device's clock during a session: the question about them stays, and the count is right afterwards.

use coaching_session::domain::half::Course;
use coaching_session::domain::time::{Instant, Minutes, Span};
use coaching_session::present::ScreenView;
use coaching_session::program::event::{Event, Press};
use coaching_session::text::message::Message;
use coaching_session::timer::catch_up::{CatchUp, GAP};
use coaching_session::timer::reading::{Reading, reading};
use coaching_session::timer::steps::{Look, Step, step};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::given::{TEN, cases};
use crate::seen;
use crate::story::{Named, Story};

/// A session in front of two clocks: the device's, which is set, and a steady one.
struct Walk {
    story: Story,
    steady: Span,
    last: Look,
    is_visible: bool,
    /// The alarm rings at this time of the steady clock.
    due: Option<Span>,
    is_paused: bool,
    /// The time that was spent on the session.
    spent: Span,
    /// The steps forward that nobody has answered for, and the time before each.
    forward: Vec<(Instant, Span)>,
}

impl Walk {
    /// Begins with a running session at its first item.
    fn begin() -> Self {
        let mut story = Story::new();
        story.begin();
        Self::of(story)
    }

    fn of(story: Story) -> Self {
        let last = Look { shown: story.now, steady: Span::ZERO, is_visible: true };
        let mut walk = Self {
            story,
            steady: Span::ZERO,
            last,
            is_visible: true,
            due: None,
            is_paused: false,
            spent: Span::ZERO,
            forward: Vec::new(),
        };
        walk.send(Event::AlarmRang);
        walk
    }

    /// Notices a step as the shell does, and sends the event.
    #[track_caller]
    fn send(&mut self, event: impl Into<Event>) -> &mut Self {
        let look = Look { shown: self.story.now, steady: self.steady, is_visible: self.is_visible };
        let found = step(&self.last, &look);
        self.last = look;
        if let Some(step) = found {
            self.note(step);
            self.story.send(Event::ClockStepped(step));
        }
        self.story.send(event);
        self.due = self.story.window().wake.map(|wake| self.steady.plus(wake.since(self.story.now)));
        self
    }

    fn note(&mut self, step: Step) {
        let is_small = step.by < GAP;
        if step.by > Span::ZERO && !self.is_paused {
            if !is_small {
                self.forward.push((self.story.now.minus(step.by), step.by));
            } else if !step.is_watched {
                // A page that was hidden for so short a time counts it: people put a telephone aside while they talk.
                self.spent = self.spent.plus(step.by);
            }
        }
    }

    /// Lets real time pass with the page awake.
    #[track_caller]
    fn pass(&mut self, time: Span) -> &mut Self {
        let until = self.steady.plus(time);
        if self.is_visible {
            self.go(self.steady.plus(Span(1_000)).0.min(until.0));
            self.send(Event::AlarmRang);
        }
        while let Some(due) = self.due.filter(|due| *due <= until) {
            self.go(due.0.max(self.steady.0));
            self.send(Event::AlarmRang);
        }
        self.go(until.0);
        self
    }

    fn go(&mut self, steady: i64) {
        let by = Span(steady).minus(self.steady);
        self.steady = self.steady.plus(by);
        self.story.now = self.story.now.plus(by);
        if !self.is_paused {
            self.spent = self.spent.plus(by);
        }
    }

    /// Sets the device's clock.
    fn set(&mut self, by: Span) -> &mut Self {
        self.story.now = self.story.now.plus(by);
        self
    }

    #[track_caller]
    fn press(&mut self, name: impl Named) -> &mut Self {
        self.send(Event::PageShown);
        self.story.press(name);
        self.due = self.story.window().wake.map(|wake| self.steady.plus(wake.since(self.story.now)));
        self
    }

    #[track_caller]
    fn reload(&mut self) -> &mut Self {
        self.send(Event::PageHidden);
        self.story.reopen();
        self.is_visible = true;
        self.last = Look { shown: self.story.now, steady: self.steady, is_visible: true };
        self.send(Event::AlarmRang)
    }

    /// Answers the open question truly; returns false if there is none.
    #[track_caller]
    fn answer(&mut self) -> bool {
        self.send(Event::PageShown);
        let Some(about) = self.story.window().model.clock_question().map(|question| question.about) else {
            return false;
        };
        let (seen, stayed) = match about {
            CatchUp::Unseen { seen, .. } => (seen, Message::UnseenStayed),
            CatchUp::LeftRunning { seen, .. } => (seen, Message::LeftOpenStay),
        };
        let place = self.forward.iter().position(|(from, _)| *from == seen);
        match place {
            Some(place) => {
                self.forward.remove(place);
                self.press(Message::UnseenClock);
            }
            None => {
                self.press(stayed);
            }
        }
        true
    }

    /// Returns the reading of the only session, on whichever screen.
    fn reading(&self) -> Reading {
        let sessions: Vec<_> = self.story.window().model.sessions().collect();
        match &sessions[0].manager_half().unwrap().course {
            Course::Begun { baseline, log } => reading(baseline, log, self.story.now),
            Course::Planned => panic!("the session began"),
        }
    }

    #[track_caller]
    fn is_sound(&self) {
        let read = self.reading();
        assert!(read.items.iter().all(|item| item.spent >= Span::ZERO), "{read:?}");
    }

    #[track_caller]
    fn opens_session(&mut self) -> &mut Self {
        if let ScreenView::Home(home) = &self.story.view().screen {
            let open = home.groups[0].rows[0].open.press;
            self.send(open);
        }
        self
    }
}

/// The time before each step of the clock: a second until the one before is noticed, and twice the jitter.
const SPACING: Span = Span(5_001);

/// One thing that happens.
#[derive(Clone, Copy, Debug)]
enum Act {
    Pass(i64),
    Set(i64),
    Tick,
    Hide,
    Show,
    Next,
    Back,
    Extend,
    Pause,
    Home,
    Open,
    Reload,
    Kill,
    Answer,
}

fn act() -> impl Strategy<Value = Act> {
    // In steps of ten seconds, so that steps that cancel each other do so whole.
    let by = prop_oneof![2 => Just(360_i64), 2 => 1_i64..1_200, 1 => 1_i64..30];
    let by = (by, any::<bool>()).prop_map(|(by, is_back)| if is_back { -by } else { by } * 10_000);
    prop_oneof![
        6 => (1_i64..900_000).prop_map(Act::Pass),
        6 => by.prop_map(Act::Set),
        2 => Just(Act::Tick),
        1 => Just(Act::Hide),
        1 => Just(Act::Show),
        2 => Just(Act::Next),
        1 => Just(Act::Back),
        1 => Just(Act::Extend),
        2 => Just(Act::Pause),
        1 => Just(Act::Home),
        2 => Just(Act::Open),
        1 => Just(Act::Reload),
        1 => Just(Act::Kill),
        2 => Just(Act::Answer),
    ]
}

impl Walk {
    fn does(&mut self, act: Act) {
        match act {
            Act::Pass(time) => drop(self.pass(Span(time))),
            // Two steps as close as two windows' looks at one step count as one.
            Act::Set(by) => drop(self.pass(SPACING).set(Span(by))),
            Act::Tick => drop(self.send(Event::AlarmRang)),
            Act::Hide => {
                self.is_visible = false;
                self.send(Event::PageHidden);
            }
            Act::Show => {
                self.is_visible = true;
                self.send(Event::PageShown);
            }
            Act::Reload => drop(self.reload()),
            Act::Kill => {
                self.send(Event::AlarmRang);
                self.reload();
            }
            Act::Home => drop(self.send(Press::HomeOpened)),
            Act::Open => drop(self.opens_session()),
            Act::Answer => drop(self.answer()),
            Act::Next | Act::Back | Act::Extend | Act::Pause => {
                self.send(Event::PageShown);
                // A session that seems to be left shows nothing but that question.
                if !matches!(self.story.view().screen, ScreenView::Run(_)) {
                    return;
                }
                let press = match act {
                    Act::Next => Press::WentOn,
                    Act::Back => Press::WentBack,
                    Act::Extend => Press::Extended(Minutes(5)),
                    _ if self.is_paused => Press::Resumed,
                    _ => Press::Paused,
                };
                self.send(press);
                self.is_paused = match press {
                    Press::Paused => true,
                    Press::Resumed => false,
                    _ => self.is_paused,
                };
            }
        }
    }
}

proptest! {
    // The same cases each time.
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(0), ..cases() })]

    #[test]
    fn time_counted_is_the_time_seen_whatever_the_clock_does(acts in vec(act(), 0..25)) {
        counts_the_time_seen(&acts);
    }
}

/// Asserts that after the acts the session counts the time that was seen, once each leap was answered truly.
#[track_caller]
fn counts_the_time_seen(acts: &[Act]) {
    let mut walk = Walk::begin();
    for act in acts {
        walk.does(*act);
        walk.is_sound();
    }
    walk.is_visible = true;
    walk.send(Event::PageShown).opens_session();
    // A clock that goes back makes the leaps of a hidden page doubtful.
    walk.set(Span::ZERO.minus(GAP)).pass(Span(1_000));
    for _ in 0..100 {
        if !walk.answer() {
            break;
        }
    }
    assert_eq!(walk.story.notices(), Vec::<String>::new());
    assert_eq!(walk.forward, Vec::new(), "each leap was asked about");
    assert_eq!(walk.reading().spent(), walk.spent);
    walk.reload();
    assert_eq!(walk.reading().spent(), walk.spent);
}

#[test]
fn second_equal_step_back_at_the_same_time_is_noticed() {
    for acts in [
        vec![
            Act::Set(-3_600_000),
            Act::Home,
            Act::Pass(223_305),
            Act::Pass(724_693),
            Act::Set(2_640_000),
            Act::Set(-3_600_000),
        ],
        // An hour later the clock shows the same time again, and is set back again.
        vec![Act::Set(-3_600_000), Act::Home, Act::Pass(3_594_999), Act::Set(-3_600_000)],
        vec![Act::Set(-3_600_000), Act::Pass(900_000), Act::Set(2_694_999), Act::Set(-3_600_000)],
    ] {
        counts_the_time_seen(&acts);
    }
}

#[test]
fn hidden_page_counts_the_time_seen_after_two_steps() {
    for acts in [
        vec![Act::Hide, Act::Set(3_600_000), Act::Set(-3_130_000), Act::Pause],
        vec![Act::Hide, Act::Set(3_600_000), Act::Pause, Act::Set(-3_130_000)],
        vec![Act::Hide, Act::Set(3_600_000), Act::Set(-3_130_000), Act::Next, Act::Pause],
        vec![Act::Set(-3_600_000), Act::Set(3_600_000), Act::Hide, Act::Set(-3_600_000), Act::Pass(1)],
        // Two leaps wait for an answer each.
        vec![Act::Hide, Act::Next, Act::Set(300_000), Act::Tick, Act::Set(3_600_000), Act::Answer],
    ] {
        counts_the_time_seen(&acts);
    }
}

const HOUR: Span = Span::minutes(60);

const ASKED: &str = "60 minutes went by while this page slept. Were you still talking?";

/// Ten minutes into the second item, on a clock that has just been set an hour forward.
#[track_caller]
fn an_hour_forward() -> Walk {
    let mut walk = Walk::begin();
    walk.press(Message::Next { title: "First opportunity" });
    walk.pass(Span::minutes(10)).set(HOUR).pass(Span::minutes(1));
    assert_eq!(walk.story.notices(), [ASKED]);
    walk
}

fn back(walk: &mut Walk) {
    walk.set(Span::ZERO.minus(HOUR)).pass(Span::minutes(1));
}

/// Asserts that the question stays through the steps, and that its answer leaves the true count.
#[track_caller]
fn check(steps: fn(&mut Walk)) {
    let mut walk = an_hour_forward();
    steps(&mut walk);
    assert_eq!(walk.story.notices(), [ASKED]);
    walk.press(Message::UnseenClock);
    assert_eq!(walk.story.notices(), Vec::<String>::new());
    assert_eq!(walk.reading().spent(), walk.spent);
    walk.story.survives_a_reload();
}

#[test]
fn question_about_an_hour_forward_stays_until_answered() {
    check(|_| {});
    check(back);
    check(|walk| {
        walk.reload();
        back(walk);
        walk.reload();
    });
    check(|walk| {
        walk.press(Message::Pause);
        walk.is_paused = true;
        walk.pass(Span::minutes(2));
        back(walk);
    });
    check(|walk| {
        walk.press(Message::Pause);
        walk.is_paused = true;
        back(walk);
        walk.press(Message::Resume);
        walk.is_paused = false;
    });
    check(|walk| {
        walk.press(Message::Next { title: "Second opportunity" }).pass(Span::minutes(3));
        back(walk);
    });
    check(|walk| {
        walk.press(Message::BackHome);
        back(walk);
        walk.opens_session();
    });
    check(|walk| {
        back(walk);
        walk.press(Message::EndEarly);
        walk.is_paused = true;
        assert!(matches!(walk.story.view().screen, ScreenView::Over(_)));
    });
    check(|walk| {
        walk.is_visible = false;
        walk.send(Event::PageHidden);
        back(walk);
        walk.is_visible = true;
        walk.send(Event::PageShown);
    });
}

#[test]
fn hour_forward_and_back_on_a_hidden_page_is_asked_about() {
    let mut walk = Walk::begin();
    walk.press(Message::Next { title: "First opportunity" });
    for _ in 0..20 {
        walk.press(Message::ExtendByLong { minutes: Minutes(5) });
    }
    walk.is_visible = false;
    walk.send(Event::PageHidden).set(HOUR).pass(Span::minutes(1)).send(Event::PageShown);
    walk.is_visible = true;
    assert_eq!(walk.story.notices(), Vec::<String>::new(), "a telephone that was put aside");
    back(&mut walk);
    assert_eq!(walk.story.notices(), [ASKED]);
    walk.press(Message::UnseenClock);
    assert_eq!(walk.reading().spent(), walk.spent);
}

#[test]
fn hours_forward_on_an_open_page_can_be_the_clock() {
    let mut walk = Walk::begin();
    walk.pass(Span::minutes(2)).set(Span::minutes(600)).pass(Span::minutes(1));
    assert!(matches!(walk.story.view().screen, ScreenView::Decision(_)));
    let mut set_back = Walk { story: walk.story.clone(), forward: walk.forward.clone(), ..walk };
    set_back.press(Message::UnseenClock);
    assert_eq!(set_back.reading().spent(), Span::minutes(3));
    assert!(matches!(set_back.story.view().screen, ScreenView::Run(_)));
}

#[test]
fn session_left_question_becomes_one_about_time_once_set_back() {
    let mut walk = Walk::begin();
    walk.pass(Span::minutes(2)).set(Span::minutes(600)).pass(Span::minutes(1));
    walk.set(Span::minutes(-600)).pass(Span::minutes(1));
    let asked = "600 minutes went by while this page slept. Were you still talking?";
    assert_eq!(walk.story.notices(), [asked]);
    walk.press(Message::UnseenClock);
    assert_eq!(walk.reading().spent(), Span::minutes(4));
}

#[test]
fn answer_about_a_leap_undone_after_a_reload_is_asked_again() {
    let mut walk = an_hour_forward();
    back(&mut walk);
    walk.press(Message::UnseenClock).reload().press(Message::ClockUndoAnswer);
    assert_eq!(walk.story.notices(), [ASKED]);
    walk.press(Message::UnseenClock);
    assert_eq!(walk.reading().spent(), walk.spent);
}

#[test]
fn clock_set_a_little_forward_is_not_asked_about() {
    let mut walk = Walk::begin();
    walk.set(Span::minutes(4)).pass(Span::minutes(2));
    assert_eq!(walk.story.notices(), Vec::<String>::new());
    assert_eq!(walk.reading().spent(), Span::minutes(2));
    assert!(walk.story.offers(Message::ClockUndoStart), "{:?}", seen::names(&walk.story.view()));
}

#[test]
fn step_that_two_windows_notice_is_logged_once() {
    for minutes in [-60, 2] {
        let mut story = Story::new();
        story.begin().open_window("Europe/Berlin");
        let session = story.in_window(0).window().model.open_session().unwrap();
        story.in_window(1).send(Press::SessionOpened(session));
        story.now = TEN.plus(Span::minutes(10 + minutes));
        for window in [0, 1] {
            let step =
                Step { last: TEN.plus(Span::minutes(9)), by: Span::minutes(minutes), is_watched: true };
            story.in_window(window).send(Event::ClockStepped(step));
            story.now = story.now.plus(Span(500));
        }
        story.in_window(0).press(Message::Pause);
        let walk = Walk::of(story);
        assert_eq!(walk.reading().spent(), Span::minutes(10).plus(Span(1_000)), "{minutes}");
    }
}

#[test]
fn step_back_that_two_windows_notice_late_is_logged_once() {
    let mut story = Story::new();
    story.begin().watch(10).open_window("Europe/Berlin");
    let row = seen::home(&story.view()).groups[0].rows[0].open.press;
    story.send(row).sleep(-5);
    for window in [0, 1] {
        story.in_window(window).send(Event::AlarmRang);
    }
    let logged = |story: &Story| story.session_record().1.matches("clock-changed").count();
    assert_eq!(logged(&story), 1);
}
