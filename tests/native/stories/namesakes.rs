//! People of one name: a manager and a seller who are called the same are two people.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::id::PairId;
use coaching_session::domain::party::Party;
use coaching_session::domain::session::Session;
use coaching_session::domain::ui_state::Screen;
use coaching_session::present::parts::field::FieldKind;
use coaching_session::program::event::{Event, Press};
use coaching_session::program::state::field::{Field, FormField};
use coaching_session::text::message::Message;

use crate::given::TEN;
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
    assert_eq!(lee.field(Message::PlaceLabel).0, "");
    lee.fill(Message::SellerLabel, "Ana");
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

/// Maria coaches two people called Lee, whom she keeps apart: one in room 1 with an open next step, one in room 2 who
/// asked by link. The list is open.
fn two_called_lee() -> Story {
    let mut maria = Story::new();
    plan(&mut maria, "Maria", "Lee", "Room 1");
    maria.now = TEN;
    maria.press_start().press(Message::WriteNextStep).fill(Message::NextStepLabel, "Step of the first");
    maria.press(Message::Keep).press(Message::EndEarly).press(Message::BackHome);
    let mut lee = Story::elsewhere();
    lee.press(Message::AskOne).fill(Message::WhoCoaches, "Maria").fill(Message::OwnNameLabel, "Lee");
    lee.press(Message::AskNext).press(Message::CopyLink);
    maria.send(Event::LinkOpened(lee.window().copied.clone().unwrap()));
    maria.press(Message::PlanOne).press(Message::DefaultsChange).fill(Message::PlaceLabel, "Room 2");
    maria.fill(Message::DateLabel, "2026-05-20").fill(Message::TimeLabel, "10:00").press(Message::FormSubmit);
    maria.press(Message::BackHome);
    maria
}

/// Returns the pair of the session at a place.
fn pair_at(story: &Story, place: &str) -> PairId {
    let is_there = |session: &&Session| {
        let plan = session.manager_half().map(|half| half.plan.clone());
        plan.and_then(|plan| plan.place).is_some_and(|of| of.as_str() == place)
    };
    story.window().model.sessions().find(is_there).unwrap().pair
}

/// Returns the pair of the session on the open screen, and the next steps that it takes along.
fn planned_for(story: &mut Story) -> (PairId, usize) {
    story.invite("Lee");
    let (id, model) = (story.window().model.screen.address(), &story.window().model);
    let Screen::Share(id) = id else { panic!("{id:?}") };
    (model.session(id).unwrap().pair, model.half(id).unwrap().carried.len())
}

#[test]
fn person_page_plans_with_its_person_and_not_a_namesake() {
    let maria = two_called_lee();
    for (place, steps) in [("Room 1", 1), ("Room 2", 0)] {
        let mut story = maria.clone();
        let pair = pair_at(&story, place);
        story.send(Press::PlanWith(pair)).press(Message::DefaultsChange);
        assert_eq!(story.field(Message::PlaceLabel).0, place);
        story.fill(Message::DateLabel, "2026-06-03").fill(Message::TimeLabel, "15:00");
        story.rest().reload().press(Message::FormSubmit);
        assert_eq!(planned_for(&mut story), (pair, steps), "{place}");
    }
}

#[test]
fn next_session_at_another_time_stays_with_its_person() {
    let mut story = two_called_lee();
    for place in ["Room 1", "Room 2"] {
        let pair = pair_at(&story, place);
        let id = story.window().model.sessions().find(|session| session.pair == pair).unwrap().id;
        let local = story.window().model.half(id).unwrap().plan.schedule.local;
        story.send(Press::NextPlanned(id, local)).fill(Message::DateLabel, "2026-06-04");
        story.press(Message::FormSubmit);
        assert_eq!(planned_for(&mut story).0, pair, "{place}");
        story.press(Message::BackHome);
    }
}

#[test]
fn typed_name_of_two_people_asks_for_the_one_meant() {
    let mut story = two_called_lee();
    let second = pair_at(&story, "Room 2");
    story.press(Message::PlanOne).fill(Message::SellerLabel, "lee");
    story.fill(Message::DateLabel, "2026-06-03").fill(Message::TimeLabel, "15:00").press(Message::FormSubmit);
    let complaint = story.field(Message::SellerLabel).1;
    assert_eq!(complaint.as_deref(), Some("You coach several people of this name. Choose the one you mean."));
    assert!(story.offers("Lee: Thu 14 May 2026"), "{:?}", seen::names(&story.view()));
    story.press("Lee: Wed 20 May 2026").press(Message::FormSubmit);
    assert_eq!(planned_for(&mut story), (second, 0));
    // Once the two are the same person, there is nothing to ask.
    story.press(Message::BackHome).send(Press::PairJoined(second)).press(Message::PlanOne);
    story.fill(Message::SellerLabel, "lee").fill(Message::DateLabel, "2026-06-10");
    story.fill(Message::TimeLabel, "15:00").press(Message::FormSubmit);
    assert!(story.offers_start());
}

#[test]
fn another_chosen_seller_brings_the_own_place_and_minutes() {
    let mut story = Story::new();
    for (seller, place) in [("Lee", "Lee's room"), ("Kim", "Kim's room"), ("Ann", "Ann's room")] {
        plan(&mut story, "Maria", seller, place);
    }
    let place = |story: &Story| {
        let mut story = story.clone();
        story.press(Message::DefaultsChange).field(Message::PlaceLabel).0
    };
    story.press(Message::BackHome).press(Message::PlanOne);
    for (seller, of) in [("Lee", "Lee's room"), ("Kim", "Kim's room"), ("Lee", "Lee's room")] {
        story.press(seller);
        assert_eq!(place(&story), of);
    }
    let usual = place(story.clone().press(Message::Cancel).press(Message::PlanOne));
    story.fill(Message::SellerLabel, "Robin");
    assert_eq!(place(&story), usual, "the place of nobody else");
    story.press(Message::DefaultsChange).fill(Message::PlaceLabel, "Roof");
    story.fill(Message::SellerLabel, "").press("Kim");
    assert_eq!(story.field(Message::PlaceLabel).0, "Roof", "what was typed stays");
}
