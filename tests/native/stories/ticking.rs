//! A seller ticks own next steps on the seller's own device, and tells the manager by a link.

use coaching_session::domain::time::Span;
use coaching_session::present::ScreenView;
use coaching_session::present::parts::note_list::NoteRow;
use coaching_session::present::screens::over::OverView;
use coaching_session::program::event::{Event, Press};
use coaching_session::text::message::Message;
use coaching_session::wire::link::{Half, read, write};

use crate::given::TEN;
use crate::seen;
use crate::story::Story;

/// Copies the message that lies open to be sent.
#[track_caller]
pub(super) fn message(from: &mut Story) -> String {
    from.press(Message::CopyWords).settle_copy(true);
    from.window().sent.clone().expect("something is sent").text
}

/// Hands the message that lies open to the other person, who adds what the link brings.
#[track_caller]
fn hand(from: &mut Story, to: &mut Story) {
    let text = message(from);
    to.send(Event::LinkOpened(text)).press(Message::FileTake);
}

pub(super) fn row(row: &NoteRow) -> String {
    let more = row.more.as_ref().map(|more| format!(" ({more})")).unwrap_or_default();
    let choices: Vec<String> = row.choices.iter().map(|choice| choice.action.label.to_string()).collect();
    let choices = if choices.is_empty() { String::new() } else { format!(" [{}]", choices.join(", ")) };
    format!("{}{more}{choices}", row.words)
}

fn over(story: &Story) -> OverView {
    let ScreenView::Over(over) = story.view().screen else { panic!("the session is not over") };
    *over
}

/// The next steps on the list or on a person's page.
pub(super) fn steps(story: &Story) -> Vec<String> {
    let view = story.view();
    seen::home(&view).lists.iter().flat_map(|list| &list.rows).map(row).collect()
}

/// The lines below the rows of the list.
fn news(story: &Story) -> Vec<String> {
    let view = story.view();
    let rows = seen::home(&view).groups.iter().flat_map(|group| &group.rows);
    rows.flat_map(|row| &row.lines).map(ToString::to_string).collect()
}

/// Maria and Lee after a session on 14 May in which Lee said a step; both have its record. `booked` is true if the next
/// session is booked for 11 June.
pub(super) fn held(booked: bool) -> (Story, Story) {
    let mut maria = Story::new();
    maria.press(Message::PlanOne).fill(Message::OwnNameLabel, "Maria").fill(Message::SellerLabel, "Lee");
    maria.fill(Message::DateLabel, "2026-05-14").fill(Message::TimeLabel, "10:00").press(Message::FormSubmit);
    maria.now = TEN;
    maria.press_start().press(Message::WriteNextStep).fill(Message::NextStepLabel, "Ask for the plan");
    maria.press("Lee").press(Message::Keep).press(Message::WriteNextStep);
    maria.fill(Message::NextStepLabel, "Open the door").press("Maria").press(Message::Keep);
    maria.press(Message::EndEarly);
    if booked {
        let id = maria.window().model.open_session().expect("the session is open");
        maria.press(Message::AnotherTime).fill(Message::DateLabel, "2026-06-11");
        maria.press(Message::FormSubmit).send(Press::SessionOpened(id));
    }
    maria.press(Message::SendTo { name: "Lee" });
    let mut lee = Story::elsewhere();
    lee.now = TEN;
    hand(&mut maria, &mut lee);
    maria.press(Message::BackHome);
    lee.press(Message::BackHome);
    (maria, lee)
}

#[test]
fn seller_ticks_own_step_and_the_manager_is_told_by_a_link() {
    let (mut maria, mut lee) = held(false);
    assert_eq!(
        steps(&lee),
        ["Ask for the plan (Agreed with Maria, Thu 14 May) [Done]", "Open the door (Maria)"],
        "only Lee's own step is Lee's to tick"
    );
    lee.press("Done: Ask for the plan");
    assert_eq!(
        steps(&lee)[0],
        "Ask for the plan (Agreed with Maria, Thu 14 May) [Done, Send to Maria]",
        "nothing moves under the pointer"
    );
    lee.press("Done: Ask for the plan").reload();
    assert!(!lee.offers("Send to Maria: Ask for the plan"), "a second press takes it back");
    lee.press("Done: Ask for the plan").reload();
    assert!(lee.offers("Send to Maria: Ask for the plan"), "what Maria was not told stays on the list");
    lee.press("Send to Maria: Ask for the plan");
    let text = message(&mut lee);
    assert!(text.starts_with("Done: Ask for the plan\n\nThis link ticks it off in your list:\n"), "{text}");
    lee.press(Message::BackHome);
    assert_eq!(steps(&lee), ["Open the door (Maria)"]);

    assert_eq!(news(&maria), Vec::<String>::new());
    maria.send(Event::LinkOpened(text));
    let told = seen::entries(seen::sheet(&maria.view())).iter().any(|entry| match entry {
        coaching_session::present::parts::sheet::Entry::Line(line) => {
            seen::read(line) == "Ask for the plan (Lee did this)"
        }
        _ => false,
    });
    assert!(told, "the link says it before anything is stored");
    maria.press(Message::FileTake);
    let kept = over(&maria).notes.lists.iter().flat_map(|list| &list.rows).map(row).collect::<Vec<_>>();
    assert!(kept.iter().any(|row| row.starts_with("Lee: Ask for the plan (Lee did this)")), "{kept:?}");
    maria.press(Message::BackHome);
    assert_eq!(news(&maria), ["Done: Ask for the plan"]);
    assert_eq!(steps(&maria).len(), 1, "Maria's own list holds her own step alone");
    maria.open_first_page();
    let page = steps(&maria);
    assert!(page.contains(&"Lee: Ask for the plan (From Thu 14 May · Lee did this)".into()), "{page:?}");
}

#[test]
fn tick_travels_with_the_answer_and_stands_in_look_back() {
    let (mut maria, mut lee) = held(true);
    lee.press("Done: Ask for the plan").open_first().press(Message::PrepareOwn);
    lee.fill(Message::TopicFirst, "The pilot")
        .press(Message::ReadySeller)
        .press(Message::SendTo { name: "Maria" });
    let text = message(&mut lee);
    let told = "My topic: The pilot\nThursday 11 June, 10:00 (Berlin time) works for me.\n\nDone: Ask for the plan\n\n";
    assert!(text.starts_with(told), "{text}");
    lee.press(Message::BackHome);
    assert!(!lee.offers("Send to Maria: Ask for the plan"), "the answer told it");
    maria.send(Event::LinkOpened(text)).press(Message::FileTake);
    maria.now = maria.now.plus(Span::minutes(28 * 24 * 60));
    maria.press_start();
    while seen::notes(&maria.view()).is_none_or(|notes| notes.left.is_empty()) {
        let next = seen::names(&maria.view()).into_iter().find(|name| name.starts_with("Next: "));
        maria.press(&next.expect("an item looks back"));
    }
    let view = maria.view();
    let left = &seen::notes(&view).expect("notes").left;
    let rows: Vec<String> = left.iter().flat_map(|list| &list.rows).map(row).collect();
    assert!(rows.contains(&"Lee: Ask for the plan (From Thu 14 May · Lee did this)".into()), "{rows:?}");
    assert!(
        rows.iter().any(|row| row.starts_with("Maria: Open the door") && row.contains("[Done")),
        "{rows:?}"
    );
    // Once that session is over, nothing is left of it.
    maria.press(Message::EndEarly).press(Message::BackHome);
    assert_eq!(news(&maria), Vec::<String>::new());
}

#[test]
fn tick_is_told_in_words_once() {
    let (_, mut lee) = held(true);
    lee.press("Done: Ask for the plan").press("Send to Maria: Ask for the plan");
    assert!(message(&mut lee).starts_with("Done: Ask for the plan\n"));
    // The link of the next session brings it along, and its message says nothing of it.
    lee.press(Message::BackHome).open_first().press(Message::PrepareOwn);
    lee.fill(Message::TopicFirst, "The pilot")
        .press(Message::ReadySeller)
        .press(Message::SendTo { name: "Maria" });
    let text = message(&mut lee);
    assert!(text.starts_with("My topic: The pilot\n") && !text.contains("Done:"), "{text}");
    // Nor does a change of that answer, after which the step still counts as told.
    lee.press(Message::EditDone).press(Message::PrepareAgain).fill(Message::TopicFirst, "The map");
    lee.press(Message::ReadySeller).press(Message::BackHome);
    assert!(!lee.offers("Send to Maria: Ask for the plan"));
    lee.open_first().press(Message::SendTo { name: "Maria" });
    let text = message(&mut lee);
    assert!(text.starts_with("My topic: The map\n") && !text.contains("Done:"), "{text}");
}

#[test]
fn tick_that_is_taken_back_is_taken_back_in_every_link() {
    let (mut maria, mut lee) = held(true);
    lee.press("Done: Ask for the plan").open_first().press(Message::PrepareOwn);
    lee.fill(Message::TopicFirst, "The pilot")
        .press(Message::ReadySeller)
        .press(Message::SendTo { name: "Maria" });
    hand(&mut lee, &mut maria);
    maria.press(Message::BackHome);
    assert_eq!(news(&maria), ["Done: Ask for the plan"]);
    lee.press(Message::BackHome).open_first().press(Message::BackHome);
    // Lee opens the record, where the step stands, and takes the tick back.
    lee.open_first_page();
    let held = seen::home(&lee.view()).groups.last().expect("held").rows[0].open.press;
    lee.send(held).press("Done: Ask for the plan").press(Message::BackHome).open_first();
    lee.press(Message::SendTo { name: "Maria" });
    let text = message(&mut lee);
    assert!(!text.contains("Done"), "{text}");
    maria.send(Event::LinkOpened(text)).press(Message::FileTake).press(Message::BackHome);
    assert_eq!(news(&maria), Vec::<String>::new());
}

#[test]
fn step_of_a_session_that_is_not_here_can_be_ticked_too() {
    let (mut maria, _) = held(true);
    let next = maria
        .window()
        .model
        .sessions()
        .find(|session| session.manager_half().is_some_and(|half| half.is_planned()));
    maria.send(Press::ShareOpened(next.expect("the next session").id));
    let mut wiped = Story::elsewhere();
    let text = message(&mut maria);
    wiped.send(Event::LinkOpened(text)).press(Message::NotYetBring).press(Message::BackHome);
    wiped.press("Done: Ask for the plan").press("Send to Maria: Ask for the plan");
    hand(&mut wiped, &mut maria);
    maria.press(Message::BackHome);
    assert_eq!(news(&maria), ["Done: Ask for the plan"]);
}

#[test]
fn forged_tick_of_the_managers_step_settles_nothing() {
    let (mut maria, mut lee) = held(false);
    lee.press("Done: Ask for the plan").press("Send to Maria: Ask for the plan");
    let text = message(&mut lee);
    let mut link = read(&text).expect("a link");
    let Half::Seller { half, .. } = &mut link.half else { panic!("an answer") };
    let mut content = half.content().expect("steps").clone();
    let own = maria.window().model.half(link.session).expect("the record").notes.all[1].id;
    content.steps[0].note = own;
    *half = half.amended(content);
    maria.send(Event::LinkOpened(write(&link).expect("short enough"))).press(Message::FileTake);
    maria.press(Message::BackHome);
    assert_eq!(steps(&maria).len(), 1, "Maria's step is still open: {:?}", steps(&maria));
    assert_eq!(news(&maria), Vec::<String>::new());
}

#[test]
fn tick_of_another_seller_settles_nothing() {
    let (mut maria, mut lee) = held(false);
    lee.press("Done: Ask for the plan").press("Send to Maria: Ask for the plan");
    let text = message(&mut lee);
    let mut link = read(&text).expect("a link");
    // A stranger's half of a session of their own names the step of Lee.
    (link.pair.0, link.session.0) = (link.pair.0 ^ 1, link.session.0 ^ 1);
    maria.send(Event::LinkOpened(write(&link).expect("short enough")));
    maria.press(Message::LinkStrangeTake);
    assert_eq!(news(&maria), Vec::<String>::new());
}

#[test]
fn ticks_of_a_seller_who_prepared_elsewhere_ask_nothing() {
    let mut maria = Story::new();
    maria.press(Message::PlanOne).fill(Message::OwnNameLabel, "Maria").fill(Message::SellerLabel, "Lee");
    maria.fill(Message::DateLabel, "2026-05-14").fill(Message::TimeLabel, "10:00").press(Message::FormSubmit);
    maria.press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    maria.fill(Message::TopicFirst, "The pilot").press(Message::ReadySeller);
    maria.now = TEN;
    maria.press_start();
    for step in ["Ask for the plan", "Call Dana"] {
        maria
            .press(Message::WriteNextStep)
            .fill(Message::NextStepLabel, step)
            .press("Lee")
            .press(Message::Keep);
    }
    maria.press(Message::EndEarly).press(Message::SendTo { name: "Lee" });
    let mut lee = Story::elsewhere();
    lee.now = TEN;
    hand(&mut maria, &mut lee);
    lee.press(Message::BackHome);
    for step in ["Ask for the plan", "Call Dana"] {
        lee.press(&format!("Done: {step}")).press(&format!("Send to Maria: {step}"));
        hand(&mut lee, &mut maria);
        lee.press(Message::BackHome);
        let asked = maria.notices();
        assert!(!asked.iter().any(|notice| notice.contains("two places")), "{step}: {asked:?}");
        maria.survives_a_reload();
    }
    let session = maria.window().model.sessions().next().expect("a session").clone();
    let half = session.seller_half().expect("Lee's half");
    assert_eq!(half.topics[0].words.as_str(), "The pilot", "what Lee prepared stays");
    assert_eq!(half.steps.len(), 2);
    maria.press(Message::BackHome);
    assert_eq!(news(&maria), ["Done: Ask for the plan · Call Dana"]);
}

/// Maria, who added Lee's answer to the session of 11 June, with a tick and a line for the next session in it; the screen of
/// that session is open.
fn answered() -> Story {
    let (mut maria, mut lee) = held(true);
    lee.press("Done: Ask for the plan").press("Something came up: Maria");
    lee.fill(Message::CameUp, "Dana left").press(Message::CameUpKeep).press(Message::BackHome);
    lee.open_first().press(Message::PrepareOwn).fill(Message::TopicFirst, "The pilot");
    lee.press(Message::ReadySeller).press(Message::SendTo { name: "Maria" });
    hand(&mut lee, &mut maria);
    maria
}

/// Returns what Maria knows of Lee's step and line, on the list and on the page of Lee.
fn known(maria: &Story) -> Vec<String> {
    let mut maria = maria.clone();
    let mut known = news(&maria);
    maria.open_first_page();
    known.extend(
        steps(&maria).into_iter().filter(|row| row.contains("Lee did this") || row.contains("Dana left")),
    );
    known
}

#[test]
fn tick_and_line_outlive_the_deleted_session_that_brought_them() {
    let mut maria = answered();
    let before = known(maria.clone().press(Message::BackHome));
    assert!(before.len() >= 3, "{before:?}");
    maria.press(Message::Delete);
    let told = ["Done: Ask for the plan", "Lee did this", "Dana left"];
    for text in told {
        assert!(known(&maria).iter().any(|known| known.contains(text)), "{text}: {:?}", known(&maria));
    }
    assert_eq!(known(maria.clone().press(Message::Undo)), before, "each once after the undo");
    maria.reload();
    for text in told {
        assert!(known(&maria).iter().any(|known| known.contains(text)), "{text}: {:?}", known(&maria));
    }
}

#[test]
fn line_of_a_seller_without_a_session_waits_until_taken_off() {
    let mut maria = answered();
    maria.press(Message::Delete).delete_first();
    assert!(known(&maria).iter().any(|known| known.contains("Dana left")), "{:?}", known(&maria));
    maria.reload();
    let holds = |maria: &Story| maria.storage.records.values().any(|record| record.contains("Dana left"));
    assert!(holds(&maria) && known(&maria).iter().any(|known| known.contains("Dana left")));
    maria.open_first_page();
    let off = seen::actions(&maria.view())
        .into_iter()
        .find(|action| matches!(action.press, Press::SellerTakenOff(_)));
    maria.send(off.expect("a way to take Lee off the list").press);
    assert!(!holds(&maria), "taken off");
}
