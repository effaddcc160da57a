//! Typed text whose screen can no longer be reached: a notice shows it, to the right person, until it is discarded.

use coaching_session::domain::id::WriterId;
use coaching_session::domain::party::Party;
use coaching_session::text::message::Message;
use coaching_session::wire::key::{Key, WriterKey};

use crate::given::TEN;
use crate::story::{Room, Story, the_manager};

const TYPED: &str = "Qvz half typed";

/// Closes the current window, which leaves its draft, and opens another one.
fn close_window(story: &mut Story) {
    story.rest();
    let own = story.window().model.writer;
    for (name, record) in story.storage.records.clone() {
        let place = WriterKey::parse(&name).unwrap();
        if place.writer == own && matches!(place.key, Key::Draft(_)) {
            story.storage.records.remove(&name);
            story.storage.records.insert(place.key.of(WriterId(0xabc)).name(), record);
        }
    }
    let screens: Vec<String> =
        story.storage.records.keys().filter(|name| name.starts_with("screen~")).cloned().collect();
    screens.iter().for_each(|name| drop(story.storage.records.remove(name)));
    story.reopen();
    assert!(holds_text(story), "the draft is stored");
}

fn holds_text(story: &Story) -> bool {
    story.storage.records.values().any(|record| record.contains(TYPED))
}

fn open_session(story: &mut Story) {
    let id = story.window().model.sessions().next().unwrap().id;
    story.send(coaching_session::program::event::Press::SessionOpened(id));
}

fn shows(story: &Story) -> bool {
    format!("{:?}", story.view()).contains(TYPED)
}

fn start(story: &mut Story) {
    story.now = TEN;
    story.press_start();
}

/// Asserts that a notice shows the text, once `name` said so if one is given, and that it goes when discarded.
#[track_caller]
fn stands_until_discarded(story: &mut Story, name: Option<&str>) {
    if let Some(name) = name {
        assert!(!shows(story), "not before {name} said so");
        story.press(Message::IAm { name });
    }
    assert!(shows(story), "{:?}", story.notices());
    story.press(Message::LeftDiscard);
    assert!(!shows(story) && !holds_text(story));
}

#[test]
fn preparation_left_before_the_start_stands_on_the_session() {
    for name in ["Lee", &*the_manager()] {
        let mut story = Story::new();
        let opens = if name == "Lee" { Message::PrepareAs { name } } else { Message::PrepareOwn };
        story.plan("Lee").press(opens).press(Message::IAm { name });
        story.fill(Message::NoteLabel, TYPED);
        close_window(&mut story);
        open_session(&mut story);
        assert!(!shows(&story), "the sheet of the preparation offers the text");
        start(&mut story);
        stands_until_discarded(&mut story, Some(name));
    }
}

#[test]
fn change_of_the_plan_left_before_the_start_stands_there() {
    let mut story = Story::new();
    story.plan("Lee").press(Message::ChangePlan).fill(Message::PlaceLabel, TYPED);
    close_window(&mut story);
    open_session(&mut story);
    start(&mut story);
    stands_until_discarded(&mut story, None);
}

#[test]
fn managers_sheet_keeps_its_note_when_another_window_starts() {
    let mut story = Story::new();
    let name = &*the_manager();
    story.plan("Lee").press(Message::PrepareOwn).press(Message::IAm { name });
    story.fill(Message::NoteLabel, TYPED);
    story.open_window_alike();
    story.in_window(1).uncover();
    open_session(&mut story);
    start(&mut story);
    story.in_window(0).deliver();
    assert_eq!(story.field(Message::NoteLabel).0, TYPED);
    story.fill(Message::NoteLabel, &format!("{TYPED} and more")).press(Message::ReadyManager);
    let id = story.window().model.sessions().next().unwrap().id;
    let note = story.window().model.private(id, Party::Manager).note;
    assert_eq!(note.unwrap().as_str(), format!("{TYPED} and more"));
}

#[test]
fn sheet_for_both_is_covered_when_the_start_is_undone() {
    let mut story = Story::new();
    story.plan("Lee").press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    story.fill(Message::NoteLabel, TYPED).press(Message::NotReady);
    story.open_window_alike();
    story.in_window(1);
    open_session(&mut story);
    start(&mut story);
    story.in_window(0).deliver();
    open_session(&mut story);
    story.press(Message::AgreedWrite);
    assert!(!shows(&story), "both look at the sheet");
    story.in_window(1).press(Message::ClockUndoStart);
    story.in_window(0).deliver();
    assert!(!shows(&story), "Lee says so first: {:?}", story.view());
    story.press(Message::IAm { name: "Lee" });
    assert!(shows(&story));
}

#[test]
fn held_back_topic_leaves_no_parked_copy_after_an_undone_start() {
    let mut story = Story::new();
    story.plan("Lee").press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    for (at, words) in ["One", "Two", TYPED].into_iter().enumerate() {
        if at > 0 {
            story.press(Message::TopicAdd);
        }
        let fields = crate::seen::fields(&story.view());
        let field = fields.iter().find(|field| *field.id == *format!("topic-{at}")).unwrap();
        story.send(crate::seen::typing(field, words));
    }
    story.press(Message::NotReady);
    start(&mut story);
    let id = story.window().model.sessions().next().unwrap().id;
    let parked = |story: &Story| story.window().model.half(id).unwrap().notes.all.len();
    assert_eq!(parked(&story), 1);
    story.press(Message::ClockUndoStart);
    assert_eq!(parked(&story), 0);
    story.press_start();
    assert_eq!(parked(&story), 1, "the next start parks it again");
}

#[test]
fn deleted_session_takes_the_text_of_closed_windows_along() {
    let mut story = Story::new();
    story.plan("Lee").press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    story.fill(Message::NoteLabel, TYPED);
    close_window(&mut story);
    let id = story.window().model.sessions().next().unwrap().id;
    story.send(coaching_session::program::event::Press::SessionDeleted(id));
    assert!(!holds_text(&story));
    story.press(Message::Undo);
    assert!(holds_text(&story), "the undo brings it back");
}

#[test]
fn text_set_aside_without_room_keeps_the_record_that_holds_it() {
    let mut story = Story::new();
    story.press(Message::PlanOne).fill(Message::SellerLabel, "Lee").fill(Message::TimeLabel, TYPED);
    close_window(&mut story);
    story.press(Message::PlanOne).fill(Message::SellerLabel, "Own words").rest();
    story.storage.room = Room::None;
    story.press(Message::LeftTake);
    let holds_both = |story: &Story| {
        let all: String = story.storage.records.values().map(String::as_str).collect();
        all.contains(TYPED) && all.contains("Own words")
    };
    assert!(holds_both(&story), "nothing is overwritten before it is stored elsewhere");
    assert!(story.notices().iter().any(|notice| notice.contains("no room left")), "{:?}", story.notices());
    story.storage.room = Room::Enough;
    story.fill(Message::SellerLabel, "Lee P").rest();
    assert!(holds_both(&story));
    story.reopen();
    assert!(shows(&story) && format!("{:?}", story.view()).contains("Own words"), "{:?}", story.notices());
}

#[test]
fn expired_text_kept_without_room_keeps_its_record() {
    let mut story = Story::new();
    story.press(Message::PlanOne).fill(Message::SellerLabel, TYPED);
    close_window(&mut story);
    story.sleep(31 * 24 * 60).reopen();
    story.storage.room = Room::None;
    story.press(Message::ExpiringKeep { days: 30 });
    assert!(holds_text(&story));
    story.storage.room = Room::Enough;
    story.press(Message::PlanOne).rest();
    story.sleep(2 * 24 * 60).reopen();
    assert!(holds_text(&story), "kept for 30 more days");
}

#[test]
fn offered_text_is_written_again_after_a_clean_up() {
    let mut story = Story::new();
    story.press(Message::PlanOne).fill(Message::SellerLabel, TYPED);
    close_window(&mut story);
    story.storage.records.retain(|_, record| !record.contains(TYPED));
    story.window_mut().reads = story.storage.records.clone();
    story.send(coaching_session::program::event::Event::PageShown).rest();
    assert!(holds_text(&story));
}

#[test]
fn saved_file_holds_text_that_storage_refused() {
    let mut story = Story::new();
    story.press(Message::PlanOne).rest();
    story.storage.room = Room::None;
    story.fill(Message::SellerLabel, TYPED).rest();
    assert!(story.saved(Message::SaveFile).contains(TYPED));
}

#[test]
fn answers_that_nobody_handed_in_travel_in_no_link() {
    let mut story = Story::new();
    let name = &*the_manager();
    story.plan("Lee").begin().press(Message::EndEarly);
    story.alone().press(Message::AnswerAs { name }).press(Message::IAm { name });
    story.fill_differently(TYPED).press(Message::AnswerLater);
    let id = story.window().model.sessions().next().unwrap().id;
    let link = coaching_session::program::update::link::outgoing(&story.window().model, id).unwrap();
    assert!(!format!("{link:?}").contains(TYPED));
}

#[test]
fn measure_of_a_topic_held_back_elsewhere_moves_to_it() {
    use coaching_session::domain::half::SellerHalf;
    use coaching_session::domain::private::Held;
    use coaching_session::domain::topic::Topic;

    let topic = |worked_if: Option<&str>| Topic {
        id: 1,
        words: crate::given::text("The pilot"),
        worked_if: worked_if.map(crate::given::text),
    };
    let mut half = SellerHalf { topics: vec![topic(Some(TYPED))], ..SellerHalf::default() };
    let mut held = Held { topics: vec![topic(None)], ..Held::default() };
    assert!(held.take_out_of(&mut half, None));
    assert_eq!((&*half.topics, &*held.topics), (&[][..], &[topic(Some(TYPED))][..]));
    // The same words are written twice here, and one of the two is shared.
    let mut both = SellerHalf { topics: vec![topic(None)], ..SellerHalf::default() };
    let shared = both.clone();
    assert!(!held.take_out_of(&mut both, Some(&shared)));
    assert_eq!(both, shared);
}

#[test]
fn record_of_a_newer_release_stops_no_writing_of_this_window() {
    let mut story = Story::new();
    story.begin();
    let (name, _) = story.session_record();
    let place = WriterKey::parse(&name).unwrap().key.of(WriterId(0xdef));
    story.hear(place, "{\"v\":9,\"sum\":\"00000000\",\"data\":{}}");
    story.press(Message::WriteNote).fill(Message::SharedNoteLabel, TYPED).press(Message::Keep);
    assert!(story.storage.records[&name].contains(TYPED));
}

#[test]
fn half_typed_note_for_the_manager_alone_shows_to_nobody_else() {
    let mut story = Story::new();
    story.begin().press(Message::WriteNote).press(Message::OnlyMe).fill(Message::SharedNoteLabel, TYPED);
    close_window(&mut story);
    open_session(&mut story);
    assert!(!shows(&story), "the seller may see the screen: {:?}", story.notices());
    assert!(!story.offers(Message::LeftTake));
    let mut discarded = story.clone();
    discarded.press(Message::LeftDiscard);
    assert!(!holds_text(&discarded));
    story.press(Message::IAm { name: &the_manager() });
    assert!(shows(&story));
    story.press(Message::LeftTake).press(Message::Keep);
    assert!(!shows(&story) && holds_text(&story), "kept for the manager alone");
}

#[test]
fn note_for_one_alone_stays_so_after_an_undone_start() {
    let mut story = Story::new();
    story.begin().press(Message::WriteNote).press(Message::OnlyMe).fill(Message::SharedNoteLabel, TYPED);
    close_window(&mut story);
    open_session(&mut story);
    story.press(Message::ClockUndoStart);
    stands_until_discarded(&mut story, Some(&the_manager()));
}

#[test]
fn noted_topic_stays_in_its_field_once_the_seller_named_one() {
    let mut story = Story::new();
    story.plan("Lee").open_window_alike();
    let noted = || Message::NotedAsk { seller: "Lee" };
    let long = format!("{TYPED} {}", "x".repeat(2_050));
    story.in_window(0).fill(noted(), &long).press(Message::BackHome);
    assert!(story.field(noted()).1.is_some(), "the screen stays");
    story.in_window(1).press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    story.fill(Message::TopicFirst, "The pilot").press(Message::NotReady);
    assert!(
        !crate::seen::fields(&story.view()).iter().any(|field| &*field.id == "noted"),
        "nothing is noted there"
    );
    story.in_window(0).press(Message::BackHome);
    assert!(story.field(noted()).1.is_some(), "the text can be seen and shortened: {:?}", story.notices());
    story.fill(noted(), TYPED).press(Message::BackHome);
    open_session(&mut story);
    let view = story.view();
    let hint = crate::seen::fields(&view).iter().find(|field| &*field.id == "noted").unwrap().hint.clone();
    assert!(hint.unwrap().contains("It still goes along"), "what goes out can be seen, and taken out");
    story.fill(noted(), "");
    assert_eq!(story.field(noted()).0, "", "the field stays while the screen does");
    story.press(Message::BackHome);
    open_session(&mut story);
    assert!(!crate::seen::fields(&story.view()).iter().any(|field| &*field.id == "noted"));
}

#[test]
fn too_long_noted_topic_of_a_closed_window_stands_there() {
    let mut story = Story::new();
    let noted = || Message::NotedAsk { seller: "Lee" };
    story.plan("Lee").fill(noted(), &format!("{TYPED} {}", "x".repeat(2_050)));
    close_window(&mut story);
    open_session(&mut story);
    story.press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    story.fill(Message::TopicFirst, "The pilot").press(Message::NotReady);
    stands_until_discarded(&mut story, None);
}

#[test]
fn half_typed_answer_keeps_its_sheet_on_a_shared_screen() {
    let mut story = Story::new();
    let name = &*the_manager();
    story.begin().press(Message::EndEarly).alone();
    story.press(Message::AnswerAs { name }).press(Message::IAm { name }).press(Message::JustTalking);
    story.fill(Message::AskDifferently, TYPED).press(Message::JustTalking);
    close_window(&mut story);
    open_session(&mut story);
    let id = story.window().model.open_session().unwrap();
    story.send(coaching_session::program::event::Press::AloneSaid(id, false));
    assert!(!shows(&story) && !story.offers("Lee: Yes"), "{:?}", crate::seen::names(&story.view()));
    story.press(Message::AnswerAs { name }).press(Message::IAm { name }).press(Message::LeftTake);
    assert_eq!(story.field(Message::AskDifferently).0, TYPED);
}
