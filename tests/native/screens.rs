//! Every screen in every state that stories reach.
//!
//! Asserts nothing: `views` holds the rules for the markup.

mod frame;
mod links;

use coaching_session::domain::phrase::Phrase;
use coaching_session::domain::time::{Minutes, Span};
use coaching_session::program::event::Press;
use coaching_session::program::state::field::Holdable;
use coaching_session::text::message::Message;
use coaching_session::wire::backup::FILE_LIMIT;
use coaching_session::wire::stored::RECORD_LIMIT;

use crate::given::TEN;
use crate::story::{News, Room, Storage, Story, file_of};

/// Typed words for every place where a person can write. No language has these words.
const SELLER: &str = "Xqz";
const OWN_NAME: &str = "Wvk";
const PLACE: &str = "Zzy 4";
const ITEM: &str = "Qxj";
const NOTE: &str = "Jvz";
/// All typed words.
pub const WRITTEN: [&str; 5] = [SELLER, OWN_NAME, PLACE, ITEM, NOTE];

/// The form of a quarter for one more seller, with a date that is being moved.
fn quarter() -> Story {
    let mut story = planned();
    story.press(Message::BackHome).press(Message::QuarterOpen).fill(Message::QuarterNamesMore, OWN_NAME);
    let view = story.view();
    let moves = crate::seen::names(&view).into_iter().find(|name| name.starts_with("Move: "));
    story.press(&moves.unwrap());
    story
}

/// Returns a planned session with text in every field.
pub fn planned() -> Story {
    let mut story = Story::new();
    story
        .press(Message::PlanOne)
        .press(Message::DefaultsChange)
        .fill(Message::PlaceLabel, PLACE)
        .fill(Message::OwnNameLabel, OWN_NAME);
    story
        .fill(Message::SellerLabel, SELLER)
        .fill(Message::DateLabel, "2026-05-14")
        .fill(Message::TimeLabel, "10:00")
        .press(Message::FormSubmit);
    story
        .press(Message::AgendaEdit)
        .press(Message::AddItem)
        .fill(Message::ItemTitleLabel { number: 4 }, ITEM)
        .press(Message::EditDone);
    story
}

/// Returns the same session, started.
pub fn running() -> Story {
    let mut story = planned();
    story.now = TEN;
    story.press_start();
    story
}

/// Returns the running session with a note of each kind.
fn noted() -> Story {
    let mut story = running();
    story
        .press(Message::WriteNextStep)
        .fill(Message::NextStepLabel, NOTE)
        .fill(Message::FirstStepLabel, NOTE)
        .fill(Message::WhenAsk, NOTE);
    story
        .press(Message::Keep)
        .press(Message::WriteNextStep)
        .press(OWN_NAME)
        .fill(Message::NextStepLabel, NOTE)
        .press(Message::Keep);
    story.press(Message::WriteParked).fill(Message::ParkLabel, NOTE).press(Message::Keep);
    story.press(Message::WriteNote).fill(Message::SharedNoteLabel, NOTE).press(Message::Keep);
    story
}

/// Returns the next session of the same two people.
fn next_one() -> Story {
    let mut story = noted();
    story.press(Message::EndEarly).press("Next time: Jvz").press(Message::AnotherTime);
    story.fill(Message::DateLabel, "2026-05-21").press(Message::FormSubmit);
    story.now = TEN.plus(Span::minutes(7 * 24 * 60));
    story.press_start();
    story
}

/// Returns a seller's preparation with text in every field.
pub fn prepared_by_seller() -> Story {
    let mut story = planned();
    story
        .press(Message::PrepareAs { name: "Xqz" })
        .press(Message::IAm { name: "Xqz" })
        .fill(Message::TopicFirst, ITEM)
        .fill(Message::WorkedIfLabel, ITEM)
        .press(Message::TopicAdd)
        .press(Message::TopicAdd)
        .press(Message::EvidenceAdd)
        .fill(Message::EvidenceLabel, ITEM)
        .press(Message::Told)
        .fill(Message::LeaveLabel, ITEM)
        .fill(Message::NoteLabel, ITEM)
        .press(Message::Phrase(Phrase::CheckMyPick));
    story
}

/// Returns the same preparation with a topic and a line of evidence held back.
fn held_back() -> Story {
    let mut story = prepared_by_seller();
    for field in [Holdable::Topic(0), Holdable::Evidence(0)] {
        story.send(Press::HoldToggled(field));
    }
    story
}

/// Returns a session at its close, with a topic that has a measure of success.
fn closed() -> Story {
    let mut story = prepared_by_seller();
    story.press(Message::ReadySeller);
    story.now = TEN;
    story.press_start().alone();
    for name in ["Skip", "Skip", "Skip", "Skip", "Next: Close"] {
        story.press(name);
    }
    story
}

/// Returns the same session while the seller answers, with every field filled in.
fn answering() -> Story {
    let mut story = closed();
    story
        .alone()
        .press(Message::HandOverTo { name: "Xqz" })
        .press(Message::IAm { name: "Xqz" })
        .press(Message::Partly);
    story.fill_differently(NOTE);
    story
}

/// Returns the same session after both have answered.
fn answered() -> Story {
    let mut story = answering();
    story.press(Message::AnswerIn).press(Message::IAm { name: "Wvk" }).press(Message::JustTalking);
    story.fill_differently(NOTE).press(Message::AnswerIn);
    story
}

/// Returns a file of everything that [`planned`] stores.
fn everything() -> String {
    planned().press(Message::BackHome).saved(Message::SaveFile)
}

/// Returns an empty window with an opened file of that text.
fn opened_file(text: &str) -> Story {
    let mut story = Story::new();
    story.open_file(text);
    story
}

/// Returns an opened file with a record of each fate.
pub fn all_kinds() -> Story {
    let mut here = Story::new();
    for _ in 0..5 {
        here.plan(SELLER);
    }
    here.press(Message::BackHome).reload();
    let mut there = Story::with(here.storage.records.clone());
    // Another machine draws other random ids.
    there.move_to_another_machine();
    let change = |story: &mut Story, row: usize, place: &str| {
        let open = crate::seen::home(&story.open_first_page().view()).groups[0].rows[row].open.press;
        story.send(open).press(Message::ChangePlan).fill(Message::PlaceLabel, place);
        story.press(Message::FormSubmitChange).press(Message::BackHome);
    };
    change(&mut there, 0, PLACE);
    change(&mut there, 1, PLACE);
    change(&mut here, 1, OWN_NAME);
    let delete = crate::seen::home(&there.open_first_page().view()).groups[0].rows[2].delete.clone();
    there.send(delete.unwrap().press);
    // The page stays open while it lists a session.
    let row = crate::seen::home(&there.view()).groups[0].rows[2].open.press;
    there.send(row).press(Message::ChangePlan).fill(Message::SellerLabel, OWN_NAME);
    there.fill(Message::OwnNameLabel, OWN_NAME).press(Message::FormSubmitChange);
    for _ in 0..45 {
        there.plan(ITEM);
    }
    there.press(Message::BackHome);
    let mut records = there.storage.records.clone();
    records.insert("session/0000000000000001".into(), "x".into());
    records.insert("session/0000000000000002".into(), "x".repeat(RECORD_LIMIT + 1));
    records.insert("note/0000000000000001".into(), "x".into());
    here.open_file(&file_of(&records));
    here
}

/// Returns every screen in every state that stories reach, by name.
pub fn screens() -> Vec<(&'static str, Story)> {
    let story = |tell: &dyn Fn(&mut Story), mut story: Story| {
        tell(&mut story);
        story
    };
    let pressed = |names: &'static [&'static str], from: Story| {
        story(
            &|story| {
                names.iter().for_each(|name| {
                    story.press(name);
                })
            },
            from,
        )
    };
    let submitted = |fill: &[(&str, &str)]| {
        let mut story = Story::new();
        story.press(Message::PlanOne).press(Message::DefaultsChange);
        for (label, typed) in fill {
            story.fill(label, typed);
        }
        story.press(Message::FormSubmit);
        story
    };
    let all_passed =
        story(&|story| story.now = TEN.plus(Span::minutes(9_000)), pressed(&["All sessions"], planned()));
    let over = pressed(&["Skip", "Next: Second opportunity", "Back", "End here"], running());
    let storage = |room| Story::over(Storage { records: Default::default(), room, can_quarantine: true });
    let mut raced = planned();
    raced.reload().open_window_alike();
    raced.news = News::WhenDelivered;
    for (window, time) in [(0, "11:00"), (1, "12:00")] {
        raced
            .in_window(window)
            .press(Message::ChangePlan)
            .fill(Message::TimeLabel, time)
            .press(Message::FormSubmitChange);
    }
    raced.deliver();
    let mut raced_run = raced.clone();
    raced_run.now = TEN;
    raced_run.press_start();
    let mut raced_deletion = planned();
    raced_deletion.reload().open_window_alike();
    raced_deletion.news = News::WhenDelivered;
    raced_deletion
        .in_window(0)
        .press(Message::Delete)
        .in_window(1)
        .press(Message::ChangePlan)
        .fill(Message::TimeLabel, "12:00")
        .press(Message::FormSubmitChange)
        .deliver();
    let damaged = |can_quarantine, count: usize, text: &str| {
        let mut story = Story::new();
        story.plan(SELLER).reload().plan(SELLER).press(Message::BackHome).reload();
        let names: Vec<String> = story
            .storage
            .records
            .keys()
            .filter(|name| name.starts_with("session/"))
            .take(count)
            .cloned()
            .collect();
        story.storage.can_quarantine = can_quarantine;
        for name in names {
            story.storage.records.insert(name, text.to_owned());
        }
        story.reopen();
        story
    };
    let newer = "{\"v\":9,\"x\":0}";
    let mut all = vec![
        ("home, empty", Story::new()),
        ("home, next", pressed(&["All sessions"], planned())),
        ("home, of one seller", pressed(&["All sessions", "Your sessions with Xqz"], next_one())),
        ("home, on", pressed(&["All sessions"], running())),
        ("home, passed", all_passed),
        ("home, held", pressed(&["All sessions"], over.clone())),
        ("home, deleted", pressed(&["Delete"], planned())),
        ("home, storage denied", storage(Room::Denied)),
        ("home, storage full", storage(Room::None)),
        ("home, one damaged", damaged(true, 1, "x")),
        ("home, two damaged", damaged(true, 2, "x")),
        ("home, one stuck", damaged(false, 1, "x")),
        ("home, two stuck", damaged(false, 2, "x")),
        ("home, one newer", damaged(true, 1, newer)),
        ("home, two newer", damaged(true, 2, newer)),
        ("form", pressed(&["Plan a session"], Story::new())),
        ("form, open", pressed(&["Plan a session", "Change"], Story::new())),
        ("form, own name known", pressed(&["All sessions", "Plan a session", "Change"], planned())),
        ("form, all wrong", submitted(&[("Minutes", "15")])),
        (
            "form, all too long",
            submitted(&[
                ("Who will you coach?", &"7".repeat(2_001)),
                ("Place or meeting link", &"7".repeat(2_001)),
                ("Your name", &"7".repeat(2_001)),
                ("Date", "2026-05-14"),
                ("Time", "10:00"),
            ]),
        ),
        (
            "form, passed",
            story(
                &|story| {
                    story.fill(Message::DateLabel, "2020-01-01").fill(Message::TimeLabel, "10:00");
                },
                pressed(&["Plan a session"], Story::new()),
            ),
        ),
        ("home, brought", pressed(&["Add it"], opened_file(&everything()))),
        ("file, new", opened_file(&everything())),
        ("file, nothing new", {
            let mut story = opened_file(&everything());
            story.press(Message::FileTake).open_file(&everything());
            story
        }),
        ("file, all kinds", all_kinds()),
        ("file, empty", opened_file("{\"coaching-session\":1}\n")),
        ("file, foreign", opened_file("hello")),
        ("file, newer", opened_file("{\"coaching-session\":2}\n")),
        ("file, too large", opened_file(&" ".repeat(FILE_LIMIT + 1))),
        (
            "form, call",
            story(
                &|story| {
                    story.choose(Message::TypeLabel, Message::Phrase(Phrase::Call));
                },
                pressed(&["Plan a session", "Change"], Story::new()),
            ),
        ),
        (
            "form, edited agenda",
            story(
                &|story| {
                    story.choose(Message::TypeLabel, Message::Phrase(Phrase::Account));
                },
                pressed(&["Change date or place"], planned()),
            ),
        ),
        ("quarter", quarter()),
        (
            "quarter, wrong",
            story(
                &|story| {
                    story
                        .fill(Message::QuarterMoveDate, "")
                        .fill(Message::QuarterAvoid, "Qxj")
                        .press("Book 13 dates");
                },
                quarter(),
            ),
        ),
        ("quarter, booked", pressed(&["Book 13 dates"], quarter())),
        ("form, change", pressed(&["Change date or place"], planned())),
        ("form, next one", pressed(&["Another time"], over.clone())),
        ("planned", planned()),
        (
            "planned, off",
            story(
                &|story| {
                    story
                        .press(Message::AgendaEdit)
                        .fill(Message::ItemMinutesLabel { number: 1 }, "1")
                        .press(Message::EditDone);
                },
                planned(),
            ),
        ),
        ("planned, two windows", raced),
        ("planned, edit and deletion", raced_deletion),
        ("agenda", pressed(&["Edit the agenda"], planned())),
        (
            "agenda, edited",
            story(
                &|story| {
                    story.fill(Message::ItemMinutesLabel { number: 2 }, "9");
                },
                pressed(&["Edit the agenda"], planned()),
            ),
        ),
        ("agenda, added", pressed(&["Edit the agenda", "Add an item"], planned())),
        ("agenda, removed", pressed(&["Edit the agenda", "Remove: Qxj"], planned())),
        ("agenda, moved", pressed(&["Edit the agenda", "Move up: Qxj"], planned())),
        ("agenda, fitted", pressed(&["Edit the agenda", "Fit it to 45 minutes"], planned())),
        (
            "agenda, all wrong",
            story(
                &|story| {
                    for number in 1..=6 {
                        story
                            .fill(&format!("Name of item {number}"), " ")
                            .fill(&format!("Minutes of item {number}"), "0");
                    }
                },
                pressed(&["Edit the agenda"], planned()),
            ),
        ),
        (
            "agenda, misfit",
            pressed(
                &[
                    "Edit the agenda",
                    "Remove: First opportunity",
                    "Remove: Second opportunity",
                    "Remove: Qxj",
                    "Fit it to 45 minutes",
                ],
                planned(),
            ),
        ),
        (
            "agenda, too much",
            story(
                &|story| {
                    for _ in 0..20 {
                        story.press(Message::AddItem);
                    }
                    story.press(Message::Fit { booked: Minutes(45) }).press(Message::UndoFitted);
                },
                pressed(&["Edit the agenda"], planned()),
            ),
        ),
        ("run", running()),
        ("run, without numbers", pressed(&["No numbers: the ring and words"], running())),
        ("shared", pressed(&["View for a shared screen"], running())),
        ("run, the keys", pressed(&["List of the keys"], running())),
        (
            "run, within an item",
            story(
                &|story| {
                    story.watch(1);
                },
                running(),
            ),
        ),
        (
            "run, up",
            story(
                &|story| {
                    story.watch(3);
                },
                running(),
            ),
        ),
        (
            "run, over",
            story(
                &|story| {
                    story.watch(12);
                },
                running(),
            ),
        ),
        (
            "run, in hand",
            story(
                &|story| {
                    story.press(Message::Next { title: "First opportunity" });
                },
                running(),
            ),
        ),
        ("ask, who is at the screen", pressed(&["Prepare as Xqz"], planned())),
        ("prepare, the seller", prepared_by_seller()),
        ("prepare, held back", held_back()),
        (
            "prepare, too long",
            story(
                &|story| {
                    story.fill(Message::LeaveLabel, &ITEM.repeat(700)).press(Message::ReadySeller);
                },
                prepared_by_seller(),
            ),
        ),
        ("prepare, the manager of nothing", pressed(&["Prepare", "I am Wvk"], planned())),
        (
            "prepare, the manager of what the seller brings",
            pressed(
                &[
                    "I'm ready for coaching",
                    "Prepare",
                    "I am Wvk",
                    "Be curious about one thing. Don't make up your mind yet.",
                ],
                prepared_by_seller(),
            ),
        ),
        (
            "planned, both ready",
            pressed(
                &["I'm ready for coaching", "Prepare", "I am Wvk", "I'm ready to coach", "No"],
                prepared_by_seller(),
            ),
        ),
        (
            "planned, ready for an earlier plan",
            story(
                &|story| {
                    story
                        .press(Message::ReadySeller)
                        .press(Message::ChangePlan)
                        .fill(Message::TimeLabel, "11:00")
                        .press(Message::FormSubmitChange);
                },
                prepared_by_seller(),
            ),
        ),
        ("standing, offered", pressed(&["Put it in the calendar", "Another rhythm"], planned())),
        ("run, paused", pressed(&["Pause"], running())),
        ("run, resumed", pressed(&["Pause", "Resume"], running())),
        ("run, skipped", pressed(&["Skip"], running())),
        ("run, back", pressed(&["Next: First opportunity", "Back"], running())),
        ("run, more", pressed(&["+5 min for this item"], running())),
        (
            "run, what to listen for",
            story(
                &|story| {
                    story.now = TEN;
                    story.press_start();
                },
                pressed(&["No"], planned()),
            ),
        ),
        ("run, another question", pressed(&["Another"], running())),
        ("run, last question", pressed(&["Asked", "Asked", "Asked", "Asked"], running())),
        ("run, all asked", pressed(&["Asked", "Asked", "Asked", "Asked", "Asked"], running())),
        ("run, last item", pressed(&["Skip", "Skip", "Skip", "Skip", "Next: Close"], running())),
        (
            "run, unseen",
            story(
                &|story| {
                    story.close_for(20);
                },
                running(),
            ),
        ),
        (
            "run, unseen answered",
            story(
                &|story| {
                    story.close_for(20).press(Message::UnseenAway);
                },
                running(),
            ),
        ),
        (
            "ask, left open at night",
            story(
                &|story| {
                    story.close_for(900);
                },
                running(),
            ),
        ),
        (
            "ask, left open until the next day",
            story(
                &|story| {
                    story.close_for(5_000);
                    for _ in 0..200 {
                        story.press(Message::LaterBy { minutes: Minutes(5) });
                    }
                },
                running(),
            ),
        ),
        ("run, two windows", raced_run),
        (
            "run, storage full",
            story(
                &|story| {
                    story.storage.room = Room::None;
                    story.press(Message::Pause);
                },
                running(),
            ),
        ),
        ("run, a next step", pressed(&["Add a step"], running())),
        (
            "run, a next step more",
            story(
                &|story| {
                    story.fill(Message::NextStepLabel, NOTE);
                },
                pressed(&["Add a step"], running()),
            ),
        ),
        (
            "run, all too long",
            story(
                &|story| {
                    for label in ["What is the next step?", "First small step", "When, in words"] {
                        story.fill(label, &"7".repeat(2_001));
                    }
                },
                pressed(&["Add a step"], running()),
            ),
        ),
        ("run, parking", pressed(&["Park", SELLER], running())),
        ("run, noting", pressed(&["Note"], running())),
        ("run, noted", noted()),
        ("run, changing a note", pressed(&["Change: Jvz"], noted())),
        ("run, a note taken out", pressed(&["Remove: Jvz"], noted())),
        ("run, closing", pressed(&["Skip", "Skip", "Skip", "Skip", "Next: Close", "That's right"], noted())),
        ("ask, over to the seller at the close", pressed(&["Hand over to Xqz"], closed())),
        ("prepare, the seller answers at the close", answering()),
        (
            "prepare, answers that are too long",
            story(
                &|story| {
                    story.fill(Message::AskDifferently, &"7".repeat(2_001));
                    story.press(Message::AnswerIn);
                },
                answering(),
            ),
        ),
        ("ask, over to the manager at the close", pressed(&["That's my answer"], answering())),
        ("run, one answered", pressed(&["That's my answer", "Back to the session"], answering())),
        ("run, both answered", answered()),
        ("over, booked", {
            let mut story = answered();
            let book = crate::seen::names(&story.view())
                .into_iter()
                .find(|name| name.starts_with("Just ") && name != "Just talking");
            story.press(&book.unwrap()).press(Message::Finish);
            story
        }),
        ("run, parked for today", next_one()),
        ("run, next steps from earlier", pressed(&["Next: Look back", "Not yet: Jvz"], next_one())),
        ("home, next steps", pressed(&["All sessions"], next_one())),
        ("over, noted", pressed(&["End here", "That's right", "Next time: Jvz"], noted())),
        ("over, summary read", pressed(&["End here", "Read it"], noted())),
        (
            "over, copied",
            story(
                &|story| {
                    story.settle_copy(true);
                },
                pressed(&["End here", "Copy"], noted()),
            ),
        ),
        (
            "over, not copied",
            story(
                &|story| {
                    story.settle_copy(false);
                },
                pressed(&["End here", "Copy"], noted()),
            ),
        ),
        ("over", over),
        (
            "over, all done",
            story(
                &|story| {
                    for name in [
                        "Next: First opportunity",
                        "Next: Second opportunity",
                        "Next: Qxj",
                        "Next: Next steps",
                        "Next: Close",
                        "End the session",
                    ] {
                        story.watch(4).press(name);
                    }
                },
                running(),
            ),
        ),
    ];
    all.extend(links::screens());
    all.extend(frame::screens());
    all
}
