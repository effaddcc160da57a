//! Typed text that is not kept yet, for each purpose: stored, brought back, and gone from storage in time.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::draft::{CloseDraft, Content, Draft, RequestDraft};
use coaching_session::domain::id::WriterId;
use coaching_session::present::ScreenView;
use coaching_session::program::event::{Event, Press};
use coaching_session::text::message::Message;
use coaching_session::wire::key::{QUARANTINE, WriterKey};
use coaching_session::wire::stored::{open, seal};

use crate::given::TEN;
use crate::seen;
use crate::story::{Named, Records, Room, Story, changed_elsewhere, the_manager};

const TYPED: &str = "Zqz half a word";

const FOREIGN: &str = "Yqz of somebody else";

/// A text that somebody types, and what becomes of it.
struct Case {
    /// The record of the draft, without ids.
    record: &'static str,
    /// Goes as far as the list of sessions.
    begin: fn() -> Story,
    /// Opens what is typed into.
    open: fn(&mut Story),
    label: Message<'static>,
    /// Does what follows the typing.
    leave_there: fn(&mut Story),
    /// Goes to the text after a reload.
    again: fn(&mut Story),
    /// The ways in which the text is kept, sent or given up.
    ends: Vec<End>,
}

struct End {
    name: &'static str,
    does: fn(&mut Story),
    /// True if the text is given up.
    gives_up: bool,
}

fn kept(name: &'static str, does: fn(&mut Story)) -> End {
    End { name, does, gives_up: false }
}

fn given_up(name: &'static str, does: fn(&mut Story)) -> End {
    End { name, does, gives_up: true }
}

impl Case {
    /// Returns the story of a text that was typed and saved.
    #[track_caller]
    fn typed(&self, text: &str) -> Story {
        let mut story = (self.begin)();
        assert_eq!(stored(&story), Records::new(), "{}: nothing is typed yet", self.record);
        (self.open)(&mut story);
        story.fill(self.label, text);
        (self.leave_there)(&mut story);
        story.rest();
        story
    }

    /// Returns the key of the only stored draft, and its record.
    #[track_caller]
    fn draft(&self, story: &Story) -> (WriterKey, String) {
        let drafts = stored(story);
        let names: Vec<&String> = drafts.keys().collect();
        let [name] = *names else { panic!("{}: one draft is stored: {names:?}", self.record) };
        assert_eq!(name.split(['/', '~']).next(), Some(self.record));
        let key = WriterKey::parse(name).unwrap();
        let screen = story.storage.records.keys().find_map(|name| name.strip_prefix("screen~")).unwrap();
        assert_eq!(key.writer.to_string(), screen, "{name}");
        (key, drafts[name].clone())
    }

    /// Asserts that the draft is not there after a start, and that the page is of use without it.
    #[track_caller]
    fn is_without(&self, story: &Story, told: &str) {
        let view = story.view();
        assert!(!format!("{view:?}").contains(TYPED), "{}, {told}: the text is not shown", self.record);
        if !self.record.starts_with("draft-line") {
            assert!(matches!(view.screen, ScreenView::Home(_)), "{}, {told}: the list is open", self.record);
        }
    }
}

/// Returns the notices, without the one that a changed note is as it was left.
fn notices(story: &Story) -> Vec<String> {
    let mut all = story.notices();
    all.retain(|notice| notice != "This note is as you left it.");
    all
}

/// Returns the stored drafts.
fn stored(story: &Story) -> Records {
    let mut drafts = story.storage.records.clone();
    drafts.retain(|name, _| name.starts_with("draft-"));
    drafts
}

/// Returns the stored records except drafts and the open screen.
fn others(story: &Story) -> Records {
    let mut others = story.storage.records.clone();
    others.retain(|name, _| !name.starts_with("draft-") && !name.starts_with("screen~"));
    others
}

/// Maria, who planned a session with Lee.
fn planned() -> Story {
    let mut story = Story::new();
    story.plan("Lee").press(Message::BackHome);
    story
}

/// Maria, who held a session with Lee and wrote one note.
fn held() -> Story {
    let mut story = Story::new();
    story.begin().press(Message::WriteParked).fill(Message::ParkLabel, "The map").press(Message::Keep);
    story.press(Message::EndEarly).press(Message::BackHome);
    story
}

/// Maria, whom Lee asked for a session.
fn asked() -> Story {
    let mut lee = Story::elsewhere();
    lee.press(Message::AskOne).fill(Message::WhoCoaches, "Maria").fill(Message::OwnNameLabel, "Lee");
    lee.press(Message::AskNext).press(Message::CopyLink);
    let mut maria = Story::new();
    maria.send(Event::LinkOpened(lee.window().copied.clone().unwrap()));
    maria.press(Message::PlanOne).press(Message::Cancel);
    maria
}

/// Opens the only session of the list.
fn open_session(story: &mut Story) {
    story.open_first_of_page();
}

/// Opens a link by which Maria invites Lee.
fn open_invitation(story: &mut Story) {
    let mut maria = planned();
    open_session(&mut maria);
    maria.invite("Lee").press(Message::CopyLink);
    story.send(Event::LinkOpened(maria.window().copied.clone().unwrap()));
}

fn prepare_as(story: &mut Story, name: &str) {
    open_session(story);
    let is_manager = *the_manager() == *name;
    let opens = if is_manager { Message::PrepareOwn } else { Message::PrepareAs { name } };
    story.press(opens).press(Message::IAm { name });
}

fn answer_as(story: &mut Story, name: &str) {
    open_session(story);
    story.alone();
    let label = [Message::HandOverTo { name }, Message::AnswerAs { name }];
    let label = label.into_iter().find(|label| story.offers(*label)).expect("a way to answer");
    story.press(label).press(Message::IAm { name });
    if seen::fields(&story.view()).is_empty() {
        story.press(Message::JustTalking);
    }
}

fn nothing(_: &mut Story) {}

fn uncover(story: &mut Story) {
    story.uncover();
}

fn press(story: &mut Story, name: impl Named) {
    story.press(name);
}

fn submit(story: &mut Story) {
    story.fill(Message::DateLabel, "2026-05-15").fill(Message::TimeLabel, "11:00").press(Message::FormSubmit);
}

fn cases() -> Vec<Case> {
    let home = |story: &mut Story| press(story, Message::BackHome);
    let cancel = |story: &mut Story| press(story, Message::Cancel);
    let keep = |story: &mut Story| press(story, Message::Keep);
    let not_ready = |story: &mut Story| press(story, Message::NotReady);
    let later = |story: &mut Story| press(story, Message::AnswerLater);
    let answer = |story: &mut Story| {
        story.press(Message::Coaching).press(Message::AnswerIn);
    };
    vec![
        Case {
            record: "draft-plan",
            begin: Story::new,
            open: |story| press(story, Message::PlanOne),
            label: Message::SellerLabel,
            leave_there: nothing,
            again: uncover,
            ends: vec![kept("planned", submit), given_up("cancelled", cancel)],
        },
        Case {
            record: "draft-plan",
            begin: planned,
            open: |story| {
                open_session(story);
                story.press(Message::ChangePlan);
            },
            label: Message::SellerLabel,
            leave_there: nothing,
            again: uncover,
            ends: vec![
                kept("changed", |story| press(story, Message::FormSubmitChange)),
                given_up("cancelled", |story| press(story, Message::FormLeave)),
            ],
        },
        Case {
            record: "draft-plan",
            begin: asked,
            open: open_session,
            label: Message::SellerLabel,
            leave_there: nothing,
            again: uncover,
            ends: vec![kept("planned", submit), given_up("cancelled", cancel)],
        },
        Case {
            record: "draft-preparation-manager",
            begin: planned,
            open: |story| prepare_as(story, &the_manager()),
            label: Message::NoteLabel,
            leave_there: nothing,
            again: uncover,
            ends: vec![
                kept("ready", |story| press(story, Message::ReadyManager)),
                kept("not ready", not_ready),
                kept("left", home),
            ],
        },
        Case {
            record: "draft-preparation-seller",
            begin: planned,
            open: |story| prepare_as(story, "Lee"),
            label: Message::TopicFirst,
            leave_there: nothing,
            again: uncover,
            ends: vec![
                kept("ready", |story| press(story, Message::ReadySeller)),
                kept("not ready", not_ready),
                kept("left", home),
            ],
        },
        Case {
            record: "draft-close-manager",
            begin: held,
            open: |story| answer_as(story, &the_manager()),
            label: Message::AskDifferently,
            leave_there: nothing,
            again: uncover,
            ends: vec![kept("answered", answer), kept("later", later), kept("left", home)],
        },
        Case {
            record: "draft-close-seller",
            begin: held,
            open: |story| answer_as(story, "Lee"),
            label: Message::AskDifferently,
            leave_there: nothing,
            again: uncover,
            ends: vec![kept("answered", answer), kept("later", later), kept("left", home)],
        },
        Case {
            record: "draft-line-parked",
            begin: held,
            open: |story| {
                open_session(story);
                story.press(Message::WriteParked);
            },
            label: Message::ParkLabel,
            leave_there: nothing,
            again: uncover,
            ends: vec![kept("kept", keep), kept("left", home)],
        },
        Case {
            record: "draft-line-0",
            begin: held,
            open: |story| {
                open_session(story);
                story.press("Change: The map");
            },
            label: Message::ParkLabel,
            leave_there: nothing,
            again: uncover,
            ends: vec![kept("kept", keep), kept("left", home)],
        },
        Case {
            record: "draft-request",
            begin: Story::elsewhere,
            open: |story| press(story, Message::AskOne),
            label: Message::TopicFirst,
            leave_there: nothing,
            again: uncover,
            ends: vec![
                kept("sent", |story| {
                    story.fill(Message::WhoCoaches, "Maria").fill(Message::OwnNameLabel, "Lee");
                    story.press(Message::AskNext);
                }),
                given_up("cancelled", cancel),
            ],
        },
        Case {
            record: "draft-answer",
            begin: Story::elsewhere,
            open: open_invitation,
            label: Message::TopicFirst,
            leave_there: nothing,
            again: open_invitation,
            ends: vec![
                kept("accepted", |story| press(story, Message::ItIsCoaching { manager: "Maria" })),
                kept("another time", |story| {
                    story.press(Message::AnotherTime).press(Message::AskOtherTime);
                }),
            ],
        },
    ]
}

#[test]
fn draft_of_each_purpose_stands_again_until_it_is_kept() {
    for case in cases() {
        let mut story = case.typed(TYPED);
        let (key, record) = case.draft(&story);
        assert!(record.contains(TYPED), "{key:?}");
        story.reopen();
        (case.again)(&mut story);
        assert_eq!(story.field(case.label).0, TYPED, "{key:?}");
        assert_eq!(notices(&story), Vec::<String>::new());
        story.rest();
        assert_eq!(case.draft(&story).0, key, "still the only one");
        for end in &case.ends {
            let mut story = story.clone();
            (end.does)(&mut story);
            assert_eq!(stored(&story), Records::new(), "{key:?}, {}", end.name);
            let holds = others(&story).values().any(|record| record.contains(TYPED));
            assert!(!holds || !end.gives_up, "{key:?}, {}: given up", end.name);
            story.reopen();
            assert_eq!(stored(&story), Records::new(), "{key:?}, {}, and a reload", end.name);
        }
    }
}

#[test]
fn draft_after_a_month_is_gone_and_nothing_else_is() {
    for case in cases() {
        let story = case.typed(TYPED);
        let (key, before) = case.draft(&story);
        let mut kept = story.clone();
        kept.sleep(29 * 24 * 60).reopen();
        assert_eq!(case.draft(&kept), (key, before), "29 days");
        (case.again)(&mut kept);
        assert_eq!(kept.field(case.label).0, TYPED, "{key:?}");
        let mut gone = story.clone();
        gone.sleep(MONTH).reopen().sleep(DAY).reopen();
        assert_eq!(stored(&gone), Records::new(), "{key:?}");
        case.is_without(&gone, "a day after the notice");
        assert_eq!(others(&gone), others(&story), "{key:?}: all else is there");
        assert_eq!(notices(&gone), Vec::<String>::new(), "{key:?}");
    }
}

#[test]
fn draft_of_an_open_window_is_left_alone() {
    for case in cases() {
        let (place, record) = case.draft(&case.typed(FOREIGN));
        let place = place.key.of(WriterId(0xabc));
        let mut story = case.typed(TYPED);
        story.storage.records.insert(place.name(), record.clone());
        story.send(changed_elsewhere(place, Some(record.clone())));
        (case.again)(&mut story);
        for end in &case.ends {
            let mut story = story.clone();
            assert!(!format!("{:?}", story.view()).contains(FOREIGN), "{}", case.record);
            (end.does)(&mut story);
            assert_eq!(stored(&story), Records::from([(place.name(), record.clone())]), "{}", end.name);
        }
    }
}

#[test]
fn draft_of_a_window_that_is_gone_is_offered_never_merged() {
    for case in cases() {
        let (place, record) = case.draft(&case.typed(FOREIGN));
        let place = place.key.of(WriterId(0xabc));
        let mut both = case.typed(TYPED);
        both.storage.records.insert(place.name(), record.clone());
        both.reopen();
        (case.again)(&mut both);
        let offered =
            |story: &Story| notices(story).iter().any(|notice| notice.contains("Typed earlier and not kept"));
        let label = case.label.words();
        let shows = |story: &Story| seen::fields(&story.view()).iter().any(|field| *field.label == label);
        let texts = |story: &Story| {
            let held = stored(story).into_values().collect::<String>();
            (held.contains(TYPED), held.contains(FOREIGN))
        };
        assert_eq!(both.field(case.label).0, TYPED, "{}", case.record);
        assert!(offered(&both), "{}: {:?}", case.record, notices(&both));

        let mut taken = both.clone();
        taken.press(Message::LeftTake);
        assert_eq!(taken.field(case.label).0, FOREIGN, "{}", case.record);
        assert_eq!(texts(&taken), (true, true), "{}: the own text waits", case.record);
        taken.reload().uncover();
        if !shows(&taken) {
            (case.again)(&mut taken);
        }
        assert_eq!(taken.field(case.label).0, FOREIGN, "{}", case.record);
        taken.press(Message::LeftTake);
        assert_eq!(taken.field(case.label).0, TYPED, "{}", case.record);
        assert_eq!(texts(&taken), (true, true), "{}: and back", case.record);

        let mut discarded = both.clone();
        discarded.press(Message::LeftDiscard);
        assert!(!offered(&discarded));
        assert_eq!(texts(&discarded), (true, false), "{}: discarded", case.record);

        both.sleep(MONTH).reopen();
        assert_eq!(texts(&both), (true, true), "{}: told of a month later", case.record);
        both.sleep(DAY).reopen();
        assert_eq!(texts(&both), (false, false), "{}: a day after the notice", case.record);
    }
}

/// A day in minutes.
const DAY: i64 = 24 * 60;

/// Longer than a draft is kept, in minutes.
const MONTH: i64 = 31 * DAY;

/// Returns a story with typed text of its own and of a window that is gone.
fn both_typed(case: &Case) -> Story {
    let (place, record) = case.draft(&case.typed(FOREIGN));
    let mut both = case.typed(TYPED);
    both.storage.records.insert(place.key.of(WriterId(0xabc)).name(), record);
    both.reopen();
    both
}

/// Returns true if the notice stands that expired drafts go.
fn is_told(story: &Story) -> bool {
    story.notices().iter().any(|notice| notice.contains("half typed on") && notice.contains("2026"))
}

/// Returns true if storage holds the own text and that of the window that is gone.
fn holds_both(story: &Story) -> bool {
    let held = stored(story).into_values().collect::<String>();
    held.contains(TYPED) && held.contains(FOREIGN)
}

#[test]
fn expired_text_goes_a_day_after_the_notice() {
    for case in cases() {
        let mut story = both_typed(&case);
        story.sleep(29 * DAY).reopen();
        assert!(!is_told(&story), "{}: not expired yet", case.record);
        story.sleep(2 * DAY).reopen();
        assert!(is_told(&story) && holds_both(&story), "{}", case.record);
        let notice = story.notices().into_iter().find(|notice| notice.contains("half typed on")).unwrap();
        // Text for one party alone is not named, wherever the notice stands.
        if case.record.contains("preparation") || case.record.contains("close") {
            assert!(!notice.contains(TYPED) && !notice.contains(FOREIGN), "the notice is for both: {notice}");
        }
        // Further starts on the same day drop nothing.
        story.sleep(DAY - 1).reopen();
        assert!(is_told(&story) && holds_both(&story), "{}", case.record);
        let mut read = story.clone();
        read.press(Message::Dismiss);
        assert!(!is_told(&read) && holds_both(&read), "{}", case.record);
        story.sleep(1).reopen();
        assert!(!is_told(&story), "{}", case.record);
        assert_eq!(stored(&story), Records::new(), "{}", case.record);
    }
}

#[test]
fn expired_text_is_kept_by_one_press() {
    for case in cases() {
        let mut story = both_typed(&case);
        story.sleep(MONTH).reopen().press(Message::ExpiringKeep { days: 30 });
        assert!(!is_told(&story) && holds_both(&story), "{}", case.record);
        for _ in 0..3 {
            story.sleep(2 * DAY).reopen();
            assert!(!is_told(&story) && holds_both(&story), "{}", case.record);
        }
        story.sleep(MONTH).reopen();
        assert!(is_told(&story) && holds_both(&story), "{}: expired again", case.record);
    }
}

#[test]
fn wrong_clock_of_one_start_drops_no_text() {
    for case in cases() {
        let mut story = both_typed(&case);
        story.sleep(3 * MONTH).reopen();
        assert!(is_told(&story), "{}", case.record);
        story.sleep(10 - 3 * MONTH).reopen();
        assert!(!is_told(&story) && holds_both(&story), "{}: the clock is right again", case.record);
        story.sleep(2 * DAY).reopen();
        assert!(!is_told(&story) && holds_both(&story), "{}", case.record);
        // Text typed while the clock was behind is told of before it goes.
        let mut late = case.typed(TYPED);
        late.sleep(3 * MONTH).reopen();
        assert!(is_told(&late), "{}", case.record);
    }
}

#[test]
fn form_left_untouched_by_a_window_is_not_offered() {
    let mut story = Story::new();
    story.press(Message::PlanOne).reload();
    let (name, record) = stored(&story).into_iter().next().unwrap();
    story.storage.records.remove(&name);
    let name = WriterKey::parse(&name).unwrap().key.of(WriterId(0xabc)).name();
    story.storage.records.insert(name.clone(), record);
    story.reopen().press(Message::PlanOne);
    assert_eq!(notices(&story), Vec::<String>::new());
    assert!(!story.storage.records.contains_key(&name));
}

/// Returns a draft whose content is of another kind than that of the record.
fn unfit(record: &str) -> String {
    let content = match record {
        "draft-request" => Content::Close(CloseDraft { differently: TYPED.into() }),
        _ => Content::Request(RequestDraft { topic: TYPED.into(), ..RequestDraft::default() }),
    };
    seal(&Draft { changed: TEN, is_typed: true, from: content.clone(), content })
}

#[test]
fn draft_damaged_or_unfit_is_quarantined_and_told() {
    for case in cases() {
        let story = case.typed(TYPED);
        let (key, record) = case.draft(&story);
        assert!(open::<Draft>(&unfit(case.record)).is_ok());
        for damaged in [String::new(), record.replacen("Zqz", "Zqx", 1), unfit(case.record)] {
            let mut story = story.clone();
            story.storage.records.insert(key.name(), damaged.clone());
            story.reopen();
            let notice =
                "One stored record was damaged. It is set aside as it was found; a backup includes it.";
            assert_eq!(notices(&story), [notice], "{key:?}");
            assert_eq!(stored(&story), Records::new(), "{key:?}");
            let place = format!("{QUARANTINE}{}~1", key.name());
            assert_eq!(story.storage.records.remove(&place), Some(damaged), "{key:?}");
            case.is_without(&story, "damaged");
        }
    }
}

#[test]
fn draft_that_cannot_be_read_is_never_replaced() {
    let newer = "{\"v\":2,\"packed\":\"from a newer release\"}";
    let sentences = ["One stored record comes from a newer release.", "One stored record is damaged and"];
    for case in cases() {
        let story = case.typed(TYPED);
        let key = case.draft(&story).0;
        for (record, notice) in [newer, "damaged"].into_iter().zip(sentences) {
            let mut story = story.clone();
            story.storage.can_quarantine = false;
            story.storage.records.insert(key.name(), record.into());
            story.reopen();
            assert!(notices(&story)[0].starts_with(notice), "{key:?}: {:?}", notices(&story));
            case.is_without(&story, record);
            if !matches!(story.view().screen, ScreenView::Home(_)) {
                story.press(Message::BackHome);
            }
            (case.open)(&mut story);
            story.fill(case.label, TYPED).rest();
            for end in &case.ends {
                let mut story = story.clone();
                assert_eq!(story.storage.records[&key.name()], record, "{key:?}, typed");
                (end.does)(&mut story);
                assert_eq!(story.storage.records[&key.name()], record, "{key:?}, {}", end.name);
                // A save that works still tells that storage has room again.
                let told = notices(&story).len();
                story.storage.room = Room::None;
                story.send(Event::PageHidden);
                assert_eq!(notices(&story).len(), told + 1, "{key:?}, {}: no room", end.name);
                story.storage.room = Room::Enough;
                story.send(Event::PageHidden);
                assert_eq!(notices(&story).len(), told, "{key:?}, {}: room", end.name);
            }
        }
    }
}

#[test]
fn unreadable_draft_of_another_window_is_not_replaced() {
    let newer = "{\"v\":2,\"packed\":\"from a newer release\"}".to_owned();
    for case in cases() {
        let story = case.typed(TYPED);
        let key = case.draft(&story).0;
        for record in [newer.clone(), "damaged".into(), unfit(case.record)] {
            let mut story = story.clone();
            story.storage.records.insert(key.name(), record.clone());
            story.send(changed_elsewhere(key, Some(record.clone())));
            (case.again)(&mut story);
            for _ in 0..2 {
                story.send(changed_elsewhere(key, Some(record.clone())));
                story.fill(case.label, "more of it").rest();
                assert_eq!(story.storage.records[&key.name()], record, "{key:?}");
            }
            assert_eq!(notices(&story).len(), 1, "{key:?}: {:?}", notices(&story));
        }
    }
}

#[test]
fn draft_that_cannot_be_removed_stays_given_up() {
    for case in cases() {
        let mut story = case.typed(TYPED);
        let key = case.draft(&story).0;
        story.reopen();
        (case.again)(&mut story);
        story.rest();
        for end in &case.ends {
            let mut story = story.clone();
            story.storage.room = Room::Denied;
            (end.does)(&mut story);
            assert_eq!(case.draft(&story).0, key, "{}: it could not be removed", end.name);
            assert!(notices(&story)[0].starts_with("This browser doesn't let the page store anything."));
            if end.gives_up {
                let mut again = story.clone();
                if !matches!(again.view().screen, ScreenView::Home(_)) {
                    again.press(Message::BackHome);
                }
                (case.open)(&mut again);
                assert!(!format!("{:?}", again.view()).contains(TYPED), "{key:?}, {}", end.name);
            }
            story.storage.room = Room::Enough;
            story.send(Event::PageShown);
            assert_eq!(stored(&story), Records::new(), "{key:?}, {}: removed later", end.name);
            // The screen after *Cancel* offers the text, which is in memory alone.
            let left = notices(&story).into_iter().filter(|text| *text != Message::FormThrown.words());
            assert_eq!(left.collect::<Vec<_>>(), Vec::<String>::new(), "{key:?}, {}", end.name);
        }
    }
}

#[test]
fn expired_text_is_named_on_the_list_unless_it_is_for_one() {
    let mut story = Story::new();
    story.plan("Lee").press(Message::PrepareAs { name: "Lee" }).press(Message::IAm { name: "Lee" });
    story.fill(Message::NoteLabel, "For Lee alone").rest().reload();
    story.send(Press::HomeOpened).press(Message::PlanOne).fill(Message::SellerLabel, "Ana Half").rest();
    story.send(Press::HomeOpened).sleep(31 * DAY).reopen();
    let notice =
        story.notices().into_iter().find(|notice| notice.contains("half typed on")).expect("a notice");
    assert!(notice.contains("Ana Half") && !notice.contains("For Lee alone"), "{notice}");
}
