//! What lies open on the device, in version 1.

use crate::domain::desk::{
    Asking, ClosingDraft, Desk, Draft, Preparing, REPLY_DRAFT_LIMIT, ReplyDraft, Screen, TopicDraft,
};
use crate::domain::id::{PairId, SessionId};
use crate::domain::preparation::{EVIDENCE_LIMIT, Source, TOPIC_LIMIT};
use crate::domain::session::Party;
use crate::wire::stored::{Scribe, Stored};

impl Stored for Desk {
    fn blank() -> Self {
        Self::default()
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        let Self { screen, seen, line, question, replies } = self;
        scribe.object("desk", |scribe| {
            screen.pass(scribe.at("screen"));
            scribe.maybe("seen", seen);
            scribe.maybe("line", line);
            scribe.maybe("question", question);
            // The last one has a name of its own: at first it was the only one.
            let mut last = replies.pop();
            scribe.maybe("reply", &mut last);
            scribe.maybe_list("replies", REPLY_DRAFT_LIMIT, replies);
            replies.extend(last);
        });
    }
}

/// An object with the name of the screen and what it shows, empty for the list.
impl Stored for Screen {
    fn blank() -> Self {
        Self::Home
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        scribe.object("screen", |scribe| {
            // More than one screen is noted as well: what is not taken of an object is at fault.
            let place = scribe.which(&SCREENS, place_of(self));
            if scribe.is_reading() {
                *self = blank_screen(place);
            }
            match self {
                Self::Home => {}
                Self::Pair(id) => id.pass(scribe.at("pair")),
                Self::Plan(draft) => draft.pass(scribe.at("plan")),
                Self::Session(id) => id.pass(scribe.at("session")),
                Self::Agenda(id) => id.pass(scribe.at("agenda")),
                Self::HandOver(id, party) => scribe.at("hand_over").object("hand_over", |scribe| {
                    id.pass(scribe.at("session"));
                    party.pass(scribe.at("party"));
                }),
                Self::Prepare(preparing) => preparing.pass(scribe.at("prepare")),
                Self::Close(draft) => draft.pass(scribe.at("close")),
                Self::Share(id) => id.pass(scribe.at("share")),
                Self::Ask(asking) => asking.pass(scribe.at("ask")),
            }
        });
    }
}

/// The names of the screens; the list has none.
const SCREENS: [&str; 9] =
    ["plan", "pair", "session", "agenda", "hand_over", "prepare", "close", "share", "ask"];

fn place_of(screen: &Screen) -> usize {
    match screen {
        Screen::Plan(_) => 0,
        Screen::Pair(_) => 1,
        Screen::Session(_) => 2,
        Screen::Agenda(_) => 3,
        Screen::HandOver(..) => 4,
        Screen::Prepare(_) => 5,
        Screen::Close(_) => 6,
        Screen::Share(_) => 7,
        Screen::Ask(_) => 8,
        Screen::Home => 9,
    }
}

/// The screen of that place among [`SCREENS`], before it is read.
fn blank_screen(place: usize) -> Screen {
    let session = SessionId(0);
    match place {
        0 => Screen::Plan(Draft::default()),
        1 => Screen::Pair(PairId(0)),
        2 => Screen::Session(session),
        3 => Screen::Agenda(session),
        4 => Screen::HandOver(session, Party::Seller),
        5 => Screen::Prepare(Preparing::blank()),
        6 => Screen::Close(ClosingDraft::blank()),
        7 => Screen::Share(session),
        8 => Screen::Ask(Asking::default()),
        _ => Screen::Home,
    }
}

/// The most topics that lie open: those that are shared, and those that are held back.
const TOPICS: usize = 2 * TOPIC_LIMIT;

/// The most lines of evidence that do.
const LINES: usize = 2 * EVIDENCE_LIMIT;

impl Stored for Preparing {
    fn blank() -> Self {
        Self {
            session: SessionId(0),
            party: Party::Seller,
            from: 0,
            topics: Vec::new(),
            evidence: Vec::new(),
            leave_alone: String::new(),
            note: String::new(),
            held_topics: Vec::new(),
            held_evidence: Vec::new(),
            holds_leave: false,
        }
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        let Self { session, party, from, topics, evidence, leave_alone, note, .. } = self;
        let Self { held_topics, held_evidence, holds_leave, .. } = self;
        scribe.object("prepare", |scribe| {
            session.pass(scribe.at("session"));
            party.pass(scribe.at("party"));
            scribe.at("from").id(from);
            scribe.at("topics").list(TOPICS, topics);
            scribe.at("evidence").list(LINES, evidence);
            scribe.at("leave_alone").string(leave_alone);
            scribe.at("note").string(note);
            scribe.maybe_list("held_topics", TOPICS, held_topics);
            scribe.maybe_list("held_evidence", LINES, held_evidence);
            scribe.flag("holds_leave", holds_leave);
        });
    }
}

impl Stored for TopicDraft {
    fn blank() -> Self {
        Self::default()
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        let Self { id, words, worked_if } = self;
        scribe.row(|scribe| {
            scribe.next().small(id);
            scribe.next().string(words);
            scribe.next().string(worked_if);
        });
    }
}

/// Evidence as it was typed: how it is known, and what.
impl Stored for (String, Source) {
    fn blank() -> Self {
        Self::default()
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        let (words, source) = self;
        scribe.row(|scribe| {
            source.pass(scribe.next());
            scribe.next().string(words);
        });
    }
}

impl Stored for ClosingDraft {
    fn blank() -> Self {
        Self { session: SessionId(0), party: Party::Seller, keep: String::new(), change: String::new() }
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        let Self { session, party, keep, change } = self;
        scribe.object("close", |scribe| {
            session.pass(scribe.at("session"));
            party.pass(scribe.at("party"));
            scribe.at("keep").string(keep);
            scribe.at("change").string(change);
        });
    }
}

impl Stored for Asking {
    fn blank() -> Self {
        Self::default()
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        let Self { manager, own_name, topic, wish } = self;
        scribe.row(|scribe| {
            for typed in [manager, own_name, topic, wish] {
                scribe.next().string(typed);
            }
        });
    }
}

impl Stored for ReplyDraft {
    fn blank() -> Self {
        Self::default()
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        let Self { to, topic, wish, other_time } = self;
        scribe.row(|scribe| {
            scribe.next().id(to);
            scribe.next().string(topic);
            scribe.next().string(wish);
            scribe.next().truth(other_time);
        });
    }
}

impl Stored for Draft {
    fn blank() -> Self {
        Self::default()
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        let Self {
            session,
            asked,
            seller,
            date,
            time,
            template,
            renews_agenda,
            minutes,
            place,
            own_name,
            defaults_open,
        } = self;
        scribe.object("plan", |scribe| {
            scribe.maybe("session", session);
            scribe.maybe("asked", asked);
            scribe.at("seller").string(seller);
            if scribe.has("type", !template.is_empty()) {
                scribe.string(template);
            }
            if scribe.has("new_agenda", *renews_agenda) {
                scribe.truth(renews_agenda);
            }
            scribe.at("date").string(date);
            scribe.at("time").string(time);
            scribe.at("minutes").string(minutes);
            scribe.at("place").string(place);
            scribe.at("own_name").string(own_name);
            scribe.at("defaults_open").truth(defaults_open);
        });
    }
}
