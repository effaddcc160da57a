//! The line after something was put into a calendar: what was done, and what is left to do.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::present::ScreenView;
use coaching_session::program::event::Press;
use coaching_session::text::message::Message;

use crate::drawn::markup;
use crate::given::TEN;
use crate::story::Story;

const STEP: &str = "File saved: open it to add the entry";
const FILE: &str = "A file was saved: open it to add the entry. It invites nobody by itself.";
const ROW: &str = "A file was saved: open it to add all dates. It invites nobody by itself.";
const WEB: &str = "The entry opened in your web calendar: save it there. It invites nobody by itself.";

/// Returns the line below the sheet on the screen; `None` without one.
fn outcome(story: &Story) -> Option<String> {
    let ScreenView::Sheet(sheet) = story.view().screen else { panic!("no sheet") };
    sheet.outcome.map(|words| words.to_string())
}

#[test]
fn line_after_an_entry_says_the_way_into_the_calendar() {
    for (button, line) in [(Message::CalendarSave, FILE), (Message::CalendarGoogle, WEB)] {
        let mut story = Story::new();
        story.plan("Lee").press(Message::CalendarPut);
        assert_eq!(outcome(&story), None);
        story.press(button).survives_a_reload();
        assert_eq!(outcome(&story).as_deref(), Some(line));
        // The last way counts.
        story.press(Message::CalendarAgain);
        assert_eq!(outcome(&story).as_deref(), Some(FILE));
    }
}

#[test]
fn line_after_a_row_says_the_way_into_the_calendar() {
    for (button, line) in [(Message::CalendarSave, ROW), (Message::CalendarGoogle, WEB)] {
        let mut story = Story::new();
        story.plan("Lee").press(Message::CalendarPut).press(Message::SlotOther);
        story.press("Every second Thursday at 10:00");
        assert_eq!(outcome(&story), None);
        story.press(button).survives_a_reload();
        assert_eq!(outcome(&story).as_deref(), Some(line));
        // The session of the row went the same way.
        let id = story.window().model.sessions().next().expect("a session").id;
        story.send(Press::CalendarAsked(id));
        let entry = if line == ROW { FILE } else { WEB };
        assert_eq!(outcome(&story).as_deref(), Some(entry));
    }
}

#[test]
fn line_after_a_next_step_stands_beside_the_step() {
    let mut story = Story::new();
    story.begin().press(Message::WriteNextStep).press(Message::ManagerUnknown);
    story
        .fill(Message::NextStepLabel, "Call Dana")
        .fill(Message::StepDate, "2026-05-20")
        .press(Message::Keep);
    story.press(Message::EndEarly);
    assert!(!markup(&story, "en").contains(STEP));
    story.press("Put it in my calendar: Call Dana");
    assert!(markup(&story, "en").contains(STEP), "on the session");
    story.now = TEN;
    story.press(Message::BackHome);
    assert!(!markup(&story, "en").contains(STEP));
    story.press("Put it in my calendar: Call Dana");
    assert!(markup(&story, "en").contains(STEP), "in the list");
}
