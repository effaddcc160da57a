//! The answers at the close that the two said aloud, on the seller's own device: there they stand, and can be corrected.

use coaching_session::domain::closing::Closing;
use coaching_session::present::parts::note_list::NoteRow;
use coaching_session::present::parts::sheet::Entry;
use coaching_session::text::message::Message;

use crate::given::TEN;
use crate::seen;
use crate::stories::linking::{agreed, hand};
use crate::story::Story;

/// Maria's device after a session at which the two answered aloud, and Lee's with the link of the record in front.
fn handed() -> (Story, Story) {
    let (mut maria, mut lee) = agreed();
    (maria.now, lee.now) = (TEN, TEN);
    maria.press_start().press(Message::EndEarly).press("Lee: Partly").press("Lee: Coaching");
    maria.press("Maria: Just talking").press(Message::SendTo { name: "Lee" });
    hand(&mut maria, &mut lee);
    (maria, lee)
}

/// Returns the rows of the close, each with the answers of the two.
fn rows(story: &Story) -> Vec<String> {
    let view = story.view();
    let row = |row: &NoteRow| {
        let said = row.beside.iter().map(|line| format!("{}: {}", line.remark.as_ref().unwrap(), line.words));
        [row.words.to_string()].into_iter().chain(said).collect::<Vec<_>>().join(" | ")
    };
    seen::over(&view).notes.closing.as_ref().unwrap().rows.iter().map(row).collect()
}

/// The words in which the record in the link lists its contents, with its headings.
fn listed(story: &Story) -> Vec<String> {
    let view = story.view();
    let words = |entry: &Entry| match entry {
        Entry::Heading(words) => Some(words.to_string()),
        Entry::Line(line) => Some(seen::read(line)),
        _ => None,
    };
    seen::entries(seen::sheet(&view)).into_iter().filter_map(words).collect()
}

#[test]
fn record_shows_the_seller_what_both_said_aloud() {
    let (maria, mut lee) = handed();
    for story in [&maria, &lee] {
        let listed = listed(story);
        let at = listed.iter().position(|words| words == "How was it?").expect("a heading");
        let said = [
            "Lee: Did you get what you came for? (Partly)",
            "Lee: Was that coaching, or just talking? (Coaching)",
            "Maria: Was that coaching, or just talking? (Just talking)",
        ];
        assert_eq!(listed[at + 1..at + 4], said);
    }
    assert!(!seen::sheet(&maria.view()).lead.contains("answers"), "the page shows all of the link");
    lee.press(Message::FileTake).survives_a_reload();
    assert_eq!(
        rows(&lee),
        [
            "Was that coaching, or just talking? | Lee: Coaching | Maria: Just talking",
            "Did you get what you came for? | Lee: Partly",
            "You answered aloud with Maria."
        ]
    );
    assert_eq!(seen::main_after(&lee.view()), "Ask for a session", "nothing is asked again");
    assert!(!lee.offers(Message::SendTo { name: "Maria" }), "Lee has written nothing here");
}

#[test]
fn seller_corrects_on_an_own_device_what_was_said_aloud() {
    let (mut maria, mut lee) = handed();
    lee.press(Message::FileTake).press(Message::AnswerCorrect);
    // The sheet begins with the answers that were said, and leaving it changes nothing.
    let kept = lee.clone().press(Message::AnswerLater).clone();
    assert_eq!(rows(&kept).last().map(String::as_str), Some("You answered aloud with Maria."));
    lee.press(Message::JustTalking).fill(Message::AskDifferently, "No phone").press(Message::AnswerIn);
    lee.press(Message::SendTo { name: "Maria" });
    hand(&mut lee, &mut maria);
    maria.press(Message::FileTake);
    assert_eq!(maria.notices(), Vec::<String>::new(), "there is nothing to choose");
    let rows = rows(&maria).join(" ");
    assert!(rows.contains("Lee: Just talking") && rows.contains("No phone"), "{rows}");
    assert!(rows.contains("Lee: Partly"), "the other answer stays: {rows}");
}

#[test]
fn answers_said_aloud_write_nothing_in_the_sellers_half() {
    let (maria, _) = handed();
    let session = maria.window().model.sessions().find(|session| session.both_answered()).unwrap();
    let half = session.seller_half().expect("Lee's answer to the invitation");
    assert_eq!(half.closing, Closing::default());
}

#[test]
fn aloud_answer_of_one_alone_is_in_no_link() {
    let (mut maria, mut lee) = agreed();
    (maria.now, lee.now) = (TEN, TEN);
    maria.press_start().press(Message::EndEarly).press("Lee: Partly").press("Maria: Coaching");
    maria.press(Message::SendTo { name: "Lee" });
    assert!(listed(&maria).iter().all(|words| !words.contains("Partly")));
    hand(&mut maria, &mut lee);
    lee.press(Message::FileTake);
    assert_eq!(rows(&lee), ["You haven't answered yet.", "Maria has answered."]);
}

#[test]
fn tick_after_the_answers_is_named_as_what_is_not_sent() {
    let (mut maria, mut lee) = agreed();
    (maria.now, lee.now) = (TEN, TEN);
    maria.press_start().press(Message::WriteNextStep).fill(Message::NextStepLabel, "Ask Dana").press("Lee");
    maria.press(Message::Keep).press(Message::WriteNextStep).fill(Message::NextStepLabel, "Send the chart");
    maria.press("Maria").press(Message::Keep).press(Message::EndEarly).press(Message::SendTo { name: "Lee" });
    hand(&mut maria, &mut lee);
    lee.press(Message::FileTake).press(Message::AnswerOwn).press(Message::Yes).press(Message::AnswerIn);
    lee.press(Message::SendTo { name: "Maria" }).press(Message::CopyLink).settle_copy(true);
    lee.press(Message::EditDone).press(Message::BackHome);
    let step = seen::names(&lee.view()).into_iter().find(|name| name.starts_with("Done: ")).unwrap();
    lee.press(&step);
    let row = format!("{:?}", seen::home(&lee.view()).groups);
    assert!(row.contains("Your news about next steps from Thu 14 May: not sent yet"), "{row}");
    assert!(!row.contains("Your answers"), "{row}");
    let said = seen::home(&lee.view()).lists.iter().map(|list| list.heading.to_string()).collect::<Vec<_>>();
    assert_eq!(said, ["What you said you'd do", "What Maria said they'd do"]);
}
