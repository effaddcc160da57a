//! Words for one person alone stay with that person: while the person types on, and after the device went to the other one.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::note::NoteKind;
use coaching_session::domain::party::Party;
use coaching_session::program::event::{AlonePress, Event, NotePress, Press};
use coaching_session::program::state::field::{Field, NoteField};
use coaching_session::text::message::Message;

use crate::drawn::markup;
use crate::given::TEN;
use crate::seen;
use crate::story::{Named as _, Story};

const SECRET: &str = "Lee may leave";

fn begun() -> Story {
    let mut story = Story::new();
    story.begin();
    story
}

/// Goes on typing right after a note was kept, as the keys do, and keeps the second note.
fn type_on(story: &mut Story, kind: NoteKind, words: &str) {
    story.send(Press::Note(NotePress::TypedOn(kind)));
    story.send(Event::Typed(Field::Note(NoteField::Words), words.to_owned())).press(Message::Keep);
}

#[test]
fn note_typed_on_after_one_for_oneself_stays_with_oneself() {
    let mut story = begun();
    story.press(Message::WriteNote).press(Message::OnlyMe).fill(Message::SharedNoteLabel, "Burnt out");
    story.press(Message::Keep);
    type_on(&mut story, NoteKind::Shared, SECRET);
    assert!(!markup(&story, "en").contains(SECRET), "Lee may look on");
    story.press(Message::AloneShow).press(Message::AloneUnseen);
    assert!(format!("{:?}", seen::alone(&story.view())).contains(SECRET));
    story.press(Message::WriteNote).fill(Message::SharedNoteLabel, "For both").press(Message::Keep);
    type_on(&mut story, NoteKind::Shared, "For both, too");
    assert!(format!("{:?}", seen::without_alone(&story.view())).contains("For both, too"));
}

#[test]
fn step_typed_on_is_that_of_the_same_person() {
    let mut story = begun();
    story.press(Message::WriteNextStep).press("The manager").fill(Message::NextStepLabel, "Ask Dana");
    story.press(Message::Keep);
    type_on(&mut story, NoteKind::NextStep, "Send the map");
    let by: Vec<_> = story
        .window()
        .model
        .sessions()
        .next()
        .unwrap()
        .manager_half()
        .unwrap()
        .notes
        .all
        .iter()
        .map(|note| note.by())
        .collect();
    assert_eq!(by, [Some(Party::Manager), Some(Party::Manager)]);
}

/// Maria, who alone saw the screen of a session with Ana and wrote a note for herself there, and has a session with Lee
/// ahead.
fn handed_over() -> Story {
    let mut story = Story::new();
    story.plan("Ana");
    story.now = TEN;
    story.press_start().alone();
    story.press(Message::WriteNote).press(Message::OnlyMe).fill(Message::SharedNoteLabel, SECRET);
    story.press(Message::Keep).press(Message::EndEarly);
    assert!(markup(&story, "en").contains(SECRET), "Maria sees the screen alone");
    story.plan("Lee").press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    story
}

/// Opens the page of this person, and there the first session.
fn open_page_of(story: &mut Story, name: &str) {
    while story.offers(Message::BackHome) {
        story.press(Message::BackHome);
    }
    let view = story.view();
    let mut rows = seen::home(&view).groups.iter().flat_map(|group| &group.rows);
    let page = rows.find(|row| &*row.seller == name).and_then(|row| row.page.clone()).expect("a page");
    let open = seen::home(&story.send(page.press).view()).groups[0].rows[0].open.press;
    story.send(open);
}

#[test]
fn device_in_the_hands_of_one_seller_hides_notes_about_another() {
    let mut story = handed_over();
    open_page_of(&mut story, "Ana");
    assert!(!markup(&story, "en").contains(SECRET), "Lee holds the device");
    story.reload();
    assert!(!markup(&story, "en").contains(SECRET), "after a reload");
    story.press(Message::AloneShow).press(Message::AloneUnseen);
    assert!(markup(&story, "en").contains(SECRET));
}

#[test]
fn own_preparation_asks_who_is_there_after_a_hand_over() {
    let mut maria = Story::new();
    maria.plan("Ana").invite("Ana").press(Message::CopyLink).settle_copy(true);
    let link = maria.window().sent.clone().unwrap().text;
    let mut ana = Story::elsewhere();
    ana.send(Event::LinkOpened(link)).fill(Message::TopicFirst, "The pilot");
    ana.press(Message::ItIsCoaching { manager: "Maria" }).press(Message::CopyLink).settle_copy(true);
    maria.send(Event::LinkOpened(ana.window().sent.clone().unwrap().text)).take_in();
    let prepare = |story: &mut Story| {
        open_page_of(story, "Ana");
        let own = [Message::PrepareOwn, Message::PrepareAs { name: "Maria" }];
        let own = own.into_iter().find(|label| story.offers(*label)).expect("the own preparation");
        story.press(own);
    };
    prepare(&mut maria);
    assert!(!maria.offers(Message::IAm { name: "Maria" }), "Ana has a device of her own");
    maria.plan("Lee").press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    prepare(&mut maria);
    assert!(maria.offers(Message::IAm { name: "Maria" }), "Lee may hold the device");
}

const LINE: &str = "Her mother is ill";

/// Returns to the list of all people, and opens the page of this person with the list for the next session.
fn ask(story: &mut Story, name: &str) {
    while story.offers(Message::BackHome) {
        story.press(Message::BackHome);
    }
    story.press(&format!("Something came up: {name}"));
}

/// Maria with a session with Lee ahead, and a line for it that she keeps to herself.
fn held() -> Story {
    let mut story = Story::new();
    story.plan("Lee");
    // A second person gives each one's button a name.
    story
        .press(Message::BackHome)
        .press(Message::PlanOne)
        .fill(Message::SellerLabel, "Ana")
        .fill(Message::DateLabel, "2026-05-15");
    story.fill(Message::TimeLabel, "10:00").press(Message::FormSubmit);
    ask(&mut story, "Lee");
    story.fill(Message::CameUp, LINE).press(Message::CameUpKeep).press(&format!("Only for me: {LINE}"));
    story
}

/// Returns the lines on the list of the open page, each with true if it is held back.
fn listed(story: &Story) -> Vec<(String, bool)> {
    let held = Message::CameUpHeld.words();
    let list = seen::home(&story.view()).came_up.as_ref().and_then(|view| view.list.clone());
    let rows = list.map(|list| list.rows).unwrap_or_default();
    rows.iter().map(|row| (row.words.to_string(), row.more.as_deref() == Some(&*held))).collect()
}

fn hint(story: &Story) -> String {
    seen::home(&story.view()).came_up.as_ref().unwrap().field.hint.clone().unwrap_or_default().to_string()
}

#[test]
fn half_changed_line_for_oneself_stays_one_after_a_reload() {
    let longer = format!("{LINE}, she says");
    for leave in [0, 1] {
        let mut story = held();
        story.press(&format!("Change: {LINE}")).fill(Message::CameUp, &longer).rest();
        match leave {
            0 => drop(story.reload()),
            _ => ask(&mut story, "Lee"),
        }
        assert_eq!(story.field(Message::CameUp).0, longer);
        assert_eq!(hint(&story), Message::CameUpHeld.words());
        story.press(Message::FormSubmitChange);
        assert_eq!(listed(&story), [(longer.clone(), true)]);
    }
}

#[test]
fn half_changed_line_stays_for_oneself_once_the_line_is_gone() {
    let mut story = held();
    story.press(&format!("Change: {LINE}")).fill(Message::CameUp, &format!("{LINE} more"));
    story.press(&format!("Remove: {LINE}")).survives_a_reload().press(Message::CameUpKeep);
    assert_eq!(listed(&story), [(format!("{LINE} more"), true)]);
    // Held back only while its words were in the field.
    let mut late = held();
    late.press(&format!("Only for me: {LINE}")).press(&format!("Change: {LINE}"));
    late.press(&format!("Only for me: {LINE}")).fill(Message::CameUp, &format!("{LINE} more"));
    late.press(&format!("Remove: {LINE}")).press(Message::CameUpKeep);
    assert_eq!(listed(&late), [(format!("{LINE} more"), true)]);
}

#[test]
fn undone_line_for_oneself_goes_out_in_no_message() {
    let mut story = held();
    story.press(&format!("Remove: {LINE}")).press(Message::Undo).press(Message::Undo);
    assert_eq!(story.field(Message::CameUp).0, LINE);
    story.press(Message::CameUpKeep);
    assert_eq!(listed(&story), [(LINE.to_owned(), true)]);
    // Another line in the emptied field is for both.
    story.press(&format!("Remove: {LINE}")).press(Message::Undo).press(Message::Undo);
    story.fill(Message::CameUp, "").fill(Message::CameUp, "The pilot").press(Message::CameUpKeep);
    assert_eq!(listed(&story), [("The pilot".to_owned(), false)]);
}

#[test]
fn list_with_lines_for_oneself_is_covered_in_a_sellers_hands() {
    let mut story = held();
    while story.offers(Message::BackHome) {
        story.press(Message::BackHome);
    }
    open_page_of(&mut story, "Ana");
    story.press(Message::PrepareAs { name: "Ana" }).press(Message::IAm { name: "Ana" });
    ask(&mut story, "Lee");
    assert!(!markup(&story, "en").contains(LINE), "Ana holds the device");
    story.press(Message::IAm { name: "the manager" });
    assert!(markup(&story, "en").contains(LINE));
}

#[test]
fn undone_line_is_offered_beside_another_half_typed_one() {
    let mut story = held();
    story.fill(Message::CameUp, "Dana left").press(Message::CameUpKeep);
    story.fill(Message::CameUp, "The map").press(Message::Undo).rest().reload();
    assert_eq!(story.field(Message::CameUp).0, "The map");
    assert!(story.notices().iter().any(|notice| notice.contains("Dana left")), "{:?}", story.notices());
    story.press(Message::LeftTake);
    assert_eq!(story.field(Message::CameUp).0, "Dana left");
    assert!(story.notices().iter().any(|notice| notice.contains("The map")), "{:?}", story.notices());
}

#[test]
fn undone_note_can_be_brought_back() {
    let mut story = begun();
    story.press(Message::WriteParked).fill(Message::ParkLabel, "The map").press(Message::Keep);
    story
        .press(Message::WriteParked)
        .fill(Message::ParkLabel, "Half")
        .press(Message::UndoNote)
        .press(Message::Keep);
    assert!(!format!("{:?}", seen::notes(&story.view())).contains("The map"));
    story.press(Message::BringBack);
    assert_eq!(story.field(Message::ParkLabel).0, "The map");
}

#[test]
fn what_shows_while_a_button_is_held_hides_with_the_page() {
    let mut story = begun();
    story.press(Message::WriteNote).press(Message::OnlyMe).fill(Message::SharedNoteLabel, SECRET);
    story.press(Message::Keep).send(Press::Alone(AlonePress::Held));
    assert!(markup(&story, "en").contains(SECRET), "the button is held");
    story.send(Event::PageHidden).send(Event::PageShown);
    assert!(!markup(&story, "en").contains(SECRET), "no release came");
}
