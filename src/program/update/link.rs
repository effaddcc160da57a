//! Links: the outgoing content of a session, and the relation of an opened link to the local data.
//!
//! Opening a link changes nothing. A half is what one party writes of a session. It is merged with the same
//! half alone, so a reply never changes what the manager wrote, nor an invitation what the seller did.

use super::withheld::without_held;
use super::{rhythm, same};
use crate::domain::checksum::CRC_32;
use crate::domain::closing::Closing;
use crate::domain::draft::{AnswerDraft, Purpose};
use crate::domain::half::{Course, ManagerHalf, SellerHalf};
use crate::domain::id::{PairId, SessionId, WriterId};
use crate::domain::party::Party;
use crate::domain::plan::Plan;
use crate::domain::register::{Register, Version, Written};
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::domain::time::{Instant, LocalDateTime};
use crate::domain::timing::Change;
use crate::domain::version::LEAP_LIMIT;
use crate::program::state::kept::{Kept, Value};
use crate::program::state::model::Model;
use crate::program::update::earlier::has_next_begun;
use crate::program::update::names::are_initials;
use crate::text::Env;
use crate::wire::key::Key;
use crate::wire::link::write;
pub use crate::wire::link::{Half, Link, NextSession, NoLink, PairLink};

/// Returns the other local pairs in which the sender of the link has the same name: see [`same::namesakes`].
/// Empty for a manager without a name.
#[must_use]
pub fn namesakes(model: &Model, link: &Link) -> Vec<PairId> {
    let (side, name) = match (&link.half, &link.manager) {
        (Half::Manager(_), Some(name)) => (Party::Seller, name),
        (Half::Manager(_), None) => return Vec::new(),
        (Half::Seller { .. }, _) => (Party::Manager, &link.seller),
    };
    same::namesakes(model, link.pair, side, name.as_str())
}

/// Returns the typed answer to the link, as it is so far; empty if nothing is typed.
#[must_use]
pub fn reply(model: &Model, link: &Link) -> AnswerDraft {
    model.drafts.get(purpose(link)).cloned().unwrap_or_default()
}

/// Returns the purpose under which the typed answer to a link is kept as a draft.
pub(super) fn purpose(link: &Link) -> Purpose {
    answer_to(link.session)
}

/// Returns the purpose under which the typed answer to an invitation to this session is kept as a draft.
pub(super) fn answer_to(session: SessionId) -> Purpose {
    Purpose::Answer(CRC_32.checksum(&session.0.to_le_bytes()).into())
}

/// The relation of an opened link to the local data, which decides what the person can do with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// The link is the manager's, about a session that is unknown or not planned here.
    Invited,
    /// The link is the manager's, and newer than the session here.
    Changed,
    /// The link is the seller's answer to a session that is planned here.
    Replied,
    /// The link is a seller's request for a session that nobody has planned.
    Asked,
    /// The link is the seller's answer to a session that is unknown here.
    Strange,
    /// The link is the seller's answer to a session that this person, the manager, deleted.
    Gone,
    /// The link holds what this person writes of the session themselves, newer than the local data: from
    /// another device of theirs, or forged.
    Own,
    /// The link holds nothing that is unknown here.
    Known,
    /// The link of a calendar entry holds another plan than the one here, and cannot tell which of the two is newer.
    OtherPlan,
    /// The link contradicts the local data: it names a session of another pair.
    Unfit,
    /// The link counts far more writes than are known here: it is damaged or forged.
    Forged,
    /// The link counts as known here, and says what no version here says: something newer replaced it, or a
    /// forged number of writes hides it.
    Older,
    /// The link cannot be stored, since too many versions of the session wait for the person's choice.
    Full,
}

/// Returns the relation of a link to the local data. A record that is known here may bring a next session that is not.
#[must_use]
pub fn stand(model: &Model, link: &Link) -> Stand {
    let stands = stand_of_half(model, link);
    let Some(next) = next_link(link).map(|next| stand_of_half(model, &next)) else { return stands };
    match (stands, next) {
        (_, Stand::Unfit | Stand::Forged) => next,
        (Stand::Known, Stand::Invited | Stand::Changed) => Stand::Changed,
        (Stand::Known, Stand::Own | Stand::Older | Stand::Full) => next,
        _ => stands,
    }
}

/// Returns the link of the next session in the link of a record; `None` if it holds none.
#[must_use]
pub fn next_link(link: &Link) -> Option<Link> {
    let NextSession { session, half } = link.next.clone()?;
    Some(Link { session, half: Half::Manager(half), next: None, ..link.clone() })
}

fn stand_of_half(model: &Model, link: &Link) -> Stand {
    let known = model.known(link.session);
    if known.is_some_and(|known| known.pair != link.pair) {
        return Stand::Unfit;
    }
    if incoming(link).leaps_over(known, LEAP_LIMIT) {
        return Stand::Forged;
    }
    // The link in a calendar entry brings a reader to the session, and changes nothing of a session that is here.
    if let (Some(here), Half::Manager(entry)) = (known.and_then(Session::manager_half), &link.half)
        && link.is_plan_only()
    {
        // The agenda of the entry is the standard one.
        let is_same =
            |half: &ManagerHalf| Plan { agenda: here.plan.agenda.clone(), ..half.plan.clone() } == here.plan;
        let is_known = entry.content().is_none_or(is_same) || model.side(link.pair) == Party::Manager;
        return if is_known { Stand::Known } else { Stand::OtherPlan };
    }
    let new = news(model, link).filter(|_| !is_own_outline(model, link));
    let is_older = new.is_none();
    let Some((key, new)) = new.or_else(|| older(model, link)) else { return Stand::Known };
    if !model.has_room(key, &new) {
        return Stand::Full;
    }
    if is_gone(model, link) && (!is_older || known.is_some_and(Session::is_deleted)) {
        return Stand::Gone;
    }
    if is_older {
        return Stand::Older;
    }
    let is_planned = known.is_some_and(|known| !known.manager.is_absent());
    let is_met = known.is_some() || model.pair(link.pair).is_some();
    match (&link.half, model.side(link.pair)) {
        (Half::Manager(_), Party::Manager) if is_met => Stand::Own,
        (Half::Manager(_), _) if is_planned => Stand::Changed,
        (Half::Manager(_), _) => Stand::Invited,
        (Half::Seller { .. }, Party::Seller) => Stand::Own,
        (Half::Seller { .. }, _) if is_planned => Stand::Replied,
        (Half::Seller { when: None, .. }, _) => Stand::Asked,
        (Half::Seller { .. }, _) => Stand::Strange,
    }
}

/// Returns true if the link holds what this device sends of the session, which says less than what is here.
fn is_own_outline(model: &Model, link: &Link) -> bool {
    outgoing(model, link.session).is_some_and(|own| own.half == link.half)
}

/// Returns true if the link holds a seller's answer to a session that this person, the manager, deleted.
fn is_gone(model: &Model, link: &Link) -> bool {
    let is_deleted = |known: &Session| known.manager_half().is_none() && !known.manager.is_absent();
    let is_answer = matches!(&link.half, Half::Seller { half, .. } if half.content().is_some());
    is_answer && model.side(link.pair) == Party::Manager && model.known(link.session).is_some_and(is_deleted)
}

/// Returns the seller's half that is here and that the link would replace, although words of it are not in the link;
/// `None` if there is none.
#[must_use]
pub fn replaced<'a>(model: &'a Model, link: &'a Link) -> Option<Replaced<'a>> {
    let Half::Seller { half: new, .. } = &link.half else { return None };
    let here = model.known(link.session)?.seller.as_ref()?;
    let said = new.content()?;
    let is_lost = |version: &&Version<SellerHalf>| {
        let is_claimed = new.versions().iter().any(|known| known.vector.covers(&version.vector));
        let is_cut = matches!(&version.written, Written::Content(half) if half.is_cut_by(said));
        is_claimed && is_cut
    };
    let lost = here.versions().into_iter().find(is_lost)?;
    let Written::Content(half) = &lost.written else { return None };
    let is_manager = model.side(link.pair) == Party::Manager;
    let is_own = is_manager && lost.vector.counters().any(|(writer, _)| is_own_writer(model, writer));
    Some(Replaced { here: half, said, is_own })
}

/// A seller's half that a link would replace.
#[derive(Clone, Copy, Debug)]
pub struct Replaced<'a> {
    /// The half that is here.
    pub here: &'a SellerHalf,
    /// The half in the link.
    pub said: &'a SellerHalf,
    /// True if the half here was written in this browser, the manager's, which never sends it: the link cannot know
    /// of that write unless it is forged, or the seller got a file. Both versions are kept then.
    pub is_own: bool,
}

/// Returns true on the manager's device if the seller has an own one, which wrote in the seller's half. Answers may come
/// from there, and are changed there.
#[must_use]
pub fn has_own_device(model: &Model, id: SessionId) -> bool {
    let session = model.session(id).filter(|session| model.side(session.pair) == Party::Manager);
    let Some(half) = session.and_then(|session| session.seller.as_ref()) else { return false };
    half.shown().vector.counters().any(|(writer, _)| !is_own_writer(model, writer))
}

/// Returns true for a writer of this browser: one with a record in storage, or that wrote the manager's half of a session
/// that this person coaches.
fn is_own_writer(model: &Model, writer: WriterId) -> bool {
    let wrote = |session: &Session| {
        let is_managers = model.side(session.pair) == Party::Manager;
        is_managers && session.manager.versions().iter().any(|version| version.vector.count(writer) > 0)
    };
    let is_of =
        |kept: &Kept| kept.records().any(|(of, _)| of == writer) || kept.value().session().is_some_and(wrote);
    writer == model.writer || model.living.contains(&writer) || model.kept.values().any(is_of)
}

/// Returns the session of a link, with the half that the link holds: what its sender writes of the session.
#[must_use]
pub fn incoming(link: &Link) -> Session {
    let (manager, seller) = match &link.half {
        Half::Manager(half) => (half.clone(), None),
        Half::Seller { half, .. } => (Register::absent(), Some(half.clone())),
    };
    Session { id: link.session, pair: link.pair, manager, seller }
}

/// Returns the link that the person sends at `now`: see [`outgoing`]. With the record of a session it brings the next one.
#[must_use]
pub fn sent_link(model: &Model, env: &Env<'_>, now: Instant, id: SessionId) -> Option<Link> {
    let link = outgoing(model, id)?;
    let next = next(model, &link.half, id, env.local(now, &model.zone));
    Some(Link { next, ..link })
}

/// Returns the link to the other party: this person's half of a session, and the names of the two, as
/// initials if the person chose so. The half of a cancelled session is a deletion. Versions that wait for a
/// choice stay out. `None` for an unknown session or pair.
#[must_use]
pub fn outgoing(model: &Model, id: SessionId) -> Option<Link> {
    // Versions that wait for a choice are in no preview, and may hold content that is held back by now.
    let mut session = without_held(model, model.known(id)?.alone().outline());
    // The answers at the close are gone once the two have begun their next session.
    if has_next_begun(model, id) {
        session = session.past_close();
    }
    let (manager, seller) = names_in_links(model, session.pair)?;
    // What a start that was undone left in the session is no part of the plan.
    session = session.without_undone_start();
    session = session.without_half_heard();
    // Answers that nobody handed in are in no preview either.
    let half = match model.side(session.pair) {
        Party::Manager => Half::Manager(given(session.manager, |half| &mut half.closing)),
        Party::Seller => Half::Seller {
            when: session.manager_half().map(|half| half.plan.schedule.clone()),
            half: given(session.seller.unwrap_or_else(Register::absent), |half| &mut half.closing),
        },
    };
    let (pair, extras) = (session.pair, Vec::new());
    Some(Link { pair, session: id, manager, seller, next: None, half, extras })
}

/// Returns the names of the manager and the seller as each link of the two holds them: initials if this person chose so. `None`
/// for an unknown pair.
#[must_use]
pub fn names_in_links(model: &Model, pair: PairId) -> Option<(Option<Text>, Text)> {
    let two = model.pair(pair)?;
    let by_initials = are_initials(model, pair);
    let name = |name: &Text| if by_initials { initials(name) } else { name.clone() };
    Some((two.manager.as_ref().map(name), name(&two.seller)))
}

/// Returns a half without the answers at the close, unless the party handed them in.
fn given<C: Clone + Ord>(half: Register<C>, closing: impl Fn(&mut C) -> &mut Closing) -> Register<C> {
    let Some(mut content) = half.content().cloned() else { return half };
    let answers = closing(&mut content);
    if answers.is_in || *answers == Closing::default() {
        return half;
    }
    *answers = Closing::default();
    half.amended(content)
}

/// Returns the next session of the two after `now`, for the link with the record `half` of session `id`; `None` for any
/// other link, or if none is planned. One message after a session brings the record and the next invitation.
fn next(model: &Model, half: &Half, id: SessionId, now: Option<LocalDateTime>) -> Option<NextSession> {
    let Half::Manager(record) = half else { return None };
    let over = record.content()?;
    let Course::Begun { log, .. } = &over.course else { return None };
    log.last().filter(|last| last.change == Change::Ended)?;
    let booked = rhythm::booked(model, id, now)?;
    Some(NextSession { session: booked.id, half: without_held(model, booked.announced()).manager })
}

/// Returns the text code of a link, the characters that hold its content; `None` if the content is too long
/// for a link.
#[must_use]
pub fn payload(link: &Link) -> Option<String> {
    write(link).ok()
}

/// Returns the initials of a name: the first letter of each word, each with a full stop.
#[must_use]
pub fn initials(name: &Text) -> Text {
    let mut letters = String::new();
    for word in name.as_str().split_whitespace() {
        letters.extend(word.chars().take(1));
        letters.push('.');
    }
    Text::parse(&letters).unwrap_or_else(|_| name.clone())
}

/// Returns true if the link tells that the manager cancelled the session.
#[must_use]
pub fn is_cancelled(link: &Link) -> bool {
    match &link.half {
        Half::Manager(half) => matches!(half.shown().written, Written::Deleted(_)),
        Half::Seller { .. } => false,
    }
}

/// Returns the part of a link that is unknown here, with its key; `None` if nothing is new.
pub(super) fn news(model: &Model, link: &Link) -> Option<(Key, Value)> {
    let incoming = incoming(link);
    let new = match model.known(link.session) {
        Some(known) => known.news(&incoming)?,
        None => incoming,
    };
    Some((Key::Session(link.session), Value::Session(Box::new(new))))
}

/// Returns the value that keeps the older content of the link beside the local one, with its key; `None` if
/// there is no such content.
pub(super) fn older(model: &Model, link: &Link) -> Option<(Key, Value)> {
    let older = model.known(link.session)?.older(&incoming(link))?;
    Some((Key::Session(link.session), Value::Session(Box::new(older))))
}
