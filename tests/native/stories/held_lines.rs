//! A line of "Something came up" that is held back: no link brings it, until its person lets it go out again.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::program::event::Event;
use coaching_session::text::message::Message;

use crate::given::TEN;
use crate::seen;
use crate::story::{Named as _, News, Story};

const LINE: &str = "The contract moved to June";
const HOLD: &str = "Only for me: The contract moved to June";

/// Returns to the list of all people, and opens the page of this person.
fn ask(story: &mut Story, name: &str) {
    while story.offers(Message::BackHome) {
        story.press(Message::BackHome);
    }
    story.press(&format!("Something came up: {name}"));
}

fn put(story: &mut Story, line: &str) {
    story.fill(Message::CameUp, line).press(Message::CameUpKeep);
}

/// Maria with a line for Lee on the list, and Lee, who has the invitation and a line of this wording for Maria.
fn both() -> (Story, Story) {
    let mut maria = Story::new();
    maria.plan("Lee").invite("Lee").press(Message::CopyLink).settle_copy(true);
    let link = maria.window().sent.clone().unwrap().text;
    let mut lee = Story::elsewhere();
    lee.send(Event::LinkOpened(link)).fill(Message::TopicFirst, "The pilot");
    lee.press(Message::ItIsCoaching { manager: "Maria" }).press(Message::CopyLink).settle_copy(true);
    ask(&mut lee, "Maria");
    put(&mut lee, LINE);
    ask(&mut maria, "Lee");
    put(&mut maria, LINE);
    (maria, lee)
}

/// Opens the screen that sends the only session.
fn share(story: &mut Story, name: &str) {
    while story.offers(Message::BackHome) {
        story.press(Message::BackHome);
    }
    story.open_first();
    let labels = [Message::SendTo { name }, Message::ShareInvite { name }];
    let label = labels.into_iter().find(|label| story.offers(*label)).expect("a way to send");
    story.press(label);
}

/// Returns the contents of the open sheet, box and all.
fn preview(story: &Story) -> String {
    format!("{:?}", seen::sheet(&story.view()).sections)
}

/// Returns true if a link that goes out from the open screen shows the line to the person who opens it.
fn arrives(story: &mut Story, reader: &Story) -> bool {
    story.press(Message::CopyLink).settle_copy(true);
    let mut reader = reader.clone();
    reader.send(Event::LinkOpened(story.window().sent.clone().unwrap().text));
    preview(&reader).contains(LINE)
}

#[test]
fn line_held_back_in_the_preview_stays_here() {
    let (maria, lee) = both();
    for (mut story, other, reader) in [(maria.clone(), "Lee", Story::elsewhere()), (lee, "Maria", maria)] {
        share(&mut story, other);
        assert!(preview(&story).contains(LINE), "{}", preview(&story));
        assert!(arrives(&mut story, &reader), "before");
        story.press(HOLD);
        let things = seen::things(seen::sheet(&story.view())).into_iter().cloned().collect::<Vec<_>>();
        let held = things.iter().find(|thing| seen::name(&thing.hold.action) == HOLD).expect("the line");
        assert!(held.hold.is_chosen, "{held:?}");
        assert_eq!(held.hint.as_deref(), Some(Message::CameUpHeld.words().as_str()));
        assert!(!arrives(&mut story, &reader), "held back: {other}");
        story.reload();
        assert!(!preview(&story).contains(LINE), "covered at first: {}", preview(&story));
        assert!(preview(&story).contains("What you kept for yourself stays here"), "{}", preview(&story));
        story.press(Message::ChangeStays).press(HOLD);
        assert!(arrives(&mut story, &reader), "let go again: {other}");
    }
}

#[test]
fn line_held_back_on_the_page_is_on_no_shared_screen() {
    let (mut maria, _) = both();
    maria.press(HOLD);
    let view = maria.view();
    let list = seen::home(&view).came_up.clone().unwrap().list.unwrap();
    assert_eq!(list.rows[0].more.as_deref(), Some(Message::CameUpHeld.words().as_str()));
    maria.press(Message::BackHome).open_first();
    assert!(!format!("{:?}", seen::planned(&maria.view()).parked).contains(LINE));
    // The person finds it again in the own preparation, and Lee does not.
    let mut lee = maria.clone();
    lee.press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    assert!(!preview(&lee).contains(LINE), "{}", preview(&lee));
    let own = [Message::PrepareOwn, Message::PrepareAs { name: "Maria" }];
    let own = own.into_iter().find(|label| maria.offers(*label)).expect("the own preparation");
    maria.press(own).press(Message::IAm { name: "Maria" });
    assert!(preview(&maria).contains(LINE), "{}", preview(&maria));
    maria.press(Message::NotReady);
    maria.now = TEN;
    maria.press_start();
    assert!(!format!("{:?}", seen::without_alone(&maria.view())).contains(LINE));
    maria.alone();
    assert!(format!("{:?}", seen::alone(&maria.view())).contains(LINE));
    ask(&mut maria, "Lee");
    assert!(maria.offers(HOLD), "waits until it is removed");
}

#[test]
fn line_held_back_is_in_no_file_of_the_session() {
    let (mut maria, _) = both();
    share(&mut maria, "Lee");
    maria.press(Message::OtherWays);
    assert!(maria.saved_session().contains(LINE));
    maria.press(HOLD);
    assert!(!maria.saved_session().contains(LINE));
}

#[test]
fn line_held_back_in_one_window_is_held_back_in_both() {
    let (mut maria, _) = both();
    maria.open_window_alike();
    maria.news = News::WhenDelivered;
    maria.in_window(0).press(HOLD);
    maria.in_window(1);
    share(&mut maria, "Lee");
    maria.news = News::AtOnce;
    maria.deliver().in_window(0).deliver();
    maria.in_window(1);
    assert!(!arrives(&mut maria, &Story::elsewhere()));
}

#[test]
fn line_held_back_stays_so_when_its_change_is_undone() {
    let (mut maria, _) = both();
    maria.press(&format!("Change: {LINE}")).fill(Message::CameUp, "In July").press(Message::FormSubmitChange);
    maria.press("Only for me: In July").press(Message::Undo);
    share(&mut maria, "Lee");
    assert!(!preview(&maria).contains(LINE), "{}", preview(&maria));
}

#[test]
fn held_line_is_covered_while_the_seller_sees_the_screen() {
    let (mut maria, _) = both();
    maria.press(HOLD);
    let shows = |story: &Story| crate::drawn::markup(story, "en").contains(LINE);
    assert!(shows(&maria));
    maria.now = TEN;
    while maria.offers(Message::BackHome) {
        maria.press(Message::BackHome);
    }
    maria.open_first().press_start().press(Message::BackHome).open_first_page();
    assert!(!shows(&maria), "Lee sees the screen");
    maria.survives_a_reload();
    assert!(!shows(&maria));
    maria.press(Message::IAm { name: "Maria" });
    assert!(shows(&maria), "Maria says that she is alone");
    maria.press(Message::BackHome).open_first_page();
    assert!(!shows(&maria), "covered again");
}
