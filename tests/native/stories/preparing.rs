//! Preparing for a session: each party alone, on one machine.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::evidence::Source;
use coaching_session::domain::id::WriterId;
use coaching_session::domain::party::Party;
use coaching_session::domain::phrase::Phrase;
use coaching_session::domain::readiness::Handshake;
use coaching_session::domain::record::Record;
use coaching_session::domain::register::Register;
use coaching_session::domain::session::Session;
use coaching_session::domain::time::{Minutes, Span};
use coaching_session::present::parts::sheet::Entry;
use coaching_session::program::effect::Focus;
use coaching_session::program::event::{AlonePress, Press};
use coaching_session::program::state::field::{Field, PrepareField};
use coaching_session::text::message::Message;
use coaching_session::wire::stored::seal;

use crate::given::{TEN, minutes};
use crate::intl::env;
use crate::screens::prepared_by_seller;
use crate::seen;
use crate::story::{Named, News, Story, the_manager};

const SECRET: &str = "what nobody else may read";

fn seller() -> Story {
    let mut story = Story::new();
    story.plan("Lee").press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    story
}

fn session(story: &Story) -> Session {
    story.window().model.sessions().next().unwrap().clone()
}

/// All that there is to read on the screen of a preparation.
fn lines(story: &Story) -> Vec<String> {
    let view = story.view();
    seen::entries(seen::sheet(&view))
        .into_iter()
        .filter_map(|entry| match entry {
            Entry::Line(line) => Some(seen::read(line)),
            _ => None,
        })
        .collect()
}

#[test]
fn sellers_preparation_is_first_for_the_manager() {
    let mut story = seller();
    assert!(lines(&story).is_empty(), "nothing is put in the manager's mouth");
    story
        .fill(Message::TopicFirst, "The pilot at Ward & Co")
        .fill(Message::WorkedIfLabel, "I can say the first question")
        .press(Message::TopicAdd)
        .fill(Message::TopicNext, "The renewal")
        .press(Message::TopicAdd)
        .fill(Message::TopicParked, "The map")
        .press(Message::EvidenceAdd)
        .fill(Message::EvidenceLabel, "Three people were in the room")
        .press(Message::Seen)
        .fill(Message::LeaveLabel, "The price")
        .survives_a_reload()
        .press(Message::ReadySeller)
        .survives_a_reload();
    let session = session(&story);
    let half = session.seller_half().unwrap();
    assert_eq!(half.topics.iter().map(|topic| topic.id).collect::<Vec<_>>(), [0, 1, 2]);
    assert_eq!(half.evidence[0].source, Source::Seen);
    story.press(Message::PrepareOwn).press(Message::IAm { name: &the_manager() });
    assert_eq!(
        lines(&story),
        [
            "The pilot at Ward & Co (To walk away with: I can say the first question)",
            "The renewal",
            "The map (Saved for next time)",
            "Three people were in the room (Seen first-hand)",
            "Off the table: The price",
            "Is it qualified? What is the budget? How big is it? Is the form filled in?",
        ]
    );
}

#[test]
fn what_was_prepared_is_there_again_and_what_is_emptied_is_gone() {
    let mut story = seller();
    story
        .fill(Message::TopicFirst, "One")
        .press(Message::TopicAdd)
        .fill(Message::TopicNext, "Two")
        .press(Message::NotReady)
        .press(Message::PrepareAs { name: "Lee" })
        .press(Message::IAm { name: "Lee" })
        .survives_a_reload();
    assert_eq!(story.field(Message::TopicNext).0, "Two");
    story.fill(Message::TopicFirst, "").press(Message::NotReady);
    let half = session(&story).seller_half().unwrap().clone();
    let topics: Vec<_> = half.topics.iter().map(|topic| (topic.id, topic.words.as_str())).collect();
    assert_eq!(topics, [(1, "Two")], "a topic keeps its name");
    assert_eq!(half.ready, None);
}

#[test]
fn leaving_keeps_what_is_written_and_the_word_that_was_given() {
    let mut story = seller();
    story.fill(Message::TopicFirst, "One").press(Message::ReadySeller);
    story
        .press(Message::PrepareAs { name: "Lee" })
        .press(Message::IAm { name: "Lee" })
        .fill(Message::TopicFirst, "Another")
        .press(Message::BackHome);
    let half = session(&story).seller_half().unwrap().clone();
    assert_eq!((half.topics[0].words.as_str(), half.ready.is_some()), ("Another", true));
    story
        .open_first()
        .press(Message::PrepareAs { name: "Lee" })
        .press(Message::IAm { name: "Lee" })
        .fill(Message::NoteLabel, SECRET);
    story.press(Message::HandOverTo { name: &the_manager() });
    assert_eq!(&*seen::decision(&story.view()).question, "The manager's turn");
    assert!(!format!("{:?}", story.view()).contains(SECRET), "the screen between the two shows nothing");
    story.press(Message::IAm { name: &the_manager() });
    assert!(!format!("{:?}", story.view()).contains(SECRET));
    story.press(Message::HandOverTo { name: "Lee" }).press(Message::IAm { name: "Lee" });
    assert_eq!(story.field(Message::NoteLabel).0, SECRET);
}

#[test]
fn too_long_text_keeps_the_preparation_open() {
    let long = "a".repeat(2_001);
    for leave in
        ["I'm ready for coaching", "Save, I'm not ready yet", "All sessions", "Hand over to the manager"]
    {
        let mut story = seller();
        story.fill(Message::WorkedIfLabel, &long).press(leave);
        let (value, complaint) = story.field(Message::WorkedIfLabel);
        assert_eq!(
            (value.len(), complaint.as_deref()),
            (2_001, Some("At most 2,000 characters: 1 too many."))
        );
        assert_eq!(
            story.window().focus,
            Some(Focus::Field(Field::Prepare(PrepareField::WorkedIf(0)))),
            "{leave}"
        );
        story.fill(Message::WorkedIfLabel, "b");
        assert_eq!(story.field(Message::WorkedIfLabel).1, None, "it is looked at again when it is sent");
        story.press(leave);
    }
}

#[test]
fn readiness_is_told_truthfully() {
    let says = |story: &Story| {
        seen::planned(&story.view())
            .parties
            .iter()
            .map(|party| party.statement.to_string())
            .collect::<Vec<_>>()
    };
    let mut story = Story::new();
    story.plan("Lee");
    assert_eq!(says(&story), ["Nothing from Lee yet", "You haven't prepared yet"]);
    story
        .press(Message::PrepareAs { name: "Lee" })
        .press(Message::IAm { name: "Lee" })
        .press(Message::ReadySeller);
    let ready = says(&story)[0].clone();
    assert!(ready.starts_with("Lee said “I’m ready” ("), "{ready}");
    story.press(Message::ChangePlan).fill(Message::TimeLabel, "11:00").press(Message::FormSubmitChange);
    assert!(says(&story)[0].starts_with("Lee was ready for the earlier plan ("), "{:?}", says(&story));
    story
        .press(Message::PrepareAs { name: "Lee" })
        .press(Message::IAm { name: "Lee" })
        .press(Message::ReadySeller);
    story
        .press(Message::PrepareOwn)
        .press(Message::IAm { name: &the_manager() })
        .press(Message::ReadyManager);
    assert_eq!(&*seen::planned(&story.view()).question, "You both said you're ready.");
    assert_eq!(says(&story), ["", ""], "one sentence says it of both");
    let mut near = story.clone();
    near.now = TEN.plus(minutes(60));
    let shown = near.view();
    let shown = seen::planned(&shown);
    let said = shown.say_to.as_deref().expect("words above the sentence to say");
    assert_eq!((said, &*shown.reason), ("Say to Lee:", "You both said you're ready."));
    story
        .press(Message::PrepareAs { name: "Lee" })
        .press(Message::IAm { name: "Lee" })
        .press(Message::NotReady);
    assert_eq!(says(&story)[0], "Nothing from Lee yet");
}

#[test]
fn the_start_puts_on_record_how_both_came_to_know() {
    let mut story = Story::new();
    story.plan("Lee");
    story.now = TEN;
    let handshake = |story: &Story| session(story).manager_half().unwrap().prepared.handshake;
    story.press_start().survives_a_reload();
    assert_eq!(handshake(&story), Some(Handshake::Together));
    story.press(Message::ClockUndoStart);
    assert_eq!(handshake(&story), None);
    story
        .press(Message::PrepareAs { name: "Lee" })
        .press(Message::IAm { name: "Lee" })
        .press(Message::ReadySeller);
    story
        .press(Message::PrepareOwn)
        .press(Message::IAm { name: &the_manager() })
        .press(Message::ReadyManager);
    story.press_start().survives_a_reload();
    assert_eq!(handshake(&story), Some(Handshake::Ready));
    story.press(Message::EndEarly);
    assert_eq!(seen::over(&story.view()).began.as_deref(), Some("You both said you were ready."));
}

#[test]
fn record_of_a_start_claims_nothing_that_nobody_said() {
    let mut story = Story::new();
    story.plan("Lee");
    story.now = TEN.plus(Span::minutes(3));
    story.press_start().press(Message::EndEarly);
    let view = story.view();
    assert_eq!(seen::over(&view).began, None);
    assert_eq!(&*seen::over(&view).when, "Thursday 14 May, 10:03 to 10:03");
    assert!(!format!("{:?}", story.view()).contains("both said"));
}

#[test]
fn finish_counts_lateness_from_the_booking() {
    for (minutes, finish, difference) in [
        (12, "Ends about 10:57", Some("12 min late · 10:45 planned")),
        (3, "Ends about 10:48", Some("3 min late · 10:45 planned")),
        // A minute or two is no news.
        (2, "Ends about 10:47", None),
        (0, "Ends about 10:45", Some("On time")),
        // Nobody saved the time before the booked start.
        (-5, "Ends about 10:40", None),
        (-60, "Ends about 09:45", None),
        // A session that starts on another day was moved.
        (-24 * 60, "Ends about 10:45", None),
    ] {
        let mut story = Story::new();
        story.plan("Lee");
        story.now = TEN.plus(Span::minutes(minutes));
        story.press_start();
        let view = story.view();
        let shown = &seen::run(&view).finish;
        assert_eq!((&*shown.statement, shown.difference.as_deref()), (finish, difference));
    }
    // More time than there was before the booked start is late by the booking.
    let mut story = Story::new();
    story.plan("Lee");
    story.now = TEN.plus(Span::minutes(-1));
    story.press_start().press(Message::ExtendByLong { minutes: Minutes(5) });
    let view = story.view();
    let shown = &seen::run(&view).finish;
    assert_eq!(&*shown.statement, "Ends about 10:49");
    assert_eq!(shown.difference.as_deref(), Some("4 min late · 10:45 planned"));
}

#[test]
fn start_far_from_the_booked_time_is_asked_about_once() {
    for (minutes, is_asked) in [
        (-64 * 24 * 60, true),
        (-61, true),
        (-60, false),
        (0, false),
        // Late on the same day is late, and no other session.
        (10 * 60, false),
        (24 * 60, true),
    ] {
        let mut story = Story::new();
        story.plan("Lee");
        story.now = TEN.plus(Span::minutes(minutes));
        let start = match minutes {
            46.. => "Start it now after all",
            -15.. => "Lee said yes: start",
            _ => "Start now",
        };
        story.press(start);
        assert_eq!(story.offers(Message::StartNow), is_asked, "{minutes}");
        if is_asked {
            assert_eq!(
                &*seen::notices(&story.view())[0].text,
                match minutes {
                    ..0 => "This session is booked for Thursday 14 May, 10:00. Start it now?",
                    0.. => "This session was booked for Thursday 14 May, 10:00. Start it now?",
                }
            );
            story.press(Message::StartNot);
            assert!(story.offers_start() && !story.offers(Message::StartNow));
            story.press(start).press(Message::StartNow);
        }
        assert_eq!(&*seen::run(&story.view()).title, "Open", "{minutes}");
    }
}

#[test]
fn passed_date_asks_if_the_session_happened() {
    let mut story = Story::new();
    story.plan("Lee");
    story.now = TEN.plus(Span::minutes(45));
    assert!(!story.offers(Message::HappenedYes), "not before it is over");
    story.now = TEN.plus(Span::minutes(3 * 24 * 60));
    let view = story.view();
    let asked = seen::planned(&view);
    assert_eq!((&*asked.question, &*asked.reason), ("Did it happen?", "This date has passed."));
    assert_eq!(
        asked.outcomes.as_ref().map(|outcomes| outcomes.lines.len()),
        Some(3),
        "what each answer does"
    );
    let names: Vec<_> = [&asked.next].into_iter().chain(&asked.second).map(|action| &*action.label).collect();
    assert_eq!(names, ["Yes, it happened", "Move it", "No, delete it", "Start it now after all"]);
    let markup = crate::drawn::markup(&story, "en");
    for before in [
        "Say it to Lee",
        "Before you go in",
        "Turn off notifications",
        "Invitation not sent yet",
        "said yes: start",
    ] {
        assert!(!markup.contains(before), "{before} is said before a start");
    }
    let (mut moved, mut gone) = (story.clone(), story.clone());
    moved.press(Message::HappenedMove);
    assert_eq!(&*seen::form(&moved.view()).heading, "Change the session");
    gone.press(Message::HappenedNot);
    assert!(gone.offers(Message::Undo), "it can be brought back");
    let view = story.view();
    assert_eq!(
        &*seen::planned(&view).next.label,
        "Yes, it happened",
        "the main button is about the question"
    );
    assert!(!story.offers(Message::ShareInvite { name: "Lee" }) && !story.offers(Message::NotToday));
    story.press(Message::HappenedYes).survives_a_reload();
    let view = story.view();
    assert_eq!(seen::over(&view).began.as_deref(), Some("Held without the clock."));
    assert_eq!(&*seen::over(&view).when, "Thursday 14 May, booked for 10:00 to 10:45");
    assert!(seen::over(&view).rows.is_empty(), "nobody counted minutes");
    assert!(story.offers(Message::WriteNextStep));
    story.press(Message::HappenedUndo);
    assert!(story.offers(Message::HappenedYes) && story.offers_start());
}

/// Returns the lines that the manager reads again, at 10:00 so many days after the first session of the story.
fn checklist_at_the_start(story: &Story, days: i64) -> Option<Vec<String>> {
    let mut near = story.clone();
    near.now = TEN.plus(minutes(days * 24 * 60));
    let checklist = seen::planned(&near.view()).checklist.clone();
    checklist.map(|checklist| checklist.lines.iter().map(ToString::to_string).collect())
}

#[test]
fn manager_reads_three_lines_again_before_the_start() {
    let mut story = Story::new();
    story.plan("Lee");
    assert_eq!(seen::planned(&story.view()).checklist, None, "the start is a day away");
    assert_eq!(
        checklist_at_the_start(&story, 0).unwrap(),
        [
            "Read what Lee sends, and bring one fact.",
            "Be curious about one thing. Don't make up your mind yet.",
            "Turn off notifications, and leave some time free afterwards."
        ],
        "a first session asks nothing about a last one"
    );
    story.now = TEN;
    story.press_start();
    let mut owing = story.clone();
    owing.press(Message::WriteNextStep).fill(Message::NextStepLabel, "Open the door");
    owing.press(Message::ManagerUnknown).press(Message::Keep);
    for story in [&mut story, &mut owing] {
        story.press(Message::EndEarly).press(Message::AnotherTime);
        story.fill(Message::DateLabel, "2026-05-21").press(Message::FormSubmit);
    }
    let lines = checklist_at_the_start(&story, 7).unwrap();
    assert_eq!(lines[2], "Turn off notifications, and leave some time free afterwards.", "nothing is owed");
    let lines = checklist_at_the_start(&owing, 7).unwrap();
    assert!(lines[2].ends_with("Do what you said you'd do, or say at the start that you haven't."));
}

/// The names of the boxes of the checklist.
fn boxes(story: &Story) -> Vec<String> {
    let view = story.view();
    let ticks = seen::entries(seen::sheet(&view)).into_iter().filter_map(|entry| match entry {
        Entry::Tick(tick) if matches!(tick.action.press, Press::Ticked(_)) => {
            Some(tick.action.label.to_string())
        }
        _ => None,
    });
    ticks.collect()
}

/// Prepares as the manager, for a session with the given seller.
fn manager_prepares(story: &mut Story) -> &mut Story {
    story.press(Message::PrepareOwn).press(Message::IAm { name: &the_manager() })
}

#[test]
fn removed_line_of_the_checklist_stays_away_everywhere() {
    const READ: &str = "Read what Lee sends, and bring one fact.";
    const WALK_AWAY: &str = "Be open to walking away from this deal. Don't ask for amounts or close dates.";
    let mut story = Story::new();
    story.plan("Lee");
    let before_start = |story: &Story| checklist_at_the_start(story, 0).map(|lines| lines.len());
    manager_prepares(&mut story);
    assert_eq!(boxes(&story).len(), 4);
    assert!(!story.offers(Message::CheckRemoveLong { line: READ }), "nothing to remove in the calm state");
    story.press(Message::CheckChange);
    assert!(boxes(&story).is_empty() && !story.offers(Message::CheckAll));
    story.press(Message::CheckRemoveLong { line: READ }).press(Message::CheckRemoveLong { line: WALK_AWAY });
    story
        .press(Message::CheckRemoveLong { line: "Be curious about one thing. Don't make up your mind yet." });
    story.press(Message::CheckBackLong { line: READ }).press(Message::CheckChanged);
    assert_eq!(boxes(&story), [READ, "Turn off notifications, and leave some time free afterwards."]);
    story.survives_a_reload().uncover();
    assert_eq!(boxes(&story).len(), 2);
    story.press(Message::NotReady);
    assert_eq!(before_start(&story), Some(2), "the lines before the start follow");

    // Every session of this person, with anybody; the lines of the sellers are theirs.
    story.press(Message::BackHome).plan("Ana");
    assert_eq!(before_start(&story), Some(2));
    story.press(Message::PrepareAs { name: "Ana" }).press(Message::IAm { name: "Ana" });
    assert_eq!(boxes(&story).len(), 4);
    let hard = "Expect hard questions about the work, not about you.";
    story.press(Message::CheckChange).press(Message::CheckRemoveLong { line: hard }).press(Message::NotReady);
    story.press(Message::BackHome).open_first();
    let seller = if seen::planned(&story.view()).head.title.contains("Ana") { "Ana" } else { "Lee" };
    story.press(Message::PrepareAs { name: seller }).press(Message::IAm { name: seller });
    assert_eq!(boxes(&story).len(), if seller == "Ana" { 3 } else { 4 });
    story.press(Message::NotReady);

    manager_prepares(&mut story).press(Message::CheckChange).press(Message::CheckAll);
    assert!(!story.offers(Message::CheckAll), "nothing is left to put back");
    story.press(Message::CheckChanged);
    assert_eq!(boxes(&story).len(), 4);
}

#[test]
fn all_lines_of_the_checklist_can_be_removed() {
    let mut story = Story::new();
    story.plan("Lee");
    manager_prepares(&mut story).press(Message::CheckChange);
    while let Some(press) = seen::actions(&story.view()).into_iter().find(|action| &*action.label == "Remove")
    {
        story.send(press.press);
    }
    story.press(Message::CheckChanged);
    assert!(boxes(&story).is_empty());
    story.press(Message::NotReady);
    assert_eq!(checklist_at_the_start(&story, 0), None, "no empty box before the start");
    // The next session asks about the last one in the line that was removed.
    story.now = TEN;
    story.press_start().press(Message::EndEarly).press(Message::AnotherTime);
    story.fill(Message::DateLabel, "2026-05-21").press(Message::FormSubmit);
    assert_eq!(checklist_at_the_start(&story, 7), None);
}

#[test]
fn lines_removed_in_two_windows_at_once_both_stay_away() {
    let mut story = Story::new();
    story.plan("Lee");
    manager_prepares(&mut story);
    let quiet = "Turn off notifications, and leave some time free afterwards.";
    story
        .press(Message::CheckChange)
        .press(Message::CheckRemoveLong { line: quiet })
        .press(Message::CheckChanged);
    story.open_window_alike();
    story.uncover();
    story.news = News::WhenDelivered;
    for (window, line) in [
        (0, "Read what Lee sends, and bring one fact."),
        (1, "Be curious about one thing. Don't make up your mind yet."),
    ] {
        story.in_window(window).press(Message::CheckChange).press(Message::CheckRemoveLong { line });
    }
    story.deliver();
    for window in [0, 1] {
        story.in_window(window).press(Message::CheckChanged);
        assert_eq!(boxes(&story).len(), 1, "{window}");
    }
}

#[test]
fn sellers_topic_is_pinned_to_its_item() {
    let mut story = seller();
    story
        .fill(Message::TopicFirst, "The pilot")
        .fill(Message::WorkedIfLabel, "I know whom to ask")
        .press(Message::NotReady);
    story.now = TEN;
    story.press_start();
    assert_eq!(seen::run(&story.view()).topic, None, "nothing is gone into yet");
    story.press(Message::Next { title: "First opportunity" });
    let topic = seen::run(&story.view()).topic.clone().unwrap();
    assert_eq!(seen::read(&topic), "The pilot (To walk away with: I know whom to ask)");
    story.press(Message::Next { title: "Second opportunity" });
    assert_eq!(seen::run(&story.view()).topic, None);
}

#[test]
fn ticks_are_ones_own_and_are_kept_at_once() {
    let mut story = seller();
    story
        .press(Message::Phrase(Phrase::CheckMyPick))
        .press(Message::Phrase(Phrase::CheckHelp))
        .survives_a_reload();
    let ticked = |story: &Story| -> Vec<String> {
        let view = story.view();
        let sections = &seen::sheet(&view).sections;
        let entries = sections.iter().flat_map(|section| &section.entries);
        entries
            .filter_map(|entry| match entry {
                Entry::Tick(tick) if tick.is_chosen => Some(tick.action.label.to_string()),
                _ => None,
            })
            .collect()
    };
    assert_eq!(
        ticked(&story),
        [
            "It's your choice. Say what you know and what you're guessing.",
            "Know what help you want and what's off the table."
        ]
    );
    story.press(Message::Phrase(Phrase::CheckMyPick));
    assert_eq!(ticked(&story), ["Know what help you want and what's off the table."]);
    story.press(Message::HandOverTo { name: &the_manager() }).press(Message::IAm { name: &the_manager() });
    assert_eq!(ticked(&story), Vec::<String>::new());
}

#[test]
fn what_is_private_is_in_no_record_of_a_session() {
    let mut story = prepared_by_seller();
    story.fill(Message::NoteLabel, SECRET).press(Message::ReadySeller);
    story
        .press(Message::PrepareOwn)
        .press(Message::IAm { name: "Wvk" })
        .fill(Message::NoteLabel, SECRET)
        .press(Message::ReadyManager);
    let holding: Vec<_> = story
        .storage
        .records
        .iter()
        .filter(|(_, record)| record.contains(SECRET))
        .map(|(name, _)| name)
        .collect();
    assert_eq!(holding.len(), 2, "{holding:?}");
    assert!(holding.iter().all(|name| name.starts_with("private-")), "{holding:?}");
    for (name, record) in story.storage.records.iter().filter(|(name, _)| name.starts_with("session/")) {
        assert!(!record.contains("check."), "a tick in {name}");
    }
    assert!(!format!("{:?}", story.view()).contains(SECRET), "the planned session shows none of it");
}

#[test]
fn a_deletion_takes_what_is_private_along_and_brings_it_back() {
    let mut story = seller();
    story.fill(Message::NoteLabel, SECRET).press(Message::NotReady).press(Message::Delete);
    assert!(!story.storage.records.values().any(|record| record.contains(SECRET)), "it is gone from storage");
    story
        .press(Message::Undo)
        .open_first()
        .press(Message::PrepareAs { name: "Lee" })
        .press(Message::IAm { name: "Lee" })
        .survives_a_reload();
    assert_eq!(story.field(Message::NoteLabel).0, SECRET);
}

#[test]
fn who_sees_the_screen_is_asked_and_kept() {
    let mut story = Story::new();
    story.plan("Lee");
    let asked = |story: &Story| seen::planned(&story.view()).screen.clone().unwrap();
    let chosen =
        |story: &Story| asked(story).options.iter().map(|option| option.is_chosen).collect::<Vec<_>>();
    assert_eq!(&*asked(&story).name, "Will Lee see this screen?");
    assert_eq!(chosen(&story), [true, false]);
    story.press(Message::No).survives_a_reload();
    assert_eq!(chosen(&story), [false, true]);
}

#[test]
fn managers_note_shows_only_on_an_unshared_screen() {
    for (answer, shown) in [("Yes, hide private notes", None), ("No", Some(SECRET))] {
        let mut story = Story::new();
        story.plan("Lee").press(Message::PrepareOwn).press(Message::IAm { name: &the_manager() });
        story.fill(Message::NoteLabel, SECRET).press(Message::NotReady).press(answer);
        story.now = TEN;
        story.press_start().survives_a_reload();
        assert_eq!(
            seen::alone(&story.view()).and_then(|alone| alone.own.first().map(|note| &**note)),
            shown,
            "{answer}"
        );
    }
}

#[test]
fn what_another_window_wrote_meanwhile_is_not_written_over() {
    let mut story = seller();
    story.fill(Message::TopicFirst, "Mine").fill(Message::NoteLabel, "my note");
    story.open_window_alike();
    story
        .in_window(1)
        .uncover()
        .fill(Message::TopicFirst, "Theirs")
        .fill(Message::LeaveLabel, "The price")
        .fill(Message::NoteLabel, "their note")
        .press(Message::ReadySeller);
    story.in_window(0).press(Message::BackHome);
    let half = session(&story).seller_half().unwrap().clone();
    let topics: Vec<_> = half.topics.iter().map(|topic| (topic.id, topic.words.as_str())).collect();
    assert_eq!(topics, [(0, "Theirs"), (1, "Mine")]);
    assert_eq!(half.leave_alone.as_ref().map(|words| words.as_str()), Some("The price"));
    story.open_first().press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    assert_eq!(story.field(Message::NoteLabel).0, "their note\nmy note");
}

#[test]
fn list_shows_the_sellers_topic_until_the_session_is_over() {
    let mut story = seller();
    story.fill(Message::TopicFirst, "The pilot").press(Message::NotReady).press(Message::BackHome);
    let topic = |story: &Story| seen::home(&story.view()).groups[0].rows[0].detail.to_string();
    assert_eq!(topic(&story), "The pilot");
    let open = seen::home(&story.view()).groups[0].rows[0].open.press;
    story.send(open);
    story.now = TEN;
    story.press_start().press(Message::EndEarly).press(Message::BackHome);
    assert_eq!(topic(&story), "", "what was brought is behind them");
}

#[test]
fn phrases_name_both_people_and_leave_no_placeholder() {
    let mut story = Story::new();
    story.plan("Lee").press(Message::PrepareOwn).press(Message::IAm { name: &the_manager() });
    assert!(story.offers("Read what Lee sends, and bring one fact."));
    let env = env("en");
    for phrase in Phrase::ALL {
        let said = env.say(&Message::PhraseOf { phrase: *phrase, seller: "Lee", manager: "Maria" });
        assert!(!said.contains(['@', '&']), "{said}");
        assert!(!said.contains("seller") && !said.contains("manager"), "{said}");
    }
}

/// A seller who brings these topics to a session of that type, with whom a manager then starts.
fn brings(type_name: &str, topics: &[&str]) -> Story {
    let mut story = Story::new();
    story.press(Message::PlanOne).press(Message::DefaultsChange).choose(Message::TypeLabel, type_name);
    story.fill(Message::OwnNameLabel, "Maria");
    story
        .fill(Message::SellerLabel, "Lee")
        .fill(Message::DateLabel, "2026-05-14")
        .fill(Message::TimeLabel, "10:00");
    story
        .press(Message::FormSubmit)
        .press(Message::PrepareAs { name: "Lee" })
        .press(Message::IAm { name: "Lee" });
    for (at, words) in topics.iter().enumerate() {
        if at > 0 {
            story.press(Message::TopicAdd);
        }
        let fields = seen::fields(&story.view());
        let id = format!("topic-{at}");
        let field = fields.iter().find(|field| *field.id == *id).unwrap();
        story.send(seen::typing(field, words));
    }
    story.fill(Message::WorkedIfLabel, "I know whom to ask").fill(Message::LeaveLabel, "The price");
    story.press(Message::NotReady);
    story.now = TEN;
    story
}

#[test]
fn topics_after_two_are_saved_and_offered_next_time() {
    for type_name in ["Early opportunity", "Late opportunity", "Call", "Account", "Territory"] {
        let mut story = brings(type_name, &["The pilot", "The map", "The moon"]);
        story.press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
        let labels: Vec<_> =
            seen::fields(&story.view()).iter().map(|field| field.label.to_string()).collect();
        let topics: Vec<_> = labels.iter().step_by(2).take(3).map(String::as_str).collect();
        assert_eq!(topics, ["What would help most?", "What else would help?", "Saved for next time"]);
        story.press(Message::NotReady);
        story.press(Message::PrepareOwn).press(Message::IAm { name: "Maria" });
        assert!(lines(&story).contains(&"The map".to_owned()), "{type_name}");
        assert!(lines(&story).contains(&"The moon (Saved for next time)".to_owned()), "{type_name}");
        story.press(Message::NotReady).press(Message::BackHome);
        assert_eq!(&*seen::home(&story.view()).groups[0].rows[0].detail, "The pilot · The map");
        let open = seen::home(&story.view()).groups[0].rows[0].open.press;
        story.send(open).press_start().survives_a_reload().press(Message::ClockUndoStart);
        story.press_start().press(Message::EndEarly);
        let parked: Vec<_> = session(&story).manager_half().unwrap().notes.all.clone();
        assert_eq!(parked.len(), 1, "{type_name}: it is parked once");
        story.press(Message::SummaryCopy);
        let copied = story.window().copied.clone().unwrap();
        assert!(copied.contains("\nParked\n- Lee: The moon \u{b7} next time\n"), "{copied}");
        assert_eq!(copied.matches("The moon").count(), 1, "{copied}");
        story.press(Message::BackHome).press(Message::HomeOf { seller: "Lee" });
        let lists = seen::home(&story.view()).lists.clone();
        assert_eq!((&*lists[0].heading, &*lists[0].rows[0].words), ("Parked", "Lee: The moon"));
        // The next session: the seller brings it with one press.
        story.press(Message::PlanOne).fill(Message::DateLabel, "2026-05-21");
        story.fill(Message::TimeLabel, "10:00").press(Message::FormSubmit);
        story.press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
        assert_eq!(lines(&story)[0], "The moon");
        story.press("Bring it: The moon").survives_a_reload();
        assert_eq!(story.field(Message::TopicFirst).0, "The moon");
        assert!(!story.offers("Bring it: The moon"), "it is there");
        story.press(Message::NotReady).press(Message::BackHome).open_first();
        story.now = TEN.plus(Span::minutes(7 * 24 * 60));
        story.press_start();
        let left = seen::notes(&story.view()).unwrap().left.clone();
        assert!(left.is_empty(), "a topic of today is no parked matter: {left:?}");
    }
}

#[test]
fn measure_of_a_saved_topic_comes_along() {
    let mut story = brings("Early opportunity", &["The pilot", "The map", "The moon"]);
    story.press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    let measures = |story: &Story| {
        let label = Message::WorkedIfLabel.words();
        seen::fields(&story.view()).into_iter().filter(|field| *field.label == *label).collect::<Vec<_>>()
    };
    let last = measures(&story).pop().expect("the measure of the third topic");
    story.send(seen::typing(&last, "I know whom to ask")).press(Message::NotReady);
    story.now = TEN;
    story.press_start().press(Message::EndEarly).press(Message::BackHome).press(Message::PlanOne);
    story.fill(Message::SellerLabel, "Lee").fill(Message::DateLabel, "2026-05-21");
    story.fill(Message::TimeLabel, "10:00").press(Message::FormSubmit);
    story.press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    story.press("Bring it: The moon").survives_a_reload();
    assert_eq!(story.field(Message::TopicFirst).0, "The moon");
    assert_eq!(story.field(Message::WorkedIfLabel).0, "I know whom to ask");
}

#[test]
fn agenda_without_its_first_slot_still_uses_the_first_topic() {
    let mut story = brings("Early opportunity", &["The pilot", "The map"]);
    story
        .press(Message::AgendaEdit)
        .press(Message::Remove { title: "First opportunity" })
        .press(Message::EditDone);
    story.press_start().press(Message::Next { title: "Second opportunity" });
    assert_eq!(seen::run(&story.view()).topic.as_ref().map(|line| &*line.words), Some("The pilot"));
}

/// Returns the lines of the band above the session, and true if the band offers to write them.
fn band(story: &Story) -> (Vec<String>, bool) {
    let view = story.view();
    let agreed = seen::run(&view).agreed.as_ref();
    let lines = agreed.iter().flat_map(|agreed| &agreed.lines).map(seen::read).collect();
    (lines, agreed.is_some_and(|agreed| agreed.write.is_some()))
}

#[test]
fn what_was_agreed_is_in_sight_until_the_close() {
    let mut story = brings("Early opportunity", &["The pilot", "The map"]);
    story.press_start();
    let all = ["The pilot (To walk away with: I know whom to ask)", "The map", "Off the table: The price"];
    assert_eq!(band(&story), (all.map(String::from).to_vec(), true));
    story.press(Message::Next { title: "First opportunity" });
    assert_eq!(band(&story), (vec![all[1].into(), all[2].into()], false), "its own stands with the item");
    story.press(Message::Next { title: "Second opportunity" }).press(Message::Next { title: "Next steps" });
    assert_eq!(band(&story), (all.map(String::from).to_vec(), false));
    story.press(Message::Next { title: "Close" }).survives_a_reload();
    assert_eq!(seen::run(&story.view()).agreed, None, "the questions name what Lee came for");
    let view = story.view();
    let asked = &seen::notes(&view).unwrap().closing.as_ref().unwrap().rows[0];
    assert_eq!(asked.more.as_deref(), Some("To walk away with: I know whom to ask"));
}

#[test]
fn unprepared_pair_agrees_at_the_start_and_is_asked_later() {
    let mut story = Story::new();
    story.begin();
    assert_eq!(band(&story), (vec![], true));
    story.watch(1).press(Message::AgreedWrite).survives_a_reload();
    assert_eq!(&*seen::sheet(&story.view()).heading, "What Lee brings");
    assert!(seen::sheet(&story.view()).sections.iter().all(|section| !section.is_private));
    assert!(!story.offers(Message::ReadySeller), "what was said at the start stands");
    story.fill(Message::TopicFirst, "The pilot").fill(Message::WorkedIfLabel, "I know whom to ask");
    story.press(Message::TopicAdd).fill(Message::TopicNext, "The map").press(Message::TopicAdd);
    story.fill(Message::TopicParked, "The moon").press(Message::Keep).survives_a_reload();
    assert_eq!(band(&story).0, ["The pilot (To walk away with: I know whom to ask)", "The map"]);
    assert_eq!(&*seen::notes(&story.view()).unwrap().lists[0].rows[0].words, "Lee: The moon");
    assert_eq!(session(&story).seller_half().unwrap().ready, None);
    assert_eq!(session(&story).manager_half().unwrap().prepared.handshake, Some(Handshake::Together));
    for _ in 0..3 {
        story.press(Message::Skip);
    }
    story
        .press(Message::Next { title: "Close" })
        .alone()
        .press(Message::HandOverTo { name: "Lee" })
        .press(Message::IAm { name: "Lee" });
    let heading = seen::sheet(&story.view()).sections[0].heading.clone();
    assert_eq!(heading.as_deref(), Some("Did you get what you came for?"));
}

#[test]
fn start_is_said_aloud_and_not_today_moves_the_date() {
    let mut story = Story::new();
    story.plan("Lee");
    let asks = |story: &Story| seen::planned(&story.view()).question.to_string();
    assert_eq!(asks(&story), "Nothing from Lee yet");
    let ahead = seen::planned(&story.view()).handshake.clone().expect("a reminder");
    assert_eq!(&*ahead, "Before you start, say to Lee: “This is coaching. Your deal, my questions. OK?”");
    assert!(story.offers("Start now") && story.offers(Message::ChangePlan));
    story.now = TEN;
    assert_eq!(asks(&story), "“This is coaching. Your deal, my questions. OK?”");
    assert_eq!(seen::planned(&story.view()).handshake, None, "it is said once");
    assert!(!story.offers(Message::ChangePlan), "one way to move it");
    story.press(Message::NotToday);
    assert_eq!(&*seen::form(&story.view()).heading, "Change the session");
    story
        .press(Message::FormLeave)
        .press(Message::PrepareAs { name: "Lee" })
        .press(Message::IAm { name: "Lee" })
        .press(Message::ReadySeller);
    story
        .press(Message::PrepareOwn)
        .press(Message::IAm { name: &the_manager() })
        .press(Message::ReadyManager);
    assert_eq!(asks(&story), "“This is coaching. Your deal, my questions. OK?”", "it is said all the same");
    assert!(story.offers_start() && story.offers(Message::NotToday));
}

#[test]
fn managers_private_area_is_hidden_and_shown_in_session() {
    let mut story = Story::new();
    story.begin();
    let listens = |story: &Story| seen::listen(&story.view()).is_some();
    assert!(!listens(&story));
    let peek = |story: &mut Story| story.press(Message::AloneShow).press(Message::AloneUnseen).now;
    let question = Message::AloneAsk { other: "Lee" };
    assert_eq!(env("en").say(&question).to_string(), "Can Lee see your screen right now?");
    story.press(Message::AloneShow);
    assert!(!listens(&story), "the question comes first");
    story.press(Message::AloneSeen);
    assert!(!listens(&story));
    peek(&mut story);
    assert!(listens(&story));
    story.press(Message::AloneHide);
    assert!(!listens(&story));
    // The contents hide by themselves: after a minute, at the next item, and after a reload.
    let begun = peek(&mut story);
    assert_eq!(story.window().wake, Some(begun.plus(Span::minutes(1))));
    story.watch(1);
    assert!(!listens(&story));
    peek(&mut story);
    story.press(Message::Next { title: "First opportunity" });
    assert!(!listens(&story));
    peek(&mut story);
    story.reload();
    assert!(!listens(&story));
}

#[test]
fn held_button_shows_what_is_private_until_released() {
    let mut story = Story::new();
    story.begin().send(Press::Alone(AlonePress::Held));
    assert!(seen::listen(&story.view()).is_some());
    story.send(Press::Alone(AlonePress::Released));
    assert!(seen::listen(&story.view()).is_none());
    story.press(Message::AloneShow).send(Press::Alone(AlonePress::Released));
    assert!(story.offers(Message::AloneUnseen), "a release answers no question");
}

#[test]
fn a_reload_covers_what_a_party_writes_on_a_machine_of_two() {
    let mut story = seller();
    story.fill(Message::TopicFirst, "The pilot").fill(Message::NoteLabel, SECRET).rest().reload();
    assert_eq!(&*seen::decision(&story.view()).question, "Lee's turn");
    assert!(!format!("{:?}", story.view()).contains(SECRET));
    story.press(Message::IAm { name: "Lee" });
    assert_eq!(story.field(Message::NoteLabel).0, SECRET);
    assert_eq!(story.field(Message::TopicFirst).0, "The pilot");
    story.reload().press(Message::BackToSession);
    let half = session(&story).seller_half().unwrap().clone();
    assert_eq!(half.topics[0].words.as_str(), "The pilot", "what was typed is kept");
    // On a device of the seller's own there is nobody else.
    let mut own = seller();
    let pair = session(&own).pair;
    let side = seal(&Register::new(WriterId(9), Record::Side(Party::Seller)));
    own.fill(Message::TopicFirst, "The pilot").rest();
    own.store(&format!("side/{pair}"), side);
    assert_eq!(own.reload().field(Message::TopicFirst).0, "The pilot");
    // The answers at the close are covered as well.
    story.now = TEN;
    story
        .press_start()
        .press(Message::EndEarly)
        .alone()
        .press(Message::HandOverTo { name: "Lee" })
        .press(Message::IAm { name: "Lee" });
    story.press(Message::Coaching).fill_differently(SECRET).reload();
    assert_eq!(&*seen::decision(&story.view()).question, "Lee's turn");
    story.press(Message::IAm { name: "Lee" });
    assert_eq!(story.field(Message::AskDifferently).0, SECRET);
}
