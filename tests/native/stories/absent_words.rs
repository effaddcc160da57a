//! Words of a seller who cannot come: what was typed for another answer neither goes out with them nor is lost.

use coaching_session::program::event::Event;
use coaching_session::text::message::Message;

use crate::seen;
use crate::story::Story;

/// Lee, who typed this topic in the invitation, and said in another window to bring one.
fn half_a_topic(topic: &str) -> (Story, Story) {
    let mut maria = Story::new();
    maria.plan("Lee").invite("Lee").press(Message::CopyLink).settle_copy(true);
    let link = maria.window().sent.clone().unwrap().text;
    let mut lee = Story::elsewhere();
    lee.send(Event::LinkOpened(link.clone())).fill(Message::TopicFirst, topic).rest();
    lee.open_window("Europe/Berlin");
    lee.in_window(1).send(Event::LinkOpened(link)).press(Message::NotYetBring).press(Message::EditDone);
    lee.in_window(0).deliver();
    while lee.offers(Message::FileLeave) {
        lee.press(Message::FileLeave);
    }
    open_session(&mut lee);
    (maria, lee)
}

fn open_session(lee: &mut Story) {
    while lee.offers(Message::BackHome) {
        lee.press(Message::BackHome);
    }
    lee.open_first();
}

/// Says that Lee cannot come, and opens the screen that sends it.
fn refuse(lee: &mut Story, words: &str) {
    lee.press(Message::AbsenceAsk).fill(Message::AbsenceLabel, words);
    lee.press(Message::AbsenceNext { name: "Maria" });
}

#[test]
fn half_typed_topic_goes_along_with_no_refusal() {
    for topic in ["The pilot", &"\u{e9}".repeat(2_100)] {
        let (_, mut lee) = half_a_topic(topic);
        let start: String = topic.chars().take(20).collect();
        refuse(&mut lee, "my reason");
        assert!(!format!("{:?}", lee.view()).contains(&start), "nobody pressed a button for it");
        lee.press(Message::EditDone).rest().reload();
        assert!(lee.notices().iter().any(|notice| notice.contains(&start)), "{:?}", lee.notices());
    }
}

#[test]
fn unsent_wish_for_another_time_outlives_a_refusal() {
    let mut maria = Story::new();
    maria.plan("Lee").invite("Lee").press(Message::CopyLink).settle_copy(true);
    let link = maria.window().sent.clone().unwrap().text;
    let mut lee = Story::elsewhere();
    lee.send(Event::LinkOpened(link)).press(Message::AnotherTime).fill(Message::WishLabel, "Thursday");
    lee.press(Message::AskOtherTime).press(Message::EditDone);
    maria.press(Message::EditDone).press(Message::ChangePlan).fill(Message::TimeLabel, "14:00");
    maria.press(Message::FormSubmitChange).press(Message::ShareChanged { name: "Lee" });
    maria.press(Message::CopyLink).settle_copy(true);
    lee.send(Event::LinkOpened(maria.window().sent.clone().unwrap().text)).take_in();
    let later = seen::names(&lee.view()).into_iter().find(|name| name.starts_with("Save the new date"));
    lee.press(&later.expect("an answer later"));
    open_session(&mut lee);
    refuse(&mut lee, "");
    lee.press(Message::EditDone).rest().reload();
    assert!(lee.notices().iter().any(|notice| notice.contains("Thursday")), "{:?}", lee.notices());
}
