//! Planning a session: the form, its complaints, and its remembered values.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::program::effect::Focus;
use coaching_session::program::state::field::{Field, FormField};
use coaching_session::text::message::Message;

use super::rail;
use crate::given::TEN;
use crate::seen;
use crate::story::Story;

#[test]
fn the_first_session_is_planned_in_four_fields() {
    let mut story = Story::new();
    assert!(seen::home(&story.view()).empty.is_some());
    story.press(Message::PlanOne).survives_a_reload();
    assert_eq!(story.window().focus, Some(Focus::Heading));
    story
        .fill(Message::SellerLabel, "Lee")
        .fill(Message::DateLabel, "2026-05-14")
        .fill(Message::TimeLabel, "10:00")
        .fill(Message::OwnNameLabel, "Maria");
    story.survives_a_reload().press(Message::FormSubmit).survives_a_reload();
    let view = story.view();
    let planned = seen::planned(&view);
    assert_eq!(&*planned.head.title, "Lee with Maria");
    assert_eq!(&*planned.when, "Thursday 14 May, 10:00 to 10:45");
    assert_eq!(&*planned.sum, "45 minutes");
    // They have no next steps to look back on yet.
    let titles: Vec<_> = rail(&story).into_iter().map(|(title, _)| title).collect();
    assert_eq!(titles, ["Open", "First opportunity", "Second opportunity", "Next steps", "Close"]);
    story.press(Message::BackHome);
    let view = story.view();
    let home = seen::home(&view);
    assert_eq!((home.groups.len(), &*home.groups[0].heading), (1, "Next"));
    assert_eq!(
        (&*home.groups[0].rows[0].seller, &*home.groups[0].rows[0].when),
        ("Lee", "Thu 14 May, 10:00")
    );
}

#[test]
fn the_own_name_and_the_place_are_there_next_time() {
    let mut story = Story::new();
    story.press(Message::PlanOne).fill(Message::OwnNameLabel, "Maria").press(Message::DefaultsChange);
    story
        .fill(Message::PlaceLabel, "Room 4")
        .fill(Message::SellerLabel, "Lee")
        .fill(Message::DateLabel, "2026-05-14");
    story.fill(Message::TimeLabel, "10:00").press(Message::FormSubmit).press(Message::BackHome);
    story.reload().press(Message::PlanOne).press(Message::DefaultsChange);
    assert_eq!(story.field(Message::OwnNameLabel), ("Maria".into(), None));
    assert_eq!(story.field(Message::PlaceLabel), ("Room 4".into(), None));
    assert_eq!(story.field(Message::MinutesLabel), ("45".into(), None));
    assert_eq!(story.field(Message::SellerLabel), (String::new(), None));
}

/// Typed into a form that is right but for this field, and the complaint that stands beside it.
#[track_caller]
fn check_complaint(label: &str, typed: &str, complaint: &str, focus: FormField) {
    let mut story = Story::new();
    story.press(Message::PlanOne).press(Message::DefaultsChange);
    story
        .fill(Message::SellerLabel, "Lee")
        .fill(Message::DateLabel, "2026-05-14")
        .fill(Message::TimeLabel, "10:00");
    story.fill(label, typed).press(Message::FormSubmit);
    assert_eq!(story.field(label), (typed.to_owned(), Some(complaint.to_owned())));
    assert_eq!(story.window().focus, Some(Focus::Field(Field::Form(focus))));
    let complaints = seen::fields(&story.view()).iter().filter(|field| field.complaint.is_some()).count();
    assert_eq!(complaints, 1, "nothing is said of the other fields");
    // What was typed is there after a reload, and so is the form.
    story.rest().reload();
    assert_eq!(story.field(label).0, typed);
    assert!(story.storage.records.keys().all(|name| !name.starts_with("session/")));
}

#[test]
fn wrong_input_is_told_beside_the_field_and_stays() {
    let long = "é".repeat(2_001);
    let too_long = "At most 2,000 characters: 1 too many.";
    let range = "Write a whole number from 20 to 90.";
    check_complaint("Who will you coach?", "", "Write the name of the seller.", FormField::Seller);
    check_complaint("Who will you coach?", " \t ", "Write the name of the seller.", FormField::Seller);
    check_complaint("Who will you coach?", &long, too_long, FormField::Seller);
    check_complaint("Date", "", "Choose a date.", FormField::Date);
    check_complaint("Date", "2026-02-30", "Choose a date.", FormField::Date);
    check_complaint("Date", "tomorrow", "Choose a date.", FormField::Date);
    check_complaint("Time", "", "Choose a time.", FormField::Time);
    check_complaint("Time", "25:00", "Choose a time.", FormField::Time);
    for minutes in ["15", "19", "91", "abc", "", "45.5", "-45", "99999999999999999999"] {
        check_complaint("Minutes", minutes, range, FormField::Minutes);
    }
    check_complaint("Place or meeting link", &long, too_long, FormField::Place);
    check_complaint("Your name", &long, too_long, FormField::OwnName);
}

#[test]
fn complaint_opens_folded_fields_and_goes_once_answered() {
    let mut story = Story::new();
    story
        .press(Message::PlanOne)
        .press(Message::DefaultsChange)
        .fill(Message::MinutesLabel, "abc")
        .press(Message::DefaultsClose)
        .press(Message::FormSubmit);
    assert_eq!(story.field(Message::SellerLabel).1.as_deref(), Some("Write the name of the seller."));
    assert!(story.field(Message::MinutesLabel).1.is_some(), "the folded field is open");
    story.fill(Message::SellerLabel, "Lee");
    assert_eq!(story.field(Message::SellerLabel).1, None);
    assert!(story.field(Message::MinutesLabel).1.is_some(), "the other complaint stays");
    story.fill(Message::MinutesLabel, "46");
    assert_eq!(story.field(Message::MinutesLabel).1, None);
}

#[test]
fn twenty_and_ninety_minutes_are_both_fine() {
    for minutes in ["20", "90", " 45 "] {
        let mut story = Story::new();
        story.press(Message::PlanOne).press(Message::DefaultsChange).fill(Message::MinutesLabel, minutes);
        story
            .fill(Message::SellerLabel, "Lee")
            .fill(Message::DateLabel, "2026-05-14")
            .fill(Message::TimeLabel, "10:00")
            .press(Message::FormSubmit);
        assert_eq!(&*seen::planned(&story.view()).sum, format!("{} minutes", minutes.trim()));
    }
}

#[test]
fn what_people_write_is_shown_as_they_wrote_it() {
    for name in ["<script>alert(1)</script>", "مرحبا", "👩‍👩‍👧‍👦", "O'Neil \"Bo\" & Söhne", &"x".repeat(2_000)]
    {
        let mut story = Story::new();
        story.plan(name).survives_a_reload().press(Message::BackHome);
        assert_eq!(&*seen::home(&story.view()).groups[0].rows[0].seller, name);
    }
}

#[test]
fn name_of_invisible_characters_is_stored_intact() {
    for name in ["\u{1}", "\u{0}\u{7f}", "Lee\u{0}", "\u{1}Lee"] {
        let mut story = Story::new();
        story
            .press(Message::PlanOne)
            .fill(Message::SellerLabel, name)
            .fill(Message::DateLabel, "2026-05-14")
            .fill(Message::TimeLabel, "10:00");
        story.press(Message::FormSubmit).survives_a_reload().reload();
        assert_eq!(story.notices(), Vec::<String>::new(), "{name:?}");
    }
}

#[test]
fn the_second_session_looks_back_and_keeps_the_seller() {
    let mut story = Story::new();
    story.plan("Lee");
    story.now = TEN;
    story
        .press(Message::StartTogether)
        .watch(2)
        .press(Message::EndEarly)
        .press(Message::PlanNext { seller: "Lee" });
    assert_eq!(story.field(Message::SellerLabel).0, "Lee");
    assert_eq!(
        (story.field(Message::DateLabel).0, story.field(Message::TimeLabel).0),
        (String::new(), "10:00".into())
    );
    story.fill(Message::DateLabel, "2026-06-14").press(Message::FormSubmit);
    assert_eq!(rail(&story)[1].0, "Look back");
    assert_eq!(story.storage.records.keys().filter(|name| name.starts_with("pair/")).count(), 1);
}

#[test]
fn a_changed_plan_keeps_the_session_and_its_own_agenda() {
    let mut story = Story::new();
    story.plan("Lee");
    let name = story.session_record().0;
    story
        .press(Message::ChangePlan)
        .fill(Message::TimeLabel, "11:30")
        .fill(Message::PlaceLabel, "https://meet.example/x");
    story.survives_a_reload().press(Message::FormSubmitChange).survives_a_reload();
    let view = story.view();
    let planned = seen::planned(&view);
    assert_eq!(&*planned.when, "Thursday 14 May, 11:30 to 12:15");
    assert_eq!(
        planned.place.as_ref().and_then(|place| place.href.as_deref()),
        Some("https://meet.example/x")
    );
    assert_eq!(story.session_record().0, name);
    story.press(Message::ChangePlan).fill(Message::MinutesLabel, "30").press(Message::FormSubmitChange);
    assert_eq!(&*seen::planned(&story.view()).sum, "30 minutes");
    assert_eq!(rail(&story).len(), 5);
}

#[test]
fn only_an_address_of_the_web_is_a_link() {
    for (place, host) in [
        ("https://meet.example/x", "meet.example"),
        ("https://meet.example?room=4", "meet.example"),
        ("https://meet.example:8443#4", "meet.example:8443"),
        ("HTTP://x", "x"),
        ("javascript://alert(1)", ""),
        ("Room 4", ""),
        ("Room: //4", ""),
        ("https://", ""),
        ("https:///x", ""),
        ("https://a b", ""),
        ("https://bank.example@evil.example/", ""),
        ("https://bank.example\\@evil.example/", "bank.example"),
    ] {
        let mut story = Story::new();
        story.press(Message::PlanOne).press(Message::DefaultsChange).fill(Message::PlaceLabel, place);
        story
            .fill(Message::SellerLabel, "Lee")
            .fill(Message::DateLabel, "2026-05-14")
            .fill(Message::TimeLabel, "10:00")
            .press(Message::FormSubmit);
        let view = seen::planned(&story.view()).place.clone().unwrap();
        let shown = if host.is_empty() { place } else { host };
        assert_eq!((&*view.text, view.href.as_deref()), (shown, Some(place).filter(|_| !host.is_empty())));
        story.now = TEN;
        story.press(Message::StartTogether);
        assert_eq!(seen::run(&story.view()).place, Some(view), "it is at hand in the session too");
    }
}

#[test]
fn a_date_that_has_passed_is_said_and_allowed() {
    let mut story = Story::new();
    story
        .press(Message::PlanOne)
        .fill(Message::SellerLabel, "Lee")
        .fill(Message::DateLabel, "2020-05-14")
        .fill(Message::TimeLabel, "10:00");
    assert_eq!(seen::form(&story.view()).fields[1].hint.as_deref(), Some("This date has passed."));
    story.press(Message::FormSubmit).press(Message::BackHome);
    assert_eq!(&*seen::home(&story.view()).groups[0].heading, "The date has passed");
}
