//! The invitation and the answer: what is sent, what you know of it, and what the two read of each other.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::id::SessionId;
use coaching_session::domain::party::Party;
use coaching_session::domain::session::Session;
use coaching_session::domain::time::Span;
use coaching_session::present::ScreenView;
use coaching_session::present::parts::sheet::Entry;
use coaching_session::program::event::{Event, Press, Taking};
use coaching_session::text::message::Message;

use crate::seen;
use crate::story::{Named, Story};

/// Returns the text of the message that the person copies.
#[track_caller]
fn message(from: &mut Story) -> String {
    from.press(Message::CopyWords).window().sent.clone().expect("a message").text
}

/// Hands the message on the screen to the other person, who opens the link in it.
#[track_caller]
fn hand(from: &mut Story, to: &mut Story) {
    let text = message(from);
    from.settle_copy(true);
    to.send(Event::LinkOpened(text));
}

/// Maria plans a session with Lee, and what goes to Lee lies open.
fn inviting() -> Story {
    let mut maria = Story::new();
    maria.plan("Lee").invite("Lee");
    maria
}

/// Maria, and Lee who looks at the invitation.
fn invited() -> (Story, Story) {
    let (mut maria, mut lee) = (inviting(), Story::elsewhere());
    hand(&mut maria, &mut lee);
    maria.press(Message::EditDone);
    (maria, lee)
}

/// Maria, and Lee whose answer with the topic lies open to be sent.
fn answered(topic: &str) -> (Story, Story) {
    let (maria, mut lee) = invited();
    lee.fill(Message::TopicFirst, topic).press(Message::ItIsCoaching { manager: "Maria" });
    (maria, lee)
}

/// Returns the statement about the sending on the screen of the session, and true if something is to be sent.
fn sent(story: &Story) -> Option<(String, bool)> {
    let view = story.view();
    seen::planned(&view).sent.as_ref().map(|sent| (sent.words.to_string(), sent.is_open))
}

/// Returns the statements of the rows in the list that something is not sent.
fn not_sent(story: &Story) -> Vec<String> {
    let view = story.view();
    let ScreenView::Home(home) = &view.screen else { panic!("not the list") };
    let rows = home.groups.iter().flat_map(|group| &group.rows);
    rows.filter_map(|row| row.not_sent.as_ref()).map(|sent| sent.words.to_string()).collect()
}

/// Returns all lines on a sheet.
fn lines(story: &Story) -> Vec<String> {
    let view = story.view();
    let words = |entry: &Entry| match entry {
        Entry::Line(line) => Some(seen::read(line)),
        _ => None,
    };
    seen::entries(seen::sheet(&view)).into_iter().filter_map(words).collect()
}

/// Returns the boxes on a sheet: their words, and true if ticked.
fn ticks(story: &Story) -> Vec<(String, bool)> {
    let view = story.view();
    let tick = |entry: &Entry| match entry {
        Entry::Tick(tick) => Some((tick.action.label.to_string(), tick.is_chosen)),
        _ => None,
    };
    seen::entries(seen::sheet(&view)).into_iter().filter_map(tick).collect()
}

fn heading(story: &Story) -> String {
    seen::sheet(&story.view()).heading.to_string()
}

/// Returns the only session here.
fn session(story: &Story) -> Session {
    story.window().model.sessions().next().expect("a session").clone()
}

fn topics_in_rail(story: &Story) -> Vec<String> {
    let view = story.view();
    let rail = match &view.screen {
        ScreenView::Run(run) => run.rail.clone(),
        _ => seen::planned(&view).rail.clone(),
    };
    rail.into_iter().filter_map(|item| item.topic).map(|topic| topic.to_string()).collect()
}

#[test]
fn invitation_is_not_sent_until_it_left_the_device() {
    let mut maria = inviting();
    maria.press(Message::EditDone);
    assert_eq!(sent(&maria), Some(("Invitation not sent yet".into(), true)));
    maria.press(Message::BackHome);
    assert_eq!(not_sent(&maria), ["Invitation not sent yet"]);
    let id = session(&maria).id;
    maria.send(Press::SessionOpened(id)).invite("Lee");
    // A refused copy is no copy.
    maria.press(Message::CopyWords).settle_copy(false).press(Message::EditDone);
    assert_eq!(sent(&maria), Some(("Invitation not sent yet".into(), true)));
    maria.invite("Lee").press(Message::CopyWords).settle_copy(true).press(Message::EditDone);
    assert_eq!(sent(&maria), Some(("You copied the invitation on Wed 13 May.".into(), false)));
    maria.survives_a_reload();
    maria.press(Message::BackHome);
    assert_eq!(not_sent(&maria), [""; 0]);
}

#[test]
fn each_way_out_is_told_as_what_it_is() {
    let told = |press: &mut dyn FnMut(&mut Story)| {
        let mut maria = inviting();
        press(&mut maria);
        maria.press(Message::EditDone);
        sent(&maria).map(|(words, _)| words)
    };
    let words = |words: &str| Some(words.to_owned());
    assert_eq!(
        told(&mut |maria| _ = maria.press(Message::SendMail)),
        words("You started an e-mail with the invitation on Wed 13 May.")
    );
    assert_eq!(
        told(&mut |maria| _ = maria.press(Message::OtherWays).press(Message::PictureDraw)),
        words("You showed the invitation as a QR code on Wed 13 May.")
    );
    assert_eq!(
        told(&mut |maria| _ = maria.press(Message::OtherWays).press(Message::SaveSession)),
        words("You saved the invitation as a file on Wed 13 May.")
    );
    // A password alone sends nothing.
    let locked = &mut |maria: &mut Story| {
        maria.press(Message::OtherWays).fill(Message::PasswordLabel, "long enough").press(Message::Lock);
    };
    assert_eq!(told(locked), words("Invitation not sent yet"));
}

#[test]
fn answer_is_not_sent_until_it_left_the_device() {
    let (_, mut lee) = answered("The pilot");
    lee.press(Message::EditDone);
    assert_eq!(sent(&lee), Some(("Maria doesn't have this yet.".into(), true)));
    lee.press(Message::BackHome);
    assert_eq!(not_sent(&lee), ["Maria doesn't have this yet."]);
    let id = session(&lee).id;
    lee.send(Press::SessionOpened(id)).press(Message::SendTo { name: "Maria" });
    lee.press(Message::CopyLink).settle_copy(true).press(Message::EditDone);
    assert_eq!(sent(&lee), Some(("You copied your answer on Wed 13 May.".into(), false)));
    lee.press(Message::PrepareOwn).fill(Message::TopicFirst, "The map").press(Message::ReadySeller);
    assert_eq!(sent(&lee), Some(("Maria doesn't have your last change yet.".into(), true)));
}

#[test]
fn request_is_not_sent_until_it_left_the_device() {
    let mut lee = Story::elsewhere();
    lee.press(Message::AskOne).fill(Message::WhoCoaches, "Maria").fill(Message::OwnNameLabel, "Lee");
    lee.press(Message::AskNext).press(Message::BackHome);
    assert_eq!(not_sent(&lee), ["Invitation not sent yet"]);
    let id = session(&lee).id;
    lee.send(Press::ShareOpened(id)).press(Message::CopyLink).settle_copy(true).press(Message::BackHome);
    assert_eq!(not_sent(&lee), [""; 0]);
}

#[test]
fn changed_plan_is_not_sent_until_the_seller_is_told() {
    let (mut maria, _) = invited();
    maria.press(Message::ChangePlan).fill(Message::TimeLabel, "14:00").press(Message::FormSubmitChange);
    assert_eq!(sent(&maria), Some(("Your last change hasn't been sent yet".into(), true)));
    maria.press(Message::ShareChanged { name: "Lee" }).press(Message::CopyLink).settle_copy(true);
    maria.press(Message::EditDone);
    assert_eq!(sent(&maria), Some(("You copied the change on Wed 13 May.".into(), false)));
}

#[test]
fn message_of_an_answer_starts_with_the_topic() {
    let (_, mut lee) = answered("The pilot at Ward & Co");
    assert!(message(&mut lee).starts_with("My topic: The pilot at Ward & Co\n"));
    assert!(seen::sheet(&lee.view()).lead.starts_with("Or just tell Maria in chat."));

    let (_, mut lee) = invited();
    lee.press(Message::NotYetBring);
    assert!(
        message(&mut lee)
            .starts_with("I'll bring a topic.\nThursday 14 May, 10:00 (Berlin time) works for me.\n")
    );

    let (_, mut lee) = invited();
    lee.press(Message::AnotherTime).fill(Message::WishLabel, "Friday at nine").press(Message::AskOtherTime);
    let text = message(&mut lee);
    let asks = "Could we find a different time? Thursday 14 May, 10:00 (Berlin time) doesn't work for me. This would: Friday at nine\n";
    assert!(text.starts_with(asks), "{text}");
}

#[test]
fn noted_topic_stands_until_the_seller_names_one() {
    let (mut maria, mut lee) = invited();
    maria.fill(Message::NotedAsk { seller: "Lee" }, "The renewal, she said");
    assert_eq!(topics_in_rail(&maria), ["The renewal, she said"]);
    maria.survives_a_reload();
    maria.press(Message::PrepareOwn).press(Message::IAm { name: "Maria" });
    assert!(
        lines(&maria).contains(&"The renewal, she said (noted by Maria)".to_owned()),
        "{:?}",
        lines(&maria)
    );
    maria.press(Message::NotReady);

    lee.fill(Message::TopicFirst, "The map").press(Message::ItIsCoaching { manager: "Maria" });
    hand(&mut lee, &mut maria);
    maria.press(Message::FileTake);
    assert_eq!(topics_in_rail(&maria), ["The map"]);
    let noted = seen::fields(&maria.view())[0].hint.clone();
    assert!(noted.unwrap().contains("It still goes along"), "what goes out can be taken out");
    maria.fill(Message::NotedAsk { seller: "Lee" }, "").press(Message::BackHome).open_first();
    assert!(seen::fields(&maria.view()).is_empty(), "who answered is not asked about again");
}

#[test]
fn noted_topic_stands_on_the_running_session_and_says_so() {
    let mut maria = Story::new();
    maria.plan("Lee").fill(Message::NotedAsk { seller: "Lee" }, "The renewal");
    maria.now = crate::given::TEN;
    maria.press_start();
    assert_eq!(topics_in_rail(&maria), ["The renewal"]);
    let view = maria.view();
    let agreed = seen::run(&view).agreed.as_ref().expect("what both agreed on");
    assert_eq!(
        agreed.lines.iter().map(seen::read).collect::<Vec<_>>(),
        ["The renewal (noted by the manager)"]
    );
}

#[test]
fn noted_topic_that_is_too_long_stays_in_its_field() {
    let mut maria = Story::new();
    maria.plan("Lee").fill(Message::NotedAsk { seller: "Lee" }, &"x".repeat(2_001)).press(Message::BackHome);
    let (typed, complaint) = maria.field(Message::NotedAsk { seller: "Lee" });
    assert_eq!(typed.len(), 2_001);
    assert_eq!(complaint.as_deref(), Some("At most 2,000 characters: 1 too many."));
}

#[test]
fn manager_chooses_what_the_seller_can_count_on() {
    let mut maria = inviting();
    assert!(ticks(&maria).iter().all(|(_, is_ticked)| !is_ticked), "{:?}", ticks(&maria));
    assert!(!message(&mut maria).contains("You can count on this"));
    maria.press("No forecast questions.");
    assert_eq!(ticks(&maria).iter().map(|(_, is)| *is).collect::<Vec<_>>(), [false, true, false]);
    maria.press(Message::CountOnAll);
    assert!(ticks(&maria).iter().all(|(_, is_ticked)| *is_ticked));
    assert!(!maria.offers(Message::CountOnAll));
    let text = message(&mut maria);
    let said = "You can count on this:\n- I'll ask before I tell.\n- No forecast questions.\n- I won't use our notes";
    assert!(text.contains(said), "{text}");
    assert!(lines(&maria).contains(&"- No forecast questions.".to_owned()), "the message is on the screen");
    let mut lee = Story::elsewhere();
    hand(&mut maria, &mut lee);
    assert!(lines(&lee).contains(&"No forecast questions.".to_owned()));
    // The next session of the two remembers the choice, another seller's does not.
    maria.plan("Lee").invite("Lee");
    assert!(ticks(&maria).iter().all(|(_, is_ticked)| *is_ticked));
    maria.plan("Ana").invite("Ana");
    assert!(ticks(&maria).iter().all(|(_, is_ticked)| !is_ticked));
}

#[test]
fn fact_of_the_manager_goes_along_with_the_invitation() {
    let (mut maria, mut lee) = invited();
    maria.press(Message::PrepareOwn).press(Message::IAm { name: "Maria" });
    maria.fill(Message::FactLabel, "Dana has not answered since May").press(Message::Told);
    maria.press(Message::ReadyManager);
    assert_eq!(sent(&maria), Some(("Your last change hasn't been sent yet".into(), true)));
    maria.press(Message::ShareFact { name: "Lee" });
    let text = message(&mut maria);
    assert!(
        text.starts_with("One fact I bring (I was told): Dana has not answered since May\n"),
        "the news first: {text}"
    );
    assert!(text.contains("This link opens it:"), "nobody is asked again if the time works: {text}");
    maria.settle_copy(true);
    assert_eq!((heading(&maria), message(&mut maria)), ("Send Lee your fact".into(), text), "as it was sent");
    hand(&mut maria, &mut lee);
    assert!(
        lines(&lee).contains(&"Dana has not answered since May (Told by someone)".to_owned()),
        "{:?}",
        lines(&lee)
    );
}

#[test]
fn manager_without_a_name_gives_one_first() {
    let mut maria = Story::new();
    maria.plan("Lee").press(Message::ShareInvite { name: "Lee" });
    assert_eq!(heading(&maria), "Who will Lee hear from?");
    assert!(!maria.offers(Message::CopyWords));
    maria.press(Message::NameNext);
    assert_eq!(maria.field(Message::OwnNameLabel).1.as_deref(), Some("Enter a name."));
    maria.fill(Message::OwnNameLabel, "Maria").press(Message::BackToSession).reload().press("Invite Lee");
    assert_eq!(maria.field(Message::OwnNameLabel).0, "Maria", "what is typed stays");
    maria.press(Message::NameNext);
    assert_eq!(heading(&maria), "Invite Lee");
    let mut lee = Story::elsewhere();
    hand(&mut maria, &mut lee);
    assert_eq!(heading(&lee), "Maria invites you to a coaching session");
}

#[test]
fn agenda_follows_what_the_seller_chose() {
    let (mut maria, mut lee) = invited();
    lee.fill(Message::TopicFirst, "The opening").press("Before a call");
    lee.press(Message::ItIsCoaching { manager: "Maria" });
    hand(&mut lee, &mut maria);
    assert!(
        lines(&maria).contains(&"It's about: Before a call (The agenda follows.)".to_owned()),
        "{:?}",
        lines(&maria)
    );
    maria.press(Message::FileTake);
    let plan = session(&maria).manager_half().expect("a plan").plan.clone();
    assert_eq!(plan.coaching_type.id.as_str(), "call-before");
    let view = maria.view();
    assert!(seen::planned(&view).rail.iter().any(|item| &*item.title == "Aim and people"));
    // Lee asked for the change, so there is nothing to send, and Lee is ready for it.
    assert_eq!(sent(&maria).map(|(_, is_open)| is_open), Some(false));
    assert!(seen::planned(&view).parties[0].statement.ends_with("Lee sent a topic."));
}

#[test]
fn moved_session_says_so_first_and_is_answered_with_one_press() {
    let (mut maria, mut lee) = answered("The pilot");
    hand(&mut lee, &mut maria);
    maria.press(Message::FileTake);
    maria.press(Message::ChangePlan).fill(Message::DateLabel, "2026-05-15").fill(Message::TimeLabel, "15:30");
    maria.press(Message::FormSubmitChange).press(Message::ShareChanged { name: "Lee" });
    hand(&mut maria, &mut lee);
    assert_eq!(heading(&lee), "Moved to Fri 15 May, 15:30");
    let lead = seen::sheet(&lee.view()).lead.to_string();
    assert!(lead.starts_with("It was Thu 14 May, 10:00 before. "), "{lead}");
    lee.press(Message::WorksForMe);
    assert_eq!(heading(&lee), "Send it to Maria");
    let text = message(&mut lee);
    assert!(text.starts_with("Friday 15 May, 15:30 (Berlin time) works for me.\n"), "the news first: {text}");
    hand(&mut lee, &mut maria);
    maria.press(Message::FileTake);
    assert_eq!(
        &*seen::planned(&maria.view()).parties[0].statement,
        "Fri 15 May, 15:30 works for Lee. Lee sent a topic."
    );
    assert_eq!(topics_in_rail(&maria), ["The pilot"], "the topic stays");
    // About yet another time Lee said nothing.
    maria.press(Message::ChangePlan).fill(Message::DateLabel, "2026-05-18").press(Message::FormSubmitChange);
    assert_eq!(
        &*seen::planned(&maria.view()).parties[0].statement,
        "Lee doesn't know the new time yet. Lee sent a topic."
    );
}

#[test]
fn another_time_leads_back_with_all_typed_words() {
    let (_, mut lee) = invited();
    lee.fill(Message::TopicFirst, "The pilot").press(Message::AnotherTime).fill(Message::WishLabel, "Friday");
    assert_eq!(lee.field(Message::TopicFirst).0, "The pilot");
    let sheet = seen::sheet(&lee.view()).clone();
    let answers: Vec<_> = sheet.answers.iter().map(|action| action.label.to_string()).collect();
    assert_eq!(
        (&*sheet.main.label, answers),
        ("Ask for another time", vec!["Back to the invitation".into()])
    );
    lee.press(Message::TimeBack);
    assert_eq!(lee.field(Message::TopicFirst).0, "The pilot");
    assert_eq!(lee.clone().press(Message::AnotherTime).field(Message::WishLabel).0, "Friday");
    lee.press(Message::ItIsCoaching { manager: "Maria" });
    let text = message(&mut lee);
    assert!(
        text.starts_with("My topic: The pilot\nThursday 14 May, 10:00 (Berlin time) works for me.\n"),
        "{text}"
    );
}

#[test]
fn answer_says_yes_to_the_time_once() {
    let (mut maria, mut lee) = answered("The pilot");
    let yes = "Thursday 14 May, 10:00 (Berlin time) works for me.";
    assert!(message(&mut lee).contains(yes));
    hand(&mut lee, &mut maria);
    assert_eq!(lines(&maria)[0], "Thursday 14 May, 10:00 works for Lee.");
    assert_eq!(&*seen::sheet(&maria.view()).head.title, "Thursday 14 May, 10:00");
    maria.press(Message::FileTake);
    let statement = "Thu 14 May, 10:00 works for Lee. Lee sent a topic.";
    assert_eq!(&*seen::planned(&maria.view()).parties[0].statement, statement);
    maria.press(Message::BackHome);
    let view = maria.view();
    let ScreenView::Home(home) = &view.screen else { panic!("not the list") };
    assert_eq!(&*home.groups[0].rows[0].detail, "The pilot \u{b7} Said yes");
    // A change of the topic says nothing of the time again; the same answer once more does.
    assert!(message(&mut lee).contains(yes));
    lee.press(Message::EditDone).press(Message::PrepareOwn).fill(Message::TopicFirst, "The map");
    lee.press(Message::NotReady).press(Message::SendTo { name: "Maria" });
    let text = message(&mut lee);
    assert!(text.starts_with("My topic: The map\n") && !text.contains("works for me"), "{text}");
}

#[test]
fn seller_who_prepares_is_told_that_ready_means_yes() {
    let (mut maria, mut lee) = invited();
    let id = session(&maria).id;
    // The invitation is here without an answer, as one that came along with a record.
    lee.send(Press::LinkTaken(Taking::Merged)).send(Press::PrepareAsked(id, Party::Seller));
    let lead = seen::sheet(&lee.view()).lead.to_string();
    assert!(lead.ends_with("\u{201c}I'm ready\u{201d} also says yes to Thu 14 May, 10:00."), "{lead}");
    let mut later = lee.clone();
    later.fill(Message::TopicFirst, "The pilot").press(Message::NotReady);
    later.press(Message::SendTo { name: "Maria" });
    assert!(!message(&mut later).contains("works for me"));
    lee.fill(Message::TopicFirst, "The pilot").press(Message::ReadySeller);
    lee.press(Message::SendTo { name: "Maria" });
    assert!(message(&mut lee).contains("Thursday 14 May, 10:00 (Berlin time) works for me."));
    hand(&mut lee, &mut maria);
    maria.press(Message::FileTake);
    assert!(
        seen::planned(&maria.view()).parties[0]
            .statement
            .starts_with("Lee said \u{201c}I\u{2019}m ready\u{201d}")
    );
}

#[test]
fn new_date_that_was_only_saved_is_answered_on_the_page() {
    let (mut maria, mut lee) = answered("The pilot");
    message(&mut lee);
    lee.settle_copy(true);
    hand(&mut lee, &mut maria);
    maria.press(Message::FileTake);
    maria.press(Message::ChangePlan).fill(Message::TimeLabel, "14:00").press(Message::FormSubmitChange);
    maria.press(Message::ShareChanged { name: "Lee" });
    hand(&mut maria, &mut lee);
    lee.press(Message::JustNote);
    let [next, statement, _] = own(&lee);
    assert_eq!(next, "Works for me");
    assert_eq!(statement, "You haven't said yet if the new time works.");
    lee.press(Message::WorksForMe);
    assert!(message(&mut lee).contains("Thursday 14 May, 14:00 (Berlin time) works for me."));
}

#[test]
fn leaving_a_typed_answer_asks_once() {
    let (_, mut lee) = invited();
    lee.fill(Message::TopicFirst, "The pilot").press(Message::FileLeave);
    let told = seen::sheet(&lee.view()).outcome.clone().expect("a statement");
    assert!(told.starts_with("Not sent yet."), "{told}");
    lee.press(Message::FileLeave);
    assert!(matches!(lee.view().screen, ScreenView::Home(_)));
}

#[test]
fn text_that_leaves_names_the_zone_and_holds_no_isolates() {
    let mut maria = Story::new();
    maria.plan("לאה").invite("לאה").press(Message::CopyWords);
    let text = maria.window().sent.clone().expect("a message").text;
    assert!(text.contains("10:00 (Berlin time)"), "{text}");
    assert!(text.contains("לאה"));
    assert!(!text.contains(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}']), "{text:?}");
}

#[test]
fn short_password_is_advised_against() {
    let mut maria = inviting();
    maria.press(Message::OtherWays);
    let hint = |story: &Story| {
        let fields = seen::fields(&story.view());
        let label = Message::PasswordLabel.words();
        let field = fields.into_iter().find(|field| *field.label == *label).expect("the password");
        field.hint.expect("a hint").to_string()
    };
    assert!(hint(&maria).starts_with("Share the password some other way"));
    maria.fill(Message::PasswordLabel, "sesame");
    assert!(hint(&maria).starts_with("Short passwords are guessed quickly."), "{}", hint(&maria));
    maria.fill(Message::PasswordLabel, "open sesame");
    assert!(hint(&maria).starts_with("Share the password some other way"));
    maria.press(Message::Lock);
    assert!(!seen::sheet(&maria.view()).lead.contains("Whoever has the link"));
}

#[test]
fn sending_is_told_of_no_session_that_is_unknown() {
    let maria = inviting();
    assert_eq!(
        coaching_session::program::update::sent::sent_state(&maria.window().model, SessionId(7)),
        None
    );
}

#[test]
fn record_and_next_invitation_travel_in_one_link() {
    let (mut maria, mut lee) = answered("The pilot");
    hand(&mut lee, &mut maria);
    maria.press(Message::FileTake);
    maria.now = crate::given::TEN;
    maria.press_start().press(Message::EndEarly);
    let record = session(&maria).id;
    maria.press(Message::BackHome).press(Message::PlanOne).fill(Message::SellerLabel, "Lee");
    maria.fill(Message::DateLabel, "2026-06-11").fill(Message::TimeLabel, "10:00").press(Message::FormSubmit);
    assert_eq!(sent(&maria), Some(("Invitation not sent yet".into(), true)));
    maria.press(Message::BackHome).send(Press::ShareOpened(record));
    let text = message(&mut maria);
    assert!(text.contains("Our next session: Thursday 11 June, 10:00 (Berlin time)\n"), "{text}");
    assert!(
        lines(&maria).iter().any(|line| line.starts_with("Thursday 11 June, 10:00")),
        "{:?}",
        lines(&maria)
    );
    hand(&mut maria, &mut lee);
    assert!(lines(&lee).iter().any(|line| line.starts_with("Thursday 11 June, 10:00")));
    lee.press(Message::FileTake);
    assert_eq!(lee.window().model.sessions().count(), 2);
    // The next one is sent with it, and the same link brings nothing new.
    let next =
        maria.window().model.sessions().map(|session| session.id).find(|id| *id != record).expect("two");
    maria.send(Press::SessionOpened(next));
    assert_eq!(sent(&maria), Some(("You copied the record with this date on Thu 14 May.".into(), false)));
    lee.send(Event::LinkOpened(text));
    assert_eq!(heading(&lee), "Nothing new");
}

#[test]
fn message_too_long_for_a_mail_program_says_so() {
    let outcome = |topic: &str| {
        let (_, lee) = answered(topic);
        let said = seen::sheet(&lee.view()).outcome.clone().map(|words| words.to_string());
        (lee.offers(Message::SendMail), said.unwrap_or_default())
    };
    assert_eq!(outcome("The pilot"), (true, String::new()));
    let why = "This message is too long to open in an e-mail program. Copy the text and the link instead.";
    assert_eq!(outcome(&"all the same ".repeat(60)), (false, why.to_owned()));
}

#[test]
fn record_brings_the_next_session_that_is_still_to_come() {
    let (mut maria, mut lee) = answered("The pilot");
    hand(&mut lee, &mut maria);
    maria.press(Message::FileTake);
    maria.now = crate::given::TEN;
    maria.press_start().press(Message::EndEarly);
    let record = session(&maria).id;
    for date in ["2026-05-15", "2026-06-11"] {
        maria.press(Message::BackHome).press(Message::PlanOne).fill(Message::SellerLabel, "Lee");
        maria.fill(Message::DateLabel, date).fill(Message::TimeLabel, "10:00").press(Message::FormSubmit);
    }
    maria.now = maria.now.plus(Span::minutes(5 * 24 * 60));
    maria.press(Message::BackHome).send(Press::ShareOpened(record));
    let text = message(&mut maria);
    assert!(text.contains("Our next session: Thursday 11 June, 10:00 (Berlin time)\n"), "{text}");
    lee.send(Event::LinkOpened(text)).press(Message::FileTake);
    let dates = lee.window().model.sessions().filter_map(Session::manager_half);
    let dates: Vec<_> = dates.map(|half| half.plan.schedule.local.date_field()).collect();
    assert!(dates.contains(&"2026-06-11".to_owned()) && dates.len() == 2, "{dates:?}");
}

#[test]
fn known_record_still_brings_the_next_session() {
    let (mut maria, mut lee) = answered("The pilot");
    hand(&mut lee, &mut maria);
    maria.press(Message::FileTake);
    maria.now = crate::given::TEN;
    maria.press_start().press(Message::EndEarly);
    let record = session(&maria).id;
    maria.press(Message::BackHome).send(Press::ShareOpened(record));
    hand(&mut maria, &mut lee);
    lee.press(Message::FileTake);
    assert_eq!(lee.window().model.sessions().count(), 1);
    maria.press(Message::BackHome).press(Message::PlanOne).fill(Message::SellerLabel, "Lee");
    maria.fill(Message::DateLabel, "2026-06-11").fill(Message::TimeLabel, "10:00").press(Message::FormSubmit);
    maria.press(Message::BackHome).send(Press::ShareOpened(record));
    hand(&mut maria, &mut lee);
    lee.press(Message::FileTake);
    assert_eq!(lee.window().model.sessions().count(), 2);
}

#[test]
fn wish_of_the_seller_stands_on_the_form_and_the_plan() {
    let mut lee = Story::elsewhere();
    lee.press(Message::AskOne).fill(Message::WhoCoaches, "Maria").fill(Message::OwnNameLabel, "Lee");
    lee.fill(Message::WishLabel, "Friday at nine").press(Message::AskNext);
    let mut maria = Story::new();
    hand(&mut lee, &mut maria);
    maria.press(Message::PlanOne);
    let wish = "Lee asks for “Friday at nine”";
    assert_eq!(seen::form(&maria.view()).lead.as_deref(), Some(wish));
    maria.fill(Message::DateLabel, "2026-05-14").fill(Message::TimeLabel, "10:00").press(Message::FormSubmit);
    let statement = seen::planned(&maria.view()).parties[0].statement.to_string();
    assert!(statement.ends_with(wish), "{statement}");
}

#[test]
fn answer_stays_open_while_the_screen_below_cannot_be_left() {
    let (_, mut lee) = answered("The pilot");
    lee.press(Message::EditDone).press(Message::PrepareOwn).fill(Message::TopicFirst, &"x".repeat(2_001));
    let mut ana = Story::elsewhere();
    ana.plan("Lee").invite("Lee");
    hand(&mut ana, &mut lee);
    lee.press(Message::NotYetBring);
    assert_eq!(heading(&lee), "Maria invites you to a coaching session");
    let told = seen::sheet(&lee.view()).outcome.clone().expect("a statement");
    assert!(told.starts_with("Nothing is sent or added yet"), "{told}");
}

#[test]
fn third_topic_is_saved_and_offered_with_the_next_invitation() {
    let (mut maria, mut lee) = answered("The pilot");
    lee.press(Message::EditDone).press(Message::PrepareOwn);
    lee.press(Message::TopicAdd).fill(Message::TopicNext, "The map");
    lee.press(Message::TopicAdd).fill(Message::TopicParked, "The moon").press(Message::ReadySeller);
    lee.press(Message::SendTo { name: "Maria" });
    assert!(message(&mut lee).contains("\nAlso: The map\nSaved for next time: The moon\n"));
    hand(&mut lee, &mut maria);
    assert!(lines(&maria).contains(&"The moon (Saved for next time)".to_owned()), "{:?}", lines(&maria));
    maria.press(Message::FileTake).press(Message::BackHome);
    maria.press(Message::PlanOne).fill(Message::SellerLabel, "Lee").fill(Message::DateLabel, "2026-05-28");
    maria.fill(Message::TimeLabel, "10:00").press(Message::FormSubmit).invite("Lee");
    lee.press(Message::EditDone);
    hand(&mut maria, &mut lee);
    assert_eq!(lines(&lee)[0], "The moon");
    lee.press("Bring it: The moon");
    assert_eq!(lee.field(Message::TopicFirst).0, "The moon");
}

#[test]
fn change_is_told_as_one() {
    let (mut maria, _) = invited();
    maria.press(Message::ChangePlan).fill(Message::DateLabel, "2026-05-15").press(Message::FormSubmitChange);
    let text = message(maria.press(Message::ShareChanged { name: "Lee" }));
    assert!(
        text.starts_with("Our coaching session has changed since my last message:\n- When: Fri"),
        "{text}"
    );
    assert!(text.contains("Friday 15 May, 10:00 (Berlin time)\n"), "{text}");
    assert!(!text.contains("say what would help most"), "Lee was asked before: {text}");
}

#[test]
fn request_asks_and_says_when_it_would_suit() {
    let mut lee = Story::elsewhere();
    lee.press(Message::AskOne).fill(Message::WhoCoaches, "Maria").fill(Message::OwnNameLabel, "Lee");
    lee.fill(Message::TopicFirst, "The pilot")
        .fill(Message::WishLabel, "Any morning")
        .press(Message::AskNext);
    let text = message(&mut lee);
    let asks = "Could we have a coaching session?\nMy topic: The pilot\nThis would suit me: Any morning\n";
    assert!(text.starts_with(asks), "{text}");
    assert!(text.contains("Open this link to plan it:\n"), "{text}");
    let mut maria = Story::new();
    maria.send(Event::LinkOpened(text));
    assert!(lines(&maria).contains(&"Lee asks for “Any morning”".to_owned()));
}

#[test]
fn wish_for_another_time_is_settled_once_the_time_works() {
    let (mut maria, mut lee) = invited();
    lee.press(Message::AnotherTime).fill(Message::WishLabel, "Friday").press(Message::AskOtherTime);
    hand(&mut lee, &mut maria);
    maria.press(Message::FileTake).press(Message::AbsenceMove).fill(Message::DateLabel, "2026-05-15");
    maria.press(Message::FormSubmitChange).press(Message::ShareChanged { name: "Lee" });
    hand(&mut maria, &mut lee);
    lee.press(Message::WorksForMe);
    hand(&mut lee, &mut maria);
    maria.press(Message::FileTake);
    assert_eq!(&*seen::planned(&maria.view()).parties[0].statement, "Fri 15 May, 10:00 works for Lee.");
}

#[test]
fn topic_that_is_named_is_not_announced_as_well() {
    let (mut maria, mut lee) = answered("The pilot");
    hand(&mut lee, &mut maria);
    maria.press(Message::FileTake).press(Message::ChangePlan).fill(Message::DateLabel, "2026-05-15");
    maria.press(Message::FormSubmitChange).press(Message::ShareChanged { name: "Lee" });
    hand(&mut maria, &mut lee);
    lee.press(Message::WorksForMe);
    assert!(!lines(&lee).contains(&"Lee will bring a topic.".to_owned()), "{:?}", lines(&lee));
}

#[test]
fn field_of_an_invitation_comes_first_and_promises_stand_once() {
    let mut maria = inviting();
    maria.press(Message::CountOnAll);
    let mut lee = Story::elsewhere();
    hand(&mut maria, &mut lee);
    let sheet = seen::sheet(&lee.view()).clone();
    assert!(matches!(sheet.sections[0].entries[0], Entry::Field(_)));
    let promises = lines(&lee).into_iter().filter(|line| line.starts_with("I'll ask before I tell.")).count();
    assert_eq!(promises, 1);
}

/// The main button, the statement about this person and the question of Lee's planned session.
fn own(story: &Story) -> [String; 3] {
    let view = story.view();
    let shown = seen::planned(&view);
    let party = shown.parties.first().map(|party| party.statement.to_string());
    [shown.next.label.to_string(), party.unwrap_or_default(), shown.question.to_string()]
}

#[test]
fn sellers_own_screen_speaks_to_the_seller() {
    let (_, mut lee) = answered("The pilot");
    lee.press(Message::EditDone);
    let [next, statement, question] = own(&lee);
    assert_eq!(next, "Send to Maria", "what is not sent comes first");
    assert_eq!(statement, "You said that Thu 14 May, 10:00 works.");
    assert_eq!(question, "Your answer");
    lee.press(Message::SendTo { name: "Maria" });
    message(&mut lee);
    lee.settle_copy(true).press(Message::EditDone);
    assert_eq!(own(&lee)[0], "Prepare", "what was just sent is not the next step");
    let prepare = seen::names(&lee.view()).into_iter().filter(|name| name == "Prepare").count();
    assert_eq!(prepare, 1);
    lee.press(Message::PrepareOwn).press(Message::ReadySeller);
    assert!(own(&lee)[1].starts_with("You said “I’m ready” ("), "{}", own(&lee)[1]);
    assert_eq!(own(&lee)[0], "Send to Maria");
}

#[test]
fn seller_who_prepared_at_the_managers_desk_needs_no_link() {
    let mut maria = inviting();
    message(&mut maria);
    maria.settle_copy(true).press(Message::EditDone);
    maria.press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    maria.fill(Message::TopicFirst, "The pilot").press(Message::ReadySeller);
    let view = maria.view();
    let brought = seen::planned(&view).brought.clone().expect("the words of Lee");
    assert_eq!((&*brought.heading, &*brought.lines[0]), ("What Lee brings", "The pilot"));
    assert!(!maria.offers(Message::SendTo { name: "Lee" }), "there is nothing to send again");
    maria.press(Message::PrepareOwn).press(Message::IAm { name: "Maria" });
    maria.fill(Message::FactLabel, "They froze the budget").press(Message::ReadyManager);
    assert_eq!(sent(&maria), None, "Lee sits beside Maria");
    maria.press(Message::BackHome);
    assert_eq!(not_sent(&maria), Vec::<String>::new());
}

#[test]
fn seller_who_cannot_come_says_so_and_the_session_is_moved() {
    let (mut maria, mut lee) = answered("The pilot");
    hand(&mut lee, &mut maria);
    maria.press(Message::FileTake);
    lee.press(Message::EditDone).press(Message::AbsenceAsk);
    assert_eq!(own(&lee)[2], "You can't make Thu 14 May, 10:00?");
    lee.fill(Message::AbsenceLabel, "I'm in Kyiv. Friday?").press(Message::BackToSession);
    lee.survives_a_reload();
    lee.press(Message::AbsenceAsk);
    assert_eq!(lee.field(Message::AbsenceLabel).0, "I'm in Kyiv. Friday?", "typed words wait");
    lee.press(Message::AbsenceNext { name: "Maria" });
    let text = message(&mut lee);
    assert!(
        text.starts_with("I can't make Thursday 14 May, 10:00 (Berlin time): I'm in Kyiv. Friday?\n"),
        "{text}"
    );
    lee.settle_copy(true).press(Message::EditDone);
    assert_eq!(own(&lee)[2], "You said you can't make Thu 14 May, 10:00.");
    assert!(!lee.offers(Message::CalendarPut), "nothing goes into the calendar");

    maria.send(Event::LinkOpened(text));
    assert_eq!(lines(&maria)[0], "Lee can't make Thursday 14 May, 10:00.");
    maria.press(Message::FileTake);
    let view = maria.view();
    let shown = seen::planned(&view);
    assert_eq!(
        (&*shown.question, &*shown.reason),
        ("Lee can't make Thu 14 May, 10:00.", "Lee wrote: “I'm in Kyiv. Friday?”")
    );
    assert_eq!(&*shown.next.label, "Change the date");
    let quiet: Vec<_> = shown.second.iter().map(|action| action.label.to_string()).collect();
    assert_eq!((shown.others.len(), quiet), (0, vec!["Start it anyway".into()]));
    assert!(shown.rail.is_empty() && shown.parties.is_empty() && shown.brought.is_none());
    let folded = shown.again.shared.clone().expect("the plan and the preparations");
    assert_eq!(&*folded.name, "What was planned");
    assert!(format!("{folded:?}").contains("The pilot"), "{folded:?}");
    maria.press(Message::AbsenceMove).fill(Message::DateLabel, "2026-05-15").press(Message::FormSubmitChange);
    let statement = seen::planned(&maria.view()).parties[0].statement.to_string();
    assert!(statement.starts_with("Lee doesn't know the new time yet."), "{statement}");
    maria.press(Message::ShareChanged { name: "Lee" });
    hand(&mut maria, &mut lee);
    lee.press(Message::WorksForMe);
    hand(&mut lee, &mut maria);
    maria.press(Message::FileTake);
    let statement = "Fri 15 May, 10:00 works for Lee. Lee sent a topic.";
    assert_eq!(&*seen::planned(&maria.view()).parties[0].statement, statement);
}

#[test]
fn words_of_an_absence_taken_back_wait_in_the_form() {
    let (_, mut lee) = answered("The pilot");
    lee.press(Message::EditDone).press(Message::AbsenceAsk);
    lee.fill(Message::AbsenceLabel, "I'm in Kyiv. Friday?").press(Message::AbsenceNext { name: "Maria" });
    lee.press(Message::EditDone).press(Message::AbsenceBack);
    let text = message(&mut lee);
    assert!(text.contains("works for me.") && !text.contains("Kyiv"), "{text}");
    lee.press(Message::EditDone).reload();
    assert_eq!(lee.notices(), ["Typed earlier and not kept: “I'm in Kyiv. Friday?”"]);
    lee.press(Message::AbsenceAsk);
    assert_eq!(lee.field(Message::AbsenceLabel).0, "I'm in Kyiv. Friday?");
}

#[test]
fn wish_for_another_time_makes_moving_the_next_step() {
    let (mut maria, mut lee) = invited();
    lee.press(Message::AnotherTime).fill(Message::WishLabel, "Friday").press(Message::AskOtherTime);
    hand(&mut lee, &mut maria);
    maria.press(Message::FileTake);
    let view = maria.view();
    let shown = seen::planned(&view);
    assert_eq!((&*shown.next.label, &*shown.reason), ("Change the date", "Lee asks for “Friday”"));
    assert!(!maria.offers_start(), "nobody said yes");
}

#[test]
fn seller_who_deletes_a_session_can_tell_the_manager() {
    let (_, mut lee) = answered("The pilot");
    lee.press(Message::EditDone).press(Message::Delete).press(Message::AbsenceTell { name: "Maria" });
    lee.press(Message::AbsenceNext { name: "Maria" });
    let text = message(&mut lee);
    assert!(
        text.starts_with("I can't make Thursday 14 May, 10:00 (Berlin time).\nMy topic: The pilot\n"),
        "{text}"
    );
    lee.press(Message::EditDone).press(Message::AbsenceBack);
    assert!(message(&mut lee).contains("Thursday 14 May, 10:00 (Berlin time) works for me."));
}

/// Maria moves the session to 15 May, and Lee opens the link of the change.
fn moved(maria: &mut Story, lee: &mut Story) {
    maria.press(Message::ChangePlan).fill(Message::DateLabel, "2026-05-15");
    maria.press(Message::FormSubmitChange).press(Message::ShareChanged { name: "Lee" });
    hand(maria, lee);
}

#[test]
fn unsent_words_about_the_time_outlive_a_yes_to_the_new_one() {
    #[track_caller]
    fn check(name: &str, says_no: &dyn Fn(&mut Story), says_yes: &dyn Fn(&mut Story)) {
        let (mut maria, mut lee) = answered("The pilot");
        hand(&mut lee, &mut maria);
        lee.press(Message::EditDone);
        maria.press(Message::FileTake);
        says_no(&mut lee);
        moved(&mut maria, &mut lee);
        says_yes(&mut lee);
        lee.reload();
        assert!(
            lee.notices().contains(&"Typed earlier and not kept: “I'm in Kyiv”".to_owned()),
            "{name}: {:?}",
            lee.notices()
        );
        lee.press(Message::AbsenceAsk);
        assert_eq!(lee.field(Message::AbsenceLabel).0, "I'm in Kyiv", "{name}");
    }
    let no = |lee: &mut Story| {
        lee.press(Message::AbsenceAsk).fill(Message::AbsenceLabel, "I'm in Kyiv");
        lee.press(Message::AbsenceNext { name: "Maria" }).press(Message::EditDone);
    };
    check("on the link", &no, &|lee| {
        lee.press(Message::WorksForMe).press(Message::EditDone);
    });
    check("on the session", &no, &|lee| {
        lee.press(Message::JustNote).press(Message::WorksForMe).press(Message::EditDone);
    });
    check("by being ready", &no, &|lee| {
        lee.press(Message::JustNote).press(Message::PrepareOwn).press(Message::ReadySeller);
    });
}

#[test]
fn unsent_wish_stands_in_the_field_of_the_moved_session() {
    let (mut maria, mut lee) = invited();
    lee.press(Message::AnotherTime).fill(Message::WishLabel, "Friday").press(Message::AskOtherTime);
    lee.press(Message::EditDone);
    moved(&mut maria, &mut lee);
    lee.press(Message::AnotherTime);
    assert_eq!(lee.field(Message::WishLabel).0, "Friday");
    // A wish that was sent is answered by the new time.
    let (mut maria, mut lee) = invited();
    lee.press(Message::AnotherTime).fill(Message::WishLabel, "Friday").press(Message::AskOtherTime);
    hand(&mut lee, &mut maria);
    maria.press(Message::FileTake);
    maria.press(Message::AbsenceMove).fill(Message::DateLabel, "2026-05-15");
    maria.press(Message::FormSubmitChange).press(Message::ShareChanged { name: "Lee" });
    hand(&mut maria, &mut lee);
    lee.press(Message::AnotherTime);
    assert_eq!(lee.field(Message::WishLabel).0, "");
}
