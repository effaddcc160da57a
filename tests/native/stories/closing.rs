//! The close of a session: two hidden answers that appear together, and the date of the next session.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::id::WriterId;
use coaching_session::domain::register::Written;
use coaching_session::domain::session::Session;
use coaching_session::domain::time::Span;
use coaching_session::present::parts::line::Line;
use coaching_session::present::parts::note_list::{Fold, NoteList, NoteRow};
use coaching_session::program::effect::Focus;
use coaching_session::text::message::Message;
use coaching_session::wire::key::WriterKey;
use coaching_session::wire::stored::{open, seal};

use crate::given::{TEN, text};
use crate::seen;
use crate::story::{News, Story};

/// Returns the lines of the close: heading, and each line with the answers of the two.
fn closing(story: &Story) -> Vec<String> {
    let view = story.view();
    let row = |row: &NoteRow| {
        let said = |line: &Line| format!("{}: {}", line.remark.as_ref().unwrap(), line.words);
        match &*row.beside.iter().map(said).collect::<Vec<_>>() {
            [] => row.words.to_string(),
            said => format!("{} ({})", row.words, said.join(" | ")),
        }
    };
    let notes = seen::notes(&view).unwrap();
    notes
        .closing
        .iter()
        .chain(&notes.next)
        .map(|list| format!("{}: {}", list.heading, list.rows.iter().map(row).collect::<Vec<_>>().join("; ")))
        .collect()
}

/// A session at its last item, of a seller who brought two topics.
fn at_the_close() -> Story {
    let mut story = Story::new();
    story
        .press(Message::PlanOne)
        .press(Message::DefaultsChange)
        .fill(Message::SellerLabel, "Lee")
        .fill(Message::DateLabel, "2026-05-14")
        .fill(Message::TimeLabel, "10:00")
        .fill(Message::OwnNameLabel, "Maria")
        .press(Message::FormSubmit);
    story.press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    story.fill(Message::TopicFirst, "The pilot").fill(Message::WorkedIfLabel, "I can ask for the room");
    story.press(Message::TopicAdd).fill(Message::TopicNext, "The renewal");
    story.press(Message::ReadySeller);
    story.now = TEN;
    story.press_start().alone();
    for name in ["Skip", "Skip", "Skip", "Skip", "Next: Close"] {
        if story.offers(name) {
            story.press(name);
        }
    }
    while !story.offers(Message::Finish) {
        let next = seen::names(&story.view()).into_iter().find(|name| name.starts_with("Next: "));
        story.press(&next.unwrap());
    }
    story
}

#[test]
fn answers_are_blind_until_both_are_in_and_then_both_are_seen() {
    let mut story = at_the_close();
    assert_eq!(closing(&story)[0], "How was it?: Lee hasn't answered yet.; Maria hasn't answered yet.");
    story.alone().press(Message::HandOverTo { name: "Lee" }).survives_a_reload();
    story.press(Message::IAm { name: "Lee" }).press(Message::Partly).press(Message::JustTalking);
    story.fill_differently("The quiet room").survives_a_reload().press(Message::AnswerIn);
    // The screen goes on to the one whose answer is missing.
    story.press(Message::IAm { name: "Maria" });
    let markup = crate::drawn::markup(&story, "en");
    assert!(!markup.contains("The quiet room"), "Maria must not read what Lee wrote");
    assert!(!markup.contains("aria-pressed=\"true\">Just talking"), "nor see what Lee chose");
    story.press(Message::AnswerLater);
    let mut early = story.clone();
    let copied = early.press(Message::Finish).press(Message::SummaryCopy).window().copied.clone().unwrap();
    assert!(!copied.contains("Lee: Partly"), "nobody has seen that yet: {copied}");
    assert_eq!(closing(&story)[0], "How was it?: Lee has answered.; Maria hasn't answered yet.");
    let markup = crate::drawn::markup(&story, "en");
    for word in ["The quiet room", "Just talking", "Partly"] {
        assert!(!markup.contains(word), "{word} is seen before both answered");
    }
    story
        .alone()
        .press(Message::AnswerAs { name: "Maria" })
        .press(Message::IAm { name: "Maria" })
        .fill_differently("Start on time");
    story.press(Message::AnswerIn).survives_a_reload();
    assert_eq!(
        closing(&story)[0],
        "How was it?: What should we do differently next time? (Lee: The quiet room | Maria: Start on time); \
         Did you get what you came for? (Lee: Partly); \
         Was that coaching, or just talking? (Lee: Just talking | Maria: Just talking)"
    );
    story.press(Message::Finish);
    assert!(closing(&story)[0].contains("Lee: Partly"), "it is still there when the session is over");
    let copied = story.press(Message::SummaryCopy).window().copied.clone().unwrap();
    for word in ["Partly", "Just talking", "quiet room", "Start on time"] {
        assert!(!copied.contains(word), "the answers stay with the two: {copied}");
    }
}

#[test]
fn answer_can_change_only_until_the_other_answer_is_in() {
    let mut story = at_the_close();
    story
        .alone()
        .press(Message::HandOverTo { name: "Lee" })
        .press(Message::IAm { name: "Lee" })
        .press(Message::Yes)
        .press(Message::AnswerIn);
    story
        .press(Message::BackToSession)
        .press(Message::AnswerAgain { name: "Lee" })
        .press(Message::IAm { name: "Lee" })
        .press(Message::Yes)
        .press(Message::Partly);
    story.press(Message::AnswerIn).press(Message::IAm { name: "Maria" });
    assert!(!story.offers(Message::AnswerIn), "nothing is no answer");
    story.press(Message::Coaching).press(Message::AnswerIn);
    assert!(closing(&story)[0].contains("(Lee: Partly)"), "{:?}", closing(&story));
    assert!(!story.offers(Message::AnswerAgain { name: "Lee" }));
    assert!(!story.offers(Message::AnswerAgain { name: "Maria" }));
}

#[test]
fn closing_text_is_kept_on_leaving_and_counts_only_once_sent() {
    let mut story = at_the_close();
    story
        .alone()
        .press(Message::HandOverTo { name: "Lee" })
        .press(Message::IAm { name: "Lee" })
        .press(Message::Coaching)
        .fill_differently("The walk");
    story.press(Message::BackHome).survives_a_reload();
    let open = seen::home(&story.view()).groups[0].rows[0].open.press;
    story.send(open);
    assert_eq!(closing(&story)[0], "How was it?: Lee hasn't answered yet.; Maria hasn't answered yet.");
    story.alone().press(Message::HandOverTo { name: "Lee" }).press(Message::IAm { name: "Lee" });
    assert_eq!(story.field(Message::AskDifferently).0, "The walk");
}

#[test]
fn what_is_too_long_stays_where_it_is_with_a_word_about_it() {
    let mut story = at_the_close();
    let long = "7".repeat(2_001);
    story
        .alone()
        .press(Message::HandOverTo { name: "Lee" })
        .press(Message::IAm { name: "Lee" })
        .fill_differently(&long);
    story.press(Message::AnswerIn);
    let (typed, complaint) = story.field(Message::AskDifferently);
    assert_eq!((typed, complaint.is_some()), (long, true));
    story.fill_differently("Shorter").press(Message::AnswerIn).press(Message::IAm { name: "Maria" });
}

#[test]
fn main_button_after_the_end_is_the_next_thing_to_do() {
    let mut story = Story::new();
    story.begin().press(Message::EndEarly);
    let main = |story: &Story| seen::main_after(&story.view());
    assert_eq!(main(&story), "Say how it was");
    story.press(Message::AnswerOwn);
    assert_eq!(story.window().focus, Some(Focus::Say));
    story.press("Lee: Yes").press("Lee: Coaching");
    assert_eq!(main(&story), "Say how it was", "the manager has not answered");
    story.press("The manager: Coaching");
    assert_eq!(main(&story), "Just Thu 11 Jun");
    story.press(Message::JustDate { when: "Thu 11 Jun" }).survives_a_reload();
    assert_eq!(main(&story), "Send to Lee");

    let mut alone = at_the_close();
    alone.press(Message::Finish);
    assert_eq!(main(&alone), "Hand over to Lee");
    let once = seen::names(&alone.view()).into_iter().filter(|name| name == "Hand over to Lee").count();
    assert_eq!(once, 1, "the main button stands in no list a second time");
}

/// The buttons that book.
fn slots(story: &Story) -> Vec<String> {
    let is_slot =
        |name: &String| name.starts_with("Just ") && name != "Just talking" || name.contains("of each month");
    seen::names(&story.view()).into_iter().filter(is_slot).collect()
}

#[test]
fn the_next_session_is_booked_by_one_press_on_its_date() {
    let mut story = at_the_close();
    // A Thursday: four weeks later.
    assert_eq!(slots(&story), ["Just Thu 11 Jun", "The second Thursday of each month at 10:00"]);
    story.press(Message::JustDate { when: "Thu 11 Jun" }).survives_a_reload();
    assert_eq!(closing(&story)[1], "Your next session: Booked: Thu 11 Jun, 10:00");
    assert!(slots(&story).is_empty(), "one is enough");
    assert_eq!(story.window().focus, Some(Focus::Notes));
    story.press(Message::Finish).press(Message::SummaryCopy);
    let copied = story.window().copied.clone().unwrap();
    assert!(
        copied.contains(
            "What Lee brought\n- The pilot · To walk away with: I can ask for the room\n- The renewal\n"
        ),
        "{copied}"
    );
    assert!(copied.contains("Your next session\nThu 11 Jun, 10:00 (Berlin time)\n\n"), "{copied}");
    assert!(copied.ends_with("\n\nCoaching notes. Not for appraisal.\n"), "{copied}");
    story.press(Message::OpenNext);
    let view = story.view();
    let planned = seen::planned(&view);
    assert!(planned.when.contains("11 June"), "{}", planned.when);
    let titles: Vec<String> = planned.rail.iter().map(|item| item.title.to_string()).collect();
    assert!(titles.contains(&"Look back".to_owned()), "there is something to look back on: {titles:?}");
}

#[test]
fn offered_dates_are_future_free_and_no_weekend() {
    let mut story = at_the_close();
    story.press(Message::AnotherTime).fill(Message::DateLabel, "2026-06-11").press(Message::FormSubmit);
    // It is booked; with another seller that hour is taken.
    story.press(Message::Delete);
    story.press(Message::PlanOne).fill(Message::SellerLabel, "Ana").fill(Message::DateLabel, "2026-06-11");
    story.fill(Message::TimeLabel, "10:00").press(Message::FormSubmit).press(Message::BackHome);
    let on = seen::home(&story.view()).groups[0].rows[0].open.press;
    story.send(on);
    assert_eq!(slots(&story), ["Just Thu 11 Jun, 11:00", "The second Thursday of each month at 10:00"]);
    story.press(Message::Finish);
    // Long after, the weeks go on from today.
    story.now = TEN.plus(Span::minutes(60 * 24 * 60));
    story.reload();
    let offered = slots(&story);
    assert_eq!(offered.len(), 2);
    assert!(offered[0].contains("Aug"), "{offered:?}");
}

#[test]
fn open_line_is_kept_when_the_screen_is_handed_over() {
    let mut story = at_the_close();
    story
        .press(Message::WriteNote)
        .fill(Message::SharedNoteLabel, "She nodded")
        .alone()
        .press(Message::HandOverTo { name: "Lee" });
    story.press(Message::BackToSession);
    let kept = |story: &Story| {
        seen::notes(&story.view()).unwrap().lists.iter().any(|list| &*list.heading == "Notes")
    };
    assert!(kept(&story));
    story.press(&slots(&story)[0]).press(Message::Finish);
    story.press(Message::WriteParked).fill(Message::ParkLabel, "The map").press(Message::OpenNext);
    let parked = story.storage.records.values().filter(|record| record.contains("The map")).count();
    assert_eq!(parked, 1);
}

#[test]
fn a_session_that_nobody_held_is_not_the_next_one() {
    let mut story = Story::new();
    story.plan("Lee").press(Message::BackHome);
    story.plan("Lee");
    story.now = TEN.plus(Span::minutes(24 * 60));
    story.press_start().press(Message::EndEarly);
    assert_eq!(closing(&story)[1], "Your next session: The next one is easiest to book now.");
    assert_eq!(slots(&story).len(), 2);
}

#[test]
fn a_date_that_is_moved_comes_on_no_weekend() {
    let mut story = Story::new();
    let friday = |story: &mut Story, seller: &str, date: &str| {
        story.press(Message::PlanOne).fill(Message::SellerLabel, seller).fill(Message::DateLabel, date);
        story.fill(Message::TimeLabel, "10:00").press(Message::FormSubmit);
    };
    friday(&mut story, "Ana", "2026-06-19");
    story.press(Message::BackHome);
    friday(&mut story, "Lee", "2026-05-15");
    story.now = TEN.plus(Span::minutes(24 * 60));
    story.press_start().press(Message::EndEarly);
    assert_eq!(slots(&story), ["Just Fri 19 Jun, 11:00", "The third Friday of each month at 10:00"]);
    story.press(Message::BackHome);
    let view = story.view();
    let rows = seen::home(&view).groups.iter().flat_map(|group| &group.rows);
    let offered: Vec<_> = rows.flat_map(|row| &row.slots).map(|slot| slot.label.to_string()).collect();
    assert_eq!(offered, ["Fri 19 Jun, 11:00", "Mon 22 Jun, 10:00"]);
}

#[test]
fn undo_of_the_start_keeps_answers_to_hand_in_again() {
    let mut story = at_the_close();
    story
        .alone()
        .press(Message::HandOverTo { name: "Lee" })
        .press(Message::IAm { name: "Lee" })
        .press(Message::Yes)
        .fill_differently("The pilot first")
        .press(Message::AnswerIn);
    story.press(Message::IAm { name: "Maria" }).fill_differently("Fewer slides").press(Message::AnswerIn);
    while !story.offers_start() {
        let undo = seen::names(&story.view()).into_iter().find(|name| name.starts_with("Undo the ")).unwrap();
        story.press(&undo);
    }
    story.survives_a_reload().press_start().press(Message::EndEarly);
    assert_eq!(closing(&story)[0], "How was it?: Lee has answered.; Maria hasn't answered yet.");
    story.press(Message::AnswerAgain { name: "Lee" }).press(Message::IAm { name: "Lee" });
    assert_eq!(story.field(Message::AskDifferently).0, "The pilot first");
    story.press(Message::AnswerIn).press(Message::IAm { name: "Maria" });
    assert_eq!(story.field(Message::AskDifferently).0, "Fewer slides");
    story.press(Message::AnswerIn);
    assert!(closing(&story)[0].contains("(Lee: Yes)"), "{:?}", closing(&story));
    assert!(closing(&story)[0].contains("| Maria: Fewer slides)"), "{:?}", closing(&story));
}

#[test]
fn late_window_changes_no_answer_once_both_are_in() {
    let mut story = at_the_close();
    story
        .alone()
        .press(Message::HandOverTo { name: "Lee" })
        .press(Message::IAm { name: "Lee" })
        .press(Message::Yes)
        .press(Message::AnswerIn);
    story.press(Message::BackToSession).reload().open_window_alike();
    story.in_window(1).press(Message::AnswerAgain { name: "Lee" }).press(Message::IAm { name: "Lee" });
    story
        .in_window(0)
        .alone()
        .press(Message::AnswerAs { name: "Maria" })
        .press(Message::IAm { name: "Maria" })
        .press(Message::Coaching)
        .press(Message::AnswerIn);
    story.in_window(1).press(Message::Partly).press(Message::AnswerLater);
    assert!(closing(&story)[0].contains("(Lee: Yes)"), "{:?}", closing(&story));
}

#[test]
fn choosing_between_two_writings_of_a_plan_loses_no_answer() {
    let mut story = at_the_close();
    story
        .alone()
        .press(Message::HandOverTo { name: "Lee" })
        .press(Message::IAm { name: "Lee" })
        .press(Message::Yes)
        .press(Message::AnswerIn);
    story.press(Message::BackToSession).reload().open_window_alike();
    story.news = News::WhenDelivered;
    story
        .in_window(0)
        .alone()
        .press(Message::AnswerAs { name: "Maria" })
        .press(Message::IAm { name: "Maria" })
        .press(Message::Coaching)
        .press(Message::AnswerIn)
        .press(Message::Pause);
    story
        .in_window(1)
        .press("+1 min for this item")
        .press(Message::WriteNote)
        .fill(Message::SharedNoteLabel, "She nodded")
        .press(Message::Keep);
    story.deliver();
    for choice in ["Use the other one", "Keep what is shown"] {
        let mut story = story.clone();
        story.press(choice);
        assert!(closing(&story)[0].contains("(Lee: Yes)"), "{choice}: {:?}", closing(&story));
    }
}

#[test]
fn concurrent_sellers_halves_are_kept_until_the_choice() {
    let mut story = Story::new();
    story.plan("Lee").reload().open_window_alike();
    story.news = News::WhenDelivered;
    for (window, topic) in [(0, "The pilot"), (1, "The renewal")] {
        story.in_window(window).press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
        story.fill(Message::TopicFirst, topic).press(Message::ReadySeller);
    }
    story.deliver();
    let brought = |story: &mut Story| {
        story.press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
        let brought = story.field(Message::TopicFirst).0;
        story.press(Message::NotReady);
        brought
    };
    let shown = brought(&mut story.clone());
    let other = if shown == "The pilot" { "The renewal" } else { "The pilot" };
    let versions = seen::notices(&story.view()).remove(0).versions;
    assert_eq!(versions.iter().map(|view| &*view.lines[0].words[0]).collect::<Vec<_>>(), [&*shown, other]);
    for (choice, kept) in [("Keep what is shown", shown.as_str()), ("Use the other one", other)] {
        let mut story = story.clone();
        story.press(choice).deliver();
        assert_eq!(brought(&mut story), kept, "{choice}");
        assert!(!story.offers(Message::KeepShown), "it is asked once");
    }
}

#[test]
fn close_on_one_screen_takes_six_presses() {
    let mut story = Story::new();
    story.begin().press(Message::WriteNextStep).fill(Message::NextStepLabel, "Call Dana").press("Lee");
    story.press(Message::Keep);
    while !story.offers(Message::Finish) {
        let next = seen::names(&story.view()).into_iter().find(|name| name.starts_with("Next: "));
        story.press(&next.unwrap());
    }
    story.press(Message::ThatsRight).press("Lee: Yes");
    assert!(!story.offers(Message::WriteDifferently));
    story.press("Lee: Coaching").press("The manager: Just talking");
    assert!(story.offers(Message::WriteDifferently), "somebody says that it was just talking");
    let slot = slots(&story)[0].clone();
    story.press(&slot).press(Message::Finish).survives_a_reload();
    assert_eq!(seen::main_after(&story.view()), "Send to Lee");
    let half = story.window().model.sessions().find_map(|session| session.manager_half().cloned());
    assert!(half.unwrap().notes.all.iter().all(|note| !note.is_unconfirmed()));
    // What to do differently opens the next session.
    story
        .press(Message::WriteDifferently)
        .fill(Message::AskDifferently, "Leave the forecast out")
        .press(Message::Keep);
    story.press(Message::OpenNext);
    story.now = TEN.plus(Span::minutes(28 * 24 * 60));
    story.press_start();
    assert!(format!("{:?}", seen::run(&story.view()).notes.left).contains("Leave the forecast out"));
    story.press(Message::BackHome).press(Message::HomeOf { seller: "Lee" });
    let view = story.view();
    let held = seen::home(&view).groups.iter().find(|group| &*group.heading == "Held").cloned();
    story.send(held.unwrap().rows[0].open.press);
    assert!(!closing(&story)[0].contains("Just talking"), "gone when the next session starts");
    assert_eq!(closing(&story).len(), 1, "{:?}", closing(&story));
}

#[test]
fn answer_said_aloud_can_be_changed_and_taken_back() {
    let mut story = at_the_close();
    let id = story.window().model.open_session().unwrap();
    story.send(coaching_session::program::event::Press::AloneSaid(id, false));
    story.press("Lee: Partly").press("Lee: Yes").press("Lee: Coaching").press("Maria: Coaching");
    let chosen = |story: &Story| -> Vec<String> {
        let view = story.view();
        let lists = &seen::notes(&view).unwrap().closing;
        let choices = lists.iter().flat_map(|list| &list.rows).flat_map(|row| &row.choices);
        choices
            .filter(|choice| choice.is_on == Some(true))
            .map(|choice| seen::name(&choice.action).to_owned())
            .collect()
    };
    assert_eq!(chosen(&story), ["Lee: Yes", "Lee: Coaching", "Maria: Coaching"]);
    story.press("Lee: Yes").survives_a_reload();
    assert_eq!(chosen(&story), ["Lee: Coaching", "Maria: Coaching"]);
}

#[test]
fn words_added_to_a_given_answer_count_once_handed_in() {
    let mut story = at_the_close();
    story
        .press(Message::HandOverTo { name: "Lee" })
        .press(Message::IAm { name: "Lee" })
        .press(Message::Coaching);
    story.press(Message::AnswerIn).press(Message::BackToSession);
    story.press(Message::AnswerAgain { name: "Lee" }).press(Message::IAm { name: "Lee" });
    story.fill_differently("Half a thought").press(Message::BackHome).open_first();
    assert!(closing(&story)[0].contains("Lee hasn't answered yet."), "{:?}", closing(&story));
}

#[test]
fn answers_written_alone_stay_hidden_on_a_shared_screen() {
    let mut story = at_the_close();
    let id = story.window().model.open_session().unwrap();
    let say = |story: &mut Story, name: &str, answer: &str, typed: &str| {
        let answers = if name == "Lee" { Message::HandOverTo { name } } else { Message::AnswerAs { name } };
        story.press(answers).press(Message::IAm { name }).press(answer);
        story.fill_differently(typed);
    };
    say(&mut story, "Maria", "Just talking", "Lee talks too much");
    story.press(Message::AnswerLater);
    story.send(coaching_session::program::event::Press::AloneSaid(id, false));
    let none = "How was it?: Lee hasn't answered yet.; Maria hasn't answered yet.";
    assert_eq!(closing(&story)[0], none, "what Maria saved for later counts for nothing yet");
    assert!(!story.offers("Lee: Partly") && !story.offers("Maria: Coaching"));
    let half = story.window().model.half(id).unwrap().clone();
    assert!(!half.closing.is_in);
    say(&mut story, "Lee", "Just talking", "Fewer slides");
    story.press(Message::AnswerIn).press(Message::IAm { name: "Maria" }).press(Message::AnswerIn);
    for is_alone in [false, true] {
        story.send(coaching_session::program::event::Press::AloneSaid(id, is_alone)).survives_a_reload();
        for words in ["Lee talks too much", "Fewer slides", "Lee: Just talking", "Maria: Just talking"] {
            assert!(closing(&story)[0].contains(words), "{words}: {:?}", closing(&story));
        }
    }
}

#[test]
fn close_asks_what_to_do_differently_after_just_talking() {
    let mut story = at_the_close();
    story.alone().press(Message::HandOverTo { name: "Lee" }).press(Message::IAm { name: "Lee" });
    let fields = |story: &Story| {
        seen::fields(&story.view()).iter().map(|field| field.label.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(fields(&story), [""; 0]);
    story.press(Message::Coaching);
    assert_eq!(fields(&story), [""; 0]);
    story.press(Message::JustTalking);
    assert_eq!(fields(&story), ["What should we do differently next time?"]);
    // What is typed stays in sight after another answer.
    story.fill(Message::AskDifferently, "Start on time").press(Message::Coaching).survives_a_reload();
    story.uncover();
    assert_eq!(fields(&story), ["What should we do differently next time?"]);
}

#[test]
fn what_both_want_to_do_differently_opens_the_next_session() {
    let mut story = at_the_close();
    story.alone().press(Message::HandOverTo { name: "Lee" }).press(Message::IAm { name: "Lee" });
    story.fill_differently("Start on time").press(Message::AnswerIn);
    story.press(Message::IAm { name: "Maria" }).press(Message::Coaching);
    assert!(!story.offers(Message::WriteDifferently), "nobody sees an answer of the other before");
    story.press(Message::AnswerIn).press(Message::WriteDifferently).survives_a_reload();
    assert!(!story.offers(Message::WriteDifferently), "it is there");
    story.press(&slots(&story)[0]).press(Message::Finish).press(Message::OpenNext);
    story.now = TEN.plus(Span::minutes(28 * 24 * 60));
    story.press_start();
    let left = seen::notes(&story.view()).unwrap().left.clone();
    let words: Vec<_> = left.iter().flat_map(|list| &list.rows).map(|row| row.words.to_string()).collect();
    assert_eq!(words, ["Lee: Start on time"]);
}

#[test]
fn undated_row_offers_what_the_close_offers() {
    let mut story = at_the_close();
    let close = slots(&story)[0].replace("Just ", "");
    story.press(Message::Finish).press(Message::BackHome);
    let row = seen::home(&story.view()).groups[0].rows[0].clone();
    assert_eq!(*row.slots[0].label, format!("{close}, 10:00"));
    let slot = row.slots[0].press;
    story.send(slot);
    assert!(seen::planned(&story.view()).when.contains("11 June"));
}

#[test]
fn steps_of_the_close_fold_once_done_while_it_runs() {
    let mut story = at_the_close();
    let id = story.window().model.open_session().unwrap();
    story.send(coaching_session::program::event::Press::AloneSaid(id, false));
    story.press(Message::WriteNextStep).fill(Message::NextStepLabel, "Call Dana").press(Message::Keep);
    story.press(Message::WriteParked).fill(Message::ParkLabel, "The price list").press(Message::Keep);
    let folded = |story: &Story| -> Vec<String> {
        let view = story.view();
        let notes = seen::notes(&view).unwrap();
        let done = |list: &&NoteList| matches!(list.fold, Fold::Done(_));
        notes.lists.iter().chain(&notes.closing).filter(done).map(|list| list.heading.to_string()).collect()
    };
    assert_eq!(folded(&story), Vec::<String>::new());
    story.press(Message::ThatsRight);
    assert_eq!((folded(&story), story.window().focus), (vec!["Next steps".into()], Some(Focus::Notes)));
    story.press("Lee: Yes").press("Lee: Coaching").press("Maria: Just talking");
    assert_eq!(folded(&story), ["Next steps"], "what to do differently is still to be said");
    story.press("Maria: Coaching").survives_a_reload();
    assert_eq!(folded(&story), ["Next steps", "How was it?"]);
    story.press(Message::ThatsRight);
    assert_eq!(folded(&story), ["How was it?"], "what was taken back is open again");
    story.press(Message::Finish);
    assert_eq!(folded(&story), Vec::<String>::new(), "the record shows all of it");
}

#[test]
fn end_is_taken_back_beside_the_date_for_two_hours() {
    for (minutes, is_beside) in [(1, true), (120, true), (4 * 24 * 60, false)] {
        let mut story = at_the_close();
        story.press(Message::WriteNextStep).fill(Message::NextStepLabel, "Call Dana").press(Message::Keep);
        let id = story.window().model.open_session().unwrap();
        story.send(coaching_session::program::event::Press::AloneSaid(id, false));
        story.press(Message::Finish);
        story.now = story.now.plus(Span::minutes(minutes));
        let view = story.wake().view();
        assert_eq!(
            story.offers(Message::ThatsRight),
            is_beside,
            "who is gone reads nothing aloud: {minutes}"
        );
        let over = seen::over(&view);
        let not_over = |label: &str| label == "It's not over yet";
        assert_eq!(
            over.not_over.as_ref().is_some_and(|action| not_over(&action.label)),
            is_beside,
            "{minutes}"
        );
        assert_eq!(
            over.reopen.as_ref().is_some_and(|action| not_over(&action.label)),
            !is_beside,
            "{minutes}"
        );
    }
}

#[test]
fn booking_at_the_close_can_be_undone() {
    let mut story = at_the_close();
    let keep = seen::names(&story.view()).into_iter().find(|name| name.starts_with("Just Thu")).unwrap();
    story.press(&keep);
    assert!(
        closing(&story).last().unwrap().starts_with("Your next session: Booked:"),
        "{:?}",
        closing(&story)
    );
    story.press(Message::UndoBooked);
    assert!(seen::names(&story.view()).contains(&keep), "the same dates are offered again");
    story.press(Message::BackHome);
    let view = story.view();
    let rows = seen::home(&view).groups.iter().flat_map(|group| &group.rows);
    assert_eq!(rows.count(), 1, "only the session that is on");
}

/// The session is over, and the next one is booked. Both answered alone, Lee with `lee`, and Maria handed in what she wrote
/// or kept it for later.
fn both_wrote(maria: Message<'_>) -> Story {
    let mut story = at_the_close();
    story.alone().press(Message::HandOverTo { name: "Lee" }).press(Message::IAm { name: "Lee" });
    story.press(Message::Yes).fill_differently("Fewer slides").press(Message::AnswerIn);
    story.press(Message::IAm { name: "Maria" }).fill_differently("The pilot first").press(maria);
    let slot = slots(&story)[0].clone();
    story.press(&slot).press(Message::Finish);
    story
}

/// Starts the next session from the one that is over.
fn begin_next(story: &mut Story) {
    story.press(Message::OpenNext);
    story.now = TEN.plus(Span::minutes(28 * 24 * 60));
    story.press_start();
}

/// Opens the session that is over, from the screen of the next one.
fn open_held(story: &mut Story) {
    story.press(Message::BackHome).press(Message::HomeOf { seller: "Lee" });
    let view = story.view();
    let held = seen::home(&view).groups.iter().find(|group| &*group.heading == "Held").cloned();
    story.send(held.unwrap().rows[0].open.press);
}

#[test]
fn words_to_do_differently_come_to_the_next_session() {
    let mut story = both_wrote(Message::AnswerIn);
    begin_next(&mut story);
    let left = format!("{:?}", seen::run(&story.view()).notes.left);
    assert!(left.contains("Fewer slides") && left.contains("The pilot first"), "{left}");
    open_held(&mut story);
    assert_eq!(closing(&story).len(), 1, "{:?}", closing(&story));
}

#[test]
fn words_that_moved_on_are_in_no_record_of_the_session_before() {
    let mut story = both_wrote(Message::AnswerIn);
    story.press(Message::SendTo { name: "Lee" });
    if story.offers(Message::NameNext) {
        story.press(Message::NameNext);
    }
    story.press(Message::CopyWords).settle_copy(true).press(Message::EditDone);
    begin_next(&mut story);
    open_held(&mut story);
    let sent = seen::over(&story.view()).sent.clone().expect("a statement");
    assert_eq!(&*sent.words, "You copied the record on Thu 14 May.", "nothing is to be sent again");
    let copied = story.press(Message::SummaryCopy).window().copied.clone().expect("the summary");
    assert!(!copied.contains("Fewer slides") && !copied.contains("The pilot first"), "{copied}");
    story.settle_copy(true);
    let file = story.saved_session();
    assert!(!file.contains("Fewer slides"), "{file}");
    let sheet = format!("{:?}", seen::sheet(&story.press(Message::SendTo { name: "Lee" }).view()).sections);
    assert!(!sheet.contains("Fewer slides"), "{sheet}");
}

#[test]
fn differently_that_was_removed_by_hand_is_not_parked_again() {
    let mut story = both_wrote(Message::AnswerIn);
    let parked = |story: &Story| {
        let view = story.view();
        let lists = &seen::notes(&view).unwrap().lists;
        let rows = lists.iter().filter(|list| &*list.heading == "Parked").flat_map(|list| &list.rows);
        rows.map(|row| row.words.to_string()).collect::<Vec<_>>()
    };
    story.press(Message::WriteDifferently);
    assert_eq!(parked(&story), ["Lee: Fewer slides", "Maria: The pilot first"]);
    assert!(!story.offers("Remove: Fewer slides"), "dropping it is enough");
    // Before the last item, a parked line is removed.
    story.press(Message::ClockUndoEnd).press(Message::Back).press("Remove: Fewer slides");
    while !story.offers(Message::Finish) {
        let next = seen::names(&story.view()).into_iter().find(|name| name.starts_with("Next: "));
        story.press(&next.unwrap());
    }
    story.press(Message::Finish).press(Message::OpenNext);
    let view = story.view();
    let before = seen::planned(&view).parked.clone().expect("what waits");
    assert_eq!(
        (&*before.heading, before.lines),
        ("On the list for this session", vec!["Maria: The pilot first".into()])
    );
    story.press(Message::BackHome).survives_a_reload();
    story.open_first();
    story.now = TEN.plus(Span::minutes(28 * 24 * 60));
    story.press_start();
    let left = format!("{:?}", seen::run(&story.view()).notes.left);
    assert!(left.contains("The pilot first") && !left.contains("Fewer slides"), "{left}");
}

/// Lee writes other words to do differently on an own device, and they arrive.
fn lee_says(story: &mut Story, words: &str) {
    let mut records = story.storage.records.iter();
    let is_held = |name: &str, record: &str| name.starts_with("session/") && record.contains("Fewer slides");
    let (name, record) = records.find(|(name, record)| is_held(name, record)).unwrap();
    let place = WriterKey { writer: WriterId(9), ..WriterKey::parse(name).unwrap() };
    let mut session: Session = open(record).unwrap();
    let mut half = session.seller_half().unwrap().clone();
    half.closing.differently = Some(text(words));
    session.seller = session.seller.map(|seller| seller.written(WriterId(9), Written::Content(half)));
    story.hear(place, seal(&session));
}

/// Begins the next session, and returns what it lists of the words to do differently.
fn carried(mut story: Story) -> Vec<String> {
    begin_next(&mut story);
    let left = seen::notes(&story.view()).unwrap().left.clone();
    left.iter().flat_map(|list| &list.rows).map(|row| row.words.to_string()).collect()
}

#[test]
fn later_words_take_the_place_of_the_parked_ones() {
    let mut story = both_wrote(Message::AnswerIn);
    story.press(Message::WriteDifferently);
    lee_says(&mut story, "No slides");
    assert_eq!(carried(story), ["Lee: No slides", "Maria: The pilot first"]);
}

#[test]
fn parked_words_that_somebody_changed_stay_and_come_once() {
    let mut story = both_wrote(Message::AnswerIn);
    story.press(Message::WriteDifferently).press(Message::ClockUndoEnd).press(Message::Back);
    story.press("Change: Fewer slides").fill(Message::ParkLabel, "Two slides").press(Message::Keep);
    while !story.offers(Message::Finish) {
        let next = seen::names(&story.view()).into_iter().find(|name| name.starts_with("Next: "));
        story.press(&next.unwrap());
    }
    story.press(Message::Finish);
    assert_eq!(carried(story.clone()), ["Lee: Two slides", "Maria: The pilot first"]);
    // Other words of Lee are no earlier wording of the changed line.
    lee_says(&mut story, "No slides");
    assert_eq!(carried(story), ["Lee: Two slides", "Maria: The pilot first", "Lee: No slides"]);
}

#[test]
fn words_kept_for_later_can_be_handed_in_after_the_next_start() {
    let mut story = both_wrote(Message::AnswerLater);
    let mut before = story.clone();
    before.press(Message::OpenNext);
    let waits = "Maria wrote down after Thu 14 May what to do differently, and hasn't handed it in yet.";
    assert_eq!(before.notices(), [waits]);
    before.press(Message::RowOpen);
    assert!(before.offers(Message::AnswerAs { name: "Maria" }));
    begin_next(&mut story);
    let left = format!("{:?}", seen::run(&story.view()).notes.left);
    assert!(left.contains("Fewer slides"), "what Lee handed in moves on alone: {left}");
    assert!(!left.contains("The pilot first"), "Maria has not handed it in: {left}");
    open_held(&mut story);
    assert_eq!(closing(&story)[0], "How was it?: Lee has answered.; Maria hasn't answered yet.");
    // Half an answer that a closed window left can be gone on with, too.
    story.press(Message::AnswerAs { name: "Maria" }).press(Message::IAm { name: "Maria" });
    assert_eq!(story.field(Message::AskDifferently).0, "The pilot first");
    story.press(Message::AnswerIn);
    assert_eq!(closing(&story).len(), 1, "{:?}", closing(&story));
    // The session that is on has it at once.
    story.press(Message::BackHome).open_first();
    let left = format!("{:?}", seen::run(&story.view()).notes.left);
    assert!(left.contains("Fewer slides") && left.contains("The pilot first"), "{left}");
    assert!(story.notices().is_empty(), "{:?}", story.notices());
}

#[test]
fn half_typed_answer_can_be_gone_on_with_after_the_next_start() {
    let mut story = at_the_close();
    story.alone().press(Message::AnswerAs { name: "Maria" }).press(Message::IAm { name: "Maria" });
    story.fill_differently("The pilot first").rest().reload();
    story.press(Message::IAm { name: "Maria" }).press(Message::JustTalking).press(Message::JustTalking);
    let mut half = story.clone();
    let draft = half.storage.records.iter().find(|(name, _)| name.contains("draft-close")).unwrap();
    let (name, record) = (draft.0.split('~').next().unwrap().to_owned(), draft.1.clone());
    half.fill(Message::AskDifferently, "").press(Message::AnswerLater);
    let slot = slots(&half)[0].clone();
    half.press(&slot).press(Message::Finish);
    half.store(&name, record).reload();
    begin_next(&mut half);
    open_held(&mut half);
    half.press(Message::AnswerAs { name: "Maria" }).press(Message::IAm { name: "Maria" });
    assert!(half.notices().iter().any(|notice| notice.contains("The pilot first")), "{:?}", half.notices());
}

#[test]
fn cancelled_form_leads_back_to_the_session_that_is_on() {
    let mut story = at_the_close();
    story.press(Message::AnotherTime).press(Message::Cancel);
    assert_eq!(&*seen::run(&story.view()).title, "Close");
}

#[test]
fn minutes_of_the_items_add_up_to_those_of_the_session() {
    let mut story = Story::new();
    story.begin();
    for span in [90_500, 150_400, 40_000] {
        story.now = story.now.plus(Span(span));
        let next = seen::names(&story.view()).into_iter().find(|name| name.starts_with("Next: ")).unwrap();
        story.press(&next);
    }
    story.press(Message::EndEarly);
    let view = story.view();
    let over = seen::over(&view);
    let minutes = |words: &str| words.strip_suffix(" min").map_or(0, |count| count.parse::<i64>().unwrap());
    let sum: i64 = over.rows.iter().map(|row| minutes(&row.actual)).sum();
    assert_eq!(sum, minutes(&over.sum.actual), "{:?}", over.rows);
    assert!(sum >= 4, "{sum}");
}
