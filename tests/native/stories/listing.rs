//! The list of sessions: order, deletion and undo.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::present::screens::home::Group;
use coaching_session::text::message::Message;

use super::pairs;
use crate::seen;
use crate::story::Story;

#[test]
fn deleted_session_leaves_id_and_date_and_can_return() {
    let mut story = Story::new();
    story
        .press(Message::PlanOne)
        .press(Message::DefaultsChange)
        .fill(Message::PlaceLabel, "Room 4")
        .fill(Message::SellerLabel, "Lee");
    story.fill(Message::DateLabel, "2026-05-14").fill(Message::TimeLabel, "10:00").press(Message::FormSubmit);
    let before = story.view();
    story.press(Message::Delete);
    let (_, record) = story.session_record();
    for gone in ["Room 4", "Lee", "2026-05-14", "agenda", "Berlin"] {
        assert!(!record.contains(gone), "{gone}: {record}");
    }
    assert!(seen::home(&story.view()).empty.is_some());
    assert_eq!(deleted(&story), ["The session with Lee, Thu 14 May, 10:00, is deleted."]);
    story.press(Message::Undo);
    let open = seen::home(&story.view()).groups[0].rows[0].open.press;
    story.send(open);
    assert_eq!(story.view(), before);
    story.survives_a_reload();
}

/// The statements of the list about deleted sessions.
fn deleted(story: &Story) -> Vec<String> {
    let view = story.view();
    seen::home(&view).deleted.iter().map(|deleted| deleted.notice.text.to_string()).collect()
}

/// The names on the list, sorted.
fn listed(story: &Story) -> Vec<String> {
    let view = story.view();
    let rows = seen::home(&view).groups.iter().flat_map(|group| &group.rows);
    let mut names: Vec<String> = rows.map(|row| row.seller.to_string()).collect();
    names.sort();
    names
}

/// Deletes the first session of the list.
fn delete_first(story: &mut Story) {
    let press = seen::home(&story.view()).groups[0].rows[0].delete.press;
    story.send(press);
}

#[test]
fn each_of_several_deletions_has_an_undo_of_its_own() {
    let mut story = Story::new();
    for seller in ["Ana", "Bo", "Cy"] {
        story.plan(seller).press(Message::BackHome);
    }
    for _ in 0..3 {
        delete_first(&mut story);
    }
    assert_eq!(listed(&story), Vec::<String>::new());
    let statements = deleted(&story);
    assert_eq!(statements.len(), 3);
    let second = seen::home(&story.view()).deleted[1].notice.clone();
    story.send(second.actions[0].press);
    assert_eq!(deleted(&story), [statements[0].clone(), statements[2].clone()]);
    assert_eq!(listed(&story).len(), 1);
    assert!(second.text.contains(&listed(&story)[0]), "{} for {:?}", second.text, listed(&story));
    story.press(Message::Undo).press(Message::Undo);
    assert_eq!(listed(&story), ["Ana", "Bo", "Cy"]);
    assert_eq!(deleted(&story), Vec::<String>::new());
    story.survives_a_reload();
}

#[test]
fn undo_of_a_deletion_ends_once_another_screen_opens() {
    let mut story = Story::new();
    story.plan("Ana").press(Message::BackHome).plan("Bo").press(Message::BackHome);
    delete_first(&mut story);
    assert_eq!(deleted(&story).len(), 1);
    let open = seen::home(&story.view()).groups[0].rows[0].open.press;
    story.send(open).press(Message::BackHome);
    assert_eq!(deleted(&story), Vec::<String>::new());
}

#[test]
fn a_deletion_stays_after_a_reload() {
    let mut story = Story::new();
    story.plan("Lee").press(Message::Delete).reload();
    assert!(seen::home(&story.view()).empty.is_some());
    assert!(!story.offers(Message::Undo));
}

#[test]
fn the_list_begins_with_what_is_on_and_then_what_is_next() {
    let mut story = Story::new();
    for (seller, date) in [("Ana", "2026-05-20"), ("Bo", "2026-05-15"), ("Cy", "2026-05-12")] {
        story
            .press(Message::PlanOne)
            .fill(Message::SellerLabel, seller)
            .fill(Message::DateLabel, date)
            .fill(Message::TimeLabel, "10:00");
        story.press(Message::FormSubmit).press(Message::BackHome);
    }
    story.begin().press(Message::BackHome).survives_a_reload();
    let view = story.view();
    let rows =
        |group: &Group| group.rows.iter().map(|row| row.seller.to_string()).collect::<Vec<_>>().join(" ");
    let groups: Vec<_> =
        seen::home(&view).groups.iter().map(|group| (group.heading.to_string(), rows(group))).collect();
    let expected = [("On now", "Lee"), ("Next", "Bo Ana"), ("The date has passed", "Cy")];
    assert_eq!(groups, pairs(&expected));
}

#[test]
fn file_opens_although_the_open_session_was_deleted() {
    let mut story = Story::new();
    story.plan("Ana").press(Message::BackHome).plan("Lee").press(Message::BackHome);
    let everything = story.saved(Message::SaveFile);
    let lee = seen::home(&story.view()).groups[0].rows[1].open.press;
    story.send(lee).press(Message::AgendaEdit).reload().open_window("Europe/Berlin");
    story.in_window(0).press(Message::EditDone).press(Message::Delete).in_window(1);
    let view = story.view();
    assert_eq!(&*seen::home(&view).heading, "Your coaching sessions", "the list stands in for what is gone");
    story.open_file(&everything);
    seen::file(&story.view());
}

#[test]
fn there_is_nothing_to_save_before_anything_was_written() {
    let mut story = Story::new();
    assert!(!story.offers(Message::SaveFile));
    assert!(story.plan("Lee").press(Message::BackHome).offers(Message::SaveFile));
}
