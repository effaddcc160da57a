//! What the two prepare, in version 1: the parts of both halves, and what is a party's own.

use super::closing::pass_closing;
use crate::domain::note::NOTE_LIMIT;
use crate::domain::phrase::Phrase;
use crate::domain::preparation::{
    EVIDENCE_LIMIT, Evidence, Held, Prepared, Private, Readiness, Source, TOPIC_LIMIT,
};
use crate::domain::session::{SellerHalf, Topic};
use crate::domain::text::Text;
use crate::domain::time::Instant;
use crate::wire::stored::{Scribe, Stored};

/// The most lines of a checklist that are read.
const TICK_LIMIT: usize = 100;

/// The manager's part, whose fields stand among those of the half; each is left out where it holds
/// nothing.
pub(super) fn pass_prepared(prepared: &mut Prepared, scribe: &mut Scribe<'_>) {
    let Prepared { ready, invited, handshake, alone } = prepared;
    scribe.maybe("ready", ready);
    scribe.maybe("invited", invited);
    scribe.maybe("handshake", handshake);
    scribe.flag("alone", alone);
}

/// When somebody was ready, and for which plan.
impl Stored for Readiness {
    fn blank() -> Self {
        Self { at: Instant(0), plan: 0 }
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        let Self { at, plan } = self;
        scribe.object("ready", |scribe| {
            scribe.at("at").called("ready").whole(&mut at.0);
            scribe.at("plan").id(plan);
        });
    }
}

impl Stored for SellerHalf {
    fn blank() -> Self {
        Self::default()
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        let Self { topics, evidence, leave_alone, stance, wish, ready, closing } = self;
        scribe.object("seller", |scribe| {
            scribe.at("topics").list(TOPIC_LIMIT, topics);
            scribe.maybe_list("evidence", EVIDENCE_LIMIT, evidence);
            scribe.maybe("leave_alone", leave_alone);
            scribe.maybe("stance", stance);
            scribe.maybe("wish", wish);
            scribe.maybe("ready", ready);
            pass_closing(closing, scribe);
        });
    }
}

impl Stored for Topic {
    fn blank() -> Self {
        Self { id: 0, words: Text::BLANK, worked_if: None }
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        let Self { id, words, worked_if } = self;
        scribe.object("topic", |scribe| {
            scribe.at("id").small(id);
            scribe.at("words").text(words);
            scribe.maybe("worked_if", worked_if);
        });
    }
}

/// How it is known, and what.
impl Stored for Evidence {
    fn blank() -> Self {
        Self { words: Text::BLANK, source: Source::default() }
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        let Self { words, source } = self;
        scribe.row(|scribe| {
            source.pass(scribe.next());
            scribe.next().text(words);
        });
    }
}

/// What is a party's own, within a record.
pub(super) fn pass_private(private: &mut Private, scribe: &mut Scribe<'_>) {
    let Private { ticks, note, held: Held { topics, evidence, leave_alone, notes } } = private;
    scribe.at("ticks").list::<Phrase>(TICK_LIMIT, ticks);
    scribe.maybe("note", note);
    scribe.maybe_list("topics", TOPIC_LIMIT, topics);
    scribe.maybe_list("evidence", EVIDENCE_LIMIT, evidence);
    scribe.maybe("leave_alone", leave_alone);
    scribe.maybe_list("notes", NOTE_LIMIT, notes);
}

/// A place.
impl Stored for u16 {
    fn blank() -> Self {
        0
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        scribe.small(self);
    }
}
