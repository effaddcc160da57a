//! The card at a change of item: what it proposes when a session is behind or ahead, and what takes it away.

use coaching_session::domain::time::Span;
use coaching_session::text::message::Message;

use super::rail;
use crate::given::TEN;
use crate::seen;
use crate::story::Story;

/// Returns the words of the card and the names of its buttons; empty without a card.
fn card(story: &Story) -> Vec<String> {
    let view = seen::run(&story.view()).offer.clone();
    let Some(offer) = view else { return Vec::new() };
    let actions = offer.actions.iter().chain(&offer.others);
    std::iter::once(offer.text.to_string()).chain(actions.map(|action| action.label.to_string())).collect()
}

/// Returns the expected finish and the difference from the plan.
fn finish(story: &Story) -> (String, Option<String>) {
    let finish = seen::run(&story.view()).finish.clone();
    (finish.statement.to_string(), finish.difference.map(|words| words.to_string()))
}

/// Five minutes behind at the change to the first opportunity.
fn behind() -> Story {
    let mut story = Story::new();
    story.begin().watch(8);
    assert_eq!(card(&story), Vec::<String>::new(), "never in the middle of an item");
    story.press("Next: First opportunity");
    story
}

const PROPOSED: &str = "5 min behind. First opportunity 20 → 16, Second opportunity 12 → 11, finish 10:45?";

#[test]
fn session_behind_proposes_how_to_finish_on_time() {
    let mut story = behind();
    assert_eq!(card(&story), [PROPOSED, "Finish 10:45", "Finish 10:50", "Other ways"]);
    let spoken = seen::run(&story.view()).offer.clone().expect("a card").spoken;
    assert_eq!(
        &*spoken,
        "5 min behind. First opportunity: 16 instead of 20 minutes, \
         Second opportunity: 11 instead of 12 minutes, finish 10:45?"
    );
    story.watch(1).survives_a_reload();
    assert_eq!(card(&story)[0], PROPOSED, "it stays as it was read at the change");
    story.press("Finish 10:45").survives_a_reload();
    assert_eq!(card(&story), Vec::<String>::new());
    assert_eq!(finish(&story), ("Ends about 10:45".into(), Some("On time".into())));
    let minutes: Vec<_> = rail(&story).into_iter().map(|(_, minutes)| minutes).collect();
    assert_eq!(minutes, ["8 min (3 planned)", "16 min", "11 min", "7 min", "3 min"]);
}

#[test]
fn undo_takes_all_shorter_items_back_at_once() {
    let mut story = behind();
    let before = rail(&story);
    story.press("Finish 10:45");
    story.press("Undo the shorter items").survives_a_reload();
    assert_eq!(rail(&story), before);
    assert_eq!(finish(&story).0, "Ends about 10:50");
    assert!(story.offers("Undo the change of item"), "the next undo is that of the change before");
}

#[test]
fn giver_can_be_chosen_and_an_item_dropped() {
    let mut story = behind();
    story.press(Message::OfferOthers);
    assert_eq!(
        card(&story),
        [
            PROPOSED,
            "Finish 10:45",
            "Finish 10:50",
            "Hide other ways",
            "First opportunity 20 → 15, finish 10:45",
            "Drop Second opportunity, finish 10:38"
        ]
    );
    let mut dropped = story.clone();
    story.press("First opportunity 20 → 15, finish 10:45").survives_a_reload();
    assert_eq!(rail(&story)[1].1, "15 min");
    assert_eq!(finish(&story).0, "Ends about 10:45");

    dropped.press("Drop Second opportunity, finish 10:38").survives_a_reload();
    assert_eq!(finish(&dropped).0, "Ends about 10:38");
    assert!(dropped.offers("Next: Next steps"), "a dropped item is passed over");
    dropped.press("Undo dropping the item").survives_a_reload();
    assert!(dropped.offers("Next: Second opportunity"));
}

#[test]
fn card_goes_with_the_next_action() {
    for action in ["Finish 10:50", "Park", "Pause", "+1 min for this item", "Back", "Asked"] {
        let mut story = behind();
        story.press(action);
        assert_eq!(card(&story), Vec::<String>::new(), "{action}");
        assert_eq!(rail(&story)[2].1, "12 min", "{action}");
    }
}

#[test]
fn session_ahead_offers_the_minutes_to_the_item_that_goes_deep() {
    let mut story = Story::new();
    story.begin().watch(3).press("Next: First opportunity").watch(12).press("Next: Second opportunity");
    assert_eq!(
        card(&story),
        ["8 min to spare. Second opportunity 12 → 20, finish 10:45?", "Finish 10:45", "Finish 10:37"]
    );
    story.press("Finish 10:45").survives_a_reload();
    assert_eq!(finish(&story), ("Ends about 10:45".into(), Some("On time".into())));
    story.press(Message::ClockUndoExtend { minutes: coaching_session::domain::time::Minutes(8) });
    assert_eq!(finish(&story).0, "Ends about 10:37");
}

#[test]
fn item_that_gave_minutes_gets_them_back_first() {
    let mut story = behind();
    story.press(Message::OfferOthers).press("First opportunity 20 → 15, finish 10:45");
    story.press("Back").press("Skip");
    assert_eq!(card(&story), Vec::<String>::new(), "nobody saved a minute");
    story.watch(4).press("Next: Second opportunity");
    assert_eq!(card(&story)[0], "11 min to spare. Second opportunity 12 → 23, finish 10:45?");
}

#[test]
fn session_on_time_or_with_nothing_to_give_proposes_nothing() {
    let mut story = Story::new();
    story.begin().watch(5).press("Next: First opportunity");
    assert_eq!(card(&story), Vec::<String>::new(), "two minutes are no news");
    story.watch(40).press("Next: Second opportunity").press("Next: Next steps");
    assert_eq!(card(&story), Vec::<String>::new(), "protected items give nothing");
}

#[test]
fn late_start_counts_as_behind() {
    let mut story = Story::new();
    story.plan("Lee");
    story.now = TEN.plus(Span::minutes(4));
    story.press_start().watch(3).press("Next: First opportunity");
    assert_eq!(
        card(&story)[0],
        "4 min behind. First opportunity 20 → 17, Second opportunity 12 → 11, finish 10:45?"
    );
}

#[test]
fn link_of_a_shortened_session_holds_no_word_of_it() {
    let outline = |story: &mut Story| {
        story.press(Message::EndEarly).press(Message::SendTo { name: "Lee" });
        let link = story.press(Message::CopyWords).window().sent.clone().expect("a message").text;
        link.split('#').nth(1).map(str::len)
    };
    let (mut with, mut without) = (behind(), behind());
    with.press("Finish 10:45");
    assert_eq!(outline(&mut with), outline(&mut without));
}
