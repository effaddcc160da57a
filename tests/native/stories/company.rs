//! A company's own content: a session of its own type from the form to the questions, with its file and without it.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::present::parts::sheet::Entry;
use coaching_session::program::event::Event;
use coaching_session::text::message::Message;

use super::rail;
use crate::config::example;
use crate::given::TEN;
use crate::intl::Table;
use crate::seen;
use crate::story::Story;

const TYPE: &str = "What kind of session?";

/// The items of the company's agenda for 45 minutes, in a first session.
const ITEMS: [(&str, &str); 5] = [
    ("Open", "3 min"),
    ("What have they got from us?", "18 min"),
    ("What could end it?", "14 min"),
    ("Next steps", "7 min"),
    ("Close", "3 min"),
];

/// Maria on a page with the company's file, where a session of its type is planned.
fn planned() -> Story {
    let mut story = Story::new();
    story.send(Event::Configured(example()));
    story.press(Message::PlanOne).fill(Message::SellerLabel, "Lee").fill(Message::OwnNameLabel, "Maria");
    story.fill(Message::DateLabel, "2026-05-14").fill(Message::TimeLabel, "10:00").press(Message::FormSubmit);
    story
}

/// The lines on a sheet.
fn lines(story: &Story) -> Vec<String> {
    let view = story.view();
    let words = |entry: &Entry| match entry {
        Entry::Line(line) => Some(seen::read(line)),
        _ => None,
    };
    seen::entries(seen::sheet(&view)).into_iter().filter_map(words).collect()
}

/// The boxes on a sheet.
fn boxes(story: &Story) -> Vec<(String, bool)> {
    let view = story.view();
    let ticks = seen::entries(seen::sheet(&view)).into_iter().filter_map(|entry| match entry {
        Entry::Tick(tick) => Some((tick.action.label.to_string(), tick.is_chosen)),
        _ => None,
    });
    ticks.collect()
}

fn expected() -> Vec<(String, String)> {
    ITEMS.iter().map(|(title, minutes)| ((*title).to_owned(), (*minutes).to_owned())).collect()
}

#[test]
fn company_type_leads_from_the_form_to_its_own_questions() {
    let mut story = Story::new();
    story.send(Event::Configured(example()));
    assert_eq!(story.window().faults, Vec::<String>::new());
    story.press(Message::PlanOne).press(Message::DefaultsChange);
    let offered: Vec<String> = story.choices(TYPE).into_iter().map(|(_, name, _)| name).collect();
    assert_eq!(offered, ["Renewal", "Early opportunity", "Late opportunity", "Call"]);
    assert_eq!(story.chosen(TYPE).as_deref(), Some("Renewal"), "the company's first one");
    let mut story = planned();
    assert_eq!(rail(&story), expected());
    assert_eq!(&*seen::planned(&story.view()).head.kicker, "Coaching session · renewal");
    story.now = TEN;
    story.press_start();
    assert_eq!(
        seen::question(&story.view()).as_deref(),
        Some("Why this, and why now?"),
        "the frame has its own questions"
    );
    story.press(Message::Next { title: "What have they got from us?" });
    let view = story.view();
    let run = seen::run(&view);
    assert_eq!(run.purpose.as_deref(), Some("Name the result that the customer would sign."));
    assert_eq!(seen::question(&view).as_deref(), Some("Which result would they put their name to?"));
    story.press(Message::Asked);
    assert_eq!(seen::question(&story.view()).as_deref(), Some("Who would fight to keep us?"));
    story.reload().send(Event::Configured(example()));
    assert_eq!(
        seen::question(&story.view()).as_deref(),
        Some("Who would fight to keep us?"),
        "it stays asked"
    );
}

#[test]
fn company_checklist_is_ticked_and_lines_stay_removed() {
    let mut story = planned();
    story.press(Message::PrepareOwn).press(Message::IAm { name: "Maria" });
    let curious = "Be curious. A lost customer is nobody's fault today.";
    let own = ["Read the last three tickets, and bring one fact.", curious];
    assert_eq!(boxes(&story).iter().map(|(line, _)| &**line).collect::<Vec<_>>()[..2], own);
    story.press(curious);
    assert!(boxes(&story).contains(&(curious.to_owned(), true)));
    story.reload().send(Event::Configured(example())).press(Message::IAm { name: "Maria" });
    assert!(boxes(&story).contains(&(curious.to_owned(), true)), "{:?}", boxes(&story));
    story
        .press(Message::CheckChange)
        .press(Message::CheckRemoveLong { line: curious })
        .press(Message::CheckChanged);
    assert!(!boxes(&story).iter().any(|(line, _)| line == curious));
    story.reload().send(Event::Configured(example())).press(Message::IAm { name: "Maria" });
    assert!(!boxes(&story).iter().any(|(line, _)| line == curious));
}

#[test]
fn invitation_of_a_company_type_opens_without_the_file() {
    let mut maria = planned();
    maria.invite("Lee");
    assert!(boxes(&maria).iter().all(|(_, is_ticked)| !is_ticked));
    maria.press("Nothing from here goes into the quarterly review.");
    let text = maria.press(Message::CopyWords).window().sent.clone().expect("a message").text;
    assert!(text.contains("- Nothing from here goes into the quarterly review."), "{text}");
    maria.settle_copy(true);
    let mut lee = Story::elsewhere();
    lee.send(Event::LinkOpened(text));
    let read = lines(&lee);
    assert!(
        read.iter().any(|line| line.contains("Renewal (Open 3 min · What have they got from us? 18 min")),
        "{read:#?}"
    );
    assert!(read.contains(&"Nothing from here goes into the quarterly review.".to_owned()), "{read:#?}");
    lee.fill(Message::TopicFirst, "The Ward contract").press(Message::ItIsCoaching { manager: "Maria" });
    lee.press(Message::CopyLink).settle_copy(true);
    let answer = lee.window().sent.clone().expect("an answer").text;
    maria.send(Event::LinkOpened(answer)).press(Message::FileTake);
    assert_eq!(rail(&maria), expected());
    // Without the file, the session still has its items and the checklist that fits every session.
    maria.reload();
    assert_eq!(rail(&maria), expected());
    maria.now = TEN;
    maria.press_start().press(Message::Next { title: "What have they got from us?" });
    assert_eq!(seen::question(&maria.view()), None);
}

#[test]
fn file_that_comes_late_changes_the_open_screen() {
    let mut story = Story::new();
    story.press(Message::PlanOne).press(Message::DefaultsChange);
    assert_eq!(story.chosen(TYPE).as_deref(), Some("Early opportunity"));
    story.send(Event::Configured(example()));
    assert_eq!(story.chosen(TYPE).as_deref(), Some("Renewal"));
}

#[test]
fn owner_is_told_the_faults_and_the_page_works() {
    let mut story = Story::new();
    story.send(Event::Configured("{\"types\":[{\"id\":\"a\"}]}".to_owned()));
    assert_eq!(story.window().faults, ["types[0]: missing field `name`"]);
    story.plan("Lee");
    assert_eq!(&*seen::planned(&story.view()).head.kicker, "Coaching session · early opportunity");
}

#[test]
fn seller_can_choose_the_company_type_for_a_topic() {
    let mut maria = Story::new();
    maria.send(Event::Configured(example()));
    maria.press(Message::PlanOne).fill(Message::SellerLabel, "Lee").fill(Message::OwnNameLabel, "Maria");
    maria.press(Message::DefaultsChange).choose(TYPE, "Early opportunity");
    maria.fill(Message::DateLabel, "2026-05-14").fill(Message::TimeLabel, "10:00").press(Message::FormSubmit);
    maria.invite("Lee");
    let text = maria.press(Message::CopyWords).window().sent.clone().expect("a message").text;
    maria.settle_copy(true);
    let mut lee = Story::elsewhere();
    lee.send(Event::Configured(example())).send(Event::LinkOpened(text));
    lee.fill(Message::TopicFirst, "The Ward contract").press("Renewal");
    lee.press(Message::ItIsCoaching { manager: "Maria" }).press(Message::CopyLink).settle_copy(true);
    let answer = lee.window().sent.clone().expect("an answer").text;
    maria.send(Event::LinkOpened(answer)).press(Message::FileTake);
    assert_eq!(rail(&maria), expected(), "the agenda follows the topic");
}

#[test]
fn preparation_shows_the_company_hints() {
    let mut story = planned();
    story.press(Message::PrepareOwn).press(Message::IAm { name: "Maria" });
    let view = story.view();
    let sheet = format!("{:?}", seen::sheet(&view));
    assert!(sheet.contains("Will they renew? What discount do they want?"), "questions to leave unasked");
}

#[test]
fn company_words_and_names_are_said_in_place_of_built_in_ones() {
    let mut story = Story::new();
    story.send(Event::Configured(example()));
    let [(tag, words)] = &story.window().own_words[..] else { panic!("one language") };
    assert_eq!(tag, "en");
    let table = Table::of("en", include_str!("../../../l10n/en.ftl")).with(words);
    let say = |message| table.env().say(&message).to_string();
    assert_eq!(say(Message::FormLead), "Your adviser chooses the topic. You bring time.");
    assert_eq!(say(Message::QuarterNames), "Names of your advisers");
    assert_eq!(say(Message::ManagerUnknown), "The coach");
    assert_eq!(say(Message::BackHome), "All sessions");
}

#[test]
fn names_of_the_two_cannot_break_out_of_their_message() {
    let mut story = Story::new();
    let name = "a \"quoted\" { $name }\nback-home = \\ out";
    let names = serde_json::json!({"parties": {"en": {"manager": name, "seller": "b", "sellers": "c"}}});
    story.send(Event::Configured(names.to_string()));
    let words = &story.window().own_words[0].1;
    let table = Table::of("en", include_str!("../../../l10n/en.ftl")).with(words);
    let said = table.env().say(&Message::ManagerUnknown).to_string();
    assert_eq!(said, "The a \"quoted\" { $name } back-home = \\ out");
    assert_eq!(&*table.env().say(&Message::BackHome), "All sessions");
}

#[test]
fn session_longer_than_the_company_allows_is_refused() {
    let mut story = Story::new();
    story.send(Event::Configured(example()));
    story.press(Message::PlanOne).fill(Message::SellerLabel, "Lee").press(Message::DefaultsChange);
    story.fill(Message::DateLabel, "2026-05-14").fill(Message::TimeLabel, "10:00");
    story.fill(Message::MinutesLabel, "75").press(Message::FormSubmit);
    let complaint = story.field(Message::MinutesLabel).1;
    assert_eq!(complaint.as_deref(), Some("Enter a whole number from 20 to 60."));
    story.fill(Message::MinutesLabel, "60").press(Message::FormSubmit);
    assert_eq!(rail(&story).len(), 5);
}

#[test]
fn draft_expires_as_early_as_the_company_says() {
    let mut story = Story::new();
    story.config = Some(example());
    story.press(Message::PlanOne).fill(Message::SellerLabel, "Lee").send(Event::PageHidden);
    story.sleep(15 * 24 * 60).reopen();
    assert!(story.offers(Message::ExpiringKeep { days: 14 }), "{:?}", story.notices());
}

#[test]
fn calendar_entry_keeps_the_items_of_a_company_type() {
    let mut story = planned();
    story.press(Message::CalendarPut).press(Message::CalendarSave);
    let entry = story.window().saved.clone().expect("a file").replace("\r\n ", "");
    assert!(entry.contains("What could end it?"), "{entry}");
}
