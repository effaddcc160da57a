//! Joins the records beside the sessions.
//!
//! No screen asks about a private record. So its joining keeps both sides of a conflict wherever there is
//! room.

use super::keyed::join_keyed;
use super::listed::join_list;
use super::{Clash, Join, field};
use crate::domain::evidence::EVIDENCE_LIMIT;
use crate::domain::listed::Listed;
use crate::domain::note::{CARRIED_LIMIT, NOTE_LIMIT, STATUS_LIMIT};
use crate::domain::pair::Pair;
use crate::domain::private::{Held, MOVED_LIMIT, Private, TICK_LIMIT};
use crate::domain::record::{REMOVED_LIMIT, Record, Settings, UNLISTED_LIMIT};
use crate::domain::signal::Signal;
use crate::domain::text::{Text, both_texts, united};
use crate::domain::told::Told;
use crate::domain::topic::TOPIC_LIMIT;

impl Join for Pair {
    fn join(base: &Self, mine: &Self, theirs: &Self) -> Self {
        Self {
            manager: field(&base.manager, &mine.manager, &theirs.manager),
            seller: field(&base.seller, &mine.seller, &theirs.seller),
        }
    }
}

impl Join for Settings {
    fn join(base: &Self, mine: &Self, theirs: &Self) -> Self {
        let unlisted = [&base.unlisted[..], &mine.unlisted, &theirs.unlisted];
        let mut unlisted = join_keyed(unlisted, |pair| *pair, UNLISTED_LIMIT, Clash::Both);
        unlisted.sort_unstable();
        let waiting = [&base.waiting[..], &mine.waiting, &theirs.waiting];
        let mut waiting = join_keyed(waiting, |pair| *pair, UNLISTED_LIMIT, Clash::Both);
        waiting.sort_unstable();
        let by_initials = [&base.by_initials[..], &mine.by_initials, &theirs.by_initials];
        let mut by_initials = join_keyed(by_initials, |pair| *pair, UNLISTED_LIMIT, Clash::Both);
        by_initials.sort_unstable();
        let removed = [&base.removed[..], &mine.removed, &theirs.removed];
        let mut removed = join_keyed(removed, Clone::clone, REMOVED_LIMIT, Clash::Both);
        removed.sort_unstable();
        let signals = [&base.signals[..], &mine.signals, &theirs.signals];
        let mut signals = join_keyed(signals, |signal| *signal, Signal::ALL.len(), Clash::Both);
        signals.sort_unstable();
        Self {
            own_name: field(&base.own_name, &mine.own_name, &theirs.own_name),
            unlisted,
            keys_are_off: field(&base.keys_are_off, &mine.keys_are_off, &theirs.keys_are_off),
            removed,
            waiting,
            by_initials,
            send_by: field(&base.send_by, &mine.send_by, &theirs.send_by),
            signals,
        }
    }
}

impl Join for Private {
    fn join(base: &Self, mine: &Self, theirs: &Self) -> Self {
        let ticks = [&base.ticks[..], &mine.ticks, &theirs.ticks];
        let moved = [&base.moved[..], &mine.moved, &theirs.moved];
        Self {
            ticks: join_keyed(ticks, Clone::clone, TICK_LIMIT, Clash::Both),
            note: text(&base.note, &mine.note, &theirs.note),
            held: Join::join(&base.held, &mine.held, &theirs.held),
            entered: mine.entered.max(theirs.entered),
            sent: match (mine.sent, theirs.sent) {
                // The later sending holds; there is nothing to ask.
                (Some(one), Some(other)) if mine.sent != base.sent && theirs.sent != base.sent => {
                    Some(one.max(other))
                }
                (None, changed @ Some(_)) | (changed @ Some(_), None) if changed != base.sent => changed,
                _ => field(&base.sent, &mine.sent, &theirs.sent),
            },
            stated: field(&base.stated, &mine.stated, &theirs.stated),
            moved: join_keyed(moved, |start| *start, MOVED_LIMIT, Clash::Mine),
        }
    }
}

impl Join for Held {
    fn join(base: &Self, mine: &Self, theirs: &Self) -> Self {
        let evidence = [&base.evidence[..], &mine.evidence, &theirs.evidence];
        Self {
            topics: join_list([&base.topics, &mine.topics, &theirs.topics], TOPIC_LIMIT, Clash::Both),
            evidence: join_keyed(evidence, |line| line.words.clone(), EVIDENCE_LIMIT, Clash::Both),
            leave_alone: text(&base.leave_alone, &mine.leave_alone, &theirs.leave_alone),
            notes: join_list([&base.notes, &mine.notes, &theirs.notes], NOTE_LIMIT, Clash::Both),
        }
    }
}

impl Join for Record {
    fn join(base: &Self, mine: &Self, theirs: &Self) -> Self {
        match (base, mine, theirs) {
            (Self::Pair(base), Self::Pair(mine), Self::Pair(theirs)) => {
                Self::Pair(Join::join(base, mine, theirs))
            }
            (Self::Settings(base), Self::Settings(mine), Self::Settings(theirs)) => {
                Self::Settings(Join::join(base, mine, theirs))
            }
            (Self::Private(base), Self::Private(mine), Self::Private(theirs)) => {
                Self::Private(Box::new(Join::join(&**base, mine, theirs)))
            }
            (Self::List(base), Self::List(mine), Self::List(theirs)) => {
                let line = |listed: &Listed| listed.line.session;
                Self::List(join_keyed([&base[..], mine, theirs], line, CARRIED_LIMIT, Clash::Both))
            }
            (Self::Told(base), Self::Told(mine), Self::Told(theirs)) => {
                Self::Told(Join::join(base, mine, theirs))
            }
            _ => field(base, mine, theirs),
        }
    }
}

impl Join for Told {
    fn join(base: &Self, mine: &Self, theirs: &Self) -> Self {
        let (steps, listed) =
            ([&base.steps[..], &mine.steps, &theirs.steps], [&base.listed[..], &mine.listed, &theirs.listed]);
        Self {
            steps: join_keyed(steps, |step| (step.session, step.note), STATUS_LIMIT, Clash::Both),
            listed: join_keyed(listed, |line| line.session, CARRIED_LIMIT, Clash::Both),
        }
    }
}

/// Joins two texts and keeps the lines of both; `None` stands for no text. A changed text outlives its
/// removal by the other side. Two texts that are too long together are in conflict.
fn text(base: &Option<Text>, mine: &Option<Text>, theirs: &Option<Text>) -> Option<Text> {
    match (mine, theirs) {
        (Some(one), Some(other)) if mine != base && theirs != base && one != other => {
            let mut both = united(one, other);
            // Each side removed lines that the other has. The order says that this is not `base` again.
            if both == *base {
                let (lesser, greater) = if one < other { (one, other) } else { (other, one) };
                both = Text::parse(&both_texts(greater.as_str(), lesser.as_str())).ok();
            }
            both.or_else(|| mine.clone())
        }
        (Some(_), None) if mine != base => mine.clone(),
        (None, Some(_)) if theirs != base => theirs.clone(),
        _ => field(base, mine, theirs),
    }
}
