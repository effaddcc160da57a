//! Links: what goes out of a session, and how what came in by one stands to what is here.
//!
//! Opening a link changes nothing. A half is merged with the same half alone, so a reply never changes
//! what the manager wrote, nor an invitation what the seller did.

use super::same;
use crate::domain::checksum::CRC_32;
use crate::domain::draft::{AnswerDraft, Purpose};
use crate::domain::id::{PairId, SessionId};
use crate::domain::party::Party;
use crate::domain::register::{Content, Register, Written};
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::program::state::kept::Value;
use crate::program::state::model::Model;
use crate::wire::key::Key;
use crate::wire::link::write;
pub use crate::wire::link::{Half, Link, NoLink};

/// By how many writings of one device a link may be ahead of what is here: more than anybody brings
/// about between two links, and less than a forged counter that would outlast all that is written.
pub const AHEAD_LIMIT: u32 = 1_000;

/// The pairs here that have the same name as the two of that link, and are others.
#[must_use]
pub fn namesakes(model: &Model, link: &Link) -> Vec<PairId> {
    let (side, name) = match (&link.half, &link.manager) {
        (Half::Manager(_), Some(name)) => (Party::Seller, name),
        (Half::Manager(_), None) => return Vec::new(),
        (Half::Seller { .. }, _) => (Party::Manager, &link.seller),
    };
    same::namesakes(model, link.pair, side, name.as_str())
}

/// What was typed in answer to that link so far; nothing where it was typed in answer to another one.
#[must_use]
pub fn reply(model: &Model, link: &Link) -> AnswerDraft {
    model.drafts.get(purpose(link)).cloned().unwrap_or_default()
}

/// Returns the purpose of the answer to a link. The CRC-32 of the session's id is all that is stored of the
/// link beside the draft.
pub(super) fn purpose(link: &Link) -> Purpose {
    Purpose::Answer(CRC_32.checksum(&link.session.0.to_le_bytes()).into())
}

/// How a link stands to what is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// The manager invites the person to a session that is not here.
    Invited,
    /// The manager changed something of a session that is here.
    Changed,
    /// The seller answers to a session that is here.
    Replied,
    /// The seller asks for a session.
    Asked,
    /// The seller answers to a session that is not here.
    Strange,
    /// The half is the person's own, and newer than what is here: from another device of theirs, or
    /// not from them at all.
    Own,
    /// All of it is here.
    Known,
    /// It fits nothing that is here: it names somebody else's session, or counts in leaps.
    Unfit,
    /// So much of the session waits for a choice here that no more can be kept.
    Full,
}

/// How that link stands to what is here.
#[must_use]
pub fn stand(model: &Model, link: &Link) -> Stand {
    let known = model.known(link.session);
    if known.is_some_and(|known| known.pair != link.pair) || leaps(known, link) {
        return Stand::Unfit;
    }
    let Some((key, new)) = news(model, link) else { return Stand::Known };
    if !model.has_room(key, &new) {
        return Stand::Full;
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

/// The session that a link carries, with what it has of it.
#[must_use]
pub fn incoming(link: &Link) -> Session {
    let (manager, seller) = match &link.half {
        Half::Manager(half) => (half.clone(), None),
        Half::Seller { half, .. } => (Register::absent(), Some(half.clone())),
    };
    Session { id: link.session, pair: link.pair, manager, seller }
}

/// Whether a counter is further ahead than it can be.
fn leaps(known: Option<&Session>, link: &Link) -> bool {
    fn ahead<C: Content>(known: Option<&Register<C>>, new: &Register<C>) -> bool {
        let known = known.map(Register::vector).unwrap_or_default();
        let is_ahead = |(device, count)| count > known.count(device).saturating_add(AHEAD_LIMIT);
        new.vector().counters().any(is_ahead)
    }
    match &link.half {
        Half::Manager(half) => ahead(known.map(|known| &known.manager), half),
        Half::Seller { half, .. } => ahead(known.and_then(|known| known.seller.as_ref()), half),
    }
}

/// What goes out of that session to the other party; `None` where there is no such session.
#[must_use]
pub fn outgoing(model: &Model, id: SessionId) -> Option<Link> {
    // What waits for a choice is on no preview, and may hold what is held back by now.
    let session = model.known(id)?.alone();
    let pair = model.pair(session.pair)?;
    let half = match model.side(session.pair) {
        Party::Manager => Half::Manager(session.manager),
        Party::Seller => Half::Seller {
            when: session.manager_half().map(|half| half.plan.schedule.clone()),
            half: session.seller.unwrap_or_else(Register::absent),
        },
    };
    let name = |name: &Text| if model.sharing.by_initials { initials(name) } else { name.clone() };
    Some(Link {
        pair: session.pair,
        session: id,
        manager: pair.manager.as_ref().map(name),
        seller: name(&pair.seller),
        half,
        extras: Vec::new(),
    })
}

/// The payload of that link; `None` where it is more than a link can hold.
#[must_use]
pub fn payload(link: &Link) -> Option<String> {
    write(link).ok()
}

/// The first letter of each word of a name.
#[must_use]
pub fn initials(name: &Text) -> Text {
    let mut letters = String::new();
    for word in name.as_str().split_whitespace() {
        letters.extend(word.chars().take(1));
        letters.push('.');
    }
    Text::parse(&letters).unwrap_or_else(|_| name.clone())
}

/// Whether the manager took the session off the calendar.
#[must_use]
pub fn is_cancelled(link: &Link) -> bool {
    match &link.half {
        Half::Manager(half) => matches!(half.shown().written, Written::Deleted(_)),
        Half::Seller { .. } => false,
    }
}

/// The value that is stored of what a link holds, under its key, where anything of it is new.
pub(super) fn news(model: &Model, link: &Link) -> Option<(Key, Value)> {
    let incoming = incoming(link);
    let new = match model.known(link.session) {
        Some(known) => known.news(&incoming)?,
        None => incoming,
    };
    Some((Key::Session(link.session), Value::Session(Box::new(new))))
}
