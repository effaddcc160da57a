//! Law of locked links: the text that goes out beside one holds nothing of the session. Each text of the session, the
//! names included, carries a marker.

use coaching_session::domain::agenda::{Agenda, Item};
use coaching_session::domain::ahead::Ahead;
use coaching_session::domain::closing::Closing;
use coaching_session::domain::evidence::{Evidence, Source};
use coaching_session::domain::half::{ManagerHalf, SellerHalf};
use coaching_session::domain::id::WriterId;
use coaching_session::domain::note::Note;
use coaching_session::domain::pair::Pair;
use coaching_session::domain::party::Party;
use coaching_session::domain::phrase::Wording;
use coaching_session::domain::record::Record;
use coaching_session::domain::register::{Content, Register, Version, Written};
use coaching_session::domain::session::Session;
use coaching_session::domain::text::Text;
use coaching_session::domain::topic::Topic;
use coaching_session::program::event::{Event, Press, SendMethod};
use coaching_session::program::state::field::{Field, ShareField};
use coaching_session::program::update::sending::Sending;
use coaching_session::text::message::Message;
use coaching_session::wire::stored::seal;
use proptest::prelude::*;

use crate::given::{cases, sessions, text};
use crate::seen;
use crate::story::{HOME, Records, Story};

const MARKER: &str = "Mqz";

fn marked(what: &str) -> Text {
    text(&format!("{MARKER} {what}"))
}

fn marked_note(note: &Note) -> Note {
    Note { words: marked("note"), ..note.clone() }
}

fn marked_closing(closing: &Closing) -> Closing {
    Closing { differently: Some(marked("differently")), ..closing.clone() }
}

fn marked_half(half: &ManagerHalf) -> ManagerHalf {
    let mut half = half.clone();
    half.plan.place = Some(marked("place"));
    half.plan.coaching_type.name = Wording::Own(marked("type"));
    let titled = |item: &Item| Item { title: Wording::Own(marked("item")), ..item.clone() };
    half.plan.agenda = Agenda::new(half.plan.agenda.items().iter().map(titled).collect()).unwrap();
    half.notes.all = half.notes.all.iter().map(marked_note).collect();
    for carried in &mut half.carried {
        carried.note = marked_note(&carried.note);
    }
    half.closing = marked_closing(&half.closing);
    half.ahead = Ahead {
        noted: Some(Topic::noted(marked("noted"))),
        fact: Some(Evidence { words: marked("fact"), source: Source::Told }),
        count_on: vec![Wording::Own(marked("count on"))],
        standing: None,
    };
    half
}

fn marked_answer(half: &SellerHalf) -> SellerHalf {
    let topic = |topic: &Topic| Topic { words: marked("topic"), worked_if: None, ..topic.clone() };
    let evidence = |known: &Evidence| Evidence { words: marked("evidence"), ..known.clone() };
    SellerHalf {
        topics: half.topics.iter().map(topic).collect(),
        evidence: half.evidence.iter().map(evidence).collect(),
        leave_alone: Some(marked("alone")),
        about: Some(marked("about")),
        wish: Some(marked("wish")),
        closing: marked_closing(&half.closing),
        ..half.clone()
    }
}

fn marked_register<C: Content>(register: &Register<C>, mark: fn(&C) -> C) -> Register<C> {
    let versions: Vec<Version<C>> = register
        .versions()
        .into_iter()
        .map(|version| Version {
            vector: version.vector.clone(),
            written: match &version.written {
                Written::Content(content) => Written::Content(mark(content)),
                deleted => deleted.clone(),
            },
        })
        .collect();
    Register::from_versions(&versions).unwrap()
}

/// Opens the screen that sends the session, and locks the link.
fn locking(session: &Session, from: Party) -> Story {
    let sealed = |record: Record| seal(&Register::new(WriterId(3), record));
    let names = Pair { manager: Some(marked("manager")), seller: marked("seller") };
    let mut records = Records::from([
        (format!("session/{}", session.id), seal(session)),
        (format!("pair/{}", session.pair), sealed(Record::Pair(names))),
    ]);
    if from == Party::Seller {
        records.insert(format!("side/{}", session.pair), sealed(Record::Side(Party::Seller)));
    }
    let mut story = Story::with(records);
    story.send(Press::ShareOpened(session.id)).send(Press::WaysToggled);
    story.send(Event::Typed(Field::Share(ShareField::Password), "sesame".into())).send(Press::LockAsked);
    story
}

/// Returns the title and the text that go out by the method, without the link.
fn beside(story: &mut Story, method: SendMethod) -> Option<[String; 2]> {
    story.window_mut().sent = None;
    story.send(Press::Sent(method));
    let Sending { title, text, link } = story.window().sent.clone()?;
    let words: Vec<&str> = text
        .lines()
        .map(|line| if line.starts_with(&format!("{HOME}#cs=1.")) { "the link" } else { line })
        .collect();
    assert!(link.is_some() || words.contains(&"the link"), "{text}");
    Some([title, words.join("\n")])
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn text_beside_a_locked_link_holds_nothing_of_the_session(session in sessions(), is_sellers in any::<bool>()) {
        let from = if is_sellers { Party::Seller } else { Party::Manager };
        let session = Session {
            manager: marked_register(&session.manager, marked_half),
            seller: session.seller.as_ref().map(|half| marked_register(half, marked_answer)),
            ..session
        };
        let mut story = locking(&session, from);
        let view = story.view();
        let preview = seen::sheet(&view).sections.iter().find(|section| &*section.id == "beside");
        prop_assume!(story.window().model.screen.sharing().is_some_and(|sharing| sharing.lock.payload().is_some()));
        let shown: Vec<String> = preview.into_iter().flat_map(|section| &section.entries).map(|entry| match entry {
            coaching_session::present::parts::sheet::Entry::Line(line) => seen::read(line),
            other => panic!("{other:?} is no line"),
        }).collect();
        for method in [SendMethod::Copy, SendMethod::CopyLink, SendMethod::Share, SendMethod::Mail] {
            let [title, text] = beside(&mut story, method).unwrap();
            for out in [&title, &text] {
                prop_assert!(!out.contains(MARKER), "{:?}: {}", method, out);
                prop_assert!(!out.contains(|mark: char| mark.is_numeric()), "a date, {:?}: {}", method, out);
            }
            let words: Vec<&str> = text.lines().filter(|line| !line.is_empty() && *line != "the link").collect();
            match method {
                SendMethod::CopyLink => prop_assert!(words.is_empty()),
                _ => prop_assert_eq!(&words, &shown, "the preview shows that text"),
            }
        }
    }
}

#[test]
fn locked_text_names_the_occasion_and_the_password() {
    let mut maria = Story::new();
    maria.plan("Lee").invite("Lee").press(Message::OtherWays);
    maria.fill(Message::PasswordLabel, "sesame").press(Message::Lock);
    let [title, text] = beside(&mut maria, SendMethod::Mail).unwrap();
    assert_eq!(title, "Invitation to a coaching session");
    assert_eq!(
        text,
        "Invitation to a coaching session\n\
         The link opens with a password, which you get some other way.\n\nthe link"
    );
    assert!(!maria.offers(Message::SaveSession), "a file of the session has no password");
    // Another password is no lock: nothing goes out open until it is gone.
    maria.fill(Message::PasswordLabel, "pepper");
    assert_eq!(beside(&mut maria, SendMethod::Mail), None);
    maria.fill(Message::PasswordLabel, "");
    assert!(beside(&mut maria, SendMethod::Mail).unwrap()[1].contains("Lee"));
    assert!(maria.offers(Message::SaveSession));
}
