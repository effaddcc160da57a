//! What the two prepare, in version 1: the parts of both halves, and what is a party's own.

use super::closing::{read_closing, write_closing};
use super::read_phrase;
use crate::domain::preparation::{
    EVIDENCE_LIMIT, Evidence, Handshake, Prepared, Private, Readiness, SOURCES, Source, TOPIC_LIMIT,
};
use crate::domain::session::{Party, SellerHalf, Topic};
use crate::domain::time::Instant;
use crate::wire::json::Json;
use crate::wire::stored::fields::{Faults, Fields};
use crate::wire::stored::write::Writer;

/// The most lines of a checklist that are read.
const TICK_LIMIT: usize = 100;

/// The word for a party.
pub(super) fn party_word(party: Party) -> &'static str {
    match party {
        Party::Manager => "manager",
        Party::Seller => "seller",
    }
}

pub(super) fn read_party(fields: &mut Fields<'_>, faults: &Faults) -> Party {
    match fields.string("party") {
        "manager" => Party::Manager,
        "seller" => Party::Seller,
        _ => {
            faults.note("party");
            Party::Seller
        }
    }
}

/// The word for how something is known.
pub(super) fn source_word(source: Source) -> &'static str {
    match source {
        Source::Seen => "seen",
        Source::Told => "told",
        Source::Guessed => "guessed",
    }
}

pub(super) fn read_source(data: &Json, faults: &Faults) -> Source {
    let word = faults.string(data, "evidence");
    let source = SOURCES.into_iter().find(|source| source_word(*source) == word);
    faults.want(source, "evidence").unwrap_or_default()
}

/// That somebody is ready: when, and for which plan.
fn write_ready(ready: Option<Readiness>, out: &mut Writer) {
    if let Some(ready) = ready {
        out.at("ready").object(|out| {
            out.at("at").number(ready.at.0);
            out.at("plan").id(ready.plan);
        });
    }
}

#[inline(never)]
fn read_ready(fields: &mut Fields<'_>, faults: &Faults) -> Option<Readiness> {
    fields.maybe("ready").map(|ready| {
        faults.object(ready, "ready", |fields| Readiness {
            at: Instant(faults.whole(fields.field("at"), "ready")),
            plan: fields.id("plan"),
        })
    })
}

pub(super) fn write_prepared(prepared: &Prepared, out: &mut Writer) {
    write_ready(prepared.ready, out);
    if let Some(handshake) = prepared.handshake {
        out.at("handshake").text(match handshake {
            Handshake::Ready => "ready",
            Handshake::Together => "together",
        });
    }
    if prepared.alone {
        out.at("alone").truth(true);
    }
}

#[inline(never)]
pub(super) fn read_prepared(fields: &mut Fields<'_>, faults: &Faults) -> Prepared {
    let ready = read_ready(fields, faults);
    let handshake = fields.maybe("handshake").and_then(|word| match faults.string(word, "handshake") {
        "ready" => Some(Handshake::Ready),
        "together" => Some(Handshake::Together),
        _ => faults.want(None, "handshake"),
    });
    let alone = fields.maybe("alone");
    if !matches!(alone, None | Some(Json::Truth(true))) {
        faults.note("alone");
    }
    let alone = alone.is_some();
    Prepared { ready, handshake, alone }
}

/// The seller's half.
pub(super) fn write_seller(half: &SellerHalf, out: &mut Writer) {
    out.object(|out| {
        out.at("topics").list(|out| {
            for topic in &half.topics {
                out.object(|out| {
                    out.at("id").number(topic.id);
                    out.at("words").text(topic.words.as_str());
                    out.maybe_text("worked_if", topic.worked_if.as_ref());
                });
            }
        });
        if !half.evidence.is_empty() {
            out.at("evidence").list(|out| {
                for evidence in &half.evidence {
                    write_evidence(evidence.words.as_str(), evidence.source, out);
                }
            });
        }
        out.maybe_text("leave_alone", half.leave_alone.as_ref());
        write_ready(half.ready, out);
        write_closing(&half.closing, out);
    });
}

/// A line of evidence: how it is known, and what.
pub(super) fn write_evidence(words: &str, source: Source, out: &mut Writer) {
    out.list(|out| {
        out.text(source_word(source));
        out.text(words);
    });
}

pub(super) fn read_seller(data: &Json, faults: &Faults) -> Option<SellerHalf> {
    faults.object(data, "seller", |fields| {
        let mut half = SellerHalf::default();
        for topic in fields.list("topics", TOPIC_LIMIT) {
            half.topics.extend(read_topic(topic, faults));
        }
        let evidence = fields.maybe("evidence");
        for line in evidence.map_or(&[][..], |lines| faults.list(lines, "evidence", EVIDENCE_LIMIT)) {
            let [source, words] = faults.list(line, "evidence", 2) else {
                return faults.want(None, "evidence");
            };
            let words = faults.text(words, "evidence")?;
            half.evidence.push(Evidence { words, source: read_source(source, faults) });
        }
        half.leave_alone = fields.maybe_text("leave_alone");
        half.ready = read_ready(fields, faults);
        half.closing = read_closing(fields, faults);
        Some(half)
    })
}

fn read_topic(data: &Json, faults: &Faults) -> Option<Topic> {
    faults.object(data, "topic", |fields| {
        let (id, worked_if) = (fields.small("id"), fields.maybe_text("worked_if"));
        fields.text("words").map(|words| Topic { id, words, worked_if })
    })
}

pub(super) fn read_private(fields: &mut Fields<'_>, faults: &Faults) -> Private {
    let ticks = fields.list("ticks", TICK_LIMIT);
    let ticks = ticks.iter().map(|line| read_phrase(line, "ticks", faults)).collect();
    Private { ticks, note: fields.maybe_text("note") }
}
