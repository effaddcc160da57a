//! Two people on two machines, connected by links only.

use std::collections::BTreeMap;

use coaching_session::text::message::Message;

use coaching_session::domain::draft::{PlanDraft, Purpose};
use coaching_session::domain::half::{ManagerHalf, TimeSaid};
use coaching_session::domain::id::WriterId;
use coaching_session::domain::party::Party;
use coaching_session::domain::question::ASKED_LIMIT;
use coaching_session::domain::register::{Register, VERSION_LIMIT, Version, Written};
use coaching_session::domain::session::Session;
use coaching_session::domain::text::TEXT_LIMIT;
use coaching_session::domain::time::Span;
use coaching_session::domain::version::VersionVector;
use coaching_session::present::parts::sheet::{Entry, Picture};
use coaching_session::program::effect::{Effect, Focus};
use coaching_session::program::event::{Event, Press, SendMethod};
use coaching_session::program::state::field::{Field, FormField, HomeField, LinkField};
use coaching_session::program::state::model::Model;
use coaching_session::program::state::overlay::{FileOverlay, LinkOverlay};
use coaching_session::program::state::request::RequestId;
use coaching_session::program::update;
use coaching_session::program::update::link::{Half, Link, NoLink, outgoing, payload};
use coaching_session::program::update::opened::is_awaited;
use coaching_session::wire::backup::backup;
use coaching_session::wire::key::Key;
use coaching_session::wire::link::read;
use coaching_session::wire::stored::{open, seal};

use crate::given::{TEN, text};
use crate::intl::{env, zone};
use crate::seen;
use crate::story::{HOME, Story, file_of, tell};

/// Hands what lies open to be sent to the other person, who opens it.
#[track_caller]
pub fn hand(from: &mut Story, to: &mut Story) {
    let link = link(from);
    to.send(Event::LinkOpened(link));
}

/// The link of what lies open to be sent.
#[track_caller]
fn link(from: &mut Story) -> String {
    from.press(Message::CopyLink).settle_copy(true);
    let sent = from.window().sent.clone().expect("something is sent");
    assert!(sent.text.starts_with(&format!("{HOME}#cs=1.")), "{}", sent.text);
    sent.text
}

/// All that there is to read on a screen of parts.
fn lines(story: &Story) -> Vec<String> {
    let view = story.view();
    let entries = seen::entries(seen::sheet(&view)).into_iter();
    let words = |entry: &Entry| match entry {
        Entry::Line(line) => Some(seen::read(line)),
        _ => None,
    };
    entries.filter_map(words).collect()
}

/// The QR code on the screen.
fn picture(story: &Story) -> Option<Picture> {
    let view = story.view();
    seen::entries(seen::sheet(&view)).into_iter().find_map(|entry| match entry {
        Entry::Picture { picture, .. } => Some(picture.clone()),
        _ => None,
    })
}

fn heading(story: &Story) -> String {
    seen::sheet(&story.view()).heading.to_string()
}

#[track_caller]
fn reads(story: &Story, part: &str) {
    let lines = lines(story);
    assert!(lines.iter().any(|line| line.contains(part)), "{part:?} in {lines:#?}");
}

/// Maria plans a session with Lee, and what goes to Lee lies open.
fn inviting() -> Story {
    let mut maria = Story::new();
    maria.press(Message::PlanOne).fill(Message::OwnNameLabel, "Maria");
    maria.press(Message::DefaultsChange).fill(Message::PlaceLabel, "Teams");
    maria
        .fill(Message::SellerLabel, "Lee")
        .fill(Message::DateLabel, "2026-05-14")
        .fill(Message::TimeLabel, "10:00");
    maria.press(Message::FormSubmit).invite("Lee");
    maria
}

/// Maria, and Lee who looks at the invitation.
fn invited() -> (Story, Story) {
    let (mut maria, mut lee) = (inviting(), Story::elsewhere());
    hand(&mut maria, &mut lee);
    (maria, lee)
}

/// Maria, and Lee whose answer with a topic lies open to be sent.
fn answered() -> (Story, Story) {
    let (maria, mut lee) = invited();
    lee.fill(Message::TopicFirst, "The pilot at Ward & Co").press(Message::ItIsCoaching { manager: "Maria" });
    (maria, lee)
}

/// The two, after the answer came back.
pub fn agreed() -> (Story, Story) {
    let (mut maria, mut lee) = answered();
    hand(&mut lee, &mut maria);
    maria.press(Message::FileTake);
    (maria, lee)
}

#[test]
fn an_invitation_is_seen_before_anything_of_it_is_stored() {
    let mut lee = Story::elsewhere();
    let before = lee.storage.records.clone();
    let mut maria = inviting();
    maria.press(Message::CountOnAll);
    hand(&mut maria, &mut lee);
    assert_eq!(heading(&lee), "Maria invites you to a coaching session");
    assert_eq!(
        &*seen::sheet(&lee.view()).lead,
        "Not a forecast or a performance review. You choose the topic."
    );
    assert_eq!(&*seen::sheet(&lee.view()).head.title, "Thursday 14 May, 10:00 · 45 min");
    reads(&lee, "Thursday 14 May, 10:00 (Teams)");
    reads(&lee, "I'll ask before I tell.");
    reads(&lee, "Early opportunity (Open 3 min · First opportunity 20 min");
    lee.send(Event::PageHidden);
    let stored = |story: &Story| {
        let mut records = story.storage.records.clone();
        records.retain(|name, _| !name.starts_with("screen~"));
        records
    };
    let mut before = before;
    before.retain(|name, _| !name.starts_with("screen~"));
    assert_eq!(stored(&lee), before);
    lee.press(Message::FileLeave);
    assert!(lee.window().forgot_link);
    assert_eq!(stored(&lee), before, "nor when it is put away");
    let told =
        seen::home(&lee.view()).brought.iter().map(|notice| notice.text.to_string()).collect::<Vec<_>>();
    assert_eq!(told, ["You haven't answered the invitation. Open its link again whenever you like."]);
}

#[test]
fn reply_brings_the_sellers_topic_to_the_manager() {
    let (mut maria, mut lee) = answered();
    assert_eq!(heading(&lee), "Send it to Maria");
    assert_eq!(
        lines(&lee),
        [
            "My topic: The pilot at Ward & Co",
            "Thursday 14 May, 10:00 (Berlin time) works for me.",
            "Coaching session: Lee with Maria",
            "Open this link to add my answer to the session:",
            "Thursday 14 May, 10:00 works for Lee.",
            "Time zone: Berlin (UTC+02:00)",
            "The pilot at Ward & Co",
        ],
        "all that goes back is seen before it does"
    );
    let sessions = |story: &Story| {
        let mut records = story.storage.records.clone();
        records.retain(|name, _| name.starts_with("session/"));
        records
    };
    maria.send(Event::PageHidden);
    let before = sessions(&maria);
    assert_eq!(before.len(), 1);
    hand(&mut lee, &mut maria);
    assert_eq!(heading(&maria), "Lee's answer");
    reads(&maria, "The pilot at Ward & Co");
    maria.send(Event::PageHidden);
    assert_eq!(sessions(&maria), before, "nothing of the answer is stored before it is taken in");
    maria.press(Message::FileTake);
    assert_eq!(
        &*seen::planned(&maria.view()).parties[0].statement,
        "Thu 14 May, 10:00 works for Lee. Lee sent a topic."
    );
    // Lee is elsewhere, so nobody asks who holds this device.
    maria.press(Message::PrepareOwn);
    reads(&maria, "The pilot at Ward & Co");
}

#[test]
fn each_side_writes_its_own_half_and_neither_the_other_ones() {
    let (maria, mut lee) = agreed();
    let session = |story: &Story| story.window().model.sessions().next().unwrap().clone();
    assert_eq!(session(&maria), session(&lee), "both have the same");
    lee.press(Message::EditDone);
    for name in ["Lee said yes: start", "Edit the agenda", "Change date or place", "Prepare as Maria", "Yes"]
    {
        assert!(!lee.offers(name), "{name}");
    }
    let manager = session(&lee).manager;
    lee.press(Message::PrepareOwn)
        .fill(Message::WorkedIfLabel, "I know whom to ask")
        .press(Message::ReadySeller);
    assert_eq!(session(&lee).manager, manager);
    assert_eq!(lee.window().model.side(session(&lee).pair), Party::Seller);
    assert_eq!(maria.window().model.side(session(&maria).pair), Party::Manager);
}

#[test]
fn the_seller_can_bring_the_topic_along_or_ask_for_another_time() {
    let (mut maria, mut lee) = invited();
    lee.press(Message::NotYetBring);
    hand(&mut lee, &mut maria);
    reads(&maria, "Lee will bring a topic.");
    maria.press(Message::FileTake);
    let said = |story: &Story| seen::planned(&story.view()).parties[0].statement.to_string();
    assert_eq!(said(&maria), "Thu 14 May, 10:00 works for Lee. Lee will bring a topic.");

    let (mut maria, mut lee) = invited();
    lee.press(Message::AnotherTime);
    assert_eq!(lee.window().focus, Some(Focus::Field(Field::Link(LinkField::Wish))));
    lee.fill(Message::WishLabel, "Friday at nine").press(Message::AskOtherTime);
    hand(&mut lee, &mut maria);
    maria.press(Message::FileTake);
    let view = maria.view();
    let shown = seen::planned(&view);
    assert_eq!(
        (&*shown.question, &*shown.reason),
        ("Lee asks for a different time: Thu 14 May, 10:00 doesn't work.", "Lee asks for “Friday at nine”")
    );
    let half = maria.window().model.sessions().next().unwrap().seller_half().cloned().unwrap();
    assert_eq!((half.time.map(|time| time.says), half.ready), (Some(TimeSaid::OtherTime), None));
}

#[test]
fn button_of_an_invitation_says_if_a_topic_goes_along() {
    let (_, mut lee) = invited();
    let main = |story: &Story| seen::sheet(&story.view()).main.label.to_string();
    assert_eq!(main(&lee), "Yes, I'll bring a topic");
    lee.fill(Message::TopicFirst, "The pilot");
    assert_eq!(main(&lee), "Yes. Next: send it to Maria");
    let (typed, _) = lee.field(Message::TopicFirst);
    assert_eq!(typed, "The pilot");
    let hint = seen::fields(&lee.view())[0].hint.clone();
    assert_eq!(hint.as_deref(), Some("Your answer says yes to Thu 14 May, 10:00."));
}

#[test]
fn any_number_of_rounds_in_any_order_ends_alike() {
    let (mut maria, mut lee) = agreed();
    maria.press(Message::BackHome);
    let first = {
        lee.press(Message::EditDone).press(Message::SendTo { name: "Maria" });
        link(&mut lee)
    };
    lee.press(Message::EditDone).press(Message::PrepareOwn).press(Message::TopicAdd);
    lee.fill(Message::TopicNext, "The renewal").press(Message::ReadySeller);
    lee.press(Message::SendTo { name: "Maria" });
    let second = link(&mut lee);
    for link in [&second, &first, &second, &first, &first] {
        maria.send(Event::LinkOpened(link.clone()));
        if maria.offers(Message::FileTake) {
            maria.press(Message::FileTake);
        } else {
            let known = if *link == second { "Nothing new" } else { "This may be older than what is here" };
            assert_eq!(heading(&maria), known);
            maria.press(Message::FileLeave);
        }
    }
    let session = |story: &Story| story.window().model.sessions().next().unwrap().clone();
    assert_eq!(session(&maria).seller, session(&lee).seller);
    assert_eq!(session(&maria).seller_half().unwrap().topics.len(), 2);
}

#[test]
fn changed_plan_names_changes_and_outdated_readiness() {
    let (mut maria, mut lee) = agreed();
    assert!(maria.offers_start());
    assert!(!maria.offers(Message::ShareInvite { name: "Lee" }), "who answered needs no other invitation");
    maria.press(Message::SendTo { name: "Lee" });
    assert_eq!(heading(&maria), "Send to Lee");
    maria
        .press(Message::EditDone)
        .press(Message::ChangePlan)
        .fill(Message::TimeLabel, "14:00")
        .press(Message::FormSubmitChange);
    let statement = "Lee doesn't know the new time yet. Lee sent a topic.";
    assert_eq!(&*seen::planned(&maria.view()).parties[0].statement, statement);
    assert_eq!(&*seen::planned(&maria.view()).next.label, "Tell Lee what changed");
    maria.press(Message::ShareChanged { name: "Lee" });
    hand(&mut maria, &mut lee);
    assert_eq!(heading(&lee), "Moved to Thu 14 May, 14:00");
    lee.press(Message::JustNote);
    assert_eq!(
        &*seen::planned(&lee.view()).parties[0].statement,
        "You haven't said yet if the new time works."
    );
    lee.press(Message::PrepareOwn).press(Message::ReadySeller).press(Message::SendTo { name: "Maria" });
    hand(&mut lee, &mut maria);
    maria.press(Message::FileTake);
    assert_eq!(
        &*seen::planned(&maria.view()).parties[0].statement,
        "Lee said “I’m ready” (Wed 13 May, 10:00)"
    );
}

#[test]
fn a_cancelled_session_is_told_too() {
    let (mut maria, mut lee) = agreed();
    maria.press(Message::Delete).press(Message::ShareCancelled { name: "Lee" });
    assert_eq!(
        lines(&maria),
        [
            "Our coaching session on Thursday 14 May, 10:00 (Berlin time) is cancelled.",
            "If it's in your calendar, please delete it there. This link updates your list of sessions:",
            "Maria cancelled a session (Thursday 14 May, 10:00)",
        ],
        "all that goes out is seen before it does"
    );
    let mut later = maria.clone();
    later.reload();
    assert_eq!(lines(&later)[0], "Our coaching session is cancelled.", "its date is stored no more");
    hand(&mut maria, &mut lee);
    assert_eq!(heading(&lee), "Maria cancelled a session");
    assert_eq!(
        &*seen::sheet(&lee.view()).lead,
        "It was planned for Thursday 14 May, 10:00. What you wrote for it stays on your list until you delete it."
    );
    lee.press(Message::CancelTake).press(Message::BackHome);
    assert_eq!(&*seen::home(&lee.view()).groups[0].heading, "Cancelled");
}

#[test]
fn record_comes_after_the_session_with_answers_hidden() {
    let (mut maria, mut lee) = agreed();
    maria.now = TEN;
    lee.now = TEN;
    maria.press_start().press(Message::WriteNextStep).fill(Message::NextStepLabel, "Ask for the plan");
    maria.press("Lee").press(Message::Keep).press(Message::EndEarly);
    maria.alone().press(Message::AnswerAs { name: "Maria" });
    let lead = crate::drawn::markup(&maria, "en");
    assert!(
        lead.contains("The next screen is for ") && !lead.contains("look away. You see"),
        "Lee sees nothing of it"
    );
    maria.press(Message::IAm { name: "Maria" }).press(Message::Coaching).press(Message::AnswerIn);
    assert!(!maria.offers(Message::IAm { name: "Lee" }), "Lee answers on his own device");
    assert!(maria.offers(Message::IsHere { name: "Lee" }));
    assert!(!maria.offers(Message::ThatsRight), "Lee has left");
    maria.press(Message::SendTo { name: "Lee" });
    reads(&maria, "The answers at the close. Lee sees them once both are in.");
    hand(&mut maria, &mut lee);
    reads(&lee, "Ask for the plan");
    reads(&lee, "The answers at the close. You see them once both are in.");
    lee.press(Message::FileTake);
    let together = |story: &Story| {
        let view = story.view();
        let rows = seen::over(&view).notes.closing.as_ref().unwrap().rows.iter();
        let said = rows.flat_map(|row| &row.beside);
        said.map(|line| format!("{}: {}", line.remark.as_ref().unwrap(), line.words)).collect::<Vec<_>>()
    };
    assert!(!crate::drawn::markup(&lee, "en").contains("Coaching</"), "not before Lee answered");
    assert!(!lee.offers(Message::AnswerAs { name: "Maria" }));
    assert!(
        !crate::drawn::markup(&lee, "en").contains("write-name"),
        "where nothing is written, nothing is offered"
    );
    assert_eq!(seen::main_after(&lee.view()), "Say how it was");
    lee.alone().press(Message::AnswerOwn).press(Message::JustTalking).press(Message::AnswerIn);
    assert_eq!(together(&lee), ["Lee: Just talking", "Maria: Coaching"]);
    let names = seen::names(&lee.view());
    assert_eq!(seen::main_after(&lee.view()), "Send to Maria", "Maria has nothing of it before");
    assert_eq!(names.iter().filter(|name| *name == "Send to Maria").count(), 1, "{names:?}");
    assert!(lee.offers(Message::AskOne));
    lee.press(Message::SendTo { name: "Maria" });
    hand(&mut lee, &mut maria);
    lee.press(Message::EditDone);
    assert_eq!(seen::main_after(&lee.view()), "Ask for a session", "the answer was just sent");
    assert!(lee.offers(Message::SendTo { name: "Maria" }));
    maria.press(Message::FileTake);
    assert_eq!(together(&maria), ["Lee: Just talking", "Maria: Coaching"]);
    // The undo of the start changes nothing that Lee answered on another device.
    let half = |story: &Story| story.window().model.sessions().next().unwrap().seller.clone();
    let before = half(&maria);
    while !maria.offers(Message::ClockUndoStart) {
        let undo = seen::names(&maria.view());
        let undo =
            undo.iter().find(|name| *name == "It's not over yet" || name.starts_with("Undo the ")).unwrap();
        maria.press(undo);
    }
    maria.press(Message::ClockUndoStart);
    assert_eq!(half(&maria), before);
    maria.press_start().press(Message::EndEarly);
    maria.alone().press(Message::AnswerAs { name: "Maria" }).press(Message::IAm { name: "Maria" });
    maria.press(Message::AnswerIn);
    assert_eq!(together(&maria), ["Lee: Just talking", "Maria: Coaching"]);
}

#[test]
fn invitation_brings_open_next_steps_to_a_wiped_phone() {
    let (mut maria, _) = agreed();
    maria.now = TEN;
    maria.press_start().press(Message::WriteNextStep).fill(Message::NextStepLabel, "Ask for the plan");
    maria.press("Lee").press(Message::Keep).press(Message::EndEarly).press(Message::AnotherTime);
    maria.fill(Message::DateLabel, "2026-06-11").press(Message::FormSubmit).invite("Lee");
    reads(&maria, "Lee: Ask for the plan (Next steps from earlier)");
    let mut wiped = Story::elsewhere();
    hand(&mut maria, &mut wiped);
    reads(&wiped, "Lee: Ask for the plan (Next steps from earlier)");
    wiped.press(Message::NotYetBring).press(Message::BackHome);
    let home = seen::home(&wiped.view()).clone();
    assert_eq!(&*home.groups[0].rows[0].seller, "Maria", "a seller's list names the manager");
    assert_eq!(&*home.lists[0].heading, "What you said you'd do");
    assert_eq!(&*home.lists[0].rows[0].words, "Ask for the plan");
}

#[test]
fn what_was_said_to_somebody_else_is_in_no_invitation() {
    let mut maria = inviting();
    maria.press(Message::EditDone).press(Message::BackHome).plan("Ann");
    maria.now = TEN;
    maria.press_start().press(Message::WriteNextStep).fill(Message::NextStepLabel, "Only for Ann");
    maria.press("Ann").press(Message::Keep).press(Message::EndEarly).press(Message::BackHome);
    let home = seen::home(&maria.view()).clone();
    let row = home.groups.iter().flat_map(|group| &group.rows).find(|row| &*row.seller == "Lee");
    let open = row.expect("the session with Lee").open.press;
    maria.send(open).invite("Lee");
    assert!(!lines(&maria).iter().any(|line| line.contains("Only for Ann")), "{:#?}", lines(&maria));
}

#[test]
fn a_seller_asks_first_and_the_manager_plans_what_was_asked_for() {
    let mut lee = Story::elsewhere();
    lee.press(Message::AskOne).press(Message::AskNext);
    assert_eq!(lee.field(Message::WhoCoaches).1.as_deref(), Some("Enter a name."));
    lee.fill(Message::WhoCoaches, "Maria").fill(Message::OwnNameLabel, "Lee");
    lee.fill(Message::TopicFirst, "The pilot").fill(Message::WishLabel, "Thursday");
    lee.survives_a_reload();
    lee.press(Message::AskNext);
    assert_eq!(heading(&lee), "Ask Maria for a session");
    let mut maria = Story::new();
    hand(&mut lee, &mut maria);
    assert_eq!(heading(&maria), "Lee asks for a coaching session");
    reads(&maria, "The pilot");
    reads(&maria, "Lee asks for “Thursday”");
    maria.press(Message::PlanOne);
    assert_eq!(maria.field(Message::SellerLabel).0, "Lee");
    maria
        .fill(Message::DateLabel, "2026-05-14")
        .fill(Message::TimeLabel, "10:00")
        .fill(Message::OwnNameLabel, "Maria");
    maria.survives_a_reload();
    maria.press(Message::FormSubmit).press(Message::ShareGranted { name: "Lee" });
    lee.press(Message::BackHome);
    assert_eq!(&*seen::home(&lee.view()).groups[0].rows[0].when, "You asked for a session");
    hand(&mut maria, &mut lee);
    assert_eq!(heading(&lee), "Maria has a date for you");
    reads(&lee, "The pilot (You asked about this)");
    assert!(!lee.offers(Message::NotYetBring), "a topic that is named needs no promise of one");
    assert!(seen::fields(&lee.view()).is_empty(), "only the time is asked about");
    lee.press(Message::WorksForMe);
    assert_eq!(
        lines(&lee)[..2],
        ["Thursday 14 May, 10:00 (Berlin time) works for me.", "My topic: The pilot"],
        "what was asked for is still there"
    );
    assert_eq!(lee.window().model.sessions().count(), 1);
}

#[test]
fn what_was_asked_for_waits_on_the_list_until_it_is_planned() {
    let mut lee = Story::elsewhere();
    lee.press(Message::AskOne).fill(Message::WhoCoaches, "Maria").fill(Message::OwnNameLabel, "Lee");
    lee.fill(Message::TopicFirst, "The pilot").press(Message::AskNext);
    let mut maria = Story::new();
    hand(&mut lee, &mut maria);
    maria.press(Message::PlanOne).press(Message::Cancel).reload();
    let home = seen::home(&maria.view()).clone();
    let row = &home.groups[0].rows[0];
    assert_eq!((&*home.groups[0].heading, &*row.seller, &*row.detail), ("No date yet", "Lee", "The pilot"));
    assert_eq!(&*row.when, "Asks for a session");
    let open = row.open.press;
    maria.send(open);
    assert_eq!(maria.field(Message::SellerLabel).0, "Lee");
}

#[test]
fn reply_to_an_unknown_session_is_kept_on_request() {
    let (mut maria, mut lee) = answered();
    let mut other = Story::new();
    hand(&mut lee, &mut other);
    assert_eq!(heading(&other), "An answer to a session that isn't here");
    let lead = seen::sheet(&other.view()).lead.to_string();
    assert!(lead.starts_with("It's from Lee, for the session on Thursday 14 May, 10:00."), "{lead}");
    other.press(Message::Keep);
    let kept = other.window().model.sessions().next().unwrap().clone();
    assert_eq!(kept.seller_half().unwrap().topics[0].words.as_str(), "The pilot at Ward & Co");
    // And it joins the session once that is here.
    let file = maria.press(Message::EditDone).saved_session();
    other.open_file(&file).press(Message::LinkOwnTake);
    let row = seen::home(&other.view()).groups[0].rows[0].clone();
    other.send(row.open.press);
    let statement = "Thu 14 May, 10:00 works for Lee. Lee sent a topic.";
    assert_eq!(&*seen::planned(&other.view()).parties[0].statement, statement);
}

#[test]
fn a_link_of_ones_own_side_changes_nothing_unasked() {
    let (mut maria, _) = invited();
    let own = link(&mut maria);
    maria.press(Message::EditDone);
    maria.send(Event::LinkOpened(own));
    assert_eq!(heading(&maria), "Nothing new");
    maria.press(Message::FileLeave);
    // Somebody wrote a plan in the manager's name.
    let link = forged(&maria, |link| {
        let Half::Manager(half) = &mut link.half else { panic!("the manager's half") };
        let mut content = half.content().unwrap().clone();
        content.plan.place = None;
        *half = half.rewritten(
            coaching_session::domain::id::WriterId(99),
            coaching_session::domain::register::Written::Content(content),
        );
    });
    let before = maria.window().model.sessions().next().unwrap().clone();
    maria.send(Event::LinkOpened(link));
    assert_eq!(heading(&maria), "This comes from your own side");
    maria.press(Message::FileLeave);
    assert_eq!(*maria.window().model.sessions().next().unwrap(), before);
}

/// A link of the only session of that story, with something changed in it.
fn forged(story: &Story, change: impl FnOnce(&mut Link)) -> String {
    let model = &story.window().model;
    let id = model.sessions().next().unwrap().id;
    let mut link = coaching_session::program::update::link::outgoing(model, id).unwrap();
    change(&mut link);
    format!("{HOME}#cs={}", payload(&link).unwrap())
}

#[test]
fn zone_that_the_reader_lacks_is_said_and_no_utc() {
    let mut maria = Story::new();
    maria.open_window("Asia/Kathmandu");
    maria.plan("Lee");
    let link = forged(&maria, |link| {
        let Half::Manager(half) = &mut link.half else { panic!("the manager's half") };
        let mut content = half.content().unwrap().clone();
        content.plan.schedule.zone = zone("Asia/Nowhere");
        *half = half.rewritten(WriterId(99), Written::Content(content));
    });
    let mut lee = Story::elsewhere();
    lee.send(Event::LinkOpened(link));
    let seen = lines(&lee).join("\n");
    assert!(seen.contains("Thursday 14 May, 06:15"), "{seen}");
    let words = "doesn't know the time zone Asia/Nowhere. The time is worked out from UTC+05:45";
    assert!(seen.contains(words), "{seen}");
}

#[test]
fn counters_in_leaps_and_other_pairs_are_refused() {
    use coaching_session::domain::id::{PairId, WriterId};
    use coaching_session::domain::register::{Register, Version};
    use coaching_session::domain::version::VersionVector;
    let (maria, mut lee) = agreed();
    let leaping = forged(&maria, |link| {
        let Half::Manager(half) = &mut link.half else { panic!("the manager's half") };
        let vector = half.vector().joined(&VersionVector::new([(WriterId(7), 1_002)]));
        *half = Register::of(Version { vector, written: half.shown().written.clone() });
    });
    let strange = forged(&maria, |link| link.pair = PairId(link.pair.0 ^ 1));
    for (link, why) in [(leaping, "This link is damaged or forged"), (strange, "This link doesn't fit")] {
        let before = lee.storage.records.clone();
        lee.send(Event::LinkOpened(link));
        assert_eq!(heading(&lee), why);
        assert!(!lee.offers(Message::FileTake));
        lee.press(Message::BackHome);
        assert_eq!(lee.storage.records.len(), before.len());
    }
}

/// A writing of a device that knew of no other one.
fn alone(device: u64, written: Written<ManagerHalf>) -> Version<ManagerHalf> {
    Version { vector: VersionVector::new([(WriterId(device), 1)]), written }
}

/// The record of that session with these writings of the manager's half.
fn written(session: &Session, all: &[Version<ManagerHalf>]) -> String {
    seal(&Session { manager: Register::from_versions(all).unwrap(), ..session.clone() })
}

/// Opens a file with that record and takes in what can be; what the screen said of the file.
#[track_caller]
fn bring(story: &mut Story, name: &str, record: String) -> String {
    story.open_file(&backup(&BTreeMap::from_iter([(name.to_owned(), record)])));
    let view = format!("{:?}", story.view());
    if story.offers(Message::FileTake) {
        story.press(Message::FileTake);
    }
    story.rest();
    view
}

/// Returns the content with another place, so that a person can choose between the two.
fn placed(written: &Written<ManagerHalf>, device: u64) -> Written<ManagerHalf> {
    let Written::Content(mut half) = written.clone() else { panic!("a plan") };
    half.plan.place = Some(text(&format!("Room {device}")));
    Written::Content(half)
}

/// As many writings as are read wait on the device, and one more comes: it is refused at the door rather
/// than something of it or of them dropped.
#[test]
fn versions_beyond_the_limit_are_refused_and_none_is_lost() {
    let (maria, mut lee) = agreed();
    let here = lee.window().model.sessions().next().unwrap().clone();
    let name = lee.name_of(&format!("session/{}", here.id));
    let shown = here.manager.shown().written.clone();
    let others = (1..VERSION_LIMIT as u64).map(|device| alone(1_000 + device, placed(&shown, device)));
    let all: Vec<_> = here.manager.versions().into_iter().cloned().chain(others).collect();
    lee.press(Message::BackHome).rest();
    lee.storage.records.insert(name.clone(), written(&here, &all));
    lee.reopen();
    let read: Session = open(&lee.storage.records[&name]).unwrap();
    assert_eq!(read.waiting(), VERSION_LIMIT - 1, "as many are read");
    let before = lee.storage.records[&name].clone();
    // Written by somebody who knows of none of those.
    let link = forged(&maria, |link| {
        let Half::Manager(half) = &mut link.half else { panic!("the manager's half") };
        // A plan alone is that of a calendar entry.
        let mut content = half.content().unwrap().clone();
        content.prepared.alone = true;
        *half = Register::of(alone(7, Written::Content(content)));
    });
    lee.send(Event::LinkOpened(link));
    assert_eq!(heading(&lee), "Choose a version first");
    assert!(!lee.offers(Message::FileTake));
    let view = bring(lee.press(Message::BackToSession), &name, written(&here, &[alone(7, shown)]));
    assert!(view.contains("too large"), "{view}");
    assert_eq!(lee.storage.records[&name], before);
}

/// Versions add up until the record would be longer than what is read; then the next one is refused.
#[test]
fn versions_too_long_together_are_refused_and_none_is_lost() {
    let (_, mut lee) = agreed();
    let here = lee.window().model.sessions().next().unwrap().clone();
    let name = lee.name_of(&format!("session/{}", here.id));
    let long = |device: u64| {
        let Written::Content(mut half) = here.manager.shown().written.clone() else { panic!("a plan") };
        half.asked = vec![text(&"ﷺ".repeat(TEXT_LIMIT)); ASKED_LIMIT];
        half.plan.place = Some(text(&format!("Room {device}")));
        written(&here, &[alone(1_000 + device, Written::Content(half))])
    };
    lee.press(Message::BackHome).rest();
    lee.storage.records.insert(name.clone(), long(0));
    lee.reopen();
    for device in 1..12 {
        let view = bring(&mut lee, &name, long(device));
        assert!(!view.contains("too large"), "{device}: {view}");
    }
    let before = lee.storage.records[&name].clone();
    assert_eq!(open::<Session>(&before).unwrap().waiting(), 11, "all are here");
    let too_many = (12..15).any(|device| bring(&mut lee, &name, long(device)).contains("too large"));
    assert!(too_many, "no record is longer than what is read");
    assert_eq!(open::<Session>(&lee.storage.records[&name]).map(|session| session.waiting() >= 11), Ok(true));
}

#[test]
fn typed_reply_outlives_the_tab_and_stays_with_its_session() {
    let mut maria = inviting();
    let invitation = link(&mut maria);
    let ids = maria.window().model.sessions().next().map(|session| (session.id, session.pair)).unwrap();
    maria.press(Message::EditDone).press(Message::BackHome).plan("Ann").invite("Ann");
    let another = link(&mut maria);
    let mut lee = Story::elsewhere();
    lee.send(Event::LinkOpened(invitation.clone())).fill(Message::TopicFirst, "The pilot");
    lee.press(Message::AnotherTime).fill(Message::WishLabel, "Friday").rest().reopen();
    let name = lee.storage.records.keys().find(|name| name.starts_with("draft-answer/")).unwrap().clone();
    let stored = format!("{name}{}", lee.storage.records[&name]);
    assert!(stored.contains("The pilot") && stored.contains("Friday"), "{stored}");
    for of_the_link in ["Maria", "Lee", "Teams", &ids.0.to_string(), &ids.1.to_string()] {
        assert!(!stored.contains(of_the_link), "nothing of the link is stored: {of_the_link} in {stored}");
    }
    let typed = |lee: &Story| lee.field(Message::TopicFirst).0;
    lee.send(Event::LinkOpened(another));
    assert_eq!(typed(&lee), "", "that was for another session");
    lee.send(Event::LinkOpened(invitation.clone()));
    assert_eq!((typed(&lee), lee.field(Message::WishLabel).0), ("The pilot".into(), "Friday".into()));
    let mut left = lee.clone();
    left.press(Message::FileLeave).send(Event::LinkOpened(invitation.clone()));
    assert_eq!(typed(&left), "The pilot", "a link that is left keeps its answer");
    lee.press(Message::AskOtherTime);
    reads(&lee, "The pilot");
    assert!(!lee.storage.records.contains_key(&name), "a sent answer is no draft");
}

#[test]
fn typed_reply_returns_after_another_link() {
    let mut maria = inviting();
    let mut links = vec![link(&mut maria)];
    for number in 1..10 {
        let name = format!("Seller {number}");
        maria.press(Message::EditDone).press(Message::BackHome).plan(&name).press(&format!("Invite {name}"));
        links.push(link(&mut maria));
    }
    let mut lee = Story::elsewhere();
    let typed = |lee: &Story| lee.field(Message::TopicFirst).0;
    for (number, link) in links.iter().enumerate() {
        lee.send(Event::LinkOpened(link.clone())).fill(Message::TopicFirst, &format!("Topic {number}"));
        lee.press(Message::FileLeave).press(Message::FileLeave);
    }
    lee.rest().reopen();
    for (number, link) in links.iter().enumerate().rev() {
        lee.send(Event::LinkOpened(link.clone()));
        assert_eq!(typed(&lee), format!("Topic {number}"), "of link {number}");
        lee.press(Message::FileLeave).press(Message::FileLeave);
    }
    // A link that comes meanwhile waits.
    lee.send(Event::LinkOpened(links[5].clone())).send(Event::LinkOpened(links[4].clone()));
    assert_eq!(typed(&lee), "Topic 5");
    let said = seen::sheet(&lee.view()).outcome.clone().expect("a statement");
    assert!(said.starts_with("Not sent yet."), "{said}");
    lee.press(Message::FileLeave);
    assert_eq!(typed(&lee), "Topic 4");
}

#[test]
fn initials_stand_for_names_where_that_is_wanted() {
    let mut maria = inviting();
    maria.press(Message::NamesInitials);
    let mut lee = Story::elsewhere();
    hand(&mut maria, &mut lee);
    assert_eq!(heading(&lee), "M. invites you to a coaching session");
    assert!(!lines(&lee).iter().any(|line| line.contains("Maria") || line.contains("Lee")));
    // A file holds whole names.
    maria.press(Message::OtherWays);
    assert!(!maria.offers(Message::SaveSession));
    maria.press(Message::NamesWhole);
    assert!(maria.offers(Message::SaveSession));
}

#[test]
fn link_of_a_calendar_entry_holds_initials_where_wanted() {
    let mut maria = inviting();
    maria.press(Message::NamesInitials).press(Message::EditDone);
    maria.press(Message::CalendarPut).press(Message::CalendarSave);
    let file = maria.window().saved.clone().expect("a file").replace("\r\n ", "");
    let (_, code) = file.split_once("#cs=").expect("a link");
    let code: String = code.chars().take_while(|mark| !mark.is_whitespace() && *mark != '\\').collect();
    let mut other = Story::elsewhere();
    other.send(Event::LinkOpened(format!("{HOME}#cs={code}")));
    assert!(heading(&other).contains("M."), "{}", heading(&other));
    assert!(!heading(&other).contains("Maria"), "{}", heading(&other));
}

#[test]
fn initials_stay_chosen_for_these_two_and_nobody_else() {
    let mut maria = inviting();
    maria.press(Message::NamesInitials);
    let short = link(&mut maria);
    maria.press(Message::EditDone).reload();
    maria.invite("Lee");
    assert_eq!(link(&mut maria), short);
    let opens_as = |maria: &mut Story| {
        let mut other = Story::elsewhere();
        hand(maria, &mut other);
        heading(&other)
    };
    maria.press(Message::EditDone).plan("Lee").invite("Lee");
    assert_eq!(opens_as(&mut maria), "M. invites you to a coaching session");
    maria.press(Message::EditDone).plan("Ada").invite("Ada");
    assert_eq!(opens_as(&mut maria), "Maria invites you to a coaching session");
    maria.press(Message::EditDone).plan("Lee").invite("Lee");
    maria.press(Message::NamesWhole).press(Message::EditDone).press(Message::ShareInvite { name: "Lee" });
    assert_eq!(opens_as(&mut maria), "Maria invites you to a coaching session");
}

#[test]
fn a_link_that_has_a_password_opens_with_that_one_alone() {
    let mut maria = inviting();
    maria.press(Message::OtherWays).press(Message::Lock);
    assert_eq!(maria.field(Message::PasswordLabel).1.as_deref(), Some("Enter a password first."));
    maria.fill(Message::PasswordLabel, "sesame").press(Message::Lock);
    assert!(!maria.offers(Message::Lock));
    let mut lee = Story::elsewhere();
    hand(&mut maria, &mut lee);
    assert_eq!(heading(&lee), "This link has a password");
    lee.fill(Message::PasswordLabel, "wrong").press(Message::OpenIt);
    assert_eq!(lee.field(Message::PasswordLabel).1.as_deref(), Some("That's not the password."));
    lee.fill(Message::PasswordLabel, "sesame").press(Message::OpenIt);
    assert_eq!(heading(&lee), "Maria invites you to a coaching session");
}

#[test]
fn link_too_long_for_a_qr_code_says_so() {
    let mut lee = Story::elsewhere();
    lee.press(Message::AskOne).fill(Message::WhoCoaches, "Maria").fill(Message::OwnNameLabel, "Lee");
    let long: String = ('一'..).take(1_900).collect();
    lee.fill(Message::TopicFirst, &long).press(Message::AskNext);
    lee.press(Message::OtherWays).press(Message::PictureDraw);
    assert_eq!(seen::sheet(&lee.view()).outcome.as_deref(), Some("This link is too long for a QR code."));
    assert_eq!(picture(&lee), None);
}

#[test]
fn another_password_or_other_names_make_another_link() {
    let mut maria = inviting();
    maria.press(Message::OtherWays).fill(Message::PasswordLabel, "sesame").press(Message::Lock);
    let locked = link(&mut maria);
    maria.press(Message::NamesInitials);
    assert!(!maria.offers(Message::Lock), "the link with other names is locked, too");
    assert_ne!(link(&mut maria), locked);
}

#[test]
fn invitation_text_has_agenda_and_link_on_its_own_line() {
    let mut maria = inviting();
    maria.press(Message::CopyWords);
    let text = maria.window().sent.clone().unwrap().text;
    assert!(
        text.starts_with("Coaching session: Lee with Maria, Thursday 14 May, 10:00 (Berlin time)\nTeams\n\n"),
        "{text}"
    );
    assert!(text.contains("\nThis is coaching, not a forecast or a performance review."), "{text}");
    assert!(text.contains("\nFirst opportunity, 20 min\n"), "{text}");
    let links: Vec<&str> = text.lines().filter(|line| line.contains("#cs=")).collect();
    assert_eq!(links.len(), 1);
    assert!(links[0].starts_with("https://") && !links[0].contains(' '), "{links:?}");
    // A paste of all of it opens it.
    let mut lee = Story::elsewhere();
    lee.fill(Message::PastedTitle, &text).press(Message::OpenIt);
    assert_eq!(heading(&lee), "Maria invites you to a coaching session");
}

#[test]
fn finding_decoding_and_showing_a_link_take_a_turn_each() {
    let link = link(&mut inviting());
    let story = Story::elsewhere();
    let mut model = story.window().model.clone();
    for text in [&*link, "see you on Thursday"] {
        let mut goes_on = |event| tell(&mut model, story.now, event).contains(&Effect::ReadOn);
        assert!(goes_on(Event::LinkOpened(text.to_owned())) && goes_on(Event::ReadOnCame));
        assert!(model.overlays.link.is_none(), "nothing is put up yet");
        tell(&mut model, story.now, Event::ReadOnCame);
        assert!(model.overlays.link.take().is_some());
        tell(&mut model, story.now, Event::ReadOnCame);
        assert!(model.overlays.link.is_none(), "it is put up once");
    }
}

/// Boots a window that was opened by a link, up to the turn in which the whole of the link is known.
fn opened_by(text: &str) -> (Story, Model, Vec<Effect>) {
    let mut story = Story::elsewhere();
    story.open_window_by_link();
    let mut model = story.window().model.clone();
    let env = env("en");
    assert!(
        !update(&mut model, &env, story.now, Event::LinkOpened(text.to_owned()))
            .contains(&Effect::HoldScreen)
    );
    let unpacked = update(&mut model, &env, story.now, Event::ReadOnCame);
    assert!(unpacked.contains(&Effect::HoldScreen), "nothing is seen before all of it was read");
    assert!(is_awaited(&model));
    let effects = update(&mut model, &env, story.now, Event::ReadOnCame);
    assert!(!effects.contains(&Effect::HoldScreen));
    (story, model, effects)
}

#[test]
fn opened_link_is_offered_to_other_widgets_before_it_is_put_up() {
    let link = link(&mut inviting());
    let (story, mut model, effects) = opened_by(&link);
    let id = read(&link).unwrap().session;
    let offered = effects.iter().find_map(|effect| match effect {
        Effect::HandOn { link, keys } => Some((link, keys[0])),
        _ => None,
    });
    assert_eq!(offered, Some((&link, Key::Session(id))));
    assert!(model.overlays.link.is_none());
    let mut elsewhere = model.clone();
    update(&mut model, &env("en"), story.now, Event::HandedOn(false));
    assert!(model.overlays.link.is_some() && !is_awaited(&model), "it stays here");
    update(&mut elsewhere, &env("en"), story.now, Event::HandedOn(true));
    assert!(elsewhere.overlays.link.is_none() && !is_awaited(&elsewhere), "another widget got it");
    assert!(!update(&mut elsewhere, &env("en"), story.now, Event::ReadOnCame).contains(&Effect::ReadOn));
}

#[test]
fn unreadable_link_is_put_up_where_it_was_opened() {
    let (_, model, effects) = opened_by("see you on Thursday");
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::HandOn { .. })));
    assert!(model.overlays.link.is_some() && !is_awaited(&model));
}

#[test]
fn pasted_link_is_never_handed_on() {
    let link = link(&mut inviting());
    let mut story = Story::elsewhere();
    story.fill(Message::PastedTitle, &link);
    let mut model = story.window().model.clone();
    for event in [Press::PastedOpened.into(), Event::ReadOnCame, Event::ReadOnCame] {
        let effects = update(&mut model, &env("en"), story.now, event);
        assert!(!effects.iter().any(|effect| matches!(effect, Effect::HandOn { .. })));
    }
    assert!(model.overlays.link.is_some());
}

#[test]
fn what_is_done_while_a_link_is_being_read_loses_none() {
    let link = link(&mut inviting());
    let story = Story::elsewhere();
    let begin = || story.window().model.clone();
    let tell = |model: &mut Model, events: &[Event]| {
        events.iter().for_each(|event| drop(crate::story::tell(model, story.now, event.clone())));
    };
    let is_open = |model: &Model| matches!(model.overlays.link, Some(LinkOverlay::Opened(_)));
    // The button was pressed twice.
    let mut model = begin();
    let pressed = Event::Pressed(Press::PastedOpened);
    let typed = Event::Typed(Field::Home(HomeField::Pasted), link.clone());
    tell(&mut model, &[typed, pressed.clone(), pressed, Event::ReadOnCame, Event::ReadOnCame]);
    assert!(is_open(&model));
    // Another screen was put up, and something typed there.
    let mut model = begin();
    let before = [Event::LinkOpened(link.clone()), Event::Pressed(Press::PlanOpened), Event::ReadOnCame];
    tell(&mut model, &before);
    tell(&mut model, &[Event::Typed(Field::Form(FormField::Seller), "Ann".to_owned())]);
    assert!(
        model.drafts.get::<PlanDraft>(Purpose::Plan).is_some_and(|draft| draft.seller == "Ann"),
        "it goes where it was typed"
    );
    tell(&mut model, &[Event::ReadOnCame]);
    assert!(is_open(&model));
    // A file is being read: each turn is one of the link or one of the file.
    let mut model = begin();
    let long = "x".repeat(100_000);
    let file = file_of(&["a", "b"].map(|name| (name.to_owned(), long.clone())).into());
    tell(
        &mut model,
        &[
            Event::FileCame(RequestId(1), file),
            Event::FileOpened(RequestId(1), Some("saved.jsonl".to_owned())),
            Event::LinkOpened(link),
        ],
    );
    let is_read = |model: &Model| matches!(model.overlays.file, Some(FileOverlay::Read(_)));
    assert!(is_read(&model));
    tell(&mut model, &[Event::ReadOnCame, Event::ReadOnCame]);
    assert!(is_open(&model) && is_read(&model));
    tell(&mut model, &[Event::ReadOnCame, Event::ReadOnCame]);
    assert!(is_open(&model) && model.overlays.file.as_ref().is_some_and(FileOverlay::is_shown));
}

#[test]
fn link_changed_while_it_is_locked_is_locked_again() {
    let mut maria = inviting();
    maria.press(Message::OtherWays).fill(Message::PasswordLabel, "sesame");
    let goes_out = |between: &[Event]| {
        let mut model = maria.window().model.clone();
        let effects = tell(&mut model, maria.now, Press::LockAsked.into());
        let request = effects.iter().find_map(|effect| match effect {
            Effect::Lock { request, .. } => Some(*request),
            _ => None,
        });
        let answer = Event::LockSettled(request.expect("a request to lock"), Some(vec![1, 2, 3]));
        for event in between.iter().cloned().chain([answer]) {
            tell(&mut model, maria.now, event);
        }
        let effects = tell(&mut model, maria.now, Press::Sent(SendMethod::CopyLink).into());
        let copied = effects.into_iter().find_map(|effect| match effect {
            Effect::Copy { text, .. } => Some(text),
            _ => None,
        });
        copied.map(|copied| read(&copied).err())
    };
    let locked = Some(NoLink::Locked(vec![1, 2, 3]));
    assert_eq!(goes_out(&[]), Some(locked));
    let initials = Press::InitialsChosen(true);
    assert_eq!(goes_out(&[initials.into()]), None, "the answer is of the link before");
    let again = [initials.into(), Press::LockAsked.into()];
    assert_eq!(goes_out(&again), None, "nothing goes out until the browser has locked the link");
}

#[test]
fn link_left_during_decryption_does_not_return() {
    let mut maria = inviting();
    maria.press(Message::OtherWays).fill(Message::PasswordLabel, "sesame").press(Message::Lock);
    let locked = link(&mut maria);
    let mut lee = Story::elsewhere();
    lee.send(Event::LinkOpened(locked)).fill(Message::PasswordLabel, "sesame");
    let ask = || {
        let mut model = lee.window().model.clone();
        let asked = tell(&mut model, lee.now, Press::PastedOpened.into());
        let answer = asked.into_iter().find_map(|effect| match effect {
            Effect::Unlock { request, sealed, .. } => {
                Some(Event::UnlockSettled(request, sealed.strip_prefix(b"sesame\n").map(<[u8]>::to_vec)))
            }
            _ => None,
        });
        (model, answer.expect("a request to unlock"))
    };
    let (mut model, unlocked) = ask();
    for event in [unlocked, Event::Pressed(Press::HomeOpened), Event::ReadOnCame, Event::ReadOnCame] {
        tell(&mut model, lee.now, event);
    }
    assert!(model.overlays.link.is_none(), "left before it was put up");
    let (mut model, unlocked) = ask();
    for event in [Event::Pressed(Press::HomeOpened), unlocked, Event::ReadOnCame, Event::ReadOnCame] {
        tell(&mut model, lee.now, event);
    }
    assert!(model.overlays.link.is_none(), "left before it was unlocked");
}

#[test]
fn damaged_or_missing_link_offers_a_field_for_the_whole() {
    let mut lee = Story::elsewhere();
    lee.fill(Message::PastedTitle, "see you on Thursday").press(Message::OpenIt);
    assert_eq!(heading(&lee), "There's no link in this text");
    let link = link(&mut inviting());
    let cut: String = link.chars().take(link.chars().count() - 9).collect();
    lee.fill(Message::PastedLabel, &cut).press(Message::OpenIt);
    assert_eq!(heading(&lee), "This link can't be opened");
    lee.fill(Message::PastedLabel, &link).press(Message::OpenIt);
    assert_eq!(heading(&lee), "Maria invites you to a coaching session");
}

#[test]
fn the_code_and_the_picture_hold_the_same_as_the_link() {
    let mut maria = inviting();
    let link = link(&mut maria);
    maria.press(Message::OtherWays).press(Message::CopyCode);
    let code = maria.window().sent.clone().unwrap().text;
    assert_eq!(format!("{HOME}#cs={code}"), link);
    maria.press(Message::PictureDraw);
    assert_eq!(picture(&maria), Picture::of(&link));
    assert!(picture(&maria).is_some());
    let mut lee = Story::elsewhere();
    lee.fill(Message::PastedTitle, &code).press(Message::OpenIt);
    assert_eq!(heading(&lee), "Maria invites you to a coaching session");
}

#[test]
fn copied_is_said_only_when_it_was() {
    let mut maria = inviting();
    maria.press(Message::CopyLink);
    assert_eq!(seen::sheet(&maria.view()).outcome, None);
    maria.settle_copy(true);
    assert_eq!(seen::sheet(&maria.view()).outcome.as_deref(), Some("Copied."));
    maria.press(Message::CopyLink).settle_copy(false);
    let view = maria.view();
    assert_eq!(maria.window().focus, Some(Focus::Summary));
    assert!(seen::sheet(&view).text_to_copy.as_ref().is_some_and(|text| text.contains("#cs=1.")));
}

#[test]
fn an_invitation_that_went_out_is_told_with_its_date() {
    let (mut maria, _) = invited();
    maria.press(Message::EditDone);
    let view = maria.view();
    let sent = seen::planned(&view).sent.as_ref().expect("a statement about the sending");
    assert_eq!((&*sent.words, sent.is_open), ("You copied the invitation on Wed 13 May.", false));
    assert_eq!(&*seen::planned(&view).parties[0].statement, "Nothing from Lee yet");
    assert_eq!(&*seen::planned(&maria.view()).next.label, "Prepare");
    assert!(maria.offers(Message::ShareInvite { name: "Lee" }) && maria.offers_start());
    // The start is the next step shortly before the session.
    let mut late = maria.clone();
    late.now = TEN.plus(Span::minutes(-15));
    assert_eq!(&*seen::planned(&late.wake().view()).next.label, "Lee said yes: start");
    maria.press(Message::PrepareOwn).press(Message::IAm { name: "Maria" });
    maria.press(Message::ReadyManager);
    assert_eq!(&*seen::planned(&maria.view()).next.label, "Back to all sessions", "nothing is left to do");
}

#[test]
fn half_typed_text_is_kept_once_the_link_is_dealt_with() {
    let (mut maria, mut lee) = agreed();
    maria.press(Message::ChangePlan).fill(Message::TimeLabel, "14:00").press(Message::FormSubmitChange);
    maria.press(Message::ShareChanged { name: "Lee" });
    let moved = link(&mut maria);
    for dealt_with in ["Save the new date, answer later", "Back to the session"] {
        lee.press(Message::EditDone).press(Message::PrepareOwn).fill(Message::WorkedIfLabel, dealt_with);
        lee.send(Event::LinkOpened(moved.clone())).press(dealt_with);
        let half = lee.window().model.sessions().next().unwrap().seller_half().cloned().unwrap();
        assert_eq!(half.topics[0].worked_if.as_ref().map(|text| text.as_str()), Some(dealt_with));
        assert!(std::mem::take(&mut lee.window_mut().forgot_link), "a reload does not open it again");
        lee.press(Message::SendTo { name: "Maria" });
    }
    // A form stays open: what is typed there is nobody's yet.
    let mut asking = lee;
    asking.press(Message::EditDone).press(Message::BackHome).press(Message::AskOne);
    asking.fill(Message::WhoCoaches, "Ana");
    maria
        .press(Message::EditDone)
        .press(Message::ChangePlan)
        .fill(Message::TimeLabel, "15:00")
        .press(Message::FormSubmitChange);
    maria.press(Message::ShareChanged { name: "Lee" });
    hand(&mut maria, &mut asking);
    asking.press(Message::JustNote);
    assert_eq!(asking.field(Message::WhoCoaches).0, "Ana");
}

#[test]
fn manager_without_a_name_is_said_small_inside_a_sentence() {
    let (mut maria, mut lee) = (Story::new(), Story::elsewhere());
    maria.plan("Lee");
    let id = maria.window().model.sessions().next().unwrap().id;
    let nameless = payload(&outgoing(&maria.window().model, id).unwrap()).unwrap();
    lee.send(Event::LinkOpened(nameless));
    assert_eq!(heading(&lee), "The manager invites you to a coaching session");
    lee.press(Message::NotYetBring);
    assert_eq!(heading(&lee), "Send it to the manager");
    lee.press(Message::EditDone);
    let view = lee.view();
    assert_eq!(&*seen::planned(&view).next.label, "Send to the manager");
    assert_eq!(&*seen::planned(&view).parties[1].statement, "");
}

#[test]
fn link_and_file_hold_no_minutes_of_items_and_no_questions() {
    let (mut maria, mut lee) = agreed();
    maria.now = TEN;
    maria.press_start().watch(2).press(Message::Asked);
    for minutes in [7, 9] {
        let next = seen::names(&maria.view()).into_iter().find(|name| name.starts_with("Next: "));
        maria.press(&next.unwrap()).watch(minutes);
    }
    maria.press(Message::EndEarly);
    let (_, record) = maria.session_record();
    assert!(record.contains("\"asked\""), "the question stays on this device");
    let summary = |story: &mut Story| story.press(Message::SummaryCopy).window().copied.clone().unwrap();
    let went = summary(&mut maria);
    let file = maria.saved_session();
    assert!(!file.contains("item.open.1"), "{file}");
    let id = maria.window().model.sessions().next().unwrap().id;
    let sent = coaching_session::program::update::link::outgoing(&maria.window().model, id).unwrap();
    let half = coaching_session::program::update::link::incoming(&sent).manager_half().cloned().unwrap();
    assert_eq!(half.asked, []);
    let coaching_session::domain::half::Course::Begun { log, .. } = &half.course else { panic!("it began") };
    assert!(log.is_outline(), "{log:?}");
    maria.press(Message::SendTo { name: "Lee" });
    hand(&mut maria, &mut lee);
    lee.press(Message::FileTake);
    assert_eq!(summary(&mut lee), went, "what they went through is in both");
    assert!(seen::over(&lee.view()).rows.is_empty());
    assert!(!seen::over(&maria.press(Message::EditDone).view()).rows.is_empty());
}

#[test]
fn seller_asks_with_the_known_manager_filled_in() {
    let (_, mut lee) = agreed();
    for way_back in [Message::EditDone, Message::BackHome] {
        if lee.offers(way_back) {
            lee.press(way_back);
        }
    }
    let view = lee.view();
    let home = seen::home(&view);
    let ask = home.ask.as_ref().map(|ask| ask.label.to_string());
    assert_eq!((&*home.plan.label, ask.as_deref()), ("Ask for a session", Some("Plan a session")));
    assert_eq!(&*home.groups[0].rows[0].seller, "Maria");
    lee.press(Message::AskOne);
    assert_eq!(lee.field(Message::WhoCoaches).0, "Maria");
}

#[test]
fn next_session_goes_out_without_what_an_undone_start_left() {
    const NOTE: &str = "written and taken back";
    let (mut maria, mut lee) = agreed();
    maria.now = TEN;
    maria.press_start().press(Message::EndEarly);
    let book = seen::names(&maria.view()).into_iter().find(|name| name.starts_with("Just T")).unwrap();
    maria.press(&book).press(Message::OpenNext).press_start();
    maria.press(Message::WriteNote).fill(Message::SharedNoteLabel, NOTE).press(Message::Keep);
    maria.press(Message::WriteNextStep).fill(Message::NextStepLabel, NOTE).press(Message::Keep);
    maria
        .press(Message::EndEarly)
        .press("Lee: Yes")
        .press(Message::ClockUndoEnd)
        .press(Message::ClockUndoStart);
    maria.press(Message::BackHome).open_first_page();
    let view = maria.view();
    let held = seen::home(&view).groups.iter().find(|group| &*group.heading == "Held").cloned();
    maria.send(held.unwrap().rows[0].open.press);
    let file = maria.saved_session();
    assert!(file.contains("\"planned\"") || file.matches("\"session").count() > 1, "{file}");
    assert!(!file.contains(NOTE), "{file}");
    maria.press(Message::SendTo { name: "Lee" });
    assert!(!format!("{:?}", maria.view()).contains(NOTE), "that is all that the link holds");
    hand(&mut maria, &mut lee);
    lee.press(Message::FileTake);
    assert!(lee.storage.records.values().all(|record| !record.contains(NOTE)));
}

#[test]
fn answers_of_the_sellers_device_stay_hidden_from_the_manager() {
    let (mut maria, mut lee) = agreed();
    (maria.now, lee.now) = (TEN, TEN);
    maria.press_start().press(Message::EndEarly).press(Message::SendTo { name: "Lee" });
    hand(&mut maria, &mut lee);
    lee.press(Message::FileTake).press(Message::AnswerOwn);
    lee.press(Message::JustTalking).press("Not yet").fill(Message::AskDifferently, "No phone");
    lee.press(Message::AnswerIn).press(Message::SendTo { name: "Maria" });
    hand(&mut lee, &mut maria);
    assert_eq!(heading(&maria), "Lee has said how it was");
    maria.press(Message::FileTake);
    let closing = |story: &Story| -> Vec<String> {
        let view = story.view();
        let rows = seen::over(&view).notes.closing.as_ref().unwrap().rows.clone();
        let said = rows.iter().flat_map(|row| {
            let beside = row.beside.iter().map(|line| line.words.to_string());
            [row.words.to_string()].into_iter().chain(beside).collect::<Vec<_>>()
        });
        said.collect()
    };
    let before = ["Lee has answered.", "Maria hasn't answered yet."];
    assert_eq!(closing(&maria), before, "both see the screen");
    assert!(!maria.offers("Lee: Yes") && !maria.offers("Maria: Coaching"));
    assert!(!maria.offers(Message::AnswerAgain { name: "Lee" }), "Lee's own device holds them");
    assert!(!crate::drawn::markup(&maria, "en").contains("No phone"));
    maria.press(Message::AnswerAs { name: "Maria" }).press(Message::IAm { name: "Maria" });
    maria.press(Message::Coaching).press(Message::AnswerIn);
    let both = closing(&maria).join(" ");
    for words in ["Just talking", "Not yet", "No phone", "Coaching"] {
        assert!(both.contains(words), "{words} in {both}");
    }
}

#[test]
fn seller_who_said_nothing_aloud_has_not_answered() {
    let (mut maria, mut lee) = agreed();
    (maria.now, lee.now) = (TEN, TEN);
    maria.press_start().press(Message::EndEarly).press("Lee: Yes").press("Maria: Coaching");
    maria.press(Message::SendTo { name: "Lee" });
    hand(&mut maria, &mut lee);
    lee.press(Message::FileTake);
    let view = lee.view();
    let rows = &seen::over(&view).notes.closing.as_ref().unwrap().rows;
    let told: Vec<&str> = rows.iter().map(|row| &*row.words).collect();
    assert_eq!(told, ["You haven't answered yet.", "Maria has answered."]);
}

#[test]
fn record_says_promises_once_and_what_both_answered() {
    let (mut maria, _) = agreed();
    maria.press(Message::PrepareOwn);
    maria.press(Message::ReadyManager).press(Message::ChangePlan).fill(Message::TimeLabel, "10:30");
    maria.press(Message::FormSubmitChange).press(Message::ShareChanged { name: "Lee" });
    maria.press(Message::CountOnAll).press(Message::EditDone);
    maria.now = TEN;
    maria.press_start().press(Message::EndEarly).press("Lee: Yes").press("Lee: Coaching");
    maria.press("Maria: Coaching").press(Message::JustDate { when: "Thu 11 Jun" });
    maria.press(Message::SendTo { name: "Lee" });
    let lines = lines(&maria);
    let of = |part: &str| lines.iter().filter(|line| line.contains(part)).count();
    assert_eq!(of("I'll ask before I tell."), 1, "{lines:#?}");
    assert_eq!(of("Thursday 11 June"), 2, "in the message and in the contents: {lines:#?}");
    assert_eq!(of("The answers at the close"), 0, "the page shows them: {lines:#?}");
    assert!(lines.contains(&"Lee: Did you get what you came for? (Yes)".to_owned()), "{lines:#?}");
    assert!(
        lines.contains(&"Maria: Was that coaching, or just talking? (Coaching)".to_owned()),
        "{lines:#?}"
    );
    assert_eq!(of("earlier plan"), 0, "{lines:#?}");
}

#[test]
fn seller_is_told_that_the_date_has_passed() {
    let (_, mut lee) = answered();
    lee.press(Message::CopyLink).settle_copy(true).press(Message::EditDone);
    lee.now = TEN.plus(Span::minutes(24 * 60));
    lee.press(Message::BackHome).open_first();
    let view = lee.view();
    let planned = seen::planned(&view);
    assert_eq!(&*planned.question, "The date of this session has passed");
    assert_eq!(&*planned.reason, "Maria can say if it took place, or move it.");
    assert!(!lee.offers(Message::CalendarPut));
}

#[test]
fn answer_from_another_zone_names_both_times() {
    let (mut maria, mut lee) = (inviting(), Story::elsewhere());
    lee.open_window("America/New_York");
    hand(&mut maria, &mut lee);
    lee.fill(Message::TopicFirst, "The pilot").press(Message::ItIsCoaching { manager: "Maria" });
    lee.press(Message::CopyWords);
    let text = lee.window().sent.clone().expect("a message").text;
    assert!(text.contains("04:00 in New York (10:00 in Berlin) works for me."), "{text}");
}

#[test]
fn change_is_unsent_though_the_seller_prepared_here_too() {
    let (mut maria, _) = agreed();
    maria.press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    maria.fill(Message::TopicFirst, "The renewal").press(Message::ReadySeller);
    maria.press(Message::ChangePlan).fill(Message::TimeLabel, "11:00").press(Message::FormSubmitChange);
    let sent = seen::planned(&maria.view()).sent.clone().expect("a statement");
    assert_eq!((&*sent.words, sent.is_open), ("Your last change hasn't been sent yet", true));
}
