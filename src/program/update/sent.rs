//! The last sending of a session: recorded once the browser took the message, and compared with the content by now.

use super::earlier::has_next_begun;
use super::kept_row::knows_slot;
use super::link::{has_own_device, outgoing, sent_link};
use super::same::all;
use super::standing::ended;
use crate::domain::ahead::Ahead;
use crate::domain::fingerprint::Answers;
use crate::domain::half::{ManagerHalf, SellerHalf, TimeAnswer};
use crate::domain::id::SessionId;
use crate::domain::note::{NoteId, Notes, Status};
use crate::domain::party::Party;
use crate::domain::plan::Plan;
use crate::domain::sent::{Going, Sent, SentBy, SentKind, Stated};
use crate::domain::session::Session;
use crate::domain::standing::{Standing, StandingDate};
use crate::domain::time::Instant;
use crate::domain::ui_state::Screen;
use crate::program::effect::Shared;
use crate::program::state::model::Model;
use crate::program::state::sharing::Before;
use crate::text::Env;

/// The state of a session's invitation, answer, request or record on the device that sends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SentState {
    /// The content was never sent. An invitation that was sent is no record.
    NotSent,
    /// Earlier content was sent, and a change since was not.
    Changed(Sent),
    /// The content as it is now was sent.
    Sent(Sent),
}

/// Returns the state of what this person sends of a session; `None` for a manager while the session runs, and for a
/// seller who has not answered.
#[must_use]
pub fn sent_state(model: &Model, id: SessionId) -> Option<SentState> {
    state_since(model, id, last(model, id))
}

/// Returns the state that the words of the next message are about: on a screen that has sent the content, the one before
/// that.
#[must_use]
pub fn told_state(model: &Model, id: SessionId) -> Option<SentState> {
    state_since(model, id, told(model, id).sent)
}

/// Returns the last message about session `id` from this device. On a screen that has sent one, the message before that: what
/// goes out from there may change meanwhile, and it stays an invitation or a change, as it was sent first.
fn told(model: &Model, id: SessionId) -> Before {
    let is_shown = model.screen.address() == Screen::Share(id);
    let before = model.screen.sharing().filter(|_| is_shown).and_then(|sharing| sharing.before.as_deref());
    if let Some(before) = before {
        return before.clone();
    }
    let Some(session) = model.known(id) else { return Before::default() };
    let private = model.private(id, model.side(session.pair));
    Before { sent: private.sent, stated: private.stated.clone() }
}

/// The news of a plan since its last message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// Only the fact that the manager brings is new.
    Fact,
    /// Only other dates of the two have changed.
    Dates,
    /// The two only have more dates than before.
    MoreDates,
    /// Only their standing slot has ended.
    SlotEnded,
    /// The plan has changed, or other words of the manager have.
    Other,
}

/// Returns the news of the manager's plan since its last message.
#[must_use]
pub fn news(model: &Model, id: SessionId) -> News {
    let Before { sent, stated: Stated { plan, ahead, .. } } = told(model, id);
    // The seller may have the slot from a message about an earlier session.
    if sent.is_none() && has_slot_ended(model, id) && knows_slot(model, id) {
        return News::SlotEnded;
    }
    let Some((before, half)) = ahead.zip(model.half(id)) else { return News::Other };
    let (now, is_same) = (&half.ahead, plan.as_ref() == Some(&half.plan));
    match before.fact == now.fact {
        _ if !is_same || before.noted != now.noted || before.count_on != now.count_on => News::Other,
        true if adds_dates(before.standing.as_ref(), now.standing.as_ref()) => News::MoreDates,
        true if now.standing.is_some() => News::Dates,
        true if has_slot_ended(model, id) => News::SlotEnded,
        true => News::Other,
        false if now.fact.is_some() => News::Fact,
        false => News::Other,
    }
}

/// Returns true if the row `now`, which has no slot, has all dates of the row `before` and further ones, or if there was none
/// before.
fn adds_dates(before: Option<&Standing>, now: Option<&Standing>) -> bool {
    let Some(now) = now.filter(|now| now.slot.is_none()) else { return false };
    let Some(before) = before else { return true };
    let has =
        |date: &StandingDate| now.dates.iter().any(|other| !other.is_skipped && other.local == date.local);
    before.slot.is_none() && before.dates.iter().filter(|date| !date.is_skipped).all(has)
}

/// Returns true if this person, the manager, ended the slot of the two in the session.
fn has_slot_ended(model: &Model, id: SessionId) -> bool {
    model.session(id).is_some_and(|session| ended(model, session.pair).is_some())
}

/// Returns the state of the content after the message `last`.
fn state_since(model: &Model, id: SessionId, last: Option<Sent>) -> Option<SentState> {
    let Going { what, content } = going(model, id)?;
    Some(match last {
        None => SentState::NotSent,
        Some(sent) if sent.content == content || is_sent_otherwise(model, id, sent) => SentState::Sent(sent),
        Some(sent) if sent.what.is_after_start() != what.is_after_start() => SentState::NotSent,
        Some(sent) => SentState::Changed(sent),
    })
}

/// Returns true if all went out that can go out, although the fingerprint differs: the summary leaves the answers at the
/// close out; and once the two have begun their next session, the answers are gone, and their words moved on.
fn is_sent_otherwise(model: &Model, id: SessionId, sent: Sent) -> bool {
    let Some(session) = model.session(id) else { return false };
    let is_past = has_next_begun(model, id);
    let holds = |half: &ManagerHalf, answers| sent.content == half.record_fingerprint(answers);
    let holds_sellers = |half: &SellerHalf, answers| sent.content == half.fingerprint(answers);
    let mut halves: Vec<ManagerHalf> = session.manager_half().cloned().into_iter().collect();
    if is_past && let Some(half) = session.past_close().manager_half() {
        let closing = session.closing(Party::Manager);
        halves.push(ManagerHalf { closing, ..half.clone() });
    }
    match sent.what {
        SentKind::Summary => halves.iter().any(|half| {
            let is_told = is_past || !half.closing.is_in || half.closing.is_aloud;
            is_told && holds(half, Answers::Out)
        }),
        SentKind::Record => is_past && halves.iter().any(|half| holds(half, Answers::In)),
        SentKind::Closing => {
            is_past && session.seller_half().is_some_and(|half| holds_sellers(half, Answers::In))
        }
        SentKind::Invitation | SentKind::Change | SentKind::InvitationWithRecord | SentKind::Answer => false,
    }
}

/// Returns true if the seller's half was written on the manager's device, this one, and nowhere else: the seller prepared
/// there, and needs no link to know the plan.
#[must_use]
pub fn is_prepared_here(model: &Model, session: &Session) -> bool {
    if model.side(session.pair) == Party::Seller {
        return false;
    }
    // A seller who wrote nothing may have answered aloud here.
    let Some(seller) = session.seller.as_ref() else { return session.closing(Party::Seller).is_aloud };
    let managers = session.manager.versions();
    let is_own = |writer| managers.iter().any(|version| version.vector.count(writer) > 0);
    let is_here = seller.shown().vector.counters().any(|(writer, _)| is_own(writer));
    is_here && !has_own_device(model, session.id)
}

/// Returns true if the seller wrote something about the session on an own device, such as a request or an answer.
#[must_use]
pub fn has_seller_written(model: &Model, id: SessionId) -> bool {
    let is_theirs = |session: &Session| session.seller_half().is_some() && !is_prepared_here(model, session);
    model.session(id).is_some_and(is_theirs)
}

/// Returns true if the two sat at this device, the manager's, as far as is known: the seller wrote here and nowhere else,
/// and no invitation went out.
#[must_use]
pub fn sat_together(model: &Model, session: &Session) -> bool {
    is_prepared_here(model, session) && last(model, session.id).is_none()
}

/// Returns true if an earlier message from this device, a seller's, said this about an own next step: the last one of
/// another session, or of session `id` unless it is the newest one.
#[must_use]
pub fn was_told(model: &Model, id: Option<SessionId>, status: &Status) -> bool {
    model.sessions().any(|session| {
        let is_counted = Some(session.id) != id || is_changed(model, session.id);
        is_counted && told(model, session.id).stated.steps.contains(status)
    })
}

/// Returns true if nothing changed since the last message about session `id`, from a seller's device, but what the seller
/// says of next steps.
#[must_use]
pub fn are_steps_unsent(model: &Model, id: SessionId) -> bool {
    let Some(half) = model.session(id).and_then(Session::seller_half) else { return false };
    let mut told = half.clone();
    told.steps.retain(|status| was_told(model, Some(id), status));
    let content = told.fingerprint(answers(model, id));
    told.steps != half.steps && last(model, id).is_some_and(|sent| sent.content == content)
}

/// Returns the seller's answer about the start in the last message about the session, if the content changed since;
/// `None` otherwise.
#[must_use]
pub fn time_told(model: &Model, id: SessionId) -> Option<TimeAnswer> {
    is_changed(model, id).then(|| told(model, id).stated.time)?
}

/// Returns true if this person wrote something for the session that was not sent.
#[must_use]
pub fn is_unsent(model: &Model, id: SessionId) -> bool {
    matches!(sent_state(model, id), Some(SentState::NotSent | SentState::Changed(_)))
}

/// Returns true if other content than the last message is to be sent.
fn is_changed(model: &Model, id: SessionId) -> bool {
    !matches!(told_state(model, id), Some(SentState::Sent(_)))
}

/// Forgets that the last message about session `id`, from a seller's device, said what became of a step: the seller says
/// something else now.
pub(super) fn forget_step(model: &mut Model, id: SessionId, session: SessionId, note: NoteId) {
    let mut private = model.private(id, Party::Seller);
    let count = private.stated.steps.len();
    private.stated.steps.retain(|status| (status.session, status.note) != (session, note));
    if private.stated.steps.len() != count && model.keeps_private(id, Party::Seller) {
        model.keep_private(id, Party::Seller, private);
    }
}

/// Returns the last sending of a session from this device; `None` before the first.
fn last(model: &Model, id: SessionId) -> Option<Sent> {
    let session = model.known(id)?;
    model.private(id, model.side(session.pair)).sent
}

/// Returns what this person sends of a session; `None` for a manager while the session runs, and for a seller who has not
/// answered. A seller's answers after the start are those at the close and about next steps.
pub(super) fn going(model: &Model, id: SessionId) -> Option<Going> {
    let session = model.session(id)?;
    let begun = session.manager_half().filter(|half| !half.is_planned());
    let (what, content) = match (model.side(session.pair), begun) {
        (Party::Manager, None) => {
            let content = session.manager_half()?.fingerprint(model.pair(session.pair));
            let earlier = told(model, id).sent.filter(|sent| !sent.what.is_after_start());
            let is_change =
                earlier.is_some_and(|sent| sent.content != content || sent.what == SentKind::Change);
            (if is_change { SentKind::Change } else { SentKind::Invitation }, content)
        }
        (Party::Manager, Some(half)) => {
            let record = Some(half).filter(|half| half.course.has_ended() && holds_record(half))?;
            let past = has_next_begun(model, id).then(|| session.past_close());
            let record = past.as_ref().and_then(Session::manager_half).unwrap_or(record);
            (SentKind::Record, record.record_fingerprint(Answers::In))
        }
        (Party::Seller, None) => (SentKind::Answer, session.seller_half()?.fingerprint(Answers::In)),
        (Party::Seller, Some(_)) => {
            let half = session.seller_half()?;
            let is_in = half.closing.is_in && answers(model, id) == Answers::In;
            let half = Some(half).filter(|half| is_in || !half.steps.is_empty())?;
            (SentKind::Closing, half.fingerprint(answers(model, id)))
        }
    };
    Some(Going { what, content })
}

/// Returns true if the answers at the close still go out: they are gone once the two have begun their next session.
fn answers(model: &Model, id: SessionId) -> Answers {
    if has_next_begun(model, id) { Answers::Out } else { Answers::In }
}

/// Returns true if there is a record to send: the clock ran, or somebody wrote something.
fn holds_record(half: &ManagerHalf) -> bool {
    half.prepared.handshake.is_some() || half.notes != Notes::default() || half.closing.is_in
}

/// Records a sending of the session.
pub(super) fn record(model: &mut Model, id: SessionId, sent: Sent) {
    let Some(party) = model.known(id).map(|session| model.side(session.pair)) else { return };
    if outgoing(model, id).is_some() && model.keeps_private(id, party) {
        let mut private = model.private(id, party);
        let before = Before { sent: private.sent, stated: private.stated.clone() };
        let is_shown = model.screen.address() == Screen::Share(id);
        if let Some(sharing) =
            model.screen.sharing_mut().filter(|sharing| is_shown && sharing.before.is_none())
        {
            sharing.before = Some(Box::new(before));
        }
        private.sent = Some(sent);
        private.stated = stated(model, id, party);
        model.keep_private(id, party, private);
    }
}

/// Returns the statements in a message that this party sends of the session.
fn stated(model: &Model, id: SessionId, party: Party) -> Stated {
    match party {
        Party::Seller => model.session(id).and_then(Session::seller_half).map(Stated::of).unwrap_or_default(),
        Party::Manager => {
            let half = model.half(id).filter(|half| half.is_planned());
            let ahead = half.map(|half| half.ahead.clone());
            Stated { plan: half.map(|half| half.plan.clone()), ahead, ..Stated::default() }
        }
    }
}

/// Returns the plan, and the manager's words beside it, in the last message about the session from this device, the
/// manager's; `None` before the first.
#[must_use]
pub fn plan_told(model: &Model, id: SessionId) -> Option<(Plan, Ahead)> {
    let Stated { plan, ahead, .. } = told(model, id).stated;
    plan.zip(ahead)
}

/// Records that all of this content was sent.
pub(super) fn record_all(model: &mut Model, going: &[(SessionId, Going)], by: SentBy, now: Instant) {
    for (id, Going { what, content }) in going {
        record(model, *id, Sent { at: now, by, content: *content, what: *what });
        model.told.shared.push(match what {
            SentKind::Invitation | SentKind::Change | SentKind::InvitationWithRecord => Shared::Invitation,
            SentKind::Answer | SentKind::Closing => Shared::Answer,
            SentKind::Record | SentKind::Summary => Shared::Summary,
        });
        count_dates_told(model, *id);
    }
}

/// Counts the dates ahead as sent for all planned sessions of the two, since the message about session `id` had them: where
/// nothing else changed, no other message is due.
fn count_dates_told(model: &mut Model, id: SessionId) {
    let Some(pair) = model.session(id).map(|session| session.pair) else { return };
    let Some(row) = model.half(id).filter(|half| half.is_planned()).map(|half| half.ahead.standing.clone())
    else {
        return;
    };
    let pairs = all(model, pair);
    let others = model.sessions().filter(|session| session.id != id && pairs.contains(&session.pair));
    let is_due = |id: &SessionId| {
        let is_same = model.half(*id).is_some_and(|half| half.is_planned() && half.ahead.standing == row);
        let is_changed = matches!(sent_state(model, *id), Some(SentState::Changed(_)));
        is_same && is_changed && matches!(news(model, *id), News::Dates | News::MoreDates)
    };
    for id in others.map(|session| session.id).filter(is_due).collect::<Vec<_>>() {
        let mut private = model.private(id, Party::Manager);
        let content = going(model, id).map(|going| going.content);
        if let Some((sent, content)) = private.sent.as_mut().zip(content) {
            sent.content = content;
            private.stated = stated(model, id, Party::Manager);
            model.keep_private(id, Party::Manager, private);
        }
    }
}

/// Returns all that goes out with the link of session `id`: what this person sends of it, and with the record of a session
/// the invitation to the next one.
pub(super) fn all_going(
    model: &Model,
    env: &Env<'_>,
    now: Instant,
    id: SessionId,
) -> Vec<(SessionId, Going)> {
    let mut all: Vec<(SessionId, Going)> = going(model, id).map(|going| (id, going)).into_iter().collect();
    let next = sent_link(model, env, now, id).and_then(|link| link.next).map(|next| next.session);
    if let Some((next, going)) = next.and_then(|next| Some((next, going(model, next)?))) {
        all.push((next, Going { what: SentKind::InvitationWithRecord, ..going }));
    }
    all
}

/// Returns the summary of a session that is over, as content that goes out: the record without the answers at the close.
/// `None` on the seller's device, and if there is no record.
pub(super) fn summary(model: &Model, id: SessionId) -> Option<Going> {
    going(model, id).filter(|going| going.what == SentKind::Record)?;
    let session = model.session(id)?;
    let past = has_next_begun(model, id).then(|| session.past_close());
    let half = past.as_ref().unwrap_or(session).manager_half()?;
    Some(Going { what: SentKind::Summary, content: half.record_fingerprint(Answers::Out) })
}
