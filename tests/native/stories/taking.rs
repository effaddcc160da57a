//! Links, files and choices of a version never lose what somebody wrote here, and say what they replace.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::id::WriterId;
use coaching_session::domain::party::Party;
use coaching_session::domain::register::{Register, Version, Written};
use coaching_session::domain::session::Session;
use coaching_session::domain::topic::Topic;
use coaching_session::domain::version::VersionVector;
use coaching_session::present::parts::session_row::SessionRow;
use coaching_session::present::parts::sheet::Entry;
use coaching_session::program::event::{Event, Press};
use coaching_session::program::update;
use coaching_session::program::update::link::{Half, outgoing, payload};
use coaching_session::text::message::Message;
use coaching_session::wire::link::{NoLink, read};
use coaching_session::wire::stored::open;

use crate::given::{TEN, text};
use crate::seen;
use crate::story::{HOME, Named, Records, Story};

/// Returns the link on the sending screen.
#[track_caller]
fn link(from: &mut Story) -> String {
    from.press(Message::CopyLink).settle_copy(true).window().sent.clone().unwrap().text
}

#[track_caller]
fn hand(from: &mut Story, to: &mut Story) {
    let link = link(from);
    to.send(Event::LinkOpened(link));
}

fn heading(story: &Story) -> String {
    seen::sheet(&story.view()).heading.to_string()
}

fn lead(story: &Story) -> String {
    seen::sheet(&story.view()).lead.to_string()
}

/// Returns everything that the screen shows, as markup.
fn markup(story: &Story) -> String {
    crate::drawn::markup(story, "en")
}

/// Returns the lines of the sheet, section by section: the heading, and the lines.
fn sections(story: &Story) -> Vec<(String, Vec<String>)> {
    let view = story.view();
    let words = |entry: &Entry| match entry {
        Entry::Line(line) => Some(seen::read(line)),
        _ => None,
    };
    let sections = seen::sheet(&view).sections.iter();
    sections
        .map(|section| {
            (
                section.heading.as_deref().unwrap_or_default().to_string(),
                section.entries.iter().filter_map(words).collect(),
            )
        })
        .collect()
}

fn stored(story: &Story) -> Session {
    open(&story.session_record().1).unwrap()
}

/// Returns true if a stored record of a session holds the words.
fn is_kept(story: &Story, words: &str) -> bool {
    let mut records = story.storage.records.iter().filter(|(name, _)| name.starts_with("session/"));
    records.any(|(_, record)| record.contains(words))
}

fn asks(story: &Story) -> bool {
    story.notices().contains(&Message::Concurrent.words())
}

/// Returns the session rows of the list, group by group: heading, name, lines.
fn rows(story: &Story) -> Vec<(String, Vec<String>)> {
    let view = story.view();
    let groups = seen::home(&view).groups.iter();
    groups
        .map(|group| {
            let row = |row: &SessionRow| {
                [row.seller.to_string(), row.detail.to_string()]
                    .into_iter()
                    .chain(row.lines.iter().map(ToString::to_string))
                    .collect::<Vec<_>>()
                    .join(" | ")
            };
            (group.heading.to_string(), group.rows.iter().map(row).collect())
        })
        .collect()
}

#[track_caller]
fn open_first(story: &mut Story) {
    story.open_first_of_page();
}

/// Maria plans a session with Lee.
fn planned() -> Story {
    let mut maria = Story::new();
    maria.press(Message::PlanOne).press(Message::DefaultsChange).fill(Message::OwnNameLabel, "Maria");
    maria
        .fill(Message::SellerLabel, "Lee")
        .fill(Message::DateLabel, "2026-05-14")
        .fill(Message::TimeLabel, "10:00");
    maria.press(Message::FormSubmit);
    maria
}

/// Maria, on the screen that sends the invitation.
fn inviting() -> Story {
    let mut maria = planned();
    maria.invite("Lee");
    maria
}

/// Maria, and Lee who answered the invitation with this topic.
fn answered(topic: &str) -> (Story, Story) {
    let (mut maria, mut lee) = (inviting(), Story::elsewhere());
    hand(&mut maria, &mut lee);
    lee.fill(Message::TopicFirst, topic).press(Message::ItIsCoaching { manager: "Maria" });
    (maria, lee)
}

/// Deletes the session on Maria's device, and returns the link that cancels it.
fn cancellation(maria: &mut Story) -> String {
    if maria.offers(Message::EditDone) {
        maria.press(Message::EditDone);
    }
    maria.press(Message::Delete).press(Message::ShareCancelled { name: "Lee" });
    link(maria)
}

// Wishes of two windows.

#[test]
fn wishes_of_two_windows_are_both_kept() {
    let (mut maria, mut lee) = (inviting(), Story::elsewhere());
    let link = link(&mut maria);
    lee.open_window("Europe/Berlin");
    for window in [0, 1] {
        lee.in_window(window).send(Event::LinkOpened(link.clone())).press(Message::AnotherTime);
    }
    lee.in_window(0).fill(Message::WishLabel, "On Monday");
    lee.in_window(1).fill(Message::WishLabel, "On Friday");
    lee.in_window(0).press(Message::AskOtherTime);
    lee.in_window(1).press(Message::AskOtherTime);
    let wish = stored(&lee).seller_half().unwrap().wish.clone().unwrap().to_string();
    assert_eq!(wish, "On Monday\nOn Friday");
    assert!(markup(&lee).contains("On Monday"), "what goes back is seen");
}

#[test]
fn same_wish_of_two_windows_is_kept_once() {
    let (mut maria, mut lee) = (inviting(), Story::elsewhere());
    let link = link(&mut maria);
    lee.open_window("Europe/Berlin");
    for window in [0, 1] {
        lee.in_window(window).send(Event::LinkOpened(link.clone())).press(Message::AnotherTime);
        lee.fill(Message::WishLabel, "On Monday");
    }
    lee.in_window(0).press(Message::AskOtherTime);
    lee.in_window(1).press(Message::AskOtherTime);
    assert_eq!(stored(&lee).seller_half().unwrap().wish, Some(text("On Monday")));
}

#[test]
fn wishes_too_long_together_are_complained_about() {
    let (mut maria, mut lee) = (inviting(), Story::elsewhere());
    let link = link(&mut maria);
    lee.open_window("Europe/Berlin");
    for window in [0, 1] {
        lee.in_window(window).send(Event::LinkOpened(link.clone())).press(Message::AnotherTime);
    }
    let (first, second) = ("a".repeat(1_500), "b".repeat(1_500));
    lee.in_window(0).fill(Message::WishLabel, &first);
    lee.in_window(1).fill(Message::WishLabel, &second);
    lee.in_window(0).press(Message::AskOtherTime);
    lee.in_window(1).press(Message::AskOtherTime);
    let (typed, complaint) = lee.field(Message::WishLabel);
    assert_eq!(typed, second);
    assert!(complaint.is_some());
    assert!(is_kept(&lee, &first));
}

// The choice between two versions.

/// One person's two devices after the end of a session, the second as a copy of the first.
fn two_devices() -> (Story, Story) {
    let mut first = planned();
    first.now = TEN;
    first.press_start().press(Message::EndEarly);
    let mut second = first.clone();
    second.move_to_another_machine();
    for story in [&mut first, &mut second] {
        if story.offers(Message::BackHome) {
            story.press(Message::BackHome);
        }
        open_first(story);
    }
    (first, second)
}

/// Answers as Maria with these words, and keeps the answer for later, or hands it in.
fn answer(story: &mut Story, keep: &str, reply: Message<'_>, done: Message<'_>) {
    let again = Message::AnswerAgain { name: "Maria" };
    story.alone();
    story.press(if story.offers(again) { again } else { Message::AnswerAs { name: "Maria" } });
    story.press(Message::IAm { name: "Maria" }).fill_differently(keep);
    // The sheet asks for the words once it was just talking.
    if reply.words() != Message::JustTalking.words() {
        story.press(reply);
    }
    story.press(done);
}

/// Takes everything of `second` into `first`, and opens the session there.
fn bring(second: &mut Story, first: &mut Story) {
    if second.offers(Message::BackHome) {
        second.press(Message::BackHome);
    }
    let file = second.saved(Message::SaveFile);
    first.open_file(&file).take_in();
    open_first(first);
}

#[test]
fn versions_without_a_visible_difference_are_joined() {
    let (mut first, mut second) = two_devices();
    answer(&mut first, "KeepOne", Message::Coaching, Message::AnswerLater);
    answer(&mut second, "KeepTwo", Message::Coaching, Message::AnswerLater);
    bring(&mut second, &mut first);
    assert!(!asks(&first), "there is nothing to choose between");
    assert!(is_kept(&first, "KeepOne") && is_kept(&first, "KeepTwo"));
    first.alone().press(Message::AnswerAs { name: "Maria" }).press(Message::IAm { name: "Maria" });
    let (keep, _) = first.field(Message::AskDifferently);
    assert!(keep.contains("KeepOne") && keep.contains("KeepTwo"), "{keep}");
    // The other device gets the joined version, and there is nothing to ask about, either.
    first.press(Message::AnswerLater);
    bring(&mut first, &mut second);
    assert!(!asks(&second));
    assert!(is_kept(&second, "KeepOne") && is_kept(&second, "KeepTwo"));
}

#[test]
fn choice_of_a_version_keeps_the_answers_of_both() {
    let (mut first, mut second) = two_devices();
    answer(&mut first, "KeepOne", Message::Coaching, Message::AnswerLater);
    answer(&mut second, "KeepTwo", Message::Coaching, Message::AnswerLater);
    for (story, note) in [(&mut first, "NoteOne"), (&mut second, "NoteTwo")] {
        story.press(Message::WriteNote).fill(Message::SharedNoteLabel, note).press(Message::Keep);
    }
    bring(&mut second, &mut first);
    assert!(asks(&first));
    for choice in [Message::KeepShown, Message::KeepOther] {
        let mut story = first.clone();
        story.press(choice);
        story.reload();
        assert!(is_kept(&story, "KeepOne") && is_kept(&story, "KeepTwo"), "{choice:?}");
    }
}

#[test]
fn choice_of_a_version_keeps_a_note_of_the_words_of_another() {
    let (mut first, mut second) = two_devices();
    let note = |story: &mut Story, readers: Message<'_>, words: &str| {
        story.press(Message::WriteNote).press(readers).fill(Message::SharedNoteLabel, words);
        story.press(Message::Keep);
    };
    note(&mut first, Message::OnlyMe, "Call Ann");
    note(&mut first, Message::NoteShared, "Call Ann");
    note(&mut second, Message::NoteShared, "NoteTwo");
    note(&mut second, Message::NoteShared, "Call Ann");
    bring(&mut second, &mut first);
    assert!(asks(&first));
    for choice in [Message::KeepShown, Message::KeepOther] {
        let mut story = first.clone();
        story.press(choice);
        let half = stored(&story).manager_half().cloned().unwrap();
        let is_there = half.notes.all.iter().any(|note| note.words.as_str() == "Call Ann");
        assert!(is_there, "{choice:?}: {:?}", half.notes.all);
    }
}

#[test]
fn different_replies_are_a_difference_and_stay_hidden() {
    let (mut first, mut second) = two_devices();
    answer(&mut first, "KeepOne", Message::Coaching, Message::AnswerLater);
    answer(&mut second, "KeepTwo", Message::JustTalking, Message::AnswerLater);
    bring(&mut second, &mut first);
    assert!(asks(&first));
    let markup = markup(&first);
    assert!(!markup.contains(&*Message::VersionAlike.words()), "they differ");
    assert!(
        !markup.contains("KeepOne") && !markup.contains("KeepTwo"),
        "nobody sees answers before both are in"
    );
    assert!(!markup.contains(&*Message::JustTalking.words()));
    first.press(Message::KeepOther);
    assert!(is_kept(&first, "KeepOne") && is_kept(&first, "KeepTwo"));
}

#[test]
fn answers_not_handed_in_are_not_handed_in_by_joining() {
    let (mut first, mut second) = two_devices();
    answer(&mut first, "KeepOne", Message::Coaching, Message::AnswerIn);
    if !first.offers(Message::BackHome) {
        first.press(Message::Cancel);
    }
    answer(&mut second, "KeepTwo", Message::Coaching, Message::AnswerLater);
    first.press(Message::BackHome);
    bring(&mut second, &mut first);
    assert!(is_kept(&first, "KeepOne") && is_kept(&first, "KeepTwo"));
    let closing = stored(&first).closing(Party::Manager);
    assert!(!closing.is_in, "Maria looks at the joined answer before Lee sees it");
}

// Undo of an import.

#[test]
fn undone_import_keeps_a_session_in_which_was_written_since() {
    let mut maria = planned();
    let file = maria.press(Message::BackHome).saved(Message::SaveFile);
    for words in ["TopicSince", "NoteSince"] {
        let mut there = Story::elsewhere();
        there.open_file(&file).take_in();
        open_first(&mut there);
        there.press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
        let label = if words == "TopicSince" { Message::TopicFirst } else { Message::NoteLabel };
        there.fill(label, words).press(Message::NotReady).press(Message::BackHome).press(Message::Undo);
        assert_eq!(rows(&there).len(), 1, "{words}: {:?}", rows(&there));
        assert!(rows(&there)[0].1[0].contains("Lee"), "the names stay, too");
        assert!(!there.offers(Message::Undo));
        assert!(
            markup(&there).contains(&*Message::FileStaysOf { file: "saved.jsonl" }.words()),
            "the screen says why"
        );
        there.press(Message::Dismiss);
        there.reload();
        open_first(&mut there);
        there.press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
        assert_eq!(there.field(label).0, words);
    }
}

#[test]
fn undone_import_keeps_a_session_with_half_typed_text() {
    let mut maria = planned();
    let file = maria.press(Message::BackHome).saved(Message::SaveFile);
    let mut there = Story::elsewhere();
    there.open_file(&file).take_in();
    open_first(&mut there);
    // The form is left by the browser's way back.
    there.press(Message::ChangePlan).fill(Message::PlaceLabel, "HalfTyped").send(Press::HomeOpened);
    there.press(Message::Undo);
    assert_eq!(rows(&there).len(), 1);
}

#[test]
fn undone_import_keeps_two_people_for_whom_a_line_waits() {
    let mut maria = planned();
    let file = maria.press(Message::BackHome).saved(Message::SaveFile);
    for is_kept in [true, false] {
        let mut there = Story::elsewhere();
        there.open_file(&file).take_in();
        there.press("Something came up: Lee").fill(Message::CameUp, "LineSince");
        if is_kept {
            there.press(Message::CameUpKeep);
        }
        there.press(Message::BackHome).press(Message::Undo);
        assert!(
            markup(&there).contains(&*Message::FileStaysOf { file: "saved.jsonl" }.words()),
            "{is_kept}: the screen says why"
        );
        there.reload();
        there.open_first_page();
        assert!(markup(&there).contains("LineSince"), "{is_kept}");
    }
}

#[test]
fn undone_import_removes_a_session_that_nobody_touched() {
    let mut maria = planned();
    let file = maria.press(Message::BackHome).saved(Message::SaveFile);
    let mut there = Story::elsewhere();
    there.open_file(&file).take_in().press(Message::Undo);
    assert_eq!(rows(&there), []);
    assert!(!markup(&there).contains("undone, except"));
}

// Cancellations.

#[test]
fn cancelled_session_stays_with_the_words_of_the_seller() {
    let (mut maria, mut lee) = answered("LeesTopic");
    lee.press(Message::EditDone).press(Message::PrepareOwn);
    lee.fill(Message::NoteLabel, "LeesNote").press(Message::NotReady);
    let cancelled = cancellation(&mut maria);
    lee.send(Event::LinkOpened(cancelled.clone()));
    assert_eq!(heading(&lee), "Maria cancelled a session");
    assert!(lead(&lee).contains("stays on your list"), "{}", lead(&lee));
    lee.press(Message::CancelTake).reload();
    if lee.offers(Message::BackHome) {
        lee.press(Message::BackHome);
    }
    assert_eq!(rows(&lee)[0].0, Message::GroupCancelled.words(), "{:?}", rows(&lee));
    assert!(rows(&lee)[0].1[0].contains("LeesTopic"));
    open_first(&mut lee);
    let view = lee.view();
    let shown = seen::planned(&view);
    assert_eq!(*shown.question, *Message::CancelledOwn { name: "Maria" }.words());
    assert!(!asks(&lee), "there is nothing to choose between");
    assert_eq!(&*shown.when, "Was planned for Thursday 14 May, 10:00 to 10:45");
    let wrote = shown.brought.clone().expect("what Lee wrote");
    assert_eq!((&*wrote.heading, wrote.lines), ("What you wrote for it", vec!["LeesTopic".into()]));
    // Nothing looks as if the two would meet; the plan can be read below.
    assert!(shown.place.is_none() && shown.rail.is_empty() && shown.parties.is_empty());
    let folded = format!("{:?}", shown.again.shared.clone().expect("the plan"));
    assert!(folded.contains("Open") && folded.contains("Next steps"), "{folded}");
    // Lee can ask for another session, read what he wrote, or delete it.
    let offered: Vec<String> =
        shown.second.iter().chain(&shown.others).map(|action| action.label.to_string()).collect();
    assert_eq!(*shown.next.label, *Message::AskOne.words());
    assert_eq!(offered, [Message::ReadAgain.words()]);
    assert!(lee.offers(Message::Delete));
    assert!(shown.sent.is_none() && !lee.offers(Message::SendTo { name: "Maria" }));
    lee.press(Message::ReadAgain);
    assert_eq!(lee.field(Message::NoteLabel).0, "LeesNote");
    lee.press(Message::NotReady).send(Event::LinkOpened(cancelled));
    assert_eq!(heading(&lee), "Nothing new");
    lee.press(Message::BackToSession).press(Message::Delete);
    assert_eq!(rows(&lee), []);
    lee.press(Message::Undo);
    assert_eq!(rows(&lee).len(), 1);
}

#[test]
fn half_typed_reason_stands_on_the_cancelled_session() {
    let (mut maria, mut lee) = answered("LeesTopic");
    lee.press(Message::EditDone).press(Message::AbsenceAsk).fill(Message::AbsenceLabel, "LeesReason");
    lee.press(Message::BackHome).reload();
    let cancelled = cancellation(&mut maria);
    lee.send(Event::LinkOpened(cancelled)).press(Message::CancelTake).reload();
    if lee.offers(Message::BackHome) {
        lee.press(Message::BackHome);
    }
    open_first(&mut lee);
    let wrote = seen::planned(&lee.view()).brought.clone().expect("what Lee wrote");
    assert!(wrote.lines.iter().any(|line| line.contains("LeesReason")), "{:?}", wrote.lines);
}

#[test]
fn cancelled_session_without_own_words_goes_off_the_list() {
    let (mut maria, mut lee) = (inviting(), Story::elsewhere());
    hand(&mut maria, &mut lee);
    lee.press(Message::NotYetBring);
    let cancelled = cancellation(&mut maria);
    lee.send(Event::LinkOpened(cancelled));
    assert!(lead(&lee).contains("comes off your list"), "{}", lead(&lee));
    lee.press(Message::CancelTake);
    assert_eq!(rows(&lee), []);
}

#[test]
fn cancelled_request_stays_with_its_words() {
    let mut lee = Story::elsewhere();
    lee.press(Message::AskOne).fill(Message::WhoCoaches, "Maria").fill(Message::OwnNameLabel, "Lee");
    lee.fill(Message::TopicFirst, "AskedTopic").press(Message::AskNext);
    let mut maria = Story::new();
    hand(&mut lee, &mut maria);
    maria.press(Message::PlanOne).fill(Message::DateLabel, "2026-05-14").fill(Message::TimeLabel, "10:00");
    maria.press(Message::FormSubmit).press(Message::Delete);
    // An invitation went out from another window, so the cancellation is sent, too.
    let id = stored(&lee).id;
    maria.send(Press::ShareOpened(id));
    let cancelled = link(&mut maria);
    lee.send(Event::LinkOpened(cancelled)).press(Message::CancelTake);
    if lee.offers(Message::BackHome) {
        lee.press(Message::BackHome);
    }
    assert_eq!(rows(&lee).len(), 1);
    assert_eq!(rows(&lee)[0].0, Message::GroupCancelled.words());
    assert!(rows(&lee)[0].1[0].contains("AskedTopic"), "{:?}", rows(&lee));
    lee.survives_a_reload();
}

#[test]
fn half_typed_answer_to_a_cancelled_invitation_stays() {
    let (mut maria, mut lee) = (inviting(), Story::elsewhere());
    hand(&mut maria, &mut lee);
    lee.fill(Message::TopicFirst, "HalfTyped").press(Message::FileLeave);
    let cancelled = cancellation(&mut maria);
    lee.send(Event::LinkOpened(cancelled));
    assert_eq!(heading(&lee), "Maria cancelled a session");
    assert!(!lead(&lee).contains("for ."), "{}", lead(&lee));
    assert_eq!(lee.field(Message::TopicFirst).0, "HalfTyped", "what was typed is shown");
    assert!(lead(&lee).contains("stays on your list"), "{}", lead(&lee));
    lee.press(Message::CancelTake);
    assert_eq!(rows(&lee)[0].0, Message::GroupCancelled.words());
    assert!(rows(&lee)[0].1[0].contains("HalfTyped"), "{:?}", rows(&lee));
    assert!(!lee.storage.records.keys().any(|name| name.starts_with("draft-answer")));
}

#[test]
fn cancellation_of_an_unknown_session_names_no_date() {
    let (mut maria, mut lee) = (inviting(), Story::elsewhere());
    link(&mut maria);
    let cancelled = cancellation(&mut maria);
    lee.send(Event::LinkOpened(cancelled));
    assert_eq!(lead(&lee), Message::LinkCancelledUnknown.words());
}

// An answer to a session that was deleted here.

#[test]
fn answer_to_a_deleted_session_says_so_and_brings_it_back() {
    let (mut maria, mut lee) = answered("LeesTopic");
    maria.press(Message::EditDone).press(Message::Delete).reload();
    hand(&mut lee, &mut maria);
    assert_eq!(heading(&maria), Message::LinkGone { name: "Lee" }.words());
    // It can be left.
    let mut left = maria.clone();
    left.press(Message::FileLeave);
    assert_eq!(rows(&left), [("No date yet".to_owned(), vec!["Lee | ".to_owned()])]);
    assert!(!is_kept(&left, "LeesTopic"));
    maria.press(Message::LinkGoneTake).press(Message::Cancel);
    assert!(rows(&maria)[0].1[0].contains("LeesTopic"), "{:?}", rows(&maria));
    maria.survives_a_reload();
    open_first(&mut maria);
    maria.fill(Message::DateLabel, "2026-05-14").fill(Message::TimeLabel, "11:00").press(Message::FormSubmit);
    maria.reload();
    assert!(!asks(&maria), "{:?}", maria.notices());
    maria.press(Message::BackHome);
    assert!(rows(&maria)[0].1[0].contains("LeesTopic"), "{:?}", rows(&maria));
}

#[test]
fn known_answer_to_a_deleted_session_can_come_back() {
    let (mut maria, mut lee) = answered("LeesTopic");
    hand(&mut lee, &mut maria);
    maria.press(Message::FileTake).press(Message::Delete).reload();
    hand(&mut lee, &mut maria);
    assert_eq!(heading(&maria), Message::LinkGone { name: "Lee" }.words());
    maria.press(Message::LinkGoneTake).press(Message::Cancel);
    assert!(rows(&maria)[0].1[0].contains("LeesTopic"), "{:?}", rows(&maria));
    hand(&mut lee, &mut maria);
    assert_eq!(heading(&maria), "Nothing new");
}

// What a link replaces.

/// Maria's device, on which Lee typed a topic.
fn typed_here() -> Story {
    let mut maria = planned();
    maria.press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    maria.fill(Message::TopicFirst, "TypedHere").press(Message::ReadySeller);
    maria
}

/// Returns a seller's link with a topic, whose counters are these.
fn forged(story: &Story, vector: VersionVector, topic: &str) -> String {
    let session = stored(story);
    let mut link = outgoing(&story.window().model, session.id).unwrap();
    let when = session.manager_half().map(|half| half.plan.schedule.clone());
    let mut half = session.seller_half().cloned().unwrap_or_default();
    half.topics = vec![Topic { id: 0, words: text(topic), worked_if: None }];
    link.half =
        Half::Seller { when, half: Register::of(Version { vector, written: Written::Content(half) }) };
    format!("{HOME}#cs={}", payload(&link).unwrap())
}

#[test]
fn forged_answer_does_not_displace_what_was_typed_here() {
    let mut maria = typed_here();
    let known = stored(&maria).seller.unwrap().vector();
    let guessed = VersionVector::new([(maria.window().model.writer, 900)]);
    for vector in [known.bumped(WriterId(99)), guessed.bumped(WriterId(99))] {
        let mut maria = maria.clone();
        let link = forged(&maria, vector, "Forged");
        maria.send(Event::LinkOpened(link.clone()));
        let sections = sections(&maria);
        let replaced = sections.iter().find(|(heading, _)| *heading == Message::LinkReplaces.words());
        let (_, lines) = replaced.unwrap_or_else(|| panic!("{sections:?}"));
        assert!(lines.iter().any(|line| line.contains("TypedHere")), "{lines:?}");
        maria.press(Message::FileTake);
        assert!(is_kept(&maria, "TypedHere") && is_kept(&maria, "Forged"));
        assert!(asks(&maria), "{:?}", maria.notices());
        assert!(markup(&maria).contains("TypedHere"));
        maria.send(Event::LinkOpened(link));
        assert_eq!(heading(&maria), "Nothing new");
    }
    maria.reload();
}

#[test]
fn newer_answer_shows_what_it_replaces_and_can_be_undone() {
    let (mut maria, mut lee) = answered("OldTopic");
    hand(&mut lee, &mut maria);
    maria.press(Message::FileTake);
    lee.press(Message::EditDone).press(Message::PrepareOwn);
    lee.fill(Message::TopicFirst, "NewTopic").press(Message::ReadySeller);
    if lee.offers(Message::SendTo { name: "Maria" }) {
        lee.press(Message::SendTo { name: "Maria" });
    }
    hand(&mut lee, &mut maria);
    let sections = sections(&maria);
    let replaced = sections.iter().find(|(heading, _)| *heading == Message::LinkReplaces.words());
    let (_, lines) = replaced.unwrap_or_else(|| panic!("{sections:?}"));
    assert!(lines.iter().any(|line| line.contains("OldTopic")), "{lines:?}");
    maria.press(Message::FileTake);
    assert!(!asks(&maria), "Lee's device wrote both");
    assert!(is_kept(&maria, "NewTopic") && !is_kept(&maria, "OldTopic"));
    // The session says so at once, and the list, too.
    if maria.offers(Message::EditDone) {
        maria.press(Message::EditDone);
    }
    assert!(markup(&maria).contains("</bdi>'s answer was added."));
    maria.press(Message::BackHome);
    assert!(markup(&maria).contains("</bdi>'s answer was added."));
    maria.press(Message::Undo);
    assert!(is_kept(&maria, "OldTopic") && !is_kept(&maria, "NewTopic"));
}

#[test]
fn answer_that_replaces_nothing_says_nothing_of_it() {
    let (mut maria, mut lee) = answered("Topic");
    hand(&mut lee, &mut maria);
    assert!(!sections(&maria).iter().any(|(heading, _)| *heading == Message::LinkReplaces.words()));
    maria.press(Message::FileTake).press(Message::BackHome);
    assert!(!maria.offers(Message::Undo));
}

// Locked links.

/// Returns true if the text holds a locked link.
fn is_locked(link: &str) -> bool {
    matches!(read(link), Err(NoLink::Locked(_)))
}

/// Returns the plain content of a link that the story locked with this password.
fn unlocked(link: &str, password: &str) -> Vec<u8> {
    let Err(NoLink::Locked(sealed)) = read(link) else { panic!("{link}") };
    sealed.strip_prefix(format!("{password}\n").as_bytes()).unwrap().to_vec()
}

#[test]
fn link_with_other_names_is_locked_again() {
    let mut maria = inviting();
    maria.press(Message::OtherWays).fill(Message::PasswordLabel, "sesame").press(Message::Lock);
    let whole = link(&mut maria);
    maria.press(Message::NamesInitials);
    let initials = link(&mut maria);
    assert!(is_locked(&whole) && is_locked(&initials));
    assert_ne!(unlocked(&whole, "sesame"), unlocked(&initials, "sesame"));
    maria.press(Message::NamesWhole);
    assert_eq!(link(&mut maria), whole);
}

#[test]
fn another_password_says_that_the_link_is_open_again() {
    let mut maria = inviting();
    maria.press(Message::OtherWays).fill(Message::PasswordLabel, "sesame").press(Message::Lock);
    maria.fill(Message::PasswordLabel, "sesame2");
    assert_eq!(seen::sheet(&maria.view()).outcome.as_deref(), Some(&*Message::Unlocked.words()));
    // Nor does it go out open while a password stands there.
    let before = maria.window().copied.clone();
    for way in [Message::CopyWords, Message::CopyLink, Message::PictureDraw] {
        let mut sending = maria.clone();
        sending.press(way);
        assert_eq!(seen::sheet(&sending.view()).outcome.as_deref(), Some(&*Message::NotLocked.words()));
        assert_eq!(sending.window().copied, before);
    }
    maria.press(Message::Lock);
    assert!(is_locked(&link(&mut maria)));
}

#[test]
fn locked_link_follows_what_another_window_changes() {
    let mut maria = inviting();
    maria.press(Message::OtherWays).fill(Message::PasswordLabel, "sesame").press(Message::Lock);
    maria.open_window("Europe/Berlin");
    maria.in_window(1);
    open_first(&mut maria);
    maria.press(Message::ChangePlan).fill(Message::PlaceLabel, "NewPlace").press(Message::FormSubmitChange);
    maria.in_window(0);
    assert!(markup(&maria).contains("NewPlace"));
    let locked = link(&mut maria);
    let plain = unlocked(&locked, "sesame");
    assert!(String::from_utf8_lossy(&plain).contains("NewPlace"));
    maria.settle_copy(true);
    assert_eq!(seen::sheet(&maria.view()).outcome.as_deref(), Some(&*Message::SummaryCopied.words()));
}

#[test]
fn qr_code_goes_when_another_window_changes_the_link() {
    let mut maria = inviting();
    maria.press(Message::OtherWays).press(Message::PictureDraw);
    let has_picture = |story: &Story| {
        seen::entries(seen::sheet(&story.view())).iter().any(|entry| matches!(entry, Entry::Picture { .. }))
    };
    assert!(has_picture(&maria));
    maria.open_window("Europe/Berlin");
    maria.in_window(1);
    open_first(&mut maria);
    maria.press(Message::ChangePlan).fill(Message::PlaceLabel, "NewPlace").press(Message::FormSubmitChange);
    assert!(!has_picture(maria.in_window(0)));
}

// Small things.

#[test]
fn own_name_of_a_second_request_is_the_one_typed() {
    let mut lee = Story::elsewhere();
    lee.press(Message::AskOne).fill(Message::WhoCoaches, "Maria").fill(Message::OwnNameLabel, "Lee");
    lee.fill(Message::TopicFirst, "One").press(Message::AskNext).press(Message::EditDone);
    lee.press(Message::AskOne).fill(Message::WhoCoaches, "Maria").fill(Message::OwnNameLabel, "Leonard");
    lee.fill(Message::TopicFirst, "Two").press(Message::AskNext);
    let sent = read(&link(&mut lee)).unwrap();
    assert_eq!(sent.seller, text("Leonard"));
    lee.press(Message::EditDone).press(Message::AskOne);
    assert_eq!(lee.field(Message::OwnNameLabel).0, "Leonard");
}

#[test]
fn pasted_text_without_a_link_stays_in_its_field() {
    let mut lee = Story::elsewhere();
    lee.fill(Message::PastedTitle, "see you on Thursday").press(Message::OpenIt);
    assert_eq!(heading(&lee), "There's no link in this text");
    assert_eq!(lee.field(Message::PastedLabel).0, "see you on Thursday");
    lee.press(Message::OpenIt);
    assert_eq!(lee.field(Message::PastedLabel).0, "see you on Thursday");
    lee.press(Message::FileLeave);
    assert_eq!(lee.field(Message::PastedTitle).0, "see you on Thursday");
    let link = link(&mut inviting());
    lee.fill(Message::PastedTitle, &link).press(Message::OpenIt).press(Message::FileLeave);
    assert_eq!(lee.field(Message::PastedTitle).0, "", "an opened link is done with");
}

#[test]
fn second_of_two_links_opens_after_the_first() {
    let links = [link(&mut inviting()), {
        let mut ana = Story::elsewhere();
        ana.plan("Lee");
        let id = ana.window().model.sessions().next().unwrap().id;
        payload(&outgoing(&ana.window().model, id).unwrap()).unwrap()
    }];
    let mut lee = Story::with(Records::new());
    let [first, second] = links.clone();
    let mut model = lee.window().model.clone();
    // Both come before the first one is read.
    let env = crate::intl::env("en");
    for text in links {
        update(&mut model, &env, lee.now, Event::LinkOpened(text));
    }
    lee.window_mut().model = model;
    for _ in 0..6 {
        lee.send(Event::ReadOnCame);
    }
    assert_eq!(heading(&lee), Message::InvitedHeading { manager: "Maria" }.words());
    lee.press(Message::FileLeave);
    assert_eq!(heading(&lee), Message::InvitedHeading { manager: "The manager" }.words());
    lee.press(Message::FileLeave);
    assert!(first != second && rows(&lee).is_empty());
}
