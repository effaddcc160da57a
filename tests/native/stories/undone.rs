//! Texts of a session that no list of notes shows: those of a start that was undone, and private notes of two devices.

use coaching_session::text::message::Message;

use crate::given::TEN;
use crate::seen;
use crate::story::{Story, the_manager};

/// Maria, who undid the start of a session with a next step for both and a note for herself.
fn undone() -> Story {
    let mut maria = Story::new();
    maria.plan("Lee");
    maria.now = TEN;
    maria.press_start().press(Message::WriteNextStep).fill(Message::NextStepLabel, "Call Dana");
    maria.fill(Message::WhenAsk, "Friday").press(Message::Keep);
    maria.press(Message::WriteNote).press(Message::OnlyMe).fill(Message::SharedNoteLabel, "Ask less");
    maria.press(Message::Keep).press(Message::ClockUndoStart);
    maria
}

/// Returns the lines on the planned screen from the start that was undone.
fn lines(story: &Story) -> Vec<String> {
    let view = story.view();
    let undone = seen::planned(&view).undone.clone();
    undone.into_iter().flat_map(|undone| undone.lines).map(|line| line.to_string()).collect()
}

#[test]
fn notes_of_a_start_that_was_undone_are_seen_and_stay_here() {
    let mut maria = undone();
    maria.survives_a_reload();
    assert_eq!(lines(&maria), ["Lee: Call Dana \u{b7} When: Friday"]);
    maria.alone();
    let notes = seen::alone(&maria.view()).and_then(|alone| alone.notes.clone()).expect("the note for her");
    assert_eq!(&*notes.rows[0].words, "Ask less");
    assert!(notes.rows[0].choices.is_empty(), "a planned session has no line to change it in");
    maria.invite("Lee");
    let sheet = format!("{:?}", seen::sheet(&maria.view()).sections);
    assert!(!sheet.contains("Call Dana"), "{sheet}");
    let invitation = maria.press(Message::CopyWords).window().sent.clone().expect("a message").text;
    maria.press(Message::EditDone);
    let mut lee = Story::elsewhere();
    lee.send(coaching_session::program::event::Event::LinkOpened(invitation));
    lee.fill(Message::TopicFirst, "The pilot").press(Message::ItIsCoaching { manager: "Maria" });
    assert!(lee.storage.records.values().all(|record| !record.contains("Call Dana")));
    let file = maria.saved_session();
    assert!(!file.contains("Call Dana"), "{file}");
    // They come back with the next start.
    maria.press_start();
    let view = maria.view();
    let rows: Vec<_> = seen::notes(&view).unwrap().lists.iter().flat_map(|list| &list.rows).collect();
    assert!(rows.iter().any(|row| &*row.words == "Lee: Call Dana"), "{rows:?}");
}

#[test]
fn long_private_notes_of_two_devices_both_show_after_the_start() {
    let (one, other) = ("Here ".repeat(240), "There ".repeat(200));
    let mut here = Story::new();
    here.plan("Lee").press(Message::BackHome);
    let file = here.saved(Message::SaveFile);
    let mut there = Story::elsewhere();
    there.open_file(&file).take_in();
    for (story, text) in [(&mut here, &one), (&mut there, &other)] {
        story.open_first().press(Message::PrepareOwn);
        story.press(Message::IAm { name: &the_manager() }).fill(Message::NoteLabel, text);
        story.press(Message::NotReady).press(Message::BackHome);
    }
    here.open_file(&there.saved(Message::SaveFile)).take_in();
    here.open_first().press(Message::No);
    here.now = TEN;
    here.press_start();
    let shown = |story: &Story| -> Vec<String> {
        let view = story.view();
        let own = &seen::alone(&view).expect("the private notes").own;
        let mut own: Vec<String> = own.iter().map(|note| note.to_string()).collect();
        own.sort();
        own
    };
    assert_eq!(shown(&here), [one.trim(), other.trim()]);
    here.press(Message::EndEarly);
    assert_eq!(shown(&here), [one.trim(), other.trim()]);
}
