//! The list of sessions: order, deletion and undo.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::time::Span;
use coaching_session::present::ScreenView;
use coaching_session::present::screens::home::Group;
use coaching_session::program::event::Event;
use coaching_session::text::message::Message;

use super::pairs;
use crate::given::TEN;
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
    assert_eq!(deleted(&story), ["The session with Lee, Thu 14 May, 10:00, has been deleted."]);
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

#[test]
fn each_of_several_deletions_has_an_undo_of_its_own() {
    let mut story = Story::new();
    for date in ["2026-05-20", "2026-05-21", "2026-05-22"] {
        story.press(Message::PlanOne).fill(Message::SellerLabel, "Lee").fill(Message::DateLabel, date);
        story.fill(Message::TimeLabel, "10:00").press(Message::FormSubmit).press(Message::BackHome);
    }
    story.delete_first();
    for _ in 0..2 {
        // The page stays open while it lists a session.
        let delete = seen::home(&story.view()).groups[0].rows[0].delete.clone();
        story.send(delete.unwrap().press);
    }
    assert_eq!(listed(&story), Vec::<String>::new());
    let statements = deleted(&story);
    assert_eq!(statements.len(), 3);
    let second = seen::home(&story.view()).deleted[1].notice.clone();
    story.send(second.actions[0].press);
    assert_eq!(deleted(&story), [statements[0].clone(), statements[2].clone()]);
    assert_eq!(listed(&story).len(), 1);
    let view = story.view();
    let when = &seen::home(&view).groups[0].rows[0].when;
    assert!(second.text.contains(&**when), "{} for {when}", second.text);
    story.press(Message::Undo).press(Message::Undo);
    assert_eq!(listed(&story), ["Lee"]);
    let page = story.open_first_page().view();
    assert_eq!(seen::home(&page).groups[0].rows.len(), 3);
    assert_eq!(deleted(&story), Vec::<String>::new());
    story.survives_a_reload();
}

#[test]
fn undo_of_a_deletion_ends_once_another_screen_opens() {
    let mut story = Story::new();
    story.plan("Ana").press(Message::BackHome).plan("Bo").press(Message::BackHome);
    story.delete_first();
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
fn list_is_ordered_by_date_and_a_passed_one_stays() {
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
    let expected = [("This week", "Cy Lee Bo"), ("Later", "Ana")];
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

#[test]
fn own_step_is_ticked_on_the_list_and_its_owner_alone_may() {
    let mut story = Story::new();
    story
        .begin()
        .press(Message::WriteNextStep)
        .fill(Message::NextStepLabel, "Ask for the slot")
        .press(Message::ManagerUnknown);
    story.press(Message::Keep).press(Message::WriteNextStep).fill(Message::NextStepLabel, "Call Dana");
    story.press("Lee").press(Message::Keep).press(Message::EndEarly).press(Message::BackHome);
    let steps = |story: &Story| -> Vec<String> {
        let view = story.view();
        let rows = seen::home(&view).lists.iter().flat_map(|list| &list.rows);
        rows.map(|row| row.words.to_string()).collect()
    };
    assert_eq!(steps(&story), ["Ask for the slot"], "the seller's step is the seller's to tick");
    assert!(!story.offers("Drop it: Ask for the slot"));
    story.press("Done: Ask for the slot");
    assert_eq!(steps(&story), ["Ask for the slot"], "nothing moves under the pointer");
    story.press("Done: Ask for the slot").reload();
    assert_eq!(steps(&story), ["Ask for the slot"], "a second press takes it back");
    story.press("Done: Ask for the slot").reload();
    assert_eq!(steps(&story), Vec::<String>::new());
}

#[test]
fn step_is_carried_over_once_and_then_stays_in_its_session() {
    let mut story = Story::new();
    story
        .begin()
        .press(Message::WriteNextStep)
        .fill(Message::NextStepLabel, "Ask for the slot")
        .press(Message::ManagerUnknown);
    story.press(Message::Keep).press(Message::EndEarly);
    let more = |story: &Story| -> Vec<String> {
        let view = story.view();
        let rows = seen::home(&view).lists.iter().flat_map(|list| &list.rows);
        rows.map(|row| row.more.as_deref().unwrap_or_default().to_owned()).collect()
    };
    for (day, expected) in
        [(28, vec!["Agreed with Lee, Thu 14 May · Still worth doing, or drop it?".to_owned()]), (29, vec![])]
    {
        story.press(Message::AnotherTime);
        story.fill(Message::DateLabel, &format!("2026-05-{day}")).press(Message::FormSubmit);
        story.now = story.now.plus(Span::minutes(14 * 24 * 60));
        story.press_start().press(Message::EndEarly).press(Message::BackHome);
        assert_eq!(more(&story), expected);
        story.open_first_of_page();
    }
}

#[test]
fn person_without_a_date_is_booked_by_one_press_on_the_list() {
    let mut story = Story::new();
    story.begin().press(Message::EndEarly).press(Message::BackHome);
    let view = story.view();
    let row = &seen::home(&view).groups[0].rows[0];
    assert_eq!(&*seen::home(&view).groups[0].heading, "No date yet");
    let slots: Vec<&str> = row.slots.iter().map(|slot| &*slot.label).collect();
    assert_eq!(slots.len(), 2, "{slots:?}");
    story.press(&format!("Book {} with Lee", slots[0]));
    assert!(seen::planned(&story.view()).when.contains("10:00"));
    story.press(Message::BackHome);
    assert_eq!(&*seen::home(&story.view()).groups[0].heading, "Later");
}

#[test]
fn list_has_a_line_for_each_person_and_the_page_has_the_rest() {
    let mut story = Story::new();
    story.begin().press(Message::EndEarly).press(Message::BackHome);
    for date in ["2026-05-21", "2026-05-28"] {
        story.press(Message::PlanOne).fill(Message::SellerLabel, "Lee").fill(Message::DateLabel, date);
        story.fill(Message::TimeLabel, "10:00").press(Message::FormSubmit).press(Message::BackHome);
    }
    assert_eq!(listed(&story), ["Lee"]);
    let view = story.view();
    let row = &seen::home(&view).groups[0].rows[0];
    assert_eq!((&*row.when, &*row.detail, &*row.open.label), ("Thu 21 May, 10:00", "No topic yet", "Open"));
    assert_eq!(row.delete, None);
    let view = story.open_first_page().view();
    let rows: Vec<_> =
        seen::home(&view).groups.iter().map(|group| (&*group.heading, group.rows.len())).collect();
    assert_eq!(rows, [("Next", 2), ("Held", 1)]);
    assert_eq!(&*seen::home(&view).groups[1].rows[0].detail, "Early opportunity");
}

#[test]
fn passed_date_stays_in_its_place_and_asks_if_it_happened() {
    let mut story = Story::new();
    story.plan("Lee").press(Message::BackHome);
    story.now = TEN.plus(Span::minutes(60));
    let view = story.view();
    let group = &seen::home(&view).groups[0];
    assert_eq!((&*group.heading, &*group.rows[0].open.label), ("This week", "Did it happen?"));
    let open = group.rows[0].open.press;
    story.send(open);
    seen::planned(&story.view());
}

#[test]
fn seller_whose_only_session_was_let_go_stays_on_the_list() {
    let mut story = Story::new();
    story.plan("Jonas");
    story.now = TEN.plus(Span::minutes(3 * 24 * 60));
    story.press(Message::HappenedNot).survives_a_reload();
    let undated = |story: &Story| {
        let view = story.view();
        let groups = &seen::home(&view).groups;
        let of = groups.iter().find(|group| &*group.heading == "No date yet");
        of.map(|group| {
            group.rows.iter().map(|row| (row.seller.to_string(), row.slots.len())).collect::<Vec<_>>()
        })
    };
    assert_eq!(undated(&story), Some(vec![("Jonas".to_owned(), 2)]));
    let mut back = story.clone();
    let mut off = story.clone();
    // Brought back, the session asks its question again, and the waiting is over.
    let restore = seen::actions(&back.view()).into_iter().find(|action| &*action.label == "Undo");
    if let Some(restore) = restore {
        back.send(restore.press);
        assert_eq!(undated(&back), None);
    }
    // A press on a date books it, and once that session is deleted, nobody waits any more.
    let slot = seen::home(&story.view()).groups[0].rows[0].slots[0].press;
    story.send(slot);
    assert!(seen::planned(&story.view()).head.title.contains("Jonas"));
    story.press(Message::Delete);
    assert_eq!(undated(&story), None, "what was planned by mistake leaves nobody behind");
    // The page of a seller without a session takes the seller off the list.
    off.press(Message::HomeOf { seller: "Jonas" });
    assert_eq!(
        seen::home(&off.view()).bare.as_ref().map(|bare| &*bare.text),
        Some("Nothing is booked with Jonas.")
    );
    off.press(Message::TakeOff { seller: "Jonas" }).survives_a_reload();
    assert_eq!(undated(&off), None);
}

#[test]
fn further_sessions_of_a_seller_are_one_press_away() {
    let mut story = Story::new();
    for date in ["2026-05-14", "2026-05-21", "2026-06-18"] {
        story.press(Message::PlanOne).fill(Message::SellerLabel, "Priya").fill(Message::DateLabel, date);
        story.fill(Message::TimeLabel, "10:00").press(Message::FormSubmit).press(Message::BackHome);
    }
    story.plan("Tom").press(Message::BackHome);
    let more = |story: &Story| -> Vec<(String, Option<String>)> {
        let view = story.view();
        let rows = seen::home(&view).groups.iter().flat_map(|group| &group.rows);
        rows.map(|row| (row.seller.to_string(), row.more.as_ref().map(|more| more.label.to_string())))
            .collect()
    };
    let mut found = more(&story);
    found.sort();
    assert_eq!(found, [("Priya".to_owned(), Some("+2 more".to_owned())), ("Tom".to_owned(), None)]);
    story.press(Message::RowMoreLong { count: 2, seller: "Priya" });
    assert_eq!(seen::home(&story.view()).groups[0].rows.len(), 3);
}

#[test]
fn row_of_a_seller_opens_the_last_session_that_was_held() {
    let mut story = Story::new();
    story.begin().press(Message::EndEarly).press(Message::BackHome);
    let last = |story: &Story| {
        let view = story.view();
        let rows = seen::home(&view).groups.iter().flat_map(|group| &group.rows);
        rows.map(|row| row.last.as_ref().map(|last| last.label.to_string())).collect::<Vec<_>>()
    };
    assert_eq!(last(&story), [Some("Record of Thu 14 May: not sent yet".to_owned())], "beside offered dates");
    story.plan("Lee").press(Message::BackHome).plan("Tom").press(Message::BackHome);
    let mut found = last(&story);
    found.sort();
    assert_eq!(found, [None, Some("Last: Thu 14 May".to_owned())], "beside the next date, too");
    story.press("Last: Thu 14 May: Lee");
    assert!(matches!(story.view().screen, ScreenView::Over(_)));
}

#[test]
fn empty_list_explains_and_its_sample_goes_by_one_press() {
    let mut story = Story::new();
    let view = story.view();
    let empty = seen::home(&view).empty.clone().expect("nothing is booked");
    assert_eq!(empty.how.len(), 3);
    story.press(Message::SampleOpen);
    assert_eq!(listed(&story), ["Lee (sample)"]);
    let view = story.view();
    assert_eq!(&*seen::home(&view).groups[0].rows[0].detail, "Northwind has gone quiet since the trial");
    assert_eq!(seen::home(&view).lists.len(), 1, "a step of one's own to tick");
    story.survives_a_reload().press(Message::SampleRemove);
    assert!(seen::home(&story.view()).empty.is_some());
    assert!(!format!("{:?}", story.storage.records).contains("Northwind"));
    story.survives_a_reload().press(Message::SampleOpen);
    assert_eq!(listed(&story), ["Lee (sample)"], "it can come again");
}

#[test]
fn pasted_text_outlives_a_reload_until_a_link_is_opened() {
    let mut story = Story::new();
    story.plan("Lee").invite("Lee").press(Message::CopyLink);
    let link = story.window().copied.clone().unwrap();
    story.press(Message::BackHome).fill(Message::PastedTitle, "a mail without a link").reload();
    assert_eq!(story.field(Message::PastedTitle).0, "a mail without a link");
    story.fill(Message::PastedTitle, &link).press(Message::OpenIt).press(Message::BackToSession);
    story.press(Message::BackHome).reload();
    assert_eq!(story.field(Message::PastedTitle).0, "");
    assert!(!story.storage.records.keys().any(|name| name.starts_with("draft-pasted")));
}

#[test]
fn another_way_of_writing_a_name_renames_nobody() {
    let mut story = Story::new();
    story.plan("Lee Park").press(Message::BackHome).plan("LEE PARK").press(Message::BackHome);
    assert_eq!(listed(&story), ["Lee Park"]);
}

#[test]
fn managers_page_of_a_seller_suggests_no_session_with_oneself() {
    let mut maria = Story::new();
    maria.plan("Lee").invite("Lee").press(Message::CopyLink);
    let mut lee = Story::elsewhere();
    lee.send(Event::LinkOpened(maria.window().copied.clone().unwrap())).press(Message::NotYetBring);
    lee.press(Message::EditDone).press(Message::BackHome).open_first_page().press(Message::PlanOne);
    assert_eq!(lee.field(Message::SellerLabel).0, "");
}

#[test]
fn list_in_the_place_of_a_deleted_session_opens_links() {
    let mut story = Story::new();
    story.plan("Lee").invite("Lee").press(Message::CopyLink).press(Message::EditDone);
    let link = story.window().copied.clone().unwrap();
    story.open_window("Europe/Berlin");
    story.in_window(1).open_first_of_page().press(Message::Delete).in_window(0).deliver();
    story.fill(Message::PastedTitle, &link).press(Message::OpenIt);
    assert!(matches!(story.view().screen, ScreenView::Sheet(_)));
}

#[test]
fn removed_sample_can_be_brought_back() {
    let mut story = Story::new();
    story.press(Message::SampleOpen).press(Message::SampleRemove);
    let view = story.view();
    let told: Vec<_> = seen::home(&view).deleted.iter().map(|deleted| &*deleted.notice.text).collect();
    assert_eq!(told, ["The sample has been removed."], "one notice for both sessions");
    story.press(Message::Undo);
    assert_eq!(listed(&story), ["Lee (sample)"]);
    story.open_first_page();
    let rows = seen::home(&story.view()).groups.iter().map(|group| group.rows.len()).sum::<usize>();
    assert_eq!(rows, 2, "a session that was held, and a planned one");
    assert!(format!("{:?}", story.storage.records).contains("Northwind"));
}

#[test]
fn sample_under_another_name_is_a_seller_like_any_other() {
    let mut story = Story::new();
    story.press(Message::SampleOpen).press(Message::PlanOne);
    assert!(!story.offers("Lee (sample)"), "no name to plan with");
    story.press(Message::Cancel);
    let open = seen::home(&story.view()).groups[0].rows[0].open.press;
    story.send(open).press(Message::ChangePlan).fill(Message::SellerLabel, "Anna");
    story.press(Message::FormSubmitChange).press(Message::BackHome);
    assert_eq!(listed(&story), ["Anna"]);
    assert!(!story.offers(Message::SampleRemove));
}

#[test]
fn text_that_is_no_link_stays_in_its_field() {
    let mut story = Story::new();
    story.fill(Message::PastedTitle, "no link at all").press(Message::OpenIt);
    story.press(Message::FileLeave).press(Message::PlanOne).press(Message::Cancel);
    assert_eq!(story.field(Message::PastedTitle).0, "no link at all");
}

#[test]
fn step_that_is_still_worth_doing_becomes_one_of_this_session() {
    let mut story = Story::new();
    story.begin().press(Message::WriteNextStep).fill(Message::NextStepLabel, "Ask for the slot").press("Lee");
    story.press(Message::Keep).press(Message::EndEarly);
    let meet = |story: &mut Story, date: &str| {
        story.press(Message::AnotherTime).fill(Message::DateLabel, date).press(Message::FormSubmit);
        story.now = story.now.plus(Span::minutes(7 * 24 * 60));
        story.press_start().press(Message::Next { title: "Look back" });
    };
    meet(&mut story, "2026-05-21");
    story.press("Not yet: Ask for the slot").press(Message::EndEarly);
    meet(&mut story, "2026-05-28");
    let notes = |story: &Story| seen::notes(&story.view()).unwrap().clone();
    assert!(format!("{:?}", notes(&story).left).contains("Still worth doing, or drop it?"));
    story.press("Still worth doing: Ask for the slot").survives_a_reload();
    assert_eq!(&*notes(&story).lists[0].rows[0].words, "Lee: Ask for the slot");
    story.press(Message::EndEarly);
    meet(&mut story, "2026-06-04");
    assert_eq!(notes(&story).left[0].rows.len(), 1, "the new one, and not the old one as well");
}
