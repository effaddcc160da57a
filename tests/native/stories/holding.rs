//! Holding back: prepared things that stay with the person who prepared them.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::half::SellerHalf;
use coaching_session::domain::id::WriterId;
use coaching_session::domain::note::{Detail, Note, NoteId};
use coaching_session::domain::party::Party;
use coaching_session::domain::private::Held;
use coaching_session::domain::register::{Register, Written};
use coaching_session::domain::session::Session;
use coaching_session::domain::text::Text;
use coaching_session::domain::topic::TOPIC_LIMIT;
use coaching_session::present::parts::sheet::{Entry, HoldableView};
use coaching_session::program::event::{Event, Press};
use coaching_session::program::state::field::{Field, Holdable, PrepareField};
use coaching_session::program::update::link::{Half, outgoing, payload};
use coaching_session::text::message::Message;
use coaching_session::wire::stored::{open, seal};

use crate::given::{TEN, text};
use crate::seen;
use crate::story::{HOME, Story, the_manager};

const SECRET: &str = "what nobody else may read";
const HOLD: &str = "Only for me: what nobody else may read";

/// A seller on a machine of two who brings this, the middle topic and the line being for one alone.
fn prepared() -> Story {
    let mut story = Story::new();
    story.plan("Lee").press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    story.fill(Message::TopicFirst, "The pilot").press(Message::TopicAdd);
    story.fill(Message::TopicNext, SECRET).press(Message::TopicAdd);
    type_into(&mut story, PrepareField::WorkedIf(1), "I dare to say it");
    story.fill(Message::TopicParked, "The map").press(Message::EvidenceAdd);
    story.fill(Message::EvidenceLabel, "They were quiet");
    story.press(HOLD).press("Only for me: They were quiet");
    story
}

fn type_into(story: &mut Story, field: PrepareField, typed: &str) {
    story.send(Event::Typed(Field::Prepare(field), typed.to_owned()));
}

fn half(story: &Story) -> SellerHalf {
    story.window().model.sessions().next().unwrap().seller_half().cloned().unwrap_or_default()
}

fn held(story: &Story) -> Held {
    let model = &story.window().model;
    model.private(model.sessions().next().unwrap().id, Party::Seller).held
}

fn topics(half: &SellerHalf) -> Vec<&str> {
    half.topics.iter().map(|topic| topic.words.as_str()).collect()
}

/// Returns label, text and held-back state of each topic and then of each line of evidence. Leaves out the last thing,
/// "leave alone", which has a test of its own.
fn things(story: &Story) -> Vec<(String, String, bool)> {
    let view = story.view();
    let told = |thing: &HoldableView| match &thing.entries[0] {
        Entry::Field(field) => (field.label.to_string(), field.value.to_string(), thing.hold.is_chosen),
        other => panic!("no field: {other:?}"),
    };
    let things: Vec<_> = seen::things(seen::sheet(&view)).into_iter().map(told).collect();
    let leave = |(asked, ..): &(String, String, bool)| asked != "Anything you don't want to talk about?";
    things.into_iter().filter(leave).collect()
}

/// The words of them, those that are held back in brackets.
fn order(story: &Story) -> Vec<String> {
    let told = |(_, words, is_held)| if is_held { format!("({words})") } else { words };
    things(story).into_iter().map(told).collect()
}

fn type_measure(story: &mut Story, at: usize, typed: &str) {
    let fields = seen::fields(&story.view());
    let field = fields.iter().find(|field| *field.id == *format!("worked-if-{at}")).unwrap();
    story.send(seen::typing(field, typed));
}

fn again(story: &mut Story) -> &mut Story {
    story
        .press(Message::NotReady)
        .press(Message::PrepareAs { name: "Lee" })
        .press(Message::IAm { name: "Lee" })
}

#[test]
fn what_is_held_back_is_in_no_half_and_stays_in_its_place() {
    let mut story = prepared();
    let all = ["The pilot", "(what nobody else may read)", "The map", "(They were quiet)"];
    assert_eq!(order(&story), all);
    story.survives_a_reload();
    assert_eq!(order(&story), all, "the open screen comes back with it");
    again(&mut story).survives_a_reload();
    assert_eq!(order(&story), all, "and so does what was kept");
    assert_eq!((topics(&half(&story)), half(&story).evidence.len()), (vec!["The pilot", "The map"], 0));
    let held = held(&story);
    assert_eq!(held.topics[0].worked_if.as_ref().map(|words| words.as_str()), Some("I dare to say it"));
    assert_eq!((held.topics[0].id, held.count()), (1, 2));
    for (name, record) in &story.storage.records {
        let may = ["private-seller/", "draft-preparation-seller/"].iter().any(|own| name.starts_with(own));
        assert!(may || !record.contains(SECRET) && !record.contains("quiet"), "{name}");
    }
}

#[test]
fn it_can_be_shared_and_held_back_any_number_of_times() {
    let mut story = prepared();
    for _ in 0..2 {
        again(&mut story).press(HOLD);
        again(&mut story);
        assert_eq!(order(&story), ["The pilot", SECRET, "The map", "(They were quiet)"]);
        assert_eq!(topics(&half(&story)), ["The pilot", SECRET, "The map"]);
        let ids: Vec<_> = half(&story).topics.iter().map(|topic| topic.id).collect();
        assert_eq!(ids, [0, 1, 2], "it has its name again");
        assert_eq!(half(&story).topics[1].worked_if.as_ref().unwrap().as_str(), "I dare to say it");
        story.press("Only for me: They were quiet");
        again(&mut story);
        assert_eq!((half(&story).evidence.len(), held(&story).count()), (1, 0));
        story.press(HOLD).press("Only for me: They were quiet");
        again(&mut story);
        assert_eq!((topics(&half(&story)), held(&story).count()), (vec!["The pilot", "The map"], 2));
    }
    // What is emptied is gone, held back or not.
    type_measure(&mut story, 1, "");
    story.fill(Message::TopicHeld, "");
    again(&mut story);
    assert_eq!(order(&story), ["The pilot", "The map", "(They were quiet)"]);
}

#[test]
fn only_what_is_shared_takes_a_slot() {
    let mut story = prepared();
    let asked: Vec<_> = things(&story).into_iter().map(|(asked, ..)| asked).collect();
    assert_eq!(
        asked,
        ["What would help most?", "What stays with you", "What else would help?", "One fact"],
        "the third one moves up"
    );
    story.press("Only for me: The pilot");
    let asked: Vec<_> = things(&story).into_iter().map(|(asked, ..)| asked).collect();
    assert_eq!(asked[..3], ["What stays with you", "What stays with you", "What would help most?"]);
    story.press("Only for me: The map");
    let all = order(&story);
    assert_eq!(all, ["(The pilot)", "(what nobody else may read)", "(The map)", "", "(They were quiet)"]);
    assert_eq!(things(&story)[3].0, "What would help most?", "there is a place for one to share");
    again(&mut story);
    assert_eq!(order(&story), all);
    assert!(topics(&half(&story)).is_empty());
    story.fill(Message::TopicFirst, "The door");
    again(&mut story);
    assert_eq!(topics(&half(&story)), ["The door"]);
    let view = story.view();
    let private = seen::things(seen::sheet(&view)).iter().filter(|thing| thing.hint.is_some()).count();
    assert_eq!(private, 4, "each says what that means");
}

#[test]
fn held_back_things_are_hidden_from_the_other_and_in_session() {
    let mut story = prepared();
    let unseen = |story: &Story| {
        let view = format!("{:?}", story.view());
        assert!(!view.contains(SECRET) && !view.contains("quiet"), "{view}");
    };
    story.press(Message::ReadySeller);
    unseen(&story);
    story.press(Message::PrepareOwn).press(Message::IAm { name: &the_manager() });
    unseen(&story);
    story.press(Message::ReadyManager);
    story.now = TEN;
    story.press_start();
    unseen(&story);
    story.press(Message::AgreedChange);
    unseen(&story);
    assert!(seen::things(seen::sheet(&story.view())).is_empty(), "nothing is held back from here on");
    story.fill(Message::TopicFirst, "The pilot, then").press(Message::Keep).survives_a_reload();
    assert_eq!(topics(&half(&story)), ["The pilot, then", "The map"]);
    assert_eq!(held(&story).count(), 2, "it is kept while the two agree");
    // What the two agree on by themselves is shared, whatever it is.
    for words in [SECRET, SECRET, "The pilot, then"] {
        story.press(Message::AgreedChange).fill(Message::TopicFirst, words).press(Message::Keep);
        assert_eq!((topics(&half(&story)), held(&story).count()), (vec![words, "The map"], 2));
    }
    for name in ["Next: First opportunity", "Next: Second opportunity", "Next: Next steps", "Next: Close"] {
        story.press(name);
        unseen(&story);
    }
    story.alone().press(Message::HandOverTo { name: "Lee" }).press(Message::IAm { name: "Lee" });
    unseen(&story);
    story.press(Message::AnswerLater).press(Message::Finish);
    unseen(&story);
    story.press(Message::SummaryCopy);
    assert!(!story.window().copied.as_ref().unwrap().contains(SECRET));
}

#[test]
fn preparation_open_at_the_start_shows_nothing_held_back() {
    let mut story = prepared();
    story.rest();
    story.open_window_alike();
    story.now = TEN;
    story.in_window(1).press(Message::BackToSession).press_start();
    let view = format!("{:?}", story.in_window(0).view());
    assert!(!view.contains(SECRET) && !view.contains("quiet"), "{view}");
    story.press(Message::Keep);
    assert_eq!((topics(&half(&story)), held(&story).count()), (vec!["The pilot", "The map"], 2));
}

#[test]
fn of_two_windows_what_either_holds_back_is_held_back() {
    let mut story = prepared();
    again(&mut story);
    story.press(HOLD).press("Only for me: They were quiet");
    again(&mut story).rest();
    assert_eq!(held(&story).count(), 0);
    story.open_window_alike();
    // One holds the topic back, the other one the line, and a topic of its own.
    story.in_window(1).uncover().press(HOLD).press(Message::TopicAdd);
    type_into(&mut story, PrepareField::Topic(3), "Mine alone");
    story.press("Only for me: Mine alone").press(Message::ReadySeller);
    story.in_window(0).press("Only for me: They were quiet").press(Message::BackHome);
    assert_eq!((topics(&half(&story)), half(&story).evidence.len()), (vec!["The pilot", "The map"], 0));
    assert_eq!(held(&story).count(), 3);
    story
        .open_first()
        .press(Message::PrepareAs { name: "Lee" })
        .press(Message::IAm { name: "Lee" })
        .survives_a_reload();
    let mut all = order(&story);
    all.sort();
    assert_eq!(
        all,
        ["(Mine alone)", "(They were quiet)", "(what nobody else may read)", "The map", "The pilot"]
    );
    let ids = half(&story).topics.iter().map(|topic| topic.id).collect::<std::collections::BTreeSet<_>>();
    assert_eq!(ids.len(), 2, "each has a name of its own");
}

#[test]
fn merged_devices_hold_back_what_either_held_back() {
    let mut here = prepared();
    again(&mut here).press(Message::BackHome).reload();
    let mut there = Story::with(here.storage.records.clone());
    there.move_to_another_machine();
    let hold = |story: &mut Story, topic: &str| {
        story
            .open_first()
            .press(Message::PrepareAs { name: "Lee" })
            .press(Message::IAm { name: "Lee" })
            .press(&format!("Only for me: {topic}"));
        story.press(Message::NotReady).press(Message::BackHome);
    };
    hold(&mut here, "The pilot");
    hold(&mut there, "The map");
    let file = there.saved(Message::SaveFile);
    here.open_file(&file)
        .press(Message::FileTake)
        .open_first()
        .press(Message::PrepareAs { name: "Lee" })
        .press(Message::IAm { name: "Lee" });
    let mut all = order(&here);
    all.sort();
    let of_both = ["", "(The map)", "(The pilot)", "(They were quiet)", "(what nobody else may read)"];
    assert_eq!(all, of_both);
    again(&mut here).survives_a_reload();
    assert!(topics(&half(&here)).is_empty());
    assert_eq!(held(&here).count(), 4);
    // What the other one held back is shared again as anything else is, and stays so.
    here.press("Only for me: The map");
    again(&mut here).survives_a_reload();
    assert_eq!((topics(&half(&here)), held(&here).count()), (vec!["The map"], 3));
    again(&mut here);
    assert_eq!((topics(&half(&here)), held(&here).count()), (vec!["The map"], 3));
}

#[test]
fn a_deletion_takes_what_is_held_back_along_and_brings_it_back() {
    let mut story = prepared();
    story.press(Message::NotReady).press(Message::Delete);
    assert!(!story.storage.records.values().any(|record| record.contains(SECRET)));
    story
        .press(Message::Undo)
        .open_first()
        .press(Message::PrepareAs { name: "Lee" })
        .press(Message::IAm { name: "Lee" });
    assert_eq!(order(&story)[1], "(what nobody else may read)");
}

#[test]
fn more_than_there_is_room_for_is_no_trouble() {
    let mut story = Story::new();
    story.plan("Lee").press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    // As many as there may be, all held back.
    for at in 0..u8::try_from(TOPIC_LIMIT).unwrap() {
        if at > 0 {
            story.press(Message::TopicAdd);
        }
        type_into(&mut story, PrepareField::Topic(at), &format!("Topic {at}"));
    }
    for at in 0..u8::try_from(TOPIC_LIMIT).unwrap() {
        story.send(Press::HoldToggled(Holdable::Topic(at)));
    }
    story.send(Press::HoldToggled(Holdable::Evidence(9)));
    again(&mut story).survives_a_reload();
    assert_eq!(held(&story).topics.len(), TOPIC_LIMIT);
    story.fill(Message::TopicFirst, "One more");
    again(&mut story).survives_a_reload();
    assert_eq!((topics(&half(&story)), held(&story).topics.len()), (vec!["One more"], TOPIC_LIMIT));
    // One more than there is room for: neither list takes another one.
    story.press("Only for me: One more");
    again(&mut story);
    assert_eq!((topics(&half(&story)), held(&story).topics.len()), (vec!["One more"], TOPIC_LIMIT));
}

/// Lee, who prepared on a device of their own, and whose answer lies open to be sent.
fn replying() -> (Story, Story) {
    let (mut maria, mut lee) = (Story::new(), Story::elsewhere());
    maria.press(Message::PlanOne).fill(Message::OwnNameLabel, "Maria").fill(Message::SellerLabel, "Lee");
    maria
        .fill(Message::DateLabel, "2026-05-14")
        .fill(Message::TimeLabel, "10:00")
        .press(Message::FormSubmit)
        .invite("Lee");
    hand(&mut maria, &mut lee);
    lee.fill(Message::TopicFirst, SECRET).press(Message::ItIsCoaching { manager: "Maria" });
    (maria, lee)
}

/// Hands what lies open to be sent to the other person, who opens it.
fn hand(from: &mut Story, to: &mut Story) {
    let sent = from.press(Message::CopyLink).settle_copy(true).window().sent.clone().expect("a link");
    assert!(sent.text.starts_with(&format!("{HOME}#cs=1.")), "{}", sent.text);
    to.send(Event::LinkOpened(sent.text));
}

/// Returns the line about held-back things on the screen before sending.
fn stays(story: &Story) -> Option<String> {
    let view = story.view();
    let section = seen::sheet(&view).sections.iter().find(|section| &*section.id == "stays")?.clone();
    assert!(section.is_private);
    assert_eq!(
        section.lead.as_deref(),
        Some("Never in links or summaries. A backup of this device holds it.")
    );
    section.heading.map(|heading| heading.to_string())
}

#[test]
fn sharing_counts_what_stays_and_next_link_withdraws_it() {
    let (mut maria, mut lee) = replying();
    assert_eq!(stays(&lee), None, "nothing does");
    hand(&mut lee, &mut maria);
    maria.press(Message::FileTake);
    assert_eq!(topics(&half(&maria)), [SECRET]);
    lee.press(Message::EditDone)
        .press(Message::PrepareOwn)
        .press(HOLD)
        .fill(Message::TopicFirst, "The pilot");
    lee.press(Message::ReadySeller).press(Message::SendTo { name: "Maria" });
    assert_eq!(stays(&lee).as_deref(), Some("What you kept for yourself stays here"));
    assert!(!format!("{:?}", lee.view()).contains(SECRET), "somebody may look on");
    lee.press(Message::ChangeStays)
        .press(Message::EvidenceAdd)
        .fill(Message::EvidenceLabel, "They were quiet");
    lee.press("Only for me: They were quiet")
        .press(Message::ReadySeller)
        .press(Message::SendTo { name: "Maria" });
    assert_eq!(stays(&lee).as_deref(), Some("What you kept for yourself stays here"));
    let id = lee.window().model.sessions().next().unwrap().id;
    let link = outgoing(&lee.window().model, id).unwrap();
    let Half::Seller { half: reply, .. } = &link.half else { panic!("a reply") };
    assert!(!format!("{reply:?}").contains(SECRET) && !format!("{reply:?}").contains("quiet"));
    let before = payload(&link).unwrap().len();
    hand(&mut lee, &mut maria);
    maria.press(Message::FileTake);
    assert_eq!((topics(&half(&maria)), half(&maria).evidence.len()), (vec!["The pilot"], 0));
    assert!(!maria.storage.records.values().any(|record| record.contains("quiet")));
    assert_eq!(
        stays(maria.press(Message::SendTo { name: "Lee" })),
        None,
        "of what the manager sends nothing can"
    );
    // The same half is the same link, whatever is held back beside it.
    lee.press(Message::ChangeStays).press("Only for me: They were quiet").fill(Message::EvidenceLabel, "");
    lee.press(Message::NotReady).press(Message::PrepareOwn).press(Message::ReadySeller);
    lee.press(Message::SendTo { name: "Maria" });
    let link = outgoing(&lee.window().model, id).unwrap();
    assert!(payload(&link).unwrap().len().abs_diff(before) < 12);
    assert_eq!(stays(&lee).as_deref(), Some("What you kept for yourself stays here"));
    let file = lee.press(Message::OtherWays).saved_session();
    assert!(!file.contains(SECRET), "nor is it in a file of the session");
}

#[test]
fn leave_alone_is_held_back_and_shared_again() {
    const LEAVE: &str = "Anything you don't want to talk about?";
    let mut story = Story::new();
    story
        .plan("Lee")
        .press(Message::PrepareAs { name: "Lee" })
        .press(Message::IAm { name: "Lee" })
        .fill(LEAVE, SECRET)
        .press(HOLD);
    again(&mut story).survives_a_reload();
    let kept = |story: &Story| {
        let words = |text: Option<Text>| text.map(|text| text.to_string()).unwrap_or_default();
        (words(half(story).leave_alone), words(held(story).leave_alone))
    };
    let here = || SECRET.to_owned();
    assert_eq!(kept(&story), (String::new(), here()));
    again(&mut story).press(HOLD);
    again(&mut story);
    assert_eq!(kept(&story), (here(), String::new()), "shared again");
    story.press(HOLD);
    again(&mut story);
    assert_eq!(kept(&story), (String::new(), here()), "and held back again");
    // While the session is on it is on no screen for both, and stays where it is.
    story.press(Message::ReadySeller);
    story.now = TEN;
    story.press_start().press(Message::AgreedWrite);
    let view = format!("{:?}", story.view());
    assert!(!view.contains(SECRET) && !view.contains(LEAVE), "{view}");
    story.press(Message::Keep);
    assert_eq!(kept(&story), (String::new(), here()));
}

#[test]
fn of_two_windows_what_either_would_leave_alone_stays_held_back() {
    const LEAVE: &str = "Anything you don't want to talk about?";
    let mut story = Story::new();
    story.plan("Lee").press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" }).rest();
    story.open_window_alike();
    story.in_window(1).uncover().fill(LEAVE, "The price").press("Only for me: The price");
    story.press(Message::ReadySeller).in_window(0).fill(LEAVE, SECRET).press(HOLD).press(Message::BackHome);
    let words = held(&story).leave_alone.unwrap();
    assert!(words.as_str().contains(SECRET) && words.as_str().contains("The price"), "{words}");
    assert_eq!(half(&story).leave_alone, None);
}

/// Two windows, in the first of which what to leave alone was held back, and in the second, which knew
/// nothing of that, something else was shared.
fn held_here_and_shared_there(held: &str, shared: &str) -> Story {
    const LEAVE: &str = "Anything you don't want to talk about?";
    let mut story = Story::new();
    story
        .plan("Lee")
        .press(Message::PrepareAs { name: "Lee" })
        .press(Message::IAm { name: "Lee" })
        .fill(LEAVE, held);
    story.press(&format!("Only for me: {held}")).press(Message::NotReady).rest();
    let (id, mut half) = (story.window().model.sessions().next().unwrap().id, half(&story));
    half.leave_alone = Some(text(shared));
    let session = story.window().model.sessions().next().unwrap().clone();
    let seller = session.seller.clone().unwrap_or_else(|| Register::new(WriterId(9), SellerHalf::default()));
    let session = Session { seller: Some(seller.written(WriterId(9), Written::Content(half))), ..session };
    story.store(&format!("session/{id}"), seal(&session));
    story.reopen();
    story
}

#[test]
fn longer_text_of_another_window_stays_held_back() {
    let longer = format!("{SECRET}, nor hear");
    let mut story = held_here_and_shared_there(SECRET, &longer);
    assert_eq!(half(&story).leave_alone, Some(text(&longer)), "it was shared there");
    story.press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    again(&mut story);
    assert_eq!(half(&story).leave_alone, None);
    assert_eq!(held(&story).leave_alone, Some(text(&longer)));
}

#[test]
fn of_two_texts_that_are_too_long_together_neither_is_lost() {
    let (long, other) = ("a".repeat(1_500), "b".repeat(1_500));
    let mut story = held_here_and_shared_there(&long, &other);
    story
        .press(Message::PrepareAs { name: "Lee" })
        .press(Message::IAm { name: "Lee" })
        .press(Message::NotReady);
    let view = format!("{:?}", story.view());
    assert!(view.contains(&long) && view.contains(&other), "both are in the field, which is too long");
    assert_eq!((half(&story).leave_alone, held(&story).leave_alone), (Some(text(&other)), Some(text(&long))));
}

/// A session that is over, with a note, something parked and a next step, on Maria's device.
fn over() -> Story {
    let mut story = Story::new();
    story.press(Message::PlanOne).fill(Message::OwnNameLabel, "Maria").fill(Message::SellerLabel, "Lee");
    story.fill(Message::DateLabel, "2026-05-14").fill(Message::TimeLabel, "10:00").press(Message::FormSubmit);
    story.now = TEN;
    story.press_start().press(Message::WriteNote).fill(Message::SharedNoteLabel, SECRET).press(Message::Keep);
    story.press(Message::WriteParked).fill(Message::ParkLabel, "The map").press(Message::Keep);
    story.press(Message::WriteNextStep).fill(Message::NextStepLabel, "Call Dana").press(Message::Keep);
    story.press(Message::WriteNote).fill(Message::SharedNoteLabel, "It went well").press(Message::Keep);
    story.send(Press::Ended);
    story
}

fn of_record(story: &Story) -> Vec<String> {
    let model = &story.window().model;
    let session = model.sessions().next().unwrap();
    let words = |note: &Note| note.words.to_string();
    let shared = session.manager_half().unwrap().notes.all.iter().map(words);
    let held = model.private(session.id, Party::Manager).held.notes;
    shared.chain(held.iter().map(|note| format!("({})", note.words))).collect()
}

#[test]
fn manager_holds_back_and_shares_notes_of_the_record() {
    let mut story = over();
    let all = [SECRET, "The map", "Call Dana", "It went well"];
    assert_eq!(of_record(&story), all);
    story.press(Message::SendTo { name: "Lee" });
    assert_eq!(stays(&story), None);
    assert!(story.offers(HOLD) && story.offers("Only for me: The map"));
    assert!(!story.offers("Only for me: Call Dana"), "a next step is for both");
    story.press(HOLD).reload();
    let held = ["The map", "Call Dana", "It went well", "(what nobody else may read)"];
    assert_eq!(of_record(&story), held);
    for (name, record) in &story.storage.records {
        assert!(name.starts_with("private-manager/") || !record.contains(SECRET), "{name}");
    }
    // Nothing moves under the hand, and it says what that means.
    let view = story.press(Message::EditDone).press(Message::SendTo { name: "Lee" }).view();
    assert_eq!(stays(&story).as_deref(), Some("What you kept for yourself stays here"));
    assert!(!format!("{view:?}").contains(SECRET), "somebody may look on");
    story.press(Message::ChangeStays);
    assert_eq!(stays(&story), None, "now it is to be seen itself");
    let view = story.view();
    let things = seen::things(seen::sheet(&view));
    let hints: Vec<_> = things.iter().map(|thing| (thing.hold.is_chosen, thing.hint.is_some())).collect();
    assert_eq!(hints, [(false, false), (true, true), (false, false)]);
    story.press(HOLD);
    assert_eq!(of_record(&story), all, "in its place");
    story.press("Only for me: The map").press(HOLD).press(Message::EditDone);
    let view = format!("{:?}", story.view());
    assert!(!view.contains(SECRET) && !view.contains("The map"), "{view}");
    story
        .press(Message::SendTo { name: "Lee" })
        .press(Message::ChangeStays)
        .press("Only for me: The map")
        .press(Message::EditDone);
    assert_eq!(
        stays(story.press(Message::SendTo { name: "Lee" })).as_deref(),
        Some("What you kept for yourself stays here")
    );
}

#[test]
fn next_link_withdraws_what_was_sent_before() {
    let (mut maria, mut lee) = (over(), Story::elsewhere());
    maria.press(Message::SendTo { name: "Lee" });
    hand(&mut maria, &mut lee);
    lee.press(Message::FileTake);
    assert!(lee.storage.records.values().any(|record| record.contains(SECRET)));
    maria.press(HOLD);
    hand(&mut maria, &mut lee);
    lee.press(Message::FileTake);
    assert!(!lee.storage.records.values().any(|record| record.contains(SECRET)));
    let file = maria.press(Message::OtherWays).saved_session();
    assert!(!file.contains(SECRET) && file.contains("Call Dana"));
    assert!(maria.saved(Message::SaveAll).contains(SECRET));
    maria.press(Message::EditDone).press(Message::SummaryCopy);
    assert!(!maria.window().copied.as_ref().unwrap().contains(SECRET));
}

#[test]
fn note_held_back_or_shared_survives_a_kill_between_writes() {
    let mut story = over();
    story.press(Message::SendTo { name: "Lee" });
    for step in ["held back", "shared again"] {
        if story.offers(Message::ChangeStays) {
            story.press(Message::ChangeStays);
        }
        for writes in 0..4 {
            let mut killed = story.clone();
            killed.dies_after = Some(writes);
            killed.press("Only for me: It went well");
            killed.dies_after = None;
            killed.reopen();
            let kept = of_record(&killed).join(", ");
            assert!(kept.contains("It went well"), "{step}, killed after {writes} writes: {kept}");
        }
        story.press("Only for me: It went well");
    }
}

#[test]
fn held_back_note_keeps_its_id_unless_taken() {
    let mut story = over();
    story.press(Message::SendTo { name: "Lee" }).press("Only for me: It went well").press(Message::EditDone);
    story.press(Message::WriteNote).fill(Message::SharedNoteLabel, "One more").press(Message::Keep);
    let ids = |story: &Story| {
        let model = &story.window().model;
        let session = model.sessions().next().unwrap();
        let ids = session.manager_half().unwrap().notes.all.iter().map(|note| note.id.0);
        ids.collect::<Vec<_>>()
    };
    assert_eq!(ids(&story), [0, 8, 16, 32], "the name of what is held back is taken");
    // Another device knew nothing of it.
    let mut records = story.storage.records.clone();
    let record = records.iter_mut().find(|(name, _)| name.starts_with("session/")).unwrap().1;
    let session = open::<Session>(record).unwrap();
    let mut half = session.manager_half().unwrap().clone();
    let note = Note { id: NoteId(24), item: None, words: text("From there"), detail: Detail::Shared };
    half.notes.set(NoteId(32), None, 0);
    half.notes.set(NoteId(24), Some(&note), 9);
    let manager = session.manager.written(WriterId(77), Written::Content(half));
    *record = seal(&Session { manager, ..session });
    let mut there = Story::with(records);
    there
        .press(Message::SendTo { name: "Lee" })
        .press(Message::ChangeStays)
        .press("Only for me: It went well");
    assert_eq!(ids(&there), [0, 8, 16, 24, 32]);
    assert_eq!(of_record(&there)[3..], ["From there", "It went well"]);
}

/// Maria's device after two of her windows wrote the record at once: one of the two waits for her choice, and
/// both hold the note.
fn torn() -> Story {
    let mut story = over();
    story.press(Message::BackHome).rest();
    let name = story.storage.records.keys().find(|name| name.starts_with("session/")).unwrap().clone();
    let session = open::<Session>(&story.storage.records[&name]).unwrap();
    let written = |device: u64, words: &str| {
        let mut half = session.manager_half().unwrap().clone();
        let note = Note { id: NoteId(9), item: None, words: text(words), detail: Detail::Shared };
        half.notes.set(NoteId(9), Some(&note), 9);
        session.manager.written(WriterId(device), Written::Content(half))
    };
    let manager = written(70, "One hand").merged(&written(71, "The other hand"));
    assert_eq!(manager.others().len(), 1);
    story.storage.records.insert(name, seal(&Session { manager, ..session.clone() }));
    Story::with(story.storage.records.clone())
}

#[test]
fn link_and_session_file_hold_only_the_shown_version() {
    let (mut maria, mut lee) = (torn(), Story::elsewhere());
    let id = maria.window().model.sessions().next().unwrap().id;
    maria.send(Press::ShareOpened(id)).press(HOLD);
    let link = outgoing(&maria.window().model, id).unwrap();
    assert!(!format!("{link:?}").contains(SECRET), "nothing of it is in the writing that waits");
    hand(&mut maria, &mut lee);
    lee.press(Message::FileTake);
    assert!(!lee.storage.records.values().any(|record| record.contains(SECRET)));
    let file = maria.press(Message::OtherWays).saved_session();
    assert!(!file.contains(SECRET) && file.contains("Call Dana"));
    // Here both writings are there as before.
    let session = maria.window().model.session(id).unwrap();
    assert_eq!(session.manager.others().len(), 1);
}

#[test]
fn whichever_writing_is_chosen_what_is_held_back_stays_so() {
    for choice in [0, 1] {
        let mut maria = torn();
        let id = maria.window().model.sessions().next().unwrap().id;
        maria
            .send(Press::ShareOpened(id))
            .press(HOLD)
            .press(Message::EditDone)
            .send(Press::VersionChosen(id, choice));
        let session = maria.window().model.session(id).unwrap();
        assert!(session.manager.others().is_empty() && !format!("{session:?}").contains(SECRET), "{choice}");
        maria.press(Message::SendTo { name: "Lee" }).press(Message::ChangeStays);
        assert!(maria.offers(HOLD), "and it can be shared again");
        maria.press(HOLD);
        assert_eq!(of_record(&maria).iter().filter(|words| words.contains(SECRET)).count(), 1);
    }
}

#[test]
fn two_notes_of_one_name_are_held_back_and_shared_apart() {
    let mut maria = over();
    maria
        .press(Message::SendTo { name: "Lee" })
        .press("Only for me: It went well")
        .press(Message::BackHome)
        .rest();
    let mut records = maria.storage.records.clone();
    let record = records.iter_mut().find(|(name, _)| name.starts_with("session/")).unwrap().1;
    let session = open::<Session>(record).unwrap();
    let mut half = session.manager_half().unwrap().clone();
    let note = Note { id: NoteId(24), item: None, words: text("From there"), detail: Detail::Shared };
    half.notes.set(NoteId(24), Some(&note), 9);
    let manager = session.manager.written(WriterId(77), Written::Content(half));
    *record = seal(&Session { manager, ..session });
    let mut maria = Story::with(records);
    let id = maria.window().model.sessions().next().unwrap().id;
    maria.send(Press::ShareOpened(id)).press("Only for me: From there");
    let of = |story: &Story| of_record(story)[3..].to_vec();
    assert_eq!(of(&maria), ["(It went well)", "(From there)"]);
    maria.press("Only for me: From there");
    assert_eq!(of(&maria), ["From there", "(It went well)"], "the one that was pressed");
    maria.press("Only for me: It went well");
    assert_eq!(of(&maria).len(), 2);
}

#[test]
fn nothing_is_held_back_where_it_could_not_be_kept() {
    let mut story = over();
    story.press(Message::BackHome).rest();
    let mut records = story.storage.records.clone();
    let id = story.window().model.sessions().next().unwrap().id;
    for party in ["manager", "seller"] {
        // A newer release wrote it, and it is not ours to touch.
        records.insert(
            crate::story::written(&format!("private-{party}/{id}")),
            "{\"v\":2,\"sum\":\"0000000000000000\",\"data\":{}}".into(),
        );
    }
    let mut story = Story::with(records);
    story.send(Press::ShareOpened(id)).press(HOLD);
    story.reload();
    assert!(of_record(&story).contains(&SECRET.to_owned()), "it is still in the record");
}
