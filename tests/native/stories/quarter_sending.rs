//! The messages of a booked quarter: one press sends each, what leaves is there to be read, and the method stands once.

use coaching_session::present::ScreenView;
use coaching_session::present::parts::sheet::{Entry, SendRowView, SheetView};
use coaching_session::program::effect::Focus;
use coaching_session::program::event::{Event, Press, QuarterPress};
use coaching_session::text::message::Message;

use crate::seen::{self, read};
use crate::story::Story;

fn sheet(story: &Story) -> SheetView {
    let ScreenView::Sheet(sheet) = story.view().screen else { panic!("no sheet") };
    *sheet
}

fn rows(story: &Story) -> Vec<SendRowView> {
    let entries = sheet(story).sections.into_iter().flat_map(|section| section.entries);
    let rows = entries.filter_map(|entry| match entry {
        Entry::Send(row) => Some(*row),
        _ => None,
    });
    rows.collect()
}

/// Returns the lines of the message that is open to be read, with those of its link; empty while none is.
fn message(story: &Story) -> Vec<String> {
    let sections = rows(story).into_iter().filter_map(|row| row.message).flat_map(|message| message.sections);
    let entries = sections.flat_map(|section| section.entries);
    let lines = entries.filter_map(|entry| match entry {
        Entry::Line(line) => Some(read(&line)),
        _ => None,
    });
    lines.collect()
}

/// Books the dates of these sellers, who are new, as Maria.
fn booked(names: &str) -> Story {
    let mut story = Story::new();
    story.press(Message::QuarterOpen).fill(Message::QuarterNames, names);
    story.fill(Message::QuarterEvery, "4").fill(Message::OwnNameLabel, "Maria");
    let book = seen::names(&story.view()).into_iter().find(|name| name.starts_with("Book ")).unwrap();
    story.press(&book);
    story
}

/// Returns the id of the button that sends in this row.
fn id(story: &Story, row: usize) -> Focus {
    let Press::Quarter(QuarterPress::Sent(id)) = rows(story)[row].send.press else { panic!("no send") };
    Focus::Send(id)
}

#[test]
fn each_seller_takes_one_press_and_the_next_has_the_focus() {
    let mut story = booked("Lee, Kim, Ana");
    for (at, name) in ["Lee", "Kim", "Ana"].into_iter().enumerate() {
        assert_eq!(&*sheet(&story).main.label, format!("Copy for {name}"));
        assert_eq!(rows(&story)[at].state.as_deref(), Some("Invitation not sent yet"));
        // The message whose turn it is stands open.
        let shown = message(&story);
        story.press(&format!("Copy for {name}")).settle_copy(true);
        let copied = story.window().copied.clone().unwrap();
        assert!(copied.contains(&format!("Hi {name}")) || copied.contains(name), "{copied}");
        assert!(
            copied
                .lines()
                .filter(|line| !line.is_empty())
                .all(|line| { line.starts_with("https://") || shown.iter().any(|shown| shown == line) }),
            "{shown:?} {copied}"
        );
        assert_eq!(rows(&story)[at].state.as_deref(), Some("You copied it, Wed 13 May, 10:00"));
        if at < 2 {
            assert_eq!(story.window().focus, Some(id(&story, at + 1)));
        }
    }
    assert_eq!(story.window().focus, Some(Focus::Heading));
    assert_eq!(&*sheet(&story).main.label, "Done");
    assert!(!story.offers(Message::QuarterUndo));
    let states: Vec<_> = rows(&story).into_iter().map(|row| row.state).collect();
    story.reload();
    assert_eq!(rows(&story).into_iter().map(|row| row.state).collect::<Vec<_>>(), states);
}

#[test]
fn message_to_read_is_that_of_the_next_seller_or_the_chosen_one() {
    let mut story = booked("Lee, Kim, Ana");
    let lees = message(&story);
    assert!(lees.iter().any(|line| line.contains("21 May")), "{lees:?}");
    let later = "Then: Thu 18 Jun, 10:00 \u{b7} Thu 16 Jul, 10:00 \u{b7} Thu 13 Aug, 10:00 (Berlin time)";
    assert!(lees.iter().any(|line| line == later), "{lees:?}");
    story.press("Read it: What Kim sees");
    assert!(message(&story).iter().any(|line| line.contains("28 May")));
    assert_eq!(&*sheet(&story).main.label, "Copy for Kim", "the main button sends what is open");
    story.press("Close: What Kim sees");
    assert_eq!(message(&story), Vec::<String>::new());
    assert_eq!(&*sheet(&story).main.label, "Copy for Lee");
    // After Kim comes Ana, and after Ana the first that is left.
    story.press("Copy for Kim").settle_copy(true);
    assert_eq!(story.window().focus, Some(id(&story, 2)));
    story.press("Copy for Ana").settle_copy(true);
    assert_eq!(story.window().focus, Some(id(&story, 0)));
    assert_eq!(message(&story), lees);
}

#[test]
fn method_is_chosen_once_for_all_and_remembered() {
    let mut story = booked("Lee, Kim");
    story.press("E-mail").press("E-mail to Lee");
    assert!(story.window().sent.clone().unwrap().text.contains("https://"));
    assert_eq!(rows(&story)[0].state.as_deref(), Some("You started an e-mail with it, Wed 13 May, 10:00"));
    assert_eq!(story.window().focus, Some(id(&story, 1)));
    story.reload();
    assert_eq!(&*sheet(&story).main.label, "E-mail to Kim");
    story.window_mut().model.here.can_share = true;
    story.press("Share").press("Share with Kim");
    let request = story.window().request;
    story.send(Event::ShareSettled(request, false));
    assert!(rows(&story)[1].is_open, "a closed share sheet sends nothing");
    story.press("Share with Kim");
    let request = story.window().request;
    story.send(Event::ShareSettled(request, true));
    assert_eq!(rows(&story)[1].state.as_deref(), Some("You shared it, Wed 13 May, 10:00"));
}

#[test]
fn refused_copy_offers_the_message_to_copy_by_hand() {
    let mut story = booked("Lee, Kim");
    story.press("Copy for Lee").settle_copy(false);
    let by_hand = sheet(&story).text_to_copy.unwrap();
    assert!(by_hand.contains("Lee") && by_hand.contains("https://"), "{by_hand}");
    assert!(rows(&story)[0].is_open);
    assert_eq!(story.window().focus, Some(Focus::Summary));
    // The answer to an earlier request changes nothing.
    story.press("Copy for Kim");
    let earlier = story.window().request;
    story.press("Copy for Lee").send(Event::CopySettled(earlier, true));
    assert!(rows(&story).iter().all(|row| row.is_open));
}

#[test]
fn own_name_is_asked_for_with_the_names_and_never_again() {
    let mut story = Story::new();
    story.press(Message::QuarterOpen).fill(Message::QuarterNames, "Lee");
    assert_eq!(story.field(Message::OwnNameLabel).1, None);
    let book = seen::names(&story.view()).into_iter().find(|name| name.starts_with("Book ")).unwrap();
    story.press(&book);
    assert_eq!(story.field(Message::OwnNameLabel).1.as_deref(), Some("Enter a name."));
    story.fill(Message::OwnNameLabel, "Maria");
    assert_eq!(story.field(Message::OwnNameLabel).1, None);
    story.press(&book);
    assert!(message(&story).iter().any(|line| line.contains("Maria")));
    story.press(Message::BackHome).press(Message::QuarterOpen);
    assert!(seen::fields(&story.view()).iter().all(|field| &*field.label != "Your name"));
}

#[test]
fn other_ways_of_one_message_lead_back_to_all() {
    let mut story = booked("Lee, Kim");
    story.press("Other ways to send it to Lee").press(Message::CopyWords).settle_copy(true);
    story.press(Message::QuarterBack);
    assert!(!rows(&story)[0].is_open);
    assert_eq!(&*sheet(&story).main.label, "Copy for Kim");
}

#[test]
fn pasted_list_of_names_is_read_with_commas_marks_and_addresses() {
    #[track_caller]
    fn check(pasted: &str, names: &[&str]) {
        let mut story = Story::new();
        story.press(Message::QuarterOpen).fill(Message::QuarterNames, pasted);
        let labels = seen::names(&story.view());
        let of = |name: &&str| labels.contains(&format!("Days {name} doesn't work: Monday"));
        assert!(names.iter().all(of), "{pasted}: {labels:?}");
        let count = labels.iter().filter(|label| label.ends_with("doesn't work: Monday")).count();
        assert_eq!(count, names.len(), "{pasted}");
    }
    check("Lee, Kim,Ana", &["Lee", "Kim", "Ana"]);
    check("Lee Park\r\n  Kim\n\n", &["Lee Park", "Kim"]);
    check("Lee Park <lee@example.com>; Kim <kim@example.com>", &["Lee Park", "Kim"]);
    check("- Lee\n* Kim\n\u{2022} Ana-Maria", &["Lee", "Kim", "Ana-Maria"]);
    check("Lee\tKim\nlee, ", &["Lee", "Kim"]);
}

#[test]
fn promise_goes_to_all_whose_message_is_not_sent() {
    let mut story = booked("Lee, Kim");
    let ask = "I'll ask before I tell.";
    story.press("Copy for Lee").settle_copy(true);
    assert!(!message(&story).contains(&ask.to_owned()));
    story.press(ask).reload();
    assert!(message(&story).contains(&ask.to_owned()), "{:?}", message(&story));
    assert!(!rows(&story)[0].is_open, "what Lee has stays as it is");
    story.press(ask);
    assert!(!message(&story).contains(&ask.to_owned()));
}
