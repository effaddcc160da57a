//! The words of a preparation, once the session has begun and when it is over: each person reads the own private ones
//! again, and both read the shared ones.

use coaching_session::domain::ui_state::Screen;
use coaching_session::program::event::{AlonePress, Event, Press};
use coaching_session::text::message::Message;

use crate::drawn::markup;
use crate::given::TEN;
use crate::seen;
use crate::story::Story;

const SHARED: [&str; 4] = ["The pilot", "a date for it", "they paid late", "the discount"];
const HELD: [&str; 2] = ["the reference call", "their budget is gone"];
const OF_LEE: &str = "Lee alone knows";
const OF_MARIA: &str = "Maria alone knows";

/// Fills in the preparation of Lee, which lies open, with shared and held-back words, and keeps it.
fn write_as_lee(story: &mut Story) {
    story.fill(Message::TopicFirst, SHARED[0]).fill(Message::WorkedIfLabel, SHARED[1]);
    story.press(Message::TopicAdd).fill(Message::TopicNext, HELD[0]);
    story.press(&format!("Only for me: {}", HELD[0]));
    story.press(Message::EvidenceAdd).fill(Message::EvidenceLabel, HELD[1]);
    story.press(&format!("Only for me: {}", HELD[1]));
    story.press(Message::EvidenceAdd);
    let second = seen::fields(&story.view()).into_iter().find(|field| &*field.id == "evidence-1").unwrap();
    story.send(seen::typing(&second, SHARED[2]));
    story.fill(Message::LeaveLabel, SHARED[3]).fill(Message::NoteLabel, OF_LEE);
    story.press(Message::NotReady);
}

/// A session that both prepared on one device.
fn prepared() -> Story {
    let mut story = Story::new();
    story.press(Message::PlanOne).press(Message::DefaultsChange).fill(Message::OwnNameLabel, "Maria");
    story.fill(Message::SellerLabel, "Lee").fill(Message::DateLabel, "2026-05-14");
    story.fill(Message::TimeLabel, "10:00").press(Message::FormSubmit);
    story.press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    write_as_lee(&mut story);
    story.press(Message::PrepareOwn).press(Message::IAm { name: "Maria" });
    story.fill(Message::NoteLabel, OF_MARIA).press(Message::NotReady);
    story.now = TEN;
    story
}

/// Asserts that the screen holds these words, and none of the private ones.
#[track_caller]
fn shows_shared_alone(story: &Story) {
    let markup = markup(story, "en");
    for words in SHARED {
        assert!(markup.contains(words), "{words} is on no screen");
    }
    for words in HELD.into_iter().chain([OF_LEE, OF_MARIA]) {
        assert!(!markup.contains(words), "{words} is on the screen for both");
    }
}

#[test]
fn shared_words_are_read_again_after_start_and_end() {
    let mut story = prepared();
    story.press_start();
    shows_shared_alone(&story);
    story.press(Message::EndEarly);
    shows_shared_alone(&story);
    let saved = story.press(Message::SummaryCopy).window().copied.clone().unwrap();
    for words in HELD.into_iter().chain([OF_LEE, OF_MARIA]) {
        assert!(!saved.contains(words), "{words} is in the summary");
    }
}

#[test]
fn seller_reads_private_words_again_behind_the_cover() {
    let mut story = prepared();
    story.press_start();
    for is_over in [false, true] {
        if is_over {
            story.press(Message::EndEarly);
        }
        story.press(Message::OwnAsk { name: "Lee" });
        let cover = markup(&story, "en");
        assert!(!cover.contains(OF_LEE) && !cover.contains(HELD[0]), "the cover hides what is Lee's");
        story.press(Message::IAm { name: "Lee" }).survives_a_reload();
        let page = markup(&story, "en");
        for words in HELD.into_iter().chain([OF_LEE]) {
            assert!(page.contains(words), "{words} cannot be read");
        }
        assert!(!page.contains(OF_MARIA));
        let mut reloaded = story.clone();
        assert!(!markup(reloaded.reload(), "en").contains(OF_LEE), "a reload covers it");
        story.press(Message::OwnDone);
        shows_shared_alone(&story);
    }
}

#[test]
fn manager_reads_the_private_note_again_after_the_end() {
    let mut story = prepared();
    story.press_start().press(Message::EndEarly).press(Message::AloneShow).press(Message::AloneUnseen);
    let shown = markup(&story, "en");
    assert!(shown.contains(OF_MARIA) && !shown.contains(OF_LEE), "{shown}");
    story.watch(2);
    shows_shared_alone(&story);
    story.send(Press::Alone(AlonePress::Held));
    assert!(markup(&story, "en").contains(OF_MARIA));
    story.send(Press::Alone(AlonePress::Released));
    shows_shared_alone(&story);
}

#[test]
fn seller_reads_private_words_again_on_the_own_device() {
    let mut maria = Story::new();
    maria.plan("Lee").invite("Lee");
    let mut lee = Story::elsewhere();
    let hand = |from: &mut Story, to: &mut Story| {
        let sent = from.press(Message::CopyLink).settle_copy(true).window().sent.clone().unwrap();
        to.send(Event::LinkOpened(sent.text));
    };
    hand(&mut maria, &mut lee);
    lee.fill(Message::TopicFirst, SHARED[0]).press(Message::ItIsCoaching { manager: "Maria" });
    lee.press(Message::EditDone).press(Message::PrepareOwn);
    write_as_lee(&mut lee);
    maria.now = TEN;
    lee.now = TEN;
    maria.press(Message::EditDone).press_start();
    let id = maria.window().model.open_session().unwrap();
    maria.send(Press::ShareOpened(id));
    hand(&mut maria, &mut lee);
    lee.take_in();
    for is_over in [false, true] {
        if is_over {
            maria.press(Message::EditDone).press(Message::EndEarly).send(Press::ShareOpened(id));
            hand(&mut maria, &mut lee);
            lee.take_in();
        }
        shows_shared_alone(&lee);
        lee.press(Message::AloneShow).press(Message::AloneUnseen);
        let shown = markup(&lee, "en");
        for words in HELD.into_iter().chain([OF_LEE]) {
            assert!(shown.contains(words), "{words} cannot be read, {is_over}");
        }
        lee.press(Message::AloneHide);
        shows_shared_alone(&lee);
    }
}

#[test]
fn screen_in_the_sellers_hands_hides_the_managers_note() {
    let mut story = prepared();
    story.alone();
    story.press_start();
    assert!(markup(&story, "en").contains(OF_MARIA), "Maria alone sees the screen");
    let id = story.window().model.open_session().unwrap();
    while !story.offers(Message::Finish) {
        let next = seen::names(&story.view()).into_iter().find(|name| name.starts_with("Next: "));
        story.press(&next.unwrap());
    }
    story.press(Message::HandOverTo { name: "Lee" }).press(Message::IAm { name: "Lee" });
    story.press(Message::AnswerLater);
    shows_shared_alone(&story);
    // The cover, too, is in the hands of one of the two.
    story.press(Message::OwnAsk { name: "Lee" }).press(Message::BackToSession);
    shows_shared_alone(&story);
    story.press(Message::AloneShow).press(Message::AloneSeen);
    shows_shared_alone(&story);
    let mut reloaded = story.clone();
    shows_shared_alone(reloaded.reload());
    story.send(Press::HomeOpened).send(Press::SessionOpened(id));
    shows_shared_alone(&story);
    story.press(Message::AloneShow).press(Message::AloneUnseen);
    assert!(markup(&story, "en").contains(OF_MARIA), "Maria holds it again");
    // Once Lee answered something, the way back by the list may be Lee's.
    story
        .press(Message::HandOverTo { name: "Lee" })
        .press(Message::IAm { name: "Lee" })
        .press(Message::Partly);
    story.press(Message::AnswerLater).send(Press::HomeOpened).send(Press::SessionOpened(id));
    shows_shared_alone(&story);
}

#[test]
fn noted_topic_is_read_again_once_begun() {
    let mut story = Story::new();
    story.plan("Lee").fill(Message::NotedAsk { seller: "Lee" }, "Her deal with Ward");
    story.press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    story.fill(Message::TopicFirst, "The pilot").press(Message::NotReady);
    story.now = TEN;
    story.press_start();
    let shown = markup(&story, "en");
    assert!(shown.contains("The pilot") && shown.contains("Her deal with Ward"), "{shown}");
}

#[test]
fn own_page_of_a_session_that_is_gone_is_covered() {
    let mut story = prepared();
    story.press_start().press(Message::OwnAsk { name: "Lee" }).press(Message::IAm { name: "Lee" });
    let id = story.window().model.sessions().next().unwrap().id;
    assert!(matches!(story.window().model.screen.address(), Screen::Own(..)));
    story.open_window_alike();
    story.send(Press::HomeOpened).send(Press::SessionDeleted(id)).send(Press::DeletionUndone(id));
    let first = story.in_window(0);
    assert!(!markup(first, "en").contains(OF_LEE), "it was gone for a moment");
}

#[test]
fn contents_hide_when_the_screen_changes_under_the_held_button() {
    const WORDS: &str = "Lee looks tired";
    let mut begun = Story::new();
    begun.begin().press(Message::WriteNote).fill(Message::SharedNoteLabel, WORDS).press(Message::OnlyMe);
    begun.press(Message::Keep).open_window_alike();
    let shows = |story: &Story| format!("{:?}", story.view()).contains(WORDS);
    let hold = |story: &mut Story| {
        story.in_window(0).send(Press::Alone(AlonePress::Held));
        assert!(shows(story));
    };
    let mut ended = begun.clone();
    hold(&mut ended);
    ended.in_window(1).press(Message::EndEarly).in_window(0);
    assert!(!shows(&ended), "another window ended the session");
    ended.in_window(1).press(Message::ClockUndoEnd).in_window(0);
    assert!(!shows(&ended));
    let mut covered = begun.clone();
    hold(&mut covered);
    covered.send(Event::LinkOpened("no link in this".into())).press(Message::FileLeave);
    assert!(!shows(&covered), "a link covered the session for a while");
    covered.send(Press::Alone(AlonePress::Released)).send(Press::Alone(AlonePress::Held));
    assert!(shows(&covered), "the next press shows them again");
}

#[test]
fn device_with_the_seller_stays_covered_until_taken_back() {
    let mut story = prepared();
    story.alone().press_start();
    let id = story.window().model.open_session().unwrap();
    story.press(Message::OwnAsk { name: "Lee" }).press(Message::IAm { name: "Lee" }).reload();
    story.send(Press::HomeOpened).send(Press::SessionOpened(id));
    shows_shared_alone(&story);
    shows_shared_alone(story.reload());
    story.press(Message::AloneShow).press(Message::AloneUnseen).reload();
    assert!(markup(&story, "en").contains(OF_MARIA), "Maria holds it again");
}
