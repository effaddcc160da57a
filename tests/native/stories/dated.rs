//! Next steps with a date: the field, the questions about a doubtful date, and the entry in the calendar of whoever said
//! the step.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::present::parts::note_list::NoteRow;
use coaching_session::program::event::Event;
use coaching_session::text::message::Message;

use crate::given::TEN;
use crate::seen;
use crate::story::Story;

/// A running session of Maria and Lee on Thursday 14 May, with the line for a next step open.
fn writing() -> Story {
    let mut maria = Story::new();
    maria.press(Message::PlanOne).fill(Message::SellerLabel, "Lee").fill(Message::DateLabel, "2026-05-14");
    maria.fill(Message::TimeLabel, "10:00").fill(Message::OwnNameLabel, "Maria").press(Message::FormSubmit);
    maria.now = TEN;
    maria.press_start().press(Message::WriteNextStep).fill(Message::NextStepLabel, "Call Dana");
    maria
}

/// Returns the notes on the screen, each with what stands beside it.
fn notes(story: &Story) -> Vec<String> {
    let view = story.view();
    let row = |row: &NoteRow| format!("{} ({})", row.words, row.more.as_deref().unwrap_or_default());
    let lists = &seen::notes(&view).expect("notes").lists;
    lists.iter().flat_map(|list| &list.rows).map(row).collect()
}

/// Returns the rows of the next steps in the list of sessions, each with the names of its buttons.
fn steps(story: &Story) -> Vec<(String, Vec<String>)> {
    let view = story.view();
    let rows = seen::home(&view).lists.iter().flat_map(|list| &list.rows);
    let names =
        |row: &NoteRow| row.choices.iter().map(|choice| seen::name(&choice.action).to_owned()).collect();
    rows.map(|row| (row.more.as_deref().unwrap_or_default().to_owned(), names(row))).collect()
}

/// Saves the calendar entry of a step, and returns the value of each property.
#[track_caller]
fn entry(story: &mut Story, words: &str) -> Vec<(String, String)> {
    story.press(format!("Put it in my calendar: {words}").as_str());
    let text = story.window().saved.clone().expect("a file").replace("\r\n ", "");
    let lines = text.lines().filter_map(|line| line.split_once(':'));
    lines.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

#[track_caller]
fn of<'a>(entry: &'a [(String, String)], name: &str) -> &'a str {
    entry.iter().find(|(of, _)| of == name).map_or("", |(_, value)| value)
}

#[test]
fn step_with_a_date_stands_in_the_readers_format() {
    let mut story = writing();
    story.fill(Message::WhenAsk, "after the demo").fill(Message::StepDate, "2026-05-22");
    story.survives_a_reload().press(Message::Keep).survives_a_reload();
    assert_eq!(notes(&story), ["Lee: Call Dana (When: after the demo (Fri 22 May))"]);
    story.press("Change: Call Dana");
    assert_eq!(story.field(Message::StepDate), ("2026-05-22".into(), None));
    story.fill(Message::StepDate, "").press(Message::Keep);
    assert_eq!(notes(&story), ["Lee: Call Dana (When: after the demo)"]);
}

#[track_caller]
fn check_asked(date: &str, question: &str, kept: &str) {
    let mut story = writing();
    story.fill(Message::StepDate, date).press(Message::Keep);
    assert_eq!(story.field(Message::StepDate), (date.into(), Some(question.into())));
    assert_eq!(story.field(Message::NextStepLabel).0, "Call Dana");
    // Another doubtful date is asked about anew.
    story.fill(Message::StepDate, "2026-05-22");
    assert_eq!(story.field(Message::StepDate).1, None);
    story.fill(Message::StepDate, date).press(Message::Keep);
    assert_eq!(story.field(Message::StepDate).1.as_deref(), Some(question));
    story.press(Message::Keep);
    assert_eq!(notes(&story), [kept]);
    // Its words change without another question.
    story.press("Change: Call Dana").fill(Message::NextStepLabel, "Call Kim").press(Message::Keep);
    assert_eq!(notes(&story).len(), 1);
    assert!(!story.offers(Message::Keep));
}

#[test]
fn doubtful_date_of_a_step_is_asked_about_once() {
    let passed = "This date has passed. If that's right, keep it.";
    let far = "That's more than two years away. If the year is right, keep it.";
    check_asked("2026-05-13", passed, "Lee: Call Dana (by Wed 13 May)");
    check_asked("9999-12-31", far, "Lee: Call Dana (by Fri 31 Dec 9999)");
}

#[test]
fn today_and_two_years_off_are_not_asked_about() {
    for date in ["2026-05-14", "2028-05-14"] {
        let mut story = writing();
        story.fill(Message::StepDate, date).press(Message::Keep);
        assert_eq!(notes(&story).len(), 1, "{date}");
    }
}

#[test]
fn nonsense_as_a_date_is_refused_and_nothing_is_lost() {
    let mut story = writing();
    story.fill(Message::StepDate, "2026-02-30").press(Message::Keep);
    let complaint = "This isn't a date. Choose one, or clear the field.";
    assert_eq!(story.field(Message::StepDate), ("2026-02-30".into(), Some(complaint.into())));
    // Nor does another screen open.
    story.press(Message::BackHome);
    assert_eq!(story.field(Message::StepDate), ("2026-02-30".into(), Some(complaint.into())));
    story.rest().reload();
    assert_eq!(story.field(Message::NextStepLabel).0, "Call Dana");
    story.fill(Message::StepDate, "").press(Message::Keep);
    assert_eq!(notes(&story), ["Lee: Call Dana ()"]);
}

/// Maria and Lee after a session, each with an own step that has a date.
fn agreed() -> (Story, Story) {
    let mut maria = writing();
    maria.fill(Message::StepDate, "2026-05-22").press(Message::Keep);
    maria.press(Message::WriteNextStep).press("Maria").fill(Message::NextStepLabel, "Ask, for the slot");
    maria.fill(Message::WhenAsk, "early").fill(Message::StepDate, "2026-05-20").press(Message::Keep);
    maria.watch(2).press(Message::EndEarly).press(Message::SendTo { name: "Lee" });
    if maria.offers(Message::NameNext) {
        maria.fill(Message::OwnNameLabel, "Maria").press(Message::NameNext);
    }
    maria.press(Message::CopyWords).settle_copy(true);
    let text = maria.window().sent.clone().expect("a message").text;
    maria.press(Message::EditDone);
    let mut lee = Story::elsewhere();
    lee.now = maria.now;
    lee.send(Event::LinkOpened(text)).press(Message::FileTake);
    (maria, lee)
}

#[test]
fn each_puts_the_own_step_alone_into_the_own_calendar() {
    let (mut maria, mut lee) = agreed();
    let offered =
        |story: &Story, words: &str| story.offers(format!("Put it in my calendar: {words}").as_str());
    assert!(offered(&maria, "Ask, for the slot") && !offered(&maria, "Call Dana"));
    let own = entry(&mut maria, "Ask, for the slot");
    assert_eq!(of(&own, "DTSTART;VALUE=DATE"), "20260520");
    assert_eq!(of(&own, "SUMMARY"), "Ask\\, for the slot");
    assert_eq!(of(&own, "DESCRIPTION"), "When: early\\n");
    assert_eq!((of(&own, "CLASS"), of(&own, "TRANSP")), ("PRIVATE", "TRANSPARENT"));
    maria.press(Message::BackHome);
    assert!(offered(&maria, "Ask, for the slot") && !offered(&maria, "Call Dana"));
    assert!(steps(&maria)[0].0.contains("When: early (Wed 20 May)"), "{:?}", steps(&maria));
    assert_eq!(entry(&mut maria, "Ask, for the slot"), own, "the same entry from the list");
    assert!(offered(&lee, "Call Dana") && !offered(&lee, "Ask, for the slot"));
    let theirs = entry(&mut lee, "Call Dana");
    assert_eq!(of(&theirs, "DTSTART;VALUE=DATE"), "20260522");
    assert_ne!(of(&theirs, "UID"), of(&own, "UID"));
    assert!(lee.window().saved.as_ref().is_some_and(|file| !file.contains("Maria")));
}

#[test]
fn entry_of_a_changed_step_replaces_the_earlier_one() {
    let (mut maria, _) = agreed();
    let before = entry(&mut maria, "Ask, for the slot");
    maria.press("Change: Ask, for the slot").fill(Message::StepDate, "2026-05-21").press(Message::Keep);
    let after = entry(maria.reload(), "Ask, for the slot");
    assert_eq!(of(&after, "UID"), of(&before, "UID"));
    let sequence = |entry: &[(String, String)]| of(entry, "SEQUENCE").parse::<u32>().expect("a number");
    assert!(sequence(&after) > sequence(&before));
    assert_eq!(of(&after, "DTSTART;VALUE=DATE"), "20260521");
    // What is done needs no entry.
    maria.press(Message::BackHome).press("Done: Ask, for the slot");
    assert!(!maria.offers("Put it in my calendar: Ask, for the slot"));
}
