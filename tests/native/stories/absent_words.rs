//! Words of a seller who cannot come: half of an answer that was typed elsewhere is not lost with them.

use coaching_session::program::event::Event;
use coaching_session::text::message::Message;

use crate::story::Story;

#[test]
fn topic_too_long_to_go_along_outlives_an_absence() {
    let mut maria = Story::new();
    maria.plan("Lee").invite("Lee").press(Message::CopyLink).settle_copy(true);
    let link = maria.window().sent.clone().unwrap().text;
    let long = "é".repeat(2_100);
    let mut lee = Story::elsewhere();
    lee.send(Event::LinkOpened(link.clone())).fill(Message::TopicFirst, &long).rest();
    lee.open_window("Europe/Berlin");
    lee.in_window(1).send(Event::LinkOpened(link)).press(Message::NotYetBring).press(Message::EditDone);
    lee.in_window(0).deliver();
    while lee.offers(Message::FileLeave) {
        lee.press(Message::FileLeave);
    }
    while lee.offers(Message::BackHome) {
        lee.press(Message::BackHome);
    }
    lee.open_first();
    let holds = |lee: &Story| lee.storage.records.values().any(|record| record.contains(&long));
    assert!(holds(&lee), "before");
    lee.press(Message::AbsenceAsk).fill(Message::AbsenceLabel, "my reason");
    lee.press(Message::AbsenceNext { name: "Maria" }).press(Message::EditDone).rest();
    assert!(holds(&lee), "after");
    assert!(lee.notices().iter().any(|notice| notice.contains("éé")), "{:?}", lee.notices());
}
