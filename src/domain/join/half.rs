//! Joins the halves of a session.

use super::keyed::join_keyed;
use super::listed::join_list;
use super::{Clash, Join, field};
use crate::domain::ahead::Ahead;
use crate::domain::evidence::EVIDENCE_LIMIT;
use crate::domain::half::{ManagerHalf, SellerHalf};
use crate::domain::note::{CARRIED_LIMIT, STATUS_LIMIT};
use crate::domain::plan::Plan;
use crate::domain::question::ASKED_LIMIT;
use crate::domain::readiness::{Prepared, Readiness};
use crate::domain::topic::TOPIC_LIMIT;

impl Join for ManagerHalf {
    /// The plan is joined as a whole. A changed agenda is in conflict with a start of the other side, whose
    /// clock runs by the old agenda.
    fn join(base: &Self, mine: &Self, theirs: &Self) -> Self {
        let asked = [&base.asked[..], &mine.asked, &theirs.asked];
        let settled = [&base.settled[..], &mine.settled, &theirs.settled];
        let carried = [&base.carried[..], &mine.carried, &theirs.carried];
        let begins_beside = |one: &Self, other: &Self| {
            base.is_planned() && !one.is_planned() && other.plan.agenda != base.plan.agenda
        };
        let is_apart = (begins_beside(mine, theirs) || begins_beside(theirs, mine))
            && (&mine.course, &mine.plan.agenda) != (&theirs.course, &theirs.plan.agenda);
        let (plan, course) = if is_apart {
            (mine.plan.clone(), mine.course.clone())
        } else {
            (
                field(&base.plan, &mine.plan, &theirs.plan),
                Join::join(&base.course, &mine.course, &theirs.course),
            )
        };
        let mut prepared = prepared(&plan, [&base.prepared, &mine.prepared, &theirs.prepared]);
        if is_apart {
            prepared.handshake = mine.prepared.handshake;
        }
        Self {
            prepared,
            plan,
            ahead: Join::join(&base.ahead, &mine.ahead, &theirs.ahead),
            course,
            notes: Join::join(&base.notes, &mine.notes, &theirs.notes),
            // The program collects these two anew for each link, so there is nothing to ask.
            carried: join_keyed(carried, |one| (one.session, one.note.id), CARRIED_LIMIT, Clash::Both),
            settled: join_keyed(settled, |one| (one.session, one.note), STATUS_LIMIT, Clash::Mine),
            asked: join_keyed(asked, Clone::clone, ASKED_LIMIT, Clash::Mine),
            closing: Join::join(&base.closing, &mine.closing, &theirs.closing),
        }
    }
}

/// Joins the manager's readiness, the agreement at the start, and who sees the screen.
/// `plan` is the joined plan; of two new statements the one about it holds.
fn prepared(plan: &Plan, [base, mine, theirs]: [&Prepared; 3]) -> Prepared {
    let said = |of: fn(&Prepared) -> Option<Readiness>| readiness(Some(plan), [base, mine, theirs].map(of));
    Prepared {
        ready: said(|prepared| prepared.ready),
        handshake: field(&base.handshake, &mine.handshake, &theirs.handshake),
        alone: field(&base.alone, &mine.alone, &theirs.alone),
    }
}

/// Joins two statements, such as those of a party's readiness; `None` stands for no statement. If one side
/// changed it, that side holds. Of two new ones the one about `plan` holds; if both or neither are, the later
/// one. Without a `plan` the later one holds.
fn readiness(plan: Option<&Plan>, [base, mine, theirs]: [Option<Readiness>; 3]) -> Option<Readiness> {
    match (mine, theirs) {
        (Some(one), Some(other)) if mine != base && theirs != base => {
            let rank = |said: &Readiness| (plan.is_some_and(|plan| said.is_for(plan)), *said);
            Some(if rank(&one) < rank(&other) { other } else { one })
        }
        _ => field(&base, &mine, &theirs),
    }
}

impl Join for Ahead {
    fn join(base: &Self, mine: &Self, theirs: &Self) -> Self {
        Self {
            noted: field(&base.noted, &mine.noted, &theirs.noted),
            fact: field(&base.fact, &mine.fact, &theirs.fact),
            count_on: field(&base.count_on, &mine.count_on, &theirs.count_on),
            standing: field(&base.standing, &mine.standing, &theirs.standing),
        }
    }
}

impl Join for SellerHalf {
    fn join(base: &Self, mine: &Self, theirs: &Self) -> Self {
        let evidence = [&base.evidence[..], &mine.evidence, &theirs.evidence];
        let steps = [&base.steps[..], &mine.steps, &theirs.steps];
        let listed = [&base.listed[..], &mine.listed, &theirs.listed];
        Self {
            topics: join_list([&base.topics, &mine.topics, &theirs.topics], TOPIC_LIMIT, Clash::Mine),
            evidence: join_keyed(evidence, |line| line.words.clone(), EVIDENCE_LIMIT, Clash::Mine),
            leave_alone: field(&base.leave_alone, &mine.leave_alone, &theirs.leave_alone),
            about: field(&base.about, &mine.about, &theirs.about),
            brings_it: field(&base.brings_it, &mine.brings_it, &theirs.brings_it),
            time: field(&base.time, &mine.time, &theirs.time),
            zone: field(&base.zone, &mine.zone, &theirs.zone),
            wish: field(&base.wish, &mine.wish, &theirs.wish),
            ready: readiness(None, [base.ready, mine.ready, theirs.ready]),
            steps: join_keyed(steps, |step| (step.session, step.note), STATUS_LIMIT, Clash::Mine),
            // The program collects these lines anew for each answer, so there is nothing to ask.
            listed: join_keyed(listed, |line| line.session, CARRIED_LIMIT, Clash::Both),
            closing: Join::join(&base.closing, &mine.closing, &theirs.closing),
        }
    }
}
