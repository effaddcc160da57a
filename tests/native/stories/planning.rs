//! Planning a session: the form, its complaints, and its remembered values.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::time::Span;
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
    assert_eq!((home.groups.len(), &*home.groups[0].heading), (1, "This week"));
    assert_eq!((&*home.groups[0].rows[0].seller, &*home.groups[0].rows[0].when), ("Lee", "Tomorrow 10:00"));
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
    assert_eq!(story.field(Message::MinutesLabel), ("45".into(), None));
    assert_eq!(story.field(Message::SellerLabel), (String::new(), None));
    // The place may be a meeting of these two alone.
    for (seller, place) in [("Tom", ""), ("lee", "Room 4"), ("Leena", "")] {
        story.fill(Message::SellerLabel, seller);
        assert_eq!(story.field(Message::PlaceLabel), (place.into(), None), "{seller}");
    }
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
    let range = "Enter a whole number from 20 to 90.";
    check_complaint("Who will you coach?", "", "Enter the seller's name.", FormField::Seller);
    check_complaint("Who will you coach?", " \t ", "Enter the seller's name.", FormField::Seller);
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
    assert_eq!(story.field(Message::SellerLabel).1.as_deref(), Some("Enter the seller's name."));
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
    story.press_start().watch(2).press(Message::EndEarly).press(Message::AnotherTime);
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
        story.press_start();
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
    assert_eq!(&*seen::home(&story.view()).groups[0].heading, "Earlier");
}

/// The starts that the form offers, in words.
fn slots(story: &Story) -> Vec<String> {
    let view = story.view();
    let slots = seen::form(&view).slots.iter().flat_map(|slots| &slots.slots);
    slots.map(|slot| slot.label.to_string()).collect()
}

/// The names that the form suggests, and true for the chosen ones.
fn names(story: &Story) -> Vec<(String, bool)> {
    let view = story.view();
    let names = seen::form(&view).names.iter().flat_map(|names| &names.names);
    names.map(|name| (name.action.label.to_string(), name.is_chosen)).collect()
}

/// Returns the complaint or question beside a field.
fn asked(story: &Story, label: &str) -> Option<String> {
    story.field(label).1
}

#[test]
fn a_known_seller_is_planned_by_a_name_and_a_slot() {
    let mut story = Story::new();
    story.plan("Lee").press(Message::BackHome).press(Message::PlanOne);
    assert_eq!(names(&story), [("Lee".to_owned(), false)]);
    story.press("Lee").survives_a_reload();
    assert_eq!(names(&story), [("Lee".to_owned(), true)]);
    // Lee has a session on Thursday at ten, so that day goes on at eleven.
    assert_eq!(slots(&story), ["Wed 13 May, 11:00", "Thu 14 May, 11:00", "Fri 15 May, 10:00"]);
    story.press("Fri 15 May, 10:00").survives_a_reload();
    assert_eq!(&*seen::planned(&story.view()).when, "Friday 15 May, 10:00 to 10:45");
    assert_eq!(&*seen::planned(&story.view()).head.title, "Lee");
}

#[test]
fn slots_stand_at_the_next_full_hour_on_working_days() {
    for (minutes, expected) in [
        (0, ["Wed 13 May, 11:00", "Thu 14 May, 11:00", "Fri 15 May, 11:00"]),
        (5 * 60 + 59, ["Wed 13 May, 16:00", "Thu 14 May, 16:00", "Fri 15 May, 16:00"]),
        // Nobody is offered a session tonight, nor at the weekend.
        (9 * 60, ["Thu 14 May, 10:00", "Fri 15 May, 10:00", "Mon 18 May, 10:00"]),
        (2 * 24 * 60 + 14 * 60, ["Mon 18 May, 10:00", "Tue 19 May, 10:00", "Wed 20 May, 10:00"]),
    ] {
        let mut story = Story::new();
        story.now = story.now.plus(Span::minutes(minutes));
        story.press(Message::PlanOne);
        assert_eq!(slots(&story), expected, "after {minutes} minutes");
    }
}

#[test]
fn slots_stay_clear_of_sessions_with_anybody() {
    let mut story = Story::new();
    story.plan("Lee").press(Message::BackHome).press(Message::PlanOne);
    story
        .fill(Message::SellerLabel, "Tom")
        .fill(Message::DateLabel, "2026-05-14")
        .fill(Message::TimeLabel, "11:30")
        .press(Message::FormSubmit)
        .press(Message::BackHome)
        .press(Message::PlanOne)
        .fill(Message::SellerLabel, "Ana");
    // From 10:00 to 10:45 is Lee, from 11:30 to 12:15 is Tom.
    assert_eq!(slots(&story), ["Wed 13 May, 11:00", "Thu 14 May, 13:00", "Fri 15 May, 11:00"]);
}

#[test]
fn two_later_days_are_offered_for_a_moved_session() {
    let mut story = Story::new();
    story.plan("Lee").press(Message::ChangePlan);
    // The planned Thursday is followed by a Friday and a weekend.
    assert_eq!(slots(&story), ["Fri 15 May, 10:00", "Mon 18 May, 10:00"]);
    story.press("Mon 18 May, 10:00").survives_a_reload();
    assert_eq!(&*seen::planned(&story.view()).when, "Monday 18 May, 10:00 to 10:45");
    // A session whose date passed moves to a day after today.
    story.now = TEN.plus(Span::minutes(7 * 24 * 60));
    story.wake().press(Message::HappenedMove);
    assert_eq!(slots(&story), ["Fri 22 May, 10:00", "Mon 25 May, 10:00"]);
}

#[test]
fn session_can_be_cancelled_in_place_of_a_move() {
    let mut story = Story::new();
    story.plan("Lee").invite("Lee").press(Message::CopyWords).settle_copy(true).press(Message::EditDone);
    story.press(Message::ChangePlan).press(Message::FormLeave);
    assert_eq!(&*seen::planned(&story.view()).when, "Thursday 14 May, 10:00 to 10:45");
    story.press(Message::ChangePlan).press(Message::FormCallOff);
    assert!(story.offers(Message::ShareCancelled { name: "Lee" }));
    story.press(Message::Undo).open_first();
    assert_eq!(&*seen::planned(&story.view()).when, "Thursday 14 May, 10:00 to 10:45");
    // Nothing is there to be cancelled before it is planned.
    story.press(Message::BackHome).press(Message::PlanOne);
    assert!(!story.offers(Message::FormCallOff) && story.offers(Message::Cancel));
}

#[test]
fn slot_without_a_name_asks_for_the_name() {
    let mut story = Story::new();
    story.press(Message::PlanOne).press("Thu 14 May, 11:00");
    assert_eq!(asked(&story, "Who will you coach?").as_deref(), Some("Enter the seller's name."));
    assert_eq!(story.field(Message::DateLabel).0, "2026-05-14");
    story.fill(Message::SellerLabel, "Lee").press(Message::FormSubmit);
    assert_eq!(&*seen::planned(&story.view()).when, "Thursday 14 May, 11:00 to 11:45");
}

#[test]
fn the_page_of_a_seller_plans_with_that_seller() {
    let mut story = Story::new();
    story.plan("Lee").press(Message::ChangePlan).fill(Message::MinutesLabel, "30");
    story.fill(Message::PlaceLabel, "Room 4").press(Message::FormSubmitChange).press(Message::BackHome);
    story.plan("Tom").press(Message::BackHome).press("Your sessions with Lee").press(Message::PlanOne);
    story.survives_a_reload();
    assert_eq!(story.field(Message::SellerLabel).0, "Lee");
    story.press(Message::DefaultsChange);
    assert_eq!(story.field(Message::MinutesLabel).0, "30");
    assert_eq!(story.field(Message::PlaceLabel).0, "Room 4");
}

#[test]
fn type_stands_in_the_form_without_a_press() {
    let mut story = Story::new();
    story.press(Message::PlanOne).choose("What kind of session?", "Account").survives_a_reload();
    assert_eq!(story.chosen("What kind of session?").as_deref(), Some("Account"));
}

/// Fills the form with a plan for `seller` and submits it once.
fn submit(story: &mut Story, seller: &str, date: &str, time: &str) {
    story.keeps_doubts = false;
    story.press(Message::PlanOne);
    if seen::fields(&story.view()).iter().any(|field| &*field.label == "Your name") {
        story.fill(Message::OwnNameLabel, "Maria");
    }
    story
        .fill(Message::SellerLabel, seller)
        .fill(Message::DateLabel, date)
        .fill(Message::TimeLabel, time)
        .press(Message::FormSubmit);
}

/// Asserts that the form asks about a value beside this field, and that the person can keep the value.
#[track_caller]
fn check_doubt(seller: &str, date: &str, time: &str, field: &str, question: &str) {
    let mut story = Story::new();
    story.plan("Tom").press(Message::BackHome);
    submit(&mut story, seller, date, time);
    assert_eq!(asked(&story, field).as_deref(), Some(question));
    let complaints = seen::fields(&story.view()).iter().filter(|field| field.complaint.is_some()).count();
    assert_eq!(complaints, 1);
    story.press(Message::PlanAnyway).survives_a_reload();
    assert!(seen::planned(&story.view()).head.title.starts_with(seller));
}

#[test]
fn doubtful_values_are_asked_about_and_can_be_kept() {
    let same = "You and the seller have the same name. Is that right?";
    let far = "That's more than two years away. Is the year right?";
    check_doubt("maria ", "2026-05-20", "10:00", "Who will you coach?", same);
    check_doubt("Lee", "2020-05-14", "10:00", "Date", "This date has passed.");
    check_doubt("Lee", "2028-05-15", "10:00", "Date", far);
    check_doubt("Lee", "2026-05-14", "10:44", "Time", "That overlaps with Tom, 10:00.");
    check_doubt("Lee", "2026-05-14", "09:16", "Time", "That overlaps with Tom, 10:00.");
}

#[test]
fn values_at_the_edge_are_not_asked_about() {
    for (date, time) in [("2026-05-14", "10:45"), ("2026-05-14", "09:15"), ("2028-05-13", "10:00")] {
        let mut story = Story::new();
        story.plan("Tom").press(Message::BackHome);
        submit(&mut story, "Lee", date, time);
        assert_eq!(&*seen::planned(&story.view()).head.title, "Lee with Maria", "{date} {time}");
    }
}

#[test]
fn changed_value_is_asked_about_anew() {
    let mut story = Story::new();
    story.plan("Tom").press(Message::BackHome);
    submit(&mut story, "Lee", "2020-05-14", "10:00");
    story.fill(Message::DateLabel, "2026-05-14").press(Message::FormSubmit);
    assert_eq!(asked(&story, "Time").as_deref(), Some("That overlaps with Tom, 10:00."));
    assert_eq!(asked(&story, "Date"), None);
}

#[test]
fn change_of_the_place_asks_nothing_about_the_date() {
    let mut story = Story::new();
    story.plan("Lee");
    story.keeps_doubts = false;
    story.now = TEN.plus(Span::minutes(7 * 24 * 60));
    story.press(Message::HappenedMove).fill(Message::PlaceLabel, "Room 4").press(Message::FormSubmitChange);
    assert_eq!(
        seen::planned(&story.view()).place.as_ref().map(|place| place.text.to_string()),
        Some("Room 4".into())
    );
}

#[test]
fn names_that_look_alike_are_one_seller_and_look_back() {
    for name in ["Lee\u{a0}Park", " lee  PARK", "Lee\u{200b} Park", "L\u{65}e Park\u{feff}"] {
        let mut story = Story::new();
        story.plan("Lee Park").press(Message::BackHome);
        submit(&mut story, name, "2026-05-21", "10:00");
        assert_eq!(rail(&story)[1].0, "Look back", "{name:?}");
        assert_eq!(story.storage.records.keys().filter(|name| name.starts_with("pair/")).count(), 1);
    }
    let mut story = Story::new();
    story.plan("Zo\u{eb}").press(Message::BackHome);
    submit(&mut story, "Zoe\u{308}", "2026-05-21", "10:00");
    assert_eq!(rail(&story)[1].0, "Look back");
}

#[test]
fn name_can_be_removed_from_the_suggestions() {
    let mut story = Story::new();
    story.plan("Lee").plan("Tom").press(Message::BackHome).press(Message::PlanOne);
    assert_eq!(names(&story), [("Lee".to_owned(), false), ("Tom".to_owned(), false)]);
    story.press("Edit names").press("Tom").press("Done").survives_a_reload();
    assert_eq!(names(&story), [("Lee".to_owned(), false)]);
    // The name can be ticked again, and planning with Tom suggests Tom again.
    story.press("Edit names");
    assert_eq!(names(&story), [("Lee".to_owned(), true), ("Tom".to_owned(), false)]);
    story.press("Tom").press("Done");
    assert_eq!(names(&story).len(), 2);
    story.press("Edit names").press("Tom").press("Done");
    story.press(Message::Cancel).plan("tom").press(Message::BackHome).press(Message::PlanOne);
    assert_eq!(names(&story).len(), 2);
    // The sessions stay.
    story.press(Message::Cancel);
    assert_eq!(seen::home(&story.view()).groups[0].rows.len(), 2, "a line for each person");
    assert_eq!(story.window().model.sessions().count(), 3);
}

#[test]
fn only_the_twelve_latest_names_are_buttons() {
    let mut story = Story::new();
    for count in 1..=14 {
        submit(&mut story, &format!("Seller {count:02}"), &format!("2026-06-{count:02}"), "10:00");
        story.press(Message::BackHome);
    }
    story.press(Message::PlanOne);
    let names: Vec<String> = names(&story).into_iter().map(|(name, _)| name).collect();
    assert_eq!((names.len(), &*names[0], &*names[11]), (12, "Seller 03", "Seller 14"));
}

#[test]
fn the_next_agenda_keeps_minutes_and_order_but_no_old_names() {
    let mut story = Story::new();
    story.plan("Lee").press(Message::AgendaEdit);
    story
        .fill("Name of item 2", "Acme renewal")
        .fill("Minutes of item 2", "20")
        .press("Move down: Acme renewal")
        .press(Message::AddItem)
        .fill("Name of item 4", "Reading together")
        .press(Message::EditDone);
    let before = rail(&story);
    assert_eq!(before[2], ("Acme renewal".to_owned(), "20 min".to_owned()));
    story.press(Message::BackHome);
    submit(&mut story, "Lee", "2026-05-21", "10:00");
    let after = rail(&story);
    let titles: Vec<&str> = after.iter().map(|(title, _)| &**title).collect();
    assert_eq!(
        titles,
        [
            "Open",
            "Look back",
            "Second opportunity",
            "First opportunity",
            "Reading together",
            "Next steps",
            "Close"
        ]
    );
    assert_eq!((&*after[2].1, &*after[4].1), ("12 min", "5 min"), "both keep their minutes");
    assert_eq!(
        after[3].1, "15 min",
        "the look back takes its minutes from the first topic that can spare them"
    );
}

/// Plans a session at this place, and returns the address to press and the words beside it.
fn place_of(place: &str) -> (Option<String>, Option<String>) {
    let mut story = Story::new();
    story.press(Message::PlanOne).press(Message::DefaultsChange).fill(Message::PlaceLabel, place);
    story.fill(Message::SellerLabel, "Lee").press("Thu 14 May, 11:00");
    let place = seen::planned(&story.view()).place.clone().unwrap();
    (place.href.map(|href| href.to_string()), place.more.map(|more| more.to_string()))
}

#[test]
fn pasted_invitation_as_place_gives_a_link_to_press() {
    for (pasted, href) in [
        (
            "Microsoft Teams Need help?<https://aka.ms/JoinTeamsMeeting?omkt=en-US> Join the meeting \
             now<https://teams.microsoft.com/l/meetup-join/19%3ameeting_x@thread.v2/0?context=%7b%22Tid%22%7d> \
             Meeting ID: 312 345 678 90 Passcode: xY3",
            "https://teams.microsoft.com/l/meetup-join/19%3ameeting_x@thread.v2/0?context=%7b%22Tid%22%7d",
        ),
        (
            "Lee is inviting you to a scheduled Zoom meeting. Join: https://us02web.zoom.us/j/8912345?pwd=a1B. \
             Meeting ID: 891 2345",
            "https://us02web.zoom.us/j/8912345?pwd=a1B",
        ),
        (
            "Video call link: https://meet.google.com/abc-defg-hij (or dial +49 30 1)",
            "https://meet.google.com/abc-defg-hij",
        ),
        ("Room 4, map at https://maps.example/x", "https://maps.example/x"),
    ] {
        assert_eq!(place_of(pasted), (Some(href.to_owned()), Some(pasted.to_owned())));
    }
    assert_eq!(place_of("Room 4, write to a@b.example"), (None, None));
    assert_eq!(place_of("Room javascript:alert(1)"), (None, None));
    assert_eq!(place_of("See https://bank.example@evil.example/ there"), (None, None));
}

#[test]
fn names_and_slots_replace_no_other_typed_words() {
    let mut story = Story::new();
    story.plan("Lee").plan("Tom").press(Message::BackHome).press(Message::PlanOne);
    for (typed, offered) in [("T", vec!["Tom"]), ("Zed", vec![]), (" lee", vec!["Lee", "Tom"])] {
        story.fill(Message::SellerLabel, typed);
        let names: Vec<String> = names(&story).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, offered, "{typed:?}");
    }
    assert_eq!(slots(&story).len(), 3);
    story.fill(Message::DateLabel, "2026-05-20");
    assert_eq!(slots(&story).len(), 3);
    story.fill(Message::DateLabel, "next week");
    assert_eq!(slots(&story).len(), 0);
}

#[test]
fn move_of_a_session_that_began_elsewhere_plans_another_one() {
    let mut story = Story::new();
    story.plan("Lee").press(Message::ChangePlan).fill(Message::DateLabel, "2026-05-20");
    story.fill(Message::PlaceLabel, "Room 9").open_window("Europe/Berlin");
    story.in_window(1).open_first_of_page().press_start().in_window(0).deliver();
    let told = "This session has started in the meantime. What you typed here plans another one.";
    assert_eq!(story.notices(), [told]);
    story.press(Message::FormSubmit);
    assert_eq!(&*seen::planned(&story.view()).when, "Wednesday 20 May, 10:00 to 10:45");
    let plans: Vec<_> = story.window().model.sessions().collect();
    assert_eq!((plans.len(), plans[0].pair), (2, plans[1].pair));
    let begun = plans.iter().filter_map(|session| session.manager_half()).find(|half| !half.is_planned());
    assert_eq!(begun.expect("the one that began").plan.schedule.local.date_field(), "2026-05-14");
}
