//! People of one name: a manager and a seller who are called the same are two people.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::party::Party;
use coaching_session::present::parts::field::FieldKind;
use coaching_session::program::event::Event;
use coaching_session::program::state::field::{Field, FormField};
use coaching_session::text::message::Message;

use crate::seen;
use crate::story::Story;

/// Plans a session as `own` with `seller`, at the place `place`.
fn plan(story: &mut Story, own: &str, seller: &str, place: &str) {
    if story.offers(Message::BackHome) {
        story.press(Message::BackHome);
    }
    story.press(Message::PlanOne).press(Message::DefaultsChange);
    story
        .fill(Message::OwnNameLabel, own)
        .fill(Message::SellerLabel, seller)
        .fill(Message::PlaceLabel, place);
    story.fill(Message::DateLabel, "2026-05-14").fill(Message::TimeLabel, "10:00").press(Message::FormSubmit);
}

/// Returns Lee, who has answered the invitation of a manager.
fn coached_by(manager: &str) -> Story {
    let mut maria = Story::new();
    plan(&mut maria, manager, "Lee", "Room 4");
    maria.invite("Lee").press(Message::CopyLink);
    let mut lee = Story::elsewhere();
    lee.send(Event::LinkOpened(maria.window().copied.clone().unwrap()));
    lee.fill(Message::TopicFirst, "The pilot")
        .press(Message::ItIsCoaching { manager: "Maria" })
        .press(Message::BackHome);
    lee
}

/// Returns the names of the two people of each session, with the side of this person.
fn sessions(story: &Story) -> Vec<(String, String, Party)> {
    let model = &story.window().model;
    let mut sessions: Vec<_> = model
        .sessions()
        .map(|session| {
            let pair = model.pair(session.pair).unwrap();
            let manager = pair.manager.as_ref().map(ToString::to_string).unwrap_or_default();
            (manager, pair.seller.to_string(), model.side(session.pair))
        })
        .collect();
    sessions.sort();
    sessions
}

/// Returns the names that the form suggests as sellers.
fn suggested(story: &Story) -> Vec<String> {
    let fields = seen::fields(&story.view());
    let field = fields.iter().find(|field| field.field == Field::Form(FormField::Seller)).unwrap();
    let FieldKind::Text(names) = &field.kind else { panic!("{:?}", field.kind) };
    names.iter().map(ToString::to_string).collect()
}

#[test]
fn session_for_ones_own_name_leaves_the_managers_alone() {
    for seller in ["Lee", "lee "] {
        let mut lee = coached_by("Maria");
        lee.press(Message::PlanOne);
        assert_eq!(suggested(&lee), Vec::<String>::new(), "nobody is coached here yet");
        lee.press(Message::Cancel);
        plan(&mut lee, "Lee Park", seller, "");
        let of = |manager: &str, seller: &str, side| (manager.to_owned(), seller.to_owned(), side);
        let known = of("Maria", "Lee", Party::Seller);
        assert_eq!(sessions(&lee), [of("Lee Park", seller.trim(), Party::Manager), known], "{seller:?}");
        // The one who plans can invite, change and start.
        assert!(lee.offers(Message::ShareInvite { name: seller.trim() }));
        assert!(lee.offers(Message::ChangePlan) && lee.offers_start());
        // The next session goes to the same person again.
        plan(&mut lee, "Lee Park", seller, "");
        assert_eq!(lee.window().model.pairs().count(), 2);
        lee.press(Message::BackHome).press(Message::PlanOne);
        assert_eq!(suggested(&lee), [seller.trim()]);
    }
}

#[test]
fn plan_of_the_manager_fills_in_nothing_of_ones_own() {
    let mut lee = coached_by("Maria");
    lee.press(Message::PlanOne).press(Message::DefaultsChange);
    assert_eq!(lee.field(Message::PlaceLabel).0, "");
    lee.press(Message::Cancel);
    plan(&mut lee, "Lee", "Ana", "Room 7");
    lee.press(Message::BackHome).press(Message::PlanOne).press(Message::DefaultsChange);
    assert_eq!(lee.field(Message::PlaceLabel).0, "Room 7");
}

#[test]
fn manager_with_the_name_of_ones_seller_is_asked_apart() {
    let mut ana = Story::elsewhere();
    plan(&mut ana, "Ana", "Lee", "");
    ana.press(Message::BackHome).press(Message::AskOne).fill(Message::WhoCoaches, "Lee");
    ana.fill(Message::OwnNameLabel, "Ana").press(Message::AskNext);
    let of = |manager: &str, seller: &str, side| (manager.to_owned(), seller.to_owned(), side);
    assert_eq!(sessions(&ana), [of("Ana", "Lee", Party::Manager), of("Lee", "Ana", Party::Seller)]);
    // A manager who was asked before is known again, in whatever case.
    ana.press(Message::BackHome)
        .press(Message::AskOne)
        .fill(Message::WhoCoaches, "lee")
        .press(Message::AskNext);
    assert_eq!(ana.window().model.pairs().count(), 2);
}
