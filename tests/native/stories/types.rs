//! The coaching types: choosing, offering again and changing a type, and the questions of each type.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::phrase::Phrase;
use coaching_session::program::effect::Focus;
use coaching_session::program::state::field::{Field, FormField};
use coaching_session::text::message::Message;

use super::rail;
use crate::forged;
use crate::given::TEN;
use crate::seen;
use crate::story::Story;

const TYPE: &str = "What kind of session?";
const WHICH: &str = "Before the call, or after it?";
const AGENDA: &str = "You edited the agenda. Keep it?";

/// The form, opened, with who and when filled in.
fn form() -> Story {
    let mut story = Story::new();
    story
        .press(Message::PlanOne)
        .fill(Message::SellerLabel, "Lee")
        .fill(Message::DateLabel, "2026-05-14")
        .fill(Message::TimeLabel, "10:00")
        .press(Message::DefaultsChange);
    story
}

/// The line that says the rest.
fn line(story: &Story) -> String {
    seen::form(&story.view()).defaults.to_string()
}

/// The names of the items.
fn titles(story: &Story) -> Vec<String> {
    rail(story).into_iter().map(|(title, _)| title).collect()
}

/// The question on the screen.
fn question(story: &Story) -> String {
    seen::question(&story.view()).expect("a question")
}

/// Returns the stored list of asked questions.
fn asked(story: &Story) -> String {
    let (_, record) = story.session_record();
    let (_, list) = record.split_once(",\"asked\":[").unwrap_or_default();
    list.split_once(']').map(|(list, _)| list.replace('"', "")).unwrap_or_default()
}

/// A session of that type from the form to its first main item, and the first question there.
#[track_caller]
fn check_type(name: &str, which: Option<&str>, called: &str, main: &[&str], first: &str) {
    let mut story = form();
    story.choose(TYPE, name).survives_a_reload();
    if let Some(which) = which {
        story.choose(WHICH, which).survives_a_reload();
    }
    assert_eq!(line(&story), format!("{called}, 45 minutes"));
    story.press(Message::FormSubmit).survives_a_reload();
    let items: Vec<&str> = [&["Open"], main, &["Next steps", "Close"]].concat();
    assert_eq!(titles(&story), items);
    let kicker = seen::planned(&story.view()).head.kicker.to_string();
    assert_eq!(kicker.to_lowercase(), format!("coaching session · {called}").to_lowercase());
    story.now = TEN;
    story.press_start();
    assert_eq!(question(&story), "Why this, and why now?");
    story.press(&format!("Next: {}", main[0])).survives_a_reload();
    assert_eq!(question(&story), first);
}

#[test]
fn each_type_leads_from_the_form_to_its_own_questions() {
    let worth = "Who feels this problem most, and what does it cost them?";
    check_type(
        "Early opportunity",
        None,
        "Early opportunity",
        &["First opportunity", "Second opportunity"],
        worth,
    );
    let story = "It's six months on and they bought nothing. What happened?";
    check_type("Late opportunity", None, "Late opportunity", &["What could stop it", "Path to yes"], story);
    let aim = "What should the customer do afterwards that they wouldn't do anyway?";
    let before = ["Aim and people", "Hard moment", "Rehearse"];
    check_type("Call", None, "Before a call", &before, aim);
    check_type("Call", Some("Before a call"), "Before a call", &before, aim);
    let after = ["Replay", "One moment", "Try again"];
    check_type("Call", Some("After a call"), "After a call", &after, "Take me to the minute that mattered.");
    let goal = "What are they after this year that has nothing to do with us?";
    check_type("Account", None, "Account", &["Where we stand", "Next move"], goal);
    let calendar = "What does your calendar say that your plan doesn't?";
    check_type("Territory", None, "Territory", &["Where effort goes", "Choices"], calendar);
}

#[test]
fn second_opportunity_begins_with_another_question() {
    let who = "Who feels this problem most, and what does it cost them?";
    let another_year = "What if they live with it another year?";
    let mut story = form();
    story.press(Message::FormSubmit);
    story.now = TEN;
    story.press_start().press(Message::Next { title: "First opportunity" });
    assert_eq!(question(&story), who);
    // Nobody marked the question as asked: many only read it.
    story.press(Message::Next { title: "Second opportunity" }).survives_a_reload();
    assert_eq!(question(&story), another_year);
    // What was asked of the first opportunity comes last in the second one.
    story.press(Message::Back).press(Message::Asked);
    assert_eq!(question(&story), another_year);
    story.press(Message::Asked).press(Message::Next { title: "Second opportunity" });
    assert_eq!(question(&story), "Where are we a poor fit?");
    let mut offered = vec![question(&story)];
    while let Some(press) = seen::actions(&story.view()).into_iter().find(|action| &*action.label == "Asked")
    {
        story.send(press.press);
        offered.extend(seen::question(&story.view()));
    }
    assert!(offered[..3].iter().all(|question| question != who && question != another_year), "{offered:?}");
    assert!(
        asked(&story).starts_with("2/early.worth.1,2/early.worth.2,3/early.worth.3"),
        "{}",
        asked(&story)
    );
    assert!(
        offered.contains(&who.into()) && offered.contains(&another_year.into()),
        "they can still be asked: {offered:?}"
    );
}

#[test]
fn five_types_are_offered_and_a_call_asks_for_one_thing_more() {
    let mut story = form();
    assert_eq!(story.window().focus, Some(Focus::Field(Field::Form(FormField::Type))));
    let names: Vec<String> = story.choices(TYPE).into_iter().map(|(_, name, _)| name).collect();
    assert_eq!(names, ["Early opportunity", "Late opportunity", "Call", "Account", "Territory"]);
    assert_eq!(story.chosen(TYPE).as_deref(), Some("Early opportunity"));
    let asks = |story: &Story| seen::fields(&story.view()).iter().any(|field| &*field.label == WHICH);
    assert!(!asks(&story));
    story.choose(TYPE, Message::Phrase(Phrase::Call));
    assert!(asks(&story));
    story.choose(WHICH, Message::Phrase(Phrase::CallAfter));
    assert_eq!(story.chosen(TYPE).as_deref(), Some("Call"), "it is a call all the same");
    story.choose(TYPE, Message::Phrase(Phrase::Account));
    assert!(!asks(&story));
}

#[test]
fn the_choice_survives_a_reload_and_a_kill() {
    let mut story = form();
    story
        .choose(TYPE, Message::Phrase(Phrase::Call))
        .choose(WHICH, Message::Phrase(Phrase::CallAfter))
        .press(Message::DefaultsClose)
        .rest()
        .reopen();
    assert_eq!(line(&story), "After a call, 45 minutes");
    story
        .press(Message::DefaultsChange)
        .choose(TYPE, Message::Phrase(Phrase::Territory))
        .survives_a_reload()
        .reload();
    assert_eq!(story.chosen(TYPE).as_deref(), Some("Territory"));
}

#[test]
fn the_type_of_the_last_session_with_a_seller_is_offered_again() {
    let mut story = form();
    story
        .choose(TYPE, Message::Phrase(Phrase::Account))
        .press(Message::FormSubmit)
        .press(Message::BackHome)
        .press(Message::PlanOne);
    assert_eq!(line(&story), "Early opportunity, 45 minutes", "nobody is named yet");
    story.fill(Message::SellerLabel, " lee ").survives_a_reload();
    assert_eq!(line(&story), "Account, 45 minutes");
    story.press(Message::DefaultsChange);
    let hint = |story: &Story| {
        let fields = seen::fields(&story.view());
        fields.iter().find(|field| &*field.label == TYPE).and_then(|field| field.hint.clone())
    };
    assert_eq!(hint(&story).as_deref(), Some("The same as last time."));
    story.fill(Message::SellerLabel, "Ana");
    assert_eq!((line(&story), hint(&story)), ("Early opportunity, 45 minutes".into(), None));
    // What the person chose is theirs, whoever is named.
    story.choose(TYPE, Message::Phrase(Phrase::Territory)).fill(Message::SellerLabel, "Lee");
    assert_eq!((line(&story), hint(&story)), ("Territory, 45 minutes".into(), None));
    story.fill(Message::DateLabel, "2026-05-21").fill(Message::TimeLabel, "10:00").press(Message::FormSubmit);
    assert_eq!(titles(&story)[1], "Look back");
    story.press(Message::BackHome).press(Message::PlanOne).fill(Message::SellerLabel, "Lee");
    assert_eq!(line(&story), "Territory, 45 minutes", "the last one counts");
}

#[test]
fn the_next_one_keeps_the_type() {
    let mut story = form();
    story
        .choose(TYPE, Message::Phrase(Phrase::Call))
        .choose(WHICH, Message::Phrase(Phrase::CallAfter))
        .press(Message::FormSubmit);
    story.now = TEN;
    story.press_start().watch(2).press(Message::EndEarly).press(Message::AnotherTime);
    assert_eq!(line(&story), "After a call, 45 minutes");
    story.fill(Message::DateLabel, "2026-05-21").press(Message::FormSubmit);
    assert_eq!(
        titles(&story),
        ["Open", "Look back", "Replay", "One moment", "Try again", "Next steps", "Close"]
    );
}

#[test]
fn another_type_replaces_an_unedited_agenda() {
    let mut story = form();
    story
        .press(Message::FormSubmit)
        .press(Message::ChangePlan)
        .choose(TYPE, Message::Phrase(Phrase::Account));
    assert!(!seen::fields(&story.view()).iter().any(|field| &*field.label == AGENDA));
    story.survives_a_reload().press(Message::FormSubmitChange);
    assert_eq!(titles(&story), ["Open", "Where we stand", "Next move", "Next steps", "Close"]);
    // And with other minutes at once.
    story
        .press(Message::ChangePlan)
        .choose(TYPE, Message::Phrase(Phrase::OpportunityLate))
        .fill(Message::MinutesLabel, "60");
    story.press(Message::FormSubmitChange);
    assert_eq!(&*seen::planned(&story.view()).sum, "60 minutes");
    assert_eq!(titles(&story)[1..4], ["What could stop it", "Path to yes", "Rehearse"]);
    story.press(Message::ChangePlan).press(Message::FormSubmitChange);
    assert_eq!(titles(&story)[1], "What could stop it", "the type stays if nobody touches it");
}

#[test]
fn unchanged_agenda_counts_as_unedited_after_later_sessions() {
    let mut story = form();
    story.press(Message::FormSubmit).press(Message::BackHome);
    story.press(Message::PlanOne).fill(Message::SellerLabel, "Lee").fill(Message::DateLabel, "2026-06-14");
    story.fill(Message::TimeLabel, "10:00").press(Message::FormSubmit).press(Message::BackHome);
    let view = story.view();
    let first = seen::home(&view).groups[0].rows[0].open.clone();
    story.send(first.press).press(Message::ChangePlan).choose(TYPE, Message::Phrase(Phrase::Account));
    assert!(!seen::fields(&story.view()).iter().any(|field| &*field.label == AGENDA));
}

#[test]
fn an_edited_agenda_stays_until_its_owner_says_otherwise() {
    let mut story = form();
    story
        .press(Message::FormSubmit)
        .press(Message::AgendaEdit)
        .fill(Message::ItemTitleLabel { number: 2 }, "Hansen")
        .press(Message::EditDone);
    story.press(Message::ChangePlan).choose(TYPE, Message::Phrase(Phrase::Account));
    assert_eq!(story.chosen(AGENDA).as_deref(), Some("Keep it"));
    let mut renewed = story.clone();
    story.survives_a_reload().press(Message::FormSubmitChange);
    assert_eq!(titles(&story), ["Open", "Hansen", "Second opportunity", "Next steps", "Close"]);
    assert_eq!(&*seen::planned(&story.view()).head.kicker, "Coaching session · account");
    story.press(Message::ChangePlan).fill(Message::MinutesLabel, "30").press(Message::FormSubmitChange);
    assert_eq!((titles(&story)[1].as_str(), &*seen::planned(&story.view()).sum), ("Hansen", "30 minutes"));

    renewed.choose(AGENDA, Message::AgendaRenew).survives_a_reload().press(Message::FormSubmitChange);
    assert_eq!(titles(&renewed), ["Open", "Where we stand", "Next move", "Next steps", "Close"]);
}

#[test]
fn agenda_edited_since_the_choice_is_replaced_only_when_asked() {
    let mut story = form();
    let edit = |story: &mut Story, words: &str| {
        story.press(Message::AgendaEdit).fill(Message::ItemTitleLabel { number: 2 }, words);
        story.press(Message::EditDone);
    };
    edit(story.press(Message::FormSubmit), "Hansen");
    story.open_window_alike();
    story.in_window(0).press(Message::ChangePlan).choose(TYPE, Message::Phrase(Phrase::Account));
    story.choose(AGENDA, Message::AgendaRenew);
    edit(story.in_window(1), "Jensen");
    story.in_window(0).press(Message::FormSubmitChange);
    let complaint = seen::fields(&story.view()).into_iter().find(|field| &*field.label == AGENDA).unwrap();
    assert!(complaint.complaint.is_some(), "the other window's words would go");
    let mut kept = story.clone();
    kept.choose(AGENDA, Message::AgendaKeep).press(Message::FormSubmitChange);
    assert_eq!(titles(&kept)[1], "Jensen");
    story.press(Message::FormSubmitChange);
    assert_eq!(titles(&story), ["Open", "Where we stand", "Next move", "Next steps", "Close"]);
}

#[test]
fn asked_question_gives_way_and_is_stored_in_order() {
    let mut story = Story::new();
    story.begin();
    assert_eq!((question(&story).as_str(), asked(&story)), ("Why this, and why now?", String::new()));
    story.press(Message::Another).survives_a_reload();
    assert_eq!(question(&story), "What do you want to walk away with?");
    story.press(Message::Asked).survives_a_reload();
    assert_eq!(question(&story), "What have you tried?");
    assert_eq!(asked(&story), "0/item.open.2");
    for _ in 0..3 {
        story.press(Message::Another);
    }
    assert_eq!(question(&story), "Why this, and why now?", "round, and without what was asked");
    story.press(Message::Asked);
    assert_eq!(question(&story), "What have you tried?");
    assert_eq!(asked(&story), "0/item.open.2,0/item.open.1");
}

#[test]
fn listening_hint_shows_only_on_an_unshared_screen() {
    for (answer, listens) in
        [("Yes, hide private notes", None), ("No", Some("Listen for: what they stand to gain or lose."))]
    {
        let mut story = Story::new();
        story.plan("Lee").press(answer);
        story.now = TEN;
        story.press_start().survives_a_reload();
        assert_eq!(question(&story), "Why this, and why now?");
        let listen = seen::listen(&story.view());
        assert_eq!(listen.as_deref(), listens, "Will Lee see this screen? {answer}");
    }
}

#[test]
fn last_asked_question_leaves_a_line_with_the_focus() {
    let mut story = Story::new();
    story.begin();
    for _ in 0..4 {
        story.press(Message::Asked).survives_a_reload();
    }
    assert_eq!(question(&story), "What's off the table today?");
    assert!(!story.offers(Message::Another), "there is no other one");
    story.press(Message::Asked).survives_a_reload();
    assert_eq!(question(&story), "All asked. Stay with the answer that matters most.");
    assert!(!story.offers(Message::Asked) && !story.offers(Message::Another));
    assert_eq!(story.window().focus, Some(Focus::Question));
    story.press(Message::Next { title: "First opportunity" });
    assert!(story.offers(Message::Asked));
}

#[test]
fn pressed_twice_at_once_a_question_is_asked_once() {
    let mut story = Story::new();
    story.begin();
    let press = seen::run(&story.view()).question.as_ref().map(seen::asked).unwrap()[0].press;
    story.send(press).send(press);
    assert_eq!(asked(&story), "0/item.open.1");
    assert_eq!(question(&story), "What do you want to walk away with?");
}

#[test]
fn the_clock_and_the_questions_leave_each_other_alone() {
    let mut story = Story::new();
    story.begin().press(Message::Pause).press(Message::Asked).press(Message::Asked);
    assert!(story.offers(Message::ClockUndoPause), "a question is no step of the clock");
    story.press(Message::ClockUndoPause);
    assert_eq!(question(&story), "What have you tried?", "and undoing one takes no question back");
    story.press(Message::ClockUndoStart).press_start();
    assert_eq!(question(&story), "Why this, and why now?", "a session that begins anew asked nothing");
    assert_eq!(asked(&story), "");
}

#[test]
fn an_item_of_ones_own_and_the_close_have_no_question() {
    let mut story = Story::new();
    story.plan("Lee").press(Message::AgendaEdit).press(Message::AddItem).press(Message::EditDone);
    story.now = TEN;
    story.press_start();
    for (item, asks) in
        [("Second opportunity", true), ("New item", false), ("Next steps", true), ("Close", false)]
    {
        while !story.offers(&format!("Next: {item}")) {
            story.press(Message::Skip);
        }
        story.press(&format!("Next: {item}"));
        assert_eq!(seen::run(&story.view()).question.is_some(), asks, "{item}");
    }
}

#[test]
fn unknown_type_stays_with_its_session() {
    let mut story = Story::new();
    story.plan("Lee").reload();
    let (name, record) = story.session_record();
    let data = record.split_once("\"data\":").unwrap().1.strip_suffix('}').unwrap();
    let data = data.replacen("\"opportunity-early\"", "\"acme-demo\"", 1);
    let data = data.replacen("{\"built-in\":\"type.opportunity-early\"}", "{\"own\":\"Demo\"}", 1);
    story.storage.records.insert(name, forged::record(&data));
    story.reopen().press(Message::ChangePlan);
    assert_eq!((line(&story), story.chosen(TYPE)), ("Demo, 45 minutes".into(), None));
    story.fill(Message::MinutesLabel, "50").press(Message::FormSubmitChange);
    assert_eq!(&*seen::planned(&story.view()).head.kicker, "Coaching session · demo");
    story.press(Message::BackHome).press(Message::PlanOne).fill(Message::SellerLabel, "Lee");
    assert_eq!(line(&story), "Early opportunity, 50 minutes", "it has no agenda here to start from");
}
