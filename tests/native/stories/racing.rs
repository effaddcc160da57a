//! Windows that write at random over one storage: no typed text is lost, and in the end all windows show the same.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::time::Span;
use coaching_session::present::{ScreenView, View};
use coaching_session::program::event::Event;
use coaching_session::text::message::Message;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::given::cases;
use crate::story::{News, Story};

/// One step of one window.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// The person writes a note for both.
    Note,
    /// The person writes down a next step.
    Commitment,
    /// The person parks something.
    Park,
    /// The person pauses the clock or resumes it.
    Clock,
    /// The windows hear of each other's last records.
    Deliver,
    /// The windows hear of each record in order.
    DeliverLate,
    /// The window slept, heard of nothing, and is shown again.
    Wake,
    /// The window is reloaded.
    Reload,
    /// The window is killed and opened again.
    Kill,
}

fn steps() -> impl Strategy<Value = Vec<(usize, Step)>> {
    let step = prop_oneof![
        4 => Just(Step::Note),
        2 => Just(Step::Commitment),
        2 => Just(Step::Park),
        2 => Just(Step::Clock),
        3 => Just(Step::Deliver),
        1 => Just(Step::DeliverLate),
        1 => Just(Step::Wake),
        1 => Just(Step::Reload),
        1 => Just(Step::Kill),
    ];
    vec((0..3_usize, step), 1..30)
}

/// Takes one step; returns the text that the person typed and kept.
fn take(story: &mut Story, window: usize, step: Step, number: usize) -> Option<String> {
    let text = format!("Text number {number}.");
    story.in_window(window);
    match step {
        Step::Note => {
            story.press(Message::WriteNote).fill(Message::SharedNoteLabel, &text).press(Message::Keep)
        }
        Step::Commitment => {
            story.press(Message::WriteNextStep).fill(Message::NextStepLabel, &text).press(Message::Keep)
        }
        Step::Park => story.press(Message::WriteParked).fill(Message::ParkLabel, &text).press(Message::Keep),
        Step::Clock => {
            let is_running = story.offers(Message::Pause);
            story.press(if is_running { Message::Pause } else { Message::Resume })
        }
        Step::Deliver => story.deliver(),
        Step::DeliverLate => story.deliver_late(),
        Step::Wake => story.wake(),
        Step::Reload => story.reload(),
        Step::Kill => story.reopen(),
    };
    matches!(step, Step::Note | Step::Commitment | Step::Park).then_some(text)
}

/// Returns the view without the buttons that undo and the line kept last: each window has its own.
fn shown(story: &Story) -> View {
    let mut view = story.view();
    if let ScreenView::Run(run) = &mut view.screen {
        (run.notes.undo, run.notes.kept) = (None, None);
        // Each window says of the same version if that window wrote it.
        for version in run.asks.iter_mut().flat_map(|ask| &mut ask.versions) {
            version.writer = None;
        }
    }
    view
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn windows_that_write_at_random_lose_no_text(steps in steps(), has_locks in any::<bool>()) {
        let mut story = Story::new();
        story.begin().reload();
        story.has_locks = has_locks;
        for _ in 0..2 {
            story.open_window_alike();
        }
        story.news = News::WhenDelivered;
        let mut typed = Vec::new();
        for (number, (window, step)) in steps.iter().enumerate() {
            story.now = story.now.plus(Span(1_000));
            typed.extend(take(&mut story, *window, *step, number));
        }
        story.deliver_late();
        let held: String = story.storage.records.values().cloned().collect();
        for text in &typed {
            prop_assert!(held.contains(text.as_str()), "{text} is lost");
        }
        let first = shown(story.in_window(0));
        for window in [1, 2] {
            prop_assert_eq!(&shown(story.in_window(window)), &first, "window {} shows the same", window);
        }
        // Whoever opens the page later finds all of it, too.
        for window in [0, 1, 2] {
            story.in_window(window).send(Event::PageHidden);
        }
        let later = Story::with(story.storage.records.clone());
        let held: String = later.storage.records.values().cloned().collect();
        for text in &typed {
            prop_assert!(held.contains(text.as_str()), "{text} is lost when the windows are gone");
        }
    }
}
