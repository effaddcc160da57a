//! Bounds of texts, lists and records: what can be typed can be stored and read again, and a field says its limit
//! while somebody types.

use coaching_session::domain::draft::Draft;
use coaching_session::domain::evidence::Source;
use coaching_session::domain::id::SessionId;
use coaching_session::domain::note::{NOTE_LIMIT, NoteId, NoteKind, Place, Readers};
use coaching_session::domain::party::Party;
use coaching_session::domain::phrase::{Phrase, Wording};
use coaching_session::domain::record::Record;
use coaching_session::domain::register::Register;
use coaching_session::domain::session::Session;
use coaching_session::domain::text::{TEXT_LIMIT, Text, TextError, excess};
use coaching_session::domain::ui_state::UiState;
use coaching_session::program::event::{Event, NotePress, Press};
use coaching_session::program::state::field::{CloseField, Field, Holdable, NoteField, PrepareField};
use coaching_session::text::message::Message;
use coaching_session::wire::key::Key;
use coaching_session::wire::stored::{open, seal};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::given::law;
use crate::intl::env;
use crate::story::{News, Story};

/// Returns the stored record after reading and writing it again.
fn read_again(name: &str, record: &str) -> Option<String> {
    fn again<T: coaching_session::wire::stored::Stored>(record: &str) -> Option<String> {
        open::<T>(record).ok().map(|value| seal(&value))
    }
    match Key::parse_saved(name)? {
        Key::Session(_) => again::<Session>(record),
        Key::Record(_) => again::<Register<Record>>(record),
        Key::Draft(_) => again::<Draft>(record),
        Key::UiState => again::<UiState>(record),
    }
}

#[track_caller]
fn check_read_again(story: &Story) {
    for (name, record) in &story.storage.records {
        let again = read_again(name, record);
        assert!(again.as_deref() == Some(record), "{name}: {} bytes", record.len());
    }
}

/// Writes a next step in three texts of the greatest length.
fn write_next_step(story: &mut Story, mark: &str) {
    story.send(Press::Note(NotePress::Opened(NoteKind::NextStep)));
    for field in [NoteField::Words, NoteField::FirstStep, NoteField::When] {
        story.send(Event::Typed(Field::Note(field), mark.repeat(TEXT_LIMIT)));
    }
    story.send(Press::Note(NotePress::Kept));
}

#[test]
fn hundred_next_steps_of_the_longest_texts_outlive_a_reload() {
    for mark in ["😀", "\""] {
        let mut story = Story::new();
        story.begin();
        (0..NOTE_LIMIT).for_each(|_| write_next_step(&mut story, mark));
        check_read_again(&story);
        story.reload();
        assert_eq!(story.notices(), Vec::<String>::new(), "{mark:?}");
        let record: Session = open(&story.session_record().1).unwrap();
        assert_eq!(record.manager_half().unwrap().notes.all.len(), NOTE_LIMIT, "{mark:?}");
    }
}

#[test]
fn field_of_two_million_characters_keeps_them_says_its_limit() {
    let mut story = Story::new();
    story.plan("Lee");
    let id = session_of(&story);
    story.send(Press::PrepareAsked(id, Party::Manager)).send(Press::PartySaid);
    let typed = "x".repeat(2_000_000);
    let too_long =
        env("en").say(&Message::ComplainTooLong { over: 1_998_000, allowed: TEXT_LIMIT }).to_string();
    story.fill(Message::NoteLabel, &typed);
    assert_eq!(story.field(Message::NoteLabel), (typed.clone(), Some(too_long.clone())));
    story.rest().reload().uncover();
    assert_eq!(story.notices(), Vec::<String>::new());
    assert_eq!(story.field(Message::NoteLabel), (typed, Some(too_long)));
    story.fill(Message::NoteLabel, "Listen first");
    assert_eq!(story.field(Message::NoteLabel), ("Listen first".to_owned(), None));
}

fn session_of(story: &Story) -> SessionId {
    match Key::parse_saved(&story.session_record().0) {
        Some(Key::Session(id)) => id,
        other => panic!("no session: {other:?}"),
    }
}

/// A step of a person in one of two windows.
#[derive(Clone, Debug)]
enum Step {
    Send(Box<Event>),
    OtherWindow,
    Deliver,
    Prepare(Party),
    Leave,
}

fn long_text() -> impl Strategy<Value = String> {
    let mark = select(vec!["😀", "ﷺ", "\"", "\\", "\n", "\u{1}", "\u{2028}", "x", " "]);
    let length = select(vec![0, 1, TEXT_LIMIT - 1, TEXT_LIMIT, TEXT_LIMIT + 1, 60_000]);
    (mark, length, any::<bool>()).prop_map(|(mark, length, is_own)| {
        let text = mark.repeat(length);
        if is_own { format!("{length}{text}") } else { text }
    })
}

fn fields() -> impl Strategy<Value = Field> {
    select(vec![
        Field::Note(NoteField::Words),
        Field::Note(NoteField::FirstStep),
        Field::Note(NoteField::When),
        Field::Prepare(PrepareField::Topic(0)),
        Field::Prepare(PrepareField::Topic(1)),
        Field::Prepare(PrepareField::WorkedIf(0)),
        Field::Prepare(PrepareField::Evidence(0)),
        Field::Prepare(PrepareField::Evidence(1)),
        Field::Prepare(PrepareField::LeaveAlone),
        Field::Prepare(PrepareField::Note),
        Field::Close(CloseField::Differently),
    ])
}

fn presses() -> impl Strategy<Value = Press> {
    let kinds = select(vec![NoteKind::NextStep, NoteKind::Parked, NoteKind::Shared]);
    let notes = (0_u16..4).prop_map(NoteId);
    let few = select(vec![
        Press::Note(NotePress::Kept),
        Press::Note(NotePress::PutAway),
        Press::TopicAdded,
        Press::EvidenceAdded,
        Press::SourceChosen(0, Source::Seen),
        Press::HoldToggled(Holdable::Topic(0)),
        Press::HoldToggled(Holdable::Evidence(0)),
        Press::HoldToggled(Holdable::LeaveAlone),
        Press::Ticked(Wording::BuiltIn(Phrase::CheckRead).fingerprint()),
        Press::ChecklistLineToggled(Wording::BuiltIn(Phrase::CheckRead).fingerprint()),
        Press::ReadySaid,
        Press::NotReadySaid,
        Press::Started,
        Press::WentOn,
        Press::Ended,
        Press::Undone,
    ]);
    prop_oneof![
        6 => few,
        2 => kinds.prop_map(|kind| Press::Note(NotePress::Opened(kind))),
        1 => notes.clone().prop_map(|note| Press::Note(NotePress::Reopened(Readers::Both, note))),
        1 => notes.clone().prop_map(|note| Press::Note(NotePress::Removed(Readers::Both, note))),
        1 => notes.clone().prop_map(|note| Press::Note(NotePress::Placed(note, Place::NextTime))),
        1 => notes.clone().prop_map(Press::NoteHeld),
        1 => notes.prop_map(Press::NoteShared),
    ]
}

fn steps() -> impl Strategy<Value = Step> {
    let parties = select(vec![Party::Manager, Party::Seller]);
    let typed = (fields(), long_text()).prop_map(|(field, text)| Event::Typed(field, text));
    prop_oneof![
        6 => typed.prop_map(|event| Step::Send(Box::new(event))),
        6 => presses().prop_map(|press| Step::Send(Box::new(Event::Pressed(press)))),
        1 => Just(Step::OtherWindow),
        1 => Just(Step::Deliver),
        2 => parties.prop_map(Step::Prepare),
        1 => Just(Step::Leave),
    ]
}

proptest! {
    #![proptest_config(law(60))]

    #[test]
    fn records_of_any_steps_read_back_the_same(steps in vec(steps(), 0..60)) {
        let mut story = Story::new();
        story.plan("Lee");
        let id = session_of(&story);
        story.news = News::WhenDelivered;
        story.open_window("Europe/Berlin");
        story.send(Press::SessionOpened(id));
        let mut at = 1;
        for step in steps {
            match step {
                Step::Send(event) => {
                    story.send(*event);
                }
                Step::OtherWindow => {
                    at = 1 - at;
                    story.in_window(at);
                }
                Step::Deliver => {
                    story.deliver();
                }
                Step::Prepare(party) => {
                    story.send(Press::PrepareAsked(id, party)).send(Press::PartySaid);
                }
                Step::Leave => {
                    story.send(Press::SessionOpened(id));
                }
            }
        }
        story.send(Event::SaveCame);
        check_read_again(&story);
    }

    #[test]
    fn excess_is_what_the_text_has_beyond_its_limit(typed in long_text()) {
        let over = excess(&typed);
        prop_assert_eq!(Text::optional(&typed).err(), (over > 0).then_some(TextError::TooLong { over }));
    }
}
