//! Words for one person alone stay with that person: while the person types on, and after the device went to the other one.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::note::NoteKind;
use coaching_session::domain::party::Party;
use coaching_session::program::event::{Event, NotePress, Press};
use coaching_session::program::state::field::{Field, NoteField};
use coaching_session::text::message::Message;

use crate::drawn::markup;
use crate::given::TEN;
use crate::seen;
use crate::story::Story;

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
    story.press(Message::WriteNextStep).press("You").fill(Message::NextStepLabel, "Ask Dana");
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
