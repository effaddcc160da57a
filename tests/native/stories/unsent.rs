//! Statements after the start of a session about what is not sent: the record, and the seller's answers at the close.
//! Each device says what it has not sent, and no more than it knows.

use coaching_session::present::ScreenView;
use coaching_session::program::event::Event;
use coaching_session::text::message::Message;

use crate::given::TEN;
use crate::seen;
use crate::story::Story;

/// Copies the message on the screen and hands it to the other person, who opens the link in it.
#[track_caller]
fn hand(from: &mut Story, to: &mut Story) {
    let text = from.press(Message::CopyWords).window().sent.clone().expect("a message").text;
    from.settle_copy(true).press(Message::EditDone);
    to.send(Event::LinkOpened(text));
}

/// Maria and Lee, each at an own device, and the session just begun.
fn begun() -> (Story, Story) {
    let (mut maria, mut lee) = (Story::new(), Story::elsewhere());
    maria.plan("Lee").invite("Lee");
    hand(&mut maria, &mut lee);
    lee.fill(Message::TopicFirst, "The pilot").press(Message::ItIsCoaching { manager: "Maria" });
    hand(&mut lee, &mut maria);
    maria.press(Message::FileTake);
    (maria.now, lee.now) = (TEN, TEN);
    maria.press_start();
    (maria, lee)
}

/// Maria and Lee after the session, and the record is on Lee's device.
fn recorded() -> (Story, Story) {
    let (mut maria, mut lee) = begun();
    maria.press(Message::EndEarly).press(Message::SendTo { name: "Lee" });
    hand(&mut maria, &mut lee);
    lee.press(Message::FileTake);
    (maria, lee)
}

/// Returns the statement about the sending on the screen of a session that is over, and true if it asks to send.
fn said(story: &Story) -> Option<(String, bool)> {
    let view = story.view();
    seen::over(&view).sent.as_ref().map(|sent| (sent.words.to_string(), sent.is_open))
}

fn open(words: &str) -> Option<(String, bool)> {
    Some((words.to_owned(), true))
}

fn quiet(words: &str) -> Option<(String, bool)> {
    Some((words.to_owned(), false))
}

/// Returns the statements of the rows in the list that something is not sent, and those on the page of the first person.
fn listed(story: &Story) -> [Vec<String>; 2] {
    let unsent = |story: &Story| {
        let view = story.view();
        let ScreenView::Home(home) = &view.screen else { panic!("not the list") };
        let rows = home.groups.iter().flat_map(|group| &group.rows);
        rows.filter_map(|row| row.not_sent.as_ref()).map(|sent| sent.words.to_string()).collect()
    };
    let mut story = story.clone();
    story.press(Message::BackHome);
    [unsent(&story), unsent(story.open_first_page())]
}

#[test]
fn record_is_not_sent_until_it_went_out_and_again_after_a_note() {
    let (mut maria, mut lee) = begun();
    maria.press(Message::EndEarly);
    assert_eq!(said(&maria), open("The record hasn't been sent yet"), "an invitation is no record");
    assert_eq!(listed(&maria), [vec!["Record of Thu 14 May: not sent yet"], vec!["Invitation not sent yet"]]);
    maria.press(Message::SendTo { name: "Lee" });
    hand(&mut maria, &mut lee);
    assert_eq!(said(&maria), quiet("You copied the record on Thu 14 May."));
    assert_eq!(listed(&maria), [[""; 0]; 2]);
    maria.survives_a_reload();
    maria.press(Message::WriteNote).fill(Message::SharedNoteLabel, "Ask Dana").press(Message::Keep);
    assert_eq!(said(&maria), open("Your last change hasn't been sent yet"));
    let changed = "Record of Thu 14 May: last change not sent yet";
    assert_eq!(listed(&maria), [vec![changed], vec!["Your last change hasn't been sent yet"]]);
    let row = crate::drawn::markup(maria.clone().press(Message::BackHome).open_first_page(), "en");
    assert!(row.contains("Your last change hasn't been sent yet"), "the page of Lee draws it: {row}");
    maria.press(Message::SendTo { name: "Lee" });
    hand(&mut maria, &mut lee);
    assert_eq!(said(&maria), quiet("You copied the record on Thu 14 May."));
}

#[test]
fn each_word_of_a_record_counts_as_a_change() {
    type Change = fn(&mut Story);
    let changes: [Change; 4] = [
        |story| {
            story.press(Message::WriteNextStep).fill(Message::NextStepLabel, "Call Dana");
            story.press(Message::Keep);
        },
        |story| {
            story.press(Message::WriteParked).fill(Message::ParkLabel, "The price list");
            story.press(Message::Keep);
        },
        |story| {
            story.press(Message::ClockUndoEnd).press(Message::EndEarly);
        },
        |story| {
            story.press("The manager: Just talking");
        },
    ];
    for (place, change) in changes.into_iter().enumerate() {
        let mut maria = Story::new();
        maria.begin().press(Message::EndEarly).press(Message::SendTo { name: "Lee" });
        if maria.offers(Message::NameNext) {
            maria.fill(Message::OwnNameLabel, "Maria").press(Message::NameNext);
        }
        maria.press(Message::CopyWords).settle_copy(true).press(Message::EditDone);
        assert!(said(&maria).is_some_and(|(_, is_open)| !is_open), "{place}: {:?}", said(&maria));
        maria.watch(1);
        change(&mut maria);
        assert_eq!(said(&maria), open("Your last change hasn't been sent yet"), "{place}");
    }
}

#[test]
fn other_names_in_an_invitation_are_a_change() {
    let mut maria = Story::new();
    maria.plan("Lee").invite("Lee").press(Message::CopyWords).settle_copy(true).press(Message::EditDone);
    let sent = |story: &Story| {
        let view = story.view();
        seen::planned(&view).sent.clone().map(|sent| sent.words.to_string())
    };
    assert_eq!(sent(&maria).as_deref(), Some("You copied the invitation on Wed 13 May."));
    maria
        .press(Message::ChangePlan)
        .fill(Message::SellerLabel, "Lee Parker")
        .press(Message::FormSubmitChange);
    assert_eq!(sent(&maria).as_deref(), Some("Your last change hasn't been sent yet"));
}

#[test]
fn copied_summary_counts_as_sent() {
    let mut maria = Story::new();
    maria.begin().press(Message::EndEarly).press(Message::SummaryCopy);
    let asks = said(&maria);
    maria.settle_copy(false);
    assert_eq!(said(&maria), asks, "a refused copy is no copy");
    maria.press(Message::SummaryCopy).settle_copy(true);
    assert_eq!(said(&maria), quiet("You copied the summary on Thu 14 May."));
    maria.press(Message::WriteNote).fill(Message::SharedNoteLabel, "Ask Dana").press(Message::Keep);
    assert_eq!(said(&maria), open("Your last change hasn't been sent yet"));
}

#[test]
fn sellers_answers_are_not_sent_until_they_went_out() {
    let (mut maria, mut lee) = recorded();
    assert_eq!(said(&lee), None, "Lee answered nothing yet");
    lee.press(Message::AnswerOwn).fill_differently("Less advice").press(Message::AnswerIn);
    assert_eq!(said(&lee), open("Your answers haven't been sent yet"));
    assert_eq!(
        listed(&lee),
        [vec!["Your answers from Thu 14 May: not sent yet"], vec!["Invitation not sent yet"]]
    );
    lee.press(Message::SendTo { name: "Maria" });
    hand(&mut lee, &mut maria);
    assert_eq!(said(&lee), quiet("You copied your answers on Thu 14 May."));
    assert_eq!(listed(&lee), [[""; 0]; 2]);
    // Other words alone are a change, too.
    lee.survives_a_reload();
    lee.press(Message::AnswerOwnAgain).fill_differently("More silence").press(Message::AnswerIn);
    assert_eq!(said(&lee), open("Your last change hasn't been sent yet"));
    let changed = "Your answers from Thu 14 May: last change not sent yet";
    assert_eq!(listed(&lee), [vec![changed], vec!["Your last change hasn't been sent yet"]]);
    assert_eq!(seen::main_after(&lee.view()), "Send to Maria");
}

#[test]
fn two_at_one_device_are_told_once_and_asked_nowhere() {
    let mut maria = Story::new();
    maria.plan("Lee").press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    maria.fill(Message::TopicFirst, "The pilot").press(Message::ReadySeller);
    maria.now = TEN;
    maria.press_start().press(Message::EndEarly);
    assert_eq!(said(&maria), quiet("The record hasn't been sent yet"));
    assert_eq!(listed(&maria), [[""; 0]; 2]);
}

#[test]
fn record_of_an_invited_seller_who_answers_aloud_is_asked_for() {
    let mut maria = Story::new();
    maria.plan("Lee").invite("Lee").press(Message::CopyWords).settle_copy(true).press(Message::EditDone);
    maria.now = TEN;
    maria.press_start().press(Message::EndEarly).press("Lee: Yes").press("Lee: Coaching");
    assert_eq!(said(&maria), open("The record hasn't been sent yet"), "Lee has the invitation elsewhere");
    assert_eq!(listed(&maria)[0], ["Record of Thu 14 May: not sent yet"]);
}

#[test]
fn invitation_beside_a_record_is_told_with_it() {
    let (mut maria, mut lee) = begun();
    maria.press(Message::EndEarly);
    let keep = seen::names(&maria.view()).into_iter().find(|name| name.starts_with("Just T"));
    maria.press(&keep.expect("a date for the next session"));
    assert_eq!(listed(&maria)[0], ["Invitation not sent yet"], "one statement for one message");
    maria.press(Message::SendTo { name: "Lee" });
    hand(&mut maria, &mut lee);
    assert_eq!(listed(&maria), [[""; 0]; 2]);
    maria.press(Message::OpenNext);
    let view = maria.view();
    let sent = seen::planned(&view).sent.clone().expect("a statement");
    assert_eq!(&*sent.words, "You copied the record with this date on Thu 14 May.");
}
