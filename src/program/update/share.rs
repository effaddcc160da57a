//! Sending a session: the link to the other party, and its send methods.

use super::carry;
use super::complaint::{checked_text, complain};
use super::note;
use super::screen::put_up;
use crate::domain::draft::Purpose;
use crate::domain::id::SessionId;
use crate::domain::note::{NOTE_LIMIT, Note, NoteId};
use crate::domain::pair::Pair;
use crate::domain::party::Party;
use crate::domain::private::Private;
use crate::domain::record::{Record, RecordId, Settings};
use crate::domain::sent::{Going, SentBy};
use crate::domain::text::{Text, TextError};
use crate::domain::time::Instant;
use crate::domain::ui_state::Screen;
use crate::outgoing::picture::Picture;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::event::SendMethod;
use crate::program::state::complaint::Complaint;
use crate::program::state::field::{Field, ShareField};
use crate::program::state::model::Model;
use crate::program::state::request::RequestId;
use crate::program::state::sharing::{AwaitedSending, Cancelled, Lock, Sharing, Told};
use crate::program::update::link::sent_link;
use crate::program::update::sending::{Sending, address, sending};
use crate::program::update::{names, sent, single};
use crate::text::Env;
use crate::wire::link::{encode, write, write_locked};

/// Opens the screen that sends the session. A plan takes open next steps of earlier sessions along, the answer to it those
/// that the seller settled.
pub(super) fn open(model: &mut Model, id: SessionId, effects: &mut Vec<Effect>) {
    let cancelled = deleted(model, id).map(Box::new);
    let is_of_quarter = model.screen.address() == Screen::Booked;
    open_plain(model, id, effects);
    if let Some(sharing) = model.screen.sharing_mut() {
        sharing.cancelled = cancelled;
        sharing.is_of_quarter = is_of_quarter;
    }
}

/// Returns the session that was deleted on the open list, as it was before; `None` for any other.
fn deleted(model: &Model, id: SessionId) -> Option<Cancelled> {
    let deletion = model.screen.list()?.deletions.iter().rfind(|deletion| deletion.session == id)?;
    let session = deletion.before.iter().find_map(|(_, value)| value.session())?;
    let zone = session.seller_half().and_then(|half| half.zone.clone());
    Some(Cancelled { half: session.manager_half()?.clone(), zone })
}

fn open_plain(model: &mut Model, id: SessionId, effects: &mut Vec<Effect>) {
    if model.known(id).is_some() {
        carry::bring_along(model, id);
        put_up(model, Screen::Share(id), effects);
    }
}

/// Sends the session on the screen by this method. Does nothing while the link is being encrypted.
pub(super) fn send(
    model: &mut Model,
    env: &Env<'_>,
    now: Instant,
    method: SendMethod,
    effects: &mut Vec<Effect>,
) {
    // The person waits for a locked link; an open one must not go out in its place.
    if model.screen.sharing().is_some_and(|sharing| sharing.lock.is_awaited()) {
        return;
    }
    // Whoever typed a password wants no open link to go out.
    if is_half_locked(model) {
        if let Some(sharing) = model.screen.sharing_mut() {
            sharing.told = Some(Told::NotLocked);
        }
        return move_focus(effects, Focus::Field(Field::Share(ShareField::Password)));
    }
    let request = model.requests.begin();
    let message = sending(model, env, now, method);
    let going = all_going(model, env, now);
    if let (Some(_), SendMethod::Mail) = (&message, method) {
        sent::record_all(model, &going, SentBy::Mailed, now);
    }
    let awaited = AwaitedSending { request, going };
    let Some(sharing) = model.screen.sharing_mut() else { return };
    sharing.told = None;
    sharing.sending = None;
    match (message, method) {
        (Some(Sending { text, .. }), SendMethod::Copy | SendMethod::CopyLink | SendMethod::CopyCode) => {
            sharing.sending = Some(awaited);
            effects.push(Effect::Copy { request, text });
        }
        (Some(Sending { title, text, link }), SendMethod::Share) => {
            sharing.sending = Some(awaited);
            effects.push(Effect::Share { request, title, text, link });
        }
        (Some(Sending { title, text, .. }), SendMethod::Mail) => {
            sharing.told = Some(Told::Mailed);
            effects.push(Effect::Mail { subject: title, body: text });
        }
        // The session is too long for a link: the screen says so.
        (None, SendMethod::Copy | SendMethod::CopyLink | SendMethod::CopyCode) => {
            refuse(sharing, effects);
        }
        (None, SendMethod::Share | SendMethod::Mail) => {}
    }
}

/// Returns true if a password is typed, and the link is open.
pub(super) fn is_half_locked(model: &Model) -> bool {
    let is_open = |sharing: &Sharing| sharing.lock == Lock::Open && !sharing.password.is_empty();
    model.here.can_lock && model.screen.sharing().is_some_and(is_open)
}

/// Handles the outcome of copying; `is_copied` is true if the text is on the clipboard. Ignores an answer to
/// an earlier request.
pub(super) fn copied(
    model: &mut Model,
    now: Instant,
    request: RequestId,
    is_copied: bool,
    effects: &mut Vec<Effect>,
) {
    let Some(sharing) = model.screen.sharing_mut() else { return };
    let Some(sent) = sharing.sending.take_if(|awaited| awaited.request == request) else { return };
    if is_copied {
        sharing.told = Some(Told::Copied);
        sent::record_all(model, &sent.going, SentBy::Copied, now);
    } else {
        refuse(sharing, effects);
    }
}

/// Tells that copying failed, and shows the text for copying by hand, if there is one.
fn refuse(sharing: &mut Sharing, effects: &mut Vec<Effect>) {
    sharing.told = Some(Told::Refused);
    move_focus(effects, Focus::Summary);
}

/// Handles the outcome of the share sheet; `is_shared` is true if the person shared the text. Ignores an
/// answer to an earlier request.
pub(super) fn shared(model: &mut Model, now: Instant, request: RequestId, is_shared: bool) {
    let Some(sharing) = model.screen.sharing_mut() else { return };
    let Some(sent) = sharing.sending.take_if(|awaited| awaited.request == request) else { return };
    sharing.told = is_shared.then_some(Told::Shared);
    if is_shared {
        sent::record_all(model, &sent.going, SentBy::Shared, now);
    }
}

/// Records that a file of the session was saved on the screen that sends the session. A file saved on another screen is
/// a copy for oneself.
pub(super) fn saved(model: &mut Model, env: &Env<'_>, now: Instant, id: SessionId) {
    if open_session(model) == Some(id) {
        let going = all_going(model, env, now);
        sent::record_all(model, &going, SentBy::Saved, now);
    }
}

/// Returns all that goes out from the screen that sends a session; empty on another screen.
fn all_going(model: &Model, env: &Env<'_>, now: Instant) -> Vec<(SessionId, Going)> {
    open_session(model).map(|id| sent::all_going(model, env, now, id)).unwrap_or_default()
}

/// Draws the link as a QR code, or the text code if there is no address, and records that it was shown. Does nothing
/// while the link is being encrypted.
pub(super) fn draw(model: &mut Model, env: &Env<'_>, now: Instant) {
    if model.screen.sharing().is_some_and(|sharing| sharing.lock.is_awaited()) {
        return;
    }
    if is_half_locked(model) {
        if let Some(sharing) = model.screen.sharing_mut() {
            sharing.told = Some(Told::NotLocked);
        }
        return;
    }
    let Some(code) = code(model, env, now) else { return };
    let (picture, plain) = (Picture::of(&address(model, &code)), plain(model, env, now));
    let Some(sharing) = model.screen.sharing_mut() else { return };
    sharing.told = picture.is_none().then_some(Told::NoPicture);
    let is_shown = picture.is_some();
    sharing.picture = picture;
    sharing.made_of = plain;
    if is_shown {
        let going = all_going(model, env, now);
        sent::record_all(model, &going, SentBy::Shown, now);
    }
}

/// Asks the browser to encrypt the link by the typed password, or complains if none is typed.
pub(super) fn ask_lock(model: &mut Model, env: &Env<'_>, now: Instant, effects: &mut Vec<Effect>) {
    let plain = plain(model, env, now);
    let request = model.requests.begin();
    let Some(sharing) = model.screen.sharing_mut() else { return };
    let password = sharing.password.clone();
    if password.is_empty() {
        let complaints = vec![(Field::Share(ShareField::Password), Complaint::Text(TextError::Empty))];
        complain(&complaints, |field| field, effects);
        sharing.complaints = complaints;
    } else if sharing.lock == Lock::Open
        && let Some(plain) = plain
    {
        sharing.lock = Lock::Asked(request);
        sharing.made_of = Some(plain.clone());
        effects.push(Effect::Lock { request, plain, password });
    }
}

/// Forgets the QR code and locks the link again if what the link carries has changed since, here or in another
/// window. So a locked link never goes out open, nor with other content than the screen shows.
pub(super) fn follow(model: &mut Model, env: &Env<'_>, now: Instant, effects: &mut Vec<Effect>) {
    let made_of = model.screen.sharing().and_then(|sharing| sharing.made_of.as_ref());
    if made_of.is_none() || made_of == plain(model, env, now).as_ref() {
        return;
    }
    let (plain, request) = (plain(model, env, now), model.requests.begin());
    let Some(sharing) = model.screen.sharing_mut() else { return };
    let was_locked = std::mem::take(&mut sharing.lock) != Lock::Open;
    sharing.picture = None;
    sharing.told = None;
    sharing.made_of = plain.filter(|_| was_locked);
    if let Some(plain) = sharing.made_of.clone() {
        sharing.lock = Lock::Asked(request);
        effects.push(Effect::Lock { request, plain, password: sharing.password.clone() });
    }
}

/// Returns the content of the open link, not encrypted; `None` on another screen, or if the session is too long for a
/// link.
fn plain(model: &Model, env: &Env<'_>, now: Instant) -> Option<Vec<u8>> {
    open_session(model).and_then(|id| encode(&sent_link(model, env, now, id)?).ok())
}

/// Stores the encrypted link, which goes out from now on; `sealed` is `None` if the browser refused. Drops
/// the answer if another link is open by now, or if the link changed: the answer could hold content that is
/// held back since.
pub(super) fn locked(model: &mut Model, request: RequestId, sealed: Option<&[u8]>) {
    let Some(sharing) = model.screen.sharing_mut() else { return };
    if sharing.lock == Lock::Asked(request) {
        sharing.told = sealed.is_none().then_some(Told::NoLock);
        sharing.lock = sealed.map_or(Lock::Open, |sealed| Lock::Locked(write_locked(sealed)));
        sharing.picture = None;
    }
}

/// Chooses the names in the links of the pair on the screen that sends its session; `by_initials` is true for initials.
pub(super) fn choose_initials(model: &mut Model, by_initials: bool) {
    let Some(session) = open_session(model).and_then(|id| model.known(id)) else { return };
    names::choose_initials(model, session.pair, by_initials);
    forget_made(model);
}

/// Holds a note back from the seller: moves it from the session to the manager's private record, if that has
/// room and can be stored.
pub(super) fn hold(model: &mut Model, note: NoteId) {
    let Some(id) = open_session(model) else { return };
    let Some(note) = model.half(id).and_then(|half| half.notes.get(note)).cloned() else { return };
    let mut private = model.private(id, Party::Manager);
    if private.held.notes.len() < NOTE_LIMIT && model.keeps_private(id, Party::Manager) {
        model.change(id, &mut |half| half.notes.set(note.id, None, 0));
        private.held.hold(&note);
        redact(model, id, private);
    }
}

/// Shares a held-back note with the seller again, if the session's record has room.
pub(super) fn unhold(model: &mut Model, note: NoteId) {
    let Some(id) = open_session(model) else { return };
    let mut private = model.private(id, Party::Manager);
    let Some(place) = private.held.notes.iter().position(|held| held.id == note) else { return };
    let Some(notes) = model.half(id).map(|half| &half.notes) else { return };
    // Another device may have given the same id to a new note.
    let Some(free) = note::free(model, id, notes) else { return };
    let name = if notes.get(note).is_none() { note } else { free };
    let before = notes.all.iter().position(|other| other.id > name).unwrap_or(usize::MAX);
    let note = Note { id: name, ..private.held.notes.remove(place) };
    model.change(id, &mut |half| half.notes.set(name, Some(&note), before));
    redact(model, id, private);
}

/// Stores the manager's private record with the held-back notes, and shows these on the screen, so that the
/// change can be undone at once.
fn redact(model: &mut Model, id: SessionId, private: Private) {
    model.keep_private(id, Party::Manager, private);
    show_changed(model);
}

/// Shows the entries that are held back, of which one was changed just now, on the screen that sends the session.
pub(super) fn show_changed(model: &mut Model) {
    show_held(model);
    forget_made(model);
}

/// Stores the name that the manager typed before the first invitation, for the pair and for next time; or complains about
/// it.
pub(super) fn give_name(model: &mut Model, effects: &mut Vec<Effect>) {
    let typed = single::text(model, Purpose::OwnName).to_owned();
    let field = Field::Share(ShareField::OwnName);
    let mut complaints = Vec::new();
    let name = checked_text(field, Text::parse(&typed).map(Some), &mut complaints);
    complain(&complaints, |field| field, effects);
    model.screen.set_complaints(complaints);
    let pair = open_session(model).and_then(|id| model.known(id)).map(|session| session.pair);
    let known = pair.and_then(|pair| Some((pair, model.pair(pair)?.seller.clone())));
    if let (Some(manager), Some((id, seller))) = (name, known) {
        model.record(RecordId::Pair(id), Record::Pair(Pair { manager: Some(manager.clone()), seller }));
        model.record(
            RecordId::Settings,
            Record::Settings(Settings { own_name: Some(manager), ..model.settings() }),
        );
        model.drafts.drop(Purpose::OwnName);
        move_focus(effects, Focus::Heading);
    }
}

/// Stores the typed text of a field. With another password, a locked link is open again, and the screen says so.
pub(super) fn typed(model: &mut Model, field: ShareField, text: String) {
    let Some(sharing) = model.screen.sharing_mut() else { return };
    match field {
        ShareField::Password => sharing.password = text,
        ShareField::OwnName => return single::typed(model, Purpose::OwnName, text),
    }
    let was_open = sharing.told != Some(Told::Unlocked) && sharing.lock == Lock::Open;
    forget_made(model);
    if let Some(sharing) = model.screen.sharing_mut() {
        sharing.lock = Lock::Open;
        sharing.told = (!was_open).then_some(Told::Unlocked);
    }
}

/// Forgets the QR code and the outcome, which belong to an older link.
fn forget_made(model: &mut Model) {
    if let Some(sharing) = model.screen.sharing_mut() {
        sharing.picture = None;
        sharing.told = None;
    }
}

/// Shows the notes and lines that are held back, on the screen that sends the session.
pub(super) fn show_held(model: &mut Model) {
    if let Some(sharing) = model.screen.sharing_mut() {
        sharing.shows_held = true;
    }
}

/// Shows or hides the less common send methods.
pub(super) fn toggle_ways(model: &mut Model) {
    if let Some(sharing) = model.screen.sharing_mut() {
        sharing.is_open = !sharing.is_open;
    }
}

/// Returns the session on the screen that sends it; `None` on another screen.
pub(super) fn open_session(model: &Model) -> Option<SessionId> {
    match model.screen.address() {
        Screen::Share(id) => Some(id),
        _ => None,
    }
}

/// Returns the text code of the outgoing link, encrypted if it is locked; `None` on another screen, or if the
/// session is too long for a link.
fn code(model: &Model, env: &Env<'_>, now: Instant) -> Option<String> {
    let plain = || write(&sent_link(model, env, now, open_session(model)?)?).ok();
    let locked = model.screen.sharing().and_then(|sharing| sharing.lock.payload());
    locked.map(str::to_owned).or_else(plain)
}
