//! Editing the agenda of a planned session.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::time::Minutes;
use coaching_session::program::effect::Focus;
use coaching_session::program::event;
use coaching_session::program::state::field::{Field, ItemField};
use coaching_session::text::message::Message;

use super::Do::{Press, Watch};
use super::{rail, tell};
use crate::given::TEN;
use crate::seen;
use crate::story::Story;

fn editing() -> Story {
    let mut story = Story::new();
    story.plan("Lee").press(Message::AgendaEdit);
    story
}

fn titles(story: &Story) -> Vec<String> {
    seen::agenda(&story.view()).rows.iter().map(|row| row.title.value.to_string()).collect()
}

#[test]
fn every_edit_of_the_agenda_can_be_undone() {
    let mut story = editing();
    let before = titles(&story);
    story
        .fill(Message::ItemTitleLabel { number: 1 }, "Hell")
        .fill(Message::ItemTitleLabel { number: 1 }, "Hello")
        .survives_a_reload();
    story.fill(Message::ItemMinutesLabel { number: 2 }, "15").survives_a_reload();
    assert_eq!(&*seen::agenda(&story.view()).sum, "40 minutes: 5 fewer than the 45 you booked");
    story.press(Message::AddItem).survives_a_reload();
    assert!(matches!(story.window().focus, Some(Focus::Field(Field::Item(_, ItemField::Title)))));
    assert_eq!(
        titles(&story),
        ["Hello", "First opportunity", "Second opportunity", "New item", "Next steps", "Close"]
    );
    story
        .press(Message::MoveUp { title: "New item" })
        .press(Message::Remove { title: "Second opportunity" })
        .survives_a_reload();
    assert_eq!(story.window().focus, Some(Focus::Items));
    assert_eq!(titles(&story), ["Hello", "First opportunity", "New item", "Next steps", "Close"]);
    assert!(story.offers(Message::UndoRemoved));
    story.press(Message::UndoRemoved).press(Message::UndoMoved).press(Message::UndoAdded);
    story.press(Message::UndoEdited);
    assert_eq!(story.field(Message::ItemMinutesLabel { number: 2 }).0, "20");
    story.press(Message::UndoEdited);
    assert_eq!(titles(&story), before);
    assert!(seen::agenda(&story.view()).undo.is_off);
    story.press(Message::EditDone).survives_a_reload();
}

#[test]
fn the_protected_items_neither_go_nor_move_nor_shrink() {
    let mut story = editing();
    let view = story.view();
    let rows = &seen::agenda(&view).rows;
    for row in rows.iter().rev().take(2) {
        assert!(row.up.is_off && row.down.is_off && row.remove.is_none() && row.protected.is_some());
    }
    assert!(rows[2].down.is_off, "nothing moves behind them");
    story.fill(Message::ItemMinutesLabel { number: 5 }, "2");
    assert_eq!(
        story.field(Message::ItemMinutesLabel { number: 5 }),
        ("2".into(), Some("Enter a whole number from 3 to 90.".into()))
    );
}

#[test]
fn what_an_item_cannot_take_stays_in_its_field() {
    let mut story = editing();
    for typed in ["", "0", "91", "abc", "-5", "1.5"] {
        story.fill(Message::ItemMinutesLabel { number: 1 }, typed);
        assert_eq!(
            story.field(Message::ItemMinutesLabel { number: 1 }),
            (typed.into(), Some("Enter a whole number from 1 to 90.".into()))
        );
    }
    story.fill(Message::ItemTitleLabel { number: 1 }, "  ");
    assert_eq!(
        story.field(Message::ItemTitleLabel { number: 1 }),
        ("  ".into(), Some("Give the item a name.".into()))
    );
    let long = "x".repeat(2_001);
    story.fill(Message::ItemTitleLabel { number: 1 }, &long);
    assert_eq!(
        story.field(Message::ItemTitleLabel { number: 1 }),
        (long, Some("At most 2,000 characters: 1 too many.".into()))
    );
    story
        .fill(Message::ItemMinutesLabel { number: 1 }, "4")
        .fill(Message::ItemTitleLabel { number: 1 }, "Hello");
    assert_eq!(
        (
            story.field(Message::ItemMinutesLabel { number: 1 }).1,
            story.field(Message::ItemTitleLabel { number: 1 }).1
        ),
        (None, None)
    );
    story.press(Message::EditDone);
    assert_eq!(rail(&story)[0], ("Hello".into(), "4 min".into()));
}

#[test]
fn the_agenda_is_fitted_to_what_is_booked_or_says_why_not() {
    let mut story = editing();
    story
        .fill(Message::ItemMinutesLabel { number: 2 }, "5")
        .press(Message::Fit { booked: Minutes(45) })
        .survives_a_reload();
    assert_eq!(&*seen::agenda(&story.view()).sum, "45 minutes");
    assert!(!story.offers(Message::Fit { booked: Minutes(45) }));
    story.press(Message::UndoFitted);
    assert_eq!(story.field(Message::ItemMinutesLabel { number: 2 }).0, "5");
    story
        .press(Message::Remove { title: "First opportunity" })
        .press(Message::Remove { title: "Second opportunity" })
        .press(Message::Fit { booked: Minutes(45) });
    assert_eq!(
        seen::agenda(&story.view()).misfit.as_deref(),
        Some("These items fill 20 minutes at most. Add one, or plan less time.")
    );
    story.press(Message::AddItem);
    assert_eq!(seen::agenda(&story.view()).misfit, None);
}

#[test]
fn an_agenda_that_is_full_takes_no_more() {
    let mut story = editing();
    while story.offers(Message::AddItem) {
        story.press(Message::AddItem);
    }
    assert_eq!(titles(&story).len(), 30);
    story.send(event::Press::ItemAdded);
    assert_eq!(titles(&story).len(), 30);
    story.survives_a_reload();
}

#[test]
fn an_agenda_of_protected_items_alone_is_one_and_can_be_held() {
    let mut story = editing();
    for item in ["Open", "First opportunity", "Second opportunity"] {
        story.press(&format!("Remove: {item}"));
    }
    story.press(Message::EditDone);
    story.now = TEN;
    tell(
        &mut story,
        &[Press("Lee said yes: start"), Watch(5), Press("Next: Close"), Press("End the session")],
    );
}

#[test]
fn agenda_with_a_wrong_entry_stays_open_and_names_it() {
    let mut story = editing();
    story.fill(Message::ItemMinutesLabel { number: 2 }, "300");
    for leave in ["Done", "All sessions"] {
        story.press(leave);
        let view = story.view();
        let row = &seen::agenda(&view).rows[1];
        assert_eq!((&*row.minutes.value, row.minutes.complaint.is_some()), ("300", true), "{leave}");
        assert_eq!(
            story.window().focus,
            Some(Focus::Field(Field::Item(row.id, ItemField::Minutes))),
            "{leave}"
        );
    }
    story.fill(Message::ItemMinutesLabel { number: 2 }, "12").press(Message::EditDone);
    assert_eq!(&*seen::planned(&story.view()).rail[1].minutes, "12 min");
}

#[test]
fn something_wrong_in_an_item_that_is_gone_holds_nobody() {
    let mut story = editing();
    story.reload().open_window_alike();
    story.in_window(0).fill(Message::ItemMinutesLabel { number: 2 }, "300");
    story.in_window(1).press(Message::Remove { title: "First opportunity" });
    story.in_window(0).press(Message::BackHome);
    assert!(story.offers(Message::PlanOne), "{:?}", seen::names(&story.view()));
}
