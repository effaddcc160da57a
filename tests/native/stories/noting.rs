//! Next steps, parked things and notes of a session, their return in the next session, and the summary.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::note::{NOTE_LIMIT, NoteId, NoteKind, Readers};
use coaching_session::domain::party::Party;
use coaching_session::domain::time::Span;
use coaching_session::present::parts::field::FieldKind;
use coaching_session::present::parts::note_list::NoteRow;
use coaching_session::present::parts::sheet::Entry;
use coaching_session::program::effect::Focus;
use coaching_session::program::event::Press;
use coaching_session::program::state::field::{Field, NoteField};
use coaching_session::text::message::Message;

use crate::given::TEN;
use crate::intl::env;
use crate::seen;
use crate::story::Story;

/// Returns the lists of notes: heading, and each note with its details.
fn written(story: &Story) -> Vec<String> {
    let view = story.view();
    let row = |row: &NoteRow| match &row.more {
        Some(more) => format!("{} ({more})", row.words),
        None => row.words.to_string(),
    };
    let notes = seen::notes(&view).unwrap();
    notes
        .left
        .iter()
        .chain(&notes.steps)
        .chain(&notes.lists)
        .map(|list| format!("{}: {}", list.heading, list.rows.iter().map(row).collect::<Vec<_>>().join("; ")))
        .collect()
}

/// The names of what is chosen.
fn chosen(story: &Story) -> Vec<String> {
    let view = story.view();
    let notes = seen::notes(&view).unwrap();
    let rows = notes
        .left
        .iter()
        .chain(&notes.steps)
        .chain(&notes.lists)
        .flat_map(|list| &list.rows)
        .flat_map(|row| &row.choices);
    let all = rows.chain(notes.line.iter().flat_map(|line| &line.who));
    all.filter(|choice| choice.is_on == Some(true))
        .map(|choice| seen::name(&choice.action).to_owned())
        .collect()
}

fn begun() -> Story {
    let mut story = Story::new();
    story
        .press(Message::PlanOne)
        .fill(Message::SellerLabel, "Lee")
        .fill(Message::DateLabel, "2026-05-14")
        .fill(Message::TimeLabel, "10:00")
        .fill(Message::OwnNameLabel, "Maria")
        .press(Message::FormSubmit);
    story.now = TEN;
    story.press_start();
    story
}

/// The same with one of each written down.
fn noted() -> Story {
    let mut story = begun();
    story
        .press(Message::WriteNextStep)
        .fill(Message::NextStepLabel, "Call Dana")
        .fill(Message::FirstStepLabel, "Find the number");
    story.fill(Message::WhenAsk, "Friday").press(Message::Keep);
    story
        .press(Message::WriteNextStep)
        .press("Maria")
        .fill(Message::NextStepLabel, "Ask for the slot")
        .press(Message::Keep);
    story.press(Message::WriteParked).fill(Message::ParkLabel, "The new price list").press(Message::Keep);
    story
        .press(Message::WriteNote)
        .fill(Message::SharedNoteLabel, "The CFO joined in March")
        .press(Message::Keep);
    story
}

const ALL: [&str; 3] = [
    "Next steps: Lee: Call Dana (First small step: Find the number · When: Friday); Maria: Ask for the slot",
    "Parked: The new price list",
    "Notes: The CFO joined in March",
];

#[test]
fn pressing_the_kind_again_closes_the_line_and_keeps_its_text() {
    let mut story = Story::new();
    story.begin().press(Message::WriteNote).fill(Message::SharedNoteLabel, "She nodded").press(Message::Keep);
    let change = seen::names(&story.view()).into_iter().find(|name| name.starts_with("Change: ")).unwrap();
    story.press(&change).fill(Message::SharedNoteLabel, "She nodded twice").press(Message::WriteNote);
    assert!(seen::notes(&story.view()).is_some_and(|notes| notes.line.is_none()), "the line is closed");
    assert_eq!(story.window().focus, Some(Focus::Note(Readers::Both, NoteId(0))));
    story.rest().reload().press(&change);
    assert_eq!(story.field(Message::SharedNoteLabel).0, "She nodded twice");
    story
        .press(Message::Keep)
        .press(Message::WriteNote)
        .fill(Message::SharedNoteLabel, "And")
        .press(Message::WriteNote);
    story.rest().reload().press(Message::WriteNote);
    assert_eq!(story.field(Message::SharedNoteLabel).0, "And");
}

#[test]
fn each_kind_of_note_keeps_its_half_typed_text() {
    let mut story = begun();
    story.press(Message::WriteNote).fill(Message::SharedNoteLabel, "Lee looks tired");
    story.press(Message::WriteNextStep);
    assert_eq!(story.field(Message::NextStepLabel).0, "", "never under another heading");
    story.fill(Message::NextStepLabel, "Call Dana").press(Message::WriteParked);
    assert_eq!(story.field(Message::ParkLabel).0, "");
    story.fill(Message::ParkLabel, "The map").rest().reload();
    assert_eq!(story.field(Message::ParkLabel).0, "The map");
    story.press(Message::WriteNote);
    assert_eq!(story.field(Message::SharedNoteLabel).0, "Lee looks tired");
    story.press(Message::WriteNextStep);
    assert_eq!(story.field(Message::NextStepLabel).0, "Call Dana");
    story.press(Message::Keep).press(Message::WriteParked).press(Message::Keep);
    assert_eq!(written(&story), ["Next steps: Lee: Call Dana", "Parked: The map"]);
    story.press(Message::BackHome).open_first().press(Message::WriteNote);
    assert_eq!(story.field(Message::SharedNoteLabel).0, "Lee looks tired");
}

#[test]
fn half_typed_note_is_told_of_once_the_session_is_over() {
    let mut story = begun();
    story.press(Message::WriteNote).fill(Message::SharedNoteLabel, "Lee looks tired");
    story.press(Message::WriteNextStep).fill(Message::NextStepLabel, "Call Dana").press(Message::Keep);
    story.press("Change: Call Dana").fill(Message::WhenAsk, "On Friday").press(Message::WriteParked);
    story.press(Message::Cancel);
    assert!(story.notices().is_empty(), "nothing moves while it runs: {:?}", story.notices());
    story.press(Message::EndEarly).rest().reload();
    let told = story.notices();
    assert!(told.iter().any(|notice| notice.contains("Lee looks tired")), "{told:?}");
    assert!(told.iter().any(|notice| notice.contains("On Friday")), "{told:?}");
    story.press(Message::LeftTake);
    assert!(!story.offers(Message::LeftTake), "one line is open");
    story.press(Message::Keep).press(Message::LeftTake).press(Message::Keep);
    assert!(story.notices().is_empty(), "{:?}", story.notices());
    assert_eq!(
        written(&story),
        [
            "Next steps: Read them aloud. Have we got that right?; Lee: Call Dana (When: On Friday)",
            "Notes: Lee looks tired"
        ]
    );
}

#[test]
fn half_a_note_for_the_manager_alone_stays_covered_behind_note() {
    let mut story = begun();
    story.press(Message::WriteNote).press(Message::OnlyMe).fill(Message::SharedNoteLabel, "Not ready");
    story.press(Message::WriteNextStep).press(Message::WriteNote);
    assert_eq!(story.field(Message::SharedNoteLabel).0, "", "Lee may look on");
    assert!(!crate::drawn::markup(&story, "en").contains("Not ready"));
    story.fill(Message::SharedNoteLabel, "For both").press(Message::Keep);
    assert_eq!(written(&story), ["Notes: For both"]);
    story.rest().reload().press(Message::IAm { name: "Maria" });
    assert!(story.notices()[0].contains("Not ready"), "{:?}", story.notices());
    story.press(Message::LeftTake);
    assert_eq!(story.field(Message::SharedNoteLabel).0, "Not ready");
    assert_eq!(chosen(&story), ["Only me"]);
    story.press(Message::Keep);
    assert_eq!(written(&story), ["Notes: For both"]);
}

/// Begins a note for the manager alone, and types these words.
fn write_alone(story: &mut Story, words: &str) {
    story.press(Message::WriteNote).press(Message::OnlyMe).fill(Message::SharedNoteLabel, words);
}

#[test]
fn note_thrown_away_for_the_manager_alone_asks_first() {
    let mut story = begun();
    write_alone(&mut story, "Not ready");
    story.press(Message::Cancel).press(Message::BringBack);
    assert!(!crate::drawn::markup(&story, "en").contains("Not ready"), "Lee may look on");
    story.press(Message::AloneUnseen).press(Message::BringBack);
    assert_eq!(story.field(Message::SharedNoteLabel).0, "Not ready");
    assert_eq!(chosen(&story), ["Only me"]);
}

#[test]
fn open_note_for_the_manager_alone_hides_with_the_rest() {
    let mut hidden = begun();
    hidden.press(Message::AloneShow).press(Message::AloneUnseen);
    write_alone(&mut hidden, "Not ready");
    hidden.press(Message::AloneHide);
    assert!(!crate::drawn::markup(&hidden, "en").contains("Not ready"));
    let mut moved = begun();
    write_alone(&mut moved, "Not ready");
    let next = seen::names(&moved.view()).into_iter().find(|name| name.starts_with("Next: ")).unwrap();
    moved.rest().press(&next);
    assert!(!crate::drawn::markup(&moved, "en").contains("Not ready"), "another item");
    moved.press(Message::AloneShow).press(Message::AloneUnseen).press(Message::WriteNote);
    assert_eq!(moved.field(Message::SharedNoteLabel).0, "Not ready", "its words wait");
}

#[test]
fn record_goes_out_without_a_half_typed_line_only_knowingly() {
    let mut story = begun();
    story.press(Message::WriteNote).fill(Message::SharedNoteLabel, "Half a note");
    story.press(Message::WriteNextStep).fill(Message::NextStepLabel, "Call Dana").press(Message::Keep);
    story.press(Message::EndEarly).press(Message::SendTo { name: "Lee" });
    if story.offers(Message::NameNext) {
        story.fill(Message::OwnNameLabel, "Maria").press(Message::NameNext);
    }
    assert!(story.notices().iter().any(|notice| notice.contains("Half a note")), "{:?}", story.notices());
    assert!(!story.offers(Message::LeftTake), "the line opens in the session alone");
    story.press(Message::BackToSession).press(Message::LeftTake).press(Message::Keep);
    story.press(Message::SendTo { name: "Lee" });
    assert!(story.notices().is_empty(), "{:?}", story.notices());
}

#[test]
fn half_typed_line_can_be_read_in_a_full_record() {
    let mut story = begun();
    story.press(Message::WriteParked).fill(Message::ParkLabel, "The map");
    for count in 0..NOTE_LIMIT {
        story.press(Message::WriteNote).fill(Message::SharedNoteLabel, &format!("Note {count}"));
        story.press(Message::Keep);
    }
    assert!(!story.offers(Message::WriteNote));
    story.press(Message::WriteParked);
    assert_eq!(story.field(Message::ParkLabel).0, "The map");
    story.press(Message::Keep);
    assert_eq!(story.field(Message::ParkLabel).0, "The map", "it is full");
}

/// Opens the line for a note, types, and throws the text away.
fn throw_away(story: &mut Story, words: &str) {
    story.press(Message::WriteNote).fill(Message::SharedNoteLabel, words).press(Message::Cancel);
}

#[test]
fn words_typed_after_bringing_a_text_back_are_kept() {
    let mut story = begun();
    for words in ["The map", "Ask Dana"] {
        throw_away(&mut story, words);
    }
    story.press(Message::BringBack).fill(Message::SharedNoteLabel, "Ask Dana on Friday");
    story.press(Message::BringBackOther);
    assert_eq!(story.field(Message::SharedNoteLabel).0, "The map");
    let offered = |story: &Story| story.notices().iter().any(|notice| notice.contains("Ask Dana on Friday"));
    assert!(offered(&story), "{:?}", story.notices());
    story.rest().reload();
    assert!(offered(&story), "a reload forgets what was thrown away alone: {:?}", story.notices());
}

#[test]
fn each_text_thrown_away_in_a_row_can_be_brought_back() {
    let mut story = begun();
    for words in ["Lee looks tired", "The map", "Ask Dana"] {
        throw_away(&mut story, words);
    }
    story.press(Message::WriteNextStep).fill(Message::NextStepLabel, "Call Dana").press(Message::Cancel);
    // They wait while another screen is open.
    story.press(Message::BackHome).open_first();
    story.press(Message::BringBack);
    assert_eq!(story.field(Message::NextStepLabel).0, "Call Dana");
    story.press(Message::Keep).press(Message::BringBack);
    assert_eq!(story.field(Message::SharedNoteLabel).0, "Ask Dana");
    // Each is one press away, in the open line, too, and they come round again.
    let mut other = story.clone();
    other.press(Message::WriteNextStep);
    assert!(!other.offers(Message::BringBackOther), "this text was not brought back");
    for words in ["The map", "Lee looks tired", "Ask Dana"] {
        story.press(Message::BringBackOther);
        assert_eq!(story.field(Message::SharedNoteLabel).0, words);
        assert!(story.notices().is_empty(), "{:?}", story.notices());
    }
    story.press(Message::Cancel).press(Message::BringBack);
    assert_eq!(story.field(Message::SharedNoteLabel).0, "The map", "the others come first");
    story.press(Message::Keep).press(Message::BringBack).press(Message::Keep);
    story.press(Message::BringBack);
    assert!(!story.offers(Message::BringBackOther), "it is the last one");
    story.press(Message::Keep);
    assert!(!story.offers(Message::BringBack));
    assert_eq!(written(&story), ["Next steps: Lee: Call Dana", "Notes: The map; Lee looks tired; Ask Dana"]);
}

#[test]
fn text_brought_back_takes_the_place_of_no_other() {
    let mut story = begun();
    story.press(Message::WriteNextStep).fill(Message::NextStepLabel, "Call Dana").press(Message::Cancel);
    story
        .press(Message::WriteNextStep)
        .fill(Message::NextStepLabel, "x")
        .fill(Message::FirstStepLabel, "Find the number");
    story.fill(Message::NextStepLabel, "").press(Message::Keep).press(Message::BringBack);
    assert_eq!(story.field(Message::NextStepLabel).0, "Call Dana");
    story.rest().reload();
    let notices = story.notices();
    assert!(notices.iter().any(|notice| notice.contains("Find the number")), "{notices:?}");
}

/// A session on two devices of the manager: one has a note for the manager alone, and the other a shared one of the same
/// id, which the first one added by file.
fn one_id_in_two_lists() -> Story {
    let mut story = begun();
    let mut other = story.clone();
    story
        .press(Message::WriteNote)
        .fill(Message::SharedNoteLabel, "For me")
        .press(Message::OnlyMe)
        .press(Message::Keep);
    let id = story.window().model.open_session().unwrap();
    let alone = story.window().model.private(id, Party::Manager).held.notes[0].clone();
    other
        .move_to_another_machine()
        .open_first()
        .press(Message::WriteNote)
        .fill(Message::SharedNoteLabel, "For both")
        .press(Message::Keep);
    other.press(Message::BackHome);
    let file = other.saved(Message::SaveFile);
    story.open_file(&file).take_in();
    story.send(Press::SessionOpened(id)).press(Message::AloneShow).press(Message::AloneUnseen);
    assert_eq!(story.window().model.half(id).unwrap().notes.all[0].id, alone.id, "one id in two lists");
    story
}

#[test]
fn notes_of_one_id_are_changed_and_removed_each_for_itself() {
    let alone = |story: &Story| -> Vec<String> {
        let notes = seen::alone(&story.view()).unwrap().notes.clone();
        notes.iter().flat_map(|list| &list.rows).map(|row| row.words.to_string()).collect()
    };
    let mut story = one_id_in_two_lists();
    story.press(Message::Remove { title: "For both" });
    assert_eq!((written(&story).len(), alone(&story)), (0, vec!["For me".to_owned()]));
    let mut story = one_id_in_two_lists();
    story.press(Message::Remove { title: "For me" });
    assert_eq!((written(&story), alone(&story).len()), (vec!["Notes: For both".to_owned()], 0));
    let mut story = one_id_in_two_lists();
    story.press(Message::Labelled { label: "Change", words: "For me" });
    assert_eq!(story.field(Message::SharedNoteLabel).0, "For me");
    story.fill(Message::SharedNoteLabel, "For me alone").press(Message::Keep);
    assert_eq!(
        (written(&story), alone(&story)),
        (vec!["Notes: For both".to_owned()], vec!["For me alone".to_owned()])
    );
    story.press(Message::Labelled { label: "Change", words: "For both" });
    story.fill(Message::SharedNoteLabel, "For both of us").press(Message::Keep);
    assert_eq!(
        (written(&story), alone(&story)),
        (vec!["Notes: For both of us".to_owned()], vec!["For me alone".to_owned()])
    );
}

#[test]
fn note_for_the_manager_alone_is_listed_nowhere_else() {
    const WORDS: &str = "Lee looks tired";
    let mut story = begun();
    story.press(Message::WriteNote).fill(Message::SharedNoteLabel, WORDS).press(Message::OnlyMe);
    let hint = seen::notes(&story.view()).unwrap().line.clone().unwrap().who_hint;
    assert_eq!(hint.as_deref(), Some("Not in links or summaries. Lee may ask to see it."));
    assert_eq!(chosen(&story), ["Only me"]);
    story.rest().reload();
    assert!(!format!("{:?}", story.view()).contains(WORDS), "by then the seller may see the screen");
    story.press(Message::WriteNote);
    assert_eq!(
        (chosen(&story), story.field(Message::SharedNoteLabel).0),
        (vec!["Shared".into()], String::new())
    );
    story.press(Message::Cancel).press(Message::IAm { name: "Maria" }).press(Message::LeftTake);
    assert_eq!(chosen(&story), ["Only me"], "the choice survives a reload");
    story.press(Message::Keep);
    assert_eq!(written(&story), Vec::<String>::new());
    let kept = seen::notes(&story.view()).unwrap().kept.clone();
    assert_eq!(kept.as_deref(), Some("Kept for you alone."));
    assert!(!format!("{:?}", story.view()).contains(WORDS), "the seller may see the screen");
    story.press(Message::AloneShow).press(Message::AloneUnseen);
    let notes = seen::alone(&story.view()).unwrap().notes.clone().unwrap();
    assert_eq!(&*notes.rows[0].words, WORDS);
    // It is removed, and brought back, like any other note.
    story.press(Message::Remove { title: WORDS });
    assert!(seen::alone(&story.view()).unwrap().notes.is_none());
    story.press(Message::UndoNote);
    assert_eq!(seen::alone(&story.view()).unwrap().notes, Some(notes));
    story.press(Message::UndoNote);
    assert!(seen::alone(&story.view()).unwrap().notes.is_none());
}

#[test]
fn note_for_the_manager_alone_is_in_no_summary_or_link() {
    const WORDS: &str = "Lee looks tired";
    let mut story = begun();
    story
        .press(Message::WriteNote)
        .press(Message::OnlyMe)
        .fill(Message::SharedNoteLabel, WORDS)
        .press(Message::Keep);
    story.press(Message::EndEarly).press(Message::SummaryCopy);
    assert!(!story.window().copied.as_ref().unwrap().contains(WORDS));
    let file = story.saved_session();
    assert!(!file.contains(WORDS));
    let records: Vec<_> = story.storage.records.iter().filter(|(_, record)| record.contains(WORDS)).collect();
    assert!(records.iter().all(|(name, _)| name.starts_with("private-")), "{records:?}");
}

#[test]
fn single_keys_stay_off_once_they_are_switched_off() {
    let mut story = begun();
    assert!(
        seen::run(&story.view()).keys.as_ref().unwrap().switch.is_chosen
            && seen::notes(&story.view()).unwrap().has_keys
    );
    story.press(Message::KeysOn).survives_a_reload().reload();
    assert!(
        !seen::run(&story.view()).keys.as_ref().unwrap().switch.is_chosen
            && !seen::notes(&story.view()).unwrap().has_keys
    );
    story.press(Message::KeysOn);
    assert!(seen::notes(&story.view()).unwrap().has_keys);
}

#[test]
fn kept_note_is_listed_and_survives_a_reload() {
    let mut story = noted();
    assert_eq!(written(&story), ALL);
    assert_eq!(
        story.window().focus,
        Some(Focus::Opener(NoteKind::Shared)),
        "the keyboard goes back to the button"
    );
    story.survives_a_reload().reload();
    assert_eq!(written(&story), ALL);
}

#[test]
fn a_next_step_asks_who_what_and_by_when_from_the_start() {
    let mut story = begun();
    story.press(Message::WriteNextStep);
    assert_eq!(story.window().focus, Some(Focus::Field(Field::Note(NoteField::Words))));
    let who = |story: &Story| {
        let line = seen::notes(&story.view()).unwrap().line.clone().unwrap();
        line.who.iter().map(|choice| choice.action.label.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(who(&story), ["Lee", "Maria"], "the seller first");
    assert_eq!(chosen(&story), ["Lee"]);
    let labels = |story: &Story| seen::fields(&story.view()).len();
    assert_eq!(labels(&story), 4, "nothing moves once somebody types");
    story.fill(Message::NextStepLabel, "x");
    assert_eq!(labels(&story), 4);
    // Who raised something can be said, and left open again.
    story.press(Message::WriteParked).fill(Message::ParkLabel, "x").press("Lee");
    assert_eq!(chosen(&story), ["Lee"]);
    story.press("Lee");
    assert_eq!(chosen(&story), Vec::<String>::new());
    story.press("Maria").press(Message::Keep);
    assert_eq!(written(&story), ["Parked: Maria: x"]);
}

#[test]
fn what_was_typed_and_not_kept_survives_a_reload_and_a_kill() {
    let mut story = begun();
    story
        .press(Message::WriteNextStep)
        .fill(Message::NextStepLabel, "Call Da")
        .fill(Message::WhenAsk, "Fri")
        .survives_a_reload()
        .reload();
    assert_eq!(story.field(Message::NextStepLabel), ("Call Da".to_owned(), None));
    assert_eq!(story.field(Message::WhenAsk).0, "Fri");
    assert_eq!(written(&story), Vec::<String>::new());
}

#[test]
fn cancel_throws_the_words_away_and_undo_brings_them_back() {
    let mut story = begun();
    story.press(Message::WriteNote).fill(Message::SharedNoteLabel, "half a th").press(Message::Cancel);
    assert_eq!(story.window().focus, Some(Focus::Opener(NoteKind::Shared)));
    assert_eq!(seen::notes(&story.view()).unwrap().line, None);
    story.press(Message::WriteNote);
    assert_eq!(story.field(Message::SharedNoteLabel).0, "", "they do not come back by themselves");
    assert!(!story.offers(Message::BringBack), "nothing moves while somebody types");
    story.press(Message::Cancel).press(Message::BringBack);
    assert_eq!(story.field(Message::SharedNoteLabel).0, "half a th");
    assert_eq!(story.window().focus, Some(Focus::Field(Field::Note(NoteField::Words))));
    // Nothing is kept of nothing.
    story
        .press(Message::Cancel)
        .press(Message::WriteNote)
        .fill(Message::SharedNoteLabel, " ")
        .press(Message::Keep);
    assert_eq!(written(&story), Vec::<String>::new());
}

#[test]
fn leaving_in_mid_sentence_keeps_the_sentence() {
    let mut story = begun();
    story.press(Message::WriteNote).fill(Message::SharedNoteLabel, "half a thought").press(Message::BackHome);
    let open = seen::home(&story.view()).groups[0].rows[0].open.press;
    story.send(open);
    assert_eq!(written(&story), ["Notes: half a thought"]);
    // What cannot be kept holds the screen, and the keyboard goes there.
    story
        .press(Message::WriteNote)
        .fill(Message::SharedNoteLabel, &"x".repeat(2_001))
        .press(Message::BackHome);
    assert_eq!(story.window().focus, Some(Focus::Field(Field::Note(NoteField::Words))));
    assert!(story.field(Message::SharedNoteLabel).1.unwrap().contains("1 too many"));
}

#[test]
fn a_note_is_changed_taken_out_and_taken_back() {
    let mut story = noted();
    story.press("Change: Call Dana");
    assert_eq!(story.field(Message::FirstStepLabel).0, "Find the number");
    story.fill(Message::NextStepLabel, "Call Dana and Bo").press("Maria").press(Message::Keep);
    assert_eq!(story.window().focus, Some(Focus::Note(Readers::Both, NoteId(0))));
    assert_eq!(
        written(&story)[0],
        "Next steps: Maria: Call Dana and Bo (First small step: Find the number · When: Friday); Maria: Ask for the slot"
    );
    story.press(Message::Remove { title: "The new price list" });
    assert_eq!(story.window().focus, Some(Focus::Notes));
    assert_eq!(written(&story).len(), 2);
    story.press(Message::UndoNote).press(Message::UndoNote);
    assert_eq!(written(&story), ALL);
    for _ in 0..4 {
        story.press(Message::UndoNote);
    }
    assert_eq!(written(&story), Vec::<String>::new());
    assert!(!story.offers(Message::UndoNote));
    assert!(story.offers(Message::ClockUndoStart), "the clock's own steps are another matter");
}

#[test]
fn a_change_that_is_put_away_changes_nothing() {
    let mut story = noted();
    story.press("Change: Call Dana").fill(Message::NextStepLabel, "").press(Message::Keep);
    assert_eq!(written(&story), ALL);
    story.press("Change: Call Dana").fill(Message::NextStepLabel, "Something else").press(Message::Cancel);
    assert_eq!(written(&story), ALL);
    assert_eq!(story.window().focus, Some(Focus::Note(Readers::Both, NoteId(0))));
}

#[test]
fn a_full_list_takes_no_more_and_says_so_by_its_buttons() {
    let mut story = begun();
    for _ in 0..100 {
        story.press(Message::WriteNote).fill(Message::SharedNoteLabel, "x").press(Message::Keep);
    }
    assert!(!story.offers(Message::WriteNote) && !story.offers(Message::WriteNextStep));
    story.press(Message::Remove { title: "x" });
    assert!(story.offers(Message::WriteNote));
}

#[test]
fn next_steps_are_confirmed_and_parked_things_placed_at_the_end() {
    let mut story = noted();
    assert!(!story.offers(Message::ThatsRight));
    story.press(Message::EndEarly).press(Message::ThatsRight).press("Next time: The new price list");
    assert_eq!(chosen(&story), ["Next time: The new price list"]);
    // The heading says that the steps are agreed; nobody reads them aloud again.
    assert!(!story.offers(Message::ThatsRight));
    story.survives_a_reload().press("Elsewhere: The new price list");
    assert_eq!(chosen(&story), ["Elsewhere: The new price list"]);
    // On the last item too.
    story.press(Message::ClockUndoEnd);
    for _ in 0..3 {
        story.press(Message::Skip);
    }
    assert!(!story.offers(Message::ThatsRight));
    story.press(Message::Next { title: "Close" });
    // Changing the words takes nothing of that back.
    story.press("Change: Call Dana").fill(Message::NextStepLabel, "Ring Dana").press(Message::Keep);
    assert_eq!(chosen(&story), ["That's right", "Elsewhere: The new price list"]);
}

/// The next session with Lee, a week later, on its first item.
fn next(mut story: Story) -> Story {
    story.press(Message::EndEarly).press("Next time: The new price list").press(Message::AnotherTime);
    story.fill(Message::DateLabel, "2026-05-21").press(Message::FormSubmit);
    story.now = TEN.plus(Span::minutes(7 * 24 * 60));
    story.press_start();
    story
}

#[test]
fn what_is_left_of_the_last_session_comes_back_in_the_next() {
    let mut story = next(noted());
    assert_eq!(written(&story), ["Parked for today: The new price list (From Thu 14 May)"]);
    story.press(Message::Next { title: "Look back" });
    assert_eq!(
        written(&story),
        [
            "Next steps from earlier: Maria: Ask for the slot (From Thu 14 May); Lee: Call Dana (From Thu 14 May · First small step: Find the number · When: Friday)"
        ],
        "the manager's first"
    );
    let before = story.storage.records.clone();
    story.press("Done: Ask for the slot").press("Not yet: Call Dana").survives_a_reload();
    assert_eq!(chosen(&story), ["Done: Ask for the slot", "Not yet: Call Dana"]);
    let after = story.storage.records.clone();
    let changed: Vec<_> = before
        .keys()
        .filter(|key| key.starts_with("session/") && before.get(*key) != after.get(*key))
        .collect();
    assert_eq!(changed.len(), 1, "the record of the session in which it was said stays as it was");
    // In the session after that one, what is done is no longer spoken of.
    story.press(Message::EndEarly).press(Message::AnotherTime);
    story.fill(Message::DateLabel, "2026-05-28").press(Message::FormSubmit);
    story.now = TEN.plus(Span::minutes(14 * 24 * 60));
    story.press_start().press(Message::Next { title: "Look back" });
    assert_eq!(written(&story).len(), 1);
    assert!(!story.offers("Done: Ask for the slot"));
    story.press("Drop it: Call Dana").press("Drop it: Call Dana");
    assert_eq!(chosen(&story), Vec::<String>::new(), "the same answer again takes it back");
}

#[test]
fn the_list_says_what_the_manager_does_until_it_is_done() {
    let mut story = next(noted());
    let said = |story: &mut Story| -> Vec<String> {
        story.press(Message::BackHome);
        let view = story.view();
        let rows = seen::home(&view).lists.iter().flat_map(|list| &list.rows);
        rows.map(|row| row.words.to_string()).collect()
    };
    assert_eq!(said(&mut story), ["Ask for the slot"]);
    let open = seen::home(&story.view()).groups[0].rows[0].open.press;
    story.send(open).press(Message::Next { title: "Look back" }).press("Done: Ask for the slot");
    assert_eq!(said(&mut story), Vec::<String>::new());
}

#[test]
fn the_summary_says_what_was_said_and_is_copied_and_saved() {
    let mut story = noted();
    story.watch(2).press(Message::Next { title: "First opportunity" }).watch(9).press(Message::EndEarly);
    story.press("Elsewhere: The new price list").press(Message::SummaryCopy);
    let copied = story.window().copied.clone().unwrap();
    assert_eq!(
        copied,
        "Lee with Maria\nCoaching session · early opportunity\nThursday 14 May, 10:00 to 10:11 (Berlin time)\n\nNext steps\n- Lee: Call Dana · First small step: Find the number · When: Friday\n- Maria: Ask for the slot\n\nParked\n- The new price list · elsewhere\n\nNotes\n- The CFO joined in March\n\nWhat we went through\n- Open\n- First opportunity\n\nCoaching notes. Not for appraisal.\n"
    );
    story.settle_copy(true);
    let told = |story: &Story| seen::over(&story.view()).summary.outcome.as_ref().map(ToString::to_string);
    assert_eq!(told(&story).as_deref(), Some("Copied."));
    story.press(Message::SummaryCopy).settle_copy(false);
    assert_eq!(story.window().focus, Some(Focus::Summary));
    assert_eq!(
        seen::over(&story.view()).summary.text_to_copy.as_deref(),
        Some(&*copied),
        "to be copied by hand"
    );
    story.press(Message::SummarySave);
    let saved = story.window().saved.clone().unwrap();
    assert!(
        saved.starts_with("# Lee with Maria\n\n") && saved.contains("\n## Next steps\n\n- Lee: Call"),
        "{saved}"
    );
}

#[test]
fn what_a_person_writes_marks_nothing_in_markdown() {
    let mut story = begun();
    let link = "see https://ward.example/a_b?c=*d*.";
    for typed in ["# <b>x</b> [a](b) *c* _d_ `e` | ~f~ \\ &amp;", "- x", "2. Call the buyer", link] {
        story.press(Message::WriteNote).fill(Message::SharedNoteLabel, typed).press(Message::Keep);
    }
    story.press(Message::EndEarly).press(Message::SummarySave);
    let saved = story.window().saved.clone().unwrap();
    assert!(
        saved.ends_with(
            "- \\# \\<b\\>x\\</b\\> \\[a\\](b) \\*c\\* \\_d\\_ \\`e\\` \\| \\~f\\~ \\\\ \\&amp;\n- \\- x\n- 2\\. Call the buyer\n- see <https://ward.example/a_b?c=*d*>.\n\nCoaching notes. Not for appraisal.\n\n"
        ),
        "{saved}"
    );
}

#[test]
fn a_session_before_its_start_takes_no_notes() {
    let mut story = begun();
    story
        .press(Message::WriteNote)
        .fill(Message::SharedNoteLabel, "x")
        .press(Message::Keep)
        .press(Message::ClockUndoStart);
    assert_eq!(seen::notes(&story.view()), None);
    story.press_start();
    assert_eq!(written(&story), ["Notes: x"], "nothing that was written is lost");
}

#[test]
fn page_of_a_seller_lists_sessions_steps_and_parked() {
    let mut story = noted();
    story.press(Message::EndEarly).press("Next time: The new price list").press(Message::BackHome);
    story.press(Message::PlanOne).fill(Message::SellerLabel, "Ana").fill(Message::DateLabel, "2026-05-20");
    story.fill(Message::TimeLabel, "09:00").press(Message::FormSubmit).press(Message::BackHome);
    story.press(Message::HomeOf { seller: "Lee" }).survives_a_reload();
    let view = story.view();
    let page = seen::home(&view);
    assert_eq!(&*page.heading, "Your sessions with Lee");
    let rows = page.groups.iter().flat_map(|group| &group.rows);
    let rows: Vec<_> = rows.map(|row| (&*row.when, &*row.detail)).collect();
    assert_eq!(rows, [("Thu 14 May, 10:00", "Early opportunity")], "Ana's session stays out");
    let lists: Vec<String> = page
        .lists
        .iter()
        .map(|list| {
            let words: Vec<&str> = list.rows.iter().map(|row| &*row.words).collect();
            format!("{}: {}", list.heading, words.join("; "))
        })
        .collect();
    assert_eq!(lists, ["Next steps: Maria: Ask for the slot; Lee: Call Dana", "Parked: The new price list"]);
    story.press(Message::BackHome);
    assert_eq!(&*seen::home(&story.view()).heading, "Your coaching sessions");
}

#[test]
fn what_was_parked_comes_back_until_it_is_settled() {
    let mut story = noted();
    story.press(Message::WriteParked).fill(Message::ParkLabel, "The map").press(Message::Keep);
    let mut story = next(story);
    let parked = |story: &Story| -> Vec<String> {
        let view = story.view();
        let lists = &seen::notes(&view).unwrap().left;
        lists.iter().flat_map(|list| &list.rows).map(|row| row.words.to_string()).collect()
    };
    assert_eq!(parked(&story), ["The new price list", "The map"], "what was never placed, too");
    story.press("Elsewhere: The new price list").survives_a_reload();
    assert_eq!(chosen(&story), ["Elsewhere: The new price list"]);
    let again = |story: &mut Story, date: &str, weeks: i64| {
        story.press(Message::EndEarly).press(Message::AnotherTime);
        story.fill(Message::DateLabel, date).press(Message::FormSubmit);
        story.now = TEN.plus(Span::minutes(weeks * 7 * 24 * 60));
        story.press_start();
    };
    again(&mut story, "2026-05-28", 2);
    assert_eq!(parked(&story), ["The map"], "what was left open is there still");
    story.press("Next time: The map");
    again(&mut story, "2026-06-04", 3);
    assert_eq!(parked(&story), ["The map"]);
    story.press("Drop it: The map").press(Message::BackHome).press(Message::HomeOf { seller: "Lee" });
    assert!(seen::home(&story.view()).lists.iter().all(|list| &*list.heading != "Parked"));
}

#[test]
fn summary_names_places_of_parked_things_and_topics() {
    let mut story = begun();
    story.press(Message::AgreedWrite).fill(Message::TopicFirst, "The pilot").press(Message::Keep);
    story.press(Message::WriteParked).fill(Message::ParkLabel, "The map").press(Message::Keep);
    story
        .watch(2)
        .press(Message::Next { title: "First opportunity" })
        .watch(3)
        .press(Message::EndEarly)
        .press("Drop it: The map");
    let copied = story.press(Message::SummaryCopy).window().copied.clone().unwrap();
    assert!(copied.contains("What we went through\n- Open\n- First opportunity: The pilot\n"), "{copied}");
    assert!(copied.contains("Parked\n- The map · dropped\n"), "{copied}");
}

#[test]
fn managers_next_steps_show_in_the_next_preparation() {
    let mut story = noted();
    story.press(Message::EndEarly).press(Message::AnotherTime).fill(Message::DateLabel, "2026-05-21");
    story.press(Message::FormSubmit).press(Message::PrepareOwn).press(Message::IAm { name: "Maria" });
    let view = story.view();
    let sections = &seen::sheet(&view).sections;
    let mind = sections.iter().find(|section| &*section.id == "mindset").unwrap();
    let said: Vec<&str> = mind
        .entries
        .iter()
        .filter_map(|entry| match entry {
            Entry::Line(line) => Some(&*line.words),
            _ => None,
        })
        .collect();
    assert_eq!(said, ["Ask for the slot"]);
}

/// Lee's session runs in two windows, with a kept note for the manager alone; the second window is about to change it.
fn held_note_in_two_windows(words: &str) -> Story {
    let mut story = begun();
    story.open_window_alike();
    story.in_window(0).press(Message::WriteNote).fill(Message::SharedNoteLabel, words).press(Message::OnlyMe);
    story.press(Message::Keep).in_window(1).press(Message::AloneShow).press(Message::AloneUnseen);
    story.press(Message::Labelled { label: "Change", words });
    story
}

#[test]
fn changed_note_for_the_manager_alone_is_never_shared() {
    const WORDS: &str = "Lee looks tired";
    let mut story = held_note_in_two_windows(WORDS);
    story.fill(Message::SharedNoteLabel, "Lee looks tired today");
    story.in_window(0).press(Message::UndoNote).in_window(1).press(Message::Keep);
    assert_eq!(written(&story), Vec::<String>::new(), "it was removed in the other window, and not shared");
    let notes = seen::alone(&story.view()).unwrap().notes.clone().unwrap();
    assert_eq!(&*notes.rows[0].words, "Lee looks tired today");
}

#[test]
fn change_of_a_note_for_the_manager_alone_outlives_a_reload() {
    let mut story = held_note_in_two_windows("Lee looks tired");
    story.fill(Message::SharedNoteLabel, "Lee looks tired today").rest().reload();
    assert!(!format!("{:?}", story.view()).contains("tired"), "{:?}", story.notices());
    assert_eq!(story.notices(), Vec::<String>::new());
    story.press(Message::AloneShow).press(Message::AloneUnseen);
    story.press(Message::Labelled { label: "Change", words: "Lee looks tired" });
    assert_eq!(story.field(Message::SharedNoteLabel).0, "Lee looks tired today");
}

#[test]
fn note_of_several_lines_keeps_its_line_breaks_in_its_field() {
    let mut story = Story::new();
    story.begin().press(Message::WriteParked).fill(Message::ParkLabel, "First line\nSecond line");
    story.press(Message::Keep).press("Change: First line\nSecond line");
    let line = seen::notes(&story.view()).unwrap().line.clone().expect("an open line");
    assert_eq!(
        (&*line.fields[0].value, &line.fields[0].kind),
        ("First line\nSecond line", &FieldKind::Lines)
    );
}

#[test]
fn full_record_says_why_nothing_more_is_kept() {
    let mut story = Story::new();
    story.begin();
    let note = |story: &mut Story, words: &str| {
        story.press(Message::WriteNote).fill(Message::SharedNoteLabel, words);
    };
    for count in 1..NOTE_LIMIT {
        note(&mut story, &format!("note {count}"));
        story.press(Message::Keep);
    }
    story.open_window_alike();
    note(story.in_window(0), "the hundredth");
    note(story.in_window(1), "one more");
    story.in_window(0).press(Message::Keep);
    let told = env("en").say(&Message::Full { most: NOTE_LIMIT }).to_string();
    assert!(crate::drawn::markup(&story, "en").contains("many as fit: 100"), "{told}");
    story.in_window(1).press(Message::Keep);
    assert_eq!(story.field(Message::SharedNoteLabel).0, "one more", "it stays");
    assert_eq!(seen::notes(&story.view()).unwrap().full, [told.as_str().into()]);
}
