//! The answer of the two about what to do differently next time, in the place of its question at the close.

use coaching_session::domain::time::Span;
use coaching_session::present::parts::note_list::NoteRow;
use coaching_session::program::effect::Focus;
use coaching_session::text::message::Message;

use crate::given::TEN;
use crate::seen;
use crate::story::Story;

/// A session at its close, of two who say that it was just talking.
fn just_talking() -> Story {
    let mut story = Story::new();
    story.plan("Lee");
    story.now = TEN;
    story.press_start();
    while !story.offers(Message::Finish) {
        let next = seen::names(&story.view()).into_iter().find(|name| name.starts_with("Next: "));
        story.press(&next.unwrap());
    }
    story.press("Lee: Yes").press("Lee: Just talking").press("The manager: Coaching");
    story
}

/// Returns the rows of the close from the question on what to do differently.
fn rows(story: &Story) -> Vec<NoteRow> {
    let view = story.view();
    let rows = seen::notes(&view).unwrap().closing.as_ref().unwrap().rows.clone();
    rows.into_iter().skip_while(|row| row.key != "differently").collect()
}

fn words(story: &Story) -> Vec<String> {
    rows(story).iter().map(|row| row.words.to_string()).collect()
}

const ASKED: &str = "What should we do differently next time?";

#[test]
fn line_about_what_to_do_differently_stands_at_its_question() {
    let mut story = just_talking();
    story.press(Message::WriteDifferently).survives_a_reload();
    let view = story.view();
    let notes = seen::notes(&view).unwrap();
    assert_eq!(notes.line_at.as_deref(), Some("differently"));
    let line = notes.line.as_ref().unwrap();
    assert_eq!((&*line.fields[0].label, line.who.len()), (ASKED, 0), "the two answer together");
    let parks = notes.openers.iter().filter(|opener| opener.is_on == Some(true)).count();
    assert_eq!(parks, 0, "nothing is parked");
    story.press(Message::Cancel);
    assert_eq!(story.window().focus, Some(Focus::Differently));
}

#[test]
fn answer_of_the_two_stands_below_its_question() {
    let mut story = just_talking();
    story.press(Message::WriteParked).fill(Message::ParkLabel, "The price list").press(Message::Keep);
    story.press(Message::WriteDifferently).fill(Message::AskDifferently, "Start from the customer");
    story.press(Message::Keep).survives_a_reload();
    assert_eq!(words(&story), [ASKED, "Start from the customer"]);
    assert!(matches!(story.window().focus, Some(Focus::Note(..))), "{:?}", story.window().focus);
    let view = story.view();
    let parked = seen::notes(&view).unwrap().lists.iter().find(|list| &*list.heading == "Parked").unwrap();
    assert_eq!(parked.rows.len(), 1, "it is no parked subject");
    for name in ["Elsewhere", "Drop it"] {
        assert!(!story.offers(&format!("{name}: Start from the customer")), "{name}");
    }
    // A change opens in the same place, with the same question.
    story.press("Change: Start from the customer");
    assert!(seen::notes(&story.view()).unwrap().line_at.is_some());
    story.fill(Message::AskDifferently, "Start from their year").press(Message::Keep);
    assert_eq!(words(&story), [ASKED, "Start from their year"]);
    // It stays in sight after another answer, and when the session is over.
    story.press("Lee: Coaching").press(Message::Finish);
    assert_eq!(words(&story), [ASKED, "Start from their year"]);
}

#[test]
fn text_of_what_to_do_differently_and_of_park_stay_apart() {
    let mut story = just_talking();
    story.press(Message::WriteDifferently).fill(Message::AskDifferently, "Start on time");
    story.press(Message::WriteParked);
    assert_eq!(story.field(Message::ParkLabel).0, "");
    story.fill(Message::ParkLabel, "The map").press(Message::WriteDifferently).survives_a_reload();
    assert_eq!(story.field(Message::AskDifferently).0, "Start on time");
}

#[test]
fn change_of_a_note_opens_in_the_place_of_the_note() {
    let mut story = just_talking();
    story.press(Message::WriteNextStep).fill(Message::NextStepLabel, "Call Dana").press(Message::Keep);
    assert_eq!(seen::notes(&story.view()).unwrap().line_at, None);
    story.press("Change: Call Dana");
    let view = story.view();
    let notes = seen::notes(&view).unwrap();
    let key = notes.line_at.as_deref().expect("a place");
    assert!(notes.lists[0].rows.iter().any(|row| row.key == key && row.words.contains("Call Dana")));
    // A folded list would hide the line.
    story.press(Message::Keep).press(Message::ThatsRight).press("Change: Call Dana");
    assert_eq!(seen::notes(&story.view()).unwrap().line_at, None);
}

#[test]
fn next_session_shows_the_answer_without_asking_about_it() {
    let mut story = just_talking();
    story.press(Message::WriteDifferently).fill(Message::AskDifferently, "Start from the customer");
    story.press(Message::Keep).press(Message::WriteParked).fill(Message::ParkLabel, "The price list");
    story.press(Message::Keep);
    let left = |story: &Story| {
        let view = story.view();
        let lists = seen::notes(&view).unwrap().left.clone();
        lists.iter().map(|list| (list.heading.to_string(), list.rows[0].choices.len())).collect::<Vec<_>>()
    };
    let begin_next = |story: &mut Story, weeks: i64| {
        let just = seen::names(&story.view()).into_iter().find(|name| name.starts_with("Just Thu")).unwrap();
        story.press(&just).press(Message::Finish).press(Message::OpenNext);
        story.now = TEN.plus(Span::minutes(weeks * 7 * 24 * 60));
        story.press_start();
    };
    begin_next(&mut story, 4);
    let parked = ("Parked for today".to_owned(), 3);
    assert_eq!(left(&story), [("You wanted to do this differently".to_owned(), 0), parked.clone()]);
    while !story.offers(Message::Finish) {
        let next = seen::names(&story.view()).into_iter().find(|name| name.starts_with("Next: "));
        story.press(&next.unwrap());
    }
    begin_next(&mut story, 8);
    assert_eq!(left(&story), [parked], "once is enough");
}

#[test]
fn kept_step_says_for_whom_it_was_kept() {
    let mut story = just_talking();
    for (who, kept) in
        [("Lee", "Kept for Lee: Call Dana"), ("The manager", "Kept for the manager: Call Dana")]
    {
        story.press(Message::WriteNextStep).fill(Message::NextStepLabel, "Call Dana").press(who);
        story.press(Message::Keep);
        assert_eq!(seen::notes(&story.view()).unwrap().kept.as_deref(), Some(kept));
    }
}
