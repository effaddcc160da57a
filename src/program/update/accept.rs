//! Acceptance of a link: its content beside or in place of the local one, and the answer of this person.

use super::link::answer_to;
use super::screen::remember;
use super::sent::is_unsent;
use super::sides::become_seller;
use crate::domain::draft::AnswerDraft;
use crate::domain::half::{SellerHalf, TimeAnswer, TimeSaid};
use crate::domain::id::SessionId;
use crate::domain::pair::Pair;
use crate::domain::plan::Plan;
use crate::domain::record::{Record, RecordId};
use crate::domain::register::Written;
use crate::domain::session::Session;
use crate::domain::text::{Text, both_texts};
use crate::domain::topic::Topic;
use crate::domain::zone::ZoneAt;
use crate::program::state::brought::{Brought, BroughtChange};
use crate::program::state::kept::{Kept, Value};
use crate::program::state::model::Model;
use crate::program::update::link::{Half, Link, Stand, news, older, purpose, replaced};
use crate::wire::key::Key;

/// Stores the part of the link that is unknown here, or its older content beside the local one, and the names of
/// an unknown pair. A manager's link of an unknown pair makes this person its seller. What the link replaces stays
/// beside it if it was written in this browser; else the change can be undone.
pub(super) fn merge(model: &mut Model, link: &Link, stood: Stand) {
    let is_met = model.pair(link.pair).is_some();
    if !is_met {
        let pair = Pair { manager: link.manager.clone(), seller: link.seller.clone() };
        model.record(RecordId::Pair(link.pair), Record::Pair(pair));
        if let Half::Manager(_) = link.half {
            become_seller(model, link.pair, Some(&link.seller));
        }
    }
    let new = if stood == Stand::Older { None } else { news(model, link) };
    let Some((key, value)) = new.or_else(|| older(model, link)) else { return };
    let is_own = replaced(model, link).map(|replaced| replaced.is_own);
    let before = model.kept.get(&key).map(|kept| kept.value().clone());
    match model.kept.get_mut(&key) {
        Some(kept) => kept.bring(&value),
        None => drop(model.kept.insert(key, Kept::brought(value))),
    }
    if stood == Stand::Replied {
        complete(model, link.session);
    }
    // A link that claims to be this person's own may replace anything that this person wrote.
    let is_own = is_own.or((stood == Stand::Own).then_some(false));
    let (Some(is_own), Some(before), Some(kept)) = (is_own, before, model.kept.get_mut(&key)) else { return };
    let lost = kept.value().older(&before).filter(|lost| is_own && kept.value().merged(lost).fits());
    if let Some(lost) = lost {
        kept.bring(&lost);
    } else {
        let taken = kept.value().clone();
        let change = BroughtChange { key, before: Some(before), taken };
        remember(&mut model.brought, Brought::Link(vec![change]));
    }
}

/// Puts one version of the seller's half in place of several that complete each other: there is nothing to choose.
fn complete(model: &mut Model, id: SessionId) {
    let writer = model.writer;
    let Some(half) = model.session(id).and_then(Session::completed_seller) else { return };
    if let Some(kept) = model.kept.get_mut(&Key::Session(id))
        && let Value::Session(session) = kept.edit()
    {
        let seller = session.seller.as_ref().map(|seller| seller.written(writer, Written::Content(half)));
        session.seller = seller;
    }
}

/// Stores what this person typed as an answer to an invitation that is cancelled by now, so that it stays on the list.
pub(super) fn keep_typed(model: &mut Model, link: &Link, topic: Option<Text>, wish: Option<Text>) {
    if topic.is_none() && wish.is_none() {
        return;
    }
    let mut half = model.session(link.session).and_then(Session::seller_half).cloned().unwrap_or_default();
    add_topic(&mut half, topic);
    half.wish = wish.or(half.wish);
    model.drafts.drop(purpose(link));
    model.change_seller(link.session, half);
}

/// Says yes to the start of the plan in the half of the seller, this person, which answers a wish for another time. Words
/// of a wish that the manager has not got, or that refused this start, wait in the form again.
pub(super) fn accept(
    model: &mut Model,
    id: SessionId,
    half: &mut SellerHalf,
    plan: &Plan,
    zone: Option<ZoneAt>,
) {
    half.zone = zone.or(half.zone.take());
    let is_told = !half.declines(plan) && !is_unsent(model, id);
    half.time = Some(TimeAnswer { start: plan.schedule.fingerprint(), says: TimeSaid::Works });
    if let Some(wish) = half.wish.take().filter(|_| !is_told) {
        bring_back(model, id, &wish);
    }
}

/// Puts the seller's words about another time into the form, above those that wait there.
fn bring_back(model: &mut Model, id: SessionId, wish: &Text) {
    let purpose = answer_to(id);
    if !model.drafts.has(purpose) {
        model.drafts.begin(purpose, AnswerDraft::default());
    }
    if let Some(answer) = model.drafts.edit::<AnswerDraft>(purpose) {
        answer.wish = both_texts(wish.as_str(), &answer.wish);
    }
}

/// Says that the seller does not come at the start of the plan, with the seller's words, if there are any. Whoever says so
/// says nothing about being ready.
pub(super) fn decline(
    half: &mut SellerHalf,
    plan: &Plan,
    zone: Option<ZoneAt>,
    says: TimeSaid,
    wish: Option<Text>,
) {
    half.zone = zone.or(half.zone.take());
    half.time = Some(TimeAnswer { start: plan.schedule.fingerprint(), says });
    half.wish = wish.or(half.wish.take());
    half.ready = None;
}

/// Adds the topic, if there is one, to the seller's half.
pub(super) fn add_topic(half: &mut SellerHalf, topic: Option<Text>) {
    if let Some(words) = topic {
        let last = half.topics.iter().fold(0, |last, topic| topic.id.max(last));
        half.topics.push(Topic { id: last.saturating_add(1), words, worked_if: None });
    }
}
