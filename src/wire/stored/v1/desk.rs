//! What lies open on the device, in version 1.

use super::note::{read_line, write_line};
use super::preparation::{party_word, read_party, read_source, write_evidence};
use crate::domain::desk::{ClosingDraft, Desk, Draft, Preparing, Screen, TopicDraft};
use crate::domain::id::{PairId, SessionId};
use crate::domain::preparation::{EVIDENCE_LIMIT, TOPIC_LIMIT};
use crate::domain::time::Instant;
use crate::wire::json::Json;
use crate::wire::stored::Stored;
use crate::wire::stored::fields::Faults;
use crate::wire::stored::write::Writer;

/// `screen` is an object with the name of the screen and what it shows, empty for the list.
impl Stored for Desk {
    fn write(&self, out: &mut Writer) {
        out.object(|out| {
            out.at("screen").object(|out| match &self.screen {
                Screen::Home => {}
                Screen::Pair(id) => out.at("pair").id(id.0),
                Screen::Plan(draft) => write_draft(draft, out.at("plan")),
                Screen::Session(id) => out.at("session").id(id.0),
                Screen::Agenda(id) => out.at("agenda").id(id.0),
                Screen::HandOver(id, party) => out.at("hand_over").object(|out| {
                    out.at("session").id(id.0);
                    out.at("party").text(party_word(*party));
                }),
                Screen::Prepare(preparing) => write_preparing(preparing, out.at("prepare")),
                Screen::Close(draft) => out.at("close").object(|out| {
                    out.at("session").id(draft.session.0);
                    out.at("party").text(party_word(draft.party));
                    out.at("keep").text(&draft.keep);
                    out.at("change").text(&draft.change);
                }),
            });
            if let Some(seen) = self.seen {
                out.at("seen").number(seen.0);
            }
            if let Some(line) = &self.line {
                write_line(line, out.at("line"));
            }
            out.maybe_text("question", self.question.as_ref());
        });
    }

    fn read(data: &Json, faults: &Faults) -> Option<Self> {
        faults.object(data, "desk", |fields| {
            let screen = read_screen(fields.field("screen"), faults);
            let seen = fields.maybe("seen").map(|seen| Instant(faults.whole(seen, "seen")));
            let line = fields.maybe("line").and_then(|line| read_line(line, faults));
            Some(Self { screen, seen, line, question: fields.maybe_text("question") })
        })
    }
}

fn read_screen(data: &Json, faults: &Faults) -> Screen {
    faults.object(data, "screen", |fields| {
        let id = |id| faults.id(faults.string(id, "session"), "session");
        let session = |data| SessionId(id(data));
        // More than one screen is noted as well: what is not taken of an object is at fault.
        if let Some(draft) = fields.maybe("plan") {
            Screen::Plan(read_draft(draft, faults))
        } else if let Some(pair) = fields.maybe("pair") {
            Screen::Pair(PairId(id(pair)))
        } else if let Some(id) = fields.maybe("session") {
            Screen::Session(session(id))
        } else if let Some(id) = fields.maybe("agenda") {
            Screen::Agenda(session(id))
        } else if let Some(to) = fields.maybe("hand_over") {
            faults.object(to, "hand_over", |fields| {
                Screen::HandOver(SessionId(fields.id("session")), read_party(fields, faults))
            })
        } else if let Some(preparing) = fields.maybe("prepare") {
            Screen::Prepare(read_preparing(preparing, faults))
        } else if let Some(draft) = fields.maybe("close") {
            faults.object(draft, "close", |fields| {
                Screen::Close(ClosingDraft {
                    session: SessionId(fields.id("session")),
                    party: read_party(fields, faults),
                    keep: fields.string("keep").to_owned(),
                    change: fields.string("change").to_owned(),
                })
            })
        } else {
            Screen::Home
        }
    })
}

fn write_preparing(preparing: &Preparing, out: &mut Writer) {
    out.object(|out| {
        out.at("session").id(preparing.session.0);
        out.at("party").text(party_word(preparing.party));
        out.at("from").id(preparing.from);
        out.at("topics").list(|out| {
            for topic in &preparing.topics {
                out.list(|out| {
                    out.number(topic.id);
                    out.text(&topic.words);
                    out.text(&topic.worked_if);
                });
            }
        });
        out.at("evidence").list(|out| {
            preparing.evidence.iter().for_each(|(words, source)| write_evidence(words, *source, out));
        });
        out.at("leave_alone").text(&preparing.leave_alone);
        out.at("note").text(&preparing.note);
    });
}

fn read_preparing(data: &Json, faults: &Faults) -> Preparing {
    faults.object(data, "prepare", |fields| {
        let string = |data| faults.string(data, "prepare").to_owned();
        let mut preparing = Preparing {
            session: SessionId(fields.id("session")),
            party: read_party(fields, faults),
            from: fields.id("from"),
            topics: Vec::new(),
            evidence: Vec::new(),
            leave_alone: fields.string("leave_alone").to_owned(),
            note: fields.string("note").to_owned(),
        };
        for topic in fields.list("topics", TOPIC_LIMIT) {
            match faults.list(topic, "topics", 3) {
                [id, words, worked_if] => preparing.topics.push(TopicDraft {
                    id: faults.small(id, "topics"),
                    words: string(words),
                    worked_if: string(worked_if),
                }),
                _ => faults.note("topics"),
            }
        }
        for line in fields.list("evidence", EVIDENCE_LIMIT) {
            match faults.list(line, "evidence", 2) {
                [source, words] => preparing.evidence.push((string(words), read_source(source, faults))),
                _ => faults.note("evidence"),
            }
        }
        preparing
    })
}

fn write_draft(draft: &Draft, out: &mut Writer) {
    out.object(|out| {
        if let Some(session) = draft.session {
            out.at("session").id(session.0);
        }
        out.at("seller").text(&draft.seller);
        if !draft.template.is_empty() {
            out.at("type").text(&draft.template);
        }
        if draft.renews_agenda {
            out.at("new_agenda").truth(true);
        }
        out.at("date").text(&draft.date);
        out.at("time").text(&draft.time);
        out.at("minutes").text(&draft.minutes);
        out.at("place").text(&draft.place);
        out.at("own_name").text(&draft.own_name);
        out.at("defaults_open").truth(draft.defaults_open);
    });
}

fn read_draft(data: &Json, faults: &Faults) -> Draft {
    faults.object(data, "plan", |fields| {
        let session = fields.maybe("session");
        let template = fields.maybe("type").map(|name| faults.string(name, "type"));
        let renews_agenda = fields.maybe("new_agenda");
        let renews_agenda = renews_agenda.is_some_and(|renews| faults.truth(renews, "new_agenda"));
        let mut string = |name| fields.string(name).to_owned();
        Draft {
            session: session.map(|id| SessionId(faults.id(faults.string(id, "session"), "session"))),
            seller: string("seller"),
            template: template.unwrap_or_default().to_owned(),
            renews_agenda,
            date: string("date"),
            time: string("time"),
            minutes: string("minutes"),
            place: string("place"),
            own_name: string("own_name"),
            defaults_open: fields.truth("defaults_open"),
        }
    })
}
